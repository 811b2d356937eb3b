//! Notices that somebody will not come, with a reason, before the start or after it.
