//! Answers carried from one version of a question to another. The numbers of choices are dealt by their texts, so
//! that a reworded choice may have another number in the next version: they are joined by what they say.

use super::behaviours::{Conduct as _, Given};
use crate::programmes::rules::quiz::QuizSettings;
use crate::questions::rules::marking::Mark;
use crate::questions::rules::response::{Filling, Response};
use crate::questions::rules::{Answer, Choice, ChoiceId, Question, QuestionText};
use std::collections::{BTreeMap, BTreeSet};

/// Which number of the one version means which of the other.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Carrying {
    choices: BTreeMap<ChoiceId, ChoiceId>,
    rights: BTreeMap<ChoiceId, ChoiceId>,
    gaps: BTreeMap<ChoiceId, BTreeMap<ChoiceId, ChoiceId>>,
}

impl Carrying {
    /// How answers go from one version to another; nothing when these versions are not comparable: another kind,
    /// or choices of which it cannot be said which is which. One reworded choice can be told by the others.
    pub fn between(old: &Question, new: &Question) -> Option<Carrying> {
        if old.kind != new.kind {
            return None;
        }
        let texts = || old.texts.iter().filter_map(|(language, text)| Some((text, new.texts.get(language)?)));
        let by = |part: fn(&QuestionText) -> &[Choice]| {
            texts().find_map(|(one, other)| joined(part(one), part(other)))
        };
        let gaps = match (&old.answer, &new.answer) {
            (Answer::Gaps(one), Answer::Gaps(other)) if one.keys().eq(other.keys()) => one
                .keys()
                .map(|gap| {
                    let of = |text: &'_ QuestionText| text.gaps.get(gap).cloned().unwrap_or_default();
                    let pairs = texts().find_map(|(one, other)| joined(&of(one), &of(other)))?;
                    Some((*gap, pairs))
                })
                .collect::<Option<_>>()?,
            (Answer::Gaps(_), _) => return None,
            _ => BTreeMap::new(),
        };
        Some(Carrying { choices: by(|text| &text.choices)?, rights: by(|text| &text.rights)?, gaps })
    }

    /// The mark of recorded answers by the other version. Points are those the attempt was promised; what changes
    /// is how much of them is earned. What the other version does not know counts as not answered.
    pub fn marked(
        &self,
        settings: &QuizSettings,
        (asked, other): (&Question, &Question),
        given: &[Given],
    ) -> Mark {
        let carry = |step: &Given| {
            let response = self.carry(&step.response).unwrap_or(Response::Blank);
            Given { response, checked: step.checked }
        };
        let given: Vec<Given> = given.iter().map(carry).collect();
        Mark::of(asked, settings.settle(other, &given))
    }

    /// An answer in the words of the other version; nothing when it has no such choice.
    pub fn carry(&self, response: &Response) -> Option<Response> {
        let choice = |id: &ChoiceId| self.choices.get(id).copied();
        Some(match response {
            Response::One(id) => Response::One(choice(id)?),
            Response::Many(ids) => Response::Many(ids.iter().map(choice).collect::<Option<BTreeSet<_>>>()?),
            Response::Order(places) => {
                let place = |id: &Option<ChoiceId>| match id {
                    Some(id) => choice(id).map(Some),
                    None => Some(None),
                };
                Response::Order(places.iter().map(place).collect::<Option<_>>()?)
            }
            Response::Match(pairs) => {
                let pair = |(left, right): (&ChoiceId, &ChoiceId)| {
                    Some((choice(left)?, self.rights.get(right).copied()?))
                };
                Response::Match(pairs.iter().map(pair).collect::<Option<_>>()?)
            }
            Response::Gaps(fillings) => {
                let filled = |(gap, filling): (&ChoiceId, &Filling)| {
                    let filling = match filling {
                        Filling::Choice(id) => Filling::Choice(self.gaps.get(gap)?.get(id).copied()?),
                        Filling::Text(text) => Filling::Text(text.clone()),
                    };
                    Some((*gap, filling))
                };
                Response::Gaps(fillings.iter().map(filled).collect::<Option<_>>()?)
            }
            same => same.clone(),
        })
    }
}

/// Choices joined by their texts. One that is left over on each side is the same, reworded.
fn joined(old: &[Choice], new: &[Choice]) -> Option<BTreeMap<ChoiceId, ChoiceId>> {
    let mut pairs = BTreeMap::new();
    let mut free: Vec<&Choice> = new.iter().collect();
    let mut reworded = Vec::new();
    for choice in old {
        match free.iter().position(|other| other.html == choice.html) {
            Some(place) => {
                pairs.insert(choice.id, free.remove(place).id);
            }
            None => reworded.push(choice.id),
        }
    }
    match (reworded.as_slice(), free.as_slice()) {
        ([], _) => Some(pairs),
        ([one], [other]) => {
            pairs.insert(*one, other.id);
            Some(pairs)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::Language;
    use crate::questions::rules::{QuestionKind, Weight};
    use proptest::prelude::*;

    /// A question with one right choice; numbers are dealt as imports deal them.
    fn question(texts: &[&str], right: usize) -> Question {
        let ids = ChoiceId::deal("q", texts);
        let choices = texts.iter().zip(&ids).map(|(text, id)| Choice { id: *id, html: (*text).to_owned() });
        let text = QuestionText { choices: choices.collect(), ..QuestionText::default() };
        Question {
            key: "q".into(),
            kind: QuestionKind::One,
            points: 1,
            texts: BTreeMap::from([(Language::Ru, text)]),
            answer: Answer::One(ids[right]),
            penalty: Weight::default(),
        }
    }

    fn said(question: &Question, text: &str) -> Response {
        let choices = &question.texts[&Language::Ru].choices;
        Response::One(choices.iter().find(|choice| choice.html == text).unwrap().id)
    }

    #[test]
    fn a_reworded_choice_keeps_what_was_chosen_whatever_its_number() {
        let (old, new) =
            (question(&["да", "нет", "смотря где"], 0), question(&["да", "никогда", "смотря где"], 1));
        let carrying = Carrying::between(&old, &new).unwrap();
        assert_eq!(carrying.carry(&said(&old, "нет")), Some(said(&new, "никогда")));
        assert_eq!(carrying.carry(&said(&old, "да")), Some(said(&new, "да")));
        assert_eq!(carrying.carry(&Response::Blank), Some(Response::Blank));
    }

    #[test]
    fn versions_that_cannot_be_compared_are_told() {
        let old = question(&["да", "нет", "смотря где"], 0);
        assert_eq!(Carrying::between(&old, &question(&["да", "никогда", "везде"], 0)), None, "two reworded");
        let number = Question { kind: QuestionKind::Number, ..old.clone() };
        assert_eq!(Carrying::between(&old, &number), None, "another kind");
        let fewer = question(&["да", "нет"], 0);
        assert_eq!(Carrying::between(&old, &fewer), None, "a choice is gone");
        assert!(Carrying::between(&fewer, &old).is_some(), "a new choice takes nothing away");
    }

    proptest! {
        #[test]
        fn carried_into_the_same_question_an_answer_stays_what_it_is(count in 2..8usize, chosen in 0..8usize, shift in 0..8usize) {
            let texts: Vec<String> = (0..count).map(|n| format!("choice {n}")).collect();
            let mut words: Vec<&str> = texts.iter().map(String::as_str).collect();
            let old = question(&words, 0);
            words.rotate_left(shift % count);
            let again = question(&words, 0);
            let carrying = Carrying::between(&old, &again).unwrap();
            let response = said(&old, &texts[chosen % count]);
            prop_assert_eq!(carrying.carry(&response), Some(said(&again, &texts[chosen % count])));
            prop_assert_eq!(Carrying::between(&old, &old).unwrap().carry(&response), Some(response));
        }
    }
}
