//! Rows of working copies and of their texts.

use crate::case_authoring::rules::NewCase;
use crate::db::schema::{
    case_copies as copies, case_copy_texts as texts, people, programmes, site_case_copies as given,
    site_case_uses as uses,
};
use crate::db::{Json, Read, Write};
use crate::kernel::{
    CaseCopyId, Language, Moment, PersonId, Problem, ProgrammeId, ProgrammeVersionId, SiteCaseId,
};
use diesel::prelude::*;

/// A working copy of a case.
#[derive(Debug, Clone, PartialEq, Queryable)]
pub struct CopyRow {
    /// The copy.
    pub id: CaseCopyId,
    /// Of which programme.
    pub programme_id: ProgrammeId,
    /// Its name in addresses.
    pub slug: String,
    /// The version that it was made from.
    pub base: ProgrammeVersionId,
    /// The key of the case.
    pub key: String,
    /// Where it comes in the plan, when no version has it yet.
    pub plan: Option<Json<NewCase>>,
    /// Since when.
    pub created_at: Moment,
}

type CopyColumns = (
    copies::id,
    copies::programme_id,
    programmes::slug,
    copies::base_version_id,
    copies::activity_key,
    copies::plan,
    copies::created_at,
);

const COPY: CopyColumns = (
    copies::id,
    copies::programme_id,
    programmes::slug,
    copies::base_version_id,
    copies::activity_key,
    copies::plan,
    copies::created_at,
);

/// Every working copy, those of one programme together, the newest first.
pub fn copies(r: &mut Read) -> Result<Vec<CopyRow>, Problem> {
    Ok(copies::table
        .inner_join(programmes::table)
        .order((programmes::slug, copies::id.desc()))
        .select(COPY)
        .load(r.conn())?)
}

/// A working copy.
pub fn copy(r: &mut Read, id: CaseCopyId) -> Result<Option<CopyRow>, Problem> {
    Ok(copies::table
        .inner_join(programmes::table)
        .filter(copies::id.eq(id))
        .select(COPY)
        .first(r.conn())
        .optional()?)
}

/// The working copy of a case of a programme.
pub fn copy_of(r: &mut Read, programme: ProgrammeId, key: &str) -> Result<Option<CaseCopyId>, Problem> {
    Ok(copies::table
        .filter(copies::programme_id.eq(programme))
        .filter(copies::activity_key.eq(key))
        .select(copies::id)
        .first(r.conn())
        .optional()?)
}

/// A working copy about to be made.
#[derive(Debug, Clone, Copy)]
pub struct NewCopy<'c> {
    /// Of which programme.
    pub programme: ProgrammeId,
    /// From which version.
    pub base: ProgrammeVersionId,
    /// Of which case.
    pub key: &'c str,
    /// Where it comes in the plan, when no version has it yet.
    pub plan: Option<&'c NewCase>,
    /// Who makes it, and when.
    pub made: (Option<PersonId>, Moment),
}

/// A working copy without texts.
pub fn insert_copy(w: &mut Write, new: NewCopy<'_>) -> Result<CaseCopyId, Problem> {
    let (by, at) = new.made;
    Ok(diesel::insert_into(copies::table)
        .values((
            copies::programme_id.eq(new.programme),
            copies::base_version_id.eq(new.base),
            copies::activity_key.eq(new.key),
            copies::plan.eq(new.plan.cloned().map(Json)),
            copies::created_by.eq(by),
            copies::created_at.eq(at),
        ))
        .returning(copies::id)
        .get_result(w.conn())?)
}

/// Writes what a new case is called and how long it takes.
pub fn put_plan(w: &mut Write, id: CaseCopyId, plan: &NewCase) -> Result<(), Problem> {
    diesel::update(copies::table.find(id))
        .set(copies::plan.eq(Some(Json(plan.clone()))))
        .execute(w.conn())?;
    Ok(())
}

/// Makes a newer version what a copy is based on.
pub fn rebase(w: &mut Write, id: CaseCopyId, base: ProgrammeVersionId) -> Result<(), Problem> {
    diesel::update(copies::table.find(id)).set(copies::base_version_id.eq(base)).execute(w.conn())?;
    Ok(())
}

/// Takes a working copy away with its texts.
pub fn remove(w: &mut Write, id: CaseCopyId) -> Result<(), Problem> {
    diesel::delete(texts::table.filter(texts::copy_id.eq(id))).execute(w.conn())?;
    diesel::delete(copies::table.find(id)).execute(w.conn())?;
    Ok(())
}

/// Whether a working copy was begun with a case from practice whose author does not consent to that any more: neither to
/// the text that was taken, nor, where it was written anew, to any since.
pub fn is_withdrawn(r: &mut Read, id: CaseCopyId) -> Result<bool, Problem> {
    let taken: Option<(SiteCaseId, i32)> = uses::table
        .inner_join(given::table)
        .filter(uses::case_copy_id.eq(id))
        .select((given::case_id, given::number))
        .first(r.conn())
        .optional()?;
    let Some((case, number)) = taken else { return Ok(false) };
    let said: Vec<Option<bool>> = given::table
        .filter(given::case_id.eq(case))
        .filter(given::number.ge(number))
        .order(given::number)
        .select(given::for_course)
        .load(r.conn())?;
    Ok(said.first() != Some(&Some(true)) || said.contains(&Some(false)))
}

/// Writes down that a working copy that was begun with a case from practice was published.
pub fn note_published(w: &mut Write, id: CaseCopyId, now: Moment) -> Result<(), Problem> {
    diesel::update(uses::table.filter(uses::case_copy_id.eq(id)))
        .set(uses::published_at.eq(now))
        .execute(w.conn())?;
    Ok(())
}

/// The text of a working copy in one language.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct TextRow {
    /// In which language.
    pub language: Language,
    /// Where it lies in the programme's folder.
    pub path: String,
    /// The text.
    pub body: String,
    /// Grows with every change, so that two editors notice each other.
    pub revision: i32,
    /// Who saved it last.
    pub saved_by: Option<PersonId>,
    /// Their surname and first name.
    pub surname: Option<String>,
    /// See `surname`.
    pub given_name: Option<String>,
    /// When.
    pub saved_at: Moment,
}

/// The texts of a working copy.
pub fn texts(r: &mut Read, id: CaseCopyId) -> Result<Vec<TextRow>, Problem> {
    Ok(texts::table
        .left_join(people::table)
        .filter(texts::copy_id.eq(id))
        .order(texts::path)
        .select((
            texts::language,
            texts::path,
            texts::body,
            texts::revision,
            texts::saved_by,
            people::surname.nullable(),
            people::given_name.nullable(),
            texts::saved_at,
        ))
        .load(r.conn())?)
}

/// A text with who writes it and when.
#[derive(Debug, Clone, Copy)]
pub struct NewText<'t> {
    /// In which language.
    pub language: Language,
    /// Where it lies in the programme's folder.
    pub path: &'t str,
    /// The text.
    pub body: &'t str,
    /// Who writes it, and when.
    pub saved: (Option<PersonId>, Moment),
}

/// The first text of a language.
pub fn insert_text(w: &mut Write, id: CaseCopyId, new: NewText<'_>) -> Result<(), Problem> {
    let (by, at) = new.saved;
    diesel::insert_into(texts::table)
        .values((
            texts::copy_id.eq(id),
            texts::language.eq(new.language),
            texts::path.eq(new.path),
            texts::body.eq(new.body),
            texts::revision.eq(1),
            texts::saved_by.eq(by),
            texts::saved_at.eq(at),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// Writes a text over the revision that its writer saw; `false` when there is a newer one.
pub fn update_text(
    w: &mut Write,
    (id, seen): (CaseCopyId, i32),
    (language, body): (Language, &str),
    (by, at): (Option<PersonId>, Moment),
) -> Result<bool, Problem> {
    let row = texts::table
        .filter(texts::copy_id.eq(id))
        .filter(texts::language.eq(language))
        .filter(texts::revision.eq(seen));
    let written = diesel::update(row)
        .set((
            texts::body.eq(body),
            texts::revision.eq(seen + 1),
            texts::saved_by.eq(by),
            texts::saved_at.eq(at),
        ))
        .execute(w.conn())?;
    Ok(written == 1)
}
