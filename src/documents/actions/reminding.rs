//! Reminding holders that the time of a certificate is nearly over, so that they are trained again before it is. Put into the
//! outbox when the document is issued, to be done on its day: nobody searches through all documents for those that expire.

use super::papers;
use crate::db::Write;
use crate::documents::rules::{Holds, Snapshot, Standing, term};
use crate::documents::store::{self, DocumentRow, IssuedRow, Which, grounds, terms};
use crate::jobs::{self, NewJob};
use crate::kernel::{DocumentId, Moment, PersonId, Problem, Word as _, dates};
use crate::mail::{self, Letter, Recipient};
use crate::web::paths;
use chrono::{NaiveDate, NaiveTime};
use serde_json::json;
use std::collections::BTreeMap;

/// The job that reminds the holders of documents.
pub const REMIND_JOB: &str = "documents.remind";

/// The hour at which reminders go, by the clock of the course.
const HOUR: u32 = 10;

/// Has the holders reminded when the time of their certificates is nearly over; nothing for those that hold for ever.
pub(super) fn remind_later(
    w: &mut Write,
    issued: &[(IssuedRow, Snapshot)],
    now: Moment,
) -> Result<(), Problem> {
    let mut by_day: BTreeMap<Moment, Vec<DocumentId>> = BTreeMap::new();
    for (row, snapshot) in issued.iter().filter(|(_, snapshot)| snapshot.course.is_some()) {
        let Some(time) = snapshot.valid else { continue };
        let hour = NaiveTime::from_hms_opt(HOUR, 0, 0).unwrap_or_default();
        let at = snapshot.zone().instant(term::reminded_on(time), hour);
        if at > now {
            by_day.entry(at).or_default().push(row.id);
        }
    }
    for (at, documents) in by_day {
        let payload = json!({ "documents": documents });
        jobs::enqueue_at(w, now, at, NewJob { kind: REMIND_JOB, payload, unique_key: None })?;
    }
    Ok(())
}

/// A document whose time is nearly over, with its last day.
type Ending = (DocumentRow, Snapshot, NaiveDate);

/// Reminds the holders of those of these documents that still stand and that nothing later has taken the place of. Each is
/// reminded of once, however often this is run. Answers how many were.
///
/// # Errors
/// A snapshot that was changed; the database's.
pub fn remind(w: &mut Write, documents: &[DocumentId], now: Moment) -> Result<usize, Problem> {
    let done = terms::reminded(w, documents)?;
    let rows = store::documents(w, Which::These(documents.to_vec()))?;
    let mut ending: Vec<Ending> = Vec::new();
    for row in rows.into_iter().filter(|row| row.standing() == Standing::Valid && !done.contains(&row.id)) {
        let snapshot = papers::snapshot(&row)?;
        let Some((_, until)) = snapshot.valid else { continue };
        if Holds::on(now.date_in(snapshot.zone()), snapshot.valid) == Holds::Now {
            ending.push((row, snapshot, until));
        }
    }
    let people: Vec<PersonId> = ending.iter().map(|(row, ..)| row.person_id).collect();
    let others = others(w, &people)?;
    ending.retain(|one| !others.iter().any(|other| other.goes_on_from(one)));
    let ids: Vec<DocumentId> = ending.iter().map(|(row, ..)| row.id).collect();
    terms::remember(w, &ids, now)?;
    let holders = grounds::holders(w, &people)?;
    let letters: Vec<Letter> =
        ending.iter().filter_map(|one| Some(letter(one, holders.get(&one.0.person_id)?))).collect();
    mail::send_all(w, now, &letters)?;
    Ok(letters.len())
}

/// Another document that somebody holds.
struct Other {
    id: DocumentId,
    person: PersonId,
    snapshot: Snapshot,
}

impl Other {
    /// Whether it is of the same kind and programme and holds longer.
    fn goes_on_from(&self, (row, snapshot, until): &Ending) -> bool {
        let longer = self.snapshot.valid.is_none_or(|(_, mine)| mine > *until);
        let same = self.snapshot.kind == snapshot.kind && self.snapshot.programme() == snapshot.programme();
        self.id != row.id && self.person == row.person_id && same && longer
    }
}

fn others(w: &mut Write, people: &[PersonId]) -> Result<Vec<Other>, Problem> {
    let rows = terms::held(w, people)?;
    let read = |(id, person, text): (DocumentId, PersonId, String)| -> Result<Other, Problem> {
        let snapshot = serde_json::from_str(&text).map_err(Problem::internal)?;
        Ok(Other { id, person, snapshot })
    };
    rows.into_iter().map(read).collect()
}

fn letter((row, snapshot, until): &Ending, holder: &grounds::HolderRow) -> Letter {
    let data = json!({
        "name": holder.name.address(),
        "kind": row.kind.as_str(),
        "programme": snapshot.programme().map(|title| title.for_reader(holder.language)),
        "number": row.number,
        "until": dates::date(holder.language, *until),
        "issuer": snapshot.issuer.name,
        "path": paths::MY_DOCUMENTS,
    });
    let to = Recipient {
        person: Some(row.person_id),
        address: holder.email.clone(),
        name: holder.name.full(),
        language: holder.language,
    };
    Letter { name: "document_expires", to, data }
}
