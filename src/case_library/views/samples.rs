//! The pages in their typical states.

use super::board::{BoardPage, WorkView};
use super::consent::{ConsentPage, QuestionView};
use super::prepared::{Answered, PreparedPage};
use super::talk::{AnswerView, ExampleView, ExamplesPage, RemarkView, TalkPage};
use crate::case_library::rules::Consent;
use crate::cases::views::Link;
use crate::kernel::{Fault, Word as _};
use crate::web::Field;

const TITLE: &str = "Волонтёры не пришли";

fn crumbs() -> Vec<Link> {
    let link = |label: &str| Link { label: label.into(), url: "/editions/1".into() };
    vec![link("2-й поток"), link(TITLE)]
}

fn remark(id: i64, staff: bool) -> RemarkView {
    RemarkView {
        id,
        who: (id != 2).then(|| "Сейтқали Айгүл".into()),
        by_staff: id == 3,
        at: "вт, 15 сентября, 18:20".into(),
        paragraphs: vec!["А кто предупредит жителей?".into()],
        hidden: None,
        hiding_url: staff.then(|| "/discussion-remarks/1/hiding".into()),
        reason: staff.then(|| Field::empty("reason")),
    }
}

fn answer(number: i32, open: bool, staff: bool) -> AnswerView {
    let hidden = RemarkView {
        paragraphs: Vec::new(),
        hidden: Some("Названа фамилия".into()),
        hiding_url: None,
        reason: None,
        ..remark(2, staff)
    };
    let remarks = vec![remark(1, staff), hidden, remark(3, staff)];
    AnswerView {
        number,
        paragraphs: vec!["Сначала позвоню Ольге.".into(), "Потом найду замену.".into()],
        remarks: if number == 1 { remarks } else { Vec::new() },
        edit_url: staff.then(|| "/submissions/3/shown-answer".into()),
        remark: open.then(|| Field::empty("remark")),
    }
}

pub(super) fn talks() -> Vec<TalkPage> {
    let page = TalkPage {
        crumbs: crumbs(),
        case_title: TITLE.into(),
        case_url: "/learn/1/cases/2".into(),
        url: "/learn/1/cases/2/discussion/remarks".into(),
        shut_key: None,
        closed: None,
        is_nameless: true,
        answers: vec![answer(1, true, false), answer(2, true, false)],
        limit: 2000,
        fields: Vec::new(),
    };
    let faulty = Field { faults: vec![Fault::new("remark", "required")], ..Field::empty("remark") };
    let mut typed = TalkPage { is_nameless: false, fields: vec![faulty.clone()], ..page.clone() };
    typed.answers = vec![AnswerView { remark: Some(faulty), ..answer(1, true, false) }];
    let closed = TalkPage {
        closed: Some("вт, 15 сентября, 18:20".into()),
        answers: vec![answer(1, false, false)],
        ..page.clone()
    };
    let shut = |key| TalkPage { shut_key: Some(key), answers: Vec::new(), ..page.clone() };
    let shuts = ["shown-shut-hand-in", "shown-shut-locked", "shown-shut-nothing"].map(shut);
    [page.clone(), typed, closed].into_iter().chain(shuts).collect()
}

pub(super) fn examples() -> Vec<ExamplesPage> {
    let page = ExamplesPage {
        crumbs: crumbs(),
        case_title: TITLE.into(),
        case_url: "/learn/1/cases/2".into(),
        shut_key: None,
        examples: vec![ExampleView {
            number: 1, paragraphs: vec!["Сначала позвоню Ольге.".into()]
        }],
    };
    let shut = ExamplesPage { shut_key: Some("shown-shut-hand-in"), examples: Vec::new(), ..page.clone() };
    vec![page, shut]
}

fn work(id: i64, consent: Consent) -> WorkView {
    WorkView {
        id,
        excerpt: "Сначала позвоню Ольге. Потом найду замену.".into(),
        number: (consent != Consent::None).then_some(1),
        consent_key: (consent != Consent::None).then(|| format!("shown-consent-{}", consent.as_str())),
        is_agreed: consent == Consent::Agreed,
        url: "/submissions/3/shown-answer".into(),
        desk_url: "/submissions/3".into(),
    }
}

pub(super) fn boards() -> Vec<BoardPage> {
    let all = [Consent::None, Consent::Asked, Consent::Agreed, Consent::Refused];
    let open = BoardPage {
        crumbs: crumbs(),
        case_title: TITLE.into(),
        url: "/editions/1/cases/2/discussion".into(),
        closing_url: "/editions/1/cases/2/discussion/closing".into(),
        remarks_url: "/editions/1/cases/2/discussion/remarks".into(),
        is_opened: true,
        is_open: true,
        is_nameless: true,
        due: None,
        city: "Иркутску",
        nameless: Field::empty("nameless"),
        nameless_on: true,
        early: Field::empty("early"),
        early_on: false,
        answers: vec![answer(1, true, true), answer(2, true, true)],
        works: (1..).zip(all).map(|(id, consent)| work(id, consent)).collect(),
        limit: 2000,
        fields: Vec::new(),
    };
    let early = Field { faults: vec![Fault::new("early", "shown-early")], ..Field::empty("early") };
    let none = Field { faults: vec![Fault::new("answers", "shown-none")], ..Field::empty("answers") };
    let ahead = BoardPage {
        is_opened: false,
        is_open: false,
        is_nameless: false,
        due: Some("вт, 15 сентября, 23:59".into()),
        answers: Vec::new(),
        fields: vec![none, early.clone()],
        early,
        ..open.clone()
    };
    let closed = BoardPage { is_open: false, answers: vec![answer(1, false, true)], ..open.clone() };
    let empty = BoardPage { works: Vec::new(), fields: Vec::new(), ..ahead.clone() };
    vec![open, ahead, closed, empty]
}

pub(super) fn prepared() -> Vec<PreparedPage> {
    let text = Field::filled("text", "Сначала позвоню Ольге.");
    let faulty = Field { faults: vec![Fault::new("text", "shown-name")], ..text.clone() };
    let new = PreparedPage {
        crumbs: crumbs(),
        case_title: TITLE.into(),
        work: 3,
        url: "/submissions/3/shown-answer".into(),
        removal_url: "/submissions/3/shown-answer/removal".into(),
        question_url: "/submissions/3/example".into(),
        question_removal_url: "/submissions/3/example/removal".into(),
        number: None,
        original: vec!["Сначала позвоню Ольге. Айгүл".into()],
        text,
        limit: 30_000,
        consent_key: "shown-consent-none-help".into(),
        is_asked: false,
        answered: None,
        may_ask: false,
        asked_text: None,
        fields: Vec::new(),
    };
    let shown = PreparedPage { number: Some(1), may_ask: true, ..new.clone() };
    let asked = |consent: Consent| PreparedPage {
        consent_key: format!("shown-consent-{}-help", consent.as_str()),
        is_asked: true,
        answered: (consent == Consent::Asked).then_some(Answered { count: 1, of: 3 }),
        may_ask: consent == Consent::Agreed,
        asked_text: (consent == Consent::Agreed).then(|| vec!["Сначала позвоню.".into()]),
        ..shown.clone()
    };
    let typed = PreparedPage { fields: vec![faulty.clone()], text: faulty, ..new.clone() };
    let states = [Consent::Asked, Consent::Agreed, Consent::Refused].map(asked);
    [new, shown, typed].into_iter().chain(states).collect()
}

pub(super) fn consents() -> Vec<ConsentPage> {
    let question = |(id, state): (i64, &str), said: (bool, bool), awaited: &[&str]| QuestionView {
        id,
        state_key: format!("shown-own-{state}"),
        is_agreed: said.0,
        is_refused: said.1,
        is_of_team: !awaited.is_empty() || state == "declined",
        awaited: awaited.iter().map(|name| (*name).to_owned()).collect(),
        paragraphs: vec!["Сначала позвоню Ольге.".into()],
    };
    let page = |questions: Vec<QuestionView>| ConsentPage {
        crumbs: crumbs(),
        case_title: TITLE.into(),
        url: "/learn/1/cases/2/consent".into(),
        questions,
    };
    let asked = question((2, "asked"), (false, false), &["Иванова Анна", "Петров Иван"]);
    let alone = [
        question((1, "asked"), (false, false), &[]),
        asked.clone(),
        question((1, "agreed"), (true, false), &[]),
        question((1, "waits"), (true, false), &["Иванова Анна"]),
        question((1, "declined"), (true, false), &[]),
        question((1, "refused"), (false, true), &[]),
    ];
    let two = page(vec![asked, question((1, "waits"), (true, false), &["Иванова Анна"])]);
    alone.into_iter().map(|one| page(vec![one])).chain([two]).collect()
}
