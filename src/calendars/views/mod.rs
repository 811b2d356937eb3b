//! The pages of this room.

mod calendar;
mod feeds;
mod lines;
mod notices;

pub use calendar::CalendarPage;
pub use feeds::{FeedsPage, Shown};
pub use notices::{LIMIT, NoticesPage};

use crate::kernel::EditionId;
use crate::web::paths;
use serde::Serialize;

/// A step of the way down to a page.
#[derive(Debug, Serialize)]
struct Crumb {
    label: String,
    url: String,
}

impl Crumb {
    fn edition(id: EditionId, title: &str) -> Crumb {
        Crumb { label: title.to_owned(), url: paths::edition(id) }
    }
}
