//! Consultations of the large edition: an afternoon in two days of which one time is taken, and one that somebody asks for.

use super::courses::Course;
use super::lost;
use super::stage::Stage;
use crate::appointments::actions;
use crate::appointments::rules::{Opening, Row, Wish};
use crate::attendance::rules::SessionMode;
use crate::db::Write;
use crate::kernel::{Moment, Problem, ZoneName};
use chrono::NaiveTime;

/// Opens them, books one, and asks for another. What something is in the way of stays closed.
///
/// # Errors
/// What an action answers.
pub fn offer(w: &mut Write, stage: &Stage, now: Moment) -> Result<(), Problem> {
    let run = stage.runs.iter().find(|run| run.course == Course::Partnership);
    let run = run.ok_or_else(|| lost("the large edition"))?;
    let consultant = run.trainer.person_id()?;
    let day = now.plus_minutes(2 * 24 * 60).date_in(ZoneName::MOSCOW).min(run.term.ends_on);
    let time = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
    let opening = Opening {
        consultant,
        row: Row {
            first: day,
            weekdays: Vec::new(),
            weeks: 1,
            starts: time(20, 0),
            ends: time(21, 30),
            every: Some(30),
        },
        capacity: 1,
        mode: SessionMode::Online,
        place: None,
        link: Some("https://meet.birge.example/consultations".to_owned()),
        topic: Some("Разбор вашего кейса".to_owned()),
        counted: None,
    };
    let opened = actions::open(w, &run.trainer, run.id, (&opening, true), now.plus_minutes(-26 * 60))?;
    let mut learners = run.trainees.iter().skip(6).map(|one| &one.actor);
    if let (Some(slot), Some(who)) = (opened.first(), learners.next()) {
        let question = "Директор не отвечает на письма вторую неделю. Кому писать дальше?";
        actions::book(w, who, *slot, Some(question), now.plus_minutes(-3 * 60))?;
    }
    let Some(who) = learners.next() else { return Ok(()) };
    let wish = Wish {
        consultant,
        on: day,
        starts: time(19, 30),
        minutes: 30,
        mode: SessionMode::Online,
        question: "Хочу показать черновик соглашения с учреждением.".to_owned(),
    };
    actions::ask(w, who, run.id, &wish, now.plus_minutes(-50)).map(|_| ())
}
