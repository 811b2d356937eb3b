//! A text with gaps, divided at their marks `[[1]]`.

use crate::questions::rules::{ChoiceId, PublicQuestion};

/// A gap where it stands in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Blank {
    /// Its number in the answer.
    pub(super) id: ChoiceId,
    /// What people call it: 1 is the first in the text.
    pub(super) number: u16,
}

/// The text in pieces, each with the gap behind it; the last has none. Marks of gaps that the question does not
/// have stay as they are, and a gap without a mark comes at the end: each can be answered.
pub(super) fn divide(question: &PublicQuestion) -> Vec<(String, Option<Blank>)> {
    let mut left: Vec<ChoiceId> = question.gaps.keys().copied().collect();
    let (mut pieces, mut piece, mut rest) = (Vec::new(), String::new(), question.detail_html.as_str());
    let mut number = 0;
    let mut next = |id| {
        number += 1;
        Some(Blank { id, number })
    };
    while let Some((before, after)) = rest.split_once("[[") {
        piece.push_str(before);
        let mark = after.split_once("]]").and_then(|(inside, behind)| Some((inside.parse().ok()?, behind)));
        let place = mark.and_then(|(id, _)| left.iter().position(|known| *known == ChoiceId(id)));
        if let (Some((_, behind)), Some(place)) = (mark, place) {
            pieces.push((std::mem::take(&mut piece), next(left.remove(place))));
            rest = behind;
        } else {
            piece.push_str("[[");
            rest = after;
        }
    }
    piece.push_str(rest);
    for id in left {
        pieces.push((std::mem::take(&mut piece), next(id)));
    }
    pieces.push((piece, None));
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::Language;
    use crate::questions::rules::{Answer, Gap, GapAnswer, Question, QuestionText};
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    fn divided(html: &str, gaps: u16) -> Vec<(String, Option<(u16, u16)>)> {
        let right = || GapAnswer::Number(Vec::new());
        let text = QuestionText { detail_html: html.to_owned(), ..QuestionText::default() };
        let answer =
            Answer::Gaps((1..=gaps).map(|id| (ChoiceId(id), Gap { weight: 1, right: right() })).collect());
        let question = Question {
            key: "gaps".into(),
            kind: answer.kind(),
            points: 1,
            texts: BTreeMap::from([(Language::Ru, text)]),
            answer,
            penalty: Question::USUAL_PENALTY,
        };
        let pieces = divide(&question.public(Language::Ru).unwrap());
        pieces.into_iter().map(|(html, gap)| (html, gap.map(|gap| (gap.id.0, gap.number)))).collect()
    }

    #[test]
    fn a_text_is_divided_at_its_marks() {
        let (piece, end) =
            (|html: &str, gap| (html.to_owned(), Some(gap)), |html: &str| (html.to_owned(), None));
        assert_eq!(
            divided("<p>а [[2]] б [[1]]</p>", 2),
            [piece("<p>а ", (2, 1)), piece(" б ", (1, 2)), end("</p>")]
        );
        assert_eq!(
            divided("<p>[[9]] [[1]] [[1]] [[</p>", 1),
            [piece("<p>[[9]] ", (1, 1)), end(" [[1]] [[</p>")]
        );
        assert_eq!(divided("<p>нет</p>", 2), [piece("<p>нет</p>", (1, 1)), piece("", (2, 2)), end("")]);
    }

    proptest! {
        #[test]
        fn every_gap_stands_somewhere_once(html in "(\\[\\[[0-9]{1,2}\\]\\]|[а-я<>\\[\\] ]){0,20}", gaps in 0..6u16) {
            let pieces = divided(&html, gaps);
            let mut ids: Vec<u16> = pieces.iter().filter_map(|(_, gap)| gap.map(|(id, _)| id)).collect();
            ids.sort_unstable();
            prop_assert_eq!(ids, (1..=gaps).collect::<Vec<_>>());
        }
    }
}
