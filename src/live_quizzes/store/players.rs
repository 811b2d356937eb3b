//! Rows of those who play.

use crate::db::schema::{accommodations, enrolments, live_players, live_quizzes};
use crate::db::{Read, Write};
use crate::kernel::{EditionId, EnrolmentId, LivePlayerId, LiveQuizId, Moment, PersonId, Problem};
use diesel::prelude::*;
use std::collections::HashMap;

/// Somebody who plays.
#[derive(Debug, Clone, Queryable)]
pub struct PlayerRow {
    /// The player.
    pub id: LivePlayerId,
    /// In which live quiz.
    pub live_quiz_id: LiveQuizId,
    /// The account, if there is one.
    pub person_id: Option<PersonId>,
    /// The name in the table.
    pub name: String,
    /// The team, from 1.
    pub team: Option<i32>,
}

const PLAYER: (
    live_players::id,
    live_players::live_quiz_id,
    live_players::person_id,
    live_players::name,
    live_players::team,
) = (
    live_players::id,
    live_players::live_quiz_id,
    live_players::person_id,
    live_players::name,
    live_players::team,
);

/// The players of a live quiz in the order of joining.
pub fn all(r: &mut Read, id: LiveQuizId) -> Result<Vec<PlayerRow>, Problem> {
    Ok(live_players::table
        .filter(live_players::live_quiz_id.eq(id))
        .order(live_players::id)
        .select(PLAYER)
        .load(r.conn())?)
}

/// A player.
pub fn player(r: &mut Read, id: LivePlayerId) -> Result<Option<PlayerRow>, Problem> {
    Ok(live_players::table.filter(live_players::id.eq(id)).select(PLAYER).first(r.conn()).optional()?)
}

/// The player that a person is in a live quiz.
pub fn of_person(r: &mut Read, id: LiveQuizId, person: PersonId) -> Result<Option<PlayerRow>, Problem> {
    Ok(live_players::table
        .filter(live_players::live_quiz_id.eq(id))
        .filter(live_players::person_id.eq(person))
        .select(PLAYER)
        .first(r.conn())
        .optional()?)
}

/// How many play.
pub fn count(r: &mut Read, id: LiveQuizId) -> Result<i64, Problem> {
    Ok(live_players::table.filter(live_players::live_quiz_id.eq(id)).count().get_result(r.conn())?)
}

/// Whether a name is taken.
pub fn is_taken(r: &mut Read, id: LiveQuizId, folded: &str) -> Result<bool, Problem> {
    let taken: i64 = live_players::table
        .filter(live_players::live_quiz_id.eq(id))
        .filter(live_players::folded_name.eq(folded))
        .count()
        .get_result(r.conn())?;
    Ok(taken > 0)
}

/// The extra time of those players who have some, in per cent.
pub fn extras(r: &mut Read, id: LiveQuizId) -> Result<HashMap<LivePlayerId, i32>, Problem> {
    let rows: Vec<(LivePlayerId, i32)> = accommodations::table
        .inner_join(live_players::table.on(live_players::person_id.eq(accommodations::person_id.nullable())))
        .filter(live_players::live_quiz_id.eq(id))
        .order(accommodations::id)
        .select((live_players::id, accommodations::extra_time_percent))
        .load(r.conn())?;
    // The latest holds, and it may be that there is none any more.
    let latest: HashMap<LivePlayerId, i32> = rows.into_iter().collect();
    Ok(latest.into_iter().filter(|(_, percent)| *percent > 0).collect())
}

/// The most extra time that anybody has in each live quiz of an edition, in per cent.
pub fn most_extra_of_edition(r: &mut Read, edition: EditionId) -> Result<HashMap<LiveQuizId, i32>, Problem> {
    let rows: Vec<(LiveQuizId, LivePlayerId, i32)> = accommodations::table
        .inner_join(live_players::table.on(live_players::person_id.eq(accommodations::person_id.nullable())))
        .inner_join(live_quizzes::table.on(live_quizzes::id.eq(live_players::live_quiz_id)))
        .filter(live_quizzes::edition_id.eq(edition))
        .order(accommodations::id)
        .select((live_quizzes::id, live_players::id, accommodations::extra_time_percent))
        .load(r.conn())?;
    let latest: HashMap<(LiveQuizId, LivePlayerId), i32> =
        rows.into_iter().map(|(quiz, player, percent)| ((quiz, player), percent)).collect();
    let mut most: HashMap<LiveQuizId, i32> = HashMap::new();
    for ((quiz, _), percent) in latest {
        let known = most.entry(quiz).or_default();
        *known = percent.max(*known);
    }
    Ok(most)
}

/// Somebody about to play.
#[derive(Debug, Clone)]
pub struct NewPlayer<'n> {
    /// In which live quiz.
    pub live_quiz: LiveQuizId,
    /// The account, if there is one.
    pub person: Option<PersonId>,
    /// The name in the table.
    pub name: &'n str,
    /// The name as it is compared.
    pub folded: &'n str,
    /// The team, from 1.
    pub team: Option<i32>,
}

/// Adds a player.
pub fn insert(w: &mut Write, new: &NewPlayer<'_>, now: Moment) -> Result<LivePlayerId, Problem> {
    Ok(diesel::insert_into(live_players::table)
        .values((
            live_players::live_quiz_id.eq(new.live_quiz),
            live_players::person_id.eq(new.person),
            live_players::name.eq(new.name),
            live_players::folded_name.eq(new.folded),
            live_players::team.eq(new.team),
            live_players::joined_at.eq(now),
        ))
        .returning(live_players::id)
        .get_result(w.conn())?)
}

/// Whether a person is a trainee of an edition.
pub fn is_trainee(r: &mut Read, edition: EditionId, person: PersonId) -> Result<bool, Problem> {
    let found: i64 = enrolments::table
        .filter(enrolments::edition_id.eq(edition))
        .filter(enrolments::person_id.eq(person))
        .filter(enrolments::withdrawn_at.is_null())
        .count()
        .get_result(r.conn())?;
    Ok(found > 0)
}

/// The enrolments of those players who are trainees of the edition.
pub fn enrolled(
    r: &mut Read,
    id: LiveQuizId,
    edition: EditionId,
) -> Result<Vec<(LivePlayerId, EnrolmentId)>, Problem> {
    Ok(live_players::table
        .inner_join(enrolments::table.on(live_players::person_id.eq(enrolments::person_id.nullable())))
        .filter(live_players::live_quiz_id.eq(id))
        .filter(enrolments::edition_id.eq(edition))
        .filter(enrolments::withdrawn_at.is_null())
        .order(live_players::id)
        .select((live_players::id, enrolments::id))
        .load(r.conn())?)
}
