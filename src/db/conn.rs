//! The connection to either database, and the two views of it that closures are given.

#![expect(missing_docs, reason = "the derive writes public items without documentation")]

use std::ops::{Deref, DerefMut};

/// A connection to either database. Ordinary queries run on it directly; what diesel cannot say for
/// both at once goes through [`each!`].
#[derive(diesel::MultiConnection)]
pub enum Conn {
    /// The embedded database.
    Sqlite(diesel::SqliteConnection),
    /// A PostgreSQL server.
    Postgres(diesel::PgConnection),
}

/// Compiles an expression once for each database: `each!(r.conn(), c => query.execute(c))`. For what
/// [`Conn`] itself cannot say, such as `on_conflict` or an insert of many rows.
macro_rules! each {
    ($conn:expr, $c:ident => $body:expr) => {
        match $conn {
            $crate::db::Conn::Sqlite($c) => $body,
            $crate::db::Conn::Postgres($c) => $body,
        }
    };
}
pub(crate) use each;

/// What a closure of [`super::Db::read`] works with. The database itself refuses to change anything.
pub struct Read {
    conn: Conn,
}

impl Read {
    pub(super) fn new(conn: Conn) -> Read {
        Read { conn }
    }

    /// The connection, inside the transaction of this job.
    pub fn conn(&mut self) -> &mut Conn {
        &mut self.conn
    }
}

/// What a closure of [`super::Db::write`] works with. A function that changes data takes this.
pub struct Write {
    read: Read,
    rung: bool,
}

impl Write {
    pub(super) fn new(conn: Conn) -> Write {
        Write { read: Read::new(conn), rung: false }
    }

    /// Asks for [`super::Db::bell`] to ring once this transaction is committed, and not at all if it
    /// is not.
    pub fn ring(&mut self) {
        self.rung = true;
    }

    pub(super) fn take_ring(&mut self) -> bool {
        std::mem::take(&mut self.rung)
    }
}

impl Deref for Write {
    type Target = Read;
    fn deref(&self) -> &Read {
        &self.read
    }
}

impl DerefMut for Write {
    fn deref_mut(&mut self) -> &mut Read {
        &mut self.read
    }
}
