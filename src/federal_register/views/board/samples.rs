//! The queue as it looks in its typical states.

use super::{BoardPage, Row, outcomes};
use crate::documents::views::kind_key;
use crate::federal_register::rules::State;
use crate::federal_register::views::{Around, Standing};
use crate::kernel::{DocumentId, Fault, FederalExportId, OrganisationId};
use crate::programmes::rules::words::DocumentKind;
use crate::web::{Choice, Field, Say, paths};

fn row(state: Option<State>, left: i64) -> Row {
    Row {
        id: 1,
        number: "УПК-2026/0042".into(),
        url: paths::document(DocumentId(1)),
        kind_key: kind_key(DocumentKind::AdvancedTrainingCertificate),
        holder: "Ахметова Алия Сериковна".into(),
        issued_on: "1 сентября 2026 г.".into(),
        due_on: "1 октября 2026 г.".into(),
        counted: State::is_open(state),
        left,
        over: -left,
        is_over: left < 0,
        is_near: left <= 7,
        standing: Standing::new(state, (state == Some(State::Error)).then_some("Нет такой области")),
        export_url: state.map(|_| paths::federal_export(OrganisationId(1), FederalExportId(1))),
        chosen: false,
        may_choose: state.is_some(),
    }
}

/// The queue in its states.
pub(super) fn all() -> Vec<BoardPage> {
    let rows = vec![
        row(None, 21),
        row(None, 3),
        row(None, -2),
        row(Some(State::Exported), 9),
        row(Some(State::Accepted), 9),
        row(Some(State::Error), 9),
    ];
    let fault = Fault::new("reason", "federal-reason-missing");
    let refused = Field { faults: vec![fault], ..Field::empty("reason") };
    let wrong = BoardPage { fields: vec![refused.clone()], reason: refused, ..page(rows.clone(), true) };
    let plain = BoardPage { federal: false, ..page(Vec::new(), false) };
    vec![
        page(rows, true),
        page(Vec::new(), false),
        BoardPage { filtered: true, ..page(Vec::new(), false) },
        plain,
        wrong,
    ]
}

fn page(rows: Vec<Row>, full: bool) -> BoardPage {
    let say: Say<'_> = &|key: &str| key.to_owned();
    BoardPage {
        around: Around::sample(),
        federal: true,
        days: 30,
        no_template: !full,
        overdue: i64::from(full),
        near: 2 * i64::from(full),
        overdue_url: "/".into(),
        url: "/".into(),
        state: Field { id: "filter-state".into(), ..Field::empty("state") },
        states: vec![Choice::new("open", "Не выгружены", "")],
        only_overdue: full,
        filtered: full,
        rows,
        first_url: full.then(|| "/".to_owned()),
        next_url: full.then(|| "/".to_owned()),
        outcomes_url: "/".into(),
        fields: Vec::new(),
        documents: Field::empty("documents"),
        outcome: Field::empty("state"),
        outcomes: outcomes(say, ""),
        reason: Field::empty("reason"),
        plain_url: "/".into(),
        year: Field::filled("year", "2026"),
        formats: vec![Choice::new("xlsx", "XLSX", "xlsx")],
        format: Field::filled("format", "xlsx"),
    }
}
