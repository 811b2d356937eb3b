//! The pages of cases of sites.

mod case;
mod case_samples;
mod copy;
mod draft;
mod own;
mod parts;
mod queue;
mod samples;
mod shared;

pub use case::{CasePage, Spot};
pub use copy::CopyPage;
pub use draft::DraftPage;
pub use own::OwnPage;
pub use queue::{QueuePage, Wished};
pub use shared::SharedPage;
