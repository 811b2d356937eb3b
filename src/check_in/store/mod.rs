//! Rows of the check-in: when people were let in, and the close.

pub mod arrivals;
pub mod online;

use super::rules::{Flag, Opening};
use crate::db::schema::{check_in_closings, check_ins, enrolments, sessions};
use crate::db::{Read, Write, each, stored_text};
use crate::kernel::{CheckInId, Moment, PersonId, Problem, SessionId};
use diesel::prelude::*;

stored_text!(Flag, as_str, parse);

/// An opening of the check-in of a session. The newest holds.
#[derive(Debug, Clone)]
pub struct OpeningRow {
    /// The opening.
    pub id: CheckInId,
    /// Of which session.
    pub session: SessionId,
    /// How people mark themselves.
    pub opening: Opening,
    /// The number said aloud.
    pub spoken: Option<String>,
    /// Since when it is closed by hand.
    pub closed_at: Option<Moment>,
}

type Columns =
    ((CheckInId, SessionId, bool, bool, bool), (Option<String>, i32, i32, Option<i32>), Option<Moment>);

fn row((whose, how, closed_at): Columns) -> OpeningRow {
    let (id, session, in_person, online, by_joining) = whose;
    let (spoken, opens_before, on_time_after, prompt_minutes) = how;
    let asks = spoken.is_some();
    let opening =
        Opening { in_person, online, by_joining, spoken: asks, opens_before, on_time_after, prompt_minutes };
    OpeningRow { id, session, opening, spoken, closed_at }
}

/// The newest opening of a session.
pub fn newest(r: &mut Read, session: SessionId) -> Result<Option<OpeningRow>, Problem> {
    let newest = check_ins::table
        .left_join(check_in_closings::table)
        .filter(check_ins::session_id.eq(session))
        .order(check_ins::id.desc())
        .select((
            (
                check_ins::id,
                check_ins::session_id,
                check_ins::in_person,
                check_ins::online,
                check_ins::by_joining,
            ),
            (check_ins::spoken, check_ins::opens_before, check_ins::on_time_after, check_ins::prompt_minutes),
            check_in_closings::closed_at.nullable(),
        ));
    let found: Option<Columns> = each!(r.conn(), c => newest.first(c).optional()?);
    Ok(found.map(row))
}

/// Since when a session asks every so many minutes: openings in a row that ask alike are one.
pub fn asked_since(r: &mut Read, session: SessionId, every: i32) -> Result<Option<Moment>, Problem> {
    let rows: Vec<(Option<i32>, Moment)> = check_ins::table
        .filter(check_ins::session_id.eq(session))
        .order(check_ins::id.desc())
        .select((check_ins::prompt_minutes, check_ins::opened_at))
        .load(r.conn())?;
    let alike = rows.into_iter().take_while(|(minutes, _)| *minutes == Some(every));
    Ok(alike.last().map(|(_, at)| at))
}

/// The sessions of a person, not cancelled and near a moment, whose check-in was ever opened.
pub fn near(r: &mut Read, person: PersonId, (from, to): (Moment, Moment)) -> Result<Vec<SessionId>, Problem> {
    Ok(check_ins::table
        .inner_join(sessions::table)
        .inner_join(enrolments::table.on(enrolments::edition_id.eq(sessions::edition_id)))
        .filter(enrolments::person_id.eq(person))
        .filter(enrolments::withdrawn_at.is_null())
        .filter(sessions::cancelled_at.is_null())
        .filter(sessions::starts_at.lt(to))
        .filter(sessions::ends_at.gt(from))
        .order((sessions::starts_at, sessions::id))
        .select((sessions::id, sessions::starts_at))
        .distinct()
        .load::<(SessionId, Moment)>(r.conn())?
        .into_iter()
        .map(|(id, _)| id)
        .collect())
}

/// Opens the check-in of a session.
pub fn open(
    w: &mut Write,
    session: SessionId,
    (opening, spoken): (&Opening, Option<&str>),
    (by, now): (Option<PersonId>, Moment),
) -> Result<CheckInId, Problem> {
    Ok(diesel::insert_into(check_ins::table)
        .values((
            check_ins::session_id.eq(session),
            check_ins::in_person.eq(opening.in_person),
            check_ins::online.eq(opening.online),
            check_ins::by_joining.eq(opening.by_joining),
            check_ins::spoken.eq(spoken),
            check_ins::opens_before.eq(opening.opens_before),
            check_ins::on_time_after.eq(opening.on_time_after),
            check_ins::prompt_minutes.eq(opening.prompt_minutes),
            check_ins::opened_at.eq(now),
            check_ins::opened_by.eq(by),
        ))
        .returning(check_ins::id)
        .get_result(w.conn())?)
}

/// Closes it; `false` when it is closed already.
pub fn close(w: &mut Write, id: CheckInId, by: Option<PersonId>, now: Moment) -> Result<bool, Problem> {
    let insert = diesel::insert_into(check_in_closings::table).values((
        check_in_closings::check_in_id.eq(id),
        check_in_closings::closed_at.eq(now),
        check_in_closings::closed_by.eq(by),
    ));
    let closed: usize = each!(w.conn(), c => {
        insert.on_conflict(check_in_closings::check_in_id).do_nothing().execute(c)?
    });
    Ok(closed > 0)
}
