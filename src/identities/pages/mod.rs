//! HTML handlers of this room.

pub mod consents;
pub mod person;

use super::actions;
use super::views::GroupPage;
use crate::kernel::{EditionId, Gate};
use crate::web::{Reply, Web};
use actix_web::web::Path;

/// `GET /editions/{edition}/identities`
pub async fn group(web: Web, path: Path<i64>) -> Reply {
    let id = EditionId(path.into_inner());
    let (me, group) = web.read(Gate::Administrator, move |r, me| actions::group::group(r, me, id)).await?;
    web.page(&me, &GroupPage::new(&group))
}
