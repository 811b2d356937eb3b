//! Declared experience: what a trainee answers, and what the training centre decides over it (A14).

use super::own_standing;
use crate::audit::{self, Entry};
use crate::db::{Read, Write};
use crate::editions::rules::Stage;
use crate::editions::store::{self as editions, EditionRow, EnrolmentRow};
use crate::kernel::{
    ActivityId, Actor, EnrolmentId, Fault, Localised, Minutes, ModuleId, Moment, Problem, ProblemCode,
    ProgrammeVersionId,
};
use crate::progress::rules::assignment::{Assignment, Circumstances, Decision, Settled, extra, may_answer};
use crate::progress::store::assignment::{self as rows, AnswerRow, DecisionRow};
use crate::progress::store::{self, PlannedActivity};
use serde_json::json;

/// The most characters of a note.
pub const LONGEST_NOTE: usize = 500;

/// A declaration as one trainee has it.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Its key.
    pub key: String,
    /// The question.
    pub question: Localised,
    /// The answers, the newest first; that one counts.
    pub answers: Vec<AnswerRow>,
    /// The modules that hang on it, in programme order.
    pub modules: Vec<ExtraModule>,
    /// Why the trainee cannot answer it, or not otherwise.
    pub settled: Option<Settled>,
}

impl Asked {
    /// The answer that counts: whether there is experience.
    pub fn experienced(&self) -> Option<bool> {
        self.answers.first().map(|answer| answer.experienced)
    }

    /// Whether some module waits for the answer.
    pub fn waits(&self) -> bool {
        self.modules.iter().any(|module| module.assignment == Assignment::Waiting)
    }
}

/// An extra module as one trainee has it.
#[derive(Debug, Clone)]
pub struct ExtraModule {
    /// The module.
    pub id: ModuleId,
    /// Its title.
    pub title: Localised,
    /// Its planned time.
    pub minutes: Minutes,
    /// Its activities.
    pub activities: Vec<ActivityId>,
    /// Whose it is.
    pub assignment: Assignment,
    /// The decisions about it, the newest first; that one counts.
    pub decisions: Vec<DecisionRow>,
}

impl ExtraModule {
    /// The decision that stands above the answer.
    pub fn decided(&self) -> Option<&DecisionRow> {
        self.decisions.first().filter(|row| row.decision.overrides())
    }
}

/// What a trainee of a version is asked. No query but the plan's where there are no extra modules.
pub(super) fn asked(
    r: &mut Read,
    version: ProgrammeVersionId,
    who: EnrolmentId,
) -> Result<Vec<Asked>, Problem> {
    let plan = store::planned(r, version)?;
    if plan.iter().all(|one| one.extra_for.is_none()) {
        return Ok(Vec::new());
    }
    let (answers, decisions) = (rows::answers(r, who)?, rows::decisions(r, who)?);
    let documented = rows::documented(r, who)?;
    let mut asked = Vec::new();
    for declaration in rows::declarations(r, version)?.iter() {
        let answers: Vec<AnswerRow> =
            answers.iter().filter(|one| one.declaration == declaration.key).cloned().collect();
        let experienced = answers.first().map(|answer| answer.experienced);
        let modules = modules(&plan, &declaration.key, (experienced, &decisions));
        let these: Vec<ActivityId> = modules.iter().flat_map(|module| module.activities.clone()).collect();
        let decided = modules.iter().all(|module| module.decided().is_some());
        let known = Circumstances { documented, decided, begun: rows::begun(r, who, &these)? };
        asked.push(Asked {
            key: declaration.key.clone(),
            question: declaration.question.clone(),
            answers,
            modules,
            settled: may_answer(known).err(),
        });
    }
    Ok(asked)
}

/// The modules that hang on a declaration, by what was answered and decided.
fn modules(
    plan: &[PlannedActivity],
    declaration: &str,
    (experienced, decisions): (Option<bool>, &[DecisionRow]),
) -> Vec<ExtraModule> {
    let mut modules: Vec<ExtraModule> = Vec::new();
    for one in plan.iter().filter(|one| one.extra_for.as_deref() == Some(declaration)) {
        match modules.last_mut().filter(|last| last.id == one.module_id) {
            Some(last) => {
                last.minutes = last.minutes + one.minutes;
                last.activities.push(one.id);
            }
            None => {
                let decisions: Vec<DecisionRow> =
                    decisions.iter().filter(|row| row.module == one.module_id).cloned().collect();
                let newest = decisions.first().map(|row| row.decision);
                modules.push(ExtraModule {
                    id: one.module_id,
                    title: one.module_title.0.clone(),
                    minutes: one.minutes,
                    activities: vec![one.id],
                    assignment: extra(experienced, newest),
                    decisions,
                });
            }
        }
    }
    modules
}

/// What a trainee is asked, with who looks at it.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// The enrolment.
    pub enrolment: EnrolmentRow,
    /// Its edition.
    pub edition: EditionRow,
    /// The declarations.
    pub asked: Vec<Asked>,
    /// Whether the reader is the trainee.
    pub own: bool,
    /// Whether the reader may decide over the answers.
    pub decides: bool,
}

/// What a trainee is asked: for the trainee, those who teach the edition and its administrators.
///
/// # Errors
/// `NotFound` for anybody else.
pub fn sheet(r: &mut Read, actor: &Actor, who: EnrolmentId) -> Result<Sheet, Problem> {
    let (enrolment, edition) = editions::enrolment(r, who)?.ok_or_else(Problem::not_found)?;
    let own = actor.person == Some(enrolment.person_id);
    if !own && !actor.teaches(edition.id, edition.organisation_id) {
        return Err(Problem::not_found());
    }
    // Nobody decides over an answer of their own.
    let decides = !own && actor.require_administrator_of(edition.organisation_id).is_ok();
    let asked = asked(r, edition.version_id, who)?;
    Ok(Sheet { enrolment, edition, asked, own, decides })
}

/// Writes down what a trainee declares: whether there is experience. The same answer again changes nothing.
///
/// # Errors
/// `NotFound` unless the enrolment is their own and the programme asks this; `EditionClosed` after its end and for whoever
/// was withdrawn; `AnswerSettled` once work has begun, the centre has decided or a document was issued.
pub fn declare(
    w: &mut Write,
    actor: &Actor,
    who: EnrolmentId,
    (declaration, experienced): (&str, bool),
    now: Moment,
) -> Result<(), Problem> {
    let standing = own_standing(w, actor, who)?;
    let all = asked(w, standing.edition.version_id, who)?;
    let one = all.iter().find(|one| one.key == declaration).ok_or_else(Problem::not_found)?;
    if standing.enrolment.withdrawn_at.is_some() || standing.edition.term().stage(now) == Stage::Over {
        return Err(Problem::new(ProblemCode::EditionClosed));
    }
    if one.experienced() == Some(experienced) {
        return Ok(());
    }
    if one.settled.is_some() {
        return Err(Problem::new(ProblemCode::AnswerSettled));
    }
    rows::insert_answer(w, who, (declaration, experienced), (actor.person, now))?;
    let said = |experienced: bool| json!({ "declaration": declaration, "experienced": experienced });
    let entry = Entry {
        action: "experience-declared",
        subject: ("enrolment", who.0),
        before: one.experienced().map(said),
        after: Some(said(experienced)),
    };
    audit::record(w, actor, now, entry)
}

/// Decides over the answer of a trainee whose an extra module is, or lets the answer hold again.
///
/// # Errors
/// `NotFound` unless the actor administers the edition's organisation and the module is an extra one of its programme;
/// `Invalid` without a decision, without a note, or with one that is too long.
pub fn decide(
    w: &mut Write,
    actor: &Actor,
    (who, module): (EnrolmentId, ModuleId),
    (decision, note): (Option<Decision>, &str),
    now: Moment,
) -> Result<(), Problem> {
    let sheet = sheet(w, actor, who)?;
    if !sheet.decides {
        return Err(Problem::not_found());
    }
    let mut modules = sheet.asked.iter().flat_map(|one| &one.modules);
    let before = modules.find(|one| one.id == module).ok_or_else(Problem::not_found)?;
    let note = note.trim();
    let undecided = decision.is_none().then(|| Fault::new("decision", "choose-one"));
    let faults: Vec<Fault> = undecided.into_iter().chain(note_fault(note)).collect();
    let Some(decision) = decision.filter(|_| faults.is_empty()) else {
        return Err(Problem::invalid(faults));
    };
    rows::insert_decision(w, (who, module), (decision, note), (actor.person, now))?;
    let said = |decision: Decision, note: &str| json!({ "module": module, "decision": decision.as_str(), "note": note });
    let entry = Entry {
        action: "extra-module-decided",
        subject: ("enrolment", who.0),
        before: before.decisions.first().map(|row| said(row.decision, &row.note)),
        after: Some(said(decision, note)),
    };
    audit::record(w, actor, now, entry)
}

fn note_fault(note: &str) -> Option<Fault> {
    if note.is_empty() {
        return Some(Fault::new("note", "required"));
    }
    let long = note.chars().count() > LONGEST_NOTE;
    long.then(|| Fault::new("note", "too-long").with("limit", LONGEST_NOTE))
}
