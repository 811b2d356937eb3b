//! The cases that wait for those who teach.

use crate::kernel::{EditionId, Gate, Word};
use crate::site_cases::actions::{self, Wish};
use crate::site_cases::rules::State;
use crate::site_cases::views::{QueuePage, Wished};
use crate::web::{Reply, Web};
use actix_web::web::Query;
use serde::Deserialize;

/// What of the queue is asked for.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    edition: String,
    #[serde(default)]
    state: String,
    #[serde(default)]
    page: String,
}

/// `GET /site-cases`.
pub async fn index(web: Web, asked: Query<Asked>) -> Reply {
    let Asked { edition, state, page } = asked.into_inner();
    let wished = Wished { edition, state, page: page.parse().unwrap_or_default() };
    let wish = Wish {
        edition: wished.edition.parse().ok().map(EditionId),
        state: State::parse(&wished.state),
        page: wished.page,
    };
    let (me, queue) = web.read(Gate::Trainer, move |r, me| actions::queue(r, me, wish)).await?;
    web.page(&me, &QueuePage::new(&queue, &wished, &web.reader(&me), &web.say(&me)))
}
