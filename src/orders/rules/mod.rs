//! Which paper of a group may be signed when, under which number, and by whom people may be certified. Pure.

pub mod changes;
pub mod conflicts;
pub mod content;
pub mod effects;
pub mod grades;
pub mod numbers;
pub mod presence;
pub mod snapshot;
pub mod standing;
pub mod steps;
pub mod trail;
pub mod words;

pub use conflicts::{Conflict, Exception, Tie, Ties};
pub use content::{Content, Ending, Entry, Leaver, Listed, Member, MemberRole, Outcome};
pub use snapshot::Snapshot;
pub use standing::{Own, Paper, Standing};
pub use trail::{AssessmentResult, PaperRef, Trail, issue_faults};
pub use words::{OrderKind, Part, Series};

/// The shortest reason, in characters: less is no word.
pub const SHORTEST_REASON: usize = 3;
/// The longest reason, ground or topic, in characters.
pub const LONGEST_REASON: usize = 1000;
/// The longest name, post or mark, in characters.
pub const LONGEST_NAME: usize = 300;
