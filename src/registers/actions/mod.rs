//! Numbers are taken, blanks are bound, and both are looked after.

pub mod settings;
pub mod stock;
pub mod taking;
pub mod years;

pub use taking::{NumberAsk, Taken, TakenBlank, bind_blanks, take, take_next};

use crate::countries::rules::Profile;
use crate::countries::store as countries;
use crate::db::Read;
use crate::kernel::{Actor, OrganisationId, Problem};
use crate::organisations::store::{self as organisations, OrganisationRow};
use crate::programmes::rules::words::DocumentKind;
use crate::registers::rules::{Pattern, usual};
use crate::registers::store::numbers;

/// How the numbers of a kind are written, and whether it is printed on blanks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// The pattern.
    pub pattern: Pattern,
    /// Whether documents of the kind stand on printed blanks.
    pub on_blanks: bool,
}

/// The setting of an organisation and a kind; the usual one of its country where nobody has set any.
///
/// # Errors
/// When the database refuses.
pub fn setting(r: &mut Read, organisation: OrganisationId, kind: DocumentKind) -> Result<Setting, Problem> {
    let kept = numbers::setting(r, organisation, kind)?;
    match kept.and_then(|(pattern, on_blanks)| read_setting(&pattern, on_blanks)) {
        Some(setting) => Ok(setting),
        None => Ok(usual_setting(&countries::profile_of(r, organisation)?, kind)),
    }
}

fn usual_setting(profile: &Profile, kind: DocumentKind) -> Setting {
    Setting { pattern: usual(profile, kind), on_blanks: false }
}

/// A setting as it was kept. Only what can be read is ever kept.
fn read_setting(pattern: &str, on_blanks: bool) -> Option<Setting> {
    Some(Setting { pattern: Pattern::parse(pattern, "pattern").ok()?, on_blanks })
}

/// An organisation, for its administrators.
fn administered(r: &mut Read, actor: &Actor, id: OrganisationId) -> Result<OrganisationRow, Problem> {
    organisations::find(r, id)?
        .filter(|row| actor.require_administrator_of(row.id).is_ok())
        .ok_or_else(Problem::not_found)
}
