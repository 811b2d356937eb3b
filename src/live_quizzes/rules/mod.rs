//! How a live quiz goes: the code it is joined by, its clock, points and the table.

pub mod code;
pub mod points;
pub mod run;
pub mod settings;
pub mod table;
pub mod tally;

pub use points::Worth;
pub use run::{Phase, Run, Step, StepKind};
pub use settings::Settings;
pub use table::{Given, Line, Seat, TeamLine};
