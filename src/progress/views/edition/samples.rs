//! The page of an edition in its typical states.

use super::{Edition, Figure, Row, Said, Showing, Task, columns, counted, filters, of, said, tabs};
use crate::kernel::EditionId;
use crate::progress::rules::overview as rules;
use crate::web::paths;

/// With people and tasks, with nobody, and as somebody sees it who does not administer it.
pub(super) fn all() -> Vec<Edition> {
    vec![sample(sample_rows(), true), sample(Vec::new(), true), sample(sample_rows(), false)]
}

fn sample(rows: Vec<Row>, administers: bool) -> Edition {
    let (id, showing) = (EditionId(1), Showing::default());
    let figure = |label_key, of| Figure { label_key, value: "12".into(), of, attention: of.is_none() };
    let task = |said, url: Option<&str>| Task { said, url: url.map(str::to_owned) };
    let session =
        said("overview-task-session", &[("time", "14:00".into()), ("title", "Круглый стол".into())]);
    Edition {
        heading: "2-й поток, осень 2026".into(),
        programme: "Эффективное партнёрство".into(),
        term: "1 сентября – 30 ноября 2026 г.".into(),
        stage_key: "overview-stage-running".into(),
        running: true,
        trainers: Some("Ли А.".into()),
        own_people_only: !administers,
        list_url: paths::EDITIONS,
        tabs: tabs(id, true, administers),
        figures: vec![
            figure("overview-figure-people", Some(40)),
            figure("overview-figure-active", None),
            figure("overview-figure-risk", None),
            figure("overview-figure-ready", None),
        ],
        needed_percent: 80,
        quiet_days: rules::QUIET_DAYS,
        active_days: rules::ACTIVE_DAYS,
        tasks: vec![
            task(session, Some(paths::TODAY)),
            task(counted("overview-task-unmarked", 2), Some(paths::TODAY)),
            task(counted("overview-task-ungraded", 5), Some(paths::GRADING)),
            task(counted("overview-task-issue", 21), Some(paths::REGISTER)),
            task(said("overview-task-plan", &[]), Some(paths::EDITIONS)),
            task(said("overview-task-trainers", &[]), Some(paths::EDITIONS)),
            task(counted("overview-task-invited", 1), None),
        ],
        nothing_to_do: rows.is_empty(),
        empty: rows.is_empty(),
        enrol_url: administers.then(|| paths::new_enrolment(id)),
        filters: filters(id, &[], showing),
        columns: columns(id, showing),
        none_shown: rows.is_empty(),
        rows,
        previous_url: Some(paths::edition_people(id, "all", "name", 0)),
        next_url: Some(paths::edition_people(id, "all", "name", 2)),
    }
}

fn sample_rows() -> Vec<Row> {
    let title = || [("title", "Итоговый тест".to_owned())];
    let row = |ready: bool, risk: Option<Said>| Row {
        name: "Ли Анна".into(),
        url: Some(paths::PEOPLE.to_owned()),
        email: "anna@example.org".into(),
        organisation: Some("Фонд «Рядом»".into()),
        conditions: of("overview-of", 5, 9),
        has_attended: risk.is_some(),
        attended: 66,
        hours: of("overview-hours", 24, 60),
        hours_url: paths::MY_HOURS.to_owned(),
        seen: risk.is_some().then(|| "сб, 21 ноября".to_owned()),
        invited: risk.is_none(),
        ready,
        has_document: false,
        risk,
        missing: vec![
            of("overview-missing-attendance", 66, 80),
            of("overview-missing-attendance-held", 66, 80),
            of("overview-missing-hours", 40, 100),
            said("overview-missing-quiz", &title()),
            counted("overview-missing-quizzes", 3),
            said("overview-missing-case", &title()),
            counted("overview-missing-cases", 5),
        ],
        withdraw_url: Some(paths::EDITIONS.to_owned()),
    };
    vec![
        row(true, None),
        row(false, Some(of("overview-risk-attendance", 66, 80))),
        row(false, Some(counted("overview-risk-quiet", 14))),
        Row { has_document: true, ..row(false, None) },
    ]
}
