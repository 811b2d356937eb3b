//! `birge serve` and `birge demo`.

use super::{say, store};
use crate::app::{self, Application, Parts, Stock};
use crate::config::{CONTENT_DIR, ServeOptions, StoreOptions};
use crate::db::Db;
use crate::demo;
use crate::files::private_folder;
use crate::kernel::Clock;
use crate::mail::jobs::{Server, Transport};
use crate::operations;
use crate::printing::custom::Bounds;
use crate::telemetry;
use crate::web::limits::Limits;
use crate::web::{Kit, Settings};
use actix_web::web::Data;
use anyhow::Context;
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

/// Serves until the process is told to stop, then finishes what is under way.
///
/// # Errors
/// A setting, the data folder, the database or the address is not in order.
pub fn serve(options: ServeOptions) -> anyhow::Result<ExitCode> {
    telemetry::start_log(&options.log, &options.log_format)?;
    content_dir_present(&options)?;
    let db = store::open_migrated(&options.store)?;
    let listener = listener(&options)?;
    run(options, (db, listener), false)
}

/// Makes a fresh demonstration folder and serves it, on loopback only.
///
/// # Errors
/// As [`serve`], or the folder already holds other data.
pub fn demo(mut options: ServeOptions) -> anyhow::Result<ExitCode> {
    telemetry::start_log(&options.log, &options.log_format)?;
    content_dir_present(&options)?;
    anyhow::ensure!(
        options.listen.ip().is_loopback(),
        "demonstration data has a known password, so `birge demo` listens on loopback only; use 127.0.0.1"
    );
    // Before anything is removed: a demonstration that runs keeps its folder.
    let listener = listener(&options)?;
    if options.store.database_url.is_some() {
        let db = store::open(&options.store)?;
        anyhow::ensure!(
            db.is_blank()?,
            "the database of --database-url (BIRGE_DATABASE_URL) is in use already, and demonstration accounts \
             have a known password; leave the setting out, or name an empty database"
        );
        db.close();
    }
    options.store.data_dir = demo_folder(&options.store)?;
    // One binary is enough: away from the repository the courses inside it are taken.
    if options.content_dir == Path::new(CONTENT_DIR) && !options.content_dir.exists() {
        options.content_dir = demo::lay_out(&options.store.data_dir)?;
    }
    let db = store::open_migrated(&options.store)?;
    run(options, (db, listener), true)
}

/// What letters go out by.
///
/// # Errors
/// A malformed address or sender, certificates that cannot be read.
pub(super) fn mail_in_order(options: &ServeOptions) -> anyhow::Result<String> {
    let ca_file = options.smtp_ca_file.as_deref();
    let server = options.smtp_url.as_deref().map(|url| Server { url, ca_file });
    let _ = Transport::new(server, &options.mail_from, &options.store.data_dir)?;
    let way = if options.smtp_url.is_some() {
        "to the mail server, which was not asked"
    } else {
        "into .eml files"
    };
    Ok(format!("{way}, from {}", options.mail_from))
}

/// Where programmes are imported from.
///
/// # Errors
/// The folder was named and is not there.
pub(super) fn content_in_order(options: &ServeOptions) -> anyhow::Result<String> {
    content_dir_present(options)?;
    Ok(options.content_dir.display().to_string())
}

/// A folder of programmes that was named must be there: a mistyped one would look like a centre without programmes.
fn content_dir_present(options: &ServeOptions) -> anyhow::Result<()> {
    let folder = &options.content_dir;
    anyhow::ensure!(
        folder.is_dir() || folder == Path::new(CONTENT_DIR),
        "{} is not there; mend --content-dir (BIRGE_CONTENT_DIR)",
        folder.display()
    );
    Ok(())
}

fn listener(options: &ServeOptions) -> anyhow::Result<TcpListener> {
    TcpListener::bind(options.listen)
        .with_context(|| format!("{} cannot be listened on; is another birge running?", options.listen))
}

/// The demonstration folder beside the data folder; made anew at every start.
fn demo_folder(options: &StoreOptions) -> anyhow::Result<std::path::PathBuf> {
    let folder = options.data_dir.join("demo");
    let marker = folder.join("DEMONSTRATION");
    if folder.exists() {
        anyhow::ensure!(
            marker.exists(),
            "{} exists and is not a demonstration; name another --data-dir",
            folder.display()
        );
        std::fs::remove_dir_all(&folder)?;
    }
    private_folder(&folder)?;
    std::fs::write(&marker, "Made by birge demo. It is removed and made anew at the next start.\n")?;
    Ok(folder)
}

fn run(
    options: ServeOptions,
    (db, listener): (Db, TcpListener),
    demonstration: bool,
) -> anyhow::Result<ExitCode> {
    let public_url = public_url(&options, listener.local_addr()?)?;
    // A mistyped mail setting is a fault at the start, not of the first letter.
    mail_in_order(&options)?;
    let kit = app::kit(
        Parts {
            db,
            clock: Clock::System,
            secrets: store::secrets(&options.store)?,
            settings: Settings {
                public_url,
                data_dir: options.store.data_dir.clone(),
                content_dir: options.content_dir.clone(),
                demo: demonstration,
                max_upload: usize::from(options.max_upload_mb) * 1024 * 1024,
                smtp_url: options.smtp_url.clone(),
                smtp_ca_file: options.smtp_ca_file.clone(),
                mail_from: options.mail_from.clone(),
                trusted_proxies: options.trusted_proxies.clone(),
            },
            limits: Limits::production(),
        },
        Stock::load(bounds(&options)?).map_err(|problem| anyhow::anyhow!("{problem}"))?,
    )
    .map_err(|problem| anyhow::anyhow!("{problem}"))?;
    actix_web::rt::System::new().block_on(async move {
        if demonstration {
            demo::furnish(&kit).await.map_err(|problem| anyhow::anyhow!("{problem}"))?;
        }
        serve_until_told(options, (kit, listener), demonstration).await
    })
}

/// How templates of organisations are printed: by this program. Its own entry among the processes stays good when the file
/// is replaced by the next version while this one runs.
fn bounds(options: &ServeOptions) -> anyhow::Result<Bounds> {
    let own = PathBuf::from("/proc/self/exe");
    let program = if own.exists() { own } else { std::env::current_exe()? };
    let longest = Duration::from_secs(u64::from(options.template_seconds));
    Ok(Bounds { program, megabytes: options.template_memory_mb, longest })
}

/// The address in links: what was set, or for a place of one's own choosing where it really listens.
fn public_url(options: &ServeOptions, listening: SocketAddr) -> anyhow::Result<String> {
    let default = "http://127.0.0.1:8080";
    if options.store.public_url == default && listening.ip().is_unspecified() {
        let here = format!("http://127.0.0.1:{}", listening.port());
        tracing::warn!(%here, "links in letters and papers lead to this machine only; set --public-url (BIRGE_PUBLIC_URL)");
        return Ok(here);
    }
    if options.store.public_url == default {
        return Ok(format!("http://{listening}"));
    }
    store::public_url(&options.store.public_url)
}

async fn serve_until_told(
    options: ServeOptions,
    (kit, listener): (Data<Kit>, TcpListener),
    demonstration: bool,
) -> anyhow::Result<ExitCode> {
    let metrics = match options.metrics_listen {
        Some(address) => Some(operations::metrics::serve(address, kit.clone()).await?),
        None => None,
    };
    let runner = app::runner(kit.clone()).start();
    let application = Application::on(kit.clone(), listener, options.workers.map(usize::from))?;
    if demonstration {
        say(&demo::sign_in_table(&kit.settings.public_url));
    } else {
        say(&format!("Birge serves {} on {}", kit.settings.public_url, application.address));
    }
    let sweeping = actix_web::rt::spawn(operations::housekeeping::run(kit.clone()));
    application.run().await?;
    sweeping.abort();
    runner.stop().await;
    if let Some(metrics) = metrics {
        metrics.abort();
    }
    kit.db.close();
    tracing::info!("stopped");
    Ok(ExitCode::SUCCESS)
}
