//! The register as a page.

use crate::documents::actions::reading;
use crate::documents::store::listing::Filter;
use crate::documents::views::register::{self as view, Asked, STATUSES};
use crate::kernel::name::{fold, tidy};
use crate::kernel::{DocumentId, Gate};
use crate::programmes::rules::words::{DocumentKind, Word as _};
use crate::web::{Reply, Web};
use actix_web::web::Query;
use serde::Deserialize;

/// Lines on a page of the register.
const LINES: i64 = 50;

/// What the register is asked for. Anything it does not know is left out of account.
#[derive(Debug, Default, Deserialize)]
pub struct Question {
    #[serde(default)]
    q: String,
    #[serde(default)]
    year: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    status: String,
    #[serde(default)]
    after: String,
}

impl Question {
    /// The question as a filter.
    pub(in crate::documents) fn asked(&self) -> Asked {
        let search = tidy(&self.q);
        let filter = Filter {
            organisations: None,
            year: self.year.parse().ok(),
            kind: DocumentKind::parse(&self.kind),
            revoked: STATUSES.iter().find(|(word, _)| *word == self.status).map(|(_, revoked)| *revoked),
            search: Some(fold(&search)).filter(|text| !text.is_empty()),
            before: self.after.parse().ok().filter(|id: &DocumentId| id.0 > 0),
        };
        Asked { search, filter }
    }
}

/// `GET /register`: every document of the actor's organisations. Nothing here can be deleted.
pub async fn register(web: Web, question: Query<Question>) -> Reply {
    let asked = question.asked();
    let filter = asked.filter.clone();
    let (me, (mut rows, years)) =
        web.read(Gate::Administrator, move |r, me| reading::register(r, me, filter, LINES + 1)).await?;
    let lines = usize::try_from(LINES).unwrap_or(usize::MAX);
    let more = rows.len() > lines;
    rows.truncate(lines);
    web.page(&me, &view::Register::new(&asked, (&rows, more), &years, &web.reader(&me), &web.kit.words))
}
