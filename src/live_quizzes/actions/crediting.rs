//! Letting the results count: only when the trainer says so, once, for the trainees who reached the pass mark.

use super::picture::{self, Picture};
use super::planning::own;
use crate::audit::{self, Entry};
use crate::db::{Read, Write};
use crate::editions::store as editions;
use crate::kernel::{Actor, EnrolmentId, LivePlayerId, LiveQuizId, Moment, Permille, Problem, ProblemCode};
use crate::live_quizzes::rules::Phase;
use crate::live_quizzes::store::{self, players};
use crate::programmes::rules::words::ActivityKind;
use crate::progress::actions::{self as progress, Completed};
use crate::progress::store::assignment::{self, Among};
use crate::progress::store::{self as completions, SourceKind};
use crate::questions::rules::Weight;
use crate::questions::rules::marking::{Mark, outcome};
use crate::quizzes::actions as quizzes;
use crate::quizzes::rules::term;

/// A trainee and the share of the questions asked that was right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Passed {
    /// As whom the trainee played.
    pub player: LivePlayerId,
    /// The enrolment.
    pub enrolment: EnrolmentId,
    /// The share that was right, by the points of the questions as in the quiz itself.
    pub result: Permille,
    /// Whether the pass mark is reached.
    pub passed: bool,
}

/// The share that passes, where the quiz has one, with what each player reached.
pub type Results = (Option<Permille>, Vec<Passed>);

/// The results of the trainees present, and the pass mark; `None` when the quiz is diagnostic in this edition and
/// never counts (G5).
///
/// # Errors
/// The database's.
pub fn results(r: &mut Read, picture: &Picture) -> Result<Option<Results>, Problem> {
    let quiz = &picture.fixed.quiz;
    let settings = quizzes::settings_in_force(r, quiz.edition_id, quiz.activity_id)?;
    if settings.diagnostic {
        return Ok(None);
    }
    let edition = editions::edition(r, quiz.edition_id)?.ok_or_else(Problem::not_found)?;
    let mark = term::pass_mark(&settings, &edition.rule.0);
    let mut enrolled = players::enrolled(r, quiz.id, quiz.edition_id)?;
    // Somebody may have played along of whom the quiz is not asked: it is in an extra module (A14).
    let outside = assignment::outside(r, Among::Editions(&[quiz.edition_id]))?;
    enrolled.retain(|(_, who)| !outside.contains(quiz.edition_id, quiz.activity_id, *who));
    let of = |(player, enrolment): (LivePlayerId, EnrolmentId)| {
        let result = result(picture, player);
        Passed { player, enrolment, result, passed: term::passed(mark, result) != Some(false) }
    };
    Ok(Some((mark, enrolled.into_iter().map(of).collect())))
}

/// The share of the questions asked that a player had right, whatever the points for quick.
fn result(picture: &Picture, player: LivePlayerId) -> Permille {
    let asked = (1..=picture.run.position).zip(&picture.fixed.rounds);
    let marks = asked.map(|(position, round)| {
        let share = picture.counts(position, player).map_or(Weight(0), |given| given.share);
        Mark::of(&round.question, Some(share))
    });
    outcome(marks).result
}

/// Completes the activity for the trainees present who reached the pass mark. Says for how many.
///
/// # Errors
/// `NotFound` for anybody who does not teach the edition; `Conflict` before the end, for a diagnostic quiz, and
/// when it was done before.
pub fn credit(w: &mut Write, actor: &Actor, id: LiveQuizId, now: Moment) -> Result<usize, Problem> {
    let quiz = own(w, actor, id)?;
    let fixed = picture::fixed(w, id)?;
    let picture = picture::picture(w, fixed)?;
    let conflict = || Problem::new(ProblemCode::Conflict);
    if picture.phase(now) != Phase::Ended || picture.run.position == 0 || picture.credit.is_some() {
        return Err(conflict());
    }
    let (mark, results) = results(w, &picture)?.ok_or_else(conflict)?;
    let passed: Vec<Passed> = results.into_iter().filter(|one| one.passed).collect();
    let edition = editions::edition(w, quiz.edition_id)?.ok_or_else(Problem::not_found)?;
    let facts = completions::facts_of_edition(w, edition.version_id, edition.id)?;
    for one in &passed {
        let fact = facts.get(&one.enrolment).and_then(|facts| {
            facts.iter().find(|fact| fact.id == quiz.activity_id && fact.kind == ActivityKind::Quiz)
        });
        let done = Completed {
            enrolment: one.enrolment,
            source: SourceKind::LiveQuiz,
            source_id: one.player.0,
            result: Some(one.result),
        };
        progress::complete(w, fact.ok_or_else(Problem::not_found)?, done, now)?;
    }
    let counted: Vec<(EnrolmentId, Permille)> =
        passed.iter().map(|one| (one.enrolment, one.result)).collect();
    store::insert_credit(w, id, &counted, (actor.person, now))?;
    for one in &passed {
        quizzes::recount(w, (one.enrolment, quiz.activity_id), now)?;
    }
    let after = serde_json::json!({ "pass_mark": mark, "counted": counted });
    let entry =
        Entry { action: "live-quiz-counted", subject: ("live_quiz", id.0), before: None, after: Some(after) };
    audit::record(w, actor, now, entry)?;
    Ok(passed.len())
}
