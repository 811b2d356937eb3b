//! The paper composed and everything it says put together, as it is kept.

use super::Ready;
use crate::kernel::Fault;
use crate::orders::actions::Tools;
use crate::orders::actions::group::Desk;
use crate::orders::actions::texts::{Composing, compose, file_title};
use crate::orders::rules::Exception;
use crate::orders::rules::snapshot::{Excepted, Snapshot};
use crate::orders::rules::steps::FIELD;
use crate::orders::rules::words::OrderKind;
use crate::orders::store::OrderRow;
use crate::printing::official::OfficialPaper;

/// Everything a paper prints and was signed on.
pub(super) fn freeze(
    desk: &Desk,
    row: &OrderRow,
    (ready, number): (&Ready, &str),
    tools: &Tools<'_>,
) -> Snapshot {
    let group = &desk.group;
    let composing = Composing {
        desk,
        content: &row.content.0,
        about: row.about_id,
        number: Some(number),
        dated: Some(ready.dated),
        signatory: &ready.signatory,
        despite: ready.despite.as_deref(),
        people: &ready.people,
        grounds: &ready.grounds,
        exceptions: &ready.exceptions,
    };
    let own = row.content.0.members();
    let of_commission = matches!(row.kind, OrderKind::AssessmentSheet | OrderKind::Protocol);
    let commission = if of_commission { desk.commission.as_slice() } else { own };
    let excepted = |one: &Exception| Excepted { name: one.name.clone(), reason: one.reason.clone() };
    Snapshot {
        format: 1,
        kind: row.kind,
        number: number.to_owned(),
        dated: ready.dated,
        title: file_title(&composing, tools.words),
        organisation: row.organisation_id,
        edition: row.edition_id,
        group: group.number.clone().unwrap_or_default(),
        programme: group.taught.title.clone(),
        hours: group.taught.hours,
        content_hash: group.taught.content_hash.clone(),
        term: (group.edition.starts_on, group.edition.ends_on),
        content: row.content.0.clone(),
        people: ready.people.clone(),
        commission: commission.to_vec(),
        grounds: ready.grounds.iter().filter_map(|id| Some(group.standing.paper(*id)?.reference())).collect(),
        exceptions: ready.exceptions.iter().map(excepted).collect(),
        signatory: row.kind.is_order().then(|| ready.signatory.clone()),
        despite: ready.despite.clone(),
        paper: compose(&composing, tools.words),
    }
}

/// Letters that no font of ours has.
pub(super) fn missing_letters(paper: &OfficialPaper, tools: &Tools<'_>) -> Option<Fault> {
    let text = serde_json::to_string(paper).unwrap_or_default();
    let missing = tools.typesetter.missing_glyphs(&text);
    let letters: Vec<String> = missing.into_iter().map(String::from).collect();
    (!letters.is_empty()).then(|| Fault::new(FIELD, "order-letters").with("letters", letters.join(" ")))
}
