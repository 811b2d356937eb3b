//! What is done with the papers of a group: drafting, signing, printing, and the numbers and exceptions they need. Every look
//! at one is written down.

mod drafting;
mod group;
pub mod papers;
pub mod printing;
mod proposing;
mod reading;
mod settings;
mod signing;
mod texts;

pub use drafting::{Begin, begin, discard, edit};
pub use group::{Desk, Group, desk, group};
pub use reading::{
    Cancelling, Look, Shown, Version, Whole, edition_of, note_group_look, note_group_paper, note_look, show,
    show_for, snapshot,
};
pub use settings::{Patterns, except, patterns, revoke_exception, set_group, set_patterns};
pub use signing::{Signing, check, sign};

use super::store::{self, OrderRow};
use crate::db::Read;
use crate::kernel::{Actor, OrderId, Problem};
use crate::printing::Typesetter;
use crate::render::Words;

/// What drafting and signing need beside the database.
pub struct Tools<'a> {
    /// Knows which letters can be printed.
    pub typesetter: &'a Typesetter,
    /// The words of papers.
    pub words: &'a Words,
    /// The address under which people reach the product; goes into the code on the paper.
    pub public_url: &'a str,
}

/// A paper, for the administrators of the organisation whose it is.
///
/// # Errors
/// `NotFound` for everybody else.
fn administered(r: &mut Read, actor: &Actor, id: OrderId) -> Result<OrderRow, Problem> {
    store::order(r, id)?
        .filter(|row| actor.require_administrator_of(row.organisation_id).is_ok())
        .ok_or_else(Problem::not_found)
}
