//! Until when a certificate holds, and when its holder is reminded that the time is nearly over. Pure.
//!
//! Documents of qualification have no such time: 273-ФЗ knows none. Certificates are the organisation's own papers (art. 60
//! part 15), so it says on the edition for how many months they hold.

use crate::programmes::rules::words::DocumentKind;
use chrono::{Days, Months, NaiveDate};

/// So many days before the last one the holder is reminded.
const LEAD: u64 = 30;
/// So many where the whole time is shorter than [`SHORT`] days.
const SHORT_LEAD: u64 = 7;
const SHORT: i64 = 90;

/// From when until when a document of a course holds, both days counted; nothing for ever. A time of months ends on the same
/// day of its last month, or on the last day of a month that has none (Civil Code of Russia, art. 192 part 3).
pub fn of(kind: DocumentKind, months: Option<u16>, issued_on: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let own = matches!(kind, DocumentKind::ParticipationCertificate | DocumentKind::MentorCertificate);
    let months = months.filter(|_| own)?;
    Some((issued_on, issued_on.checked_add_months(Months::new(u32::from(months)))?))
}

/// The day on which the holder is reminded.
pub fn reminded_on((from, until): (NaiveDate, NaiveDate)) -> NaiveDate {
    let lead = if (until - from).num_days() < SHORT { SHORT_LEAD } else { LEAD };
    until.checked_sub_days(Days::new(lead)).unwrap_or(from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn row_81_a_certificate_holds_for_its_months_and_a_qualification_for_ever() {
        let until = |kind, months, from| of(kind, months, day(from)).map(|(_, until)| until.to_string());
        let certificate = DocumentKind::ParticipationCertificate;
        assert_eq!(until(certificate, Some(36), "2026-12-01").as_deref(), Some("2029-12-01"));
        assert_eq!(until(certificate, Some(1), "2027-01-31").as_deref(), Some("2027-02-28"));
        assert_eq!(until(certificate, None, "2026-12-01"), None);
        assert_eq!(
            until(DocumentKind::MentorCertificate, Some(12), "2028-02-29").as_deref(),
            Some("2029-02-28")
        );
        for kind in [DocumentKind::AdvancedTrainingCertificate, DocumentKind::RetrainingDiploma] {
            assert_eq!(until(kind, Some(36), "2026-12-01"), None, "{kind:?}");
        }
    }

    #[test]
    fn a_month_before_the_end_or_a_week_where_the_time_is_short() {
        assert_eq!(reminded_on((day("2026-12-01"), day("2027-12-01"))), day("2027-11-01"));
        assert_eq!(reminded_on((day("2026-12-01"), day("2027-01-01"))), day("2026-12-25"));
    }
}
