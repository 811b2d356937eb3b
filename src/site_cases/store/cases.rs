//! Rows of cases with their drafts, and of the texts that were raised.

use crate::db::schema::{editions, enrolments, people, site_case_texts as raised, site_cases as table};
use crate::db::{Json, Read, Write};
use crate::editions::store::{EDITION, ENROLMENT, EditionRow, EnrolmentRow};
use crate::kernel::{EditionId, EnrolmentId, Moment, PersonId, PersonName, Problem, SiteCaseId};
use crate::site_cases::rules::{State, Text};
use diesel::prelude::*;

/// A case.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct CaseRow {
    /// The case.
    pub id: SiteCaseId,
    /// Its author's place.
    pub enrolment: EnrolmentId,
    /// In which edition.
    pub edition: EditionId,
    /// What its author is writing.
    pub draft: Json<Text>,
    /// Grows with every change of the draft, so that two windows notice each other.
    pub revision: i32,
    /// When the draft was saved last.
    pub saved_at: Moment,
    /// Where it stands.
    pub state: State,
    /// Since when.
    pub since: Moment,
}

type Columns = (
    table::id,
    table::enrolment_id,
    table::edition_id,
    table::draft,
    table::revision,
    table::saved_at,
    table::state,
    table::since,
);
const COLUMNS: Columns = (
    table::id,
    table::enrolment_id,
    table::edition_id,
    table::draft,
    table::revision,
    table::saved_at,
    table::state,
    table::since,
);

type Name = (String, String, Option<String>);

/// A case with its author's place and name, and the edition.
pub fn case(
    r: &mut Read,
    id: SiteCaseId,
) -> Result<Option<(CaseRow, EnrolmentRow, EditionRow, PersonName)>, Problem> {
    let found: Option<(CaseRow, EnrolmentRow, EditionRow, Name)> = table::table
        .inner_join(enrolments::table)
        .inner_join(editions::table.on(editions::id.eq(table::edition_id)))
        .inner_join(people::table.on(people::id.eq(enrolments::person_id)))
        .filter(table::id.eq(id))
        .select((COLUMNS, ENROLMENT, EDITION, (people::surname, people::given_name, people::patronymic)))
        .first(r.conn())
        .optional()?;
    Ok(found.map(|(row, enrolment, edition, (surname, given_name, patronymic))| {
        (row, enrolment, edition, PersonName { surname, given_name, patronymic })
    }))
}

/// The cases of a trainee, the newest first.
pub fn of_enrolment(r: &mut Read, enrolment: EnrolmentId) -> Result<Vec<CaseRow>, Problem> {
    Ok(table::table
        .filter(table::enrolment_id.eq(enrolment))
        .order(table::id.desc())
        .select(COLUMNS)
        .load(r.conn())?)
}

/// The case that a trainee has begun to write and not raised.
pub fn draft_of(r: &mut Read, enrolment: EnrolmentId) -> Result<Option<SiteCaseId>, Problem> {
    Ok(table::table
        .filter(table::enrolment_id.eq(enrolment))
        .filter(table::state.eq(State::Draft))
        .select(table::id)
        .first(r.conn())
        .optional()?)
}

/// Begins a case.
pub fn insert(
    w: &mut Write,
    (enrolment, edition): (EnrolmentId, EditionId),
    draft: &Text,
    now: Moment,
) -> Result<SiteCaseId, Problem> {
    Ok(diesel::insert_into(table::table)
        .values((
            table::enrolment_id.eq(enrolment),
            table::edition_id.eq(edition),
            table::draft.eq(Json(draft.clone())),
            table::saved_at.eq(now),
            table::state.eq(State::Draft),
            table::since.eq(now),
        ))
        .returning(table::id)
        .get_result(w.conn())?)
}

/// Throws a draft away that was never raised.
pub fn discard(w: &mut Write, id: SiteCaseId) -> Result<(), Problem> {
    diesel::delete(table::table.find(id)).execute(w.conn())?;
    Ok(())
}

/// Keeps a draft.
pub fn put_draft(
    w: &mut Write,
    id: SiteCaseId,
    (draft, revision): (&Text, i32),
    now: Moment,
) -> Result<(), Problem> {
    diesel::update(table::table.find(id))
        .set((table::draft.eq(Json(draft.clone())), table::revision.eq(revision), table::saved_at.eq(now)))
        .execute(w.conn())?;
    Ok(())
}

/// Writes down where a case stands.
pub fn settle(w: &mut Write, id: SiteCaseId, (state, since): (State, Moment)) -> Result<(), Problem> {
    diesel::update(table::table.find(id))
        .set((table::state.eq(state), table::since.eq(since)))
        .execute(w.conn())?;
    Ok(())
}

/// A text that was raised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextRow {
    /// Of which case.
    pub case: SiteCaseId,
    /// The how-manieth of its case.
    pub number: i32,
    /// What it says; nothing at all once it was hidden.
    pub content: Text,
    /// When it was raised.
    pub raised_at: Moment,
    /// When it was hidden, why, and by whom.
    pub hidden: Option<(Moment, String, Option<PersonName>)>,
}

type TextColumns = (
    (SiteCaseId, i32, Json<Text>, Moment),
    (Option<Moment>, Option<String>),
    Option<(String, String, Option<String>)>,
);

/// The texts of some cases in their order. `whole` gives what was hidden too: only for who may look at it.
pub fn texts(r: &mut Read, ids: &[SiteCaseId], whole: bool) -> Result<Vec<TextRow>, Problem> {
    let rows: Vec<TextColumns> = raised::table
        .left_join(people::table.on(raised::hidden_by.eq(people::id.nullable())))
        .filter(raised::case_id.eq_any(ids.to_vec()))
        .order((raised::case_id, raised::number))
        .select((
            (raised::case_id, raised::number, raised::content, raised::raised_at),
            (raised::hidden_at, raised::hidden_reason),
            (people::surname, people::given_name, people::patronymic).nullable(),
        ))
        .load(r.conn())?;
    let row = |((case, number, content, raised_at), (hidden_at, reason), by): TextColumns| {
        let name = |(surname, given_name, patronymic)| PersonName { surname, given_name, patronymic };
        let hidden = hidden_at.map(|at| (at, reason.unwrap_or_default(), by.map(name)));
        let content = if hidden.is_none() || whole { content.0 } else { Text::default() };
        TextRow { case, number, content, raised_at, hidden }
    };
    Ok(rows.into_iter().map(row).collect())
}

/// Adds a text.
pub fn insert_text(
    w: &mut Write,
    (id, number): (SiteCaseId, i32),
    text: &Text,
    now: Moment,
) -> Result<(), Problem> {
    diesel::insert_into(raised::table)
        .values((
            raised::case_id.eq(id),
            raised::number.eq(number),
            raised::content.eq(Json(text.clone())),
            raised::raised_at.eq(now),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// Hides a text.
pub fn hide_text(
    w: &mut Write,
    (id, number): (SiteCaseId, i32),
    reason: &str,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::update(raised::table.find((id, number)))
        .set((raised::hidden_at.eq(now), raised::hidden_by.eq(by), raised::hidden_reason.eq(reason)))
        .execute(w.conn())?;
    Ok(())
}
