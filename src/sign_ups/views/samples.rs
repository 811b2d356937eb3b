//! The pages in their typical states.

use crate::attendance::rules::{Places, SessionMode, Standing};
use crate::attendance::store::beforehand::Taken;
use crate::attendance::store::marks::OnRoll;
use crate::attendance::store::sessions::SessionRow;
use crate::editions::rules::CompletionRule;
use crate::editions::store::EditionRow;
use crate::kernel::{
    ActivityId, EditionId, EnrolmentId, Fault, Language, Localised, Moment, OrganisationId, Permille,
    PersonId, PersonName, Problem, ProgrammeVersionId, SessionId, SignUpId, ZoneName,
};
use crate::sign_ups::actions::{Board, Line, OwnPlace};
use crate::sign_ups::rules::setting::FIELD;
use crate::sign_ups::store::SignUpRow;
use crate::web::Reader;
use chrono::{NaiveDate, NaiveTime};

fn start() -> Moment {
    Reader::sample().now.plus_minutes(24 * 60)
}

/// A reader a day before the start.
pub(super) fn reader() -> Reader {
    Reader::sample()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or(NaiveDate::MIN)
}

fn session() -> SessionRow {
    SessionRow {
        id: SessionId(1),
        edition_id: EditionId(2),
        activity_id: ActivityId(3),
        held_on: day("2026-11-21"),
        starts_local: NaiveTime::MIN,
        ends_local: NaiveTime::MIN,
        time_zone: ZoneName::MOSCOW,
        starts_at: start(),
        ends_at: start().plus_minutes(90),
        mode: SessionMode::InPerson,
        place: Some("Иркутск, ул. Ленина, 5, ауд. 12".into()),
        link: None,
        trainer_id: None,
        cancelled_at: None,
        cancellation_reason: None,
    }
}

fn cancelled() -> SessionRow {
    SessionRow {
        cancelled_at: Some(reader().now),
        cancellation_reason: Some("Преподаватель заболел".into()),
        ..session()
    }
}

fn edition() -> EditionRow {
    let rule = CompletionRule {
        attendance: Permille(800),
        attendance_of: Default::default(),
        hours: Permille(1000),
        every_quiz: true,
        every_case: true,
        quiz_pass: None,
        case_pass: None,
        valid_months: None,
    };
    EditionRow {
        id: EditionId(2),
        version_id: ProgrammeVersionId(1),
        organisation_id: OrganisationId(1),
        title: "2-й поток".into(),
        starts_on: day("2026-09-01"),
        ends_on: day("2026-12-20"),
        time_zone: ZoneName::MOSCOW,
        capacity: 30,
        rule: crate::db::Json(rule),
        closed_at: None,
    }
}

fn title() -> Localised {
    Localised::only(Language::Ru, "Волонтёр в учреждении: практикум")
}

fn taken(confirmed: i64, waiting: i64) -> Taken {
    let places =
        Places { capacity: 20, opens_at: None, closes_at: None, cancel_until: None, waiting_list: true };
    Taken { places, confirmed, waiting }
}

/// Free, full, with a place, with one that cannot be given up, waiting, ahead, closed, not needed, cancelled.
pub(super) fn own_places() -> Vec<OwnPlace> {
    let own = |taken, standing| OwnPlace {
        session: session(),
        title: title(),
        edition: "2-й поток".into(),
        taken,
        standing,
        confirmed_at: None,
    };
    let with = |change: fn(&mut Places)| {
        let mut taken = taken(20, 0);
        change(&mut taken.places);
        Some(taken)
    };
    vec![
        own(Some(taken(15, 0)), None),
        own(Some(taken(20, 3)), None),
        own(Some(taken(20, 3)), Some(Standing::Confirmed)),
        own(with(|places| places.cancel_until = Some(reader().now)), Some(Standing::Confirmed)),
        own(Some(taken(20, 3)), Some(Standing::Waiting(2))),
        own(with(|places| places.opens_at = Some(reader().now.plus_minutes(60))), None),
        own(with(|places| places.closes_at = Some(reader().now)), None),
        own(with(|places| places.waiting_list = false), None),
        own(None, None),
        OwnPlace { session: cancelled(), ..own(Some(taken(20, 3)), None) },
    ]
}

/// Somebody wanted to be at two places at once.
pub(super) fn refusal() -> Problem {
    let fault = Fault::new(FIELD, "sign-ups-clash");
    Problem::invalid(vec![fault.with("title", "Деловая игра").with("when", "сб, 21 ноября, 10:00–11:30")])
}

/// Several things are wrong with the trainer's forms.
pub(super) fn mistakes() -> Problem {
    Problem::invalid(vec![
        Fault::new("capacity", "sign-ups-below-confirmed").with("confirmed", 15),
        Fault::new("opens_at", "sign-ups-not-a-moment"),
        Fault::new("withdrawal_reason", "required"),
        Fault::new(FIELD, "sign-ups-full").with("capacity", 20),
    ])
}

fn line(number: i64, confirmed: bool, ended: bool) -> Line {
    let name = PersonName::new("Сейтқали", "Айгүл", None);
    let by = (number == 2).then(|| PersonName::new("Ким", "Ольга", Some("Викторовна")));
    Line {
        row: SignUpRow {
            id: SignUpId(number),
            enrolment: EnrolmentId(number),
            person: PersonId(number),
            name,
            signed_up_at: reader().now,
            signed_up_by: Some(PersonId(number)),
            reason: by.as_ref().map(|_| "Просила по телефону".into()),
            confirmed_at: confirmed.then(|| reader().now),
            ended: ended.then(|| (reader().now, None)),
            end_reason: (ended && by.is_some()).then(|| "Перевели в другую группу".into()),
            withdrawn: false,
        },
        ended_by: by.clone().filter(|_| ended),
        by,
    }
}

/// With people in every state, without places, and cancelled.
pub(super) fn boards() -> Vec<Board> {
    let other = || OnRoll {
        enrolment: EnrolmentId(9),
        name: PersonName::new("Петрова", "Анна", None),
        organisation: None,
    };
    let full = || Board {
        session: session(),
        edition: edition(),
        title: title(),
        taken: Some(taken(2, 1)),
        confirmed: vec![line(1, true, false), line(2, true, false)],
        waiting: vec![line(3, false, false)],
        ended: vec![line(4, true, true), line(2, false, true)],
        others: vec![other()],
    };
    let nobody =
        || Board { taken: None, confirmed: Vec::new(), waiting: Vec::new(), ended: Vec::new(), ..full() };
    vec![
        full(),
        Board { taken: Some(taken(0, 0)), ..nobody() },
        nobody(),
        Board { session: cancelled(), ..full() },
    ]
}
