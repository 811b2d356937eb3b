//! One answer on the desk.

use super::{QuestionView, Typed, answer_in_words, field, wrong};
use crate::kernel::{Problem, ProblemCode, dates};
use crate::quiz_marking::actions::Desk;
use crate::quiz_marking::rules::{LONGEST_WORDS, points, short_number};
use crate::quizzes::views::parts;
use crate::web::{Field, Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Serialize)]
pub struct DeskPage {
    queue_url: &'static str,
    quiz: String,
    edition: String,
    question: QuestionView,
    number: String,
    author: Option<String>,
    attempt_url: Option<String>,
    blind: bool,
    /// When it was handed in; nothing where answers are marked without names, since the list of results tells
    /// who handed in when.
    handed_in: Option<String>,
    /// For how many whole days it waits.
    age: i64,
    answer: String,
    words: usize,
    left: usize,
    skip_url: Option<String>,
    is_own: bool,
    given: Option<String>,
    meanwhile: Option<Meanwhile>,
    form: Option<MarkForm>,
    fields: Vec<Field>,
}

/// Somebody else has marked the answer while this trainer was writing.
#[derive(Debug, Serialize)]
struct Meanwhile {
    who: String,
    at: String,
    typed: String,
}

#[derive(Debug, Serialize)]
struct MarkForm {
    url: String,
    points: Field,
    remark: Field,
    limit: usize,
    step: String,
    most: String,
    phrases: Vec<Phrase>,
    phrases_url: &'static str,
    keep: bool,
    more: bool,
}

#[derive(Debug, Serialize)]
struct Phrase {
    id: String,
    text: String,
    chosen: bool,
}

impl DeskPage {
    /// An answer, with what was typed about it.
    pub fn new(desk: &Desk, reader: &Reader, typed: Option<Typed<'_>>) -> DeskPage {
        let answer = answer_in_words(&desk.question, &desk.response, reader.language);
        let place = desk.place;
        let url = |number| paths::answer_to_mark(place.edition, place.activity, place.question, number);
        let form = (desk.points.is_none() && !desk.own).then(|| MarkForm::new(desk, reader, typed));
        let fields = form.as_ref().map(|form| wrong(&[&form.points, &form.remark])).unwrap_or_default();
        DeskPage {
            queue_url: paths::MARKING,
            quiz: desk.quiz.for_reader(reader.language).to_owned(),
            edition: desk.edition.title.clone(),
            question: QuestionView::new(&desk.question, reader.language),
            number: short_number(desk.number),
            author: desk.author.as_ref().map(|(name, _)| name.full()),
            attempt_url: desk.author.as_ref().map(|(_, attempt)| paths::attempt(*attempt)),
            blind: desk.blind,
            handed_in: desk
                .submitted_at
                .filter(|_| !desk.blind)
                .map(|at| dates::day_and_time(reader.language, at, reader.zone)),
            age: desk.submitted_at.map_or(0, |at| at.days_until(reader.now)),
            words: answer.split_whitespace().count(),
            answer,
            left: desk.left,
            skip_url: desk.next.map(url),
            is_own: desk.own,
            given: desk.points.map(|given| parts::points(reader.language, given)),
            meanwhile: typed
                .filter(|typed| typed.problem.code == ProblemCode::AlreadyGraded)
                .map(|typed| Meanwhile::new(typed.problem, typed.form.raw("remark"))),
            form,
            fields,
        }
    }
}

impl MarkForm {
    fn new(desk: &Desk, reader: &Reader, typed: Option<Typed<'_>>) -> MarkForm {
        let place = desk.place;
        let chosen =
            |id: &str| typed.is_some_and(|typed| typed.form.all("phrase").iter().any(|one| one == id));
        let phrase = |row: &crate::phrases::actions::PhraseRow| {
            let id = row.id.to_string();
            Phrase { chosen: chosen(&id), id, text: row.text.clone() }
        };
        MarkForm {
            url: paths::answer_mark(place.edition, place.activity, place.question, desk.number),
            points: field(typed, "points", ""),
            remark: field(typed, "remark", ""),
            limit: LONGEST_WORDS,
            step: parts::points(reader.language, points::STEP),
            most: parts::points(reader.language, points::most(&desk.question)),
            phrases: desk.phrases.iter().map(phrase).collect(),
            phrases_url: paths::MARKING_PHRASES,
            keep: typed.is_some_and(|typed| typed.form.ticked("keep")),
            more: desk.next.is_some(),
        }
    }
}

impl Meanwhile {
    fn new(problem: &Problem, typed: &str) -> Meanwhile {
        let arg = |name: &str| {
            let found = problem.args.iter().find(|(known, _)| known == name);
            found.map(|(_, value)| value.clone()).unwrap_or_default()
        };
        Meanwhile { who: arg("who"), at: arg("at"), typed: typed.to_owned() }
    }
}

impl View for DeskPage {
    const TEMPLATE: &'static str = "pages/marking/answer";

    fn title(&self) -> Title {
        Title::with("marking-desk-title", vec![("number", self.number.clone()), ("quiz", self.quiz.clone())])
    }

    fn samples() -> Vec<DeskPage> {
        super::samples::desks()
    }
}
