//! The pages in their typical states.

use super::board::{BoardPage, TypedBoard};
use super::own::{OwnTeams, TeamView};
use super::people::{Crumb, MemberLine};
use super::sets::TeamsPage;
use crate::db::Json;
use crate::editions::rules::CompletionRule;
use crate::editions::store::EditionRow;
use crate::kernel::{
    ActivityId, EditionId, EnrolmentId, Fault, Language, Localised, OrganisationId, Permille, PersonId,
    PersonName, ProgrammeVersionId, TeamId, TeamSetId, ZoneName,
};
use crate::organisations::rules::Sector;
use crate::programmes::rules::TeamSize;
use crate::teams::actions::{Board, EditionTeams, Proposal, Proposed, SetLine, Wish};
use crate::teams::rules::Tight;
use crate::teams::store::{SetRow, TeamCase, TeamRow, Trainee};
use crate::web::{Field, Form, Reader};
use chrono::NaiveDate;

const SET: TeamSetId = TeamSetId(3);

fn edition() -> EditionRow {
    let day = |text: &str| text.parse().unwrap_or(NaiveDate::MIN);
    EditionRow {
        id: EditionId(2),
        version_id: ProgrammeVersionId(1),
        organisation_id: OrganisationId(1),
        title: "2-й поток".into(),
        starts_on: day("2026-09-01"),
        ends_on: day("2026-11-30"),
        time_zone: ZoneName::MOSCOW,
        capacity: 30,
        rule: Json(CompletionRule {
            attendance: Permille(800),
            attendance_of: Default::default(),
            hours: Permille(1000),
            every_quiz: true,
            every_case: true,
            quiz_pass: None,
            case_pass: None,
            valid_months: None,
        }),
        closed_at: None,
    }
}

fn set() -> SetRow {
    let until = Some(Reader::sample().now.plus_minutes(3 * 24 * 60));
    SetRow {
        id: SET,
        edition: EditionId(2),
        name: "Команды хакатона".into(),
        sign_up_until: until,
        places: 6,
    }
}

fn trainee(id: i64, surname: &str, team: Option<i64>) -> Trainee {
    Trainee {
        enrolment: EnrolmentId(id),
        person: PersonId(id),
        name: PersonName::new(surname, "Айгүл", None),
        organisation: (id != 7).then_some(OrganisationId(id % 3)),
        organisation_name: (id != 7).then(|| "Детский хоспис".into()),
        sector: (id != 7).then_some(if id % 2 == 0 { Sector::Npo } else { Sector::State }),
        city: (id != 7).then(|| "Иркутск".into()),
        position: (id != 7).then(|| if id % 2 == 0 { "Педагог" } else { "Методист" }.into()),
        team: team.map(TeamId),
    }
}

fn case(set: Option<TeamSetId>) -> (TeamCase, Option<TeamSetId>) {
    let title = Localised::only(Language::Ru, "Правила партнёрства");
    (TeamCase { id: ActivityId(4), title, size: TeamSize { least: 4, most: 6 } }, set)
}

fn board() -> Board {
    let team = |id, name: &str| TeamRow { id: TeamId(id), set: SET, name: name.into() };
    Board {
        edition: edition(),
        set: set(),
        teams: vec![team(1, "Команда 1"), team(2, "Команда 2"), team(5, "Запасная")],
        people: vec![
            trainee(1, "Иванова", Some(1)),
            trainee(2, "Сейтқали", Some(1)),
            trainee(4, "Петров", Some(2)),
            trainee(7, "Яковлева", None),
        ],
        cases: vec![case(Some(SET))],
        has_works: false,
    }
}

pub(super) fn sets() -> Vec<TeamsPage> {
    let reader = Reader::sample();
    let full = EditionTeams {
        edition: edition(),
        sets: vec![SetLine { set: set(), teams: 2, unplaced: 1 }],
        cases: vec![case(Some(SET))],
        people: 4,
    };
    let empty = EditionTeams { sets: Vec::new(), cases: vec![case(None)], ..full.clone() };
    let none = EditionTeams { sets: Vec::new(), cases: Vec::new(), people: 0, ..full.clone() };
    let faults = [Fault::new("name", "required")];
    let nothing = (&Form::default(), &[] as &[Fault]);
    vec![
        TeamsPage::new(&full, nothing, &reader),
        TeamsPage::new(&empty, (&Form::of(&[("name", ""), ("teams", "4")]), &faults), &reader),
        TeamsPage::new(&none, nothing, &reader),
    ]
}

pub(super) fn boards() -> Vec<BoardPage> {
    let reader = Reader::sample();
    let closed = Board { set: SetRow { sign_up_until: None, ..set() }, has_works: true, ..board() };
    let empty = Board { teams: Vec::new(), people: Vec::new(), cases: Vec::new(), ..closed.clone() };
    let form = Form::of(&[("name", "Команда 2")]);
    let faults = [Fault::new("name", "team-name-taken")];
    let typed = TypedBoard { which: "rename-1", form: &form, faults: &faults };
    vec![
        BoardPage::new(&board(), None, &reader),
        BoardPage::new(&board(), Some(typed), &reader),
        BoardPage::new(&closed, Some(TypedBoard { which: "team", ..typed }), &reader),
        BoardPage::new(&empty, None, &reader),
    ]
}

pub(super) fn proposal() -> Proposal {
    let board = board();
    let known = Proposed {
        team: Some(TeamId(1)),
        name: "Команда 1".into(),
        members: board.people.iter().take(2).cloned().collect(),
    };
    let new = Proposed {
        team: None,
        name: "Команда 3".into(),
        members: board.people.iter().skip(2).cloned().collect(),
    };
    let wish = Wish { teams: 2, seed: 7, word: "Команда".into() };
    Proposal { board, wish, teams: vec![known, new], tight: Vec::new(), of: 42 }
}

pub(super) fn tight() -> Proposal {
    let tight = vec![Tight { organisation: OrganisationId(1), sent: 7, together: 4 }];
    Proposal { tight, ..proposal() }
}

pub(super) fn own() -> Vec<OwnTeams> {
    let member =
        |id, name: &str| MemberLine { enrolment: id, name: name.into(), organisation: None, position: None };
    let team = |id, mine: bool, left| TeamView {
        id,
        name: format!("Команда {id}"),
        members: if left > 5 {
            Vec::new()
        } else {
            vec![member(1, "Иванова Анна"), member(2, "Сейтқали Айгүл")]
        },
        left,
        is_mine: mine,
    };
    let page = |open: bool, teams: Vec<TeamView>, wrong: Vec<Field>| OwnTeams {
        crumbs: vec![Crumb { label: "2-й поток".into(), url: "/learn/1".into() }],
        set: "Команды хакатона".into(),
        open_until: open.then(|| "пт, 18 сентября, 18:00".into()),
        has_team: teams.iter().any(|team| team.is_mine),
        teams,
        url: "/learn/1/teams/3".into(),
        wrong,
    };
    let full = Field::with_faults("team", "", &[Fault::new("team", "team-full")]);
    vec![
        page(true, vec![team(1, true, 3), team(2, false, 6), team(3, false, 0)], Vec::new()),
        page(true, vec![team(1, false, 0)], vec![full]),
        page(false, vec![team(1, true, 2), team(2, false, 1)], Vec::new()),
        page(false, Vec::new(), Vec::new()),
    ]
}
