//! What live quizzes gave somebody that were let count. A completion keeps one number only, so that after a mark
//! was lowered the number of the live quiz has to be read again from the answers given there.

use crate::db::schema::{
    enrolments, live_answers, live_credits, live_players, live_quizzes, live_rounds, live_steps,
    question_versions,
};
use crate::db::{Json, Read};
use crate::kernel::{ActivityId, EnrolmentId, LivePlayerId, LiveQuizId, LiveRoundId, Permille, Problem};
use crate::programmes::rules::quiz::Question;
use crate::questions::rules::Weight;
use crate::questions::rules::marking::{Mark, outcome};
use diesel::prelude::*;
use serde_json::Value;
use std::collections::HashMap;

/// The shares that a trainee reached in the live quizzes of a quiz whose results were let count. Nearly always
/// there is none, and that is one query.
pub fn live_results(
    r: &mut Read,
    enrolment: EnrolmentId,
    quiz: ActivityId,
) -> Result<Vec<Permille>, Problem> {
    let played: Vec<(LiveQuizId, LivePlayerId)> = live_players::table
        .inner_join(live_quizzes::table)
        .inner_join(live_credits::table.on(live_credits::live_quiz_id.eq(live_quizzes::id)))
        .inner_join(enrolments::table.on(live_players::person_id.eq(enrolments::person_id.nullable())))
        .filter(enrolments::id.eq(enrolment))
        .filter(enrolments::edition_id.eq(live_quizzes::edition_id))
        .filter(live_quizzes::activity_id.eq(quiz))
        .select((live_quizzes::id, live_players::id))
        .load(r.conn())?;
    played.into_iter().map(|(id, player)| result(r, id, player)).collect()
}

/// The share of the questions asked that a player had right.
fn result(r: &mut Read, id: LiveQuizId, player: LivePlayerId) -> Result<Permille, Problem> {
    let asked: i64 = live_steps::table
        .filter(live_steps::live_quiz_id.eq(id))
        .filter(live_steps::kind.eq("opened"))
        .count()
        .get_result(r.conn())?;
    let rounds: Vec<(LiveRoundId, Json<Question>)> = live_rounds::table
        .inner_join(question_versions::table)
        .filter(live_rounds::live_quiz_id.eq(id))
        .order(live_rounds::position)
        .limit(asked)
        .select((live_rounds::id, question_versions::definition))
        .load(r.conn())?;
    let answers: Vec<(LiveRoundId, Json<Value>, i32)> = live_answers::table
        .filter(live_answers::player_id.eq(player))
        .order(live_answers::opening)
        .select((live_answers::round_id, live_answers::response, live_answers::fraction))
        .load(r.conn())?;
    // As in the live quiz itself: the first answer counts, or the last that changed it.
    let mut counting: HashMap<LiveRoundId, (Value, i32)> = HashMap::new();
    for (round, response, share) in answers {
        let kept = counting.entry(round).or_insert_with(|| (response.0.clone(), share));
        if kept.0 != response.0 {
            *kept = (response.0, share);
        }
    }
    let marks = rounds.iter().map(|(round, question)| {
        let share = counting.get(round).map_or(0, |(_, share)| *share);
        Mark::of(&question.0, Some(Weight(share)))
    });
    Ok(outcome(marks).result)
}
