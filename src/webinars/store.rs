//! Rows of lists, of what was decided over them, and of each time that marks were made from one.

pub mod clocks;

use crate::db::schema::{
    stored_files, webinar_applications, webinar_columns, webinar_decisions, webinar_lists,
};
use crate::db::{Json, Read, Write, each, stored_text};
use crate::files::store::{self as files, NewRow};
use crate::kernel::{
    EnrolmentId, Moment, PersonId, Problem, SessionId, StoredFileId, WebinarListId, Word as _,
};
use crate::webinars::rules::headers::ChosenColumns;
use crate::webinars::rules::outcome::Decision;
use crate::webinars::rules::{Grid, Verdict};
use diesel::prelude::*;
use std::collections::HashMap;

stored_text!(Verdict, as_str, parse);

/// A list, without what is in it.
#[derive(Debug, Clone, Queryable)]
pub struct ListRow {
    /// The list.
    pub id: WebinarListId,
    /// Of which session.
    pub session: SessionId,
    /// The name of the file.
    pub file_name: String,
    /// Where its bytes lie.
    pub storage_key: String,
    /// What it is, by content.
    pub media_type: String,
    /// The hash of its bytes, SHA-256, hexadecimal.
    pub sha256: String,
    /// When it was loaded.
    pub uploaded_at: Moment,
    /// By whom.
    pub uploaded_by: Option<PersonId>,
}

type ListColumns = (
    webinar_lists::id,
    webinar_lists::session_id,
    stored_files::name,
    stored_files::storage_key,
    stored_files::media_type,
    stored_files::sha256,
    webinar_lists::uploaded_at,
    webinar_lists::uploaded_by,
);

const LIST: ListColumns = (
    webinar_lists::id,
    webinar_lists::session_id,
    stored_files::name,
    stored_files::storage_key,
    stored_files::media_type,
    stored_files::sha256,
    webinar_lists::uploaded_at,
    webinar_lists::uploaded_by,
);

/// The lists of a session that are there, the newest first.
pub fn of_session(r: &mut Read, session: SessionId) -> Result<Vec<ListRow>, Problem> {
    Ok(webinar_lists::table
        .inner_join(stored_files::table)
        .filter(webinar_lists::session_id.eq(session))
        .order(webinar_lists::id.desc())
        .select(LIST)
        .load(r.conn())?)
}

/// A list of a session, with what was read out of it.
pub fn find(r: &mut Read, session: SessionId, id: WebinarListId) -> Result<Option<(ListRow, Grid)>, Problem> {
    let found: Option<(ListRow, Option<Json<Grid>>)> = webinar_lists::table
        .inner_join(stored_files::table)
        .filter(webinar_lists::id.eq(id))
        .filter(webinar_lists::session_id.eq(session))
        .select((LIST, webinar_lists::content))
        .first(r.conn())
        .optional()?;
    Ok(found.and_then(|(row, grid)| Some((row, grid?.0))))
}

/// The list of a session that has these very bytes.
pub fn same(r: &mut Read, session: SessionId, sha256: &str) -> Result<Option<WebinarListId>, Problem> {
    Ok(webinar_lists::table
        .filter(webinar_lists::session_id.eq(session))
        .filter(webinar_lists::sha256.eq(sha256))
        .select(webinar_lists::id)
        .first(r.conn())
        .optional()?)
}

/// Keeps a list with its file.
pub fn insert(
    w: &mut Write,
    session: SessionId,
    (file, grid): (&NewRow, &Grid),
    (by, now): (PersonId, Moment),
) -> Result<WebinarListId, Problem> {
    let file_id: StoredFileId = files::insert(w, file, by, now)?;
    Ok(diesel::insert_into(webinar_lists::table)
        .values((
            webinar_lists::session_id.eq(session),
            webinar_lists::file_id.eq(file_id),
            webinar_lists::sha256.eq(&file.blob.sha256),
            webinar_lists::content.eq(Json(grid.clone())),
            webinar_lists::uploaded_at.eq(now),
            webinar_lists::uploaded_by.eq(by),
        ))
        .returning(webinar_lists::id)
        .get_result(w.conn())?)
}

/// What a trainer said the columns of a list are.
pub fn columns(r: &mut Read, list: WebinarListId) -> Result<Option<ChosenColumns>, Problem> {
    let found: Option<Json<ChosenColumns>> = webinar_columns::table
        .filter(webinar_columns::list_id.eq(list))
        .select(webinar_columns::meaning)
        .first(r.conn())
        .optional()?;
    Ok(found.map(|Json(columns)| columns))
}

/// Notes what the columns are. The lines are other people's then: what was decided over them is forgotten.
pub fn choose(
    w: &mut Write,
    list: WebinarListId,
    chosen: ChosenColumns,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    use webinar_columns as rows;
    let said = || (rows::meaning.eq(Json(chosen)), rows::chosen_at.eq(now), rows::chosen_by.eq(by));
    let insert = diesel::insert_into(rows::table).values((rows::list_id.eq(list), said()));
    let fresh: usize = each!(w.conn(), c => {
        insert.on_conflict(rows::list_id).do_nothing().execute(c)?
    });
    if fresh == 0 {
        diesel::update(rows::table.filter(rows::list_id.eq(list))).set(said()).execute(w.conn())?;
    }
    diesel::delete(webinar_decisions::table.filter(webinar_decisions::list_id.eq(list))).execute(w.conn())?;
    Ok(())
}

/// What was decided over the lines of a list.
pub fn decisions(r: &mut Read, list: WebinarListId) -> Result<HashMap<u32, Decision>, Problem> {
    let rows: Vec<(i32, Verdict, Option<EnrolmentId>)> = webinar_decisions::table
        .filter(webinar_decisions::list_id.eq(list))
        .select((webinar_decisions::line, webinar_decisions::verdict, webinar_decisions::enrolment_id))
        .load(r.conn())?;
    let decision =
        |(line, verdict, enrolment)| Some((u32::try_from(line).ok()?, Decision { verdict, enrolment }));
    Ok(rows.into_iter().filter_map(decision).collect())
}

/// Replaces what was decided over some lines; nothing takes a decision back. Few statements whatever their number.
pub fn decide(
    w: &mut Write,
    list: WebinarListId,
    decided: &[(u32, Option<Decision>)],
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    use webinar_decisions as rows;
    let lines: Vec<i32> = decided.iter().filter_map(|(line, _)| i32::try_from(*line).ok()).collect();
    for some in lines.chunks(500) {
        let old = rows::table.filter(rows::list_id.eq(list)).filter(rows::line.eq_any(some.to_vec()));
        diesel::delete(old).execute(w.conn())?;
    }
    for (line, decision) in decided {
        let Some(decision) = decision else { continue };
        diesel::insert_into(rows::table)
            .values((
                rows::list_id.eq(list),
                rows::line.eq(i32::try_from(*line).map_err(Problem::internal)?),
                rows::verdict.eq(decision.verdict),
                rows::enrolment_id.eq(decision.enrolment),
                rows::decided_at.eq(now),
                rows::decided_by.eq(by),
            ))
            .execute(w.conn())?;
    }
    Ok(())
}

/// A time that marks were made from a list.
#[derive(Debug, Clone, Copy, Queryable)]
pub struct ApplicationRow {
    /// From which.
    pub list: WebinarListId,
    /// First marks.
    pub first: i32,
    /// Marks corrected.
    pub corrected: i32,
    /// When.
    pub applied_at: Moment,
    /// By whom.
    pub applied_by: Option<PersonId>,
}

/// Each time that marks were made from a list of a session, the oldest first.
pub fn applications(r: &mut Read, session: SessionId) -> Result<Vec<ApplicationRow>, Problem> {
    Ok(webinar_applications::table
        .inner_join(webinar_lists::table)
        .filter(webinar_lists::session_id.eq(session))
        .order(webinar_applications::id)
        .select((
            webinar_applications::list_id,
            webinar_applications::first_marks,
            webinar_applications::corrected,
            webinar_applications::applied_at,
            webinar_applications::applied_by,
        ))
        .load(r.conn())?)
}

/// A list that was removed: what is left of it.
#[derive(Debug, Clone, Copy, Queryable)]
pub struct RemovedRow {
    /// The list.
    pub id: WebinarListId,
    /// When it was loaded.
    pub uploaded_at: Moment,
    /// By whom.
    pub uploaded_by: Option<PersonId>,
    /// When it was removed.
    pub removed_at: Option<Moment>,
    /// By whom; nobody where its time was over.
    pub removed_by: Option<PersonId>,
}

/// The lists of a session that were removed, the newest first.
pub fn removed(r: &mut Read, session: SessionId) -> Result<Vec<RemovedRow>, Problem> {
    Ok(webinar_lists::table
        .filter(webinar_lists::session_id.eq(session))
        .filter(webinar_lists::removed_at.is_not_null())
        .order(webinar_lists::id.desc())
        .select((
            webinar_lists::id,
            webinar_lists::uploaded_at,
            webinar_lists::uploaded_by,
            webinar_lists::removed_at,
            webinar_lists::removed_by,
        ))
        .load(r.conn())?)
}

/// The lists that were loaded before a moment and are still there, the oldest first.
pub fn loaded_before(
    r: &mut Read,
    before: Moment,
    most: i64,
) -> Result<Vec<(WebinarListId, SessionId)>, Problem> {
    Ok(webinar_lists::table
        .filter(webinar_lists::removed_at.is_null())
        .filter(webinar_lists::uploaded_at.lt(before))
        .order(webinar_lists::uploaded_at)
        .limit(most)
        .select((webinar_lists::id, webinar_lists::session_id))
        .load(r.conn())?)
}

/// Empties a list: its lines, what was said of them and the row of its file go.
pub fn remove(
    w: &mut Write,
    list: WebinarListId,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    let file: Option<StoredFileId> = webinar_lists::table
        .filter(webinar_lists::id.eq(list))
        .select(webinar_lists::file_id)
        .first(w.conn())?;
    diesel::delete(webinar_columns::table.filter(webinar_columns::list_id.eq(list))).execute(w.conn())?;
    diesel::delete(webinar_decisions::table.filter(webinar_decisions::list_id.eq(list))).execute(w.conn())?;
    diesel::update(webinar_lists::table.filter(webinar_lists::id.eq(list)))
        .set((
            webinar_lists::file_id.eq(None::<StoredFileId>),
            webinar_lists::sha256.eq(None::<String>),
            webinar_lists::content.eq(None::<Json<Grid>>),
            webinar_lists::removed_at.eq(now),
            webinar_lists::removed_by.eq(by),
        ))
        .execute(w.conn())?;
    file.map_or(Ok(()), |file| files::forget(w, file))
}

/// Notes that marks were made from a list.
pub fn insert_application(
    w: &mut Write,
    list: WebinarListId,
    (first, corrected): (i32, i32),
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::insert_into(webinar_applications::table)
        .values((
            webinar_applications::list_id.eq(list),
            webinar_applications::first_marks.eq(first),
            webinar_applications::corrected.eq(corrected),
            webinar_applications::applied_at.eq(now),
            webinar_applications::applied_by.eq(by),
        ))
        .execute(w.conn())?;
    Ok(())
}
