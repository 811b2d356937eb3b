//! Templates: for whom, for which paper, in which languages.

use super::repeated;
use crate::db::schema::paper_templates;
use crate::db::{Read, Write};
use crate::kernel::{Moment, OrganisationId, PaperTemplateId, PersonId, Problem};
use crate::paper_templates::rules::{Languages, template_key};
use crate::programmes::rules::words::DocumentKind;
use diesel::prelude::*;

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

pub(super) type TemplateColumns = (
    paper_templates::id,
    paper_templates::organisation_id,
    paper_templates::kind,
    paper_templates::languages,
    paper_templates::name,
    paper_templates::created_at,
);

pub(super) const TEMPLATE: TemplateColumns = (
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
