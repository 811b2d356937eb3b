//! Works of teams that somebody was in before: what was handed in with them stays theirs to read.

use super::opening::Which;
use super::teams::as_seen_by;
use super::versions::{Grades, Version, of_rows};
use crate::cases::rules::Rubrics;
use crate::cases::store::{self, SubmissionRow};
use crate::db::Read;
use crate::kernel::{Moment, Problem, TeamId};
use crate::teams::store as teams;

/// A team that a trainee was in, with what it handed in at a case in those days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Former {
    /// The team.
    pub team: TeamId,
    /// Its name.
    pub name: String,
    /// Since when they were in it.
    pub from: Moment,
    /// Until when; nothing where another set of teams is used by now.
    pub to: Option<Moment>,
    /// The versions, in their order.
    pub versions: Vec<Version>,
}

/// The works at a case that were handed in with a trainee by other teams than the one of now, team by team in the order
/// they were joined.
pub(super) fn former(
    r: &mut Read,
    which: Which,
    now_in: Option<TeamId>,
    rubrics: &Rubrics,
) -> Result<Vec<Former>, Problem> {
    let mut rows = store::submissions(r, which.enrolment, which.activity)?;
    rows.retain(|row| row.team.is_some() && row.team != now_in);
    let ids: Vec<TeamId> = rows.iter().filter_map(|row: &SubmissionRow| row.team).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut versions = of_rows(r, rows, (Grades::Released, rubrics))?;
    // Whoever was away had no part in it: nobody has shown it to them, and nobody does now.
    versions.retain(|version| {
        version.shares.iter().any(|share| share.enrolment == which.enrolment && share.present)
    });
    for version in &mut versions {
        as_seen_by(version, which.enrolment);
    }
    let mut former: Vec<Former> = Vec::new();
    for stay in teams::stays(r, which.enrolment, &ids)? {
        // Whoever came back was there from the first day to the last.
        if let Some(known) = former.iter_mut().find(|one| one.team == stay.team) {
            known.to = stay.to;
            continue;
        }
        let here: Vec<Version> =
            versions.extract_if(.., |version| version.row.team == Some(stay.team)).collect();
        let (team, name, from, to) = (stay.team, stay.name, stay.from, stay.to);
        former.push(Former { team, name, from, to, versions: here });
    }
    former.retain(|one| !one.versions.is_empty());
    Ok(former)
}
