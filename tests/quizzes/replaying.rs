//! What an attempt recorded is enough to mark it again: the steps of the store, played again, give the marks that were
//! written when it was handed in, whatever was answered, corrected and checked in between.

use super::*;
use birge::programmes::rules::words::{Behaviour, Word as _};
use birge::questions::rules::marking::Mark;
use birge::questions::rules::{Shape, wrong_response};
use birge::quizzes::actions::{self as quizzes, AnswerInput};
use birge::quizzes::rules::behaviours::{Conduct as _, Given};

/// Numbers by chance that are the same in every run.
struct Dice(u64);

impl Dice {
    fn under(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }
}

/// Answers at random, rightly, wrongly and not at all, some to be checked, and hands the attempt in.
async fn walk(desk: &Desk, attempt: AttemptId, dice: &mut Dice) {
    let questions = desk.questions().await;
    let actor = desk.app.actor(&desk.person).await;
    let (person, now) = (actor.person.unwrap(), desk.app.now());
    let mut sequence = 0;
    for _ in 0..40 {
        let place = dice.under(questions.len() as u64) as usize;
        let (question, asked) = &questions[place];
        let response = match dice.under(4) {
            0 => Response::Blank,
            1 => right_response(asked),
            _ => wrong_response(&asked.answer, &Shape::of(asked)).unwrap_or(Response::Blank),
        };
        let check = dice.under(2) == 0 && !response.is_blank();
        let input = AnswerInput { attempt, question: *question, sequence, response, check, holder: None };
        let answered = desk.app.db.write(move |w| quizzes::answer(w, person, &input, now)).await;
        match answered {
            Ok(quizzes::Answered::Saved(last)) => sequence = last,
            Ok(other) => panic!("{other:?}"),
            Err(problem) => assert_eq!(problem.code.as_str(), "question-locked"),
        }
    }
    desk.app.db.write(move |w| quizzes::submit(w, &actor, attempt, now)).await.unwrap();
}

/// The marks that the recorded steps give when they are played again, in the order of the attempt.
async fn replayed(desk: &Desk, row: &AttemptRow) -> Vec<(QuestionId, Mark)> {
    let (id, ids) = (row.id, row.question_ids.0.clone());
    let (steps, questions) =
        desk.app.db.read(move |r| Ok((store::steps(r, id)?, store::questions_of(r, &ids)?))).await.unwrap();
    assert!(!steps.is_empty());
    let settings = &row.plan.as_ref().unwrap().0.terms.settings;
    let of = |id: &QuestionId| {
        let question = &questions[id];
        let own = steps.iter().filter(|step| step.question_id == *id);
        let given: Vec<Given> = own
            .map(|step| Given {
                response: Response::recorded(&Shape::of(question), &step.response.0).unwrap(),
                checked: step.checked,
            })
            .collect();
        (*id, Mark::of(question, settings.settle(question, &given)))
    };
    row.question_ids.0.iter().map(of).collect()
}

#[tokio::test]
async fn the_steps_of_the_store_played_again_give_the_marks_that_were_written() {
    let desk = Desk::of(super::kinds::marked_at_once()).await;
    let mut dice = Dice(7);
    let mut seen = BTreeSet::new();
    let behaviours = [
        (Behaviour::Deferred, "after_submit"),
        (Behaviour::Immediate, "after_each"),
        (Behaviour::Interactive, "after_each"),
        (Behaviour::Manual, "after_submit"),
    ];
    for (behaviour, release) in behaviours {
        desk.set_up(&[("behaviour", behaviour.as_str()), ("release", release), ("attempts", "")]).await;
        for _ in 0..3 {
            let attempt = desk.start().await;
            walk(&desk, attempt, &mut dice).await;
            let row = desk.row(attempt).await;
            let written = desk.app.db.read(move |r| store::marks(r, attempt)).await.unwrap();
            assert_eq!(written.len(), row.question_ids.0.len());
            for (question, mark) in replayed(&desk, &row).await {
                let (_, share, points) = written.iter().find(|(id, _, _)| *id == question).unwrap();
                assert_eq!((*share, *points), (mark.fraction, mark.points), "{behaviour:?} {question}");
                seen.insert(share.map(|share| share.0));
            }
        }
    }
    assert!(seen.len() > 2, "right, wrong, waiting and what is between: {seen:?}");
}
