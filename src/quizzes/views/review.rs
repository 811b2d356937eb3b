//! One question of a result: what was asked, what was answered, and after release what is right and why.

mod kinds;

use super::parts::{self, describe};
use crate::kernel::{Language, dates};
use crate::questions::rules::marking::MilliPoints;
use crate::questions::rules::{
    Answer, ChoiceId, PublicQuestion, Question, QuestionKind, QuestionText, Response, Weight, accepted_place,
    shown_texts,
};
use crate::quizzes::actions::marks::{ChangeKind, ChangeRow};
use crate::quizzes::actions::{Asked, Reading};
use crate::quizzes::rules::drawing;
use crate::render::SafeHtml;
use crate::web::{Reader, paths};
use kinds::{choices, gap_rows, order, pairs, text_with_gaps};
use serde::Serialize;
use std::collections::BTreeMap;

/// The question.
#[derive(Debug, Serialize)]
pub(super) struct Reviewed {
    number: usize,
    anchor: String,
    content_lang: &'static str,
    other_language: bool,
    prompt_html: SafeHtml,
    detail_html: Option<SafeHtml>,
    released: bool,
    blank: bool,
    right: bool,
    partly: bool,
    wrong: bool,
    waiting: bool,
    points: Option<String>,
    most: u32,
    choices: Option<Vec<Chosen>>,
    answer: Option<String>,
    written: Option<String>,
    expected: Option<String>,
    rows: Option<Vec<Row>>,
    gaps: Option<Vec<Filled>>,
    feedback: Vec<Said>,
    explanation_html: Option<SafeHtml>,
    remark: Option<String>,
    changes: Vec<MarkChange>,
    appeal: Option<Appeal>,
    appeal_url: Option<String>,
    override_url: Option<String>,
}

/// Another mark in the place of one.
#[derive(Debug, Serialize)]
struct MarkChange {
    old: String,
    new: String,
    reason: String,
    at: String,
    by: Option<String>,
}

/// An appeal against the mark.
#[derive(Debug, Serialize)]
struct Appeal {
    accepted: bool,
    declined: bool,
    answer: Option<String>,
}

/// A choice. Before release `right`, `wrong`, `worth` and `feedback_html` are never set.
#[derive(Debug, Default, Serialize)]
struct Chosen {
    html: SafeHtml,
    chosen: bool,
    right: bool,
    wrong: bool,
    worth: Option<String>,
    feedback_html: Option<SafeHtml>,
}

/// A place of an order, a pair or a gap. Before release `expected` is empty, and neither `right` nor `wrong` is set.
#[derive(Debug, Serialize)]
struct Row {
    html: SafeHtml,
    gap: Option<u16>,
    answer: String,
    expected: String,
    right: bool,
    partly: bool,
    wrong: bool,
}

/// A piece of a text with gaps: HTML, then what was put into the gap.
#[derive(Debug, Serialize)]
struct Filled {
    html: SafeHtml,
    number: Option<u16>,
    answer: String,
}

/// What the author says to an answer like this one.
#[derive(Debug, Serialize)]
struct Said {
    html: SafeHtml,
}

/// The question as it was, its texts in the reader's language, and the answer to it.
#[derive(Clone, Copy)]
struct Known<'a> {
    public: &'a PublicQuestion,
    /// What is right; only after release.
    released: Option<&'a Question>,
    text: Option<&'a QuestionText>,
    response: &'a Response,
    language: Language,
}

impl Known<'_> {
    fn right(&self) -> Option<&Answer> {
        self.released.map(|question| &question.answer)
    }

    fn said_to(&self, id: ChoiceId) -> Option<SafeHtml> {
        self.text?.choice_feedback.get(&id).filter(|html| !html.is_empty()).map(SafeHtml::trusted)
    }
}

impl Reviewed {
    /// A question of an attempt that was handed in.
    pub(super) fn new(reading: &Reading, asked: &Asked, number: usize, reader: &Reader) -> Option<Reviewed> {
        let mut public = asked.question.public(reader.language)?;
        drawing::arrange(&mut public, asked.id, &reading.entrance.settings, reading.attempt.seed);
        let released = reading.released.then_some(&asked.question);
        let scored = released.filter(|question| question.answer != Answer::Scale);
        let marked = asked.mark.filter(|_| scored.is_some());
        let share = marked.and_then(|(share, _)| share).map_or(-1, |share| share.0);
        let (blank, waiting) =
            (asked.response.is_blank(), asked.mark.is_some_and(|(share, _)| share.is_none()));
        let points = |(share, points): (Option<Weight>, MilliPoints)| {
            share.map(|_| parts::points(reader.language, points))
        };
        let text = released.and_then(|question| question.text(reader.language)).map(|(_, text)| text);
        let why = text.map(|text| &text.explanation_html);
        let mut reviewed = Reviewed {
            number,
            anchor: format!("question-{}", asked.id),
            content_lang: public.language.tag(),
            other_language: public.language != reader.language,
            prompt_html: SafeHtml::trusted(&public.prompt_html),
            detail_html: Some(&public.detail_html).filter(|html| !html.is_empty()).map(SafeHtml::trusted),
            released: reading.released,
            blank,
            right: share == Weight::WHOLE.0,
            partly: (1..Weight::WHOLE.0).contains(&share),
            wrong: share == 0 && !blank,
            waiting: waiting && !blank,
            points: marked.and_then(points),
            most: public.points,
            choices: None,
            answer: None,
            written: None,
            expected: None,
            rows: None,
            gaps: None,
            feedback: Vec::new(),
            explanation_html: why.filter(|html| !html.is_empty()).map(SafeHtml::trusted),
            remark: None,
            changes: Vec::new(),
            appeal: None,
            appeal_url: None,
            override_url: None,
        };
        reviewed.note(reading, asked, reader);
        let response = &asked.response;
        let known = Known { public: &public, released, text, response, language: reader.language };
        reviewed.feedback = feedback(known, marked.and_then(|(share, _)| share));
        reviewed.fill(known);
        Some(reviewed)
    }

    /// Whether something is to be read again.
    pub(super) fn is_to_mend(&self) -> bool {
        self.points.is_some() && !self.right
    }

    /// What people said about the mark, and what can be done about it. Nothing of it before release.
    fn note(&mut self, reading: &Reading, asked: &Asked, reader: &Reader) {
        let (notes, own) = (&reading.notes, reading.entrance.own);
        let points = |points| parts::points(reader.language, points);
        let of_this = || notes.changes.iter().filter(|change| change.question == asked.id);
        self.remark = of_this().rev().map(|change| change.remark.clone()).find(|remark| !remark.is_empty());
        let replaced = of_this().filter(|change| change.kind != ChangeKind::Marked);
        let change = |change: &ChangeRow| MarkChange {
            old: points(change.old.1),
            new: points(change.new.1),
            reason: change.reason.clone(),
            at: dates::day_and_time(reader.language, change.at, reader.zone),
            by: change.by.as_ref().filter(|_| !own).map(crate::kernel::PersonName::surname_and_initials),
        };
        self.changes = replaced.map(change).collect();
        let appeal = notes.appeals.iter().find(|appeal| appeal.question == asked.id);
        self.appeal = appeal.map(|appeal| Appeal {
            accepted: appeal.decision.as_ref().is_some_and(|decision| decision.accepted),
            declined: appeal.decision.as_ref().is_some_and(|decision| !decision.accepted),
            answer: appeal.decision.as_ref().map(|decision| decision.answer.clone()),
        });
        if reading.released && self.points.is_some() {
            let attempt = reading.attempt.id;
            let disputable = own && (!self.right || self.appeal.is_some());
            self.appeal_url = disputable.then(|| paths::question_appeal(attempt, asked.id));
            self.override_url = (!own).then(|| paths::mark_override(attempt, asked.id));
        }
    }

    fn fill(&mut self, known: Known<'_>) {
        match known.public.kind {
            QuestionKind::Order => self.rows = Some(order(known)),
            QuestionKind::Match => self.rows = Some(pairs(known)),
            QuestionKind::Gaps => {
                self.detail_html = None;
                self.gaps = Some(text_with_gaps(known));
                self.rows = known.released.is_some().then(|| gap_rows(known));
            }
            QuestionKind::Essay => self.written = Some(words_said(known)).filter(|text| !text.is_empty()),
            QuestionKind::Number | QuestionKind::Scale | QuestionKind::Text => {
                self.answer = Some(words_said(known)).filter(|text| !text.is_empty());
                self.expected = expected(known);
            }
            QuestionKind::One | QuestionKind::Many | QuestionKind::TrueFalse => {
                self.choices = Some(choices(known));
            }
        }
    }
}

fn words_said(known: Known<'_>) -> String {
    describe(known.public, known.response, known.language)
}

/// What is right of something typed; never a pattern.
fn expected(known: Known<'_>) -> Option<String> {
    match known.right()? {
        Answer::Number { value, tolerance, units, .. } => {
            let unit = units.first().map(|unit| unit.symbol.clone());
            let number = describe(known.public, &Response::Number(*value), known.language);
            let number = unit
                .filter(|_| known.public.unit.is_none())
                .map_or(number.clone(), |unit| format!("{number} {unit}"));
            let around = parts::decimal(known.language, &tolerance.to_string());
            Some(if tolerance.0 == 0 { number } else { format!("{number} (± {around})") })
        }
        Answer::Text(texts) => Some(shown_texts(texts).join("; ")).filter(|texts| !texts.is_empty()),
        _ => None,
    }
}

/// What the author says to the accepted answer that fits, to what fills the gaps, and to how right it all is.
fn feedback(known: Known<'_>, share: Option<Weight>) -> Vec<Said> {
    let (Some(answer), Some(text)) = (known.right(), known.text) else { return Vec::new() };
    let mut said: Vec<SafeHtml> = Vec::new();
    let accepted =
        accepted_place(answer, known.response).and_then(|place| text.accepted_feedback.get(&place));
    said.extend(accepted.filter(|html| !html.is_empty()).map(SafeHtml::trusted));
    if matches!(known.response, Response::Gaps(_)) {
        said.extend(known.response.choices().into_iter().filter_map(|id| known.said_to(id)));
    }
    let outcome = text.outcome.as_ref().zip(share).map(|(outcome, share)| outcome.of(share));
    said.extend(outcome.filter(|html| !html.is_empty()).map(SafeHtml::trusted));
    said.into_iter().map(|html| Said { html }).collect()
}

/// What each choice is worth, where the author weighed them.
fn worths(answer: Option<&Answer>) -> Option<&BTreeMap<ChoiceId, Weight>> {
    match answer {
        Some(Answer::OneWeighted(worths) | Answer::ManyWeighted(worths)) => Some(worths),
        _ => None,
    }
}

/// Percent as they were written: at most two decimals.
fn percent(weight: Weight, language: Language) -> String {
    let hundredths = (i64::from(weight.0.abs()) + 500) / 1000;
    let text = format!("{}.{:02}", hundredths / 100, hundredths % 100);
    let text = parts::decimal(language, text.trim_end_matches('0').trim_end_matches('.'));
    format!("{}{text} %", if weight.0 < 0 { "−" } else { "" })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questions::rules::{Decimal, Filling, marking, right_response};
    use crate::quizzes::views::samples;
    use serde_json::Value;

    fn order(ids: [u16; 3]) -> Response {
        Response::Order(ids.map(|id| Some(ChoiceId(id))).into())
    }

    fn pairs(first: u16, second: u16) -> Response {
        Response::Match([(ChoiceId(1), ChoiceId(first)), (ChoiceId(2), ChoiceId(second))].into())
    }

    fn many(ids: &[u16]) -> Response {
        Response::Many(ids.iter().copied().map(ChoiceId).collect())
    }

    fn gaps(choice: u16, text: &str) -> Response {
        let filled = [(1, Filling::Choice(ChoiceId(choice))), (2, Filling::Text(text.to_owned()))];
        Response::Gaps(filled.into_iter().map(|(id, filling)| (ChoiceId(id), filling)).collect())
    }

    fn typed(text: &str) -> Response {
        Response::Text(text.to_owned())
    }

    /// A right, a partly right and a wrong response to each question of the samples.
    fn table() -> Vec<(&'static str, Response, Option<Response>, Option<Response>)> {
        let one = |id| Response::One(ChoiceId(id));
        let (number, said) = (|number| Response::Number(Decimal::whole(number)), Response::TrueFalse);
        let ride = |number, unit: &str| Response::Measured { number: Decimal(number), unit: unit.to_owned() };
        vec![
            ("one", one(2), None, Some(one(1))),
            ("many", many(&[1, 2]), Some(many(&[1])), Some(many(&[1, 3]))),
            ("hours", number(60), None, Some(number(61))),
            ("fair", said(true), None, Some(said(false))),
            ("steps", order([1, 2, 3]), Some(order([2, 3, 1])), Some(order([3, 2, 1]))),
            ("pairs", pairs(3, 4), Some(pairs(3, 3)), Some(pairs(4, 3))),
            ("mood", Response::Scale(4), None, None),
            ("word", typed("волонтеры"), Some(typed("помощь людям")), Some(typed("тренер"))),
            ("gaps", gaps(1, "Договор"), Some(gaps(2, "соглашении")), Some(gaps(2, "устав"))),
            ("essay", typed("Позвоню в фонд."), None, None),
            ("weighed", one(1), Some(one(2)), Some(one(3))),
            ("travel", ride(1_500_000, "ч"), None, Some(ride(90_000_000, "ч"))),
        ]
    }

    /// The question as it is shown, with how much of it is right.
    fn reviewed(key: &str, response: &Response, released: bool) -> (Value, Option<Weight>) {
        let mut reading = samples::under_way();
        reading.released = released;
        let mut asked = reading.asked.iter().find(|asked| asked.question.key == key).unwrap().clone();
        let mark = marking::mark(&asked.question, response);
        (asked.response, asked.mark) = (response.clone(), Some((mark.fraction, mark.points)));
        let shown = Reviewed::new(&reading, &asked, 1, &samples::reader()).unwrap();
        (serde_json::to_value(shown).unwrap(), mark.fraction)
    }

    fn verdict(shown: &Value) -> Vec<&'static str> {
        let flags = ["right", "partly", "wrong", "blank", "waiting"];
        flags.into_iter().filter(|flag| shown[*flag] == true).collect()
    }

    #[test]
    fn every_kind_is_shown_as_it_was_marked() {
        let keys: Vec<String> =
            samples::under_way().asked.iter().map(|asked| asked.question.key.clone()).collect();
        assert_eq!(
            table().iter().map(|(key, ..)| *key).collect::<Vec<_>>(),
            keys,
            "every kind stands in the table"
        );
        for (key, right, partly, wrong) in table() {
            let cases = [
                (Some(right), "right"),
                (partly, "partly"),
                (wrong, "wrong"),
                (Some(Response::Blank), "blank"),
            ];
            for (response, expected) in cases {
                let Some(response) = response else { continue };
                let (shown, share) = reviewed(key, &response, true);
                let expected = match (key, expected) {
                    ("mood", "right") => vec![],
                    ("essay", "right") => vec!["waiting"],
                    (_, expected) => vec![expected],
                };
                assert_eq!(verdict(&shown), expected, "{key}: {response:?} {share:?}");
                let partly = share.is_some_and(|share| (1..Weight::WHOLE.0).contains(&share.0));
                assert_eq!(partly, expected == ["partly"], "{key}: {share:?}");
                assert!(!shown.to_string().contains("*\""), "no pattern is shown: {shown}");
            }
        }
    }

    #[test]
    fn what_is_right_is_shown_after_release_and_nothing_of_it_before() {
        for (key, right, ..) in table() {
            let (after, _) = reviewed(key, &Response::Blank, true);
            let (before, _) = reviewed(key, &right, false);
            assert!(verdict(&before).iter().all(|flag| *flag == "waiting"), "{key}: {before}");
            for secret in ["\"right\":true", "\"wrong\":true", "договоре, раздел 2", "Приказ отнимает", "%"]
            {
                assert!(!before.to_string().contains(secret), "{key}: {secret} in {before}");
            }
            let shows =
                after["choices"].is_array() || after["rows"].is_array() || after["expected"].is_string();
            let marked_by_itself = {
                let reading = samples::under_way();
                let asked = reading.asked.iter().find(|asked| asked.question.key == key).unwrap();
                right_response(&asked.question.answer).is_some()
            };
            assert_eq!(shows, marked_by_itself, "{key}: {after}");
        }
        assert_eq!(reviewed("word", &Response::Blank, true).0["expected"], "добровольчество");
        assert_eq!(reviewed("gaps", &Response::Blank, true).0["rows"][1]["expected"], "договор");
        assert_eq!(reviewed("travel", &Response::Blank, true).0["expected"], "90 мин (± 5)");
    }

    #[test]
    fn remarks_are_said_to_those_who_answered_so() {
        let said = |key: &str, response: &Response| reviewed(key, response, true).0.to_string();
        assert!(said("word", &typed("помощь людям")).contains("бывает и платной"));
        assert!(said("word", &typed("помощь людям")).contains("Почти: вспомните"));
        assert!(!said("word", &typed("добровольчество")).contains("Почти"));
        assert!(said("gaps", &gaps(2, "договор")).contains("Приказ отнимает"));
        let weighed = said("weighed", &Response::One(ChoiceId(2)));
        assert!(weighed.contains("не прочитать вовремя") && weighed.contains("50 %"), "{weighed}");
        assert!(!said("weighed", &Response::One(ChoiceId(1))).contains("не прочитать вовремя"));
    }
}
