//! The page of an edition's reminders and warnings, and the notice that a trainee sees.

mod samples;

use super::actions::{Said, Sheet, Warning, chances_said, needed_said, percent};
use super::rules::absence::FEWEST_SITTINGS;
use super::rules::{MOST_IN_A_ROW, MOST_LEAD, ReminderRule, Why};
use super::store::RuleRow;
use super::store::planned::Gone;
use super::store::warnings::Missed;
use crate::attendance::views::When;
use crate::kernel::{Language, Permille, Problem, dates};
use crate::reminders::actions::{Ahead, Listed};
use crate::reminders::store::expected::Coming;
use crate::web::{Field, Form, Reader, Title, View, paths};
use serde::Serialize;

/// The fields of the hours before a session, in their order.
pub const LEADS: [&str; 3] = ["lead_1", "lead_2", "lead_3"];

/// The page.
#[derive(Debug, Serialize)]
pub struct RemindersPage {
    edition: String,
    edition_url: String,
    url: String,
    wrong: Vec<Field>,
    leads: Vec<LeadField>,
    share_percent: Field,
    in_a_row: Field,
    most_lead: i32,
    most_in_a_row: i32,
    fewest: usize,
    needed: Option<Said>,
    reminds: bool,
    warns: bool,
    ahead: Vec<AheadLine>,
    gone: Vec<GoneLine>,
    warnings: Vec<WarningLine>,
    previous_url: Option<String>,
    next_url: Option<String>,
    versions: Vec<Version>,
}

#[derive(Debug, Serialize)]
struct LeadField {
    number: usize,
    field: Field,
}

#[derive(Debug, Serialize)]
struct AheadLine {
    at: String,
    lead: i32,
    title: String,
    url: String,
    when: When,
}

#[derive(Debug, Serialize)]
struct GoneLine {
    title: String,
    url: String,
    when: When,
    lead: i32,
    people: i64,
}

#[derive(Debug, Serialize)]
struct WarningLine {
    name: String,
    url: String,
    state_key: &'static str,
    sent: bool,
    at: String,
    why: Vec<Said>,
    missed: Vec<MissedLine>,
}

#[derive(Debug, Clone, Serialize)]
struct MissedLine {
    title: String,
    date: String,
    url: Option<String>,
}

/// A rule as it held.
#[derive(Debug, Serialize)]
struct Version {
    number: i32,
    lines: Vec<Said>,
    at: String,
    by: Option<String>,
    holds: bool,
}

impl RemindersPage {
    /// The page; with what was typed, when that could not be.
    pub fn new(sheet: &Sheet, typed: Option<(&Form, &Problem)>, reader: &Reader) -> RemindersPage {
        let id = sheet.edition.id;
        let known = |value: Option<i32>| value.map(|value| value.to_string()).unwrap_or_default();
        let field = |name: &str, value: Option<i32>| match typed {
            Some((form, problem)) => Field::typed(name, form, problem),
            None => Field::filled(name, known(value)),
        };
        let rule = &sheet.rule;
        let lead = |(place, name): (usize, &&str)| LeadField {
            number: place + 1,
            field: field(name, rule.leads.get(place).copied()),
        };
        let leads: Vec<LeadField> = LEADS.iter().enumerate().map(lead).collect();
        let share_percent = field("share_percent", rule.share.map(Permille::as_percent));
        let in_a_row = field("in_a_row", rule.in_a_row);
        let all = leads.iter().map(|one| &one.field).chain([&share_percent, &in_a_row]);
        let asked = &sheet.edition.rule.0;
        RemindersPage {
            edition: sheet.edition.title.clone(),
            edition_url: paths::edition(id),
            url: paths::reminder_rules(id),
            wrong: all.filter(|field| !field.faults.is_empty()).cloned().collect(),
            leads,
            share_percent,
            in_a_row,
            most_lead: MOST_LEAD,
            most_in_a_row: MOST_IN_A_ROW,
            fewest: FEWEST_SITTINGS,
            needed: needed_said(asked.attendance_of, asked.attendance),
            reminds: !rule.leads.is_empty(),
            warns: rule.warns(),
            ahead: sheet.ahead.iter().map(|one| ahead(one, reader)).collect(),
            gone: sheet.gone.iter().map(|(one, gone)| gone_line(one, gone, reader)).collect(),
            warnings: sheet.warnings.iter().map(|one| warning(one, reader)).collect(),
            previous_url: None,
            next_url: sheet.more.map(|before| paths::edition_reminders_before(id, before)),
            versions: versions(sheet, reader),
        }
    }
}

fn ahead(one: &Ahead, reader: &Reader) -> AheadLine {
    AheadLine {
        at: dates::day_and_time(reader.language, one.at, reader.zone),
        lead: one.lead,
        title: title(&one.coming, reader.language),
        url: paths::session(one.coming.session.id),
        when: When::new(&one.coming.session, reader),
    }
}

fn gone_line(one: &Coming, gone: &Gone, reader: &Reader) -> GoneLine {
    GoneLine {
        title: title(one, reader.language),
        url: paths::session(one.session.id),
        when: When::new(&one.session, reader),
        lead: gone.which.lead,
        people: gone.sent,
    }
}

fn title(one: &Coming, language: Language) -> String {
    one.title.0.for_reader(language).to_owned()
}

fn warning(one: &Listed, reader: &Reader) -> WarningLine {
    let (row, language) = (&one.row, reader.language);
    let at = row.sent_at.or(row.dropped_at).unwrap_or(row.planned_at);
    WarningLine {
        name: row.name.full(),
        url: paths::person_hours(row.enrolment),
        state_key: match row.state() {
            "sent" => "reminders-state-sent",
            "dropped" => "reminders-state-dropped",
            _ => "reminders-state-planned",
        },
        sent: row.sent_at.is_some(),
        at: dates::date_and_time(language, at, reader.zone),
        why: reasons(row.why, percent(row.so_far)),
        missed: one.missed.iter().map(|one| missed(one, language, true)).collect(),
    }
}

fn reasons(why: Why, percent: i32) -> Vec<Said> {
    let said = |key, name, value: String| Said { key, args: vec![(name, value)] };
    let share = why.by_share.then(|| said("reminders-why-share", "percent", percent.to_string()));
    let row = why.in_a_row.map(|count| said("reminders-why-row", "count", count.to_string()));
    share.into_iter().chain(row).collect()
}

fn missed(one: &Missed, language: Language, staff: bool) -> MissedLine {
    MissedLine {
        title: one.title.for_reader(language).to_owned(),
        date: dates::date(language, one.held_on),
        url: staff.then(|| paths::session(one.session)),
    }
}

fn versions(sheet: &Sheet, reader: &Reader) -> Vec<Version> {
    let version = |(place, row): (usize, &RuleRow)| Version {
        number: row.number,
        lines: rule_lines(&row.rule),
        at: dates::date_and_time(reader.language, row.set_at, reader.zone),
        by: row.set_by.and_then(|by| sheet.names.get(&by)).map(|name| name.surname_and_initials()),
        holds: place == 0,
    };
    sheet.rules.iter().enumerate().map(version).collect()
}

/// What a rule says, a sentence each.
fn rule_lines(rule: &ReminderRule) -> Vec<Said> {
    let said = |key, name, value: String| Said { key, args: vec![(name, value)] };
    let off = |key| Said { key, args: Vec::new() };
    let mut lines: Vec<Said> =
        rule.leads.iter().map(|hours| said("reminders-rule-lead", "hours", hours.to_string())).collect();
    if lines.is_empty() {
        lines.push(off("reminders-rule-no-lead"));
    }
    if let Some(share) = rule.share {
        lines.push(said("reminders-rule-share", "percent", share.as_percent().to_string()));
    }
    if let Some(count) = rule.in_a_row {
        lines.push(said("reminders-rule-row", "count", count.to_string()));
    }
    if !rule.warns() {
        lines.push(off("reminders-rule-no-warning"));
    }
    lines
}

/// What a trainee is told of the sessions they missed: on the page always, whatever letters they want.
#[derive(Debug, Clone, Serialize)]
pub struct Notice {
    edition: String,
    count: usize,
    missed: Vec<MissedLine>,
    percent: i32,
    needed: Option<Said>,
    chances: Option<Said>,
    hours_url: String,
    schedule_url: &'static str,
}

impl Notice {
    /// The notice of a warning.
    pub fn new(warning: &Warning, language: Language) -> Notice {
        let rule = &warning.edition.rule.0;
        Notice {
            edition: warning.edition.title.clone(),
            count: warning.missed.len(),
            missed: warning.missed.iter().map(|one| missed(one, language, false)).collect(),
            percent: percent(warning.so_far),
            needed: needed_said(rule.attendance_of, rule.attendance),
            chances: chances_said(&warning.chances),
            hours_url: paths::person_hours(warning.enrolment),
            schedule_url: paths::SCHEDULE,
        }
    }

    /// A notice of some warning, for samples.
    pub(crate) fn sample() -> Notice {
        Notice::new(&samples::warning(), Language::Ru)
    }
}

impl View for RemindersPage {
    const TEMPLATE: &'static str = "pages/reminders/show";

    fn title(&self) -> Title {
        Title::key("reminders-title")
    }

    fn samples() -> Vec<RemindersPage> {
        samples::pages()
    }
}
