//! Where the consent of those who wrote an answer stands.

use crate::kernel::{Moment, words};

words! {
    /// Where it stands.
    Consent {
        /// Nobody has asked, or staff have taken the question back.
        None = "none",
        /// The author has not answered yet.
        Asked = "asked",
        /// Later editions read it.
        Agreed = "agreed",
        /// The author does not want that.
        Refused = "refused",
    }
}

/// Where it stands after the newest question: what was answered, and when the question ended.
pub fn consent(newest: Option<(Option<bool>, Option<Moment>)>) -> Consent {
    match newest {
        Some((Some(true), None)) => Consent::Agreed,
        Some((None, None)) => Consent::Asked,
        // Somebody who took a consent back has refused; whoever was never answered has only stopped asking.
        Some((Some(false), None)) => Consent::Refused,
        Some((_, Some(_))) | None => Consent::None,
    }
}

/// What comes of the answers of everybody who is asked: one who does not agree is enough, and so long as somebody has not
/// answered there is no consent.
pub fn agreed_by_all(answers: &[Option<bool>]) -> Option<bool> {
    if answers.contains(&Some(false)) {
        return Some(false);
    }
    (!answers.is_empty() && answers.iter().all(|one| *one == Some(true))).then_some(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_agree_or_one_does_not() {
        let (yes, no) = (Some(true), Some(false));
        assert_eq!(agreed_by_all(&[]), None);
        assert_eq!(agreed_by_all(&[yes, None]), None);
        assert_eq!(agreed_by_all(&[None, no]), Some(false), "nobody else has to be waited for");
        assert_eq!(agreed_by_all(&[yes, yes]), Some(true));
    }

    #[test]
    fn only_an_answer_that_still_holds_is_a_consent() {
        let ended = Some(Moment::from_utc(Default::default()));
        assert_eq!(consent(None), Consent::None);
        assert_eq!(consent(Some((None, None))), Consent::Asked);
        assert_eq!(consent(Some((Some(true), None))), Consent::Agreed);
        assert_eq!(consent(Some((Some(false), None))), Consent::Refused);
        assert_eq!(consent(Some((Some(true), ended))), Consent::None);
    }
}
