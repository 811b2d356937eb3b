//! The schedule of another edition, moved by whole weeks.

use super::Crumb;
use super::lines::Lines;
use crate::attendance::views::Telling;
use crate::kernel::{EditionId, Fault, Problem};
use crate::timetables::actions::CopyRun;
use crate::web::{Choice, Field, Form, Title, View, paths};
use serde::Serialize;

/// The choice of an edition, and below it what its schedule would be here.
#[derive(Debug, Serialize)]
pub struct CopyPage {
    crumbs: Vec<Crumb>,
    sessions_url: String,
    look_url: String,
    book_url: String,
    source: Field,
    sources: Vec<Choice>,
    weeks: Field,
    fields: Vec<Field>,
    nothing: bool,
    lines: Option<Lines>,
}

impl CopyPage {
    /// The page for a reader, with what was chosen of the lines before.
    pub fn new(
        run: &CopyRun,
        (form, problem): (&Form, &Problem),
        chosen: Option<&[String]>,
        telling: Telling<'_>,
    ) -> CopyPage {
        let edition = &run.setting.edition;
        let field = |name| Field::typed(name, form, problem);
        let weeks = match run.source {
            Some(_) if form.raw("weeks").is_empty() => {
                Field { value: run.weeks.to_string(), ..field("weeks") }
            }
            _ => field("weeks"),
        };
        let source = |(id, title): &(EditionId, String)| Choice::new(id, title, form.raw("source"));
        let names =
            ["source", "weeks", "line", "skip", "despite_reason", "starts", "place", "trainer", "trainees"];
        CopyPage {
            crumbs: vec![
                Crumb { label: edition.title.clone(), url: paths::edition(edition.id) },
                Crumb {
                    label: telling.say("attendance-sessions-title"),
                    url: paths::edition_sessions(edition.id),
                },
            ],
            sessions_url: paths::edition_sessions(edition.id),
            look_url: paths::new_schedule_copy(edition.id),
            book_url: paths::schedule_copies(edition.id),
            source: field("source"),
            sources: run.sources.iter().map(source).collect(),
            weeks,
            fields: names.map(field).into_iter().filter(|one| !one.faults.is_empty()).collect(),
            nothing: run.source.is_some() && run.lines.is_empty(),
            lines: (!run.lines.is_empty()).then(|| Lines::new(&run.lines, (form, problem), chosen, telling)),
        }
    }
}

impl View for CopyPage {
    const TEMPLATE: &'static str = "pages/timetables/copy";

    fn title(&self) -> Title {
        Title::key("timetables-copy-title")
    }

    fn samples() -> Vec<CopyPage> {
        let id = EditionId(1);
        let page = |sources: Vec<Choice>, nothing: bool, lines: Option<Lines>| CopyPage {
            crumbs: vec![Crumb { label: "2-й поток".into(), url: paths::edition(id) }],
            sessions_url: paths::edition_sessions(id),
            look_url: paths::new_schedule_copy(id),
            book_url: paths::schedule_copies(id),
            source: Field::filled("source", "2"),
            sources,
            weeks: Field::filled("weeks", "22"),
            fields: Vec::new(),
            nothing,
            lines,
        };
        let sources = || vec![Choice::new("2", "1-й поток", "2")];
        let wrong = Field { faults: vec![Fault::new("line", "dates-changed")], ..Field::empty("line") };
        let looked = page(sources(), false, Some(Lines::sample()));
        vec![
            CopyPage { fields: vec![wrong], ..looked },
            page(sources(), false, None),
            page(sources(), true, None),
            page(Vec::new(), false, None),
        ]
    }
}
