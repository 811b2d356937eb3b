//! What goes wrong in a database, in the product's own words.

use crate::kernel::{Problem, ProblemCode};
use diesel::result::{DatabaseErrorInformation, DatabaseErrorKind, Error};
use std::path::PathBuf;

/// Why a database could not be opened or migrated, with the remedy.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The URL means neither database.
    #[error(
        "the database URL «{0}» is not understood: write sqlite:///path/to/birge.db, a plain path, \
         or postgres://user@host/database"
    )]
    UnknownUrl(String),
    /// There are no in-memory databases.
    #[error("a database in memory would be lost and is not supported: name a file")]
    InMemory,
    /// The folder of the file does not exist.
    #[error("the folder {} does not exist: create it, or mend the database URL", .0.display())]
    MissingFolder(PathBuf),
    /// The path is a folder.
    #[error("{} is a folder: add the name of the database file to the URL", .0.display())]
    Folder(PathBuf),
    /// The file does not exist and may not be made.
    #[error("there is no database at {}: mend the database URL, or create it with `birge migrate`", .0.display())]
    MissingFile(PathBuf),
    /// The file or server could not be opened.
    #[error("the database {location} cannot be opened: {reason}")]
    Unreachable {
        /// The database, without the password.
        location: String,
        /// What the file system or the server said.
        reason: String,
    },
    /// A newer program has migrated this database.
    #[error(
        "this database was migrated by a newer version of the program (unknown migrations: {}): \
         start that version, or restore a backup made before the upgrade", .0.join(", ")
    )]
    Newer(Vec<String>),
    /// A migration failed; the ones before it are applied.
    #[error("a migration failed: {0}")]
    Migration(String),
    /// A migration left rows that refer to nothing.
    #[error("the migration would leave {0} rows that refer to nothing: restore the backup and report this")]
    DanglingRows(usize),
}

impl From<Error> for Problem {
    fn from(error: Error) -> Problem {
        Problem { code: code_of(&error), ..Problem::internal(error) }
    }
}

/// Whether a failed transaction may succeed when it runs again: it collided with another.
pub(super) fn may_succeed_again(problem: &Problem) -> bool {
    problem.cause.as_ref().and_then(|cause| cause.downcast_ref::<Error>()).is_some_and(is_collision)
}

fn code_of(error: &Error) -> ProblemCode {
    match error {
        Error::NotFound => ProblemCode::NotFound,
        Error::BrokenTransactionManager => ProblemCode::Busy,
        Error::RollbackErrorOnCommit { commit_error, .. } => code_of(commit_error),
        Error::DatabaseError(DatabaseErrorKind::UniqueViolation, _) => ProblemCode::AlreadyExists,
        Error::DatabaseError(kind, information) if is_away(kind, &**information) => ProblemCode::Busy,
        Error::DatabaseError(_, information) if is_full(&**information) => ProblemCode::StorageFull,
        error if is_collision(error) => ProblemCode::Busy,
        _ => ProblemCode::Internal,
    }
}

// Diesel hands out neither SQLite's result code nor PostgreSQL's SQLSTATE for the states below; the
// messages are fixed texts of SQLite and, with `lc_messages` set on every connection, of PostgreSQL.

fn is_collision(error: &Error) -> bool {
    match error {
        Error::DatabaseError(DatabaseErrorKind::SerializationFailure, _) => true,
        Error::DatabaseError(DatabaseErrorKind::Unknown, information) => {
            information.message() == "deadlock detected"
        }
        _ => false,
    }
}

fn is_away(kind: &DatabaseErrorKind, information: &(dyn DatabaseErrorInformation + Send + Sync)) -> bool {
    const SAID: [&str; 7] = [
        "database is locked",
        "database table is locked",
        "server closed the connection",
        "terminating connection",
        "connection not open",
        "no connection to the server",
        "due to lock timeout",
    ];
    let lost = matches!(kind, DatabaseErrorKind::ClosedConnection | DatabaseErrorKind::UnableToSendCommand);
    lost || SAID.iter().any(|said| information.message().contains(said))
}

fn is_full(information: &(dyn DatabaseErrorInformation + Send + Sync)) -> bool {
    let message = information.message();
    message == "database or disk is full" || message.contains("No space left on device")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(kind: DatabaseErrorKind, message: &str) -> Problem {
        Error::DatabaseError(kind, Box::new(message.to_owned())).into()
    }

    #[test]
    fn what_the_database_says_becomes_a_code_and_keeps_its_cause() {
        let code = |message| said(DatabaseErrorKind::Unknown, message).code;
        assert_eq!(code("database or disk is full"), ProblemCode::StorageFull);
        assert_eq!(code("database is locked"), ProblemCode::Busy);
        assert_eq!(code("deadlock detected"), ProblemCode::Busy);
        assert_eq!(code("near \"SELEC\": syntax error"), ProblemCode::Internal);
        assert_eq!(said(DatabaseErrorKind::UniqueViolation, "").code, ProblemCode::AlreadyExists);
        assert_eq!(Problem::from(Error::NotFound).code, ProblemCode::NotFound);
        assert!(said(DatabaseErrorKind::Unknown, "syntax error").to_string().contains("syntax error"));
    }

    #[test]
    fn only_a_collision_is_tried_again() {
        assert!(may_succeed_again(&said(DatabaseErrorKind::SerializationFailure, "could not serialize")));
        assert!(may_succeed_again(&said(DatabaseErrorKind::Unknown, "deadlock detected")));
        assert!(!may_succeed_again(&said(DatabaseErrorKind::UniqueViolation, "duplicate")));
        assert!(!may_succeed_again(&Problem::new(ProblemCode::Busy)));
    }
}
