//! «Мои часы»: every credited minute with its source, and what is missing.

use super::conditions::Wording;
use super::course::{HoursBar, hours_bar};
use super::numbers::{Kind, Numbers, kinds, sample_kinds};
use crate::kernel::dates;
use crate::programmes::rules::words::Word as _;
use crate::progress::actions::{Course, Ledger};
use crate::progress::rules::assignment::theirs;
use crate::progress::store::{EntryRow, SourceKind};
use crate::render::Words;
use crate::web::{Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct Hours {
    programmes: Vec<ProgrammeHours>,
    next_url: &'static str,
}

#[derive(Debug, Clone, Serialize)]
struct ProgrammeHours {
    title: String,
    edition: String,
    course_url: String,
    attendance_url: String,
    hours: HoursBar,
    numbers: Numbers,
    kinds: Vec<Kind>,
    /// Module by module.
    modules_url: String,
    entries: Vec<Entry>,
    missing: Vec<Missing>,
}

#[derive(Debug, Clone, Serialize)]
struct Entry {
    title: String,
    /// The session, and what made up for it, that it was credited for.
    url: Option<String>,
    /// All that was credited of it, step by step.
    trace_url: String,
    hours: String,
    source: String,
    nature: String,
    mode: String,
    at: String,
}

/// A session whose time is not credited in full.
#[derive(Debug, Clone, Serialize)]
struct Missing {
    title: String,
    url: String,
    hours: String,
}

impl Hours {
    /// The page over every programme of the person.
    pub fn new(ledgers: &[Ledger], reader: &Reader, words: &Words) -> Hours {
        let programmes = ledgers.iter().map(|ledger| of_programme(ledger, reader, words)).collect();
        Hours { programmes, next_url: paths::NEXT }
    }
}

fn of_programme(ledger: &Ledger, reader: &Reader, words: &Words) -> ProgrammeHours {
    let course = &ledger.course;
    let wording = Wording { words, language: reader.language, academic_hour: course.row.academic_hour };
    let who = course.row.enrolment.id;
    let totals = ledger.totals(reader.now);
    let entries = |field, word| Some(paths::hours_entries(who, &[(field, word)]));
    let in_hours = |minutes| wording.say("progress-hours", &[("hours", &wording.hours(minutes))]);
    ProgrammeHours {
        title: course.row.title.0.for_reader(reader.language).to_owned(),
        edition: course.row.edition.title.clone(),
        course_url: paths::course(course.row.enrolment.id),
        attendance_url: paths::person_attendance(course.row.enrolment.id),
        hours: hours_bar(&course.facts, &wording),
        numbers: Numbers::of(&totals.all, &wording),
        kinds: kinds(&totals, &wording, entries),
        modules_url: paths::person_hours(who),
        entries: ledger.entries.iter().map(|entry| one(entry, course, reader, &wording)).collect(),
        missing: theirs(&course.facts)
            .filter(|fact| fact.credited < fact.planned)
            .map(|fact| Missing {
                title: fact.title.for_reader(reader.language).to_owned(),
                url: super::course::address(course.row.enrolment.id, fact),
                hours: in_hours(fact.planned - fact.credited),
            })
            .collect(),
    }
}

fn one(entry: &EntryRow, course: &Course, reader: &Reader, wording: &Wording<'_>) -> Entry {
    let mut known = course.facts.iter().chain(&course.elsewhere);
    let fact = known.find(|fact| fact.id == entry.activity_id);
    let at_session = matches!(entry.source, SourceKind::Attendance | SourceKind::MakeUp);
    let enrolment = course.row.enrolment.id;
    Entry {
        url: match entry.source {
            SourceKind::Consultation => Some(paths::APPOINTMENTS.to_owned()),
            _ => at_session.then(|| paths::meeting(enrolment, entry.activity_id)),
        },
        title: fact.map(|fact| fact.title.for_reader(reader.language).to_owned()).unwrap_or_default(),
        trace_url: paths::hours_entries(
            course.row.enrolment.id,
            &[("activity", &entry.activity_id.to_string())],
        ),
        hours: wording.say("progress-hours", &[("hours", &wording.hours(entry.minutes))]),
        source: wording.say(&format!("progress-source-{}", entry.source.as_str()), &[]),
        nature: wording.say(&format!("progress-nature-{}", entry.nature.as_str()), &[]),
        mode: wording.say(&format!("progress-mode-{}", entry.mode.as_str()), &[]),
        at: dates::date_and_time(reader.language, entry.credited_at, reader.zone),
    }
}

impl View for Hours {
    const TEMPLATE: &'static str = "pages/progress/hours";

    fn title(&self) -> Title {
        Title::key("progress-hours-title")
    }

    fn samples() -> Vec<Self> {
        let programme = ProgrammeHours {
            title: "Эффективное партнёрство".into(),
            edition: "2-й поток".into(),
            course_url: "/learn/1".into(),
            attendance_url: "/learn/1/attendance".into(),
            hours: HoursBar { planned: "60 ч".into(), yours: "17 ч".into(), yours_percent: 28 },
            numbers: Numbers::sample(),
            kinds: sample_kinds(),
            modules_url: "/learn/1/hours".into(),
            entries: vec![Entry {
                title: "Роль НКО".into(),
                url: Some("/learn/1/meetings/4".into()),
                trace_url: "/learn/1/hours/entries".into(),
                hours: "1 ч".into(),
                source: "урок прочитан".into(),
                nature: "теория".into(),
                mode: "заочно".into(),
                at: "15 сентября 2026 г., 10:00".into(),
            }],
            missing: vec![Missing {
                title: "Лекция".into(),
                url: "/learn/1/meetings/4".into(),
                hours: "2 ч".into(),
            }],
        };
        let fresh = ProgrammeHours { entries: Vec::new(), missing: Vec::new(), ..programme.clone() };
        vec![
            Hours { programmes: vec![programme, fresh], next_url: paths::NEXT },
            Hours { programmes: Vec::new(), next_url: paths::NEXT },
        ]
    }
}
