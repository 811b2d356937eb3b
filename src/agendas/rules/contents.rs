//! The agenda, the guests and the visit of a session.

use crate::kernel::{Fault, Minutes, Moment};

/// A question of an agenda (F3).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// What is discussed.
    pub text: String,
    /// For how long, where that was decided.
    pub minutes: Option<Minutes>,
    /// Who speaks.
    pub speaker: Option<String>,
}

/// What a session is about.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Agenda {
    /// Its own topic, beside the title of the activity.
    pub topic: Option<String>,
    /// The questions in their order.
    pub questions: Vec<Question>,
}

/// Somebody who speaks and has no account (F7).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guest {
    /// The name.
    pub name: String,
    /// The post.
    pub post: Option<String>,
    /// The organisation.
    pub organisation: Option<String>,
    /// What about.
    pub topic: Option<String>,
}

/// A session that is held at somebody else's (F8).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    /// The organisation that receives the group.
    pub host: String,
    /// Where.
    pub address: String,
    /// Who meets the group.
    pub contact: Option<String>,
    /// The telephone of whoever meets it.
    pub phone: Option<String>,
    /// What to bring.
    pub bring: Option<String>,
}

/// Why a visit cannot be reported yet: a report tells what was seen, and before the beginning there is nothing to tell.
pub fn report_fault(starts_at: Moment, now: Moment) -> Option<Fault> {
    (now < starts_at).then(|| Fault::new("report", "report-too-early"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_visit_is_reported_from_its_beginning_on() {
        let ten = Moment::parse("2026-09-15T02:00:00Z").unwrap();
        assert!(report_fault(ten, ten.plus_seconds(-1)).is_some());
        assert!(report_fault(ten, ten).is_none());
    }
}
