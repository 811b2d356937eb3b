//! Cases of the demonstration: handed in by their authors, graded by their trainers.

use super::courses::later;
use super::stage::{Run, Step, Trainee};
use super::teamwork::{self, Teamwork};
use super::{dice, lost, rubrics, steps, works};
use crate::cases::actions::{self as cases, ExtensionInput};
use crate::cases::store::{self, Whom};
use crate::db::Write;
use crate::grading::actions::{self as grading, CommentInput, GradeInput};
use crate::grading::rules::Marks;
use crate::kernel::{ActivityId, EnrolmentId, Moment, Problem, SubmissionId};
use crate::programmes::rules::CaseDefinition;
use std::collections::{BTreeMap, HashMap};

/// The extended deadline is so many days before the end of the edition.
const EXTENDED_BEFORE_THE_END: i64 = 16;

/// The last version of every work.
#[derive(Default)]
pub struct Coursework {
    works: HashMap<(EnrolmentId, ActivityId), SubmissionId>,
    teams: Teamwork,
}

impl Coursework {
    /// Hands in a version of a case, worth a pass or not yet.
    ///
    /// # Errors
    /// What the action answers.
    pub fn hand_in(
        &mut self,
        w: &mut Write,
        run: &Run,
        (who, step): (&Trainee, &Step),
        strong: bool,
        now: Moment,
    ) -> Result<(), Problem> {
        if teamwork::is_for_teams(w, step)? {
            return self.teams.hand_in(w, run, (who, step), now);
        }
        steps::play(w, (who, step), strong, now.plus_minutes(-100))?;
        self.send(w, (who, step), (works::text(&step.key, strong), strong), now)
    }

    /// Hands in a version that names somebody who must not be named.
    ///
    /// # Errors
    /// What the action answers.
    pub fn name_somebody(
        &mut self,
        w: &mut Write,
        (who, step): (&Trainee, &Step),
        now: Moment,
    ) -> Result<(), Problem> {
        steps::play(w, (who, step), true, now.plus_minutes(-100))?;
        self.send(w, (who, step), (works::NAMING, true), now)
    }

    fn send(
        &mut self,
        w: &mut Write,
        (who, step): (&Trainee, &Step),
        (text, strong): (&str, bool),
        now: Moment,
    ) -> Result<(), Problem> {
        let definition = store::definition(w, step.id)?.ok_or_else(|| lost(&step.key))?;
        let own = rubrics::own(&definition, strong, who.seed);
        let which = cases::Which { enrolment: who.enrolment, activity: step.id };
        let (text, files, parts) = (text.to_owned(), Vec::new(), Default::default());
        let sent = cases::Submitted { which, text, files, parts, own, own_rubric: None, present: Vec::new() };
        let row = cases::submit(w, &who.actor, &sent, now)?;
        self.works.insert((who.enrolment, step.id), row.id);
        Ok(())
    }

    /// Hides the last version of a case and asks for another one.
    ///
    /// # Errors
    /// What the action answers.
    pub fn hide(
        &self,
        w: &mut Write,
        run: &Run,
        (who, step): (&Trainee, &Step),
        now: Moment,
    ) -> Result<(), Problem> {
        let submission = self.works.get(&(who.enrolment, step.id)).copied().ok_or_else(|| lost(&step.key))?;
        cases::hide(w, &run.trainer, submission, works::WHY_HIDDEN, now)
    }

    /// Grades the last version of a case; a team's once.
    ///
    /// # Errors
    /// What the action answers.
    pub fn grade(
        &mut self,
        w: &mut Write,
        run: &Run,
        (who, step): (&Trainee, &Step),
        passes: bool,
        now: Moment,
    ) -> Result<(), Problem> {
        if teamwork::is_for_teams(w, step)? {
            let Some(submission) = self.teams.take_to_grade(who.enrolment, step.id) else { return Ok(()) };
            self.mark(w, run, (submission, who, step), true, now)?;
            return teamwork::adjust(w, run, submission, now.plus_minutes(25));
        }
        let submission = self.works.get(&(who.enrolment, step.id)).copied().ok_or_else(|| lost(&step.key))?;
        self.mark(w, run, (submission, who, step), passes, now)
    }

    fn mark(
        &self,
        w: &mut Write,
        run: &Run,
        (submission, who, step): (SubmissionId, &Trainee, &Step),
        passes: bool,
        now: Moment,
    ) -> Result<(), Problem> {
        let case = store::graded_case(w, (run.id, step.id))?;
        let (definition, _) = case.ok_or_else(|| lost(&step.key))?;
        let (remark, advice) = works::said(run.trainer.language, passes);
        if !passes {
            note(w, run, submission, now)?;
        }
        let input = GradeInput {
            submission,
            marks: Marks {
                points: points(&definition, passes, who.seed),
                remarks: BTreeMap::new(),
                remark: remark.to_owned(),
                advice: advice.to_owned(),
            },
            rubric: None,
            phrases: Vec::new(),
            keep: false,
            onward: false,
        };
        grading::grade(w, &run.trainer, &input, now)?;
        Ok(())
    }
}

/// Gives somebody more time for a case.
///
/// # Errors
/// What the action answers.
pub fn extend(w: &mut Write, run: &Run, (who, step): (&Trainee, &Step), now: Moment) -> Result<(), Problem> {
    let reason = works::WHY_LATER.to_owned();
    let input = ExtensionInput { due_on: later(run.term.ends_on, -EXTENDED_BEFORE_THE_END), reason };
    cases::extend(w, &run.trainer, (run.id, step.id), (&[Whom::Trainee(who.enrolment)], &input), now)?;
    Ok(())
}

/// A note on the first sentence of a work.
fn note(w: &mut Write, run: &Run, submission: SubmissionId, now: Moment) -> Result<(), Problem> {
    let row = store::submission(w, submission)?.ok_or_else(Problem::not_found)?;
    let quote = row.text.split('.').next().unwrap_or_default().to_owned();
    let text = works::note(run.trainer.language).to_owned();
    let input = CommentInput { submission, quote, occurrence: 0, text };
    grading::comment(w, &run.trainer, &input, now).map(|_| ())
}

/// Points that pass: the best levels, but for one; or such that do not: the second lowest, but for one.
fn points(definition: &CaseDefinition, passes: bool, seed: u64) -> BTreeMap<String, u32> {
    let count = u64::try_from(definition.rubric.len()).unwrap_or(1);
    let odd = usize::try_from(dice::dice(seed, 5, count)).unwrap_or_default();
    let level = |place: usize, levels: usize| match (passes, place == odd) {
        (true, false) => levels.saturating_sub(1),
        (true, true) => levels.saturating_sub(2),
        (false, false) => 1,
        (false, true) => 2,
    };
    let chosen = definition.rubric.iter().enumerate().filter_map(|(place, criterion)| {
        let level = criterion.levels.get(level(place, criterion.levels.len()))?;
        Some((criterion.key.clone(), level.points))
    });
    chosen.collect()
}
