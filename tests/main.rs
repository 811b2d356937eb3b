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
mod audit;
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
mod countries;
mod credentials;
mod db;
mod demo;
mod document_batches;
mod documents;
mod editions;
mod enrolment;
mod exchange;
mod extra_modules;
mod federal_register;
mod formats;
mod grading;
mod group_files;
mod holidays;
mod hours;
mod identities;
mod jobs;
mod journeys;
mod keyboard;
mod kill;
mod lessons;
mod letters;
mod levels;
mod live_quizzes;
mod mail;
mod make_ups;
mod mentoring;
mod messages;
mod migrations;
mod operations;
mod orders;
mod organisations;
mod outside_proofs;
mod paper_templates;
mod peer_reviews;
mod people;
mod personal_records;
mod printing;
mod programmes;
mod questions;
mod quiz_marking;
mod quiz_statistics;
mod quizzes;
mod registers;
mod reminders;
mod roll_calls;
mod rubrics;
mod sign_ups;
mod signatures;
mod site_cases;
mod staged_cases;
mod support;
mod teams;
mod timetables;
mod today;
mod views;
mod webinars;
