//! What people do with cases: open one, write a draft, hand a version in; and how an edition takes it.

mod debriefs;
mod drafts;
mod files;
mod names;
mod opening;
mod setups;
mod submissions;

pub use debriefs::open_debrief;
pub use drafts::{Draft, DraftInput, Kept, Saved, save_draft, save_file};
pub use files::download;
pub use names::is_nameless;
pub use opening::{Case, Grade, Grades, Opened, State, Version, Which, open, require_workable, versions};
pub use setups::{RELEASE_JOB, SettingUp, set_up, setting_up, taught_case};
pub use submissions::{ALLOT_JOB, HandedIn, hand_in, submit};
