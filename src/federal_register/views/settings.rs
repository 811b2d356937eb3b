//! What is chosen for an edition, its programme and its people.

use crate::federal_register::actions::Desk;
use crate::federal_register::actions::settings::OF_PEOPLE;
use crate::federal_register::rules::columns::{at, header};
use crate::federal_register::rules::settings::FIELDS;
use crate::kernel::{EditionId, Fault, Language, OrganisationId, Problem};
use crate::web::{Choice, Field, Form, Say, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct SettingsPage {
    edition: String,
    edition_url: String,
    register_url: String,
    templates_url: String,
    programme: String,
    no_template: bool,
    url: String,
    people_url: String,
    fields: Vec<Field>,
    scope: Field,
    scopes: Vec<Choice>,
    settings: Vec<Setting>,
    people: Vec<Person>,
}

#[derive(Debug, Clone, Serialize)]
struct Setting {
    field: Field,
    title: String,
    /// What holds when nothing is chosen here.
    inherited: Option<String>,
    /// Empty where the template has no list for the column: then anything may be typed.
    options: Vec<Choice>,
}

#[derive(Debug, Clone, Serialize)]
struct Person {
    person_name: String,
    field: Field,
    options: Vec<Choice>,
    typed: bool,
}

impl SettingsPage {
    /// The page for a reader; with what was typed, when it was refused.
    pub fn new(
        desk: &Desk,
        typed: Option<(&Form, &Problem)>,
        (say, reader): (Say<'_>, Language),
    ) -> SettingsPage {
        let edition = &desk.edition;
        let scope = typed.map_or("edition", |(form, _)| form.raw("scope"));
        let settings: Vec<Setting> = FIELDS.iter().map(|one| setting(desk, *one, typed)).collect();
        let people: Vec<Person> = desk.people.iter().map(|one| person(desk, one, typed)).collect();
        let fields = settings.iter().map(|one| &one.field).chain(people.iter().map(|one| &one.field));
        SettingsPage {
            edition: edition.title.clone(),
            edition_url: paths::edition(edition.id),
            register_url: paths::federal_register(edition.organisation_id),
            templates_url: paths::federal_templates(edition.organisation_id),
            programme: desk.programme.for_reader(reader).to_owned(),
            no_template: desk.lists.is_none(),
            url: paths::federal_settings(edition.id),
            people_url: paths::federal_people(edition.id),
            fields: fields.filter(|field| !field.faults.is_empty()).cloned().collect(),
            scope: Field::filled("scope", scope),
            scopes: vec![
                Choice::new("edition", say("federal-scope-edition"), scope),
                Choice::new("version", say("federal-scope-version"), scope),
            ],
            settings,
            people,
        }
    }
}

fn setting(desk: &Desk, (name, column): (&str, usize), typed: Option<(&Form, &Problem)>) -> Setting {
    let own = desk.of_edition.get(name);
    let field = match typed {
        Some((form, problem)) => Field::typed(name, form, problem),
        None => Field::filled(name, own.unwrap_or_default()),
    };
    Setting {
        title: header(column).to_owned(),
        inherited: desk.of_version.get(name).map(str::to_owned),
        options: options(desk, column, &field.value),
        field,
    }
}

fn person(
    desk: &Desk,
    one: &crate::editions::store::enrolments::TraineeRow,
    typed: Option<(&Form, &Problem)>,
) -> Person {
    let name = format!("{OF_PEOPLE}-{}", one.enrolment);
    let own = desk.of_people.get(&one.enrolment).and_then(|settings| settings.get(OF_PEOPLE));
    let field = match typed {
        Some((form, problem)) if form.ticked(&name) => Field::typed(&name, form, problem),
        _ => Field::filled(&name, own.unwrap_or_default()),
    };
    let options = options(desk, at::FUNDING, &field.value);
    Person { person_name: one.name.full(), typed: options.is_empty(), field, options }
}

/// The values of the template's list; one that was chosen by an older template stands first, as it is.
fn options(desk: &Desk, column: usize, value: &str) -> Vec<Choice> {
    let list = desk.lists.as_ref().and_then(|lists| lists.of(column));
    let Some(list) = list else { return Vec::new() };
    let older = Some(value).filter(|value| !value.is_empty() && !list.values.iter().any(|one| one == value));
    let values = older.into_iter().chain(list.values.iter().map(String::as_str));
    values.map(|one| Choice::new(one, one, value)).collect()
}

impl View for SettingsPage {
    const TEMPLATE: &'static str = "pages/federal_register/settings";

    fn title(&self) -> Title {
        Title::key("federal-settings-title")
    }

    fn samples() -> Vec<SettingsPage> {
        let id = EditionId(1);
        let setting = |name: &str, listed: bool, faults: Vec<Fault>| Setting {
            field: Field { faults, ..Field::filled(name, "Очная") },
            title: header(at::FORM).to_owned(),
            inherited: listed.then(|| "Заочная".to_owned()),
            options: if listed {
                vec![Choice::new("Очная", "Очная", "Очная")]
            } else {
                Vec::new()
            },
        };
        let person = |typed: bool| Person {
            person_name: "Ахметова Алия Сериковна".into(),
            field: Field::empty(if typed { "funding-1" } else { "funding-2" }),
            options: if typed {
                Vec::new()
            } else {
                vec![Choice::new("1", "Платное обучение", "")]
            },
            typed,
        };
        let wrong = vec![Fault::new("form", "federal-not-in-list").with("list", "Формы")];
        let page = |no_template: bool, faults: Vec<Fault>| SettingsPage {
            edition: "2-й поток".into(),
            edition_url: paths::edition(id),
            register_url: paths::federal_register(OrganisationId(1)),
            templates_url: paths::federal_templates(OrganisationId(1)),
            programme: "Эффективное партнёрство".into(),
            no_template,
            url: paths::federal_settings(id),
            people_url: paths::federal_people(id),
            fields: Vec::new(),
            scope: Field::filled("scope", "edition"),
            scopes: vec![
                Choice::new("edition", "Только для этого потока", "edition"),
                Choice::new("version", "Для всех", "edition"),
            ],
            settings: vec![setting("form", true, faults), setting("area", false, Vec::new())],
            people: if no_template { Vec::new() } else { vec![person(true), person(false)] },
        };
        vec![page(false, Vec::new()), page(false, wrong), page(true, Vec::new())]
    }
}
