//! What comes of an order: who leaves or comes back with its signature, and what cancelling a paper of each kind undoes.

use super::words::OrderKind;
use crate::kernel::{Moment, words};

words! {
    /// What is so again once a paper is cancelled.
    Undone {
        /// Its people are in no order of enrolment; they stay in the edition and get another order.
        NotEnrolled = "not_enrolled",
        /// There is no such commission; the one before it certifies again, or another one is appointed.
        NoCommission = "no_commission",
        /// How the assessment went is not on paper; another sheet is made.
        NotAssessed = "not_assessed",
        /// Nothing is decided on the sheet; another protocol confirms it.
        NotDecided = "not_decided",
        /// Its people study again; without another closing order no document is issued to them.
        StudiesAgain = "studies_again",
        /// The person was not expelled, and comes back into the edition if that is possible.
        ComesBack = "comes_back",
        /// The corrected paper reads as it was signed.
        ReadsAsSigned = "reads_as_signed",
    }
}

/// What cancelling a paper of a kind undoes; nothing for a cancellation, which stays: the paper is made anew instead.
pub fn undone(kind: OrderKind) -> Option<Undone> {
    match kind {
        OrderKind::Enrolment => Some(Undone::NotEnrolled),
        OrderKind::Commission => Some(Undone::NoCommission),
        OrderKind::AssessmentSheet => Some(Undone::NotAssessed),
        OrderKind::Protocol => Some(Undone::NotDecided),
        OrderKind::Closing => Some(Undone::StudiesAgain),
        OrderKind::Expulsion => Some(Undone::ComesBack),
        OrderKind::Correction => Some(Undone::ReadsAsSigned),
        OrderKind::Cancellation => None,
    }
}

words! {
    /// Whether whoever was expelled comes back into the edition when the order is cancelled.
    Return {
        /// Comes back.
        Comes = "comes",
        /// Is in the edition: was enrolled again before.
        There = "there",
        /// Left in another way than with this order, which the cancellation does not undo.
        LeftOtherwise = "left_otherwise",
        /// The edition is over: nobody is enrolled any more.
        EditionOver = "edition_over",
        /// All places are taken.
        EditionFull = "edition_full",
        /// The account is closed.
        AccountClosed = "account_closed",
    }
}

/// What decides whether somebody comes back: what enrolling asks, and how they left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Left {
    /// Since when the person is withdrawn.
    pub withdrawn_at: Option<Moment>,
    /// When the order of expulsion was signed: with it, in the same moment, the person left.
    pub expelled_at: Option<Moment>,
    /// Whether the edition is over.
    pub over: bool,
    /// Whether all its places are taken.
    pub full: bool,
    /// Whether the account is closed.
    pub closed: bool,
}

/// Whether somebody comes back.
pub fn returns(left: Left) -> Return {
    if left.withdrawn_at.is_none() {
        Return::There
    } else if left.withdrawn_at != left.expelled_at {
        Return::LeftOtherwise
    } else if left.over {
        Return::EditionOver
    } else if left.closed {
        Return::AccountClosed
    } else if left.full {
        Return::EditionFull
    } else {
        Return::Comes
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::Word as _;

    #[test]
    fn cancelling_each_kind_undoes_what_that_kind_did() {
        let table = [
            ("enrolment", Some("not_enrolled")),
            ("commission", Some("no_commission")),
            ("assessment_sheet", Some("not_assessed")),
            ("protocol", Some("not_decided")),
            ("closing", Some("studies_again")),
            ("expulsion", Some("comes_back")),
            ("correction", Some("reads_as_signed")),
            ("cancellation", None),
        ];
        assert_eq!(table.len(), OrderKind::WORDS.len());
        for (kind, expected) in table {
            let kind = OrderKind::parse(kind).unwrap();
            assert_eq!(undone(kind).map(Undone::as_str), expected, "{kind:?}");
        }
    }

    #[test]
    fn whoever_left_with_the_order_comes_back_where_enrolling_allows_it() {
        let at = Moment::parse("2026-10-01T09:00:00Z").unwrap();
        let left =
            Left { withdrawn_at: Some(at), expelled_at: Some(at), over: false, full: false, closed: false };
        assert_eq!(returns(left), Return::Comes);
        assert_eq!(returns(Left { withdrawn_at: None, ..left }), Return::There);
        let by_hand = Some(at.plus_minutes(-60));
        assert_eq!(returns(Left { withdrawn_at: by_hand, ..left }), Return::LeftOtherwise);
        assert_eq!(returns(Left { over: true, full: true, ..left }), Return::EditionOver);
        assert_eq!(returns(Left { full: true, ..left }), Return::EditionFull);
        assert_eq!(returns(Left { closed: true, ..left }), Return::AccountClosed);
    }
}
