//! Programmes: what is taught. A programme is written as a folder of files that people read and review
//! (`docs/CONTENT.md`); this room checks the folder, and turns it into an immutable, hashed version that
//! editions are pinned to.
//!
//! `folder` reads the files (the only I/O here), `rules` finds every fault in them and builds the
//! [`rules::Programme`] without touching disk, clock or database.

pub mod folder;
pub mod rules;
pub mod store;
