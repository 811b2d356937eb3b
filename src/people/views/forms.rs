//! The form of an account: made anew, or put right.

use super::super::actions::Details;
use super::directory::organisation_choices;
use super::{Say, languages, wrong, zones};
use crate::kernel::{Fault, OrganisationId, Problem, ZoneName};
use crate::web::{Choice, Field, Form, Title, View, paths};
use serde::Serialize;

/// Everything an account says of its person.
#[derive(Debug, Serialize)]
struct PersonFields {
    surname: Field,
    given_name: Field,
    patronymic: Field,
    email: Field,
    language: Field,
    languages: Vec<Choice>,
    zone: Field,
    zones: Vec<Choice>,
    organisation: Field,
    organisations: Vec<Choice>,
    position: Field,
    wrong: Vec<Field>,
}

impl PersonFields {
    fn of(
        organisations: &[(OrganisationId, String)],
        say: &Say<'_>,
        field: impl Fn(&str) -> Field,
    ) -> PersonFields {
        let [surname, given_name, patronymic, email] =
            ["surname", "given_name", "patronymic", "email"].map(&field);
        let [language, zone, organisation, position] =
            ["language", "zone", "organisation", "position"].map(&field);
        let all = [&surname, &given_name, &patronymic, &email, &language, &zone, &organisation, &position];
        PersonFields {
            wrong: wrong(&all),
            surname,
            given_name,
            patronymic,
            email,
            languages: languages(&language.value),
            language,
            zones: zones(say, &zone.value),
            zone,
            organisations: organisation_choices(organisations, &organisation.value),
            organisation,
            position,
        }
    }

    fn sample(problem: &Problem) -> PersonFields {
        let form = Form::of(&[("surname", "Құрманғазы"), ("email", "aliya@"), ("language", "kk")]);
        let field = |name| Field::typed(name, &form, problem);
        let fields =
            ["surname", "given_name", "patronymic", "email", "language", "zone", "organisation", "position"];
        let fields = fields.map(field);
        let wrong = wrong(&fields.iter().collect::<Vec<_>>());
        let [surname, given_name, patronymic, email, language, zone, organisation, position] = fields;
        PersonFields {
            surname,
            given_name,
            patronymic,
            email,
            language,
            languages: languages("kk"),
            zone,
            zones: vec![Choice::new(ZoneName::MOSCOW.name(), "Москва, UTC+3", "")],
            organisation,
            organisations: vec![Choice::new(1, "Фонд «Рядом»", "")],
            position,
            wrong,
        }
    }

    fn samples() -> [PersonFields; 2] {
        let faults = vec![Fault::new("given_name", "required"), Fault::new("email", "email-taken")];
        [Problem::invalid(vec![]), Problem::invalid(faults)].map(|problem| PersonFields::sample(&problem))
    }
}

/// Making an account.
#[derive(Debug, Serialize)]
pub struct NewPersonForm {
    form: PersonFields,
    action_url: &'static str,
    people_url: &'static str,
}

impl NewPersonForm {
    /// The empty form, in the language and zone of whoever fills it in.
    pub fn empty(organisations: &[(OrganisationId, String)], say: &Say<'_>) -> NewPersonForm {
        NewPersonForm::of(PersonFields::of(organisations, say, |name: &str| match name {
            "language" => Field::filled(name, say.reader.language.tag()),
            "zone" => Field::filled(name, say.reader.zone.name()),
            _ => Field::empty(name),
        }))
    }

    /// The form as it was typed.
    pub fn again(
        organisations: &[(OrganisationId, String)],
        say: &Say<'_>,
        form: &Form,
        problem: &Problem,
    ) -> NewPersonForm {
        NewPersonForm::of(PersonFields::of(organisations, say, |name| Field::typed(name, form, problem)))
    }

    fn of(form: PersonFields) -> NewPersonForm {
        NewPersonForm { form, action_url: paths::PEOPLE, people_url: paths::PEOPLE }
    }
}

impl View for NewPersonForm {
    const TEMPLATE: &'static str = "pages/people/new";

    fn title(&self) -> Title {
        Title::key("people-new-title")
    }

    fn samples() -> Vec<NewPersonForm> {
        PersonFields::samples().map(NewPersonForm::of).into()
    }
}

/// Putting an account right.
#[derive(Debug, Serialize)]
pub struct EditPerson {
    full_name: String,
    form: PersonFields,
    action_url: String,
    people_url: &'static str,
}

impl EditPerson {
    /// What the account says now.
    pub fn new(details: &Details, say: &Say<'_>) -> EditPerson {
        let row = &details.person;
        EditPerson::of(details, say, |name: &str| match name {
            "surname" => Field::filled(name, &row.surname),
            "given_name" => Field::filled(name, &row.given_name),
            "patronymic" => Field::filled(name, row.patronymic.as_deref().unwrap_or_default()),
            "email" => Field::filled(name, &row.email),
            "language" => Field::filled(name, row.language.tag()),
            "zone" => Field::filled(name, row.zone.name()),
            "organisation" => {
                Field::filled(name, row.organisation.map(|id| id.to_string()).unwrap_or_default())
            }
            "position" => Field::filled(name, row.position.as_deref().unwrap_or_default()),
            _ => Field::empty(name),
        })
    }

    /// The form as it was typed.
    pub fn again(details: &Details, say: &Say<'_>, form: &Form, problem: &Problem) -> EditPerson {
        EditPerson::of(details, say, |name| Field::typed(name, form, problem))
    }

    fn of(details: &Details, say: &Say<'_>, field: impl Fn(&str) -> Field) -> EditPerson {
        EditPerson {
            full_name: details.person.name().full(),
            form: PersonFields::of(&details.organisations, say, field),
            action_url: paths::person(details.person.id),
            people_url: paths::PEOPLE,
        }
    }
}

impl View for EditPerson {
    const TEMPLATE: &'static str = "pages/people/edit";

    fn title(&self) -> Title {
        Title::key("people-edit-title")
    }

    fn samples() -> Vec<EditPerson> {
        let sample = |form| EditPerson {
            full_name: "Құрманғазы Әлия Серікқызы".into(),
            form,
            action_url: "/people/1".into(),
            people_url: paths::PEOPLE,
        };
        PersonFields::samples().map(sample).into()
    }
}
