//! Rows of places and of sign-ups. Nothing is ever deleted.

pub mod hindrances;

use crate::attendance::rules::Places;
use crate::attendance::store::beforehand;
use crate::db::schema::{editions, enrolments, people, session_places, sessions, sign_ups};
use crate::db::{Read, Write, each};
use crate::kernel::{EnrolmentId, Moment, PersonId, PersonName, Problem, SessionId, SignUpId};
use crate::sign_ups::rules::Entry;
use diesel::dsl::{count, count_star, max};
use diesel::prelude::*;

/// Everybody who has signed up for a session and is still enrolled, in the order of arrival.
pub fn entries(r: &mut Read, session: SessionId) -> Result<Vec<Entry>, Problem> {
    let rows = beforehand::signed_up(r, &[session])?;
    let entry = |row: beforehand::SignedUp| Entry {
        id: row.id,
        who: row.enrolment,
        confirmed: row.confirmed_at.is_some(),
    };
    Ok(rows.into_iter().map(entry).collect())
}

/// Sets the places of a session, or sets them anew.
pub fn set_places(
    w: &mut Write,
    session: SessionId,
    places: &Places,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    use session_places as rows;
    let said = || {
        (
            rows::capacity.eq(places.capacity),
            rows::opens_at.eq(places.opens_at),
            rows::closes_at.eq(places.closes_at),
            rows::cancel_until.eq(places.cancel_until),
            rows::waiting_list.eq(places.waiting_list),
            rows::set_at.eq(now),
            rows::set_by.eq(by),
        )
    };
    let insert = diesel::insert_into(rows::table).values((rows::session_id.eq(session), said()));
    let fresh: usize = each!(w.conn(), c => {
        insert.on_conflict(rows::session_id).do_nothing().execute(c)?
    });
    if fresh == 0 {
        let nobody = (rows::removed_at.eq(None::<Moment>), rows::removed_by.eq(None::<PersonId>));
        diesel::update(rows::table.filter(rows::session_id.eq(session)))
            .set((said(), nobody))
            .execute(w.conn())?;
    }
    Ok(())
}

/// Lets people come to a session without signing up again.
pub fn remove_places(
    w: &mut Write,
    session: SessionId,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::update(session_places::table.filter(session_places::session_id.eq(session)))
        .set((session_places::removed_at.eq(now), session_places::removed_by.eq(by)))
        .execute(w.conn())?;
    Ok(())
}

/// Writes down that somebody signs up; with a place, or waiting for one.
pub fn insert(
    w: &mut Write,
    (session, who): (SessionId, EnrolmentId),
    (confirmed, reason): (bool, Option<&str>),
    (by, now): (Option<PersonId>, Moment),
) -> Result<SignUpId, Problem> {
    Ok(diesel::insert_into(sign_ups::table)
        .values((
            sign_ups::session_id.eq(session),
            sign_ups::enrolment_id.eq(who),
            sign_ups::signed_up_at.eq(now),
            sign_ups::signed_up_by.eq(by),
            sign_ups::reason.eq(reason),
            sign_ups::confirmed_at.eq(confirmed.then_some(now)),
        ))
        .returning(sign_ups::id)
        .get_result(w.conn())?)
}

/// Gives places to these who waited.
pub fn confirm(w: &mut Write, these: &[SignUpId], now: Moment) -> Result<(), Problem> {
    diesel::update(sign_ups::table.filter(sign_ups::id.eq_any(these.to_vec())))
        .set(sign_ups::confirmed_at.eq(now))
        .execute(w.conn())?;
    Ok(())
}

/// Ends a sign-up.
pub fn end(
    w: &mut Write,
    id: SignUpId,
    reason: Option<&str>,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::update(sign_ups::table.filter(sign_ups::id.eq(id)))
        .set((sign_ups::ended_at.eq(now), sign_ups::ended_by.eq(by), sign_ups::end_reason.eq(reason)))
        .execute(w.conn())?;
    Ok(())
}

/// Ends what people had in a session whose enrolment was withdrawn or whose account was closed: were they back again, the
/// place may have gone.
pub fn end_withdrawn(w: &mut Write, session: SessionId, now: Moment) -> Result<(), Problem> {
    let gone: Vec<SignUpId> = sign_ups::table
        .inner_join(enrolments::table.inner_join(people::table.on(people::id.eq(enrolments::person_id))))
        .filter(sign_ups::session_id.eq(session))
        .filter(sign_ups::ended_at.is_null())
        .filter(enrolments::withdrawn_at.is_not_null().or(people::deactivated_at.is_not_null()))
        .select(sign_ups::id)
        .load(w.conn())?;
    if gone.is_empty() {
        return Ok(());
    }
    diesel::update(sign_ups::table.filter(sign_ups::id.eq_any(gone)))
        .set(sign_ups::ended_at.eq(now))
        .execute(w.conn())?;
    Ok(())
}

/// The sessions ahead that have a free place for which somebody waits, because whoever had it left the edition or closed
/// the account.
pub fn with_free_places(r: &mut Read, now: Moment) -> Result<Vec<SessionId>, Problem> {
    let rows: Vec<(SessionId, Option<i32>, i64, i64)> = sign_ups::table
        .inner_join(enrolments::table.inner_join(people::table.on(people::id.eq(enrolments::person_id))))
        .inner_join(sessions::table.inner_join(editions::table))
        .inner_join(session_places::table.on(session_places::session_id.eq(sign_ups::session_id)))
        .filter(sessions::starts_at.gt(now))
        .filter(sessions::cancelled_at.is_null())
        .filter(editions::closed_at.is_null())
        .filter(session_places::removed_at.is_null())
        .filter(sign_ups::ended_at.is_null())
        .filter(enrolments::withdrawn_at.is_null())
        .filter(people::deactivated_at.is_null())
        .group_by(sign_ups::session_id)
        .order(sign_ups::session_id)
        .select((
            sign_ups::session_id,
            // There is one for a session; this way it need not stand among what is grouped by.
            max(session_places::capacity),
            count(sign_ups::confirmed_at),
            count_star(),
        ))
        .load(r.conn())?;
    let free = |(_, capacity, confirmed, all): &(SessionId, Option<i32>, i64, i64)| {
        confirmed < all && *confirmed < i64::from(capacity.unwrap_or(0))
    };
    Ok(rows.into_iter().filter(free).map(|(session, ..)| session).collect())
}

/// The people of enrolments.
pub fn people_of(r: &mut Read, these: &[EnrolmentId]) -> Result<Vec<PersonId>, Problem> {
    Ok(enrolments::table
        .filter(enrolments::id.eq_any(these.to_vec()))
        .select(enrolments::person_id)
        .load(r.conn())?)
}

/// A sign-up with its history.
#[derive(Debug, Clone)]
pub struct SignUpRow {
    /// The sign-up.
    pub id: SignUpId,
    /// Who.
    pub enrolment: EnrolmentId,
    /// The person.
    pub person: PersonId,
    /// The name.
    pub name: PersonName,
    /// When it was written.
    pub signed_up_at: Moment,
    /// By whom: the person, or somebody for them.
    pub signed_up_by: Option<PersonId>,
    /// Why somebody signed them up.
    pub reason: Option<String>,
    /// Since when with a place.
    pub confirmed_at: Option<Moment>,
    /// Since when it is over, and by whom: nobody when the person left the edition.
    pub ended: Option<(Moment, Option<PersonId>)>,
    /// Why it was ended by somebody else.
    pub end_reason: Option<String>,
    /// Whether the person has left the edition, or has no account any more.
    pub withdrawn: bool,
}

/// Every sign-up of a session, in the order of arrival.
pub fn history(r: &mut Read, session: SessionId) -> Result<Vec<SignUpRow>, Problem> {
    type Who = (EnrolmentId, PersonId, (Option<Moment>, Option<Moment>), String, String, Option<String>);
    type Came = (Moment, Option<PersonId>, Option<String>, Option<Moment>);
    type Left = (Option<Moment>, Option<PersonId>, Option<String>);
    let rows: Vec<(SignUpId, Who, Came, Left)> = sign_ups::table
        .inner_join(enrolments::table.inner_join(people::table.on(people::id.eq(enrolments::person_id))))
        .filter(sign_ups::session_id.eq(session))
        .order(sign_ups::id)
        .select((
            sign_ups::id,
            (
                enrolments::id,
                people::id,
                (enrolments::withdrawn_at, people::deactivated_at),
                people::surname,
                people::given_name,
                people::patronymic,
            ),
            (sign_ups::signed_up_at, sign_ups::signed_up_by, sign_ups::reason, sign_ups::confirmed_at),
            (sign_ups::ended_at, sign_ups::ended_by, sign_ups::end_reason),
        ))
        .load(r.conn())?;
    let row = |(id, who, came, left): (SignUpId, Who, Came, Left)| {
        let (enrolment, person, (left_at, closed_at), surname, given_name, patronymic) = who;
        let (signed_up_at, signed_up_by, reason, confirmed_at) = came;
        let (ended_at, ended_by, end_reason) = left;
        SignUpRow {
            id,
            enrolment,
            person,
            name: PersonName { surname, given_name, patronymic },
            signed_up_at,
            signed_up_by,
            reason,
            confirmed_at,
            ended: ended_at.map(|at| (at, ended_by)),
            end_reason,
            withdrawn: left_at.is_some() || closed_at.is_some(),
        }
    };
    Ok(rows.into_iter().map(row).collect())
}
