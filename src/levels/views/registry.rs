//! The registry of mentors, on a page and as a table to take away.

use super::{Saying, StatusLine, level_name, samples};
use crate::kernel::{Language, Word as _, dates};
use crate::levels::actions::{Asked, Line, PAGE, Registry, Show, Sort};
use crate::levels::rules::Level;
use crate::levels::rules::status::Status;
use crate::printing::sheets::{Cell, Sheet};
use crate::web::{Choice, Field, Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct RegistryPage {
    organisation_name: String,
    url: &'static str,
    sent_only: bool,
    rule_url: Option<String>,
    search: Field,
    show: Field,
    shows: Vec<Choice>,
    level: Field,
    levels: Vec<Choice>,
    sort: Field,
    sorts: Vec<Choice>,
    organisation: Field,
    organisations: Vec<Choice>,
    filtered: bool,
    clear_url: String,
    figures: Vec<Figure>,
    total: i64,
    rows: Vec<Row>,
    previous_url: Option<String>,
    next_url: Option<String>,
    xlsx_url: String,
    csv_url: String,
}

#[derive(Debug, Clone, Serialize)]
struct Figure {
    label_key: &'static str,
    value: i64,
}

#[derive(Debug, Clone, Serialize)]
struct Row {
    name: String,
    url: String,
    organisation: Option<String>,
    level: Option<String>,
    cycles: usize,
    certificate: Option<Certificate>,
    status: Option<StatusLine>,
}

#[derive(Debug, Clone, Serialize)]
struct Certificate {
    number: String,
    url: Option<String>,
    date: String,
}

/// A question with another page of its answer.
fn fields(asked: &Asked, organisation: &str, page: usize) -> Vec<(&'static str, String)> {
    vec![
        ("organisation", organisation.to_owned()),
        ("q", asked.search.clone()),
        ("show", asked.show.as_str().to_owned()),
        ("level", asked.level.map(Level::as_str).unwrap_or_default().to_owned()),
        ("sort", asked.sort.as_str().to_owned()),
        ("page", if page == 0 { String::new() } else { page.to_string() }),
    ]
}

fn borrowed<'a>(fields: &'a [(&'static str, String)]) -> Vec<(&'static str, &'a str)> {
    fields.iter().map(|(name, value)| (*name, value.as_str())).collect()
}

fn show_key(show: Show) -> &'static str {
    match show {
        Show::Mentors => "levels-show-mentors",
        Show::Valid => "levels-show-valid",
        Show::Needs => "levels-show-needs",
        Show::Everybody => "levels-show-everybody",
    }
}

fn sort_key(sort: Sort) -> &'static str {
    match sort {
        Sort::Name => "levels-sort-name",
        Sort::Level => "levels-sort-level",
        Sort::Status => "levels-sort-status",
    }
}

impl RegistryPage {
    /// The page of a registry that was read, counted from 0.
    pub fn new(registry: &Registry, page: usize, reader: &Reader, say: Saying<'_>) -> RegistryPage {
        let (asked, language) = (&registry.asked, reader.language);
        let organisation = registry.organisation.to_string();
        let at = |page: usize| paths::mentor_registry(&borrowed(&fields(asked, &organisation, page)));
        let table = |format: &str| {
            let fields = fields(asked, &organisation, 0);
            paths::mentor_table(format, &borrowed(&fields))
        };
        let (show, sort) = (asked.show.as_str(), asked.sort.as_str());
        let level = asked.level.map(Level::as_str).unwrap_or_default();
        let shows = registry.counts.iter().map(|(show, _)| *show);
        let sorts = [Sort::Name, Sort::Level, Sort::Status].into_iter();
        let plain = Asked { search: String::new(), level: None, show: Show::Mentors, ..asked.clone() };
        let others = registry.choices.iter().filter(|_| registry.choices.len() > 1);
        let until = i64::try_from(page).unwrap_or(i64::MAX).saturating_add(1).saturating_mul(PAGE);
        RegistryPage {
            organisation_name: registry.name.clone(),
            url: paths::MENTORS,
            sent_only: !registry.administers,
            rule_url: registry.administers.then(|| paths::level_rule(registry.organisation)),
            search: Field::filled("q", asked.search.clone()),
            show: Field::filled("show", show),
            shows: shows.map(|one| Choice::new(one.as_str(), say(show_key(one), &[]), show)).collect(),
            level: Field::filled("level", level),
            levels: Level::ALL
                .iter()
                .map(|one| Choice::new(one.as_str(), registry.rule.name(*one, language), level))
                .collect(),
            sort: Field::filled("sort", sort),
            sorts: sorts.map(|one| Choice::new(one.as_str(), say(sort_key(one), &[]), sort)).collect(),
            organisation: Field::filled("organisation", organisation.clone()),
            organisations: others.map(|(id, name)| Choice::new(id, name, &organisation)).collect(),
            filtered: plain != *asked,
            clear_url: paths::mentor_registry(&borrowed(&fields(&plain, &organisation, 0))),
            figures: registry
                .counts
                .iter()
                .map(|(show, value)| Figure { label_key: show_key(*show), value: *value })
                .collect(),
            total: registry.total,
            rows: registry.lines.iter().map(|line| row(line, registry, language)).collect(),
            previous_url: (page > 0).then(|| at(page - 1)),
            next_url: (registry.total > until).then(|| at(page + 1)),
            xlsx_url: table("xlsx"),
            csv_url: table("csv"),
        }
    }
}

fn row(line: &Line, registry: &Registry, language: Language) -> Row {
    Row {
        name: line.person.name.full(),
        url: paths::person_levels(line.person.id),
        organisation: line.person.organisation.clone(),
        level: level_name(&registry.rule, line.reached, language),
        cycles: line.reached.cycles,
        certificate: line.certificate.as_ref().map(|one| Certificate {
            number: one.number.clone(),
            // The page of a document is for those who issued it.
            url: registry.administers.then(|| paths::document(one.document)),
            date: dates::date(language, one.issued_on),
        }),
        status: line.status.map(|status| StatusLine::new(status, language)),
    }
}

/// Everybody found, as a table to take away.
pub fn sheet(registry: &Registry, language: Language, say: Saying<'_>) -> Sheet {
    let header = [
        "levels-column-name",
        "levels-column-organisation",
        "levels-column-level",
        "levels-column-cycles",
        "levels-column-certificate",
        "levels-column-issued",
        "levels-column-status",
        "levels-column-why",
        "levels-column-until",
    ];
    let text = |text: Option<String>| text.map_or(Cell::Empty, Cell::Text);
    let line = |line: &Line| {
        let shown = row(line, registry, language);
        let until = match line.status {
            Some(Status::Valid(until)) => Some(dates::date(language, until)),
            _ => None,
        };
        let why = shown.status.as_ref().filter(|status| !status.valid).map(|status| status.about.text(say));
        let (number, issued) = shown.certificate.map(|one| (one.number, one.date)).unzip();
        vec![
            Cell::Text(shown.name),
            text(shown.organisation),
            text(shown.level),
            Cell::Number(shown.cycles.to_string()),
            text(number),
            text(issued),
            text(shown.status.map(|status| say(status.key, &[]))),
            text(why),
            text(until),
        ]
    };
    Sheet {
        header: header.iter().map(|key| say(key, &[])).collect(),
        rows: registry.lines.iter().map(line).collect(),
    }
}

impl View for RegistryPage {
    const TEMPLATE: &'static str = "pages/levels/registry";

    fn title(&self) -> Title {
        Title::key("levels-registry-title")
    }

    fn samples() -> Vec<RegistryPage> {
        let (reader, registry) = (Reader::sample(), samples::registry());
        let say: Saying<'_> = &|key, _| key.to_owned();
        let asked = Asked { search: "жоқ".into(), show: Show::Needs, ..Asked::default() };
        let none = Registry { asked, total: 0, lines: Vec::new(), ..registry.clone() };
        let empty = Registry {
            asked: Asked::default(),
            choices: registry.choices.iter().take(1).cloned().collect(),
            ..none.clone()
        };
        let sent = Registry { administers: false, ..registry.clone() };
        let mut long = registry.clone();
        long.lines = registry.lines.iter().cycle().take(50).cloned().collect();
        long.total = 120;
        vec![
            RegistryPage::new(&registry, 0, &reader, say),
            RegistryPage::new(&none, 0, &reader, say),
            RegistryPage::new(&empty, 0, &reader, say),
            RegistryPage::new(&sent, 0, &reader, say),
            RegistryPage::new(&long, 1, &reader, say),
        ]
    }
}
