//! Warnings about missed sessions (L10): found every few minutes by day, planned once for a set of absences, decided again
//! when they go.

use super::standing::Ground;
use super::{BATCH, letters};
use crate::attendance::store::concerned::Told;
use crate::db::{Read, Write};
use crate::editions::rules::Stage;
use crate::editions::store::{self as editions, EditionRow};
use crate::jobs::{self, NewJob};
use crate::kernel::{AbsenceWarningId, EditionId, EnrolmentId, Moment, PersonId, Problem, ZoneName};
use crate::mail::{self, Letter, Topic};
use crate::reminders::rules::absence::as_key;
use crate::reminders::rules::{Known, is_news, reminding};
use crate::reminders::store::warnings::{self, NewWarning, WarningRow};
use crate::reminders::store::{expected, marks};
use serde_json::json;
use std::collections::{BTreeMap, HashMap, HashSet};

/// How many letters one transaction writes.
const PART: usize = 20;

/// The kind of the job that warns some people of an edition.
pub const WARNING_JOB: &str = "absence-warning";

/// People of an edition who are to be warned, no more than one job writes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The edition.
    pub edition: EditionId,
    /// Their warnings.
    pub warnings: Vec<NewWarning>,
}

/// Who is to be warned now of absences that no letter has named: a fixed number of queries for each edition under way in
/// which anybody was absent.
///
/// # Errors
/// The database's.
pub fn found(r: &mut Read, now: Moment) -> Result<Vec<Found>, Problem> {
    let today = now.date_in(ZoneName::MOSCOW);
    // Zones differ by about a day: what is under way is told apart below.
    let days = (today - chrono::TimeDelta::days(1), today + chrono::TimeDelta::days(1));
    let mut found = Vec::new();
    for edition in marks::with_absences(r, days)? {
        let runs = edition.term().stage(now) == Stage::Running;
        if !runs || !reminding::is_daytime(edition.time_zone, now) {
            continue;
        }
        let id = edition.id;
        let warnings = in_edition(r, edition, now)?;
        let batches = warnings.chunks(BATCH).map(|some| Found { edition: id, warnings: some.to_vec() });
        found.extend(batches);
    }
    Ok(found)
}

fn in_edition(r: &mut Read, edition: EditionRow, now: Moment) -> Result<Vec<NewWarning>, Problem> {
    let ground = Ground::load(r, edition, now)?;
    if !ground.rule.warns() {
        return Ok(Vec::new());
    }
    let named = warnings::named(r, ground.edition.id)?;
    let learners = learners(r, ground.edition.id)?;
    let mut all: Vec<(EnrolmentId, _)> = ground.all(r)?.into_iter().collect();
    all.sort_unstable_by_key(|(who, _)| *who);
    let mut fresh = Vec::new();
    for (enrolment, standing) in all {
        let goes = !standing.unsettled && learners.contains_key(&enrolment);
        let Some(why) = standing.why.filter(|_| goes) else { continue };
        let missed = standing.record.missed();
        if named.get(&enrolment).is_none_or(|named| is_news(&missed, named)) {
            fresh.push(NewWarning { enrolment, missed, why, so_far: standing.so_far });
        }
    }
    Ok(fresh)
}

/// Those of an edition to whom letters go.
fn learners(r: &mut Read, edition: EditionId) -> Result<HashMap<EnrolmentId, Told>, Problem> {
    let told = expected::learners(r, &[edition])?.into_iter();
    Ok(told.filter_map(|(_, told)| Some((told.enrolment?, told))).collect())
}

/// Writes warnings down and puts their letters into the outbox; the same absences are not written down twice.
///
/// # Errors
/// The database's.
pub fn plan_warnings(w: &mut Write, found: &Found, now: Moment) -> Result<(), Problem> {
    let mut planned: Vec<AbsenceWarningId> = Vec::new();
    for warning in &found.warnings {
        planned.extend(warnings::insert(w, warning, &as_key(&warning.missed), now)?);
    }
    if planned.is_empty() {
        return Ok(());
    }
    jobs::enqueue(w, now, job(found.edition, &planned))?;
    Ok(())
}

/// Needs no key: run twice, it sends what did not go.
fn job(edition: EditionId, warnings: &[AbsenceWarningId]) -> NewJob {
    let payload = json!({ "edition": edition, "warnings": warnings });
    NewJob { kind: WARNING_JOB, payload, unique_key: None }
}

/// What becomes of a planned warning.
#[derive(Debug, Clone)]
enum Fate {
    /// It goes.
    Letter(Letter),
    /// Its person has quiet hours until then.
    Later(Moment),
    /// There is no reason for it any more.
    Dropped,
}

/// What was decided of a planned warning, and on what.
#[derive(Debug, Clone)]
pub struct Decision {
    warning: AbsenceWarningId,
    enrolment: EnrolmentId,
    known: Vec<Known>,
    fate: Fate,
}

/// Decides of planned warnings whether their reason still stands as it was found. The others are dropped: a mark was
/// corrected, a session was excused or made up for, the person left, the rule is another. Where something else is to be
/// said, it is found anew. Whoever has quiet hours is decided of again when they are over. It reads everything that a large
/// edition ever marked, and so keeps no writer waiting: what it decides is written in parts.
///
/// # Errors
/// The database's.
pub fn decide_warnings(
    r: &mut Read,
    (edition, these): (EditionId, &[AbsenceWarningId]),
    now: Moment,
) -> Result<Vec<Vec<Decision>>, Problem> {
    let waiting = warnings::waiting(r, these)?;
    let Some(edition) = editions::edition(r, edition)?.filter(|_| !waiting.is_empty()) else {
        return Ok(Vec::new());
    };
    let ground = Ground::load(r, edition, now)?;
    let mut standings = ground.all(r)?;
    let learners = learners(r, ground.edition.id)?;
    let people: Vec<PersonId> = waiting.iter().map(|row| row.person).collect();
    let asleep = mail::awake_at(r, &people, Topic::Reminders, now)?;
    let decide = |row: WarningRow| {
        let standing = standings.remove(&row.enrolment);
        let same = standing.as_ref().filter(|standing| as_key(&standing.record.missed()) == row.missed);
        let warning = same.and_then(|standing| ground.warning(row.enrolment, standing));
        let fate = match (warning.zip(learners.get(&row.enrolment)), asleep.get(&row.person)) {
            (Some(_), Some(at)) => Fate::Later(*at),
            (Some((warning, told)), None) => Fate::Letter(letters::absence_warning(&warning, told)),
            (None, _) => Fate::Dropped,
        };
        let known = standing.map(|standing| standing.known).unwrap_or_default();
        Decision { warning: row.id, enrolment: row.enrolment, known, fate }
    };
    let decided: Vec<Decision> = waiting.into_iter().map(decide).collect();
    Ok(decided.chunks(PART).map(<[Decision]>::to_vec).collect())
}

/// Writes what was decided of some warnings: letters of those of whom sheets, make-ups and notices still say the same. Of
/// whoever was marked otherwise in that instant it is decided again.
///
/// # Errors
/// The database's.
pub fn send_warnings(
    w: &mut Write,
    (edition, decided): (EditionId, &[Decision]),
    now: Moment,
) -> Result<(), Problem> {
    let ids: Vec<AbsenceWarningId> = decided.iter().map(|one| one.warning).collect();
    let waiting: HashSet<AbsenceWarningId> =
        warnings::waiting(w, &ids)?.into_iter().map(|row| row.id).collect();
    let Some(edition) = editions::edition(w, edition)?.filter(|_| !waiting.is_empty()) else { return Ok(()) };
    let ground = Ground::load(w, edition, now)?;
    let people: Vec<EnrolmentId> = decided.iter().map(|one| one.enrolment).collect();
    let known = ground.known(w, &people)?;
    let (mut dropped, mut later) = (Vec::new(), BTreeMap::<Moment, Vec<AbsenceWarningId>>::new());
    for one in decided.iter().filter(|one| waiting.contains(&one.warning)) {
        let same = known.get(&one.enrolment) == Some(&one.known);
        match &one.fate {
            Fate::Dropped => dropped.push(one.warning),
            Fate::Later(at) => later.entry(*at).or_default().push(one.warning),
            Fate::Letter(letter) if same => {
                mail::send(w, now, letter)?;
                warnings::set_sent(w, one.warning, now)?;
            }
            Fate::Letter(_) => later.entry(now).or_default().push(one.warning),
        }
    }
    warnings::set_dropped(w, &dropped, now)?;
    for (at, these) in later {
        jobs::enqueue_at(w, now, at, job(ground.edition.id, &these))?;
    }
    Ok(())
}
