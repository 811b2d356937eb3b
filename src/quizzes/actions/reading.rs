//! What may be read of quizzes and attempts. Right answers are put together here and handed to the views
//! only together with whether they are released.

use super::attempts::settings_of;
use super::marks::{self, Notes};
use crate::db::Read;
use crate::kernel::{
    ActivityId, Actor, AttemptId, EnrolmentId, Localised, Moment, Permille, Problem, QuestionId,
};
use crate::programmes::rules::quiz::{Question, QuizSettings};
use crate::programmes::rules::words::ActivityKind;
use crate::programmes::store as programmes;
use crate::progress::actions::{self as progress, Standing};
use crate::progress::rules::ActivityFact;
use crate::questions::rules::Weight;
use crate::questions::rules::marking::MilliPoints;
use crate::questions::rules::response::{Response, Shape};
use crate::quizzes::rules::term;
use crate::quizzes::store::{self, AttemptRow};
use serde_json::Value;
use std::collections::HashMap;

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
    /// Whether the reader is the trainee.
    pub own: bool,
}

impl Entrance {
    /// The attempt under way.
    pub fn under_way(&self, now: Moment) -> Option<&AttemptRow> {
        let open = |attempt: &&AttemptRow| {
            attempt.submitted_at.is_none() && term::takes_answers(attempt.due_at, now)
        };
        self.attempts.iter().find(open)
    }

    /// The share that passes.
    pub fn pass_mark(&self) -> Option<Permille> {
        term::pass_mark(&self.settings, &self.standing.edition.rule.0)
    }

    /// How many attempts are left.
    pub fn left(&self) -> Option<u32> {
        term::attempts_left(&self.settings, self.attempts.len())
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
    let settings = settings_of(r, quiz)?;
    let attempts = store::attempts(r, enrolment, quiz)?;
    let pool = store::pool(r, quiz)?.len();
    let drawn = settings.draw.and_then(|draw| usize::try_from(draw).ok()).unwrap_or(pool);
    let refused = standing.require_open(&fact, actor.language, now).err();
    let first = refused.as_ref().and_then(|problem| problem.args.first()).map(|(_, titles)| titles.clone());
    let exhausted = term::attempts_left(&settings, attempts.len()) == Some(0);
    let none_left = exhausted.then_some(crate::kernel::ProblemCode::NoAttemptsLeft);
    let closed = refused.map(|problem| problem.code).or(none_left);
    let own = actor.person == Some(standing.enrolment.person_id);
    Ok(Entrance { standing, fact, settings, questions: drawn.min(pool), attempts, closed, first, own })
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
    /// What people said about its marks; nothing before release.
    pub notes: Notes,
    /// Lessons of the same module, to read again.
    pub lessons: Vec<(ActivityId, Localised)>,
}

impl Reading {
    /// Whether its time is over but it was not handed in yet.
    pub fn is_overdue(&self, now: Moment) -> bool {
        self.attempt.submitted_at.is_none() && !term::takes_answers(self.attempt.due_at, now)
    }
}

/// An attempt: under way for the trainee alone, handed in for the edition's trainers and administrators too.
///
/// # Errors
/// `NotFound` for anybody else.
pub fn attempt(r: &mut Read, actor: &Actor, id: AttemptId, now: Moment) -> Result<Reading, Problem> {
    let attempt = store::attempt(r, id)?.ok_or_else(Problem::not_found)?;
    let entrance = entrance(r, actor, (attempt.enrolment_id, attempt.activity_id), now)?;
    let submitted = attempt.submitted_at.is_some();
    if !entrance.own && !submitted {
        return Err(Problem::not_found());
    }
    if !entrance.own && attempt.waits() {
        refuse_names(r, actor, &entrance)?;
    }
    let term = entrance.standing.edition.term();
    let released =
        submitted && (!entrance.own || term::is_released(&entrance.settings, &term, submitted, now));
    let steps = store::steps(r, id)?;
    let (sequence, saved_at) = steps.last().map_or((0, None), |step| (step.sequence, Some(step.answered_at)));
    let latest = steps.into_iter().map(|step| (step.question_id, step.response.0)).collect();
    let asked = asked(r, &attempt, &latest)?;
    let lessons = if submitted { lessons(r, &entrance)? } else { Vec::new() };
    let notes = if released { marks::notes(r, id)? } else { Notes::default() };
    Ok(Reading { attempt, entrance, asked, sequence, saved_at, released, notes, lessons })
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
    latest: &HashMap<QuestionId, Value>,
) -> Result<Vec<Asked>, Problem> {
    let mut questions: HashMap<QuestionId, Question> =
        store::questions(r, attempt.activity_id)?.into_iter().collect();
    let marks: HashMap<QuestionId, (Option<Weight>, MilliPoints)> =
        store::marks(r, attempt.id)?.into_iter().map(|(id, share, points)| (id, (share, points))).collect();
    let mut asked = Vec::new();
    for id in &attempt.question_ids.0 {
        let question = questions.remove(id).ok_or_else(Problem::not_found)?;
        let response = match latest.get(id) {
            Some(value) => stored(&Shape::of(&question), value)?,
            None => Response::Blank,
        };
        asked.push(Asked { id: *id, question, response, mark: marks.get(id).copied() });
    }
    Ok(asked)
}

/// A stored answer. It was checked when it was taken, so that anything else is a fault of ours.
pub(super) fn stored(shape: &Shape, value: &Value) -> Result<Response, Problem> {
    Response::from_json(shape, value).map_err(|code| {
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
