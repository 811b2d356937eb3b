//! «Откуда это число»: the entries of the ledger behind a number, in the order they were written, each with what it
//! rests on, and the sum after each.

use super::conditions::Wording;
use super::course::address;
use super::person_hours::{Crumb, crumbs};
use crate::kernel::{EnrolmentId, Minutes, PersonName, dates};
use crate::programmes::rules::words::Word as _;
use crate::progress::actions::hours::{PersonHours, Trace, Viewer};
use crate::progress::rules::ActivityFact;
use crate::progress::rules::totals::running;
use crate::progress::store::origins::{MakeUpOrigin, MarkOrigin, MarkStep, MarkText, Origin};
use crate::progress::store::totals::Traced;
use crate::render::Words;
use crate::web::{Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct TracePage {
    crumbs: Vec<Crumb>,
    name: String,
    programme: String,
    /// What the number is of: a module, an activity, a kind, a mode, or everything.
    of: Vec<String>,
    entries: Vec<Line>,
    /// The sum of the entries, in minutes.
    sum: i32,
    /// What counts of it, in minutes.
    counts: i32,
    /// Whether not all of it counts.
    cut: bool,
    /// What counts, in academic hours.
    hours: String,
    academic_hour: i32,
    all_url: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
struct Line {
    at: String,
    title: String,
    url: Option<String>,
    /// What it rests on, then what else is to be said of it.
    source: Vec<String>,
    kind_key: String,
    mode_key: String,
    /// With its sign.
    minutes: String,
    running: i32,
}

impl TracePage {
    /// The page for a reader.
    pub fn new(data: &Trace, reader: &Reader, words: &Words) -> TracePage {
        let row = &data.person.row;
        let wording = Wording { words, language: reader.language, academic_hour: row.academic_hour };
        let sums = running(data.entries.iter().map(|(entry, _)| entry.minutes));
        let sum = sums.last().copied().unwrap_or_default();
        let lines = data.entries.iter().zip(sums);
        let narrowed = data.asked != Default::default();
        let mut crumbs = crumbs(&data.person, &wording);
        let label = match data.person.viewer {
            Viewer::Own => wording.say("progress-person-own", &[]),
            Viewer::Staff | Viewer::Sender => data.person.name.full(),
        };
        crumbs.push(Crumb { label, url: paths::person_hours(row.enrolment.id) });
        TracePage {
            crumbs,
            name: data.person.name.full(),
            programme: row.title.0.for_reader(reader.language).to_owned(),
            of: of(data, &wording),
            entries: lines
                .map(|((entry, origin), sum)| {
                    line((entry, origin.as_ref(), sum), &data.person, reader, &wording)
                })
                .collect(),
            sum: sum.0,
            counts: data.counts.0,
            cut: data.counts != sum,
            hours: wording.hours(data.counts),
            academic_hour: row.academic_hour.0,
            all_url: narrowed.then(|| paths::hours_entries(row.enrolment.id, &[])),
        }
    }
}

/// What was asked for, in words.
fn of(data: &Trace, wording: &Wording<'_>) -> Vec<String> {
    let modules = &data.person.modules;
    let module = modules.iter().find(|module| Some(module.id) == data.asked.module);
    let fact = data.asked.activity.and_then(|id| fact(&data.person, id));
    let titles = [module.map(|module| &module.title), fact.map(|fact| &fact.title)];
    let titles = titles.into_iter().flatten().map(|title| title.for_reader(wording.language).to_owned());
    let nature = data.asked.nature.map(|nature| format!("progress-nature-{}", nature.as_str()));
    let mode = data.asked.mode.map(|mode| format!("progress-mode-{}", mode.as_str()));
    titles.chain([nature, mode].into_iter().flatten().map(|key| wording.say(&key, &[]))).collect()
}

fn fact(person: &PersonHours, id: crate::kernel::ActivityId) -> Option<&ActivityFact> {
    let all = person.modules.iter().flat_map(|module| &module.activities);
    all.map(|one| &one.fact).find(|fact| fact.id == id)
}

fn line(
    (entry, origin, sum): (&Traced, Option<&Origin>, Minutes),
    person: &PersonHours,
    reader: &Reader,
    wording: &Wording<'_>,
) -> Line {
    let fact = fact(person, entry.activity_id);
    let title = fact.map(|fact| fact.title.for_reader(reader.language).to_owned());
    let sign = if entry.minutes < Minutes::ZERO { "−" } else { "+" };
    Line {
        at: dates::date_and_time(reader.language, entry.credited_at, reader.zone),
        title: title.unwrap_or_default(),
        url: fact.and_then(|fact| source_url(fact, origin, person)),
        source: source(entry, origin, person, wording),
        kind_key: format!("progress-nature-{}", entry.nature.as_str()),
        mode_key: format!("progress-mode-{}", entry.mode.as_str()),
        minutes: format!("{sign}{}", entry.minutes.0.abs()),
        running: sum.0,
    }
}

/// Where the reader sees what an entry rests on: trainers on the sheet of the session, everybody else who may on the
/// page of the activity. Coordinators see the numbers, not the works.
fn source_url(fact: &ActivityFact, origin: Option<&Origin>, person: &PersonHours) -> Option<String> {
    match (person.viewer, origin) {
        (Viewer::Sender, _) => None,
        (Viewer::Staff, Some(Origin::Mark(mark))) => Some(paths::session(mark.session)),
        (Viewer::Staff, Some(Origin::MakeUp(made))) => Some(paths::make_ups(made.session)),
        (Viewer::Staff, Some(Origin::Consultation(origin))) => Some(paths::appointment(origin.slot)),
        (Viewer::Own, Some(Origin::Consultation(_))) => Some(paths::APPOINTMENTS.to_owned()),
        (Viewer::Staff | Viewer::Own, _) => Some(address(person.row.enrolment.id, fact)),
    }
}

/// What an entry rests on, in words: the one place where sources are said. Of a kind that has no words of its own here
/// its name is said, by the message `progress-source-<kind>`.
fn source(
    entry: &Traced,
    origin: Option<&Origin>,
    person: &PersonHours,
    wording: &Wording<'_>,
) -> Vec<String> {
    let kind = || wording.say(&format!("progress-source-{}", entry.source.as_str()), &[]);
    let mut said = match origin {
        Some(Origin::Mark(mark)) => return of_mark(mark, person, wording),
        Some(Origin::Attempt { number }) => {
            vec![kind(), wording.say("progress-trace-attempt", &[("number", &number.to_string())])]
        }
        Some(Origin::Grading { by }) => {
            let by = by.as_ref().filter(|_| person.viewer == Viewer::Staff);
            let by =
                by.map(|by| wording.say("progress-trace-graded-by", &[("name", &by.surname_and_initials())]));
            std::iter::once(kind()).chain(by).collect()
        }
        Some(Origin::MakeUp(made)) => {
            std::iter::once(kind()).chain(of_make_up(made, person, wording)).collect()
        }
        Some(Origin::Consultation(origin)) => {
            let day = dates::date(wording.language, origin.held_on);
            let (from, to) = (dates::time(origin.times.0), dates::time(origin.times.1));
            let args = [("day", day.as_str()), ("from", from.as_str()), ("to", to.as_str())];
            vec![wording.say("progress-trace-consultation", &args)]
        }
        None => vec![kind()],
    };
    if entry.minutes < Minutes::ZERO {
        said.push(wording.say("progress-trace-taken-back", &[]));
    }
    said
}

fn of_make_up(made: &MakeUpOrigin, person: &PersonHours, wording: &Wording<'_>) -> Vec<String> {
    let (day, on) =
        (dates::date(wording.language, made.held_on), dates::date(wording.language, made.made_on));
    let mut said = vec![
        wording.say("progress-trace-make-up-of", &[("day", &day)]),
        wording.say(&format!("progress-trace-make-up-{}", made.form), &[("day", &on)]),
    ];
    let by = made.by.as_ref().filter(|_| person.viewer == Viewer::Staff);
    said.extend(by.map(|by| wording.say("progress-trace-by", &[("name", &by.surname_and_initials())])));
    said
}

fn of_mark(mark: &MarkOrigin, person: &PersonHours, wording: &Wording<'_>) -> Vec<String> {
    let day = dates::date(wording.language, mark.held_on);
    let (from, to) = (dates::time(mark.times.0), dates::time(mark.times.1));
    let session = |key: &str| wording.say(key, &[("day", &day), ("from", &from), ("to", &to)]);
    let staff = person.viewer == Viewer::Staff;
    let mut said = Vec::new();
    match &mark.step {
        MarkStep::Made(text) => {
            said.push(session("progress-trace-marked"));
            said.push(mark_text(text, wording));
        }
        MarkStep::Corrected { old, new, reason } => {
            let (old, new) = (mark_text(old, wording), mark_text(new, wording));
            said.push(session("progress-trace-corrected"));
            said.push(wording.say("progress-trace-change", &[("old", &old), ("new", &new)]));
            // Why a mark was changed is written for the journal, not for the trainee.
            if let Some(reason) = reason.as_ref().filter(|_| staff) {
                said.push(wording.say("progress-trace-reason", &[("reason", reason)]));
            }
        }
        MarkStep::Recounted => said.push(session("progress-trace-recounted")),
    }
    said.extend(marked_by(mark, person, wording));
    said
}

/// Who marked: names of staff are for staff.
fn marked_by(mark: &MarkOrigin, person: &PersonHours, wording: &Wording<'_>) -> Option<String> {
    let by = mark.by.as_ref()?;
    let name = |name: &PersonName| name.surname_and_initials();
    Some(match (by.person == person.row.enrolment.person_id, person.viewer) {
        (true, Viewer::Own) => wording.say("progress-trace-by-you", &[]),
        (true, _) => wording.say("progress-trace-by-self", &[]),
        (false, Viewer::Staff) => wording.say("progress-trace-by", &[("name", &name(&by.name))]),
        (false, _) => wording.say("progress-trace-by-trainer", &[]),
    })
}

fn mark_text(text: &MarkText, wording: &Wording<'_>) -> String {
    let (late, early) = (text.late.0.to_string(), text.early.0.to_string());
    let minutes = [("late", late.as_str()), ("early", early.as_str())];
    match (text.status.as_str(), text.late > Minutes::ZERO, text.early > Minutes::ZERO) {
        ("late" | "left_early", true, true) => wording.say("progress-mark-late-and-early", &minutes),
        ("late" | "left_early", true, false) => wording.say("progress-mark-late", &minutes),
        ("late" | "left_early", false, _) => wording.say("progress-mark-left_early", &minutes),
        (status, ..) => wording.say(&format!("progress-mark-{status}"), &minutes),
    }
}

impl View for TracePage {
    const TEMPLATE: &'static str = "pages/progress/trace";

    fn title(&self) -> Title {
        Title::key("progress-trace-title")
    }

    fn samples() -> Vec<TracePage> {
        let line = |minutes: &str, running, url: Option<&str>| Line {
            at: "15 сентября 2026 г., 13:00".into(),
            title: "Лекция о партнёрстве".into(),
            url: url.map(str::to_owned),
            source: vec![
                "Отметка за занятие 15 сентября 2026 г., 10:00–13:00".into(),
                "опоздание на 20 мин".into(),
            ],
            kind_key: "progress-nature-theory".into(),
            mode_key: "progress-mode-in_person".into(),
            minutes: minutes.into(),
            running,
        };
        let page = TracePage {
            crumbs: vec![Crumb { label: "2-й поток".into(), url: "/editions/1".into() }],
            name: "Ли Анна".into(),
            programme: "Эффективное партнёрство".into(),
            of: vec!["Зачем нужны партнёры".into()],
            entries: vec![line("+160", 160, Some("/sessions/1")), line("−60", 100, None)],
            sum: 100,
            counts: 90,
            cut: true,
            hours: "2".into(),
            academic_hour: 45,
            all_url: Some(paths::hours_entries(EnrolmentId(1), &[])),
        };
        let none =
            TracePage { of: Vec::new(), entries: Vec::new(), sum: 0, counts: 0, cut: false, ..page.clone() };
        vec![page, TracePage { all_url: None, ..none }]
    }
}
