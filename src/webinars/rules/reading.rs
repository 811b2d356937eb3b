//! Who a list names, and when they were there. Rows of one person (reconnections, a second device under the same address) are
//! one attendee.

use super::headers::{Columns, Section, Tables};
use super::presence::Stay;
use super::times::{after, is_bare, is_nothing, moment, seconds};
use super::{GridRow, LineFault, LineWrong};
use crate::kernel::name::{email_key, fold, tidy};
use crate::kernel::{Moment, ZoneName};
use chrono::NaiveDate;
use std::collections::HashMap;

/// How much shorter the length of time may be than the span beside it: tools round to minutes.
const ROUNDING: i64 = 60;

/// Where and when the session is held that a list belongs to.
#[derive(Debug, Clone, Copy)]
pub struct Wall {
    /// The zone.
    pub zone: ZoneName,
    /// The day.
    pub held_on: NaiveDate,
    /// When it ends: until then somebody stays who never left.
    pub ends_at: Moment,
}

/// Somebody whom a list names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attendee {
    /// The first line that names them.
    pub line: u32,
    /// The name as the list has it, tidied; may be empty.
    pub name: String,
    /// The address; may be empty.
    pub email: String,
    /// Whether the tool says that they held the meeting.
    pub host: bool,
    /// When they were there.
    pub stays: Vec<Stay>,
}

/// What a list says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// Everybody, in the order of the list.
    pub attendees: Vec<Attendee>,
    /// The lines that are left out.
    pub faults: Vec<LineFault>,
}

/// Reads the tables of a list.
pub fn read(tables: &Tables<'_>, wall: &Wall) -> Reading {
    let mut reading = Reading::default();
    let mut known: HashMap<String, Vec<usize>> = HashMap::new();
    for section in &tables.sections {
        for row in &section.rows {
            match entry(row, section, wall) {
                Ok(Some(attendee)) => join(&mut reading, &mut known, attendee),
                Ok(None) => {}
                Err(what) => reading.faults.push(LineFault { line: row.line, what }),
            }
        }
    }
    reading
}

/// Adds a row to whom it belongs: the same address; where there is no address, the same name at another time. Two of one name
/// who were there at the same time may be two people.
fn join(reading: &mut Reading, known: &mut HashMap<String, Vec<usize>>, mut attendee: Attendee) {
    let (key, by_name) = match attendee.email.as_str() {
        "" => (format!("name {}", fold(&attendee.name)), true),
        email => (format!("mail {}", email_key(email)), false),
    };
    let places = known.entry(key).or_default();
    let fits = |place: &usize| {
        let before = reading.attendees.get(*place);
        before.is_some_and(|before| !by_name || !overlap(&before.stays, &attendee.stays))
    };
    let place = places.iter().copied().find(fits);
    match place.and_then(|place| reading.attendees.get_mut(place)) {
        Some(before) => {
            before.stays.append(&mut attendee.stays);
            before.host |= attendee.host;
            if before.name.is_empty() {
                before.name = attendee.name;
            }
        }
        None => {
            places.push(reading.attendees.len());
            reading.attendees.push(attendee);
        }
    }
}

/// Whether some of these stays share time with some of the others, as far as their moments are known.
fn overlap(some: &[Stay], others: &[Stay]) -> bool {
    let span = |stay: &Stay| match *stay {
        Stay::Between(from, to) | Stay::Within(from, to, _) => Some((from, to)),
        Stay::For(_) | Stay::There => None,
    };
    let shared = |one: (Moment, Moment), other: (Moment, Moment)| one.0 < other.1 && other.0 < one.1;
    some.iter().filter_map(span).any(|one| others.iter().filter_map(span).any(|other| shared(one, other)))
}

fn entry(row: &GridRow, section: &Section<'_>, wall: &Wall) -> Result<Option<Attendee>, LineWrong> {
    let columns = &section.columns;
    if did_not_come(row, columns) {
        return Ok(None);
    }
    let whole = tidy(row.cell(columns.name));
    let parts = tidy(&format!("{} {}", row.cell(columns.surname), row.cell(columns.given)));
    let name = if whole.is_empty() { parts } else { whole };
    let email = tidy(row.cell(columns.email));
    let email = if email.contains('@') { email } else { String::new() };
    if name.is_empty() && email.is_empty() {
        return Err(LineWrong::Nobody);
    }
    let Some(stay) = stay(row, section, wall)? else { return Ok(None) };
    let host = section.hosts || is_host(row.cell(columns.role));
    Ok(Some(Attendee { line: row.line, name, email, host, stays: vec![stay] }))
}

fn did_not_come(row: &GridRow, columns: &Columns) -> bool {
    let said = fold(row.cell(columns.attended));
    columns.attended.is_some() && ["no", "нет", "жоқ", "false"].contains(&said.as_str())
}

/// Who held the meeting. In Teams everybody of the organisation is a presenter: that says nothing.
fn is_host(role: &str) -> bool {
    const HOSTS: [&str; 10] = [
        "host",
        "organizer",
        "organiser",
        "moderator",
        "true",
        "организатор",
        "ведущий",
        "администратор",
        "модератор",
        "ұйымдастырушы",
    ];
    HOSTS.contains(&fold(role).as_str())
}

/// When somebody was there by a row; nothing for who is listed and never came.
fn stay(row: &GridRow, section: &Section<'_>, wall: &Wall) -> Result<Option<Stay>, LineWrong> {
    let columns = &section.columns;
    if !columns.is_timed() {
        return Ok(Some(Stay::There));
    }
    let (join_cell, leave_cell) = (row.cell(columns.join), row.cell(columns.leave));
    let at = |cell: &str, wrong| match is_nothing(cell) {
        true => Ok(None),
        false => moment(cell, wall.zone, wall.held_on).map(Some).ok_or(wrong),
    };
    let (joined, left) = (at(join_cell, LineWrong::Join)?, at(leave_cell, LineWrong::Leave)?);
    let cell = row.cell(columns.duration);
    let length = match is_nothing(cell) {
        true => None,
        // Beside both moments the length of time says nothing that has to be understood.
        false => match (seconds(cell), joined.zip(left)) {
            (None, None) => return Err(LineWrong::Duration),
            (length, _) => length,
        },
    };
    match (joined, left, length) {
        (Some(joined), Some(left), length) => {
            let left = after(joined, left, is_bare(leave_cell));
            let span = joined.seconds_until(left);
            match length {
                _ if span < 0 => Err(LineWrong::Order),
                Some(length) if length + ROUNDING < span => Ok(Some(Stay::Within(joined, left, length))),
                _ => Ok(Some(Stay::Between(joined, left))),
            }
        }
        (Some(joined), None, Some(length)) => Ok(Some(Stay::Between(joined, joined.plus_seconds(length)))),
        // Who never left stays to the end.
        (Some(joined), None, None) => Ok(Some(Stay::Between(joined, wall.ends_at.max(joined)))),
        (None, Some(left), Some(length)) => Ok(Some(Stay::Between(left.plus_seconds(-length), left))),
        (None, None, Some(length)) => Ok(Some(Stay::For(length))),
        (None, Some(_), None) => Err(LineWrong::Join),
        (None, None, None) if row.cells.len() == 1 => Ok(None),
        (None, None, None) => Err(LineWrong::NoTime),
    }
}

#[cfg(test)]
mod tests {
    use super::super::headers::{ChosenColumns, chosen, tables, tests::grid};
    use super::*;

    fn wall() -> Wall {
        let ends_at = Moment::parse("2026-09-15T05:00:00Z").unwrap();
        let zone = ZoneName::parse("Asia/Irkutsk").unwrap();
        Wall { zone, held_on: "2026-09-15".parse().unwrap(), ends_at }
    }

    fn at(text: &str) -> Moment {
        Moment::parse(&format!("2026-09-15T{text}:00Z")).unwrap()
    }

    fn of(text: &str) -> Reading {
        let grid = grid(text);
        read(&tables(&grid).unwrap(), &wall())
    }

    #[test]
    fn rows_of_one_person_are_one_attendee_and_a_wrong_line_is_left_out() {
        let reading = of("Name|Email|Join time|Leave time|Duration\n\
             Анна|A@example.org|15.09.2026 10:00|15.09.2026 10:30|30\n\
             Анна (телефон)|a@example.org|15.09.2026 10:35|15.09.2026 11:00|25\n\
             Пётр||15.09.2026 25:00|15.09.2026 11:00|\n\
             ПЁТР||10:10|10:20|\n\
             петр||10:30||\n\
             Ли||11:00|10:00|\n\
             Ким||15.09.2026 11:00|15.09.2026 10:00|\n\
             ||10:00|11:00|\n\
             Ай||||долго\n\
             Дан||||\n\
             Ева||||40");
        let names: Vec<(u32, &str, usize)> =
            reading.attendees.iter().map(|one| (one.line, one.name.as_str(), one.stays.len())).collect();
        assert_eq!(names, [(2, "Анна", 2), (5, "ПЁТР", 2), (12, "Ева", 1)]);
        let faults: Vec<(u32, LineWrong)> = reading.faults.iter().map(|one| (one.line, one.what)).collect();
        let expected = [
            (4, LineWrong::Join),
            (7, LineWrong::Order),
            (8, LineWrong::Order),
            (9, LineWrong::Nobody),
            (10, LineWrong::Duration),
            (11, LineWrong::NoTime),
        ];
        assert_eq!(faults, expected);
        assert_eq!(reading.attendees[0].stays[0], Stay::Between(at("02:00"), at("02:30")));
        assert_eq!(reading.attendees[1].stays[1], Stay::Between(at("02:30"), at("05:00")), "never left");
        assert_eq!(reading.attendees[2].stays, [Stay::For(2400)]);
    }

    #[test]
    fn two_of_one_name_at_the_same_time_are_two_and_one_after_the_other_are_one() {
        let header = "Name|Email|Join time|Leave time|Duration\n";
        let lines = |rows: &str| -> Vec<(u32, usize)> {
            let reading = of(&format!("{header}{rows}"));
            reading.attendees.iter().map(|one| (one.line, one.stays.len())).collect()
        };
        let rows = "Анна||10:00|11:00|60\nанна||10:30|11:30|60\nАнна||11:00|11:20|20\nАнна||12:00|12:30|30";
        assert_eq!(lines(rows), [(2, 3), (3, 1)], "back to back is the same person again");
        let one = "Анна|a@example.org|10:00|11:00|60\nАнна|A@example.org|10:30|11:30|60";
        assert_eq!(lines(one), [(2, 2)], "two devices under one address");
    }

    #[test]
    fn a_sum_that_is_shorter_than_its_span_is_not_the_span() {
        let reading = of("Name|First Join|Last Leave|In-Meeting Duration|Email|Role\n\
             Анна|9/15/26, 10:00:00 AM|9/15/26, 1:00:00 PM|1h 10m|a@example.org|Presenter\n\
             Олег|9/15/26, 10:00:00 AM|9/15/26, 1:00:00 PM|2h 59m 30s|o@example.org|Organizer");
        assert_eq!(reading.attendees[0].stays, [Stay::Within(at("02:00"), at("05:00"), 4200)]);
        assert!(!reading.attendees[0].host && reading.attendees[1].host);
        assert_eq!(reading.attendees[1].stays, [Stay::Between(at("02:00"), at("05:00"))]);
    }

    #[test]
    fn columns_that_a_trainer_has_named_are_read_with_and_without_a_header() {
        let grid = grid("Анна Иванова|была|40\nПётр Ли|был|50");
        let columns = Columns { name: Some(0), duration: Some(2), ..Columns::default() };
        let read_as = |headless| read(&chosen(&grid, &ChosenColumns { columns, headless }), &wall());
        assert_eq!(read_as(true).attendees.len(), 2);
        assert_eq!(read_as(false).attendees.len(), 1);
        let names =
            ChosenColumns { columns: Columns { name: Some(0), ..Columns::default() }, headless: true };
        assert_eq!(read(&chosen(&grid, &names), &wall()).attendees[0].stays, [Stay::There]);
    }

    #[test]
    fn who_did_not_come_to_a_webinar_is_nobody_there() {
        let reading =
            of("Attended|User Name (Original Name)|Email|Join Time|Leave Time|Time in Session (minutes)\n\
             Yes|Ада|a@example.org|09/15/2026 10:00 AM|09/15/2026 11:00 AM|60\n\
             No|Лин|l@example.org|--|--|--");
        assert_eq!((reading.attendees.len(), reading.faults.len()), (1, 0));
    }
}
