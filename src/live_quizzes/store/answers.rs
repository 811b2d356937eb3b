//! Rows of answers.

use crate::db::schema::{live_answers, live_rounds};
use crate::db::{Json, Read, Write};
use crate::kernel::{LivePlayerId, LiveQuizId, LiveRoundId, Moment, Problem};
use crate::live_quizzes::rules::Given;
use crate::questions::rules::Weight;
use diesel::prelude::*;
use serde_json::Value;

type Row = (i32, LivePlayerId, i32, Json<Value>, i32, i32);

/// Every answer of a live quiz, in the order of arrival.
pub fn all(r: &mut Read, id: LiveQuizId) -> Result<Vec<Given>, Problem> {
    let rows: Vec<Row> = live_answers::table
        .inner_join(live_rounds::table)
        .filter(live_rounds::live_quiz_id.eq(id))
        .order(live_answers::id)
        .select((
            live_rounds::position,
            live_answers::player_id,
            live_answers::opening,
            live_answers::response,
            live_answers::fraction,
            live_answers::points,
        ))
        .load(r.conn())?;
    Ok(rows.into_iter().map(given).collect())
}

fn given((position, player, opening, response, share, points): Row) -> Given {
    let position = usize::try_from(position).unwrap_or_default();
    // Whether it came late follows from the steps.
    Given { position, player, opening, response: response.0, share: Weight(share), points, late: false }
}

/// An answer about to be written.
#[derive(Debug, Clone)]
pub struct NewAnswer {
    /// To which question.
    pub round: LiveRoundId,
    /// By whom.
    pub player: LivePlayerId,
    /// The step that had opened the question.
    pub opening: i32,
    /// The answer in its wire form.
    pub response: Value,
    /// How much of it is right.
    pub share: Weight,
    /// What it gives.
    pub points: i32,
}

/// Adds an answer. The schema refuses a second one while the question is open.
pub fn insert(w: &mut Write, new: &NewAnswer, now: Moment) -> Result<(), Problem> {
    diesel::insert_into(live_answers::table)
        .values((
            live_answers::round_id.eq(new.round),
            live_answers::player_id.eq(new.player),
            live_answers::opening.eq(new.opening),
            live_answers::response.eq(Json(new.response.clone())),
            live_answers::answered_at.eq(now),
            live_answers::fraction.eq(new.share.0),
            live_answers::points.eq(new.points),
        ))
        .execute(w.conn())?;
    Ok(())
}
