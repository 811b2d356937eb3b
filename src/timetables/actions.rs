//! Laying out many sessions at once, and the week.

mod copying;
mod lines;
mod repeating;
mod week;

pub use copying::{BookedCopy, CopyRun, book_copy, copy};
pub use lines::Line;
pub use repeating::{DryRun, Wanted, book_series, series};
pub use week::{Held, Week, of_edition, of_trainer};
