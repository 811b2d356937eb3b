//! A backup of the embedded database while it is in use.

use super::Db;
use super::conn::Conn;
use super::location::Location;
use crate::kernel::Problem;
use anyhow::{Context, anyhow};
use diesel::RunQueryDsl;
use diesel::sql_types::Text;
use std::path::PathBuf;

impl Db {
    /// Copies a SQLite database into a new, compact file, as it stands at one moment; readers and the
    /// writer go on meanwhile.
    ///
    /// # Errors
    /// [`crate::kernel::ProblemCode::StorageFull`] when the disk is full, otherwise a fault of ours: the
    /// file exists already, or the database is PostgreSQL, which `pg_dump` backs up.
    pub async fn vacuum_into(&self, target: PathBuf) -> Result<(), Problem> {
        let db = self.clone();
        let copying = tokio::task::spawn_blocking(move || db.copy_to(&target));
        copying.await.map_err(Problem::internal)?
    }

    fn copy_to(&self, target: &std::path::Path) -> Result<(), Problem> {
        if let Location::Postgres(_) = self.inner.location {
            return Err(Problem::internal(anyhow!("a PostgreSQL database is backed up with pg_dump")));
        }
        let name =
            target.to_str().context("the path of the backup is not Unicode").map_err(Problem::internal)?;
        if target.exists() {
            return Err(Problem::internal(anyhow!("{name} exists already; name a new file")));
        }
        let mut conn = self.inner.location.connect().map_err(Problem::internal)?;
        if let Conn::Sqlite(sqlite) = &mut conn {
            diesel::sql_query("VACUUM INTO ?").bind::<Text, _>(name).execute(sqlite)?;
        }
        Ok(())
    }
}
