//! Archives: many files as one ZIP, written into the file store piece by piece, so that no archive stands in memory
//! (.ZIP File Format Specification, sections 4.3 and 4.4). Files are laid in as they are: papers are compressed already.

use super::{FileStore, StoredBlob, WAITING, key_of, storage_problem};
use crate::kernel::{Problem, ProblemCode};
use anyhow::anyhow;
use chrono::{Datelike, NaiveDate};
use flate2::Crc;
use object_store::path::Path as StorePath;
use object_store::{ObjectStoreExt, WriteMultipart};
use sha2::{Digest, Sha256};

/// What a local header, a line of the directory and its end begin with.
const LOCAL: u32 = 0x0403_4b50;
const LISTED: u32 = 0x0201_4b50;
const END: u32 = 0x0605_4b50;
/// Version 2.0 of the format.
const VERSION: u16 = 20;
/// Made on Unix, by version 2.0: then the rights below are read.
const MADE_BY: u16 = (3 << 8) | VERSION;
/// Names are in UTF-8.
const UTF8: u16 = 1 << 11;
/// An ordinary file that its owner may write and everybody read.
const RIGHTS: u32 = 0o100_644 << 16;
/// What is left for headers and the directory.
const ROOM: u64 = 16 * 1024 * 1024;
/// How many parts may be on their way into the store at once.
const PARTS: usize = 2;

/// An archive that is being written.
pub struct Archive {
    files: FileStore,
    place: StorePath,
    upload: WriteMultipart,
    whole: Sha256,
    written: u64,
    entries: Vec<Entry>,
    date: u16,
}

struct Entry {
    name: String,
    crc: u32,
    size: u32,
    offset: u32,
}

impl FileStore {
    /// Begins an archive whose files bear a date. Until it is finished it lies among what waits, under a name of the
    /// caller's.
    ///
    /// # Errors
    /// `StorageFull` or `Internal`.
    pub async fn archive(&self, name: &str, date: NaiveDate) -> Result<Archive, Problem> {
        let place = StorePath::from(format!("{WAITING}/{name}"));
        let upload = self.store.put_multipart(&place).await.map_err(storage_problem)?;
        Ok(Archive {
            files: self.clone(),
            place,
            upload: WriteMultipart::new(upload),
            whole: Sha256::new(),
            written: 0,
            entries: Vec::new(),
            date: dos_date(date),
        })
    }
}

impl Archive {
    /// Adds a file. A name is given once; folders in it end with `/`.
    ///
    /// # Errors
    /// `StorageFull`, or `ArchiveTooLarge` for an archive of more than 4 GiB or 65,535 files.
    pub async fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), Problem> {
        let mut crc = Crc::new();
        crc.update(bytes);
        let size = u32::try_from(bytes.len()).map_err(|_| too_large())?;
        let entry = Entry { name: name.to_owned(), crc: crc.sum(), size, offset: self.offset()? };
        let mut head = LOCAL.to_le_bytes().to_vec();
        self.describe(&mut head, &entry)?;
        head.extend(name.as_bytes());
        // Known here and not at the end, when gigabytes would have been written in vain.
        let most = usize::from(u16::MAX);
        let end = self.written.saturating_add(u64::from(size)).saturating_add(ROOM);
        if self.entries.len() >= most || end > u64::from(u32::MAX) {
            return Err(too_large());
        }
        self.entries.push(entry);
        self.put(&head).await?;
        self.put(bytes).await
    }

    /// Writes the directory and lays the archive away among the files that stay.
    ///
    /// # Errors
    /// As [`Archive::add`].
    pub async fn finish(mut self) -> Result<StoredBlob, Problem> {
        let begins = self.offset()?;
        let directory = self.directory()?;
        let count = u16::try_from(self.entries.len()).map_err(|_| too_large())?;
        let length = u32::try_from(directory.len()).map_err(|_| too_large())?;
        self.put(&directory).await?;
        let mut end = END.to_le_bytes().to_vec();
        end.extend([0; 4]);
        end.extend(count.to_le_bytes());
        end.extend(count.to_le_bytes());
        end.extend(length.to_le_bytes());
        end.extend(begins.to_le_bytes());
        end.extend([0; 2]);
        self.put(&end).await?;
        let size = i64::from(self.offset()?);
        let Archive { files, place, upload, whole, .. } = self;
        upload.finish().await.map_err(storage_problem)?;
        let sha256 = hex::encode(whole.finalize());
        let key = key_of(&sha256);
        files.store.rename(&place, &StorePath::from(key.as_str())).await.map_err(storage_problem)?;
        Ok(StoredBlob { key, sha256, size })
    }

    async fn put(&mut self, bytes: &[u8]) -> Result<(), Problem> {
        self.upload.wait_for_capacity(PARTS).await.map_err(storage_problem)?;
        self.upload.write(bytes);
        self.whole.update(bytes);
        self.written += u64::try_from(bytes.len()).map_err(Problem::internal)?;
        Ok(())
    }

    fn offset(&self) -> Result<u32, Problem> {
        u32::try_from(self.written).map_err(|_| too_large())
    }

    /// What the local header and the directory say alike.
    fn describe(&self, out: &mut Vec<u8>, entry: &Entry) -> Result<(), Problem> {
        let name = u16::try_from(entry.name.len()).map_err(|_| too_large())?;
        for number in [VERSION, UTF8, 0, 0, self.date] {
            out.extend(number.to_le_bytes());
        }
        for number in [entry.crc, entry.size, entry.size] {
            out.extend(number.to_le_bytes());
        }
        for number in [name, 0] {
            out.extend(number.to_le_bytes());
        }
        Ok(())
    }

    fn directory(&self) -> Result<Vec<u8>, Problem> {
        let mut out = Vec::new();
        for entry in &self.entries {
            out.extend(LISTED.to_le_bytes());
            out.extend(MADE_BY.to_le_bytes());
            self.describe(&mut out, entry)?;
            // No remark, the first disk, no attributes of its own.
            out.extend([0; 6]);
            out.extend(RIGHTS.to_le_bytes());
            out.extend(entry.offset.to_le_bytes());
            out.extend(entry.name.as_bytes());
        }
        Ok(out)
    }
}

/// Day, month and years since 1980 in 5, 4 and 7 bits; the first day that can be said for one that cannot.
fn dos_date(date: NaiveDate) -> u16 {
    let years = u16::try_from(date.year() - 1980).ok().filter(|years| *years < 128).unwrap_or(0);
    let part = |number: u32| u16::try_from(number).unwrap_or(1);
    (years << 9) | (part(date.month()) << 5) | part(date.day())
}

fn too_large() -> Problem {
    let cause = anyhow!("an archive holds at most 4 GiB and 65,535 files");
    Problem { cause: Some(cause), ..Problem::new(ProblemCode::ArchiveTooLarge) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Read as _};

    #[tokio::test]
    async fn another_program_reads_the_archive_and_its_parts_are_not_kept_twice() {
        let folder = tempfile::tempdir().unwrap();
        let files = FileStore::in_folder(folder.path()).unwrap();
        let mut archive = files.archive("one.zip", "2026-12-01".parse().unwrap()).await.unwrap();
        let large = vec![7; 11 * 1024 * 1024];
        archive.add("Әлия.pdf", b"first").await.unwrap();
        archive.add("документы/large.bin", &large).await.unwrap();
        archive.add("empty", b"").await.unwrap();
        let blob = archive.finish().await.unwrap();
        let bytes = files.get(&blob.key).await.unwrap();
        assert_eq!(crate::secrets::sha256_hex(&bytes), blob.sha256);
        assert_eq!(i64::try_from(bytes.len()).unwrap(), blob.size);
        let mut read = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let names: Vec<String> = read.file_names().map(|name| name.unwrap().into_owned()).collect();
        assert_eq!(names, ["Әлия.pdf", "документы/large.bin", "empty"]);
        let mut back = Vec::new();
        read.by_name("документы/large.bin").unwrap().read_to_end(&mut back).unwrap();
        assert_eq!(back, large);
        assert_eq!(
            files.get("waiting/one.zip").await.unwrap_err().code,
            crate::kernel::ProblemCode::NotFound
        );
    }

    #[test]
    fn dates_are_packed() {
        assert_eq!(dos_date("1980-01-01".parse().unwrap()), 0x21);
        assert_eq!(dos_date("2026-12-01".parse().unwrap()), (46 << 9) | (12 << 5) | 1);
        assert_eq!(dos_date("1970-02-03".parse().unwrap()), (2 << 5) | 3);
    }
}
