//! A programme as one trainee has it, with what nothing can be done about in front of the next step.

use crate::cases::actions::{self as cases, Opened, State, Which};
use crate::db::Read;
use crate::editions::rules::Stage;
use crate::kernel::{Actor, EnrolmentId, Moment, Problem, ProblemCode};
use crate::programmes::rules::words::ActivityKind;
use crate::progress::actions::{self as progress, Course};
use crate::progress::rules::{ActivityFact, HeldUp, Work, next_step};
use crate::quizzes::actions as quizzes;

/// A programme as one trainee has it, for that trainee, the edition's trainers and its administrators.
///
/// # Errors
/// `NotFound` for anybody else.
pub fn course(r: &mut Read, actor: &Actor, enrolment: EnrolmentId, now: Moment) -> Result<Course, Problem> {
    let mut course = progress::course(r, actor, enrolment)?;
    look_ahead(r, actor, &mut course, now)?;
    Ok(course)
}

/// Goes past what is held up until there is something to do. What comes later is not looked at: it is not next.
///
/// # Errors
/// The database's.
pub fn look_ahead(r: &mut Read, actor: &Actor, course: &mut Course, now: Moment) -> Result<(), Problem> {
    let enrolment = &course.row.enrolment;
    let own = actor.person == Some(enrolment.person_id) && enrolment.withdrawn_at.is_none();
    if !own || course.row.edition.term().stage(now) != Stage::Running {
        return Ok(());
    }
    while let Some(fact) = next_step(&course.facts, &course.works) {
        let Some(why) = held_up(r, actor, (course.row.enrolment.id, fact), now)? else { break };
        course.works.insert(fact.id, Work::HeldUp(why));
    }
    Ok(())
}

fn held_up(
    r: &mut Read,
    actor: &Actor,
    (enrolment, fact): (EnrolmentId, &ActivityFact),
    now: Moment,
) -> Result<Option<HeldUp>, Problem> {
    match fact.kind {
        ActivityKind::Quiz => {
            let entrance = quizzes::entrance(r, actor, (enrolment, fact.id), now)?;
            let free = entrance.under_way(now).is_some();
            Ok(entrance.closed.filter(|_| !free).and_then(|code| of_quiz(code, entrance.opens)))
        }
        ActivityKind::Case => {
            let which = Which { enrolment, activity: fact.id };
            let Opened::Case(case) = cases::open(r, actor, which, now)? else { return Ok(None) };
            Ok(match case.state {
                State::NoneLeft => Some(HeldUp::NoVersionsLeft),
                State::TooLate => Some(HeldUp::TooLate),
                State::NoTeam if !case.team.as_ref().is_some_and(|place| place.choosing(now)) => {
                    Some(HeldUp::NoTeam)
                }
                _ => None,
            })
        }
        _ => Ok(None),
    }
}

fn of_quiz(code: ProblemCode, opens: Option<Moment>) -> Option<HeldUp> {
    match code {
        ProblemCode::NoAttemptsLeft => Some(HeldUp::NoAttemptsLeft),
        ProblemCode::QuizClosed => Some(HeldUp::QuizClosed),
        ProblemCode::QuizNotOpen | ProblemCode::AttemptTooSoon => opens.map(HeldUp::NotBefore),
        _ => None,
    }
}
