//! The answer of a draft and the texts that belong to it.

use super::{Form, GapDraft, GapForm, Pair, Weighed};
use crate::kernel::Language;
use crate::questions::rules::exchange::html;
use crate::questions::rules::{
    AcceptedNumber, AcceptedText, AcceptedTexts, Answer, Choice, ChoiceId, Decimal, Gap, GapAnswer,
    QuestionText, Unit, Weight,
};
use std::collections::BTreeMap;

/// What is right; the texts of choices and what is said after them go into `text`.
pub(super) fn answer(form: Form, key: &str, text: &mut QuestionText, language: Language) -> Answer {
    match form {
        Form::Choices { single, choices } => choice_answer(single, choices, key, text),
        Form::TrueFalse { right, after_true, after_false } => {
            let [true_word, false_word] = true_false_words(language);
            for (id, word, said) in
                [(ChoiceId::TRUE, true_word, after_true), (ChoiceId::FALSE, false_word, after_false)]
            {
                text.choices.push(Choice { id, html: word.to_owned() });
                say(&mut text.choice_feedback, id, said);
            }
            Answer::TrueFalse(right)
        }
        Form::Text { accepted, case_matters } => {
            for (place, one) in (0u16..).zip(&accepted) {
                say(&mut text.accepted_feedback, place, one.feedback.clone());
            }
            Answer::Text(accepted_texts(accepted, case_matters))
        }
        Form::Number { accepted, units, unit } => {
            text.unit = unit;
            number_answer(accepted, units, text)
        }
        Form::Match(pairs) => match_answer(pairs, key, text),
        Form::Order(items) => {
            let ids = ChoiceId::deal(key, &items.iter().map(String::as_str).collect::<Vec<_>>());
            text.choices = numbered(&ids, items);
            Answer::Order(ids)
        }
        Form::Gaps(gaps) => gaps_answer(gaps, key, text),
        Form::Essay { min_words, max_words, template, notes_html } => {
            text.template = template;
            text.marking_notes_html = notes_html;
            Answer::Essay { min_words, max_words }
        }
        Form::Scale(labels) => {
            text.scale = Some(labels);
            Answer::Scale
        }
    }
}

fn true_false_words(language: Language) -> [&'static str; 2] {
    match language {
        Language::Ru => ["Верно", "Неверно"],
        Language::Kk => ["Дұрыс", "Дұрыс емес"],
        Language::En => ["True", "False"],
    }
}

fn say<K: Ord>(said: &mut BTreeMap<K, String>, what: K, html: String) {
    if !html.is_empty() {
        said.insert(what, html);
    }
}

fn numbered(ids: &[ChoiceId], texts: Vec<String>) -> Vec<Choice> {
    ids.iter().zip(texts).map(|(id, html)| Choice { id: *id, html }).collect()
}

fn choice_answer(single: bool, choices: Vec<Weighed>, key: &str, text: &mut QuestionText) -> Answer {
    let ids = ChoiceId::deal(key, &choices.iter().map(|one| one.text.as_str()).collect::<Vec<_>>());
    let weights: Vec<Weight> = choices.iter().map(|one| one.weight).collect();
    for (id, choice) in ids.iter().zip(choices) {
        say(&mut text.choice_feedback, *id, choice.feedback);
        text.choices.push(Choice { id: *id, html: choice.text });
    }
    let worth = ids.iter().copied().zip(weights.iter().copied()).filter(|(_, weight)| weight.0 != 0);
    if single {
        let worth: BTreeMap<_, _> = worth.collect();
        return match (worth.len(), worth.first_key_value()) {
            (1, Some((id, _))) => Answer::One(*id),
            _ => Answer::OneWeighted(worth),
        };
    }
    if is_plain_many(&weights) {
        Answer::Many(worth.filter(|(_, weight)| weight.0 > 0).map(|(id, _)| id).collect())
    } else {
        Answer::ManyWeighted(worth.collect())
    }
}

/// Whether right choices give alike and wrong ones take off as much: what the rule without weights does.
pub(in crate::questions::rules::exchange) fn is_plain_many(weights: &[Weight]) -> bool {
    let giving = weights.iter().map(|weight| weight.0).max().unwrap_or(0);
    giving > 0 && weights.iter().all(|weight| weight.0 == giving || weight.0 == -giving)
}

fn accepted_texts(accepted: Vec<Weighed>, case_matters: bool) -> AcceptedTexts {
    let text = |one: Weighed| AcceptedText { pattern: one.text, weight: one.weight };
    AcceptedTexts { accepted: accepted.into_iter().map(text).collect(), case_matters }
}

fn number_answer(
    mut accepted: Vec<(AcceptedNumber, String)>,
    units: Vec<Unit>,
    text: &mut QuestionText,
) -> Answer {
    let right = accepted.iter().position(|(one, _)| one.weight >= Weight::WHOLE).unwrap_or(0);
    let none = AcceptedNumber { value: Decimal(0), tolerance: Decimal(0), weight: Weight::WHOLE };
    let first = if accepted.is_empty() { (none, String::new()) } else { accepted.remove(right) };
    for (place, (_, said)) in (0u16..).zip(std::iter::once(&first).chain(&accepted)) {
        say(&mut text.accepted_feedback, place, said.clone());
    }
    let also = accepted.into_iter().map(|(one, _)| one).collect();
    Answer::Number { value: first.0.value, tolerance: first.0.tolerance, also, units }
}

fn match_answer(pairs: Vec<Pair>, key: &str, text: &mut QuestionText) -> Answer {
    let mut rights: Vec<String> = Vec::new();
    let mut lefts: Vec<(String, usize)> = Vec::new();
    for pair in pairs {
        let right = html::escape(&pair.right);
        let place = rights.iter().position(|known| *known == right).unwrap_or(rights.len());
        if place == rights.len() {
            rights.push(right);
        }
        if !pair.left.is_empty() {
            lefts.push((pair.left, place));
        }
    }
    let shift = u16::try_from(lefts.len()).unwrap_or_default();
    let left_ids = ChoiceId::deal(key, &lefts.iter().map(|(left, _)| left.as_str()).collect::<Vec<_>>());
    let right_ids = ChoiceId::deal(key, &rights.iter().map(String::as_str).collect::<Vec<_>>());
    let right_ids: Vec<_> = right_ids.into_iter().map(|id| ChoiceId(id.0 + shift)).collect();
    let joined = left_ids.iter().zip(&lefts);
    let joined = joined.filter_map(|(id, (_, place))| Some((*id, *right_ids.get(*place)?))).collect();
    text.choices = numbered(&left_ids, lefts.into_iter().map(|(left, _)| left).collect());
    text.rights = numbered(&right_ids, rights);
    Answer::Match(joined)
}

/// Gaps have the numbers from 1 on, their choices those after them.
fn gaps_answer(gaps: Vec<GapDraft>, key: &str, text: &mut QuestionText) -> Answer {
    let choices = |gap: &GapDraft| match &gap.form {
        GapForm::Choice(choices) => choices.iter().map(|choice| choice.text.clone()).collect(),
        _ => Vec::new(),
    };
    let texts: Vec<String> = gaps.iter().flat_map(choices).collect();
    let shift = u16::try_from(gaps.len()).unwrap_or_default();
    let dealt = ChoiceId::deal(key, &texts.iter().map(String::as_str).collect::<Vec<_>>());
    let mut dealt = dealt.into_iter().map(|id| ChoiceId(id.0.saturating_add(shift)));
    let mut answer = BTreeMap::new();
    for (id, gap) in (1u16..).map(ChoiceId).zip(gaps) {
        let right = match gap.form {
            GapForm::Text { accepted, case_matters } => {
                GapAnswer::Text(accepted_texts(accepted, case_matters))
            }
            GapForm::Number(accepted) => GapAnswer::Number(accepted),
            GapForm::Choice(choices) => {
                let mut worth = BTreeMap::new();
                let mut shown = Vec::new();
                for (choice, choice_id) in choices.into_iter().zip(dealt.by_ref()) {
                    if choice.weight.0 != 0 {
                        worth.insert(choice_id, choice.weight);
                    }
                    say(&mut text.choice_feedback, choice_id, choice.feedback);
                    shown.push(Choice { id: choice_id, html: choice.text });
                }
                text.gaps.insert(id, shown);
                GapAnswer::Choice(worth)
            }
        };
        answer.insert(id, Gap { weight: gap.weight, right });
    }
    Answer::Gaps(answer)
}
