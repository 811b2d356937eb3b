//! Hiding a version, and looking at what was hidden.

use crate::cases::actions;
use crate::cases::views::HidingPage;
use crate::kernel::{Gate, StoredFileId, SubmissionId};
use crate::web::{Failure, Flash, Form, Reply, Web, attachment, paths};
use actix_web::web::Path;

/// `GET /submissions/{submission}/hiding`.
pub async fn show(web: Web, path: Path<SubmissionId>) -> Reply {
    let id = path.into_inner();
    let (me, found) = web.read(Gate::Trainer, move |r, me| actions::hiding(r, me, id)).await?;
    web.page(&me, &HidingPage::new(&found, &web.reader(&me), ("", &[])))
}

/// `POST /submissions/{submission}/hiding`.
pub async fn create(web: Web, path: Path<SubmissionId>, form: Form) -> Reply {
    let id = path.into_inner();
    let reason = form.raw("reason").to_owned();
    let job = move |w: &mut _, me: &_, now| actions::hide(w, me, id, &reason, now);
    match web.write(Gate::Trainer, &form, job).await {
        Ok(_) => web.see_other(paths::hiding(id), Flash::good("cases-flash-hidden")),
        Err(Failure::Repeated) => web.redirect(paths::hiding(id)),
        Err(failure) => {
            let faults = failure.about_the_form()?.faults;
            let (me, found) = web.read(Gate::Trainer, move |r, me| actions::hiding(r, me, id)).await?;
            let view = HidingPage::new(&found, &web.reader(&me), (form.raw("reason"), &faults));
            web.invalid(Some(&me), &view)
        }
    }
}

/// `POST /submissions/{submission}/hidden-work`: a POST, as the look is written down.
pub async fn look(web: Web, path: Path<SubmissionId>, form: Form) -> Reply {
    let id = path.into_inner();
    let job = move |w: &mut _, me: &_, now| actions::look_at_hidden(w, me, id, now);
    match web.write(Gate::Trainer, &form, job).await {
        Ok((me, (found, files))) => {
            web.page(&me, &HidingPage::with_content(&found, &files, &web.reader(&me)))
        }
        Err(Failure::Repeated) => web.redirect(paths::hiding(id)),
        Err(failure) => Err(failure),
    }
}

/// `POST /submissions/{submission}/hidden-files/{file}`.
pub async fn file(web: Web, path: Path<(SubmissionId, StoredFileId)>, form: Form) -> Reply {
    let at = path.into_inner();
    let job = move |w: &mut _, me: &_, now| actions::hidden_file(w, me, at, now);
    match web.write(Gate::Trainer, &form, job).await {
        Ok((_, file)) => {
            let bytes = web.kit.files.get(&file.storage_key).await?;
            Ok(attachment(&file.name, &file.media_type, bytes))
        }
        Err(Failure::Repeated) => web.redirect(paths::hiding(at.0)),
        Err(failure) => Err(failure),
    }
}
