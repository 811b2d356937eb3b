//! The week of an edition, and of whoever teaches.

use crate::attendance::pages::told;
use crate::kernel::{EditionId, Gate};
use crate::timetables::actions;
use crate::timetables::views::WeekPage;
use crate::web::{Reply, Web};
use actix_web::web::{Path, Query};
use chrono::NaiveDate;
use serde::Deserialize;

/// Which week.
#[derive(Debug, Default, Deserialize)]
pub struct Shown {
    /// A day of it, `2026-09-14`; anything else is as nothing.
    #[serde(default)]
    pub day: String,
}

impl Shown {
    /// The day, within the years that calendars have.
    pub fn day(&self) -> Option<NaiveDate> {
        use chrono::Datelike;
        let day: Option<NaiveDate> = self.day.parse().ok();
        day.filter(|day| (1970..2200).contains(&day.year()))
    }
}

/// `GET /editions/{edition}/week`
pub async fn of_edition(web: Web, path: Path<i64>, shown: Query<Shown>) -> Reply {
    let (id, asked) = (EditionId(path.into_inner()), (shown.day(), web.now()));
    let (me, week) = web.read(Gate::Trainer, move |r, me| actions::of_edition(r, me, id, asked)).await?;
    web.page(&me, &told(&web, &me, |telling| WeekPage::new(&week, telling)))
}

/// `GET /week`
pub async fn own(web: Web, shown: Query<Shown>) -> Reply {
    let asked = (shown.day(), web.now());
    let (me, week) = web.read(Gate::Trainer, move |r, me| actions::of_trainer(r, me, asked)).await?;
    web.page(&me, &told(&web, &me, |telling| WeekPage::new(&week, telling)))
}
