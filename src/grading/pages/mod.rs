//! The pages of those who grade.

pub mod agreement;
pub mod assignments;
pub mod calibration;
pub mod cases;
pub mod claims;
pub mod comments;
pub mod desk;
pub mod drafts;
pub mod queue;
pub mod releases;
pub mod rubrics;
