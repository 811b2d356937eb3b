//! The licences of an organisation with the days in which they hold.

use crate::countries::actions::licences::Shown;
use crate::countries::rules::Licence;
use crate::countries::store::licences::LicenceRow;
use crate::kernel::{Fault, LicenceId, OrganisationId, Problem, dates};
use crate::web::{Field, Form, Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Serialize)]
pub struct LicencesPage {
    organisation: String,
    organisation_url: String,
    list_url: &'static str,
    /// The line that papers print.
    printed: Option<String>,
    rows: Vec<Line>,
    url: String,
    removal_url: String,
    fields: Vec<Field>,
    number: Field,
    given_on: Field,
    ends_on: Field,
}

#[derive(Debug, Serialize)]
struct Line {
    id: i64,
    number: String,
    given: String,
    end: Option<String>,
    recorded: String,
    who: Option<String>,
}

impl Line {
    fn new((row, who): &(LicenceRow, Option<String>), reader: Reader) -> Line {
        let day = |day| dates::date(reader.language, day);
        Line {
            id: row.licence.id.0,
            number: row.licence.number.clone(),
            given: day(row.licence.given_on),
            end: row.licence.ends_on.map(day),
            recorded: day(row.recorded_at.date_in(reader.zone)),
            who: who.clone(),
        }
    }
}

impl LicencesPage {
    /// The page; with what was typed into its form when that was refused.
    pub fn new(shown: &Shown, typed: Option<(&Form, &Problem)>, reader: Reader) -> LicencesPage {
        let id = shown.organisation;
        let field = |name: &str| match typed {
            Some((form, problem)) => Field::typed(name, form, problem),
            None => Field::empty(name),
        };
        let (number, given_on, ends_on) = (field("number"), field("given_on"), field("ends_on"));
        // The button of a record that is gone has no line any more: what is wrong with it is said at the form.
        let gone = Field { id: number.id.clone(), ..field("licence") };
        let all = [&gone, &number, &given_on, &ends_on].into_iter();
        LicencesPage {
            organisation: shown.name.clone(),
            organisation_url: paths::organisation(id),
            list_url: paths::ORGANISATIONS,
            printed: shown.printed.clone(),
            rows: shown.rows.iter().map(|row| Line::new(row, reader)).collect(),
            url: paths::licences(id),
            removal_url: paths::licence_removals(id),
            fields: all.filter(|field| !field.faults.is_empty()).cloned().collect(),
            number,
            given_on,
            ends_on,
        }
    }
}

impl View for LicencesPage {
    const TEMPLATE: &'static str = "pages/countries/licences";

    fn title(&self) -> Title {
        Title::key("countries-licences-title")
    }

    fn samples() -> Vec<LicencesPage> {
        let row = |id, ends_on: Option<chrono::NaiveDate>| {
            let licence = Licence {
                id: LicenceId(id),
                number: "Л035-01298-77/00918274".into(),
                given_on: chrono::NaiveDate::default(),
                ends_on,
            };
            let row = LicenceRow { licence, recorded_at: Reader::sample().now, recorded_by: None };
            (row, ends_on.map(|_| "Орлова Елена Николаевна".to_owned()))
        };
        let shown = |rows| Shown {
            organisation: OrganisationId(1),
            name: "«Бірге» орталығы".into(),
            printed: Some("Л035-01298-77/00918274 от 14.03.2022".into()),
            rows,
        };
        let full = shown(vec![row(1, Some(chrono::NaiveDate::default())), row(2, None)]);
        let wrong = Problem::invalid(vec![
            Fault::new("number", "country-licence-known"),
            Fault::new("given_on", "country-licence-ahead"),
            Fault::new("ends_on", "country-licence-order").with("given", "14.03.2022"),
        ]);
        let form = Form::of(&[("number", "Л035"), ("given_on", "14.03.2032"), ("ends_on", "01.01.2020")]);
        let reader = Reader::sample();
        vec![
            LicencesPage::new(&shown(Vec::new()), None, reader),
            LicencesPage::new(&full, None, reader),
            LicencesPage::new(&full, Some((&form, &wrong)), reader),
        ]
    }
}
