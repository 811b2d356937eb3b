//! HTML handlers of the sheet and of what stands around it.

pub mod desk;
pub mod paper;
pub mod sheets;
pub mod worker;
