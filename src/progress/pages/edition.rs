//! The page of an edition.

use crate::kernel::{EditionId, Gate};
use crate::progress::actions::overview;
use crate::progress::views::edition::{self as views, Show, Showing, Sort};
use crate::web::{Reply, Web};
use actix_web::web::{Path, Query};
use serde::Deserialize;

/// Which people are shown.
#[derive(Debug, Default, Deserialize)]
pub struct Wanted {
    /// `all`, `risk` or `ready`.
    #[serde(default)]
    show: String,
    /// `name`, `conditions`, `attendance`, `hours` or `seen`.
    #[serde(default)]
    sort: String,
    /// The page, from 0.
    #[serde(default)]
    page: u16,
}

/// An edition at a glance, with its people.
pub async fn show(web: Web, path: Path<i64>, wanted: Query<Wanted>) -> Reply {
    let (id, now) = (EditionId(path.into_inner()), web.now());
    let (me, seen) = web.read(Gate::SignedIn, move |r, me| overview::edition(r, me, id, now)).await?;
    let showing = Showing {
        show: Show::parse(&wanted.show),
        sort: Sort::parse(&wanted.sort),
        page: wanted.page.into(),
    };
    web.page(&me, &views::Edition::new(&seen, showing, &web.reader(&me)))
}
