//! The issuing desk of an edition: who is ready, who has a document, and what everybody else lacks.

use crate::db::Read;
use crate::documents::rules::conditions::{Decided, Findings, decide};
use crate::documents::rules::snapshot::{Grounds, Run, holder_fault, paper_language};
use crate::documents::rules::{self, Shortfall};
use crate::documents::store::grounds::{self, TraineeRow};
use crate::documents::store::{self, IssuedRow};
use crate::editions::store::{self as editions, EditionRow};
use crate::kernel::{Actor, EditionId, EnrolmentId, Fault, Language, Moment, Problem};
use crate::printing::Typesetter;
use crate::progress;
use crate::progress::rules::held::Held;
use chrono::NaiveDate;

/// The desk.
#[derive(Debug, Clone)]
pub struct Desk {
    /// The edition.
    pub edition: EditionRow,
    /// What all its documents have in common.
    pub grounds: Grounds,
    /// The day it is in the zone of the edition.
    pub today: NaiveDate,
    /// What keeps everybody from being issued anything.
    pub blocked: Vec<Fault>,
    /// The people of the edition, by name.
    pub people: Vec<Candidate>,
}

/// Somebody of the edition.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// Who.
    pub trainee: TraineeRow,
    /// The conditions, decided.
    pub conditions: Vec<Decided>,
    /// What stands in the way, each with its numbers; the field is `enrolments.<id>`.
    pub faults: Vec<Fault>,
    /// What of the programme was not held, where that is no condition of the rule: a document needs a reason then.
    pub short: Option<Shortfall>,
    /// The documents of this enrolment, the oldest first.
    pub documents: Vec<IssuedRow>,
}

/// Where somebody stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict<'a> {
    /// Nothing stands in the way.
    Ready,
    /// Has a valid document.
    Issued(&'a IssuedRow),
    /// Something stands in the way.
    Unready,
}

impl Candidate {
    /// Where this person stands.
    pub fn verdict(&self) -> Verdict<'_> {
        match self.documents.iter().find(|document| document.valid) {
            Some(document) => Verdict::Issued(document),
            None if self.faults.is_empty() => Verdict::Ready,
            None => Verdict::Unready,
        }
    }
}

impl Desk {
    /// Whether the dates allow to issue today at all.
    pub fn date_fault(&self, issued_on: NaiveDate) -> Option<Fault> {
        rules::date_fault(&self.edition.term(), issued_on, self.today)
    }

    /// How many are ready.
    pub fn ready(&self) -> usize {
        self.people.iter().filter(|candidate| candidate.verdict() == Verdict::Ready).count()
    }

    /// What of the programme was not held for those who are ready: the most that is short.
    pub fn short(&self) -> Option<Shortfall> {
        let ready = self.people.iter().filter(|candidate| candidate.verdict() == Verdict::Ready);
        ready.filter_map(|candidate| candidate.short).max_by_key(|short| short.planned - short.held)
    }

    /// Somebody of the edition.
    ///
    /// # Errors
    /// `NotFound` for an enrolment of another edition, or a withdrawn one.
    pub fn candidate(&self, enrolment: EnrolmentId) -> Result<&Candidate, Problem> {
        let found = self.people.iter().find(|candidate| candidate.trainee.enrolment == enrolment);
        found.ok_or_else(Problem::not_found)
    }
}

/// The desk of an edition, for the administrators of the organisation that runs it. A fixed number of queries,
/// whatever the number of people.
///
/// # Errors
/// `NotFound` for everybody else.
pub fn desk(
    r: &mut Read,
    actor: &Actor,
    typesetter: &Typesetter,
    id: EditionId,
    now: Moment,
) -> Result<Desk, Problem> {
    let edition = editions::edition(r, id)?
        .filter(|edition| actor.require_administrator_of(edition.organisation_id).is_ok())
        .ok_or_else(Problem::not_found)?;
    let missing = |text: &str| typesetter.missing_glyphs(text);
    let (grounds, blocked) = grounds_of(r, &edition, &missing)?;
    let people = candidates(r, (&edition, now), actor.language, &missing)?;
    Ok(Desk { today: now.date_in(edition.time_zone), edition, grounds, blocked, people })
}

type Missing<'a> = &'a dyn Fn(&str) -> Vec<char>;

fn grounds_of(
    r: &mut Read,
    edition: &EditionRow,
    missing: Missing<'_>,
) -> Result<(Grounds, Vec<Fault>), Problem> {
    let version = grounds::version(r, edition.version_id)?;
    let grounds = Grounds {
        kind: version.document,
        language: paper_language(version.language),
        issuer: grounds::issuer(r, edition.organisation_id)?,
        run: Run {
            id: edition.id,
            title: edition.title.clone(),
            starts_on: edition.starts_on,
            ends_on: edition.ends_on,
            time_zone: edition.time_zone,
        },
        rule: edition.rule.0,
        modules: grounds::module_hours(r, edition.version_id)?,
        taught: version.taught,
    };
    let mut blocked = rules::kind_faults(grounds.kind, version.kind, grounds.taught.hours, &grounds.issuer);
    blocked.extend(grounds.faults(missing));
    Ok((grounds, blocked))
}

fn candidates(
    r: &mut Read,
    (edition, now): (&EditionRow, Moment),
    reader: Language,
    missing: Missing<'_>,
) -> Result<Vec<Candidate>, Problem> {
    let trainees = grounds::trainees(r, edition.id, reader)?;
    let ids: Vec<EnrolmentId> = trainees.iter().map(|trainee| trainee.enrolment).collect();
    let findings = grounds::findings(r, &ids)?;
    let mut facts = progress::store::facts_of_edition(r, edition.version_id, edition.id)?;
    let held = progress::actions::held_of(r, edition, now)?;
    let mut documents = store::of_edition(r, edition.id)?;
    let candidate = |trainee: TraineeRow| {
        let facts = facts.remove(&trainee.enrolment).unwrap_or_default();
        let conditions = conditions((edition, &held), trainee.enrolment, &facts, &findings);
        let field = format!("enrolments.{}", trainee.enrolment);
        let mut faults: Vec<Fault> =
            conditions.iter().filter_map(|condition| condition.missing(&field, reader)).collect();
        faults.extend(holder_fault(&trainee.name, &field, missing));
        let documents = documents.remove(&trainee.enrolment).unwrap_or_default();
        let short = Shortfall::of(&conditions);
        Candidate { trainee, conditions, faults, short, documents }
    };
    Ok(trainees.into_iter().map(candidate).collect())
}

fn conditions(
    (edition, held): (&EditionRow, &Held),
    enrolment: EnrolmentId,
    facts: &[progress::rules::ActivityFact],
    findings: &Findings,
) -> Vec<Decided> {
    decide(enrolment, progress::rules::evaluate(&edition.rule.0, facts, held), findings)
}
