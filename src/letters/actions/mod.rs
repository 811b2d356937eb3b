//! Writing letters and documents of authority: who may get one, what is known of them, and issuing.

pub mod authority;
pub mod service;

use super::rules::{Facts, Wording, is_letter};
use super::store::{self, Search};
use crate::countries::store as countries;
use crate::db::{Read, Write};
use crate::documents::actions::Tools;
use crate::documents::actions::letters::{LetterAsk, issue_letters, sample_letter};
use crate::documents::rules::Snapshot;
use crate::documents::rules::letters::LetterText;
use crate::kernel::{
    Actor, DocumentId, EditionId, Fault, Moment, OrganisationId, PersonId, Problem, PublicId,
};
use crate::letters::rules::language_of;
use crate::letters::store::CandidateRow;
use crate::people::rules::search_words;
use crate::printing::fields::{LetterFields, ServiceFields};
use crate::programmes::rules::words::DocumentKind;
use chrono::NaiveDate;
use std::collections::{BTreeSet, HashMap};

/// How many people the form shows at once.
pub const SHOWN: i64 = 1_000;

/// Whose papers an administrator may issue: nothing for all organisations.
///
/// # Errors
/// `Forbidden` for whoever administers nothing.
fn own(actor: &Actor) -> Result<Option<Vec<OrganisationId>>, Problem> {
    match &actor.roles {
        roles if roles.site_administrator => Ok(None),
        roles if roles.administrator_of.is_empty() => Err(Problem::forbidden()),
        roles => Ok(Some(roles.administrator_of.clone())),
    }
}

/// What the form of letters is made of.
#[derive(Debug, Clone)]
pub struct Choosing {
    /// Organisations in whose name letters are written.
    pub issuers: Vec<(OrganisationId, String)>,
    /// Editions to choose people from.
    pub editions: Vec<(EditionId, String)>,
    /// The people found; none until an edition or a name is given.
    pub people: Vec<CandidateRow>,
}

/// The people to choose from: of an edition, or by name.
///
/// # Errors
/// `Forbidden` for whoever administers nothing.
pub fn choosing(
    r: &mut Read,
    actor: &Actor,
    (edition, name): (Option<EditionId>, &str),
) -> Result<Choosing, Problem> {
    let organisations = own(actor)?;
    let words = search_words(name);
    let asked = edition.is_some() || !words.is_empty();
    let issuers = store::issuers(r, organisations.as_deref())?;
    let editions = store::editions(r, organisations.as_deref(), SHOWN)?;
    let search = Search { organisations, edition, among: None, words, language: actor.language };
    let people = if asked { store::candidates(r, &search, SHOWN)? } else { Vec::new() };
    Ok(Choosing { issuers, editions, people })
}

/// Those of the chosen people whom an administrator may write to, in the order of the alphabet.
///
/// # Errors
/// `Forbidden` for whoever administers nothing.
pub fn chosen(r: &mut Read, actor: &Actor, people: &BTreeSet<PersonId>) -> Result<Vec<PersonId>, Problem> {
    let among = Some(people.iter().copied().collect());
    let search = Search { organisations: own(actor)?, among, language: actor.language, ..Search::default() };
    let found = store::candidates(r, &search, i64::try_from(people.len()).unwrap_or(i64::MAX))?;
    Ok(found.into_iter().map(|one| one.person).collect())
}

/// What is wrong with a kind and a text, whoever they are for.
pub fn faults_of(kind: DocumentKind, text: &Wording) -> Vec<Fault> {
    let wrong = (!is_letter(kind)).then(|| Fault::new("kind", "letter-kind"));
    wrong.into_iter().chain(text.faults()).collect()
}

/// What is known of people who get letters of an organisation, in a fixed number of queries: of what it ran or sent them to.
/// Hours are academic ones of the country, rounded down.
///
/// # Errors
/// The database's.
pub fn facts_of(
    r: &mut Read,
    organisation: OrganisationId,
    people: &[PersonId],
) -> Result<HashMap<PersonId, Facts>, Problem> {
    let hour = i64::from(countries::profile_of(r, organisation)?.academic_hour_minutes).max(1);
    let search = Search { among: Some(people.to_vec()), ..Search::default() };
    let rows = store::candidates(r, &search, i64::MAX)?;
    let mut programmes = store::programmes(r, organisation, people)?;
    let minutes = store::minutes(r, organisation, people)?;
    let facts = |row: CandidateRow| {
        let facts = Facts {
            person: row.person,
            name: row.name,
            language: row.language,
            programme: programmes.remove(&row.person),
            hours: minutes.get(&row.person).copied().unwrap_or_default() / hour,
        };
        (row.person, facts)
    };
    Ok(rows.into_iter().map(facts).collect())
}

/// A letter about to be written: what it has in common with others, and its id.
#[derive(Debug, Clone)]
pub struct Writing {
    /// Who issues.
    pub organisation: OrganisationId,
    /// Which letter.
    pub kind: DocumentKind,
    /// The date on it.
    pub issued_on: NaiveDate,
    /// Under which anybody verifies it.
    pub public_id: PublicId,
}

fn asked(actor: &Actor, writing: &Writing, (facts, text): (&Facts, &Wording)) -> Result<LetterAsk, Problem> {
    let paragraphs = text.paragraphs(facts).map_err(|fault| Problem::invalid(vec![fault]))?;
    let letter = LetterFields { paragraphs, ..LetterFields::default() };
    let service = ServiceFields::default();
    Ok(LetterAsk {
        organisation: writing.organisation,
        person: facts.person,
        kind: writing.kind,
        texts: vec![LetterText { language: language_of(facts.language), letter, service }],
        valid: None,
        issued_on: Some(writing.issued_on),
        zone: actor.zone,
        number: None,
        public_id: writing.public_id.clone(),
    })
}

/// Issues letters of one organisation, kind and date, each in the language of who gets it: all of them or none. Answers the
/// documents in the same order.
///
/// # Errors
/// `Invalid` with what the text asks for and nobody knows, and everything of [`issue_letters`].
pub fn write_all(
    w: &mut Write,
    (actor, tools): (&Actor, &Tools<'_>),
    writings: &[(Writing, &Facts)],
    text: &Wording,
    now: Moment,
) -> Result<Vec<DocumentId>, Problem> {
    let ask = |(writing, facts): &(Writing, &Facts)| asked(actor, writing, (facts, text));
    let asks = writings.iter().map(ask).collect::<Result<Vec<_>, _>>()?;
    Ok(issue_letters(w, actor, tools, &asks, now)?.into_iter().map(|row| row.id).collect())
}

/// What the letter to the first of the chosen people would look like.
///
/// # Errors
/// `Invalid` with everything that is wrong; `NotFound` for administrators of other organisations.
pub fn preview(
    r: &mut Read,
    (actor, tools): (&Actor, &Tools<'_>),
    writing: &Writing,
    (people, text): (&BTreeSet<PersonId>, &Wording),
    now: Moment,
) -> Result<Snapshot, Problem> {
    actor.require_administrator_of(writing.organisation).map_err(|_| Problem::not_found())?;
    let mut faults = faults_of(writing.kind, text);
    let first = chosen(r, actor, people)?.first().copied();
    if first.is_none() {
        faults.push(Fault::new("people", "document-nobody-chosen"));
    }
    let Some(first) = first.filter(|_| faults.is_empty()) else { return Err(Problem::invalid(faults)) };
    let facts = facts_of(r, writing.organisation, &[first])?.remove(&first).ok_or_else(Problem::not_found)?;
    let missing = text.missing(std::slice::from_ref(&facts));
    if !missing.is_empty() {
        return Err(Problem::invalid(missing));
    }
    sample_letter(r, actor, tools, &asked(actor, writing, (&facts, text))?, now)
}
