//! Every test of the program as a whole, one file a feature.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed"
)]

mod absences;
mod access;
mod accessibility;
mod agendas;
mod appointments;
mod architecture;
mod attendance;
mod attendance_papers;
mod browser {
    pub mod chrome;
}
mod calendars;
mod case_authoring;
mod case_library;
mod cases;
mod check_in;
mod content;
mod continuing_training;
mod db;
mod demo;
mod documents;
mod editions;
mod enrolment;
mod exchange;
mod extra_modules;
mod formats;
mod grading;
mod holidays;
mod hours;
mod jobs;
mod journeys;
mod keyboard;
mod kill;
mod lessons;
mod live_quizzes;
mod mail;
mod make_ups;
mod migrations;
mod operations;
mod organisations;
mod peer_reviews;
mod people;
mod printing;
mod programmes;
mod questions;
mod quiz_marking;
mod quiz_statistics;
mod quizzes;
mod roll_calls;
mod rubrics;
mod sign_ups;
mod site_cases;
mod staged_cases;
mod support;
mod teams;
mod timetables;
mod today;
mod views;
