//! Counting how often documents are looked up, off the path of those who look: counts are gathered in memory and written
//! together, so that a code shown to a full hall costs a row and not a thousand. Nothing about who asks is kept.

use crate::db::{Db, Write};
use crate::documents::rules::Standing;
use crate::documents::rules::book::CheckWay;
use crate::documents::store::book::{self, CheckRow};
use crate::kernel::{DocumentId, Moment, Problem};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A look, by the minute.
type Key = (DocumentId, Moment, CheckWay, Standing);

/// The looks that wait to be written.
#[derive(Debug, Default)]
pub struct Tally {
    inner: Mutex<Waiting>,
}

#[derive(Debug, Default)]
struct Waiting {
    looks: HashMap<Key, i32>,
    writing: bool,
}

/// So many rows wait at the most while the database refuses; what comes beyond is lost.
const MOST: usize = 100_000;

/// Looks of one document in one minute.
pub type Counted = (DocumentId, CheckRow);

impl Tally {
    /// Counts a look; `true` when nobody writes at the moment and whoever counted has to begin.
    pub fn count(&self, document: DocumentId, at: Moment, (way, outcome): (CheckWay, Standing)) -> bool {
        let minute = at.0.timestamp().rem_euclid(60);
        let at = at.plus_seconds(-minute);
        let at = Moment(at.0 - chrono::TimeDelta::nanoseconds(i64::from(at.0.timestamp_subsec_nanos())));
        let mut waiting = self.lock();
        *waiting.looks.entry((document, at, way, outcome)).or_default() += 1;
        !std::mem::replace(&mut waiting.writing, true)
    }

    /// What waits; with nothing left, writing has ended and the next look begins it anew.
    pub fn take(&self) -> Vec<Counted> {
        let mut waiting = self.lock();
        let looks = std::mem::take(&mut waiting.looks);
        waiting.writing = !looks.is_empty();
        let row = |((document, at, way, outcome), times): (Key, i32)| {
            (document, CheckRow { at, way, outcome, times })
        };
        looks.into_iter().map(row).collect()
    }

    /// Puts back what could not be written; the next look begins writing anew.
    pub fn put_back(&self, counted: &[Counted]) {
        let mut waiting = self.lock();
        for (document, check) in counted {
            let key = (*document, check.at, check.way, check.outcome);
            if waiting.looks.len() < MOST || waiting.looks.contains_key(&key) {
                *waiting.looks.entry(key).or_default() += check.times;
            }
        }
        waiting.writing = false;
    }

    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Writes looks down.
///
/// # Errors
/// When the database refuses.
pub fn write(w: &mut Write, counted: &[Counted]) -> Result<(), Problem> {
    book::count_checks(w, counted)
}

/// Writes everything that waits: after a look, and at the end of the program. What cannot be written waits on.
///
/// # Errors
/// When the database refuses.
pub async fn flush(tally: &Tally, db: &Db) -> Result<(), Problem> {
    loop {
        let counted = Arc::new(tally.take());
        if counted.is_empty() {
            return Ok(());
        }
        let rows = counted.clone();
        if let Err(problem) = db.write(move |w| write(w, &rows)).await {
            tally.put_back(&counted);
            return Err(problem);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looks_of_one_minute_are_one_row_and_one_writer_writes_them() {
        let tally = Tally::default();
        let at = |text| Moment::parse(text).unwrap();
        let look = (CheckWay::Code, Standing::Valid);
        assert!(tally.count(DocumentId(1), at("2026-12-01T09:00:01Z"), look));
        assert!(!tally.count(DocumentId(1), at("2026-12-01T09:00:59.5Z"), look), "somebody writes already");
        assert!(!tally.count(DocumentId(1), at("2026-12-01T09:01:00Z"), look));
        let mut taken = tally.take();
        taken.sort_by_key(|(_, check)| check.at);
        let told: Vec<_> = taken.iter().map(|(_, check)| (check.at.rfc3339(), check.times)).collect();
        assert_eq!(told, [("2026-12-01T09:00:00Z".into(), 2), ("2026-12-01T09:01:00Z".into(), 1)]);
        assert!(tally.take().is_empty());
        assert!(tally.count(DocumentId(2), at("2026-12-01T09:02:00Z"), look), "the next one begins anew");
    }

    #[test]
    fn looks_that_could_not_be_written_are_not_lost() {
        let tally = Tally::default();
        let at = Moment::parse("2026-12-01T09:00:00Z").unwrap();
        let look = (CheckWay::Code, Standing::Valid);
        tally.count(DocumentId(1), at, look);
        let taken = tally.take();
        assert!(!tally.count(DocumentId(1), at, look), "somebody writes");
        tally.put_back(&taken);
        assert!(tally.count(DocumentId(1), at, look), "the next look begins anew");
        assert_eq!(tally.take().iter().map(|(_, check)| check.times).collect::<Vec<_>>(), [3]);
    }
}
