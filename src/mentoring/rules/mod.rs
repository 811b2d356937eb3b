//! Which step of the path is next and what is missing for it, when contacts are due, how a child is named. Pure.

pub mod contacts;
pub mod learned;
pub mod mentee;
pub mod path;
pub mod words;

pub use learned::Learned;
pub use path::{Check, Facts, Interview, Lack, lacks, next_step};
pub use words::{CheckKind, ClosureReason, ConsentBy, ContactWay, StepKind};

use crate::kernel::Fault;

/// The longest note, application or reason, in characters.
pub const LONGEST_NOTE: usize = 4000;

/// The shortest reason, in characters: less is no word.
pub const SHORTEST_REASON: usize = 3;

/// How many days before its end a check is spoken of.
pub const EXPIRY_NOTICE_DAYS: i64 = 30;

/// What an organisation asks of its mentors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Academic hours of training before the match. Six are the promising practice of the MENTOR standard, two its
    /// least.
    pub training_hours: i32,
    /// How many of them in person.
    pub in_person_hours: i32,
    /// Contacts of the staff with a pair in its first month.
    pub first_contacts: i32,
    /// Months between the contacts after it.
    pub contact_months: i32,
    /// Whether people may apply by themselves.
    pub takes_applications: bool,
    /// The checks besides the certificate of no criminal record, which is always asked for.
    pub also: Vec<CheckKind>,
}

impl Asked {
    /// What holds until an organisation sets something else: six hours, two of them in person; two contacts in the first
    /// month and one a month after it.
    pub fn usual() -> Asked {
        Asked {
            training_hours: 6,
            in_person_hours: 2,
            first_contacts: 2,
            contact_months: 1,
            takes_applications: false,
            also: vec![CheckKind::Medical, CheckKind::HomeInspection],
        }
    }

    /// Every check that is asked for, the certificate of no criminal record first.
    pub fn checks(&self) -> Vec<CheckKind> {
        let also = CheckKind::ALL.into_iter().filter(|kind| self.also.contains(kind));
        let mut checks = vec![CheckKind::CriminalRecord];
        checks.extend(also.filter(|kind| *kind != CheckKind::CriminalRecord));
        checks
    }

    /// What is wrong with it. The least values are those of the MENTOR standard.
    pub fn faults(&self) -> Vec<Fault> {
        let bounds = |name: &str, value: i32, low: i32, high: i32| {
            let fault = Fault::new(name, "out-of-range").with("low", low).with("high", high);
            (!(low..=high).contains(&value)).then_some(fault)
        };
        let hours = bounds("training_hours", self.training_hours, 2, 250);
        let most = self.training_hours.clamp(2, 250);
        let faults = [
            hours,
            bounds("in_person_hours", self.in_person_hours, 2, most),
            bounds("first_contacts", self.first_contacts, 2, 8),
            bounds("contact_months", self.contact_months, 1, 3),
        ];
        faults.into_iter().flatten().collect()
    }
}

/// What is wrong with a reason or a note that must say something.
pub fn text_fault(field: &str, text: &str) -> Option<Fault> {
    let length = text.chars().count();
    if text.is_empty() {
        Some(Fault::new(field, "required"))
    } else if length < SHORTEST_REASON {
        Some(Fault::new(field, "mentoring-text-short").with("limit", SHORTEST_REASON))
    } else if length > LONGEST_NOTE {
        Some(Fault::new(field, "too-long").with("limit", LONGEST_NOTE))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_certificate_of_no_criminal_record_is_always_asked_for_and_only_once() {
        let none = Asked { also: Vec::new(), ..Asked::usual() };
        assert_eq!(none.checks(), [CheckKind::CriminalRecord]);
        let twice = Asked { also: vec![CheckKind::References, CheckKind::CriminalRecord], ..Asked::usual() };
        assert_eq!(twice.checks(), [CheckKind::CriminalRecord, CheckKind::References]);
    }

    #[test]
    fn less_than_the_standard_cannot_be_set() {
        assert_eq!(Asked::usual().faults(), Vec::new());
        let less = Asked {
            training_hours: 1,
            in_person_hours: 0,
            first_contacts: 1,
            contact_months: 4,
            ..Asked::usual()
        };
        let fields: Vec<String> = less.faults().into_iter().map(|fault| fault.field).collect();
        assert_eq!(fields, ["training_hours", "in_person_hours", "first_contacts", "contact_months"]);
        let more = Asked { training_hours: 6, in_person_hours: 7, ..Asked::usual() };
        assert_eq!(more.faults().len(), 1, "no more in person than in all");
    }
}
