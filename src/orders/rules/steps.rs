//! The state machine of the trail: what must stand before a paper, on what it rests, whom it may name, and which dates
//! it may have. A paper rests on others; it is never older than they are, and none of them can be cancelled while it
//! stands. So everything that stands is in order, whoever signs what and when.
//!
//! Sources: the papers of a group and their order are the practice of training centres. That a programme ends with
//! the final assessment: Федеральный закон от 29.12.2012 № 273-ФЗ, ст. 76 ч. 14; so a commission that sits before the
//! last day is asked for a reason, and nobody completes a course before it is over (ст. 61 ч. 1 п. 1). Education begins
//! with an order of admission (ст. 53 ч. 1), so an order after the first day is asked for a reason.

use super::content::{Content, Ending};
use super::standing::{Own, Paper, Standing};
use super::words::OrderKind;
use crate::kernel::{EnrolmentId, Fault, OrderId};
use chrono::{NaiveDate, TimeDelta};
use std::collections::{BTreeMap, BTreeSet};

/// How many days before the first day of an edition its first papers can be dated: farther back it is a mistyped year,
/// and the number would be counted in that year.
const OLDEST: i64 = 366;

/// The field of what is wrong with the whole paper.
pub const FIELD: &str = "paper";

/// What a paper is checked against.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'a> {
    /// What stands.
    pub standing: &'a Standing,
    /// Whether the group has a number.
    pub numbered: bool,
    /// Who is in the edition.
    pub active: &'a BTreeSet<EnrolmentId>,
}

/// What must be there before a paper of a kind can be drafted at all; the first thing that is missing.
pub fn locked(kind: OrderKind, ground: Ground<'_>) -> Option<Fault> {
    let missing = |needed: OrderKind| ground.standing.last(needed).is_none();
    let needs = |code| Some(Fault::new(FIELD, code));
    if !ground.numbered {
        return needs("order-needs-group");
    }
    match kind {
        OrderKind::AssessmentSheet | OrderKind::Protocol if missing(OrderKind::Enrolment) => {
            needs("order-needs-enrolment")
        }
        OrderKind::AssessmentSheet | OrderKind::Protocol if missing(OrderKind::Commission) => {
            needs("order-needs-commission")
        }
        OrderKind::Protocol if ground.standing.open_sheet().is_none() => needs("order-needs-sheet"),
        OrderKind::Closing if missing(OrderKind::Enrolment) => needs("order-needs-enrolment"),
        OrderKind::Closing if missing(OrderKind::Protocol) => needs("order-needs-protocol"),
        OrderKind::Expulsion if missing(OrderKind::Enrolment) => needs("order-needs-enrolment"),
        _ => None,
    }
}

/// What stands against a paper about another one.
pub fn about_faults(kind: OrderKind, about: Option<OrderId>, standing: &Standing) -> Vec<Fault> {
    if !kind.is_about_paper() {
        return Vec::new();
    }
    let Some(paper) = about.and_then(|id| standing.paper(id)) else {
        return vec![Fault::new(FIELD, "order-about-gone")];
    };
    let fine = match kind {
        OrderKind::Protocol => paper.kind == OrderKind::AssessmentSheet,
        _ => paper.kind != OrderKind::Cancellation,
    };
    if !fine {
        return vec![Fault::new(FIELD, "order-about-gone")];
    }
    if kind == OrderKind::Protocol {
        let confirmed = standing.resting_on(paper.id).iter().any(|other| other.kind == OrderKind::Protocol);
        return confirmed.then(|| Fault::new(FIELD, "order-sheet-confirmed")).into_iter().collect();
    }
    if kind != OrderKind::Cancellation {
        return Vec::new();
    }
    let resting = standing.resting_on(paper.id);
    let numbers: Vec<&str> = resting.iter().map(|other| other.number.as_str()).collect();
    (!numbers.is_empty())
        .then(|| Fault::new(FIELD, "order-rested-on").with("numbers", numbers.join(", ")))
        .into_iter()
        .collect()
}

/// What stands against naming people, each under the field of their line.
pub fn people_faults(content: &Content, ground: Ground<'_>) -> Vec<Fault> {
    let own = ground.standing.own();
    let undecided = content.undecided().into_iter();
    let mut faults: Vec<Fault> =
        undecided.map(|id| Fault::new(format!("people-{id}"), "order-person-undecided")).collect();
    let mut seen = BTreeSet::new();
    for (enrolment, _, _) in content.people() {
        let field = format!("people-{enrolment}");
        if !seen.insert(enrolment) {
            faults.push(Fault::new(field, "order-person-twice"));
            continue;
        }
        let code = person_fault(content, enrolment, (own.get(&enrolment), ground.active));
        faults.extend(code.map(|code| Fault::new(field, code)));
    }
    faults
}

fn person_fault(
    content: &Content,
    enrolment: EnrolmentId,
    (own, active): (Option<&Own>, &BTreeSet<EnrolmentId>),
) -> Option<&'static str> {
    let studies = own.is_some_and(Own::studies);
    match content {
        Content::Enrolment { .. } if !active.contains(&enrolment) => Some("order-person-gone"),
        Content::Enrolment { .. } => studies.then_some("order-person-enrolled"),
        _ if !studies => Some("order-person-not-enrolled"),
        Content::AssessmentSheet { .. } if own.is_some_and(Own::passed) => Some("order-person-passed"),
        Content::AssessmentSheet { .. } => own.and_then(|own| own.pending).map(|_| "order-person-pending"),
        Content::Closing { .. } if own.is_some_and(|own| own.pending.is_some()) => {
            Some("order-person-pending")
        }
        Content::Closing { people } => {
            let with_document =
                people.iter().any(|one| one.enrolment == enrolment && one.ending == Ending::Document);
            (with_document && !own.is_some_and(Own::passed)).then_some("order-person-not-passed")
        }
        _ => None,
    }
}

/// On which standing papers a paper rests, in the order of their signing.
pub fn grounds(content: &Content, about: Option<OrderId>, standing: &Standing) -> Vec<OrderId> {
    let own = standing.own();
    let of_people = |pick: fn(&Own) -> Vec<OrderId>| -> BTreeSet<OrderId> {
        let people = content.people();
        people.iter().filter_map(|(id, _, _)| own.get(id)).flat_map(pick).collect()
    };
    let commission = standing.last(OrderKind::Commission).map(|paper| paper.id);
    let ids: BTreeSet<OrderId> = match content {
        Content::Enrolment { .. } | Content::Commission { .. } => BTreeSet::new(),
        Content::AssessmentSheet { .. } => of_people(|own| own.enrolment.iter().map(|one| one.id).collect())
            .into_iter()
            .chain(commission)
            .collect(),
        Content::Protocol { .. } => about.into_iter().chain(commission).collect(),
        Content::Closing { .. } => {
            of_people(|own| own.enrolment.iter().chain(&own.protocol).map(|one| one.id).collect())
        }
        Content::Expulsion { .. } => of_people(|own| {
            own.enrolment.iter().chain(&own.sheet).chain(&own.protocol).map(|one| one.id).collect()
        }),
        Content::Correction { .. } | Content::Cancellation { .. } => about.into_iter().collect(),
    };
    standing.papers().iter().map(|paper| paper.id).filter(|id| ids.contains(id)).collect()
}

/// The days a paper's date is compared with.
#[derive(Debug, Clone, Copy)]
pub struct Days {
    /// The first day of the edition.
    pub starts_on: NaiveDate,
    /// Its last day.
    pub ends_on: NaiveDate,
    /// Today in its zone.
    pub today: NaiveDate,
}

/// What stands against the date of a paper that rests on others. What is unusual passes with a reason (`despite`).
pub fn date_faults(
    kind: OrderKind,
    dated: NaiveDate,
    (grounds, supplement): (&[&Paper], bool),
    days: Days,
    despite: Option<&str>,
) -> Vec<Fault> {
    let said = |date: NaiveDate| date.format("%d.%m.%Y");
    let mut faults = Vec::new();
    if dated > days.today {
        faults.push(Fault::new("dated", "order-date-future").with("date", said(days.today)));
    }
    let oldest = days.starts_on.checked_sub_signed(TimeDelta::days(OLDEST)).filter(|oldest| dated < *oldest);
    faults.extend(oldest.map(|oldest| Fault::new("dated", "order-date-old").with("date", said(oldest))));
    let latest = grounds.iter().filter(|ground| ground.dated > dated).max_by_key(|ground| ground.dated);
    faults.extend(latest.map(|ground| {
        let fault = Fault::new("dated", "order-date-before-ground").with("date", said(ground.dated));
        fault.with("number", &ground.number)
    }));
    let certifies = matches!(kind, OrderKind::AssessmentSheet | OrderKind::Protocol);
    if certifies && dated < days.starts_on {
        faults.push(Fault::new("dated", "order-before-start").with("date", said(days.starts_on)));
    } else if certifies && dated < days.ends_on && despite.is_none() {
        faults.push(Fault::new("despite", "order-assessment-early").with("date", said(days.ends_on)));
    }
    if kind == OrderKind::Closing && dated < days.ends_on {
        faults.push(Fault::new("dated", "order-closing-early").with("date", said(days.ends_on)));
    }
    let late = kind == OrderKind::Enrolment && !supplement && dated > days.starts_on;
    if late && despite.is_none() {
        faults.push(Fault::new("despite", "order-enrolment-late").with("date", said(days.starts_on)));
    }
    faults
}

/// Who of these people is not in an enrolment order that stands: they get a supplementary one.
pub fn unenrolled(active: &[EnrolmentId], own: &BTreeMap<EnrolmentId, Own>) -> Vec<EnrolmentId> {
    let studies_or_left =
        |id: &EnrolmentId| own.get(id).is_some_and(|own| own.studies() || own.closing.is_some());
    active.iter().copied().filter(|id| !studies_or_left(id)).collect()
}

#[cfg(test)]
mod tests;
