//! The commands. They print to what they are given and answer with the exit code.

pub mod content;
