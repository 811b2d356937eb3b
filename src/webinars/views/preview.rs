//! What would come of a list: each person's mark by it, beside what the sheet says.

use super::who::Who;
use super::{Crumb, ListLine, closed_key, crumbs, list_line, tool_key};
use crate::attendance::rules::SessionMode;
use crate::attendance::views::{Telling, When};
use crate::kernel::{EnrolmentId, PersonName, Problem, Word as _, ZoneName, zones};
use crate::web::{Choice, Field, Form, Title, View, paths};
use crate::webinars::actions::{Person, Preview};
use crate::webinars::rules::matching::By;
use crate::webinars::rules::outcome::Change;
use serde::Serialize;
use std::collections::HashMap;

/// The page.
#[derive(Debug, Serialize)]
pub struct PreviewPage {
    pub(super) crumbs: Vec<Crumb>,
    pub(super) heading: String,
    pub(super) when: When,
    pub(super) closed_key: Option<&'static str>,
    /// By whose clock moments are read.
    pub(super) zone: String,
    pub(super) clock: Field,
    pub(super) clocks: Vec<Choice>,
    pub(super) clock_url: String,
    pub(super) other_clock: bool,
    pub(super) list: ListLine,
    pub(super) tool_key: Option<&'static str>,
    pub(super) read_as: Option<ReadAs>,
    pub(super) figures: Figures,
    pub(super) people: Vec<PersonLine>,
    pub(super) who: Who,
    pub(super) hosts: Vec<String>,
    pub(super) faults: Vec<FaultLine>,
    pub(super) rest: Vec<String>,
    pub(super) rest_field: Field,
    pub(super) rest_ticked: bool,
    pub(super) correction: Option<Field>,
    pub(super) anything: bool,
    pub(super) fields: Vec<Field>,
    pub(super) apply_url: String,
    pub(super) decide_url: String,
    pub(super) columns_url: String,
    pub(super) file_url: String,
    pub(super) removal_url: String,
    pub(super) sheet_url: String,
}

/// How a text file was read.
#[derive(Debug, Serialize)]
pub(super) struct ReadAs {
    pub(super) encoding: String,
    pub(super) delimiter: &'static str,
}

/// How many of what.
#[derive(Debug, Serialize)]
pub(super) struct Figures {
    pub(super) known: usize,
    pub(super) unknown: usize,
    pub(super) guests: usize,
    pub(super) rest: usize,
}

/// A line that was left out.
#[derive(Debug, Serialize)]
pub(super) struct FaultLine {
    pub(super) line: u32,
    pub(super) key: String,
}

/// Somebody of the edition.
#[derive(Debug, Serialize)]
pub(super) struct PersonLine {
    pub(super) name: String,
    pub(super) names: String,
    pub(super) by_key: &'static str,
    pub(super) minutes: i64,
    pub(super) mark: Option<String>,
    pub(super) sheet: Option<String>,
    pub(super) change_key: &'static str,
    pub(super) conflict: bool,
    pub(super) tick: Option<Tick>,
}

/// A box that decides over a mark.
#[derive(Debug, Serialize)]
pub(super) struct Tick {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) value: String,
    pub(super) ticked: bool,
    pub(super) label_key: &'static str,
}

impl PreviewPage {
    /// The page, with what was typed into its forms and what is wrong with it.
    pub fn new(preview: &Preview, typed: Option<(&Form, &Problem)>, telling: Telling<'_>) -> PreviewPage {
        let (sheet, sorted) = (&preview.sheet, &preview.sorted);
        let (session, list) = (sheet.session.id, preview.list.id);
        let heading = sheet.activity.title.0.for_reader(telling.reader.language).to_owned();
        let names: HashMap<EnrolmentId, &PersonName> =
            sheet.people.iter().map(|one| (one.person.enrolment, &one.person.name)).collect();
        let named = |id: &EnrolmentId| names.get(id).map(|name| name.full()).unwrap_or_default();
        let line = Lines { preview, typed, telling };
        let people: Vec<PersonLine> =
            preview.people.iter().map(|one| line.of(one, named(&one.proposal.enrolment))).collect();
        let rest: Vec<String> = preview.rest.iter().map(named).collect();
        let correction = sheet.needs_reason.then(|| line.correction());
        let who = Who::new(preview, typed, telling);
        let faulty_clock = Some(clock(preview, typed)).filter(|field| !field.faults.is_empty());
        let wrong = correction.iter().filter(|field| !field.faults.is_empty());
        PreviewPage {
            crumbs: crumbs(sheet, &heading, Some(telling.say("webinars-title"))),
            heading,
            when: When::new(&sheet.session, telling.reader),
            closed_key: closed_key(sheet),
            zone: zones::label(telling.reader.language, preview.zone, sheet.session.starts_at),
            clock: clock(preview, typed),
            clocks: clocks(preview, telling),
            clock_url: paths::webinar_clock(session, list),
            other_clock: preview.other_clock,
            list: list_line(&preview.list, &preview.applications, (sheet, &preview.names), telling),
            tool_key: preview.tool.map(tool_key),
            read_as: read_as(preview),
            figures: Figures {
                known: people.len(),
                unknown: sorted.unknown.len(),
                guests: sorted.guests.len(),
                rest: rest.len(),
            },
            anything: people.iter().any(|one| one.tick.is_some()) || !rest.is_empty(),
            people,
            hosts: sorted.hosts.iter().map(|one| one.name.clone()).collect(),
            faults: preview
                .faults
                .iter()
                .map(|one| FaultLine { line: one.line, key: format!("webinars-line-{}", one.what.as_str()) })
                .collect(),
            rest,
            rest_field: Field::empty("rest_absent"),
            rest_ticked: typed.is_some_and(|(form, _)| form.ticked("rest_absent")),
            fields: who.fields.iter().chain(wrong).cloned().chain(faulty_clock).collect(),
            correction,
            who,
            apply_url: paths::webinar_applications(session, list),
            decide_url: paths::webinar_decisions(session, list),
            columns_url: paths::webinar_columns(session, list),
            file_url: paths::webinar_file(session, list),
            removal_url: paths::webinar_removal(session, list),
            sheet_url: paths::session(session),
        }
    }
}

fn clock(preview: &Preview, typed: Option<(&Form, &Problem)>) -> Field {
    match typed {
        Some((form, problem)) if form.ticked("time_zone") => Field::typed("time_zone", form, problem),
        _ => Field::filled("time_zone", preview.zone.name()),
    }
}

/// The zones of the region, the session's own among them, and UTC, by which many tools write.
fn clocks(preview: &Preview, telling: Telling<'_>) -> Vec<Choice> {
    let (language, at) = (telling.reader.language, preview.sheet.session.starts_at);
    let mut known = zones::choices(language, Some(preview.zone), at);
    for zone in [Some(preview.sheet.session.time_zone), ZoneName::parse("UTC")].into_iter().flatten() {
        if known.iter().all(|(one, _)| *one != zone) {
            known.insert(0, (zone, zones::label(language, zone, at)));
        }
    }
    let chosen = preview.zone.name();
    known.into_iter().map(|(zone, label)| Choice::new(zone.name(), label, chosen)).collect()
}

fn read_as(preview: &Preview) -> Option<ReadAs> {
    let encoding = preview.grid.encoding.clone()?;
    let delimiter = match preview.grid.delimiter? {
        ',' => "comma",
        '\t' => "tab",
        '|' => "bar",
        _ => "semicolon",
    };
    Some(ReadAs { encoding, delimiter })
}

/// What is the same for every line of the table.
struct Lines<'a> {
    preview: &'a Preview,
    typed: Option<(&'a Form, &'a Problem)>,
    telling: Telling<'a>,
}

impl Lines<'_> {
    fn of(&self, person: &Person, name: String) -> PersonLine {
        let (one, who) = (&person.proposal, person.proposal.enrolment);
        let mixed = self.preview.sheet.session.mode == SessionMode::Mixed;
        let standing = self.preview.standings.get(&who);
        PersonLine {
            name,
            names: person.on_list.names.join(", "),
            by_key: match person.on_list.by {
                Some(By::Email) => "webinars-by-email",
                Some(By::Name) => "webinars-by-name",
                None => "webinars-by-hand",
            },
            minutes: one.time.seconds / 60,
            mark: one.mark.as_ref().map(|mark| self.telling.mark(mark, mixed)),
            sheet: standing.map(|standing| self.telling.mark(&standing.mark, mixed)),
            change_key: match one.change {
                Change::First => "webinars-change-first",
                Change::Same => "webinars-change-same",
                Change::Refined => "webinars-change-refined",
                Change::Conflict if standing.is_some_and(|one| one.own) => "webinars-change-room",
                Change::Conflict => "webinars-change-conflict",
                Change::Outside => "webinars-change-outside",
            },
            conflict: one.change == Change::Conflict,
            tick: self.tick(one.change, who, standing.map_or(0, |standing| standing.revision)),
        }
    }

    fn tick(&self, change: Change, who: EnrolmentId, revision: i32) -> Option<Tick> {
        let (name, value, usual, label_key) = match change {
            Change::First | Change::Refined => {
                (format!("take-{who}"), "on".to_owned(), true, "webinars-take")
            }
            Change::Conflict => (format!("replace-{who}"), revision.to_string(), false, "webinars-replace"),
            Change::Same | Change::Outside => return None,
        };
        let ticked = match self.typed {
            Some((form, _)) if form.ticked("applying") => form.ticked(&name),
            _ => usual,
        };
        Some(Tick { id: format!("field-{name}"), name, value, ticked, label_key })
    }

    /// Why marks are changed late: filled in already, since every mark by a list has that reason.
    fn correction(&self) -> Field {
        match self.typed {
            Some((form, problem)) if form.ticked("applying") => {
                Field::typed("correction_reason", form, problem)
            }
            _ => Field::filled("correction_reason", reason(&self.preview.list.file_name, self.telling)),
        }
    }
}

/// Why a mark says what it says: «По списку вебинара: zoom.csv».
pub fn reason(file_name: &str, telling: Telling<'_>) -> String {
    format!("{}: {file_name}", telling.say("webinars-reason"))
}

impl View for PreviewPage {
    const TEMPLATE: &'static str = "pages/webinars/preview";

    fn title(&self) -> Title {
        Title::key("webinars-preview-title")
    }

    fn samples() -> Vec<PreviewPage> {
        super::samples::previews()
    }
}
