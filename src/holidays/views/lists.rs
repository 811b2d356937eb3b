//! The lists of days off, and importing one.

use super::days_off::country_key;
use super::{Day, UnknownLine};
use crate::holidays::actions::List;
use crate::holidays::rules::Off;
use crate::kernel::{Fault, HolidayListId, Language, Problem};
use crate::web::{Field, Form, Title, View, paths};
use serde::Serialize;

/// Every list that holds.
#[derive(Debug, Serialize)]
pub struct ListsPage {
    new_url: Option<&'static str>,
    unknown: Vec<UnknownLine>,
    lists: Vec<Line>,
}

#[derive(Debug, Serialize)]
struct Line {
    country_key: Option<&'static str>,
    place: String,
    year: i32,
    imported: bool,
    source: String,
    count: usize,
    days: Vec<Day>,
    removal_url: Option<String>,
}

impl ListsPage {
    /// The lists for a reader, who may change them or not.
    pub fn new(lists: &[List], may_change: bool, reader: Language) -> ListsPage {
        let line = |list: &List| Line {
            country_key: country_key(&list.place),
            place: list.place.code(),
            year: list.year,
            imported: list.id.is_some(),
            source: list.source.clone(),
            count: list.days.len(),
            days: list.days.iter().map(|off| Day::new(off, reader)).collect(),
            removal_url: list.id.filter(|_| may_change).map(paths::holidays_removal),
        };
        let unknown = |list: &List| list.gap.map(|gap| UnknownLine::new(&list.place, list.year, gap));
        ListsPage {
            unknown: lists.iter().filter_map(unknown).collect(),
            new_url: may_change.then_some(paths::NEW_HOLIDAYS),
            lists: lists.iter().map(line).collect(),
        }
    }
}

impl View for ListsPage {
    const TEMPLATE: &'static str = "pages/holidays/lists";

    fn title(&self) -> Title {
        Title::key("holidays-title")
    }

    fn samples() -> Vec<ListsPage> {
        let line = |removal_url: Option<String>| Line {
            country_key: removal_url.is_none().then_some("holidays-country-ru"),
            place: "RU-TA".into(),
            year: 2026,
            imported: removal_url.is_some(),
            source: "Указ Раиса Республики Татарстан".into(),
            count: 2,
            days: vec![Day::sample(true), Day::sample(false)],
            removal_url,
        };
        let own = line(Some(paths::holidays_removal(HolidayListId(1))));
        vec![
            ListsPage {
                new_url: Some(paths::NEW_HOLIDAYS),
                unknown: UnknownLine::samples(),
                lists: vec![line(None), own],
            },
            ListsPage { new_url: None, unknown: Vec::new(), lists: vec![line(None)] },
        ]
    }
}

/// Importing a list: the form, and what it would bring.
#[derive(Debug, Serialize)]
pub struct ImportPage {
    index_url: &'static str,
    look_url: &'static str,
    import_url: &'static str,
    country: Field,
    region: Field,
    year: Field,
    source: Field,
    file: Field,
    text: Field,
    fields: Vec<Field>,
    days: Vec<Day>,
    count: usize,
}

impl ImportPage {
    /// The form as it was typed, with its faults, and the days that would be imported.
    pub fn new((form, problem): (&Form, &Problem), days: &[Off], reader: Language) -> ImportPage {
        let field = |name| Field::typed(name, form, problem);
        let fields = ["country", "region", "year", "source", "file"];
        ImportPage {
            index_url: paths::HOLIDAYS,
            look_url: paths::HOLIDAY_DRY_RUNS,
            import_url: paths::HOLIDAYS,
            country: field("country"),
            region: field("region"),
            year: field("year"),
            source: field("source"),
            file: field("file"),
            text: Field::filled("text", form.raw("text")),
            fields: fields.map(field).into_iter().filter(|one| !one.faults.is_empty()).collect(),
            count: days.len(),
            days: days.iter().map(|off| Day::new(off, reader)).collect(),
        }
    }
}

impl View for ImportPage {
    const TEMPLATE: &'static str = "pages/holidays/import";

    fn title(&self) -> Title {
        Title::key("holidays-import-title")
    }

    fn samples() -> Vec<ImportPage> {
        let form = Form::of(&[("country", "RU"), ("region", "TA"), ("year", "2026"), ("source", "Указ")]);
        let fault = |code| {
            let fault = Fault::new("file", code).with("line", 3).with("text", "31.02.2026").with("first", 2);
            fault.with("day", "30.08.2026").with("limit", 200).with("column", 2)
        };
        let codes = [
            "holiday-columns",
            "holiday-date",
            "holiday-kind",
            "holiday-name",
            "holiday-name-long",
            "holiday-twice",
            "holiday-none",
        ];
        let mut faults: Vec<Fault> = codes.map(fault).into();
        faults.push(Fault::new("country", "holiday-country"));
        faults.push(Fault::new("region", "holiday-region"));
        faults.push(Fault::new("year", "holiday-other-year").with("day", "30.08.2025"));
        let wrong = Problem::invalid(faults);
        let page = |problem: &Problem, days| ImportPage {
            days,
            count: 2,
            ..ImportPage::new((&form, problem), &[], Language::Ru)
        };
        let fine = Problem::invalid(Vec::new());
        let days = || vec![Day::sample(true), Day::sample(false)];
        vec![page(&fine, Vec::new()), page(&wrong, Vec::new()), page(&fine, days())]
    }
}
