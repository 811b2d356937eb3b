//! The code on the projector: six digits out of a keyed hash of the session, the way of being there and the step
//! of ten seconds. Nothing is stored; the server's clock alone decides.

use crate::attendance::rules::Presence;
use crate::kernel::{Moment, SessionId};

/// How long a code stands on the projector, in seconds.
pub const STEP_SECONDS: i64 = 10;

/// How many steps before the present one are taken as well: who has just scanned may still be opening the page.
pub const STEPS_BACK: i64 = 2;

/// Which step a moment falls into.
pub fn step(at: Moment) -> i64 {
    at.0.timestamp().div_euclid(STEP_SECONDS)
}

/// For how many more seconds the code of a moment stands, from 1.
pub fn seconds_left(at: Moment) -> i64 {
    STEP_SECONDS - at.0.timestamp().rem_euclid(STEP_SECONDS)
}

/// What the code of a session is the keyed hash of.
pub fn message(session: SessionId, presence: Presence, step: i64) -> String {
    format!("{session}:{}:{step}", presence.as_str())
}

/// Six digits out of the number that a keyed hash begins with.
pub fn digits(number: u64) -> String {
    format!("{:06}", number % 1_000_000)
}

/// The way of being there that a code stands for at a moment, among those that are offered; `None` when it is
/// the code of another session, of another time, or no code at all.
pub fn stands_for(
    typed: &str,
    (session, at): (SessionId, Moment),
    offered: &[Presence],
    code_of: impl Fn(&str) -> String,
) -> Option<Presence> {
    let now = step(at);
    let fits = |presence: Presence| {
        (now - STEPS_BACK..=now).any(|step| code_of(&message(session, presence, step)) == typed)
    };
    offered.iter().copied().find(|presence| fits(*presence))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secrets::Secrets;
    use proptest::prelude::*;

    const BOTH: [Presence; 2] = [Presence::InPerson, Presence::Online];

    fn at(second: i64) -> Moment {
        Moment::parse("2026-09-15T02:00:00Z").unwrap().plus_seconds(second)
    }

    /// A code that is as long as what it is made of, so that two are never alike by chance.
    fn whole(message: &str) -> String {
        message.to_owned()
    }

    #[test]
    fn a_code_stands_for_twenty_to_thirty_seconds_and_not_a_second_longer() {
        let session = SessionId(7);
        let shown = whole(&message(session, Presence::InPerson, step(at(0))));
        let taken = |second| stands_for(&shown, (session, at(second)), &BOTH, whole);
        for second in [0, 9, 10, 29] {
            assert_eq!(taken(second), Some(Presence::InPerson), "{second}");
        }
        for second in [-1, 30, 24 * 60 * 60] {
            assert_eq!(taken(second), None, "{second}");
        }
        assert_eq!((seconds_left(at(0)), seconds_left(at(9)), seconds_left(at(10))), (10, 1, 10));
    }

    #[test]
    fn a_way_that_is_not_offered_is_not_taken() {
        let shown = whole(&message(SessionId(7), Presence::Online, step(at(0))));
        assert_eq!(stands_for(&shown, (SessionId(7), at(0)), &[Presence::InPerson], whole), None);
        assert_eq!(stands_for(&shown, (SessionId(7), at(0)), &BOTH, whole), Some(Presence::Online));
    }

    #[test]
    fn six_digits_of_others_fit_as_rarely_as_chance_has_it() {
        let secrets = Secrets::seeded([7; 32], 1);
        let code_of = |text: &str| digits(secrets.sealed_number("check-in-code", text));
        let own = code_of(&message(SessionId(1), Presence::InPerson, step(at(5))));
        assert_eq!(own.len(), 6);
        assert_eq!(stands_for(&own, (SessionId(1), at(5)), &BOTH, code_of), Some(Presence::InPerson));
        let foreign = (2..20_002)
            .filter(|session| {
                let theirs = code_of(&message(SessionId(*session), Presence::InPerson, step(at(5))));
                stands_for(&theirs, (SessionId(1), at(5)), &BOTH, code_of).is_some()
            })
            .count();
        // Six codes of a million fit at any moment: 0.12 of 20,000 guesses are to be expected.
        assert!(foreign <= 3, "{foreign} of 20,000");
        let other = Secrets::seeded([8; 32], 1);
        let elsewhere = digits(
            other.sealed_number("check-in-code", &message(SessionId(1), Presence::InPerson, step(at(5)))),
        );
        assert_ne!(own, elsewhere);
    }

    proptest! {
        #[test]
        fn a_code_of_another_session_another_way_or_another_step_never_passes(
            session in 1..10_000i64, other in 1..10_000i64, second in -100_000..100_000i64, away in 0..200_000i64,
        ) {
            let shown = whole(&message(SessionId(session), Presence::InPerson, step(at(second))));
            let taken = |session, second, offered: &[Presence]| {
                stands_for(&shown, (SessionId(session), at(second)), offered, whole)
            };
            prop_assert_eq!(taken(session, second, &BOTH), Some(Presence::InPerson));
            prop_assert_eq!(taken(session, second, &[Presence::Online]), None);
            if other != session {
                prop_assert_eq!(taken(other, second, &BOTH), None);
            }
            let later = taken(session, second + away, &BOTH);
            let steps = step(at(second + away)) - step(at(second));
            prop_assert_eq!(later.is_some(), steps <= STEPS_BACK);
            prop_assert!(away == 0 || taken(session, second - away - STEP_SECONDS, &BOTH).is_none());
        }
    }
}
