//! What the matrix is made of: people, marks, corrections and the minutes of the ledger, each in one query whatever the
//! number of people and sessions.

use super::rules::matrix::{Author, Correction, Counts};
use crate::attendance::rules::{Mark, Presence, ReasonCode, Status};
use crate::db::schema::{
    attendance_corrections, attendance_marks, enrolments, late_changes, ledger_entries, organisations, people,
};
use crate::db::{Json, Read};
use crate::editions::rules::Scope;
use crate::kernel::{
    EditionId, EnrolmentId, Language, MarkId, Minutes, Moment, PersonId, PersonName, Problem, SessionId,
};
use crate::programmes::rules::words::DeliveryMode;
use crate::progress::store::SourceKind;
use diesel::dsl::{count_star, exists, sum};
use diesel::prelude::*;
use std::collections::HashMap;

/// A line of the matrix.
#[derive(Debug, Clone)]
pub struct PersonRow {
    /// The enrolment.
    pub enrolment: EnrolmentId,
    /// Who it is.
    pub person: PersonId,
    /// Since when enrolled.
    pub enrolled_at: Moment,
    /// The name.
    pub name: PersonName,
    /// The organisation that sent the person.
    pub organisation: Option<String>,
    /// Since when the person has left.
    pub withdrawn_at: Option<Moment>,
}

type PersonColumns =
    ((EnrolmentId, PersonId, Moment), (String, String, Option<String>), Option<String>, Option<Moment>);

/// The people of an edition whom somebody of this scope sees, by name as readers of the language sort. Whoever has left
/// stays in it with their marks.
pub fn people(
    r: &mut Read,
    edition: EditionId,
    scope: &Scope,
    language: Language,
) -> Result<Vec<PersonRow>, Problem> {
    let marked = attendance_marks::table.filter(attendance_marks::enrolment_id.eq(enrolments::id));
    let mut query = enrolments::table
        .inner_join(people::table.on(people::id.eq(enrolments::person_id)))
        .left_join(organisations::table.on(organisations::id.nullable().eq(enrolments::organisation_id)))
        .filter(enrolments::edition_id.eq(edition))
        .filter(enrolments::withdrawn_at.is_null().or(exists(marked)))
        .select((
            (enrolments::id, people::id, enrolments::enrolled_at),
            (people::surname, people::given_name, people::patronymic),
            organisations::short_name.nullable(),
            enrolments::withdrawn_at,
        ))
        .into_boxed();
    if let Scope::SentBy(sent_by) = scope {
        query = query.filter(enrolments::organisation_id.eq_any(sent_by.clone()));
    }
    query = match language {
        Language::Kk => query.order((people::sort_kk, people::id)),
        Language::Ru | Language::En => query.order((people::sort_ru, people::id)),
    };
    let rows: Vec<PersonColumns> = query.load(r.conn())?;
    Ok(rows.into_iter().map(person).collect())
}

/// One line of the matrix.
pub fn one_person(r: &mut Read, id: EnrolmentId) -> Result<Option<PersonRow>, Problem> {
    let row: Option<PersonColumns> = enrolments::table
        .inner_join(people::table.on(people::id.eq(enrolments::person_id)))
        .left_join(organisations::table.on(organisations::id.nullable().eq(enrolments::organisation_id)))
        .filter(enrolments::id.eq(id))
        .select((
            (enrolments::id, people::id, enrolments::enrolled_at),
            (people::surname, people::given_name, people::patronymic),
            organisations::short_name.nullable(),
            enrolments::withdrawn_at,
        ))
        .first(r.conn())
        .optional()?;
    Ok(row.map(person))
}

fn person((who, name, organisation, withdrawn_at): PersonColumns) -> PersonRow {
    let (enrolment, person, enrolled_at) = who;
    let (surname, given_name, patronymic) = name;
    let name = PersonName { surname, given_name, patronymic };
    PersonRow { enrolment, person, enrolled_at, name, organisation, withdrawn_at }
}

/// A mark with whose and where it is.
#[derive(Debug, Clone)]
pub struct MarkRow {
    /// The mark.
    pub id: MarkId,
    /// Of which session.
    pub session: SessionId,
    /// Whose.
    pub enrolment: EnrolmentId,
    /// What it says.
    pub mark: Mark,
    /// When it was written last.
    pub at: Moment,
    /// By whom.
    pub by: Option<PersonId>,
}

/// The marks of these people.
pub fn marks(r: &mut Read, whose: &[EnrolmentId]) -> Result<Vec<MarkRow>, Problem> {
    type Said = (Status, Presence, Minutes, Minutes, Option<String>, Option<ReasonCode>);
    type Row = (MarkId, SessionId, EnrolmentId, Said, Moment, Option<PersonId>);
    use attendance_marks as rows;
    let found: Vec<Row> = rows::table
        .filter(rows::enrolment_id.eq_any(whose.to_vec()))
        .select((
            rows::id,
            rows::session_id,
            rows::enrolment_id,
            (
                rows::status,
                rows::presence,
                rows::late_minutes,
                rows::early_minutes,
                rows::reason,
                rows::reason_code,
            ),
            rows::marked_at,
            rows::marked_by,
        ))
        .load(r.conn())?;
    let row = |(id, session, enrolment, said, at, by): Row| {
        let (status, presence, late, early, reason, code) = said;
        MarkRow { id, session, enrolment, mark: Mark { status, presence, late, early, reason, code }, at, by }
    };
    Ok(found.into_iter().map(row).collect())
}

/// What the marks of these people said before, by mark, the oldest first.
pub fn corrections(r: &mut Read, whose: &[EnrolmentId]) -> Result<HashMap<MarkId, Vec<Correction>>, Problem> {
    type Row = (MarkId, Json<Mark>, Json<Mark>, Option<String>, Moment, NameParts);
    use attendance_corrections as rows;
    let found: Vec<Row> = rows::table
        .inner_join(attendance_marks::table)
        .left_join(people::table.on(people::id.nullable().eq(rows::corrected_by)))
        .filter(attendance_marks::enrolment_id.eq_any(whose.to_vec()))
        .order(rows::id)
        .select((
            rows::mark_id,
            rows::old_value,
            rows::new_value,
            rows::reason,
            rows::corrected_at,
            (people::surname.nullable(), people::given_name.nullable(), people::patronymic.nullable()),
        ))
        .load(r.conn())?;
    let mut by_mark: HashMap<MarkId, Vec<Correction>> = HashMap::new();
    for (mark, Json(old), Json(new), reason, at, author) in found {
        let (old, by, after_closing) = (Some(old), Author::of(named(author)), false);
        by_mark.entry(mark).or_default().push(Correction { old, new, reason, at, by, after_closing });
    }
    Ok(by_mark)
}

/// The parts of a name.
type NameParts = (Option<String>, Option<String>, Option<String>);

fn named((surname, given_name, patronymic): NameParts) -> Option<PersonName> {
    Some(PersonName { surname: surname?, given_name: given_name?, patronymic })
}

/// What was marked or changed on closed sheets for these people, by mark, the oldest first.
pub fn late(r: &mut Read, whose: &[EnrolmentId]) -> Result<Vec<(MarkId, Correction)>, Problem> {
    type Row = (MarkId, Option<Json<Mark>>, Json<Mark>, String, Moment, NameParts);
    use late_changes as rows;
    let found: Vec<Row> = rows::table
        .inner_join(attendance_marks::table)
        .left_join(people::table.on(people::id.nullable().eq(rows::changed_by)))
        .filter(attendance_marks::enrolment_id.eq_any(whose.to_vec()))
        .order(rows::id)
        .select((
            rows::mark_id,
            rows::old_value,
            rows::new_value,
            rows::reason,
            rows::changed_at,
            (people::surname.nullable(), people::given_name.nullable(), people::patronymic.nullable()),
        ))
        .load(r.conn())?;
    let late = |(mark, old, Json(new), reason, at, author): Row| {
        let (old, by) = (old.map(|Json(old)| old), Author::of(named(author)));
        (mark, Correction { old, new, reason: Some(reason), at, by, after_closing: true })
    };
    Ok(found.into_iter().map(late).collect())
}

/// What the ledger has credited for the marks of these people, by mark and mode; all corrections counted.
pub fn credited(
    r: &mut Read,
    whose: &[EnrolmentId],
) -> Result<Vec<(MarkId, DeliveryMode, Minutes)>, Problem> {
    use ledger_entries as rows;
    let found: Vec<(i64, DeliveryMode, Option<i64>)> = rows::table
        .filter(rows::enrolment_id.eq_any(whose.to_vec()))
        .filter(rows::source_kind.eq(SourceKind::Attendance))
        .group_by((rows::source_id, rows::mode))
        .select((rows::source_id, rows::mode, sum(rows::minutes)))
        .load(r.conn())?;
    let minutes = |sum: Option<i64>| Minutes(i32::try_from(sum.unwrap_or_default()).unwrap_or(i32::MAX));
    Ok(found.into_iter().map(|(mark, mode, sum)| (MarkId(mark), mode, minutes(sum))).collect())
}

/// How the sessions of an edition are marked, over everybody of this scope.
pub fn counts(
    r: &mut Read,
    edition: EditionId,
    scope: &Scope,
) -> Result<HashMap<SessionId, Counts>, Problem> {
    use attendance_marks as rows;
    type Row = (SessionId, Status, Presence, i64, Option<i64>);
    let of_edition = rows::table.inner_join(enrolments::table).filter(enrolments::edition_id.eq(edition));
    let alike = (rows::session_id, rows::status, rows::presence);
    let counted = (rows::session_id, rows::status, rows::presence, count_star(), sum(rows::minutes));
    let found: Vec<Row> = match scope {
        Scope::Everyone => of_edition.group_by(alike).select(counted).load(r.conn())?,
        Scope::SentBy(sent_by) => of_edition
            .filter(enrolments::organisation_id.eq_any(sent_by.clone()))
            .group_by(alike)
            .select(counted)
            .load(r.conn())?,
    };
    let mut by_session: HashMap<SessionId, Counts> = HashMap::new();
    for (session, status, presence, people, minutes) in found {
        let counts = by_session.entry(session).or_default();
        *counts = counts.with(status, presence, (people, minutes.unwrap_or_default()));
    }
    Ok(by_session)
}
