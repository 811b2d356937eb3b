//! The decisions of the timetable and of the roll call. Pure: `now` is an argument, nothing is looked up.

pub mod access;
pub mod beforehand;
pub mod booking;
pub mod credit;
pub mod made_up;
pub mod marks;
pub mod plan;

pub use access::Condition;
pub use beforehand::{Door, Notice, Places, Standing};
pub use booking::{Booked, Booking, SessionMode};
pub use marks::{Mark, Presence, ReasonCode, Status};

/// Declares a closed list with the texts it is stored and sent as.
macro_rules! texts {
    ($(#[$meta:meta])* $name:ident { $($(#[$on:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$on])* #[serde(rename = $text)] $variant,)+ }

        impl $name {
            /// Every value, in the order people meet them.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];

            /// The stored text.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $text,)+ }
            }

            /// The value of a stored text.
            pub fn parse(text: &str) -> Option<$name> {
                match text { $($text => Some($name::$variant),)+ _ => None }
            }
        }
    };
}
use texts;
