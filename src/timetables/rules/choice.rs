//! What of a dry run is booked.

use crate::kernel::Fault;
use std::collections::HashSet;

/// How a line of a dry run stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Nothing speaks against it.
    Free,
    /// It can be booked, but somebody should look first: a day off, or an activity that has a session already.
    Look,
    /// People of the edition are asked elsewhere: it takes a reason.
    Busy,
    /// It cannot be booked.
    Faulty,
}

impl State {
    /// Whether it is chosen unless somebody says otherwise.
    pub fn is_chosen_at_first(self) -> bool {
        self == State::Free
    }

    /// Whether it can be chosen at all.
    pub fn can_be_chosen(self) -> bool {
        self != State::Faulty
    }
}

/// What somebody chose of the lines of a dry run.
#[derive(Debug, Clone, Default)]
pub struct Chosen {
    /// The lines to be booked, by key.
    pub keys: Vec<String>,
    /// Whether lines that cannot be booked are left out knowingly.
    pub skip: bool,
    /// Why it is held although people are asked elsewhere.
    pub despite: Option<String>,
}

impl Chosen {
    /// What stands in the way of booking what was chosen.
    pub fn faults(&self, lines: &[(String, State)]) -> Vec<Fault> {
        let mut faults = Vec::new();
        let keys: HashSet<&String> = self.keys.iter().collect();
        let known: HashSet<&String> = lines.iter().map(|(key, _)| key).collect();
        let state = |wanted: State| lines.iter().filter(move |(_, state)| *state == wanted);
        let faulty = state(State::Faulty).count();
        if keys.iter().any(|key| !known.contains(*key))
            || state(State::Faulty).any(|(key, _)| keys.contains(key))
        {
            faults.push(Fault::new("line", "dates-changed"));
        } else if keys.is_empty() {
            faults.push(Fault::new("line", "dates-none-chosen"));
        }
        if faulty > 0 && !self.skip {
            faults.push(Fault::new("skip", "dates-with-faults").with("count", faulty));
        }
        if self.despite.is_none() && state(State::Busy).any(|(key, _)| keys.contains(key)) {
            faults.push(Fault::new("despite_reason", "despite-reason"));
        }
        faults
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines() -> Vec<(String, State)> {
        [("a", State::Free), ("b", State::Look), ("c", State::Busy), ("d", State::Faulty)]
            .map(|(key, state)| (key.to_owned(), state))
            .into()
    }

    fn codes(keys: &[&str], skip: bool, despite: Option<&str>) -> Vec<String> {
        let keys = keys.iter().map(|key| (*key).to_owned()).collect();
        let chosen = Chosen { keys, skip, despite: despite.map(str::to_owned) };
        chosen.faults(&lines()).into_iter().map(|fault| fault.code).collect()
    }

    #[test]
    fn lines_with_faults_are_left_out_only_knowingly() {
        assert_eq!(codes(&["a"], false, None), ["dates-with-faults"]);
        assert!(codes(&["a", "b"], true, None).is_empty());
        assert_eq!(codes(&["a", "d"], true, None), ["dates-changed"], "a line became faulty meanwhile");
        assert_eq!(codes(&["e"], true, None), ["dates-changed"], "the series was changed after the dry run");
        assert_eq!(codes(&[], true, None), ["dates-none-chosen"]);
    }

    #[test]
    fn people_who_are_asked_elsewhere_take_a_reason() {
        assert_eq!(codes(&["a", "c"], true, None), ["despite-reason"]);
        assert!(codes(&["a", "c"], true, Some("Общий выезд")).is_empty());
    }
}
