//! Teams as they would be, before anything is changed.

use super::people::{Crumb, MemberLine, Spread};
use crate::teams::actions::{Proposal, Proposed};
use crate::web::{Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Serialize)]
pub struct BalancePage {
    crumbs: Vec<Crumb>,
    set: String,
    /// Whether other people learn in the edition than those who were seen before.
    changed: bool,
    teams: Vec<TeamView>,
    /// Nobody was together with more than one colleague.
    is_spread: bool,
    tight: Vec<TightView>,
    url: String,
    again_url: String,
    back_url: String,
    number: usize,
    seed: u64,
    of: String,
}

#[derive(Debug, Serialize)]
struct TeamView {
    name: String,
    is_new: bool,
    members: Vec<MemberLine>,
    spread: Spread,
}

#[derive(Debug, Serialize)]
struct TightView {
    organisation: String,
    sent: usize,
    together: usize,
}

impl BalancePage {
    /// What would be.
    pub fn new(found: &Proposal, changed: bool, _: &Reader) -> BalancePage {
        let (board, wish) = (&found.board, &found.wish);
        let named = |id| {
            let one = board.people.iter().find(|one| one.organisation == Some(id));
            one.and_then(|one| one.organisation_name.clone()).unwrap_or_default()
        };
        let team = |team: &Proposed| TeamView {
            name: team.name.clone(),
            is_new: team.team.is_none(),
            members: team.members.iter().map(MemberLine::new).collect(),
            spread: Spread::of(team.members.iter()),
        };
        BalancePage {
            crumbs: vec![
                Crumb { label: board.edition.title.clone(), url: paths::edition(board.edition.id) },
                Crumb { label: board.set.name.clone(), url: paths::team_set(board.set.id) },
            ],
            set: board.set.name.clone(),
            changed,
            teams: found.teams.iter().map(team).collect(),
            is_spread: found.tight.is_empty(),
            tight: found
                .tight
                .iter()
                .map(|tight| TightView {
                    organisation: named(tight.organisation),
                    sent: tight.sent,
                    together: tight.together,
                })
                .collect(),
            url: paths::team_balance(board.set.id),
            again_url: paths::team_balance_of(board.set.id, wish.teams, wish.seed.wrapping_add(1)),
            back_url: paths::team_set(board.set.id),
            number: wish.teams,
            seed: wish.seed,
            of: found.of.to_string(),
        }
    }
}

impl View for BalancePage {
    const TEMPLATE: &'static str = "pages/teams/balance";

    fn title(&self) -> Title {
        Title::key("teams-balance-title")
    }

    fn samples() -> Vec<BalancePage> {
        let (proposal, reader) = (super::samples::proposal(), Reader::sample());
        vec![
            BalancePage::new(&proposal, false, &reader),
            BalancePage::new(&super::samples::tight(), true, &reader),
        ]
    }
}
