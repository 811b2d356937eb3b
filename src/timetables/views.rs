//! The pages of this room: a series and its dates, a copied schedule, a week.

mod copy;
mod lines;
mod series;
mod week;

pub use copy::CopyPage;
pub use series::SeriesPage;
pub use week::WeekPage;

use serde::Serialize;

/// A step of the way down to a page.
#[derive(Debug, Serialize)]
struct Crumb {
    label: String,
    url: String,
}
