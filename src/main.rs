//! Parses the command line, starts the log, dispatches.

use birge::cli;
use birge::config::CommandLine;
use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run(CommandLine::parse())
}
