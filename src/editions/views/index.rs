//! The list of editions.

use crate::editions::actions::Listed;
use crate::editions::rules::Stage;
use crate::kernel::{EditionId, dates};
use crate::web::paging::Part;
use crate::web::{Reader, Title, View, paths};
use serde::Serialize;

/// The list: what runs now first, then what is ahead, then what is over.
#[derive(Debug, Serialize)]
pub struct Index {
    new_url: Option<&'static str>,
    stages: Vec<StageRows>,
    none: bool,
    first_url: Option<&'static str>,
    further_url: Option<String>,
}

#[derive(Debug, Serialize)]
struct StageRows {
    heading_key: &'static str,
    running: bool,
    rows: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct Row {
    url: String,
    title: String,
    programme: String,
    organisation: String,
    term: String,
    people: i64,
    capacity: Option<i32>,
    full: bool,
}

impl Index {
    /// The list for a reader, after one of its rows; those who may open editions find the button.
    pub fn new(mut listed: Vec<Listed>, after: Option<EditionId>, may_open: bool, reader: &Reader) -> Index {
        let stage_of = |one: &Listed| one.row.edition.term().stage(reader.now);
        listed.sort_by_key(|one| match stage_of(one) {
            Stage::Running => 0,
            Stage::Ahead => 1,
            Stage::Over => 2,
        });
        let part = Part::after(listed, after, |one| one.row.edition.id);
        let stage = |wanted: Stage, heading_key| {
            let inside = part.rows.iter().filter(|one| stage_of(one) == wanted);
            let rows: Vec<Row> = inside.map(|one| row(one, reader)).collect();
            StageRows { heading_key, running: wanted == Stage::Running, rows }
        };
        let mut stages = vec![
            stage(Stage::Running, "editions-stage-running"),
            stage(Stage::Ahead, "editions-stage-ahead"),
            stage(Stage::Over, "editions-stage-over"),
        ];
        stages.retain(|stage| !stage.rows.is_empty());
        let new_url = may_open.then_some(paths::NEW_EDITION);
        Index {
            new_url,
            none: stages.is_empty(),
            stages,
            first_url: part.later.then_some(paths::EDITIONS),
            further_url: part.next_after.map(paths::editions_after),
        }
    }
}

fn row(listed: &Listed, reader: &Reader) -> Row {
    let edition = &listed.row.edition;
    Row {
        url: paths::edition(edition.id),
        title: edition.title.clone(),
        programme: listed.row.programme.0.for_reader(reader.language).to_owned(),
        organisation: listed.row.organisation.clone(),
        term: dates::period(reader.language, edition.starts_on, edition.ends_on),
        people: listed.people,
        capacity: listed.everyone.then_some(edition.capacity),
        full: listed.everyone && listed.people >= i64::from(edition.capacity),
    }
}

impl View for Index {
    const TEMPLATE: &'static str = "pages/editions/index";

    fn title(&self) -> Title {
        Title::key("editions-index-title")
    }

    fn samples() -> Vec<Index> {
        let row = |people, capacity: Option<i32>| Row {
            url: paths::edition(EditionId(1)),
            title: "2-й поток, осень 2026".into(),
            programme: "Эффективное партнёрство".into(),
            organisation: "Учебный центр".into(),
            term: "1 сентября – 30 ноября 2026 г.".into(),
            people,
            capacity,
            full: capacity.is_some_and(|capacity| people >= i64::from(capacity)),
        };
        let rows = vec![row(38, Some(40)), row(40, Some(40)), row(3, None)];
        let stages = vec![StageRows { heading_key: "editions-stage-running", running: true, rows }];
        let none =
            |new_url| Index { new_url, stages: Vec::new(), none: true, first_url: None, further_url: None };
        vec![
            Index {
                stages,
                none: false,
                first_url: Some(paths::EDITIONS),
                further_url: Some(paths::editions_after(EditionId(7))),
                ..none(Some(paths::NEW_EDITION))
            },
            none(Some(paths::NEW_EDITION)),
            none(None),
        ]
    }
}
