//! The team case of the demonstration: teams are balanced before the beginning, one member hands in for all, the others
//! say what each has done, and the trainer takes points off for one of them.

use super::courses::Story;
use super::stage::{Run, Step, Trainee};
use super::works;
use crate::cases::actions::{self as cases, SaidOfMembers, Submitted, Which};
use crate::cases::store;
use crate::db::{Read, Write};
use crate::grading::actions::{self as grading, AdjustInput};
use crate::kernel::{
    ActivityId, Actor, EditionId, EnrolmentId, Moment, Problem, ProgrammeVersionId, SubmissionId, TeamId,
};
use crate::teams::actions::{self as teams, NewSet, Wish};
use crate::teams::store as team_store;
use std::collections::{HashMap, HashSet};

/// How many people a team of the demonstration has, about.
const IN_A_TEAM: usize = 5;
const WORD: &str = "Команда";

/// Whether teams hand a case in.
///
/// # Errors
/// The database's.
pub fn is_for_teams(r: &mut Read, step: &Step) -> Result<bool, Problem> {
    Ok(store::definition(r, step.id)?.is_some_and(|definition| definition.settings.team.is_some()))
}

/// Balances the people of an edition that has a team case.
///
/// # Errors
/// What an action answers.
pub fn make_teams(
    w: &mut Write,
    trainer: &Actor,
    (edition, version): (EditionId, ProgrammeVersionId),
    now: Moment,
) -> Result<(), Problem> {
    if team_store::team_cases(w, version)?.is_empty() {
        return Ok(());
    }
    let word = WORD.to_owned();
    let new = NewSet { name: "Команды хакатона".to_owned(), teams: 0, word: word.clone() };
    let set = teams::create_set(w, trainer, edition, &new, now)?;
    let people = teams::board(w, trainer, set)?.people.len();
    let wish = Wish { teams: people.div_ceil(IN_A_TEAM).max(1), seed: 7, word };
    teams::take(w, trainer, set, (&wish, None), now.plus_minutes(12))
}

/// The works of teams, each with the member who handed it in.
#[derive(Default)]
pub struct Teamwork {
    handed_in: HashSet<(TeamId, ActivityId)>,
    waiting: HashMap<(EnrolmentId, ActivityId), SubmissionId>,
}

impl Teamwork {
    /// The first member who comes to it hands in for the team; the others find it done.
    ///
    /// # Errors
    /// What an action answers.
    pub fn hand_in(
        &mut self,
        w: &mut Write,
        run: &Run,
        (who, step): (&Trainee, &Step),
        now: Moment,
    ) -> Result<(), Problem> {
        let place = team_store::place_of(w, (run.id, step.id), who.enrolment)?;
        let Some((set, Some(team))) = place else { return Ok(()) };
        if !self.handed_in.insert((team.id, step.id)) {
            return Ok(());
        }
        let mut members = team_store::people(w, (run.id, set.id), who.actor.language)?;
        members.retain(|one| one.team == Some(team.id));
        let there = |enrolment: EnrolmentId| {
            let one = run.trainees.iter().find(|one| one.enrolment == enrolment);
            one.is_some_and(|one| !matches!(one.plot.story, Story::Missing | Story::Idle))
        };
        let present: Vec<EnrolmentId> =
            members.iter().map(|one| one.enrolment).filter(|enrolment| there(*enrolment)).collect();
        let which = Which { enrolment: who.enrolment, activity: step.id };
        let sent = Submitted {
            own_rubric: None,
            which,
            text: works::text(&step.key, true).to_owned(),
            files: Vec::new(),
            parts: Default::default(),
            present: present.clone(),
            own: Default::default(),
        };
        let row = cases::submit(w, &who.actor, &sent, now)?;
        self.waiting.insert((who.enrolment, step.id), row.id);
        rate(w, (who, which, row.id), &present, now.plus_minutes(9))
    }

    /// The work that somebody has handed in for a team, once.
    pub fn take_to_grade(&mut self, who: EnrolmentId, case: ActivityId) -> Option<SubmissionId> {
        self.waiting.remove(&(who, case))
    }
}

/// Whoever handed in says what the others did: the last of them less.
fn rate(
    w: &mut Write,
    (who, which, id): (&Trainee, Which, SubmissionId),
    present: &[EnrolmentId],
    now: Moment,
) -> Result<(), Problem> {
    let others: Vec<EnrolmentId> = present.iter().copied().filter(|one| *one != who.enrolment).collect();
    let last = others.last().copied();
    let one = |other: EnrolmentId| {
        let said = if Some(other) == last { (2, "Помог с оформлением") } else { (3, "") };
        (other, (said.0, said.1.to_owned()))
    };
    let said: SaidOfMembers = others.iter().copied().map(one).collect();
    cases::rate(w, &who.actor, (which, id), &said, now)
}

/// Takes two points off for the last member who was present, unless the work has no names.
///
/// # Errors
/// What an action answers.
pub fn adjust(w: &mut Write, run: &Run, submission: SubmissionId, now: Moment) -> Result<(), Problem> {
    let work = grading::work(w, &run.trainer, submission, now)?;
    let Some(last) = work.members().iter().rfind(|share| share.present) else { return Ok(()) };
    let input = AdjustInput {
        submission,
        enrolment: last.enrolment,
        present: true,
        points: -2,
        reason: "По ответам команды ваша доля была меньше: вы присоединились к последнему шагу.".to_owned(),
    };
    grading::adjust(w, &run.trainer, &input, now)
}
