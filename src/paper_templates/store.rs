//! Rows of templates, their versions and pictures, and of which version is at work.

use super::rules::{Languages, Settings, template_key};
use crate::db::schema::{
    documents, paper_template_choices, paper_template_pictures, paper_template_versions, paper_templates,
    people, stored_files,
};
use crate::db::{Read, Write, stored_text};
use crate::files::store::{self as files, NewRow};
use crate::kernel::{
    DocumentId, Language, Moment, OrganisationId, PaperTemplateId, PaperTemplateVersionId, PersonId,
    PersonName, Problem, StoredFileId, Word as _,
};
use crate::printing::pictures::PictureUse;
use crate::programmes::rules::words::DocumentKind;
use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error};
use std::collections::HashMap;

stored_text!(Languages, as_str, parse);
stored_text!(PictureUse, as_str, parse);

/// A template.
#[derive(Debug, Clone, Queryable)]
pub struct TemplateRow {
    /// The template.
    pub id: PaperTemplateId,
    /// Whose; none for all organisations.
    pub organisation: Option<OrganisationId>,
    /// For which kind of paper.
    pub kind: DocumentKind,
    /// In which languages.
    pub languages: Languages,
    /// What its organisation calls it.
    pub name: String,
    /// Since when it is there.
    pub created_at: Moment,
}

type TemplateColumns = (
    paper_templates::id,
    paper_templates::organisation_id,
    paper_templates::kind,
    paper_templates::languages,
    paper_templates::name,
    paper_templates::created_at,
);

const TEMPLATE: TemplateColumns = (
    paper_templates::id,
    paper_templates::organisation_id,
    paper_templates::kind,
    paper_templates::languages,
    paper_templates::name,
    paper_templates::created_at,
);

/// All templates, those for all organisations first.
pub fn templates(r: &mut Read) -> Result<Vec<TemplateRow>, Problem> {
    Ok(paper_templates::table.order(paper_templates::id).select(TEMPLATE).load(r.conn())?)
}

/// A template.
pub fn template(r: &mut Read, id: PaperTemplateId) -> Result<Option<TemplateRow>, Problem> {
    Ok(paper_templates::table
        .filter(paper_templates::id.eq(id))
        .select(TEMPLATE)
        .first(r.conn())
        .optional()?)
}

/// The template of an organisation for a kind and its languages, where there is one.
pub fn with_key(r: &mut Read, key: &str) -> Result<Option<PaperTemplateId>, Problem> {
    Ok(paper_templates::table
        .filter(paper_templates::template_key.eq(key))
        .select(paper_templates::id)
        .first(r.conn())
        .optional()?)
}

/// A template about to be made.
#[derive(Debug, Clone)]
pub struct NewTemplate {
    /// Whose; none for all organisations.
    pub organisation: Option<OrganisationId>,
    /// For which kind of paper.
    pub kind: DocumentKind,
    /// In which languages.
    pub languages: Languages,
    /// What its organisation calls it.
    pub name: String,
}

impl NewTemplate {
    /// Under which it is the only one.
    pub fn key(&self) -> String {
        template_key(self.organisation, self.kind, self.languages)
    }
}

/// Writes a template down.
pub fn insert(
    w: &mut Write,
    new: &NewTemplate,
    by: Option<PersonId>,
    now: Moment,
) -> Result<PaperTemplateId, Problem> {
    let inserted = diesel::insert_into(paper_templates::table)
        .values((
            paper_templates::organisation_id.eq(new.organisation),
            paper_templates::kind.eq(new.kind),
            paper_templates::languages.eq(new.languages),
            paper_templates::template_key.eq(new.key()),
            paper_templates::name.eq(&new.name),
            paper_templates::created_at.eq(now),
            paper_templates::created_by.eq(by),
        ))
        .returning(paper_templates::id)
        .get_result(w.conn());
    Ok(inserted.map_err(repeated)?)
}

/// What was read before the row was written is no longer so: the transaction is run again, and then reads it.
fn repeated(error: Error) -> Error {
    match error {
        Error::DatabaseError(DatabaseErrorKind::UniqueViolation, said) => {
            Error::DatabaseError(DatabaseErrorKind::SerializationFailure, said)
        }
        other => other,
    }
}

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

/// Which version of templates is at work; templates without one are absent.
pub fn at_work(
    r: &mut Read,
    templates: &[PaperTemplateId],
) -> Result<HashMap<PaperTemplateId, PaperTemplateVersionId>, Problem> {
    let rows: Vec<(PaperTemplateId, Option<PaperTemplateVersionId>)> = paper_template_choices::table
        .filter(paper_template_choices::template_id.eq_any(templates.to_vec()))
        .order(paper_template_choices::id)
        .select((paper_template_choices::template_id, paper_template_choices::version_id))
        .load(r.conn())?;
    // The newest row decides, also where it takes the version out of work.
    let newest: HashMap<_, _> = rows.into_iter().collect();
    Ok(newest.into_iter().filter_map(|(template, version)| Some((template, version?))).collect())
}

/// Puts a version to work, or none.
pub fn choose(
    w: &mut Write,
    template: PaperTemplateId,
    version: Option<PaperTemplateVersionId>,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::insert_into(paper_template_choices::table)
        .values((
            paper_template_choices::template_id.eq(template),
            paper_template_choices::version_id.eq(version),
            paper_template_choices::chosen_at.eq(now),
            paper_template_choices::chosen_by.eq(by),
        ))
        .execute(w.conn())?;
    Ok(())
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
    let name = self::template(r, template)?.ok_or_else(Problem::not_found)?.name;
    let settings = Settings { source, shift_x, shift_y, on_blank };
    let pictures = pictures(r, id)?;
    Ok(ChosenTemplate { version: id, template, name, number, sha256, settings, pictures, created_at })
}

/// The version at work for papers of an organisation: its own template before one for all organisations, and for Kazakh
/// one in both languages before one in Kazakh alone. None where the paper of the program is printed.
///
/// # Errors
/// The database's.
pub fn chosen(
    r: &mut Read,
    organisation: OrganisationId,
    kind: DocumentKind,
    language: Language,
) -> Result<Option<ChosenTemplate>, Problem> {
    let fitting = Languages::of(language);
    let owners = [Some(organisation), None];
    let keys = owners.into_iter().flat_map(|owner| {
        fitting.iter().map(move |languages| template_key(owner, kind, *languages)).collect::<Vec<_>>()
    });
    let mut rows: Vec<TemplateRow> = paper_templates::table
        .filter(paper_templates::template_key.eq_any(keys.collect::<Vec<String>>()))
        .select(TEMPLATE)
        .load(r.conn())?;
    let rank = |row: &TemplateRow| {
        (row.organisation.is_none(), fitting.iter().position(|languages| *languages == row.languages))
    };
    rows.sort_by_key(rank);
    let ids: Vec<PaperTemplateId> = rows.iter().map(|row| row.id).collect();
    let at_work = at_work(r, &ids)?;
    match ids.iter().find_map(|id| at_work.get(id)) {
        Some(id) => version(r, *id).map(Some),
        None => Ok(None),
    }
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

/// What a document of one of these organisations prints, by its number; the newest where several registers have it. None
/// of the organisations means any.
pub fn document_snapshot(
    r: &mut Read,
    organisations: Option<&[OrganisationId]>,
    number: &str,
) -> Result<Option<(DocumentId, String)>, Problem> {
    let mut query = documents::table
        .filter(documents::number_text.eq(number))
        .order(documents::id.desc())
        .select((documents::id, documents::snapshot))
        .into_boxed();
    if let Some(organisations) = organisations {
        query = query.filter(documents::organisation_id.eq_any(organisations.to_vec()));
    }
    Ok(query.first(r.conn()).optional()?)
}

/// The names of people, for who made versions.
pub fn names(r: &mut Read, ids: &[PersonId]) -> Result<HashMap<PersonId, PersonName>, Problem> {
    let rows: Vec<(PersonId, String, String, Option<String>)> = people::table
        .filter(people::id.eq_any(ids.to_vec()))
        .select((people::id, people::surname, people::given_name, people::patronymic))
        .load(r.conn())?;
    let named = |(id, surname, given_name, patronymic)| (id, PersonName { surname, given_name, patronymic });
    Ok(rows.into_iter().map(named).collect())
}
