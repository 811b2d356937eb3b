//! Warnings about missed sessions, the sessions they name, and the letters in which trainers are told of them.

use crate::db::schema::{
    absence_summaries, absence_warning_sessions as named_rows, absence_warnings as rows, activities,
    enrolments, people, sessions,
};
use crate::db::{Json, Read, Write, each};
use crate::kernel::{
    AbsenceSummaryId, AbsenceWarningId, EditionId, EnrolmentId, Localised, Minutes, Moment, PersonId,
    PersonName, Problem, SessionId,
};
use crate::progress::rules::held::SoFar;
use crate::reminders::rules::Why;
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::{HashMap, HashSet};

/// A warning as it is written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewWarning {
    /// Whose.
    pub enrolment: EnrolmentId,
    /// The missed sessions, the oldest first.
    pub missed: Vec<SessionId>,
    /// Why.
    pub why: Why,
    /// What was attended of what was held.
    pub so_far: SoFar,
}

/// A warning.
#[derive(Debug, Clone)]
pub struct WarningRow {
    /// The warning.
    pub id: AbsenceWarningId,
    /// Whose.
    pub enrolment: EnrolmentId,
    /// Who that is.
    pub person: PersonId,
    /// The name.
    pub name: PersonName,
    /// The missed sessions, written as the rules write them.
    pub missed: String,
    /// Why.
    pub why: Why,
    /// What was attended of what was held then.
    pub so_far: SoFar,
    /// When it was found.
    pub planned_at: Moment,
    /// When the letter was written.
    pub sent_at: Option<Moment>,
    /// When it turned out that there was no reason any more.
    pub dropped_at: Option<Moment>,
}

impl WarningRow {
    /// Where it stands: `planned`, `sent` or `dropped`.
    pub fn state(&self) -> &'static str {
        match (self.sent_at, self.dropped_at) {
            (Some(_), _) => "sent",
            (None, Some(_)) => "dropped",
            (None, None) => "planned",
        }
    }
}

type Columns = (
    (AbsenceWarningId, EnrolmentId, PersonId),
    (String, String, Option<String>),
    (String, bool, Option<i32>),
    (Minutes, Minutes),
    (Moment, Option<Moment>, Option<Moment>),
);

type Selection = (
    (rows::id, rows::enrolment_id, people::id),
    (people::surname, people::given_name, people::patronymic),
    (rows::missed, rows::by_share, rows::in_a_row),
    (rows::attended_minutes, rows::held_minutes),
    (rows::planned_at, rows::sent_at, rows::dropped_at),
);

const WARNING: Selection = (
    (rows::id, rows::enrolment_id, people::id),
    (people::surname, people::given_name, people::patronymic),
    (rows::missed, rows::by_share, rows::in_a_row),
    (rows::attended_minutes, rows::held_minutes),
    (rows::planned_at, rows::sent_at, rows::dropped_at),
);

fn row(columns: Columns) -> WarningRow {
    let ((id, enrolment, person), name, (missed, by_share, in_a_row), (attended, held), times) = columns;
    let (surname, given_name, patronymic) = name;
    let (planned_at, sent_at, dropped_at) = times;
    WarningRow {
        id,
        enrolment,
        person,
        name: PersonName { surname, given_name, patronymic },
        missed,
        why: Why { by_share, in_a_row },
        so_far: SoFar { attended, held },
        planned_at,
        sent_at,
        dropped_at,
    }
}

/// Which sessions were named to the people of an edition, in letters that went or are going.
pub fn named(r: &mut Read, edition: EditionId) -> Result<HashMap<EnrolmentId, HashSet<SessionId>>, Problem> {
    let found: Vec<(EnrolmentId, SessionId)> = named_rows::table
        .inner_join(rows::table.inner_join(enrolments::table))
        .filter(enrolments::edition_id.eq(edition))
        .filter(rows::dropped_at.is_null())
        .select((rows::enrolment_id, named_rows::session_id))
        .load(r.conn())?;
    let mut named: HashMap<EnrolmentId, HashSet<SessionId>> = HashMap::new();
    for (enrolment, session) in found {
        named.entry(enrolment).or_default().insert(session);
    }
    Ok(named)
}

/// Writes a warning down; nothing when the same absences are being warned of already.
pub fn insert(
    w: &mut Write,
    new: &NewWarning,
    key: &str,
    now: Moment,
) -> Result<Option<AbsenceWarningId>, Problem> {
    let insert = diesel::insert_into(rows::table).values((
        rows::enrolment_id.eq(new.enrolment),
        rows::missed.eq(key),
        rows::by_share.eq(new.why.by_share),
        rows::in_a_row.eq(new.why.in_a_row),
        rows::attended_minutes.eq(new.so_far.attended),
        rows::held_minutes.eq(new.so_far.held),
        rows::planned_at.eq(now),
    ));
    let inserted: Option<AbsenceWarningId> = each!(w.conn(), c => {
        insert.on_conflict_do_nothing().returning(rows::id).get_result(c).optional()?
    });
    let Some(id) = inserted else { return Ok(None) };
    for session in &new.missed {
        diesel::insert_into(named_rows::table)
            .values((named_rows::warning_id.eq(id), named_rows::session_id.eq(*session)))
            .execute(w.conn())?;
    }
    Ok(Some(id))
}

/// Of these warnings those whose letters did not go yet and were not dropped.
pub fn waiting(r: &mut Read, these: &[AbsenceWarningId]) -> Result<Vec<WarningRow>, Problem> {
    let found: Vec<Columns> = rows::table
        .inner_join(enrolments::table)
        .inner_join(people::table.on(people::id.eq(enrolments::person_id)))
        .filter(rows::id.eq_any(these.to_vec()))
        .filter(rows::sent_at.is_null())
        .filter(rows::dropped_at.is_null())
        .order(rows::id)
        .select(WARNING)
        .load(r.conn())?;
    Ok(found.into_iter().map(row).collect())
}

/// The warnings of an edition before one of them, the newest first.
pub fn of_edition(
    r: &mut Read,
    edition: EditionId,
    (before, limit): (Option<AbsenceWarningId>, i64),
) -> Result<Vec<WarningRow>, Problem> {
    let before = before.unwrap_or(AbsenceWarningId(i64::MAX));
    let found: Vec<Columns> = rows::table
        .inner_join(enrolments::table)
        .inner_join(people::table.on(people::id.eq(enrolments::person_id)))
        .filter(enrolments::edition_id.eq(edition))
        .filter(rows::id.lt(before))
        .order(rows::id.desc())
        .limit(limit)
        .select(WARNING)
        .load(r.conn())?;
    Ok(found.into_iter().map(row).collect())
}

/// A session that a warning names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missed {
    /// The session.
    pub session: SessionId,
    /// The title of what was taught.
    pub title: Localised,
    /// On which day, by the wall of the edition.
    pub held_on: NaiveDate,
}

/// The sessions that these warnings name, in their order.
pub fn missed(
    r: &mut Read,
    these: &[AbsenceWarningId],
) -> Result<HashMap<AbsenceWarningId, Vec<Missed>>, Problem> {
    type Row = (AbsenceWarningId, SessionId, Json<Localised>, NaiveDate);
    let found: Vec<Row> = named_rows::table
        .inner_join(sessions::table.inner_join(activities::table))
        .filter(named_rows::warning_id.eq_any(these.to_vec()))
        .order((named_rows::warning_id, sessions::starts_at, sessions::id))
        .select((named_rows::warning_id, sessions::id, activities::title, sessions::held_on))
        .load(r.conn())?;
    let mut missed: HashMap<AbsenceWarningId, Vec<Missed>> = HashMap::new();
    for (warning, session, Json(title), held_on) in found {
        missed.entry(warning).or_default().push(Missed { session, title, held_on });
    }
    Ok(missed)
}

/// Notes that a letter went.
pub fn set_sent(w: &mut Write, id: AbsenceWarningId, now: Moment) -> Result<(), Problem> {
    diesel::update(rows::table.filter(rows::id.eq(id))).set(rows::sent_at.eq(now)).execute(w.conn())?;
    Ok(())
}

/// Notes that the reason for these warnings was gone when they should go.
pub fn set_dropped(w: &mut Write, these: &[AbsenceWarningId], now: Moment) -> Result<(), Problem> {
    let waiting = rows::table.filter(rows::id.eq_any(these.to_vec())).filter(rows::sent_at.is_null());
    diesel::update(waiting).set(rows::dropped_at.eq(now)).execute(w.conn())?;
    Ok(())
}

/// The editions whose trainers were not told yet of everybody who was warned.
pub fn untold(r: &mut Read) -> Result<Vec<EditionId>, Problem> {
    let mut found: Vec<EditionId> = rows::table
        .inner_join(enrolments::table)
        .filter(rows::sent_at.is_not_null())
        .filter(rows::summary_id.is_null())
        .select(enrolments::edition_id)
        .distinct()
        .load(r.conn())?;
    found.sort_unstable();
    Ok(found)
}

/// The warnings of an edition that went and of which its trainers were not told yet, by name.
pub fn to_tell(r: &mut Read, edition: EditionId) -> Result<Vec<WarningRow>, Problem> {
    let found: Vec<Columns> = rows::table
        .inner_join(enrolments::table)
        .inner_join(people::table.on(people::id.eq(enrolments::person_id)))
        .filter(enrolments::edition_id.eq(edition))
        .filter(rows::sent_at.is_not_null())
        .filter(rows::summary_id.is_null())
        .order((people::sort_ru, rows::id))
        .select(WARNING)
        .load(r.conn())?;
    Ok(found.into_iter().map(row).collect())
}

/// Writes down that the trainers of an edition are told on a day; nothing when they were on that day.
pub fn insert_summary(
    w: &mut Write,
    edition: EditionId,
    (on, now): (NaiveDate, Moment),
) -> Result<Option<AbsenceSummaryId>, Problem> {
    use absence_summaries as summaries;
    let insert = diesel::insert_into(summaries::table).values((
        summaries::edition_id.eq(edition),
        summaries::sent_on.eq(on),
        summaries::sent_at.eq(now),
    ));
    let one = (summaries::edition_id, summaries::sent_on);
    Ok(each!(w.conn(), c => {
        insert.on_conflict(one).do_nothing().returning(summaries::id).get_result(c).optional()?
    }))
}

/// Whether the trainers of an edition were told on a day.
pub fn was_told(r: &mut Read, edition: EditionId, on: NaiveDate) -> Result<bool, Problem> {
    use absence_summaries as summaries;
    let found: Option<AbsenceSummaryId> = summaries::table
        .filter(summaries::edition_id.eq(edition))
        .filter(summaries::sent_on.eq(on))
        .select(summaries::id)
        .first(r.conn())
        .optional()?;
    Ok(found.is_some())
}

/// Notes in which letter the trainers were told of these.
pub fn set_told(w: &mut Write, these: &[AbsenceWarningId], summary: AbsenceSummaryId) -> Result<(), Problem> {
    diesel::update(rows::table.filter(rows::id.eq_any(these.to_vec())))
        .set(rows::summary_id.eq(summary))
        .execute(w.conn())?;
    Ok(())
}
