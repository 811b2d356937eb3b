//! The web kit: what every page and form passes through. Session, gate, locale, CSRF, forms, rendering,
//! errors, assets and addresses. Knows no feature room.

pub mod assets;
pub mod cookies;
pub mod errors;
pub mod forms;
pub mod guard;
pub mod guesses;
pub mod health;
pub mod kit;
pub mod limits;
pub mod locale;
pub mod paging;
pub mod paths;
pub mod scripts;
pub mod shell;
pub mod styleguide;
pub mod table;
pub mod typed;
pub mod view;

mod context;
mod downloads;
mod multipart;
mod painter;

pub use context::{LookUp, Me, Reader, Reply, Web};
pub use downloads::{attachment, has_preview, preview, streamed};
pub use errors::Failure;
pub use forms::{Choice, Field, Form, FormErrors, Upload, UploadForm};
pub use kit::{Kit, Settings};
pub use multipart::{base_name, collect};
pub use painter::Painter;
pub use shell::Flash;
pub use view::{Sample, Say, Title, View};
