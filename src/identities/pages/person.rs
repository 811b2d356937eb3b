//! The data of one person: seen and written down by themselves, or by those who teach or send them.

use crate::db::Write;
use crate::files::FileKind;
use crate::files::store::NewRow;
use crate::identities::actions::{self, Shown, education, names, reading, saving};
use crate::identities::rules::draft::{Draft, EducationDraft};
use crate::identities::rules::names::Change;
use crate::identities::views::{DisclosurePage, IdentityPage, Part};
use crate::kernel::{Actor, Fault, Gate, Moment, PersonId, Problem};
use crate::web::{Failure, Flash, Form, Me, Reply, Upload, UploadForm, Web, attachment, paths};
use actix_web::web::Path;
use chrono::NaiveDate;
use std::sync::Arc;

/// What a scan may be.
const ACCEPTED: &str = "PDF, JPEG, PNG, WebP, HEIC";

/// `GET /identity`
pub async fn own(web: Web) -> Reply {
    let (_, person) = web.read(Gate::SignedIn, |_, me| me.person_id()).await?;
    web.redirect(paths::person_identity(person))
}

/// `GET /people/{person}/identity`
pub async fn show(web: Web, path: Path<i64>) -> Reply {
    let (me, shown) = load(&web, PersonId(path.into_inner())).await?;
    web.page(&me, &IdentityPage::new(&shown, &web.say(&me), web.reader(&me)))
}

/// `POST /people/{person}/identity`
pub async fn update(web: Web, path: Path<i64>, form: Form) -> Reply {
    let (id, kit, draft) = (PersonId(path.into_inner()), Arc::clone(&web.kit), basics(&form));
    let save =
        move |w: &mut Write, me: &Actor, now: Moment| saving::save(w, me, &kit.secrets, (id, &draft), now);
    let done = web.write(Gate::SignedIn, &form, save).await.map(|_| "identities-flash-saved");
    finish(&web, id, (Part::Basics, &form), done).await
}

/// `POST /people/{person}/identity/education`
pub async fn record_education(web: Web, path: Path<i64>, sent: UploadForm) -> Reply {
    let id = PersonId(path.into_inner());
    // Before the file is laid away: only whoever may write makes us work.
    load(&web, id).await?;
    let form = &sent.form;
    let draft = education_draft(form);
    let done = match scanned(&web, &sent).await {
        Ok(scan) => {
            let record = move |w: &mut Write, me: &Actor, now: Moment| {
                education::record(w, me, id, (&draft, scan.as_ref()), now)
            };
            web.write(Gate::SignedIn, form, record).await.map(|_| "identities-flash-education")
        }
        Err(failure) => Err(failure),
    };
    finish(&web, id, (Part::Education, form), done).await
}

/// `POST /people/{person}/identity/names`
pub async fn change_name(web: Web, path: Path<i64>, form: Form) -> Reply {
    let (id, change) = (PersonId(path.into_inner()), change(&form));
    let done = match change {
        Ok(change) => {
            let write =
                move |w: &mut Write, me: &Actor, now: Moment| names::change(w, me, (id, &change), now);
            web.write(Gate::SignedIn, &form, write).await.map(|_| "identities-flash-name")
        }
        Err(problem) => Err(problem.into()),
    };
    finish(&web, id, (Part::Name, &form), done).await
}

/// `POST /people/{person}/identity/disclosures`: shows what lies encrypted; the look is written down.
pub async fn disclose(web: Web, path: Path<i64>, form: Form) -> Reply {
    let (id, kit) = (PersonId(path.into_inner()), Arc::clone(&web.kit));
    let look = move |w: &mut Write, me: &Actor, now: Moment| -> Result<_, Problem> {
        let reach = actions::reach(w, me, id)?;
        Ok((reach.whose.name, reading::disclose(w, me, &kit.secrets, id, now)?))
    };
    match web.write(Gate::SignedIn, &form, look).await {
        Ok((me, (name, identity))) => {
            web.page(&me, &DisclosurePage::new(&name, &identity, me.actor.language))
        }
        Err(Failure::Repeated) => web.redirect(paths::person_identity(id)),
        Err(failure) => Err(failure),
    }
}

/// `GET /people/{person}/identity/scan`: the look is written down, so it is written.
pub async fn scan(web: Web, path: Path<i64>) -> Reply {
    let id = PersonId(path.into_inner());
    let (me, ()) = web.read(Gate::SignedIn, |_, _| Ok(())).await?;
    let scan = web.write_anyone(move |w, now| education::scan(w, &me.actor, id, now)).await?;
    let bytes = web.kit.files.get(&scan.storage_key).await?;
    Ok(attachment(&scan.name, &scan.media_type, bytes))
}

async fn finish(
    web: &Web,
    id: PersonId,
    (part, form): (Part, &Form),
    done: Result<&'static str, Failure>,
) -> Reply {
    match done {
        Ok(said) => web.see_other(paths::person_identity(id), Flash::good(said)),
        Err(Failure::Repeated) => web.redirect(paths::person_identity(id)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, shown) = load(web, id).await?;
            let page = IdentityPage::typed(&shown, (part, form, &problem), &web.say(&me), web.reader(&me));
            web.invalid(Some(&me), &page)
        }
    }
}

async fn load(web: &Web, id: PersonId) -> Result<(Me, Shown), Failure> {
    web.read(Gate::SignedIn, move |r, me| actions::show(r, me, id)).await
}

/// The scan that was sent, laid away.
async fn scanned(web: &Web, sent: &UploadForm) -> Result<Option<NewRow>, Failure> {
    if sent.too_large {
        let megabytes = web.kit.settings.max_upload / (1024 * 1024);
        let fault = Fault::new("file", "file-too-many-megabytes").with("megabytes", megabytes);
        return Err(Problem::invalid(vec![fault]).into());
    }
    match sent.form.files("file").first() {
        Some(upload) => Ok(Some(laid_away(web, upload).await?)),
        None => Ok(None),
    }
}

async fn laid_away(web: &Web, upload: &Upload) -> Result<NewRow, Failure> {
    let media_type = match upload.kind() {
        Ok((FileKind::Pdf | FileKind::Image, media_type)) => media_type,
        _ => {
            let fault = Fault::new("file", "file-kind").with("accepted", ACCEPTED);
            return Err(Problem::invalid(vec![fault]).into());
        }
    };
    let blob = web.kit.files.put(upload.bytes.to_vec()).await?;
    Ok(NewRow { blob, media_type, name: upload.name.clone() })
}

fn basics(form: &Form) -> Draft {
    let (chosen, code) = (form.text("citizenship"), form.text("citizenship_code"));
    Draft {
        spelling_surname: form.text("spelling_surname"),
        spelling_given_name: form.text("spelling_given_name"),
        spelling_patronymic: form.text("spelling_patronymic"),
        sex: form.text("sex"),
        // «Другая страна» without a code is no code: it is said so, not left out.
        citizenship: if chosen == "other" && !code.is_empty() { code } else { chosen },
        born_on: form.text("born_on"),
        snils: form.text("snils"),
        iin: form.text("iin"),
        passport: form.text("passport"),
        forget: form.all("forget").to_vec(),
    }
}

fn education_draft(form: &Form) -> EducationDraft {
    EducationDraft {
        level: form.text("level"),
        surname: form.text("surname"),
        series: form.text("series"),
        number: form.text("number"),
        graduated_in: form.text("graduated_in"),
    }
}

fn change(form: &Form) -> Result<Change, Problem> {
    Ok(Change {
        surname: form.text("surname"),
        given_name: form.text("given_name"),
        patronymic: form.text("patronymic"),
        from: day(&form.text("from"))?,
        basis: form.text("basis"),
    })
}

/// A day as it was typed; nothing where nothing was.
///
/// # Errors
/// `Invalid` on the field `from`.
pub(in crate::identities) fn day(text: &str) -> Result<Option<NaiveDate>, Problem> {
    if text.is_empty() {
        return Ok(None);
    }
    let parsed = ["%Y-%m-%d", "%d.%m.%Y"].iter().find_map(|way| NaiveDate::parse_from_str(text, way).ok());
    parsed.map(Some).ok_or_else(|| Problem::invalid(vec![Fault::new("from", "not-a-date")]))
}
