//! Words every room shares: ids, moments and zones, person names, minutes and hours, languages,
//! problems, and who is acting. Pure: no database, no web, no clock.

pub mod actor;
pub mod dates;
pub mod dice;
pub mod hours;
pub mod ids;
pub mod language;
pub mod name;
pub mod percent;
pub mod problem;
pub mod public_id;
pub mod time;
pub mod word;
pub mod zones;

pub use actor::{Actor, Gate, Roles};
pub use dice::Dice;
pub use hours::{AcademicHours, Minutes};
pub use ids::*;
pub use language::{Language, Localised};
pub use name::PersonName;
pub use percent::Permille;
pub use problem::{Fault, Problem, ProblemCode};
pub use public_id::PublicId;
pub use time::{Clock, Moment, ZoneName};
pub use word::Word;
pub(crate) use word::words;
