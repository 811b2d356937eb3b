//! Changing the rubric of a case in an edition: each change is a version of its own, and what was graded stays.

use super::setups::taught_case;
use crate::audit::{self, Entry};
use crate::cases::rules::{Rubric, RubricDraft, Rubrics, lines};
use crate::cases::store;
use crate::db::{Read, Write};
use crate::editions::store::EditionRow;
use crate::kernel::{ActivityId, Actor, EditionId, Fault, Language, Localised, Moment, Problem, ProblemCode};
use serde_json::json;
use std::collections::BTreeSet;

/// The longest reason, in characters.
const LONGEST_REASON: usize = 500;

/// A rubric that may be changed.
#[derive(Debug, Clone)]
pub struct ChangingRubric {
    /// The edition.
    pub edition: EditionRow,
    /// The case.
    pub case: ActivityId,
    /// Its title.
    pub title: Localised,
    /// Every version so far.
    pub rubrics: Rubrics,
    /// The languages the case is written in: criteria are written in all of them.
    pub languages: Vec<Language>,
}

/// A change of a rubric.
#[derive(Debug, Clone)]
pub struct RubricInput {
    /// The rubric as it was typed.
    pub draft: RubricDraft,
    /// Why it is changed; trainees read it.
    pub reason: String,
    /// The number of the version that the writer had before the eyes.
    pub based_on: i32,
}

/// The rubric of a case with its versions, for those who teach or administer the edition.
///
/// # Errors
/// As [`taught_case`].
pub fn changing_rubric(
    r: &mut Read,
    actor: &Actor,
    at: (EditionId, ActivityId),
) -> Result<ChangingRubric, Problem> {
    let (edition, title) = taught_case(r, actor, at)?;
    let (definition, rubrics) = store::graded_case(r, at)?.ok_or_else(Problem::not_found)?;
    let languages = definition.texts.keys().copied().collect();
    Ok(ChangingRubric { edition, case: at.1, title, rubrics, languages })
}

/// Makes a version of the rubric, which holds for every work that nobody has graded or begun to grade with another; gives
/// back its number. Grades that were given keep theirs.
///
/// # Errors
/// As [`taught_case`]; `Conflict` with the number of the newest version when somebody was quicker; `Invalid` naming
/// every fault by its field, and for a rubric that is the same as before.
pub fn change_rubric(
    w: &mut Write,
    actor: &Actor,
    at: (EditionId, ActivityId),
    input: &RubricInput,
    now: Moment,
) -> Result<i32, Problem> {
    let found = changing_rubric(w, actor, at)?;
    let newest = found.rubrics.newest();
    if input.based_on != newest {
        return Err(Problem::new(ProblemCode::Conflict).with("number", newest));
    }
    let (rubric, reason) = checked(&found, input)?;
    let number = newest + 1;
    store::insert_rubric(w, at, (number, &rubric, &reason), (actor.person, now))?;
    let value = |number: i32, rubric: &Rubric| {
        let keys: Vec<&str> = rubric.criteria.iter().map(|one| one.key.as_str()).collect();
        json!({ "activity": at.1, "rubric": number, "criteria": keys, "most": rubric.most_points() })
    };
    let before = Some(value(newest, found.rubrics.by(newest)));
    let mut after = value(number, &rubric);
    after["reason"] = json!(reason);
    let subject = ("edition", found.edition.id.0);
    audit::record(
        w,
        actor,
        now,
        Entry { action: "case-rubric-changed", subject, before, after: Some(after) },
    )?;
    Ok(number)
}

/// The rubric and the reason, or everything that is wrong with them.
fn checked(found: &ChangingRubric, input: &RubricInput) -> Result<(Rubric, String), Problem> {
    let former = found.rubrics.by(found.rubrics.newest());
    let known: BTreeSet<String> = found.rubrics.keys();
    let mut faults = Vec::new();
    let rubric = input.draft.rubric(&found.languages, &known, former);
    let rubric = rubric.map_err(|wrong| faults.extend(wrong)).ok();
    if rubric.as_ref() == Some(former) {
        faults.push(Fault::new("criteria", "rubric-same"));
    }
    let reason = lines(input.reason.trim());
    if reason.is_empty() {
        faults.push(Fault::new("reason", "required"));
    }
    if reason.chars().count() > LONGEST_REASON {
        faults.push(Fault::new("reason", "too-long").with("limit", LONGEST_REASON));
    }
    match rubric {
        Some(rubric) if faults.is_empty() => Ok((rubric, reason)),
        _ => Err(Problem::invalid(faults)),
    }
}
