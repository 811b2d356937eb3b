//! A question as it is written, whatever the format.

use super::{Exported, html_out, line_out, prose_out};
use crate::kernel::Language;
use crate::questions::rules::exchange::draft::{gaps_asked, is_plain_many};
use crate::questions::rules::exchange::names::{clean_category, clean_name, title};
use crate::questions::rules::exchange::{Keys, html};
use crate::questions::rules::{
    AcceptedNumber, AcceptedTexts, Answer, Choice, ChoiceId, Question, QuestionKind, QuestionText, Weight,
};
use std::collections::BTreeMap;

pub(super) struct Shape<'q> {
    pub name: String,
    pub key: String,
    pub category: Vec<String>,
    pub tags: Vec<String>,
    /// What is asked and its detail.
    pub body: String,
    pub explanation: String,
    pub question: &'q Question,
    pub text: &'q QuestionText,
}

/// A choice or accepted text with its worth.
pub(super) struct Worth {
    pub text: String,
    pub weight: Weight,
    pub feedback: String,
}

impl<'q> Shape<'q> {
    /// Nothing where the question has no text at all.
    pub(super) fn of(one: &Exported<'q>, language: Language, keys: &mut Keys) -> Option<Shape<'q>> {
        let (_, text) = one.question.text(language)?;
        let (prompt, detail) = (html_out(&text.prompt_html), html_out(&text.detail_html));
        let raw = body(one.question.kind, &prompt, &detail);
        let name = title(&clean_name(one.name), &raw);
        let body = if one.question.kind == QuestionKind::Gaps {
            raw
        } else {
            let (prompt, detail) = html::split(&raw, "");
            html::joined(&prompt, &detail)
        };
        let mut tags: Vec<String> = one.tags.iter().map(|tag| clean_name(tag)).collect();
        tags.retain(|tag| !tag.is_empty());
        Some(Shape {
            key: keys.deal(Some(&one.question.key), &name),
            name,
            category: clean_category(one.category),
            tags,
            body,
            explanation: prose_out(&text.explanation_html),
            question: one.question,
            text,
        })
    }

    /// Whether the question has no language but the one that is written.
    pub(super) fn is_whole(&self) -> bool {
        self.question.texts.len() < 2
    }

    /// Whether any text of it shows an image.
    pub(super) fn shows_images(&self) -> bool {
        html::all_html(self.text).any(|html| html.contains("<img"))
    }

    /// Whether one choice is taken, and the choices with weights that other systems accept: the best, or the
    /// sum of what gives, is the whole.
    pub(super) fn choices(&self) -> (bool, Vec<Worth>) {
        let (single, weights) = match &self.question.answer {
            Answer::One(right) => (true, [(*right, Weight::WHOLE)].into()),
            Answer::OneWeighted(worth) => (true, worth.clone()),
            Answer::Many(rights) => {
                let all = self.text.choices.iter().map(|choice| choice.id);
                let sign = |id: ChoiceId| if rights.contains(&id) { 1 } else { -1 };
                (false, all.map(|id| (id, Weight(sign(id) * Weight::WHOLE.0))).collect())
            }
            Answer::ManyWeighted(worth) => (false, worth.clone()),
            _ => (true, BTreeMap::new()),
        };
        let of = |choice: &Choice| weights.get(&choice.id).copied().unwrap_or_default();
        let weights: Vec<Weight> = self.text.choices.iter().map(of).collect();
        let weights = if single { scaled_single(&weights) } else { scaled_several(weights) };
        let choices = self.text.choices.iter().zip(weights).map(|(choice, weight)| Worth {
            text: html_out(&choice.html),
            weight,
            feedback: self.after(choice.id),
        });
        (single, choices.collect())
    }

    /// What is said after a choice.
    pub(super) fn after(&self, choice: ChoiceId) -> String {
        self.text.choice_feedback.get(&choice).map(|html| prose_out(html)).unwrap_or_default()
    }

    pub(super) fn accepted(&self, texts: &AcceptedTexts) -> Vec<Worth> {
        let one = |(place, one): (u16, &crate::questions::rules::AcceptedText)| Worth {
            text: line_out(&one.pattern),
            weight: clamped(one.weight),
            feedback: self.after_place(place),
        };
        (0u16..).zip(&texts.accepted).map(one).filter(|one| !one.text.is_empty()).collect()
    }

    pub(super) fn numbers(
        &self,
        first: AcceptedNumber,
        also: &[AcceptedNumber],
    ) -> Vec<(AcceptedNumber, String)> {
        let all = std::iter::once(first).chain(also.iter().copied());
        let one = |(place, one): (u16, AcceptedNumber)| {
            let tolerance = crate::questions::rules::Decimal(one.tolerance.0.saturating_abs());
            (AcceptedNumber { weight: clamped(one.weight), tolerance, ..one }, self.after_place(place))
        };
        (0u16..).zip(all).map(one).collect()
    }

    fn after_place(&self, place: u16) -> String {
        self.text.accepted_feedback.get(&place).map(|html| prose_out(html)).unwrap_or_default()
    }

    /// Lefts with their rights, then the rights that belong to none.
    pub(super) fn pairs(&self, joined: &BTreeMap<ChoiceId, ChoiceId>) -> Vec<(String, String)> {
        let plain = |right: &Choice| line_out(&html::plain(&html_out(&right.html)));
        let right_of = |left: &Choice| {
            let right = joined.get(&left.id)?;
            self.text.rights.iter().find(|known| known.id == *right).map(plain)
        };
        let mut pairs: Vec<(String, String)> = Vec::new();
        for left in &self.text.choices {
            pairs.push((html_out(&left.html), right_of(left).unwrap_or_default()));
        }
        for right in self.text.rights.iter().map(plain) {
            if !right.is_empty() && !pairs.iter().any(|(_, known)| *known == right) {
                pairs.push((String::new(), right));
            }
        }
        pairs
    }

    /// What is said by how right the answer is.
    pub(super) fn outcome(&self) -> [String; 3] {
        let texts = self.text.outcome.clone().unwrap_or_default();
        [texts.right_html, texts.partly_html, texts.wrong_html].map(|html| prose_out(&html))
    }
}

/// A text with gaps leaves out a first paragraph that says nothing of its own.
fn body(kind: QuestionKind, prompt: &str, detail: &str) -> String {
    if kind != QuestionKind::Gaps && html::is_usual_prompt(prompt, detail) {
        return detail.trim().to_owned();
    }
    let says_nothing = prompt.is_empty() || html::is_gap_prompt(prompt);
    if kind == QuestionKind::Gaps && says_nothing && gaps_asked(detail).0.is_none() {
        return html::wrapped(detail);
    }
    html::joined(prompt, detail)
}

pub(super) fn clamped(weight: Weight) -> Weight {
    Weight(weight.0.clamp(-Weight::WHOLE.0, Weight::WHOLE.0))
}

fn scaled(weight: Weight, whole: i64) -> Weight {
    let scaled = i64::from(weight.0) * i64::from(Weight::WHOLE.0) / whole.max(1);
    let most = i64::from(Weight::WHOLE.0);
    Weight(i32::try_from(scaled.clamp(-most, most)).unwrap_or_default())
}

fn scaled_single(weights: &[Weight]) -> Vec<Weight> {
    let best = weights.iter().map(|weight| i64::from(weight.0)).max().unwrap_or(0);
    weights.iter().map(|weight| scaled(*weight, best)).collect()
}

fn scaled_several(weights: Vec<Weight>) -> Vec<Weight> {
    let whole = i64::from(Weight::WHOLE.0);
    let giving = |weights: &[Weight]| weights.iter().map(|weight| i64::from(weight.0.max(0))).sum::<i64>();
    let sum = giving(&weights);
    let weights: Vec<Weight> = if (sum - whole).abs() <= whole / 50 {
        weights.into_iter().map(clamped).collect()
    } else {
        weights.into_iter().map(|weight| scaled(weight, sum)).collect()
    };
    if !is_plain_many(&weights) {
        return weights;
    }
    let right = weights.iter().filter(|weight| weight.0 > 0).count();
    let share = Weight::WHOLE.0 / i32::try_from(right.max(1)).unwrap_or(1);
    weights.into_iter().map(|weight| Weight(share * weight.0.signum())).collect()
}
