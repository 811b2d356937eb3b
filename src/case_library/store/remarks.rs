//! Rows of remarks on shown answers. The name of somebody who wrote without one is not read.

use crate::cases::store::CaseAt;
use crate::db::schema::{discussion_remarks as table, people, shown_answers};
use crate::db::{Read, Write};
use crate::kernel::{
    ActivityId, DiscussionRemarkId, EditionId, Moment, PersonId, PersonName, Problem, ShownAnswerId,
};
use diesel::prelude::*;

/// A remark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RemarkRow {
    /// The remark.
    pub id: DiscussionRemarkId,
    /// On which answer.
    pub answer: ShownAnswerId,
    /// Whether somebody wrote it who teaches the edition.
    pub by_staff: bool,
    /// Who wrote it; nobody where remarks stand without names.
    pub name: Option<PersonName>,
    /// What it says; nothing once it was hidden.
    pub text: String,
    /// When.
    pub made_at: Moment,
    /// Why it was hidden.
    pub hidden: Option<String>,
}

type Columns = (
    (DiscussionRemarkId, ShownAnswerId, bool, bool),
    (String, Moment, Option<String>),
    (String, String, Option<String>),
);

/// The remarks on the answers of a case, the oldest first; without any names where the talk is nameless now.
pub fn remarks(r: &mut Read, (edition, case): CaseAt, nameless: bool) -> Result<Vec<RemarkRow>, Problem> {
    let rows: Vec<Columns> = table::table
        .inner_join(shown_answers::table)
        .inner_join(people::table)
        .filter(shown_answers::edition_id.eq(edition))
        .filter(shown_answers::activity_id.eq(case))
        .order(table::id)
        .select((
            (table::id, table::answer_id, table::by_staff, table::nameless),
            (table::text, table::made_at, table::hidden_reason),
            (people::surname, people::given_name, people::patronymic),
        ))
        .load(r.conn())?;
    let row = |((id, answer, by_staff, without_name), (text, made_at, hidden), name): Columns| {
        let (surname, given_name, patronymic) = name;
        let name = PersonName { surname, given_name, patronymic };
        let shown = !nameless && !without_name && hidden.is_none();
        let text = if hidden.is_none() { text } else { String::new() };
        RemarkRow { id, answer, by_staff, name: shown.then_some(name), text, made_at, hidden }
    };
    Ok(rows.into_iter().map(row).collect())
}

/// A remark about to be written down.
#[derive(Debug, Clone, Copy)]
pub struct NewRemark<'a> {
    /// On which answer.
    pub answer: ShownAnswerId,
    /// Who.
    pub person: PersonId,
    /// Whether they teach the edition.
    pub by_staff: bool,
    /// Whether it stands without a name.
    pub nameless: bool,
    /// What it says.
    pub text: &'a str,
}

/// Writes a remark.
pub fn insert(w: &mut Write, new: NewRemark<'_>, now: Moment) -> Result<DiscussionRemarkId, Problem> {
    Ok(diesel::insert_into(table::table)
        .values((
            table::answer_id.eq(new.answer),
            table::person_id.eq(new.person),
            table::by_staff.eq(new.by_staff),
            table::nameless.eq(new.nameless),
            table::text.eq(new.text),
            table::made_at.eq(now),
        ))
        .returning(table::id)
        .get_result(w.conn())?)
}

/// Where a remark stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable)]
pub struct RemarkPlace {
    /// In which edition.
    pub edition: EditionId,
    /// At which case.
    pub case: ActivityId,
    /// Since when it is hidden.
    pub hidden_at: Option<Moment>,
}

/// Where a remark stands.
pub fn place_of(r: &mut Read, id: DiscussionRemarkId) -> Result<Option<RemarkPlace>, Problem> {
    Ok(table::table
        .inner_join(shown_answers::table)
        .filter(table::id.eq(id))
        .select((shown_answers::edition_id, shown_answers::activity_id, table::hidden_at))
        .first(r.conn())
        .optional()?)
}

/// Hides a remark.
pub fn hide(
    w: &mut Write,
    id: DiscussionRemarkId,
    reason: &str,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::update(table::table.find(id))
        .set((table::hidden_at.eq(now), table::hidden_by.eq(by), table::hidden_reason.eq(reason)))
        .execute(w.conn())?;
    Ok(())
}
