//! Every test of the program as a whole, one file a feature.

mod db;
mod jobs;
mod migrations;
mod content;
mod printing;
mod support;
