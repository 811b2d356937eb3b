//! The page of a case in its typical states, for each of its two sides.

use super::case::{Act, CasePage, Consent, Looked};
use super::parts::{EntryView, HiddenView};
use super::samples::{AT, TITLE, faulty, lines, text, way};
use crate::web::Field;

fn entry(id: i64, kind: &str, staff: bool) -> EntryView {
    let silent = kind == "taken" || kind == "raised";
    EntryView {
        id,
        done_key: format!("site-entry-{kind}"),
        is_said: kind == "said",
        who: "Сейтқали Айгүл".into(),
        by_staff: staff,
        at: AT.into(),
        paragraphs: if silent { Vec::new() } else { lines() },
        hidden: None,
        hiding_url: None,
        reason: None,
    }
}

fn entries(hiding: bool) -> Vec<EntryView> {
    let kinds = [
        ("raised", false),
        ("taken", true),
        ("said", true),
        ("said", false),
        ("closed", true),
        ("reopened", false),
    ];
    let mut all: Vec<EntryView> =
        (1..).zip(kinds).map(|(id, (kind, staff))| entry(id, kind, staff)).collect();
    for one in all.iter_mut().filter(|one| hiding && !one.paragraphs.is_empty()) {
        one.hiding_url = Some("/site-case-entries/1/hiding".into());
        one.reason = Some(Field { id: format!("field-reason-{}", one.id), ..Field::empty("reason") });
    }
    let hidden = EntryView {
        paragraphs: Vec::new(),
        hidden: Some("Назван телефон".into()),
        ..entry(9, "said", false)
    };
    all.push(hidden);
    all
}

fn hidden() -> HiddenView {
    HiddenView { at: AT.into(), who: Some("Оспанова Динара".into()), reason: lines() }
}

fn act(name: &str) -> Option<Act> {
    Some(Act { url: "/site-cases/1/messages".into(), field: Field::empty(name) })
}

fn author() -> CasePage {
    CasePage {
        way: way("site-own-title"),
        edition: "2-й поток".into(),
        title: Some(TITLE.into()),
        number: 7,
        is_author: true,
        state_key: "site-own-state-answered".into(),
        good: true,
        attention: false,
        since: AT.into(),
        author: "Сейтқали Айгүл".into(),
        taker: Some("Оспанова Динара".into()),
        text: Some(text()),
        hidden: None,
        edit_url: None,
        entries: entries(false),
        message: act("message"),
        conclusion: None,
        reopening: None,
        hiding: None,
        text_number: 1,
        taking_url: None,
        look_url: None,
        looked_at: Vec::new(),
        copy_url: None,
        copy_key: "site-consent-none",
        consent: None,
        fields: Vec::new(),
        limit: 5000,
    }
}

fn staff() -> [CasePage; 3] {
    let wrong = faulty("message", "required");
    let trainer = CasePage {
        way: way("site-queue-title"),
        is_author: false,
        state_key: "site-state-waiting".into(),
        entries: entries(true),
        conclusion: act("conclusion"),
        hiding: act("reason"),
        taking_url: Some("/site-cases/1/taking".into()),
        copy_url: Some("/site-cases/1/copy".into()),
        message: Some(Act { url: "/site-cases/1/messages".into(), field: wrong.clone() }),
        fields: vec![wrong],
        ..author()
    };
    let administrator = CasePage {
        title: None,
        text: None,
        hidden: Some(hidden()),
        hiding: None,
        look_url: Some("/site-cases/1/hidden".into()),
        fields: Vec::new(),
        ..trainer.clone()
    };
    let looking = Looked { title: TITLE.into(), text: text(), hidden: hidden() };
    let looked = CasePage { look_url: None, looked_at: vec![looking], ..administrator.clone() };
    [trainer, administrator, looked]
}

pub(super) fn cases() -> Vec<CasePage> {
    let redo = CasePage {
        title: None,
        text: None,
        hidden: Some(hidden()),
        state_key: "site-own-state-redo".into(),
        edit_url: Some("/site-cases/1/edit".into()),
        taker: None,
        attention: true,
        good: false,
        ..author()
    };
    let closed = CasePage {
        state_key: "site-own-state-closed".into(),
        message: None,
        reopening: act("reopening"),
        ..author()
    };
    let asked = consents().into_iter().map(|one| CasePage { consent: Some(one), ..author() });
    asked.chain([author(), redo, closed]).chain(staff()).collect()
}

fn consents() -> Vec<Consent> {
    let keys = ["asked", "group", "course", "both", "refused"].map(|word| match word {
        "asked" => "site-consent-asked",
        "group" => "site-consent-group",
        "course" => "site-consent-course",
        "both" => "site-consent-both",
        _ => "site-consent-refused",
    });
    let consent = |state_key: &'static str| Consent {
        url: "/site-cases/1/consent".into(),
        number: 1,
        state_key,
        is_shared: state_key == "site-consent-both",
        title: TITLE.into(),
        situation: lines(),
        task: lines(),
        outcome: if state_key == "site-consent-group" { lines() } else { Vec::new() },
        group: Field::empty("group"),
        group_on: state_key == "site-consent-group",
        course: Field::empty("course"),
        course_on: state_key == "site-consent-course",
    };
    keys.map(consent).to_vec()
}
