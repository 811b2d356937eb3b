//! Entering what made up for a missed session, and taking it back.

use super::rules::{self, MakeUpForm, NewMakeUp, Room};
use super::store::{self, HeldRow, MakeUpRow};
use crate::attendance::actions::{self as attendance, OnSheet, Sheet};
use crate::attendance::rules::credit::{self, Held};
use crate::attendance::rules::{booking, made_up};
use crate::attendance::store::beforehand::with_places;
use crate::attendance::store::{made_up as rows, marks};
use crate::audit;
use crate::db::{Read, Write};
use crate::kernel::{
    Actor, EnrolmentId, Fault, MakeUpId, Minutes, Moment, PersonId, PersonName, Problem, ProblemCode,
    SessionId,
};
use chrono::NaiveDate;
use serde_json::json;
use std::collections::{HashMap, HashSet};

/// A session that can make up for another, with what it is worth.
#[derive(Debug, Clone)]
pub struct Offer {
    /// The session.
    pub row: HeldRow,
    /// Its share of the activity's time.
    pub worth: Minutes,
}

/// A session with what was missed of it and what made up for that.
#[derive(Debug, Clone)]
pub struct Board {
    /// The session with its sheet.
    pub sheet: Sheet,
    /// What the session is worth.
    pub share: Minutes,
    /// The make-ups, the oldest first, with those taken back.
    pub rows: Vec<MakeUpRow>,
    /// Sessions of other editions that can make up for it, the latest first.
    pub offers: Vec<Offer>,
    /// The sessions that make-ups name, by id.
    pub named: HashMap<SessionId, HeldRow>,
    /// Who entered them.
    pub names: HashMap<PersonId, PersonName>,
}

impl Board {
    /// Who has missed something of the session that is not made up for, with how much.
    pub fn missing(&self) -> impl Iterator<Item = (&OnSheet, Minutes)> {
        self.sheet.people.iter().filter_map(move |one| {
            let left = self.room(one, None).most();
            (left > Minutes::ZERO).then_some((one, left))
        })
    }

    fn room(&self, one: &OnSheet, worth: Option<Minutes>) -> Room {
        let credited = one.mark.as_ref().map(|(row, _)| row.minutes);
        let own = self.rows.iter().filter(|row| row.enrolment == one.person.enrolment);
        Room {
            marked: credited.is_some(),
            missed: credited.map_or(Minutes::ZERO, |minutes| made_up::missed(self.share, minutes)),
            made_up: own.map(|row| row.credited).sum(),
            worth,
        }
    }
}

/// The make-ups of a session.
///
/// # Errors
/// `NotFound` when the actor does not teach its edition.
pub fn board(r: &mut Read, actor: &Actor, id: SessionId, now: Moment) -> Result<Board, Problem> {
    let sheet = attendance::sheet(r, actor, id, now)?;
    let held = store::held(r, sheet.activity.id, sheet.edition.organisation_id)?;
    let rows = rows::of_session(r, id)?;
    let wanted: Vec<SessionId> = rows.iter().filter_map(|row| row.held_session).collect();
    let named = store::named(r, &wanted)?.into_iter().map(|row| (row.id, row)).collect();
    let authors: Vec<PersonId> = rows.iter().filter_map(|row| row.entered_by).collect();
    let names = marks::names(r, &authors)?.into_iter().collect();
    let own: Vec<&HeldRow> = held.iter().filter(|row| row.edition_id == sheet.edition.id).collect();
    let all: Vec<SessionId> = held.iter().map(|row| row.id).collect();
    let chosen = with_places(r, &all)?;
    let share = worth(&own, &chosen, (sheet.activity.minutes, id));
    let offers = offers(&held, (&sheet, &chosen), now);
    Ok(Board { share, offers, rows, named, names, sheet })
}

/// What a session is worth among those of its activity in one edition.
fn worth(rows: &[&HeldRow], chosen: &HashSet<SessionId>, (planned, id): (Minutes, SessionId)) -> Minutes {
    let held = |row: &&HeldRow| Held {
        session: row.id,
        length: booking::length(row.starts_at, row.ends_at),
        by_choice: chosen.contains(&row.id),
    };
    let held: Vec<Held> = rows.iter().map(held).collect();
    credit::share(planned, &held, id)
}

/// Sessions of other editions that have begun, the latest first. One of the same edition is another part of the
/// activity and is credited by itself.
fn offers(held: &[HeldRow], (sheet, chosen): (&Sheet, &HashSet<SessionId>), now: Moment) -> Vec<Offer> {
    let others = held.chunk_by(|one, next| one.edition_id == next.edition_id);
    let others = others.filter(|rows| rows.iter().all(|row| row.edition_id != sheet.edition.id));
    let mut offers: Vec<Offer> = others
        .flat_map(|rows| {
            let all: Vec<&HeldRow> = rows.iter().collect();
            let planned = sheet.activity.minutes;
            let offer = move |row: &HeldRow| Offer {
                worth: worth(&all, chosen, (planned, row.id)),
                row: row.clone(),
            };
            rows.iter().filter(move |row| row.starts_at <= now).map(offer)
        })
        .collect();
    offers.sort_by_key(|offer| std::cmp::Reverse(offer.row.starts_at));
    offers
}

/// Enters a make-up and credits it.
///
/// # Errors
/// `NotFound` when the actor does not teach the edition; `SessionCancelled`; `Invalid` with the faults: nobody marked, nothing
/// missed, more than was missed, a session that made up for another already.
pub fn enter(
    w: &mut Write,
    actor: &Actor,
    id: SessionId,
    wanted: &NewMakeUp,
    now: Moment,
) -> Result<MakeUpId, Problem> {
    let board = board(w, actor, id, now)?;
    let session = &board.sheet.session;
    if session.cancelled_at.is_some() {
        return Err(Problem::new(ProblemCode::SessionCancelled));
    }
    let offer = board.offers.iter().find(|offer| Some(offer.row.id) == wanted.held_session);
    let wanted = filled(wanted, offer);
    let mut faults = held_faults(w, &wanted, offer)?;
    let person = board.sheet.people.iter().find(|one| one.person.enrolment == wanted.enrolment);
    let Some(person) = person else {
        return Err(Problem::invalid(vec![Fault::new("enrolment", "choose-one")]));
    };
    let room = board.room(person, offer.map(|offer| offer.worth));
    let span = (board.sheet.edition.starts_on, now.date_in(session.time_zone));
    faults.extend(rules::faults(&wanted, room, span));
    let (Some(made_on), Some(mode), true) = (wanted.made_on, wanted.mode, faults.is_empty()) else {
        return Err(Problem::invalid(faults));
    };
    let make_up = store::insert(w, id, &wanted, (made_on, mode), (actor.person, now))?;
    settle(w, &board, now)?;
    let after = said(id, &wanted, made_on);
    let entry = audit::Entry {
        action: "make-up-entered",
        subject: ("make-up", make_up.0),
        before: None,
        after: Some(after),
    };
    audit::record(w, actor, now, entry)?;
    Ok(make_up)
}

/// The wish with what the other session says: its day, and its mode where that leaves no choice.
fn filled(wanted: &NewMakeUp, offer: Option<&Offer>) -> NewMakeUp {
    let held = wanted.form == MakeUpForm::Session;
    match offer.filter(|_| held) {
        Some(offer) => NewMakeUp {
            made_on: Some(offer.row.held_on),
            mode: rules::only_mode(offer.row.mode).or(wanted.mode),
            ..wanted.clone()
        },
        None => NewMakeUp {
            held_session: wanted.held_session.filter(|_| held),
            // Without a session there is no day to ask for: the fault is the session's.
            made_on: if held { Some(NaiveDate::MIN) } else { wanted.made_on },
            ..wanted.clone()
        },
    }
}

/// What is wrong with the other session.
fn held_faults(r: &mut Read, wanted: &NewMakeUp, offer: Option<&Offer>) -> Result<Vec<Fault>, Problem> {
    if wanted.form != MakeUpForm::Session {
        return Ok(Vec::new());
    }
    let Some(offer) = offer else { return Ok(vec![Fault::new("held_session", "make-up-session")]) };
    let used = store::standing(r, wanted.enrolment)?;
    let used = used.iter().any(|row| row.held_session == Some(offer.row.id));
    Ok(used.then(|| Fault::new("held_session", "make-up-used")).into_iter().collect())
}

/// Takes a make-up back: the ledger gets the difference. What is taken back already stays so.
///
/// # Errors
/// `NotFound` for a session of somebody else's; `Invalid` for a make-up of another session, and without a reason.
pub fn withdraw(
    w: &mut Write,
    actor: &Actor,
    (id, make_up): (SessionId, MakeUpId),
    reason: &str,
    now: Moment,
) -> Result<(), Problem> {
    let board = board(w, actor, id, now)?;
    let unknown = || Problem::invalid(vec![Fault::new("make_up", "unknown")]);
    let row = store::one(w, id, make_up)?.ok_or_else(unknown)?;
    if row.withdrawn_at.is_some() {
        return Ok(());
    }
    if reason.is_empty() {
        return Err(Problem::invalid(vec![Fault::new(withdrawal_field(make_up), "make-up-why")]));
    }
    if reason.chars().count() > rules::LONGEST {
        let fault = Fault::new(withdrawal_field(make_up), "too-long").with("limit", rules::LONGEST);
        return Err(Problem::invalid(vec![fault]));
    }
    store::withdraw(w, make_up, reason, (actor.person, now))?;
    settle(w, &board, now)?;
    let entry = audit::Entry {
        action: "make-up-withdrawn",
        subject: ("make-up", make_up.0),
        before: Some(json!({ "credited": row.credited })),
        after: Some(json!({ "reason": reason })),
    };
    audit::record(w, actor, now, entry)
}

/// The field in which one says why a make-up is taken back.
pub fn withdrawal_field(make_up: MakeUpId) -> String {
    format!("withdrawal-{make_up}")
}

fn settle(w: &mut Write, board: &Board, now: Moment) -> Result<(), Problem> {
    let activity = &board.sheet.activity;
    let what = (activity.id, activity.minutes, activity.nature);
    attendance::settle_make_ups(w, &board.sheet.session, what, now)
}

fn said(session: SessionId, wanted: &NewMakeUp, made_on: NaiveDate) -> serde_json::Value {
    let EnrolmentId(enrolment) = wanted.enrolment;
    json!({
        "enrolment": enrolment,
        "session": session,
        "form": wanted.form,
        "held_session": wanted.held_session,
        "made_on": made_on,
        "mode": wanted.mode,
        "minutes": wanted.minutes,
        "note": wanted.note,
    })
}
