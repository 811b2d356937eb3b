//! The trail as documents need it: which papers there are, and what they say of each person.

use super::standing::{Own, Standing};
use super::words::OrderKind;
use crate::kernel::{EnrolmentId, Fault, OrderId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashMap};

/// A signed paper, as others name it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperRef {
    /// The paper.
    pub id: OrderId,
    /// Its number.
    pub number: String,
    /// Its date.
    pub dated: NaiveDate,
}

/// What a protocol says of somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssessmentResult {
    /// Whether the final assessment was passed.
    pub passed: bool,
    /// The mark, as it is printed.
    pub mark: Option<String>,
}

/// The trail of a group.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Trail {
    /// The first order of enrolment.
    pub enrolment: Option<PaperRef>,
    /// The last order on the commission.
    pub commission: Option<PaperRef>,
    /// The last protocol.
    pub protocol: Option<PaperRef>,
    /// The last closing order.
    pub closing: Option<PaperRef>,
    /// What the protocols say of people who are in the group.
    pub results: HashMap<EnrolmentId, AssessmentResult>,
    /// Who is named in a closing order.
    pub closed: BTreeSet<EnrolmentId>,
    /// The papers that name each person: some were enrolled, assessed or closed later than others.
    pub own: HashMap<EnrolmentId, Own>,
}

impl Trail {
    /// Out of the papers that stand.
    pub fn of(standing: &Standing) -> Trail {
        let own: HashMap<EnrolmentId, Own> = standing.own().into_iter().collect();
        let results =
            own.iter().filter_map(|(id, own)| Some((*id, own.result.clone()?))).collect::<HashMap<_, _>>();
        let closed = own.iter().filter(|(_, own)| own.closing.is_some()).map(|(id, _)| *id).collect();
        let last = |kind| standing.last(kind).map(|paper| paper.reference());
        Trail {
            enrolment: standing.first(OrderKind::Enrolment).map(|paper| paper.reference()),
            commission: last(OrderKind::Commission),
            protocol: last(OrderKind::Protocol),
            closing: last(OrderKind::Closing),
            results,
            closed,
            own,
        }
    }

    /// The same with the papers that name one person, where they name them: what a document of theirs rests on.
    pub fn for_person(&self, enrolment: EnrolmentId) -> Trail {
        let Some(own) = self.own.get(&enrolment) else { return self.clone() };
        let mut trail = self.clone();
        trail.enrolment = own.enrolment.clone().or(trail.enrolment);
        trail.protocol = own.protocol.clone().or(trail.protocol);
        trail.closing = own.closing.clone().or(trail.closing);
        trail
    }
}

/// What of the trail stands against a document of somebody: orders come before effects, and dates in their order
/// (closing order and protocol are there, both name this person, the document is not older than either).
pub fn issue_faults(trail: &Trail, enrolment: EnrolmentId, issued_on: NaiveDate, field: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    if trail.protocol.is_none() {
        faults.push(Fault::new(field, "order-issue-protocol"));
    } else if !trail.results.contains_key(&enrolment) {
        faults.push(Fault::new(field, "order-issue-no-result"));
    }
    if trail.closing.is_none() {
        faults.push(Fault::new(field, "order-issue-closing"));
    } else if !trail.closed.contains(&enrolment) {
        faults.push(Fault::new(field, "order-issue-not-closed"));
    }
    if !faults.is_empty() {
        return faults;
    }
    let own = trail.for_person(enrolment);
    let latest = [own.protocol, own.closing].into_iter().flatten().max_by_key(|paper| paper.dated);
    let early = latest.filter(|paper| issued_on < paper.dated);
    faults.extend(early.map(|paper| {
        let dated = paper.dated.format("%d.%m.%Y");
        Fault::new(field, "order-issue-early").with("number", paper.number).with("date", dated)
    }));
    faults
}
