//! What of an answer is shown where, by the kind of its question.

use super::{Chosen, Filled, Known, Row, percent, worths};
use crate::questions::rules::marking::gap_worth;
use crate::questions::rules::{
    Answer, Choice, ChoiceId, Filling, Gap, GapAnswer, Response, is_right_filling, right_filling, shown_texts,
};
use crate::quizzes::views::gaps;
use crate::quizzes::views::parts::{self, words_of};
use crate::render::SafeHtml;
use std::collections::BTreeMap;

pub(super) fn choices(known: Known<'_>) -> Vec<Chosen> {
    let right = known.right();
    let named = known.response.choices();
    let chosen = |id: ChoiceId| named.contains(&id);
    let best = worths(right).and_then(|worths| worths.values().max().copied()).unwrap_or_default();
    let worth = |id: ChoiceId| worths(right).map(|worths| worths.get(&id).copied().unwrap_or_default());
    let is_right = |id: ChoiceId| match right {
        Some(Answer::One(one)) => *one == id,
        Some(Answer::Many(ids)) => ids.contains(&id),
        Some(Answer::TrueFalse(said)) => (id == ChoiceId::TRUE) == *said,
        Some(Answer::OneWeighted(_)) => worth(id) == Some(best),
        Some(Answer::ManyWeighted(_)) => worth(id).is_some_and(|worth| worth.0 > 0),
        _ => false,
    };
    let gives = |id: ChoiceId| is_right(id) || worth(id).is_some_and(|worth| worth.0 > 0);
    let choice = |choice: &Choice| Chosen {
        html: SafeHtml::trusted(&choice.html),
        chosen: chosen(choice.id),
        right: is_right(choice.id),
        wrong: right.is_some() && chosen(choice.id) && !gives(choice.id),
        worth: worth(choice.id).map(|worth| percent(worth, known.language)),
        feedback_html: known.said_to(choice.id).filter(|_| chosen(choice.id)),
    };
    known.public.choices.iter().map(choice).collect()
}

/// A row for each place: what stood there, and what belongs there.
pub(super) fn order(known: Known<'_>) -> Vec<Row> {
    let places: &[Option<ChoiceId>] = if let Response::Order(places) = known.response { places } else { &[] };
    let expected: &[ChoiceId] = if let Some(Answer::Order(right)) = known.right() { right } else { &[] };
    let row = |place: usize| {
        let head = SafeHtml::trusted((place + 1).to_string());
        compared(
            head,
            places.get(place).copied().flatten(),
            expected.get(place).copied(),
            &known.public.choices,
        )
    };
    (0..known.public.choices.len()).map(row).collect()
}

/// A row for each left: what was joined to it, and what belongs to it.
pub(super) fn pairs(known: Known<'_>) -> Vec<Row> {
    let row = |left: &Choice| {
        let of = |pairs: &BTreeMap<ChoiceId, ChoiceId>| pairs.get(&left.id).copied();
        let given = if let Response::Match(pairs) = known.response { of(pairs) } else { None };
        let belongs = if let Some(Answer::Match(pairs)) = known.right() { of(pairs) } else { None };
        compared(SafeHtml::trusted(&left.html), given, belongs, &known.public.rights)
    };
    known.public.choices.iter().map(row).collect()
}

fn compared(html: SafeHtml, given: Option<ChoiceId>, belongs: Option<ChoiceId>, choices: &[Choice]) -> Row {
    let words = |id: Option<ChoiceId>| id.map(|id| words_of(choices, id)).unwrap_or_default();
    Row {
        html,
        gap: None,
        answer: words(given),
        expected: words(belongs),
        right: belongs.is_some() && given == belongs,
        partly: false,
        wrong: belongs.is_some() && given != belongs,
    }
}

fn filling_of(response: &Response, gap: ChoiceId) -> Option<&Filling> {
    if let Response::Gaps(fillings) = response { fillings.get(&gap) } else { None }
}

fn words_filled(known: Known<'_>, gap: ChoiceId, filling: Option<&Filling>) -> String {
    match filling {
        None => String::new(),
        Some(Filling::Text(text)) => text.clone(),
        Some(Filling::Choice(id)) => {
            known.public.gaps.get(&gap).map(|choices| words_of(choices, *id)).unwrap_or_default()
        }
    }
}

pub(super) fn text_with_gaps(known: Known<'_>) -> Vec<Filled> {
    let piece = |(html, blank): (String, Option<gaps::Blank>)| Filled {
        html: SafeHtml::trusted(html),
        number: blank.map(|blank| blank.number),
        answer: blank
            .map(|blank| words_filled(known, blank.id, filling_of(known.response, blank.id)))
            .unwrap_or_default(),
    };
    gaps::divide(known.public).into_iter().map(piece).collect()
}

/// A row for each gap, after release.
pub(super) fn gap_rows(known: Known<'_>) -> Vec<Row> {
    let Some(Answer::Gaps(right)) = known.right() else { return Vec::new() };
    let row = |blank: gaps::Blank| {
        let (gap, filling) = (right.get(&blank.id)?, filling_of(known.response, blank.id));
        let is_right = filling.is_some_and(|filling| is_right_filling(gap, filling));
        let gives = filling.is_some_and(|filling| gap_worth(gap, filling).0 > 0);
        Some(Row {
            html: SafeHtml::trusted(""),
            gap: Some(blank.number),
            answer: words_filled(known, blank.id, filling),
            expected: gap_expected(known, blank.id, gap),
            right: is_right,
            partly: gives && !is_right,
            wrong: !gives,
        })
    };
    gaps::divide(known.public).into_iter().filter_map(|(_, blank)| row(blank?)).collect()
}

fn gap_expected(known: Known<'_>, id: ChoiceId, gap: &Gap) -> String {
    match &gap.right {
        GapAnswer::Text(texts) => shown_texts(texts).join("; "),
        GapAnswer::Choice(_) => words_filled(known, id, right_filling(&gap.right).as_ref()),
        GapAnswer::Number(_) => {
            let number = words_filled(known, id, right_filling(&gap.right).as_ref());
            parts::decimal(known.language, &number)
        }
    }
}
