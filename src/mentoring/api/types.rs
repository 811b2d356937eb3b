//! What the API of mentors carries.

use crate::kernel::Word as _;
use crate::mentoring::actions::Path;
use crate::mentoring::actions::setting::Setting;
use crate::mentoring::rules::Lack;
use crate::mentoring::rules::contacts::{self, Kept};
use crate::mentoring::store::StepRow;
use crate::mentoring::store::pairs::PairRow;
use crate::mentoring::store::records::CheckRow;
use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

/// The path of a mentor. Days are `2026-09-01`, moments RFC 3339.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MentorOut {
    id: i64,
    organisation_id: i64,
    organisation: String,
    person_id: i64,
    name: String,
    application: String,
    /// `applied`, `documents_checked`, `trained`, `interviewed`, `admitted`, `refused`, `withdrawn`, `matched`, `active` or
    /// `closed`.
    state: String,
    /// The step that comes next; `null` while a pair meets and when all is over.
    next_step: Option<String>,
    /// What is missing for it: the code of the fault, and the check it is about.
    missing: Vec<MentorMissingOut>,
    steps: Vec<MentorStepOut>,
    checks: Vec<MentorCheckOut>,
    training: MentorTrainingOut,
    interviews: Vec<MentorInterviewOut>,
    pairs: Vec<MentorPairOut>,
    /// The last day for the next contact of the staff.
    next_contact: Option<String>,
    /// Since when one is overdue.
    overdue_contact: Option<String>,
}

/// Something that is missing.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MentorMissingOut {
    code: String,
    check: Option<String>,
}

/// A state that was come into.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MentorStepOut {
    step: String,
    pair_id: Option<i64>,
    note: Option<String>,
    at: String,
    by: String,
}

/// A paper that was seen.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MentorCheckOut {
    id: i64,
    kind: String,
    number: String,
    dated: String,
    valid_until: Option<String>,
    seen_at: String,
    seen_by: String,
}

/// Whole academic hours of training, out of the ledger.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MentorTrainingOut {
    hours: i64,
    hours_asked: i32,
    hours_in_person: i64,
    hours_in_person_asked: i32,
}

/// A conversation. Its notes are for those who decide.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MentorInterviewOut {
    held_on: String,
    in_person: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    recommended: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    notes: Option<String>,
}

/// A pair: of the child no more than a code and the year of birth.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MentorPairOut {
    id: i64,
    mentee_code: String,
    mentee_born_in: i32,
    starts_on: String,
    /// The last day as it was agreed upon.
    planned_end: String,
    /// The last day as planned now.
    ends_on: String,
    consent_by: String,
    consent_paper: String,
    consent_on: String,
    closed_on: Option<String>,
    closure_reason: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    exit_interview: Option<String>,
    /// Contacts that are due, of an open pair.
    due_contacts: Vec<MentorDueOut>,
    contacts: Vec<MentorContactOut>,
}

/// A contact that is due.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MentorDueOut {
    on: String,
    /// `in_time`, `late`, `overdue` or `ahead`.
    state: String,
    kept_on: Option<String>,
}

/// A contact that was made. Its note is for those who accompany.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MentorContactOut {
    held_on: String,
    way: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    by: String,
}

impl MentorOut {
    /// A path for those who accompany the mentor.
    pub fn new(path: &Path, today: NaiveDate) -> MentorOut {
        MentorOut::of(path, today, true)
    }

    /// One's own path: without what others noted of talks.
    pub fn own(path: &Path, today: NaiveDate) -> MentorOut {
        MentorOut::of(path, today, false)
    }

    fn of(path: &Path, today: NaiveDate, whole: bool) -> MentorOut {
        let (next, missing) = path.next(today).unzip();
        // What was advised after a talk is for those who decide.
        let lacks = missing.unwrap_or_default().into_iter().filter(|lack| whole || *lack != Lack::Advised);
        let faults = lacks.map(|lack| lack.fault("step"));
        let missing = faults.map(|fault| MentorMissingOut {
            check: fault.args.iter().find(|(name, _)| name == "check").map(|(_, word)| word.clone()),
            code: fault.code,
        });
        let dues = path.dues(today);
        let interviews = path.interviews.iter().map(|row| MentorInterviewOut {
            held_on: row.held_on.to_string(),
            in_person: row.in_person,
            recommended: whole.then_some(row.recommended),
            notes: whole.then(|| row.notes.clone()),
        });
        let asked = &path.setting.asked;
        MentorOut {
            id: path.row.id.0,
            organisation_id: path.row.organisation.0,
            organisation: path.organisation.clone(),
            person_id: path.row.person.0,
            name: path.row.name.full(),
            application: path.row.application.clone(),
            state: path.state().as_str().to_owned(),
            next_step: next.map(|step| step.as_str().to_owned()),
            missing: missing.collect(),
            steps: steps(path),
            checks: checks(path),
            training: MentorTrainingOut {
                hours: path.learned.hours(),
                hours_asked: asked.training_hours,
                hours_in_person: path.learned.hours_in_person(),
                hours_in_person_asked: asked.in_person_hours,
            },
            interviews: interviews.collect(),
            pairs: path.pairs.iter().map(|pair| pair_out(path, pair, (today, whole))).collect(),
            next_contact: contacts::next(&dues).map(|day| day.to_string()),
            overdue_contact: contacts::overdue(&dues).map(|day| day.to_string()),
        }
    }
}

fn steps(path: &Path) -> Vec<MentorStepOut> {
    let step = |row: &StepRow| MentorStepOut {
        step: row.step.as_str().to_owned(),
        pair_id: row.pair.map(|pair| pair.0),
        note: row.note.clone(),
        at: row.at.rfc3339(),
        by: path.name_of(row.by),
    };
    path.steps.iter().map(step).collect()
}

fn checks(path: &Path) -> Vec<MentorCheckOut> {
    let check = |row: &CheckRow| MentorCheckOut {
        id: row.id.0,
        kind: row.kind.as_str().to_owned(),
        number: row.number.clone(),
        dated: row.dated.to_string(),
        valid_until: row.valid_until.map(|day| day.to_string()),
        seen_at: row.seen_at.rfc3339(),
        seen_by: path.name_of(row.seen_by),
    };
    path.checks.iter().map(check).collect()
}

fn pair_out(path: &Path, pair: &PairRow, (today, whole): (NaiveDate, bool)) -> MentorPairOut {
    let (agreement, closure) = (&pair.agreement, pair.closure.as_ref());
    let contacts = path.contacts.iter().filter(|row| row.pair == pair.id).map(|row| MentorContactOut {
        held_on: row.held_on.to_string(),
        way: row.way.as_str().to_owned(),
        note: whole.then(|| row.note.clone()),
        by: path.name_of(row.by),
    });
    let dues = if closure.is_none() { path.dues(today) } else { Vec::new() };
    let due = |due: contacts::Due| {
        let (state, kept) = match due.kept {
            Kept::InTime(day) => ("in_time", Some(day)),
            Kept::Late(day) => ("late", Some(day)),
            Kept::Overdue => ("overdue", None),
            Kept::Ahead => ("ahead", None),
        };
        MentorDueOut {
            on: due.on.to_string(),
            state: state.to_owned(),
            kept_on: kept.map(|day| day.to_string()),
        }
    };
    MentorPairOut {
        id: pair.id.0,
        mentee_code: agreement.mentee_code.clone(),
        mentee_born_in: agreement.mentee_born_in,
        starts_on: agreement.starts_on.to_string(),
        planned_end: agreement.planned_end.to_string(),
        ends_on: pair.ends_on().to_string(),
        consent_by: agreement.consent_by.as_str().to_owned(),
        consent_paper: agreement.consent_paper.clone(),
        consent_on: agreement.consent_on.to_string(),
        closed_on: closure.map(|closure| closure.closed_on.to_string()),
        closure_reason: closure
            .map(|closure| if whole { closure.reason } else { closure.reason.for_mentor() })
            .map(|reason| reason.as_str().to_owned()),
        exit_interview: closure.filter(|_| whole).map(|closure| closure.exit_interview.clone()),
        due_contacts: dues.into_iter().map(due).collect(),
        contacts: contacts.collect(),
    }
}

/// What an organisation asks of its mentors.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MentorSettingOut {
    training_hours: i32,
    in_person_hours: i32,
    first_contacts: i32,
    contact_months: i32,
    takes_applications: bool,
    /// Every check that is asked for.
    checks: Vec<String>,
    programme_ids: Vec<i64>,
}

impl MentorSettingOut {
    /// What is set.
    pub fn new(setting: &Setting) -> MentorSettingOut {
        let asked = &setting.row.asked;
        MentorSettingOut {
            training_hours: asked.training_hours,
            in_person_hours: asked.in_person_hours,
            first_contacts: asked.first_contacts,
            contact_months: asked.contact_months,
            takes_applications: asked.takes_applications,
            checks: asked.checks().into_iter().map(|kind| kind.as_str().to_owned()).collect(),
            programme_ids: setting.row.programmes.iter().map(|id| id.0).collect(),
        }
    }
}
