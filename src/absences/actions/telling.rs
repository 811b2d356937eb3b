//! What a trainee does: telling that they will not come, and coming after all.

use super::{letters, refused, when};
use crate::absences::rules::{self, FIELD, Phase};
use crate::absences::store::{self, DecisionRow, NewNotice, NoticeRow};
use crate::attendance::actions as attendance;
use crate::attendance::rules::{Mark, ReasonCode, Standing};
use crate::attendance::store::sessions::{self, Seat, SessionRow};
use crate::attendance::store::{beforehand, marks};
use crate::audit;
use crate::db::{Read, Write};
use crate::files::store::{self as files, NewRow};
use crate::kernel::{
    AbsenceNoticeId, Actor, Fault, Localised, Moment, PersonId, Problem, SessionId, StoredFileId,
};
use serde_json::json;

/// A session as somebody has it who may miss it.
#[derive(Debug, Clone)]
pub struct Own {
    /// The session.
    pub session: SessionRow,
    /// What is taught.
    pub title: Localised,
    /// The edition's title.
    pub edition: String,
    /// What was told and not taken back.
    pub notice: Option<NoticeRow>,
    /// What was decided over it, the newest.
    pub decision: Option<DecisionRow>,
    /// What the sheet says.
    pub mark: Option<Mark>,
    /// Whether the reader holds a place that somebody else could have.
    pub has_place: bool,
}

impl Own {
    /// Whether the reader told about the session as it is held now: not when it was moved to another day since.
    pub fn told(&self) -> bool {
        self.notice.as_ref().is_some_and(|notice| !notice.is_for_another_day(self.session.held_on))
    }
}

/// A session that is asked of the actor, with what they told about it.
///
/// # Errors
/// `NotFound` for a session that is not asked of the actor.
pub fn own(r: &mut Read, actor: &Actor, id: SessionId) -> Result<Own, Problem> {
    let seat = attendance::seat(r, actor, id)?.ok_or_else(Problem::not_found)?;
    let (session, edition, activity) = sessions::session(r, id)?.ok_or_else(Problem::not_found)?;
    let notice = store::standing(r, id, seat.enrolment)?;
    let decision = match &notice {
        Some(notice) if notice.late => store::decisions(r, &[notice.id])?.pop(),
        _ => None,
    };
    let place = match beforehand::places(r, id)? {
        Some(_) => beforehand::standings(&beforehand::signed_up(r, &[id])?).remove(&seat.enrolment),
        None => None,
    };
    Ok(Own {
        session,
        title: activity.title.0,
        edition: edition.title,
        notice,
        decision,
        mark: marks::of_enrolment(r, id, seat.enrolment)?.map(|row| row.mark),
        has_place: place == Some(Standing::Confirmed),
    })
}

/// A file that goes with a notice.
#[derive(Debug, Clone)]
pub enum File {
    /// Laid away with this very form.
    New(NewRow),
    /// Uploaded before by the same person.
    Uploaded(StoredFileId),
}

/// A notice as somebody gives it.
#[derive(Debug, Clone)]
pub struct NewAbsence {
    /// Why.
    pub reason: ReasonCode,
    /// In their own words.
    pub words: Option<String>,
    /// A certificate or the like.
    pub file: Option<File>,
}

/// What a notice stands on that can be given.
struct Ground {
    seat: Seat,
    session: SessionRow,
    title: Localised,
    /// What was told for another day, before the session was moved.
    outdated: Option<AbsenceNoticeId>,
}

/// Looks a session up about which the actor tells something.
///
/// # Errors
/// As [`tell`].
fn ground(
    r: &mut Read,
    actor: &Actor,
    id: SessionId,
    new: &NewAbsence,
    now: Moment,
) -> Result<Ground, Problem> {
    let seat = attendance::seat(r, actor, id)?.ok_or_else(Problem::not_found)?;
    let (session, _, activity) = sessions::session(r, id)?.ok_or_else(Problem::not_found)?;
    let mut faults = rules::faults(new.reason, new.words.as_deref());
    let mark = marks::of_enrolment(r, id, seat.enrolment)?.map(|row| row.mark.status);
    faults.extend(rules::refusal(when(&session), mark, now).map(|code| Fault::new(FIELD, code)));
    let known = store::standing(r, id, seat.enrolment)?;
    if known.as_ref().is_some_and(|notice| !notice.is_for_another_day(session.held_on)) {
        faults.push(Fault::new(FIELD, "absences-told-already"));
    } else if store::given(r, id, seat.enrolment)? >= rules::MOST {
        faults.push(Fault::new(FIELD, "absences-too-many"));
    }
    if let Some(File::Uploaded(file)) = new.file
        && !files::is_own(r, file, actor.person_id()?)?
    {
        faults.push(Fault::new("file", "unknown"));
    }
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    Ok(Ground { seat, session, title: activity.title.0, outdated: known.map(|notice| notice.id) })
}

/// Whether a notice could be given now: asked before its file is laid away.
///
/// # Errors
/// As [`tell`].
pub fn check(
    r: &mut Read,
    actor: &Actor,
    id: SessionId,
    new: &NewAbsence,
    now: Moment,
) -> Result<(), Problem> {
    ground(r, actor, id, new, now).map(drop)
}

/// Tells that the actor misses a session. Before its start that excuses; afterwards the trainer decides, and is
/// written to. What was told for another day is replaced: the session has been moved since.
///
/// # Errors
/// `NotFound` for a session that is not asked of the actor; `Invalid`: a reason that needs words, a file of somebody else,
/// a session that is cancelled, marked or long over, what was told already, and too many notices about one session.
pub fn tell(
    w: &mut Write,
    actor: &Actor,
    id: SessionId,
    new: &NewAbsence,
    now: Moment,
) -> Result<AbsenceNoticeId, Problem> {
    let ground = ground(w, actor, id, new, now)?;
    if let Some(outdated) = ground.outdated {
        store::take_back(w, outdated, (actor.person, now))?;
    }
    let late = when(&ground.session).phase(now) != Phase::InTime;
    let file = laid_down(w, new, actor.person_id()?, now)?;
    let notice = write(w, actor, (&ground.seat, new), (file, late), now)?;
    if late {
        letters::explained(w, actor, (&ground.session, &ground.title), now)?;
    }
    Ok(notice)
}

fn laid_down(
    w: &mut Write,
    new: &NewAbsence,
    owner: PersonId,
    now: Moment,
) -> Result<Option<StoredFileId>, Problem> {
    Ok(match &new.file {
        None => None,
        Some(File::Uploaded(file)) => Some(*file),
        Some(File::New(row)) => Some(files::insert(w, row, owner, now)?),
    })
}

/// What is said of somebody's health stays out of the audit: that something was told is enough there.
fn write(
    w: &mut Write,
    actor: &Actor,
    (seat, new): (&Seat, &NewAbsence),
    (file, late): (Option<StoredFileId>, bool),
    now: Moment,
) -> Result<AbsenceNoticeId, Problem> {
    let row = NewNotice {
        session: seat.session,
        enrolment: seat.enrolment,
        reason: new.reason,
        words: new.words.as_deref(),
        file,
        late,
    };
    let id = store::insert(w, &row, (actor.person, now))?;
    let after = json!({ "enrolment": seat.enrolment, "late": late, "file": file.is_some() });
    let subject = ("session", seat.session.0);
    let entry = audit::Entry { action: "absence-told", subject, before: None, after: Some(after) };
    audit::record(w, actor, now, entry)?;
    Ok(id)
}

/// Takes a notice back before the session starts: the actor comes after all.
///
/// # Errors
/// `NotFound` for a session that is not asked of the actor, or about which nothing was told; `Invalid` after the start.
pub fn take_back(w: &mut Write, actor: &Actor, id: SessionId, now: Moment) -> Result<(), Problem> {
    let seat = attendance::seat(w, actor, id)?.ok_or_else(Problem::not_found)?;
    let notice = store::standing(w, id, seat.enrolment)?.ok_or_else(Problem::not_found)?;
    if now >= seat.starts_at {
        return Err(refused(FIELD, "absences-started"));
    }
    store::take_back(w, notice.id, (actor.person, now))?;
    let entry = audit::Entry {
        action: "absence-taken-back",
        subject: ("session", id.0),
        before: Some(json!({ "enrolment": seat.enrolment })),
        after: None,
    };
    audit::record(w, actor, now, entry)
}
