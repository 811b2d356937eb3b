//! Choosing what comes by mail, and when.

use crate::audit;
use crate::db::{Read, Write};
use crate::kernel::{Actor, Moment, PersonId, Problem, ZoneName, dates};
use crate::mail::rules::hours::{self, Quiet};
use crate::mail::rules::wishes::Wishes;
use crate::mail::store::wishes;
use crate::mail::{Delivery, Topic};
use serde_json::{Map, Value, json};
use std::collections::HashMap;

/// What the actor wants.
///
/// # Errors
/// `Forbidden` for whoever has no account.
pub fn own(r: &mut Read, actor: &Actor) -> Result<Wishes, Problem> {
    wishes::of(r, actor.person_id()?)
}

/// Keeps what the actor wants. It holds for letters that are on their way too: each is asked about again before it goes.
///
/// # Errors
/// `Forbidden` for whoever has no account.
pub fn choose(w: &mut Write, actor: &Actor, wanted: &Wishes, now: Moment) -> Result<(), Problem> {
    let person = actor.person_id()?;
    let before = wishes::of(w, person)?;
    if before == *wanted {
        return Ok(());
    }
    wishes::set(w, person, wanted, now)?;
    let entry = audit::Entry {
        action: "letter-wishes-chosen",
        subject: ("person", person.0),
        before: Some(said(&before)),
        after: Some(said(wanted)),
    };
    audit::record(w, actor, now, entry)
}

/// Those of these people whose letters of a topic wait now for the end of quiet hours, with the moment at which they are
/// over: for letters that have to be decided again then. One query where nobody has quiet hours, three otherwise.
///
/// # Errors
/// The database's.
pub fn awake_at(
    r: &mut Read,
    these: &[PersonId],
    topic: Topic,
    now: Moment,
) -> Result<HashMap<PersonId, Moment>, Problem> {
    if topic.is_urgent() {
        return Ok(HashMap::new());
    }
    let resting = wishes::quiet_hours(r, these)?;
    if resting.is_empty() {
        return Ok(HashMap::new());
    }
    let these: Vec<PersonId> = resting.keys().copied().collect();
    let (chosen, zones) = (wishes::deliveries(r, &these, topic)?, wishes::zones(r, &these)?);
    let awake = |(person, quiet): (PersonId, Quiet)| {
        let zone = zones.get(&person).copied().unwrap_or(ZoneName::MOSCOW);
        // Whoever wants none of them by mail, or all of a day in one, waits for nothing else.
        let otherwise = chosen.get(&person).filter(|one| topic.deliveries().contains(one));
        let at_once = otherwise.is_none_or(|one| *one == Delivery::AtOnce);
        let at = hours::after_quiet(now, quiet, zone);
        (at_once && at > now).then_some((person, at))
    };
    Ok(resting.into_iter().filter_map(awake).collect())
}

fn said(wishes: &Wishes) -> Value {
    let topics: Map<String, Value> = Topic::to_choose()
        .map(|topic| (topic.as_str().to_owned(), json!(wishes.delivery(topic).as_str())))
        .collect();
    let quiet = wishes.quiet.map(|quiet| json!([dates::time(quiet.from), dates::time(quiet.to)]));
    json!({ "topics": topics, "digest_at": dates::time(wishes.digest_at), "quiet": quiet })
}
