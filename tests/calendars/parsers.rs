//! Three independent libraries read a calendar, and see the same.

use calcard::common::timezone::Tz;
use calcard::icalendar::{ICalendar, ICalendarComponent, ICalendarProperty, ICalendarStatus, ICalendarValue};
use icalendar::{Calendar, CalendarDateTime, Component, DatePerhapsTime, EventLike, EventStatus};

/// What a library understood of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    pub uid: String,
    pub sequence: i64,
    pub starts: i64,
    pub ends: i64,
    pub summary: String,
    pub location: Option<String>,
    pub description: String,
    pub cancelled: bool,
}

/// The events of a calendar, as three libraries agree on them.
pub fn read(text: &str) -> Vec<Seen> {
    let [first, second, third] = [with_icalendar(text), with_ical(text), with_calcard(text)];
    assert_eq!(first, second, "icalendar and ical disagree over\n{text}");
    assert_eq!(first, third, "icalendar and calcard disagree over\n{text}");
    first
}

fn with_icalendar(text: &str) -> Vec<Seen> {
    let calendar: Calendar = text.parse().unwrap();
    let utc = |at: Option<DatePerhapsTime>| match at {
        Some(DatePerhapsTime::DateTime(CalendarDateTime::Utc(at))) => at.timestamp(),
        other => panic!("{other:?} is no instant"),
    };
    let seen = |event: &icalendar::Event| Seen {
        uid: event.get_uid().unwrap().to_owned(),
        sequence: event.get_sequence().unwrap().into(),
        starts: utc(event.get_start()),
        ends: utc(event.get_end()),
        summary: event.get_summary().unwrap().to_owned(),
        location: event.get_location().map(str::to_owned),
        description: event.get_description().unwrap_or_default().to_owned(),
        cancelled: matches!(event.get_status(), Some(EventStatus::Cancelled)),
    };
    calendar.events().map(seen).collect()
}

/// This library gives values as they were written.
fn with_ical(text: &str) -> Vec<Seen> {
    let calendars: Vec<_> =
        ical::IcalParser::new(text.as_bytes()).collect::<Result<_, _>>().expect("a calendar");
    assert_eq!(calendars.len(), 1);
    let seen = |event: &ical::parser::ical::component::IcalEvent| {
        let value = |name: &str| {
            let found = event.properties.iter().find(|property| property.name == name)?;
            found.value.clone()
        };
        let at = |name| {
            let text = value(name).unwrap();
            chrono::NaiveDateTime::parse_from_str(&text, "%Y%m%dT%H%M%SZ").unwrap().and_utc().timestamp()
        };
        Seen {
            uid: value("UID").unwrap(),
            sequence: value("SEQUENCE").unwrap().parse().unwrap(),
            starts: at("DTSTART"),
            ends: at("DTEND"),
            summary: plain(&value("SUMMARY").unwrap()),
            location: value("LOCATION").map(|text| plain(&text)),
            description: plain(&value("DESCRIPTION").unwrap_or_default()),
            cancelled: value("STATUS").as_deref() == Some("CANCELLED"),
        }
    };
    calendars[0].events.iter().map(seen).collect()
}

fn plain(text: &str) -> String {
    let mut out = String::new();
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some('n' | 'N') => out.push('\n'),
                Some(other) => out.push(other),
                None => panic!("a lonely backslash in {text}"),
            },
            _ => out.push(letter),
        }
    }
    out
}

fn with_calcard(text: &str) -> Vec<Seen> {
    let calendar = ICalendar::parse(text).unwrap();
    let seen = |event: &ICalendarComponent| {
        let value = |name: ICalendarProperty| event.property(&name).and_then(|entry| entry.values.first());
        let words = |name| value(name).and_then(ICalendarValue::as_text).map(str::to_owned);
        let at = |name| {
            let at = value(name).and_then(ICalendarValue::as_partial_date_time).unwrap();
            assert_eq!(at.tz_hour, Some(0), "no instant: {at:?}");
            at.to_date_time().unwrap().to_date_time_with_tz(Tz::UTC).unwrap().timestamp()
        };
        Seen {
            uid: event.uid().unwrap().to_owned(),
            sequence: value(ICalendarProperty::Sequence).and_then(ICalendarValue::as_integer).unwrap(),
            starts: at(ICalendarProperty::Dtstart),
            ends: at(ICalendarProperty::Dtend),
            summary: words(ICalendarProperty::Summary).unwrap(),
            location: words(ICalendarProperty::Location),
            description: words(ICalendarProperty::Description).unwrap_or_default(),
            cancelled: event.status() == Some(&ICalendarStatus::Cancelled),
        }
    };
    calendar.components.iter().filter(|one| one.component_type.is_event()).map(seen).collect()
}
