//! Which version of a template is at work, and which one a paper is printed with.

use super::templates::{TEMPLATE, TemplateRow};
use super::{ChosenTemplate, version};
use crate::db::schema::{paper_template_choices, paper_templates};
use crate::db::{Read, Write};
use crate::kernel::{
    Language, Moment, OrganisationId, PaperTemplateId, PaperTemplateVersionId, PersonId, Problem,
};
use crate::paper_templates::rules::{Languages, template_key};
use crate::programmes::rules::words::DocumentKind;
use diesel::prelude::*;
use std::collections::HashMap;

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
