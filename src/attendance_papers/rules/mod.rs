//! What a matrix and a transcript say of marks and of the ledger. Pure: `now` is an argument, nothing is looked up.

pub mod choice;
pub mod matrix;
pub mod transcript;

pub use choice::{Choice, Month, PaperFormat};
pub use matrix::{Cell, Credited, Letter, Marked, Slot, Totals};
pub use transcript::{Part, Transcript};
