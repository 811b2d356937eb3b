//! A trainee's sessions: all of them by day, and those of one activity.

mod meeting;

pub use meeting::MeetingPage;

use super::beforehand::{AbsenceCard, PlaceCard};
use super::composition::BriefLine;
use super::{Telling, When};
use crate::attendance::actions::Planned;
use crate::attendance::rules::Status;
use crate::attendance::rules::marks::OPENS_BEFORE_MINUTES;
use crate::attendance::store::made_up::MakeUpRow;
use crate::attendance::store::sessions::SessionRow;
use crate::kernel::{Minutes, Moment, SessionId, dates};
use crate::web::{Title, View, paths};
use serde::Serialize;

/// The schedule of a trainee.
#[derive(Debug, Serialize)]
pub struct Schedule {
    days: Vec<ADay>,
    past: Vec<ADay>,
    past_count: usize,
    nothing: bool,
    next_url: &'static str,
    calendar_url: &'static str,
    appointments_url: &'static str,
}

#[derive(Debug, Serialize)]
struct ADay {
    day: String,
    left_key: Option<&'static str>,
    left_days: i64,
    sessions: Vec<Card>,
}

/// A session on a trainee's page.
#[derive(Debug, Serialize)]
struct Card {
    title: String,
    url: String,
    edition: String,
    format: String,
    when: When,
    place: Option<String>,
    link: Option<String>,
    mode_key: &'static str,
    cancelled: Option<String>,
    attended: Option<AttendedLine>,
    made_up: Vec<MadeUpLine>,
    missed_mark: bool,
    /// Where the reader marks themselves, while it is time.
    here_url: Option<String>,
    brief: BriefLine,
    /// Signing up, where one has to.
    sign_up: Option<PlaceCard>,
    /// Telling that one will not come.
    absence: Option<AbsenceCard>,
    /// What else the reader is awaited at by then.
    beside: Vec<Beside>,
}

/// Another session at the same time.
#[derive(Debug, Serialize)]
struct Beside {
    title: String,
    edition: String,
}

impl Beside {
    fn new(one: &Planned, telling: Telling<'_>) -> Beside {
        let title = one.listed.title.0.for_reader(telling.reader.language).to_owned();
        Beside { title, edition: one.listed.edition.clone() }
    }
}

/// What made up for a miss, as the trainee reads it.
#[derive(Debug, Serialize)]
struct MadeUpLine {
    minutes: i32,
    form_key: &'static str,
    day: String,
    note: Option<String>,
}

#[derive(Debug, Serialize)]
struct AttendedLine {
    status_key: &'static str,
    minutes: i32,
    good: bool,
    some: bool,
}

impl Schedule {
    /// The schedule for its reader: what is ahead first, the past folded, the latest first.
    pub fn new(planned: &[Planned], telling: Telling<'_>) -> Schedule {
        let now = telling.reader.now;
        let (past, ahead): (Vec<_>, Vec<_>) =
            planned.iter().partition(|one| one.listed.session.ends_at <= now);
        let mut past_days = by_day(&past, telling);
        past_days.reverse();
        Schedule {
            days: with_overlaps(&ahead, telling),
            past: past_days,
            past_count: past.len(),
            nothing: ahead.is_empty(),
            next_url: paths::NEXT,
            calendar_url: paths::CALENDAR,
            appointments_url: paths::APPOINTMENTS,
        }
    }
}

fn by_day(planned: &[&Planned], telling: Telling<'_>) -> Vec<ADay> {
    laid_out(planned, telling, |one| Card::new(one, telling))
}

/// The same, each with what else the reader is awaited at by then.
fn with_overlaps(planned: &[&Planned], telling: Telling<'_>) -> Vec<ADay> {
    laid_out(planned, telling, |one| {
        let beside = planned.iter().filter(|other| one.meets(other)).map(|other| Beside::new(other, telling));
        Card { beside: beside.collect(), ..Card::new(one, telling) }
    })
}

fn laid_out(planned: &[&Planned], telling: Telling<'_>, card: impl Fn(&Planned) -> Card) -> Vec<ADay> {
    let mut days: Vec<ADay> = Vec::new();
    for one in planned {
        let card = card(one);
        match days.last_mut().filter(|last| last.day == card.when.day()) {
            Some(last) => last.sessions.push(card),
            None => days.push(ADay::new(one, card, telling.reader.now)),
        }
    }
    days
}

impl ADay {
    fn new(one: &Planned, card: Card, now: Moment) -> ADay {
        let row = &one.listed.session;
        let left_days = (row.held_on - now.date_in(row.time_zone)).num_days();
        let left_key = match left_days {
            0 => Some("attendance-left-today"),
            1 => Some("attendance-left-tomorrow"),
            2..=13 => Some("attendance-left-days"),
            _ => None,
        };
        ADay { day: card.when.day().to_owned(), left_key, left_days, sessions: vec![card] }
    }
}

impl Card {
    fn new(one: &Planned, telling: Telling<'_>) -> Card {
        let (row, listed) = (&one.listed.session, &one.listed);
        Card {
            title: listed.title.0.for_reader(telling.reader.language).to_owned(),
            url: paths::meeting(one.enrolment, row.activity_id),
            edition: listed.edition.clone(),
            format: telling.format(&one.format),
            when: When::new(row, telling.reader),
            place: row.place.clone(),
            link: row.link.clone(),
            mode_key: super::mode_key(row.mode),
            cancelled: row.cancelled_at.and(row.cancellation_reason.clone()),
            attended: one.mark.map(AttendedLine::new),
            made_up: one.make_ups.iter().map(|row| MadeUpLine::new(row, telling)).collect(),
            here_url: here_url(row, telling.reader.now),
            brief: BriefLine::new(row.id, &one.brief),
            sign_up: PlaceCard::of(one, telling),
            absence: AbsenceCard::of(one, telling),
            beside: Vec::new(),
            missed_mark: one.mark.is_none()
                && row.cancelled_at.is_none()
                && row.ends_at <= telling.reader.now,
        }
    }

    fn sample(cancelled: Option<&str>, mark: Option<(Status, Minutes)>) -> Card {
        Card {
            title: "Волонтёр в учреждении: практикум".into(),
            url: paths::SCHEDULE.into(),
            edition: "2-й поток".into(),
            format: "практикум".into(),
            when: When::sample(),
            place: Some("Иркутск, ул. Ленина, 5, ауд. 12".into()),
            link: Some("https://meet.example.org/birge".into()),
            mode_key: "attendance-mode-mixed",
            cancelled: cancelled.map(str::to_owned),
            attended: mark.map(AttendedLine::new),
            made_up: mark.into_iter().map(|_| MadeUpLine::sample()).collect(),
            missed_mark: mark.is_none(),
            here_url: cancelled.is_none().then(|| paths::here_at(SessionId(1))),
            brief: BriefLine::sample(),
            sign_up: None,
            absence: None,
            beside: vec![Beside { title: "Игра".into(), edition: "1-й поток".into() }],
        }
    }

    /// Everything that can stand on a card before a session.
    fn ahead_samples() -> Vec<Card> {
        let card = |sign_up, absence| Card { sign_up, absence, ..Card::sample(None, None) };
        let places = PlaceCard::samples().into_iter().map(|place| card(Some(place), None));
        places.chain(AbsenceCard::samples().into_iter().map(|absence| card(None, Some(absence)))).collect()
    }
}

/// From half an hour before the start until the end.
fn here_url(row: &SessionRow, now: Moment) -> Option<String> {
    let near = row.starts_at.plus_minutes(-OPENS_BEFORE_MINUTES) <= now && now < row.ends_at;
    (near && row.cancelled_at.is_none()).then(|| paths::here_at(row.id))
}

impl MadeUpLine {
    fn new(row: &MakeUpRow, telling: Telling<'_>) -> MadeUpLine {
        MadeUpLine {
            minutes: row.credited.0,
            form_key: super::make_up_key(row.form),
            day: dates::date(telling.reader.language, row.made_on),
            note: row.note.clone(),
        }
    }

    fn sample() -> MadeUpLine {
        let (form_key, day) = ("make-ups-form-task", "21 ноября 2026 г.".to_owned());
        MadeUpLine { minutes: 20, form_key, day, note: Some("Разбор случая".into()) }
    }
}

impl AttendedLine {
    fn new((status, minutes): (Status, Minutes)) -> AttendedLine {
        let some = minutes > Minutes::ZERO;
        AttendedLine {
            status_key: own_status_key(status),
            minutes: minutes.0,
            good: status == Status::Present,
            some,
        }
    }
}

/// A mark as the one it is about reads it.
fn own_status_key(status: Status) -> &'static str {
    match status {
        Status::Present => "attendance-own-present",
        Status::Late => "attendance-own-late",
        Status::LeftEarly => "attendance-own-left-early",
        Status::Absent => "attendance-own-absent",
        Status::Excused => "attendance-own-excused",
    }
}

impl View for Schedule {
    const TEMPLATE: &'static str = "pages/attendance/schedule";

    fn title(&self) -> Title {
        Title::key("attendance-schedule-title")
    }

    fn samples() -> Vec<Schedule> {
        let day = |left_key, left_days, sessions| ADay {
            day: "сб, 21 ноября".into(),
            left_key,
            left_days,
            sessions,
        };
        let ahead = vec![
            day(Some("attendance-left-today"), 0, vec![Card::sample(None, None)]),
            day(Some("attendance-left-tomorrow"), 1, vec![Card::sample(Some("Преподаватель заболел"), None)]),
            day(Some("attendance-left-days"), 5, Card::ahead_samples()),
        ];
        let past =
            Status::ALL.iter().map(|status| Card::sample(None, Some((*status, Minutes(45))))).collect();
        let schedule = |days: Vec<ADay>, past: Vec<ADay>| Schedule {
            nothing: days.is_empty(),
            past_count: past.len(),
            next_url: paths::NEXT,
            calendar_url: paths::CALENDAR,
            appointments_url: paths::APPOINTMENTS,
            days,
            past,
        };
        vec![schedule(ahead, vec![day(None, -3, past)]), schedule(Vec::new(), Vec::new())]
    }
}
