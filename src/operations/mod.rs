//! What an operator needs besides the pages: metrics, housekeeping, backup and restore.

pub mod archive;
pub mod housekeeping;
pub mod metrics;
