//! What the tests stand on.

pub mod app;
pub mod browser;
pub mod database;
pub mod fixtures;
pub mod learning;
pub mod organisations;
pub mod paper;
mod postgres;
pub mod smtp;
pub mod world;

pub use app::TestApp;
pub use browser::{ApiClient, Browser, Page};
pub use fixtures::{PASSWORD, Person};
