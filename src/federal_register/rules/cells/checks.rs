//! One cell after the other: cleaned, checked, put in its place.

use super::super::columns::{COLUMNS, letter};
use super::super::template::{Lists, Meaning};
use super::super::texts::{self, Dirt};
use super::{Issue, Level, NO_SERIES, Row};
use crate::kernel::Fault;
use crate::printing::filling::Value;
use chrono::{Datelike, NaiveDate};

/// A row under way.
pub(super) struct Check<'l> {
    lists: &'l Lists,
    cells: Vec<Value>,
    issues: Vec<Issue>,
}

impl<'l> Check<'l> {
    pub(super) fn new(lists: &'l Lists) -> Check<'l> {
        Check { lists, cells: vec![Value::Empty; COLUMNS], issues: Vec::new() }
    }

    pub(super) fn into_row(mut self) -> Row {
        self.issues.sort_by_key(|issue| issue.column);
        Row { cells: self.cells, issues: self.issues }
    }

    /// Notes something that keeps the document out of the file.
    pub(super) fn fault(&mut self, column: usize, code: &'static str, fill: impl FnOnce(Fault) -> Fault) {
        self.say(column, Level::Fault, fill(Fault::new(letter(column), code)));
    }

    fn say(&mut self, column: usize, level: Level, fault: Fault) {
        self.issues.push(Issue { column, level, fault });
    }

    fn put(&mut self, column: usize, value: Value) {
        if let Some(cell) = column.checked_sub(1).and_then(|place| self.cells.get_mut(place)) {
            *cell = value;
        }
    }

    /// A text: cleaned, what was found is told, and it is not too long.
    fn text(&mut self, column: usize, text: &str, longest: usize) -> String {
        let (text, found) = texts::clean(text);
        for dirt in found {
            let (level, code) = match dirt {
                Dirt::LookAlike => (Level::Warning, "federal-look-alike"),
                _ => (Level::Mended, "federal-mended"),
            };
            let fault = Fault::new(letter(column), code).with("what", dirt.as_str());
            self.say(column, level, fault.with("text", &text));
        }
        self.not_longer(column, &text, longest);
        self.put(column, Value::Text(text.clone()));
        text
    }

    fn not_longer(&mut self, column: usize, text: &str, longest: usize) {
        let length = text.chars().count();
        if length > longest {
            self.fault(column, "federal-too-long", |fault| {
                fault.with("limit", longest).with("length", length)
            });
        }
    }

    /// A word of ours, as the template spells it.
    pub(super) fn meaning(&mut self, column: usize, meaning: Meaning) {
        let value = self.lists.value(column, meaning);
        if value.is_empty() {
            self.fault(column, "federal-no-word", |fault| fault);
            return;
        }
        self.listed(column, value);
    }

    /// A value that somebody chose; it has to be there.
    pub(super) fn chosen(&mut self, column: usize, value: Option<&str>) {
        match value {
            Some(value) if self.lists.of(column).is_some() => self.listed(column, value.to_owned()),
            Some(value) => {
                self.text(column, value, 255);
            }
            None => self.fault(column, "federal-not-chosen", |fault| fault),
        }
    }

    /// A code, as the template's list writes it.
    pub(super) fn coded(&mut self, column: usize, code: &str) {
        let value = self.lists.coded(column, code);
        self.listed(column, value);
    }

    /// A value of the template's list, letter by letter.
    fn listed(&mut self, column: usize, value: String) {
        let list = self.lists.of(column);
        if let Some(list) = list.filter(|list| !list.values.contains(&value)) {
            let name = list.name.clone();
            let text = value.clone();
            self.fault(column, "federal-cell-not-in-list", |fault| {
                fault.with("text", text).with("list", name)
            });
        }
        self.put(column, Value::Text(value));
    }

    /// Series and number of a blank; without one the document has no series, and its registration number is its number.
    pub(super) fn series_and_number(
        &mut self,
        (series_at, number_at): (usize, usize),
        blank: Option<&(Option<String>, String)>,
        registration: &str,
        (longest_series, longest_number): (usize, usize),
    ) {
        let series =
            blank.and_then(|(series, _)| series.as_deref()).filter(|series| !series.trim().is_empty());
        let series = series.unwrap_or(NO_SERIES);
        let number = blank.map_or(registration, |(_, number)| number.as_str());
        self.code(series_at, series, longest_series);
        self.code(number_at, number, longest_number);
    }

    /// A series or a number.
    pub(super) fn code(&mut self, column: usize, text: &str, longest: usize) {
        let text = self.text(column, text, longest);
        if !texts::is_number(&text) {
            self.fault(column, "federal-signs", |fault| fault.with("text", text));
        }
    }

    /// A registration number.
    pub(super) fn registration(&mut self, column: usize, text: &str, longest: usize) {
        let text = self.text(column, text, longest);
        if !texts::is_registration(&text) {
            self.fault(column, "federal-signs", |fault| fault.with("text", text));
        }
    }

    /// The title of a programme.
    pub(super) fn title(&mut self, column: usize, text: &str, longest: usize) {
        let text = self.text(column, text, longest);
        if text.is_empty() || !texts::is_title(&text) {
            self.fault(column, "federal-signs", |fault| fault.with("text", text));
        }
    }

    /// A part of a name. A Latin letter among Russian ones is told as that; with other letters, as that: one of both,
    /// since both are mended in the same place.
    pub(super) fn name(&mut self, column: usize, text: &str, longest: usize, spelled: bool) {
        let (name, found) = texts::clean(text);
        for dirt in found.iter().filter(|dirt| **dirt != Dirt::LookAlike) {
            let fault = Fault::new(letter(column), "federal-mended").with("what", dirt.as_str());
            self.say(column, Level::Mended, fault.with("text", &name));
        }
        let text = name.clone();
        if found.contains(&Dirt::LookAlike) {
            self.fault(column, "federal-look-alike", |fault| {
                fault.with("what", "look-alike").with("text", text)
            });
        } else if !texts::is_name(&name) {
            let code = if spelled { "federal-name" } else { "federal-spelling-missing" };
            self.fault(column, code, |fault| fault.with("text", text));
        }
        self.not_longer(column, &name, longest);
        self.put(column, Value::Text(name));
    }

    /// A date, as text.
    pub(super) fn date(&mut self, column: usize, date: NaiveDate) {
        if !(1900..=2100).contains(&date.year()) {
            self.fault(column, "federal-date", |fault| fault);
        }
        self.put(column, Value::Text(date.format("%d.%m.%Y").to_string()));
    }

    /// A number.
    pub(super) fn number(&mut self, column: usize, number: i64) {
        self.put(column, Value::Number(number));
    }

    /// СНИЛС, as text.
    pub(super) fn snils(&mut self, column: usize, digits: Option<&str>, needed: bool) {
        match digits.map(texts::snils) {
            Some(Some(written)) => self.put(column, Value::Text(written)),
            Some(None) => self.fault(column, "federal-snils", |fault| fault),
            None if needed => self.fault(column, "federal-snils-missing", |fault| fault),
            None => {}
        }
    }
}
