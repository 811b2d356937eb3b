//! What a trainee has raised, and what the edition reads.

use crate::kernel::{EnrolmentId, Gate, SiteCaseId};
use crate::site_cases::actions;
use crate::site_cases::views::{OwnPage, SharedPage};
use crate::web::{Failure, Form, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /learn/{enrolment}/site-cases`.
pub async fn index(web: Web, path: Path<EnrolmentId>) -> Reply {
    let (id, now) = (path.into_inner(), web.now());
    let (me, own) = web.read(Gate::SignedIn, move |r, me| actions::own(r, me, id, now)).await?;
    web.page(&me, &OwnPage::new(&own, &web.reader(&me)))
}

/// `POST /learn/{enrolment}/site-cases`: begins a case, or goes on with the one that was begun.
pub async fn create(web: Web, path: Path<EnrolmentId>, form: Form) -> Reply {
    let id = path.into_inner();
    let job = move |w: &mut _, me: &_, now| actions::begin(w, me, id, now);
    match web.write(Gate::SignedIn, &form, job).await {
        Ok((_, case)) => web.redirect(paths::edit_site_case(case)),
        Err(Failure::Repeated) => web.redirect(paths::own_site_cases(id)),
        Err(failure) => Err(failure),
    }
}

/// `GET /learn/{enrolment}/shared-site-cases/{case}`.
pub async fn shared(web: Web, path: Path<(EnrolmentId, SiteCaseId)>) -> Reply {
    let at = path.into_inner();
    let (me, found) = web.read(Gate::SignedIn, move |r, me| actions::shared(r, me, at)).await?;
    web.page(&me, &SharedPage::new(&found))
}
