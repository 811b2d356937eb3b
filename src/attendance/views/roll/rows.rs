//! The rows of a sheet: what stands in their controls, and what is said beside them.

use super::{Change, Conflict, NoteLine, Row, State, Trouble, row_id};
use crate::attendance::actions::{OnSheet, Sheet};
use crate::attendance::rules::{Mark, Presence, ReasonCode, SessionMode, Status};
use crate::attendance::store::marks::CorrectionRow;
use crate::attendance::views::beforehand;
use crate::attendance::views::{SecondNumber, Telling, presence_key, reason_key};
use crate::kernel::{EnrolmentId, Fault, Minutes, dates};
use crate::web::{Choice, Field, Form};

/// What stands in the controls of a row.
#[derive(Debug, Clone, Default)]
pub(super) struct Filled {
    pub(super) status: Option<Status>,
    pub(super) presence: Option<Presence>,
    pub(super) minutes: String,
    pub(super) second: Option<SecondNumber>,
    pub(super) reason: String,
    pub(super) code: Option<ReasonCode>,
    pub(super) revision: i32,
    /// Filled in from what the person told, and not saved yet.
    pub(super) suggested: bool,
}

impl Filled {
    pub(super) fn saved(sheet: &Sheet, person: &OnSheet, telling: Telling<'_>) -> Filled {
        let Some((row, _)) = &person.mark else {
            let proposed = beforehand::proposed(sheet, person.person.enrolment, telling);
            let Some((code, reason)) = proposed else { return Filled::default() };
            let (status, code) = (Some(Status::Excused), Some(code));
            return Filled { status, code, reason, suggested: true, ..Filled::default() };
        };
        let mark = &row.mark;
        let away = if mark.status == Status::LeftEarly { mark.early } else { mark.late };
        let timed = matches!(mark.status, Status::Late | Status::LeftEarly);
        Filled {
            status: Some(mark.status),
            presence: Some(mark.presence),
            minutes: if timed { away.0.to_string() } else { String::new() },
            second: SecondNumber::of(mark, row.enrolment),
            reason: mark.reason.clone().unwrap_or_default(),
            code: mark.code,
            revision: row.revision,
            suggested: false,
        }
    }

    pub(super) fn typed(form: &Form, enrolment: EnrolmentId) -> Filled {
        let text = |name: &str| form.raw(&format!("{name}-{enrolment}"));
        Filled {
            status: Status::parse(text("status")),
            presence: Presence::parse(text("presence")),
            minutes: text("minutes").to_owned(),
            second: SecondNumber::typed(form, enrolment),
            reason: text("reason").to_owned(),
            code: ReasonCode::parse(text("code")),
            revision: text("revision").parse().unwrap_or_default(),
            suggested: false,
        }
    }

    /// What it would say if it could be saved.
    pub(super) fn mark(&self) -> Option<Mark> {
        let away = Minutes(self.minutes.trim().parse().unwrap_or_default());
        let second = |part: &str| self.second.as_ref().map_or(Minutes::ZERO, |second| second.of_part(part));
        let early = self.status == Some(Status::LeftEarly);
        let (late, early) = if early { (second("late"), away) } else { (away, second("early")) };
        let mark = Mark::of(self.status?, self.presence.unwrap_or(Presence::InPerson));
        let reason = Some(self.reason.clone());
        Some(Mark { late, early, reason, code: self.code, ..mark }.tidy())
    }
}

impl Row {
    pub(super) fn new(
        sheet: &Sheet,
        one: &OnSheet,
        filled: &Filled,
        trouble: &Trouble,
        telling: Telling<'_>,
    ) -> Row {
        let id = one.person.enrolment;
        let mixed = sheet.session.mode == SessionMode::Mixed;
        let name = |part: &str| format!("{part}-{id}");
        let names = ["status", "minutes", "reason", "code", "presence"].map(name);
        let own = |fault: &&Fault| names.contains(&fault.field);
        let theirs = one.mark.as_ref();
        Row {
            id: row_id(id),
            title: one.person.name.full(),
            note: one.person.organisation.clone(),
            states: states(filled, telling),
            minutes: filled.minutes.clone(),
            second: filled.second.clone(),
            reason: filled.reason.clone(),
            codes: codes(filled, telling),
            presence_name: mixed.then(|| name("presence")),
            presences: if mixed { presences(filled, telling) } else { Vec::new() },
            revision_name: name("revision"),
            revision: filled.revision,
            suggested: filled.suggested,
            uncalled: !sheet.beforehand.expects(id),
            faults: trouble.faults.iter().filter(own).cloned().collect(),
            conflict: trouble.conflicts.get(&id).zip(theirs).map(|(yours, (row, by))| Conflict {
                theirs: telling.mark(&row.mark, mixed),
                yours: telling.mark(yours, mixed),
                by: by.as_ref().map(crate::kernel::PersonName::surname_and_initials),
            }),
            notes: beforehand::notes(sheet, id, telling)
                .into_iter()
                .map(|(text, attention)| NoteLine { text, attention })
                .collect(),
            links: Vec::new(),
            saved: theirs.map(|(row, _)| saved_line(row.minutes.0, telling)),
            history: one
                .corrections
                .iter()
                .map(|change| Change::new(sheet, change, mixed, telling))
                .collect(),
            states_name: name("status"),
            minutes_name: name("minutes"),
            reason_name: name("reason"),
            code_name: name("code"),
        }
    }

    pub(super) fn field(&self) -> Field {
        let about = |part: &str| self.faults.iter().any(|fault| fault.field.starts_with(part));
        let control = if about("minutes") {
            "minutes"
        } else if about("reason") {
            "reason"
        } else {
            "0"
        };
        let id = format!("{}-{control}", self.id);
        Field { name: self.states_name.clone(), id, value: String::new(), faults: self.faults.clone() }
    }
}

fn saved_line(minutes: i32, telling: Telling<'_>) -> String {
    format!("{} {minutes} {}", telling.say("attendance-credited"), telling.say("attendance-minutes-short"))
}

pub(super) fn states(filled: &Filled, telling: Telling<'_>) -> Vec<State> {
    let state = |status: &Status| State {
        value: status.as_str(),
        label: telling.status(*status),
        selected: filled.status == Some(*status),
        minutes: matches!(status, Status::Late | Status::LeftEarly),
        reason: matches!(status, Status::Absent | Status::Excused),
    };
    Status::ALL.iter().map(state).collect()
}

pub(super) fn codes(filled: &Filled, telling: Telling<'_>) -> Vec<Choice> {
    let chosen = filled.code.map_or("", ReasonCode::as_str);
    let choice = |code: &ReasonCode| Choice::new(code.as_str(), telling.say(reason_key(*code)), chosen);
    ReasonCode::ALL.iter().map(choice).collect()
}

pub(super) fn presences(filled: &Filled, telling: Telling<'_>) -> Vec<State> {
    let chosen = filled.presence.unwrap_or(Presence::InPerson);
    let state = |presence: &Presence| State {
        value: presence.as_str(),
        label: telling.say(presence_key(*presence)),
        selected: *presence == chosen,
        minutes: false,
        reason: false,
    };
    Presence::ALL.iter().map(state).collect()
}

impl Change {
    fn new(sheet: &Sheet, change: &CorrectionRow, mixed: bool, telling: Telling<'_>) -> Change {
        Change {
            at: dates::date_and_time(telling.reader.language, change.at, sheet.session.time_zone),
            by: change.by.as_ref().map(crate::kernel::PersonName::surname_and_initials),
            old: telling.mark(&change.old, mixed),
            new: telling.mark(&change.new, mixed),
            reason: change.reason.clone(),
        }
    }
}
