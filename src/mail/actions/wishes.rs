//! Choosing what comes by mail, and when.

use crate::audit;
use crate::db::{Read, Write};
use crate::kernel::{Actor, Moment, Problem, dates};
use crate::mail::Topic;
use crate::mail::rules::wishes::Wishes;
use crate::mail::store::wishes;
use serde_json::{Map, Value, json};

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

fn said(wishes: &Wishes) -> Value {
    let topics: Map<String, Value> = Topic::to_choose()
        .map(|topic| (topic.as_str().to_owned(), json!(wishes.delivery(topic).as_str())))
        .collect();
    let quiet = wishes.quiet.map(|quiet| json!([dates::time(quiet.from), dates::time(quiet.to)]));
    json!({ "topics": topics, "digest_at": dates::time(wishes.digest_at), "quiet": quiet })
}
