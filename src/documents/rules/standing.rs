//! How a document stands. Pure.

use crate::kernel::words;

words! {
    /// Whether a document holds.
    Standing {
        /// Действителен.
        Valid = "valid",
        /// Another document was issued in its place: it holds no longer, what it attests does.
        Replaced = "replaced",
        /// Аннулирован.
        Revoked = "revoked",
    }
}

impl Standing {
    /// How a document stands that is the valid one of its key, or was revoked, or neither.
    pub fn of(live: bool, revoked: bool) -> Standing {
        match (live, revoked) {
            (_, true) => Standing::Revoked,
            (true, false) => Standing::Valid,
            (false, false) => Standing::Replaced,
        }
    }
}
