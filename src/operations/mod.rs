//! What an operator needs besides the pages: metrics, housekeeping, backup and restore.

pub mod archive;
pub mod housekeeping;
pub mod metrics;

/// What the seals over the log of acts are made for: a seal of another purpose never fits.
pub const LOG_PURPOSE: &str = "audit log";
