//! The pages in their typical states.

use crate::attendance::actions::{Beforehand, OnSheet, Sheet};
use crate::attendance::rules::{Mark, Presence, SessionMode, Status};
use crate::attendance::store::marks::OnRoll;
use crate::attendance::store::sessions::{Seat, SessionRow};
use crate::check_in::actions::{About, Board, Look, Place, Screen};
use crate::check_in::rules::flags::Arrived;
use crate::check_in::rules::{Flag, Opening, Raised, State};
use crate::check_in::store::OpeningRow;
use crate::db::Json;
use crate::editions::rules::CompletionRule;
use crate::editions::store::EditionRow;
use crate::kernel::{
    ActivityId, CheckInId, EditionId, EnrolmentId, Language, Localised, Minutes, ModuleId, Moment,
    OrganisationId, Permille, PersonName, ProgrammeVersionId, SessionId, ZoneName,
};
use crate::programmes::rules::words::{ActivityKind, DeliveryMode, Nature};
use crate::programmes::store::ActivityRow;
use crate::web::Reader;
use chrono::{NaiveDate, NaiveTime};
use std::collections::HashMap;

/// Some in the room, some by the link.
pub(super) const MODE: SessionMode = SessionMode::Mixed;

fn start() -> Moment {
    Reader::sample().now.plus_minutes(60)
}

/// A reader a minute after the start.
pub(super) fn reader() -> Reader {
    Reader { now: start().plus_minutes(1), ..Reader::sample() }
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
        mode: MODE,
        place: Some("Иркутск, ул. Ленина, 5, ауд. 12".into()),
        link: Some("https://meet.example.org/birge".into()),
        trainer_id: None,
        cancelled_at: None,
        cancellation_reason: None,
    }
}

fn title() -> Localised {
    Localised::only(Language::Ru, "Волонтёр в учреждении: практикум")
}

fn row(spoken: bool) -> OpeningRow {
    let opening = Opening { spoken, prompt_minutes: Some(30), ..Opening::usual(MODE) };
    OpeningRow {
        id: CheckInId(4),
        session: SessionId(1),
        opening,
        spoken: spoken.then(|| "42".to_owned()),
        closed_at: None,
    }
}

/// The projector long before the opening, shortly before it, while people come, and after the close.
pub(super) fn screens() -> Vec<(Screen, Moment)> {
    let screen = |state, arrived| Screen {
        session: session(),
        title: title(),
        row: row(arrived > 0),
        state,
        arrived,
        expected: 40,
    };
    vec![
        (screen(State::Ahead(start()), 0), start().plus_minutes(-31)),
        (screen(State::Ahead(start()), 0), start().plus_minutes(-30)),
        (screen(State::Open, 12), reader().now),
        (screen(State::Closed, 38), start().plus_minutes(80)),
    ]
}

fn seat() -> Seat {
    Seat {
        session: SessionId(1),
        edition: EditionId(2),
        activity: ActivityId(3),
        enrolment: EnrolmentId(1),
        starts_at: start(),
        ends_at: start().plus_minutes(90),
        cancelled_at: None,
        minutes: Minutes(90),
        nature: Nature::Practice,
        extra_for: None,
        shut: None,
    }
}

fn mark(status: Status, presence: Presence) -> Mark {
    Mark::of(status, presence)
}

/// A session as its people have it: not opened, open, marked, asked, missed, corrected, cancelled.
pub(super) fn places() -> Vec<Place> {
    let place = |state, arrived: Option<(Moment, Presence, bool)>, prompt: Option<(i32, bool)>| Place {
        session: session(),
        seat: seat(),
        title: title(),
        edition: "2-й поток".into(),
        state,
        by_joining: prompt.is_none(),
        arrived,
        mark: arrived.map(|(_, presence, _)| (mark(Status::Present, presence), false)),
        joined: arrived.map(|(at, ..)| at),
        prompt,
    };
    let came = |presence, made_mark| Some((start().plus_minutes(-2), presence, made_mark));
    let mut cancelled = place(None, None, None);
    cancelled.session.cancelled_at = Some(start().plus_minutes(-90));
    cancelled.session.cancellation_reason = Some("Преподаватель заболел".into());
    let mut corrected = place(Some(State::Closed), came(Presence::InPerson, true), None);
    corrected.mark = Some((mark(Status::Absent, Presence::InPerson), true));
    let mut earlier = place(Some(State::Open), came(Presence::InPerson, false), None);
    earlier.mark = Some((mark(Status::Excused, Presence::InPerson), false));
    let mut unmarked = place(Some(State::Open), came(Presence::InPerson, false), None);
    unmarked.mark = None;
    vec![
        unmarked,
        place(None, None, None),
        place(Some(State::Ahead(start())), None, None),
        place(Some(State::Open), None, None),
        place(Some(State::Open), came(Presence::Online, true), Some((1, false))),
        place(Some(State::Closed), came(Presence::InPerson, false), Some((1, true))),
        place(Some(State::Closed), None, None),
        corrected,
        earlier,
        cancelled,
    ]
}

/// Everything that a code can mean.
pub(super) fn looks() -> Vec<Look> {
    let about = || Box::new(About { session: session(), title: title(), edition: "2-й поток".into() });
    let ready = |presence, spoken| Look::Ready { about: about(), presence, spoken };
    vec![
        ready(Presence::InPerson, false),
        ready(Presence::Online, true),
        Look::Ahead(about(), start().plus_minutes(5)),
        Look::Closed(about()),
        Look::NotTheirs,
        Look::Wrong,
    ]
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
        ends_on: day("2026-11-30"),
        time_zone: ZoneName::MOSCOW,
        capacity: 30,
        rule: Json(rule),
        closed_at: None,
    }
}

fn activity() -> ActivityRow {
    ActivityRow {
        id: ActivityId(3),
        version_id: ProgrammeVersionId(1),
        module_id: ModuleId(1),
        position: 0,
        key: "practicum".into(),
        kind: ActivityKind::Session,
        format: "practicum".into(),
        mode: DeliveryMode::InPerson,
        nature: Nature::Practice,
        minutes: Minutes(90),
        title: Json(title()),
    }
}

fn sheet() -> Sheet {
    let person = |(number, surname): (i64, &str)| OnSheet {
        person: OnRoll {
            enrolment: EnrolmentId(number),
            name: PersonName::new(surname, "Айгүл", None),
            organisation: None,
        },
        mark: None,
        corrections: Vec::new(),
    };
    Sheet {
        session: session(),
        edition: edition(),
        activity: activity(),
        trainer: None,
        people: (1..).zip(["Сейтқали", "Петрова", "Ким"]).map(person).collect(),
        beforehand: Beforehand::default(),
        closed: None,
        needs_reason: false,
        blocks: None,
        shut: false,
    }
}

fn arrived(number: i64, presence: Presence) -> Arrived {
    Arrived {
        enrolment: EnrolmentId(number),
        presence,
        at: start().plus_minutes(number - 3),
        recorded_at: start().plus_minutes(number - 3),
        device: None,
        address: "seal".into(),
        network: "203.0.113.0/24".into(),
        made_mark: number != 3,
    }
}

/// A check-in that was never opened, one under way with everything that can look odd, and one that is over.
pub(super) fn boards() -> Vec<Board> {
    let none = Board {
        sheet: sheet(),
        row: None,
        state: None,
        arrivals: Vec::new(),
        flags: Vec::new(),
        joins: Vec::new(),
        asked: None,
        missed: HashMap::new(),
    };
    let flag = |(number, flag): (i64, &Flag)| Raised {
        enrolment: EnrolmentId(1 + number % 3),
        flag: *flag,
        with: if *flag == Flag::Device { vec![EnrolmentId(2), EnrolmentId(3)] } else { Vec::new() },
    };
    let under_way = Board {
        row: Some(row(true)),
        state: Some(State::Open),
        arrivals: vec![
            arrived(1, Presence::InPerson),
            arrived(2, Presence::Online),
            arrived(3, Presence::InPerson),
        ],
        flags: (0..).zip(Flag::ALL).map(flag).collect(),
        joins: vec![(EnrolmentId(2), start())],
        asked: Some(2),
        missed: [(EnrolmentId(2), 1)].into(),
        ..none.clone()
    };
    let ahead = Board { row: Some(row(false)), state: Some(State::Ahead(start())), ..none.clone() };
    let closed = OpeningRow { closed_at: Some(start().plus_minutes(20)), ..row(true) };
    let over =
        Board { row: Some(closed), state: Some(State::Closed), flags: Vec::new(), ..under_way.clone() };
    vec![none, under_way, ahead, over]
}
