//! Pages of peer reviews.

pub mod reviews;
pub mod rounds;
