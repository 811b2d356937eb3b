//! A question out of what was typed, or every fault by its field.

use super::gaps::{self, GapTexts};
use super::known::Known;
use super::{Draft, DraftChoice, Texts};
use crate::kernel::{Fault, Language, Problem};
use crate::questions::rules::{
    AcceptedNumber, AcceptedText, AcceptedTexts, Answer, Choice, ChoiceId, Decimal, OutcomeTexts, Question,
    QuestionKind, QuestionText, Ratio, ScaleLabels, Unit, Weight,
};
use std::collections::{BTreeMap, BTreeSet};

/// The longest line, in characters.
const LINE_LIMIT: usize = 2000;
/// The longest text, in characters.
const TEXT_LIMIT: usize = 30_000;
/// The longest unit, label or accepted text, in characters.
const SHORT_LIMIT: usize = 300;

/// A question that is being made.
pub(super) struct Build<'b> {
    pub(super) key: &'b str,
    pub(super) before: Option<&'b Question>,
    known: Known,
    languages: Vec<Language>,
    faults: Vec<Fault>,
}

impl Draft {
    /// The question of a key, made of what was typed. What stood in the version before and was not touched stays
    /// to the letter, and its choices keep their numbers, so that answers to it can be read against the new one.
    ///
    /// # Errors
    /// `Invalid` with every fault by its field.
    pub fn question(&self, key: &str, before: Option<&Question>) -> Result<Question, Problem> {
        let (question, faults) = self.made(key, before, self.languages());
        if faults.is_empty() { Ok(question) } else { Err(Problem::invalid(faults)) }
    }

    /// What can be shown of it already, whatever is still missing.
    pub fn sketch(&self, before: Option<&Question>) -> Question {
        let languages = Some(self.languages()).filter(|languages| !languages.is_empty());
        self.made("sketch", before, languages.unwrap_or(vec![Language::Ru])).0
    }

    fn made(&self, key: &str, before: Option<&Question>, languages: Vec<Language>) -> (Question, Vec<Fault>) {
        let mut b = Build { key, before, known: Known::of(before), languages, faults: Vec::new() };
        if b.languages.is_empty() {
            b.fault(Fault::new("prompt-ru", "required"));
        }
        let mut texts: BTreeMap<Language, QuestionText> =
            b.languages().into_iter().map(|language| (language, self.text(language, &mut b))).collect();
        let answer = self.answer(&mut texts, &mut b);
        let points = match self.kind {
            QuestionKind::Scale => 0,
            _ => b.whole("points", &self.points, (0, 100)).unwrap_or(1),
        };
        let penalty = b.worth("penalty", &self.penalty, 0).unwrap_or(Question::USUAL_PENALTY);
        (Question { key: key.to_owned(), kind: self.kind, points, texts, answer, penalty }, b.faults)
    }

    fn text(&self, language: Language, b: &mut Build<'_>) -> QuestionText {
        let name = |name: &str| format!("{name}-{}", language.tag());
        let said = OutcomeTexts {
            right_html: b.blocks(&name("said_right"), self.said_right.get(language)),
            partly_html: b.blocks(&name("said_partly"), self.said_partly.get(language)),
            wrong_html: b.blocks(&name("said_wrong"), self.said_wrong.get(language)),
        };
        let hints =
            self.hints.iter().enumerate().map(|(place, hint)| {
                b.blocks(&name(&format!("hints-{place}-text")), hint.text.get(language))
            });
        let hints_html: Vec<String> = hints.filter(|html| !html.is_empty()).collect();
        QuestionText {
            prompt_html: b.line(&name("prompt"), self.prompt.get(language)),
            detail_html: b.blocks(&name("detail"), self.detail.get(language)),
            explanation_html: b.blocks(&name("explanation"), self.explanation.get(language)),
            outcome: (said != OutcomeTexts::default()).then_some(said),
            hints_html,
            ..QuestionText::default()
        }
    }

    fn answer(&self, texts: &mut BTreeMap<Language, QuestionText>, b: &mut Build<'_>) -> Answer {
        match self.kind {
            QuestionKind::One | QuestionKind::Many | QuestionKind::TrueFalse | QuestionKind::Order => {
                let ids = self.choices(texts, b);
                self.right_choices(&ids, b)
            }
            QuestionKind::Match => self.pairs(texts, b),
            QuestionKind::Number => self.numbers(texts, b),
            QuestionKind::Text => self.accepted(texts, b),
            QuestionKind::Gaps => {
                let (answer, written): (Answer, GapTexts) = gaps::build(self, b);
                for (language, written) in written {
                    if let Some(text) = texts.get_mut(&language) {
                        (text.gaps, text.choice_feedback) = (written.choices, written.feedback);
                    }
                }
                answer
            }
            QuestionKind::Scale => {
                for (language, text) in texts.iter_mut() {
                    let lowest = b.short(&format!("lowest-{}", language.tag()), self.lowest.get(*language));
                    let highest =
                        b.short(&format!("highest-{}", language.tag()), self.highest.get(*language));
                    text.scale = Some(ScaleLabels { lowest, highest });
                }
                Answer::Scale
            }
            QuestionKind::Essay => self.essay(texts, b),
        }
    }

    /// The choices of every language under the same numbers.
    fn choices(&self, texts: &mut BTreeMap<Language, QuestionText>, b: &mut Build<'_>) -> Vec<ChoiceId> {
        if self.choices.len() < 2 {
            b.fault(Fault::new("choices", "choices-too-few"));
        }
        let main = b.main();
        let said: Vec<(&str, &str)> =
            self.choices.iter().map(|choice| (choice.id.as_str(), choice.text.get(main))).collect();
        let ids = match self.kind {
            QuestionKind::TrueFalse => vec![ChoiceId::TRUE, ChoiceId::FALSE],
            _ => b.ids(&said, 0),
        };
        for (language, text) in texts.iter_mut() {
            let tag = language.tag();
            let mut seen = BTreeSet::new();
            for (place, (choice, id)) in self.choices.iter().zip(&ids).enumerate() {
                let field = format!("choices-{place}-text-{tag}");
                let html = b.line(&field, choice.text.get(*language));
                if !html.is_empty() && !seen.insert(html.clone()) {
                    b.fault(Fault::new(field, "choice-repeated"));
                }
                text.choices.push(Choice { id: *id, html });
                let said =
                    b.blocks(&format!("choices-{place}-feedback-{tag}"), choice.feedback.get(*language));
                if !said.is_empty() {
                    text.choice_feedback.insert(*id, said);
                }
            }
        }
        ids
    }

    fn right_choices(&self, ids: &[ChoiceId], b: &mut Build<'_>) -> Answer {
        let rows = || ids.iter().copied().zip(&self.choices);
        let right: BTreeSet<ChoiceId> = rows().filter(|(_, choice)| choice.right).map(|(id, _)| id).collect();
        let first = right.first().copied().unwrap_or(ChoiceId(0));
        let weighted = self.choices.iter().any(|choice| !choice.worth.is_empty());
        match self.kind {
            QuestionKind::Order => return Answer::Order(ids.to_vec()),
            QuestionKind::One | QuestionKind::Many if weighted => {
                let mut worths: BTreeMap<ChoiceId, Weight> = rows()
                    .enumerate()
                    .map(|(place, (id, choice))| (id, b.choice_worth(place, choice)))
                    .collect();
                worths.retain(|_, worth| worth.0 != 0);
                if worths.values().all(|worth| worth.0 <= 0) {
                    b.fault(Fault::new("choices", "right-missing"));
                }
                return if self.kind == QuestionKind::One {
                    Answer::OneWeighted(worths)
                } else {
                    Answer::ManyWeighted(worths)
                };
            }
            _ => {}
        }
        if right.is_empty() {
            b.fault(Fault::new("choices", "right-missing"));
        }
        match self.kind {
            QuestionKind::TrueFalse => Answer::TrueFalse(first == ChoiceId::TRUE),
            QuestionKind::One => Answer::One(first),
            _ => Answer::Many(right),
        }
    }

    fn pairs(&self, texts: &mut BTreeMap<Language, QuestionText>, b: &mut Build<'_>) -> Answer {
        let main = b.main();
        let (lefts, rights) = self.ends(main);
        if lefts.len() < 2 {
            b.fault(Fault::new("pairs", "choices-too-few"));
        }
        let named =
            |rows: &[usize], id: fn(&super::DraftPair) -> &str, text: fn(&super::DraftPair) -> &Texts| {
                let pairs = rows.iter().filter_map(|place| self.pairs.get(*place));
                pairs.map(|pair| (id(pair).to_owned(), text(pair).get(main).to_owned())).collect::<Vec<_>>()
            };
        let left_rows = named(&lefts, |pair| &pair.id, |pair| &pair.left);
        let right_rows = named(&rights, |pair| &pair.right_id, |pair| &pair.right);
        let all: Vec<(&str, &str)> =
            left_rows.iter().chain(&right_rows).map(|(id, text)| (id.as_str(), text.as_str())).collect();
        let ids = b.ids(&all, lefts.len());
        let (left_ids, right_ids) = ids.split_at(lefts.len().min(ids.len()));
        for (language, text) in texts.iter_mut() {
            let tag = language.tag();
            let mut end = |rows: &[usize], ids: &[ChoiceId], side: &str| {
                let mut choices = Vec::new();
                for (place, id) in rows.iter().zip(ids) {
                    let Some(pair) = self.pairs.get(*place) else { continue };
                    let said = if side == "left" { &pair.left } else { &pair.right };
                    let html = b.line(&format!("pairs-{place}-{side}-{tag}"), said.get(*language));
                    choices.push(Choice { id: *id, html });
                }
                choices
            };
            text.choices = end(&lefts, left_ids, "left");
            text.rights = end(&rights, right_ids, "right");
            let left = b.inline(&format!("left_heading-{tag}"), self.left_heading.get(*language));
            let right = b.inline(&format!("right_heading-{tag}"), self.right_heading.get(*language));
            text.columns = (!left.is_empty() || !right.is_empty()).then_some((left, right));
        }
        let right_of = |place: &usize| {
            let wanted = self.pairs.get(*place).map(|pair| pair.right.get(main));
            let at = rights
                .iter()
                .position(|other| self.pairs.get(*other).map(|pair| pair.right.get(main)) == wanted);
            at.and_then(|at| right_ids.get(at)).copied().unwrap_or(ChoiceId(0))
        };
        Answer::Match(left_ids.iter().copied().zip(lefts.iter().map(right_of)).collect())
    }

    /// The rows that have a left, and the first row of each right.
    fn ends(&self, main: Language) -> (Vec<usize>, Vec<usize>) {
        let (mut lefts, mut rights) = (Vec::new(), Vec::<usize>::new());
        for (place, pair) in self.pairs.iter().enumerate() {
            if !pair.left.is_empty() || pair.right.is_empty() {
                lefts.push(place);
            }
            let same = |other: &usize| {
                self.pairs.get(*other).is_some_and(|known| known.right.get(main) == pair.right.get(main))
            };
            if pair.right.get(main).trim().is_empty() || !rights.iter().any(same) {
                rights.push(place);
            }
        }
        (lefts, rights)
    }

    fn numbers(&self, texts: &mut BTreeMap<Language, QuestionText>, b: &mut Build<'_>) -> Answer {
        let mut accepted = Vec::new();
        for (place, number) in self.numbers.iter().enumerate() {
            let name = format!("numbers-{place}");
            let value = b.decimal(&format!("{name}-value"), &number.value).unwrap_or_default();
            let tolerance = match number.tolerance.as_str() {
                "" => Decimal(0),
                typed => b.decimal(&format!("{name}-tolerance"), typed).unwrap_or_default(),
            };
            if tolerance.0 < 0 {
                b.fault(Fault::new(format!("{name}-tolerance"), "tolerance-negative"));
            }
            let weight = b.worth(&format!("{name}-worth"), &number.worth, 0).unwrap_or(Weight::WHOLE);
            accepted.push(AcceptedNumber { value, tolerance, weight });
            b.said(texts, place, &number.feedback, &name);
        }
        let units: Vec<Unit> = self
            .units
            .iter()
            .enumerate()
            .map(|(place, unit)| Unit {
                symbol: b.short(&format!("units-{place}-symbol"), &unit.symbol),
                multiplier: b
                    .ratio(&format!("units-{place}-multiplier"), &unit.multiplier)
                    .unwrap_or_default(),
            })
            .collect();
        for (language, text) in texts.iter_mut() {
            text.unit = Some(self.unit.get(*language).trim().to_owned()).filter(|unit| !unit.is_empty());
        }
        if accepted.is_empty() {
            b.fault(Fault::new("numbers", "required"));
            return Answer::number(Decimal(0), Decimal(0));
        }
        let first = accepted.remove(0);
        Answer::Number { value: first.value, tolerance: first.tolerance, also: accepted, units }
    }

    fn accepted(&self, texts: &mut BTreeMap<Language, QuestionText>, b: &mut Build<'_>) -> Answer {
        let mut accepted = Vec::new();
        for (place, text) in self.accepted.iter().enumerate() {
            let name = format!("accepted-{place}");
            let pattern = b.short(&format!("{name}-pattern"), &text.pattern);
            let weight = b.worth(&format!("{name}-worth"), &text.worth, 0).unwrap_or(Weight::WHOLE);
            accepted.push(AcceptedText { pattern, weight });
            b.said(texts, place, &text.feedback, &name);
        }
        if accepted.iter().all(|text| text.weight.0 < Weight::WHOLE.0) {
            b.fault(Fault::new("accepted", "nothing-whole"));
        }
        Answer::Text(AcceptedTexts { accepted, case_matters: self.case_matters })
    }

    fn essay(&self, texts: &mut BTreeMap<Language, QuestionText>, b: &mut Build<'_>) -> Answer {
        for (language, text) in texts.iter_mut() {
            text.template = self.template.get(*language).to_owned();
            let notes = self.marking_notes.get(*language);
            text.marking_notes_html = b.blocks(&format!("marking_notes-{}", language.tag()), notes);
        }
        let mut words = |name: &str, typed: &str| {
            if typed.is_empty() { None } else { b.whole(name, typed, (1, 5000)) }
        };
        let (min_words, max_words) =
            (words("min_words", &self.min_words), words("max_words", &self.max_words));
        if let (Some(fewest), Some(most)) = (min_words, max_words)
            && fewest > most
        {
            b.fault(Fault::new("max_words", "words-crossed"));
        }
        Answer::Essay { min_words, max_words }
    }
}

impl Build<'_> {
    pub(super) fn fault(&mut self, fault: Fault) {
        self.faults.push(fault);
    }

    pub(super) fn languages(&self) -> Vec<Language> {
        self.languages.clone()
    }

    /// The language that says what is worth what.
    pub(super) fn main(&self) -> Language {
        self.languages.first().copied().unwrap_or_default()
    }

    /// A line that may stay empty.
    pub(super) fn inline(&mut self, field: &str, text: &str) -> String {
        self.not_longer(field, text, LINE_LIMIT);
        let faults = &mut self.faults;
        self.known.inline(text, &mut |code| note(faults, field, code))
    }

    /// A line that must be written.
    fn line(&mut self, field: &str, text: &str) -> String {
        if text.trim().is_empty() {
            self.fault(Fault::new(field, "required"));
        }
        self.inline(field, text)
    }

    pub(super) fn blocks(&mut self, field: &str, text: &str) -> String {
        self.not_longer(field, text, TEXT_LIMIT);
        let faults = &mut self.faults;
        self.known.blocks(text, &mut |code| note(faults, field, code))
    }

    /// A short plain text that must be written.
    fn short(&mut self, field: &str, text: &str) -> String {
        if text.trim().is_empty() {
            self.fault(Fault::new(field, "required"));
        }
        self.not_longer(field, text, SHORT_LIMIT);
        text.trim().to_owned()
    }

    fn not_longer(&mut self, field: &str, text: &str, limit: usize) {
        if text.chars().count() > limit {
            self.fault(Fault::new(field, "too-long").with("limit", limit));
        }
    }

    /// A whole number within bounds; nothing where nothing is typed.
    pub(super) fn whole(&mut self, field: &str, text: &str, (low, high): (u32, u32)) -> Option<u32> {
        if text.is_empty() {
            return None;
        }
        let number = text.parse().ok().filter(|number| (low..=high).contains(number));
        if number.is_none() {
            self.fault(Fault::new(field, "out-of-range").with("low", low).with("high", high));
        }
        number
    }

    fn decimal(&mut self, field: &str, text: &str) -> Option<Decimal> {
        self.number(field, text, Decimal::parse)
    }

    /// A decimal number or a fraction of whole ones.
    fn ratio(&mut self, field: &str, text: &str) -> Option<Ratio> {
        self.number(field, text, Ratio::parse)
    }

    fn number<N>(&mut self, field: &str, text: &str, parse: fn(&str) -> Option<N>) -> Option<N> {
        let number = parse(text);
        match number {
            None if text.is_empty() => self.fault(Fault::new(field, "required")),
            None => self.fault(Fault::new(field, "decimal-malformed")),
            Some(_) => {}
        }
        number
    }

    /// A share in percent; nothing where nothing is typed.
    fn worth(&mut self, field: &str, text: &str, lowest: i32) -> Option<Weight> {
        if text.is_empty() {
            return None;
        }
        let weight = weight_of(text).filter(|weight| weight.0 >= Weight::percent(lowest).0);
        if weight.is_none() {
            self.fault(Fault::new(field, "share-malformed").with("low", lowest));
        }
        weight
    }

    /// What a choice is worth where choices have worths of their own: ticked and nothing said, all of it.
    fn choice_worth(&mut self, place: usize, choice: &DraftChoice) -> Weight {
        let otherwise = if choice.right { Weight::WHOLE } else { Weight(0) };
        self.worth(&format!("choices-{place}-worth"), &choice.worth, -100).unwrap_or(otherwise)
    }

    /// What is said after an accepted answer, in each language.
    fn said(
        &mut self,
        texts: &mut BTreeMap<Language, QuestionText>,
        place: usize,
        feedback: &Texts,
        name: &str,
    ) {
        let at = u16::try_from(place).unwrap_or(u16::MAX);
        for (language, text) in texts.iter_mut() {
            let html = self.blocks(&format!("{name}-feedback-{}", language.tag()), feedback.get(*language));
            if !html.is_empty() {
                text.accepted_feedback.insert(at, html);
            }
        }
    }
}

/// A share in percent as people type it.
pub(super) fn weight_of(percent: &str) -> Option<Weight> {
    let number = Decimal::parse(percent.trim().trim_end_matches('%').trim_end())?;
    let weight = Weight(i32::try_from(number.0 / 10).ok()?);
    (-Weight::WHOLE.0..=Weight::WHOLE.0).contains(&weight.0).then_some(weight)
}

fn note(faults: &mut Vec<Fault>, field: &str, code: &'static str) {
    if !faults.iter().any(|fault| fault.field == field && fault.code == code) {
        faults.push(Fault { code: code.to_owned(), ..Fault::new(field, "required") });
    }
}
