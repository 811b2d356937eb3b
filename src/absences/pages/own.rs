//! What a trainee does.

use crate::absences::actions::{self, File, NewAbsence};
use crate::absences::views::{OwnPage, Uploads};
use crate::attendance::pages::told;
use crate::attendance::rules::ReasonCode;
use crate::db::{Read, Write};
use crate::files::store::NewRow;
use crate::kernel::{Actor, Fault, Gate, Problem, SessionId};
use crate::web::{Failure, Flash, Form, FormErrors, Reply, UploadForm, Web, paths};
use actix_web::web::Path;

/// What files people have at hand; any that we can tell by content is taken.
const ACCEPTED: &str = "PDF, JPEG, PNG, WebP, HEIC, DOCX, ODT";

/// `GET /sessions/{session}/absence`
pub async fn show(web: Web, path: Path<i64>) -> Reply {
    let id = SessionId(path.into_inner());
    let (me, own) = web.read(Gate::SignedIn, move |r, me| actions::own(r, me, id)).await?;
    let uploads = uploads(&web);
    web.page(&me, &told(&web, &me, |telling| OwnPage::new(&own, None, uploads, telling)))
}

fn uploads(web: &Web) -> Uploads {
    Uploads { most_bytes: web.kit.settings.max_upload }
}

/// `POST /sessions/{session}/absence`
pub async fn create(web: Web, path: Path<i64>, sent: UploadForm) -> Reply {
    let id = SessionId(path.into_inner());
    let done = match absence(&web, &sent) {
        Ok(said) => give(&web, id, &sent.form, said).await,
        Err(problem) => Err(problem.into()),
    };
    finish(&web, id, &sent.form, done.map(|()| Flash::good("absences-flash-told"))).await
}

/// What was told, and what its file is; every fault at once.
fn absence(web: &Web, sent: &UploadForm) -> Result<(NewAbsence, Option<&'static str>), Problem> {
    let (form, mut errors) = (&sent.form, FormErrors::new());
    let reason = ReasonCode::parse(form.raw("reason"));
    if reason.is_none() {
        errors.add(Fault::new("reason", "choose-one"));
    }
    let words = errors.optional(form, "words", crate::absences::rules::WORDS);
    if sent.too_large {
        let megabytes = web.kit.settings.max_upload / (1024 * 1024);
        errors.add(Fault::new("file", "file-too-many-megabytes").with("megabytes", megabytes));
    }
    let kind = form.files("file").first().map(|upload| upload.kind());
    if let Some(Err(_)) = kind {
        errors.add(Fault::new("file", "file-kind").with("accepted", ACCEPTED));
    }
    let reason = errors.into_result(reason.unwrap_or(ReasonCode::Other))?;
    let media_type = kind.and_then(Result::ok).map(|(_, media_type)| media_type);
    Ok((NewAbsence { reason, words, file: None }, media_type))
}

/// Gives the notice. Its file is laid away only when the notice can be given: of what is refused nothing stays.
async fn give(
    web: &Web,
    id: SessionId,
    form: &Form,
    (new, media_type): (NewAbsence, Option<&'static str>),
) -> Result<(), Failure> {
    let (asked, now) = (new.clone(), web.now());
    let check = move |r: &mut Read, me: &Actor| actions::check(r, me, id, &asked, now);
    let refused = match web.read(Gate::SignedIn, check).await {
        Ok(_) => Vec::new(),
        Err(failure) => failure.about_the_form()?.faults,
    };
    let file = match form.files("file").first().zip(media_type) {
        Some((upload, media_type)) if refused.is_empty() => {
            let blob = web.kit.files.put(upload.bytes.to_vec()).await?;
            Some(File::New(NewRow { blob, media_type, name: upload.name.clone() }))
        }
        _ => None,
    };
    let new = NewAbsence { file, ..new };
    // A form that was sent twice did its work the first time: that is found out here, before its faults count.
    let tell = move |w: &mut Write, me: &Actor, now| {
        if !refused.is_empty() {
            return Err(Problem::invalid(refused.clone()));
        }
        actions::tell(w, me, id, &new, now)
    };
    web.write(Gate::SignedIn, form, tell).await.map(drop)
}

/// `POST /sessions/{session}/absence/withdrawal`
pub async fn take_back(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = SessionId(path.into_inner());
    let back = move |w: &mut Write, me: &Actor, now| actions::take_back(w, me, id, now);
    let done = web.write(Gate::SignedIn, &form, back).await;
    finish(&web, id, &form, done.map(|_| Flash::good("absences-flash-taken-back"))).await
}

/// To the page of the notice; with what is wrong and what was typed when nothing could be done.
async fn finish(web: &Web, id: SessionId, form: &Form, done: Result<Flash, Failure>) -> Reply {
    match done {
        Ok(flash) => web.see_other(paths::own_absence(id), flash),
        Err(Failure::Repeated) => web.redirect(paths::own_absence(id)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, own) = web.read(Gate::SignedIn, move |r, me| actions::own(r, me, id)).await?;
            let (typed, uploads) = (Some((form, &problem)), uploads(web));
            web.invalid(Some(&me), &told(web, &me, |telling| OwnPage::new(&own, typed, uploads, telling)))
        }
    }
}
