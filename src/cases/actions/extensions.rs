//! Extensions: a later last day for some, with a reason.

use super::setups::taught_case;
use crate::audit::{self, Entry};
use crate::cases::store::{self, ExtensionRow, Whom};
use crate::db::{Read, Write};
use crate::editions::store::{self as editions, EditionRow, chosen};
use crate::kernel::{
    ActivityId, Actor, EditionId, EnrolmentId, ExtensionId, Fault, Localised, Moment, OrganisationId,
    PersonName, Problem,
};
use chrono::NaiveDate;
use serde_json::json;

/// The longest reason, in characters.
const LONGEST_REASON: usize = 500;

/// The extensions of a case, and for whom there may be further ones.
#[derive(Debug, Clone)]
pub struct Extending {
    /// The edition.
    pub edition: EditionRow,
    /// The case.
    pub case: ActivityId,
    /// Its title.
    pub title: Localised,
    /// The first instant at which a work without an extension is late.
    pub due_at: Moment,
    /// The extensions that hold, the oldest first.
    pub rows: Vec<ExtensionRow>,
    /// The people of the edition by name.
    pub trainees: Vec<(EnrolmentId, PersonName)>,
    /// The organisations that sent them.
    pub senders: Vec<(OrganisationId, String)>,
}

/// A later last day.
#[derive(Debug, Clone)]
pub struct ExtensionInput {
    /// The last day in time, in the edition's zone.
    pub due_on: NaiveDate,
    /// Why.
    pub reason: String,
}

/// The extensions of a case.
///
/// # Errors
/// As [`taught_case`].
pub fn extensions(r: &mut Read, actor: &Actor, at: (EditionId, ActivityId)) -> Result<Extending, Problem> {
    let (edition, title) = taught_case(r, actor, at)?;
    let definition = store::definition(r, at.1)?.ok_or_else(Problem::not_found)?;
    let (_, setup) = store::setup(r, at)?;
    let due_at = setup.due_at(&edition.term(), definition.settings.due_days, None);
    Ok(Extending {
        case: at.1,
        title,
        due_at,
        rows: store::extensions(r, at)?,
        trainees: chosen::trainees(r, edition.id, actor.language)?,
        senders: chosen::senders(r, edition.id)?,
        edition,
    })
}

/// Makes one extension for each of some people and organisations, or for nobody when something is wrong. Versions
/// that were handed in keep the deadline they had.
///
/// # Errors
/// As [`taught_case`]; `Invalid` for nobody at all, somebody of another edition, a day after the edition, or no
/// reason.
pub fn extend(
    w: &mut Write,
    actor: &Actor,
    at: (EditionId, ActivityId),
    (whom, input): (&[Whom], &ExtensionInput),
    now: Moment,
) -> Result<Vec<ExtensionId>, Problem> {
    let (edition, _) = taught_case(w, actor, at)?;
    let faults = faults_of(&edition, whom, input);
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    let mut made = Vec::with_capacity(whom.len());
    for (place, one) in whom.iter().enumerate() {
        if !whom.iter().take(place).any(|before| before == one) {
            made.push(extend_one(w, actor, at, (*one, input), now)?);
        }
    }
    Ok(made)
}

fn faults_of(edition: &EditionRow, whom: &[Whom], input: &ExtensionInput) -> Vec<Fault> {
    let mut faults = Vec::new();
    if whom.is_empty() {
        faults.push(Fault::new("whom", "choose-some"));
    }
    if input.due_on > edition.ends_on {
        faults.push(Fault::new("due_on", "case-after-edition"));
    }
    if input.reason.trim().is_empty() {
        faults.push(Fault::new("reason", "required"));
    }
    if input.reason.chars().count() > LONGEST_REASON {
        faults.push(Fault::new("reason", "too-long").with("limit", LONGEST_REASON));
    }
    faults
}

fn extend_one(
    w: &mut Write,
    actor: &Actor,
    at: (EditionId, ActivityId),
    (whom, input): (Whom, &ExtensionInput),
    now: Moment,
) -> Result<ExtensionId, Problem> {
    let known = match whom {
        Whom::Trainee(id) => editions::enrolment(w, id)?.is_some_and(|(row, _)| row.edition_id == at.0),
        Whom::SentBy(organisation) => chosen::senders(w, at.0)?.iter().any(|(id, _)| *id == organisation),
    };
    if !known {
        return Err(Problem::invalid(vec![Fault::new("whom", "unknown")]));
    }
    let reason = input.reason.trim();
    let id = store::insert_extension(w, at, whom, (input.due_on, reason), (actor.person, now))?;
    let after = Some(json!({ "activity": at.1, "due_on": input.due_on, "reason": reason }));
    let subject = ("case-extension", id.0);
    audit::record(w, actor, now, Entry { action: "case-extended", subject, before: None, after })?;
    Ok(id)
}

/// Takes an extension back; the deadline of the case holds again.
///
/// # Errors
/// As [`taught_case`]; `NotFound` when it does not hold any more.
pub fn take_back(
    w: &mut Write,
    actor: &Actor,
    at: (EditionId, ActivityId),
    id: ExtensionId,
    now: Moment,
) -> Result<(), Problem> {
    taught_case(w, actor, at)?;
    if !store::revoke_extension(w, at, id, (actor.person, now))? {
        return Err(Problem::not_found());
    }
    let entry = Entry {
        action: "case-extension-taken-back",
        subject: ("case-extension", id.0),
        before: Some(json!({ "holds": true })),
        after: Some(json!({ "holds": false })),
    };
    audit::record(w, actor, now, entry)
}
