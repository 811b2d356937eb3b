//! Pages of marking.

pub mod appeals;
pub mod desk;
pub mod overrides;
pub mod regrades;

use super::actions;
use super::views::QueuePage;
use crate::kernel::Gate;
use crate::web::{Reply, Web};

/// `GET /marking`.
pub async fn index(web: Web) -> Reply {
    let (me, queue) = web.read(Gate::Trainer, actions::queue).await?;
    web.page(&me, &QueuePage::new(&queue, &web.reader(&me)))
}
