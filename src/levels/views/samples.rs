//! The pages in their typical states.

use crate::continuing_training::rules::{Initial, Quarter, Standing};
use crate::continuing_training::store::people::Gathering;
use crate::kernel::{
    ActivityId, DocumentId, EditionId, EnrolmentId, Language, LevelRuleId, Localised, Minutes, Moment,
    OrganisationId, PersonId, PersonName, Problem, ProgrammeId, ZoneName,
};
use crate::levels::actions::{Asked, Line, NextSession, PersonLevels, Registry, RuleSheet, Section, Show};
use crate::levels::rules::status::{Status, Training, Why};
use crate::levels::rules::{Attested, LevelRule, Reached};
use crate::levels::store::RuleRow;
use crate::levels::store::people::PersonRow;
use crate::programmes::rules::words::DocumentKind;
use chrono::NaiveDate;
use std::collections::{HashMap, HashSet};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_default()
}

fn attested(document: i64, kind: DocumentKind) -> Attested {
    Attested {
        document: DocumentId(document),
        person: PersonId(1),
        organisation: OrganisationId(1),
        kind,
        number: format!("СН-2026/{document:04}"),
        issued_on: day("2026-03-20"),
        edition: EditionId(document),
        title: "Школа наставников, 2026 год".into(),
        programme: ProgrammeId(1),
    }
}

fn missed() -> Why {
    Why::Missed(Quarter::of(day("2026-05-01")))
}

fn line(number: i64, surname: &str, cycles: usize, status: Option<Status>) -> Line {
    Line {
        person: PersonRow {
            id: PersonId(number),
            name: PersonName::new(surname, "Әлия", Some("Серікқызы")),
            organisation: (number % 2 == 1).then(|| "Фонд «Рядом»".to_owned()),
        },
        reached: Reached::of(&LevelRule::usual(), cycles),
        certificate: status.map(|_| attested(number, DocumentKind::MentorCertificate)),
        status,
    }
}

/// A registry with somebody of each kind.
pub(super) fn registry() -> Registry {
    let initial = Initial { have: Minutes(105), needed: Minutes(120) };
    Registry {
        organisation: OrganisationId(1),
        name: "Фонд «Рядом»".into(),
        administers: true,
        choices: vec![(OrganisationId(1), "Фонд «Рядом»".into()), (OrganisationId(2), "ЦПД".into())],
        asked: Asked::default(),
        rule: LevelRule::usual(),
        counts: vec![(Show::Mentors, 4), (Show::Valid, 1), (Show::Needs, 3), (Show::Everybody, 5)],
        total: 5,
        lines: vec![
            line(1, "Ахметова", 3, Some(Status::Valid(day("2026-12-31")))),
            line(2, "Бекова", 2, Some(Status::Needs(missed()))),
            line(3, "Ким", 1, Some(Status::Needs(Why::Initial(initial)))),
            line(4, "Серікова", 0, Some(Status::Needs(Why::Lapsed(Quarter::of(day("2026-01-01")))))),
            line(5, "Юнусова", 1, None),
        ],
    }
}

fn section(id: i64, status: Option<Status>, next: bool) -> Section {
    let (papers, rule) = ([attested(1, DocumentKind::MentorCertificate)], LevelRule::usual());
    let training = Training {
        edition: EditionId(1),
        enrolment: EnrolmentId(1),
        title: "Школа наставников, 2026 год".into(),
        ends_on: day("2026-12-31"),
        left: false,
        standing: Standing::default(),
    };
    let starts_at: Moment = ZoneName::MOSCOW.end_of(day("2026-09-10"));
    let gathering = Gathering {
        activity: ActivityId(1),
        held_on: day("2026-09-10"),
        starts_at,
        title: Localised::only(Language::Ru, "Встреча наставников"),
        place: Some("Москва, ул. Щепкина, 38".into()),
    };
    Section {
        organisation: OrganisationId(id),
        name: "Фонд «Рядом»".into(),
        administers: id == 1,
        reached: Reached::of(&rule, 1),
        rule,
        cycles: papers.to_vec(),
        certificate: status.map(|_| attested(1, DocumentKind::MentorCertificate)),
        status,
        running: if next { vec![training] } else { Vec::new() },
        next: next.then(|| NextSession {
            enrolment: EnrolmentId(1),
            edition: "Школа наставников, 2026 год".into(),
            zone: ZoneName::MOSCOW,
            gathering,
        }),
    }
}

/// Somebody whose status holds in one organisation and needs training in another, and a trainee in a third.
pub(super) fn person() -> PersonLevels {
    let nothing = Section { reached: Reached::of(&LevelRule::usual(), 0), ..section(3, None, false) };
    PersonLevels {
        person: PersonId(1),
        name: PersonName::new("Ахметова", "Динара", None),
        own: true,
        today: day("2026-08-20"),
        sections: vec![
            section(1, Some(Status::Valid(day("2026-09-30"))), true),
            section(2, Some(Status::Needs(missed())), false),
            Section { cycles: Vec::new(), ..nothing },
        ],
    }
}

/// The rules of an organisation, with one that held before.
pub(super) fn sheet() -> RuleSheet {
    let row = |number: i32, programmes: Vec<ProgrammeId>| RuleRow {
        id: LevelRuleId(number.into()),
        organisation: OrganisationId(1),
        number,
        rule: LevelRule { programmes, ..LevelRule::usual() },
        set_at: ZoneName::MOSCOW.end_of(day("2026-08-20")),
        set_by: Some(PersonId(7)),
    };
    RuleSheet {
        organisation: OrganisationId(1),
        name: "Благотворительный фонд «Рядом»".into(),
        rules: vec![row(2, vec![ProgrammeId(1)]), row(1, Vec::new())],
        programmes: vec![(ProgrammeId(1), Localised::only(Language::Ru, "Школа наставников"))],
        names: HashMap::from([(PersonId(7), PersonName::new("Ким", "Ольга", None))]),
    }
}

/// Everything that can be wrong with a rule.
pub(super) fn problem() -> Problem {
    let mut rule = LevelRule::usual();
    (rule.trainee.cycles, rule.mentor.cycles, rule.master.cycles) = (3, 2, 1);
    rule.trainee.name = Localised::default();
    rule.master.name = Localised::only(Language::Ru, "М".repeat(61));
    rule.kinds = Vec::new();
    rule.programmes = vec![ProgrammeId(9)];
    Problem::invalid(rule.faults(&HashSet::new()))
}
