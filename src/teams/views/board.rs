//! A set: its teams, its people, and everything that can be done with them.

use super::people::{Crumb, MemberLine, Spread};
use crate::kernel::{Fault, TeamId, dates};
use crate::teams::actions::Board;
use crate::teams::rules::sign_up_is_open;
use crate::teams::store::TeamRow;
use crate::web::{Choice, Field, Form, Reader, Title, View, paths};
use serde::Serialize;

/// A form of the page as it was typed, with what is wrong.
#[derive(Debug, Clone, Copy)]
pub struct TypedBoard<'a> {
    /// Which form: `team`, `rename-` and the team's id, `members`, `sign-up`, `cases` or `balance`.
    pub which: &'a str,
    /// What was typed.
    pub form: &'a Form,
    /// What is wrong.
    pub faults: &'a [Fault],
}

/// The page.
#[derive(Debug, Serialize)]
pub struct BoardPage {
    pub(super) crumbs: Vec<Crumb>,
    pub(super) set: String,
    pub(super) teams: Vec<TeamView>,
    pub(super) unplaced: Vec<PersonView>,
    pub(super) has_people: bool,
    pub(super) has_works: bool,
    pub(super) teams_url: String,
    pub(super) new_name: Field,
    pub(super) member: Field,
    pub(super) sign_up: SignUp,
    pub(super) cases: Vec<Choice>,
    pub(super) cases_field: Field,
    pub(super) cases_url: String,
    pub(super) balance_url: String,
    pub(super) balance_teams: Field,
    pub(super) seed: u64,
    pub(super) wrong: Vec<Field>,
}

/// A team.
#[derive(Debug, Serialize)]
pub struct TeamView {
    pub(super) title: String,
    pub(super) members: Vec<PersonView>,
    pub(super) spread: Spread,
    pub(super) url: String,
    pub(super) removal_url: String,
    pub(super) rename: Field,
    pub(super) is_empty: bool,
}

/// Somebody with a form that moves them.
#[derive(Debug, Serialize)]
pub struct PersonView {
    pub(super) member: MemberLine,
    pub(super) url: String,
    pub(super) options: Vec<Choice>,
    pub(super) placed: bool,
}

/// The form of the sign-up.
#[derive(Debug, Serialize)]
pub struct SignUp {
    pub(super) url: String,
    pub(super) open_until: Option<String>,
    pub(super) until: Field,
    pub(super) time: Field,
    pub(super) places: Field,
    pub(super) zone: &'static str,
}

impl BoardPage {
    /// The set with one of its forms as it was typed.
    pub fn new(board: &Board, typed: Option<TypedBoard<'_>>, reader: &Reader) -> BoardPage {
        let field = |which: &str, name: &str, usual: &str| match typed {
            Some(typed) if typed.which == which => {
                Field::with_faults(name, typed.form.raw(name), typed.faults)
            }
            _ => Field::filled(name, usual),
        };
        let team = |team: &TeamRow| TeamView::new(board, team, &field);
        let teams: Vec<TeamView> = board.teams.iter().map(team).collect();
        let sign_up = SignUp::new(board, &field, reader);
        let places = usize::try_from(board.set.places).unwrap_or(5).max(1);
        let usual =
            if board.teams.is_empty() { board.people.len().div_ceil(places).max(1) } else { teams.len() };
        let new_name = field("team", "name", "");
        let cases_field = field("cases", "cases", "");
        let member = field("members", "team", "");
        let balance_teams = field("balance", "teams", &usual.to_string());
        let renames = teams.iter().map(|team| &team.rename);
        let wrong = [&new_name, &cases_field, &member, &balance_teams, &sign_up.until, &sign_up.places];
        BoardPage {
            crumbs: vec![
                Crumb { label: board.edition.title.clone(), url: paths::edition(board.edition.id) },
                Crumb { label: String::new(), url: paths::team_sets(board.edition.id) },
            ],
            set: board.set.name.clone(),
            unplaced: board.members(None).map(|one| PersonView::new(board, one)).collect(),
            has_people: !board.people.is_empty(),
            has_works: board.has_works,
            teams_url: paths::set_teams(board.set.id),
            cases: board
                .cases
                .iter()
                .map(|(case, set)| Choice {
                    value: case.id.to_string(),
                    label: case.title.for_reader(reader.language).to_owned(),
                    selected: *set == Some(board.set.id),
                })
                .collect(),
            cases_url: paths::team_set_cases(board.set.id),
            balance_url: paths::team_balance(board.set.id),
            seed: reader.now.rfc3339().bytes().fold(7, |seed: u64, byte| seed * 31 % 9_973 + u64::from(byte)),
            wrong: wrong
                .into_iter()
                .chain(renames)
                .filter(|field| !field.faults.is_empty())
                .cloned()
                .collect(),
            new_name,
            member,
            sign_up,
            cases_field,
            balance_teams,
            teams,
        }
    }
}

impl TeamView {
    fn new(board: &Board, team: &TeamRow, field: &dyn Fn(&str, &str, &str) -> Field) -> TeamView {
        let members: Vec<PersonView> =
            board.members(Some(team.id)).map(|one| PersonView::new(board, one)).collect();
        let name = field(&format!("rename-{}", team.id), "name", &team.name);
        TeamView {
            title: team.name.clone(),
            is_empty: members.is_empty(),
            members,
            spread: Spread::of(board.members(Some(team.id))),
            url: paths::team(team.id),
            removal_url: paths::team_removal(team.id),
            rename: Field { id: format!("field-name-{}", team.id), ..name },
        }
    }
}

impl PersonView {
    fn new(board: &Board, one: &crate::teams::store::Trainee) -> PersonView {
        let choice = |team: &TeamRow| Choice {
            value: team.id.to_string(),
            label: team.name.clone(),
            selected: one.team == Some(team.id),
        };
        let other = |team: &&TeamRow| one.team != Some(team.id);
        PersonView {
            member: MemberLine::new(one),
            url: paths::team_set_members(board.set.id),
            options: board.teams.iter().filter(other).map(choice).collect(),
            placed: one.team.is_some_and(|id: TeamId| board.teams.iter().any(|team| team.id == id)),
        }
    }
}

impl SignUp {
    fn new(board: &Board, field: &dyn Fn(&str, &str, &str) -> Field, reader: &Reader) -> SignUp {
        let zone = board.edition.time_zone;
        let open = board.set.sign_up_until.filter(|_| sign_up_is_open(board.set.sign_up_until, reader.now));
        let local = open.map(|until| until.local(zone));
        let day = local.map(|at| at.date().to_string()).unwrap_or_default();
        let time = local.map_or_else(|| "18:00".to_owned(), |at| dates::time(at.time()));
        SignUp {
            url: paths::team_sign_up(board.set.id),
            open_until: open.map(|until| dates::day_and_time(reader.language, until, zone)),
            until: field("sign-up", "until", &day),
            time: field("sign-up", "time", &time),
            places: field("sign-up", "places", &board.set.places.to_string()),
            zone: zone.name(),
        }
    }
}

impl View for BoardPage {
    const TEMPLATE: &'static str = "pages/teams/board";

    fn title(&self) -> Title {
        Title::text(&self.set)
    }

    fn samples() -> Vec<BoardPage> {
        super::samples::boards()
    }
}
