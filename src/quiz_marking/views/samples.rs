//! A made-up essay and a made-up choice, in the states the pages of marking can be in.

use super::{DeskPage, Typed};
use crate::db::Json;
use crate::editions::rules::CompletionRule;
use crate::editions::store::{EditionRow, EnrolmentRow};
use crate::kernel::{
    ActivityId, AppealId, AttemptId, EditionId, EnrolmentId, Fault, Language, Localised, Moment,
    OrganisationId, Permille, PersonId, PersonName, PhraseId, Problem, ProblemCode, ProgrammeVersionId,
    QuestionId, RegradeId, ZoneName,
};
use crate::phrases::actions::PhraseRow;
use crate::progress::actions::Standing;
use crate::questions::rules::marking::MilliPoints;
use crate::questions::rules::{
    Answer, Choice, ChoiceId, Question, QuestionKind, QuestionText, Response, Weight,
};
use crate::quiz_marking::actions::{
    Appealing, Change, Contested, Desk, Overriding, Place, Preview, Queue, Regraded, Source, WaitingAppeal,
    WaitingQuestion,
};
use crate::quiz_marking::store::{OpenAppeal, RegradeAttempt, RegradeRow};
use crate::quizzes::actions::Asked;
use crate::quizzes::actions::marks::{AppealRow, ChangeKind, ChangeRow, DecisionRow};
use crate::quizzes::views::sample_reading;
use crate::web::{Form, Reader};
use chrono::NaiveDate;
use std::collections::BTreeMap;

pub(super) fn reader() -> Reader {
    Reader { language: Language::Ru, zone: ZoneName::MOSCOW, now: at().plus_minutes(60 * 24 * 7) }
}

fn at() -> Moment {
    Moment(chrono::DateTime::from_timestamp(1_790_000_000, 0).unwrap_or_default())
}

fn quiz() -> Localised {
    Localised {
        ru: Some("Тест «Доверие»".into()), kk: Some("«Сенім» тесті".into()), en: None
    }
}

fn name() -> PersonName {
    PersonName::new("Сейтқали", "Айгүл", None)
}

fn edition() -> EditionRow {
    let day = |ordinal| NaiveDate::from_yo_opt(2026, ordinal).unwrap_or_default();
    let rule = CompletionRule {
        attendance: Permille(800),
        attendance_of: Default::default(),
        hours: Permille(1000),
        every_quiz: true,
        every_case: true,
        quiz_pass: None,
        case_pass: None,
        valid_months: None,
    };
    EditionRow {
        id: EditionId(2),
        version_id: ProgrammeVersionId(1),
        organisation_id: OrganisationId(1),
        title: "2-й поток, осень 2026".into(),
        starts_on: day(244),
        ends_on: day(334),
        time_zone: ZoneName::MOSCOW,
        capacity: 40,
        rule: Json(rule),
        closed_at: None,
    }
}

fn standing() -> Standing {
    let enrolment = EnrolmentRow {
        id: EnrolmentId(3),
        edition_id: EditionId(2),
        person_id: PersonId(4),
        organisation_id: None,
        enrolled_at: at(),
        withdrawn_at: None,
    };
    Standing { enrolment, edition: edition(), facts: Vec::new(), elsewhere: Vec::new() }
}

fn essay() -> Question {
    let text = QuestionText {
        prompt_html: "Расскажите, как вы объясните ребёнку, что придёте через неделю.".into(),
        detail_html: "<p>Пять–семь предложений.</p>".into(),
        marking_notes_html: "<p>Ищите обещание, которое можно сдержать.</p>".into(),
        ..QuestionText::default()
    };
    Question {
        key: "promise".into(),
        kind: QuestionKind::Essay,
        points: 3,
        texts: BTreeMap::from([(Language::Ru, text)]),
        answer: Answer::Essay { min_words: Some(40), max_words: None },
        penalty: Question::USUAL_PENALTY,
    }
}

fn choice() -> Question {
    let choices = [(1, "Обещать сразу"), (2, "Сказать, когда придёт"), (3, "Промолчать")];
    let choices = choices.map(|(id, html)| Choice { id: ChoiceId(id), html: html.into() });
    let text = QuestionText {
        prompt_html: "Что делает волонтёр, уходя?".into(),
        choices: choices.into(),
        ..QuestionText::default()
    };
    Question {
        key: "leaving".into(),
        kind: QuestionKind::One,
        points: 2,
        texts: BTreeMap::from([(Language::Ru, text)]),
        answer: Answer::One(ChoiceId(2)),
        penalty: Question::USUAL_PENALTY,
    }
}

fn open_appeal() -> OpenAppeal {
    OpenAppeal {
        id: AppealId(1),
        edition: EditionId(2),
        activity: ActivityId(5),
        attempt: AttemptId(7),
        question: QuestionId(9),
        text: "В уроке сказано, что обещать можно, если время известно.".into(),
        made_at: at(),
        person: PersonId(4),
    }
}

pub(super) fn queue() -> Queue {
    let question = |count, oldest: Moment| WaitingQuestion {
        edition: EditionId(2),
        edition_title: edition().title,
        activity: ActivityId(5),
        quiz: quiz(),
        id: QuestionId(8),
        question: essay(),
        count,
        oldest,
        blind: false,
    };
    let appeal = WaitingAppeal {
        row: open_appeal(),
        edition_title: edition().title,
        quiz: quiz(),
        question: choice(),
    };
    let recent = at().plus_minutes(60 * 24 * 6);
    Queue { questions: vec![question(14, at()), question(1, recent)], appeals: vec![appeal] }
}

pub(super) fn phrases() -> Vec<PhraseRow> {
    let person = PersonId(1);
    let phrase = |id, text: &str| PhraseRow { id: PhraseId(id), text: text.into(), person, edition: None };
    vec![phrase(1, "Не хватает примера из практики."), phrase(2, "Обещание назовите точнее: день и час.")]
}

fn desk() -> Desk {
    Desk {
        place: Place { edition: EditionId(2), activity: ActivityId(5), question: QuestionId(8) },
        edition: edition(),
        quiz: quiz(),
        question: essay(),
        number: 120_4821,
        response: Response::Text("Я скажу, что приду в субботу утром.\nИ приду.".into()),
        submitted_at: Some(at()),
        points: None,
        author: Some((name(), AttemptId(7))),
        blind: false,
        own: false,
        left: 14,
        next: Some(77),
        phrases: phrases(),
    }
}

/// To be marked, without names, sent with faults, marked meanwhile, one's own.
pub(super) fn desks() -> Vec<DeskPage> {
    let reader = reader();
    let blind = Desk { author: None, blind: true, next: None, left: 1, phrases: Vec::new(), ..desk() };
    let form = Form::of(&[("points", "9"), ("remark", "Хорошо"), ("phrase", "1"), ("keep", "yes")]);
    let faults = vec![Fault::new("points", "points-step").with("most", 3).with("step", "0.25")];
    let faulty = Problem::invalid(faults);
    let late =
        Problem::new(ProblemCode::AlreadyGraded).with("who", "Ким Е. А.").with("at", "21 сентября, 10:00");
    let marked = Desk { points: Some(MilliPoints(2500)), ..desk() };
    vec![
        DeskPage::new(&desk(), &reader, None),
        DeskPage::new(&blind, &reader, None),
        DeskPage::new(&desk(), &reader, Some(Typed { form: &form, problem: &faulty })),
        DeskPage::new(&marked, &reader, Some(Typed { form: &form, problem: &late })),
        DeskPage::new(&Desk { own: true, ..desk() }, &reader, None),
    ]
}

fn changes() -> Vec<ChangeRow> {
    let change = |id, kind, reason: &str, remark: &str| ChangeRow {
        id,
        question: QuestionId(9),
        kind,
        old: (Some(Weight(0)), MilliPoints(0)),
        new: (Some(Weight::percent(50)), MilliPoints(1000)),
        reason: reason.into(),
        remark: remark.into(),
        by: Some(name()),
        at: at(),
    };
    vec![
        ChangeRow {
            old: (None, MilliPoints(0)), ..change(1, ChangeKind::Marked, "", "Ответ неполный.")
        },
        change(2, ChangeKind::Overridden, "Пример всё же назван", ""),
    ]
}

pub(super) fn overriding() -> Overriding {
    Overriding {
        attempt: AttemptId(7),
        id: QuestionId(9),
        question: choice(),
        activity: ActivityId(5),
        quiz: quiz(),
        standing: standing(),
        author: name(),
        mark: (Some(Weight::percent(50)), MilliPoints(1000)),
        changes: changes(),
    }
}

/// Not made yet, made, accepted, declined.
pub(super) fn appealing() -> Vec<Appealing> {
    let reading = sample_reading();
    let Some(sample) = reading.asked.first() else { return Vec::new() };
    let asked = Asked {
        id: QuestionId(9),
        question: choice(),
        response: Response::One(ChoiceId(1)),
        mark: Some((Some(Weight(0)), MilliPoints(0))),
        ..sample.clone()
    };
    let made = |decision| AppealRow {
        id: AppealId(1),
        question: QuestionId(9),
        text: open_appeal().text,
        made_at: at(),
        decision,
    };
    let decided = |accepted| Some(made(Some(decision(accepted))));
    [None, Some(made(None)), decided(true), decided(false)]
        .map(|appeal| Appealing { reading: reading.clone(), asked: asked.clone(), appeal })
        .into()
}

fn decision(accepted: bool) -> DecisionRow {
    DecisionRow { accepted, answer: "Да, в уроке так и сказано.".into(), at: at() }
}

/// To be decided, without names, decided.
pub(super) fn contested() -> Vec<Contested> {
    let one = |blind, decision| Contested {
        row: open_appeal(),
        mark: overriding(),
        blind,
        response: Response::One(ChoiceId(1)),
        decision,
    };
    vec![one(false, None), one(true, None), one(false, Some(decision(true)))]
}

/// Nothing chosen, a version, one that cannot be compared, full marks.
pub(super) fn previews() -> Vec<Preview> {
    let change = |attempt, new_passed: bool| Change {
        attempt: AttemptId(attempt),
        number: 1,
        author: name(),
        old: MilliPoints(0),
        new: MilliPoints(2000),
        old_passed: Some(!new_passed),
        new_passed: Some(new_passed),
    };
    let preview = |source, incomparable| Preview {
        edition: edition(),
        activity: ActivityId(5),
        quiz: quiz(),
        id: QuestionId(9),
        question: choice(),
        versions: vec![(QuestionId(10), 2, choice()), (QuestionId(9), 1, choice())],
        source,
        incomparable,
        changes: if source.is_some() && !incomparable {
            vec![change(7, true), change(8, false)]
        } else {
            vec![]
        },
        unchanged: 11,
        by_hand: 2,
        under_way: 1,
        blind: false,
        earlier: vec![RegradeId(1)],
    };
    let version = Some(Source::Version(QuestionId(10)));
    vec![
        preview(None, false),
        preview(version, false),
        preview(version, true),
        Preview { blind: true, ..preview(Some(Source::FullMarks), false) },
    ]
}

/// Under way, finished.
pub(super) fn regraded() -> Vec<Regraded> {
    let done = |attempt, new_points| RegradeAttempt {
        attempt: AttemptId(attempt),
        old_points: 0,
        new_points,
        old_passed: Some(false),
        new_passed: Some(new_points > 0),
    };
    let row = |finished_at| RegradeRow {
        id: RegradeId(1),
        edition: EditionId(2),
        activity: ActivityId(5),
        question: QuestionId(9),
        by_question: None,
        reason: "Оба ответа можно считать верными".into(),
        ordered_by: Some(PersonId(1)),
        ordered_at: at(),
        finished_at,
    };
    let one = |finished_at, left| Regraded {
        row: row(finished_at),
        edition: edition(),
        quiz: quiz(),
        question: choice(),
        done: vec![(done(7, 2000), name()), (done(8, 0), name())],
        blind: false,
        left,
    };
    vec![one(None, 5), one(Some(at()), 0)]
}
