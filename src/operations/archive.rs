//! Backup and restore: one tar file with the database, the files, the key, and a manifest of SHA-256 sums.
//!
//! The copy of SQLite is made by the database itself while the program runs (`VACUUM INTO`); with PostgreSQL
//! the database is backed up by its own tools and the archive holds files and key.

use crate::db::{Db, Engine};
use crate::files::{private_file, private_folder};
use anyhow::Context;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::{ErrorKind, Read};
use std::path::{Component, Path, PathBuf};

const MANIFEST: &str = "MANIFEST.sha256";

/// Parts of the data folder that an archive holds besides the database.
const FOLDERS: [&str; 2] = ["files", "mail"];

/// Writes an archive; gives back how many files it holds.
///
/// # Errors
/// The archive exists already, or something cannot be read or written. A half-written archive is removed.
pub async fn write(db: &Db, data_dir: &Path, archive: &Path) -> anyhow::Result<usize> {
    anyhow::ensure!(!archive.exists(), "{} exists already; name another file", archive.display());
    let part = beside(archive, "part");
    let copy = data_dir.join(format!("backup-in-progress-{}.db", std::process::id()));
    let written = write_part(db, data_dir, &copy, &part).await;
    // The copy is ours alone; whether it was made or not, it must not stay.
    let _ = std::fs::remove_file(&copy);
    match written {
        Ok(count) => {
            std::fs::rename(&part, archive)?;
            Ok(count)
        }
        Err(error) => {
            let _ = std::fs::remove_file(&part);
            Err(error)
        }
    }
}

/// A place of our own beside another: its whole name with something added, so that nobody else's file is meant.
fn beside(place: &Path, word: &str) -> PathBuf {
    let mut name = place.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{word}"));
    place.with_file_name(name)
}

async fn write_part(db: &Db, data_dir: &Path, copy: &Path, part: &Path) -> anyhow::Result<usize> {
    let _ = std::fs::remove_file(copy);
    let mut sources: BTreeMap<String, PathBuf> = BTreeMap::new();
    if db.engine() == Engine::Sqlite {
        db.vacuum_into(copy.to_owned()).await.map_err(|problem| anyhow::anyhow!("{problem}"))?;
        sources.insert("birge.db".to_owned(), copy.to_owned());
    }
    let key = data_dir.join("secret.key");
    if key.exists() {
        sources.insert("secret.key".to_owned(), key);
    }
    for folder in FOLDERS {
        gather(&data_dir.join(folder), folder, &mut sources)?;
    }
    let mut tar = tar::Builder::new(private_file(part)?);
    let (mut manifest, mut count) = (String::new(), 0);
    for (name, path) in &sources {
        let file = match std::fs::File::open(path) {
            // Since it was listed, the running program has thrown it away.
            Err(error) if error.kind() == ErrorKind::NotFound => continue,
            file => file.with_context(|| format!("{} cannot be read", path.display()))?,
        };
        let size = file.metadata()?.len();
        let mut hashed = Hashed { inner: file.take(size), sum: Sha256::new() };
        append(&mut tar, name, size, &mut hashed)?;
        manifest.push_str(&format!("{}  {name}\n", hex::encode(hashed.sum.finalize())));
        count += 1;
    }
    append(&mut tar, MANIFEST, manifest.len() as u64, manifest.as_bytes())?;
    tar.into_inner()?.sync_all()?;
    Ok(count)
}

fn append(
    tar: &mut tar::Builder<std::fs::File>,
    name: &str,
    size: u64,
    content: impl Read,
) -> anyhow::Result<()> {
    let mut header = tar::Header::new_gnu();
    header.set_size(size);
    header.set_mode(0o600);
    header.set_cksum();
    tar.append_data(&mut header, name, content)?;
    Ok(())
}

/// What is read through it is summed up, so that no file has to fit into memory.
struct Hashed<R> {
    inner: R,
    sum: Sha256,
}

impl<R: Read> Read for Hashed<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.sum.update(buffer.get(..count).unwrap_or_default());
        Ok(count)
    }
}

fn gather(folder: &Path, name: &str, sources: &mut BTreeMap<String, PathBuf>) -> anyhow::Result<()> {
    if !folder.exists() {
        return Ok(());
    }
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let file_name = entry.file_name().to_string_lossy().into_owned();
        // Half-written letters begin with a dot, half-written uploads bear a number after a hash sign.
        if file_name.starts_with('.') || file_name.contains('#') {
            continue;
        }
        let (path, name) = (entry.path(), format!("{name}/{file_name}"));
        if entry.file_type()?.is_dir() {
            gather(&path, &name, sources)?;
        } else {
            sources.insert(name, path);
        }
    }
    Ok(())
}

/// Verifies an archive and unpacks it into a data folder that holds nothing of ours yet.
///
/// # Errors
/// The folder is not empty, the archive is damaged or has names that leave the folder. Nothing is left
/// behind then.
pub fn restore(archive: &Path, data_dir: &Path) -> anyhow::Result<usize> {
    let taken = data_dir.exists() && std::fs::read_dir(data_dir)?.next().is_some();
    anyhow::ensure!(!taken, "{} is not empty; restore into a new folder", data_dir.display());
    let sums = verify(archive)?;
    let staging = beside(data_dir, "restoring");
    if staging.exists() {
        std::fs::remove_dir_all(&staging)?;
    }
    private_folder(&staging)?;
    if let Err(error) = unpack(archive, &staging) {
        let _ = std::fs::remove_dir_all(&staging);
        return Err(error);
    }
    if data_dir.exists() {
        std::fs::remove_dir(data_dir)?;
    }
    if let Some(parent) = data_dir.parent().filter(|parent| !parent.as_os_str().is_empty()) {
        std::fs::create_dir_all(parent)?;
    }
    std::fs::rename(&staging, data_dir)?;
    Ok(sums.len())
}

fn unpack(archive: &Path, folder: &Path) -> anyhow::Result<()> {
    for entry in tar::Archive::new(std::fs::File::open(archive)?).entries()? {
        let mut entry = entry?;
        let name = entry.path()?.into_owned();
        if name.as_os_str() == MANIFEST {
            continue;
        }
        let target = folder.join(&name);
        if let Some(parent) = target.parent() {
            std::fs::create_dir_all(parent)?;
        }
        std::io::copy(&mut entry, &mut private_file(&target)?)?;
    }
    Ok(())
}

/// Reads the whole archive against its manifest.
fn verify(archive: &Path) -> anyhow::Result<BTreeMap<String, String>> {
    let file =
        std::fs::File::open(archive).with_context(|| format!("{} cannot be opened", archive.display()))?;
    let mut found = BTreeMap::new();
    let mut manifest = None;
    for entry in tar::Archive::new(file).entries()? {
        let mut entry = entry.context("the archive is damaged")?;
        let path = entry.path()?.into_owned();
        let inside = path.components().all(|part| matches!(part, Component::Normal(_)));
        anyhow::ensure!(inside, "the archive names {}, outside of the data folder", path.display());
        if path.as_os_str() == MANIFEST {
            let mut text = String::new();
            entry.read_to_string(&mut text).context("the manifest is damaged")?;
            manifest = Some(text);
        } else {
            let mut hashed = Hashed { inner: entry, sum: Sha256::new() };
            std::io::copy(&mut hashed, &mut std::io::sink()).context("the archive is damaged")?;
            found.insert(path.to_string_lossy().into_owned(), hex::encode(hashed.sum.finalize()));
        }
    }
    let manifest = manifest.context("the archive has no manifest: it is cut off, or not one of ours")?;
    let stated: BTreeMap<String, String> = manifest
        .lines()
        .filter_map(|line| line.split_once("  "))
        .map(|(sum, name)| (name.to_owned(), sum.to_owned()))
        .collect();
    for (name, sum) in &stated {
        anyhow::ensure!(found.get(name) == Some(sum), "{name} is missing from the archive or damaged");
    }
    anyhow::ensure!(stated.len() == found.len(), "the archive holds files that its manifest does not name");
    Ok(stated)
}
