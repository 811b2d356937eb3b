//! Setting what an edition asks of those who enter it, showing a proof, and deciding about it.

use super::rules::{Decision, Draft, Entry};
use super::store::{self, EditionOf, ProofRow, Which};
use crate::audit;
use crate::db::{Read, Write};
use crate::files::store::{self as files, NewRow};
use crate::kernel::{
    Actor, EditionId, Fault, Localised, Moment, OrganisationId, OutsideProofId, PersonId, Problem,
    ProblemCode, ProgrammeId, StoredFileId,
};
use crate::mail::{self, Letter};
use crate::organisations;
use crate::people::store::addressees;
use crate::programmes::store as programmes;
use crate::web::paths;
use serde_json::{Value, json};
use std::collections::{HashMap, HashSet};

/// How many decisions the desk keeps in sight.
const DECIDED: i64 = 100;

/// The programmes there are, by their newest title.
pub type Titles = Vec<(ProgrammeId, Localised)>;

fn titles(r: &mut Read) -> Result<Titles, Problem> {
    let mut versions = programmes::versions(r)?;
    // Programmes by slug, each newest first.
    versions.dedup_by_key(|version| version.programme_id);
    Ok(versions.into_iter().map(|version| (version.programme_id, version.title.0)).collect())
}

fn title_of(r: &mut Read, programme: ProgrammeId) -> Result<Localised, Problem> {
    Ok(store::titles(r, &[programme])?.remove(&programme).unwrap_or_default())
}

/// The titles of the programmes that proofs are of.
fn titles_of(r: &mut Read, proofs: &[&[ProofRow]]) -> Result<HashMap<ProgrammeId, Localised>, Problem> {
    let ids: HashSet<ProgrammeId> =
        proofs.iter().flat_map(|some| some.iter()).map(|one| one.programme).collect();
    store::titles(r, &ids.into_iter().collect::<Vec<_>>())
}

fn administered(r: &mut Read, actor: &Actor, id: EditionId) -> Result<EditionOf, Problem> {
    store::edition(r, id)?
        .filter(|edition| actor.require_administrator_of(edition.organisation).is_ok())
        .ok_or_else(Problem::not_found)
}

/// What an edition asks, for its administrators.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// The edition.
    pub edition: EditionOf,
    /// The programme that must be completed before.
    pub programme: Option<ProgrammeId>,
    /// The programmes to choose from.
    pub titles: Titles,
}

/// What an edition asks of those who enter it, for its administrators.
///
/// # Errors
/// `NotFound` for anybody else.
pub fn sheet(r: &mut Read, actor: &Actor, id: EditionId) -> Result<Sheet, Problem> {
    let edition = administered(r, actor, id)?;
    let programme = store::condition(r, id)?.and_then(|(_, programme)| programme);
    Ok(Sheet { edition, programme, titles: titles(r)? })
}

/// Sets what an edition asks from now on; whoever is in it stays. The same once more is no new condition.
///
/// # Errors
/// `NotFound` for whoever does not administer the edition; `Invalid` for a programme that is not there.
pub fn set_condition(
    w: &mut Write,
    actor: &Actor,
    id: EditionId,
    programme: Option<ProgrammeId>,
    now: Moment,
) -> Result<(), Problem> {
    administered(w, actor, id)?;
    if let Some(programme) = programme
        && !titles(w)?.iter().any(|(known, _)| *known == programme)
    {
        return Err(Problem::invalid(vec![Fault::new("programme", "entry-programme")]));
    }
    let before = store::condition(w, id)?;
    let held = before.and_then(|(_, programme)| programme);
    if held == programme {
        return Ok(());
    }
    let number = before.map_or(1, |(number, _)| number + 1);
    store::insert_condition(w, (id, number), programme, (actor.person, now))?;
    let entry = audit::Entry {
        action: "entry-condition-set",
        subject: ("edition", id.0),
        before: Some(json!({ "programme": held })),
        after: Some(json!({ "programme": programme })),
    };
    audit::record(w, actor, now, entry)
}

/// Who of some people may not enter an edition yet, with the programme that they lack; nothing where the edition is open.
///
/// # Errors
/// The database's.
pub fn kept_out(
    r: &mut Read,
    (edition, organisation): (EditionId, OrganisationId),
    among: &[PersonId],
) -> Result<Option<(HashSet<PersonId>, Localised)>, Problem> {
    let asked = store::condition(r, edition)?.and_then(|(_, programme)| programme);
    let Some(programme) = asked else { return Ok(None) };
    let recognised = store::recognised(r, programme, among)?;
    let approved = store::approved(r, (organisation, programme), among)?;
    let out = among.iter().filter(|one| !recognised.contains_key(one) && !approved.contains(one));
    Ok(Some((out.copied().collect(), title_of(r, programme)?)))
}

/// An edition that somebody wants to enter, and how far they are.
#[derive(Debug, Clone)]
pub struct Way {
    /// The edition.
    pub edition: EditionOf,
    /// What it asks.
    pub programme: ProgrammeId,
    /// The programme's title.
    pub title: Localised,
    /// How far.
    pub entry: Entry,
}

fn entry_of(
    r: &mut Read,
    (edition, programme): (&EditionOf, ProgrammeId),
    (person, proofs): (PersonId, &[ProofRow]),
) -> Result<Entry, Problem> {
    let recognised = store::recognised(r, programme, &[person])?.remove(&person);
    // An approval holds for every edition of the organisation that asks for the same; what waits and what was refused is a
    // matter of this edition. What waits there waits even when the edition asks for something else meanwhile: of each
    // person one proof at a time is looked at.
    let ours = proofs.iter().filter(|one| {
        let here = one.edition == edition.id;
        let same = one.organisation == edition.organisation && one.programme == programme;
        match one.decision {
            None => here,
            Some((Decision::Approved, _)) => same,
            Some((Decision::Refused(_), _)) => same && here,
        }
    });
    let decisions: Vec<Option<Decision>> =
        ours.map(|one| one.decision.as_ref().map(|(decision, _)| decision.clone())).collect();
    Ok(Entry::of(recognised, &decisions))
}

/// The editions that ask for a programme and are not over, those left out in which the actor is, and what the actor has
/// shown.
#[derive(Debug, Clone)]
pub struct Own {
    /// The editions.
    pub ways: Vec<Way>,
    /// The proofs, the newest first.
    pub proofs: Vec<ProofRow>,
    /// The programmes.
    pub titles: HashMap<ProgrammeId, Localised>,
}

/// The editions that ask for a programme, with how far the actor is, and the actor's proofs.
///
/// # Errors
/// `Forbidden` when the program itself asks.
pub fn own(r: &mut Read, actor: &Actor, now: Moment) -> Result<Own, Problem> {
    let person = actor.person_id()?;
    let proofs = store::proofs(r, Which::Of(person))?;
    let inside = store::inside(r, person)?;
    let mut asking = store::asking(r, now.date_in(actor.zone))?;
    asking.retain(|(edition, _)| !inside.contains(&edition.id));
    let asked = asking.iter().map(|(_, programme)| *programme);
    let ids: HashSet<ProgrammeId> = asked.chain(proofs.iter().map(|one| one.programme)).collect();
    let titles = store::titles(r, &ids.into_iter().collect::<Vec<_>>())?;
    let mut ways = Vec::new();
    for (edition, programme) in asking {
        let entry = entry_of(r, (&edition, programme), (person, &proofs))?;
        let title = titles.get(&programme).cloned().unwrap_or_default();
        ways.push(Way { edition, programme, title, entry });
    }
    Ok(Own { ways, proofs, titles })
}

/// The way of the actor into one edition.
///
/// # Errors
/// `NotFound` where nothing is asked, and once the edition is over.
pub fn way(r: &mut Read, actor: &Actor, id: EditionId, now: Moment) -> Result<Way, Problem> {
    let person = actor.person_id()?;
    let edition = store::edition(r, id)?.ok_or_else(Problem::not_found)?;
    if now.date_in(edition.zone) > edition.ends_on {
        return Err(Problem::not_found());
    }
    let asked = store::condition(r, id)?.and_then(|(_, programme)| programme);
    let programme = asked.ok_or_else(Problem::not_found)?;
    let proofs = store::proofs(r, Which::Of(person))?;
    let entry = entry_of(r, (&edition, programme), (person, &proofs))?;
    let title = title_of(r, programme)?;
    Ok(Way { edition, programme, title, entry })
}

/// The file of a proof: laid away just now, or sent before.
#[derive(Debug, Clone)]
pub enum Enclosed {
    /// Laid away just now.
    New(NewRow),
    /// A file of the actor's.
    Sent(StoredFileId),
}

/// Shows a proof of a course completed elsewhere.
///
/// # Errors
/// As [`way`]; `Invalid` with every fault of the form, for a file of somebody else, and where nothing is asked of the actor
/// any more or a proof waits.
pub fn show(
    w: &mut Write,
    actor: &Actor,
    id: EditionId,
    (draft, file): (&Draft, Option<&Enclosed>),
    now: Moment,
) -> Result<OutsideProofId, Problem> {
    let person = actor.person_id()?;
    let way = way(w, actor, id, now)?;
    if !way.entry.asks() {
        let code = if way.entry.admits() { "proof-not-needed" } else { "proof-waits" };
        return Err(Problem::invalid(vec![Fault::new("file", code)]));
    }
    let proof = draft.check(file.is_some(), now.date_in(way.edition.zone))?;
    let file = match file {
        None => None,
        Some(Enclosed::New(new)) => Some(files::insert(w, new, person, now)?),
        Some(Enclosed::Sent(file)) if files::is_own(w, *file, person)? => Some(*file),
        Some(Enclosed::Sent(_)) => return Err(Problem::invalid(vec![Fault::new("file", "proof-file")])),
    };
    let proof_id = store::insert(w, (person, id, way.programme), (&proof, file), now)?;
    let after = json!({ "edition": id, "programme": way.programme, "file": file.is_some() });
    note(w, actor, ("outside-proof-shown", proof_id), after, now)?;
    Ok(proof_id)
}

/// Writes an act into the log. What a proof says and why one was refused stay in their own row: the log is kept for ever.
fn note(
    w: &mut Write,
    actor: &Actor,
    (action, id): (&'static str, OutsideProofId),
    after: Value,
    now: Moment,
) -> Result<(), Problem> {
    let entry = audit::Entry { action, subject: ("outside_proof", id.0), before: None, after: Some(after) };
    audit::record(w, actor, now, entry)
}

/// What waits for a decision, and what was decided lately.
#[derive(Debug, Clone)]
pub struct Desk {
    /// What waits, the oldest first. The reader's own proofs are left to somebody else.
    pub waiting: Vec<ProofRow>,
    /// What was decided, the newest first.
    pub decided: Vec<ProofRow>,
    /// The programmes.
    pub titles: HashMap<ProgrammeId, Localised>,
}

/// The proofs shown to the organisations that the actor administers.
///
/// # Errors
/// `Forbidden` for whoever administers nothing.
pub fn desk(r: &mut Read, actor: &Actor) -> Result<Desk, Problem> {
    let mut choices = organisations::actions::choices(r, actor)?;
    choices.retain(|(id, _)| actor.require_administrator_of(*id).is_ok());
    let mine: Vec<OrganisationId> = choices.into_iter().map(|(id, _)| id).collect();
    let mut waiting = store::proofs(r, Which::Waiting(mine.clone()))?;
    waiting.retain(|one| Some(one.person) != actor.person);
    let decided = store::proofs(r, Which::Decided(mine, DECIDED))?;
    let titles = titles_of(r, &[&waiting, &decided])?;
    Ok(Desk { waiting, decided, titles })
}

fn decidable(r: &mut Read, actor: &Actor, id: OutsideProofId) -> Result<ProofRow, Problem> {
    let row = store::proofs(r, Which::One(id))?.pop().ok_or_else(Problem::not_found)?;
    let theirs = actor.require_administrator_of(row.organisation).is_ok();
    // Nobody decides about a proof of their own.
    if theirs && actor.person != Some(row.person) { Ok(row) } else { Err(Problem::not_found()) }
}

/// Decides about a proof, once; the person is told in a letter.
///
/// # Errors
/// `NotFound` for whoever does not administer the edition, and for one's own; `Conflict` when it was decided before;
/// `Invalid` when the decision is none.
pub fn decide(
    w: &mut Write,
    actor: &Actor,
    id: OutsideProofId,
    (word, reason): (&str, &str),
    now: Moment,
) -> Result<Decision, Problem> {
    let row = decidable(w, actor, id)?;
    let decision = Decision::read(word, reason)?;
    if !store::decide(w, id, &decision, (actor.person, now))? {
        return Err(Problem::new(ProblemCode::Conflict));
    }
    let after = json!({ "approved": decision == Decision::Approved });
    note(w, actor, ("outside-proof-decided", id), after, now)?;
    tell(w, &row, &decision, now)?;
    Ok(decision)
}

/// A letter to whoever has shown the proof: what was decided, and why where it was refused.
fn tell(w: &mut Write, row: &ProofRow, decision: &Decision, now: Moment) -> Result<(), Problem> {
    let (name, reason) = match decision {
        Decision::Approved => ("outside_proof_approved", ""),
        Decision::Refused(reason) => ("outside_proof_refused", reason.as_str()),
    };
    let title = title_of(w, row.programme)?;
    for to in addressees::of(w, &[row.person])? {
        let data = json!({
            "name": to.name.address(),
            "edition": row.title,
            "programme": title.for_reader(to.language),
            "reason": reason,
            "path": paths::OWN_PROOFS,
        });
        mail::send(w, now, &Letter { name, to: to.recipient(), data })?;
    }
    Ok(())
}

/// The file of a proof, for the person and for those who decide: where its bytes lie, what they are, and its name. A look by
/// somebody else is written down.
///
/// # Errors
/// `NotFound` for anybody else, and where there is no file.
pub fn scan(
    w: &mut Write,
    actor: &Actor,
    id: OutsideProofId,
    now: Moment,
) -> Result<(String, String, String), Problem> {
    let row = store::proofs(w, Which::One(id))?.pop().ok_or_else(Problem::not_found)?;
    let own = actor.person == Some(row.person);
    if !own {
        decidable(w, actor, id)?;
    }
    let scan = store::scan(w, id)?.ok_or_else(Problem::not_found)?;
    if !own {
        note(w, actor, ("outside-proof-seen", id), Value::Null, now)?;
    }
    Ok(scan)
}
