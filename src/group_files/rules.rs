//! What a group's file lacks. Pure.

use crate::orders::rules::words::OrderKind;
use serde::{Deserialize, Serialize};

/// Something the file lacks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Missing {
    /// What: a message `group-files-missing-<what>`.
    pub what: String,
    /// How many of it.
    pub count: usize,
}

impl Missing {
    fn new(what: &str, count: usize) -> Missing {
        Missing { what: what.to_owned(), count }
    }
}

/// What is known of a group before its file is put together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inside {
    /// The papers of the trail that stand.
    pub signed: Vec<OrderKind>,
    /// Sessions that were not cancelled.
    pub sessions: usize,
    /// Valid documents.
    pub documents: usize,
    /// People who take part and have no valid document.
    pub without: usize,
}

/// What the file lacks, in the order of its papers.
pub fn missing(inside: &Inside) -> Vec<Missing> {
    let steps = OrderKind::STEPS.into_iter().filter(|kind| !inside.signed.contains(kind));
    let mut missing: Vec<Missing> = steps.map(|kind| Missing::new(word(kind), 1)).collect();
    if inside.sessions == 0 {
        missing.push(Missing::new("sessions", 1));
    }
    if inside.documents == 0 {
        missing.push(Missing::new("documents", 1));
    } else if inside.without > 0 {
        missing.push(Missing::new("without", inside.without));
    }
    missing
}

fn word(kind: OrderKind) -> &'static str {
    match kind {
        OrderKind::Enrolment => "enrolment",
        OrderKind::Commission => "commission",
        OrderKind::AssessmentSheet => "assessment-sheet",
        OrderKind::Protocol => "protocol",
        _ => "closing",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_there_is_named() {
        let inside = Inside { signed: vec![OrderKind::Enrolment], sessions: 0, documents: 0, without: 3 };
        let named: Vec<String> = missing(&inside).into_iter().map(|one| one.what).collect();
        assert_eq!(named, ["commission", "assessment-sheet", "protocol", "closing", "sessions", "documents"]);
        let whole = Inside { signed: OrderKind::STEPS.into(), sessions: 4, documents: 30, without: 0 };
        assert!(missing(&whole).is_empty());
        assert_eq!(missing(&Inside { without: 2, ..whole }), [Missing::new("without", 2)]);
    }
}
