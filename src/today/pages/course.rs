//! The programme as one trainee has it.

use crate::kernel::{EnrolmentId, Gate};
use crate::progress::views::course::Course;
use crate::today::actions::course as actions;
use crate::web::{Reply, Web};
use actix_web::web::Path;

/// `GET /learn/{enrolment}`.
pub async fn show(web: Web, path: Path<i64>) -> Reply {
    let (id, now) = (EnrolmentId(path.into_inner()), web.now());
    let (me, course) = web.read(Gate::SignedIn, move |r, me| actions::course(r, me, id, now)).await?;
    web.page(&me, &Course::new(&course, &web.reader(&me), &web.kit.words))
}
