//! How the room has answered one question.

use crate::questions::rules::response::{Response, SCALE_TOP};
use crate::questions::rules::{Answer, ChoiceId, Question, QuestionKind, Weight};
use std::collections::BTreeMap;

/// How many different typed answers are shown; the rest is counted together.
const TYPED_SHOWN: usize = 6;

/// One bar of the distribution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// What it stands for.
    pub about: About,
    /// How many gave it.
    pub count: usize,
    /// Whether it is right; on a scale nothing is.
    pub right: bool,
}

/// What a bar stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// A choice.
    Choice(ChoiceId),
    /// A step of a scale.
    Step(u8),
    /// An answer that was typed.
    Typed(Response),
    /// All other typed answers.
    OtherTyped,
    /// All of it is right.
    AllRight,
    /// Some of it is right.
    SomeRight,
    /// Nothing of it is right.
    NothingRight,
}

/// The distribution of the answers that count, with how much of each is right.
pub fn tally(question: &Question, answers: &[(Response, Weight)]) -> Vec<Bar> {
    match question.kind {
        QuestionKind::One | QuestionKind::Many | QuestionKind::TrueFalse => choices(question, answers),
        QuestionKind::Scale => (1..=SCALE_TOP).map(|step| scale(step, answers)).collect(),
        QuestionKind::Number | QuestionKind::Text => typed(answers),
        _ => by_share(answers),
    }
}

/// Whether an answer contains a choice.
fn has(response: &Response, id: ChoiceId) -> bool {
    match response {
        Response::One(one) => *one == id,
        Response::Many(ids) => ids.contains(&id),
        Response::TrueFalse(said) => id == if *said { ChoiceId::TRUE } else { ChoiceId::FALSE },
        _ => false,
    }
}

/// Whether a choice is right; of weighted ones, those that give.
pub fn is_right(answer: &Answer, id: ChoiceId) -> bool {
    match answer {
        Answer::One(right) => *right == id,
        Answer::Many(rights) => rights.contains(&id),
        Answer::TrueFalse(said) => id == if *said { ChoiceId::TRUE } else { ChoiceId::FALSE },
        Answer::OneWeighted(worths) => {
            let best = worths.values().max().copied().unwrap_or_default();
            best > Weight(0) && worths.get(&id) == Some(&best)
        }
        Answer::ManyWeighted(worths) => worths.get(&id).is_some_and(|worth| *worth > Weight(0)),
        _ => false,
    }
}

fn choices(question: &Question, answers: &[(Response, Weight)]) -> Vec<Bar> {
    let text = question.texts.values().next();
    let ids: Vec<ChoiceId> = match question.kind {
        QuestionKind::TrueFalse => vec![ChoiceId::TRUE, ChoiceId::FALSE],
        _ => text.map(|text| text.choices.iter().map(|choice| choice.id).collect()).unwrap_or_default(),
    };
    let bar = |id: ChoiceId| Bar {
        about: About::Choice(id),
        count: answers.iter().filter(|(response, _)| has(response, id)).count(),
        right: is_right(&question.answer, id),
    };
    ids.into_iter().map(bar).collect()
}

fn scale(step: u8, answers: &[(Response, Weight)]) -> Bar {
    let count = answers.iter().filter(|(response, _)| *response == Response::Scale(step)).count();
    Bar { about: About::Step(step), count, right: false }
}

/// The most frequent first; what is right is shown in any case.
fn typed(answers: &[(Response, Weight)]) -> Vec<Bar> {
    let mut counts: BTreeMap<String, (Response, usize, bool)> = BTreeMap::new();
    for (response, share) in answers.iter().filter(|(response, _)| !response.is_blank()) {
        let said = match response {
            Response::Text(text) => text.to_lowercase(),
            other => other.to_json().to_string(),
        };
        let right = *share == Weight::WHOLE;
        counts.entry(said).or_insert_with(|| (response.clone(), 0, right)).1 += 1;
    }
    let mut bars: Vec<Bar> = counts
        .into_values()
        .map(|(response, count, right)| Bar { about: About::Typed(response), count, right })
        .collect();
    bars.sort_by_key(|bar| (!bar.right, std::cmp::Reverse(bar.count)));
    let rest: usize = bars.iter().skip(TYPED_SHOWN).map(|bar| bar.count).sum();
    bars.truncate(TYPED_SHOWN);
    if rest > 0 {
        bars.push(Bar { about: About::OtherTyped, count: rest, right: false });
    }
    bars
}

fn by_share(answers: &[(Response, Weight)]) -> Vec<Bar> {
    let count = |wanted: fn(Weight) -> bool| answers.iter().filter(|(_, share)| wanted(*share)).count();
    let bar = |about, count, right| Bar { about, count, right };
    vec![
        bar(About::AllRight, count(|share| share >= Weight::WHOLE), true),
        bar(About::SomeRight, count(|share| share > Weight(0) && share < Weight::WHOLE), false),
        bar(About::NothingRight, count(|share| share <= Weight(0)), false),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questions::rules::{Choice, QuestionText};

    fn question(answer: Answer) -> Question {
        let choice = |id| Choice { id: ChoiceId(id), html: format!("{id}") };
        let text = QuestionText { choices: [1, 2, 3].map(choice).into(), ..QuestionText::default() };
        Question {
            key: "q".into(),
            kind: answer.kind(),
            points: 1,
            texts: [(crate::kernel::Language::Ru, text)].into(),
            answer,
            penalty: Question::USUAL_PENALTY,
        }
    }

    #[test]
    fn choices_are_counted_one_by_one() {
        let many = |ids: &[u16]| Response::Many(ids.iter().map(|id| ChoiceId(*id)).collect());
        let answers = [(many(&[1, 2]), Weight(0)), (many(&[2]), Weight(0)), (Response::Blank, Weight(0))];
        let bars = tally(&question(Answer::Many([ChoiceId(2)].into())), &answers);
        assert_eq!(
            bars.iter().map(|bar| (bar.count, bar.right)).collect::<Vec<_>>(),
            [(1, false), (2, true), (0, false)]
        );
        let said = [(Response::TrueFalse(true), Weight::WHOLE), (Response::TrueFalse(false), Weight(0))];
        let bars = tally(&question(Answer::TrueFalse(true)), &said);
        assert_eq!(
            bars.iter().map(|bar| (bar.count, bar.right)).collect::<Vec<_>>(),
            [(1, true), (1, false)]
        );
    }

    #[test]
    fn typed_answers_stand_together_whatever_their_case_and_the_right_one_first() {
        let text = |said: &str, share| (Response::Text(said.into()), share);
        let answers = [
            text("нет", Weight(0)),
            text("Нет", Weight(0)),
            text("бірге", Weight::WHOLE),
            text("да", Weight(0)),
        ];
        let bars = typed(&answers);
        assert_eq!(
            bars.iter().map(|bar| (bar.count, bar.right)).collect::<Vec<_>>(),
            [(1, true), (2, false), (1, false)]
        );
        let many: Vec<_> = (0..9).map(|number| text(&format!("{number}"), Weight(0))).collect();
        assert_eq!(typed(&many).last().unwrap().about, About::OtherTyped);
        assert_eq!(typed(&many).iter().map(|bar| bar.count).sum::<usize>(), 9);
    }

    #[test]
    fn orders_are_counted_by_how_right_they_are() {
        let order = |share| (Response::Order(vec![None]), share);
        let bars = tally(
            &question(Answer::Order([1, 2, 3].map(ChoiceId).into())),
            &[order(Weight::WHOLE), order(Weight(1)), order(Weight(0)), order(Weight(0))],
        );
        assert_eq!(bars.iter().map(|bar| bar.count).collect::<Vec<_>>(), [1, 1, 2]);
    }
}
