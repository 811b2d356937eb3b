//! What the API says about teams.

use crate::kernel::Language;
use crate::teams::actions::{Board, EditionTeams, Own, Proposal};
use crate::teams::store::{SetRow, Trainee};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The sets of an edition.
#[derive(Debug, Serialize, ToSchema)]
pub struct TeamSetsDto {
    /// The sets, the oldest first.
    sets: Vec<TeamSetDto>,
    /// The cases that teams hand in.
    cases: Vec<TeamCaseDto>,
}

/// A set of teams.
#[derive(Debug, Serialize, ToSchema)]
pub struct TeamSetDto {
    /// The set.
    id: i64,
    /// Its name.
    name: String,
    /// Until when trainees choose their team themselves; `null` while they do not.
    sign_up_until: Option<String>,
    /// How many a team takes of those who choose it.
    places: i32,
}

/// A case that teams hand in.
#[derive(Debug, Serialize, ToSchema)]
pub struct TeamCaseDto {
    /// The case.
    activity_id: i64,
    /// Its title.
    title: String,
    /// How large a team is at least,
    least: u32,
    /// and at most.
    most: u32,
    /// The set it uses.
    set_id: Option<i64>,
}

/// A team with its members.
#[derive(Debug, Serialize, ToSchema)]
pub struct TeamDto {
    /// The team; `null` for one that balancing would make.
    id: Option<i64>,
    /// Its name.
    name: String,
    /// Who is in it.
    members: Vec<TeamMemberDto>,
}

/// Somebody in a team, or in none.
#[derive(Debug, Serialize, ToSchema)]
pub struct TeamMemberDto {
    /// The place in the edition.
    enrolment_id: i64,
    /// The name.
    name: String,
    /// Who sent them.
    organisation: Option<String>,
    /// What they do there; for those who teach the edition.
    position: Option<String>,
}

/// A set with its teams.
#[derive(Debug, Serialize, ToSchema)]
pub struct TeamBoardDto {
    /// The set.
    set: TeamSetDto,
    /// Its teams.
    teams: Vec<TeamDto>,
    /// Who has no team yet.
    unplaced: Vec<TeamMemberDto>,
    /// Whether a team has handed anything in: then nobody is balanced any more.
    has_works: bool,
}

/// Teams as balancing would make them.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProposalDto {
    /// The teams.
    teams: Vec<TeamDto>,
    /// Organisations that sent too many for two of them in each team.
    tight: Vec<TightDto>,
    /// What it was made of; sent with `take`, it is taken only while the same people learn in the edition.
    of: String,
}

/// An organisation that sent too many.
#[derive(Debug, Serialize, ToSchema)]
pub struct TightDto {
    /// Which.
    organisation_id: i64,
    /// How many it sent.
    sent: usize,
    /// How many of them are together at least.
    together: usize,
}

/// The teams as a trainee sees them.
#[derive(Debug, Serialize, ToSchema)]
pub struct OwnTeamsDto {
    /// The set.
    set: TeamSetDto,
    /// Its teams.
    teams: Vec<TeamDto>,
    /// The trainee's own.
    mine: Option<i64>,
    /// Whether a team can be chosen now.
    open: bool,
}

/// A set to be made.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewTeamSetDto {
    /// Its name.
    pub(super) name: String,
    /// How many teams it begins with, from 0 to 40; they are called by a word and their number.
    #[serde(default)]
    pub(super) teams: usize,
}

/// The name of a team.
#[derive(Debug, Deserialize, ToSchema)]
pub struct TeamNameDto {
    /// The name, at most 80 characters.
    pub(super) name: String,
}

/// A team for somebody.
#[derive(Debug, Deserialize, ToSchema)]
pub struct TeamChoiceDto {
    /// The team; `null` for none.
    pub(super) team_id: Option<i64>,
}

/// The sign-up of a set.
#[derive(Debug, Deserialize, ToSchema)]
pub struct SignUpDto {
    /// Until when, in RFC 3339; `null` closes it.
    pub(super) until: Option<String>,
    /// How many a team takes, from 2 to 50.
    pub(super) places: i32,
}

/// The cases that use a set.
#[derive(Debug, Deserialize, ToSchema)]
pub struct UsesDto {
    /// Their activities.
    pub(super) cases: Vec<i64>,
}

/// How people are to be balanced.
#[derive(Debug, Deserialize, ToSchema)]
pub struct BalanceDto {
    /// Over how many teams.
    pub(super) teams: usize,
    /// What the dice are thrown by; the same seed deals the same teams.
    #[serde(default)]
    pub(super) seed: u64,
    /// Whether everybody changes into the team proposed; else nothing is changed.
    #[serde(default)]
    pub(super) take: bool,
    /// The `of` of a preview: then only what was seen is taken.
    #[serde(default)]
    pub(super) of: Option<String>,
}

impl TeamSetDto {
    fn new(set: &SetRow) -> TeamSetDto {
        TeamSetDto {
            id: set.id.0,
            name: set.name.clone(),
            sign_up_until: set.sign_up_until.map(crate::kernel::Moment::rfc3339),
            places: set.places,
        }
    }
}

impl TeamMemberDto {
    fn new(one: &Trainee) -> TeamMemberDto {
        TeamMemberDto {
            enrolment_id: one.enrolment.0,
            name: one.name.full(),
            organisation: one.organisation_name.clone(),
            position: one.position.clone(),
        }
    }

    /// For the others who learn there.
    fn of_mate(one: &Trainee) -> TeamMemberDto {
        TeamMemberDto { position: None, ..TeamMemberDto::new(one) }
    }
}

impl TeamSetsDto {
    pub(super) fn new(found: &EditionTeams, reader: Language) -> TeamSetsDto {
        let case =
            |(case, set): &(crate::teams::store::TeamCase, Option<crate::kernel::TeamSetId>)| TeamCaseDto {
                activity_id: case.id.0,
                title: case.title.for_reader(reader).to_owned(),
                least: case.size.least,
                most: case.size.most,
                set_id: set.map(|id| id.0),
            };
        TeamSetsDto {
            sets: found.sets.iter().map(|line| TeamSetDto::new(&line.set)).collect(),
            cases: found.cases.iter().map(case).collect(),
        }
    }
}

impl TeamBoardDto {
    pub(super) fn new(board: &Board) -> TeamBoardDto {
        let members = |team| board.members(team).map(TeamMemberDto::new).collect();
        let team = |team: &crate::teams::store::TeamRow| TeamDto {
            id: Some(team.id.0),
            name: team.name.clone(),
            members: members(Some(team.id)),
        };
        TeamBoardDto {
            set: TeamSetDto::new(&board.set),
            teams: board.teams.iter().map(team).collect(),
            unplaced: members(None),
            has_works: board.has_works,
        }
    }
}

impl ProposalDto {
    pub(super) fn new(found: &Proposal) -> ProposalDto {
        let team = |team: &crate::teams::actions::Proposed| TeamDto {
            id: team.team.map(|id| id.0),
            name: team.name.clone(),
            members: team.members.iter().map(TeamMemberDto::new).collect(),
        };
        let tight = |tight: &crate::teams::rules::Tight| TightDto {
            organisation_id: tight.organisation.0,
            sent: tight.sent,
            together: tight.together,
        };
        ProposalDto {
            teams: found.teams.iter().map(team).collect(),
            tight: found.tight.iter().map(tight).collect(),
            of: found.of.to_string(),
        }
    }
}

impl OwnTeamsDto {
    pub(super) fn new(found: &Own) -> OwnTeamsDto {
        let team = |team: &crate::teams::store::TeamRow| TeamDto {
            id: Some(team.id.0),
            name: team.name.clone(),
            members: found.members(team.id).map(TeamMemberDto::of_mate).collect(),
        };
        OwnTeamsDto {
            set: TeamSetDto::new(&found.set),
            teams: found.teams.iter().map(team).collect(),
            mine: found.mine.map(|id| id.0),
            open: found.open,
        }
    }
}
