//! Documents of authority (D9): a coordinator, or an administrator, gives them to people of the organisation and takes them
//! back.

use crate::audit::{self, Entry};
use crate::db::{Read, Write};
use crate::documents::actions::letters::{LetterAsk, issue_letter};
use crate::documents::actions::{Tools, revoke as revoke_document};
use crate::documents::store::{DocumentRow, IssuedRow, Which, documents};
use crate::kernel::{Actor, DocumentId, Fault, Moment, OrganisationId, PersonId, Problem, PublicId, Roles};
use crate::letters::rules::authority::Authority;
use crate::letters::store::{self, AuthorityRow, CandidateRow, Search};
use crate::people::rules::search_words;
use crate::programmes::rules::words::DocumentKind;
use serde_json::json;

/// How many a page of the list shows.
pub const PAGE: i64 = 50;

/// The organisations for which somebody gives authority: those they coordinate or administer; nothing for all.
///
/// # Errors
/// `Forbidden` for whoever does neither.
pub(super) fn own(actor: &Actor) -> Result<Option<Vec<OrganisationId>>, Problem> {
    let roles = &actor.roles;
    if roles.site_administrator {
        return Ok(None);
    }
    let mut own = roles.administrator_of.clone();
    own.extend(roles.coordinator_of.iter().copied().filter(|id| !roles.administrator_of.contains(id)));
    if own.is_empty() { Err(Problem::forbidden()) } else { Ok(Some(own)) }
}

pub(super) fn holds(own: Option<&[OrganisationId]>, organisation: OrganisationId) -> bool {
    own.is_none_or(|own| own.contains(&organisation))
}

/// Papers are issued in the name of an organisation by those who administer it. Giving authority is the coordinator's own
/// task, so for this one paper a coordinator stands beside them; every trace bears the coordinator's name.
pub(super) fn in_the_name_of(actor: &Actor, organisation: OrganisationId) -> Actor {
    if actor.roles.site_administrator {
        return actor.clone();
    }
    let roles = Roles { administrator_of: vec![organisation], ..Roles::default() };
    Actor { roles, ..actor.clone() }
}

/// What the page of documents of authority is made of.
#[derive(Debug, Clone)]
pub struct Given {
    /// Organisations in whose name they are given.
    pub issuers: Vec<(OrganisationId, String)>,
    /// People they may be given to, as far as the form shows them.
    pub people: Vec<CandidateRow>,
    /// Whether there are more people than the form shows: then a name has to be asked for.
    pub more_people: bool,
    /// What was given, the newest first.
    pub rows: Vec<AuthorityRow>,
    /// The document to go on after; nothing where the list ends.
    pub next_after: Option<DocumentId>,
}

/// The documents of authority of the actor's organisations from one on, and the people whose names fit: somebody never
/// gives authority to themselves.
///
/// # Errors
/// `Forbidden` for whoever neither coordinates nor administers.
pub fn given(
    r: &mut Read,
    actor: &Actor,
    (name, after): (&str, Option<DocumentId>),
) -> Result<Given, Problem> {
    let own = own(actor)?;
    let words = search_words(name);
    let search = Search { organisations: own.clone(), words, language: actor.language, ..Search::default() };
    let mut people = store::candidates(r, &search, super::SHOWN + 1)?;
    let most = usize::try_from(super::SHOWN).unwrap_or(usize::MAX);
    let more_people = people.len() > most;
    people.truncate(most);
    people.retain(|one| Some(one.person) != actor.person);
    let (rows, next_after) = page(r, own.as_deref(), (after, PAGE))?;
    Ok(Given { issuers: store::issuers(r, own.as_deref())?, people, more_people, rows, next_after })
}

/// A page of the documents of authority of the actor's organisations, the newest first.
///
/// # Errors
/// `Forbidden` for whoever neither coordinates nor administers.
pub fn listed(
    r: &mut Read,
    actor: &Actor,
    (after, limit): (Option<DocumentId>, i64),
) -> Result<(Vec<AuthorityRow>, Option<DocumentId>), Problem> {
    let own = own(actor)?;
    page(r, own.as_deref(), (after, limit))
}

fn page(
    r: &mut Read,
    own: Option<&[OrganisationId]>,
    (after, limit): (Option<DocumentId>, i64),
) -> Result<(Vec<AuthorityRow>, Option<DocumentId>), Problem> {
    let mut rows = store::authorities(r, own, (after, limit + 1))?;
    let most = usize::try_from(limit).unwrap_or(usize::MAX);
    let goes_on = rows.len() > most;
    rows.truncate(most);
    let next_after = rows.last().map(|row| row.id).filter(|_| goes_on);
    Ok((rows, next_after))
}

/// What a coordinator asks for.
#[derive(Debug, Clone)]
pub struct Giving {
    /// In whose name.
    pub organisation: OrganisationId,
    /// To whom.
    pub person: PersonId,
    /// Period, place and tasks.
    pub authority: Authority,
    /// Under which anybody verifies it.
    pub public_id: PublicId,
}

/// Gives authority: issues the paper, for today.
///
/// # Errors
/// `NotFound` for other organisations; `Invalid` with everything that is missing of period, place, tasks and person, and when
/// somebody would confirm their own authority.
pub fn give(
    w: &mut Write,
    actor: &Actor,
    tools: &Tools<'_>,
    input: &Giving,
    now: Moment,
) -> Result<IssuedRow, Problem> {
    let own = own(actor)?;
    if !holds(own.as_deref(), input.organisation) {
        return Err(Problem::not_found());
    }
    if actor.person == Some(input.person) {
        return Err(Problem::invalid(vec![Fault::new("person", "authority-own")]));
    }
    let search = Search { organisations: own, among: Some(vec![input.person]), ..Search::default() };
    if store::candidates(w, &search, 1)?.is_empty() {
        return Err(Problem::invalid(vec![Fault::new("person", "letter-strangers")]));
    }
    let ask = LetterAsk {
        organisation: input.organisation,
        person: input.person,
        kind: DocumentKind::AuthorityDocument,
        texts: input.authority.texts(),
        valid: input.authority.from.zip(input.authority.until),
        issued_on: None,
        zone: actor.zone,
        number: None,
        public_id: input.public_id.clone(),
    };
    issue_letter(w, &in_the_name_of(actor, input.organisation), tools, &ask, now)
}

/// Takes authority back: the paper is revoked, and its public page says so at once.
///
/// # Errors
/// `NotFound` for other organisations and other papers; `Invalid` without a reason; `AlreadyRevoked` the second time.
pub fn take_back(
    w: &mut Write,
    actor: &Actor,
    id: DocumentId,
    reason: &str,
    now: Moment,
) -> Result<DocumentRow, Problem> {
    let own = own(actor)?;
    let row = documents(w, Which::One(id))?
        .pop()
        .filter(|row| row.kind == DocumentKind::AuthorityDocument)
        .filter(|row| holds(own.as_deref(), row.organisation_id))
        .ok_or_else(Problem::not_found)?;
    revoke_document(w, &in_the_name_of(actor, row.organisation_id), id, reason, now)
}

/// A document of authority, for who may take it back, to be printed; that it is taken is written down.
///
/// # Errors
/// `NotFound` for everybody else.
pub fn paper(w: &mut Write, actor: &Actor, id: DocumentId, now: Moment) -> Result<DocumentRow, Problem> {
    let own = own(actor)?;
    let row = documents(w, Which::One(id))?
        .pop()
        .filter(|row| row.kind == DocumentKind::AuthorityDocument)
        .filter(|row| holds(own.as_deref(), row.organisation_id))
        .ok_or_else(Problem::not_found)?;
    let (subject, after) = (("document", id.0), Some(json!({ "number": row.number })));
    audit::record(w, actor, now, Entry { action: "document-paper-taken", subject, before: None, after })?;
    Ok(row)
}
