//! Rows of group files, the papers printed so far, and the archives.

use crate::db::schema::{
    group_file_archives as archives, group_file_papers as papers, group_files as files, people, stored_files,
};
use crate::db::{Read, Write};
use crate::files::StoredBlob;
use crate::files::store::NewRow;
use crate::kernel::{EditionId, GroupFileId, Language, Moment, PersonId, PersonName, Problem};
use diesel::prelude::*;

/// A group's file.
#[derive(Debug, Clone, Queryable)]
pub struct FileRow {
    /// The file.
    pub id: GroupFileId,
    /// Of which edition.
    pub edition_id: EditionId,
    /// In which language.
    pub language: Language,
    /// How many papers are to be printed for it.
    pub planned: i32,
    /// When it was asked for.
    pub asked_at: Moment,
    /// By whom.
    pub asked_by: PersonId,
}

/// Asks for a file.
pub fn insert(
    w: &mut Write,
    (edition, language, planned): (EditionId, Language, i32),
    by: PersonId,
    now: Moment,
) -> Result<GroupFileId, Problem> {
    Ok(diesel::insert_into(files::table)
        .values((
            files::edition_id.eq(edition),
            files::language.eq(language),
            files::planned.eq(planned),
            files::asked_at.eq(now),
            files::asked_by.eq(by),
        ))
        .returning(files::id)
        .get_result(w.conn())?)
}

const FILE: (
    files::id,
    files::edition_id,
    files::language,
    files::planned,
    files::asked_at,
    files::asked_by,
) = (files::id, files::edition_id, files::language, files::planned, files::asked_at, files::asked_by);

/// A file.
pub fn file(r: &mut Read, id: GroupFileId) -> Result<Option<FileRow>, Problem> {
    Ok(files::table.filter(files::id.eq(id)).select(FILE).first(r.conn()).optional()?)
}

/// The files of an edition, the newest first, each with the name of who asked.
pub fn of_edition(
    r: &mut Read,
    edition: EditionId,
    limit: i64,
) -> Result<Vec<(FileRow, PersonName)>, Problem> {
    type Row = (FileRow, (String, String, Option<String>));
    let rows: Vec<Row> = files::table
        .inner_join(people::table.on(people::id.eq(files::asked_by)))
        .filter(files::edition_id.eq(edition))
        .order(files::id.desc())
        .limit(limit)
        .select((FILE, (people::surname, people::given_name, people::patronymic)))
        .load(r.conn())?;
    let named =
        |(row, (surname, given_name, patronymic)): Row| (row, PersonName { surname, given_name, patronymic });
    Ok(rows.into_iter().map(named).collect())
}

/// A printed paper of a file.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct PaperRow {
    /// What it is: the same from try to try.
    pub identity: String,
    /// The name of the file.
    pub name: String,
    /// Where its bytes lie.
    pub storage_key: String,
    /// Their SHA-256.
    pub sha256: String,
}

/// The papers printed so far, in order.
pub fn papers(r: &mut Read, file: GroupFileId) -> Result<Vec<PaperRow>, Problem> {
    Ok(papers::table
        .inner_join(stored_files::table)
        .filter(papers::group_file_id.eq(file))
        .order((papers::place, papers::id))
        .select((papers::identity, papers::name, stored_files::storage_key, stored_files::sha256))
        .load(r.conn())?)
}

/// How many papers of each of these files are printed.
pub fn printed(r: &mut Read, of: &[GroupFileId]) -> Result<Vec<GroupFileId>, Problem> {
    Ok(papers::table
        .filter(papers::group_file_id.eq_any(of.to_vec()))
        .select(papers::group_file_id)
        .load(r.conn())?)
}

/// A printed paper about to be kept.
#[derive(Debug, Clone)]
pub struct NewPaper {
    /// What it is.
    pub identity: String,
    /// Its place in the file, from one.
    pub place: i32,
    /// Where its bytes lie.
    pub file: NewRow,
}

/// Keeps a printed paper; one that is there already stays.
pub fn keep_paper(
    w: &mut Write,
    (file, owner): (GroupFileId, PersonId),
    new: &NewPaper,
    now: Moment,
) -> Result<(), Problem> {
    let known: Option<String> = papers::table
        .filter(papers::group_file_id.eq(file))
        .filter(papers::identity.eq(&new.identity))
        .select(papers::identity)
        .first(w.conn())
        .optional()?;
    if known.is_some() {
        return Ok(());
    }
    let stored = crate::files::store::insert(w, &new.file, owner, now)?;
    diesel::insert_into(papers::table)
        .values((
            papers::group_file_id.eq(file),
            papers::identity.eq(&new.identity),
            papers::place.eq(new.place),
            papers::name.eq(&new.file.name),
            papers::file_id.eq(stored),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// An archive.
#[derive(Debug, Clone, Queryable)]
pub struct ArchiveRow {
    /// Of which file.
    pub group_file_id: GroupFileId,
    /// How many files are in it.
    pub files: i32,
    /// What it lacks, as JSON.
    pub missing: String,
    /// When it was made.
    pub made_at: Moment,
    /// What it is called.
    pub name: String,
    /// Where its bytes lie.
    pub storage_key: String,
    /// Their SHA-256.
    pub sha256: String,
}

/// The archives of files.
pub fn archives(r: &mut Read, of: &[GroupFileId]) -> Result<Vec<ArchiveRow>, Problem> {
    Ok(archives::table
        .inner_join(stored_files::table)
        .filter(archives::group_file_id.eq_any(of.to_vec()))
        .select((
            archives::group_file_id,
            archives::files,
            archives::missing,
            archives::made_at,
            stored_files::name,
            stored_files::storage_key,
            stored_files::sha256,
        ))
        .load(r.conn())?)
}

/// What is kept of an archive.
#[derive(Debug, Clone)]
pub struct NewArchive {
    /// Its bytes.
    pub blob: StoredBlob,
    /// What it is called.
    pub name: String,
    /// How many files are in it.
    pub files: i32,
    /// What it lacks, as JSON.
    pub missing: String,
}

/// Keeps an archive; `false` when there is one.
pub fn keep_archive(
    w: &mut Write,
    (file, owner): (GroupFileId, PersonId),
    new: &NewArchive,
    now: Moment,
) -> Result<bool, Problem> {
    if !archives(w, &[file])?.is_empty() {
        return Ok(false);
    }
    let row = NewRow { blob: new.blob.clone(), media_type: "application/zip", name: new.name.clone() };
    let stored = crate::files::store::insert(w, &row, owner, now)?;
    diesel::insert_into(archives::table)
        .values((
            archives::group_file_id.eq(file),
            archives::file_id.eq(stored),
            archives::files.eq(new.files),
            archives::missing.eq(&new.missing),
            archives::made_at.eq(now),
        ))
        .execute(w.conn())?;
    Ok(true)
}
