//! Tries at a secret, of which only the wrong ones cost: a whole class may sign in from behind one address.

use super::limits::{Allowance, quota};
use crate::kernel::{Problem, ProblemCode};
use governor::RateLimiter;
use governor::clock::{Clock as _, DefaultClock};
use governor::middleware::StateInformationMiddleware;
use governor::state::keyed::DefaultKeyedStateStore;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

type Keyed = RateLimiter<String, DefaultKeyedStateStore<String>, DefaultClock, StateInformationMiddleware>;

/// Wrong tries by key, and who has made so many that nobody listens for a while.
pub struct Guesses {
    wrong: Keyed,
    barred: Mutex<HashMap<String, Instant>>,
    bar: Duration,
}

impl Guesses {
    /// So many wrong tries at once and then so many a minute; after the last of them a key is not listened to for
    /// so long, or until it has one try again if nothing is said.
    pub fn new(allowance: Allowance, bar: Option<Duration>) -> Guesses {
        let quota = quota(allowance);
        Guesses {
            wrong: RateLimiter::keyed(quota).with_middleware(),
            barred: Mutex::default(),
            bar: bar.unwrap_or_else(|| quota.replenish_interval()),
        }
    }

    /// Whether somebody may try at all.
    ///
    /// # Errors
    /// `TooManyRequests` with the seconds to wait, for a right try as well: else it would tell itself apart.
    pub fn may(&self, key: &str) -> Result<(), Problem> {
        let until = self.barred.lock().unwrap_or_else(PoisonError::into_inner).get(key).copied();
        match until.and_then(|until| until.checked_duration_since(Instant::now())) {
            Some(left) => Err(Problem::new(ProblemCode::TooManyRequests).with("seconds", left.as_secs() + 1)),
            None => Ok(()),
        }
    }

    /// A try was wrong.
    pub fn wrong(&self, key: &str) {
        let wait = match self.wrong.check_key(&key.to_owned()) {
            Ok(state) if state.remaining_burst_capacity() > 0 => return,
            Ok(_) => self.bar,
            Err(refused) => self.bar.max(refused.wait_time_from(DefaultClock::default().now())),
        };
        let mut barred = self.barred.lock().unwrap_or_else(PoisonError::into_inner);
        barred.insert(key.to_owned(), Instant::now() + wait);
    }

    /// Nobody listens to a key for a while, however few its wrong tries were.
    pub fn bar(&self, key: &str) {
        let mut barred = self.barred.lock().unwrap_or_else(PoisonError::into_inner);
        barred.insert(key.to_owned(), Instant::now() + self.bar);
    }

    /// Forgets keys that have recovered.
    pub fn sweep(&self) {
        self.wrong.retain_recent();
        let now = Instant::now();
        self.barred.lock().unwrap_or_else(PoisonError::into_inner).retain(|_, until| *until > now);
    }
}

/// Wrong tries that are not given back one by one: after so many nothing is listened to, right or wrong, until the
/// last of them is long ago.
pub struct Strikes {
    most: u32,
    remembered: Duration,
    wrong: Mutex<HashMap<String, (u32, Instant)>>,
}

impl Strikes {
    /// So many wrong tries, remembered for so long after the last.
    pub fn new(most: u32, remembered: Duration) -> Strikes {
        Strikes { most, remembered, wrong: Mutex::default() }
    }

    /// Whether a try counts; a wrong one that does is remembered in the same breath.
    pub fn hears(&self, key: &str, right: bool) -> bool {
        let mut wrong = self.wrong.lock().unwrap_or_else(PoisonError::into_inner);
        let fresh = wrong.get(key).filter(|(_, last)| last.elapsed() < self.remembered);
        let so_far = fresh.map_or(0, |(tries, _)| *tries);
        if so_far >= self.most {
            return false;
        }
        if !right {
            wrong.insert(key.to_owned(), (so_far + 1, Instant::now()));
        }
        true
    }

    /// Forgets keys whose last wrong try is long ago.
    pub fn sweep(&self) {
        let mut wrong = self.wrong.lock().unwrap_or_else(PoisonError::into_inner);
        wrong.retain(|_, (_, last)| last.elapsed() < self.remembered);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many wrong tries in a row are listened to, and the seconds to wait then.
    fn listened_to(guesses: &Guesses) -> (usize, u64) {
        let tries = (0..1_000).find_map(|number| {
            let problem = guesses.may("somebody").err();
            guesses.wrong("somebody");
            problem.map(|problem| (number, problem))
        });
        let (number, problem) = tries.unwrap();
        (number, problem.args.iter().find(|(name, _)| name == "seconds").unwrap().1.parse().unwrap())
    }

    #[test]
    fn five_wrong_tries_are_listened_to_and_then_one_in_twelve_seconds() {
        let guesses = Guesses::new(Allowance { burst: 5, per_minute: 5 }, None);
        let (heard, wait) = listened_to(&guesses);
        assert!(heard == 5 && (11..=13).contains(&wait), "{heard} {wait}");
        assert!(guesses.may("somebody else").is_ok());
    }

    #[test]
    fn a_right_try_costs_nothing_and_a_bar_can_be_longer() {
        let guesses = Guesses::new(Allowance { burst: 3, per_minute: 120 }, Some(Duration::from_secs(60)));
        assert!((0..1_000).all(|_| guesses.may("somebody").is_ok()));
        let (heard, wait) = listened_to(&guesses);
        assert!(heard == 3 && (60..=61).contains(&wait), "{heard} {wait}");
    }

    #[test]
    fn strikes_are_forgotten_together_when_the_last_is_long_ago() {
        let strikes = Strikes::new(2, Duration::from_millis(50));
        assert!(strikes.hears("somebody", false) && strikes.hears("somebody", false));
        assert!(!strikes.hears("somebody", true) && strikes.hears("somebody else", true));
        std::thread::sleep(Duration::from_millis(60));
        assert!(strikes.hears("somebody", true));
        strikes.sweep();
        assert!(strikes.wrong.lock().unwrap().is_empty());
    }

    #[test]
    fn who_has_recovered_is_forgotten() {
        let guesses = Guesses::new(Allowance { burst: 1, per_minute: 60_000 }, None);
        guesses.wrong("somebody");
        std::thread::sleep(Duration::from_millis(20));
        guesses.sweep();
        assert!(guesses.wrong.is_empty() && guesses.barred.lock().unwrap().is_empty());
    }
}
