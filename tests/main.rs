//! Every test of the program as a whole, one file a feature.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed"
)]

mod architecture;
mod content;
mod db;
mod editions;
mod enrolment;
mod documents;
mod jobs;
mod lessons;
mod mail;
mod migrations;
mod organisations;
mod people;
mod printing;
mod programmes;
mod support;
mod templates;
mod views;
