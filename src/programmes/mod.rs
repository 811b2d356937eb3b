//! Programmes: what is taught. A programme is written as a folder of files that people read and review
//! (`docs/CONTENT.md`); this room checks the folder, and turns it into an immutable, hashed version that
//! editions are pinned to.
//!
//! `folder` reads the files (the only I/O here), `rules` finds every fault in them and builds the
//! [`rules::Programme`] without touching disk, clock or database, `actions::import` writes it down as a
//! version. Pages and API show versions, their differences, and what is not imported yet.

pub mod actions;
pub mod api;
pub mod folder;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;
