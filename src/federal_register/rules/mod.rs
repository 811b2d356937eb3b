//! What goes into the file, what is wrong with it, and until when it has to go. Pure: no database, no clock.
//!
//! Sources: 273-ФЗ art. 98 parts 9 and 10; Government decree of 31.05.2021 № 825; the template of the register itself,
//! which the organisation uploads: its headers, its lists and its looks decide.

pub mod cells;
pub mod columns;
pub mod facts;
pub mod queue;
pub mod settings;
pub mod template;
pub mod texts;

pub use facts::{Facts, Original};
pub use queue::{Due, State};
pub use settings::Settings;
pub use template::Lists;
