//! Reading what papers say. Who may read what is decided here, each time.

mod expected;
mod matrix;
mod person;

pub use super::rules::matrix::Reading;
pub use matrix::{Asked, Column, Matrix, Row, Span, matrix};
pub use person::{PersonMatrix, Studied, person, studied};

use crate::attendance::actions::{self as attendance, Sheet};
use crate::db::Read;
use crate::kernel::{Actor, Language, Moment, OrganisationId, Problem, ProblemCode, SessionId};
use crate::organisations::store::{self as organisations, OrganisationRow};

/// A sheet for people to sign at a session, with who holds the session.
#[derive(Debug, Clone)]
pub struct SignIn {
    /// The session and its people, sorted for the language of the paper.
    pub sheet: Sheet,
    /// The organisation that runs the edition.
    pub organisation: OrganisationRow,
}

/// The people of a session who sign in on paper (L6), for its trainers and administrators.
///
/// # Errors
/// `NotFound` for anybody else; `SessionCancelled`.
pub fn sign_in(
    r: &mut Read,
    actor: &Actor,
    id: SessionId,
    language: Language,
    now: Moment,
) -> Result<SignIn, Problem> {
    let reader = Actor { language, ..actor.clone() };
    let sheet = attendance::sheet(r, &reader, id, now)?;
    if sheet.session.cancelled_at.is_some() {
        return Err(Problem::new(ProblemCode::SessionCancelled));
    }
    Ok(SignIn { organisation: organisation(r, sheet.edition.organisation_id)?, sheet })
}

fn organisation(r: &mut Read, id: OrganisationId) -> Result<OrganisationRow, Problem> {
    organisations::find(r, id)?.ok_or_else(Problem::not_found)
}
