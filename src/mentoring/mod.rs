//! The path of a mentor of a child: the application, papers with their terms, hours of training out of the ledger, the
//! interview, the admission, the pair, the staff's contacts with it, and its closure. Source: `MENTOR`, Elements of
//! Effective Practice for Mentoring, 4th edition; the training of mentors in Kazakhstan by the order of 29 April 2025.
//!
//! Of a child nobody needs more here than a code or initials and the year of birth: the year tells whether the age fits,
//! the code finds the file at the institution, where the name stands and stays.

pub mod actions;
pub mod api;
pub mod jobs;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;
