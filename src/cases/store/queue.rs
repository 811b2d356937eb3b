//! The queue of works that wait for a grade.

use crate::db::schema::{activities, case_hidings, editions, enrolments, gradings, people, submissions};
use crate::db::{Json, Read};
use crate::kernel::{
    ActivityId, EditionId, Localised, Moment, OrganisationId, PersonId, PersonName, Problem, SubmissionId,
};
use diesel::prelude::*;

/// A work that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingRow {
    /// The version.
    pub submission: SubmissionId,
    /// Which one, from 1.
    pub version: i32,
    /// Since when it waits.
    pub submitted_at: Moment,
    /// Whether it came after the deadline.
    pub late: bool,
    /// The case.
    pub activity: ActivityId,
    /// Its title.
    pub title: Localised,
    /// The edition.
    pub edition: EditionId,
    /// Its title.
    pub edition_title: String,
    /// The author.
    pub author: PersonName,
}

type Columns = (
    (SubmissionId, i32, Moment, bool),
    (ActivityId, Json<Localised>),
    (EditionId, String),
    (String, String, Option<String>),
);

/// Whose works, from where on, and how many.
#[derive(Debug, Clone)]
pub struct Part {
    /// In which editions.
    pub editions: Vec<EditionId>,
    /// Whose own works are left out.
    pub not_of: Option<PersonId>,
    /// After which version.
    pub after: SubmissionId,
    /// At most so many.
    pub limit: i64,
}

/// Works that wait, the oldest first: a version's id grows with time. Those of withdrawn trainees do not wait.
pub fn waiting(r: &mut Read, part: &Part) -> Result<Vec<WaitingRow>, Problem> {
    let rows: Vec<Columns> = submissions::table
        .inner_join(activities::table)
        .inner_join(enrolments::table.inner_join(editions::table))
        .inner_join(people::table.on(people::id.eq(enrolments::person_id)))
        .left_join(gradings::table)
        .left_join(case_hidings::table.on(case_hidings::submission_id.eq(submissions::id)))
        .filter(gradings::id.is_null())
        .filter(case_hidings::submission_id.is_null())
        .filter(enrolments::withdrawn_at.is_null())
        .filter(editions::id.eq_any(part.editions.clone()))
        .filter(people::id.ne(part.not_of.unwrap_or(PersonId(0))))
        .filter(submissions::id.gt(part.after))
        .order(submissions::id)
        .limit(part.limit)
        .select((
            (submissions::id, submissions::version, submissions::submitted_at, submissions::late),
            (activities::id, activities::title),
            (editions::id, editions::title),
            (people::surname, people::given_name, people::patronymic),
        ))
        .load(r.conn())?;
    Ok(rows.into_iter().map(row_of).collect())
}

fn row_of(columns: Columns) -> WaitingRow {
    let (version, (activity, title), (edition, edition_title), (surname, given_name, patronymic)) = columns;
    let (submission, version, submitted_at, late) = version;
    WaitingRow {
        submission,
        version,
        submitted_at,
        late,
        activity,
        title: title.0,
        edition,
        edition_title,
        author: PersonName { surname, given_name, patronymic },
    }
}

/// The editions that organisations run; those of every organisation without a list.
pub fn editions_of(
    r: &mut Read,
    organisations: Option<&[OrganisationId]>,
) -> Result<Vec<EditionId>, Problem> {
    let ids = match organisations {
        None => editions::table.select(editions::id).load(r.conn())?,
        Some(organisations) => editions::table
            .filter(editions::organisation_id.eq_any(organisations.to_vec()))
            .select(editions::id)
            .load(r.conn())?,
    };
    Ok(ids)
}
