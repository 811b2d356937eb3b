//! Telling, taking back, deciding, and looking at it.

mod deciding;
mod letters;
mod list;
mod telling;

pub use deciding::{Decision, decide};
pub use list::{Certificate, Entry, Notices, certificate, edition_of, notices};
pub use telling::{File, NewAbsence, Own, check, own, take_back, tell};

use super::rules::When;
use crate::attendance::store::sessions::SessionRow;
use crate::kernel::{Fault, Problem};

fn when(session: &SessionRow) -> When {
    When {
        held_on: session.held_on,
        zone: session.time_zone,
        starts_at: session.starts_at,
        cancelled: session.cancelled_at.is_some(),
    }
}

fn refused(field: &str, code: &'static str) -> Problem {
    Problem::invalid(vec![Fault::new(field, code)])
}
