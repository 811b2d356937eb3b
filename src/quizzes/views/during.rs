//! An attempt under way: every question on one page or each on its own, with the controls its kind needs. Made from
//! [`PublicQuestion`]s alone, so that nothing right or wrong can get into it (G8).

use super::conduct::{self, Asking};
use super::item::{Item, item};
use super::map::{self, Page, Spot};
use super::parts::{self, Link};
use super::samples;
use crate::kernel::{Fault, Moment, QuestionId, dates};
use crate::quizzes::actions::Reading;
use crate::web::{Field, Form, Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Serialize)]
pub struct During {
    crumbs: Vec<Link>,
    title: String,
    number: i32,
    attempt: i64,
    answers_url: String,
    result_url: String,
    sequence: i32,
    saved: Option<String>,
    clock: Option<Clock>,
    answered: usize,
    flagged: usize,
    total: usize,
    map: Vec<Spot>,
    /// Which question this is, where each has a page of its own.
    page: Option<Page>,
    disputed: bool,
    summary: Vec<Field>,
    holder_url: String,
    questions_url: String,
    late: bool,
    /// For how many seconds the last answers are still taken.
    taken: i64,
    grace: bool,
    grace_seconds: Option<u32>,
    questions: Vec<Asking<Item>>,
}

/// The time that is left.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Clock {
    seconds: i64,
    text: String,
    until: String,
    machine: String,
}

/// A page that is shown again: what was typed, what is wrong with it, what is disputed.
#[derive(Debug, Clone, Copy)]
pub struct Retry<'a> {
    /// What was typed.
    pub form: &'a Form,
    /// What is wrong, by field.
    pub faults: &'a [Fault],
    /// Questions that were answered otherwise elsewhere.
    pub disputed: &'a [QuestionId],
    /// The question whose page it was, where each has its own.
    pub page: Option<QuestionId>,
}

impl During {
    /// The page of an attempt under way: of one question where each has its own.
    pub fn new(reading: &Reading, reader: &Reader, question: Option<QuestionId>) -> During {
        During::of(reading, reader, (question, None))
    }

    /// A refused form again, as it was typed.
    pub fn again(reading: &Reading, reader: &Reader, retry: Retry<'_>) -> During {
        During::of(reading, reader, (retry.page, Some(retry)))
    }

    fn of(
        reading: &Reading,
        reader: &Reader,
        (question, retry): (Option<QuestionId>, Option<Retry<'_>>),
    ) -> During {
        let entrance = &reading.entrance;
        let here = reading.place(question);
        let asked =
            reading.asked.iter().enumerate().filter(|(place, _)| here.is_none_or(|here| here == *place));
        let questions: Vec<(usize, Item)> = asked
            .filter_map(|(place, asked)| Some((place, item(reading, asked, place + 1, (reader, retry))?)))
            .collect();
        let items = || questions.iter().map(|(_, item)| item);
        let spots = map::spots(reading, here);
        let summary =
            |item: &Item| Field { faults: item.faults.clone(), id: item.anchor.clone(), ..Field::default() };
        During {
            crumbs: parts::crumbs_below(entrance, reader.language),
            title: parts::title(entrance, reader.language),
            number: reading.attempt.number,
            attempt: reading.attempt.id.0,
            answers_url: paths::attempt_answers(reading.attempt.id),
            result_url: paths::attempt(reading.attempt.id),
            sequence: reading.sequence,
            saved: reading.saved_at.map(|at| dates::time(at.local(reader.zone).time())),
            clock: Clock::of(reading, reader),
            answered: spots.iter().filter(|spot| spot.answered).count(),
            flagged: spots.iter().filter(|spot| spot.flagged).count(),
            total: spots.len(),
            map: spots,
            page: here.and_then(|here| Page::at(reading, here)),
            disputed: items().any(|item| item.disputed),
            summary: items().filter(|item| !item.faults.is_empty()).map(summary).collect(),
            holder_url: paths::attempt_holder(reading.attempt.id),
            questions_url: paths::attempt_questions(reading.attempt.id),
            late: false,
            taken: taken(reading, reader),
            grace: reading.grace(reader.now).is_some(),
            grace_seconds: Some(entrance.settings.grace_seconds).filter(|seconds| *seconds > 0),
            questions: conduct::around(reading, questions, reader),
        }
    }

    /// The same page when its answers came too late: what was typed stays to be read, and nothing can be sent.
    pub fn too_late(self) -> During {
        During { late: true, ..self }
    }
}

/// How long answers are still taken, those too that were on their way when the time was up.
fn taken(reading: &Reading, reader: &Reader) -> i64 {
    let until = reading.attempt.taken_until.or(reading.attempt.due_at);
    until.map_or(0, |until| reader.now.seconds_until(until).max(0))
}

impl Clock {
    /// The clock of an attempt with a time limit.
    pub(super) fn of(reading: &Reading, reader: &Reader) -> Option<Clock> {
        reading.entrance.settings.time_limit?;
        let due: Moment = reading.attempt.due_at?;
        let seconds = reader.now.seconds_until(due).max(0);
        Some(Clock {
            seconds,
            text: format!("{}:{:02}", seconds / 60, seconds % 60),
            until: dates::time(due.local(reader.zone).time()),
            machine: due.rfc3339(),
        })
    }
}

impl View for During {
    const TEMPLATE: &'static str = "pages/quizzes/during";

    fn title(&self) -> Title {
        match &self.page {
            None => Title::text(&self.title),
            Some(page) => {
                let (number, total) = (page.number.to_string(), self.total.to_string());
                let args = vec![("number", number), ("total", total), ("quiz", self.title.clone())];
                Title::with("quizzes-during-title-one", args)
            }
        }
    }

    fn samples() -> Vec<During> {
        let reading = samples::under_way();
        let fresh = samples::not_begun();
        let form = Form::of(&[("q3", "семь"), ("q1", "2")]);
        let faults = [Fault::new("q3", "not-a-number")];
        let disputed = [QuestionId(1)];
        let retry = Retry { form: &form, faults: &faults, disputed: &disputed, page: None };
        let (alone, number) = (samples::one_by_one(), Some(QuestionId(3)));
        let checked = samples::checked_one_by_one();
        vec![
            During::new(&fresh, &samples::reader(), None),
            During::new(&reading, &samples::reader(), None),
            During::again(&reading, &samples::reader(), retry),
            During::new(&samples::checked(), &samples::reader(), None),
            During::again(&reading, &samples::reader(), retry).too_late(),
            During::new(&samples::in_grace(), &samples::reader(), None),
            During::new(&alone, &samples::reader(), None),
            During::new(&alone, &samples::reader(), Some(QuestionId(12))),
            During::again(&alone, &samples::reader(), Retry { page: number, ..retry }),
            During::again(&alone, &samples::reader(), Retry { page: number, ..retry }).too_late(),
            During::new(&checked, &samples::reader(), Some(QuestionId(1))),
            During::new(&checked, &samples::reader(), Some(QuestionId(2))),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questions::rules::examples::make_right;
    use crate::questions::rules::{Question, Shape, right_response, wrong_response};

    /// The same question, with something else right and other words about it.
    fn turned(question: &mut Question) {
        let shape = Shape::of(question);
        for text in question.texts.values_mut() {
            text.explanation_html = "another explanation".to_owned();
            text.marking_notes_html = "another note".to_owned();
            text.hints_html = vec!["another hint".to_owned()];
        }
        if let Some(wrong) = wrong_response(&question.answer, &shape) {
            make_right(&mut question.answer, &wrong);
        }
    }

    #[test]
    fn the_page_is_the_same_whatever_is_right() {
        let reading = samples::under_way();
        let mut other = reading.clone();
        for asked in &mut other.asked {
            let before = asked.question.answer.clone();
            turned(&mut asked.question);
            let marked_by_nobody = right_response(&before).is_none();
            assert_eq!(asked.question.answer == before, marked_by_nobody, "{before:?}");
        }
        let page = |reading: &Reading| {
            serde_json::to_string(&During::new(reading, &samples::reader(), None)).unwrap()
        };
        assert_eq!(page(&reading), page(&other));
    }
}
