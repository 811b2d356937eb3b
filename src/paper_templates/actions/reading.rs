//! Who sees which templates: administrators those of their organisations and those for all.

use super::changes;
use crate::audit::{self, Entry};
use crate::db::{Read, Write};
use crate::kernel::{
    Actor, Moment, OrganisationId, PaperTemplateId, PaperTemplateVersionId, PersonId, PersonName, Problem,
};
use crate::organisations::store as organisations;
use crate::paper_templates::store::{self, ChosenTemplate, TemplateRow, VersionRow};
use crate::printing::fields::{
    DocumentFields, HolderFields, IssuerFields, ModuleFields, PaperFields, ProgrammeFields,
};
use crate::printing::papers::{CompletionPaper, PaperText};
use serde::Deserialize;
use serde_json::json;
use std::collections::HashMap;

/// The templates that an administrator sees, and the organisations a new one can be for.
#[derive(Debug, Clone)]
pub struct Shelf {
    /// The templates, each with the number of its versions and the number of the one at work.
    pub templates: Vec<(TemplateRow, usize, Option<i32>)>,
    /// The organisations that the actor administers, by name.
    pub organisations: Vec<(OrganisationId, String)>,
    /// The names of all organisations.
    pub names: HashMap<OrganisationId, String>,
    /// Whether the actor may make templates for all organisations.
    pub everywhere: bool,
}

/// The templates of the actor's organisations and those for all.
///
/// # Errors
/// `Forbidden` for whoever administers nothing.
pub fn shelf(r: &mut Read, actor: &Actor) -> Result<Shelf, Problem> {
    if !actor.is_administrator() {
        return Err(Problem::forbidden());
    }
    let rows = store::templates(r)?.into_iter().filter(|row| sees(actor, row.organisation));
    let rows: Vec<TemplateRow> = rows.collect();
    let ids: Vec<PaperTemplateId> = rows.iter().map(|row| row.id).collect();
    let (versions, at_work) = (store::versions(r, &ids)?, store::at_work(r, &ids)?);
    let with_versions = |row: TemplateRow| {
        let own: Vec<&VersionRow> = versions.iter().filter(|version| version.template == row.id).collect();
        let working = at_work.get(&row.id);
        let number = own.iter().find(|version| Some(&version.id) == working).map(|version| version.number);
        let count = own.len();
        (row, count, number)
    };
    let all = organisations::all(r)?;
    let names: HashMap<_, _> = all.iter().map(|row| (row.id, row.name.clone())).collect();
    let own = all.into_iter().filter(|row| changes(actor, Some(row.id)));
    Ok(Shelf {
        templates: rows.into_iter().map(with_versions).collect(),
        organisations: own.map(|row| (row.id, row.name)).collect(),
        names,
        everywhere: changes(actor, None),
    })
}

fn sees(actor: &Actor, organisation: Option<OrganisationId>) -> bool {
    organisation.is_none_or(|organisation| changes(actor, Some(organisation)))
}

/// A template that the actor may look at.
///
/// # Errors
/// `Forbidden` for whoever administers nothing, `NotFound` for administrators of other organisations.
pub(super) fn visible(r: &mut Read, actor: &Actor, id: PaperTemplateId) -> Result<TemplateRow, Problem> {
    if !actor.is_administrator() {
        return Err(Problem::forbidden());
    }
    store::template(r, id)?.filter(|row| sees(actor, row.organisation)).ok_or_else(Problem::not_found)
}

/// A template with its versions.
#[derive(Debug, Clone)]
pub struct Opened {
    /// The template.
    pub row: TemplateRow,
    /// The name of its organisation.
    pub organisation: Option<String>,
    /// Its versions, the newest first.
    pub versions: Vec<VersionRow>,
    /// The newest one in full.
    pub newest: Option<ChosenTemplate>,
    /// The one at work.
    pub at_work: Option<PaperTemplateVersionId>,
    /// Whether the actor may change it.
    pub may_change: bool,
    /// The names of who made versions.
    pub names: HashMap<PersonId, PersonName>,
}

/// A template with its versions.
///
/// # Errors
/// `NotFound` for administrators of other organisations.
pub fn open(r: &mut Read, actor: &Actor, id: PaperTemplateId) -> Result<Opened, Problem> {
    let row = visible(r, actor, id)?;
    let versions = store::versions(r, &[id])?;
    let newest = versions.first().map(|newest| store::version(r, newest.id)).transpose()?;
    let people: Vec<PersonId> = versions.iter().filter_map(|version| version.created_by).collect();
    let organisation = match row.organisation {
        Some(organisation) => organisations::find(r, organisation)?.map(|found| found.name),
        None => None,
    };
    Ok(Opened {
        organisation,
        at_work: store::at_work(r, &[id])?.remove(&id),
        may_change: changes(actor, row.organisation),
        names: store::names(r, &people)?,
        newest,
        versions,
        row,
    })
}

/// A version of a template.
///
/// # Errors
/// `NotFound` for administrators of other organisations and for versions of other templates.
pub fn version(
    r: &mut Read,
    actor: &Actor,
    (template, id): (PaperTemplateId, PaperTemplateVersionId),
) -> Result<(Opened, ChosenTemplate), Problem> {
    let opened = open(r, actor, template)?;
    let version = store::version(r, id)?;
    if version.template == template { Ok((opened, version)) } else { Err(Problem::not_found()) }
}

/// What of a document's snapshot says what it prints: fields, or the paper of the first documents.
#[derive(Deserialize)]
struct Printed {
    #[serde(default)]
    fields: Vec<PaperFields>,
    #[serde(default)]
    paper: Option<CompletionPaper>,
}

/// The fields of a document of the actor's organisations, by its number: for previews with real data. The look is
/// written down as every other look at a document.
///
/// # Errors
/// `NotFound` when no document has the number.
pub fn real(w: &mut Write, actor: &Actor, number: &str, now: Moment) -> Result<Vec<PaperFields>, Problem> {
    let whole = actor.require_site_administrator().is_ok();
    let organisations = (!whole).then_some(actor.roles.administrator_of.as_slice());
    let found = store::document_snapshot(w, organisations, number)?;
    let (document, snapshot) = found.ok_or_else(Problem::not_found)?;
    let printed: Printed = serde_json::from_str(&snapshot).map_err(Problem::internal)?;
    let fields = match printed.paper {
        Some(paper) if printed.fields.is_empty() => {
            paper.texts.iter().map(|text| fields_of(&paper, text)).collect()
        }
        _ => printed.fields,
    };
    if fields.is_empty() {
        return Err(Problem::not_found());
    }
    let (subject, after) = (("document", document.0), Some(json!({ "number": number })));
    audit::record(w, actor, now, Entry { action: "document-previewed", subject, before: None, after })?;
    Ok(fields)
}

/// The fields that a paper of the first form has.
fn fields_of(paper: &CompletionPaper, text: &PaperText) -> PaperFields {
    let module = |module: &crate::printing::PaperModule| ModuleFields {
        title: module.title.for_reader(text.language).to_owned(),
        hours: module.hours.0,
        mark: None,
    };
    PaperFields {
        language: text.language,
        document: DocumentFields {
            kind_title: text.title.clone(),
            subtitle: text.subtitle.clone(),
            number: paper.register_number.clone(),
            blank_number: paper.blank.clone(),
            issued_on: text.issued_on.clone(),
            duplicate: paper.duplicate,
            ..DocumentFields::default()
        },
        holder: HolderFields { full: text.holder.clone(), ..HolderFields::default() },
        programme: ProgrammeFields {
            title: Some(text.programme.clone()),
            hours: Some(paper.total_hours.0),
            volume: Some(text.volume.clone()),
            period: Some(text.period.clone()),
            note: text.note.clone(),
            modules: paper.modules.iter().map(module).collect(),
            ..ProgrammeFields::default()
        },
        issuer: IssuerFields {
            name: text.issuer.clone(),
            city: Some(text.city.clone()),
            licence: text.licence.clone(),
            country: text.country.clone(),
            head_post: Some(text.signatory_post.clone()),
            head_name: Some(text.signatory_name.clone()),
        },
        ..PaperFields::default()
    }
}
