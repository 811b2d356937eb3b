//! The connection to either database, and the two views of it that closures are given.

#![expect(missing_docs, reason = "the derive writes public items without documentation")]

use crate::kernel::Problem;
use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

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
/// [`Conn`] itself cannot say, such as `on_conflict` or an insert of many rows, and for statements that thousands a second
/// ask: [`Conn`] writes the text of a statement anew at each use, while each database knows it again by its type.
macro_rules! each {
    ($conn:expr, $c:ident => $body:expr) => {
        match $conn {
            $crate::db::Conn::Sqlite($c) => $body,
            $crate::db::Conn::Postgres($c) => $body,
        }
    };
}
pub(crate) use each;

/// How many unchanging things a connection keeps; then it begins anew.
const KEPT: usize = 64;

/// What a closure of [`super::Db::read`] works with. The database itself refuses to change anything.
pub struct Read {
    conn: Conn,
    kept: HashMap<(TypeId, i64), Arc<dyn Any + Send + Sync>>,
    /// Whether everything this transaction sees is committed.
    settled: bool,
}

impl Read {
    pub(super) fn new(conn: Conn) -> Read {
        Read { conn, kept: HashMap::new(), settled: false }
    }

    /// The connection, inside the transaction of this job.
    pub fn conn(&mut self) -> &mut Conn {
        &mut self.conn
    }

    /// Says whether the transaction only reads, and so sees nothing that may yet be rolled back.
    pub(super) fn settle(&mut self, settled: bool) {
        self.settled = settled;
    }

    /// What never changes once it is written, such as the plan of a programme version: loaded the first time,
    /// and kept by the connection under its type and its row. A transaction that writes keeps nothing, because
    /// what it sees may be rolled back and the id given away again.
    ///
    /// # Errors
    /// What loading answers.
    pub fn unchanging<V: Any + Send + Sync>(
        &mut self,
        row: i64,
        load: impl FnOnce(&mut Read) -> Result<V, Problem>,
    ) -> Result<Arc<V>, Problem> {
        let key = (TypeId::of::<V>(), row);
        let kept = self.kept.get(&key).filter(|_| self.settled);
        if let Some(value) = kept.and_then(|value| value.clone().downcast().ok()) {
            return Ok(value);
        }
        let value = Arc::new(load(self)?);
        if self.settled {
            if self.kept.len() >= KEPT {
                self.kept.clear();
            }
            self.kept.insert(key, value.clone());
        }
        Ok(value)
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
