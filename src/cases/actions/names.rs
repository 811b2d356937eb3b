//! Whether a work is without a name now.

use crate::cases::rules::{Stand, hides_names};
use crate::cases::store::{self, CaseAt, Progress};
use crate::db::Read;
use crate::kernel::{EnrolmentId, Problem, TeamId};
use std::collections::HashSet;

/// Whether nothing may tell those who grade whose the work of somebody at a case is.
///
/// # Errors
/// The database's.
pub fn is_nameless(r: &mut Read, at: CaseAt, enrolment: EnrolmentId) -> Result<bool, Problem> {
    Ok(!nameless(r, at, &[enrolment])?.is_empty())
}

/// Those of some trainees of whose works nothing may tell whose they are: the case is graded without names, and of some
/// version of theirs, or of a team of theirs, no grade is released. In four queries, whatever their number.
///
/// # Errors
/// The database's.
pub fn nameless(r: &mut Read, at: CaseAt, of: &[EnrolmentId]) -> Result<HashSet<EnrolmentId>, Problem> {
    if of.is_empty() || !store::setup(r, at)?.1.blind {
        return Ok(HashSet::new());
    }
    let teams = store::teams_at(r, at.1, of)?;
    let known: HashSet<TeamId> = teams.iter().map(|(_, team)| *team).collect();
    let known: Vec<TeamId> = known.into_iter().collect();
    let versions = store::progress_at(r, at.1, (of, &known))?;
    let stands = |who: EnrolmentId| -> Vec<Stand> {
        let own: HashSet<TeamId> =
            teams.iter().filter(|(other, _)| *other == who).map(|(_, team)| *team).collect();
        let theirs = versions
            .iter()
            .filter(|one| one.enrolment == who || one.team.is_some_and(|team| own.contains(&team)));
        let stand = |one: &Progress| {
            let Progress { waits, hidden, released, .. } = *one;
            Stand { waits, hidden, released }
        };
        theirs.map(stand).collect()
    };
    Ok(of.iter().copied().filter(|who| hides_names(&stands(*who))).collect())
}
