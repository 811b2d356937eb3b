//! Papers as a reader gets them: text, standards, QR code, pages; and tables as people upload them.

mod blanks;
mod bounds;
mod kinds;
mod papers;
pub mod tables;
