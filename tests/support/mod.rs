//! What the tests stand on.

pub mod app;
pub mod appointments;
pub mod browser;
pub mod database;
pub mod entry;
pub mod federal;
pub mod finishing;
pub mod fixtures;
pub mod identities;
pub mod issuing;
pub mod learning;
pub mod mail_server;
pub mod orders;
pub mod organisations;
pub mod paper;
pub mod ports;
mod postgres;
pub mod queries;
pub mod routes;
pub mod smtp;
pub mod things;
pub mod world;

pub use app::TestApp;
pub use browser::{ApiClient, Browser, Page};
pub use fixtures::{PASSWORD, Person};
