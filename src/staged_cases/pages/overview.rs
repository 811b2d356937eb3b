//! For staff: the way that belongs to a work, a case in an edition, a case outside of any.

use crate::cases::actions as cases;
use crate::kernel::{ActivityId, EditionId, Gate, SubmissionId};
use crate::staged_cases::actions;
use crate::staged_cases::views::{CasePreviewPage, OverviewPage, PathPage};
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /submissions/{submission}/path`.
pub async fn path(web: Web, path: Path<i64>) -> Reply {
    let (id, now) = (SubmissionId(path.into_inner()), web.now());
    let (me, found) = web.read(Gate::Trainer, move |r, me| actions::path_of(r, me, id, now)).await?;
    web.page(&me, &PathPage::new(&found, id, &web.reader(&me)))
}

/// `GET /editions/{edition}/cases/{activity}`.
pub async fn show(web: Web, path: Path<(i64, i64)>) -> Reply {
    let which = which(path.into_inner());
    let (me, found) = web.read(Gate::Trainer, move |r, me| actions::overview(r, me, which)).await?;
    web.page(&me, &OverviewPage::new(&found, &web.reader(&me)))
}

/// `POST /editions/{edition}/cases/{activity}/debrief`.
pub async fn open_debrief(web: Web, path: Path<(i64, i64)>, form: Form) -> Reply {
    let which = which(path.into_inner());
    let back = paths::edition_case(which.0, which.1);
    let job = move |w: &mut _, me: &_, now| cases::open_debrief(w, me, which, now);
    match web.write(Gate::Trainer, &form, job).await {
        Ok(_) => web.see_other(back, Flash::good("staged-flash-debrief")),
        Err(Failure::Repeated) => web.redirect(back),
        Err(other) => Err(other),
    }
}

/// `GET /cases/{activity}`.
pub async fn preview(web: Web, path: Path<i64>) -> Reply {
    let id = ActivityId(path.into_inner());
    let (me, found) = web.read(Gate::Administrator, move |r, _| actions::preview(r, id)).await?;
    web.page(&me, &CasePreviewPage::new(&found, id, &web.reader(&me)))
}

fn which(path: (i64, i64)) -> (EditionId, ActivityId) {
    (EditionId(path.0), ActivityId(path.1))
}
