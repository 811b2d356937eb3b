//! Addresses of teams, and of what cases and grading do with them.

use crate::kernel::{ActivityId, EditionId, EnrolmentId, SubmissionId, TeamId, TeamSetId};

/// Teams as balancing would make them: so many, thrown by a seed.
pub fn team_balance_of(set: TeamSetId, teams: usize, seed: u64) -> String {
    format!("{}?teams={teams}&seed={seed}", team_balance(set))
}

with_ids! {
    /// The sets of teams of an edition; POST makes one.
    team_sets(edition: EditionId) = "/editions/{edition}/teams";
    /// A set of teams.
    team_set(set: TeamSetId) = "/team-sets/{set}";
    /// Adding a team to a set (POST).
    set_teams(set: TeamSetId) = "/team-sets/{set}/teams";
    /// Putting somebody into a team, or taking them out (POST).
    team_set_members(set: TeamSetId) = "/team-sets/{set}/members";
    /// Letting trainees choose their team (POST).
    team_sign_up(set: TeamSetId) = "/team-sets/{set}/sign-up";
    /// Which cases use a set (POST).
    team_set_cases(set: TeamSetId) = "/team-sets/{set}/cases";
    /// Teams as balancing would make them; POST takes them.
    team_balance(set: TeamSetId) = "/team-sets/{set}/balance";
    /// Renaming a team (POST).
    team(team: TeamId) = "/teams/{team}";
    /// Taking an empty team out of its set (POST).
    team_removal(team: TeamId) = "/teams/{team}/removal";
    /// The teams of a set as a trainee chooses them.
    own_teams(enrolment: EnrolmentId, set: TeamSetId) = "/learn/{enrolment}/teams/{set}";
    /// Saying what the others of one's team have done (POST).
    case_ratings(enrolment: EnrolmentId, activity: ActivityId, submission: SubmissionId) = "/learn/{enrolment}/cases/{activity}/ratings/{submission}";
    /// Changing what one member gets of a team's work (POST).
    work_member(submission: SubmissionId, enrolment: EnrolmentId) = "/submissions/{submission}/members/{enrolment}";
}
