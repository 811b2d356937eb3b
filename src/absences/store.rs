//! Rows of notices. Nothing is ever deleted.

mod decisions;

pub use decisions::{DecisionRow, decisions, insert_decision};

use crate::attendance::rules::ReasonCode;
use crate::db::schema::{
    absence_decisions, absence_notices, activities, enrolments, people, sessions, stored_files,
};
use crate::db::{Json, Read, Write};
use crate::kernel::{
    AbsenceNoticeId, EditionId, EnrolmentId, Localised, Moment, PersonId, PersonName, Problem, SessionId,
    StoredFileId, ZoneName,
};
use chrono::{NaiveDate, NaiveTime};
use diesel::prelude::*;

/// A notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticeRow {
    /// The notice.
    pub id: AbsenceNoticeId,
    /// About which session.
    pub session: SessionId,
    /// Whose.
    pub enrolment: EnrolmentId,
    /// Why.
    pub reason: ReasonCode,
    /// In their own words.
    pub words: Option<String>,
    /// A certificate or the like, with its name.
    pub file: Option<(StoredFileId, String)>,
    /// Whether it was told after the start.
    pub late: bool,
    /// When.
    pub given_at: Moment,
    /// Since when it is taken back.
    pub taken_back_at: Option<Moment>,
    /// For which day it was given; unknown for the oldest.
    pub held_on: Option<NaiveDate>,
}

impl NoticeRow {
    /// Whether it was told in time for another day than this, on which the session is held now.
    pub fn is_for_another_day(&self, day: NaiveDate) -> bool {
        !self.late && self.held_on.is_some_and(|on| on != day)
    }
}

type Columns = (
    (AbsenceNoticeId, SessionId, EnrolmentId),
    (ReasonCode, Option<String>, bool, Moment, Option<Moment>, Option<NaiveDate>),
    (Option<StoredFileId>, Option<String>),
);

type Selection = (
    (absence_notices::id, absence_notices::session_id, absence_notices::enrolment_id),
    (
        absence_notices::reason,
        absence_notices::words,
        absence_notices::late,
        absence_notices::given_at,
        absence_notices::taken_back_at,
        absence_notices::held_on,
    ),
    (absence_notices::file_id, diesel::dsl::Nullable<stored_files::name>),
);

fn selection() -> Selection {
    (
        (absence_notices::id, absence_notices::session_id, absence_notices::enrolment_id),
        (
            absence_notices::reason,
            absence_notices::words,
            absence_notices::late,
            absence_notices::given_at,
            absence_notices::taken_back_at,
            absence_notices::held_on,
        ),
        (absence_notices::file_id, stored_files::name.nullable()),
    )
}

fn row((whose, what, file): Columns) -> NoticeRow {
    let ((id, session, enrolment), (reason, words, late, given_at, taken_back_at, held_on)) = (whose, what);
    let file = file.0.zip(file.1);
    NoticeRow { id, session, enrolment, reason, words, file, late, given_at, taken_back_at, held_on }
}

/// What somebody told about a session and has not taken back.
pub fn standing(r: &mut Read, session: SessionId, who: EnrolmentId) -> Result<Option<NoticeRow>, Problem> {
    let found: Option<Columns> = absence_notices::table
        .left_join(stored_files::table)
        .filter(absence_notices::session_id.eq(session))
        .filter(absence_notices::enrolment_id.eq(who))
        .filter(absence_notices::taken_back_at.is_null())
        .select(selection())
        .first(r.conn())
        .optional()?;
    Ok(found.map(row))
}

/// How many notices somebody gave about a session, those taken back counted.
pub fn given(r: &mut Read, session: SessionId, who: EnrolmentId) -> Result<i64, Problem> {
    Ok(absence_notices::table
        .filter(absence_notices::session_id.eq(session))
        .filter(absence_notices::enrolment_id.eq(who))
        .count()
        .get_result(r.conn())?)
}

/// A notice, and whose it is.
pub fn notice(r: &mut Read, id: AbsenceNoticeId) -> Result<Option<(NoticeRow, PersonId)>, Problem> {
    let found: Option<(Columns, PersonId)> = absence_notices::table
        .inner_join(enrolments::table)
        .left_join(stored_files::table)
        .filter(absence_notices::id.eq(id))
        .select((selection(), enrolments::person_id))
        .first(r.conn())
        .optional()?;
    Ok(found.map(|(columns, person)| (row(columns), person)))
}

/// Where the bytes of a notice's file lie, and what they are.
pub fn stored(r: &mut Read, id: StoredFileId) -> Result<(String, String), Problem> {
    Ok(stored_files::table
        .find(id)
        .select((stored_files::storage_key, stored_files::media_type))
        .first(r.conn())?)
}

/// A notice about to be written.
#[derive(Debug, Clone)]
pub struct NewNotice<'a> {
    /// About which session.
    pub session: SessionId,
    /// Whose.
    pub enrolment: EnrolmentId,
    /// Why.
    pub reason: ReasonCode,
    /// In their own words.
    pub words: Option<&'a str>,
    /// A certificate or the like.
    pub file: Option<StoredFileId>,
    /// Whether it is told after the start.
    pub late: bool,
}

/// Writes a notice down.
pub fn insert(
    w: &mut Write,
    new: &NewNotice<'_>,
    (by, now): (Option<PersonId>, Moment),
) -> Result<AbsenceNoticeId, Problem> {
    let held_on: NaiveDate =
        sessions::table.filter(sessions::id.eq(new.session)).select(sessions::held_on).first(w.conn())?;
    Ok(diesel::insert_into(absence_notices::table)
        .values((
            absence_notices::session_id.eq(new.session),
            absence_notices::enrolment_id.eq(new.enrolment),
            absence_notices::reason.eq(new.reason),
            absence_notices::words.eq(new.words),
            absence_notices::file_id.eq(new.file),
            absence_notices::late.eq(new.late),
            absence_notices::given_at.eq(now),
            absence_notices::given_by.eq(by),
            absence_notices::held_on.eq(held_on),
        ))
        .returning(absence_notices::id)
        .get_result(w.conn())?)
}

/// Takes a notice back.
pub fn take_back(
    w: &mut Write,
    id: AbsenceNoticeId,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::update(absence_notices::table.filter(absence_notices::id.eq(id)))
        .set((absence_notices::taken_back_at.eq(now), absence_notices::taken_back_by.eq(by)))
        .execute(w.conn())?;
    Ok(())
}

/// The session of a notice, as a list names it.
#[derive(Debug, Clone, Queryable)]
pub struct About {
    /// What is taught.
    pub title: Json<Localised>,
    /// On which day.
    pub held_on: NaiveDate,
    /// From when, by the wall.
    pub starts_local: NaiveTime,
    /// The zone of the wall.
    pub time_zone: ZoneName,
}

/// A notice of a list.
#[derive(Debug, Clone)]
pub struct ListedNotice {
    /// The notice.
    pub row: NoticeRow,
    /// About which session.
    pub about: About,
    /// Who.
    pub name: PersonName,
}

/// Which notices of an edition are looked for.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// Only late ones over which nothing was decided yet.
    pub waiting: bool,
    /// None of these.
    pub but: &'a [AbsenceNoticeId],
    /// Only those before this one.
    pub before: Option<AbsenceNoticeId>,
    /// At most so many.
    pub limit: i64,
}

/// The notices of an edition, the newest first: those taken back are left out, and those of people who left.
pub fn of_edition(
    r: &mut Read,
    edition: EditionId,
    wanted: Wanted<'_>,
) -> Result<Vec<ListedNotice>, Problem> {
    type Row = (Columns, About, (String, String, Option<String>));
    let before = wanted.before.unwrap_or(AbsenceNoticeId(i64::MAX));
    let mut found = absence_notices::table
        .inner_join(sessions::table.inner_join(activities::table))
        .inner_join(enrolments::table.inner_join(people::table.on(people::id.eq(enrolments::person_id))))
        .left_join(stored_files::table)
        .filter(sessions::edition_id.eq(edition))
        .filter(absence_notices::taken_back_at.is_null())
        .filter(enrolments::withdrawn_at.is_null())
        .filter(absence_notices::id.lt(before))
        .filter(absence_notices::id.ne_all(wanted.but.to_vec()))
        .order(absence_notices::id.desc())
        .limit(wanted.limit)
        .select((
            selection(),
            (activities::title, sessions::held_on, sessions::starts_local, sessions::time_zone),
            (people::surname, people::given_name, people::patronymic),
        ))
        .into_boxed();
    if wanted.waiting {
        let decided = absence_decisions::table.select(absence_decisions::notice_id);
        found = found.filter(absence_notices::late.eq(true)).filter(absence_notices::id.ne_all(decided));
    }
    let rows: Vec<Row> = found.load(r.conn())?;
    let listed = |(columns, about, (surname, given_name, patronymic)): Row| ListedNotice {
        row: row(columns),
        about,
        name: PersonName { surname, given_name, patronymic },
    };
    Ok(rows.into_iter().map(listed).collect())
}
