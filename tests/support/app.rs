//! A real server on a free port, with a fixed clock, seeded randomness and a database of its own.

use super::browser::Browser;
use super::database::{TestDatabase, engine, options};
use birge::app::{self, Application, Parts, Stock};
use birge::db::{Db, OpenOptions};
use birge::kernel::{Clock, Moment};
use birge::printing::custom::Bounds;
use birge::secrets::Secrets;
use birge::web::limits::{Allowance, Limits};
use birge::web::{Kit, Settings};
use std::path::PathBuf;
use std::sync::{Arc, LazyLock};
use std::time::Duration;
use tempfile::TempDir;

/// When tests begin, unless they say otherwise: a Tuesday morning in term.
pub const START: &str = "2026-09-15T06:00:00Z";

/// What every test application shares: reading it anew would be most of the time of a test.
static STOCK: LazyLock<Stock> = LazyLock::new(|| Stock::load(bounds()).unwrap());

/// How templates of organisations are printed: by the program under test. A machine that runs all tests at once is slow.
pub fn bounds() -> Bounds {
    Bounds { longest: Duration::from_secs(60), ..Bounds::usual(env!("CARGO_BIN_EXE_birge").into()) }
}

/// How a test application is set up.
pub struct Builder {
    at: Moment,
    limits: Option<Limits>,
    demo: bool,
    content_dir: PathBuf,
    max_upload: usize,
    smtp_url: Option<String>,
    smtp_ca_file: Option<PathBuf>,
    trusted_proxies: Vec<std::net::IpAddr>,
    queue: usize,
}

/// The application under test.
pub struct TestApp {
    /// `http://127.0.0.1:port`.
    pub url: String,
    /// The database.
    pub db: Db,
    /// The clock; it stands until it is set.
    pub clock: Clock,
    /// The parts of the program.
    pub kit: Arc<Kit>,
    /// Where uploads and letters lie.
    pub data_dir: PathBuf,
    stop: Option<std::sync::mpsc::Sender<()>>,
    server: Option<std::thread::JoinHandle<()>>,
    _database: TestDatabase,
    _folder: TempDir,
}

impl Builder {
    /// The time it is.
    pub fn at(mut self, moment: &str) -> Builder {
        self.at = Moment::parse(moment).unwrap();
        self
    }

    /// The limits of production instead of none.
    pub fn limited(mut self) -> Builder {
        self.limits = Some(Limits::production());
        self
    }

    /// The bursts of production; next to nothing is given back while a slow machine works.
    pub fn limited_once(mut self) -> Builder {
        let once = |burst| Allowance { burst, per_minute: 1 };
        self.limits = Some(Limits::new(once(5), once(30), once(30)));
        self
    }

    /// Demonstration mode.
    pub fn demo(mut self) -> Builder {
        self.demo = true;
        self
    }

    /// Another content folder than the shipped one.
    pub fn content_dir(mut self, folder: impl Into<PathBuf>) -> Builder {
        self.content_dir = folder.into();
        self
    }

    /// The largest request body in bytes.
    pub fn max_upload(mut self, bytes: usize) -> Builder {
        self.max_upload = bytes;
        self
    }

    /// A proxy in front that is believed.
    pub fn behind(mut self, proxy: &str) -> Builder {
        self.trusted_proxies.push(proxy.parse().unwrap());
        self
    }

    /// How many jobs may wait for the database.
    pub fn queue(mut self, jobs: usize) -> Builder {
        self.queue = jobs;
        self
    }

    /// A mail server instead of files.
    pub fn smtp(mut self, url: &str) -> Builder {
        self.smtp_url = Some(url.to_owned());
        self
    }

    /// An authority of the centre's own, which the mail server's certificate may come from.
    pub fn smtp_ca_file(mut self, file: impl Into<PathBuf>) -> Builder {
        self.smtp_ca_file = Some(file.into());
        self
    }

    /// Starts it.
    pub async fn spawn(self) -> TestApp {
        let database = TestDatabase::with(engine(), OpenOptions { queue: self.queue, ..options() });
        let folder = tempfile::tempdir().unwrap();
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let clock = Clock::fixed(self.at);
        let url = format!("http://{address}");
        let kit = app::kit(
            Parts {
                db: database.db.clone(),
                clock: clock.clone(),
                secrets: Secrets::seeded([7; 32], 42),
                settings: Settings {
                    public_url: url.clone(),
                    data_dir: folder.path().to_owned(),
                    content_dir: self.content_dir,
                    demo: self.demo,
                    max_upload: self.max_upload,
                    smtp_url: self.smtp_url,
                    smtp_ca_file: self.smtp_ca_file,
                    mail_from: "Birge <no-reply@birge.example>".into(),
                    trusted_proxies: self.trusted_proxies,
                },
                limits: self.limits.unwrap_or_else(generous),
            },
            STOCK.clone(),
        )
        .unwrap();
        let (stop, stopped) = std::sync::mpsc::channel::<()>();
        let (ready, started) = std::sync::mpsc::channel();
        let served = kit.clone();
        let server = std::thread::spawn(move || {
            actix_web::rt::System::new().block_on(async move {
                let application = Application::on(served, listener, Some(1)).unwrap();
                let handle = application.handle();
                ready.send(()).unwrap();
                std::thread::spawn(move || {
                    let _ = stopped.recv();
                    actix_web::rt::System::new().block_on(handle.stop(false));
                });
                application.run().await.unwrap();
            });
        });
        started.recv().unwrap();
        TestApp {
            url,
            db: database.db.clone(),
            clock,
            kit: kit.into_inner(),
            data_dir: folder.path().to_owned(),
            stop: Some(stop),
            server: Some(server),
            _database: database,
            _folder: folder,
        }
    }
}

fn generous() -> Limits {
    let plenty = || Allowance { burst: 100_000, per_minute: 100_000 };
    Limits::new(plenty(), plenty(), plenty())
}

impl TestApp {
    /// How it is set up.
    pub fn builder() -> Builder {
        Builder {
            at: Moment::parse(START).unwrap(),
            limits: None,
            demo: false,
            content_dir: PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/course-content")),
            max_upload: 25 * 1024 * 1024,
            smtp_url: None,
            smtp_ca_file: None,
            trusted_proxies: Vec::new(),
            queue: options().queue,
        }
    }

    /// With everything as usual.
    pub async fn spawn() -> TestApp {
        TestApp::builder().spawn().await
    }

    /// At another time.
    pub async fn at(moment: &str) -> TestApp {
        TestApp::builder().at(moment).spawn().await
    }

    /// What time it is.
    pub fn now(&self) -> Moment {
        self.clock.now()
    }

    /// Sets the clock.
    pub fn set_clock(&self, moment: &str) {
        self.clock.set(Moment::parse(moment).unwrap());
    }

    /// A browser of somebody who is not signed in.
    pub fn stranger(&self) -> Browser {
        Browser::new(&self.url)
    }

    /// Runs every job that is due, as the runner would.
    pub async fn run_jobs(&self) -> usize {
        app::runner(actix_web::web::Data::from(self.kit.clone())).run_due(self.now()).await.unwrap()
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(server) = self.server.take() {
            let ended = server.join();
            if !std::thread::panicking() {
                ended.unwrap();
            }
        }
    }
}
