//! What people do about sessions that are still ahead: sign up for one that has places, say that they will not come;
//! and what a mentors' year asks of its people.

use super::courses::Course;
use super::lost;
use super::stage::{Run, Stage, Trainee};
use crate::absences::actions::{self as absences, NewAbsence};
use crate::attendance::actions as attendance;
use crate::attendance::rules::{Places, ReasonCode};
use crate::attendance::store::marks;
use crate::attendance::store::sessions::SessionRow;
use crate::continuing_training::actions as training;
use crate::continuing_training::rules::TrainingRule;
use crate::db::Write;
use crate::kernel::{Moment, Problem};
use crate::sign_ups::actions as sign_ups;

const DAY: i64 = 24 * 60;
/// Behind the people with a story of their own, whose next step is another one.
const SIGNED_UP: std::ops::Range<usize> = 8..20;

/// Lets them do it within the last two days.
///
/// # Errors
/// What an action answers.
pub fn arrange(w: &mut Write, stage: &Stage, now: Moment) -> Result<(), Problem> {
    let run = |course: Course| stage.runs.iter().find(|run| run.course == course);
    let large = run(Course::Partnership).ok_or_else(|| lost("the large edition"))?;
    let rows = attendance::timetable(w, &large.trainer, large.id)?.sessions;
    let mut sessions: Vec<SessionRow> = rows.into_iter().map(|(row, ..)| row).collect();
    sessions.retain(|row| row.cancelled_at.is_none());
    sessions.sort_by_key(|row| row.starts_at);
    excuse(w, large, &sessions, now)?;
    if let Some(last) = sessions.last().filter(|last| last.starts_at > now.plus_minutes(3 * DAY)) {
        offer(w, large, last, now)?;
    }
    let volunteers = run(Course::Volunteers).ok_or_else(|| lost("the Kazakh edition"))?;
    training::set_rule(w, &stage.admin, volunteers.id, &TrainingRule::usual(), now.plus_minutes(-2 * DAY))
}

/// There is room for everybody, and not everybody has said yet that they come.
fn offer(w: &mut Write, run: &Run, session: &SessionRow, now: Moment) -> Result<(), Problem> {
    let places = Places {
        capacity: i32::try_from(run.trainees.len()).unwrap_or(i32::MAX),
        opens_at: None,
        closes_at: Some(session.starts_at.plus_minutes(-2 * 60)),
        cancel_until: Some(session.starts_at.plus_minutes(-DAY)),
        waiting_list: true,
    };
    sign_ups::set(w, &run.trainer, session.id, &places, now.plus_minutes(-2 * DAY))?;
    let comers = run.trainees.iter().skip(SIGNED_UP.start).take(SIGNED_UP.len());
    for (place, who) in (0i64..).zip(comers) {
        sign_ups::sign_up(w, &who.actor, session.id, now.plus_minutes(7 * place - DAY))?;
    }
    Ok(())
}

/// One tells before a session that they will not come, another afterwards that they could not.
fn excuse(w: &mut Write, run: &Run, sessions: &[SessionRow], now: Moment) -> Result<(), Problem> {
    let who = |place: usize| run.trainees.get(place).ok_or_else(|| lost("somebody who misses a session"));
    if let Some(next) = sessions.iter().find(|row| row.starts_at > now.plus_minutes(60)) {
        let words = "Вызвали на совещание в администрацию района";
        tell(w, who(SIGNED_UP.end)?, next, (ReasonCode::Work, words), now.plus_minutes(-40))?;
    }
    let latest = sessions.iter().rev().find(|row| row.ends_at < now.plus_minutes(-60));
    let late = who(SIGNED_UP.end + 1)?;
    if let Some(latest) = latest
        && marks::of_enrolment(w, latest.id, late.enrolment)?.is_none()
    {
        let words = "Автобус из посёлка отменили, следующий был вечером";
        tell(w, late, latest, (ReasonCode::Transport, words), latest.ends_at.plus_minutes(45))?;
    }
    Ok(())
}

fn tell(
    w: &mut Write,
    who: &Trainee,
    session: &SessionRow,
    (reason, words): (ReasonCode, &str),
    at: Moment,
) -> Result<(), Problem> {
    let new = NewAbsence { reason, words: Some(words.to_owned()), file: None };
    absences::tell(w, &who.actor, session.id, &new, at).map(|_| ())
}
