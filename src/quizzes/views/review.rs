//! One question of a result: what was asked, what was answered, and after release what is right and why.

use super::parts::{self, describe, words_of};
use crate::programmes::rules::quiz::{Answer, Choice, ChoiceId, PublicQuestion, Question};
use crate::programmes::rules::words::QuestionKind;
use crate::questions::rules::Weight;
use crate::questions::rules::marking::MilliPoints;
use crate::questions::rules::response::Response;
use crate::quizzes::actions::{Asked, Reading};
use crate::quizzes::rules::drawing;
use crate::render::SafeHtml;
use crate::web::Reader;
use serde::Serialize;

/// The question.
#[derive(Debug, Serialize)]
pub(super) struct Reviewed {
    number: usize,
    anchor: String,
    content_lang: &'static str,
    other_language: bool,
    prompt_html: SafeHtml,
    detail_html: Option<SafeHtml>,
    blank: bool,
    right: bool,
    partly: bool,
    wrong: bool,
    points: Option<String>,
    most: u32,
    choices: Option<Vec<Chosen>>,
    answer: Option<String>,
    expected: Option<String>,
    rows: Option<Vec<Row>>,
    explanation_html: Option<SafeHtml>,
}

/// A choice. Before release `right` and `wrong` are never set.
#[derive(Debug, Serialize)]
struct Chosen {
    html: SafeHtml,
    chosen: bool,
    right: bool,
    wrong: bool,
}

/// A place of an order or a pair. Before release `expected` is empty.
#[derive(Debug, Serialize)]
struct Row {
    html: SafeHtml,
    answer: String,
    expected: String,
    wrong: bool,
}

impl Reviewed {
    /// A question of an attempt that was handed in.
    pub(super) fn new(reading: &Reading, asked: &Asked, number: usize, reader: &Reader) -> Option<Reviewed> {
        let mut public = asked.question.public(reader.language)?;
        drawing::arrange(&mut public, asked.id, &reading.entrance.settings, reading.attempt.seed);
        let released = reading.released.then_some(&asked.question);
        let scored = released.filter(|question| question.answer != Answer::Scale);
        let share =
            asked.mark.filter(|_| scored.is_some()).and_then(|(share, _)| share).map_or(-1, |share| share.0);
        let blank = asked.response.is_blank();
        let points = |(share, points): (Option<Weight>, MilliPoints)| {
            share.map(|_| parts::points(reader.language, points))
        };
        let why = released
            .and_then(|question| question.text(reader.language))
            .map(|(_, text)| &text.explanation_html);
        let mut reviewed = Reviewed {
            number,
            anchor: format!("question-{}", asked.id),
            content_lang: public.language.tag(),
            other_language: public.language != reader.language,
            prompt_html: SafeHtml::trusted(&public.prompt_html),
            detail_html: Some(&public.detail_html).filter(|html| !html.is_empty()).map(SafeHtml::trusted),
            blank,
            right: share == Weight::WHOLE.0,
            partly: (1..Weight::WHOLE.0).contains(&share),
            wrong: share == 0 && !blank,
            points: asked.mark.filter(|_| scored.is_some()).and_then(points),
            most: public.points,
            choices: None,
            answer: None,
            expected: None,
            rows: None,
            explanation_html: why.filter(|html| !html.is_empty()).map(SafeHtml::trusted),
        };
        reviewed.fill(&public, &asked.response, released, reader);
        Some(reviewed)
    }

    /// Whether something is to be read again.
    pub(super) fn is_to_mend(&self) -> bool {
        self.points.is_some() && !self.right
    }

    fn fill(
        &mut self,
        public: &PublicQuestion,
        response: &Response,
        released: Option<&Question>,
        reader: &Reader,
    ) {
        let right = released.map(|question| &question.answer);
        match public.kind {
            QuestionKind::Order => {
                self.rows = Some(order(public, response, right));
            }
            QuestionKind::Match => {
                self.rows = Some(pairs(public, response, right));
            }
            QuestionKind::Number | QuestionKind::Scale | QuestionKind::Text | QuestionKind::Essay => {
                self.answer = Some(describe(public, response, reader.language));
                if let Some(Answer::Number { value, .. }) = right {
                    self.expected = Some(describe(public, &Response::Number(*value), reader.language));
                }
            }
            _ => self.choices = Some(choices(public, response, right)),
        }
    }
}

fn choices(public: &PublicQuestion, response: &Response, right: Option<&Answer>) -> Vec<Chosen> {
    let chosen = |id: ChoiceId| match response {
        Response::One(one) => *one == id,
        Response::Many(ids) => ids.contains(&id),
        Response::TrueFalse(said) => (id == ChoiceId::TRUE) == *said,
        _ => false,
    };
    let is_right = |id: ChoiceId| match right {
        Some(Answer::One(one)) => *one == id,
        Some(Answer::Many(ids)) => ids.contains(&id),
        Some(Answer::TrueFalse(said)) => (id == ChoiceId::TRUE) == *said,
        _ => false,
    };
    let choice = |choice: &Choice| Chosen {
        html: SafeHtml::trusted(&choice.html),
        chosen: chosen(choice.id),
        right: is_right(choice.id),
        wrong: right.is_some() && chosen(choice.id) && !is_right(choice.id),
    };
    public.choices.iter().map(choice).collect()
}

/// A row for each place: what stood there, and what belongs there.
fn order(public: &PublicQuestion, response: &Response, right: Option<&Answer>) -> Vec<Row> {
    let places: &[Option<ChoiceId>] = if let Response::Order(places) = response { places } else { &[] };
    let expected: &[ChoiceId] = if let Some(Answer::Order(right)) = right { right } else { &[] };
    (0..public.choices.len())
        .map(|place| {
            let given = places.get(place).copied().flatten();
            let belongs = expected.get(place).copied();
            let words = |id: Option<ChoiceId>| id.map(|id| words_of(&public.choices, id)).unwrap_or_default();
            Row {
                html: SafeHtml::trusted((place + 1).to_string()),
                answer: words(given),
                expected: words(belongs),
                wrong: belongs.is_some() && given != belongs,
            }
        })
        .collect()
}

/// A row for each left: what was joined to it, and what belongs to it.
fn pairs(public: &PublicQuestion, response: &Response, right: Option<&Answer>) -> Vec<Row> {
    let row = |left: &Choice| {
        let given = if let Response::Match(pairs) = response { pairs.get(&left.id).copied() } else { None };
        let belongs =
            if let Some(Answer::Match(pairs)) = right { pairs.get(&left.id).copied() } else { None };
        let words = |id: Option<ChoiceId>| id.map(|id| words_of(&public.rights, id)).unwrap_or_default();
        Row {
            html: SafeHtml::trusted(&left.html),
            answer: words(given),
            expected: words(belongs),
            wrong: belongs.is_some() && given != belongs,
        }
    };
    public.choices.iter().map(row).collect()
}
