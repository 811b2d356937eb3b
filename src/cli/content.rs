//! `birge content`: check course files, import them as versions, list what is imported.

use crate::countries::actions::hours::limits as limits_of_countries;
use crate::countries::rules::hours::limits;
use crate::countries::rules::{Country, shipped};
use crate::db::Db;
use crate::files::FileStore;
use crate::kernel::{Actor, Clock, Language};
use crate::programmes::rules::{Checked, Limits, Severity};
use crate::programmes::{actions, folder};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

/// Prints every finding of the folders, or of every programme under the content folder when none is named.
/// The exit code is 1 when anything would stop an import.
///
/// # Errors
/// The content folder cannot be read, or nothing can be printed.
pub async fn check(
    folders: &[PathBuf],
    content_dir: &Path,
    out: &mut impl Write,
) -> anyhow::Result<ExitCode> {
    check_for(folders, content_dir, Country::USUAL, out).await
}

/// The same by the fewest hours that the profile of a country asks for, as it comes with the program.
///
/// # Errors
/// As [`check`].
pub async fn check_for(
    folders: &[PathBuf],
    content_dir: &Path,
    country: Country,
    out: &mut impl Write,
) -> anyhow::Result<ExitCode> {
    let limits = limits([&shipped::profile(country)].into_iter());
    let folders = if folders.is_empty() { all_in(content_dir)? } else { folders.to_vec() };
    let mut faulty = false;
    for path in &folders {
        faulty |= checked(path, &limits, out)?.is_none();
    }
    Ok(if faulty { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn all_in(content_dir: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let names = folder::list(content_dir).map_err(|error| {
        anyhow::anyhow!("{}: {error}; name folders, or use --content-dir", content_dir.display())
    })?;
    anyhow::ensure!(
        !names.is_empty(),
        "{}: there is no folder with a programme.toml in it",
        content_dir.display()
    );
    Ok(names.into_iter().map(|name| content_dir.join(name)).collect())
}

/// Checks a folder and prints what was found; `None` when it cannot be imported.
fn checked(path: &Path, limits: &Limits, out: &mut impl Write) -> anyhow::Result<Option<Checked>> {
    let shown = path.display().to_string();
    let checked = match actions::check_within(path, limits) {
        Ok(checked) => checked,
        Err(fault) => {
            writeln!(out, "{fault}")?;
            return Ok(None);
        }
    };
    for finding in &checked.findings {
        writeln!(out, "{}", finding.printed(&shown))?;
    }
    let count = |severity| checked.findings.iter().filter(|finding| finding.severity() == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    match &checked.programme {
        Some(programme) => {
            let hours = programme.hours.parts();
            let activities = programme.activities().count();
            writeln!(out, "{shown}: {activities} activities, {hours} academic hours, warnings: {warnings}")?;
        }
        None => writeln!(out, "{shown}: errors: {errors}, warnings: {warnings}")?,
    }
    Ok(checked.programme.is_some().then_some(checked))
}

/// Imports folders as new versions. A folder with errors is not imported, the others are; the exit code is 1 then.
///
/// # Errors
/// The database or the file store.
pub async fn import(
    db: &Db,
    files: &FileStore,
    clock: &Clock,
    folders: &[PathBuf],
    out: &mut impl Write,
) -> anyhow::Result<ExitCode> {
    let mut faulty = false;
    let limits = db.read(limits_of_countries).await?;
    for path in folders {
        let Some(programme) =
            checked(path, &limits, out)?.and_then(|checked| checked.programme).map(Arc::new)
        else {
            faulty = true;
            continue;
        };
        let (media, now) = (actions::lay_away(files, &programme).await?, clock.now());
        let content = programme.clone();
        let imported =
            db.write(move |w| actions::import(w, &Actor::program(), &content, &media, now)).await?;
        let (slug, number) = (&programme.slug, imported.number);
        if imported.new {
            writeln!(out, "{slug}: imported as version {number}")?;
        } else {
            writeln!(out, "{slug}: the same as version {number}, nothing was changed")?;
        }
    }
    Ok(if faulty { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Lists the imported programmes with their versions.
///
/// # Errors
/// The database.
pub async fn list(db: &Db, out: &mut impl Write) -> anyhow::Result<ExitCode> {
    let shelf = db.read(actions::shelf).await?;
    if shelf.is_empty() {
        writeln!(out, "no programme is imported yet; try: birge content import course-content/*")?;
    }
    for (version, editions) in shelf.iter().flat_map(|shelved| &shelved.versions) {
        writeln!(
            out,
            "{} version {}: {}, {} academic hours, imported {}, editions: {editions}",
            version.slug,
            version.number,
            version.title.0.for_reader(Language::En),
            version.volume().parts(),
            version.imported_at.rfc3339()
        )?;
    }
    Ok(ExitCode::SUCCESS)
}
