//! What the page of an edition is made of, in few queries whatever the number of people.

use crate::db::Read;
use crate::db::schema::{attendance_marks, documents, enrolments, grading_works, session_places, sessions};
use crate::kernel::{ActivityId, EditionId, EnrolmentId, Moment, Problem, SessionId};
use crate::progress::rules::held::{Meeting, Seat};
use diesel::dsl::exists;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer, Timestamp};
use std::collections::{HashMap, HashSet};

/// The sessions of an edition that were not cancelled, in their order.
pub fn meetings(r: &mut Read, edition: EditionId) -> Result<Vec<Meeting>, Problem> {
    Ok(meetings_of(r, &[edition])?.remove(&edition).unwrap_or_default())
}

/// The sessions of editions that were not cancelled, in their order: one query, whatever the number of editions and
/// of marks.
pub fn meetings_of(r: &mut Read, these: &[EditionId]) -> Result<HashMap<EditionId, Vec<Meeting>>, Problem> {
    type Row = (EditionId, SessionId, ActivityId, Moment, Moment, (bool, bool));
    let marks = attendance_marks::table.filter(attendance_marks::session_id.eq(sessions::id));
    let places = session_places::table
        .filter(session_places::session_id.eq(sessions::id))
        .filter(session_places::removed_at.is_null());
    let rows: Vec<Row> = sessions::table
        .filter(sessions::edition_id.eq_any(these.to_vec()))
        .filter(sessions::cancelled_at.is_null())
        .order((sessions::starts_at, sessions::id))
        .select((
            sessions::edition_id,
            sessions::id,
            sessions::activity_id,
            sessions::starts_at,
            sessions::ends_at,
            (exists(marks), exists(places)),
        ))
        .load(r.conn())?;
    let mut meetings: HashMap<EditionId, Vec<Meeting>> = HashMap::new();
    for (edition, session, activity, starts_at, ends_at, (marked, by_choice)) in rows {
        let meeting = Meeting { session, activity, starts_at, ends_at, marked, by_choice };
        meetings.entry(edition).or_default().push(meeting);
    }
    Ok(meetings)
}

#[derive(QueryableByName)]
struct SeatRow {
    #[diesel(sql_type = BigInt)]
    enrolment: i64,
    #[diesel(sql_type = BigInt)]
    meeting: i64,
    #[diesel(sql_type = Integer)]
    came: i32,
}

impl SeatRow {
    fn seat(self) -> Seat {
        Seat { who: EnrolmentId(self.enrolment), session: SessionId(self.meeting), came: self.came != 0 }
    }
}

/// Who has a place in a session of an edition for which people sign up, or came without one.
const SEATS: &str = "SELECT u.enrolment_id AS enrolment, s.id AS meeting, 0 AS came FROM sessions s \
       JOIN session_places p ON p.session_id = s.id AND p.removed_at IS NULL \
       JOIN sign_ups u ON u.session_id = s.id AND u.ended_at IS NULL AND u.confirmed_at IS NOT NULL \
       WHERE s.edition_id = $1 AND s.cancelled_at IS NULL \
     UNION ALL SELECT m.enrolment_id, s.id, \
         CASE WHEN m.status IN ('present', 'late', 'left_early') THEN 1 ELSE 0 END FROM sessions s \
       JOIN session_places p ON p.session_id = s.id AND p.removed_at IS NULL \
       JOIN attendance_marks m ON m.session_id = s.id \
       WHERE s.edition_id = $2 AND s.cancelled_at IS NULL";

/// Every session in which one person has a place or was marked, whether people sign up for it or not.
const SEATS_OF_ONE: &str = "SELECT u.enrolment_id AS enrolment, u.session_id AS meeting, 0 AS came FROM sign_ups u \
       WHERE u.enrolment_id = $1 AND u.ended_at IS NULL AND u.confirmed_at IS NOT NULL \
     UNION ALL SELECT m.enrolment_id, m.session_id, \
         CASE WHEN m.status IN ('present', 'late', 'left_early') THEN 1 ELSE 0 END \
       FROM attendance_marks m WHERE m.enrolment_id = $2";

/// Who has a place in those sessions of an edition for which people sign up, or was marked in them: one query, and none
/// where they sign up for none of these.
pub fn seats(r: &mut Read, edition: EditionId, meetings: &[Meeting]) -> Result<Vec<Seat>, Problem> {
    if !meetings.iter().any(|one| one.by_choice) {
        return Ok(Vec::new());
    }
    let query = diesel::sql_query(SEATS).bind::<BigInt, _>(edition.0).bind::<BigInt, _>(edition.0);
    let rows: Vec<SeatRow> = query.load(r.conn())?;
    Ok(rows.into_iter().map(SeatRow::seat).collect())
}

/// The same of one person, without the places of the others.
pub fn seats_of(r: &mut Read, who: EnrolmentId, meetings: &[Meeting]) -> Result<Vec<Seat>, Problem> {
    if !meetings.iter().any(|one| one.by_choice) {
        return Ok(Vec::new());
    }
    let query = diesel::sql_query(SEATS_OF_ONE).bind::<BigInt, _>(who.0).bind::<BigInt, _>(who.0);
    let rows: Vec<SeatRow> = query.load(r.conn())?;
    Ok(rows.into_iter().map(SeatRow::seat).collect())
}

#[derive(QueryableByName)]
struct SeenRow {
    #[diesel(sql_type = BigInt)]
    enrolment: i64,
    #[diesel(sql_type = Timestamp)]
    seen: Moment,
}

/// Everything a person does of their own accord, and sessions they were at.
const LAST_SEEN: &str = "SELECT enrolment, MAX(seen) AS seen FROM ( \
     SELECT v.enrolment_id AS enrolment, v.last_seen_at AS seen FROM lesson_visits v \
       JOIN enrolments e ON e.id = v.enrolment_id WHERE e.edition_id = $1 \
     UNION ALL SELECT q.enrolment_id, COALESCE(q.submitted_at, q.started_at) FROM quiz_attempts q \
       JOIN enrolments e ON e.id = q.enrolment_id WHERE e.edition_id = $2 \
     UNION ALL SELECT d.enrolment_id, d.saved_at FROM case_drafts d \
       JOIN enrolments e ON e.id = d.enrolment_id WHERE e.edition_id = $3 \
     UNION ALL SELECT s.enrolment_id, s.submitted_at FROM submissions s \
       JOIN enrolments e ON e.id = s.enrolment_id WHERE e.edition_id = $4 \
     UNION ALL SELECT c.enrolment_id, c.completed_at FROM completions c \
       JOIN enrolments e ON e.id = c.enrolment_id WHERE e.edition_id = $5 \
     ) AS acts GROUP BY enrolment";

/// When each person of an edition last did something.
pub fn last_seen(r: &mut Read, edition: EditionId) -> Result<HashMap<EnrolmentId, Moment>, Problem> {
    let rows: Vec<SeenRow> = diesel::sql_query(LAST_SEEN)
        .bind::<BigInt, _>(edition.0)
        .bind::<BigInt, _>(edition.0)
        .bind::<BigInt, _>(edition.0)
        .bind::<BigInt, _>(edition.0)
        .bind::<BigInt, _>(edition.0)
        .load(r.conn())?;
    Ok(rows.into_iter().map(|row| (EnrolmentId(row.enrolment), row.seen)).collect())
}

/// How many handed-in works of an edition nobody has graded.
pub fn ungraded(r: &mut Read, edition: EditionId) -> Result<i64, Problem> {
    Ok(grading_works::table
        .inner_join(enrolments::table.on(enrolments::id.eq(grading_works::enrolment_id)))
        .filter(grading_works::edition_id.eq(edition))
        .filter(grading_works::settled_at.is_null())
        // A team's work waits whoever of the team has left.
        .filter(enrolments::withdrawn_at.is_null().or(grading_works::team_id.is_not_null()))
        .count()
        .get_result(r.conn())?)
}

/// The enrolments of an edition that have a valid document.
pub fn with_document(r: &mut Read, edition: EditionId) -> Result<HashSet<EnrolmentId>, Problem> {
    let rows: Vec<EnrolmentId> = documents::table
        .inner_join(enrolments::table)
        .filter(enrolments::edition_id.eq(edition))
        .filter(documents::live_key.is_not_null())
        .select(enrolments::id)
        .load(r.conn())?;
    Ok(rows.into_iter().collect())
}
