//! Letters about places.

use super::Ground;
use super::hindrances::{Hindrance, Kind};
use crate::db::Write;
use crate::kernel::{EnrolmentId, Language, Moment, PersonId, Problem, dates};
use crate::mail::{self, Letter};
use crate::people::store::addressees;
use crate::sign_ups::store;
use crate::web::paths;
use serde_json::{Value, json};

/// Tells those who waited that they have a place.
pub(super) fn promoted(
    w: &mut Write,
    ground: &Ground,
    these: &[EnrolmentId],
    now: Moment,
) -> Result<(), Problem> {
    let people = store::people_of(w, these)?;
    send(w, ground, ("place_promoted", &people), None, now)
}

/// Tells somebody that they were signed up.
pub(super) fn admitted(w: &mut Write, ground: &Ground, who: PersonId, now: Moment) -> Result<(), Problem> {
    send(w, ground, ("place_given", &[who]), None, now)
}

/// Tells somebody that they were taken off the list, and why.
pub(super) fn withdrawn(
    w: &mut Write,
    ground: &Ground,
    (who, reason): (EnrolmentId, &str),
    now: Moment,
) -> Result<(), Problem> {
    let people = store::people_of(w, &[who])?;
    send(w, ground, ("place_withdrawn", &people), Some(reason), now)
}

/// Tells those who wait that a place was free and what at the same time kept it from them.
pub(super) fn passed_over(
    w: &mut Write,
    ground: &Ground,
    these: &[(PersonId, &Hindrance)],
    now: Moment,
) -> Result<(), Problem> {
    let people: Vec<PersonId> = these.iter().map(|(person, _)| *person).collect();
    for one in addressees::of(w, &people)? {
        let Some((_, hindrance)) = these.iter().find(|(person, _)| *person == one.person) else { continue };
        let mut data = said(ground, one.language, (one.name.address(), None), now);
        if let Some(said) = data.as_object_mut() {
            said.insert("other".to_owned(), json!(hindrance.title(one.language)));
            said.insert("other_when".to_owned(), json!(hindrance.when(one.language)));
            said.insert("signed_up".to_owned(), json!(matches!(hindrance.kind, Kind::SignedUp { .. })));
            said.insert("consulted".to_owned(), json!(hindrance.kind == Kind::Consulted));
        }
        mail::send(w, now, &Letter { name: "place_passed_over", to: one.recipient(), data })?;
    }
    Ok(())
}

fn send(
    w: &mut Write,
    ground: &Ground,
    (name, people): (&'static str, &[PersonId]),
    reason: Option<&str>,
    now: Moment,
) -> Result<(), Problem> {
    for one in addressees::of(w, people)? {
        let data = said(ground, one.language, (one.name.address(), reason), now);
        mail::send(w, now, &Letter { name, to: one.recipient(), data })?;
    }
    Ok(())
}

fn said(ground: &Ground, reader: Language, (name, reason): (String, Option<&str>), now: Moment) -> Value {
    let session = &ground.session;
    let (from, to) = (dates::time(session.starts_local), dates::time(session.ends_local));
    // Whoever is written to has the place as of now.
    let cancel_by = ground.places.cancel_by(session.starts_at, Some(now));
    let until = (now < cancel_by).then(|| dates::day_and_time(reader, cancel_by, session.time_zone));
    json!({
        "name": name,
        "title": ground.activity.title.0.for_reader(reader),
        "when": format!("{}, {from}–{to}", dates::day(reader, session.held_on)),
        "city": dates::zone_city(reader, session.time_zone),
        "until": until,
        "reason": reason.unwrap_or_default(),
        "path": paths::own_sign_up(session.id),
    })
}
