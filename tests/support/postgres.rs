//! A private PostgreSQL cluster: started once on a free port, stopped and removed when the process
//! ends, however it ends. `BIRGE_TEST_POSTGRES` names a server to use instead.

use super::database::setting;
use super::ports::address_of_its_own;
use birge::db::{Db, OpenOptions};
use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection, QueryResult};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;

/// The shell that owns the cluster. It reads its standard input, which closes when this process is
/// gone; then it stops the server and removes the folder. Nobody listening any more must not end it.
const KEEPER: &str = r#"
trap '' INT PIPE
folder=$(mktemp -d /tmp/birge-postgres-XXXXXX) || exit 1
cd "$folder"
"$BIN/initdb" -D data -U birge -A trust -E UTF8 --locale=C --no-sync >log 2>&1 &&
"$BIN/pg_ctl" -D data -w -l log start -o "-F -k $folder -h 127.0.0.1 -p $PORT -c max_connections=200 \
    -c synchronous_commit=off -c full_page_writes=off" >>log 2>&1 && echo ready || { cat log; echo failed; }
read -r _
"$BIN/pg_ctl" -D data -m immediate stop >/dev/null 2>&1
cd / && rm -rf "$folder"
"#;

/// The URL of a database on the server.
pub fn url(name: &str) -> String {
    let server = server();
    let (server, query) = server.split_once('?').unwrap_or((server, ""));
    let base = server.rsplit_once('/').map_or(server, |(base, _)| base);
    if query.is_empty() { format!("{base}/{name}") } else { format!("{base}/{name}?{query}") }
}

/// Makes a database, as a copy of a template or empty.
pub fn create(name: &str, template: Option<&str>) {
    let template = template.unwrap_or("template0");
    execute(&format!("CREATE DATABASE {name} TEMPLATE {template}")).unwrap();
}

/// Removes a database, whoever is still connected.
pub fn remove(name: &str) {
    execute(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).unwrap();
}

/// A migrated database to copy. Its name follows from the migrations, so that several test processes
/// on one server share it; the first makes it.
pub fn template() -> &'static str {
    static NAME: OnceLock<String> = OnceLock::new();
    NAME.get_or_init(|| {
        let name = format!("birge_template_{:016x}", migrations_hash());
        let mut admin = PgConnection::establish(server()).unwrap();
        admin.batch_execute("SELECT pg_advisory_lock(7309117426)").unwrap();
        if PgConnection::establish(&url(&name)).is_err() {
            let growing = format!("{name}_growing");
            remove(&growing);
            create(&growing, None);
            let db =
                Db::open(&url(&growing), OpenOptions { connections: 1, ..OpenOptions::default() }).unwrap();
            db.migrate().unwrap();
            db.close();
            execute(&format!("ALTER DATABASE {growing} RENAME TO {name}")).unwrap();
        }
        name
    })
}

fn execute(sql: &str) -> QueryResult<()> {
    PgConnection::establish(server()).unwrap().batch_execute(sql)
}

fn server() -> &'static str {
    static SERVER: OnceLock<(String, Option<Child>)> = OnceLock::new();
    let (url, _keeper) = SERVER.get_or_init(|| match setting("BIRGE_TEST_POSTGRES") {
        Some(url) => (url, None),
        None => {
            let (url, keeper) = start();
            (url, Some(keeper))
        }
    });
    url
}

fn start() -> (String, Child) {
    let port = address_of_its_own().port();
    let mut keeper = as_somebody_unprivileged()
        .arg(KEEPER)
        .env("BIN", programs())
        .env("PORT", port.to_string())
        .process_group(0)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = String::new();
    for line in BufReader::new(keeper.stdout.take().unwrap()).lines() {
        let line = line.unwrap();
        match line.as_str() {
            "ready" => return (format!("postgres://birge@127.0.0.1:{port}/postgres"), keeper),
            "failed" => break,
            line => said.extend([line, "\n"]),
        }
    }
    panic!("PostgreSQL did not start:\n{said}");
}

/// A shell; PostgreSQL refuses to run as root, so root becomes the user its package made.
fn as_somebody_unprivileged() -> Command {
    let root = std::fs::metadata("/proc/self").is_ok_and(|me| std::os::unix::fs::MetadataExt::uid(&me) == 0);
    let mut command = if root {
        let mut command = Command::new("setpriv");
        command.args(["--reuid=postgres", "--regid=postgres", "--init-groups", "sh"]);
        command
    } else {
        Command::new("sh")
    };
    command.arg("-c");
    command
}

/// Where `initdb` lies: Debian keeps it apart, others have it on the path.
fn programs() -> PathBuf {
    let packaged = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut versions: Vec<PathBuf> = packaged.map(|version| version.path().join("bin")).collect();
    versions.sort();
    let path = setting("PATH").unwrap_or_default();
    let on_path = path.split(':').map(|folder| Path::new(folder).to_path_buf());
    let mut places = versions.into_iter().rev().chain(on_path);
    places
        .find(|folder| folder.join("initdb").is_file())
        .expect("PostgreSQL's initdb is not installed; install PostgreSQL or set BIRGE_TEST_POSTGRES")
}

fn migrations_hash() -> u64 {
    let mut hasher = DefaultHasher::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations/postgres");
    let mut migrations: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    migrations.sort();
    for migration in migrations {
        migration.file_name().hash(&mut hasher);
        std::fs::read(migration.join("up.sql")).unwrap().hash(&mut hasher);
    }
    hasher.finish()
}
