//! The page of a case that teams hand in, in its typical states.

use super::case::CasePage;
use super::draft::DraftView;
use super::former::FormerView;
use super::samples::{case, draft, version};
use super::teams::{OwnTotal, PresentField, RatedMember, RatingForm, TeamCard, VersionTeam};
use super::versions::VersionView;
use crate::kernel::Fault;
use crate::web::{Choice, Field};

fn card(named: bool) -> TeamCard {
    TeamCard {
        name: named.then(|| "Команда 2".into()),
        members: if named {
            vec!["Иванова Анна".into(), "Сейтқали Айгүл".into()]
        } else {
            Vec::new()
        },
        url: Some("/learn/1/teams/3".into()),
        open: true,
        least: 4,
        most: 6,
    }
}

fn present(faults: &[Fault]) -> PresentField {
    PresentField {
        name: "Сейтқали Айгүл".into(),
        field: Field::with_faults("present.2", "", faults),
        options: vec![Choice::new("yes", "Участвовала", ""), Choice::new("no", "Не участвовала", "")],
    }
}

fn ratings(faults: &[Fault]) -> RatingForm {
    let rating = Field::with_faults("rating.2", "", faults);
    let options = (1..=4).map(|number| Choice::new(number, format!("Ступень {number}"), "3")).collect();
    RatingForm {
        url: "/learn/1/cases/2/ratings/3".into(),
        members: vec![RatedMember {
            name: "Сейтқали Айгүл".into(),
            options,
            remark: Field::empty("remark.2"),
            rating: rating.clone(),
        }],
        is_done: faults.is_empty(),
        wrong: Some(rating).filter(|field| !field.faults.is_empty()).into_iter().collect(),
    }
}

fn of_team(own: bool) -> VersionTeam {
    VersionTeam {
        present: vec!["Иванова Анна".into()],
        absent: vec!["Сейтқали Айгүл".into()],
        is_absent: !own,
        own: own.then(|| OwnTotal { total: 12, points: -2, reason: "Не готовила план".into() }),
    }
}

pub(super) fn cases() -> [CasePage; 5] {
    let faults = [Fault::new("present.2", "team-present").with("name", "Сейтқали Айгүл")];
    let missing = present(&faults);
    let fields = vec![Field::empty("text"), missing.field.clone()];
    let form = DraftView {
        present: vec![missing], fields, saved_by: Some("Сейтқали А.".into()), ..draft()
    };
    let writing = CasePage { team: Some(card(true)), draft: Some(form), ..case() };
    let alone = CasePage { team: Some(card(false)), draft: None, ..case() };
    let waiting = CasePage {
        team: Some(card(true)),
        ungraded: Some(VersionView { team: Some(of_team(true)), ..version(1, None) }),
        ratings: Some(ratings(&[])),
        ..case()
    };
    let faulty = [Fault::new("rating.2", "required")];
    let absent = VersionView { team: Some(of_team(false)), ..version(1, None) };
    let graded = CasePage {
        team: Some(TeamCard { url: None, ..card(false) }),
        graded: vec![VersionView { team: Some(of_team(true)), ..version(2, Some(true)) }, absent],
        ratings: Some(ratings(&faulty)),
        ..case()
    };
    let former = |id, when_key, to: Option<&str>| FormerView {
        id,
        name: format!("Команда {id}"),
        when_key,
        from: "3 сентября 2026 г.".into(),
        to: to.map(str::to_owned),
        versions: vec![VersionView { team: Some(of_team(true)), ..version(1, Some(true)) }],
    };
    let moved = CasePage {
        team: Some(card(true)),
        former: vec![
            former(3, "case-teams-former-when", Some("10 сентября 2026 г.")),
            former(4, "case-teams-former-since", None),
        ],
        ..case()
    };
    [writing, alone, waiting, graded, moved]
}
