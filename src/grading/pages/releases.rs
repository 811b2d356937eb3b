//! Releasing grades to their authors.

use crate::grading::actions;
use crate::kernel::{ActivityId, EditionId, Gate, SubmissionId};
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::Path;

/// `POST /submissions/{submission}/release`.
pub async fn create(web: Web, path: Path<SubmissionId>, form: Form) -> Reply {
    let id = path.into_inner();
    match web.write(Gate::Trainer, &form, move |w, me, now| actions::release(w, me, id, now)).await {
        Ok(_) => web.see_other(paths::submission(id), Flash::good("grading-flash-released")),
        Err(Failure::Repeated) => web.redirect(paths::submission(id)),
        Err(other) => Err(other),
    }
}

/// `POST /editions/{edition}/cases/{activity}/releases`.
pub async fn create_all(web: Web, path: Path<(EditionId, ActivityId)>, form: Form) -> Reply {
    let at = path.into_inner();
    match web.write(Gate::Trainer, &form, move |w, me, now| actions::release_all(w, me, at, now)).await {
        Ok((_, count)) => web.see_other(
            paths::edition_cases(at.0),
            Flash::good("grading-flash-released-all").with("count", count),
        ),
        Err(Failure::Repeated) => web.redirect(paths::edition_cases(at.0)),
        Err(other) => Err(other),
    }
}
