//! A case that teams hand in: the team, what of its works a member sees, and who was present (H6).

use super::deadlines::Place;
use super::opening::Case;
use super::versions::Version;
use crate::cases::store::{self, AdjustmentRow, Present, ShareRow, SubmissionRow};
use crate::db::Read;
use crate::kernel::{
    ActivityId, Actor, EditionId, EnrolmentId, Fault, Language, Moment, PersonId, Problem, SubmissionId,
    TeamId,
};
use crate::programmes::rules::{CaseDefinition, TeamSize};
use crate::teams::rules::sign_up_is_open;
use crate::teams::store::{self as team_store, SetRow, TeamRow, Trainee};

/// A trainee's team at a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseTeam {
    /// How large teams are here.
    pub size: TeamSize,
    /// The set of teams that the edition uses for it; nothing while none was made.
    pub set: Option<SetRow>,
    /// The trainee's team; nothing while they have none.
    pub team: Option<TeamRow>,
    /// Who is in it, by name.
    pub members: Vec<Trainee>,
}

impl CaseTeam {
    /// The team.
    pub fn id(&self) -> Option<TeamId> {
        self.team.as_ref().map(|team| team.id)
    }

    /// Everybody in it, for whom an extension may be.
    pub(super) fn places(&self) -> Vec<Place> {
        let place = |one: &Trainee| Place { enrolment: one.enrolment, organisation: one.organisation };
        self.members.iter().map(place).collect()
    }

    /// Whether the trainee can choose a team now.
    pub fn choosing(&self, now: Moment) -> bool {
        self.set.as_ref().is_some_and(|set| sign_up_is_open(set.sign_up_until, now))
    }

    /// What somebody of the team is called.
    pub fn name_of(&self, person: PersonId) -> Option<String> {
        let member = self.members.iter().find(|one| one.person == person);
        member.map(|one| one.name.surname_and_initials())
    }
}

/// The team of a trainee at a case; nothing where everybody hands it in for themselves.
pub(super) fn team_of(
    r: &mut Read,
    definition: &CaseDefinition,
    at: (EditionId, ActivityId),
    enrolment: EnrolmentId,
) -> Result<Option<CaseTeam>, Problem> {
    let Some(size) = definition.settings.team else { return Ok(None) };
    let Some((set, team)) = team_store::place_of(r, at, enrolment)? else {
        return Ok(Some(CaseTeam { size, set: None, team: None, members: Vec::new() }));
    };
    let members = match &team {
        Some(team) => team_store::members(r, (at.0, set.id), team.id, Language::Ru)?,
        None => Vec::new(),
    };
    Ok(Some(CaseTeam { size, set: Some(set), team, members }))
}

/// The members of versions and what was changed for them, where teams handed them in.
pub(super) fn shares(
    r: &mut Read,
    rows: &[SubmissionRow],
    ids: &[SubmissionId],
) -> Result<(Vec<ShareRow>, Vec<AdjustmentRow>), Problem> {
    if rows.iter().all(|row| row.team.is_none()) {
        return Ok((Vec::new(), Vec::new()));
    }
    Ok((store::shares(r, ids)?, store::adjustments(r, ids)?))
}

/// Takes out of a team's version what is not for this member: the grade of a version they had no part in, and what the
/// others get.
pub(super) fn as_seen_by(version: &mut Version, enrolment: EnrolmentId) {
    if version.row.team.is_none() {
        return;
    }
    let mine = version.shares.iter().find(|share| share.enrolment == enrolment && share.present).cloned();
    match (&mut version.grade, mine) {
        (Some(grade), Some(mine)) => grade.row.passed = mine.passed.unwrap_or(grade.row.passed),
        (Some(_), None) => {
            version.grade = None;
            version.comments.clear();
            version.withheld = true;
        }
        (None, _) => {}
    }
    version.adjustments.retain(|one| one.enrolment == enrolment);
    for share in version.shares.iter_mut().filter(|share| share.enrolment != enrolment) {
        (share.points, share.total, share.passed) = (0, None, None);
    }
}

/// The members of the team with who was present; nobody where everybody hands in for themselves.
///
/// # Errors
/// A fault for each member of whom nothing was said, at the field `present.` and their place in the edition.
pub(super) fn present_members(
    case: &Case,
    actor: &Actor,
    said: &Present,
) -> Result<Vec<(EnrolmentId, bool)>, Vec<Fault>> {
    let members = case.team.as_ref().map(|team| team.members.as_slice()).unwrap_or_default();
    let (mut shares, mut faults) = (Vec::new(), Vec::new());
    for member in members {
        let own = Some(member.person) == actor.person;
        match said.get(&member.enrolment).copied().or(own.then_some(true)) {
            // Whoever hands in has a part in it.
            Some(present) => shares.push((member.enrolment, present || own)),
            None => faults.push(
                Fault::new(format!("present.{}", member.enrolment), "team-present")
                    .with("name", member.name.full()),
            ),
        }
    }
    if faults.is_empty() { Ok(shares) } else { Err(faults) }
}
