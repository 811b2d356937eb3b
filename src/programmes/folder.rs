//! Reads the folder of a programme into memory: whole, bounded, and never a byte from outside of it.

use crate::programmes::rules::FolderFiles;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// How many files a programme may have.
pub const MOST_FILES: usize = 200;
/// The largest text (`.md`, `.toml`), in bytes.
pub const LARGEST_TEXT: u64 = 1024 * 1024;
/// The largest other file, in bytes.
pub const LARGEST_MEDIA: u64 = 5 * 1024 * 1024;

/// Why a folder cannot be read at all.
#[derive(Debug, thiserror::Error)]
pub enum FolderFault {
    /// There is no folder at this path.
    #[error("{0}: there is no such folder")]
    Missing(PathBuf),
    /// A name that is not UTF-8 cannot be linked to.
    #[error("{0}: the name is not UTF-8; rename the file")]
    NameNotUtf8(PathBuf),
    /// A symbolic link that leads out of the folder, or to a folder.
    #[error("{0}: a symbolic link may only lead to a file of the same programme; copy the file instead")]
    Link(PathBuf),
    /// A pipe, socket or device.
    #[error("{0}: not a regular file; remove it")]
    NotAFile(PathBuf),
    /// The folder has too many files.
    #[error("{0}: a programme has at most {MOST_FILES} files; split it or remove what is not used")]
    TooMany(PathBuf),
    /// One file is too large.
    #[error("{path}: larger than {limit} bytes; make the file smaller")]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// The most bytes it may have.
        limit: u64,
    },
    /// The disk or its permissions.
    #[error("{path}: {cause}")]
    Unreadable {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        cause: io::Error,
    },
}

/// Reads all files under `path`, sorted by their relative paths. Names that begin with a dot are passed over.
pub fn read(path: &Path) -> Result<FolderFiles, FolderFault> {
    let root = fs::canonicalize(path).map_err(|_| FolderFault::Missing(path.to_owned()))?;
    if !root.is_dir() {
        return Err(FolderFault::Missing(path.to_owned()));
    }
    let name = name_of(&root)?;
    let mut reader = Reader { root: &root, files: FolderFiles::new(name) };
    reader.folder(&root, "")?;
    Ok(reader.files)
}

/// The names of the programmes under a content folder, sorted: every folder with a `programme.toml`.
///
/// # Errors
/// The content folder is not there or cannot be read.
pub fn list(content: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(content)? {
        let entry = entry?;
        let name = entry.file_name();
        let Some(name) = name.to_str().filter(|name| !name.starts_with('.')) else { continue };
        if entry.path().join("programme.toml").is_file() {
            names.push(name.to_owned());
        }
    }
    names.sort();
    Ok(names)
}

struct Reader<'r> {
    root: &'r Path,
    files: FolderFiles,
}

impl Reader<'_> {
    fn folder(&mut self, folder: &Path, prefix: &str) -> Result<(), FolderFault> {
        for entry in fs::read_dir(folder).map_err(|cause| unreadable(folder, cause))? {
            let path = entry.map_err(|cause| unreadable(folder, cause))?.path();
            let name = name_of(&path)?;
            if name.starts_with('.') {
                continue;
            }
            let relative = format!("{prefix}{name}");
            let kind = fs::symlink_metadata(&path).map_err(|cause| unreadable(&path, cause))?.file_type();
            if kind.is_dir() {
                self.folder(&path, &format!("{relative}/"))?;
            } else if kind.is_symlink() {
                self.link(&path, relative)?;
            } else {
                self.file(&path, relative)?;
            }
        }
        Ok(())
    }

    fn link(&mut self, path: &Path, relative: String) -> Result<(), FolderFault> {
        let target = fs::canonicalize(path).map_err(|cause| unreadable(path, cause))?;
        if !target.starts_with(self.root) || target.is_dir() {
            return Err(FolderFault::Link(path.to_owned()));
        }
        self.file(&target, relative)
    }

    fn file(&mut self, path: &Path, relative: String) -> Result<(), FolderFault> {
        if self.files.len() >= MOST_FILES {
            return Err(FolderFault::TooMany(self.root.to_owned()));
        }
        // Opening a pipe would wait for a writer for ever, so the kind is looked at before.
        if !fs::metadata(path).map_err(|cause| unreadable(path, cause))?.is_file() {
            return Err(FolderFault::NotAFile(path.to_owned()));
        }
        let limit = if relative.ends_with(".md") || relative.ends_with(".toml") {
            LARGEST_TEXT
        } else {
            LARGEST_MEDIA
        };
        let mut bytes = Vec::new();
        let file = File::open(path).map_err(|cause| unreadable(path, cause))?;
        file.take(limit + 1).read_to_end(&mut bytes).map_err(|cause| unreadable(path, cause))?;
        if bytes.len() as u64 > limit {
            return Err(FolderFault::TooLarge { path: path.to_owned(), limit });
        }
        self.files.insert(relative, bytes);
        Ok(())
    }
}

fn name_of(path: &Path) -> Result<String, FolderFault> {
    let name = path.file_name().and_then(|name| name.to_str());
    name.map(str::to_owned).ok_or_else(|| FolderFault::NameNotUtf8(path.to_owned()))
}

fn unreadable(path: &Path, cause: io::Error) -> FolderFault {
    FolderFault::Unreadable { path: path.to_owned(), cause }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_come_sorted_with_relative_paths_and_hidden_ones_are_passed_over() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("course");
        fs::create_dir_all(folder.join("01-a/media")).unwrap();
        fs::write(folder.join("programme.toml"), "x").unwrap();
        fs::write(folder.join("01-a/media/plan.png"), "y").unwrap();
        fs::write(folder.join(".DS_Store"), "z").unwrap();
        let files = read(&folder).unwrap();
        assert_eq!(files.name(), "course");
        assert_eq!(files.paths().collect::<Vec<_>>(), ["01-a/media/plan.png", "programme.toml"]);
    }

    #[test]
    fn only_folders_with_a_programme_are_listed() {
        let root = tempfile::tempdir().unwrap();
        for folder in ["second", "first", "notes", ".hidden"] {
            fs::create_dir(root.path().join(folder)).unwrap();
        }
        for folder in ["second", "first", ".hidden"] {
            fs::write(root.path().join(folder).join("programme.toml"), "").unwrap();
        }
        assert_eq!(list(root.path()).unwrap(), ["first", "second"]);
        assert!(list(&root.path().join("nowhere")).is_err());
    }

    #[test]
    fn a_text_over_the_limit_is_refused() {
        let root = tempfile::tempdir().unwrap();
        fs::write(root.path().join("long.md"), vec![b'a'; LARGEST_TEXT as usize + 1]).unwrap();
        assert!(matches!(read(root.path()), Err(FolderFault::TooLarge { .. })));
        fs::rename(root.path().join("long.md"), root.path().join("long.png")).unwrap();
        assert!(read(root.path()).is_ok());
    }

    #[test]
    fn more_files_than_allowed_are_refused() {
        let root = tempfile::tempdir().unwrap();
        for number in 0..=MOST_FILES {
            fs::write(root.path().join(format!("{number}.md")), "").unwrap();
        }
        assert!(matches!(read(root.path()), Err(FolderFault::TooMany(_))));
    }

    #[test]
    fn a_path_that_is_no_folder_is_named() {
        let root = tempfile::tempdir().unwrap();
        let missing = root.path().join("nowhere");
        assert!(read(&missing).unwrap_err().to_string().contains("nowhere"));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_inside_is_read_and_a_link_outside_is_refused() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("course");
        fs::create_dir(&folder).unwrap();
        fs::write(folder.join("one.md"), "text").unwrap();
        std::os::unix::fs::symlink(folder.join("one.md"), folder.join("two.md")).unwrap();
        assert_eq!(read(&folder).unwrap().bytes("two.md"), Some(&b"text"[..]));
        fs::write(root.path().join("secret.md"), "secret").unwrap();
        std::os::unix::fs::symlink("../secret.md", folder.join("three.md")).unwrap();
        assert!(matches!(read(&folder), Err(FolderFault::Link(_))));
    }
}
