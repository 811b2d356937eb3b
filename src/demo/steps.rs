//! Steps of staged cases in the demonstration: gone through by their trainees before they hand in.

use super::dice::dice;
use super::lost;
use super::stage::{Step, Trainee};
use crate::cases::actions::Which;
use crate::db::Write;
use crate::kernel::{Moment, Problem};
use crate::programmes::rules::Decision;
use crate::staged_cases::actions::{self as steps, DecisionInput, Opened, StepInput};
use crate::staged_cases::rules::{Made, Position};

/// What somebody says in their own words at a stage: worth a pass, and not yet.
const WORDS: [(&str, [&str; 2]); 2] = [
    (
        "words",
        [
            "«Николай Петрович, в среду к вам пришли без вашего согласия – это наша ошибка, извините. Вас просила навестить дочь, но решаете вы. Хотите, чтобы к вам кто-нибудь заходил? Если нет, так и скажите, я передам».",
            "«Николай Петрович, вы нас напугали. Даша хорошая девочка, пустите её, пожалуйста, дочь волнуется».",
        ],
    ),
    (
        "complaint",
        [
            "Ирина Николаевна, мы видим вашего отца дважды в неделю. Ежедневных визитов без его согласия не будет: он отказался сам. Галина предложила ему врача и партию в шахматы, ответ он даст в пятницу. Если ему станет хуже, позвоним вам сразу. Я свяжусь с вами в пятницу до 15:00.",
            "Уважаемая Ирина, ваше обращение рассмотрено. Меры будут приняты.",
        ],
    ),
];

/// The longest way through any case; a bound for whoever writes a longer one.
const MOST: i64 = 40;

/// Goes through the steps of a case, where it has any and they are not gone through yet, and comes to its end shortly
/// before `until`. Who works carelessly decides carelessly, and sometimes not in time.
///
/// # Errors
/// What an action answers.
pub fn play(
    w: &mut Write,
    (who, step): (&Trainee, &Step),
    careful: bool,
    until: Moment,
) -> Result<(), Problem> {
    let which = Which { enrolment: who.enrolment, activity: step.id };
    for turn in 0..MOST {
        // Later turns are later: what the page shows as time taken is a few minutes.
        let at = until.plus_minutes(-90 + turn * 2);
        let play = match steps::open(w, &who.actor, which, at) {
            Ok(Opened::Play(play)) => play,
            Ok(_) => return Err(lost(&step.key)),
            // A case without steps.
            Err(problem) if problem.code == crate::kernel::ProblemCode::NotFound => return Ok(()),
            Err(problem) => return Err(problem),
        };
        let here = |sequence| StepInput { which, run: None, sequence };
        match play.position() {
            Position::Offered { sequence, .. } => steps::open_step(w, &who.actor, here(sequence), at)?,
            Position::Open { sequence, stage } => {
                let seed = who.seed.wrapping_add(sequence.unsigned_abs().into());
                let slow = stage.clock.is_some() && !careful && dice(seed, 41, 2) == 0;
                let at = if slow { at.plus_minutes(60) } else { at };
                let input = DecisionInput { step: here(sequence), made: made(stage, careful, seed) };
                steps::decide(w, &who.actor, &input, at)?;
                if slow {
                    return finish(w, (who, step), careful, until);
                }
            }
            Position::Ended | Position::Lost => return Ok(()),
        }
    }
    Ok(())
}

/// Takes the first step of a staged case and decides it; what follows is still to be opened.
///
/// # Errors
/// What an action answers.
pub fn begin(w: &mut Write, (who, step): (&Trainee, &Step), now: Moment) -> Result<(), Problem> {
    let which = Which { enrolment: who.enrolment, activity: step.id };
    let first = StepInput { which, run: None, sequence: 1 };
    steps::open_step(w, &who.actor, first, now)?;
    let input = DecisionInput { step: first, made: Made::Choice(1) };
    steps::decide(w, &who.actor, &input, now.plus_minutes(6))?;
    Ok(())
}

/// The rest of a way on which time was lost.
fn finish(w: &mut Write, which: (&Trainee, &Step), careful: bool, until: Moment) -> Result<(), Problem> {
    // From an hour later on: a decision is never before what it follows.
    play(w, which, careful, until.plus_minutes(80))
}

fn made(stage: &crate::programmes::rules::Stage, careful: bool, seed: u64) -> Made {
    match &stage.decision {
        Decision::Choice { branches } => {
            let count = u64::try_from(branches.len()).unwrap_or(1);
            let chance = usize::try_from(dice(seed, 40, count)).unwrap_or_default();
            let hasty = !careful || dice(seed, 42, 4) == 0;
            Made::Choice(if hasty { chance + 1 } else { 1 })
        }
        Decision::Text { .. } => {
            let known = WORDS.iter().find(|(key, _)| *key == stage.key);
            let text =
                known.map_or("Сначала спрошу его самого.", |(_, [good, weak])| {
                    if careful { good } else { weak }
                });
            Made::Text(text.to_owned())
        }
    }
}
