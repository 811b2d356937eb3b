//! The sessions of an edition.

use super::{BlocksNote, Telling, When, mode_key};
use crate::attendance::actions::{Clash, Timetable};
use crate::attendance::store::sessions::SessionRow;
use crate::kernel::{Fault, Localised, PersonName, SessionId};
use crate::web::{Title, View, paths};
use serde::Serialize;
use std::collections::HashMap;

/// The timetable of an edition.
#[derive(Debug, Serialize)]
pub struct Sessions {
    crumbs: Vec<Crumb>,
    edition: String,
    new_url: String,
    attendance_url: String,
    plan_url: String,
    shifts_url: String,
    absences_url: String,
    /// How many late notices wait for a decision.
    absences_waiting: i64,
    calendar_url: String,
    notices_url: String,
    week_url: String,
    series_url: String,
    copy_url: String,
    days_off_url: String,
    unscheduled: usize,
    sessions: Vec<Line>,
}

/// A step of the way down to a page.
#[derive(Debug, Serialize)]
pub(super) struct Crumb {
    pub(super) label: String,
    pub(super) url: String,
}

#[derive(Debug, Serialize)]
struct Line {
    title: String,
    format: String,
    url: String,
    when: When,
    place: String,
    trainer: Option<String>,
    cancelled: Option<String>,
    blocks: Option<BlocksNote>,
    day_off: Option<String>,
    /// What people of the edition are asked for at the same time.
    clashes: Vec<Fault>,
    marks: Marks,
}

#[derive(Debug, Serialize)]
struct Marks {
    text: String,
    ahead: bool,
    complete: bool,
}

impl Sessions {
    /// The timetable for a reader, with what sessions ahead meet.
    pub fn new(
        timetable: &Timetable,
        overlaps: &HashMap<SessionId, Vec<Clash>>,
        telling: Telling<'_>,
    ) -> Sessions {
        let edition = &timetable.edition;
        let clashes = |row: &SessionRow| -> Vec<Fault> {
            let met = overlaps.get(&row.id).map(Vec::as_slice).unwrap_or_default();
            Clash::faults(met, telling.reader.language)
        };
        let sessions = timetable.sessions.iter();
        Sessions {
            crumbs: vec![Crumb { label: edition.title.clone(), url: paths::edition(edition.id) }],
            edition: edition.title.clone(),
            new_url: paths::new_session(edition.id),
            attendance_url: paths::attendance_matrix(edition.id),
            plan_url: paths::new_session_plan(edition.id),
            shifts_url: paths::edition_shifts(edition.id),
            absences_url: paths::edition_absences(edition.id),
            absences_waiting: timetable.waiting_notices,
            calendar_url: paths::edition_calendar(edition.id),
            notices_url: paths::edition_notices(edition.id),
            week_url: paths::edition_week(edition.id),
            series_url: paths::new_session_series(edition.id),
            copy_url: paths::new_schedule_copy(edition.id),
            days_off_url: paths::days_off(edition.id),
            unscheduled: timetable.unscheduled,
            sessions: sessions
                .map(|(row, title, format)| Line {
                    format: telling.format(format),
                    clashes: clashes(row),
                    ..Line::new(timetable, row, title, telling)
                })
                .collect(),
        }
    }
}

impl Line {
    fn new(timetable: &Timetable, row: &SessionRow, title: &Localised, telling: Telling<'_>) -> Line {
        let marked = timetable.marked.get(&row.id).copied().unwrap_or_default();
        let trainer = row.trainer_id.and_then(|id| timetable.trainers.get(&id));
        Line {
            title: title.for_reader(telling.reader.language).to_owned(),
            format: String::new(),
            url: paths::session(row.id),
            when: When::new(row, telling.reader),
            place: row.place.clone().unwrap_or_else(|| telling.say(mode_key(row.mode))),
            trainer: trainer.map(PersonName::surname_and_initials),
            cancelled: row.cancelled_at.and(row.cancellation_reason.clone()),
            blocks: BlocksNote::of(row, timetable.blocks.get(&row.id).copied()),
            day_off: timetable.calendar.name(row.held_on, telling.reader.language).map(str::to_owned),
            clashes: Vec::new(),
            marks: Marks {
                text: format!("{marked} / {}", timetable.expected(row)),
                ahead: row.starts_at > telling.reader.now && marked == 0,
                complete: marked >= timetable.expected(row),
            },
        }
    }
}

impl View for Sessions {
    const TEMPLATE: &'static str = "pages/attendance/sessions";

    fn title(&self) -> Title {
        Title::key("attendance-sessions-title")
    }

    fn samples() -> Vec<Sessions> {
        let clash =
            Fault::new("trainees", "trainees-busy").with("title", "Игра").with("edition", "1-й поток");
        let clash = clash.with("when", "вт, 22 сентября, 10:00–13:00").with("count", 1);
        let clash = clash.with("names", "Ли А. В.").with("more", 0);
        let line = |cancelled: Option<&str>, ahead: bool, complete: bool| Line {
            title: "Волонтёр в учреждении".into(),
            format: "практикум".into(),
            url: paths::session(crate::kernel::SessionId(1)),
            when: When::sample(),
            place: "Иркутск, ул. Ленина, 5, ауд. 12".into(),
            trainer: Some("Ким О. В.".into()),
            cancelled: cancelled.map(str::to_owned),
            blocks: (ahead && cancelled.is_none()).then(BlocksNote::sample),
            day_off: complete.then(|| "День народного единства".to_owned()),
            clashes: ahead.then(|| clash.clone()).into_iter().collect(),
            marks: Marks { text: "38 / 40".into(), ahead, complete },
        };
        let sessions = |sessions, unscheduled| Sessions {
            crumbs: vec![Crumb { label: "2-й поток".into(), url: paths::EDITIONS.into() }],
            edition: "2-й поток".into(),
            new_url: paths::EDITIONS.into(),
            attendance_url: paths::EDITIONS.into(),
            plan_url: paths::EDITIONS.into(),
            shifts_url: paths::EDITIONS.into(),
            absences_url: paths::EDITIONS.into(),
            absences_waiting: if unscheduled > 0 { 2 } else { 0 },
            calendar_url: paths::EDITIONS.into(),
            notices_url: paths::EDITIONS.into(),
            week_url: paths::EDITIONS.into(),
            series_url: paths::EDITIONS.into(),
            copy_url: paths::EDITIONS.into(),
            days_off_url: paths::EDITIONS.into(),
            unscheduled,
            sessions,
        };
        let lines = vec![
            line(None, false, false),
            line(None, false, true),
            line(None, true, false),
            line(Some("Преподаватель заболел"), true, false),
        ];
        vec![sessions(lines, 3), sessions(Vec::new(), 0)]
    }
}
