//! The pages of signing up: the trainer's and the trainee's.

mod own;
mod places;
mod samples;

pub use own::OwnPage;
pub use places::PlacesPage;

use serde::Serialize;

/// A link of the way down to a page.
#[derive(Debug, Serialize)]
struct Crumb {
    label: String,
    url: String,
}
