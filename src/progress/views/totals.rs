//! «Часы потока»: planned, held, earned and missing, by kind, by module and by person.

use super::conditions::Wording;
use super::numbers::{Kind, Numbers, kinds, sample_kinds};
use crate::editions::rules::Scope;
use crate::editions::store::enrolments::TraineeRow;
use crate::kernel::{EditionId, ModuleId};
use crate::progress::actions::hours::EditionHours;
use crate::progress::rules::totals::Hours;
use crate::render::Words;
use crate::web::{Reader, Title, View, paths};
use serde::Serialize;

/// How many people stand on one page.
const PAGE: usize = 100;

/// In which order people stand, from which page on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Showing {
    /// In which order.
    pub sort: Sort,
    /// The page, from 0.
    pub page: usize,
}

/// In which order people stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// By name.
    #[default]
    Name,
    /// Least earned first.
    Earned,
    /// Most missing first.
    Missing,
}

impl Sort {
    const ALL: [Sort; 3] = [Sort::Name, Sort::Earned, Sort::Missing];

    fn as_str(self) -> &'static str {
        match self {
            Sort::Name => "name",
            Sort::Earned => "earned",
            Sort::Missing => "missing",
        }
    }

    /// The choice of an address; anything unknown sorts by name.
    pub fn parse(text: &str) -> Sort {
        Sort::ALL.into_iter().find(|sort| sort.as_str() == text).unwrap_or_default()
    }

    /// People come sorted by name, and a stable sort keeps that order among equals.
    fn apply(self, people: &mut [&(TraineeRow, Hours)]) {
        match self {
            Sort::Name => {}
            Sort::Earned => people.sort_by_key(|(_, hours)| hours.earned),
            Sort::Missing => people.sort_by_key(|(_, hours)| std::cmp::Reverse(hours.missing)),
        }
    }
}

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct EditionTotals {
    crumbs: Vec<Crumb>,
    programme: String,
    own_people_only: bool,
    /// How many sessions are over and have no mark.
    unmarked: usize,
    unmarked_url: Option<String>,
    academic_hour: i32,
    all: Numbers,
    kinds: Vec<Kind>,
    modules: Vec<ModuleLine>,
    /// The title of the module that the people are shown for.
    module: Option<String>,
    all_modules_url: String,
    sorts: Vec<SortLink>,
    rows: Vec<Row>,
    empty: bool,
    previous_url: Option<String>,
    next_url: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
struct Crumb {
    label: String,
    url: String,
}

#[derive(Debug, Clone, Serialize)]
struct ModuleLine {
    title: String,
    url: String,
    current: bool,
    people: usize,
    numbers: Numbers,
}

#[derive(Debug, Clone, Serialize)]
struct SortLink {
    label_key: String,
    url: String,
    current: bool,
}

#[derive(Debug, Clone, Serialize)]
struct Row {
    name: String,
    organisation: Option<String>,
    url: String,
    entries_url: String,
    numbers: Numbers,
}

impl EditionTotals {
    /// The page for a reader, as shown and sorted.
    pub fn new(data: &EditionHours, showing: Showing, reader: &Reader, words: &Words) -> EditionTotals {
        let id = data.edition.id;
        let wording = Wording { words, language: reader.language, academic_hour: data.academic_hour };
        let everyone = data.scope == Scope::Everyone;
        let mut people: Vec<_> = data.people.iter().collect();
        showing.sort.apply(&mut people);
        let url = |sort: Sort, page: usize| address(id, data.module, sort, page);
        let shown = people.iter().skip(showing.page * PAGE).take(PAGE);
        let module = data.modules.iter().find(|module| Some(module.id) == data.module);
        let first = data.unmarked.first().filter(|_| everyone);
        EditionTotals {
            crumbs: vec![Crumb { label: data.edition.title.clone(), url: paths::edition(id) }],
            programme: data.programme.for_reader(reader.language).to_owned(),
            own_people_only: !everyone,
            unmarked: data.unmarked.len(),
            unmarked_url: first.map(|session| paths::session(*session)),
            academic_hour: data.academic_hour.0,
            all: Numbers::of(&data.totals.all, &wording),
            kinds: kinds(&data.totals, &wording, |_, _| None),
            modules: data
                .modules
                .iter()
                .map(|module| ModuleLine {
                    title: module.title.for_reader(reader.language).to_owned(),
                    url: address(id, Some(module.id), showing.sort, 0),
                    current: Some(module.id) == data.module,
                    people: module.people,
                    numbers: Numbers::of(&module.hours, &wording),
                })
                .collect(),
            module: module.map(|module| module.title.for_reader(reader.language).to_owned()),
            all_modules_url: address(id, None, showing.sort, 0),
            sorts: Sort::ALL.map(|sort| sort_link(sort, showing.sort, url(sort, 0))).into(),
            rows: shown.map(|(who, hours)| row(who, hours, data.module, &wording)).collect(),
            empty: people.is_empty(),
            previous_url: (showing.page > 0).then(|| url(showing.sort, showing.page - 1)),
            next_url: (people.len() > (showing.page + 1) * PAGE).then(|| url(showing.sort, showing.page + 1)),
        }
    }
}

fn address(id: EditionId, module: Option<ModuleId>, sort: Sort, page: usize) -> String {
    let module = module.map(|module| module.to_string()).unwrap_or_default();
    let sort = if sort == Sort::Name { "" } else { sort.as_str() };
    let page = if page == 0 { String::new() } else { page.to_string() };
    paths::edition_hours_shown(id, &[("module", &module), ("sort", sort), ("page", &page)])
}

fn sort_link(sort: Sort, chosen: Sort, url: String) -> SortLink {
    SortLink { label_key: format!("progress-totals-sort-{}", sort.as_str()), url, current: sort == chosen }
}

fn row(who: &TraineeRow, hours: &Hours, module: Option<ModuleId>, wording: &Wording<'_>) -> Row {
    let module = module.map(|module| module.to_string()).unwrap_or_default();
    Row {
        name: who.name.full(),
        organisation: who.organisation_name.clone(),
        url: paths::person_hours(who.enrolment),
        entries_url: paths::hours_entries(who.enrolment, &[("module", &module)]),
        numbers: Numbers::of(hours, wording),
    }
}

impl View for EditionTotals {
    const TEMPLATE: &'static str = "pages/progress/totals";

    fn title(&self) -> Title {
        Title::key("progress-totals-title")
    }

    fn samples() -> Vec<EditionTotals> {
        let id = EditionId(1);
        let row = |organisation: Option<&str>, full| Row {
            name: "Ли Анна".into(),
            organisation: organisation.map(str::to_owned),
            url: "/learn/1/hours".into(),
            entries_url: "/learn/1/hours/entries".into(),
            numbers: Numbers { full, ..Numbers::sample() },
        };
        let page = EditionTotals {
            crumbs: vec![Crumb { label: "2-й поток".into(), url: paths::edition(id) }],
            programme: "Эффективное партнёрство".into(),
            own_people_only: false,
            unmarked: 2,
            unmarked_url: Some("/sessions/1".into()),
            academic_hour: 45,
            all: Numbers::sample(),
            kinds: sample_kinds(),
            modules: vec![ModuleLine {
                title: "Зачем нужны партнёры".into(),
                url: address(id, Some(ModuleId(1)), Sort::Name, 0),
                current: true,
                people: 40,
                numbers: Numbers::sample(),
            }],
            module: Some("Зачем нужны партнёры".into()),
            all_modules_url: address(id, None, Sort::Name, 0),
            sorts: Sort::ALL.map(|sort| sort_link(sort, Sort::Missing, address(id, None, sort, 0))).into(),
            rows: vec![row(Some("Фонд «Рядом»"), false), row(None, true)],
            empty: false,
            previous_url: Some(address(id, None, Sort::Missing, 0)),
            next_url: Some(address(id, None, Sort::Missing, 2)),
        };
        let coordinators =
            EditionTotals { own_people_only: true, unmarked_url: None, module: None, ..page.clone() };
        let none = EditionTotals { rows: Vec::new(), empty: true, unmarked: 0, ..coordinators.clone() };
        vec![page, coordinators, none]
    }
}
