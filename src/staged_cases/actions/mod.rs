//! What people do with the steps of a case: open one, decide, look at the way somebody took, see who went where.

mod clock;
mod loading;
mod overview;
mod paths;
mod playing;

pub use clock::{DEADLINE_JOB, close_overdue};
pub use loading::{Opened, Play, open};
pub use overview::{CasePreview, Overview, overview, preview};
pub use paths::{Path, PathOf, path, path_of};
pub use playing::{DecisionInput, Kept, Outcome, StepInput, decide, open_step, save_draft};
