//! Who may try how often: sign-in per account and address, public look-ups per address.

use crate::kernel::{PersonId, Problem, ProblemCode};
use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota};
use std::collections::HashMap;
use std::num::NonZeroU32;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// The limiters.
pub struct Limits {
    account: DefaultKeyedRateLimiter<String>,
    address: DefaultKeyedRateLimiter<String>,
    look_up: DefaultKeyedRateLimiter<String>,
    guess: DefaultKeyedRateLimiter<String>,
    barred: Mutex<HashMap<String, Instant>>,
}

/// For how long an address that guessed too often is not listened to.
const BARRED: Duration = Duration::from_secs(60);

/// How many tries in a burst, and how many a minute after it.
#[derive(Debug, Clone, Copy)]
pub struct Allowance {
    /// At once.
    pub burst: u32,
    /// Then, a minute.
    pub per_minute: u32,
}

impl Limits {
    /// Limiters: sign-in per account, sign-in per address, look-ups per address.
    pub fn new(account: Allowance, address: Allowance, look_up: Allowance) -> Limits {
        let limiter = |allowance: Allowance| DefaultKeyedRateLimiter::keyed(quota(allowance));
        Limits {
            account: limiter(account),
            address: limiter(address),
            look_up: limiter(look_up),
            guess: limiter(look_up),
            barred: Mutex::default(),
        }
    }

    /// The limits of production: 5 tries an account and 30 an address at once, then one in 12 s and 2 s;
    /// a public look-up twice a second after 30.
    pub fn production() -> Limits {
        Limits::new(
            Allowance { burst: 5, per_minute: 5 },
            Allowance { burst: 30, per_minute: 30 },
            Allowance { burst: 30, per_minute: 120 },
        )
    }

    /// A try to sign in.
    ///
    /// # Errors
    /// `TooManyRequests` with the seconds to wait.
    pub fn sign_in(&self, account: &str, address: &str) -> Result<(), Problem> {
        check(&self.address, address)?;
        check(&self.account, account)
    }

    /// A try at a password that many people share, by one of them.
    ///
    /// # Errors
    /// `TooManyRequests` with the seconds to wait.
    pub fn shared_password(&self, key: &str) -> Result<(), Problem> {
        check(&self.account, key)
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
        let until = self.barred.lock().unwrap_or_else(PoisonError::into_inner).get(address).copied();
        match until.and_then(|until| until.checked_duration_since(Instant::now())) {
            Some(left) => Err(Problem::new(ProblemCode::TooManyRequests).with("seconds", left.as_secs() + 1)),
            None => Ok(()),
        }
    }

    /// A code was wrong.
    ///
    /// # Errors
    /// `TooManyRequests` when that was one too many.
    pub fn wrong_guess(&self, address: &str) -> Result<(), Problem> {
        check(&self.guess, address).inspect_err(|_| {
            let mut barred = self.barred.lock().unwrap_or_else(PoisonError::into_inner);
            barred.insert(address.to_owned(), Instant::now() + BARRED);
        })
    }

    /// Whether somebody may show another code of a check-in.
    ///
    /// # Errors
    /// `TooManyRequests` for a minute after too many wrong ones.
    pub fn may_check_in(&self, person: PersonId) -> Result<(), Problem> {
        self.may_guess(&checking_in(person))
    }

    /// The code of a check-in was wrong. A hall may have one address, so an address that guesses too often bars
    /// nobody but those who guess: of them each has one try a minute then.
    ///
    /// # Errors
    /// `TooManyRequests` when that was one too many.
    pub fn wrong_check_in(&self, person: PersonId, address: &str) -> Result<(), Problem> {
        let key = checking_in(person);
        let address = check(&self.guess, &format!("check-in from {address}"));
        check(&self.account, &key).and(address).inspect_err(|_| {
            let mut barred = self.barred.lock().unwrap_or_else(PoisonError::into_inner);
            barred.insert(key, Instant::now() + BARRED);
        })
    }

    /// Forgets keys that have recovered, so that memory does not grow with strangers.
    pub fn sweep(&self) {
        for limiter in [&self.account, &self.address, &self.look_up, &self.guess] {
            limiter.retain_recent();
        }
        let now = Instant::now();
        self.barred.lock().unwrap_or_else(PoisonError::into_inner).retain(|_, until| *until > now);
    }
}

fn checking_in(person: PersonId) -> String {
    format!("check-in {person}")
}

fn quota(allowance: Allowance) -> Quota {
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
    fn production_lets_five_in_per_account_and_thirty_per_address_and_then_a_few_a_minute() {
        let limits = Limits::production();
        let (let_in, wait) = first_refusal(|number| limits.sign_in("one", &format!("10.0.0.{number}")));
        assert!(let_in == 5 && (1..=12).contains(&wait), "{let_in} {wait}");
        let (let_in, wait) =
            first_refusal(|number| limits.sign_in(&format!("account-{number}"), "203.0.113.7"));
        assert!(let_in == 30 && (1..=2).contains(&wait), "{let_in} {wait}");
        let (let_in, wait) = first_refusal(|_| limits.look_up("203.0.113.7"));
        assert!(let_in == 30 && wait == 1, "{let_in} {wait}");
    }

    #[test]
    fn guessing_codes_bars_who_guesses_and_never_the_hall_around_them() {
        let limits = Limits::production();
        let guess = |person: i64| limits.wrong_check_in(PersonId(person), "203.0.113.7");
        let (let_in, _) = first_refusal(|_| guess(1));
        assert_eq!(let_in, 5);
        assert!(limits.may_check_in(PersonId(1)).is_err());
        assert!(limits.may_check_in(PersonId(2)).is_ok());
        // Many accounts behind one address: once it is used up, each of them has one wrong code.
        let (let_in, _) = first_refusal(|number| guess(100 + i64::try_from(number).unwrap()));
        assert!((20..=25).contains(&let_in), "{let_in}");
        assert!(guess(500).is_err() && limits.may_check_in(PersonId(500)).is_err());
        assert!(limits.may_check_in(PersonId(501)).is_ok());
    }
}
