//! What a trainee sees of sessions.

use super::told;
use crate::attendance::{actions, views};
use crate::kernel::{ActivityId, EnrolmentId, Gate};
use crate::web::{Reply, Web};
use actix_web::web::Path;

/// `GET /schedule`
pub async fn index(web: Web) -> Reply {
    let (me, planned) = web.read(Gate::Trainee, actions::schedule).await?;
    web.page(&me, &told(&web, &me, |telling| views::Schedule::new(&planned, telling)))
}

/// `GET /learn/{enrolment}/meetings/{activity}`
pub async fn show(web: Web, path: Path<(i64, i64)>) -> Reply {
    let (enrolment, activity) = path.into_inner();
    let (enrolment, activity) = (EnrolmentId(enrolment), ActivityId(activity));
    let (me, meeting) =
        web.read(Gate::SignedIn, move |r, me| actions::meeting(r, me, enrolment, activity)).await?;
    web.page(&me, &told(&web, &me, |telling| views::MeetingPage::new(&meeting, telling)))
}
