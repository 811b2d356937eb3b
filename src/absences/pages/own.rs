//! What a trainee does.

use crate::absences::actions::{self, File, NewAbsence};
use crate::absences::views::{OwnPage, Uploads};
use crate::attendance::pages::told;
use crate::attendance::rules::AbsenceReason;
use crate::db::Write;
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
    // Who may not tell anything has nothing laid away.
    web.read(Gate::SignedIn, move |r, me| actions::own(r, me, id).map(drop)).await?;
    let done = match absence(&web, &sent).await {
        Ok(new) => {
            let tell = move |w: &mut Write, me: &Actor, now| actions::tell(w, me, id, &new, now);
            web.write(Gate::SignedIn, &sent.form, tell).await.map(drop)
        }
        Err(problem) => Err(problem.into()),
    };
    finish(&web, id, &sent.form, done.map(|()| Flash::good("absences-flash-told"))).await
}

/// What was told, with its file laid away; every fault at once.
async fn absence(web: &Web, sent: &UploadForm) -> Result<NewAbsence, Problem> {
    let (form, mut errors) = (&sent.form, FormErrors::new());
    let reason = AbsenceReason::parse(form.raw("reason"));
    if reason.is_none() {
        errors.add(Fault::new("reason", "choose-one"));
    }
    let words = errors.optional(form, "words", crate::absences::rules::WORDS);
    if sent.too_large {
        let megabytes = web.kit.settings.max_upload / (1024 * 1024);
        errors.add(Fault::new("file", "file-too-many-megabytes").with("megabytes", megabytes));
    }
    let upload = form.files("file").first();
    let kind = upload.map(|upload| upload.kind());
    if let Some(Err(_)) = kind {
        errors.add(Fault::new("file", "file-kind").with("accepted", ACCEPTED));
    }
    let reason = errors.into_result(reason.unwrap_or(AbsenceReason::Other))?;
    let file = match upload.zip(kind.and_then(Result::ok)) {
        Some((upload, (_, media_type))) => {
            let blob = web.kit.files.put(upload.bytes.to_vec()).await?;
            Some(File::New(NewRow { blob, media_type, name: upload.name.clone() }))
        }
        None => None,
    };
    Ok(NewAbsence { reason, words, file })
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
