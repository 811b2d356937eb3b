//! The pages in their typical states.

mod wrong;

pub(super) use wrong::{ask_mistakes, change_mistakes, form_mistakes, mistakes};

use crate::appointments::actions::{Desk, Entry, Free, Learned, Line, Own, OwnBooking, Seat, SlotView};
use crate::appointments::rules::Hour;
use crate::appointments::store::bookings::{Booked, BookingRow};
use crate::appointments::store::changes::ChangeRow;
use crate::appointments::store::outcomes::{Note, Seen};
use crate::appointments::store::requests::RequestRow;
use crate::appointments::store::slots::{Offered, SlotRow};
use crate::attendance::actions::Setting;
use crate::attendance::rules::SessionMode;
use crate::editions::rules::CompletionRule;
use crate::editions::store::EditionRow;
use crate::kernel::{
    ActivityId, AppointmentBookingId, AppointmentRequestId, AppointmentSlotId, EditionId, EnrolmentId, Fault,
    Language, Localised, Minutes, Moment, OrganisationId, Permille, PersonId, PersonName, ProgrammeVersionId,
    ZoneName,
};
use crate::web::Reader;
use chrono::{NaiveDate, NaiveTime};
use std::collections::HashMap;

/// A reader a day before the consultations.
pub(super) fn reader() -> Reader {
    Reader::sample()
}

fn day() -> NaiveDate {
    reader().now.plus_minutes(24 * 60).date_in(ZoneName::MOSCOW)
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
        starts_on: day(),
        ends_on: day(),
        time_zone: ZoneName::MOSCOW,
        capacity: 30,
        rule: crate::db::Json(rule),
        closed_at: None,
    }
}

fn trainer() -> PersonName {
    PersonName::new("Ким", "Ольга", Some("Викторовна"))
}

/// An edition with one trainer.
pub(super) fn setting() -> Setting {
    Setting {
        edition: edition(),
        activities: Vec::new(),
        trainers: vec![(PersonId(7), trainer())],
        unscheduled: 0,
    }
}

fn slot(id: i64, starts_at: Moment) -> SlotRow {
    SlotRow {
        id: AppointmentSlotId(id),
        edition: EditionId(2),
        consultant: PersonId(7),
        held_on: day(),
        starts_local: NaiveTime::MIN,
        ends_local: NaiveTime::MIN,
        time_zone: ZoneName::MOSCOW,
        starts_at,
        ends_at: starts_at.plus_minutes(30),
        capacity: 1,
        mode: SessionMode::Online,
        place: None,
        link: Some("https://meet.example.org/k".into()),
        topic: Some("Разбор вашего кейса".into()),
        activity: None,
        minutes: None,
        withdrawn_at: None,
        withdrawal_reason: None,
    }
}

fn group(id: i64) -> SlotRow {
    SlotRow {
        capacity: 15,
        mode: SessionMode::InPerson,
        place: Some("Иркутск, ул. Ленина, 5, ауд. 12".into()),
        link: None,
        topic: None,
        activity: Some(ActivityId(3)),
        minutes: Some(Minutes(30)),
        ..slot(id, reader().now.plus_minutes(24 * 60))
    }
}

fn ahead() -> Moment {
    reader().now.plus_minutes(24 * 60)
}

fn past() -> Moment {
    reader().now.plus_minutes(-24 * 60)
}

fn booking(id: i64, slot: i64, ended: bool) -> BookingRow {
    BookingRow {
        id: AppointmentBookingId(id),
        slot: AppointmentSlotId(slot),
        enrolment: EnrolmentId(id),
        seat: 1,
        question: Some("Как написать отчёт о практике?".into()),
        booked_at: past(),
        ended_at: ended.then(|| reader().now),
        ended_by: ended.then_some(PersonId(7)),
        end_reason: ended.then(|| "Преподаватель заболел".into()),
    }
}

fn seat(id: i64, came: Option<bool>, ended: bool) -> Seat {
    let booked = Booked {
        row: booking(id, 1, ended),
        person: PersonId(id),
        name: PersonName::new("Сейтқали", "Айгүл", None),
        withdrawn: false,
    };
    let note = came.map(|shown| Note { words: "Договорились о плане".into(), shown });
    Seat { booked, came, note, seen: Seen::default() }
}

fn entry(slot: SlotRow, standing: Vec<Seat>) -> Entry {
    Entry { slot, consultant: Some(trainer()), standing, ended: vec![seat(4, None, true)] }
}

fn withdrawn(id: i64) -> SlotRow {
    let reason = Some("Преподаватель заболел".into());
    SlotRow { withdrawn_at: Some(reader().now), withdrawal_reason: reason, ..slot(id, ahead()) }
}

fn request(id: i64, answered: bool) -> RequestRow {
    RequestRow {
        id: AppointmentRequestId(id),
        edition: EditionId(2),
        enrolment: EnrolmentId(1),
        consultant: PersonId(7),
        held_on: day(),
        starts_local: NaiveTime::MIN,
        ends_local: NaiveTime::MIN,
        time_zone: ZoneName::MOSCOW,
        starts_at: ahead(),
        ends_at: ahead().plus_minutes(30),
        mode: if id == 1 { SessionMode::InPerson } else { SessionMode::Online },
        question: "Можно ли заменить площадку?".into(),
        asked_at: past(),
        answered_at: answered.then(|| reader().now),
        slot: None,
        answer_reason: answered.then(|| "В этот день я в поездке".into()),
        taken_back_at: None,
    }
}

/// With everything, and with nothing.
pub(super) fn desks() -> Vec<Desk> {
    let name = || PersonName::new("Петрова", "Анна", None);
    let full = Desk {
        setting: setting(),
        entries: vec![
            entry(slot(1, past()), vec![seat(1, Some(true), false), seat(2, None, false)]),
            entry(slot(2, ahead()), vec![seat(3, None, false)]),
            entry(group(3), Vec::new()),
            entry(withdrawn(4), Vec::new()),
        ],
        requests: vec![(request(1, false), name()), (request(2, false), name())],
        names: HashMap::from([(PersonId(7), trainer())]),
        cancel_hours: 24,
    };
    let nothing = Desk { entries: Vec::new(), requests: Vec::new(), ..full.clone() };
    let over = EditionRow { closed_at: Some(reader().now), ..edition() };
    let closed = Desk { setting: Setting { edition: over, ..setting() }, ..nothing.clone() };
    vec![full, nothing, closed]
}

fn change() -> (ChangeRow, Option<PersonName>) {
    let was = ChangeRow {
        held_on: day(),
        starts_local: NaiveTime::MIN,
        ends_local: NaiveTime::MIN,
        capacity: 10,
        mode: SessionMode::InPerson,
        place: Some("Иркутск, ул. Ленина, 5, ауд. 10".into()),
        link: None,
        topic: None,
        changed_at: past(),
        changed_by: Some(PersonId(7)),
    };
    (was, Some(trainer()))
}

/// Ahead with nobody, over with two people, for a group that counts, withdrawn.
pub(super) fn slots() -> Vec<SlotView> {
    let view = |entry| SlotView { entry, edition: edition(), activity: None, changes: Vec::new() };
    let counted = Some(Localised::only(Language::Ru, "Индивидуальная консультация"));
    vec![
        view(entry(slot(1, past()), vec![seat(1, Some(true), false), seat(2, None, false)])),
        view(entry(slot(1, ahead()), Vec::new())),
        SlotView {
            activity: counted,
            changes: vec![change()],
            ..view(entry(group(3), vec![seat(1, None, false)]))
        },
        view(entry(withdrawn(4), Vec::new())),
    ]
}

fn own_booking(row: BookingRow, slot: SlotRow) -> OwnBooking {
    OwnBooking {
        row,
        slot,
        edition: "2-й поток".into(),
        consultant: Some(trainer()),
        cancel_by: reader().now,
        can_change: false,
        came: None,
        note: None,
    }
}

/// With everything, and with nothing.
pub(super) fn owns() -> Vec<Own> {
    let changeable = OwnBooking { can_change: true, ..own_booking(booking(1, 1, false), slot(1, ahead())) };
    let came = OwnBooking {
        came: Some(true),
        note: Some("Пришлите отчёт до пятницы".into()),
        ..own_booking(booking(3, 5, false), slot(5, past()))
    };
    let missed = OwnBooking { came: Some(false), ..own_booking(booking(5, 6, false), slot(6, past())) };
    let free = |slot: SlotRow, left| Free {
        offered: Offered { slot, edition: "2-й поток".into(), enrolment: EnrolmentId(1) },
        consultant: Some(trainer()),
        left,
    };
    let learned = |id, title: &str| Learned {
        edition: EditionId(id),
        title: title.into(),
        zone: ZoneName::MOSCOW,
        trainers: vec![(PersonId(7), trainer())],
    };
    let confirmed = RequestRow { slot: Some(AppointmentSlotId(9)), answer_reason: None, ..request(3, true) };
    let taken_back = RequestRow { taken_back_at: Some(reader().now), ..request(4, false) };
    let asked = |row| (row, "2-й поток".to_owned());
    let full = Own {
        ahead: vec![changeable, own_booking(booking(2, 3, false), group(3))],
        history: vec![came, missed, own_booking(booking(4, 4, true), withdrawn(4))],
        free: vec![free(slot(2, ahead()), 1), free(group(7), 12)],
        requests: vec![
            asked(request(1, false)),
            asked(request(2, true)),
            asked(confirmed),
            asked(taken_back),
        ],
        editions: vec![learned(2, "2-й поток"), learned(3, "3-й поток")],
        names: HashMap::from([(PersonId(7), trainer())]),
    };
    let nothing = Own {
        ahead: Vec::new(),
        history: Vec::new(),
        free: Vec::new(),
        requests: Vec::new(),
        editions: Vec::new(),
        names: HashMap::new(),
    };
    let one = Own { editions: vec![learned(2, "2-й поток")], ..nothing.clone() };
    vec![full, one, nothing]
}

/// One time that is free and one that is not.
pub(super) fn lines() -> Vec<Line> {
    let hour = Hour { on: day(), starts: NaiveTime::MIN, ends: NaiveTime::MIN };
    let busy = Fault::new("trainer", "appointments-consultant-busy");
    let busy = busy.with("edition", "2-й поток").with("when", "ср, 16 сентября, 14:00–14:30");
    vec![Line { hour, faults: Vec::new() }, Line { hour, faults: vec![busy] }]
}
