//! Saving a sheet. What somebody else changed meanwhile is never overwritten.

use super::{made_up, taught_session};
use crate::attendance::rules::marks::{
    Decision, Known, LONGEST_REASON, MarkFault, correction_needs_reason, decide, require_markable,
};
use crate::attendance::rules::{Mark, Presence, credit};
use crate::attendance::store::closings;
use crate::attendance::store::marks::{self, MarkRow};
use crate::attendance::store::sessions::{self, SessionRow};
use crate::audit;
use crate::db::{Read, Write};
use crate::kernel::{Actor, EnrolmentId, Fault, Minutes, Moment, Problem, SessionId, SheetClosingId};
use crate::progress::actions::{self as progress, Attended};
use crate::progress::store::assignment::{self, Among};
use serde_json::json;
use std::collections::{HashMap, HashSet};

/// A line of a sheet as somebody filled it in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Whose.
    pub enrolment: EnrolmentId,
    /// The revision that its author saw; 0 when there was no mark yet.
    pub seen: i32,
    /// What it says.
    pub mark: Mark,
}

/// A sheet as somebody filled it in. People without a line stay as they are.
#[derive(Debug, Clone, Default)]
pub struct RollCall {
    /// The lines.
    pub lines: Vec<Line>,
    /// Why saved marks are changed.
    pub reason: Option<String>,
}

/// What became of a sheet.
#[derive(Debug, Clone, Default)]
pub struct Saved {
    /// People marked for the first time.
    pub first: usize,
    /// Marks corrected.
    pub corrected: usize,
    /// Lines that were not saved, because somebody else changed them meanwhile.
    pub stale: Vec<Line>,
}

/// Saves a sheet: first marks, corrections with what they replaced, and the minutes of both in the ledger. Once the sheet
/// is closed each of them is a late change besides.
///
/// # Errors
/// `SessionAhead`, `SessionCancelled`; `Invalid` with the faults of each line, where somebody has two, and when there is no
/// reason for a correction after the day of the session, or for anything on a closed sheet. Then nothing is saved.
pub fn mark(
    w: &mut Write,
    actor: &Actor,
    id: SessionId,
    roll: &RollCall,
    now: Moment,
) -> Result<Saved, Problem> {
    let (session, edition, activity) = taught_session(w, actor, id)?;
    require_markable(session.starts_at, session.cancelled_at.is_some(), now)?;
    let known: HashMap<EnrolmentId, MarkRow> =
        marks::of_session(w, id)?.into_iter().map(|row| (row.enrolment, row)).collect();
    let lines = prepared(&session, roll);
    refuse_repeated(&lines)?;
    let seen = seen_before(w, id, &lines, &known)?;
    let (decided, stale) = sort_out(lines, &known, &seen);
    let closing = closings::standing(w, id)?;
    let after_day = correction_needs_reason(session.held_on, session.time_zone, now);
    let endless = roll.reason.as_ref().is_some_and(|reason| reason.chars().count() > LONGEST_REASON);
    let asks = Asks { silent: roll.reason.is_none(), endless, after_day, shut: closing.is_some() };
    let mut enrolled: HashSet<EnrolmentId> = marks::enrolled(w, edition.id)?.into_iter().collect();
    let outside = assignment::outside(w, Among::Editions(&[edition.id]))?;
    enrolled.retain(|who| known.contains_key(who) || !outside.contains(edition.id, activity.id, *who));
    refuse_faults(&session, &decided, &enrolled, &asks)?;

    let split = sessions::split(w, edition.id, activity.id)?;
    let share = credit::share(activity.minutes, &split, id);
    let pen = Pen { session: &session, share, closing, reason: roll.reason.as_deref(), now };
    let mut attended = Vec::with_capacity(decided.len());
    for (line, old) in &decided {
        attended.push(pen.write(w, actor, line, *old)?);
    }
    let of = progress::Held { edition: edition.id, activity: activity.id, nature: activity.nature };
    progress::attend(w, of, &attended, now)?;
    made_up::settle(w, of, (id, share), now)?;
    let corrected = decided.iter().filter(|(_, old)| old.is_some()).count();
    let saved = Saved { first: decided.len() - corrected, corrected, stale };
    if !decided.is_empty() {
        let after = Some(json!({ "marked": saved.first, "corrected": saved.corrected }));
        let entry =
            audit::Entry { action: "attendance-marked", subject: ("session", id.0), before: None, after };
        audit::record(w, actor, now, entry)?;
    }
    Ok(saved)
}

/// The lines without what does not belong to their status; where only one presence is possible, with that.
fn prepared(session: &SessionRow, roll: &RollCall) -> Vec<Line> {
    let only = Presence::only(session.mode);
    let tidy = |line: &Line| {
        let mark = line.mark.clone().tidy();
        Line { mark: Mark { presence: only.unwrap_or(mark.presence), ..mark }, ..*line }
    };
    roll.lines.iter().map(tidy).collect()
}

/// Refuses two lines of one person: the mark would say one thing and the ledger another.
fn refuse_repeated(lines: &[Line]) -> Result<(), Problem> {
    let mut seen = HashSet::new();
    let twice = lines.iter().filter(|line| !seen.insert(line.enrolment));
    let faults: Vec<Fault> =
        twice.map(|line| Fault::new(format!("status-{}", line.enrolment), "mark-twice")).collect();
    if faults.is_empty() { Ok(()) } else { Err(Problem::invalid(faults)) }
}

/// What the author of the sheet saw in lines that have changed since.
fn seen_before(
    r: &mut Read,
    id: SessionId,
    lines: &[Line],
    known: &HashMap<EnrolmentId, MarkRow>,
) -> Result<HashMap<EnrolmentId, Mark>, Problem> {
    let older = |line: &&Line| known.get(&line.enrolment).is_some_and(|row| row.revision != line.seen);
    if !lines.iter().any(|line| older(&line)) {
        return Ok(HashMap::new());
    }
    let mut before: HashMap<EnrolmentId, Vec<Mark>> = HashMap::new();
    for correction in marks::corrections(r, id)? {
        before.entry(correction.enrolment).or_default().push(correction.old);
    }
    let seen = |line: &Line| {
        let place = usize::try_from(line.seen).ok()?.checked_sub(1)?;
        Some((line.enrolment, before.get(&line.enrolment)?.get(place)?.clone()))
    };
    Ok(lines.iter().filter(older).filter_map(seen).collect())
}

type Decided<'a> = Vec<(Line, Option<&'a MarkRow>)>;

/// The lines that say something new, each with the mark it corrects; and those that came too late.
fn sort_out<'a>(
    lines: Vec<Line>,
    known: &'a HashMap<EnrolmentId, MarkRow>,
    seen: &HashMap<EnrolmentId, Mark>,
) -> (Decided<'a>, Vec<Line>) {
    let (mut decided, mut stale) = (Vec::new(), Vec::new());
    for line in lines {
        let row = known.get(&line.enrolment);
        let fact = row.map(|row| Known {
            revision: row.revision,
            mark: row.mark.clone(),
            seen: seen.get(&line.enrolment).cloned(),
        });
        match decide(&line.mark, line.seen, fact.as_ref()) {
            Decision::Same => {}
            Decision::First => decided.push((line, None)),
            Decision::Correction => decided.push((line, row)),
            Decision::Stale => stale.push(line),
        }
    }
    (decided, stale)
}

/// When changes need a reason, and whether one was given.
struct Asks {
    silent: bool,
    endless: bool,
    after_day: bool,
    shut: bool,
}

impl Asks {
    fn fault(&self, decided: &Decided<'_>) -> Option<Fault> {
        if self.endless {
            return Some(too_long("correction_reason".to_owned()));
        }
        let correction = decided.iter().any(|(_, old)| old.is_some());
        let code = match (self.shut && !decided.is_empty(), self.after_day && correction) {
            (true, _) => "sheet-closed-reason",
            (false, true) => "correction-reason",
            (false, false) => return None,
        };
        self.silent.then(|| Fault::new("correction_reason", code))
    }
}

fn refuse_faults(
    session: &SessionRow,
    decided: &Decided<'_>,
    enrolled: &HashSet<EnrolmentId>,
    asks: &Asks,
) -> Result<(), Problem> {
    let length = session.length();
    let mut faults: Vec<Fault> =
        decided.iter().filter_map(|(line, _)| line_fault(line, length, enrolled)).collect();
    faults.extend(asks.fault(decided));
    if faults.is_empty() { Ok(()) } else { Err(Problem::invalid(faults)) }
}

fn line_fault(line: &Line, length: Minutes, enrolled: &HashSet<EnrolmentId>) -> Option<Fault> {
    let id = line.enrolment;
    if !enrolled.contains(&id) {
        return Some(Fault::new(format!("status-{id}"), "not-enrolled"));
    }
    Some(match line.mark.fault(length)? {
        MarkFault::Minutes => {
            Fault::new(format!("minutes-{id}"), "out-of-range").with("low", 1).with("high", length.0)
        }
        MarkFault::Reason => Fault::new(format!("reason-{id}"), "reason-choose"),
        MarkFault::ReasonWords => Fault::new(format!("reason-{id}"), "reason-words"),
        MarkFault::ReasonLong => too_long(format!("reason-{id}")),
    })
}

fn too_long(field: String) -> Fault {
    Fault::new(field, "too-long").with("limit", LONGEST_REASON)
}

/// What is the same for every line of a sheet that is being written.
struct Pen<'a> {
    session: &'a SessionRow,
    share: Minutes,
    closing: Option<SheetClosingId>,
    reason: Option<&'a str>,
    now: Moment,
}

impl Pen<'_> {
    /// Writes a line down, and keeps what it replaces.
    fn write(
        &self,
        w: &mut Write,
        actor: &Actor,
        line: &Line,
        old: Option<&MarkRow>,
    ) -> Result<Attended, Problem> {
        let minutes = credit::credit(self.share, &line.mark, self.session.length());
        let (said, by) = ((&line.mark, minutes), (actor.person, self.now));
        let mark_id = match old {
            None => marks::insert(w, self.session.id, line.enrolment, said, by)?,
            Some(old) => {
                marks::update(w, old, said, by)?;
                marks::insert_correction(w, old, &line.mark, self.reason, by)?;
                let before = serde_json::to_value(&old.mark).map_err(Problem::internal)?;
                let after = json!({ "mark": line.mark, "reason": self.reason });
                let entry = audit::Entry {
                    action: "attendance-corrected",
                    subject: ("attendance-mark", old.id.0),
                    before: Some(before),
                    after: Some(after),
                };
                audit::record(w, actor, self.now, entry)?;
                old.id
            }
        };
        if let Some((closing, reason)) = self.closing.zip(self.reason) {
            closings::insert_late(w, (closing, mark_id), (old.map(|old| &old.mark), &line.mark), reason, by)?;
        }
        let mode = line.mark.presence.mode();
        Ok(Attended { enrolment: line.enrolment, mark_id: mark_id.0, minutes, mode })
    }
}
