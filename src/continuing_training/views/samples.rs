//! The pages in their typical states.

use crate::continuing_training::actions::{Board, Mentor, Place, RuleSheet};
use crate::continuing_training::rules::{MakeUp, NewCredit, Quarter, Standing, Stay, TrainingRule, Visit};
use crate::continuing_training::store::RuleRow;
use crate::continuing_training::store::credits::CreditRow;
use crate::continuing_training::store::people::{Gathering, PersonRow, StartRow};
use crate::db::Json;
use crate::editions::rules::CompletionRule;
use crate::editions::store::EditionRow;
use crate::kernel::{
    ActivityId, EditionId, EnrolmentId, Fault, Language, Localised, Minutes, Moment, OrganisationId,
    Permille, PersonId, PersonName, Problem, ProgrammeVersionId, TrainingCreditId, TrainingRuleId, ZoneName,
};
use crate::web::Reader;
use chrono::NaiveDate;
use std::collections::HashMap;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_default()
}

/// Noon of a day in Moscow.
fn noon(text: &str) -> Moment {
    ZoneName::MOSCOW.end_of(day(text)).plus_minutes(-12 * 60)
}

/// A reader in the third quarter.
pub(super) fn reader() -> Reader {
    Reader { now: noon("2026-08-20"), ..Reader::sample() }
}

fn edition() -> EditionRow {
    EditionRow {
        id: EditionId(2),
        version_id: ProgrammeVersionId(1),
        organisation_id: OrganisationId(1),
        title: "Школа наставников, 2026 год".into(),
        starts_on: day("2026-01-12"),
        ends_on: day("2026-12-31"),
        time_zone: ZoneName::MOSCOW,
        capacity: 40,
        rule: Json(CompletionRule {
            attendance: Permille::percent(80),
            attendance_of: Default::default(),
            hours: Permille::WHOLE,
            every_quiz: true,
            every_case: true,
            quiz_pass: None,
            case_pass: None,
            valid_months: None,
        }),
        closed_at: None,
    }
}

fn rule() -> TrainingRule {
    TrainingRule { least: Minutes(45), activities: vec![ActivityId(1)], ..TrainingRule::usual() }
}

fn rule_row(number: i32, rule: TrainingRule) -> RuleRow {
    RuleRow {
        id: TrainingRuleId(number.into()),
        number,
        rule,
        set_at: noon("2026-01-12"),
        set_by: Some(PersonId(7)),
    }
}

fn visit(on: &str, in_person: bool, minutes: i32) -> Visit {
    Visit { on: day(on), activity: ActivityId(1), in_person, minutes: Minutes(minutes), elsewhere: false }
}

fn credits(id: i64) -> Vec<CreditRow> {
    let credit = CreditRow {
        id: TrainingCreditId(id),
        enrolment: EnrolmentId(1),
        quarter: Quarter::of(day("2026-05-01")),
        done_on: day("2026-07-03"),
        minutes: Minutes(60),
        about: "Разбор трёх встреч с куратором в центре".into(),
        credited_at: noon("2026-07-03"),
        credited_by: Some(PersonId(7)),
        revoked: None,
    };
    let reason = "Отработка была онлайн".to_owned();
    let revoked = CreditRow {
        id: TrainingCreditId(id + 1),
        revoked: Some((noon("2026-07-02"), Some(PersonId(7)), reason)),
        ..credit.clone()
    };
    vec![revoked, credit]
}

fn mentor(number: i64, surname: &str, visits: &[Visit], credits: Vec<CreditRow>) -> Mentor {
    let stay = Stay { starts_on: day("2026-02-10"), left_on: None, ends_on: edition().ends_on };
    let made_up: Vec<MakeUp> = credits.iter().filter_map(CreditRow::make_up).collect();
    let standing = Standing::of(&rule(), stay, (visits, &made_up), day("2026-08-20"));
    let set = StartRow { starts_on: stay.starts_on, set_at: noon("2026-02-09"), set_by: Some(PersonId(7)) };
    Mentor {
        row: PersonRow {
            enrolment: EnrolmentId(number),
            person: PersonId(number),
            name: PersonName::new(surname, "Анна", Some("Сергеевна")),
            organisation: Some("Школа № 5".into()),
            enrolled_at: noon("2026-01-12"),
            withdrawn_at: None,
        },
        starts_on: stay.starts_on,
        start: Some(set),
        standing,
        visits: visits.to_vec(),
        made_up: Vec::new(),
        credits,
    }
}

fn made_up() -> Mentor {
    let visits = [visit("2026-02-20", true, 60), visit("2026-03-20", true, 60)];
    let quarter = Quarter::of(day("2026-02-10"));
    let (minutes, on) = (Minutes(60), day("2026-04-02"));
    let activity = Some(ActivityId(1));
    let missed = MakeUp { quarter, activity, in_person: false, minutes, credited: minutes, on };
    Mentor { made_up: vec![missed], ..mentor(1, "Иванова", &visits, credits(1)) }
}

fn missing() -> Mentor {
    let visits =
        [visit("2026-02-20", true, 90), visit("2026-05-20", false, 60), visit("2026-07-20", true, 20)];
    mentor(3, "Петрова", &visits, Vec::new())
}

fn gatherings() -> Vec<Gathering> {
    ["2026-02-20", "2026-03-20", "2026-09-10"]
        .map(|on| Gathering {
            activity: ActivityId(1),
            held_on: day(on),
            starts_at: noon(on),
            title: Localised::only(Language::Ru, "Встреча наставников"),
            place: Some("Москва, ул. Щепкина, 38".into()),
        })
        .to_vec()
}

fn names() -> HashMap<PersonId, PersonName> {
    HashMap::from([(PersonId(7), PersonName::new("Ким", "Ольга", None))])
}

/// The matrix with somebody of each kind.
pub(super) fn board() -> Board {
    let gone = mentor(5, "Сидорова", &[], Vec::new());
    let gone =
        Mentor { row: PersonRow { withdrawn_at: Some(noon("2026-05-15")), ..gone.row.clone() }, ..gone };
    Board {
        edition: edition(),
        rule: Some(rule_row(2, rule())),
        everyone: true,
        administers: true,
        today: day("2026-08-20"),
        people: vec![made_up(), missing(), gone],
        gatherings: gatherings(),
    }
}

/// The page of somebody with a make-up, as an administrator sees it.
pub(super) fn place() -> Place {
    Place {
        edition: edition(),
        rule: rule(),
        mentor: made_up(),
        own: false,
        may_credit: true,
        may_start: true,
        today: day("2026-08-20"),
        gatherings: gatherings(),
        titles: HashMap::from([(ActivityId(1), Localised::only(Language::Ru, "Встреча наставников"))]),
        names: names(),
    }
}

/// The page of somebody in an edition that asks for nothing.
pub(super) fn bare_place() -> Place {
    let mentor = Mentor {
        standing: Standing::default(),
        visits: Vec::new(),
        credits: Vec::new(),
        start: None,
        ..missing()
    };
    Place { rule: TrainingRule::nothing(), mentor, gatherings: Vec::new(), ..place() }
}

/// The rules of an edition, with one that held before.
pub(super) fn sheet() -> RuleSheet {
    RuleSheet {
        edition: edition(),
        rules: vec![rule_row(2, rule()), rule_row(1, TrainingRule::nothing())],
        activities: vec![(ActivityId(1), Localised::only(Language::Ru, "Встреча наставников"))],
        names: names(),
    }
}

/// What is wrong with a make-up of tomorrow, with a start of no day and with a revocation without a reason.
pub(super) fn problem() -> Problem {
    let (place, today) = (place(), day("2026-08-20"));
    let credit = NewCredit {
        quarter: Quarter::of(day("2026-05-01")),
        done_on: day("2027-01-01"),
        minutes: Minutes::ZERO,
        about: String::new(),
    };
    let seen = (&place.mentor.standing, place.mentor.visits.as_slice(), &place.mentor.make_ups()[..]);
    let mut faults = credit.faults(&place.rule, seen, today);
    faults.push(Fault::new("starts_on", "required"));
    faults.push(Fault::new("reason", "required"));
    Problem::invalid(faults)
}
