//! A trainer decides over a notice that came after the start: it excuses, or it does not.

use super::{letters, refused};
use crate::absences::rules::{answer_fault, can_be_decided, contradicts};
use crate::absences::store::{self, NoticeRow};
use crate::attendance::actions::{self as attendance, Line, RollCall, taught_session};
use crate::attendance::rules::{Mark, Presence, SessionMode, Status};
use crate::attendance::store::marks;
use crate::attendance::store::sessions::SessionRow;
use crate::audit;
use crate::db::Write;
use crate::kernel::{AbsenceNoticeId, Actor, Fault, Moment, Problem};
use serde_json::json;

/// What a trainer decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Whether it excuses.
    pub accepted: bool,
    /// What is said to the person; a refusal cannot do without.
    pub words: Option<String>,
}

/// Decides over a late notice, and tells its author. Accepted, the mark is corrected to an excuse as on the sheet, with
/// what it said before kept. `said` says in the trainer's language that there is a notice: what somebody told in their own
/// words is neither the mark's nor the audit's, because others read both.
///
/// # Errors
/// `NotFound` for a notice of somebody else's edition, or one that was taken back; `Invalid`: nothing is to be decided, a
/// refusal without a word, too many of them, or a mark that says the person was there.
pub fn decide(
    w: &mut Write,
    actor: &Actor,
    id: AbsenceNoticeId,
    (decision, said): (&Decision, &str),
    now: Moment,
) -> Result<(), Problem> {
    let (notice, person) = store::notice(w, id)?.ok_or_else(Problem::not_found)?;
    let (session, _, activity) = taught_session(w, actor, notice.session)?;
    if notice.taken_back_at.is_some() {
        return Err(Problem::not_found());
    }
    let before = store::decisions(w, &[id])?.pop().map(|row| row.accepted);
    if !can_be_decided(notice.late, false, before) {
        return Err(refused("decision", "absences-decided"));
    }
    if let Some(fault) = answer_fault(decision.accepted, decision.words.as_deref()) {
        return Err(Problem::invalid(vec![fault]));
    }
    if decision.accepted {
        excuse(w, actor, (&session, &notice), said, now)?;
    }
    store::insert_decision(w, id, (decision.accepted, decision.words.as_deref()), (actor.person, now))?;
    let entry = audit::Entry {
        action: "absence-decided",
        subject: ("absence-notice", id.0),
        before: before.map(|accepted| json!({ "accepted": accepted })),
        after: Some(json!({ "accepted": decision.accepted, "words": decision.words })),
    };
    audit::record(w, actor, now, entry)?;
    letters::decided(w, (&session, &activity.title.0), (person, decision), now)
}

/// Marks the person excused by the sheet's own way: a first mark, or a correction.
fn excuse(
    w: &mut Write,
    actor: &Actor,
    (session, notice): (&SessionRow, &NoticeRow),
    said: &str,
    now: Moment,
) -> Result<(), Problem> {
    let known = marks::of_enrolment(w, session.id, notice.enrolment)?;
    if contradicts(known.as_ref().map(|row| row.mark.status)) {
        return Err(Problem::invalid(vec![Fault::new("decision", "absences-was-there-decide")]));
    }
    if known.as_ref().is_some_and(|row| row.mark.status == Status::Excused) {
        return Ok(());
    }
    let presence = if session.mode == SessionMode::Online { Presence::Online } else { Presence::InPerson };
    let code = notice.reason;
    let reason = code.needs_words().then(|| said.to_owned());
    let mark = Mark { code: Some(code), reason, ..Mark::of(Status::Excused, presence) };
    let seen = known.map_or(0, |row| row.revision);
    let lines = vec![Line { enrolment: notice.enrolment, seen, mark }];
    let roll = RollCall { lines, reason: Some(said.to_owned()) };
    attendance::mark(w, actor, session.id, &roll, now)?;
    Ok(())
}
