//! Birge: a learning management system for volunteer and civil-servant training.
//!
//! A room may know the rooms above it in this list, never those below.

// Diesel's macro that lets tables meet in one query goes through them one by one.
#![recursion_limit = "512"]

pub mod kernel;

pub mod db;

pub mod audit;

pub mod jobs;

pub mod secrets;

pub mod render;

pub mod printing;

pub mod files;

pub mod access;

pub mod web;

pub mod api;

pub mod mail;

pub mod people;

pub mod organisations;

pub mod formats;

pub mod questions;

pub mod programmes;

pub mod countries;

pub mod identities;

pub mod outside_proofs;

pub mod editions;

pub mod holidays;

pub mod progress;

pub mod phrases;
pub mod teams;

pub mod lessons;

pub mod attendance;

pub mod quizzes;

pub mod cases;
pub mod check_in;

pub mod grading;

pub mod quiz_marking;

pub mod quiz_statistics;

pub mod live_quizzes;

pub mod staged_cases;

pub mod peer_reviews;

pub mod case_authoring;
pub mod case_library;

pub mod absences;
pub mod agendas;
pub mod appointments;
pub mod make_ups;
pub mod roll_calls;
pub mod sign_ups;
pub mod timetables;
pub mod webinars;

pub mod calendars;
pub mod continuing_training;
pub mod mentoring;
pub mod site_cases;

pub mod attendance_papers;
pub mod reminders;

pub mod today;

pub mod credentials;
pub mod orders;
pub mod paper_templates;
pub mod registers;

pub mod documents;

pub mod letters;

pub mod levels;

pub mod document_batches;
pub mod federal_register;

pub mod signatures;

pub mod group_files;
pub mod personal_records;

pub mod operations;

pub mod app;
pub mod cli;
pub mod config;
pub mod demo;
pub mod routes;
pub mod telemetry;

/// Pages and papers are made of very many small pieces of memory; the system's allocator was a sixth of the time
/// of both.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;
