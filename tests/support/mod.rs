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

/// The source of the whole route table.
pub fn route_table() -> String {
    let folder = std::fs::read_dir("src/routes").unwrap().map(|entry| entry.unwrap().path());
    let files = std::iter::once("src/routes.rs".into()).chain(folder);
    files.map(|file| std::fs::read_to_string(file).unwrap()).collect()
}
