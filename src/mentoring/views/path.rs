//! A path as pages print it: the steps, the papers, the hours, what is missing, the pairs with their contacts.

use super::{check_key, consent_key, key, reason_key, step_key, way_key};
use crate::kernel::{Fault, Language, Word as _, dates};
use crate::mentoring::actions::Path;
use crate::mentoring::rules::contacts::{self, Due, End, Kept};
use crate::mentoring::rules::{CheckKind, EXPIRY_NOTICE_DAYS, StepKind, next_step};
use crate::mentoring::store::pairs::PairRow;
use crate::mentoring::store::records::{CheckRow, InterviewRow};
use crate::web::{Reader, Say};
use chrono::NaiveDate;
use serde::Serialize;

/// A path.
#[derive(Debug, Clone, Serialize)]
pub struct PathView {
    name: String,
    organisation: String,
    application: String,
    state_key: String,
    /// The state for those who ask what to do: a mentor reads other words than a coordinator.
    next_key: String,
    own_next_key: String,
    missing: Vec<Fault>,
    steps: Vec<StepLine>,
    checks: Vec<CheckLine>,
    hours: i64,
    hours_asked: i32,
    hours_in_person: i64,
    hours_in_person_asked: i32,
    no_programmes: bool,
    interviews: Vec<InterviewLine>,
    pairs: Vec<PairLine>,
    next_contact: Option<String>,
    overdue_contact: Option<String>,
    /// The planned end of the pair, once it is near or over.
    ends_on: Option<String>,
    end_over: bool,
}

#[derive(Debug, Clone, Serialize)]
struct StepLine {
    title: String,
    number: usize,
    done: bool,
    current: bool,
    next: bool,
    locked: bool,
    url: Option<String>,
    meta: String,
    reason: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
struct CheckLine {
    kind_key: String,
    number: Option<String>,
    dated: Option<String>,
    until: Option<String>,
    seen: Option<String>,
    state_key: &'static str,
    good: bool,
    attention: bool,
    stop: bool,
}

#[derive(Debug, Clone, Serialize)]
struct InterviewLine {
    on: String,
    in_person: bool,
    recommended: bool,
    notes: String,
    by: String,
}

#[derive(Debug, Clone, Serialize)]
struct PairLine {
    code: String,
    born_in: i32,
    from: String,
    until: String,
    consent_key: String,
    consent_paper: String,
    consent_on: String,
    extensions: Vec<ExtensionLine>,
    closed_on: Option<String>,
    reason_key: Option<String>,
    exit_interview: Option<String>,
    dues: Vec<DueLine>,
    contacts: Vec<ContactLine>,
}

#[derive(Debug, Clone, Serialize)]
struct ExtensionLine {
    until: String,
    reason: String,
    by: String,
}

#[derive(Debug, Clone, Serialize)]
struct DueLine {
    on: String,
    kept: Option<String>,
    state_key: &'static str,
    good: bool,
    attention: bool,
    stop: bool,
}

#[derive(Debug, Clone, Serialize)]
struct ContactLine {
    on: String,
    way_key: String,
    note: String,
    by: String,
}

impl PathView {
    /// A path for a reader.
    pub fn new(path: &Path, reader: &Reader, say: Say<'_>) -> PathView {
        let (language, today) = (reader.language, reader.now.date_in(reader.zone));
        let (next, missing) = path.next(today).unzip();
        let dues = path.dues(today);
        let said = |day: NaiveDate| dates::date(language, day);
        let waits = waits_for(next, path.state());
        let missing = missing.unwrap_or_default();
        let pairs = path.pairs.iter().rev().map(|pair| pair_line(path, pair, &dues, language));
        PathView {
            name: path.row.name.full(),
            organisation: path.organisation.clone(),
            application: path.row.application.clone(),
            state_key: step_key(path.state()),
            next_key: key("next", waits),
            own_next_key: key("own-next", waits),
            missing: missing.iter().map(|lack| lack.fault("step")).collect(),
            steps: steps(path, reader, say),
            checks: checks(path, today, language),
            hours: path.learned.hours(),
            hours_asked: path.setting.asked.training_hours,
            hours_in_person: path.learned.hours_in_person(),
            hours_in_person_asked: path.setting.asked.in_person_hours,
            no_programmes: path.setting.programmes.is_empty(),
            interviews: interviews(path, language),
            pairs: pairs.collect(),
            next_contact: contacts::next(&dues).map(said),
            overdue_contact: contacts::overdue(&dues).map(said),
            ends_on: path
                .open_pair()
                .filter(|_| path.end(today) != End::Far)
                .map(|pair| said(pair.ends_on())),
            end_over: path.end(today) == End::Over,
        }
    }
}

/// The word for what comes next: a step, or the state in which none does.
pub(super) fn waits_for(next: Option<StepKind>, state: StepKind) -> &'static str {
    match (next, state) {
        (Some(step), _) => step.as_str(),
        (None, StepKind::Active) => "active-pair",
        (None, state) => state.as_str(),
    }
}

/// What was done with who and when, then what is still to come.
fn steps(path: &Path, reader: &Reader, say: Say<'_>) -> Vec<StepLine> {
    let line = |number: usize, step: StepKind| StepLine {
        title: say(&step_key(step)),
        number,
        done: false,
        current: false,
        next: false,
        locked: false,
        url: None,
        meta: String::new(),
        reason: None,
    };
    let mut lines: Vec<StepLine> = Vec::new();
    for row in &path.steps {
        let when = dates::date(reader.language, row.at.date_in(reader.zone));
        let parts = [when, path.name_of(row.by), row.note.clone().unwrap_or_default()];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        lines.push(StepLine { done: true, meta: parts.join(" · "), ..line(lines.len() + 1, row.step) });
    }
    let mut last = path.state();
    while let Some(step) = next_step(last) {
        let is_next = last == path.state();
        lines.push(StepLine { next: is_next, locked: !is_next, ..line(lines.len() + 1, step) });
        last = step;
    }
    lines
}

fn checks(path: &Path, today: NaiveDate, language: Language) -> Vec<CheckLine> {
    let (asked, latest) = (path.setting.asked.checks(), path.latest_checks());
    let kinds = CheckKind::ALL.into_iter();
    let kinds = kinds.filter(|kind| asked.contains(kind) || latest.iter().any(|row| row.kind == *kind));
    kinds
        .map(|kind| {
            let row = latest.iter().find(|row| row.kind == kind).copied();
            check_line(path, (kind, row), today, language)
        })
        .collect()
}

fn check_line(
    path: &Path,
    (kind, row): (CheckKind, Option<&CheckRow>),
    today: NaiveDate,
    language: Language,
) -> CheckLine {
    let until = row.and_then(|row| row.valid_until);
    let left = until.map(|until| (until - today).num_days());
    let (missing, expired) = (row.is_none(), left.is_some_and(|days| days < 0));
    let soon = !expired && left.is_some_and(|days| days <= EXPIRY_NOTICE_DAYS);
    let state_key = match (missing, expired, soon) {
        (true, ..) => "mentoring-check-state-missing",
        (_, true, _) => "mentoring-check-state-expired",
        (_, _, true) => "mentoring-check-state-soon",
        _ => "mentoring-check-state-holds",
    };
    CheckLine {
        kind_key: check_key(kind),
        number: row.map(|row| row.number.clone()),
        dated: row.map(|row| dates::date(language, row.dated)),
        until: until.map(|until| dates::date(language, until)),
        seen: row.map(|row| path.name_of(row.seen_by)),
        state_key,
        good: !missing && !expired && !soon,
        attention: soon,
        stop: missing || expired,
    }
}

fn interviews(path: &Path, language: Language) -> Vec<InterviewLine> {
    let line = |row: &InterviewRow| InterviewLine {
        on: dates::date(language, row.held_on),
        in_person: row.in_person,
        recommended: row.recommended,
        notes: row.notes.clone(),
        by: path.name_of(row.by),
    };
    path.interviews.iter().rev().map(line).collect()
}

fn pair_line(path: &Path, pair: &PairRow, dues: &[Due], language: Language) -> PairLine {
    let said = |day: NaiveDate| dates::date(language, day);
    let (agreement, closure) = (&pair.agreement, pair.closure.as_ref());
    let contacts = path.contacts.iter().filter(|row| row.pair == pair.id).map(|row| ContactLine {
        on: said(row.held_on),
        way_key: way_key(row.way),
        note: row.note.clone(),
        by: path.name_of(row.by),
    });
    PairLine {
        code: agreement.mentee_code.clone(),
        born_in: agreement.mentee_born_in,
        from: said(agreement.starts_on),
        until: said(pair.ends_on()),
        consent_key: consent_key(agreement.consent_by),
        consent_paper: agreement.consent_paper.clone(),
        consent_on: said(agreement.consent_on),
        extensions: pair
            .extensions
            .iter()
            .map(|row| ExtensionLine {
                until: said(row.planned_end),
                reason: row.reason.clone(),
                by: path.name_of(row.by),
            })
            .collect(),
        closed_on: closure.map(|closure| said(closure.closed_on)),
        reason_key: closure.map(|closure| reason_key(closure.reason)),
        exit_interview: closure.map(|closure| closure.exit_interview.clone()),
        dues: if closure.is_none() {
            dues.iter().map(|due| due_line(due, language)).collect()
        } else {
            Vec::new()
        },
        contacts: contacts.collect(),
    }
}

fn due_line(due: &Due, language: Language) -> DueLine {
    let (state_key, kept) = match due.kept {
        Kept::InTime(day) => ("mentoring-due-in-time", Some(day)),
        Kept::Late(day) => ("mentoring-due-late", Some(day)),
        Kept::Overdue => ("mentoring-due-overdue", None),
        Kept::Ahead => ("mentoring-due-ahead", None),
    };
    DueLine {
        on: dates::date(language, due.on),
        kept: kept.map(|day| dates::date(language, day)),
        state_key,
        good: matches!(due.kept, Kept::InTime(_)),
        attention: matches!(due.kept, Kept::Late(_)),
        stop: due.kept == Kept::Overdue,
    }
}
