//! What a proof must say, and what lets somebody in. Pure.

use crate::kernel::{Fault, Problem};
use crate::programmes::rules::words::DocumentKind;
use chrono::{Datelike, NaiveDate};

/// The longest name of whoever issued a proof, in characters.
pub const LONGEST_ISSUER: usize = 200;
/// The longest number of a proof.
pub const LONGEST_NUMBER: usize = 100;
/// The longest reason of a refusal.
pub const LONGEST_REASON: usize = 500;
/// No document shown here is older.
const FIRST_YEAR: i32 = 1990;

/// The kinds of document that say that a whole programme was completed.
pub const COMPLETING: &[DocumentKind] = &[
    DocumentKind::AdvancedTrainingCertificate,
    DocumentKind::RetrainingDiploma,
    DocumentKind::ParticipationCertificate,
    DocumentKind::MentorCertificate,
];

/// A proof as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// Who issued it.
    pub issuer: String,
    /// Its number.
    pub number: String,
    /// Its date, `2026-03-15` or `15.03.2026`.
    pub issued_on: String,
}

/// What a proof says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Proof {
    /// Who issued it.
    pub issuer: Option<String>,
    /// Its number.
    pub number: Option<String>,
    /// Its date.
    pub issued_on: Option<NaiveDate>,
}

impl Draft {
    /// Reads it: a file is enough; without one, issuer, number and date are needed, so that somebody can ask the issuer.
    ///
    /// # Errors
    /// `Invalid` with every fault.
    pub fn check(&self, has_file: bool, today: NaiveDate) -> Result<Proof, Problem> {
        let mut faults = Vec::new();
        let lines = [("issuer", &self.issuer, LONGEST_ISSUER), ("number", &self.number, LONGEST_NUMBER)];
        for (field, text, limit) in lines {
            if text.trim().chars().count() > limit {
                faults.push(Fault::new(field, "too-long").with("limit", limit));
            }
        }
        let typed = self.issued_on.trim();
        let issued_on =
            ["%Y-%m-%d", "%d.%m.%Y"].iter().find_map(|way| NaiveDate::parse_from_str(typed, way).ok());
        match issued_on {
            None if !typed.is_empty() => faults.push(Fault::new("issued_on", "not-a-date")),
            Some(day) if day > today || day.year() < FIRST_YEAR => {
                faults.push(Fault::new("issued_on", "proof-date").with("year", FIRST_YEAR));
            }
            _ => {}
        }
        if !has_file {
            let texts =
                [("issuer", self.issuer.trim()), ("number", self.number.trim()), ("issued_on", typed)];
            let missing: Vec<Fault> = texts
                .iter()
                .filter(|(_, text)| text.is_empty())
                .map(|(field, _)| Fault::new(*field, "proof-or-file"))
                .collect();
            faults.extend(missing);
        }
        if !faults.is_empty() {
            return Err(Problem::invalid(faults));
        }
        let some = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        Ok(Proof { issuer: some(&self.issuer), number: some(&self.number), issued_on })
    }
}

/// What was decided about a proof.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// It is good.
    Approved,
    /// It is not, for this reason.
    Refused(String),
}

impl Decision {
    /// Reads a decision: `approve`, or `refuse` with a reason.
    ///
    /// # Errors
    /// `Invalid` for another word, and for a refusal without a reason.
    pub fn read(word: &str, reason: &str) -> Result<Decision, Problem> {
        let fault = |field: &str, code| Problem::invalid(vec![Fault::new(field, code)]);
        let reason = reason.trim();
        match word {
            "approve" => Ok(Decision::Approved),
            "refuse" if reason.is_empty() => Err(fault("reason", "proof-reason")),
            "refuse" if reason.chars().count() > LONGEST_REASON => {
                let long = Fault::new("reason", "too-long").with("limit", LONGEST_REASON);
                Err(Problem::invalid(vec![long]))
            }
            "refuse" => Ok(Decision::Refused(reason.to_owned())),
            _ => Err(fault("decision", "choose-one")),
        }
    }
}

/// How far somebody is on the way into an edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// The programme was completed here: the number of the document.
    Recognised(String),
    /// A proof of a course elsewhere was approved.
    Approved,
    /// A proof waits for a decision.
    Waiting,
    /// The last proof was refused, for this reason.
    Refused(String),
    /// Nothing is known.
    Missing,
}

impl Entry {
    /// What follows from a document of this place and from the proofs, the newest first: decisions, or nothing yet.
    pub fn of(recognised: Option<String>, proofs: &[Option<Decision>]) -> Entry {
        if let Some(number) = recognised {
            return Entry::Recognised(number);
        }
        if proofs.contains(&Some(Decision::Approved)) {
            return Entry::Approved;
        }
        if proofs.contains(&None) {
            return Entry::Waiting;
        }
        match proofs.first() {
            Some(Some(Decision::Refused(reason))) => Entry::Refused(reason.clone()),
            _ => Entry::Missing,
        }
    }

    /// Whether it lets somebody in.
    pub fn admits(&self) -> bool {
        matches!(self, Entry::Recognised(_) | Entry::Approved)
    }

    /// Whether the person may show a proof.
    pub fn asks(&self) -> bool {
        matches!(self, Entry::Refused(_) | Entry::Missing)
    }

    /// The word of the API and of texts.
    pub fn word(&self) -> &'static str {
        match self {
            Entry::Recognised(_) => "recognised",
            Entry::Approved => "approved",
            Entry::Waiting => "waiting",
            Entry::Refused(_) => "refused",
            Entry::Missing => "missing",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn draft(issuer: &str, number: &str, issued_on: &str) -> Draft {
        Draft { issuer: issuer.into(), number: number.into(), issued_on: issued_on.into() }
    }

    fn codes(draft: &Draft, has_file: bool) -> Vec<(String, String)> {
        let problem = draft.check(has_file, "2026-11-20".parse().unwrap()).unwrap_err();
        problem.faults.into_iter().map(|fault| (fault.field, fault.code)).collect()
    }

    #[test]
    fn m11_a_file_is_enough_and_without_one_issuer_number_and_date_are_needed() {
        let today = "2026-11-20".parse().unwrap();
        assert_eq!(Draft::default().check(true, today).unwrap(), Proof::default());
        let whole = draft(" МГУ ", "17/2026", "15.03.2026").check(false, today).unwrap();
        assert_eq!((whole.issuer.as_deref(), whole.issued_on), (Some("МГУ"), "2026-03-15".parse().ok()));
        let missing = codes(&draft("МГУ", " ", ""), false);
        let expected = [("number", "proof-or-file"), ("issued_on", "proof-or-file")];
        assert_eq!(missing, expected.map(|(field, code)| (field.to_owned(), code.to_owned())));
    }

    #[test]
    fn a_date_is_one_that_can_be() {
        for (typed, code) in
            [("2026-11-21", "proof-date"), ("1989-12-31", "proof-date"), ("31.02.2026", "not-a-date")]
        {
            let found = codes(&draft("МГУ", "1", typed), true);
            assert_eq!(found, [("issued_on".to_owned(), code.to_owned())], "{typed}");
        }
        assert_eq!(codes(&draft(&"М".repeat(201), "1", "2026-03-15"), false)[0].1, "too-long");
    }

    #[test]
    fn m11_a_refusal_needs_a_reason() {
        assert_eq!(Decision::read("approve", "").unwrap(), Decision::Approved);
        assert_eq!(
            Decision::read("refuse", " Не тот курс ").unwrap(),
            Decision::Refused("Не тот курс".into())
        );
        assert_eq!(Decision::read("refuse", " ").unwrap_err().faults[0].code, "proof-reason");
        assert_eq!(Decision::read("", "").unwrap_err().faults[0].field, "decision");
    }

    #[test]
    fn m11_a_document_of_this_place_lets_in_whatever_was_refused_before() {
        let refused = || Some(Decision::Refused("Не тот курс".into()));
        assert_eq!(Entry::of(Some("СУ-1".into()), &[refused()]), Entry::Recognised("СУ-1".into()));
        assert_eq!(Entry::of(None, &[refused(), Some(Decision::Approved)]), Entry::Approved);
        assert_eq!(Entry::of(None, &[None, refused()]), Entry::Waiting);
        assert_eq!(Entry::of(None, &[refused()]), Entry::Refused("Не тот курс".into()));
        assert_eq!(Entry::of(None, &[]), Entry::Missing);
    }

    proptest! {
        #[test]
        fn nobody_is_let_in_without_a_document_or_an_approval(decided in proptest::collection::vec(0u8..3, 0..8)) {
            let proofs: Vec<Option<Decision>> = decided
                .iter()
                .map(|word| match word {
                    0 => None,
                    1 => Some(Decision::Approved),
                    _ => Some(Decision::Refused("нет".into())),
                })
                .collect();
            let entry = Entry::of(None, &proofs);
            prop_assert_eq!(entry.admits(), decided.contains(&1));
            prop_assert!(!(entry.admits() && entry.asks()));
        }
    }
}
