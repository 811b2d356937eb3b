//! What people do with cases: open one, write a draft, hand a version in, look through the queue, grade.

mod drafts;
mod extensions;
mod files;
mod grading;
mod hidings;
mod letters;
mod opening;
mod queue;
mod reminders;
mod setups;
mod submissions;

pub use drafts::{Draft, DraftInput, Kept, Saved, save_draft, save_file};
pub use extensions::{Extending, ExtensionInput, extend, extensions, take_back};
pub use files::download;
pub use grading::{GradeInput, Graded, Work, grade, work};
pub use hidings::{Hiding, hidden_file, hide, hiding, look_at_hidden};
pub use opening::{Case, Grade, Opened, State, Version, Which, open, require_workable};
pub use queue::{WaitingWork, queue, waiting};
pub use reminders::{REMINDER_JOB, Reminder, remind, reminders, send_reminder};
pub use setups::{SettingUp, set_up, setting_up, taught_case};
pub use submissions::{HandedIn, Submitted, hand_in, submit};
