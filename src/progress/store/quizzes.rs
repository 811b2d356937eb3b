//! What editions decide about their quizzes, as far as progress depends on it: a quiz that an edition made
//! diagnostic counts for nothing there (G5), another pass mark is named, hidden marks stay hidden (G4).

use super::PlannedActivity;
use crate::db::schema::{completions, enrolments, quiz_attempts, quiz_setups};
use crate::db::{Json, Read, Write};
use crate::kernel::{ActivityId, EditionId, EnrolmentId, Moment, Permille, Problem};
use crate::programmes::rules::quiz::QuizSettings;
use crate::programmes::rules::words::Release;
use crate::progress::rules::Work;
use diesel::prelude::*;
use serde::Deserialize;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// The part of a setup that matters here.
#[derive(Debug, Deserialize)]
struct Settings {
    quiz: QuizSettings,
}

/// The settings of quizzes, where the edition has its own.
#[derive(Debug, Default)]
pub(super) struct OwnSettings(HashMap<ActivityId, QuizSettings>);

impl OwnSettings {
    fn of(rows: Vec<(ActivityId, Json<Settings>)>) -> OwnSettings {
        let mut own: HashMap<ActivityId, QuizSettings> = HashMap::new();
        for (quiz, Json(Settings { quiz: mut settings })) in rows {
            // Attempts keep what was in force when they began: what one setup hides stays hidden under the next.
            if own.get(&quiz).is_some_and(|before| before.release == Release::MarksAfterClose) {
                settings.release = Release::MarksAfterClose;
            }
            own.insert(quiz, settings);
        }
        OwnSettings(own)
    }

    /// Puts what the edition says in the place of what the programme says.
    pub(super) fn apply(&self, planned: Arc<Vec<PlannedActivity>>) -> Arc<Vec<PlannedActivity>> {
        if self.0.is_empty() {
            return planned;
        }
        let mut own = Vec::clone(&planned);
        for row in &mut own {
            if let Some((settings, here)) = row.quiz.as_mut().zip(self.0.get(&row.id)) {
                settings.0 = here.clone();
            }
        }
        Arc::new(own)
    }
}

/// What the edition of an enrolment says.
pub(super) fn of_enrolment(r: &mut Read, enrolment: EnrolmentId) -> Result<OwnSettings, Problem> {
    let rows = quiz_setups::table
        .inner_join(enrolments::table.on(enrolments::edition_id.eq(quiz_setups::edition_id)))
        .filter(enrolments::id.eq(enrolment))
        .order(quiz_setups::number)
        .select((quiz_setups::activity_id, quiz_setups::settings))
        .load(r.conn())?;
    Ok(OwnSettings::of(rows))
}

/// What an edition says.
pub(super) fn of_edition(r: &mut Read, edition: EditionId) -> Result<OwnSettings, Problem> {
    let rows = quiz_setups::table
        .filter(quiz_setups::edition_id.eq(edition))
        .order(quiz_setups::number)
        .select((quiz_setups::activity_id, quiz_setups::settings))
        .load(r.conn())?;
    Ok(OwnSettings::of(rows))
}

/// The quizzes that were taken: the latest attempt waits for a trainer's marks, or how far the best of them came, where
/// the trainee may know it before the quiz is over (G4).
pub(super) fn taken(
    r: &mut Read,
    enrolment: EnrolmentId,
    plan: &[PlannedActivity],
) -> Result<HashMap<ActivityId, Work>, Problem> {
    let rows: Vec<(ActivityId, Option<Moment>, Option<Permille>)> = quiz_attempts::table
        .filter(quiz_attempts::enrolment_id.eq(enrolment))
        .order(quiz_attempts::number)
        .select((quiz_attempts::activity_id, quiz_attempts::submitted_at, quiz_attempts::result_permille))
        .load(r.conn())?;
    let hidden: HashSet<ActivityId> = plan.iter().filter(|row| hides_marks(row)).map(|row| row.id).collect();
    let mut best: HashMap<ActivityId, Permille> = HashMap::new();
    let mut taken = HashMap::new();
    // A later attempt takes the place of those before it.
    for (quiz, submitted, result) in rows {
        if let Some(result) = result.filter(|_| !hidden.contains(&quiz)) {
            let known = best.entry(quiz).or_default();
            *known = result.max(*known);
        }
        match (submitted, result) {
            (Some(_), None) => taken.insert(quiz, Work::Waiting),
            // A first attempt under way tells nothing yet.
            (None, _) if !taken.contains_key(&quiz) => None,
            _ => taken.insert(quiz, Work::Tried(best.get(&quiz).copied())),
        };
    }
    Ok(taken)
}

fn hides_marks(row: &PlannedActivity) -> bool {
    row.quiz.as_ref().is_some_and(|settings| settings.0.release == Release::MarksAfterClose)
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
