//! Printing: data in, bytes out. Papers as PDF, QR codes as SVG, calendars for other programs, the tables people
//! upload and those they take away.
//!
//! Nothing here knows a database, a page or a clock: what is printed, in which words and with which date
//! comes from the caller, so the same input gives the same bytes for ever.

pub mod calendars;
pub mod custom;
pub mod fields;
pub mod filling;
mod fitting;
pub mod official;
pub mod papers;
pub mod phrases;
pub mod pictures;
mod qr;
pub mod sheets;
pub mod table_paper;
pub mod tables;
mod typesetter;
mod world;

pub use custom::CustomTemplate;
pub use fields::PaperFields;
pub use papers::{CompletionPaper, PaperModule, PaperText};
pub use qr::{QrError, qr_svg};
pub use typesetter::{DocumentStamp, PrintError, Template, Typesetter};
