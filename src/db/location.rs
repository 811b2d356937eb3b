//! Where the database is: what a URL means, and a first connection to it.

use super::conn::Conn;
use super::{OpenError, postgres, sqlite};
use std::path::{Path, PathBuf};

/// A database named by a URL.
pub(super) enum Location {
    Sqlite(PathBuf),
    Postgres(String),
}

impl Location {
    /// Reads a URL. Whatever looks like the URL of something else is refused, so that a mistyped one
    /// never becomes an empty SQLite file.
    pub(super) fn parse(url: &str) -> Result<Location, OpenError> {
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            return Ok(Location::Postgres(url.to_owned()));
        }
        let path = url.strip_prefix("sqlite://").unwrap_or(url);
        if path == ":memory:" || path.is_empty() && url.starts_with("sqlite") {
            return Err(OpenError::InMemory);
        }
        if path.is_empty() || path.contains('?') || looks_like_a_url(path) {
            return Err(OpenError::UnknownUrl(without_password(url)));
        }
        Ok(Location::Sqlite(PathBuf::from(path)))
    }

    /// Makes the SQLite file if it may, readable for its owner only.
    pub(super) fn prepare(&self, create: bool) -> Result<(), OpenError> {
        let Location::Sqlite(path) = self else { return Ok(()) };
        if path.is_dir() {
            return Err(OpenError::Folder(path.clone()));
        }
        if path.exists() {
            return Ok(());
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        if let Some(folder) = folder.filter(|folder| !folder.is_dir()) {
            return Err(OpenError::MissingFolder(folder.to_path_buf()));
        }
        if !create {
            return Err(OpenError::MissingFile(path.clone()));
        }
        create_private(path).map_err(|error| self.unreachable(error))
    }

    /// A connection of its own, apart from the threads: for checks, migrations and backups.
    pub(super) fn connect(&self) -> Result<Conn, OpenError> {
        let conn = match self {
            Location::Sqlite(path) => sqlite::connect(path, sqlite::Use::Write),
            Location::Postgres(url) => postgres::connect(url),
        };
        conn.map_err(|error| self.unreachable(error))
    }

    pub(super) fn unreachable(&self, reason: impl std::fmt::Display) -> OpenError {
        OpenError::Unreachable { location: self.to_string(), reason: reason.to_string() }
    }
}

impl std::fmt::Display for Location {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Location::Sqlite(path) => path.display().fmt(f),
            Location::Postgres(url) => f.write_str(&without_password(url)),
        }
    }
}

/// A name before a colon, longer than the letter of a drive, makes it the URL of something.
fn looks_like_a_url(path: &str) -> bool {
    path.contains("://")
        || path.split(['/', '\\']).next().and_then(|first| first.find(':')).is_some_and(|at| at > 1)
}

fn create_private(path: &Path) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}

fn without_password(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else { return url.to_owned() };
    let rest = rest.split('?').next().unwrap_or_default();
    match rest.rsplit_once('@') {
        Some((user, host)) => format!("{scheme}://{}@{host}", user.split(':').next().unwrap_or_default()),
        None => format!("{scheme}://{rest}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(url: &str) -> Option<PathBuf> {
        match Location::parse(url) {
            Ok(Location::Sqlite(path)) => Some(path),
            _ => None,
        }
    }

    #[test]
    fn urls_and_plain_paths_name_files() {
        assert_eq!(path("sqlite:///srv/birge.db"), Some("/srv/birge.db".into()));
        assert_eq!(path("sqlite://birge.db"), Some("birge.db".into()));
        assert_eq!(path("data/birge.db"), Some("data/birge.db".into()));
        assert_eq!(path("C:\\birge\\birge.db"), Some("C:\\birge\\birge.db".into()));
        assert!(matches!(Location::parse("postgresql://h/d"), Ok(Location::Postgres(_))));
    }

    #[test]
    fn the_url_of_something_else_is_refused() {
        for url in ["postgrs://h/d", "mysql://h/d", "postgres:h", "sqlite:birge.db", "", "a.db?mode=ro"] {
            assert!(matches!(Location::parse(url), Err(OpenError::UnknownUrl(_))), "{url}");
        }
        assert!(matches!(Location::parse("sqlite://:memory:"), Err(OpenError::InMemory)));
    }

    #[test]
    fn a_password_never_reaches_a_message() {
        let url = "postgrs://birge:s3cret@db.example/birge?password=s3cret";
        let message = Location::parse(url).err().unwrap().to_string();
        assert!(message.contains("postgrs://birge@db.example/birge"));
        assert!(!message.contains("s3cret"));
    }
}
