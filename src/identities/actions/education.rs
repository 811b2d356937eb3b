//! The document of a person's own education, and its scan.

use super::reach_whole;
use crate::audit::{self, Entry};
use crate::db::Write;
use crate::files::store::{self as files, NewRow};
use crate::identities::rules::draft::EducationDraft;
use crate::identities::store::education::{self, EducationRow, Scan};
use crate::kernel::{Actor, EducationProofId, Moment, PersonId, Problem, Word as _};
use serde_json::{Value, json};

/// Writes a document of education down in the place of the one that counted. Without a new scan the former one stays. What
/// the person alone has said counts once somebody else has compared it with the document and recorded it again.
///
/// # Errors
/// `NotFound` out of reach; `Invalid` with every fault; `Forbidden` for the program itself with a scan.
pub fn record(
    w: &mut Write,
    actor: &Actor,
    person: PersonId,
    (draft, scan): (&EducationDraft, Option<&NewRow>),
    now: Moment,
) -> Result<EducationProofId, Problem> {
    reach_whole(w, actor, person)?;
    let (proof, graduated_in) = draft.check(now.date_in(actor.zone))?;
    let former = education::of(w, &[person])?.pop().map(|(_, row)| row);
    let file = match scan {
        Some(scan) => Some(files::insert(w, scan, actor.person_id()?, now)?),
        None => former.as_ref().and_then(|former| former.file),
    };
    education::end(w, person, (actor.person, now))?;
    let id = education::insert(w, person, (&proof, graduated_in, file), (actor.person, now))?;
    let row = EducationRow { id, proof, graduated_in, file, seen: actor.person != Some(person) };
    let entry = Entry {
        action: "education-recorded",
        subject: ("person", person.0),
        before: former.as_ref().map(said),
        after: Some(said(&row)),
    };
    audit::record(w, actor, now, entry)?;
    Ok(id)
}

/// The scan of the document that counts. The look is written down.
///
/// # Errors
/// `NotFound` out of reach, or when there is none.
pub fn scan(w: &mut Write, actor: &Actor, person: PersonId, now: Moment) -> Result<Scan, Problem> {
    reach_whole(w, actor, person)?;
    let scan = education::scan(w, person)?.ok_or_else(Problem::not_found)?;
    let entry = Entry {
        action: "education-scan-seen",
        subject: ("person", person.0),
        before: None,
        after: Some(json!({ "name": scan.name })),
    };
    audit::record(w, actor, now, entry)?;
    Ok(scan)
}

fn said(row: &EducationRow) -> Value {
    json!({
        "level": row.proof.level.as_str(), "surname": row.proof.surname, "series": row.proof.series,
        "number": row.proof.number, "graduated_in": row.graduated_in, "file": row.file,
    })
}
