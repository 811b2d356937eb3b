//! The pages of this room and the papers they lead to.

mod links;
pub mod matrix;
pub mod papers;
mod person;
mod wording;

pub use matrix::MatrixPage;
pub use person::PersonPage;
pub use wording::Wording;
