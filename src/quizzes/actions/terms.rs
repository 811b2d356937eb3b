//! What holds for one trainee at one quiz now: the setup, the exceptions, the extra time.

use crate::db::Read;
use crate::editions::store::{self as editions, EditionRow};
use crate::kernel::{ActivityId, Moment, Problem, ProblemCode};
use crate::people::store::accommodations;
use crate::programmes::store as programmes;
use crate::progress::actions::Standing;
use crate::quizzes::rules::setup::{Changes, Settings, Terms};
use crate::quizzes::rules::term::{self, Refusal};
use crate::quizzes::store::AttemptRow;
use crate::quizzes::store::overrides::{self, OverrideRow, Whom};
use crate::quizzes::store::setups::{self, Bank, SetupRow};

/// What holds for one trainee at one quiz.
#[derive(Debug, Clone)]
pub struct Situation {
    /// The edition's setup; nothing for the programme's own settings.
    pub setup: Option<SetupRow>,
    /// What holds for this trainee.
    pub terms: Terms,
    /// When the quiz is over for everybody; where nothing waits for that, without those whose attempt is under way.
    pub closes: Moment,
    /// The exceptions that are for this trainee.
    pub exceptions: Vec<OverrideRow>,
}

pub(super) fn situation(r: &mut Read, standing: &Standing, quiz: ActivityId) -> Result<Situation, Problem> {
    let (edition, enrolment) = (&standing.edition, &standing.enrolment);
    let setup = setups::latest(r, edition.id, quiz)?;
    let settings = settings(r, setup.as_ref(), quiz)?;
    let all = overrides::of_quiz(r, edition.id, quiz)?;
    let closings = all.iter().filter_map(|row| row.changes.0.closes).map(|edge| edge.instant);
    let closes = term::closes_at((&settings.window, settings.quiz.grace_seconds), closings, &edition.term());
    let sent_by = enrolment.organisation_id;
    let group = all.iter().filter(|row| row.organisation_id.is_some() && row.organisation_id == sent_by);
    let own = all.iter().filter(|row| row.enrolment_id == Some(enrolment.id));
    let exceptions: Vec<OverrideRow> = group.chain(own).cloned().collect();
    let changes: Vec<Changes> = exceptions.iter().map(|row| row.changes.0).collect();
    let extra = accommodations::latest(r, enrolment.person_id)?.map_or(0, |(percent, _)| percent);
    let terms = Terms::resolve(&settings, &changes, extra);
    Ok(Situation { setup, terms, closes, exceptions })
}

fn settings(r: &mut Read, setup: Option<&SetupRow>, quiz: ActivityId) -> Result<Settings, Problem> {
    match setup {
        Some(setup) => Ok(setup.settings.0.clone()),
        None => Ok(Settings { quiz: super::attempts::settings_of(r, quiz)?, ..Settings::default() }),
    }
}

/// What holds before a further exception for somebody: the setup, and the exceptions in the order in which they count.
/// Those of an organisation are before those of its trainees.
pub(super) fn holding(
    r: &mut Read,
    edition: &EditionRow,
    quiz: ActivityId,
    whom: Whom,
) -> Result<(Settings, Vec<Changes>), Problem> {
    let setup = setups::latest(r, edition.id, quiz)?;
    let settings = settings(r, setup.as_ref(), quiz)?;
    let (trainee, sender) = match whom {
        Whom::Trainee(id) => {
            let sent_by = editions::enrolment(r, id)?.and_then(|(row, _)| row.organisation_id);
            (Some(id), sent_by)
        }
        Whom::SentBy(id) => (None, Some(id)),
    };
    let all = overrides::of_quiz(r, edition.id, quiz)?;
    let group = all.iter().filter(|row| row.organisation_id.is_some() && row.organisation_id == sender);
    let own = all.iter().filter(|row| row.enrolment_id.is_some() && row.enrolment_id == trainee);
    Ok((settings, group.chain(own).map(|row| row.changes.0).collect()))
}

impl Situation {
    /// Takes in when the last attempt under way takes its last answer, before anything is released.
    pub(super) fn wait_for_answers(
        &mut self,
        r: &mut Read,
        standing: &Standing,
        quiz: ActivityId,
    ) -> Result<(), Problem> {
        let last = overrides::last_taken_until(r, standing.edition.id, quiz)?;
        self.closes = term::over_at(self.closes, last);
        Ok(())
    }
}

/// Whose questions an edition may ask.
pub(super) fn bank(r: &mut Read, edition: &EditionRow) -> Result<Bank, Problem> {
    let version = programmes::version(r, edition.version_id)?.ok_or_else(Problem::not_found)?;
    Ok(Bank { programme: version.programme_id, organisation: edition.organisation_id })
}

/// When the attempts ended; one under way counts from its beginning.
pub(super) fn ended(attempts: &[AttemptRow]) -> Vec<Moment> {
    attempts.iter().map(|attempt| attempt.submitted_at.unwrap_or(attempt.started_at)).collect()
}

/// A refusal as the pages and the API name it.
pub(super) fn code_of(refusal: Refusal) -> ProblemCode {
    match refusal {
        Refusal::NotOpen(_) => ProblemCode::QuizNotOpen,
        Refusal::Closed(_) => ProblemCode::QuizClosed,
        Refusal::TooSoon(_) => ProblemCode::AttemptTooSoon,
        Refusal::NoneLeft => ProblemCode::NoAttemptsLeft,
    }
}
