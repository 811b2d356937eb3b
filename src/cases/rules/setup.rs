//! How an edition takes a case: by how many it is graded, when grades are released, until when it is handed in.

use super::term::due_at;
use crate::editions::rules::Term;
use crate::kernel::{Fault, Moment, Permille, ZoneName, words};
use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

words! {
    /// Who gets a work to grade that was just handed in.
    Allocation {
        /// Nobody: whoever opens it first.
        None = "none",
        /// The edition's trainers in turn.
        RoundRobin = "round_robin",
        /// One trainer for all works of one sending organisation.
        ByOrganisation = "by_organisation",
    }
}

words! {
    /// What becomes of a work after its deadline.
    LateRule {
        /// It is taken and marked as late.
        Accepted = "accepted",
        /// It is taken, and loses a share of its points for each day.
        Deducted = "deducted",
        /// It is not taken, at once or some days later.
        Refused = "refused",
    }
}

/// When a decided grade reaches its author.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Release {
    /// With the decision.
    #[default]
    AtOnce,
    /// When a trainer releases it.
    ByHand,
    /// At this moment; what is decided later, at once.
    At(Moment),
}

impl Release {
    /// Whether a grade decided now is released with its decision.
    pub fn at_once(self, now: Moment) -> bool {
        match self {
            Release::AtOnce => true,
            Release::ByHand => false,
            Release::At(at) => at <= now,
        }
    }

    /// The word of a form.
    pub fn as_str(self) -> &'static str {
        match self {
            Release::AtOnce => "at_once",
            Release::ByHand => "by_hand",
            Release::At(_) => "at",
        }
    }

    /// Every word of a form.
    pub const WORDS: [&'static str; 3] = ["at_once", "by_hand", "at"];
}

/// What an edition has set for a case. What an older setup does not name is as in an edition without one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CaseSetup {
    /// By how many a work is graded independently: 1 or 2.
    pub graders: u8,
    /// Two totals that are further apart than this share of the rubric's points go to a third grader.
    pub disagreement_permille: Permille,
    /// Whether graders see numbers instead of authors until the grade is released.
    pub blind: bool,
    /// When a decided grade reaches its author.
    pub release: Release,
    /// Who gets a work that was just handed in.
    pub allocation: Allocation,
    /// What becomes of a work after its deadline.
    pub late: LateRule,
    /// The share of its points that a late work loses for each day that has begun, where the rule takes any.
    pub late_per_day: Permille,
    /// The most it loses.
    pub late_most: Permille,
    /// Days of 24 hours for which a late work is still taken, where the rule refuses.
    pub late_days: u32,
    /// The last day in time, in the edition's zone, instead of the programme's.
    pub due_on: Option<NaiveDate>,
}

impl Default for CaseSetup {
    fn default() -> CaseSetup {
        CaseSetup {
            graders: 1,
            disagreement_permille: Permille(200),
            blind: false,
            release: Release::AtOnce,
            allocation: Allocation::None,
            late: LateRule::Accepted,
            late_per_day: Permille(100),
            late_most: Permille(500),
            late_days: 0,
            due_on: None,
        }
    }
}

impl CaseSetup {
    /// The first instant at which a work is late: after the edition's own last day for this case, or else after the
    /// programme's, or after a later one that somebody was given; never after the edition itself.
    pub fn due_at(&self, term: &Term, due_days: Option<u32>, extended: Option<NaiveDate>) -> Moment {
        due_at(term, due_days, self.due_on, extended)
    }
}

/// The moment of a release that a form names by day and time in the edition's zone.
///
/// # Errors
/// The fault of a word that is none, or of a missing day.
pub fn release_of(
    word: &str,
    day: Option<NaiveDate>,
    time: Option<NaiveTime>,
    zone: ZoneName,
) -> Result<Release, Fault> {
    match (word, day) {
        ("at_once", _) => Ok(Release::AtOnce),
        ("by_hand", _) => Ok(Release::ByHand),
        ("at", Some(day)) => Ok(Release::At(zone.instant(day, time.unwrap_or(NaiveTime::MIN)))),
        ("at", None) => Err(Fault::new("release_on", "required")),
        _ => Err(Fault::new("release", "unknown")),
    }
}

/// What is wrong with a setup that a program sent.
pub fn check(setup: &CaseSetup) -> Vec<Fault> {
    let mut faults = Vec::new();
    if !(1..=2).contains(&setup.graders) {
        faults.push(Fault::new("graders", "out-of-range").with("low", 1).with("high", 2));
    }
    if !(0..=1000).contains(&setup.disagreement_permille.0) {
        faults.push(Fault::new("disagreement_permille", "out-of-range").with("low", 0).with("high", 1000));
    }
    for (name, share) in [("late_per_day", setup.late_per_day), ("late_most", setup.late_most)] {
        if !(0..=1000).contains(&share.0) {
            faults.push(Fault::new(name, "out-of-range").with("low", 0).with("high", 1000));
        }
    }
    if setup.late_days > 365 {
        faults.push(Fault::new("late_days", "out-of-range").with("low", 0).with("high", 365));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_older_setup_reads_and_lacks_nothing() {
        let read: CaseSetup = serde_json::from_str(r#"{"graders":2,"blind":true}"#).unwrap();
        assert_eq!(read, CaseSetup { graders: 2, blind: true, ..CaseSetup::default() });
        let at = CaseSetup { release: Release::At(Moment::parse("2026-10-01T06:00:00Z").unwrap()), ..read };
        assert_eq!(serde_json::from_str::<CaseSetup>(&serde_json::to_string(&at).unwrap()).unwrap(), at);
    }

    #[test]
    fn a_grade_is_released_with_its_decision_only_after_the_set_time() {
        let at = |text| Moment::parse(text).unwrap();
        let release = release_of("at", "2026-10-01".parse().ok(), "09:00:00".parse().ok(), ZoneName::MOSCOW);
        let release = release.unwrap();
        assert_eq!(release, Release::At(at("2026-10-01T06:00:00Z")));
        assert!(!release.at_once(at("2026-10-01T05:59:59Z")) && release.at_once(at("2026-10-01T06:00:00Z")));
        assert!(Release::AtOnce.at_once(at("2026-01-01T00:00:00Z")));
        assert!(!Release::ByHand.at_once(at("2036-01-01T00:00:00Z")));
    }

    #[test]
    fn the_editions_last_day_holds_where_the_edition_is() {
        let at = |text| Moment::parse(text).unwrap();
        let day = |text: &str| text.parse().unwrap();
        let zone = ZoneName::parse("Asia/Irkutsk").unwrap();
        let term = Term { starts_on: day("2026-09-01"), ends_on: day("2026-11-30"), zone };
        let setup = CaseSetup { due_on: Some(day("2026-10-10")), ..CaseSetup::default() };
        assert_eq!(setup.due_at(&term, Some(3), None), at("2026-10-10T16:00:00Z"));
        assert_eq!(setup.due_at(&term, Some(3), Some(day("2026-10-12"))), at("2026-10-12T16:00:00Z"));
        let after = CaseSetup { due_on: Some(day("2027-01-01")), ..CaseSetup::default() };
        assert_eq!(after.due_at(&term, None, None), term.ends_at());
        let usual = CaseSetup::default();
        assert_eq!(usual.due_at(&term, Some(3), None), due_at(&term, Some(3), None, None));
    }

    #[test]
    fn what_a_program_sends_is_within_bounds() {
        assert!(check(&CaseSetup::default()).is_empty());
        let wrong = CaseSetup { graders: 3, disagreement_permille: Permille(1001), ..CaseSetup::default() };
        assert_eq!(check(&wrong).len(), 2);
        let fault = release_of("at", None, None, ZoneName::MOSCOW).unwrap_err();
        assert_eq!((fault.field.as_str(), fault.code.as_str()), ("release_on", "required"));
        assert!(release_of("soon", None, None, ZoneName::MOSCOW).is_err());
    }
}
