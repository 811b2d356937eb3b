//! The pages of the federal register.

pub mod board;
pub mod exports;
pub mod outcomes;
pub mod settings;
pub mod templates;

use super::actions;
use super::views::PlacesPage;
use crate::kernel::Gate;
use crate::web::{Reply, Web, paths};

/// `GET /federal-register`: whoever looks after one register goes there.
pub async fn index(web: Web) -> Reply {
    let (me, places) = web.read(Gate::Administrator, actions::places).await?;
    match places.as_slice() {
        [one] => web.redirect(paths::federal_register(one.id)),
        _ => web.page(&me, &PlacesPage::new(&places)),
    }
}
