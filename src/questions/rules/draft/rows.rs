//! Rows of a draft that are added, removed and moved without saving anything.

use super::{Draft, DraftGap};
use crate::questions::rules::QuestionKind;

/// What a button of the form asks for besides saving: `add-choices`, `remove-pairs-2`, `up-hints-1`, `down-units-0`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Command {
    verb: String,
    list: String,
    place: usize,
}

impl Command {
    /// Reads the value of a button.
    pub fn parse(text: &str) -> Option<Command> {
        let mut parts = text.split('-');
        let (verb, list) = (parts.next()?.to_owned(), parts.next()?.to_owned());
        let place = parts.next().map_or(Some(0), |place| place.parse().ok())?;
        ["add", "remove", "up", "down"].contains(&verb.as_str()).then_some(Command { verb, list, place })
    }

    /// Does it to a list.
    fn on<T>(&self, rows: &mut Vec<T>, empty: impl FnOnce() -> T) {
        let last = rows.len().saturating_sub(1);
        match self.verb.as_str() {
            "add" if rows.len() < MOST => rows.push(empty()),
            "remove" if self.place < rows.len() => drop(rows.remove(self.place)),
            "up" if self.place > 0 && self.place <= last => rows.swap(self.place, self.place - 1),
            "down" if self.place < last => rows.swap(self.place, self.place + 1),
            _ => {}
        }
    }
}

/// The most rows of a list.
pub(super) const MOST: usize = 50;

impl Draft {
    /// Adds, removes or moves a row.
    pub fn apply(&mut self, command: &Command) {
        match command.list.as_str() {
            // A statement is true or false and nothing else.
            "choices" if self.kind != QuestionKind::TrueFalse => {
                command.on(&mut self.choices, Default::default)
            }
            "pairs" => command.on(&mut self.pairs, Default::default),
            "numbers" => command.on(&mut self.numbers, Default::default),
            "units" => command.on(&mut self.units, Default::default),
            "accepted" => command.on(&mut self.accepted, Default::default),
            "hints" => command.on(&mut self.hints, Default::default),
            "gaps" if command.verb == "add" => self.add_gap(),
            "gaps" => command.on(&mut self.gaps, Default::default),
            _ => {}
        }
    }

    /// Adds a gap with the next number.
    pub(super) fn add_gap(&mut self) {
        let numbers = self.gaps.iter().filter_map(|gap| gap.number.trim().parse::<u16>().ok());
        let number = numbers.max().unwrap_or(0).saturating_add(1);
        if self.gaps.len() < MOST {
            let gap =
                DraftGap { number: number.to_string(), kind: "choice".to_owned(), ..DraftGap::default() };
            self.gaps.push(gap);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_added_removed_and_moved_and_never_out_of_bounds() {
        let mut draft = Draft::empty(QuestionKind::One);
        for (place, choice) in draft.choices.iter_mut().enumerate() {
            choice.text.ru = place.to_string();
        }
        let mut said = |command: &str| {
            draft.apply(&Command::parse(command).unwrap());
            draft.choices.iter().map(|choice| choice.text.ru.clone()).collect::<Vec<_>>().join(",")
        };
        assert_eq!(said("add-choices"), "0,1,2,");
        assert_eq!(said("up-choices-2"), "0,2,1,");
        assert_eq!(said("down-choices-0"), "2,0,1,");
        assert_eq!(said("remove-choices-1"), "2,1,");
        for beyond in ["up-choices-0", "down-choices-2", "remove-choices-9", "add-nothing"] {
            assert_eq!(said(beyond), "2,1,", "{beyond}");
        }
        assert_eq!(Command::parse("save"), None);
        assert_eq!(Command::parse("drop-choices-1"), None);
    }

    #[test]
    fn gaps_get_the_next_number() {
        let mut draft = Draft::empty(QuestionKind::Gaps);
        draft.apply(&Command::parse("add-gaps").unwrap());
        draft.apply(&Command::parse("remove-gaps-0").unwrap());
        draft.apply(&Command::parse("add-gaps").unwrap());
        assert_eq!(draft.gaps.iter().map(|gap| gap.number.as_str()).collect::<Vec<_>>(), ["2", "3"]);
    }
}
