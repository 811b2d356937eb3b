//! A quiz before an attempt.

use crate::kernel::{ActivityId, EnrolmentId, Gate};
use crate::quizzes::{actions, views};
use crate::web::{Reply, Web};
use actix_web::web::Path;

/// `GET /learn/{enrolment}/quizzes/{activity}`.
pub async fn show(web: Web, path: Path<(EnrolmentId, ActivityId)>) -> Reply {
    let (at, now) = (path.into_inner(), web.now());
    let (me, entrance) = web.read(Gate::SignedIn, move |r, me| actions::entrance(r, me, at, now)).await?;
    web.page(&me, &views::Before::new(&entrance, &web.reader(&me)))
}
