//! Hours: the trainee's own, those of an edition and of a person, and where a number comes from.

use crate::kernel::{ActivityId, EditionId, EnrolmentId, Gate, ModuleId};
use crate::programmes::rules::words::{DeliveryMode, Nature, Word as _};
use crate::progress::actions::hours::{self, Asked};
use crate::progress::views::person_hours::PersonPage;
use crate::progress::views::totals::{EditionTotals, Showing, Sort};
use crate::progress::views::trace::TracePage;
use crate::progress::{actions, views};
use crate::web::{Reply, Web};
use actix_web::web::{Path, Query};
use serde::Deserialize;

/// `GET /hours`.
pub async fn hours(web: Web) -> Reply {
    let (me, ledgers) = web.read(Gate::SignedIn, actions::own_ledgers).await?;
    let view = views::hours::Hours::new(&ledgers, &web.reader(&me), &web.kit.words);
    web.page(&me, &view)
}

/// Which people of an edition are shown, and of which module.
#[derive(Debug, Default, Deserialize)]
pub struct Wanted {
    /// Of one module.
    #[serde(default)]
    module: String,
    /// `name`, `earned` or `missing`.
    #[serde(default)]
    sort: String,
    /// The page, from 0.
    #[serde(default)]
    page: u16,
}

/// `GET /editions/{edition}/hours`.
pub async fn edition(web: Web, path: Path<EditionId>, wanted: Query<Wanted>) -> Reply {
    let (id, now) = (path.into_inner(), web.now());
    let module: Option<ModuleId> = wanted.module.parse().ok();
    let (me, found) = web.read(Gate::SignedIn, move |r, me| hours::edition(r, me, (id, module), now)).await?;
    let showing = Showing { sort: Sort::parse(&wanted.sort), page: wanted.page.into() };
    web.page(&me, &EditionTotals::new(&found, showing, &web.reader(&me), &web.kit.words))
}

/// `GET /learn/{enrolment}/hours`.
pub async fn person(web: Web, path: Path<EnrolmentId>) -> Reply {
    let (who, now) = (path.into_inner(), web.now());
    let (me, found) = web.read(Gate::SignedIn, move |r, me| hours::person(r, me, who, now)).await?;
    web.page(&me, &PersonPage::new(&found, &web.reader(&me), &web.kit.words))
}

/// The entries that are asked for; what cannot be read does not narrow.
#[derive(Debug, Default, Deserialize)]
pub struct Narrowed {
    #[serde(default)]
    module: String,
    #[serde(default)]
    activity: String,
    #[serde(default)]
    nature: String,
    #[serde(default)]
    mode: String,
}

impl Narrowed {
    /// What is asked for.
    pub fn asked(&self) -> Asked {
        Asked {
            module: self.module.parse().ok(),
            activity: self.activity.parse::<ActivityId>().ok(),
            nature: Nature::parse(&self.nature),
            mode: DeliveryMode::parse(&self.mode),
        }
    }
}

/// `GET /learn/{enrolment}/hours/entries`.
pub async fn entries(web: Web, path: Path<EnrolmentId>, narrowed: Query<Narrowed>) -> Reply {
    let (who, asked, now) = (path.into_inner(), narrowed.asked(), web.now());
    let (me, found) = web.read(Gate::SignedIn, move |r, me| hours::trace(r, me, (who, asked), now)).await?;
    web.page(&me, &TracePage::new(&found, &web.reader(&me), &web.kit.words))
}
