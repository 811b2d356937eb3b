//! The teams as a trainee sees and chooses them.

use super::people::{Crumb, MemberLine};
use crate::kernel::{Fault, dates};
use crate::teams::actions::Own;
use crate::teams::store::TeamRow;
use crate::web::{Field, Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Serialize)]
pub struct OwnTeams {
    pub(super) crumbs: Vec<Crumb>,
    pub(super) set: String,
    pub(super) open_until: Option<String>,
    pub(super) has_team: bool,
    pub(super) teams: Vec<TeamView>,
    pub(super) url: String,
    pub(super) wrong: Vec<Field>,
}

/// A team.
#[derive(Debug, Serialize)]
pub struct TeamView {
    pub(super) id: i64,
    pub(super) name: String,
    pub(super) members: Vec<MemberLine>,
    pub(super) left: usize,
    pub(super) is_mine: bool,
}

impl OwnTeams {
    /// For a trainee, with what was refused.
    pub fn new(found: &Own, faults: &[Fault], reader: &Reader) -> OwnTeams {
        let standing = &found.standing;
        let team = |team: &TeamRow| TeamView {
            id: team.id.0,
            name: team.name.clone(),
            members: found.members(team.id).map(MemberLine::new).collect(),
            left: found.places_left(team.id),
            is_mine: found.mine == Some(team.id),
        };
        let zone = standing.edition.time_zone;
        let until = found.set.sign_up_until.filter(|_| found.open);
        let field = Field::with_faults("team", "", faults);
        OwnTeams {
            crumbs: vec![Crumb {
                label: standing.edition.title.clone(),
                url: paths::course(standing.enrolment.id),
            }],
            set: found.set.name.clone(),
            open_until: until.map(|until| dates::day_and_time(reader.language, until, zone)),
            has_team: found.mine.is_some(),
            teams: found.teams.iter().map(team).collect(),
            url: paths::own_teams(standing.enrolment.id, found.set.id),
            wrong: Some(field).filter(|field| !field.faults.is_empty()).into_iter().collect(),
        }
    }
}

impl View for OwnTeams {
    const TEMPLATE: &'static str = "pages/teams/own";

    fn title(&self) -> Title {
        Title::text(&self.set)
    }

    fn samples() -> Vec<OwnTeams> {
        super::samples::own()
    }
}
