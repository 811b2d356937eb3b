//! The pages in their states, for the test that renders them all.

use super::columns::{ColumnField, ColumnsPage};
use super::preview::{FaultLine, Figures, PersonLine, PreviewPage, ReadAs, Tick};
use super::upload::UploadPage;
use super::who::{Who, WhoLine};
use super::{AppliedLine, Crumb, ListLine, RemovedLine};
use crate::attendance::views::When;
use crate::kernel::{EditionId, Fault, SessionId, WebinarListId};
use crate::web::{Choice, Field, paths};

const SESSION: SessionId = SessionId(1);
const LIST: WebinarListId = WebinarListId(1);

fn crumbs() -> Vec<Crumb> {
    vec![
        Crumb { label: "2-й поток".into(), url: paths::edition(EditionId(1)) },
        Crumb {
            label: "Волонтёр в учреждении: практикум".into(), url: paths::session(SESSION)
        },
    ]
}

fn list() -> ListLine {
    let when = || "15 сентября 2026 г., 13:20, Ким О. В.".to_owned();
    ListLine {
        name: "participants_123.csv".into(),
        url: paths::webinar_list(SESSION, LIST),
        when: when(),
        applied: vec![AppliedLine { when: when(), first: 12, corrected: 1 }],
    }
}

fn removed(expired: bool) -> RemovedLine {
    RemovedLine {
        loaded: "15 сентября 2026 г., 13:20, Ким О. В.".into(),
        removed: "16 сентября 2026 г., 10:00".into(),
        expired,
        applied: list().applied,
    }
}

pub(super) fn uploads() -> Vec<UploadPage> {
    let page = || UploadPage {
        crumbs: crumbs(),
        heading: "Волонтёр в учреждении: практикум".into(),
        when: When::sample(),
        closed_key: None,
        city: "Иркутск",
        url: paths::webinar_lists(SESSION),
        file: Field::empty("file"),
        text: Field::empty("text"),
        fields: Vec::new(),
        most_bytes: 5 * 1024 * 1024,
        most_megabytes: 5,
        lists: vec![list()],
        removed: vec![removed(false), removed(true)],
        sheet_url: paths::session(SESSION),
    };
    let mut wrong = page();
    wrong.file.faults = vec![
        Fault::new("file", "webinar-nothing"),
        Fault::new("file", "file-kind").with("accepted", "CSV, TSV, XLSX"),
        Fault::new("file", "import-too-many").with("limit", 10_000),
    ];
    wrong.fields = vec![wrong.file.clone()];
    wrong.lists = Vec::new();
    wrong.removed = Vec::new();
    let closed = |key| UploadPage { closed_key: Some(key), ..page() };
    vec![page(), wrong, closed("webinars-cancelled"), closed("webinars-ahead")]
}

pub(super) fn columns() -> Vec<ColumnsPage> {
    let column = |name: &str, label_key, faults: Vec<Fault>| ColumnField {
        label_key,
        field: Field { faults, ..Field::filled(name, "1") },
        options: vec![Choice::new(1, "Столбец 1 — Кто", "1"), Choice::new(2, "Столбец 2 — Когда", "1")],
    };
    let page = |faults: [Vec<Fault>; 2]| {
        let [name, email] = faults;
        let columns = vec![
            column("name", "webinars-column-name", name),
            column("email", "webinars-column-email", email),
            column("join", "webinars-column-join", Vec::new()),
            column("leave", "webinars-column-leave", Vec::new()),
            column("duration", "webinars-column-duration", Vec::new()),
        ];
        let wrong = columns.iter().map(|one| &one.field).filter(|field| !field.faults.is_empty());
        ColumnsPage {
            crumbs: crumbs(),
            file_name: "list.csv".into(),
            closed_key: None,
            url: paths::webinar_columns(SESSION, LIST),
            heads: vec![1, 2],
            rows: vec![vec!["Кто".into(), "Когда".into()], vec!["Сейтқали Айгүл".into(), "10:00".into()]],
            fields: wrong.cloned().collect(),
            columns,
            headless: Field::empty("headless"),
            headless_ticked: false,
            lists_url: paths::webinar_lists(SESSION),
        }
    };
    let needed = vec![Fault::new("name", "webinar-column-needed")];
    let twice = vec![Fault::new("email", "webinar-column-twice")];
    let closed = ColumnsPage { closed_key: Some("webinars-cancelled"), ..page([Vec::new(), Vec::new()]) };
    vec![page([Vec::new(), Vec::new()]), page([needed, twice]), closed]
}

fn person(change_key: &'static str, tick: Option<(&str, &'static str)>) -> PersonLine {
    PersonLine {
        name: "Сейтқали Айгүл".into(),
        names: "Aigul Seitkali, iPhone".into(),
        by_key: if tick.is_some() { "webinars-by-name" } else { "webinars-by-email" },
        minutes: 70,
        mark: Some("Опоздал, 20 мин".into()),
        sheet: (change_key != "webinars-change-first").then(|| "Нет".into()),
        change_key,
        conflict: change_key == "webinars-change-conflict",
        tick: tick.map(|(name, label_key)| Tick {
            id: format!("field-{name}"),
            name: name.to_owned(),
            value: "1".into(),
            ticked: true,
            label_key,
        }),
    }
}

fn who(line: u32, several: bool) -> WhoLine {
    WhoLine {
        line,
        name: "Марина Петрова".into(),
        email: "marina@example.org".into(),
        several,
        known: (line == 12).then(|| "Петрова Мария".to_owned()),
        empty_key: if line == 12 { "webinars-who-as-named" } else { "webinars-who-none" },
        who: Field::filled(&format!("who-{line}"), "guest"),
        options: vec![Choice::new(1, "Петрова Мария", ""), Choice::new("guest", "Гость", "guest")],
        other: Field::empty(&format!("other-{line}")),
    }
}

pub(super) fn previews() -> Vec<PreviewPage> {
    let mut wrong = preview();
    if let Some(line) = wrong.who.unknown.first_mut() {
        line.other.faults = vec![Fault::new("other-7", "webinar-who")];
        wrong.fields = vec![line.other.clone()];
    }
    wrong.correction = Some(Field::filled("correction_reason", "По списку вебинара: zoom.csv"));
    let mut bare = preview();
    bare.people = vec![person("webinars-change-same", None), person("webinars-change-outside", None)];
    (bare.who, bare.hosts, bare.faults, bare.rest) = (Who::default(), Vec::new(), Vec::new(), Vec::new());
    (bare.read_as, bare.anything) = (None, false);
    bare.other_clock = true;
    let mut unknown = preview();
    (unknown.tool_key, unknown.people) = (None, Vec::new());
    let closed = PreviewPage { closed_key: Some("webinars-cancelled"), ..preview() };
    vec![preview(), wrong, bare, unknown, closed]
}

fn preview() -> PreviewPage {
    let bulk = Choice::new("guest", "Гость", "");
    let faults = ["join", "leave", "order", "duration", "nobody", "no_time", "quotes", "too_long"];
    PreviewPage {
        crumbs: crumbs(),
        heading: "Волонтёр в учреждении: практикум".into(),
        when: When::sample(),
        closed_key: None,
        zone: "Иркутск, UTC+8".into(),
        clock: Field::filled("time_zone", "Asia/Irkutsk"),
        clocks: vec![Choice::new("Asia/Irkutsk", "Иркутск, UTC+8", "Asia/Irkutsk")],
        clock_url: "/sessions/1/webinar-lists/1/clock".into(),
        other_clock: false,
        list: list(),
        tool_key: Some("webinars-tool-zoom"),
        read_as: Some(ReadAs { encoding: "UTF-8".into(), delimiter: "comma" }),
        figures: Figures { known: 4, unknown: 2, guests: 1, rest: 1 },
        people: vec![
            person("webinars-change-first", Some(("take-1", "webinars-take"))),
            person("webinars-change-refined", Some(("take-2", "webinars-take"))),
            person("webinars-change-conflict", Some(("replace-3", "webinars-replace"))),
            PersonLine { by_key: "webinars-by-hand", mark: None, ..person("webinars-change-outside", None) },
        ],
        who: Who {
            unknown: vec![who(7, false), who(8, true)],
            more: 3,
            decided: vec![who(9, false)],
            named: vec![who(12, false)],
            named_count: 1,
            named_open: false,
            title_key: Some("webinars-unknown"),
            bulk: vec![bulk],
            bulk_field: Field::empty("bulk"),
            names: vec!["Петрова Мария".into()],
            fields: Vec::new(),
        },
        hosts: vec!["Ким Ольга".into()],
        faults: (3..)
            .zip(faults)
            .map(|(line, what)| FaultLine { line, key: format!("webinars-line-{what}") })
            .collect(),
        rest: vec!["Ли Анна".into()],
        rest_field: Field::empty("rest_absent"),
        rest_ticked: false,
        correction: None,
        anything: true,
        fields: Vec::new(),
        apply_url: paths::webinar_applications(SESSION, LIST),
        decide_url: paths::webinar_decisions(SESSION, LIST),
        columns_url: paths::webinar_columns(SESSION, LIST),
        file_url: paths::webinar_file(SESSION, LIST),
        removal_url: paths::webinar_removal(SESSION, LIST),
        sheet_url: paths::session(SESSION),
    }
}
