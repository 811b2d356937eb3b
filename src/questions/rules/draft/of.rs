//! A draft out of a question: for those whose author's Markdown was never kept.

use super::gaps;
use super::{Draft, DraftAccepted, DraftChoice, DraftHint, DraftNumber, DraftPair, DraftUnit, Texts};
use crate::kernel::Language;
use crate::questions::rules::outline::percent;
use crate::questions::rules::to_markdown::to_markdown;
use crate::questions::rules::{
    AcceptedNumber, AcceptedTexts, Answer, Choice, ChoiceId, Decimal, Question, QuestionText, Weight,
};

impl Draft {
    /// A question as it could have been typed.
    pub fn of(question: &Question) -> Draft {
        let q = Reading(question);
        let mut draft = Draft {
            points: if question.points == 0 { String::new() } else { question.points.to_string() },
            penalty: penalty(question.penalty),
            prompt: q.texts(|text| to_markdown(&text.prompt_html)),
            detail: q.texts(|text| to_markdown(&text.detail_html)),
            explanation: q.texts(|text| to_markdown(&text.explanation_html)),
            unit: q.texts(|text| text.unit.clone().unwrap_or_default()),
            template: q.texts(|text| text.template.clone()),
            marking_notes: q.texts(|text| to_markdown(&text.marking_notes_html)),
            said_right: q.said(|said| &said.right_html),
            said_partly: q.said(|said| &said.partly_html),
            said_wrong: q.said(|said| &said.wrong_html),
            lowest: q.texts(|text| text.scale.as_ref().map(|ends| ends.lowest.clone()).unwrap_or_default()),
            highest: q.texts(|text| text.scale.as_ref().map(|ends| ends.highest.clone()).unwrap_or_default()),
            left_heading: q
                .texts(|text| text.columns.as_ref().map(|both| to_markdown(&both.0)).unwrap_or_default()),
            right_heading: q
                .texts(|text| text.columns.as_ref().map(|both| to_markdown(&both.1)).unwrap_or_default()),
            hints: q.hints(),
            ..Draft::bare(question.kind)
        };
        draft.fill(&q);
        draft
    }

    fn fill(&mut self, q: &Reading<'_>) {
        match &q.0.answer {
            Answer::One(id) => self.choices = q.choices(|other| (other == *id, None)),
            Answer::Many(ids) => self.choices = q.choices(|id| (ids.contains(&id), None)),
            Answer::OneWeighted(worths) | Answer::ManyWeighted(worths) => {
                self.choices = q.choices(|id| {
                    let worth = worths.get(&id).copied().unwrap_or_default();
                    (worth == Weight::WHOLE, Some(worth))
                });
            }
            Answer::TrueFalse(right) => {
                self.choices = q.choices(|id| ((id == ChoiceId::TRUE) == *right, None));
            }
            Answer::Order(ids) => self.choices = ids.iter().map(|id| q.choice(*id, (false, None))).collect(),
            Answer::Match(pairs) => {
                let left = |choice: &Choice| q.pair(Some(choice.id), pairs.get(&choice.id).copied());
                self.pairs = q.first().choices.iter().map(left).collect();
                let used: Vec<ChoiceId> = pairs.values().copied().collect();
                let alone = q.first().rights.iter().filter(|right| !used.contains(&right.id));
                self.pairs.extend(alone.map(|right| q.pair(None, Some(right.id))));
            }
            Answer::Number { value, tolerance, also, units } => {
                let first = AcceptedNumber { value: *value, tolerance: *tolerance, weight: Weight::WHOLE };
                let numbers = (0..).zip(std::iter::once(&first).chain(also));
                self.numbers = numbers.map(|(place, number)| q.number(place, number)).collect();
                let unit = |unit: &crate::questions::rules::Unit| DraftUnit {
                    symbol: unit.symbol.clone(),
                    multiplier: unit.multiplier.to_string(),
                };
                self.units = units.iter().map(unit).collect();
            }
            Answer::Text(texts) => {
                self.accepted = q.accepted(texts);
                self.case_matters = texts.case_matters;
            }
            Answer::Gaps(all) => self.gaps = all.iter().map(|(id, gap)| gaps::draft(q.0, *id, gap)).collect(),
            Answer::Essay { min_words, max_words } => {
                let text = |words: &Option<u32>| words.map(|words| words.to_string()).unwrap_or_default();
                (self.min_words, self.max_words) = (text(min_words), text(max_words));
            }
            Answer::Scale => {}
        }
    }
}

fn penalty(penalty: Weight) -> String {
    if penalty == Question::USUAL_PENALTY { String::new() } else { percent(penalty) }
}

/// A worth in percent; nothing where it is all.
pub(super) fn worth(weight: Weight) -> String {
    if weight == Weight::WHOLE { String::new() } else { percent(weight) }
}

/// A tolerance; nothing where there is none.
pub(super) fn tolerance(tolerance: Decimal) -> String {
    if tolerance.0 == 0 { String::new() } else { tolerance.to_string() }
}

struct Reading<'q>(&'q Question);

impl Reading<'_> {
    /// The texts of some language: what there is of choices is the same in each.
    fn first(&self) -> &QuestionText {
        static NONE: std::sync::LazyLock<QuestionText> = std::sync::LazyLock::new(QuestionText::default);
        self.0.texts.values().next().unwrap_or(&NONE)
    }

    fn texts(&self, of: impl Fn(&QuestionText) -> String) -> Texts {
        let mut texts = Texts::default();
        for language in Language::ALL {
            if let Some(text) = self.0.texts.get(&language) {
                texts.set(language, of(text));
            }
        }
        texts
    }

    fn said(&self, of: impl Fn(&crate::questions::rules::OutcomeTexts) -> &String) -> Texts {
        self.texts(|text| text.outcome.as_ref().map(|said| to_markdown(of(said))).unwrap_or_default())
    }

    fn hints(&self) -> Vec<DraftHint> {
        let count = self.0.texts.values().map(|text| text.hints_html.len()).max().unwrap_or_default();
        let at = |place: usize| {
            self.texts(|text| text.hints_html.get(place).map(|html| to_markdown(html)).unwrap_or_default())
        };
        (0..count).map(|place| DraftHint { text: at(place) }).collect()
    }

    fn choices(&self, right: impl Fn(ChoiceId) -> (bool, Option<Weight>)) -> Vec<DraftChoice> {
        self.first().choices.iter().map(|choice| self.choice(choice.id, right(choice.id))).collect()
    }

    fn choice(&self, id: ChoiceId, (right, worth): (bool, Option<Weight>)) -> DraftChoice {
        DraftChoice {
            id: id.0.to_string(),
            text: self.texts(|text| line_of(&text.choices, id)),
            right,
            worth: worth.map(percent).unwrap_or_default(),
            feedback: self.texts(|text| {
                text.choice_feedback.get(&id).map(|html| to_markdown(html)).unwrap_or_default()
            }),
        }
    }

    fn pair(&self, left: Option<ChoiceId>, right: Option<ChoiceId>) -> DraftPair {
        let number = |id: Option<ChoiceId>| id.map(|id| id.0.to_string()).unwrap_or_default();
        let line =
            |choices: &[Choice], id: Option<ChoiceId>| id.map(|id| line_of(choices, id)).unwrap_or_default();
        DraftPair {
            id: number(left),
            right_id: number(right),
            left: self.texts(|text| line(&text.choices, left)),
            right: self.texts(|text| line(&text.rights, right)),
        }
    }

    fn feedback(&self, place: u16) -> Texts {
        self.texts(|text| {
            text.accepted_feedback.get(&place).map(|html| to_markdown(html)).unwrap_or_default()
        })
    }

    fn number(&self, place: u16, number: &AcceptedNumber) -> DraftNumber {
        DraftNumber {
            value: number.value.to_string(),
            tolerance: tolerance(number.tolerance),
            worth: worth(number.weight),
            feedback: self.feedback(place),
        }
    }

    fn accepted(&self, texts: &AcceptedTexts) -> Vec<DraftAccepted> {
        let accepted = (0..).zip(&texts.accepted);
        accepted
            .map(|(place, text)| DraftAccepted {
                pattern: text.pattern.clone(),
                worth: worth(text.weight),
                feedback: self.feedback(place),
            })
            .collect()
    }
}

fn line_of(choices: &[Choice], id: ChoiceId) -> String {
    choices.iter().find(|choice| choice.id == id).map(|choice| to_markdown(&choice.html)).unwrap_or_default()
}
