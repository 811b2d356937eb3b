//! Enrolling one person, and withdrawing one.

use super::wrong;
use crate::editions::actions::enrolments::Desk;
use crate::editions::rules::entry::Entry;
use crate::editions::store::EditionRow;
use crate::kernel::{EditionId, EnrolmentId, Fault, Language, OrganisationId};
use crate::people::store::PersonRow;
use crate::web::{Choice, Field, Title, View, paths};
use serde::Serialize;

/// The page: find somebody who has an account, or type somebody new.
#[derive(Debug, Serialize)]
pub struct Enrol {
    edition: String,
    edition_url: String,
    url: String,
    search_url: String,
    import_url: String,
    search: Field,
    searched: bool,
    found: Vec<Found>,
    /// A fault of somebody chosen from the search.
    person: Field,
    free: i64,
    full: bool,
    edit_url: String,
    form: NewcomerForm,
    fields: Vec<Field>,
}

#[derive(Debug, Serialize)]
struct Found {
    person: String,
    name: String,
    email: String,
    organisation: Option<String>,
    inside: bool,
}

#[derive(Debug, Serialize)]
struct NewcomerForm {
    surname: Field,
    given_name: Field,
    patronymic: Field,
    email: Field,
    organisation: Field,
    organisations: Vec<Choice>,
    position: Field,
    language: Field,
    languages: Vec<Choice>,
}

impl Enrol {
    /// The page as searched and typed so far.
    pub fn new(desk: &Desk, searched: &str, entry: &Entry, faults: &[Fault]) -> Enrol {
        let id = desk.edition.id;
        let form = NewcomerForm::new(&desk.organisations, entry, faults);
        let person = Field::with_faults("person", "", faults);
        let free = (i64::from(desk.edition.capacity) - desk.people).max(0);
        let mut fields = form.fields();
        fields.extend(wrong(&[&person]));
        Enrol {
            edition: desk.edition.title.clone(),
            edition_url: paths::edition(id),
            url: paths::enrolments(id),
            search_url: paths::new_enrolment(id),
            import_url: paths::new_enrolment_import(id),
            search: Field::filled("q", searched),
            searched: !searched.is_empty(),
            found: desk.found.iter().map(found).collect(),
            person,
            free,
            full: free == 0,
            edit_url: paths::edit_edition(id),
            form,
            fields,
        }
    }
}

fn found((person, organisation, inside): &(PersonRow, Option<String>, bool)) -> Found {
    Found {
        person: person.id.to_string(),
        name: person.name().full(),
        email: person.email.clone(),
        organisation: organisation.clone(),
        inside: *inside,
    }
}

impl NewcomerForm {
    fn new(organisations: &[(OrganisationId, String)], entry: &Entry, faults: &[Fault]) -> NewcomerForm {
        let field = |name: &str, value: &str| Field::with_faults(name, value, faults);
        let languages = [Language::Ru, Language::Kk, Language::En];
        let chosen = if entry.language.is_empty() { Language::Ru.tag() } else { &entry.language };
        NewcomerForm {
            surname: field("surname", &entry.surname),
            given_name: field("given_name", &entry.given_name),
            patronymic: field("patronymic", &entry.patronymic),
            email: field("email", &entry.email),
            organisation: field("organisation", &entry.organisation),
            organisations: organisations
                .iter()
                .map(|(id, name)| Choice::new(id, name, &entry.organisation))
                .collect(),
            position: field("position", &entry.position),
            language: field("language", chosen),
            languages: languages.map(|one| Choice::new(one.tag(), one.own_name(), chosen)).to_vec(),
        }
    }

    fn fields(&self) -> Vec<Field> {
        let names = [&self.surname, &self.given_name, &self.patronymic];
        wrong(&names)
            .into_iter()
            .chain(wrong(&[&self.email, &self.organisation, &self.position, &self.language]))
            .collect()
    }
}

impl View for Enrol {
    const TEMPLATE: &'static str = "pages/editions/enrol";

    fn title(&self) -> Title {
        Title::key("enrolment-title")
    }

    fn samples() -> Vec<Enrol> {
        let entry = Entry { surname: "Ли".into(), ..Entry::default() };
        let form = |faults: &[Fault]| {
            NewcomerForm::new(&[(OrganisationId(1), "Фонд «Рядом»".into())], &entry, faults)
        };
        let one = |inside| Found {
            person: "1".into(),
            name: "Ли Анна".into(),
            email: "anna@example.org".into(),
            organisation: Some("Фонд «Рядом»".into()),
            inside,
        };
        let faults = [
            Fault::new("email", "email-of-account").with("name", "Ли Анна"),
            Fault::new("person", "already-enrolled").with("name", "Ли Анна"),
            Fault::new("surname", "name-odd"),
            Fault::new("language", "language-unknown").with("value", "xx"),
        ];
        let page = |found: Vec<Found>, faults: &[Fault], searched: bool, free: i64| {
            let id = EditionId(1);
            Enrol {
                edition: "2-й поток".into(),
                edition_url: paths::edition(id),
                url: paths::enrolments(id),
                search_url: paths::new_enrolment(id),
                import_url: paths::new_enrolment_import(id),
                search: Field::empty("q"),
                searched,
                found,
                person: Field::with_faults("person", "", faults),
                free,
                full: free == 0,
                edit_url: paths::edit_edition(id),
                fields: form(faults).fields(),
                form: form(faults),
            }
        };
        vec![
            page(vec![one(true), one(false)], &faults, true, 7),
            page(Vec::new(), &[], true, 0),
            page(Vec::new(), &[], false, 1),
        ]
    }
}

/// Withdrawing somebody, with a reason.
#[derive(Debug, Serialize)]
pub struct Withdraw {
    who: String,
    edition: String,
    edition_url: String,
    url: String,
    withdrawn: bool,
    reason: Field,
    fields: Vec<Field>,
}

impl Withdraw {
    /// The form, as typed so far.
    pub fn new(
        edition: &EditionRow,
        (enrolment, withdrawn): (EnrolmentId, bool),
        who: String,
        (reason, faults): (&str, &[Fault]),
    ) -> Withdraw {
        let reason = Field::with_faults("reason", reason, faults);
        Withdraw {
            who,
            edition: edition.title.clone(),
            edition_url: paths::edition(edition.id),
            url: paths::withdrawal(edition.id, enrolment),
            withdrawn,
            fields: wrong(&[&reason]),
            reason,
        }
    }
}

impl View for Withdraw {
    const TEMPLATE: &'static str = "pages/editions/withdraw";

    fn title(&self) -> Title {
        Title::key("enrolment-withdraw-title")
    }

    fn samples() -> Vec<Withdraw> {
        let page = |withdrawn, faults: &[Fault]| {
            let reason = Field::with_faults("reason", "", faults);
            Withdraw {
                who: "Ли Анна".into(),
                edition: "2-й поток".into(),
                edition_url: paths::edition(EditionId(1)),
                url: paths::withdrawal(EditionId(1), EnrolmentId(1)),
                withdrawn,
                fields: wrong(&[&reason]),
                reason,
            }
        };
        vec![page(false, &[Fault::new("reason", "required")]), page(true, &[])]
    }
}
