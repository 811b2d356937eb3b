//! Bringing a database to this program's schema, and refusing one that is ahead of it.

use super::conn::{Conn, each};
use super::{Db, OpenError};
use diesel::connection::SimpleConnection;
use diesel::migration::MigrationSource;
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Text};
use diesel::sqlite::Sqlite;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};
use std::collections::BTreeMap;

/// The migrations for SQLite.
pub const SQLITE_MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
/// The migrations for PostgreSQL: the same names, in the other dialect.
pub const POSTGRES_MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// Any number, the same in every version of the program: one node migrates at a time.
const LOCK: i64 = 7_309_117_425;

impl Db {
    /// Applies the migrations that are missing and names them. Blocks; meant for the start, before
    /// anything else uses the database. Several nodes may call it at once.
    ///
    /// # Errors
    /// When the database cannot be reached or a migration fails. Each is one transaction, so the
    /// database is left at the one before.
    pub fn migrate(&self) -> Result<Vec<String>, OpenError> {
        let mut conn = self.inner.location.connect()?;
        let failed = |error: String| OpenError::Migration(error);
        match &mut conn {
            Conn::Sqlite(sqlite) => {
                // Rebuilding a table that others refer to needs the keys off; they are checked at the end.
                sqlite
                    .batch_execute("PRAGMA foreign_keys = OFF")
                    .map_err(|error| failed(error.to_string()))?;
            }
            Conn::Postgres(postgres) => {
                let lock = format!("SELECT pg_advisory_lock({LOCK})");
                postgres.batch_execute(&lock).map_err(|error| failed(error.to_string()))?;
            }
        }
        refuse_newer(&mut conn)?;
        let pending = pending(&mut conn)?;
        match &mut conn {
            Conn::Sqlite(sqlite) => sqlite.run_pending_migrations(SQLITE_MIGRATIONS).map(|_| ()),
            Conn::Postgres(postgres) => postgres.run_pending_migrations(POSTGRES_MIGRATIONS).map(|_| ()),
        }
        .map_err(|error| failed(error.to_string()))?;
        refuse_dangling(&mut conn)?;
        // The lock goes with the connection.
        Ok(pending)
    }

    /// The migrations of this program that the database lacks, in order. Blocks.
    ///
    /// # Errors
    /// When the database cannot be reached.
    pub fn pending(&self) -> Result<Vec<String>, OpenError> {
        pending(&mut self.inner.location.connect()?)
    }

    /// Whether no program has ever made its tables in it. Blocks.
    ///
    /// # Errors
    /// When the database cannot be reached.
    pub fn is_blank(&self) -> Result<bool, OpenError> {
        Ok(applied(&mut self.inner.location.connect()?)?.is_empty())
    }
}

/// Refuses a database with migrations this program does not know: it would misread the data.
pub(super) fn refuse_newer(conn: &mut Conn) -> Result<(), OpenError> {
    let known = known(conn)?;
    let unknown: Vec<String> =
        applied(conn)?.into_iter().filter(|version| !known.contains_key(version)).collect();
    if unknown.is_empty() { Ok(()) } else { Err(OpenError::Newer(unknown)) }
}

fn pending(conn: &mut Conn) -> Result<Vec<String>, OpenError> {
    let mut known = known(conn)?;
    for version in applied(conn)? {
        known.remove(&version);
    }
    Ok(known.into_values().collect())
}

/// The migrations of this program: names by version.
fn known(conn: &Conn) -> Result<BTreeMap<String, String>, OpenError> {
    let names = match conn {
        Conn::Sqlite(_) => names::<Sqlite>(&SQLITE_MIGRATIONS),
        Conn::Postgres(_) => names::<Pg>(&POSTGRES_MIGRATIONS),
    };
    names.map_err(|error| OpenError::Migration(error.to_string()))
}

fn names<DB: diesel::backend::Backend>(
    source: &impl MigrationSource<DB>,
) -> diesel::migration::Result<BTreeMap<String, String>> {
    let migrations = source.migrations()?;
    Ok(migrations.iter().map(|m| (m.name().version().to_string(), m.name().to_string())).collect())
}

#[derive(QueryableByName)]
struct Exists {
    #[diesel(sql_type = Bool)]
    there: bool,
}

#[derive(QueryableByName)]
struct Applied {
    #[diesel(sql_type = Text)]
    version: String,
}

/// The versions applied to a database; none when it was never migrated. Changes nothing, unlike
/// diesel's own question, which makes its table.
fn applied(conn: &mut Conn) -> Result<Vec<String>, OpenError> {
    applied_rows(conn).map_err(|error| OpenError::Migration(error.to_string()))
}

fn applied_rows(conn: &mut Conn) -> QueryResult<Vec<String>> {
    let table = match conn {
        Conn::Sqlite(_) => {
            "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = '__diesel_schema_migrations') AS there"
        }
        Conn::Postgres(_) => "SELECT to_regclass('__diesel_schema_migrations') IS NOT NULL AS there",
    };
    let exists: Exists = each!(conn, c => diesel::sql_query(table).get_result(c))?;
    if !exists.there {
        return Ok(Vec::new());
    }
    let sql = "SELECT version FROM __diesel_schema_migrations ORDER BY version";
    let rows: Vec<Applied> = each!(conn, c => diesel::sql_query(sql).load(c))?;
    Ok(rows.into_iter().map(|row| row.version).collect())
}

#[derive(QueryableByName)]
struct Dangling {
    #[diesel(sql_type = Text)]
    #[expect(dead_code, reason = "the rows are counted")]
    table: String,
}

fn refuse_dangling(conn: &mut Conn) -> Result<(), OpenError> {
    let Conn::Sqlite(sqlite) = conn else { return Ok(()) };
    let rows: Vec<Dangling> = diesel::sql_query("PRAGMA foreign_key_check")
        .load(sqlite)
        .map_err(|error| OpenError::Migration(error.to_string()))?;
    if rows.is_empty() { Ok(()) } else { Err(OpenError::DanglingRows(rows.len())) }
}
