//! What the demonstration does with works when they are done: an edition that is over talks about two of them and lets
//! the next one read the better; the next one reviews each other's.

use super::courses::Course;
use super::lost;
use super::stage::{Run, Stage, Step};
use crate::case_library::actions::{self as library, OpenInput};
use crate::cases::actions::Which;
use crate::cases::store::{self as cases, LastWork};
use crate::db::Write;
use crate::grading::rules::Marks;
use crate::kernel::{Actor, Moment, Problem};
use crate::peer_reviews::actions as peers;
use crate::peer_reviews::rules::PeerSetup;
use crate::programmes::rules::words::ActivityKind;
use std::collections::BTreeMap;

/// The case that is talked about and reviewed.
const CASE: &str = "case-no-show";

const REMARKS: [&str; 2] = [
    "Нравится, что названо время каждого шага. Я бы ещё записал телефон заместителя.",
    "А если аккордеонист не дождётся одиннадцати? Нужен запасной порядок песен и писем.",
];
const OF_STAFF: &str =
    "Хороший вопрос. Посмотрите, кто в этом ответе решает о перестановке и когда он об этом говорит.";
const REVIEW: &str =
    "План исполним: видно, кто что делает до одиннадцати. Не хватает того, что услышат сами жители.";
const ADVICE: &str = "Добавьте две фразы жителям и время, когда вы им скажете о перемене.";

/// Lets all of that happen within the last half an hour.
///
/// # Errors
/// What an action answers.
pub fn follow(w: &mut Write, stage: &Stage, now: Moment) -> Result<(), Problem> {
    let run = |course: Course| stage.runs.iter().find(|run| run.course == course);
    let (before, after) = (run(Course::Visiting), run(Course::Partnership));
    talk(w, before.ok_or_else(|| lost("the visiting group"))?, now)?;
    review(w, after.ok_or_else(|| lost("the large edition"))?, now)
}

fn case(run: &Run) -> Result<&Step, Problem> {
    let found = run.steps.iter().find(|step| step.key == CASE && step.kind == ActivityKind::Case);
    found.ok_or_else(|| lost(CASE))
}

fn talk(w: &mut Write, run: &Run, now: Moment) -> Result<(), Problem> {
    let step = case(run)?;
    let at = (run.id, step.id);
    let mut shown: Vec<LastWork> = Vec::new();
    for work in cases::last_works(w, at)? {
        if shown.len() < 2 && shown.iter().all(|other| other.text != work.text) {
            shown.push(work);
        }
    }
    for (minutes, work) in (0i64..).zip(&shown) {
        let then = now.plus_minutes(minutes - 30);
        library::show(w, &run.trainer, work.submission, &work.text, then)?;
    }
    let input = OpenInput { nameless: false, early: true };
    library::open(w, &run.trainer, at, input, now.plus_minutes(-25))?;
    for (minutes, (who, text)) in (0i64..).zip(run.trainees.iter().skip(2).zip(REMARKS)) {
        let which = Which { enrolment: who.enrolment, activity: step.id };
        library::say(w, &who.actor, which, (1, text), now.plus_minutes(2 * minutes - 20))?;
    }
    library::say_as_staff(w, &run.trainer, at, (1, OF_STAFF), now.plus_minutes(-15))?;
    for work in &shown {
        library::ask(w, &run.trainer, work.submission, now.plus_minutes(-14))?;
    }
    let Some(first) = shown.first() else { return Ok(()) };
    let author = run.trainees.iter().find(|one| one.enrolment == first.enrolment);
    let author: &Actor = &author.ok_or_else(|| lost("an author"))?.actor;
    let which = Which { enrolment: first.enrolment, activity: step.id };
    library::answer_question(w, author, which, (None, true), now.plus_minutes(-10))
}

/// Most reviews are there, some are to be written, and one work lacks both.
fn review(w: &mut Write, run: &Run, now: Moment) -> Result<(), Problem> {
    let step = case(run)?;
    let at = (run.id, step.id);
    let setup = PeerSetup { reviewers: 2, days: 7, points: 10, proposes: true };
    peers::set_up(w, &run.trainer, at, setup, now.plus_minutes(-35))?;
    peers::allot(w, &run.trainer, at, true, now.plus_minutes(-34))?;
    let definition = cases::definition(w, step.id)?.ok_or_else(|| lost(CASE))?;
    for (place, who) in run.trainees.iter().enumerate().filter(|(place, _)| place % 3 == 1) {
        let which = Which { enrolment: who.enrolment, activity: step.id };
        let then = now.plus_minutes(-30 + i64::try_from(place / 3).unwrap_or(0));
        let Ok(found) = peers::own(w, &who.actor, which, then) else { continue };
        for (row, _) in &found.asked {
            let level = |levels: usize| levels.saturating_sub(1 + place % 2);
            let points: BTreeMap<String, u32> = definition
                .rubric
                .iter()
                .filter_map(|one| Some((one.key.clone(), one.levels.get(level(one.levels.len()))?.points)))
                .collect();
            let (remark, advice) = (REVIEW.to_owned(), ADVICE.to_owned());
            let marks = Marks { points, remarks: BTreeMap::new(), remark, advice };
            peers::hand_in(w, &who.actor, row.id, &marks, then)?;
        }
    }
    Ok(())
}
