//! Where uploads and course media lie: a file store behind one small face. Bytes are addressed by their
//! SHA-256, so the same file is kept once and a backup can be verified.

mod archive;
mod names;
mod sniff;
pub mod store;

use crate::kernel::{Moment, Problem, ProblemCode};
use crate::secrets::sha256_hex;
use futures_util::StreamExt as _;
use futures_util::stream::BoxStream;
use object_store::local::LocalFileSystem;
use object_store::path::Path as StorePath;
use object_store::{ObjectStore, ObjectStoreExt, PutPayload};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::Path;
use std::sync::Arc;

pub use archive::Archive;
pub use names::Names;
pub use sniff::{FileKind, sniff};

/// The folder of what waits to be confirmed.
const WAITING: &str = "waiting";

/// Bytes laid away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredBlob {
    /// Where.
    pub key: String,
    /// SHA-256, hexadecimal.
    pub sha256: String,
    /// Length in bytes.
    pub size: i64,
}

/// The file store.
#[derive(Clone)]
pub struct FileStore {
    store: Arc<dyn ObjectStore>,
    /// Where it lies. What a killed program has left half written has a name that the store itself does not list.
    folder: Arc<Path>,
}

impl FileStore {
    /// A store in a folder, which is made when it is not there.
    ///
    /// # Errors
    /// The folder cannot be made or opened.
    pub fn in_folder(folder: &Path) -> Result<FileStore, Problem> {
        private_folder(folder)?;
        let store = LocalFileSystem::new_with_prefix(folder).map_err(Problem::internal)?;
        // A receipt is durable, so what it is for has to be.
        let store = store.with_fsync(true);
        Ok(FileStore { store: Arc::new(store), folder: Arc::from(folder) })
    }

    /// Lays bytes away. Laying the same bytes away again changes nothing.
    ///
    /// # Errors
    /// `StorageFull` or `Internal`.
    pub async fn put(&self, bytes: Vec<u8>) -> Result<StoredBlob, Problem> {
        let sha256 = sha256_hex(&bytes);
        let key = key_of(&sha256);
        let size = i64::try_from(bytes.len()).map_err(Problem::internal)?;
        let payload = PutPayload::from(bytes);
        self.store.put(&StorePath::from(key.as_str()), payload).await.map_err(storage_problem)?;
        Ok(StoredBlob { key, sha256, size })
    }

    /// Lays bytes away that somebody looks at before it is decided whether they are needed: for a day or so, until
    /// [`FileStore::forget_waiting`] takes them away.
    ///
    /// # Errors
    /// `StorageFull` or `Internal`.
    pub async fn put_waiting(&self, bytes: Vec<u8>) -> Result<StoredBlob, Problem> {
        let sha256 = sha256_hex(&bytes);
        let key = format!("{WAITING}/{sha256}");
        let size = i64::try_from(bytes.len()).map_err(Problem::internal)?;
        let payload = PutPayload::from(bytes);
        self.store.put(&StorePath::from(key.as_str()), payload).await.map_err(storage_problem)?;
        Ok(StoredBlob { key, sha256, size })
    }

    /// Takes away what was last laid away to wait before a moment; gives how many files that were.
    ///
    /// # Errors
    /// `Internal`.
    pub async fn forget_waiting(&self, before: Moment) -> Result<usize, Problem> {
        let folder = StorePath::from(WAITING);
        let found = self.store.list_with_delimiter(Some(&folder)).await.map_err(storage_problem)?;
        let mut forgotten = 0;
        for file in found.objects.iter().filter(|file| Moment(file.last_modified) < before) {
            self.store.delete(&file.location).await.map_err(storage_problem)?;
            forgotten += 1;
        }
        let folder = self.folder.join(WAITING);
        let halves = tokio::task::spawn_blocking(move || forget_halves(&folder, before));
        Ok(forgotten + halves.await.map_err(Problem::internal)?.map_err(Problem::internal)?)
    }

    /// Takes away bytes that are nobody's any more, unless somebody laid the same bytes away after a moment and has not
    /// written down yet whose they are: `false` then.
    ///
    /// # Errors
    /// `Internal`.
    pub async fn forget(&self, key: &str, untouched_since: Moment) -> Result<bool, Problem> {
        let path = StorePath::from(key);
        match self.store.head(&path).await {
            Ok(file) if Moment(file.last_modified) >= untouched_since => Ok(false),
            Ok(_) => self.store.delete(&path).await.map(|()| true).map_err(storage_problem),
            Err(object_store::Error::NotFound { .. }) => Ok(true),
            Err(error) => Err(storage_problem(error)),
        }
    }

    /// The bytes under a key.
    ///
    /// # Errors
    /// `NotFound` when they are gone, else `Internal`.
    pub async fn get(&self, key: &str) -> Result<Vec<u8>, Problem> {
        let found = self.store.get(&StorePath::from(key)).await.map_err(storage_problem)?;
        Ok(found.bytes().await.map_err(storage_problem)?.to_vec())
    }

    /// The bytes under a key, piece by piece: for what is too large to stand in memory.
    ///
    /// # Errors
    /// `NotFound` when they are gone, else `Internal`.
    pub async fn stream(&self, key: &str) -> Result<BoxStream<'static, Result<Vec<u8>, Problem>>, Problem> {
        let found = self.store.get(&StorePath::from(key)).await.map_err(storage_problem)?;
        let pieces = found.into_stream();
        Ok(pieces.map(|piece| piece.map(|bytes| bytes.to_vec()).map_err(storage_problem)).boxed())
    }
}

/// Takes away what a program was writing when it was killed, an archive for example, where nobody has written to it since a
/// moment: such files are named `…#1`, and the store lists none of them. Gives how many these were.
fn forget_halves(folder: &Path, before: Moment) -> std::io::Result<usize> {
    let found = match std::fs::read_dir(folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(0),
        found => found?,
    };
    let mut forgotten = 0;
    for file in found {
        let file = file?;
        let half = file.file_name().to_string_lossy().rsplit_once('#').is_some_and(|(_, number)| {
            !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
        });
        if half && Moment(file.metadata()?.modified()?.into()) < before {
            std::fs::remove_file(file.path())?;
            forgotten += 1;
        }
    }
    Ok(forgotten)
}

/// Where bytes with this SHA-256 lie.
pub fn key_of(sha256: &str) -> String {
    format!("{}/{}", sha256.get(..2).unwrap_or("00"), sha256)
}

/// Makes a folder that nobody else of the machine may look into, with those above it. One that is there stays as
/// its owner has set it.
///
/// # Errors
/// The disk's.
pub fn private_folder(folder: &Path) -> std::io::Result<()> {
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

/// A new file that nobody else of the machine may read, in the place of one that may be there.
///
/// # Errors
/// The disk's.
pub fn private_file(path: &Path) -> std::io::Result<std::fs::File> {
    let _ = std::fs::remove_file(path);
    std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)
}

fn storage_problem(error: object_store::Error) -> Problem {
    let text = error.to_string();
    let code = match &error {
        object_store::Error::NotFound { .. } => ProblemCode::NotFound,
        _ if text.contains("No space left") || text.contains("quota") => ProblemCode::StorageFull,
        _ => ProblemCode::Internal,
    };
    Problem { cause: Some(error.into()), ..Problem::new(code) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_same_bytes_are_kept_once_and_come_back() {
        let folder = tempfile::tempdir().unwrap();
        let files = FileStore::in_folder(folder.path()).unwrap();
        let one = files.put(b"report".to_vec()).await.unwrap();
        let two = files.put(b"report".to_vec()).await.unwrap();
        assert_eq!(one, two);
        assert_eq!(files.get(&one.key).await.unwrap(), b"report");
        assert_eq!(files.get("00/none").await.unwrap_err().code, ProblemCode::NotFound);
    }

    #[tokio::test]
    async fn bytes_that_were_laid_away_anew_are_not_taken_away() {
        let folder = tempfile::tempdir().unwrap();
        let files = FileStore::in_folder(folder.path()).unwrap();
        let kept = files.put(b"list".to_vec()).await.unwrap();
        let (long_ago, far) =
            (Moment::parse("2000-01-01T00:00:00Z").unwrap(), Moment::parse("2900-01-01T00:00:00Z").unwrap());
        assert!(!files.forget(&kept.key, long_ago).await.unwrap());
        assert_eq!(files.get(&kept.key).await.unwrap(), b"list");
        assert!(files.forget(&kept.key, far).await.unwrap());
        assert_eq!(files.get(&kept.key).await.unwrap_err().code, ProblemCode::NotFound);
        assert!(files.forget(&kept.key, far).await.unwrap(), "gone already");
    }

    #[tokio::test]
    async fn what_waits_is_forgotten_when_it_is_old_and_nothing_else_is() {
        let folder = tempfile::tempdir().unwrap();
        let files = FileStore::in_folder(folder.path()).unwrap();
        let (long_ago, far) =
            (Moment::parse("2000-01-01T00:00:00Z").unwrap(), Moment::parse("2900-01-01T00:00:00Z").unwrap());
        assert_eq!(files.forget_waiting(far).await.unwrap(), 0, "no folder yet");
        let kept = files.put(b"report".to_vec()).await.unwrap();
        let waiting = files.put_waiting(b"report".to_vec()).await.unwrap();
        assert_ne!(kept.key, waiting.key);
        assert_eq!(files.forget_waiting(long_ago).await.unwrap(), 0);
        assert_eq!(files.get(&waiting.key).await.unwrap(), b"report");
        assert_eq!(files.forget_waiting(far).await.unwrap(), 1);
        assert_eq!(files.get(&waiting.key).await.unwrap_err().code, ProblemCode::NotFound);
        assert_eq!(files.get(&kept.key).await.unwrap(), b"report");
    }

    #[tokio::test]
    async fn what_a_killed_program_left_half_written_goes_when_it_is_old() {
        let folder = tempfile::tempdir().unwrap();
        let files = FileStore::in_folder(folder.path()).unwrap();
        let (long_ago, far) =
            (Moment::parse("2000-01-01T00:00:00Z").unwrap(), Moment::parse("2900-01-01T00:00:00Z").unwrap());
        let waiting = folder.path().join(WAITING);
        private_folder(&waiting).unwrap();
        let half = waiting.join("document-batch-7-1.zip#1");
        std::fs::write(&half, b"PK").unwrap();
        assert_eq!(files.forget_waiting(long_ago).await.unwrap(), 0, "somebody may still be writing");
        assert!(half.exists());
        assert_eq!(files.forget_waiting(far).await.unwrap(), 1);
        assert!(!half.exists());
    }
}
