//! A question of an attempt, as programs see it.

use super::{ChoiceDto, EssayDto, GapDto, QuestionDto, ReviewDto, TriedDto};
use crate::kernel::Language;
use crate::programmes::rules::words::Word as _;
use crate::questions::rules::marking::Mark;
use crate::questions::rules::{
    Answer, Choice, ChoiceId, PublicQuestion, QuestionKind, QuestionText, accepted_place, right_response,
    shown_texts,
};
use crate::quizzes::actions::{Asked, Reading};
use crate::quizzes::rules::behaviours::{Conduct as _, Worth as _, after_tries};
use crate::quizzes::rules::drawing;
use serde_json::Value;

pub(super) fn question(reading: &Reading, asked: &Asked, language: Language) -> Option<QuestionDto> {
    let mut public: PublicQuestion = asked.question.public(language)?;
    drawing::arrange(&mut public, asked.id, &reading.entrance.settings, reading.attempt.seed);
    let choice = |choice: Choice| ChoiceDto { id: choice.id.0, html: choice.html };
    let essay = (public.kind == QuestionKind::Essay).then_some(EssayDto {
        least_words: public.words.0,
        most_words: public.words.1,
        template: public.template,
    });
    let gap = |(id, choices): (ChoiceId, Vec<Choice>)| GapDto {
        id: id.0,
        choices: choices.into_iter().map(choice).collect(),
    };
    Some(QuestionDto {
        id: asked.id.0,
        kind: public.kind.as_str().to_owned(),
        points: public.points,
        language: public.language.tag().to_owned(),
        prompt_html: public.prompt_html,
        detail_html: public.detail_html,
        choices: public.choices.into_iter().map(choice).collect(),
        rights: public.rights.into_iter().map(choice).collect(),
        unit: public.unit,
        units: public.units,
        gaps: public.gaps.into_iter().map(gap).collect(),
        essay,
        scale: public.scale.map(|ends| [ends.lowest, ends.highest]),
        response: asked.response.to_json(),
        flagged: asked.flagged,
        tried: tried(reading, asked),
        review: (reading.released || asked.state.locked).then(|| review(asked, language)),
    })
}

fn tried(reading: &Reading, asked: &Asked) -> Option<TriedDto> {
    let (tries, state) = (reading.entrance.settings.tries(), &asked.state);
    (tries > 0).then(|| TriedDto {
        tries: state.tries,
        tries_left: if state.locked { 0 } else { tries.saturating_sub(state.tries) },
        locked: state.locked,
        fraction_permille: state.worth.map(|worth| worth.0 / 10_000),
    })
}

fn review(asked: &Asked, language: Language) -> ReviewDto {
    let text = asked.question.text(language);
    let now = asked.state.worth.map(|worth| after_tries(worth, asked.question.penalty(), asked.state.tries));
    let mark = asked.mark.or_else(|| {
        let mark = Mark::of(&asked.question, Some(now?));
        Some((mark.fraction, mark.points))
    });
    ReviewDto {
        right: right(&asked.question.answer),
        feedback_html: text.map(|(_, text)| feedback(asked, text)).unwrap_or_default(),
        explanation_html: text.map(|(_, text)| text.explanation_html.clone()).unwrap_or_default(),
        fraction_permille: mark.and_then(|(share, _)| share).map(|share| share.0 / 10_000),
        milli_points: mark.map(|(_, points)| points.0),
    }
}

/// What is right, without the patterns that typed answers are compared with.
fn right(answer: &Answer) -> Value {
    match answer {
        Answer::Number { value, tolerance, units, .. } => {
            let units = units.iter().map(|unit| unit.symbol.as_str()).collect::<Vec<_>>();
            serde_json::json!({ "value": value.to_string(), "tolerance": tolerance.to_string(), "units": units })
        }
        Answer::Text(texts) => serde_json::json!(shown_texts(texts)),
        answer => right_response(answer).map_or(Value::Null, |right| right.to_json()),
    }
}

/// What the author says to this answer, beside the explanation that stands under every answer.
fn feedback(asked: &Asked, text: &QuestionText) -> Vec<String> {
    let place = accepted_place(&asked.question.answer, &asked.response);
    let accepted = place.and_then(|place| text.accepted_feedback.get(&place));
    let chosen = asked.response.choices();
    let chosen = chosen.iter().filter_map(|id| text.choice_feedback.get(id));
    let share = asked.mark.and_then(|(share, _)| share);
    let outcome = text.outcome.as_ref().zip(share).map(|(outcome, share)| outcome.of(share));
    let said = accepted.into_iter().chain(chosen).chain(outcome);
    said.filter(|html| !html.is_empty()).cloned().collect()
}
