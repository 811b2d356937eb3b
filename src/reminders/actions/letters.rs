//! What the letters say: ready texts for their templates, in the language and the zone of each reader.

use super::standing::Warning;
use crate::attendance::actions::{held_at, path_of};
use crate::attendance::store::composition::Brief;
use crate::attendance::store::concerned::Told;
use crate::attendance::views::condition_key;
use crate::editions::rules::AttendanceBase;
use crate::editions::store::EditionRow;
use crate::kernel::{AbsenceWarningId, Language, Minutes, Permille, dates};
use crate::mail::Letter;
use crate::progress::rules::held::SoFar;
use crate::reminders::rules::Chances;
use crate::reminders::store::expected::Coming;
use crate::reminders::store::warnings::{Missed, WarningRow};
use crate::web::paths;
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::HashMap;

/// A message with what stands in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Said {
    /// The message.
    pub key: &'static str,
    /// What stands in it.
    pub args: Vec<(&'static str, String)>,
}

/// What share the document asks for and of what; nothing where it asks for none.
pub fn needed_said(base: AttendanceBase, needed: Permille) -> Option<Said> {
    let key = match base {
        AttendanceBase::Planned => "reminders-needed-planned",
        AttendanceBase::Held => "reminders-needed-held",
    };
    let args = vec![("percent", needed.as_percent().to_string())];
    (needed > Permille(0)).then_some(Said { key, args })
}

/// How many sessions can still be missed, or what has to be made up for; nothing where the document asks for no share.
pub fn chances_said(chances: &Chances) -> Option<Said> {
    if chances.needed <= Permille(0) {
        return None;
    }
    let said = |key, args: &[(&'static str, String)]| Said { key, args: args.to_vec() };
    Some(if chances.short > Minutes::ZERO {
        said("reminders-chances-short", &[("minutes", chances.short.0.to_string())])
    } else if chances.ahead == 0 {
        said("reminders-chances-over", &[])
    } else if chances.spare == 0 {
        said("reminders-chances-none", &[("ahead", chances.ahead.to_string())])
    } else {
        let (spare, ahead) = (chances.spare.to_string(), chances.ahead.to_string());
        said("reminders-chances-some", &[("spare", spare), ("ahead", ahead)])
    })
}

/// A path of ours as it stands behind the address of the home page, which ends in a slash.
fn behind_home(path: &str) -> &str {
    path.trim_start_matches('/')
}

/// That a session begins soon.
pub(super) fn session_soon(one: &Coming, brief: &Brief, told: &Told) -> Letter {
    let (row, language) = (&one.session, told.language);
    let absence = told.enrolment.map(|_| paths::own_absence(row.id));
    let day = dates::day(language, row.held_on);
    let data = json!({
        "name": told.name.address(),
        "title": one.title.0.for_reader(language),
        "topic": brief.topic,
        "edition": one.edition.title,
        "when": format!("{day}, {}", dates::time(row.starts_local)),
        "held": held_at(row, language, told.zone),
        "access": brief.conditions.iter().map(|one| condition_key(*one)).collect::<Vec<_>>(),
        "access_note": brief.access_note,
        "teaches": told.enrolment.is_none(),
        "absence": absence.as_deref().map(behind_home),
        "schedule": told.enrolment.map(|_| behind_home(paths::SCHEDULE)),
        "path": path_of(told, row),
    });
    Letter { name: "session_soon", to: told.recipient(), data }
}

fn listed(missed: &[Missed], language: Language) -> Vec<Value> {
    let line = |one: &Missed| {
        let (title, date) = (one.title.for_reader(language), dates::date(language, one.held_on));
        json!({ "title": title, "date": date })
    };
    missed.iter().map(line).collect()
}

/// The share attended in whole percent, rounded down; nothing held counts as nothing attended.
pub fn percent(so_far: SoFar) -> i32 {
    so_far.share().map_or(0, Permille::as_percent)
}

/// That somebody missed sessions, and what follows from it.
pub(super) fn absence_warning(warning: &Warning, told: &Told) -> Letter {
    let rule = &warning.edition.rule.0;
    let data = json!({
        "name": told.name.address(),
        "edition": warning.edition.title,
        "count": warning.missed.len(),
        "missed": listed(&warning.missed, told.language),
        "percent": percent(warning.so_far),
        "needed": needed_said(rule.attendance_of, rule.attendance),
        "chances": chances_said(&warning.chances),
        "hours": behind_home(&paths::person_hours(warning.enrolment)),
        "path": paths::SCHEDULE,
    });
    Letter { name: "absence_warning", to: told.recipient(), data }
}

/// Who of an edition was warned, for one of its trainers.
pub(super) fn absence_summary(
    edition: &EditionRow,
    (rows, missed): (&[WarningRow], &HashMap<AbsenceWarningId, Vec<Missed>>),
    told: &Told,
) -> Letter {
    let line = |row: &WarningRow| {
        let these: &[Missed] = missed.get(&row.id).map_or(&[], Vec::as_slice);
        json!({
            "person": row.name.full(),
            "count": these.len(),
            "missed": listed(these, told.language),
            "percent": percent(row.so_far),
        })
    };
    let data = json!({
        "name": told.name.address(),
        "edition": edition.title,
        "count": rows.len(),
        "people": rows.iter().map(line).collect::<Vec<_>>(),
        "path": paths::edition_reminders(edition.id),
    });
    Letter { name: "absence_summary", to: told.recipient(), data }
}
