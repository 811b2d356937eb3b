//! `birge check`: whether everything that serving needs is in order, without serving.

use super::store::{open, public_url, secrets};
use super::{backup, runtime, say, serve};
use crate::config::{ServeOptions, StoreOptions};
use anyhow::Context;
use std::path::Path;
use std::process::ExitCode;

/// `birge check`: every setting and place, one line each; fails when one of them is not in order.
///
/// # Errors
/// None: what is wrong is printed.
pub fn check(options: &ServeOptions) -> anyhow::Result<ExitCode> {
    let findings = [
        ("public address", public_url(&options.store.public_url)),
        ("secret key", key_in_order(&options.store)),
        ("data folder", data_folder(&options.store.data_dir)),
        ("database and files", database(&options.store)),
        ("mail", serve::mail_in_order(options)),
        ("programmes to import", serve::content_in_order(options)),
    ];
    let mut code = ExitCode::SUCCESS;
    for (name, finding) in findings {
        match finding {
            Ok(text) => say(&format!("ok     {name}: {text}")),
            Err(error) => {
                code = ExitCode::FAILURE;
                say(&format!("FAULT  {name}: {error:#}"));
            }
        }
    }
    Ok(code)
}

/// Checking makes nothing, the key neither.
fn key_in_order(options: &StoreOptions) -> anyhow::Result<String> {
    if options.secret_key.is_none() && !options.data_dir.join("secret.key").exists() {
        return Ok("none yet; the first start makes it".to_owned());
    }
    secrets(options).map(|_| "in order".to_owned())
}

fn data_folder(folder: &Path) -> anyhow::Result<String> {
    anyhow::ensure!(
        folder.is_dir(),
        "{} is not there; the first start makes it, unless --data-dir is mistyped",
        folder.display()
    );
    let probe = folder.join(".write-probe");
    std::fs::write(&probe, b"probe").with_context(|| format!("{} cannot be written to", folder.display()))?;
    std::fs::remove_file(&probe)?;
    Ok(folder.display().to_string())
}

fn database(options: &StoreOptions) -> anyhow::Result<String> {
    let db = open(options)?;
    let pending = db.pending()?;
    runtime()?.block_on(db.check()).map_err(|problem| anyhow::anyhow!("it does not answer: {problem}"))?;
    let whole = match pending.is_empty() {
        true => runtime()?.block_on(backup::verify(&db, &options.data_dir)),
        false => Ok(()),
    };
    db.close();
    whole?;
    anyhow::ensure!(pending.is_empty(), "migrations are waiting ({}); run birge migrate", pending.join(", "));
    Ok(format!("{:?}, up to date", db.engine()))
}
