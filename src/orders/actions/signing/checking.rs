//! What stands against signing a draft, and what it becomes where nothing does.

use super::{Ready, Signing};
use crate::kernel::name::tidy;
use crate::kernel::{EnrolmentId, Fault, Problem};
use crate::orders::actions::group::Desk;
use crate::orders::rules::LONGEST_NAME;
use crate::orders::rules::content::{Content, explained};
use crate::orders::rules::numbers::number_fault;
use crate::orders::rules::presence::presence_faults;
use crate::orders::rules::snapshot::{Line, Signatory};
use crate::orders::rules::standing::Paper;
use crate::orders::rules::steps::{self, FIELD, Ground};
use crate::orders::rules::words::{OrderKind, Part};
use crate::orders::store::OrderRow;

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
    faults.extend(presence(desk, content));
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

/// Somebody chairs, the secretary writes, and enough of those who certify are there.
fn presence(desk: &Desk, content: &Content) -> Vec<Fault> {
    let Content::Protocol { present, .. } = content else { return Vec::new() };
    presence_faults(&desk.commission, present)
}

/// What papers print of the organisation and nobody has recorded.
fn issuer_faults(desk: &Desk) -> Option<Fault> {
    let organisation = &desk.group.organisation;
    let known = organisation.city.as_deref().is_some_and(|city| !city.trim().is_empty());
    (!known).then(|| Fault::new(FIELD, "order-organisation-city").with("name", &organisation.name))
}

/// Everything that must hold before the number is taken.
pub(super) fn ready(desk: &Desk, row: &OrderRow, input: &Signing) -> Result<Ready, Problem> {
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
pub(in crate::orders::actions) fn lines(desk: &Desk, row: &OrderRow) -> Vec<Line> {
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
