//! The two dialects of the schema agree with each other and with `schema.rs`.

use crate::support::database::{TestDatabase, engine, options};
use birge::db::{Db, Engine, OpenError, POSTGRES_MIGRATIONS, SQLITE_MIGRATIONS};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Text};
use diesel_migrations::MigrationHarness;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

fn migration_names(folder: &str) -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(folder);
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    entries.map(|entry| entry.file_name().into_string().unwrap()).collect()
}

#[test]
fn both_dialects_have_the_same_migrations() {
    let sqlite = migration_names("sqlite");
    assert_eq!(sqlite, migration_names("postgres"));
    assert!(!sqlite.is_empty());
}

#[test]
fn migrating_names_what_it_did_and_is_done_once() {
    let database = TestDatabase::empty();
    let names: Vec<String> = migration_names("sqlite").into_iter().collect();
    assert_eq!(database.db.pending().unwrap(), names);
    assert_eq!(database.db.migrate().unwrap(), names);
    assert_eq!(database.db.pending().unwrap(), Vec::<String>::new());
    assert_eq!(database.db.migrate().unwrap(), Vec::<String>::new());
}

#[tokio::test]
async fn a_database_migrated_by_a_newer_program_is_refused() {
    let database = TestDatabase::new();
    let ahead = "INSERT INTO __diesel_schema_migrations (version) VALUES ('9999')";
    database.db.write(move |w| Ok(w.conn().batch_execute(ahead)?)).await.unwrap();
    let error = Db::open(database.url(), options()).unwrap_err();
    assert!(matches!(&error, OpenError::Newer(unknown) if unknown == &["9999"]), "{error}");
    assert!(error.to_string().contains("newer version"), "{error}");
    assert!(matches!(database.db.migrate(), Err(OpenError::Newer(_))));
}

/// A column: its type, and whether it may be empty.
type Column = (String, bool);
type Tables = BTreeMap<String, BTreeMap<String, Column>>;

/// What `schema.rs` says, with the types as the database spells them.
fn declared(spelling: fn(&str) -> &'static str) -> Tables {
    let source =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/db/schema.rs")).unwrap();
    let mut tables = Tables::new();
    for block in source.split("diesel::table! {").skip(1) {
        let mut lines = block.lines().map(str::trim).filter(|line| !line.is_empty());
        let name = lines.next().unwrap().split(' ').next().unwrap();
        let mut columns = BTreeMap::new();
        for line in lines.take_while(|line| *line != "}") {
            let Some((column, kind)) = line.trim_end_matches(',').split_once(" -> ") else { continue };
            let nullable = kind.strip_prefix("Nullable<").and_then(|kind| kind.strip_suffix('>'));
            let spelled = spelling(nullable.unwrap_or(kind)).to_owned();
            columns.insert(column.to_owned(), (spelled, nullable.is_some()));
        }
        tables.insert(name.to_owned(), columns);
    }
    tables
}

fn sqlite_spelling(kind: &str) -> &'static str {
    match kind {
        "BigInt" | "Integer" | "Bool" => "INTEGER",
        "Binary" => "BLOB",
        "Text" | "Timestamp" | "Date" | "Time" => "TEXT",
        other => panic!("schema.rs uses {other}, which has no rule for SQLite"),
    }
}

fn postgres_spelling(kind: &str) -> &'static str {
    match kind {
        "BigInt" => "bigint",
        "Integer" => "integer",
        "Bool" => "boolean",
        "Binary" => "bytea",
        "Text" => "text",
        "Timestamp" => "timestamp without time zone",
        "Date" => "date",
        "Time" => "time without time zone",
        other => panic!("schema.rs uses {other}, which has no rule for PostgreSQL"),
    }
}

#[derive(QueryableByName)]
struct Found {
    #[diesel(sql_type = Text)]
    in_table: String,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = Bool)]
    nullable: bool,
}

const SQLITE_COLUMNS: &str = "
    SELECT m.name AS in_table, c.name AS name, c.type AS kind,
           c.\"notnull\" = 0 AND NOT (c.pk > 0 AND c.type = 'INTEGER') AS nullable
    FROM sqlite_master m, pragma_table_info(m.name) c
    WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name <> '__diesel_schema_migrations'";

const POSTGRES_COLUMNS: &str = "
    SELECT table_name::text AS in_table, column_name::text AS name, data_type::text AS kind,
           is_nullable = 'YES' AS nullable
    FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name <> '__diesel_schema_migrations'";

async fn found(db: &Db) -> Tables {
    let sql = match db.engine() {
        Engine::Sqlite => SQLITE_COLUMNS,
        Engine::Postgres => POSTGRES_COLUMNS,
    };
    let rows: Vec<Found> = db.read(move |r| Ok(diesel::sql_query(sql).load(r.conn())?)).await.unwrap();
    let mut tables = Tables::new();
    for row in rows {
        tables.entry(row.in_table).or_default().insert(row.name, (row.kind, row.nullable));
    }
    tables
}

#[tokio::test]
async fn schema_rs_says_what_a_migrated_database_has() {
    let database = TestDatabase::new();
    let declared = declared(match engine() {
        Engine::Sqlite => sqlite_spelling,
        Engine::Postgres => postgres_spelling,
    });
    let found = found(&database.db).await;
    assert!(declared.len() > 20);
    assert_eq!(declared.keys().collect::<Vec<_>>(), found.keys().collect::<Vec<_>>());
    for (table, columns) in &declared {
        assert_eq!(Some(columns), found.get(table), "{table}");
    }
}

#[derive(QueryableByName)]
struct Definition {
    #[diesel(sql_type = Text)]
    definition: String,
}

/// Tables, indexes and constraints, as the database itself words them.
async fn definitions(db: &Db) -> Vec<String> {
    let sql = match db.engine() {
        Engine::Sqlite => {
            "SELECT sql AS definition FROM sqlite_master
             WHERE sql IS NOT NULL AND name <> '__diesel_schema_migrations' ORDER BY sql"
        }
        Engine::Postgres => {
            "SELECT definition FROM (
                 SELECT tablename || ': ' || indexdef AS definition FROM pg_indexes WHERE schemaname = 'public'
                 UNION ALL
                 SELECT conrelid::regclass || ': ' || pg_get_constraintdef(oid) FROM pg_constraint
                 WHERE connamespace = 'public'::regnamespace
             ) AS every WHERE definition NOT LIKE '\\_\\_diesel%' ORDER BY definition"
        }
    };
    let rows: Vec<Definition> = db.read(move |r| Ok(diesel::sql_query(sql).load(r.conn())?)).await.unwrap();
    rows.into_iter().map(|row| row.definition).collect()
}

fn revert_all(url: &str) {
    match engine() {
        Engine::Sqlite => {
            let mut conn = SqliteConnection::establish(url.strip_prefix("sqlite://").unwrap()).unwrap();
            conn.batch_execute("PRAGMA foreign_keys = ON").unwrap();
            conn.revert_all_migrations(SQLITE_MIGRATIONS).unwrap();
        }
        Engine::Postgres => {
            PgConnection::establish(url).unwrap().revert_all_migrations(POSTGRES_MIGRATIONS).unwrap();
        }
    }
}

#[tokio::test]
async fn up_down_up_leaves_the_same_schema() {
    let database = TestDatabase::new();
    let before = definitions(&database.db).await;
    assert!(before.len() > 40);
    revert_all(database.url());
    assert_eq!(definitions(&database.db).await, Vec::<String>::new());
    assert_eq!(found(&database.db).await, Tables::new());
    assert_eq!(database.db.migrate().unwrap().len(), migration_names("sqlite").len());
    assert_eq!(definitions(&database.db).await, before);
}

/// Every rule that the database itself keeps, one a line: table, name, when and on what. A migration that rebuilds a table
/// on SQLite drops its triggers with it, and nothing else would say so.
const TRIGGERS: &str = include_str!("migrations/triggers.txt");

const SQLITE_TRIGGERS: &str = "
    SELECT tbl_name || ': ' || name
        || CASE WHEN sql LIKE '% BEFORE %' THEN ' BEFORE' ELSE ' AFTER' END
        || CASE WHEN sql LIKE '% INSERT ON %' THEN ' INSERT' WHEN sql LIKE '% DELETE ON %' THEN ' DELETE'
           ELSE ' UPDATE' END AS definition
    FROM sqlite_master WHERE type = 'trigger'";

/// Switched-off ones keep nothing, and are not counted. The bits of `tgtype` are those of `pg_trigger.h`.
const POSTGRES_TRIGGERS: &str = "
    SELECT c.relname::text || ': ' || t.tgname::text
        || CASE WHEN t.tgtype & 2 > 0 THEN ' BEFORE' ELSE ' AFTER' END
        || CASE WHEN t.tgtype & 4 > 0 THEN ' INSERT' WHEN t.tgtype & 8 > 0 THEN ' DELETE'
           ELSE ' UPDATE' END AS definition
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE NOT t.tgisinternal AND t.tgenabled <> 'D' AND c.relnamespace = 'public'::regnamespace";

#[tokio::test]
async fn row_49_no_migration_has_dropped_a_rule_of_the_database() {
    let database = TestDatabase::new();
    let sql = match engine() {
        Engine::Sqlite => SQLITE_TRIGGERS,
        Engine::Postgres => POSTGRES_TRIGGERS,
    };
    let read = move |r: &mut birge::db::Read| {
        let rows: Vec<Definition> = diesel::sql_query(sql).load(r.conn())?;
        Ok(rows.into_iter().map(|row| row.definition).collect::<BTreeSet<String>>())
    };
    let found = database.db.read(read).await.unwrap();
    let expected: BTreeSet<String> = TRIGGERS.lines().map(str::to_owned).collect();
    let dropped: Vec<&String> = expected.difference(&found).collect();
    assert!(dropped.is_empty(), "a migration has dropped or changed: {dropped:#?}");
    let unlisted: Vec<&String> = found.difference(&expected).collect();
    assert!(unlisted.is_empty(), "write into tests/migrations/triggers.txt: {unlisted:#?}");
}
