//! The rows of the file as they would be today, with everything that is wrong with them. Looks at what is recorded of
//! people under lock, and so each look is written down.

use super::federal;
use crate::countries;
use crate::countries::rules::{Federal, Profile};
use crate::db::{Read, Write};
use crate::documents::rules::Snapshot;
use crate::federal_register::rules::cells::{Row, row};
use crate::federal_register::rules::{Due, Facts, Original, Settings};
use crate::federal_register::store::queue::{self as store, Filter, QueuedRow, Wanted};
use crate::federal_register::store::settings;
use crate::federal_register::store::templates::{self, TemplateRow};
use crate::identities::actions::reading;
use crate::identities::rules::Identity;
use crate::kernel::{
    Actor, DocumentId, EditionId, Fault, Language, Localised, Moment, OrganisationId, PersonId, Problem,
    ProgrammeVersionId,
};
use crate::organisations::store::OrganisationRow;
use crate::programmes::rules::words::ProgrammeKind;
use crate::secrets::Secrets;
use chrono::NaiveDate;
use std::collections::{BTreeSet, HashMap};

/// The most documents that are looked at at once: looking at one decrypts what is known of its holder and is written down,
/// and nobody else writes meanwhile.
pub const MOST: i64 = 5_000;
/// How many documents a fault names at most.
const NAMED: usize = 20;
/// Why identities are looked at.
const PURPOSE: &str = "federal-register";

/// A document with its row.
#[derive(Debug, Clone)]
pub struct Line {
    /// The document.
    pub queued: QueuedRow,
    /// Until when it has to be in the register.
    pub due: Due,
    /// The programme, for addresses.
    pub version: Option<ProgrammeVersionId>,
    /// Its row.
    pub row: Row,
}

/// Which of the open documents are looked at; all of them, the oldest first, when nothing is said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scope {
    /// These: all of them have to be open.
    pub these: Option<BTreeSet<DocumentId>>,
    /// Those behind this place of the queue: faulty documents at its head hold up none of the others.
    pub after: Option<(NaiveDate, DocumentId)>,
}

/// The rows as they would be today.
#[derive(Debug, Clone)]
pub struct Checked {
    /// Whose.
    pub organisation: OrganisationRow,
    /// What the country asks.
    pub federal: Federal,
    /// The template that holds today.
    pub template: TemplateRow,
    /// Where its bytes lie.
    pub template_key: String,
    /// The documents that are in no file or were refused, the oldest first.
    pub lines: Vec<Line>,
    /// Behind which place of the queue these stand.
    pub after: Option<(NaiveDate, DocumentId)>,
    /// Behind which place there are more: so many are not looked at at once.
    pub next: Option<(NaiveDate, DocumentId)>,
}

impl Checked {
    /// The documents that go into the file.
    pub fn fine(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|line| line.row.is_fine())
    }

    /// The documents that stay out of the file.
    pub fn held(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|line| !line.row.is_fine())
    }
}

/// The rows of an organisation's open documents, or of some of them, as they would be today.
///
/// # Errors
/// `NotFound` for everybody who does not administer the organisation; `Invalid` where no template holds, and for documents
/// that were named and are not open, or are too many.
pub fn check(
    w: &mut Write,
    actor: &Actor,
    secrets: &Secrets,
    (id, scope): (OrganisationId, &Scope),
    now: Moment,
) -> Result<Checked, Problem> {
    let (organisation, federal) = federal(w, actor, id)?;
    let today = now.date_in(actor.zone);
    let template = templates::in_force(w, id, today)?;
    let template =
        template.ok_or_else(|| Problem::invalid(vec![Fault::new("template", "federal-template-missing")]))?;
    let (template, template_key) = templates::find(w, id, template.id)?.ok_or_else(Problem::not_found)?;
    let (queued, goes_on) = open(w, id, scope)?;
    let next = queued.last().filter(|_| goes_on).map(|row| (row.issued_on, row.id));
    let known = known(w, id, &queued)?;
    let people: Vec<PersonId> =
        queued.iter().map(|row| row.person_id).collect::<BTreeSet<_>>().into_iter().collect();
    let identities = reading::whole(w, actor, secrets, &people, PURPOSE, now)?;
    let mut lines = Vec::with_capacity(queued.len());
    for queued in queued {
        let facts = facts(&queued, &known, identities.get(&queued.person_id))?;
        let row = row(&facts, &template.lists.0, today);
        let due = Due::of(queued.issued_on, federal.days, today);
        let version = queued.edition_id.and_then(|edition| known.taught.get(&edition)).map(|(id, ..)| *id);
        lines.push(Line { due, version, row, queued });
    }
    Ok(Checked { organisation, federal, template, template_key, lines, after: scope.after, next })
}

/// The open documents that are meant; `true` beside them says that there are more.
fn open(r: &mut Read, id: OrganisationId, scope: &Scope) -> Result<(Vec<QueuedRow>, bool), Problem> {
    let refused = |fault| Problem::invalid(vec![fault]);
    let Some(these) = &scope.these else {
        let filter = Filter { wanted: Wanted::Open, after: scope.after, ..Filter::default() };
        return store::queued(r, id, &filter, MOST);
    };
    if i64::try_from(these.len()).unwrap_or(i64::MAX) > MOST {
        return Err(refused(Fault::new("documents", "federal-documents-many").with("limit", MOST)));
    }
    let these_rows = Some(these.iter().copied().collect());
    let filter = Filter { wanted: Wanted::Open, these: these_rows, ..Filter::default() };
    let (queued, _) = store::queued(r, id, &filter, MOST)?;
    let found: BTreeSet<DocumentId> = queued.iter().map(|row| row.id).collect();
    let missing: Vec<String> = these.difference(&found).take(NAMED).map(ToString::to_string).collect();
    if missing.is_empty() {
        return Ok((queued, false));
    }
    // Whoever names documents learns which of them cannot go, and nothing of those of others.
    let fault = Fault::new("documents", "federal-documents-not-open");
    Err(refused(fault.with("documents", missing.join(", "))))
}

/// What is known besides the documents themselves.
struct Known {
    profile: Profile,
    snapshots: HashMap<DocumentId, Snapshot>,
    taught: HashMap<EditionId, (ProgrammeVersionId, ProgrammeKind, Localised)>,
    versions: HashMap<ProgrammeVersionId, Settings>,
    editions: HashMap<EditionId, Settings>,
    enrolments: HashMap<crate::kernel::EnrolmentId, Settings>,
}

/// A fixed number of queries, however many documents there are; one more for every step from a duplicate of a duplicate
/// to its original.
fn known(r: &mut Read, id: OrganisationId, queued: &[QueuedRow]) -> Result<Known, Problem> {
    let mut snapshots = HashMap::new();
    let mut wanted: Vec<DocumentId> = queued.iter().map(|row| row.id).collect();
    while !wanted.is_empty() {
        let mut next = Vec::new();
        for (document, text) in store::snapshots(r, &wanted)? {
            let snapshot: Snapshot = serde_json::from_str(&text).map_err(Problem::internal)?;
            next.extend(snapshot.replaces.as_ref().map(|replaced| replaced.document));
            snapshots.insert(document, snapshot);
        }
        next.retain(|document| !snapshots.contains_key(document));
        wanted = next;
    }
    let editions: Vec<EditionId> =
        queued.iter().filter_map(|row| row.edition_id).collect::<BTreeSet<_>>().into_iter().collect();
    let enrolments: Vec<_> = queued.iter().filter_map(|row| row.enrolment_id).collect();
    let taught = store::taught(r, &editions)?;
    let versions: BTreeSet<ProgrammeVersionId> = taught.values().map(|(version, ..)| *version).collect();
    let versions: Vec<ProgrammeVersionId> = versions.into_iter().collect();
    Ok(Known {
        profile: countries::store::profile_of(r, id)?,
        snapshots,
        taught,
        versions: settings::of_versions(r, id, &versions)?,
        editions: settings::of_editions(r, &editions)?,
        enrolments: settings::of_enrolments(r, &enrolments)?,
    })
}

fn facts(queued: &QueuedRow, known: &Known, identity: Option<&Identity>) -> Result<Facts, Problem> {
    let snapshot = known.snapshots.get(&queued.id).ok_or_else(Problem::not_found)?;
    let taught = queued.edition_id.and_then(|edition| known.taught.get(&edition));
    let version = taught.map(|(version, ..)| version);
    let nothing = Settings::default();
    let of_version = version.and_then(|version| known.versions.get(version)).unwrap_or(&nothing);
    let of_edition = queued.edition_id.and_then(|id| known.editions.get(&id)).cloned().unwrap_or_default();
    let own = queued.enrolment_id.and_then(|id| known.enrolments.get(&id)).cloned().unwrap_or_default();
    let basics = identity.map(|identity| &identity.basics);
    let spelling = snapshot.spelling.as_ref().or(basics.and_then(|basics| basics.spelling.as_ref()));
    let title = snapshot.programme().or(taught.map(|(.., title)| title));
    let kind = snapshot.course.as_ref().and_then(|course| course.kind);
    // What the diploma itself grants, where nobody has chosen a value of the list.
    let granted = snapshot.course.as_ref().and_then(|course| course.qualification.clone());
    let granted = Settings { qualification: granted, ..Settings::default() };
    Ok(Facts {
        kind: queued.kind,
        relation: snapshot.replaces.as_ref().map(|replaced| replaced.relation),
        blank: snapshot.blank.clone(),
        number: queued.number.clone(),
        issued_on: queued.issued_on,
        programme: title.map(|title| title.for_reader(Language::Ru).to_owned()).unwrap_or_default(),
        programme_kind: kind.or(taught.map(|(_, kind, _)| *kind)).unwrap_or(ProgrammeKind::ShortCourse),
        settings: own.or(&of_edition).or(of_version).or(&granted),
        period: snapshot.period(),
        hours: snapshot.hours().map(|hours| hours.0),
        fewest_hours: known.profile.kind(queued.kind).and_then(|rule| rule.fewest_hours).unwrap_or_default(),
        name: spelling.unwrap_or(&snapshot.holder).clone(),
        spelled: spelling.is_some(),
        education: basics.and_then(|basics| basics.education.clone()),
        born_on: identity.and_then(|identity| identity.born_on),
        sex: basics.and_then(|basics| basics.sex),
        snils: identity.and_then(|identity| identity.snils.as_ref()).map(|snils| snils.digits().to_owned()),
        citizenship: basics.and_then(|basics| basics.citizenship.clone()),
        original: original(snapshot, known, basics.and_then(|basics| basics.spelling.as_ref())),
    })
}

/// The document at the other end of the chain: what a duplicate of a duplicate stands for as well.
fn original(
    snapshot: &Snapshot,
    known: &Known,
    spelling: Option<&crate::kernel::PersonName>,
) -> Option<Original> {
    let mut first = known.snapshots.get(&snapshot.replaces.as_ref()?.document)?;
    while let Some(before) = &first.replaces {
        first = known.snapshots.get(&before.document)?;
    }
    let name = first.spelling.as_ref();
    // A name that Russian letters can write needs no spelling of its own; one that they cannot takes that of today.
    let plain = crate::federal_register::rules::texts::is_name(&first.holder.full());
    let name = name.or(spelling.filter(|_| !plain)).unwrap_or(&first.holder);
    Some(Original {
        kind: first.kind,
        blank: first.blank.clone(),
        number: first.number.clone(),
        issued_on: first.issued_on,
        name: name.clone(),
    })
}

/// The first day of a year and the last.
pub fn year_span(year: i32) -> Option<(NaiveDate, NaiveDate)> {
    Some((NaiveDate::from_ymd_opt(year, 1, 1)?, NaiveDate::from_ymd_opt(year, 12, 31)?))
}
