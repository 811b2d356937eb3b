//! Pages of cases of sites.

pub mod cases;
pub mod copies;
pub mod drafts;
pub mod own;
pub mod queue;
