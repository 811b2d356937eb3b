//! How an edition takes a case: read and set by those who teach or administer it.

use crate::audit::{self, Entry};
use crate::cases::rules::{self, CaseSetup, Release};
use crate::cases::store::{self, PastSetup};
use crate::db::{Read, Write};
use crate::editions::store::{self as editions, EditionRow};
use crate::jobs::{NewJob, enqueue_at};
use crate::kernel::{ActivityId, Actor, EditionId, Localised, Moment, Problem};
use crate::programmes::rules::words::ActivityKind;
use crate::programmes::store as programmes;
use serde_json::json;

/// The job that releases the decided grades of a case at the time that was set.
pub const RELEASE_JOB: &str = "case-grades-release";

/// Everything the page of a setup shows.
#[derive(Debug, Clone)]
pub struct SettingUp {
    /// The edition.
    pub edition: EditionRow,
    /// The case.
    pub case: ActivityId,
    /// Its title.
    pub title: Localised,
    /// The number of what was set; nothing while nothing was.
    pub number: Option<i32>,
    /// What holds.
    pub setup: CaseSetup,
    /// Whether the reader decides about names too: only administrators do.
    pub administers: bool,
    /// Who set what came before, the latest first.
    pub past: Vec<PastSetup>,
}

/// An edition for those who teach or administer it, with a case of its programme.
///
/// # Errors
/// `NotFound` for anybody else, and for a case of another programme.
pub fn taught_case(
    r: &mut Read,
    actor: &Actor,
    (edition, case): (EditionId, ActivityId),
) -> Result<(EditionRow, Localised), Problem> {
    let edition = editions::edition(r, edition)?
        .filter(|row| actor.teaches(row.id, row.organisation_id))
        .ok_or_else(Problem::not_found)?;
    let all = programmes::activities(r, edition.version_id)?;
    let found = all.into_iter().find(|row| row.id == case && row.kind == ActivityKind::Case);
    Ok((edition, found.ok_or_else(Problem::not_found)?.title.0))
}

/// The setup of a case in an edition.
///
/// # Errors
/// As [`taught_case`].
pub fn setting_up(r: &mut Read, actor: &Actor, at: (EditionId, ActivityId)) -> Result<SettingUp, Problem> {
    let (edition, title) = taught_case(r, actor, at)?;
    let (number, setup) = store::setup(r, at)?;
    let administers = actor.require_administrator_of(edition.organisation_id).is_ok();
    let past = store::past_setups(r, at)?;
    Ok(SettingUp { edition, case: at.1, title, number, setup, administers, past })
}

/// Sets how an edition takes a case. Grades given and versions handed in stay as they are. Only administrators
/// decide about grading without names: whoever grades could otherwise switch it off, look, and switch it on again.
///
/// # Errors
/// As [`taught_case`]; `Forbidden` for a change of names by somebody who does not administer the edition; `Invalid`
/// for values out of bounds.
pub fn set_up(
    w: &mut Write,
    actor: &Actor,
    at: (EditionId, ActivityId),
    setup: &CaseSetup,
    now: Moment,
) -> Result<i32, Problem> {
    let (edition, _) = taught_case(w, actor, at)?;
    let before = store::setup(w, at)?;
    if before.1.blind != setup.blind {
        actor.require_administrator_of(edition.organisation_id)?;
    }
    let faults = rules::check_setup(setup);
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    let number = store::insert_setup(w, at, setup, (actor.person, now))?;
    if let Release::At(when) = setup.release {
        let payload = json!({ "edition": at.0, "activity": at.1, "number": number });
        let unique_key = Some(format!("{RELEASE_JOB}-{}-{}-{number}", at.0, at.1));
        enqueue_at(w, now, when.max(now), NewJob { kind: RELEASE_JOB, payload, unique_key })?;
    }
    let value = |setup: &CaseSetup| json!({ "activity": at.1, "settings": setup });
    let before = before.0.map(|_| value(&before.1));
    let subject = ("edition", edition.id.0);
    let entry = Entry { action: "case-setup-set", subject, before, after: Some(value(setup)) };
    audit::record(w, actor, now, entry)?;
    Ok(number)
}
