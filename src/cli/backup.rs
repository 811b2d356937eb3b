//! `birge backup` and `birge restore`.

use super::{runtime, say, store};
use crate::config::StoreOptions;
use crate::db::{Db, Engine};
use crate::files;
use crate::operations::archive;
use std::path::Path;
use std::process::ExitCode;

/// Copies database and files into one archive; the program may run meanwhile.
///
/// # Errors
/// As [`archive::write`].
pub fn backup(options: &StoreOptions, target: &Path) -> anyhow::Result<ExitCode> {
    let db = store::open(options)?;
    let count = runtime()?.block_on(archive::write(&db, &options.data_dir, target))?;
    say(&format!("{} holds {count} files, each with its SHA-256.", target.display()));
    if db.engine() == Engine::Postgres {
        say("The PostgreSQL database is not inside: back it up with pg_dump at the same time.");
    }
    db.close();
    Ok(ExitCode::SUCCESS)
}

/// Whether the database is whole, and every file it names lies where it says.
pub(super) async fn verify(db: &Db, data_dir: &Path) -> anyhow::Result<()> {
    let damage = db.damage().await.map_err(|problem| anyhow::anyhow!("{problem}"))?;
    anyhow::ensure!(damage.is_empty(), "the database is damaged: {}", damage.join("; "));
    let named = db.read(files::store::keys).await.map_err(|problem| anyhow::anyhow!("{problem}"))?;
    let folder = data_dir.join("files");
    let lost: Vec<String> = named.into_iter().filter(|key| !folder.join(key).is_file()).collect();
    anyhow::ensure!(
        lost.is_empty(),
        "{} files are named in the database and are not there, the first is {}",
        lost.len(),
        lost.first().map_or("", String::as_str)
    );
    Ok(())
}

/// Verifies an archive and restores it into an empty data folder.
///
/// # Errors
/// As [`archive::restore`].
pub fn restore(options: &StoreOptions, source: &Path) -> anyhow::Result<ExitCode> {
    let count = archive::restore(source, &options.data_dir)?;
    say(&format!("{count} files restored into {} and verified.", options.data_dir.display()));
    if !options.data_dir.join("birge.db").exists() {
        say(
            "The PostgreSQL database is not inside: restore it with pg_restore, then start with: birge serve",
        );
        return Ok(ExitCode::SUCCESS);
    }
    // The restored file, whatever database the settings name beside it.
    let restored = StoreOptions { database_url: None, ..options.clone() };
    let db = store::open_migrated(&restored)?;
    let checked = runtime()?.block_on(verify(&db, &options.data_dir));
    db.close();
    checked?;
    say("The database is whole and every file it names is there. Start with: birge serve");
    Ok(ExitCode::SUCCESS)
}
