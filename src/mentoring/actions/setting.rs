//! What an organisation asks of its mentors.

use super::organisation;
use crate::audit::{self, Entry};
use crate::db::{Read, Write};
use crate::kernel::{Actor, Fault, Localised, Moment, OrganisationId, Problem, ProgrammeId};
use crate::mentoring::rules::Asked;
use crate::mentoring::store::settings::{self, SettingRow};
use crate::organisations::store::OrganisationRow;
use serde_json::{Value, json};

/// What is set, and what there is to choose from.
#[derive(Debug, Clone)]
pub struct Setting {
    /// The organisation.
    pub organisation: OrganisationRow,
    /// What is set.
    pub row: SettingRow,
    /// Every programme.
    pub programmes: Vec<(ProgrammeId, Localised)>,
}

/// What an organisation asks of its mentors.
///
/// # Errors
/// `NotFound` for others than those who coordinate or administer it.
pub fn show(r: &mut Read, actor: &Actor, id: OrganisationId) -> Result<Setting, Problem> {
    let organisation = organisation(r, actor, id)?;
    Ok(Setting { organisation, row: settings::of_one(r, id)?, programmes: settings::programmes(r)? })
}

/// Sets what is asked for from now on, of those on their way too.
///
/// # Errors
/// `NotFound`; `Invalid` on a number that the standard does not allow, on `programmes` for one that there is not.
pub fn set(
    w: &mut Write,
    actor: &Actor,
    id: OrganisationId,
    (asked, programmes): (&Asked, &[ProgrammeId]),
    now: Moment,
) -> Result<(), Problem> {
    let known = show(w, actor, id)?;
    let mut faults = asked.faults();
    if programmes.iter().any(|wanted| !known.programmes.iter().any(|(there, _)| there == wanted)) {
        faults.push(Fault::new("programmes", "unknown"));
    }
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    let mut chosen = programmes.to_vec();
    chosen.sort_unstable();
    chosen.dedup();
    let also = asked.checks().into_iter().skip(1).collect();
    let asked = Asked { also, ..asked.clone() };
    let row = SettingRow { number: known.row.number + 1, asked, programmes: chosen };
    if (SettingRow { number: known.row.number, ..row.clone() }) == known.row && known.row.number > 0 {
        return Ok(());
    }
    settings::insert(w, id, &row, (actor.person, now))?;
    let entry = Entry {
        action: "mentor-settings-set",
        subject: ("organisation", id.0),
        before: Some(said(&known.row)),
        after: Some(said(&row)),
    };
    audit::record(w, actor, now, entry)
}

fn said(row: &SettingRow) -> Value {
    let asked = &row.asked;
    json!({
        "training_hours": asked.training_hours, "in_person_hours": asked.in_person_hours,
        "first_contacts": asked.first_contacts, "contact_months": asked.contact_months,
        "takes_applications": asked.takes_applications, "also": asked.also, "programmes": row.programmes,
    })
}
