//! What may be read of quizzes and attempts. Right answers are put together here and handed to the views
//! only together with whether they are released.

use super::asking;
use super::attempts::terms_of;
use super::marks::{self, Notes};
use super::pictures::placed;
use super::terms::{self, Situation};
use crate::db::Read;
use crate::editions::store::EditionRow;
use crate::kernel::{
    ActivityId, Actor, AttemptId, EnrolmentId, Localised, Moment, Permille, Problem, QuestionId,
};
use crate::programmes::rules::quiz::{Question, QuizSettings};
use crate::programmes::rules::words::{ActivityKind, Layout};
use crate::programmes::store as programmes;
use crate::progress::actions::{self as progress, Standing};
use crate::progress::rules::ActivityFact;
use crate::questions::rules::Weight;
use crate::questions::rules::marking::{Mark, MilliPoints};
use crate::questions::rules::response::{Response, Shape};
use crate::quizzes::rules::behaviours::{self, Conduct as _, Given, State};
use crate::quizzes::rules::setup::Plan;
use crate::quizzes::rules::term::{self, Refusal};
use crate::quizzes::store::{self, AttemptRow, StepRow, flags};
use serde_json::Value;
use std::collections::HashMap;

/// The share reached in each section, by its title.
pub type Sections = Vec<(String, Permille)>;

/// A quiz before an attempt.
#[derive(Debug, Clone)]
pub struct Entrance {
    /// The trainee's place in the edition.
    pub standing: Standing,
    /// The activity.
    pub fact: ActivityFact,
    /// How the quiz is taken.
    pub settings: QuizSettings,
    /// How many questions an attempt asks.
    pub questions: usize,
    /// The attempts so far.
    pub attempts: Vec<AttemptRow>,
    /// Why none can begin now; nothing when one can.
    pub closed: Option<crate::kernel::ProblemCode>,
    /// What must be completed first, in the reader's language.
    pub first: Option<String>,
    /// From when one can begin, where that is all that stands in the way.
    pub opens: Option<Moment>,
    /// Whether the reader is the trainee.
    pub own: bool,
    /// For a mock test: the number of each attempt that was handed in, with the share of each section.
    pub drill: Vec<(i32, Sections)>,
    /// What holds for the trainee now, with its reasons.
    pub situation: Situation,
}

impl Entrance {
    /// The attempt under way.
    pub fn under_way(&self, now: Moment) -> Option<&AttemptRow> {
        let open = |attempt: &&AttemptRow| attempt.submitted_at.is_none() && attempt.takes_answers(now);
        self.attempts.iter().find(open)
    }

    /// The share that passes.
    pub fn pass_mark(&self) -> Option<Permille> {
        term::pass_mark(&self.settings, &self.standing.edition.rule.0)
    }

    /// How many attempts are left.
    pub fn left(&self) -> Option<u32> {
        term::attempts_left(&self.situation.terms.settings, self.attempts.len())
    }

    /// Whether an attempt begins with a password.
    pub fn has_password(&self) -> bool {
        self.situation.setup.as_ref().is_some_and(|setup| setup.password_hash.is_some())
    }
}

/// A quiz before an attempt, for the trainee, the edition's trainers and administrators.
///
/// # Errors
/// `NotFound` for anybody else, or when it is no quiz of this programme.
pub fn entrance(
    r: &mut Read,
    actor: &Actor,
    (enrolment, quiz): (EnrolmentId, ActivityId),
    now: Moment,
) -> Result<Entrance, Problem> {
    let standing = progress::standing(r, actor, enrolment)?;
    let fact = standing.activity(quiz, ActivityKind::Quiz)?.clone();
    let mut situation = terms::situation(r, &standing, quiz)?;
    let mut attempts = store::attempts(r, enrolment, quiz)?;
    let drawn_under = attempts.iter().filter_map(|row| row.plan.as_ref().map(|plan| &plan.0.terms.settings));
    if drawn_under.chain([&situation.terms.settings]).any(term::waits) {
        situation.wait_for_answers(r, &standing, quiz)?;
    }
    let questions = questions_of(r, (&standing.edition, &situation), quiz)?;
    let refused = standing.require_open(&fact, actor.language, now).err();
    let first = refused.as_ref().and_then(|problem| problem.args.first()).map(|(_, titles)| titles.clone());
    let refusal = term::may_begin(&situation.terms, &terms::ended(&attempts), now).err();
    let opens = match refusal {
        Some(Refusal::NotOpen(from) | Refusal::TooSoon(from)) => Some(from),
        _ => None,
    };
    let closed = refused.map(|problem| problem.code).or(refusal.map(terms::code_of));
    let own = actor.person == Some(standing.enrolment.person_id);
    if own {
        attempts.iter_mut().for_each(|attempt| hide_marks(attempt, situation.closes, now));
    }
    let settings = situation.terms.settings.clone();
    let drill = if settings.drill { drill(r, &attempts)? } else { Vec::new() };
    Ok(Entrance {
        standing,
        fact,
        settings,
        questions,
        attempts,
        closed,
        first,
        opens,
        own,
        drill,
        situation,
    })
}

/// How many questions an attempt will ask.
fn questions_of(
    r: &mut Read,
    (edition, situation): (&EditionRow, &Situation),
    quiz: ActivityId,
) -> Result<usize, Problem> {
    let sections = situation.setup.as_ref().map_or(&[][..], |setup| setup.sections.0.as_slice());
    if sections.is_empty() {
        let pool = store::pool(r, quiz)?.len();
        let drawn = situation.terms.settings.draw.and_then(|draw| usize::try_from(draw).ok());
        return Ok(drawn.unwrap_or(pool).min(pool));
    }
    Ok(asking::counted(r, edition, (quiz, sections))?.0)
}

/// What every attempt of a mock test came to, section by section.
fn drill(r: &mut Read, attempts: &[AttemptRow]) -> Result<Vec<(i32, Sections)>, Problem> {
    let Some(first) = attempts.first() else { return Ok(Vec::new()) };
    let marks = store::all_marks(r, first.enrolment_id, first.activity_id)?;
    let ids: Vec<QuestionId> = attempts.iter().flat_map(|attempt| attempt.question_ids.0.clone()).collect();
    let questions = store::questions_of(r, &ids)?;
    let told = |attempt: &AttemptRow| {
        let of = |id: &QuestionId| {
            let (fraction, points) = marks.get(&(attempt.id, *id)).copied().unwrap_or_default();
            let most = questions.get(id).map(|question| Mark::of(question, None).most).unwrap_or_default();
            Mark { fraction, points, most }
        };
        let marks: Vec<Mark> = attempt.question_ids.0.iter().map(of).collect();
        let sections = attempt.plan.as_ref().map_or(&[][..], |plan| plan.0.sections.as_slice());
        (attempt.number, term::by_section(sections, &marks))
    };
    Ok(attempts.iter().filter(|attempt| attempt.result.is_some()).map(told).collect())
}

/// Takes out of an attempt what its trainee may see only when the quiz is over.
fn hide_marks(attempt: &mut AttemptRow, closes: Moment, now: Moment) {
    let from = attempt.plan.as_ref().and_then(|plan| term::marks_at(&plan.0.terms.settings, closes));
    if from.is_some_and(|from| now < from) {
        attempt.result = None;
        attempt.passed = None;
        attempt.milli_points = None;
    }
}

/// One question of an attempt.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Its row.
    pub id: QuestionId,
    /// The question with its right answer: only for views of a released attempt, else through `public`.
    pub question: Question,
    /// The latest answer.
    pub response: Response,
    /// Its mark, once it was handed in.
    pub mark: Option<(Option<Weight>, MilliPoints)>,
    /// What was checked of it so far.
    pub state: State,
    /// Whether the trainee means to come back to it, and still can.
    pub flagged: bool,
}

/// An attempt with everything its pages show.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The attempt.
    pub attempt: AttemptRow,
    /// The quiz around it.
    pub entrance: Entrance,
    /// Its questions in their order.
    pub asked: Vec<Asked>,
    /// The number of the last step; 0 before the first.
    pub sequence: i32,
    /// When the last step was saved.
    pub saved_at: Option<Moment>,
    /// Whether answers and explanations may be shown to this reader.
    pub released: bool,
    /// What it was drawn under.
    pub plan: Plan,
    /// How many of its answers came within the grace after the deadline.
    pub late: usize,
    /// From when its trainee may see the result, while that is still to come.
    pub marks_from: Option<Moment>,
    /// What people said about its marks; nothing before release.
    pub notes: Notes,
    /// Lessons of the same module, to read again.
    pub lessons: Vec<(ActivityId, Localised)>,
}

impl Reading {
    /// Whether nothing more can come but it was not handed in yet.
    pub fn is_overdue(&self, now: Moment) -> bool {
        self.attempt.is_overdue(now)
    }

    /// The place, from 0, of the question that a page of its own shows: the wanted one, else the first that waits for
    /// an answer, else the first. Nothing where all stand on one page.
    pub fn place(&self, wanted: Option<QuestionId>) -> Option<usize> {
        if self.entrance.settings.layout != Layout::OneQuestion {
            return None;
        }
        let place = |fits: &dyn Fn(&Asked) -> bool| self.asked.iter().position(fits);
        let named = wanted.and_then(|id| place(&|asked| asked.id == id));
        named.or_else(|| place(&|asked| asked.response.is_blank() && !asked.state.locked)).or(Some(0))
    }

    /// Until when the last answers are received, while its deadline is past and the grace is not.
    pub fn grace(&self, now: Moment) -> Option<Moment> {
        let AttemptRow { due_at, taken_until, submitted_at, .. } = self.attempt;
        taken_until
            .filter(|until| submitted_at.is_none() && now < *until && !term::takes_answers(due_at, now))
    }
}

/// An attempt: under way for the trainee alone, handed in for the edition's trainers and administrators too.
///
/// # Errors
/// `NotFound` for anybody else.
pub fn attempt(r: &mut Read, actor: &Actor, id: AttemptId, now: Moment) -> Result<Reading, Problem> {
    let mut attempt = store::attempt(r, id)?.ok_or_else(Problem::not_found)?;
    let mut entrance = entrance(r, actor, (attempt.enrolment_id, attempt.activity_id), now)?;
    let submitted = attempt.submitted_at.is_some();
    if !entrance.own && !submitted {
        return Err(Problem::not_found());
    }
    if !entrance.own && attempt.waits() {
        refuse_names(r, actor, &entrance)?;
    }
    // The pages of an attempt show what it was drawn under, not what holds for the next one.
    entrance.settings = terms_of(r, &attempt)?.settings;
    let closes = entrance.situation.closes;
    let released =
        submitted && (!entrance.own || term::is_released(&entrance.settings, closes, submitted, now));
    let marks_from = term::marks_at(&entrance.settings, closes).filter(|from| entrance.own && now < *from);
    if entrance.own {
        hide_marks(&mut attempt, closes, now);
    }
    let steps = store::steps(r, id)?;
    let (sequence, saved_at) = steps.last().map_or((0, None), |step| (step.sequence, Some(step.answered_at)));
    let late = steps.iter().filter(|step| attempt.due_at.is_some_and(|due| step.answered_at >= due)).count();
    let asked = asked(r, &attempt, (&entrance.settings, steps))?;
    let lessons = if submitted { lessons(r, &entrance)? } else { Vec::new() };
    let plan = attempt.plan.as_ref().map(|plan| plan.0.clone()).unwrap_or_default();
    let notes = if released { marks::notes(r, id)? } else { Notes::default() };
    Ok(Reading {
        attempt,
        entrance,
        asked,
        sequence,
        saved_at,
        released,
        plan,
        late,
        marks_from,
        notes,
        lessons,
    })
}

/// While answers are marked without names, nobody but administrators sees a name beside an answer that waits.
fn refuse_names(r: &mut Read, actor: &Actor, entrance: &Entrance) -> Result<(), Problem> {
    let edition = &entrance.standing.edition;
    let administers = actor.require_administrator_of(edition.organisation_id).is_ok();
    if !administers && marks::is_blind(r, edition.id, entrance.fact.id)? {
        return Err(Problem::forbidden());
    }
    Ok(())
}

fn asked(
    r: &mut Read,
    attempt: &AttemptRow,
    (settings, steps): (&QuizSettings, Vec<StepRow>),
) -> Result<Vec<Asked>, Problem> {
    let mut questions = store::questions_of(r, &attempt.question_ids.0)?;
    let mut given = given(&questions, steps)?;
    let marks: HashMap<QuestionId, (Option<Weight>, MilliPoints)> =
        store::marks(r, attempt.id)?.into_iter().map(|(id, share, points)| (id, (share, points))).collect();
    let flags = flags::of(r, attempt.id)?;
    let mut asked = Vec::new();
    for id in &attempt.question_ids.0 {
        let question = questions.remove(id).ok_or_else(Problem::not_found)?;
        let given = given.remove(id).unwrap_or_default();
        let state = behaviours::replay(settings.tries(), &question, &given);
        let response = given.last().map_or(Response::Blank, |given| given.response.clone());
        let question = placed(question, attempt.enrolment_id);
        let flagged = flags.contains(id) && !state.locked;
        asked.push(Asked { id: *id, question, response, mark: marks.get(id).copied(), state, flagged });
    }
    Ok(asked)
}

/// The steps of an attempt by question, each list in order.
pub(super) fn given(
    questions: &HashMap<QuestionId, Question>,
    steps: Vec<StepRow>,
) -> Result<HashMap<QuestionId, Vec<Given>>, Problem> {
    let shapes: HashMap<QuestionId, Shape> =
        questions.iter().map(|(id, question)| (*id, Shape::of(question))).collect();
    let mut given: HashMap<QuestionId, Vec<Given>> = HashMap::new();
    for step in steps {
        let shape = shapes.get(&step.question_id).ok_or_else(Problem::not_found)?;
        let response = stored(shape, &step.response.0)?;
        given.entry(step.question_id).or_default().push(Given { response, checked: step.checked });
    }
    Ok(given)
}

/// A stored answer. It was checked when it was taken, so that anything else is a fault of ours.
pub(super) fn stored(shape: &Shape, value: &Value) -> Result<Response, Problem> {
    Response::recorded(shape, value).map_err(|code| {
        Problem::internal(anyhow::anyhow!("a stored answer does not fit its question: {code}"))
    })
}

/// The lessons of the quiz's module, in their order.
fn lessons(r: &mut Read, entrance: &Entrance) -> Result<Vec<(ActivityId, Localised)>, Problem> {
    let all = programmes::activities(r, entrance.standing.edition.version_id)?;
    let module = all.iter().find(|row| row.id == entrance.fact.id).map(|row| row.module_id);
    let same =
        |row: &&programmes::ActivityRow| Some(row.module_id) == module && row.kind == ActivityKind::Lesson;
    Ok(all.iter().filter(same).map(|row| (row.id, row.title.0.clone())).collect())
}
