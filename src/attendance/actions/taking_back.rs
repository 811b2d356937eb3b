//! What is left of a session's marks when it is cancelled.

use crate::attendance::rules::{Mark, Status};
use crate::attendance::store::marks::{self, MarkRow};
use crate::attendance::store::sessions::SessionRow;
use crate::audit;
use crate::db::Write;
use crate::kernel::{Actor, Fault, Minutes, Moment, Problem};
use crate::programmes::store::ActivityRow;
use crate::progress::actions::{self as progress, Attended};
use serde_json::json;

/// Takes back what people credited themselves with before the start, and refuses when any other time is credited: that
/// is somebody's word for a session that was held. Marks of no minutes lose nothing and stay.
pub(super) fn take_back(
    w: &mut Write,
    actor: &Actor,
    (session, activity): (&SessionRow, Option<&ActivityRow>),
    reason: &str,
    now: Moment,
) -> Result<(), Problem> {
    let mut credited = marks::of_session(w, session.id)?;
    credited.retain(|row| row.minutes > Minutes::ZERO);
    if credited.is_empty() {
        return Ok(());
    }
    let own = if now < session.starts_at { marks::self_made(w, session.id)? } else { Vec::new() };
    let Some(activity) = activity.filter(|_| credited.iter().all(|row| own.contains(&row.id))) else {
        return Err(Problem::invalid(vec![Fault::new("reason", "session-has-marks")]));
    };
    let mut attended = Vec::with_capacity(credited.len());
    for old in &credited {
        attended.push(excuse(w, actor, old, reason, now)?);
    }
    let of = progress::Held { edition: session.edition_id, activity: activity.id, nature: activity.nature };
    progress::attend(w, of, &attended, now)
}

/// Corrects a mark to an absence for the reason of the cancellation; what it said before is kept.
fn excuse(
    w: &mut Write,
    actor: &Actor,
    old: &MarkRow,
    reason: &str,
    now: Moment,
) -> Result<Attended, Problem> {
    let excused = Mark { status: Status::Excused, reason: Some(reason.to_owned()), ..old.mark.clone() };
    let mark = Mark { late: Minutes::ZERO, early: Minutes::ZERO, ..excused };
    marks::update(w, old, (&mark, Minutes::ZERO), (actor.person, now))?;
    marks::insert_correction(w, old, &mark, Some(reason), (actor.person, now))?;
    let before = serde_json::to_value(&old.mark).map_err(Problem::internal)?;
    let entry = audit::Entry {
        action: "attendance-corrected",
        subject: ("attendance-mark", old.id.0),
        before: Some(before),
        after: Some(json!({ "mark": mark, "reason": reason })),
    };
    audit::record(w, actor, now, entry)?;
    let mode = old.mark.presence.mode();
    Ok(Attended { enrolment: old.enrolment, mark_id: old.id.0, minutes: Minutes::ZERO, mode })
}
