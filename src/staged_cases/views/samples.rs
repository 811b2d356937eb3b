//! The pages in their typical states.

use super::map::MapView;
use super::open::{ChoiceView, Clock, OpenStep, Theirs};
use super::overview::{CasePreviewPage, CriterionLine, LevelLine, OverviewPage};
use super::parts::{PastStep, Took};
use super::path::{PathPage, PathView};
use super::steps::{End, Offer, Refused, StepsPage};
use crate::cases::views::Link;
use crate::kernel::{Fault, Language, Minutes};
use crate::programmes::rules::{
    Branch, Clock as StageClock, Decision, EndText, PlanText, Stage, StagePlan, StageText,
};
use crate::render::SafeHtml;
use crate::staged_cases::rules::{LONGEST_TEXT, Tally, Way};
use crate::web::Field;
use std::collections::BTreeMap;

const TITLE: &str = "Отказ от помощи";

fn html(text: &str) -> SafeHtml {
    SafeHtml::trusted(text)
}

fn link(label: &str, url: &str) -> Link {
    Link { label: label.into(), url: url.into() }
}

fn past(number: i32, chosen: Option<&str>) -> PastStep {
    PastStep {
        number,
        title: "Звонок дочери".into(),
        facts: html("<p>Ирина просит присылать волонтёра каждый день.</p>"),
        question: "Что вы ответите?".into(),
        detail: html(""),
        chosen: chosen.map(html),
        written: if chosen.is_some() {
            Vec::new()
        } else {
            vec!["Сначала спросим его самого.".into()]
        },
        by_clock: false,
        at: "чт, 15 сентября, 10:12".into(),
        took: Took { key: "staged-took-minutes", n: 4 },
    }
}

fn late(number: i32) -> PastStep {
    PastStep { by_clock: true, took: Took { key: "staged-took-minute", n: 1 }, ..past(number, None) }
}

fn open(words: bool) -> OpenStep {
    let choice = |value: usize, text: &str| ChoiceView { value, html: html(text), selected: value == 1 };
    OpenStep {
        number: 2,
        run: 1,
        title: "Пятница, одиннадцать часов".into(),
        facts: html("<p>Галина стоит у двери.</p>"),
        question: "С чего начнёт Галина?".into(),
        detail: html("<p>Выберите одно.</p>"),
        url: "/learn/1/cases/2/steps/2/decision".into(),
        draft_url: "/learn/1/cases/2/steps/2/draft".into(),
        choice: Field::empty("choice"),
        choices: if words {
            Vec::new()
        } else {
            vec![choice(1, "Извинится"), choice(2, "Уговорит")]
        },
        words: words.then(|| Field::filled("text", "Николай Петрович, простите")),
        most_characters: LONGEST_TEXT,
        revision: 3,
        saved: words.then(|| "10:14".to_owned()),
        clock: words.then(|| Clock {
            seconds: 412,
            text: "6:52".into(),
            until: "10:21".into(),
            machine: "2026-09-15T07:21:00Z".into(),
        }),
        can_decide: true,
        theirs: None,
        fields: Vec::new(),
    }
}

fn page() -> StepsPage {
    StepsPage {
        case_title: TITLE.into(),
        case_url: "/learn/1/cases/2".into(),
        crumbs: vec![link("2-й поток", "/learn/1"), link(TITLE, "/learn/1/cases/2")],
        language: "ru",
        is_fallback: false,
        situation: html("<p>Николаю Петровичу 79 лет.</p>"),
        past: vec![past(1, Some("Спросить его самого"))],
        offer: None,
        open: Some(open(false)),
        end: None,
        is_preview: false,
        is_closed: false,
        refused: None,
        unsaved: None,
    }
}

fn offer(number: i32, again: bool, minutes: Option<i32>) -> Offer {
    let url = "/learn/1/cases/2/steps".into();
    Offer { number, run: 1, url, is_first: number == 1, again, minutes }
}

pub(super) fn steps() -> Vec<StepsPage> {
    let nothing = || StepsPage { past: Vec::new(), open: None, ..page() };
    let first = StepsPage { offer: Some(offer(1, false, None)), is_fallback: true, ..nothing() };
    let timed = StepsPage { offer: Some(offer(2, false, Some(10))), open: None, ..page() };
    let words = StepsPage { open: Some(open(true)), past: vec![past(1, None), late(2)], ..page() };
    let fault = vec![Fault::new("choice", "step-choice")];
    let choice = Field { faults: fault, ..Field::empty("choice") };
    let faulty =
        StepsPage { open: Some(OpenStep { fields: vec![choice.clone()], choice, ..open(false) }), ..page() };
    let theirs = Some(Theirs { text: "С телефона".into(), at: "10:15".into() });
    let disputed = StepsPage { open: Some(OpenStep { theirs, ..open(true) }), ..page() };
    let refused =
        Refused { key: "problem-step-decided".into(), help_key: "problem-step-decided-help".into() };
    let second = StepsPage {
        refused: Some(refused), unsaved: Some("Из второй вкладки".into()), ..page()
    };
    let end = || {
        Some(End {
            title: "Партия по средам".into(), closing: html("<p>Он открыл сам.</p>")
        })
    };
    let ended = StepsPage { open: None, end: end(), ..page() };
    let again = StepsPage { open: None, end: end(), offer: Some(offer(1, true, Some(5))), ..page() };
    let preview =
        StepsPage { is_preview: true, open: Some(OpenStep { can_decide: false, ..open(true) }), ..page() };
    let closed = StepsPage { is_closed: true, ..preview.clone() };
    vec![first, timed, page(), words, faulty, disputed, second, ended, again, preview, closed]
}

fn path_view(ended: bool) -> PathView {
    PathView {
        steps: vec![past(1, Some("Спросить его самого")), late(2)],
        open: (!ended).then(|| "Пятница, одиннадцать часов".to_owned()),
        end: ended.then(|| "Партия по средам".to_owned()),
        closing: html("<p>Он открыл сам.</p>"),
    }
}

pub(super) fn paths() -> Vec<PathPage> {
    let page = |ended| PathPage {
        case_title: TITLE.into(),
        edition: "2-й поток".into(),
        version: 1,
        work_url: "/submissions/3".into(),
        overview_url: "/editions/1/cases/2".into(),
        path: path_view(ended),
    };
    vec![page(true), page(false)]
}

/// Two stages, a clock and two ends.
fn plan() -> StagePlan {
    let branch = |key: &str, next: &str| Branch { key: key.into(), next: next.into() };
    let branches = vec![branch("ask", "visit"), branch("send", "police")];
    let first = Stage { key: "call".into(), decision: Decision::Choice { branches }, clock: None };
    let clock = Some(StageClock { minutes: Minutes(10), next: "police".into() });
    let second = Stage { key: "visit".into(), decision: Decision::Text { next: "chess".into() }, clock };
    let words = |title: &str, choices: &[(&str, &str)]| StageText {
        title: title.into(),
        facts_html: "<p>Утром пришли три сообщения.</p>".into(),
        question: "Что вы сделаете?".into(),
        detail_html: String::new(),
        choices: choices.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect(),
    };
    let end = |title: &str| EndText {
        title: title.into(), closing_html: "<p>Так всё и было.</p>".into()
    };
    let text = PlanText {
        stages: BTreeMap::from([
            ("call".to_owned(), words("Четверг, утро", &[("ask", "Спросить"), ("send", "Послать снова")])),
            ("visit".to_owned(), words("Пятница", &[])),
        ]),
        ends: BTreeMap::from([
            ("chess".to_owned(), end("Партия по средам")),
            ("police".to_owned(), end("Закрытая дверь")),
        ]),
    };
    StagePlan {
        replay: false,
        stages: vec![first, second],
        ends: vec!["chess".into(), "police".into()],
        criteria: BTreeMap::new(),
        texts: BTreeMap::from([(Language::Ru, text)]),
    }
}

fn map(counted: bool) -> Option<MapView> {
    let plan = plan();
    let words = plan.texts.get(&Language::Ru)?;
    let came = [("call", 7), ("visit", 5), ("chess", 3), ("police", 3)];
    let took = [("call", Way::Choice("ask".into()), 5), ("visit", Way::Text, 3), ("visit", Way::Clock, 1)];
    let tally = Tally {
        begun: 7,
        ended: 6,
        came: came.into_iter().map(|(key, count)| (key.to_owned(), count)).collect(),
        took: took.into_iter().map(|(key, way, count)| ((key.to_owned(), way), count)).collect(),
    };
    Some(MapView::new(&plan, words, counted.then_some(&tally), &|text| html(text)))
}

pub(super) fn overviews() -> Vec<OverviewPage> {
    let page = || OverviewPage {
        case_title: TITLE.into(),
        crumbs: vec![link("2-й поток", "/editions/1")],
        begun: 7,
        ended: 6,
        map: map(true),
        debrief: Some(html("<p>Главная ошибка – согласие взяли у дочери.</p>")),
        debrief_url: "/editions/1/cases/2/debrief".into(),
        debrief_opened: None,
    };
    let opened =
        OverviewPage { debrief_opened: Some("16 сентября 2026 г., 10:00".into()), ..page() };
    let plain = OverviewPage { begun: 0, ended: 0, map: None, debrief: None, ..page() };
    vec![page(), opened, plain]
}

pub(super) fn previews() -> Vec<CasePreviewPage> {
    let criterion = |stages: &str| CriterionLine {
        title: "Подход к благополучателю".into(),
        weight: stages.is_empty().then_some(2),
        stages: stages.into(),
        levels: vec![LevelLine { points: 2, text: "спрашивает, но через дочь".into() }],
    };
    let page = || CasePreviewPage {
        case_title: TITLE.into(),
        crumbs: vec![link("effective-partnership", "/programmes/effective-partnership?version=1")],
        situation: html("<p>Николаю Петровичу 79 лет.</p>"),
        map: map(false),
        task: html("<p>Подготовьте решение центра.</p>"),
        hand_in: html("<ul><li>Один текст.</li></ul>"),
        rubric: vec![criterion("Пятница"), criterion("")],
        trainer_notes: Some(html("<p>Главная ошибка.</p>")),
        debrief: Some(html("<p>Разбор.</p>")),
    };
    let plain = CasePreviewPage { map: None, trainer_notes: None, debrief: None, ..page() };
    vec![page(), plain]
}
