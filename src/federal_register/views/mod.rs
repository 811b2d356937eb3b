//! The pages of this room.

mod board;
mod check;
mod exports;
mod settings;
mod templates;

pub use board::{BoardPage, PlacesPage, STATES, address, place};
pub use check::{CheckPage, check_of};
pub use exports::{ExportPage, ExportsPage};
pub use settings::SettingsPage;
pub use templates::{TemplatePage, TemplatesPage};

use super::rules::State;
use super::store::queue::StateRow;
use crate::kernel::{OrganisationId, PersonId, PersonName, Word as _};
use crate::web::paths;
use serde::Serialize;
use std::collections::HashMap;

/// The pages about the register of an organisation, one beside the other.
#[derive(Debug, Clone, Serialize)]
struct Around {
    organisation: String,
    board_url: String,
    check_url: String,
    exports_url: String,
    templates_url: String,
}

impl Around {
    fn new(organisation: &str, id: OrganisationId) -> Around {
        Around {
            organisation: organisation.to_owned(),
            board_url: paths::federal_register(id),
            check_url: paths::federal_check(id),
            exports_url: paths::federal_exports(id),
            templates_url: paths::federal_templates(id),
        }
    }

    fn sample() -> Around {
        Around::new("Центр «Бірге»", OrganisationId(1))
    }
}

/// The message that names a state; one without any was not exported.
fn state_key(state: Option<State>) -> String {
    format!("federal-state-{}", state.map_or("new", State::as_str))
}

/// Where a document stands, as lists show it.
#[derive(Debug, Clone, Serialize)]
struct Standing {
    key: String,
    good: bool,
    attention: bool,
    stop: bool,
    reason: Option<String>,
}

impl Standing {
    fn new(state: Option<State>, reason: Option<&str>) -> Standing {
        Standing {
            key: state_key(state),
            good: state == Some(State::Accepted),
            attention: state.is_none(),
            stop: state == Some(State::Error),
            reason: reason.map(str::to_owned),
        }
    }

    fn of(row: Option<&StateRow>) -> Standing {
        Standing::new(row.map(|row| row.state), row.and_then(|row| row.reason.as_deref()))
    }
}

fn who(names: &HashMap<PersonId, PersonName>, id: Option<PersonId>) -> Option<String> {
    id.and_then(|id| names.get(&id)).map(PersonName::full)
}
