//! What the people of an edition told, for their trainer.

use super::{FileLink, Tone, samples, state};
use crate::absences::actions::{Entry, Notices};
use crate::absences::rules::can_be_decided;
use crate::attendance::views::{Telling, reason_key};
use crate::kernel::{AbsenceNoticeId, Moment, PersonName, Problem, dates};
use crate::web::{Field, Form, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Serialize)]
pub struct NoticesPage {
    crumbs: Vec<Crumb>,
    edition: String,
    wrong: Vec<Field>,
    waiting: Vec<Line>,
    others: Vec<Line>,
    empty: bool,
    older_url: Option<String>,
}

#[derive(Debug, Serialize)]
struct Crumb {
    label: String,
    url: String,
}

/// A notice of the list.
#[derive(Debug, Serialize)]
struct Line {
    id: i64,
    name: String,
    title: String,
    session_url: String,
    when: String,
    given: String,
    reason_key: &'static str,
    words: Option<String>,
    file: Option<FileLink>,
    state_key: &'static str,
    tone: Tone,
    answer: Option<String>,
    by: Option<String>,
    /// Where it is decided, while it can be.
    decide_url: Option<String>,
    refused: bool,
    remark: Field,
}

/// What was typed about a notice, and what is wrong with it.
type Typed<'a> = Option<(AbsenceNoticeId, &'a Form, &'a Problem)>;

impl NoticesPage {
    /// The page for its reader; with what was typed, when that could not be decided.
    pub fn new(notices: &Notices, typed: Typed<'_>, telling: Telling<'_>) -> NoticesPage {
        let edition = &notices.edition;
        let line = |entry: &Entry| Line::new(entry, typed, telling);
        let (waiting, others): (Vec<Line>, Vec<Line>) =
            (notices.waiting.iter().map(line).collect(), notices.others.iter().map(line).collect());
        let at_fault = waiting.iter().chain(&others).map(|one| one.remark.clone());
        let mut wrong: Vec<Field> = at_fault.filter(|field| !field.faults.is_empty()).collect();
        if let Some((_, _, problem)) = typed.filter(|_| wrong.is_empty()) {
            wrong.push(Field { id: "notices".into(), faults: problem.faults.clone(), ..Field::default() });
        }
        NoticesPage {
            crumbs: vec![
                Crumb { label: edition.title.clone(), url: paths::edition(edition.id) },
                Crumb {
                    label: telling.say("attendance-sessions-title"),
                    url: paths::edition_sessions(edition.id),
                },
            ],
            edition: edition.title.clone(),
            wrong,
            empty: waiting.is_empty() && others.is_empty(),
            waiting,
            others,
            older_url: notices.older.map(|before| paths::edition_absences_before(edition.id, before)),
        }
    }
}

impl Line {
    fn new(entry: &Entry, typed: Typed<'_>, telling: Telling<'_>) -> Line {
        let (row, about) = (&entry.listed.row, &entry.listed.about);
        let language = telling.reader.language;
        let decision = entry.decision.as_ref();
        let (state_key, tone) = state(row, decision, about.held_on);
        let open = can_be_decided(row.late, row.taken_back_at.is_some(), decision.map(|one| one.accepted));
        let said = |at: Moment| dates::day_and_time(language, at, about.time_zone);
        Line {
            id: row.id.0,
            name: entry.listed.name.full(),
            title: about.title.0.for_reader(language).to_owned(),
            session_url: format!("{}#row-{}-0", paths::session(row.session), row.enrolment),
            when: format!("{}, {}", dates::day(language, about.held_on), dates::time(about.starts_local)),
            given: said(row.given_at),
            reason_key: reason_key(row.reason),
            words: row.words.clone(),
            file: FileLink::of(row),
            state_key,
            tone,
            answer: decision.and_then(|one| one.words.clone()),
            by: decision.and_then(|one| one.by.as_ref()).map(PersonName::surname_and_initials),
            decide_url: open.then(|| paths::absence_decision(row.id)),
            refused: decision.is_some(),
            remark: remark(row.id, typed.filter(|_| open)),
        }
    }
}

fn remark(id: AbsenceNoticeId, typed: Typed<'_>) -> Field {
    let name = format!("remark-{id}");
    match typed.filter(|(which, ..)| *which == id) {
        Some((_, form, problem)) => Field {
            id: name,
            value: form.raw("words").to_owned(),
            faults: problem.faults.clone(),
            ..Field::empty("words")
        },
        None => Field { id: name, ..Field::empty("words") },
    }
}

impl View for NoticesPage {
    const TEMPLATE: &'static str = "pages/absences/list";

    fn title(&self) -> Title {
        Title::key("absences-title")
    }

    fn samples() -> Vec<NoticesPage> {
        let (say, reader) = (|key: &str| key.to_owned(), samples::reader());
        let telling = Telling { reader: &reader, say: &say };
        let all = samples::notices();
        let mut pages: Vec<NoticesPage> =
            all.iter().map(|notices| NoticesPage::new(notices, None, telling)).collect();
        let (form, problem) = (Form::of(&[("words", "")]), samples::refusal());
        let typed = Some((AbsenceNoticeId(1), &form, &problem));
        pages.extend(all.first().map(|notices| NoticesPage::new(notices, typed, telling)));
        pages
    }
}
