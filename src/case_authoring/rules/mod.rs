//! The text of a case as parts that a form can show and change. Whatever a form cannot express stays as it is written.

pub mod front;
pub mod outline;
pub mod part;
pub mod plan;
pub mod rubric;
pub mod skeleton;
pub mod sketch;
pub mod spots;
pub mod step;
pub mod walk;

pub use front::{Handed, Settings};
pub use outline::{Outline, Section, Sort};
pub use part::{Command, Part};
pub use plan::NewCase;
pub use rubric::{Row, Rubric};
pub use step::{Choice, Step};
pub use walk::{Halt, Walk, Way};
