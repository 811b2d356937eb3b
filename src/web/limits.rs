//! Who may try how often: passwords per account and address, short codes and public look-ups per address.

use super::guesses::{Guesses, Strikes};
use crate::kernel::{CheckInId, PersonId, Problem, ProblemCode};
use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota};
use std::num::NonZeroU32;
use std::time::Duration;

/// The limiters.
pub struct Limits {
    account: Guesses,
    address: Guesses,
    code: Guesses,
    arrival: Guesses,
    hall: Guesses,
    spoken: Strikes,
    letter: DefaultKeyedRateLimiter<String>,
    sender: DefaultKeyedRateLimiter<String>,
    look_up: DefaultKeyedRateLimiter<String>,
}

/// For how long an address that guessed too many short codes is not listened to.
const BARRED: Duration = Duration::from_secs(60);

/// So many wrong numbers said aloud are listened to at one opening of a check-in: ninety are soon gone through.
const SPOKEN: u32 = 3;

/// How long they are remembered, counted from the last: longer than anything that was scanned holds.
const SPOKEN_REMEMBERED: Duration = Duration::from_secs(60 * 60);

/// How many tries in a burst, and how many a minute after it.
#[derive(Debug, Clone, Copy)]
pub struct Allowance {
    /// At once.
    pub burst: u32,
    /// Then, a minute.
    pub per_minute: u32,
}

/// Who tries at a password: what it opens, and from which address where that counts.
#[derive(Debug, Clone)]
pub struct Trier {
    /// The account, or whatever else the password belongs to.
    pub account: String,
    /// Nothing where a whole group behind one address types the same password.
    pub address: Option<String>,
}

impl Limits {
    /// Limiters: passwords per account, passwords per address, look-ups per address.
    pub fn new(account: Allowance, address: Allowance, look_up: Allowance) -> Limits {
        let limiter = |allowance: Allowance| DefaultKeyedRateLimiter::keyed(quota(allowance));
        Limits {
            account: Guesses::new(account, None),
            address: Guesses::new(address, None),
            code: Guesses::new(look_up, Some(BARRED)),
            arrival: Guesses::new(account, Some(BARRED)),
            hall: Guesses::new(look_up, Some(BARRED)),
            spoken: Strikes::new(SPOKEN, SPOKEN_REMEMBERED),
            letter: limiter(account),
            sender: limiter(address),
            look_up: limiter(look_up),
        }
    }

    /// The limits of production: 5 wrong passwords an account and 30 an address at once, then one in 12 s and 2 s;
    /// a public look-up twice a second after 30.
    pub fn production() -> Limits {
        Limits::new(
            Allowance { burst: 5, per_minute: 5 },
            Allowance { burst: 30, per_minute: 30 },
            Allowance { burst: 30, per_minute: 120 },
        )
    }

    /// Whether somebody may try at a password.
    ///
    /// # Errors
    /// `TooManyRequests` with the seconds to wait, for the right password too.
    pub fn may_try(&self, trier: &Trier) -> Result<(), Problem> {
        if let Some(address) = &trier.address {
            self.address.may(address)?;
        }
        self.account.may(&trier.account)
    }

    /// A password was wrong.
    pub fn wrong_password(&self, trier: &Trier) {
        if let Some(address) = &trier.address {
            self.address.wrong(address);
        }
        self.account.wrong(&trier.account);
    }

    /// A letter to an address of mail that somebody asks for without being signed in.
    ///
    /// # Errors
    /// `TooManyRequests` with the seconds to wait.
    pub fn letter(&self, account: &str, address: &str) -> Result<(), Problem> {
        check(&self.sender, address)?;
        check(&self.letter, account)
    }

    /// A look at a public page that must not be combed through.
    ///
    /// # Errors
    /// `TooManyRequests` with the seconds to wait.
    pub fn look_up(&self, address: &str) -> Result<(), Problem> {
        check(&self.look_up, address)
    }

    /// Whether an address may try a short code at all. Right codes cost nothing: a whole hall may come in from
    /// behind one address.
    ///
    /// # Errors
    /// `TooManyRequests` for a minute after too many wrong ones, for right ones too.
    pub fn may_guess(&self, address: &str) -> Result<(), Problem> {
        self.code.may(address)
    }

    /// A code was wrong.
    pub fn wrong_guess(&self, address: &str) {
        self.code.wrong(address);
    }

    /// Whether somebody may show another code of a check-in.
    ///
    /// # Errors
    /// `TooManyRequests` for a minute after too many wrong ones.
    pub fn may_check_in(&self, person: PersonId) -> Result<(), Problem> {
        self.arrival.may(&person.to_string())
    }

    /// The code of a check-in was wrong. A hall may have one address, so an address that guesses too often bars
    /// nobody but those who guess: of them each has one try a minute then.
    pub fn wrong_check_in(&self, person: PersonId, address: &str) {
        let key = person.to_string();
        if self.hall.may(address).is_err() {
            self.arrival.bar(&key);
        }
        self.hall.wrong(address);
        self.arrival.wrong(&key);
    }

    /// Whether the number somebody gives at an opening counts at all: after too many wrong ones not even the right one
    /// does. A wrong one is counted in the same breath, so that many at once are no more than one after another.
    pub fn hears(&self, opening: CheckInId, person: PersonId, right: bool) -> bool {
        self.spoken.hears(&format!("spoken {opening} {person}"), right)
    }

    /// Forgets keys that have recovered, so that memory does not grow with strangers.
    pub fn sweep(&self) {
        for guesses in [&self.account, &self.address, &self.code, &self.arrival, &self.hall] {
            guesses.sweep();
        }
        self.spoken.sweep();
        for limiter in [&self.letter, &self.sender, &self.look_up] {
            limiter.retain_recent();
        }
    }
}

pub(super) fn quota(allowance: Allowance) -> Quota {
    let at_least_one = |number: u32| NonZeroU32::new(number).unwrap_or(NonZeroU32::MIN);
    Quota::per_minute(at_least_one(allowance.per_minute)).allow_burst(at_least_one(allowance.burst))
}

fn check(limiter: &DefaultKeyedRateLimiter<String>, key: &str) -> Result<(), Problem> {
    limiter.check_key(&key.to_owned()).map_err(|refused| {
        let wait = refused.wait_time_from(DefaultClock::default().now()).as_secs() + 1;
        Problem::new(ProblemCode::TooManyRequests).with("seconds", wait)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first refusal of many tries at once, after so many were let in, with the seconds to wait.
    fn first_refusal(tried: impl Fn(usize) -> Result<(), Problem>) -> (usize, u64) {
        let (number, problem) = (0..1_000).find_map(|number| Some((number, tried(number).err()?))).unwrap();
        let seconds = problem.args.iter().find(|(name, _)| name == "seconds").unwrap().1.parse().unwrap();
        (number, seconds)
    }

    #[test]
    fn production_hears_five_wrong_passwords_an_account_and_thirty_an_address_and_then_a_few_a_minute() {
        let limits = Limits::production();
        let wrong = |account: String, address: String| {
            let trier = Trier { account, address: Some(address) };
            limits.may_try(&trier)?;
            limits.wrong_password(&trier);
            Ok(())
        };
        let (heard, wait) = first_refusal(|number| wrong("one".to_owned(), format!("10.0.0.{number}")));
        assert!(heard == 5 && (11..=13).contains(&wait), "{heard} {wait}");
        let (heard, wait) =
            first_refusal(|number| wrong(format!("account-{number}"), "203.0.113.7".to_owned()));
        assert!(heard == 30 && (1..=3).contains(&wait), "{heard} {wait}");
        let (let_in, wait) = first_refusal(|_| limits.look_up("203.0.113.7"));
        assert!(let_in == 30 && wait == 1, "{let_in} {wait}");
    }

    #[test]
    fn guessing_codes_bars_who_guesses_and_never_the_hall_around_them() {
        let limits = Limits::production();
        let guess = |person: i64| {
            limits.may_check_in(PersonId(person))?;
            limits.wrong_check_in(PersonId(person), "203.0.113.7");
            Ok(())
        };
        let (heard, wait) = first_refusal(|_| guess(1));
        assert!(heard == 5 && (60..=61).contains(&wait), "{heard} {wait}");
        assert!(guess(2).is_ok() && guess(2).is_ok());
        // Many accounts behind one address: once it is used up, each of them has one wrong code.
        assert!((100..123).all(|person| guess(person).is_ok()));
        assert!(guess(500).is_ok() && guess(500).is_err());
        assert!(limits.may_check_in(PersonId(501)).is_ok());
    }

    #[test]
    fn three_wrong_numbers_at_one_opening_are_all_that_is_listened_to() {
        let limits = Limits::production();
        let hears = |opening, person, right| limits.hears(CheckInId(opening), PersonId(person), right);
        assert!((0..3).all(|_| hears(1, 1, false)));
        assert!(!hears(1, 1, false) && !hears(1, 1, true), "the right one neither");
        assert!(hears(1, 2, true) && hears(2, 1, true), "others, and another opening, are not barred");
    }

    #[test]
    fn a_class_of_forty_signs_in_from_behind_one_address() {
        let limits = Limits::production();
        for number in 0..40 {
            let trier = Trier { account: format!("pupil-{number}"), address: Some("203.0.113.7".to_owned()) };
            assert!((0..6).all(|_| limits.may_try(&trier).is_ok()));
        }
    }
}
