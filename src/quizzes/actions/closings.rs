//! Until when a trainee can take the quizzes of an edition.

use crate::db::Read;
use crate::editions::store::{EditionRow, EnrolmentRow};
use crate::kernel::{ActivityId, Moment, Problem};
use crate::quizzes::rules::setup::{Changes, Settings, Terms};
use crate::quizzes::store::{overrides, setups};
use std::collections::{BTreeMap, HashSet};

/// When the quizzes close that close before the edition does, for one trainee, in three queries.
///
/// # Errors
/// The database's.
pub fn closings(
    r: &mut Read,
    edition: &EditionRow,
    enrolment: &EnrolmentRow,
) -> Result<BTreeMap<ActivityId, Moment>, Problem> {
    let setups = setups::in_force(r, edition.id)?;
    let exceptions = overrides::of_trainee(r, edition.id, (enrolment.id, enrolment.organisation_id))?;
    let quizzes: HashSet<ActivityId> =
        setups.keys().copied().chain(exceptions.iter().map(|(quiz, _)| *quiz)).collect();
    let closes = |quiz: ActivityId| {
        let settings = setups.get(&quiz).map_or_else(Settings::default, |setup| setup.settings.0.clone());
        let theirs = exceptions.iter().filter(|(other, _)| *other == quiz);
        let changes: Vec<Changes> = theirs.map(|(_, changes)| *changes).collect();
        let edge = Terms::resolve(&settings, &changes, 0).window.closes?;
        Some((quiz, edge.instant))
    };
    Ok(quizzes.into_iter().filter_map(closes).collect())
}
