//! Addresses to which other programs' calendars subscribe, and the choice of invitations by mail.

use super::entries::{Entry, edition_entries, own_entries, seen_edition};
use crate::access;
use crate::appointments::actions::{Held, events as appointment_events, own_days};
use crate::appointments::store::changes;
use crate::attendance::actions::events::{Occasion, event};
use crate::attendance::store::revisions::{self, Revision};
use crate::audit;
use crate::calendars::store::feeds::{self, FeedRow};
use crate::db::{Read, Write};
use crate::kernel::{
    Actor, AppointmentSlotId, CalendarFeedId, EditionId, Moment, PersonName, Problem, SessionId,
};
use crate::people::store as people;
use crate::people::store::invitations;
use crate::printing::calendars::Event;
use crate::web::paths;
use serde_json::json;
use std::collections::BTreeSet;

/// How far back a feed goes, in days: what was longer ago nobody looks for in a telephone.
const DAYS_BACK: i64 = 180;

/// How far ahead, in days.
const DAYS_AHEAD: i64 = 730;

/// The most events of a feed; of more the oldest are left out.
const MOST: usize = 2000;

/// What a person has of addresses and could have.
#[derive(Debug, Clone)]
pub struct Own {
    /// The addresses in force, with the titles of their editions.
    pub feeds: Vec<(FeedRow, Option<String>)>,
    /// The editions the person teaches, and one that was asked for, without those that have an address.
    pub editions: Vec<(EditionId, String)>,
    /// Whether invitations come by mail.
    pub invited: bool,
}

/// The actor's addresses; `asked` is an edition they come from.
///
/// # Errors
/// `NotFound` when that edition is not theirs to see.
pub fn own(r: &mut Read, actor: &Actor, asked: Option<EditionId>) -> Result<Own, Problem> {
    let person = actor.person_id()?;
    let feeds = feeds::of_person(r, person)?;
    let mut wanted: BTreeSet<EditionId> = actor.roles.trainer_of.iter().copied().collect();
    if let Some(asked) = asked {
        wanted.insert(seen_edition(r, actor, asked)?.id);
    }
    for (feed, _) in &feeds {
        feed.edition.map(|edition| wanted.remove(&edition));
    }
    let wanted: Vec<EditionId> = wanted.into_iter().collect();
    Ok(Own { editions: feeds::titles(r, &wanted)?, invited: invitations::asked(r, person)?, feeds })
}

/// Gives an address away: of the actor's own sessions, or of an edition. The one before stops working.
///
/// # Errors
/// `NotFound` when the edition is not the actor's to see.
pub fn create(
    w: &mut Write,
    actor: &Actor,
    edition: Option<EditionId>,
    token_hash: &str,
    now: Moment,
) -> Result<CalendarFeedId, Problem> {
    let person = actor.person_id()?;
    if let Some(edition) = edition {
        seen_edition(w, actor, edition)?;
    }
    let before = feeds::of_person(w, person)?.into_iter().find(|(feed, _)| feed.edition == edition);
    if let Some((before, _)) = before {
        revoke(w, actor, before.id, now)?;
    }
    let id = feeds::insert(w, (person, edition), token_hash, now)?;
    let after = Some(json!({ "edition": edition }));
    let subject = ("calendar-feed", id.0);
    audit::record(
        w,
        actor,
        now,
        audit::Entry { action: "calendar-feed-created", subject, before: None, after },
    )?;
    Ok(id)
}

/// Takes an address of the actor back: whoever subscribed to it gets nothing any more.
///
/// # Errors
/// `NotFound` when it is not the actor's, or was taken back before.
pub fn revoke(w: &mut Write, actor: &Actor, feed: CalendarFeedId, now: Moment) -> Result<(), Problem> {
    if !feeds::revoke(w, actor.person_id()?, feed, now)? {
        return Err(Problem::not_found());
    }
    let subject = ("calendar-feed", feed.0);
    audit::record(
        w,
        actor,
        now,
        audit::Entry { action: "calendar-feed-revoked", subject, before: None, after: None },
    )
}

/// Asks for invitations to sessions by mail, or asks no longer.
///
/// # Errors
/// The database's.
pub fn choose_invitations(w: &mut Write, actor: &Actor, wanted: bool, now: Moment) -> Result<(), Problem> {
    let person = actor.person_id()?;
    let before = invitations::asked(w, person)?;
    if before == wanted {
        return Ok(());
    }
    invitations::set(w, person, wanted, now)?;
    let entry = audit::Entry {
        action: "calendar-invitations-chosen",
        subject: ("person", person.0),
        before: Some(json!(before)),
        after: Some(json!(wanted)),
    };
    audit::record(w, actor, now, entry)
}

/// What a program that subscribed is given.
#[derive(Debug, Clone)]
pub struct Subscribed {
    /// Whose calendar it is: the language of its words is theirs.
    pub actor: Actor,
    /// The title of its edition; a person's own sessions where there is none.
    pub edition: Option<String>,
    /// The sessions, and in a person's own calendar their consultations, by names within this installation.
    pub events: Vec<Event>,
}

/// The address of a secret: one query, before anything else is done for whoever asks.
///
/// # Errors
/// `NotFound` for a secret that opens nothing.
pub fn opened(r: &mut Read, token_hash: &str) -> Result<FeedRow, Problem> {
    feeds::by_hash(r, token_hash)?.ok_or_else(Problem::not_found)
}

/// The calendar of an address. It holds what its owner may see now: with an account that was switched off, or an
/// edition that is no longer theirs, it is gone.
///
/// # Errors
/// `NotFound` when it is gone.
pub fn subscribed(r: &mut Read, feed: &FeedRow, now: Moment) -> Result<Subscribed, Problem> {
    let active = people::person(r, feed.person)?.is_some_and(|person| person.deactivated_at.is_none());
    let actor = access::store::actor_of(r, feed.person)?.filter(|_| active).ok_or_else(Problem::not_found)?;
    let span = (now.plus_minutes(-DAYS_BACK * 24 * 60), now.plus_minutes(DAYS_AHEAD * 24 * 60));
    let (edition, mut entries) = match feed.edition {
        Some(id) => {
            let edition = seen_edition(r, &actor, id)?;
            (Some(edition.title), edition_entries(r, id, span)?)
        }
        None => (None, own_entries(r, &actor, (span, now))?),
    };
    entries.drain(..entries.len().saturating_sub(MOST));
    let ids: Vec<SessionId> = entries.iter().map(|one| one.listed.session.id).collect();
    let present = revisions::of(r, &ids)?;
    let unchanged = Revision { number: 0, at: feed.created_at };
    let mut events: Vec<Event> = entries
        .iter()
        .map(|one| {
            // An edition's address is passed on: what it leads to is no page of the staff.
            let path = if feed.edition.is_none() { one.path() } else { None };
            told(one, path, &actor, present.get(&one.listed.session.id).copied().unwrap_or(unchanged))
        })
        .collect();
    // An edition's address is passed on, and who consults whom is nobody else's business.
    if feed.edition.is_none() {
        events.extend(consultations(r, &actor, span, unchanged)?);
    }
    Ok(Subscribed { actor, edition, events })
}

/// The actor's consultations: those they have booked, and those they hold for somebody. What nobody has booked stands in the
/// calendar on the site; in a telephone it would be an appointment with nobody.
fn consultations(
    r: &mut Read,
    actor: &Actor,
    span: (Moment, Moment),
    unchanged: Revision,
) -> Result<Vec<Event>, Problem> {
    let mut held = own_days(r, actor, span)?;
    held.retain(|one| !one.consults || !one.with.is_empty());
    held.drain(..held.len().saturating_sub(MOST));
    if held.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<AppointmentSlotId> = held.iter().map(|one| one.slot.id).collect();
    let revisions = changes::revisions(r, &ids)?;
    let told = |one: &Held| {
        let occasion = appointment_events::Occasion {
            slot: &one.slot,
            edition: &one.edition,
            with: one.with.iter().map(PersonName::surname_and_initials).collect(),
            revision: revisions.get(&one.slot.id).copied().unwrap_or((unchanged.number, unchanged.at)),
        };
        appointment_events::event(&occasion, actor.language, one.path())
    };
    Ok(held.iter().map(told).collect())
}

fn told(entry: &Entry, path: Option<String>, actor: &Actor, revision: Revision) -> Event {
    let listed = &entry.listed;
    let (session, title, edition) = (&listed.session, &listed.title.0, listed.edition.as_str());
    let path = path.unwrap_or_else(|| paths::CALENDAR.to_owned());
    event(&Occasion { session, title, edition, revision }, actor.language, path)
}
