//! What editions decide about their quizzes, as far as progress depends on it: a quiz that an edition made
//! diagnostic counts for nothing there (G5).

use super::PlannedActivity;
use crate::db::schema::{completions, enrolments, quiz_attempts, quiz_setups};
use crate::db::{Json, Read, Write};
use crate::kernel::{ActivityId, EditionId, EnrolmentId, Moment, Permille, Problem};
use diesel::prelude::*;
use serde::Deserialize;
use std::collections::HashMap;
use std::sync::Arc;

/// The part of a setup's settings that matters here.
#[derive(Debug, Deserialize)]
struct Settings {
    quiz: Quiz,
}

#[derive(Debug, Deserialize)]
struct Quiz {
    diagnostic: bool,
}

/// Whether quizzes are diagnostic in an edition, where the edition says so itself.
#[derive(Debug, Default)]
pub(super) struct Diagnostic(HashMap<ActivityId, bool>);

impl Diagnostic {
    fn of(rows: Vec<(ActivityId, Json<Settings>)>) -> Diagnostic {
        Diagnostic(rows.into_iter().map(|(quiz, settings)| (quiz, settings.0.quiz.diagnostic)).collect())
    }

    /// Puts what the edition says in the place of what the programme says.
    pub(super) fn apply(&self, planned: Arc<Vec<PlannedActivity>>) -> Arc<Vec<PlannedActivity>> {
        if self.0.is_empty() {
            return planned;
        }
        let mut own = Vec::clone(&planned);
        for row in &mut own {
            if let Some((settings, here)) = row.quiz.as_mut().zip(self.0.get(&row.id)) {
                settings.0.diagnostic = *here;
            }
        }
        Arc::new(own)
    }
}

/// What the edition of an enrolment says.
pub(super) fn of_enrolment(r: &mut Read, enrolment: EnrolmentId) -> Result<Diagnostic, Problem> {
    let rows = quiz_setups::table
        .inner_join(enrolments::table.on(enrolments::edition_id.eq(quiz_setups::edition_id)))
        .filter(enrolments::id.eq(enrolment))
        .order(quiz_setups::number)
        .select((quiz_setups::activity_id, quiz_setups::settings))
        .load(r.conn())?;
    Ok(Diagnostic::of(rows))
}

/// What an edition says.
pub(super) fn of_edition(r: &mut Read, edition: EditionId) -> Result<Diagnostic, Problem> {
    let rows = quiz_setups::table
        .filter(quiz_setups::edition_id.eq(edition))
        .order(quiz_setups::number)
        .select((quiz_setups::activity_id, quiz_setups::settings))
        .load(r.conn())?;
    Ok(Diagnostic::of(rows))
}

/// The quizzes whose latest attempt was handed in and has no result yet: a question waits for a trainer.
pub(super) fn waiting(r: &mut Read, enrolment: EnrolmentId) -> Result<Vec<ActivityId>, Problem> {
    let rows: Vec<(ActivityId, Option<Moment>, Option<Permille>)> = quiz_attempts::table
        .filter(quiz_attempts::enrolment_id.eq(enrolment))
        .order(quiz_attempts::number)
        .select((quiz_attempts::activity_id, quiz_attempts::submitted_at, quiz_attempts::result_permille))
        .load(r.conn())?;
    // A later attempt takes the place of those before it.
    let waits = |(quiz, submitted, result): (_, Option<Moment>, Option<Permille>)| {
        (quiz, submitted.is_some() && result.is_none())
    };
    let latest: HashMap<ActivityId, bool> = rows.into_iter().map(waits).collect();
    Ok(latest.into_iter().filter(|(_, waits)| *waits).map(|(quiz, _)| quiz).collect())
}

/// Puts the result that counts in the place of an earlier one, where the activity is completed.
pub fn set_result(
    w: &mut Write,
    enrolment: EnrolmentId,
    activity: ActivityId,
    result: Permille,
) -> Result<(), Problem> {
    let completion = completions::table
        .filter(completions::enrolment_id.eq(enrolment))
        .filter(completions::activity_id.eq(activity));
    diesel::update(completion).set(completions::result_permille.eq(result)).execute(w.conn())?;
    Ok(())
}
