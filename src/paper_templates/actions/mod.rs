//! What is done with templates: making one, its versions, putting one to work, trying and showing them.

pub mod printing;
pub mod reading;

use super::rules::{self, Settings};
use super::store::{self, NewPicture, NewTemplate, TemplateRow};
use crate::audit::{self, Entry};
use crate::db::Write;
use crate::kernel::{
    Actor, Fault, Moment, PaperTemplateId, PaperTemplateVersionId, Problem, ProblemCode, Word as _,
};
use crate::organisations::store as organisations;
use crate::printing::pictures::PictureUse;
use crate::secrets::sha256_hex;
use serde_json::json;

pub use printing::{bytes_of, loaded, trial};
pub use reading::{Opened, Shelf, open, real, shelf, version};

/// Makes a template without a version: until one is at work, the paper of the program is printed.
///
/// # Errors
/// `Forbidden` for whoever does not administer the organisation, or the site where it is for all organisations;
/// `Invalid` when there is one for the kind and its languages.
pub fn create(
    w: &mut Write,
    actor: &Actor,
    new: &NewTemplate,
    now: Moment,
) -> Result<PaperTemplateId, Problem> {
    may_change(actor, new.organisation)?;
    if let Some(organisation) = new.organisation
        && organisations::find(w, organisation)?.is_none()
    {
        return Err(Problem::invalid(vec![Fault::new("organisation", "unknown")]));
    }
    if store::with_key(w, &new.key())?.is_some() {
        return Err(Problem::invalid(vec![Fault::new("kind", "paper-template-exists")]));
    }
    let id = store::insert(w, new, actor.person, now)?;
    let after = json!({ "organisation": new.organisation, "kind": new.kind.as_str(),
        "languages": new.languages.as_str(), "name": new.name });
    note(w, actor, now, ("paper-template-created", id, after))?;
    Ok(id)
}

/// A version about to be made.
#[derive(Debug, Clone)]
pub struct NewVersion {
    /// The text and the settings.
    pub settings: Settings,
    /// Its pictures.
    pub pictures: Vec<(PictureUse, NewPicture)>,
}

impl NewVersion {
    fn sha256(&self) -> String {
        let pictures: Vec<_> =
            self.pictures.iter().map(|(of, picture)| (*of, picture.sha256().to_owned())).collect();
        sha256_hex(rules::canonical(&self.settings, &pictures).as_bytes())
    }
}

/// Keeps the next version of a template, which was tried before. The same as the newest one is that one.
///
/// # Errors
/// `NotFound` for administrators of other organisations; `Forbidden` for a template of all organisations, unless the
/// actor administers the site.
pub fn add_version(
    w: &mut Write,
    actor: &Actor,
    template: PaperTemplateId,
    (new, now): (&NewVersion, Moment),
) -> Result<(PaperTemplateVersionId, i32), Problem> {
    let row = changeable(w, actor, template)?;
    let by = actor.person_id()?;
    let sha256 = new.sha256();
    let newest = store::versions(w, &[template])?.into_iter().next();
    if let Some(newest) = newest.as_ref().filter(|newest| newest.sha256 == sha256) {
        return Ok((newest.id, newest.number));
    }
    let number = newest.map_or(0, |newest| newest.number) + 1;
    let written = (&new.settings, sha256.as_str(), new.pictures.as_slice());
    let id = store::insert_version(w, (row.id, number), written, (by, now))?;
    let after = json!({ "version": id, "number": number, "sha256": sha256 });
    note(w, actor, now, ("paper-template-version-added", template, after))?;
    Ok((id, number))
}

/// Puts a version of a template to work, or takes the one at work out of it: then the paper of the program is printed.
/// Documents that were issued keep theirs. Twice is as once.
///
/// # Errors
/// `NotFound` for administrators of other organisations and for versions of other templates; `Forbidden` for a template
/// of all organisations, unless the actor administers the site.
pub fn choose(
    w: &mut Write,
    actor: &Actor,
    (template, version): (PaperTemplateId, Option<PaperTemplateVersionId>),
    now: Moment,
) -> Result<(), Problem> {
    changeable(w, actor, template)?;
    if let Some(version) = version
        && store::version(w, version)?.template != template
    {
        return Err(Problem::not_found());
    }
    let before = store::at_work(w, &[template])?.get(&template).copied();
    if before == version {
        return Ok(());
    }
    store::choose(w, template, version, (actor.person, now))?;
    let entry = Entry {
        action: "paper-template-chosen",
        subject: ("paper-template", template.0),
        before: Some(json!({ "version": before })),
        after: Some(json!({ "version": version })),
    };
    audit::record(w, actor, now, entry)
}

/// A template that the actor may change.
fn changeable(w: &mut Write, actor: &Actor, id: PaperTemplateId) -> Result<TemplateRow, Problem> {
    let row = reading::visible(w, actor, id)?;
    may_change(actor, row.organisation)?;
    Ok(row)
}

/// Lets pass whoever may change templates of an organisation, or of all of them.
fn may_change(actor: &Actor, organisation: Option<crate::kernel::OrganisationId>) -> Result<(), Problem> {
    match organisation {
        Some(organisation) => actor.require_administrator_of(organisation),
        None => actor.require_site_administrator(),
    }
}

/// Whether the actor may change templates of an organisation, or of all of them.
pub fn changes(actor: &Actor, organisation: Option<crate::kernel::OrganisationId>) -> bool {
    may_change(actor, organisation).is_ok()
}

fn note(
    w: &mut Write,
    actor: &Actor,
    now: Moment,
    (action, id, after): (&'static str, PaperTemplateId, serde_json::Value),
) -> Result<(), Problem> {
    let entry = Entry { action, subject: ("paper-template", id.0), before: None, after: Some(after) };
    audit::record(w, actor, now, entry)
}

/// Lets pass whoever may add versions to a template, before a form is read and a trial is printed.
///
/// # Errors
/// As [`add_version`].
pub fn admits(opened: &Opened) -> Result<(), Problem> {
    if opened.may_change { Ok(()) } else { Err(Problem::new(ProblemCode::Forbidden)) }
}
