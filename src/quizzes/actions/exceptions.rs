//! Exceptions from a setup, for one trainee or for everybody whom an organisation sent.

use super::prolonging;
use super::setups::{quiz_of, taught};
use super::terms::{self, Situation};
use crate::audit::{self, Entry};
use crate::db::{Read, Write};
use crate::editions::store::{self as editions, EditionRow, chosen};
use crate::kernel::{
    ActivityId, Actor, EditionId, EnrolmentId, Fault, Language, Moment, OrganisationId, PersonName, Problem,
    QuizOverrideId,
};
use crate::quizzes::rules::draft::ExceptionInput;
use crate::quizzes::rules::setup::{Changes, Terms, Window};
use crate::quizzes::rules::windows;
use crate::quizzes::store::overrides::{self, NewOverride, OverrideRow, Whom};
use serde_json::json;

/// The exceptions of a quiz, and for whom there may be further ones.
#[derive(Debug, Clone, Default)]
pub struct Excepting {
    /// Those that hold, the oldest first.
    pub rows: Vec<OverrideRow>,
    /// The people of the edition by name.
    pub trainees: Vec<(EnrolmentId, PersonName)>,
    /// The organisations that sent them.
    pub senders: Vec<(OrganisationId, String)>,
}

/// The exceptions of a quiz.
///
/// # Errors
/// `NotFound` for whoever neither teaches nor administers the edition, or for a quiz of another programme.
pub fn exceptions(
    r: &mut Read,
    actor: &Actor,
    (edition, quiz): (EditionId, ActivityId),
) -> Result<Excepting, Problem> {
    let edition = taught(r, actor, edition)?;
    quiz_of(r, &edition, quiz)?;
    Ok(Excepting {
        rows: overrides::of_quiz(r, edition.id, quiz)?,
        trainees: chosen::trainees(r, edition.id, actor.language)?,
        senders: chosen::senders(r, edition.id)?,
    })
}

/// Makes one exception for each of some people and organisations, or for nobody when something is wrong. Attempts
/// under way get more time by it, and keep everything else that they were drawn under.
///
/// # Errors
/// `NotFound` as in [`exceptions`]; `Invalid` for nobody at all, for somebody of another edition, and for a window in
/// which nobody could begin.
pub fn except(
    w: &mut Write,
    actor: &Actor,
    (edition, quiz): (EditionId, ActivityId),
    (whom, input): (&[Whom], &ExceptionInput),
    now: Moment,
) -> Result<Vec<QuizOverrideId>, Problem> {
    let edition = taught(w, actor, edition)?;
    quiz_of(w, &edition, quiz)?;
    if whom.is_empty() {
        return Err(Problem::invalid(vec![Fault::new("whom", "choose-some")]));
    }
    let mut seen = Vec::with_capacity(whom.len());
    for one in whom {
        if !seen.contains(one) {
            seen.push(*one);
        }
    }
    seen.into_iter().map(|one| except_one(w, actor, (&edition, quiz), (one, input), now)).collect()
}

fn except_one(
    w: &mut Write,
    actor: &Actor,
    (edition, quiz): (&EditionRow, ActivityId),
    (whom, input): (Whom, &ExceptionInput),
    now: Moment,
) -> Result<QuizOverrideId, Problem> {
    let known = match whom {
        Whom::Trainee(enrolment) => {
            editions::enrolment(w, enrolment)?.is_some_and(|(row, _)| row.edition_id == edition.id)
        }
        Whom::SentBy(organisation) => {
            chosen::senders(w, edition.id)?.iter().any(|(id, _)| *id == organisation)
        }
    };
    if !known {
        return Err(Problem::invalid(vec![Fault::new("whom", "unknown")]));
    }
    window_fits(w, edition, quiz, (whom, &input.changes), actor.language)?;
    let new = NewOverride {
        edition: edition.id,
        activity: quiz,
        whom,
        changes: input.changes,
        reason: &input.reason,
    };
    let id = overrides::insert(w, &new, (actor.person, now))?;
    let after = Some(json!({ "activity": quiz, "changes": input.changes, "reason": input.reason }));
    let entry =
        Entry { action: "quiz-exception-made", subject: ("quiz-override", id.0), before: None, after };
    audit::record(w, actor, now, entry)?;
    prolonging::prolong(w, actor, (edition, quiz), (whom, &input.changes), now)?;
    Ok(id)
}

/// Refuses a window in which nobody could begin: outside of the edition, or shut with what holds already.
fn window_fits(
    r: &mut Read,
    edition: &EditionRow,
    quiz: ActivityId,
    (whom, changes): (Whom, &Changes),
    language: Language,
) -> Result<(), Problem> {
    let own = Window { opens: changes.opens, closes: changes.closes };
    if own == Window::default() {
        return Ok(());
    }
    let mut faults = windows::outside(&own, &edition.term(), language);
    let (settings, before) = terms::holding(r, edition, quiz, whom)?;
    let all: Vec<Changes> = before.into_iter().chain([*changes]).collect();
    let resolved = Terms::resolve(&settings, &all, 0).window;
    if faults.is_empty() {
        faults.extend(windows::shut(changes, &resolved, &edition.term(), language));
    }
    if faults.is_empty() { Ok(()) } else { Err(Problem::invalid(faults)) }
}

/// Takes an exception back; from the next attempt on the setup holds again.
///
/// # Errors
/// `NotFound` as in [`exceptions`], or when it does not hold any more.
pub fn take_back(
    w: &mut Write,
    actor: &Actor,
    (edition, quiz): (EditionId, ActivityId),
    id: QuizOverrideId,
    now: Moment,
) -> Result<(), Problem> {
    let edition = taught(w, actor, edition)?;
    if !overrides::revoke(w, (edition.id, quiz), id, (actor.person, now))? {
        return Err(Problem::not_found());
    }
    let entry = Entry {
        action: "quiz-exception-taken-back",
        subject: ("quiz-override", id.0),
        before: Some(json!({ "holds": true })),
        after: Some(json!({ "holds": false })),
    };
    audit::record(w, actor, now, entry)
}

impl Situation {
    /// The reasons of the exceptions that hold for this trainee.
    pub fn reasons(&self) -> Vec<&str> {
        self.exceptions.iter().map(|row| row.reason.as_str()).collect()
    }
}
