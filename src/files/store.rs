//! Rows of laid-away files, whichever room they belong to.

use crate::db::Read;
use crate::db::schema::stored_files;
use crate::kernel::Problem;
use diesel::prelude::*;

/// Under which keys files have to lie, each once.
pub fn keys(r: &mut Read) -> Result<Vec<String>, Problem> {
    Ok(stored_files::table.select(stored_files::storage_key).distinct().load(r.conn())?)
}
