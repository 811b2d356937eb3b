//! HTML handlers of entry.

use super::actions::{self, Enclosed};
use super::rules::{Decision, Draft};
use super::views::{ConditionPage, DeskPage, EntryPage, OwnPage};
use crate::db::Write;
use crate::files::FileKind;
use crate::files::store::NewRow;
use crate::kernel::{Actor, EditionId, Fault, Gate, Moment, OutsideProofId, Problem, ProgrammeId};
use crate::web::{Failure, Flash, Form, Reply, Upload, UploadForm, Web, attachment, paths};
use actix_web::web::Path;

/// What a file may be.
const ACCEPTED: &str = "PDF, JPEG, PNG, WebP, HEIC";

/// `GET /editions/{edition}/entry-condition`
pub async fn condition(web: Web, path: Path<i64>) -> Reply {
    let id = EditionId(path.into_inner());
    let (me, sheet) = web.read(Gate::Administrator, move |r, me| actions::sheet(r, me, id)).await?;
    web.page(&me, &ConditionPage::new(&sheet, None, &web.reader(&me)))
}

/// `POST /editions/{edition}/entry-condition`
pub async fn set_condition(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = EditionId(path.into_inner());
    let typed = form.text("programme");
    let set = move |w: &mut Write, me: &Actor, now: Moment| {
        // Whose the edition is stays hidden from others even when the form is faulty.
        actions::sheet(w, me, id)?;
        let programme: Option<ProgrammeId> = match typed.as_str() {
            "" => None,
            some => {
                let unknown = || Problem::invalid(vec![Fault::new("programme", "entry-programme")]);
                Some(some.parse().map_err(|_| unknown())?)
            }
        };
        actions::set_condition(w, me, id, programme, now)
    };
    match web.write(Gate::Administrator, &form, set).await {
        Ok(_) => web.see_other(paths::entry_condition(id), Flash::good("entry-flash-condition")),
        Err(Failure::Repeated) => web.redirect(paths::entry_condition(id)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, sheet) = web.read(Gate::Administrator, move |r, me| actions::sheet(r, me, id)).await?;
            web.invalid(Some(&me), &ConditionPage::new(&sheet, Some((&form, &problem)), &web.reader(&me)))
        }
    }
}

/// `GET /proofs`
pub async fn own(web: Web) -> Reply {
    let now = web.now();
    let (me, own) = web.read(Gate::SignedIn, move |r, me| actions::own(r, me, now)).await?;
    web.page(&me, &OwnPage::new(&own, &web.reader(&me)))
}

/// `GET /editions/{edition}/entry`
pub async fn entry(web: Web, path: Path<i64>) -> Reply {
    let (id, now) = (EditionId(path.into_inner()), web.now());
    let (me, way) = web.read(Gate::SignedIn, move |r, me| actions::way(r, me, id, now)).await?;
    web.page(&me, &EntryPage::new(&way, None, web.kit.settings.max_upload, &web.reader(&me)))
}

/// `POST /editions/{edition}/entry`
pub async fn show(web: Web, path: Path<i64>, sent: UploadForm) -> Reply {
    let (id, now) = (EditionId(path.into_inner()), web.now());
    // Before the file is laid away: only whoever may show something makes us work.
    web.read(Gate::SignedIn, move |r, me| actions::way(r, me, id, now)).await?;
    let form = &sent.form;
    let draft =
        Draft { issuer: form.text("issuer"), number: form.text("number"), issued_on: form.text("issued_on") };
    let done = match enclosed(&web, &sent).await {
        Ok(file) => {
            let show = move |w: &mut Write, me: &Actor, now: Moment| {
                actions::show(w, me, id, (&draft, file.as_ref()), now)
            };
            web.write(Gate::SignedIn, form, show).await.map(|_| ())
        }
        Err(failure) => Err(failure),
    };
    match done {
        Ok(()) => web.see_other(paths::edition_entry(id), Flash::good("entry-flash-shown")),
        Err(Failure::Repeated) => web.redirect(paths::edition_entry(id)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, way) = web.read(Gate::SignedIn, move |r, me| actions::way(r, me, id, now)).await?;
            let (typed, most) = (Some((form, &problem)), web.kit.settings.max_upload);
            web.invalid(Some(&me), &EntryPage::new(&way, typed, most, &web.reader(&me)))
        }
    }
}

/// The file that was sent, laid away.
async fn enclosed(web: &Web, sent: &UploadForm) -> Result<Option<Enclosed>, Failure> {
    if sent.too_large {
        let megabytes = web.kit.settings.max_upload / (1024 * 1024);
        let fault = Fault::new("file", "file-too-many-megabytes").with("megabytes", megabytes);
        return Err(Problem::invalid(vec![fault]).into());
    }
    match sent.form.files("file").first() {
        Some(upload) => Ok(Some(Enclosed::New(laid_away(web, upload).await?))),
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

/// `GET /outside-proofs`
pub async fn desk(web: Web) -> Reply {
    let (me, desk) = web.read(Gate::Administrator, actions::desk).await?;
    web.page(&me, &DeskPage::new(&desk, None, &web.reader(&me)))
}

/// `POST /outside-proofs/{proof}/decisions`
pub async fn decide(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = OutsideProofId(path.into_inner());
    let (word, reason) = (form.text("decision"), form.text("reason"));
    let decide = move |w: &mut Write, me: &Actor, now: Moment| {
        actions::decide(w, me, id, (word.as_str(), reason.as_str()), now)
    };
    match web.write(Gate::Administrator, &form, decide).await {
        Ok((_, decision)) => {
            let said = match decision {
                Decision::Approved => "entry-flash-approved",
                Decision::Refused(_) => "entry-flash-refused",
            };
            web.see_other(paths::OUTSIDE_PROOFS, Flash::good(said))
        }
        Err(Failure::Repeated) => web.redirect(paths::OUTSIDE_PROOFS),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, desk) = web.read(Gate::Administrator, actions::desk).await?;
            web.invalid(Some(&me), &DeskPage::new(&desk, Some((id, &form, &problem)), &web.reader(&me)))
        }
    }
}

/// `GET /outside-proofs/{proof}/file`: a look is written down, so it is written.
pub async fn file(web: Web, path: Path<i64>) -> Reply {
    let id = OutsideProofId(path.into_inner());
    let (me, ()) = web.read(Gate::SignedIn, |_, _| Ok(())).await?;
    let (key, media_type, name) =
        web.write_anyone(move |w, now| actions::scan(w, &me.actor, id, now)).await?;
    let bytes = web.kit.files.get(&key).await?;
    Ok(attachment(&name, &media_type, bytes))
}
