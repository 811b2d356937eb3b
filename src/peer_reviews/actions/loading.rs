//! A review in front of its reviewer, or of staff.

use crate::cases::actions::{Grades, Which, nameless, versions};
use crate::cases::rules::{graded_by, nameless_file};
use crate::cases::store::{self as cases, FileRow, SubmissionRow};
use crate::db::Read;
use crate::editions::store::{self as editions, EditionRow};
use crate::kernel::{Actor, EnrolmentId, Moment, PeerReviewId, PersonName, Problem};
use crate::peer_reviews::rules::ReviewState;
use crate::peer_reviews::store::{self, ReviewRow};
use crate::programmes::rules::CaseDefinition;
use crate::programmes::rules::words::ActivityKind;
use crate::progress::actions::{self as progress, Standing};
use crate::progress::rules::ActivityFact;

/// A review with the work that it is about. Files have no names but their places.
#[derive(Debug, Clone)]
pub struct Review {
    /// The reviewer's place in the edition.
    pub standing: Standing,
    /// The case.
    pub fact: ActivityFact,
    /// Its definition, with the rubric that a review was handed in by, or that it is to be written by.
    pub definition: CaseDefinition,
    /// The version of that rubric.
    pub rubric: i32,
    /// The review.
    pub row: ReviewRow,
    /// Where it stands.
    pub state: ReviewState,
    /// The work; nothing once it was hidden, and for a reviewer whose review was passed on.
    pub work: Option<SubmissionRow>,
    /// Its files, named by their places from 1.
    pub files: Vec<FileRow>,
    /// Whether the reader writes it.
    pub own: bool,
    /// Who reviews and whose work it is, for staff, unless works are without names now.
    pub names: Option<(PersonName, PersonName)>,
}

/// A review, for its reviewer and for those who teach the edition.
///
/// # Errors
/// `NotFound` for anybody else, the author among them.
pub fn review(r: &mut Read, actor: &Actor, id: PeerReviewId, now: Moment) -> Result<Review, Problem> {
    let row = store::review(r, id)?.ok_or_else(Problem::not_found)?;
    let standing = progress::standing(r, actor, row.place.reviewer)?;
    let own = actor.person == Some(standing.enrolment.person_id);
    let author = editions::enrolment(r, row.place.author)?.map(|(row, _)| row.person_id);
    if actor.person.is_some() && author == actor.person {
        return Err(Problem::not_found());
    }
    let fact = standing.activity(row.place.case, ActivityKind::Case)?.clone();
    let at = (standing.edition.id, fact.id);
    let (definition, rubrics) = cases::graded_case(r, at)?.ok_or_else(Problem::not_found)?;
    let rubric = if row.given.is_some() { row.rubric } else { rubrics.newest() };
    let definition = graded_by(definition, rubrics.by(rubric));
    let names = if own { None } else { names(r, actor, (&standing.edition, &row))? };
    let state = row.state(now);
    let closed = state == ReviewState::Hidden || (own && state == ReviewState::PassedOn);
    let which = Which { enrolment: row.place.author, activity: fact.id };
    let all = if closed { Vec::new() } else { versions(r, which, None, (Grades::Released, &rubrics))? };
    let version = all.into_iter().find(|version| version.row.id == row.place.submission);
    let (work, files) = version.map_or((None, Vec::new()), |version| (Some(version.row), version.files));
    let nameless = |(place, file): (i64, FileRow)| {
        let name = nameless_file(crate::kernel::StoredFileId(place), &file.name);
        FileRow { name, ..file }
    };
    let files = (1..).zip(files).map(nameless).collect();
    Ok(Review { standing, fact, definition, rubric, row, state, work, files, own, names })
}

/// One file of the work, by its place from 1.
///
/// # Errors
/// As [`review`]; `NotFound` when there is none at this place.
pub fn file(
    r: &mut Read,
    actor: &Actor,
    (id, place): (PeerReviewId, usize),
    now: Moment,
) -> Result<FileRow, Problem> {
    let found = review(r, actor, id, now)?;
    let index = place.checked_sub(1).ok_or_else(Problem::not_found)?;
    found.files.into_iter().nth(index).ok_or_else(Problem::not_found)
}

/// The names on both sides, unless the case is graded without names and any of its works still is: of few works, who
/// reviews one would tell whose it is.
fn names(
    r: &mut Read,
    actor: &Actor,
    (edition, row): (&EditionRow, &ReviewRow),
) -> Result<Option<(PersonName, PersonName)>, Problem> {
    let blind = cases::setup(r, (edition.id, row.place.case))?.1.blind;
    // A hidden version stays without a name where it was without one.
    if (blind && row.facts.hidden) || any_nameless(r, edition, row.place.case)? {
        return Ok(None);
    }
    let people = editions::chosen::trainees(r, edition.id, actor.language)?;
    let name = |place| people.iter().find(|(id, _)| *id == place).map(|(_, name)| name.clone());
    Ok(name(row.place.reviewer).zip(name(row.place.author)))
}

/// Whether any work of a case is without a name now.
pub(super) fn any_nameless(
    r: &mut Read,
    edition: &EditionRow,
    case: crate::kernel::ActivityId,
) -> Result<bool, Problem> {
    let at = (edition.id, case);
    let authors: Vec<EnrolmentId> =
        cases::last_works(r, at)?.into_iter().map(|work| work.enrolment).collect();
    Ok(!nameless(r, at, &authors)?.is_empty())
}
