//! The cases that wait for those who teach.

use crate::api::{Api, ApiErrors, ok};
use crate::kernel::{EditionId, Gate, PersonName, Word};
use crate::site_cases::actions::{self, Queued, Wish};
use crate::site_cases::rules::State;
use crate::web::Reply;
use actix_web::web::Query;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// What of the queue is asked for.
#[derive(Debug, Default, Deserialize, IntoParams)]
pub struct Asked {
    /// Of this edition.
    edition: Option<i64>,
    /// `waiting`, `answered`, `redo` or `closed`; without one, everything that is not closed.
    state: Option<String>,
    /// The page, from 0; 50 cases each.
    #[serde(default)]
    page: i64,
}

/// A page of the queue.
#[derive(Debug, Serialize, ToSchema)]

pub struct SiteQueueDto {
    /// How many wait, on all pages.
    waiting: i64,
    /// Whether another page follows.
    more: bool,
    /// The cases: those that wait first, the oldest of each state first.
    cases: Vec<SiteQueuedDto>,
}

/// A case in the queue.
#[derive(Debug, Serialize, ToSchema)]

pub struct SiteQueuedDto {
    /// The case.
    id: i64,
    /// What it is called; `null` while its text is hidden.
    title: Option<String>,
    /// In which edition.
    edition_id: i64,
    /// Who raised it.
    author: String,
    /// Who sent them.
    organisation: Option<String>,
    /// `waiting`, `answered`, `redo` or `closed`.
    state: &'static str,
    /// Since when: one that waits, since the first thing that nobody has answered.
    since: String,
    /// Who of those who teach has it in hand.
    taken_by: Option<String>,
}

/// The cases of the editions that the bearer teaches or administers.
#[utoipa::path(get, path = "/api/v1/site-cases", tag = "site-cases", params(Asked),
    responses((status = 200, body = SiteQueueDto), (status = 403, body = ApiErrors)))]
pub async fn index(api: Api, asked: Query<Asked>) -> Reply {
    let Asked { edition, state, page } = asked.into_inner();
    let state = state.as_deref().and_then(State::parse);
    let wish = Wish { edition: edition.map(EditionId), state, page };
    let (_, queue) = api.read(Gate::Trainer, move |r, me| actions::queue(r, me, wish)).await?;
    let case = |case: &Queued| SiteQueuedDto {
        id: case.row.id.0,
        title: case.title.clone(),
        edition_id: case.row.edition.0,
        author: case.row.author.full(),
        organisation: case.row.organisation.clone(),
        state: case.row.state.as_str(),
        since: case.row.since.rfc3339(),
        taken_by: case.taker.as_ref().map(|(_, name)| PersonName::full(name)),
    };
    let cases = queue.cases.iter().map(case).collect();
    Ok(ok(&SiteQueueDto { waiting: queue.waiting, more: queue.more, cases }))
}
