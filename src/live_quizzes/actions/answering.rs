//! Taking an answer: one for each time a question is open, by the server's clock.

use crate::db::{Read, Write};
use crate::kernel::{LivePlayerId, Moment, Problem, ProblemCode, QuestionId};
use crate::live_quizzes::rules::{Phase, Run, points};
use crate::live_quizzes::store::answers::{self, NewAnswer};
use crate::live_quizzes::store::players::{self, PlayerRow};
use crate::live_quizzes::store::{self, LiveQuizRow, Round};
use crate::people::store::accommodations;
use crate::questions::rules::Weight;
use crate::questions::rules::marking::fraction;
use crate::questions::rules::response::{Response, Shape};

/// An answer of a player.
#[derive(Debug, Clone)]
pub struct AnswerInput {
    /// By whom.
    pub player: LivePlayerId,
    /// The question it was given to: the last one on this player's screen, which may be over by now.
    pub question: QuestionId,
    /// The answer.
    pub response: Response,
}

/// What an answer goes to.
struct Now {
    quiz: LiveQuizRow,
    run: Run,
    round: Round,
    /// This player's extra time, in per cent.
    extra: i32,
}

fn on_show(r: &mut Read, player: &PlayerRow) -> Result<Now, Problem> {
    let quiz = store::live_quiz(r, player.live_quiz_id)?.ok_or_else(Problem::not_found)?;
    let extra = match player.person_id {
        Some(person) => accommodations::latest(r, person)?.map_or(0, |(percent, _)| percent),
        None => 0,
    };
    // The question is open for this player as long as the own time runs, whatever others have.
    let run = Run::of(&store::steps(r, quiz.id)?, quiz.settings.0.seconds).with_extra(extra);
    let position = i32::try_from(run.position).map_err(Problem::internal)?;
    let round = store::round(r, quiz.id, position)?;
    let round = round.ok_or_else(|| Problem::new(ProblemCode::RoundClosed))?;
    Ok(Now { quiz, run, round, extra })
}

/// The shape of the question on show, against which an answer is read.
///
/// # Errors
/// `NotFound` when nobody is this player, `RoundClosed` before the first question.
pub fn shape(r: &mut Read, player: LivePlayerId) -> Result<(QuestionId, Shape), Problem> {
    let player = players::player(r, player)?.ok_or_else(Problem::not_found)?;
    let now = on_show(r, &player)?;
    Ok((now.round.question_id, Shape::of(&now.round.question)))
}

/// Takes an answer; one to a question that was opened again gives no points. Nothing is read of other answers, so that a whole room can answer at once.
///
/// # Errors
/// `RoundClosed` when the question takes no answers (late, paused, not this question), `AlreadyAnswered` for a
/// second one, `Invalid` for a blank one, `NotFound` when nobody is this player.
pub fn answer(w: &mut Write, input: &AnswerInput, now: Moment) -> Result<(), Problem> {
    if input.response.is_blank() {
        return Err(Problem::invalid(vec![crate::kernel::Fault::new("response", "required")]));
    }
    let player = players::player(w, input.player)?.ok_or_else(Problem::not_found)?;
    let Now { quiz, run, round, extra } = on_show(w, &player)?;
    if run.phase(now) != Phase::Open || round.question_id != input.question {
        return Err(Problem::new(ProblemCode::RoundClosed));
    }
    let share = fraction(&round.question.answer, &input.response).unwrap_or(Weight(0));
    let new = NewAnswer {
        round: round.id,
        player: player.id,
        opening: run.opening,
        response: input.response.to_json(),
        share,
        points: run
            .time_left(extra, now)
            .map_or(0, |left| points::points(quiz.settings.0.worth, share, left)),
    };
    answers::insert(w, &new, now).map_err(|problem| match problem.code {
        ProblemCode::AlreadyExists => Problem::new(ProblemCode::AlreadyAnswered),
        _ => problem,
    })
}
