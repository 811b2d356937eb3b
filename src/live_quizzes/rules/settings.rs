//! How a trainer sets a live quiz up.

use super::points::Worth;
use crate::kernel::{Fault, Problem};
use crate::questions::rules::QuestionKind;
use serde::{Deserialize, Serialize};

/// The fewest and the most seconds for a question.
pub const SECONDS: (i32, i32) = (5, 600);
/// The most points for right and for quick, each.
pub const POINTS: (i32, i32) = (0, 1000);
/// The fewest and the most teams.
pub const TEAMS: (i32, i32) = (2, 12);
/// How many people may play one live quiz.
pub const MOST_PLAYERS: usize = 1000;
/// The longest name of a guest, in characters.
pub const LONGEST_NAME: usize = 40;

/// How a live quiz is played.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// How many teams; nothing when everybody plays alone.
    pub teams: Option<i32>,
    /// Seconds for each question.
    pub seconds: i32,
    /// What an answer is worth.
    pub worth: Worth,
    /// Whether names stand on the projector.
    pub names: bool,
    /// Whether people without an account may play.
    pub guests: bool,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            teams: None,
            seconds: 30,
            worth: Worth { right: 500, quick: 500 },
            names: true,
            guests: true,
        }
    }
}

impl Settings {
    /// Settings within their bounds.
    ///
    /// # Errors
    /// `Invalid` with every fault.
    pub fn check(self) -> Result<Settings, Problem> {
        let mut faults = Vec::new();
        let mut within = |field: &str, value: i32, (low, high): (i32, i32)| {
            if !(low..=high).contains(&value) {
                faults.push(Fault::new(field, "out-of-range").with("low", low).with("high", high));
            }
        };
        within("seconds", self.seconds, SECONDS);
        within("right", self.worth.right, POINTS);
        within("quick", self.worth.quick, POINTS);
        if let Some(teams) = self.teams {
            within("teams", teams, TEAMS);
        }
        if faults.is_empty() { Ok(self) } else { Err(Problem::invalid(faults)) }
    }
}

/// Whether a question of this kind can be answered on a phone within a minute and marked at once. Gaps do not
/// fit the screen, and an essay waits for a person.
pub fn fits_a_phone(kind: QuestionKind) -> bool {
    !matches!(kind, QuestionKind::Gaps | QuestionKind::Essay)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_setting_out_of_its_bounds_is_named_at_once() {
        let wrong = Settings {
            teams: Some(1),
            seconds: 4,
            worth: Worth { right: -1, quick: 1001 },
            ..Settings::default()
        };
        let problem = wrong.check().unwrap_err();
        let fields: Vec<_> = problem.faults.iter().map(|fault| fault.field.as_str()).collect();
        assert_eq!(fields, ["seconds", "right", "quick", "teams"]);
        assert!(Settings::default().check().is_ok());
    }
}
