//! Numbers are taken, blanks are bound, and both are looked after.

pub mod settings;
pub mod stock;
pub mod taking;
pub mod years;

pub use taking::{NumberAsk, Taken, TakenBlank, bind_blank, take};

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

/// The setting of an organisation and a kind; the usual one where nobody has set any.
///
/// # Errors
/// When the database refuses.
pub fn setting(r: &mut Read, organisation: OrganisationId, kind: DocumentKind) -> Result<Setting, Problem> {
    let kept = numbers::setting(r, organisation, kind)?;
    Ok(kept
        .map_or_else(|| usual_setting(kind), |(pattern, on_blanks)| read_setting(kind, &pattern, on_blanks)))
}

fn usual_setting(kind: DocumentKind) -> Setting {
    Setting { pattern: usual(kind), on_blanks: false }
}

fn read_setting(kind: DocumentKind, pattern: &str, on_blanks: bool) -> Setting {
    // Only what can be read is ever kept.
    let pattern = Pattern::parse(pattern, "pattern").unwrap_or_else(|_| usual(kind));
    Setting { pattern, on_blanks }
}

/// An organisation, for its administrators.
fn administered(r: &mut Read, actor: &Actor, id: OrganisationId) -> Result<OrganisationRow, Problem> {
    organisations::find(r, id)?
        .filter(|row| actor.require_administrator_of(row.id).is_ok())
        .ok_or_else(Problem::not_found)
}
