//! Every test of the program as a whole, one file a feature.

mod content;
mod db;
mod jobs;
mod migrations;
mod printing;
mod support;
