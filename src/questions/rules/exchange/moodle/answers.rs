//! What is right, kind by kind.

use super::Code;
use super::page::Page;
use crate::questions::rules::exchange::draft::{Form, GapDraft, GapForm, Pair, Weighed};
use crate::questions::rules::exchange::{html, number};
use crate::questions::rules::{AcceptedNumber, Decimal, Unit, Weight};

/// The most gaps, and the most choices of them.
const MOST_GAPS: usize = 200;

impl Page<'_, '_> {
    pub(super) fn multichoice(&mut self) -> Form {
        let single = self.flag("single").unwrap_or(true);
        if self.flag("shuffleanswers") == Some(false) {
            self.desk.name(self.element.line, Code::SettingLost, "shuffleanswers");
        }
        let mut choices = Vec::new();
        for answer in self.element.all("answer") {
            let (text, weight) = (self.inline(Some(answer)), self.weight(answer));
            let feedback = self.prose(answer.child("feedback"));
            choices.push(Weighed { line: answer.line, text, weight, feedback });
        }
        Form::Choices { single, choices }
    }

    pub(super) fn true_false(&mut self) -> Option<Form> {
        let (mut right, mut after_true, mut after_false) = (None, String::new(), String::new());
        for answer in self.element.all("answer") {
            let word = answer.value("text").unwrap_or_default().to_lowercase();
            let is_true = match word.as_str() {
                "true" => true,
                "false" => false,
                _ => {
                    self.desk.name(answer.line, Code::AnswerUnknown, &word);
                    return None;
                }
            };
            if self.weight(answer).0 > 0 {
                right = Some(is_true);
            }
            let said = self.prose(answer.child("feedback"));
            *if is_true { &mut after_true } else { &mut after_false } = said;
        }
        if right.is_none() {
            self.desk.add(self.element.line, Code::RightMissing, &[]);
        }
        Some(Form::TrueFalse { right: right?, after_true, after_false })
    }

    pub(super) fn short_answer(&mut self) -> Form {
        let mut accepted = Vec::new();
        for answer in self.element.all("answer") {
            let text = answer.value("text").unwrap_or_default().to_owned();
            let (weight, feedback) = (self.weight(answer), self.prose(answer.child("feedback")));
            accepted.push(Weighed { line: answer.line, text, weight, feedback });
        }
        Form::Text { accepted, case_matters: self.flag("usecase").unwrap_or(false) }
    }

    pub(super) fn numerical(&mut self, after_wrong: &mut String) -> Option<Form> {
        let mut accepted = Vec::new();
        for answer in self.element.all("answer") {
            let weight = self.weight(answer);
            let said = self.prose(answer.child("feedback"));
            let text = answer.value("text").unwrap_or_default();
            if text == "*" && weight.0 <= 0 {
                *after_wrong = said;
                continue;
            }
            let tolerance = answer.value("tolerance").filter(|text| !text.is_empty()).unwrap_or("0");
            let value = self.number(answer.line, text)?;
            let tolerance = Decimal(self.number(answer.line, tolerance)?.0.abs());
            accepted.push((AcceptedNumber { value, tolerance, weight }, said));
        }
        let (units, unit) = self.units()?;
        Some(Form::Number { accepted, units, unit })
    }

    /// The units that may be typed, or the one that only stands beside the field.
    fn units(&mut self) -> Option<(Vec<Unit>, Option<String>)> {
        let mut units = Vec::new();
        for unit in self.element.child("units").into_iter().flat_map(|units| units.all("unit")) {
            let symbol = unit.value("unit_name").unwrap_or_default().to_owned();
            let text = unit.value("multiplier").filter(|text| !text.is_empty()).unwrap_or("1");
            let Some((multiplier, rounded)) = number::inverse(text) else {
                self.desk.name(unit.line, Code::NumberSyntax, text);
                return None;
            };
            if rounded {
                self.desk.name(unit.line, Code::NumberRounded, text);
            }
            if !symbol.is_empty() {
                units.push(Unit { symbol, multiplier });
            }
        }
        let is_label = self.element.value("showunits") == Some("3") && units.len() == 1;
        if is_label { Some((Vec::new(), units.pop().map(|unit| unit.symbol))) } else { Some((units, None)) }
    }

    pub(super) fn matching(&mut self) -> Form {
        let mut pairs = Vec::new();
        for pair in self.element.all("subquestion") {
            let left = self.inline(Some(pair));
            let right = pair.words("answer").unwrap_or_default();
            let right = right.split_whitespace().collect::<Vec<_>>().join(" ");
            if !left.is_empty() || !right.is_empty() {
                pairs.push(Pair { line: pair.line, left, right });
            }
        }
        Form::Match(pairs)
    }

    /// The place of an item is the number in its attribute, or its place in the file.
    pub(super) fn ordering(&mut self) -> Form {
        let mut items = Vec::new();
        for (place, answer) in (1i64..).zip(self.element.all("answer")) {
            let written = answer.attribute("fraction").and_then(|text| number::scaled(text, 0));
            items.push((written.map_or(place, |(written, _)| written), self.inline(Some(answer))));
        }
        items.sort_by_key(|(place, _)| *place);
        Form::Order(items.into_iter().map(|(_, item)| item).collect())
    }

    pub(super) fn essay(&mut self) -> Form {
        let element = self.element;
        let words =
            |name: &str| element.value(name).and_then(|text| text.parse().ok()).filter(|words| *words > 0);
        let (min_words, max_words) = (words("minwordlimit"), words("maxwordlimit"));
        let attachments = element.value("attachments").filter(|text| !matches!(*text, "" | "0"));
        if attachments.is_some() {
            self.desk.add(element.line, Code::AttachmentsLost, &[]);
        }
        let template = self.plain(element.child("responsetemplate"));
        let notes_html = self.prose(element.child("graderinfo"));
        Form::Essay { min_words, max_words, template, notes_html }
    }

    /// Gaps marked `[[1]]`: the number is that of the right choice, and the choices of its group are offered.
    pub(super) fn marked_gaps(&mut self, text_html: &str) -> Option<(String, Vec<GapDraft>)> {
        let line = self.element.line;
        let mut options: Vec<(String, String)> = Vec::new();
        let element = self.element;
        for option in
            element.children.iter().filter(|one| matches!(one.name.as_str(), "selectoption" | "dragbox"))
        {
            let group = option.value("group").unwrap_or("1").to_owned();
            options.push((self.inline(Some(option)), group));
        }
        let (mut text, mut gaps, mut rest) = (String::new(), Vec::new(), text_html);
        while let Some((before, marked)) = rest.split_once("[[") {
            text.push_str(before);
            let Some((number, after)) = html::gap_mark(marked) else {
                text.push_str("[[");
                rest = marked;
                continue;
            };
            let place = usize::from(number).checked_sub(1);
            let right = place.and_then(|place| Some((place, &options.get(place)?.1)));
            let Some((right, group)) = right else {
                self.desk.name(line, Code::GapUnknown, &number.to_string());
                return None;
            };
            if gaps.len() == MOST_GAPS || options.len() > MOST_GAPS {
                self.desk.add(line, Code::ChoicesTooMany, &[("most", MOST_GAPS.to_string())]);
                return None;
            }
            let form = GapForm::Choice(choices(&options, group, right, line));
            gaps.push(GapDraft { line, weight: 1, form });
            text.push_str(&format!("[[{}]]", gaps.len()));
            rest = after;
        }
        text.push_str(rest);
        Some((text, gaps))
    }
}

fn choices(options: &[(String, String)], group: &str, right: usize, line: u32) -> Vec<Weighed> {
    let own = options.iter().enumerate().filter(|(_, (_, its_group))| its_group == group);
    let choice = |(place, (text, _)): (usize, &(String, String))| Weighed {
        line,
        text: text.clone(),
        weight: if place == right { Weight::WHOLE } else { Weight(0) },
        feedback: String::new(),
    };
    own.map(choice).collect()
}
