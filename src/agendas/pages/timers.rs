//! The projector page with the time that is left of each question.

use crate::agendas::actions;
use crate::agendas::rules::clock::begun_for;
use crate::agendas::views::Timer;
use crate::kernel::{Gate, Moment, SessionId};
use crate::web::{Reply, Web, paths};
use actix_web::web::{Path, Query};
use serde::Deserialize;

/// Nobody times an agenda that began longer ago than two days.
const NEAR_SECONDS: u64 = 2 * 24 * 60 * 60;

/// From when the time runs: nothing is stored, so that the address can be opened on two screens alike.
#[derive(Debug, Deserialize)]
pub struct Running {
    /// The second of Unix time at which the first question began; the start of the session when it is not said.
    from: Option<String>,
    /// The question that begins now, by its place from 0 among those that have a length.
    item: Option<String>,
}

/// `GET /sessions/{session}/timer`
pub async fn show(web: Web, path: Path<i64>, running: Query<Running>) -> Reply {
    let (id, now) = (SessionId(path.into_inner()), web.now());
    let (me, timed) = web.read(Gate::Trainer, move |r, me| actions::timed(r, me, id)).await?;
    if let Some(item) = running.item.as_ref().and_then(|item| item.parse().ok()) {
        let lengths: Vec<_> = timed.questions.iter().filter_map(|one| one.minutes).collect();
        let from = begun_for(&lengths, item, now);
        return web.redirect(paths::session_timer_from(id, from.0.timestamp()));
    }
    let second = running.from.as_ref().and_then(|second| second.parse::<i64>().ok());
    let near =
        second.filter(|second| second.saturating_sub(now.0.timestamp()).unsigned_abs() <= NEAR_SECONDS);
    let from = near.and_then(|second| chrono::DateTime::from_timestamp(second, 0)).map(Moment);
    web.page(&me, &Timer::new(&timed, from, &web.reader(&me)))
}
