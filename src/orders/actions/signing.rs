//! Signing: everything is checked again, the number taken, the paper composed and kept, all in one transaction. It is printed
//! after that.

mod checking;
mod effects;
mod freezing;

pub use checking::check;
pub use effects::returns;

use super::drafting::note;
use super::group::{Desk, desk};
use super::printing::print_later;
use super::{Tools, administered};
use crate::db::Write;
use crate::kernel::name::tidy;
use crate::kernel::{Actor, EnrolmentId, Fault, Moment, OrderId, Problem, ProblemCode, Word as _};
use crate::orders::rules::Exception;
use crate::orders::rules::numbers::sheet_number;
use crate::orders::rules::snapshot::{Line, Signatory, Snapshot};
use crate::orders::rules::steps::FIELD;
use crate::orders::rules::words::{OrderKind, Series};
use crate::orders::store::{self, OrderRow, Signature, numbers};
use crate::secrets::sha256_hex;
use crate::web::paths;
use chrono::{Datelike, NaiveDate};
use serde_json::json;

pub(super) use checking::lines;

/// What is typed when a paper is signed.
#[derive(Debug, Clone)]
pub struct Signing {
    /// The draft.
    pub order: OrderId,
    /// The revision that was looked at.
    pub revision: i32,
    /// The date on it; today in the zone of the edition when nothing is said.
    pub dated: Option<NaiveDate>,
    /// A number out of a register kept elsewhere; the next of the series when nothing is said.
    pub number: Option<String>,
    /// Who signs an order; the head of the organisation when nothing is said.
    pub signatory: Option<Signatory>,
    /// Why an unusual date is right.
    pub despite: Option<String>,
}

/// What a paper becomes, before its number is taken.
struct Ready {
    dated: NaiveDate,
    despite: Option<String>,
    signatory: Signatory,
    people: Vec<Line>,
    grounds: Vec<OrderId>,
    exceptions: Vec<Exception>,
}

/// Signs a draft. From here on it is never changed.
///
/// # Errors
/// `NotFound` for administrators of other organisations and for a draft that was thrown away; `Conflict` for a paper
/// that is signed, or was changed since it was looked at; `Invalid` with everything that stands against it: the step
/// that comes first, dates out of order, people who may not be named, a member of the commission who certifies their
/// own, a number that exists.
pub fn sign(
    w: &mut Write,
    actor: &Actor,
    tools: &Tools<'_>,
    input: &Signing,
    now: Moment,
) -> Result<OrderRow, Problem> {
    let row = administered(w, actor, input.order)?;
    if row.discarded_at.is_some() {
        return Err(Problem::not_found());
    }
    if !row.is_draft() || row.revision != input.revision {
        return Err(Problem::new(ProblemCode::Conflict));
    }
    let desk = desk(w, actor, row.edition_id, now)?;
    let ready = checking::ready(&desk, &row, input)?;
    documents_fault(w, &desk, &row)?;
    let number = take_number(w, (&desk, &row), input.number.as_deref(), ready.dated)?;
    let code = format!("{}{}", tools.public_url, paths::order(row.id));
    let snapshot = freezing::freeze(&desk, &row, (&ready, number.3.as_str()), tools);
    if let Some(fault) = freezing::missing_letters(&snapshot.paper, tools) {
        return Err(Problem::invalid(vec![fault]));
    }
    keep(w, actor, (&row, &ready, &snapshot), (number, code), now)?;
    effects::take_effect(w, actor, (&desk, &row), (snapshot.number.as_str(), snapshot.dated), now)?;
    print_later(w, row.id, now)?;
    store::order(w, row.id)?.ok_or_else(Problem::not_found)
}

/// A closing order is not cancelled while anybody has a document that rests on it.
fn documents_fault(w: &mut Write, desk: &Desk, row: &OrderRow) -> Result<(), Problem> {
    let cancelled = desk.group.paper(row.about_id).filter(|_| row.kind == OrderKind::Cancellation);
    let Some(paper) = cancelled.filter(|paper| paper.kind == OrderKind::Closing) else { return Ok(()) };
    let people: Vec<EnrolmentId> = paper.people.iter().map(|one| one.enrolment).collect();
    let count = store::documents_of(w, &people)?;
    if count == 0 {
        return Ok(());
    }
    Err(Problem::invalid(vec![Fault::new(FIELD, "order-documents-rest").with("count", count)]))
}

type Number = (Series, i32, Option<i32>, String);

fn take_number(
    w: &mut Write,
    (desk, row): (&Desk, &OrderRow),
    typed: Option<&str>,
    dated: NaiveDate,
) -> Result<Number, Problem> {
    let (organisation, series, year) = (row.organisation_id, row.kind.series(), dated.year());
    if let Some(typed) = typed.map(tidy).filter(|typed| !typed.is_empty()) {
        if numbers::is_taken(w, (organisation, series, year), &typed)? {
            let fault = Fault::new("number", "order-number-taken").with("number", typed);
            return Err(Problem::invalid(vec![fault.with("year", year)]));
        }
        return Ok((series, year, None, typed));
    }
    if series == Series::Sheets {
        let taken = numbers::sheets(w, organisation, year)?;
        let group = desk.group.number.as_deref().unwrap_or_default();
        return Ok((series, year, None, sheet_number(group, &taken)));
    }
    let pattern = numbers::pattern(w, organisation, series)?;
    let (number, text) = numbers::next(w, (organisation, series, year), &pattern)?;
    Ok((series, year, Some(number), text))
}

fn keep(
    w: &mut Write,
    actor: &Actor,
    (row, ready, snapshot): (&OrderRow, &Ready, &Snapshot),
    (number, address): (Number, String),
    now: Moment,
) -> Result<(), Problem> {
    let text = serde_json::to_string(snapshot).map_err(Problem::internal)?;
    let sha256 = sha256_hex(text.as_bytes());
    let (series, year, counted, said) = number;
    let people: Vec<_> =
        ready.people.iter().map(|line| (line.enrolment, line.part, line.mark.clone())).collect();
    // The code tells the paper itself: where it is read, and the beginning of the hash over everything it says.
    let short: String = sha256.chars().take(16).collect();
    let signature = Signature {
        number: (series, year, counted, said.as_str()),
        dated: ready.dated,
        despite: ready.despite.as_deref(),
        snapshot: (text.as_str(), sha256.as_str()),
        code: &format!("{address}#{short}"),
        people: &people,
        topics: &row.content.0.topics(),
        grounds: &ready.grounds,
    };
    store::sign(w, row.id, &signature, (actor.person, now))?;
    let after = json!({
        "kind": row.kind.as_str(),
        "number": said,
        "dated": ready.dated,
        "despite": ready.despite,
        "about": row.about_id,
        "people": people.len(),
        "snapshot_sha256": sha256,
    });
    note(w, actor, ("order-signed", row.id), (None, Some(after)), now)
}
