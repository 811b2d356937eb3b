//! Rows of remarks on passages, as the pages of a case read them. They are written by those who grade.

use crate::db::Read;
use crate::db::schema::{passage_comments as table, people};
use crate::kernel::{Moment, PassageCommentId, PersonId, PersonName, Problem, SubmissionId};
use diesel::prelude::*;

/// A remark on a passage of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommentRow {
    /// The remark.
    pub id: PassageCommentId,
    /// On which version.
    pub submission: SubmissionId,
    /// Who made it.
    pub person: PersonId,
    /// Their name.
    pub name: PersonName,
    /// The first character of the passage.
    pub starts: i32,
    /// The first one after it.
    pub ends: i32,
    /// What stands there.
    pub quote: String,
    /// The remark itself.
    pub text: String,
    /// When.
    pub made_at: Moment,
}

type Columns = (
    (PassageCommentId, SubmissionId, PersonId),
    (i32, i32, String, String, Moment),
    (String, String, Option<String>),
);

/// The remarks on passages of versions that were not taken back, in the order of the text.
pub fn comments(r: &mut Read, ids: &[SubmissionId]) -> Result<Vec<CommentRow>, Problem> {
    let rows: Vec<Columns> = table::table
        .inner_join(people::table)
        .filter(table::submission_id.eq_any(ids.to_vec()))
        .filter(table::removed_at.is_null())
        .order((table::submission_id, table::starts, table::id))
        .select((
            (table::id, table::submission_id, table::person_id),
            (table::starts, table::ends, table::quote, table::text, table::made_at),
            (people::surname, people::given_name, people::patronymic),
        ))
        .load(r.conn())?;
    let row = |((id, submission, person), (starts, ends, quote, text, made_at), name): Columns| {
        let (surname, given_name, patronymic) = name;
        let name = PersonName { surname, given_name, patronymic };
        CommentRow { id, submission, person, name, starts, ends, quote, text, made_at }
    };
    Ok(rows.into_iter().map(row).collect())
}
