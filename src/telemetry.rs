//! Logs and metrics.

use crate::kernel::Problem;
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use std::io::IsTerminal as _;
use tracing_subscriber::EnvFilter;

/// Starts the log on standard error: coloured on a terminal, bare text in a file or a journal.
///
/// # Errors
/// The filter is malformed, or a log was started before.
pub fn start_log(filter: &str, format: &str) -> anyhow::Result<()> {
    let filter = EnvFilter::try_new(filter).map_err(|error| {
        anyhow::anyhow!("--log {filter:?} is not a filter ({error}); try warn,birge=info")
    })?;
    let builder = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr);
    let started = match format {
        "json" => builder.json().flatten_event(true).try_init(),
        _ => builder.with_target(false).try_init(),
    };
    started.map_err(|error| anyhow::anyhow!("the log could not be started: {error}"))
}

/// Installs the recorder and gives the handle that renders what was recorded.
///
/// # Errors
/// A recorder is installed already.
pub fn record_metrics() -> Result<PrometheusHandle, Problem> {
    PrometheusBuilder::new().install_recorder().map_err(Problem::internal)
}
