//! Samples of papers that are not issued yet: the facts that issuing would freeze, a mark in the place of the number, and any
//! version of a template, also one that is not at work.

use super::desk::{Desk, Wanted, desk_of};
use super::papers;
use crate::audit::{self, Entry};
use crate::db::{Read, Write};
use crate::documents::rules::Snapshot;
use crate::documents::rules::snapshot::TemplateUsed;
use crate::kernel::{
    Actor, EditionId, EnrolmentId, Moment, OrganisationId, PaperTemplateVersionId, Problem, Word as _,
};
use crate::paper_templates::actions as shelves;
use crate::paper_templates::store as templates;
use crate::printing::Typesetter;
use crate::programmes::rules::words::DocumentKind;
use serde_json::json;
use std::collections::BTreeSet;

/// With what a sample is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Printed {
    /// With what a document issued now would be printed.
    AtWork,
    /// With the paper of the program.
    BuiltIn,
    /// With this version of a template.
    By(PaperTemplateVersionId),
}

impl Printed {
    /// The word of the paper of the program in addresses and forms.
    pub const BUILT_IN: &'static str = "program";

    /// Reads what was chosen; nothing chosen is what is at work.
    pub fn parse(text: &str) -> Option<Printed> {
        match text {
            "" => Some(Printed::AtWork),
            Printed::BUILT_IN => Some(Printed::BuiltIn),
            id => id.parse().ok().map(|id| Printed::By(PaperTemplateVersionId(id))),
        }
    }
}

/// A version of a template that a desk's papers could be printed with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printable {
    /// The version.
    pub version: PaperTemplateVersionId,
    /// What the template is called.
    pub name: String,
    /// The number of the version.
    pub number: i32,
}

/// The versions of templates for the kind of a desk, of its organisation and of all, the newest of each first.
///
/// # Errors
/// The database's.
pub fn printable(r: &mut Read, desk: &Desk) -> Result<Vec<Printable>, Problem> {
    let own = |owner: Option<OrganisationId>| owner.is_none_or(|owner| owner == desk.edition.organisation_id);
    let mut rows = templates::templates(r)?;
    rows.retain(|row| row.kind == desk.grounds.kind && own(row.organisation));
    let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
    let versions = templates::versions(r, &ids)?;
    let of_one = |row: &templates::TemplateRow| {
        let (id, name) = (row.id, row.name.clone());
        let own = versions.iter().filter(move |version| version.template == id);
        own.map(move |version| Printable { version: version.id, name: name.clone(), number: version.number })
            .collect::<Vec<_>>()
    };
    Ok(rows.iter().flat_map(of_one).collect())
}

/// What the paper of somebody would say, for the administrators of the organisation that runs the edition. Nothing of it is
/// kept; whoever shows it writes the look down with [`note_sample`]. Nobody who writes waits meanwhile.
///
/// # Errors
/// `NotFound` for everybody else, for an enrolment of another edition, and for a version of a template of others or for
/// another kind of paper.
pub fn sampled(
    r: &mut Read,
    actor: &Actor,
    typesetter: &Typesetter,
    (wanted, enrolment, printed): (Wanted, EnrolmentId, Printed),
    now: Moment,
) -> Result<Sampled, Problem> {
    let theirs = BTreeSet::from([enrolment]);
    let mut desk = desk_of(r, actor, typesetter, (wanted, &theirs), now)?;
    if !desk.of_a_part() {
        desk.issued_on = desk.today.max(desk.edition.ends_on);
    }
    match printed {
        Printed::AtWork => {}
        Printed::BuiltIn => desk.grounds.template = None,
        Printed::By(version) => put(r, actor, &mut desk, version)?,
    }
    let snapshot = papers::sample(&desk, enrolment)?;
    Ok(Sampled { kind: desk.grounds.kind, edition: desk.edition.id, enrolment, snapshot })
}

/// What the paper of somebody would say.
#[derive(Debug, Clone)]
pub struct Sampled {
    /// Which paper.
    pub kind: DocumentKind,
    /// Of which edition.
    pub edition: EditionId,
    /// Whose.
    pub enrolment: EnrolmentId,
    /// What it says.
    pub snapshot: Snapshot,
}

/// Writes down that somebody has looked at a sample: it shows what is known of the person.
///
/// # Errors
/// When the database refuses the row.
pub fn note_sample(w: &mut Write, actor: &Actor, sampled: &Sampled, now: Moment) -> Result<(), Problem> {
    let after = json!({ "kind": sampled.kind.as_str(), "edition": sampled.edition,
        "template": sampled.snapshot.template.as_ref().map(|template| template.version) });
    let subject = ("enrolment", sampled.enrolment.0);
    audit::record(
        w,
        actor,
        now,
        Entry { action: "document-previewed", subject, before: None, after: Some(after) },
    )
}

/// Has the papers of a desk printed with a version, in the languages of its template.
fn put(r: &mut Read, actor: &Actor, desk: &mut Desk, version: PaperTemplateVersionId) -> Result<(), Problem> {
    let template = templates::version(r, version)?.template;
    let (opened, chosen) = shelves::version(r, actor, (template, version))?;
    let foreign = opened.row.organisation.is_some_and(|owner| owner != desk.edition.organisation_id);
    if foreign || opened.row.kind != desk.grounds.kind {
        return Err(Problem::not_found());
    }
    desk.grounds.languages = opened.row.languages.printed().to_vec();
    desk.grounds.template =
        Some(TemplateUsed { version, name: chosen.name, number: chosen.number, sha256: chosen.sha256 });
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_chosen_is_what_is_at_work_and_nonsense_is_nothing() {
        assert_eq!(Printed::parse(""), Some(Printed::AtWork));
        assert_eq!(Printed::parse("program"), Some(Printed::BuiltIn));
        assert_eq!(Printed::parse("7"), Some(Printed::By(PaperTemplateVersionId(7))));
        assert_eq!(Printed::parse("семь"), None);
    }
}
