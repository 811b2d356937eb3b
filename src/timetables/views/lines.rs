//! The lines of a dry run, as both pages that have one show them.

use crate::attendance::views::Telling;
use crate::kernel::{Fault, Problem, dates};
use crate::timetables::actions::Line;
use crate::timetables::rules::State;
use crate::web::{Field, Form};
use serde::Serialize;

/// The dates that would be booked.
#[derive(Debug, Serialize)]
pub(super) struct Lines {
    rows: Vec<Row>,
    line: Field,
    skip: Option<Field>,
    skip_ticked: bool,
    faulty: usize,
    despite: Option<Field>,
    free: usize,
}

#[derive(Debug, Serialize)]
struct Row {
    key: String,
    id: String,
    date: String,
    datetime: String,
    time: String,
    title: String,
    place: Option<String>,
    chosen: bool,
    can: bool,
    day_off: Option<String>,
    scheduled: bool,
    faults: Vec<Fault>,
    clashes: Vec<Fault>,
}

impl Lines {
    /// The lines for a reader, with what was chosen of them before.
    pub(super) fn new(
        lines: &[Line],
        (form, problem): (&Form, &Problem),
        chosen: Option<&[String]>,
        telling: Telling<'_>,
    ) -> Lines {
        let field = |name| Field::typed(name, form, problem);
        let count = |state: State| lines.iter().filter(|line| line.state() == state).count();
        Lines {
            rows: lines.iter().enumerate().map(|(at, line)| Row::new(at, line, chosen, telling)).collect(),
            line: field("line"),
            skip: (count(State::Faulty) > 0).then(|| field("skip")),
            skip_ticked: form.ticked("skip"),
            faulty: count(State::Faulty),
            despite: (count(State::Busy) > 0).then(|| field("despite_reason")),
            free: count(State::Free),
        }
    }

    /// One line of each kind, for samples.
    pub(super) fn sample() -> Lines {
        let row = |key: &str| Row {
            key: key.into(),
            id: format!("line-{key}"),
            date: "ср, 4 ноября".into(),
            datetime: "2026-11-04".into(),
            time: "10:00–11:30".into(),
            title: "Волонтёр в учреждении".into(),
            place: Some("Иркутск, ул. Ленина, 5".into()),
            chosen: true,
            can: true,
            day_off: None,
            scheduled: false,
            faults: Vec::new(),
            clashes: Vec::new(),
        };
        let busy = Fault::new("place", "place-busy").with("title", "Игра").with("edition", "1-й поток");
        let clash =
            Fault::new("trainees", "trainees-busy").with("title", "Игра").with("edition", "1-й поток");
        let when = "вт, 22 сентября, 10:00–13:00";
        let clash = clash.with("when", when).with("count", 1).with("names", "Ли А. В.").with("more", 0);
        let beside = Fault::new("line", "line-beside").with("title", "Игра");
        let gone = Fault::new("activity", "activity-gone");
        Lines {
            rows: vec![
                row("1"),
                Row {
                    day_off: Some("День народного единства".into()), chosen: false, ..row("2")
                },
                Row { clashes: vec![clash, beside], scheduled: true, chosen: false, ..row("3") },
                Row { faults: vec![busy.with("when", when), gone], can: false, chosen: false, ..row("4") },
            ],
            line: Field { faults: vec![Fault::new("line", "dates-none-chosen")], ..Field::empty("line") },
            skip: Some(Field {
                faults: vec![Fault::new("skip", "dates-with-faults").with("count", 1)],
                ..Field::empty("skip")
            }),
            skip_ticked: false,
            faulty: 1,
            despite: Some(Field {
                faults: vec![Fault::new("despite_reason", "despite-reason")],
                ..Field::empty("despite_reason")
            }),
            free: 1,
        }
    }
}

impl Row {
    fn new(at: usize, line: &Line, chosen: Option<&[String]>, telling: Telling<'_>) -> Row {
        let (booking, reader, state) = (&line.booking, telling.reader.language, line.state());
        let was_chosen = chosen.map(|keys| keys.contains(&line.key));
        Row {
            key: line.key.clone(),
            // The first is where the fault of all of them leads.
            id: if at == 0 { "field-line".to_owned() } else { format!("field-line-{at}") },
            date: dates::day(reader, booking.held_on),
            datetime: booking.held_on.to_string(),
            time: format!("{}–{}", dates::time(booking.starts), dates::time(booking.ends)),
            title: line.title.for_reader(reader).to_owned(),
            place: booking.place.clone(),
            can: state.can_be_chosen(),
            chosen: state.can_be_chosen() && was_chosen.unwrap_or_else(|| state.is_chosen_at_first()),
            day_off: line.day_off.as_ref().map(|name| name.for_reader(reader).to_owned()),
            scheduled: line.scheduled,
            faults: line.faults.clone(),
            clashes: line.conflicts(reader),
        }
    }
}
