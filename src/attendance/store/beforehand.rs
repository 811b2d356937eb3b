//! Who has a place in a session and who told that they will not come, for sheets and schedules. The rows themselves are
//! written by the rooms `sign_ups` and `absences`; only a session that is moved takes the times of its places along.

use crate::attendance::rules::{Notice, Places, ReasonCode, Standing};
use crate::db::schema::{
    absence_decisions, absence_notices, attendance_marks, enrolments, people, session_places, sessions,
    sign_ups,
};
use crate::db::{Read, Write};
use crate::kernel::{
    AbsenceNoticeId, EditionId, EnrolmentId, Moment, PersonId, Problem, SessionId, SignUpId,
};
use chrono::NaiveDate;
use diesel::dsl::{count, count_star};
use diesel::prelude::*;
use std::collections::{HashMap, HashSet};

/// The places of a session with how many are taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// What there is.
    pub places: Places,
    /// How many people have a place.
    pub confirmed: i64,
    /// How many wait.
    pub waiting: i64,
}

impl Taken {
    /// How many places are free; none while somebody waits for them.
    pub fn left(&self) -> i64 {
        if self.waiting > 0 { 0 } else { (i64::from(self.places.capacity) - self.confirmed).max(0) }
    }
}

type PlacesColumns = (i32, Option<Moment>, Option<Moment>, Option<Moment>, bool);

type PlacesSelection = (
    session_places::capacity,
    session_places::opens_at,
    session_places::closes_at,
    session_places::cancel_until,
    session_places::waiting_list,
);

const PLACES: PlacesSelection = (
    session_places::capacity,
    session_places::opens_at,
    session_places::closes_at,
    session_places::cancel_until,
    session_places::waiting_list,
);

fn places_row((capacity, opens_at, closes_at, cancel_until, waiting_list): PlacesColumns) -> Places {
    Places { capacity, opens_at, closes_at, cancel_until, waiting_list }
}

/// The places of a session; none where nobody has to sign up.
pub fn places(r: &mut Read, session: SessionId) -> Result<Option<Places>, Problem> {
    let row: Option<PlacesColumns> = session_places::table
        .filter(session_places::session_id.eq(session))
        .filter(session_places::removed_at.is_null())
        .select(PLACES)
        .first(r.conn())
        .optional()?;
    Ok(row.map(places_row))
}

/// Writes the times of a session's places anew, when it was moved.
pub fn set_times(w: &mut Write, session: SessionId, places: &Places) -> Result<(), Problem> {
    diesel::update(session_places::table.filter(session_places::session_id.eq(session)))
        .set((
            session_places::opens_at.eq(places.opens_at),
            session_places::closes_at.eq(places.closes_at),
            session_places::cancel_until.eq(places.cancel_until),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// The places of these sessions with how many are taken, where people sign up: two queries, one where nobody does.
pub fn taken(r: &mut Read, these: &[SessionId]) -> Result<HashMap<SessionId, Taken>, Problem> {
    let rows: Vec<(SessionId, PlacesColumns)> = session_places::table
        .filter(session_places::session_id.eq_any(these.to_vec()))
        .filter(session_places::removed_at.is_null())
        .select((session_places::session_id, PLACES))
        .load(r.conn())?;
    if rows.is_empty() {
        return Ok(HashMap::new());
    }
    let ids: Vec<SessionId> = rows.iter().map(|(id, _)| *id).collect();
    let counted: Vec<(SessionId, i64, i64)> = sign_ups::table
        .inner_join(enrolments::table.inner_join(people::table.on(people::id.eq(enrolments::person_id))))
        .filter(sign_ups::session_id.eq_any(ids))
        .filter(sign_ups::ended_at.is_null())
        .filter(enrolments::withdrawn_at.is_null())
        .filter(people::deactivated_at.is_null())
        .group_by(sign_ups::session_id)
        .select((sign_ups::session_id, count(sign_ups::confirmed_at), count_star()))
        .load(r.conn())?;
    let counted: HashMap<SessionId, (i64, i64)> =
        counted.into_iter().map(|(id, confirmed, all)| (id, (confirmed, all - confirmed))).collect();
    let taken = |(id, columns): (SessionId, PlacesColumns)| {
        let (confirmed, waiting) = counted.get(&id).copied().unwrap_or_default();
        (id, Taken { places: places_row(columns), confirmed, waiting })
    };
    Ok(rows.into_iter().map(taken).collect())
}

/// A sign-up that stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable)]
pub struct SignedUp {
    /// The sign-up: the smaller, the earlier.
    pub id: SignUpId,
    /// For which session.
    pub session: SessionId,
    /// Who.
    pub enrolment: EnrolmentId,
    /// Since when with a place.
    pub confirmed_at: Option<Moment>,
}

/// The sign-ups of these sessions that stand, in the order of arrival. Who has left the edition has left them, and whose
/// account is closed.
pub fn signed_up(r: &mut Read, these: &[SessionId]) -> Result<Vec<SignedUp>, Problem> {
    Ok(sign_ups::table
        .inner_join(enrolments::table.inner_join(people::table.on(people::id.eq(enrolments::person_id))))
        .filter(sign_ups::session_id.eq_any(these.to_vec()))
        .filter(sign_ups::ended_at.is_null())
        .filter(enrolments::withdrawn_at.is_null())
        .filter(people::deactivated_at.is_null())
        .order(sign_ups::id)
        .select((sign_ups::id, sign_ups::session_id, sign_ups::enrolment_id, sign_ups::confirmed_at))
        .load(r.conn())?)
}

/// How everybody of one session stands who has signed up; the rows in the order of arrival.
pub fn standings(rows: &[SignedUp]) -> HashMap<EnrolmentId, Standing> {
    let mut waiting = 0;
    let standing = |row: &SignedUp| {
        if row.confirmed_at.is_some() {
            return (row.enrolment, Standing::Confirmed);
        }
        waiting += 1;
        (row.enrolment, Standing::Waiting(waiting))
    };
    rows.iter().map(standing).collect()
}

/// How a person stands in the sessions for which they have signed up: two queries.
pub fn own(r: &mut Read, person: PersonId) -> Result<HashMap<SessionId, Standing>, Problem> {
    Ok(own_since(r, person)?.into_iter().map(|(session, (standing, _))| (session, standing)).collect())
}

/// The same, with since when they have the place.
pub fn own_since(
    r: &mut Read,
    person: PersonId,
) -> Result<HashMap<SessionId, (Standing, Option<Moment>)>, Problem> {
    let own: Vec<(SessionId, EnrolmentId, Option<Moment>)> = sign_ups::table
        .inner_join(enrolments::table.inner_join(people::table.on(people::id.eq(enrolments::person_id))))
        .filter(enrolments::person_id.eq(person))
        .filter(enrolments::withdrawn_at.is_null())
        .filter(people::deactivated_at.is_null())
        .filter(sign_ups::ended_at.is_null())
        .select((sign_ups::session_id, sign_ups::enrolment_id, sign_ups::confirmed_at))
        .load(r.conn())?;
    let waits: Vec<SessionId> =
        own.iter().filter(|(.., confirmed)| confirmed.is_none()).map(|(id, ..)| *id).collect();
    let mut queues: HashMap<SessionId, Vec<SignedUp>> = HashMap::new();
    if !waits.is_empty() {
        for row in signed_up(r, &waits)? {
            queues.entry(row.session).or_default().push(row);
        }
    }
    let standing = |(session, who, confirmed): (SessionId, EnrolmentId, Option<Moment>)| {
        if confirmed.is_some() {
            return Some((session, (Standing::Confirmed, confirmed)));
        }
        Some((session, (*standings(queues.get(&session)?).get(&who)?, None)))
    };
    Ok(own.into_iter().filter_map(standing).collect())
}

/// For which of these sessions people sign up.
pub fn with_places(r: &mut Read, these: &[SessionId]) -> Result<HashSet<SessionId>, Problem> {
    let rows: Vec<SessionId> = session_places::table
        .filter(session_places::session_id.eq_any(these.to_vec()))
        .filter(session_places::removed_at.is_null())
        .select(session_places::session_id)
        .load(r.conn())?;
    Ok(rows.into_iter().collect())
}

/// Of how many people these sessions are expected where one signs up: of those with a place, and of whoever came without.
pub fn expected(r: &mut Read, these: &[SessionId]) -> Result<HashMap<SessionId, i64>, Problem> {
    let with_places: Vec<SessionId> = with_places(r, these)?.into_iter().collect();
    if with_places.is_empty() {
        return Ok(HashMap::new());
    }
    let marked: Vec<(SessionId, EnrolmentId)> = attendance_marks::table
        .inner_join(enrolments::table)
        .filter(attendance_marks::session_id.eq_any(with_places.clone()))
        .filter(enrolments::withdrawn_at.is_null())
        .select((attendance_marks::session_id, attendance_marks::enrolment_id))
        .load(r.conn())?;
    let confirmed = signed_up(r, &with_places)?.into_iter().filter(|row| row.confirmed_at.is_some());
    let mut people: HashMap<SessionId, HashSet<EnrolmentId>> =
        with_places.into_iter().map(|id| (id, HashSet::new())).collect();
    for (session, who) in marked.into_iter().chain(confirmed.map(|row| (row.session, row.enrolment))) {
        people.entry(session).or_default().insert(who);
    }
    let count =
        |(id, those): (SessionId, HashSet<EnrolmentId>)| (id, i64::try_from(those.len()).unwrap_or(i64::MAX));
    Ok(people.into_iter().map(count).collect())
}

type NoticeColumns = (AbsenceNoticeId, ReasonCode, Option<String>, bool, (Option<NaiveDate>, NaiveDate));

type NoticeSelection = (
    absence_notices::id,
    absence_notices::reason,
    absence_notices::words,
    absence_notices::late,
    (absence_notices::held_on, sessions::held_on),
);

const NOTICE: NoticeSelection = (
    absence_notices::id,
    absence_notices::reason,
    absence_notices::words,
    absence_notices::late,
    (absence_notices::held_on, sessions::held_on),
);

/// What the people of a session told about missing it, and have not taken back.
pub fn notices(r: &mut Read, session: SessionId) -> Result<HashMap<EnrolmentId, Notice>, Problem> {
    let rows: Vec<(EnrolmentId, NoticeColumns)> = absence_notices::table
        .inner_join(sessions::table)
        .filter(absence_notices::session_id.eq(session))
        .filter(absence_notices::taken_back_at.is_null())
        .select((absence_notices::enrolment_id, NOTICE))
        .load(r.conn())?;
    decided(r, rows)
}

/// How many notices of an edition that came after the start wait for a decision: those that its list of absences puts first.
pub fn waiting_notices(r: &mut Read, edition: EditionId) -> Result<i64, Problem> {
    let decided = absence_decisions::table.select(absence_decisions::notice_id);
    Ok(absence_notices::table
        .inner_join(sessions::table)
        .inner_join(enrolments::table)
        .filter(sessions::edition_id.eq(edition))
        .filter(absence_notices::taken_back_at.is_null())
        .filter(absence_notices::late.eq(true))
        .filter(enrolments::withdrawn_at.is_null())
        .filter(absence_notices::id.ne_all(decided))
        .count()
        .get_result(r.conn())?)
}

/// What a person told about sessions ahead and behind, and has not taken back.
pub fn notices_of(r: &mut Read, person: PersonId) -> Result<HashMap<SessionId, Notice>, Problem> {
    let rows: Vec<(SessionId, NoticeColumns)> = absence_notices::table
        .inner_join(enrolments::table)
        .inner_join(sessions::table)
        .filter(enrolments::person_id.eq(person))
        .filter(absence_notices::taken_back_at.is_null())
        .select((absence_notices::session_id, NOTICE))
        .load(r.conn())?;
    decided(r, rows)
}

fn decided<K: std::hash::Hash + Eq>(
    r: &mut Read,
    rows: Vec<(K, NoticeColumns)>,
) -> Result<HashMap<K, Notice>, Problem> {
    let late: Vec<AbsenceNoticeId> =
        rows.iter().filter(|(_, (.., late, _))| *late).map(|(_, (id, ..))| *id).collect();
    let accepted = decisions(r, &late)?;
    let notice = |(key, (id, reason, words, late, (told_for, held_on))): (K, NoticeColumns)| {
        let moved = !late && told_for.is_some_and(|day| day != held_on);
        (key, Notice { reason, words, late, accepted: accepted.get(&id).copied(), moved })
    };
    Ok(rows.into_iter().map(notice).collect())
}

/// Whether these notices were accepted, where that was decided. The newest decision holds.
pub fn decisions(r: &mut Read, these: &[AbsenceNoticeId]) -> Result<HashMap<AbsenceNoticeId, bool>, Problem> {
    if these.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(AbsenceNoticeId, bool)> = absence_decisions::table
        .filter(absence_decisions::notice_id.eq_any(these.to_vec()))
        .order(absence_decisions::id)
        .select((absence_decisions::notice_id, absence_decisions::accepted))
        .load(r.conn())?;
    Ok(rows.into_iter().collect())
}
