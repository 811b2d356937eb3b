//! Signing: everything is checked again, the number taken, the paper composed and kept, all in one transaction.

use super::drafting::note;
use super::group::{Desk, desk, members, numbered};
use super::texts::{Composing, compose, file_title};
use super::{Tools, administered};
use crate::db::Write;
use crate::editions::actions as editions;
use crate::kernel::name::tidy;
use crate::kernel::{Actor, EnrolmentId, Fault, Moment, OrderId, Problem, ProblemCode, Word as _};
use crate::orders::rules::content::{Content, explained};
use crate::orders::rules::numbers::{number_fault, sheet_number};
use crate::orders::rules::snapshot::{Excepted, Line, Signatory, Snapshot};
use crate::orders::rules::standing::Paper;
use crate::orders::rules::steps::{self, FIELD, Ground};
use crate::orders::rules::words::{OrderKind, Part, Series};
use crate::orders::rules::{Exception, LONGEST_NAME};
use crate::orders::store::{self, OrderRow, Signature, numbers};
use crate::printing::official::OfficialPaper;
use crate::secrets::sha256_hex;
use crate::web::paths;
use chrono::{Datelike, NaiveDate};
use serde_json::json;

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

/// What stands against signing a draft as it is, apart from what is typed at signing: for the page of the draft.
pub fn check(desk: &Desk, row: &OrderRow) -> Vec<Fault> {
    let content = &row.content.0;
    let group = &desk.group;
    let active = group.active();
    let ground = Ground { standing: &group.standing, numbered: group.number.is_some(), active: &active };
    let mut faults: Vec<Fault> = steps::locked(row.kind, ground).into_iter().collect();
    faults.extend(steps::about_faults(row.kind, row.about_id, &group.standing));
    faults.extend(content.faults());
    faults.extend(named(steps::people_faults(content, ground), desk));
    faults.extend(desk.certifying(content, row.about_id).0);
    faults.extend(commission_fault(desk, row));
    faults.extend(quorum_fault(desk, content));
    faults.extend(issuer_faults(desk));
    faults
}

/// The faults of people with their names.
fn named(faults: Vec<Fault>, desk: &Desk) -> Vec<Fault> {
    let name = |fault: &Fault| -> Option<String> {
        let id: EnrolmentId = fault.field.strip_prefix("people-")?.parse().ok()?;
        Some(desk.group.name(id)?.full())
    };
    faults
        .into_iter()
        .map(|fault| match name(&fault) {
            Some(name) => fault.with("name", name),
            None => fault.with("name", "—"),
        })
        .collect()
}

/// A draft of a protocol names who was there by places in the commission: another commission since then means that other
/// people would stand at these places.
fn commission_fault(desk: &Desk, row: &OrderRow) -> Option<Fault> {
    let commission = desk.group.standing.last(OrderKind::Commission).and_then(|paper| desk.order(paper.id));
    let since = commission.and_then(|order| order.signed.signed_at)?;
    let older = row.kind == OrderKind::Protocol && row.edited_at < since;
    older.then(|| Fault::new("present", "order-commission-changed"))
}

fn quorum_fault(desk: &Desk, content: &Content) -> Option<Fault> {
    let Content::Protocol { present, .. } = content else { return None };
    let certify = desk.commission.iter().filter(|one| one.certifies()).count();
    let there = numbered(&desk.commission).filter(|(place, one)| one.certifies() && present.contains(place));
    let (there, needed) = (there.count(), steps::quorum(certify));
    let fault = || Fault::new("present", "order-no-quorum").with("there", there).with("needed", needed);
    (there < needed).then(fault)
}

/// What papers print of the organisation and nobody has recorded.
fn issuer_faults(desk: &Desk) -> Option<Fault> {
    let organisation = &desk.group.organisation;
    let known = organisation.city.as_deref().is_some_and(|city| !city.trim().is_empty());
    (!known).then(|| Fault::new(FIELD, "order-organisation-city").with("name", &organisation.name))
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
    let ready = ready(&desk, &row, input)?;
    documents_fault(w, &desk, &row)?;
    let number = take_number(w, (&desk, &row), input.number.as_deref(), ready.dated)?;
    let code = format!("{}{}", tools.public_url, paths::order(row.id));
    let snapshot = freeze(&desk, &row, (&ready, number.3.as_str()), tools);
    let letters = missing_letters(&snapshot.paper, tools);
    if let Some(fault) = letters {
        return Err(Problem::invalid(vec![fault]));
    }
    keep(w, actor, (&row, &ready, &snapshot), (number, code), now)?;
    take_effect(w, actor, &row, now)?;
    store::order(w, row.id)?.ok_or_else(Problem::not_found)
}

/// Everything that must hold before the number is taken.
fn ready(desk: &Desk, row: &OrderRow, input: &Signing) -> Result<Ready, Problem> {
    let group = &desk.group;
    let content = &row.content.0;
    let dated = input.dated.unwrap_or(group.today);
    let despite = input.despite.as_deref().map(tidy).filter(|reason| !reason.is_empty());
    let grounds = steps::grounds(content, row.about_id, &group.standing);
    let papers: Vec<&Paper> = grounds.iter().filter_map(|id| group.standing.paper(*id)).collect();
    let supplement = group.standing.last(OrderKind::Enrolment).is_some();
    let mut faults = check(desk, row);
    faults.extend(despite.iter().flat_map(|reason| explained("despite", reason)));
    faults.extend(steps::date_faults(
        row.kind,
        dated,
        (&papers, supplement),
        group.days(),
        despite.as_deref(),
    ));
    let typed = input.number.as_deref().map(str::trim).filter(|typed| !typed.is_empty());
    faults.extend(typed.and_then(|typed| number_fault("number", typed)));
    let signatory = signatory(desk, input);
    if row.kind.is_order() {
        faults.extend(signatory_faults(&signatory));
    }
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    let exceptions = desk.certifying(content, row.about_id).1;
    Ok(Ready { dated, despite, signatory, people: lines(desk, row), grounds, exceptions })
}

fn signatory(desk: &Desk, input: &Signing) -> Signatory {
    let organisation = &desk.group.organisation;
    let usual = || Signatory {
        post: organisation.head_post.clone().unwrap_or_default(),
        name: organisation.head_name.clone().unwrap_or_default(),
    };
    let typed = input.signatory.clone();
    let typed = typed.map(|one| Signatory { post: tidy(&one.post), name: tidy(&one.name) });
    typed.unwrap_or_else(usual)
}

fn signatory_faults(signatory: &Signatory) -> Vec<Fault> {
    let fields = [("signatory_post", &signatory.post), ("signatory_name", &signatory.name)];
    let fault = |(field, text): (&str, &String)| {
        if text.is_empty() {
            Some(Fault::new(field, "order-signatory"))
        } else {
            let long = text.chars().count() > LONGEST_NAME;
            long.then(|| Fault::new(field, "too-long").with("limit", LONGEST_NAME))
        }
    };
    fields.into_iter().filter_map(fault).collect()
}

/// Whom the paper names, by name: a protocol names those of its sheet.
pub(super) fn lines(desk: &Desk, row: &OrderRow) -> Vec<Line> {
    let named: Vec<(EnrolmentId, Part, Option<String>)> = match row.kind {
        OrderKind::Protocol => {
            let sheet = desk.group.paper(row.about_id);
            let people = sheet.map(|sheet| sheet.people.as_slice()).unwrap_or_default();
            people.iter().map(|one| (one.enrolment, one.part, one.mark.clone())).collect()
        }
        _ => row.content.0.people(),
    };
    let line = |one: &crate::orders::store::group::Trainee| {
        let (enrolment, part, mark) = named.iter().find(|(id, _, _)| *id == one.enrolment)?;
        Some(Line { enrolment: *enrolment, name: one.name.clone(), part: *part, mark: mark.clone() })
    };
    desk.group.trainees.iter().filter_map(line).collect()
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

fn freeze(desk: &Desk, row: &OrderRow, (ready, number): (&Ready, &str), tools: &Tools<'_>) -> Snapshot {
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
    let own = members(&row.content.0);
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
fn missing_letters(paper: &OfficialPaper, tools: &Tools<'_>) -> Option<Fault> {
    let text = serde_json::to_string(paper).unwrap_or_default();
    let missing = tools.typesetter.missing_glyphs(&text);
    let letters: Vec<String> = missing.into_iter().map(String::from).collect();
    (!letters.is_empty()).then(|| Fault::new(FIELD, "order-letters").with("letters", letters.join(" ")))
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

/// What an order brings about: whoever is expelled leaves the edition.
fn take_effect(w: &mut Write, actor: &Actor, row: &OrderRow, now: Moment) -> Result<(), Problem> {
    let Content::Expulsion { enrolment, reason, .. } = &row.content.0 else { return Ok(()) };
    let reason: String = reason.chars().take(500).collect();
    match editions::withdraw(w, actor, (row.edition_id, *enrolment), &reason, now) {
        // Withdrawn before by hand: the order only says so.
        Err(problem) if problem.code == ProblemCode::Conflict => Ok(()),
        done => done,
    }
}
