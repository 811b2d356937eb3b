//! The versions of a work with all that belongs to them: files, grades, remarks on passages, who was in the team.

use super::opening::Which;
use super::teams;
use crate::cases::rules::{OwnMarks, Rubric, Rubrics, VersionState};
use crate::cases::store::{
    self, AdjustmentRow, CommentRow, FileRow, GradingRow, HidingRow, MarkRow, ShareRow, SubmissionRow,
};
use crate::db::Read;
use crate::kernel::{GradingId, Problem, SubmissionId, TeamId};
use std::collections::{BTreeMap, HashMap};

/// A grade with its points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grade {
    /// The grade.
    pub row: GradingRow,
    /// Points and remarks by criterion.
    pub marks: Vec<MarkRow>,
    /// What it was graded by, whatever the rubric is now.
    pub rubric: Rubric,
}

impl Grade {
    /// Points by criterion, before weights.
    pub fn points(&self) -> BTreeMap<String, u32> {
        let points = |mark: &MarkRow| (mark.criterion_key.clone(), u32::try_from(mark.points).unwrap_or(0));
        self.marks.iter().map(points).collect()
    }
}

/// How the author of a version judged it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Own {
    /// What was chosen.
    pub marks: OwnMarks,
    /// By which rubric, whatever it is now.
    pub rubric: Rubric,
}

/// Which grades are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grades {
    /// Those that were released: what trainees see.
    Released,
    /// All: what those who grade see.
    All,
}

/// A version with everything that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// The version.
    pub row: SubmissionRow,
    /// Its files.
    pub files: Vec<FileRow>,
    /// Its grade, once there is one.
    pub grade: Option<Grade>,
    /// How its author judged it, where that was asked.
    pub own: Option<Own>,
    /// Remarks on passages of its text; for its author only with a released grade.
    pub comments: Vec<CommentRow>,
    /// That it was hidden: then text, links, files and remarks on passages are empty here.
    pub hidden: Option<HidingRow>,
    /// Who was in the team when it came; nobody where it is one trainee's.
    pub shares: Vec<ShareRow>,
    /// What a trainer changed for single members, the latest first.
    pub adjustments: Vec<AdjustmentRow>,
    /// Whether it has a released grade that the reader had no part in.
    pub withheld: bool,
}

impl Version {
    /// Whether it has not been graded yet, as far as its reader knows.
    pub fn waits(&self) -> bool {
        self.state() == VersionState::Waiting
    }

    /// Where it stands.
    pub fn state(&self) -> VersionState {
        match &self.grade {
            _ if self.hidden.is_some() => VersionState::GivenBack,
            Some(grade) => VersionState::Graded { passed: grade.row.passed },
            None if self.withheld => VersionState::Graded { passed: false },
            None => VersionState::Waiting,
        }
    }
}

/// Every version of a trainee's work, or of a team's, with files, grades and remarks, in nine queries whatever their
/// number. Each grade keeps the version of the rubric it was given by. Of hidden ones nothing is given out that their
/// author wrote.
///
/// # Errors
/// The database's.
pub fn versions(
    r: &mut Read,
    which: Which,
    team: Option<TeamId>,
    (seen, rubrics): (Grades, &Rubrics),
) -> Result<Vec<Version>, Problem> {
    let rows = match team {
        Some(team) => store::submissions_of_team(r, team, which.activity)?,
        None => store::submissions(r, which.enrolment, which.activity)?,
    };
    of_rows(r, rows, (seen, rubrics))
}

/// The same of some versions.
pub(super) fn of_rows(
    r: &mut Read,
    rows: Vec<SubmissionRow>,
    (seen, rubrics): (Grades, &Rubrics),
) -> Result<Vec<Version>, Problem> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<SubmissionId> = rows.iter().map(|row| row.id).collect();
    let mut files: HashMap<SubmissionId, Vec<FileRow>> = HashMap::new();
    for (submission, file) in store::submission_files(r, &ids)? {
        files.entry(submission).or_default().push(file);
    }
    let mut grades = grades(r, &ids, (seen, rubrics))?;
    let judged = |marks: OwnMarks| Own { rubric: rubrics.by(marks.rubric).clone(), marks };
    let mut own: HashMap<SubmissionId, Own> =
        store::own_marks(r, &ids)?.into_iter().map(|(id, marks)| (id, judged(marks))).collect();
    let mut comments: HashMap<SubmissionId, Vec<CommentRow>> = HashMap::new();
    for comment in store::comments(r, &ids)? {
        comments.entry(comment.submission).or_default().push(comment);
    }
    let mut hidden: HashMap<SubmissionId, HidingRow> =
        store::hidings(r, &ids)?.into_iter().map(|row| (row.submission_id, row)).collect();
    let (mut shares, mut adjustments) = teams::shares(r, &rows, &ids)?;
    let version = |row: SubmissionRow| {
        let (id, grade) = (row.id, grades.remove(&row.id));
        let shares: Vec<ShareRow> = shares.extract_if(.., |share| share.submission == id).collect();
        let adjustments = adjustments.extract_if(.., |one| one.submission == id).collect();
        if let Some(hiding) = hidden.remove(&id) {
            let (row, files, comments) = (row.without_content(), Vec::new(), Vec::new());
            let (own, hidden) = (None, Some(hiding));
            return Version {
                row,
                files,
                grade,
                own,
                comments,
                hidden,
                shares,
                adjustments,
                withheld: false,
            };
        }
        let files = files.remove(&id).unwrap_or_default();
        let mut comments = comments.remove(&id).unwrap_or_default();
        comments.retain(|_| seen == Grades::All || grade.is_some());
        let own = own.remove(&id);
        Version { row, files, grade, own, comments, hidden: None, shares, adjustments, withheld: false }
    };
    Ok(rows.into_iter().map(version).collect())
}

fn grades(
    r: &mut Read,
    ids: &[SubmissionId],
    (seen, rubrics): (Grades, &Rubrics),
) -> Result<HashMap<SubmissionId, Grade>, Problem> {
    let mut rows = store::gradings(r, ids)?;
    rows.retain(|row| seen == Grades::All || row.released_at.is_some());
    let of: Vec<GradingId> = rows.iter().map(|row| row.id).collect();
    let mut marks: HashMap<GradingId, Vec<MarkRow>> = HashMap::new();
    for mark in store::marks(r, &of)? {
        marks.entry(mark.grading_id).or_default().push(mark);
    }
    let grade = |row: GradingRow| {
        let marks = marks.remove(&row.id).unwrap_or_default();
        let rubric = rubrics.by(row.rubric).clone();
        (row.submission_id, Grade { row, marks, rubric })
    };
    Ok(rows.into_iter().map(grade).collect())
}
