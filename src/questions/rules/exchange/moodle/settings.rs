//! Settings of Moodle that mean something else here, or nothing: each is named.

use super::page::Page;
use super::{Code, Element};
use std::collections::BTreeMap;

/// Values of `ordering` that are ours: all pieces, worth by neighbours. Moodle writes a word, or the number behind it.
const OF_ORDERING: [(&str, [&str; 2]); 2] =
    [("selecttype", ["ALL", "0"]), ("gradingtype", ["RELATIVE_NEXT_EXCLUDE_LAST", "1"])];

/// The kinds of which several parts may be right.
const PARTLY_RIGHT: [&str; 5] = ["multichoice", "matching", "ordering", "gapselect", "ddwtos"];

impl Page<'_, '_> {
    /// Names the settings whose value is not what holds here.
    pub(super) fn settings_lost(&mut self, kind: &str) {
        let element = self.element;
        if self.flag("hidden") == Some(true) {
            self.setting_lost("hidden");
        }
        if element.all("hint").any(|hint| hint.child("clearwrong").is_some_and(is_on)) {
            self.setting_lost("clearwrong");
        }
        if PARTLY_RIGHT.contains(&kind)
            && (kind != "multichoice" || self.flag("single") == Some(false))
            && std::iter::once(element)
                .chain(element.all("hint"))
                .any(|one| one.child("shownumcorrect").is_some_and(is_on))
        {
            self.setting_lost("shownumcorrect");
        }
        match kind {
            "numerical" => self.unit_settings(element),
            // The lefts of pairs stand here in an order of their own for everybody.
            "matching" if self.flag("shuffleanswers") == Some(false) => self.setting_lost("shuffleanswers"),
            // Here choices have small letters.
            "multichoice"
                if element.value("answernumbering").is_some_and(|written| !matches!(written, "" | "abc")) =>
            {
                self.setting_lost("answernumbering");
            }
            "essay" => self.essay_settings(element),
            "ordering" => {
                for (name, ours) in OF_ORDERING {
                    let written = element.value(name).filter(|written| !written.is_empty());
                    if written
                        .is_some_and(|written| !ours.iter().any(|our| our.eq_ignore_ascii_case(written)))
                    {
                        self.setting_lost(name);
                    }
                }
            }
            // Here a choice may stand in several gaps.
            "ddwtos" if has_boxes_to_use_up(element) => self.setting_lost("infinite"),
            _ => {}
        }
    }

    /// Here an essay is typed, and one without a word is worth nothing.
    fn essay_settings(&mut self, element: &Element) {
        if self.flag("responserequired") == Some(false) {
            self.setting_lost("responserequired");
        }
        let typed = ["", "editor", "plain"];
        if element.value("responseformat").is_some_and(|format| !typed.contains(&format)) {
            self.setting_lost("responseformat");
        }
    }

    /// Here a wrong unit makes the answer wrong. A penalty means something only where Moodle takes it off.
    fn unit_settings(&mut self, element: &Element) {
        // Here a unit stands behind its number.
        if self.flag("unitsleft") == Some(true) && element.child("units").is_some() {
            self.setting_lost("unitsleft");
        }
        let graded = element.value("unitgradingtype").is_some_and(|written| !matches!(written, "" | "0"));
        if !graded {
            return;
        }
        self.setting_lost("unitgradingtype");
        if element
            .value("unitpenalty")
            .is_some_and(|written| written.contains(|c: char| matches!(c, '1'..='9')))
        {
            self.setting_lost("unitpenalty");
        }
    }

    /// The layout of a gap, told once for a question.
    pub(super) fn layout_lost(&mut self, word: &str) {
        if !std::mem::replace(&mut self.layout_told, true) {
            self.setting_lost(word);
        }
    }

    fn setting_lost(&mut self, name: &str) {
        self.desk.name(self.element.line, Code::SettingLost, name);
    }
}

/// An element that says yes by being there, unless it says no.
fn is_on(element: &Element) -> bool {
    !matches!(element.text.trim(), "0" | "false")
}

/// Whether several gaps share boxes of which one is gone once it was used.
fn has_boxes_to_use_up(element: &Element) -> bool {
    let boxes: Vec<&Element> = element.all("dragbox").collect();
    let group = |one: &Element| one.value("group").unwrap_or("1").to_owned();
    let text = element.words("questiontext").unwrap_or_default();
    let mut gaps: BTreeMap<String, usize> = BTreeMap::new();
    for mark in text.split("[[").skip(1) {
        let number = mark.split_once("]]").and_then(|(number, _)| number.trim().parse::<usize>().ok());
        let right = number.and_then(|number| boxes.get(number.checked_sub(1)?));
        if let Some(right) = right {
            *gaps.entry(group(right)).or_default() += 1;
        }
    }
    boxes.iter().any(|one| {
        let endless = one.child("infinite").is_some_and(|infinite| infinite.text.trim() != "0");
        !endless && gaps.get(&group(one)).is_some_and(|gaps| *gaps > 1)
    })
}
