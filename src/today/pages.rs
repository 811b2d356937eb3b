//! The trainer's page.

pub mod course;
pub mod next;

use super::{actions, views};
use crate::kernel::Gate;
use crate::web::{Reply, Web};

/// `GET /today`
pub async fn show(web: Web) -> Reply {
    let now = web.now();
    let (me, today) = web.read(Gate::Trainer, move |r, me| actions::today(r, me, now)).await?;
    web.page(&me, &views::TodayPage::new(&today, &web.reader(&me)))
}
