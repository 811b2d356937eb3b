//! A database of its own for each test: a copy of a migrated SQLite file, or with
//! `BIRGE_TEST_DATABASE=postgres` a copy of a migrated database in a private PostgreSQL cluster.

use super::postgres;
use birge::db::{Db, Engine, OpenOptions};
use std::path::Path;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use tempfile::TempDir;

/// The database the tests run on.
pub fn engine() -> Engine {
    match setting("BIRGE_TEST_DATABASE").as_deref() {
        None | Some("" | "sqlite") => Engine::Sqlite,
        Some("postgres") => Engine::Postgres,
        Some(other) => panic!("BIRGE_TEST_DATABASE is {other:?}; write sqlite or postgres"),
    }
}

/// A variable that steers the tests.
#[expect(clippy::disallowed_methods, reason = "tests are steered by the environment")]
pub fn setting(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// A database that is gone when the test is over.
pub struct TestDatabase {
    /// The database, open and migrated.
    pub db: Db,
    url: String,
    home: Home,
}

enum Home {
    Folder(#[expect(dead_code, reason = "removes the folder when dropped")] TempDir),
    Server { name: String },
}

impl TestDatabase {
    /// A migrated database of the kind the tests run on.
    pub fn new() -> TestDatabase {
        TestDatabase::with(engine(), options())
    }

    /// A migrated database of one kind, opened in a special way.
    pub fn with(engine: Engine, options: OpenOptions) -> TestDatabase {
        match engine {
            Engine::Sqlite => {
                let folder = tempfile::tempdir().unwrap();
                let file = folder.path().join("birge.db");
                std::fs::write(&file, migrated_file()).unwrap();
                TestDatabase::open(url_of(&file), Home::Folder(folder), options)
            }
            Engine::Postgres => {
                let name = unique_name();
                postgres::create(&name, Some(postgres::template()));
                TestDatabase::open(postgres::url(&name), Home::Server { name }, options)
            }
        }
    }

    /// A database without any table, of the kind the tests run on.
    pub fn empty() -> TestDatabase {
        match engine() {
            Engine::Sqlite => {
                let folder = tempfile::tempdir().unwrap();
                let url = url_of(&folder.path().join("birge.db"));
                TestDatabase::open(url, Home::Folder(folder), options())
            }
            Engine::Postgres => {
                let name = unique_name();
                postgres::create(&name, None);
                TestDatabase::open(postgres::url(&name), Home::Server { name }, options())
            }
        }
    }

    /// The URL, to open the same database again.
    pub fn url(&self) -> &str {
        &self.url
    }

    fn open(url: String, home: Home, options: OpenOptions) -> TestDatabase {
        let db = Db::open(&url, options).unwrap();
        TestDatabase { db, url, home }
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        self.db.close();
        if let Home::Server { name } = &self.home {
            postgres::remove(name);
        }
    }
}

/// Few connections: many tests share one server.
pub fn options() -> OpenOptions {
    OpenOptions { readers: 2, connections: 4, ..OpenOptions::default() }
}

fn url_of(file: &Path) -> String {
    format!("sqlite://{}", file.display())
}

fn unique_name() -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    format!("birge_test_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed))
}

/// A migrated SQLite file, made once; each test writes it to a place of its own.
fn migrated_file() -> &'static [u8] {
    static FILE: OnceLock<Vec<u8>> = OnceLock::new();
    FILE.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("template.db");
        let db = Db::open(&url_of(&file), options()).unwrap();
        db.migrate().unwrap();
        db.close();
        std::fs::read(&file).unwrap()
    })
}
