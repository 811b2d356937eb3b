//! What trainees declared, what was decided over it, and whose activities are by it.

use super::PlannedActivity;
use crate::db::schema::{
    activities, attendance_marks, case_drafts, case_steps, completions, declaration_answers, documents,
    editions, enrolments, ledger_entries, module_decisions, modules, people, quiz_attempts, sessions,
    submission_members, submissions,
};
use crate::db::{Read, Write, stored_text};
use crate::kernel::{
    ActivityId, EditionId, EnrolmentId, ModuleId, Moment, PersonId, PersonName, Problem, ProgrammeVersionId,
};
use crate::programmes::rules::Declaration;
use crate::programmes::store as programmes;
use crate::progress::rules::assignment::{Assignment, Decision, Question, extra};
use diesel::dsl::exists;
use diesel::prelude::*;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

stored_text!(Decision, as_str, parse);

/// What a version asks of its trainees. A version never changes.
pub fn declarations(r: &mut Read, version: ProgrammeVersionId) -> Result<Arc<Vec<Declaration>>, Problem> {
    r.unchanging(version.0, |r| programmes::declarations(r, version))
}

/// The newest answers and decisions of some trainees.
#[derive(Debug, Default)]
pub struct Said {
    answers: HashMap<(EnrolmentId, String), bool>,
    decisions: HashMap<(EnrolmentId, ModuleId), Decision>,
}

impl Said {
    /// What was said of these enrolments, in two queries whatever their number.
    ///
    /// # Errors
    /// The database's.
    pub fn of(r: &mut Read, these: &[EnrolmentId]) -> Result<Said, Problem> {
        // In the order they were written: the newest of each stays.
        let answers: Vec<(EnrolmentId, String, bool)> = declaration_answers::table
            .filter(declaration_answers::enrolment_id.eq_any(these.to_vec()))
            .order(declaration_answers::id)
            .select((
                declaration_answers::enrolment_id,
                declaration_answers::declaration,
                declaration_answers::experienced,
            ))
            .load(r.conn())?;
        let decisions: Vec<(EnrolmentId, ModuleId, Decision)> = module_decisions::table
            .filter(module_decisions::enrolment_id.eq_any(these.to_vec()))
            .order(module_decisions::id)
            .select((module_decisions::enrolment_id, module_decisions::module_id, module_decisions::decision))
            .load(r.conn())?;
        let answer = |(enrolment, declaration, experienced)| ((enrolment, declaration), experienced);
        let decision = |(enrolment, module, decision)| ((enrolment, module), decision);
        Ok(Said {
            answers: answers.into_iter().map(answer).collect(),
            decisions: decisions.into_iter().map(decision).collect(),
        })
    }

    /// Whose a module is; one that is extra for nothing is everybody's.
    pub fn assignment(&self, who: EnrolmentId, module: ModuleId, extra_for: Option<&str>) -> Assignment {
        let Some(key) = extra_for else { return Assignment::Theirs };
        let answer = self.answers.get(&(who, key.to_owned())).copied();
        extra(answer, self.decisions.get(&(who, module)).copied())
    }
}

/// What decides whose the activities of a version are; loaded only where there are extra modules at all.
pub(super) struct Sorting {
    said: Said,
    declarations: Arc<Vec<Declaration>>,
}

impl Sorting {
    pub(super) fn load(
        r: &mut Read,
        (version, plan): (ProgrammeVersionId, &[PlannedActivity]),
        these: &[EnrolmentId],
    ) -> Result<Sorting, Problem> {
        if plan.iter().all(|one| one.extra_for.is_none()) {
            return Ok(Sorting { said: Said::default(), declarations: Arc::default() });
        }
        Ok(Sorting { said: Said::of(r, these)?, declarations: declarations(r, version)? })
    }

    pub(super) fn assignment(&self, who: EnrolmentId, plan: &PlannedActivity) -> Assignment {
        self.said.assignment(who, plan.module_id, plan.extra_for.as_deref())
    }

    /// The question that has to be answered first, where one has.
    pub(super) fn question(&self, who: EnrolmentId, plan: &PlannedActivity) -> Option<Question> {
        if self.assignment(who, plan) != Assignment::Waiting {
            return None;
        }
        let asked = self.declarations.iter().find(|one| Some(&one.key) == plan.extra_for.as_ref())?;
        Some(Question { key: asked.key.clone(), text: asked.question.clone() })
    }
}

/// Whose activities are looked for.
#[derive(Debug, Clone, Copy)]
pub enum Among<'a> {
    /// Everybody of these editions.
    Editions(&'a [EditionId]),
    /// One person in every edition.
    Person(PersonId),
}

/// Who an activity is not asked of (or not yet), by edition and activity; activities of everybody are left out.
#[derive(Debug, Clone, Default)]
pub struct Outside(HashMap<(EditionId, ActivityId), HashSet<EnrolmentId>>);

impl Outside {
    /// Whether an activity is not asked of somebody.
    pub fn contains(&self, edition: EditionId, activity: ActivityId, who: EnrolmentId) -> bool {
        self.0.get(&(edition, activity)).is_some_and(|those| those.contains(&who))
    }

    /// Of how many people of an edition an activity is not asked.
    pub fn count(&self, edition: EditionId, activity: ActivityId) -> i64 {
        self.0.get(&(edition, activity)).map_or(0, |those| i64::try_from(those.len()).unwrap_or(i64::MAX))
    }
}

/// Who activities are not asked of, among people who were not withdrawn: four queries whatever their number, one where
/// no programme has an extra module.
///
/// # Errors
/// The database's.
pub fn outside(r: &mut Read, among: Among<'_>) -> Result<Outside, Problem> {
    let extra: Vec<(EditionId, ActivityId, ModuleId, Option<String>)> = {
        let found = editions::table
            .inner_join(modules::table.on(modules::version_id.eq(editions::version_id)))
            .inner_join(activities::table.on(activities::module_id.eq(modules::id)))
            .filter(modules::extra_for.is_not_null())
            .select((editions::id, activities::id, modules::id, modules::extra_for))
            .into_boxed();
        match among {
            Among::Editions(these) => found.filter(editions::id.eq_any(these.to_vec())).load(r.conn())?,
            Among::Person(who) => {
                let own =
                    enrolments::table.filter(enrolments::person_id.eq(who)).select(enrolments::edition_id);
                found.filter(editions::id.eq_any(own)).load(r.conn())?
            }
        }
    };
    if extra.is_empty() {
        return Ok(Outside::default());
    }
    let people: Vec<(EnrolmentId, EditionId)> = {
        let found = enrolments::table
            .filter(enrolments::withdrawn_at.is_null())
            .select((enrolments::id, enrolments::edition_id))
            .into_boxed();
        let here: HashSet<EditionId> = extra.iter().map(|(edition, ..)| *edition).collect();
        let found = found.filter(enrolments::edition_id.eq_any(here.into_iter().collect::<Vec<_>>()));
        match among {
            Among::Editions(_) => found.load(r.conn())?,
            Among::Person(who) => found.filter(enrolments::person_id.eq(who)).load(r.conn())?,
        }
    };
    let ids: Vec<EnrolmentId> = people.iter().map(|(id, _)| *id).collect();
    let said = Said::of(r, &ids)?;
    let mut outside: HashMap<_, HashSet<EnrolmentId>> = HashMap::new();
    for (edition, activity, module, extra_for) in extra {
        let here = people.iter().filter(|(_, of)| *of == edition).map(|(who, _)| *who);
        let not_theirs =
            |who: &EnrolmentId| said.assignment(*who, module, extra_for.as_deref()) != Assignment::Theirs;
        outside.insert((edition, activity), here.filter(not_theirs).collect());
    }
    Ok(Outside(outside))
}

/// Who wrote something down.
type Author = (Option<String>, Option<String>, Option<String>);

fn named((surname, given_name, patronymic): Author) -> Option<PersonName> {
    Some(PersonName { surname: surname?, given_name: given_name?, patronymic })
}

/// An answer to a declaration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerRow {
    /// To which.
    pub declaration: String,
    /// Whether there is experience.
    pub experienced: bool,
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: Option<PersonName>,
}

/// The answers of a trainee, the newest first.
pub fn answers(r: &mut Read, who: EnrolmentId) -> Result<Vec<AnswerRow>, Problem> {
    let rows: Vec<(String, bool, Moment, Author)> = declaration_answers::table
        .left_join(people::table)
        .filter(declaration_answers::enrolment_id.eq(who))
        .order(declaration_answers::id.desc())
        .select((
            declaration_answers::declaration,
            declaration_answers::experienced,
            declaration_answers::answered_at,
            (people::surname.nullable(), people::given_name.nullable(), people::patronymic.nullable()),
        ))
        .load(r.conn())?;
    let row = |(declaration, experienced, at, by)| AnswerRow { declaration, experienced, at, by: named(by) };
    Ok(rows.into_iter().map(row).collect())
}

/// A decision about a module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionRow {
    /// Which module.
    pub module: ModuleId,
    /// What was decided.
    pub decision: Decision,
    /// Why.
    pub note: String,
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: Option<PersonName>,
}

/// The decisions about the modules of a trainee, the newest first.
pub fn decisions(r: &mut Read, who: EnrolmentId) -> Result<Vec<DecisionRow>, Problem> {
    let rows: Vec<(ModuleId, Decision, String, Moment, Author)> = module_decisions::table
        .left_join(people::table)
        .filter(module_decisions::enrolment_id.eq(who))
        .order(module_decisions::id.desc())
        .select((
            module_decisions::module_id,
            module_decisions::decision,
            module_decisions::note,
            module_decisions::decided_at,
            (people::surname.nullable(), people::given_name.nullable(), people::patronymic.nullable()),
        ))
        .load(r.conn())?;
    let row = |(module, decision, note, at, by)| DecisionRow { module, decision, note, at, by: named(by) };
    Ok(rows.into_iter().map(row).collect())
}

/// Writes an answer down.
pub fn insert_answer(
    w: &mut Write,
    who: EnrolmentId,
    (declaration, experienced): (&str, bool),
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::insert_into(declaration_answers::table)
        .values((
            declaration_answers::enrolment_id.eq(who),
            declaration_answers::declaration.eq(declaration),
            declaration_answers::experienced.eq(experienced),
            declaration_answers::answered_by.eq(by),
            declaration_answers::answered_at.eq(now),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// Writes a decision down.
pub fn insert_decision(
    w: &mut Write,
    (who, module): (EnrolmentId, ModuleId),
    (decision, note): (Decision, &str),
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::insert_into(module_decisions::table)
        .values((
            module_decisions::enrolment_id.eq(who),
            module_decisions::module_id.eq(module),
            module_decisions::decision.eq(decision),
            module_decisions::note.eq(note),
            module_decisions::decided_by.eq(by),
            module_decisions::decided_at.eq(now),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// Whether a trainee began to work on any of these activities, completed or not. Having looked into a lesson is no
/// work.
pub fn begun(r: &mut Read, who: EnrolmentId, these: &[ActivityId]) -> Result<bool, Problem> {
    let attempts = quiz_attempts::table
        .filter(quiz_attempts::enrolment_id.eq(who))
        .filter(quiz_attempts::activity_id.eq_any(these.to_vec()));
    let drafts = case_drafts::table
        .filter(case_drafts::enrolment_id.eq(who))
        .filter(case_drafts::activity_id.eq_any(these.to_vec()));
    let steps = case_steps::table
        .filter(case_steps::enrolment_id.eq(who))
        .filter(case_steps::activity_id.eq_any(these.to_vec()));
    let shared = submission_members::table
        .filter(submission_members::enrolment_id.eq(who))
        .select(submission_members::submission_id);
    let works = submissions::table
        .filter(submissions::enrolment_id.eq(who).or(submissions::id.eq_any(shared)))
        .filter(submissions::activity_id.eq_any(these.to_vec()));
    let marks = attendance_marks::table
        .inner_join(sessions::table)
        .filter(attendance_marks::enrolment_id.eq(who))
        .filter(sessions::activity_id.eq_any(these.to_vec()));
    let completed = completions::table
        .filter(completions::enrolment_id.eq(who))
        .filter(completions::activity_id.eq_any(these.to_vec()));
    let credited = ledger_entries::table
        .filter(ledger_entries::enrolment_id.eq(who))
        .filter(ledger_entries::activity_id.eq_any(these.to_vec()));
    let any = exists(attempts)
        .or(exists(completed))
        .or(exists(credited))
        .or(exists(drafts))
        .or(exists(steps))
        .or(exists(works))
        .or(exists(marks));
    Ok(diesel::select(any).get_result(r.conn())?)
}

/// Whether a trainee has a valid document.
pub fn documented(r: &mut Read, who: EnrolmentId) -> Result<bool, Problem> {
    let live =
        documents::table.filter(documents::enrolment_id.eq(who)).filter(documents::live_key.is_not_null());
    Ok(diesel::select(exists(live)).get_result(r.conn())?)
}
