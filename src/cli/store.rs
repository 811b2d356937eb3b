//! The data folder and what lies in it: opened, migrated, checked.

use super::say;
use crate::config::StoreOptions;
use crate::db::{Db, OpenOptions};
use crate::files::private_folder;
use crate::secrets::Secrets;
use anyhow::Context;
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

/// The URL of the database these options mean.
pub fn database_url(options: &StoreOptions) -> String {
    match &options.database_url {
        Some(url) => url.clone(),
        None => format!("sqlite://{}", options.data_dir.join("birge.db").display()),
    }
}

/// Opens a database that is there already. Nothing is made: a mistyped folder must not become an empty centre.
///
/// # Errors
/// There is none, or it cannot be opened; the message names the remedy.
pub fn open(options: &StoreOptions) -> anyhow::Result<Db> {
    anyhow::ensure!(
        options.database_url.is_some() || options.data_dir.join("birge.db").exists(),
        "there is no database in {}: mend --data-dir, or let `birge serve` make one",
        options.data_dir.display()
    );
    Ok(Db::open(&database_url(options), OpenOptions { create: false, ..OpenOptions::default() })?)
}

/// Opens the database, making data folder and database when they are not there.
///
/// # Errors
/// The folder or the database cannot be opened; the message names the remedy.
pub fn open_or_make(options: &StoreOptions) -> anyhow::Result<Db> {
    private_folder(&options.data_dir)
        .with_context(|| format!("the data folder {} cannot be made", options.data_dir.display()))?;
    Ok(Db::open(&database_url(options), OpenOptions::default())?)
}

/// Opens the database and brings it to this version. The one of a data folder is made when it is not there; one
/// named by a URL must be there, since the URL may be mistyped.
///
/// # Errors
/// The database cannot be opened, or a migration fails.
pub fn open_migrated(options: &StoreOptions) -> anyhow::Result<Db> {
    let db = match options.database_url {
        Some(_) => open(options),
        None => open_or_make(options),
    }?;
    migrated(db)
}

/// Opens the database of a centre that is there already and brings it to this version: for work that makes no
/// sense in an empty one. Nothing is made in a mistyped place.
///
/// # Errors
/// There is none, it cannot be opened, or a migration fails.
pub fn open_present(options: &StoreOptions) -> anyhow::Result<Db> {
    migrated(open(options)?)
}

fn migrated(db: Db) -> anyhow::Result<Db> {
    for name in db.migrate()? {
        tracing::info!(migration = %name, "migrated");
    }
    Ok(db)
}

/// That the data folder is there: with a database elsewhere it is not looked at otherwise.
///
/// # Errors
/// It is not.
pub fn data_dir_present(options: &StoreOptions) -> anyhow::Result<()> {
    anyhow::ensure!(
        options.data_dir.is_dir(),
        "{} is not there; mend --data-dir (BIRGE_DATA_DIR)",
        options.data_dir.display()
    );
    Ok(())
}

/// The secret key: the setting, or the one kept in the data folder, made at the first start.
///
/// # Errors
/// The setting is too short, or the key file cannot be read or written.
pub fn secrets(options: &StoreOptions) -> anyhow::Result<Secrets> {
    if let Some(text) = &options.secret_key {
        anyhow::ensure!(
            text.chars().count() >= 32,
            "BIRGE_SECRET_KEY has fewer than 32 characters; make one with: openssl rand -hex 32"
        );
        return Ok(Secrets::new(Secrets::key_from_text(text)));
    }
    private_folder(&options.data_dir)?;
    let path = options.data_dir.join("secret.key");
    let key = match std::fs::read(&path) {
        Ok(bytes) => <[u8; 32]>::try_from(bytes.as_slice()).with_context(|| {
            format!("{} is not a key of 32 bytes; restore it from a backup", path.display())
        })?,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => make_key(&path)?,
        Err(error) => return Err(error).with_context(|| format!("{} cannot be read", path.display())),
    };
    Ok(Secrets::new(key))
}

fn make_key(path: &Path) -> anyhow::Result<[u8; 32]> {
    use std::os::unix::fs::OpenOptionsExt;
    let key: [u8; 32] = Secrets::new([0; 32]).bytes();
    let mut file = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(&key)?;
    file.sync_all()?;
    Ok(key)
}

/// `birge migrate`: also makes a database that is named by a URL.
///
/// # Errors
/// The database cannot be opened or made, or a migration fails.
pub fn migrate(options: &StoreOptions) -> anyhow::Result<ExitCode> {
    let db = open_or_make(options)?;
    let names = db.migrate()?;
    match names.as_slice() {
        [] => say("The database is up to date."),
        names => say(&format!("Migrated: {}", names.join(", "))),
    }
    db.close();
    Ok(ExitCode::SUCCESS)
}

/// An absolute http(s) address without a path.
///
/// # Errors
/// It is not; the message gives an example.
pub fn public_url(text: &str) -> anyhow::Result<String> {
    let example = "write it like https://learn.example.org";
    let url = url::Url::parse(text).with_context(|| format!("{text:?} is not an address; {example}"))?;
    anyhow::ensure!(matches!(url.scheme(), "http" | "https"), "{text:?} is not http or https; {example}");
    anyhow::ensure!(matches!(url.path(), "" | "/"), "{text:?} has a path; {example}");
    Ok(text.trim_end_matches('/').to_owned())
}
