//! Letting people in, arriving, and what a trainer sees of it.

mod arriving;
mod board;
mod online;
mod opening;

pub use arriving::{About, Arrival, Coming, Look, Origin, Shown, arrive, arrive_heard, look};
pub use board::{Board, Noted, Screen, board, noted, screen};
pub use online::{Place, answer, join, own, place};
pub use opening::{close, dismiss, open};

use super::rules::{Times, code};
use super::store::OpeningRow;
use crate::attendance::store::sessions::{Seat, SessionRow};
use crate::secrets::Secrets;

/// What the codes of this installation are sealed for.
const CODE_SEAL: &str = "check-in-code";

/// The code of a message, by the key of this installation.
pub fn code_of(secrets: &Secrets) -> impl Fn(&str) -> String + '_ {
    |message| code::digits(secrets.sealed_number(CODE_SEAL, message))
}

fn times(row: &OpeningRow, seat: &Seat) -> Times {
    Times::new(&row.opening, (seat.starts_at, seat.ends_at), row.closed_at, seat.cancelled_at.is_some())
}

fn times_of(row: &OpeningRow, session: &SessionRow) -> Times {
    let span = (session.starts_at, session.ends_at);
    Times::new(&row.opening, span, row.closed_at, session.cancelled_at.is_some())
}
