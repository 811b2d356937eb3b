//! What the large edition asks of those who enter it, and a proof of a course elsewhere that waits for a decision.

use super::courses::Course;
use super::lost;
use super::stage::Stage;
use crate::db::Write;
use crate::kernel::{Moment, Problem};
use crate::outside_proofs::actions as entry;
use crate::outside_proofs::rules::Draft;
use crate::programmes::store as programmes;

const DAY: i64 = 24 * 60;
/// Which of the volunteers wants to enter the other edition too.
const CURIOUS: usize = 5;

/// Sets the condition, and lets a volunteer show a certificate.
///
/// # Errors
/// What an action answers.
pub fn ask(w: &mut Write, stage: &Stage, now: Moment) -> Result<(), Problem> {
    let run = |course: Course| stage.runs.iter().find(|run| run.course == course);
    let large = run(Course::Partnership).ok_or_else(|| lost("the large edition"))?;
    let volunteers = run(Course::Volunteers).ok_or_else(|| lost("the Kazakh edition"))?;
    let versions = programmes::versions_of(w, Course::Volunteers.slug())?;
    let programme = versions.first().map(|version| version.programme_id);
    entry::set_condition(w, &stage.admin, large.id, programme, now.plus_minutes(-3 * DAY))?;
    let who = volunteers.trainees.get(CURIOUS).ok_or_else(|| lost("a curious volunteer"))?;
    let shown = Draft {
        issuer: "Центр дистанционного образования".into(),
        number: "ДО-17/2026".into(),
        issued_on: (now.date_in(large.term.zone) - chrono::TimeDelta::days(120)).to_string(),
    };
    entry::show(w, &who.actor, large.id, (&shown, None), now.plus_minutes(-DAY)).map(|_| ())
}
