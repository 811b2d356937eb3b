//! Versions of templates: immutable, each with its pictures.

use super::repeated;
use crate::db::schema::{paper_template_pictures, paper_template_versions, stored_files};
use crate::db::{Read, Write};
use crate::files::store::{self as files, NewRow};
use crate::kernel::{Moment, PaperTemplateId, PaperTemplateVersionId, PersonId, Problem, StoredFileId};
use crate::paper_templates::rules::Settings;
use crate::printing::pictures::PictureUse;
use diesel::prelude::*;

/// A version without its text.
#[derive(Debug, Clone, Queryable)]
pub struct VersionRow {
    /// The version.
    pub id: PaperTemplateVersionId,
    /// Of which template.
    pub template: PaperTemplateId,
    /// Its number, counted from 1.
    pub number: i32,
    /// SHA-256 over everything that decides what is printed, hexadecimal.
    pub sha256: String,
    /// When it was made.
    pub created_at: Moment,
    /// By whom.
    pub created_by: Option<PersonId>,
}

/// The versions of templates, the newest first.
pub fn versions(r: &mut Read, templates: &[PaperTemplateId]) -> Result<Vec<VersionRow>, Problem> {
    Ok(paper_template_versions::table
        .filter(paper_template_versions::template_id.eq_any(templates.to_vec()))
        .order(paper_template_versions::id.desc())
        .select((
            paper_template_versions::id,
            paper_template_versions::template_id,
            paper_template_versions::number,
            paper_template_versions::sha256,
            paper_template_versions::created_at,
            paper_template_versions::created_by,
        ))
        .load(r.conn())?)
}

/// A picture of a version.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct PictureRow {
    /// What it is for.
    pub of: PictureUse,
    /// The file.
    pub file: StoredFileId,
    /// Where its bytes lie.
    pub storage_key: String,
    /// SHA-256 of its bytes, hexadecimal.
    pub sha256: String,
    /// The name it was sent under.
    pub name: String,
}

fn pictures(r: &mut Read, version: PaperTemplateVersionId) -> Result<Vec<PictureRow>, Problem> {
    Ok(paper_template_pictures::table
        .inner_join(stored_files::table)
        .filter(paper_template_pictures::version_id.eq(version))
        .order(paper_template_pictures::place)
        .select((
            paper_template_pictures::place,
            stored_files::id,
            stored_files::storage_key,
            stored_files::sha256,
            stored_files::name,
        ))
        .load(r.conn())?)
}

/// A version with everything that decides what it prints.
#[derive(Debug, Clone)]
pub struct ChosenTemplate {
    /// The version.
    pub version: PaperTemplateVersionId,
    /// Of which template.
    pub template: PaperTemplateId,
    /// What the template is called.
    pub name: String,
    /// The number of the version, counted from 1.
    pub number: i32,
    /// SHA-256 over everything that decides what is printed, hexadecimal.
    pub sha256: String,
    /// The text and the settings.
    pub settings: Settings,
    /// Its pictures; their bytes lie in the file store.
    pub pictures: Vec<PictureRow>,
    /// When it was made.
    pub created_at: Moment,
}

/// A version, whether it is at work or not: documents are printed with theirs for ever.
///
/// # Errors
/// `NotFound`.
pub fn version(r: &mut Read, id: PaperTemplateVersionId) -> Result<ChosenTemplate, Problem> {
    type Row = (PaperTemplateId, i32, String, i32, i32, bool, String, Moment);
    let row: Option<Row> = paper_template_versions::table
        .filter(paper_template_versions::id.eq(id))
        .select((
            paper_template_versions::template_id,
            paper_template_versions::number,
            paper_template_versions::source,
            paper_template_versions::shift_x,
            paper_template_versions::shift_y,
            paper_template_versions::on_blank,
            paper_template_versions::sha256,
            paper_template_versions::created_at,
        ))
        .first(r.conn())
        .optional()?;
    let (template, number, source, shift_x, shift_y, on_blank, sha256, created_at) =
        row.ok_or_else(Problem::not_found)?;
    let name = super::template(r, template)?.ok_or_else(Problem::not_found)?.name;
    let settings = Settings { source, shift_x, shift_y, on_blank };
    let pictures = pictures(r, id)?;
    Ok(ChosenTemplate { version: id, template, name, number, sha256, settings, pictures, created_at })
}

/// Where a picture of a new version comes from.
#[derive(Debug, Clone)]
pub enum NewPicture {
    /// It was in an earlier version.
    Kept(PictureRow),
    /// It was sent now.
    Sent(NewRow),
}

impl NewPicture {
    /// SHA-256 of its bytes, hexadecimal.
    pub fn sha256(&self) -> &str {
        match self {
            NewPicture::Kept(row) => &row.sha256,
            NewPicture::Sent(new) => &new.blob.sha256,
        }
    }
}

/// Writes the next version of a template down.
pub fn insert_version(
    w: &mut Write,
    (template, number): (PaperTemplateId, i32),
    (settings, sha256, sent): (&Settings, &str, &[(PictureUse, NewPicture)]),
    (by, now): (PersonId, Moment),
) -> Result<PaperTemplateVersionId, Problem> {
    let inserted = diesel::insert_into(paper_template_versions::table)
        .values((
            paper_template_versions::template_id.eq(template),
            paper_template_versions::number.eq(number),
            paper_template_versions::source.eq(&settings.source),
            paper_template_versions::shift_x.eq(settings.shift_x),
            paper_template_versions::shift_y.eq(settings.shift_y),
            paper_template_versions::on_blank.eq(settings.on_blank),
            paper_template_versions::sha256.eq(sha256),
            paper_template_versions::created_at.eq(now),
            paper_template_versions::created_by.eq(by),
        ))
        .returning(paper_template_versions::id)
        .get_result(w.conn());
    let id: PaperTemplateVersionId = inserted.map_err(repeated)?;
    for (of, picture) in sent {
        let file = match picture {
            NewPicture::Kept(row) => row.file,
            NewPicture::Sent(new) => files::insert(w, new, by, now)?,
        };
        diesel::insert_into(paper_template_pictures::table)
            .values((
                paper_template_pictures::version_id.eq(id),
                paper_template_pictures::place.eq(*of),
                paper_template_pictures::file_id.eq(file),
            ))
            .execute(w.conn())?;
    }
    Ok(id)
}
