//! What SQLite itself can tell about the state of its file.

use super::Read;
use crate::kernel::Problem;
use diesel::RunQueryDsl;
use diesel::sql_types::Text;

#[derive(diesel::QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    said: String,
}

/// The lines of both checks, without the word for "nothing found".
pub(super) fn found(r: &mut Read) -> Result<Vec<String>, Problem> {
    let whole = "SELECT integrity_check AS said FROM pragma_integrity_check";
    let ends = "SELECT \"table\" || ' row ' || coalesce(rowid, 0) || ' has no ' || parent AS said FROM pragma_foreign_key_check";
    let mut lines: Vec<Line> = diesel::sql_query(whole).load(r.conn())?;
    lines.retain(|line| line.said != "ok");
    lines.extend(diesel::sql_query(ends).load::<Line>(r.conn())?);
    Ok(lines.into_iter().map(|line| line.said).collect())
}
