//! What holds for a group: its signed papers without the cancelled ones, and where they leave each of its people.

use super::content::Outcome;
use super::trail::{AssessmentResult, PaperRef};
use super::words::{OrderKind, Part};
use crate::kernel::{EnrolmentId, OrderId};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Somebody a paper names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Who.
    pub enrolment: EnrolmentId,
    /// As what.
    pub part: Part,
    /// With which mark.
    pub mark: Option<String>,
}

/// A signed paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// The paper.
    pub id: OrderId,
    /// Of which kind.
    pub kind: OrderKind,
    /// Its number.
    pub number: String,
    /// Its date.
    pub dated: NaiveDate,
    /// What it is about, where it is about another paper.
    pub about: Option<OrderId>,
    /// What it rests on.
    pub grounds: Vec<OrderId>,
    /// Whom it names.
    pub people: Vec<Named>,
}

impl Paper {
    /// Its number and date.
    pub fn reference(&self) -> PaperRef {
        PaperRef { id: self.id, number: self.number.clone(), dated: self.dated }
    }
}

/// Where the standing papers leave somebody.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Own {
    /// By which order the person was enrolled the last time.
    pub enrolment: Option<PaperRef>,
    /// The last assessment sheet with the person.
    pub sheet: Option<PaperRef>,
    /// How it went by that sheet, while no protocol has confirmed it.
    pub pending: Option<Outcome>,
    /// The last protocol with the person.
    pub protocol: Option<PaperRef>,
    /// How it went by that protocol.
    pub result: Option<AssessmentResult>,
    /// By which order the person has left at the end.
    pub closing: Option<PaperRef>,
    /// By which order the person was expelled before it.
    pub expulsion: Option<PaperRef>,
}

impl Own {
    /// Whether the person is enrolled and has not left.
    pub fn studies(&self) -> bool {
        self.enrolment.is_some() && self.closing.is_none() && self.expulsion.is_none()
    }

    /// Whether a protocol says that the person has passed.
    pub fn passed(&self) -> bool {
        self.result.as_ref().is_some_and(|result| result.passed)
    }
}

/// The signed papers of a group that stand, in the order of their signing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standing {
    papers: Vec<Paper>,
}

impl Standing {
    /// Out of all signed papers, in the order of their signing: those that none of them cancels.
    pub fn of(papers: Vec<Paper>) -> Standing {
        let cancels = papers.iter().filter(|paper| paper.kind == OrderKind::Cancellation);
        let cancelled: BTreeSet<OrderId> = cancels.filter_map(|paper| paper.about).collect();
        Standing { papers: papers.into_iter().filter(|paper| !cancelled.contains(&paper.id)).collect() }
    }

    /// All of them.
    pub fn papers(&self) -> &[Paper] {
        &self.papers
    }

    /// One of them.
    pub fn paper(&self, id: OrderId) -> Option<&Paper> {
        self.papers.iter().find(|paper| paper.id == id)
    }

    /// The last of a kind.
    pub fn last(&self, kind: OrderKind) -> Option<&Paper> {
        self.papers.iter().rev().find(|paper| paper.kind == kind)
    }

    /// The first of a kind.
    pub fn first(&self, kind: OrderKind) -> Option<&Paper> {
        self.papers.iter().find(|paper| paper.kind == kind)
    }

    /// The last sheet that no protocol has confirmed.
    pub fn open_sheet(&self) -> Option<&Paper> {
        let confirmed: BTreeSet<OrderId> = self
            .papers
            .iter()
            .filter(|paper| paper.kind == OrderKind::Protocol)
            .filter_map(|paper| paper.about)
            .collect();
        let mut sheets = self.papers.iter().rev().filter(|paper| paper.kind == OrderKind::AssessmentSheet);
        sheets.find(|sheet| !confirmed.contains(&sheet.id))
    }

    /// The papers that rest on one: while there are any, it cannot be cancelled.
    pub fn resting_on(&self, id: OrderId) -> Vec<&Paper> {
        let rests = |paper: &&Paper| paper.kind != OrderKind::Correction && paper.grounds.contains(&id);
        self.papers.iter().filter(rests).collect()
    }

    /// Where each person stands whom any paper names.
    pub fn own(&self) -> BTreeMap<EnrolmentId, Own> {
        let mut people: BTreeMap<EnrolmentId, Own> = BTreeMap::new();
        for paper in &self.papers {
            for named in &paper.people {
                follow(people.entry(named.enrolment).or_default(), paper, named);
            }
        }
        people
    }
}

/// What one paper more does with somebody. Whoever is enrolled anew begins anew.
fn follow(own: &mut Own, paper: &Paper, named: &Named) {
    let reference = Some(paper.reference());
    match named.part {
        Part::Enrolled => *own = Own { enrolment: reference, ..Own::default() },
        Part::Passed | Part::Failed | Part::Absent if paper.kind == OrderKind::AssessmentSheet => {
            own.sheet = reference;
            own.pending = outcome_of(named.part);
        }
        Part::Passed | Part::Failed | Part::Absent => {
            own.protocol = reference;
            own.pending = None;
            let passed = named.part == Part::Passed;
            own.result = Some(AssessmentResult { passed, mark: named.mark.clone() });
        }
        Part::Document | Part::StudyCertificate => own.closing = reference,
        Part::Expelled => own.expulsion = reference,
    }
}

/// How an assessment went, as far as a part says it.
pub fn outcome_of(part: Part) -> Option<Outcome> {
    match part {
        Part::Passed => Some(Outcome::Passed),
        Part::Failed => Some(Outcome::Failed),
        Part::Absent => Some(Outcome::Absent),
        _ => None,
    }
}
