//! The program put together: the tests run exactly what production runs.

use crate::db::Db;
use crate::documents::actions::tally::{self, Tally};
use crate::files::FileStore;
use crate::jobs::Runner;
use crate::kernel::{Clock, Problem};
use crate::live_quizzes::hub::Hub;
use crate::printing::Typesetter;
use crate::printing::custom::Bounds;
use crate::render::{Templates, Words};
use crate::routes;
use crate::secrets::Secrets;
use crate::web::assets::Assets;
use crate::web::limits::Limits;
use crate::web::{Kit, Settings, errors, guard};
use actix_web::middleware::{Compress, from_fn};
use actix_web::web::Data;
use actix_web::{App, HttpServer, dev::Server};
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use tokio::sync::Semaphore;

/// What a kit is put together from.
pub struct Parts {
    /// The database, migrated.
    pub db: Db,
    /// The time.
    pub clock: Clock,
    /// Keys and randomness.
    pub secrets: Secrets,
    /// What an operator has set.
    pub settings: Settings,
    /// Who may try how often.
    pub limits: Limits,
}

/// What the program carries with it and never changes: read once in a process, however many kits are put together.
#[derive(Clone)]
pub struct Stock {
    words: Arc<Words>,
    templates: Arc<Templates>,
    typesetter: Arc<Typesetter>,
    assets: Arc<Assets>,
}

impl Stock {
    /// Reads messages, templates, fonts and what browsers load; templates of organisations are printed within bounds.
    ///
    /// # Errors
    /// What does not load: a fault of the build.
    pub fn load(bounds: Bounds) -> Result<Stock, Problem> {
        let words = Arc::new(Words::load().map_err(Problem::internal)?);
        let templates = Arc::new(Templates::load(words.clone()).map_err(Problem::internal)?);
        let typesetter = Arc::new(Typesetter::new().map_err(Problem::internal)?.bounded(bounds));
        Ok(Stock { words, templates, typesetter, assets: Arc::new(Assets::load()) })
    }
}

/// How many long papers are printed at once; whoever comes next is told to try again.
const PRINTERS: usize = 2;

/// Puts the parts together.
///
/// # Errors
/// A data folder that cannot be used.
pub fn kit(parts: Parts, stock: Stock) -> Result<Data<Kit>, Problem> {
    let Stock { words, templates, typesetter, assets } = stock;
    let files = FileStore::in_folder(&parts.settings.data_dir.join("files"))?;
    let hashers = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
    Ok(Data::new(Kit {
        db: parts.db,
        words,
        templates,
        clock: parts.clock,
        secrets: parts.secrets,
        files,
        typesetter,
        settings: parts.settings,
        assets,
        limits: parts.limits,
        hashing: Arc::new(Semaphore::new(hashers)),
        printing: Arc::new(Semaphore::new(PRINTERS)),
    }))
}

/// The runner with the handlers of every room.
pub fn runner(kit: Data<Kit>) -> Runner {
    routes::jobs(Runner::new(kit.db.clone(), kit.clock.clone()), kit)
}

/// A server that listens but does not serve yet.
pub struct Application {
    /// Where it listens; the port is real even when 0 was asked for.
    pub address: SocketAddr,
    server: Server,
    hub: Data<Hub>,
    tally: Data<Tally>,
    db: Db,
}

impl Application {
    /// Takes a listener over.
    ///
    /// # Errors
    /// The system's.
    pub fn on(kit: Data<Kit>, listener: TcpListener, workers: Option<usize>) -> std::io::Result<Application> {
        let address = listener.local_addr()?;
        let cores = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
        let hub = Data::new(Hub::new(kit.db.clone(), kit.clock.clone()));
        let shared = hub.clone();
        let tally = Data::new(Tally::default());
        let (counting, db) = (tally.clone(), kit.db.clone());
        let server = HttpServer::new(move || {
            App::new()
                .app_data(kit.clone())
                .app_data(shared.clone())
                .app_data(counting.clone())
                .wrap(Compress::default())
                .wrap(from_fn(errors::present))
                .wrap(from_fn(guard::protect))
                .configure(routes::table)
        })
        .workers(workers.unwrap_or(cores))
        .shutdown_timeout(20)
        .listen(listener)?
        .run();
        Ok(Application { address, server, hub, tally, db })
    }

    /// Serves until it is told to stop; requests under way are finished.
    ///
    /// # Errors
    /// What the server could not survive.
    pub async fn run(self) -> std::io::Result<()> {
        let (hub, tally, db) = (self.hub, self.tally, self.db);
        let closing = actix_web::rt::spawn(async move {
            told_to_stop().await;
            hub.close();
        });
        let served = self.server.await;
        closing.abort();
        // Whoever looked last is counted too.
        if let Err(problem) = tally::flush(&tally, &db).await {
            tracing::warn!(%problem, "the last looks at documents were not counted");
        }
        served
    }

    /// The handle by which the server is stopped from elsewhere.
    pub fn handle(&self) -> actix_web::dev::ServerHandle {
        self.server.handle()
    }
}

/// Waits for the signal that the server waits for too: connections that never end by themselves must be ended.
async fn told_to_stop() {
    #[cfg(unix)]
    if let Ok(mut term) = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        tokio::select! {
            _ = term.recv() => {}
            _ = tokio::signal::ctrl_c() => {}
        }
        return;
    }
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}
