//! Working a batch off: part by part, each in a transaction of its own.

use super::{PACK_JOB, pack_key};
use crate::access;
use crate::db::{Read, Write};
use crate::document_batches::rules::{PART, Trouble, field_of, of_person};
use crate::document_batches::store::{self, BatchRow, WaitingRow};
use crate::documents::actions::{Issuing, Tools, issue};
use crate::jobs::{NewJob, enqueue_ahead, revive};
use crate::kernel::{
    Actor, DocumentBatchId, DocumentId, EditionId, EnrolmentId, Fault, Moment, Problem, PublicId,
};
use crate::letters::actions as letters;
use crate::letters::rules::{Facts, Wording};
use serde_json::json;
use std::collections::{BTreeMap, HashMap};

/// A batch and the person who answers for it, with the roles of this moment: who set it going last. Whoever started it may
/// be no administrator any more.
///
/// # Errors
/// `NotFound` when there is no such batch.
pub fn begun(r: &mut Read, id: DocumentBatchId) -> Result<(BatchRow, Actor), Problem> {
    let batch = store::batch(r, id)?.ok_or_else(Problem::not_found)?;
    let person = store::answers(r, id)?.unwrap_or(batch.started_by);
    let actor = access::store::actor_of(r, person)?.ok_or_else(Problem::forbidden)?;
    Ok((batch, actor))
}

/// Issues to the next people who wait, to all of them or to nobody, and answers how many these were: none when the batch
/// is done. `public_ids` are as many fresh ids as a part can need.
///
/// # Errors
/// Those of issuing; nothing was changed then.
pub fn part(
    w: &mut Write,
    tools: &Tools<'_>,
    (id, public_ids): (DocumentBatchId, &[PublicId]),
    now: Moment,
) -> Result<usize, Problem> {
    let (batch, actor) = begun(w, id)?;
    let next = store::waiting(w, id, i64::try_from(PART).unwrap_or(i64::MAX))?;
    if next.is_empty() {
        return Ok(0);
    }
    match (&batch.letter, batch.edition_id) {
        (None, Some(edition)) => {
            let ids = public_ids.to_vec();
            documents(w, (&actor, tools), (&batch, edition), (&next, ids), now)?;
        }
        (Some(text), _) => {
            let text: Wording = serde_json::from_str(text).map_err(Problem::internal)?;
            write_letters(w, (&actor, tools), (&batch, &text), (&next, public_ids), now)?;
        }
        (None, None) => return Err(Problem::internal(anyhow::anyhow!("batch {id} is of nothing"))),
    }
    Ok(next.len())
}

fn documents(
    w: &mut Write,
    (actor, tools): (&Actor, &Tools<'_>),
    (batch, edition): (&BatchRow, EditionId),
    (next, public_ids): (&[WaitingRow], Vec<PublicId>),
    now: Moment,
) -> Result<(), Problem> {
    let input = Issuing {
        edition,
        kind: Some(batch.kind),
        number: None,
        qualification: batch.qualification.clone(),
        enrolments: next.iter().filter_map(|one| one.enrolment_id).collect(),
        issued_on: Some(batch.issued_on),
        despite: batch.despite.clone(),
        public_ids,
    };
    let issued = issue(w, actor, tools, &input, now)?;
    let new = issued.new.iter().map(|(whose, row)| (*whose, (row.id, false)));
    let kept = issued.kept.iter().map(|(whose, row)| (*whose, (row.id, true)));
    let of: HashMap<EnrolmentId, (DocumentId, bool)> = new.chain(kept).collect();
    let outcome = |one: &WaitingRow| {
        let found = one.enrolment_id.and_then(|enrolment| of.get(&enrolment)).copied();
        let passed_over = || Problem::internal(anyhow::anyhow!("somebody was passed over"));
        found.map(|document| (one.id, document)).ok_or_else(passed_over)
    };
    let outcomes = next.iter().map(outcome).collect::<Result<Vec<_>, _>>()?;
    store::insert_documents(w, &outcomes, now)
}

fn write_letters(
    w: &mut Write,
    (actor, tools): (&Actor, &Tools<'_>),
    (batch, text): (&BatchRow, &Wording),
    (next, public_ids): (&[WaitingRow], &[PublicId]),
    now: Moment,
) -> Result<(), Problem> {
    let people: Vec<_> = next.iter().map(|one| one.person_id).collect();
    let facts = letters::facts_of(w, batch.organisation_id, &people)?;
    let turned: Vec<Fault> =
        next.iter().flat_map(|one| not_written(one, facts.get(&one.person_id), text)).collect();
    if !turned.is_empty() {
        return Err(Problem::invalid(turned));
    }
    let writing = |(one, public_id): (&WaitingRow, &PublicId)| {
        let writing = letters::Writing {
            organisation: batch.organisation_id,
            kind: batch.kind,
            issued_on: batch.issued_on,
            public_id: public_id.clone(),
        };
        facts.get(&one.person_id).map(|facts| (writing, facts)).ok_or_else(Problem::not_found)
    };
    let writings = next.iter().zip(public_ids).map(writing).collect::<Result<Vec<_>, Problem>>()?;
    let written = letters::write_all(w, (actor, tools), &writings, text, now)?;
    let outcomes: Vec<_> =
        next.iter().zip(written).map(|(one, document)| (one.id, (document, false))).collect();
    store::insert_documents(w, &outcomes, now)
}

/// Why the text cannot be written to somebody, under their name; known of all of a part before the first letter of it is
/// issued. Whoever is no member any more is refused like a stranger.
fn not_written(one: &WaitingRow, facts: Option<&Facts>, text: &Wording) -> Vec<Fault> {
    let theirs = |fault: Fault| Fault { field: "person".to_owned(), ..fault };
    let faults = match facts {
        None => vec![Fault::new("person", "letter-strangers")],
        Some(facts) => match text.paragraphs(facts) {
            Err(fault) => vec![fault],
            // They may read another language by now.
            Ok(_) => text.missing(std::slice::from_ref(facts)).into_iter().map(theirs).collect(),
        },
    };
    of_person(Problem::invalid(faults), one.person_id).faults
}

/// Writes down who is refused, and why; answers how many these were. Whoever was decided on meanwhile is left alone.
///
/// # Errors
/// The database's.
pub fn turn_down(
    w: &mut Write,
    id: DocumentBatchId,
    refused: &BTreeMap<String, Vec<Fault>>,
    now: Moment,
) -> Result<usize, Problem> {
    let mut turned = Vec::new();
    for one in store::waiting(w, id, i64::try_from(PART).unwrap_or(i64::MAX))? {
        let Some(faults) = refused.get(&field_of(one.enrolment_id, one.person_id)) else { continue };
        turned.push((one.id, serde_json::to_string(faults).map_err(Problem::internal)?));
    }
    store::insert_refusals(w, &turned, now)?;
    Ok(turned.len())
}

/// Writes down why a run cannot go on.
///
/// # Errors
/// The database's.
pub fn stop(
    w: &mut Write,
    run: (DocumentBatchId, i32),
    trouble: &Trouble,
    now: Moment,
) -> Result<(), Problem> {
    let trouble = serde_json::to_string(trouble).map_err(Problem::internal)?;
    store::end_run(w, run, Some(trouble), now)
}

/// Everybody is decided on: the papers are put together next, where there are any. Where that was given up, it is tried anew.
///
/// # Errors
/// The database's.
pub fn finish(w: &mut Write, (id, run): (DocumentBatchId, i32), now: Moment) -> Result<(), Problem> {
    store::end_run(w, (id, run), None, now)?;
    if !store::papers(w, id)?.is_empty() {
        let payload = json!({ "batch": id });
        // Somebody waits for it, and the letters to everybody wait too.
        enqueue_ahead(w, now, NewJob { kind: PACK_JOB, payload, unique_key: Some(pack_key(id)) })?;
        revive(w, &pack_key(id), now)?;
    }
    Ok(())
}
