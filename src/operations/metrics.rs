//! Prometheus metrics, on a listener of their own that is never the public one.

use crate::telemetry;
use crate::web::Kit;
use actix_web::web::{Data, get};
use actix_web::{App, HttpResponse, HttpServer};
use anyhow::Context;
use metrics_exporter_prometheus::PrometheusHandle;
use std::net::SocketAddr;
use tokio::task::JoinHandle;

/// Serves `GET /metrics`.
///
/// # Errors
/// The address cannot be listened on.
pub async fn serve(address: SocketAddr, kit: Data<Kit>) -> anyhow::Result<JoinHandle<()>> {
    let handle = telemetry::record_metrics().map_err(|problem| anyhow::anyhow!("{problem}"))?;
    let (handle, kit) = (Data::new(handle), kit);
    let server = HttpServer::new(move || {
        App::new().app_data(handle.clone()).app_data(kit.clone()).route("/metrics", get().to(show))
    })
    .workers(1)
    .disable_signals()
    .bind(address)
    .with_context(|| format!("--metrics-listen {address} cannot be listened on"))?
    .run();
    Ok(actix_web::rt::spawn(async move {
        if let Err(error) = server.await {
            tracing::error!(%error, "the metrics listener ended");
        }
    }))
}

async fn show(handle: Data<PrometheusHandle>, kit: Data<Kit>) -> HttpResponse {
    if let Ok(tally) = kit.db.read(crate::jobs::tally).await {
        metrics::gauge!("birge_jobs_waiting")
            .set(f64::from(i32::try_from(tally.waiting).unwrap_or(i32::MAX)));
        metrics::gauge!("birge_jobs_failed").set(f64::from(i32::try_from(tally.failed).unwrap_or(i32::MAX)));
    }
    handle.run_upkeep();
    HttpResponse::Ok().content_type("text/plain; version=0.0.4; charset=utf-8").body(handle.render())
}
