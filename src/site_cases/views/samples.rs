//! The pages in their typical states.

use super::copy::CopyPage;
use super::draft::{DraftPage, Theirs};
use super::own::{OwnLine, OwnPage};
use super::parts::{TextView, Way};
use super::queue::{QueueLine, QueuePage};
use super::shared::SharedPage;
use crate::cases::views::Link;
use crate::kernel::Fault;
use crate::web::{Choice, Field};

pub(super) const AT: &str = "вт, 15 сентября, 18:20";
pub(super) const TITLE: &str = "Семья отказалась от волонтёра";

pub(super) fn way(list_key: &'static str) -> Way {
    Way {
        edition: "2-й поток".into(),
        edition_url: "/editions/1".into(),
        list_url: "/site-cases".into(),
        list_key,
        case_url: None,
    }
}

pub(super) fn faulty(name: &str, code: &'static str) -> Field {
    let fault = Fault::new(name, code).with("word", "Анна").with("line", 2).with("limit", 200);
    Field { faults: vec![fault], ..Field::filled(name, "Анна") }
}

pub(super) fn lines() -> Vec<String> {
    vec!["Семья попросила больше не приходить.".into(), "Причину не назвали.".into()]
}

pub(super) fn text() -> TextView {
    let institution = "Центр социального обслуживания".into();
    TextView { institution, happened: lines(), tried: Vec::new(), question: lines() }
}

pub(super) fn own() -> Vec<OwnPage> {
    let case = |state: &str, title: Option<&str>, answers| OwnLine {
        title: title.map(str::to_owned),
        url: "/site-cases/1".into(),
        state_key: format!("site-own-state-{state}"),
        good: state == "answered",
        attention: state == "redo",
        at: AT.into(),
        answers,
    };
    let page = OwnPage {
        way: way("site-own-title"),
        url: "/learn/1/site-cases".into(),
        may_raise: true,
        has_draft: true,
        cases: vec![
            case("draft", None, 0),
            case("waiting", Some(TITLE), 0),
            case("redo", None, 0),
            case("answered", Some(TITLE), 2),
            case("closed", Some(TITLE), 5),
        ],
        shared: vec![Link { label: TITLE.into(), url: "/learn/1/shared-site-cases/1".into() }],
    };
    let empty = OwnPage { has_draft: false, cases: Vec::new(), shared: Vec::new(), ..page.clone() };
    let over = OwnPage { may_raise: false, has_draft: false, ..page.clone() };
    vec![page, empty, over]
}

pub(super) fn drafts() -> Vec<DraftPage> {
    let page = DraftPage {
        way: way("site-own-title"),
        url: "/site-cases/1/texts".into(),
        draft_url: "/site-cases/1/draft".into(),
        removal_url: Some("/site-cases/1/removal".into()),
        may_raise: true,
        kept: None,
        revision: 3,
        saved: Some("18:20".into()),
        title: Field::filled("title", TITLE),
        institution: Field::filled("institution", "Центр"),
        happened: Field::empty("happened"),
        tried: Field::empty("tried"),
        question: Field::empty("question"),
        fields: Vec::new(),
        longest_title: 200,
        longest_institution: 300,
        limit: 10_000,
        reason: None,
        theirs: None,
    };
    let wrong = faulty("happened", "required");
    let lacking = DraftPage { fields: vec![wrong.clone()], happened: wrong, saved: None, ..page.clone() };
    let same = faulty("happened", "site-unchanged");
    let redo = DraftPage {
        removal_url: None,
        reason: Some("Названа фамилия подопечного".into()),
        fields: vec![same.clone()],
        happened: same,
        ..page.clone()
    };
    let theirs = Some(Theirs { at: "18:25".into(), title: TITLE.into(), text: text() });
    let conflict = DraftPage { theirs, ..page.clone() };
    let over = DraftPage { may_raise: false, ..page.clone() };
    let withdrawn = DraftPage { kept: Some(text()), ..over.clone() };
    vec![page, lacking, redo, conflict, over, withdrawn]
}

pub(super) fn copies() -> Vec<CopyPage> {
    let page = CopyPage {
        way: Way { case_url: Some("/site-cases/1".into()), ..way("site-queue-title") },
        number: 7,
        url: "/site-cases/1/copy".into(),
        written: None,
        title: Field::empty("title"),
        situation: Field::empty("situation"),
        task: Field::empty("task"),
        outcome: Field::empty("outcome"),
        fields: Vec::new(),
        longest_title: 200,
        limit: 10_000,
        original: Some(text()),
        consent_key: "site-consent-none",
        ask_url: None,
        open_url: None,
        shut_url: None,
        files: Vec::new(),
        courses: Vec::new(),
    };
    let (name, contact) = (faulty("situation", "site-name"), faulty("task", "site-contact"));
    let wrong = CopyPage {
        fields: vec![name.clone(), contact.clone()],
        situation: name,
        task: contact,
        original: None,
        ..page.clone()
    };
    let written = CopyPage {
        written: Some(AT.into()),
        consent_key: "site-consent-written",
        ask_url: Some("/site-cases/1/consent-request".into()),
        ..page.clone()
    };
    let agreed = CopyPage {
        written: Some(AT.into()),
        consent_key: "site-consent-both",
        open_url: Some("/site-cases/1/opening".into()),
        files: vec![Link { label: "Русский".into(), url: "/site-cases/1/course-case/ru".into() }],
        courses: vec![Link {
            label: "«Эффективное партнёрство», Русский".into(),
            url: "/site-cases/1/course-cases/effective-partnership/ru".into(),
        }],
        ..page.clone()
    };
    let open =
        CopyPage { open_url: None, shut_url: Some("/site-cases/1/opening/removal".into()), ..agreed.clone() };
    vec![page, wrong, written, agreed, open]
}

pub(super) fn shared() -> Vec<SharedPage> {
    let page = SharedPage {
        way: way("site-own-title"),
        title: TITLE.into(),
        situation: lines(),
        task: lines(),
        outcome: lines(),
    };
    let untold = SharedPage { outcome: Vec::new(), ..page.clone() };
    vec![page, untold]
}

pub(super) fn queues() -> Vec<QueuePage> {
    let case = |state: &str, age: i64| QueueLine {
        title: (state != "redo").then(|| TITLE.into()),
        number: 7,
        url: "/site-cases/1".into(),
        author: "Сейтқали Айгүл".into(),
        organisation: (age > 0).then(|| "Центр".into()),
        edition: "2-й поток".into(),
        state_key: format!("site-state-{state}"),
        waits: state == "waiting",
        at: AT.into(),
        age,
        old: state == "waiting" && age > 7,
        taker: (age < 9).then(|| "Оспанова Д.".into()),
    };
    let page = QueuePage {
        url: "/site-cases",
        today_url: "/today",
        waiting: 2,
        edition: Field::empty("edition"),
        editions: vec![Choice::new(1, "2-й поток", "")],
        state: Field::empty("state"),
        states: vec![Choice::new("waiting", "Ждёт ответа", "waiting")],
        is_filtered: true,
        cases: vec![
            case("waiting", 9),
            case("waiting", 1),
            case("redo", 0),
            case("answered", 2),
            case("closed", 3),
        ],
        previous_url: None,
        next_url: Some("/site-cases?page=1".into()),
    };
    let none = QueuePage { waiting: 0, cases: Vec::new(), next_url: None, ..page.clone() };
    let empty = QueuePage { is_filtered: false, ..none.clone() };
    let last = QueuePage { previous_url: Some("/site-cases".into()), next_url: None, ..page.clone() };
    vec![page, none, empty, last]
}
