//! What people do with cases: open one, write a draft, hand a version in; and how an edition takes it.

mod afterwards;
mod deadlines;
mod debriefs;
mod drafts;
mod extensions;
mod files;
mod former;
mod hidings;
mod letters;
mod names;
mod opening;
mod ratings;
mod reminders;
mod rubrics;
mod setups;
mod submissions;
mod teams;
mod versions;

pub use super::store::Present;
pub use afterwards::{Afterwards, last_deadline};
pub use deadlines::deadlines;
pub use debriefs::open_debrief;
pub use drafts::{Draft, DraftInput, Kept, Saved, save_draft, save_file};
pub use extensions::{Extending, ExtensionInput, extend, extensions, take_back};
pub use files::download;
pub use former::Former;
pub use hidings::{Hiding, hidden_file, hide, hiding, look_at_hidden};
pub use names::{is_nameless, nameless};
pub use opening::{Case, Opened, State, Which, open, require_workable};
pub use ratings::{Said as SaidOfMembers, rate};
pub use reminders::{REMINDER_JOB, Reminder, remind, reminders, send_reminder};
pub use rubrics::{ChangingRubric, RubricInput, change_rubric, changing_rubric};
pub use setups::{RELEASE_JOB, SettingUp, set_up, setting_up, taught_case};
pub use submissions::{ALLOT_JOB, HandedIn, Submitted, hand_in, submit};
pub use teams::CaseTeam;
pub use versions::{Grade, Grades, Own, Version, versions};
