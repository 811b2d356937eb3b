//! The history of a paper: who changed what, with what stood there before.

use super::Telling;
use super::compare::{Difference, between};
use crate::kernel::{PersonName, dates};
use crate::orders::actions::{Shown, Version};
use serde::Serialize;

/// A change of a paper.
#[derive(Debug, Serialize)]
pub(super) struct Change {
    who: String,
    at: String,
    differences: Vec<Difference>,
}

/// The changes of a paper, the newest first; the beginning of it is none.
pub(super) fn history(shown: &Shown, telling: Telling<'_>) -> Vec<Change> {
    let pairs = shown.versions.iter().zip(shown.versions.iter().skip(1));
    let change = |(new, old): (&Version, &Version)| Change {
        who: new.by.as_ref().map_or_else(|| (telling.say)("orders-somebody"), PersonName::full),
        at: dates::date_and_time(telling.reader.language, new.at, telling.reader.zone),
        differences: between(shown, (&old.content, &new.content), telling),
    };
    pairs.map(change).collect()
}
