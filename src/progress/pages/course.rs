//! The programme as one trainee has it, and the trainee's hours.

use crate::kernel::{EnrolmentId, Gate};
use crate::progress::{actions, views};
use crate::web::{Reply, Web};
use actix_web::web::Path;

/// `GET /learn/{enrolment}`.
pub async fn show(web: Web, path: Path<i64>) -> Reply {
    let id = EnrolmentId(path.into_inner());
    let (me, course) = web.read(Gate::SignedIn, move |r, me| actions::course(r, me, id)).await?;
    let view = views::course::Course::new(&course, &web.reader(&me), &web.kit.words);
    web.page(&me, &view)
}

/// `GET /hours`.
pub async fn hours(web: Web) -> Reply {
    let (me, ledgers) = web.read(Gate::SignedIn, actions::own_ledgers).await?;
    let view = views::hours::Hours::new(&ledgers, &web.reader(&me), &web.kit.words);
    web.page(&me, &view)
}
