//! Licences through time: which of them covers the days of an edition (273-ФЗ, ст. 91: education is given with a licence
//! from the day it was given). Pure.

use super::Profile;
use crate::kernel::{Fault, LicenceId};
use crate::programmes::rules::words::DocumentKind;
use chrono::NaiveDate;

/// The longest number of a licence, in characters.
pub const LONGEST: usize = 100;

/// A licence of an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Licence {
    /// The row.
    pub id: LicenceId,
    /// Its number.
    pub number: String,
    /// The day it was given.
    pub given_on: NaiveDate,
    /// Its last day; nothing where it holds for good.
    pub ends_on: Option<NaiveDate>,
}

impl Licence {
    /// Whether it holds on all days from the first to the last.
    pub fn covers(&self, (first, last): (NaiveDate, NaiveDate)) -> bool {
        self.given_on <= first && self.ends_on.is_none_or(|end| last <= end)
    }
}

/// What stands against a kind of paper at the end of an edition that was held from the first day to the last: a kind that
/// asks for a licence asks for one that covers these days. Where nobody has written any licence down with its days, nothing
/// can be compared.
pub fn fault(
    profile: &Profile,
    kind: DocumentKind,
    licences: &[Licence],
    (first, last): (NaiveDate, NaiveDate),
    field: &str,
) -> Option<Fault> {
    let rule = profile.kind(kind).filter(|rule| rule.licence)?;
    if licences.iter().any(|licence| licence.covers((first, last))) {
        return None;
    }
    let said = |day: NaiveDate| day.format("%d.%m.%Y").to_string();
    let named = |code, licence: &Licence| {
        Fault::new(field, code).with("rule", &rule.basis).with("number", &licence.number)
    };
    let begun = licences.iter().filter(|licence| licence.given_on <= first);
    // The licence nearest to the edition says most: that which ended in it or before, else the first that came too late.
    if let Some((licence, end)) =
        begun.filter_map(|licence| Some((licence, licence.ends_on?))).max_by_key(|(_, end)| *end)
    {
        let fault = named("country-licence-ended", licence);
        return Some(fault.with("ended", said(end)).with("end", said(last)));
    }
    let late = licences.iter().min_by_key(|licence| licence.given_on)?;
    let fault = named("country-licence-late", late);
    Some(fault.with("given", said(late.given_on)).with("start", said(first)))
}

/// What is wrong with a licence as it is to be written down.
pub fn faults(number: &str, given_on: NaiveDate, ends_on: Option<NaiveDate>, today: NaiveDate) -> Vec<Fault> {
    let mut faults = Vec::new();
    if number.is_empty() {
        faults.push(Fault::new("number", "required"));
    } else if number.chars().count() > LONGEST {
        faults.push(Fault::new("number", "too-long").with("limit", LONGEST));
    }
    if given_on > today {
        faults.push(Fault::new("given_on", "country-licence-ahead"));
    }
    if ends_on.is_some_and(|end| end < given_on) {
        let given = given_on.format("%d.%m.%Y");
        faults.push(Fault::new("ends_on", "country-licence-order").with("given", given));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::super::{Country, shipped};
    use super::*;
    use chrono::Days;
    use proptest::prelude::*;

    const DIPLOMA: DocumentKind = DocumentKind::RetrainingDiploma;

    fn day(days: u64) -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, 1, 1).unwrap() + Days::new(days)
    }

    fn licence(given: u64, end: Option<u64>) -> Licence {
        Licence {
            id: LicenceId(1),
            number: "Л035-01298-77/00918274".into(),
            given_on: day(given),
            ends_on: end.map(day),
        }
    }

    fn code(kind: DocumentKind, licences: &[Licence], term: (u64, u64)) -> Option<String> {
        let russia = shipped::profile(Country::Ru);
        fault(&russia, kind, licences, (day(term.0), day(term.1)), "kind").map(|fault| fault.code)
    }

    #[test]
    fn row_06_an_edition_that_began_before_the_licence_gives_no_qualification() {
        let late = Some("country-licence-late".to_owned());
        for kind in [DocumentKind::AdvancedTrainingCertificate, DIPLOMA] {
            assert_eq!(code(kind, &[licence(10, None)], (9, 30)), late);
            assert_eq!(code(kind, &[licence(10, None)], (10, 30)), None);
        }
        assert_eq!(code(DocumentKind::ParticipationCertificate, &[licence(10, None)], (9, 30)), None);
        let ended = Some("country-licence-ended".to_owned());
        assert_eq!(code(DIPLOMA, &[licence(0, Some(20)), licence(25, None)], (10, 30)), ended);
        assert_eq!(code(DIPLOMA, &[licence(0, Some(20)), licence(25, None)], (25, 30)), None);
        assert_eq!(code(DIPLOMA, &[], (9, 30)), None, "nothing was written down");
        let kazakh = shipped::profile(Country::Kz);
        let asked = fault(&kazakh, DIPLOMA, &[licence(10, None)], (day(9), day(30)), "kind");
        assert_eq!(asked, None, "no licence is asked for there");
    }

    #[test]
    fn everything_that_is_wrong_with_a_licence_is_named() {
        let found = faults("", day(9), Some(day(8)), day(5));
        let codes: Vec<&str> = found.iter().map(|fault| fault.code.as_str()).collect();
        assert_eq!(codes, ["required", "country-licence-ahead", "country-licence-order"]);
        assert_eq!(faults("Л035", day(5), Some(day(5)), day(5)), []);
    }

    proptest! {
        #[test]
        fn row_06_no_qualification_is_given_for_days_without_a_licence(
            spans in prop::collection::vec((0u64..400, prop::option::of(0u64..300)), 1..4),
            start in 0u64..500, length in 0u64..90,
        ) {
            let licences: Vec<Licence> =
                spans.iter().map(|(given, more)| licence(*given, more.map(|more| given + more))).collect();
            let covered = spans.iter().any(|(given, more)| {
                *given <= start && more.is_none_or(|more| start + length <= given + more)
            });
            prop_assert_eq!(code(DIPLOMA, &licences, (start, start + length)).is_none(), covered);
        }
    }
}
