//! What administrators see of people.

use super::super::Role;
use super::super::actions::{CourseRow, Details, Listed};
use super::{Say, wrong};
use crate::kernel::{Fault, OrganisationId, PersonId, Problem, dates, zones as zone_names};
use crate::web::{Choice, Field, Form, Title, View, paths};
use serde::Serialize;

/// People, a page at a time.
#[derive(Debug, Serialize)]
pub struct PeopleList {
    search: Field,
    searched: bool,
    total: i64,
    people: Vec<PersonLine>,
    action_url: &'static str,
    create_url: &'static str,
    all_url: &'static str,
    first_url: Option<String>,
    further_url: Option<String>,
}

#[derive(Debug, Serialize)]
struct PersonLine {
    full_name: String,
    person_url: String,
    email: String,
    organisation: Option<String>,
    role_keys: Vec<&'static str>,
    invited: bool,
    closed: bool,
}

impl PeopleList {
    /// A page of what a search finds; `listed` may hold one more than a page, which only says that there is more.
    pub fn new(typed: &str, mut listed: Vec<Listed>, total: i64, page: usize, later: bool) -> PeopleList {
        let more = listed.len() > page;
        listed.truncate(page);
        let last = listed.last().map(|row| row.person.id).filter(|_| more);
        PeopleList {
            search: Field::filled("q", typed),
            searched: !typed.is_empty(),
            total,
            people: listed.iter().map(person_line).collect(),
            action_url: paths::PEOPLE,
            create_url: paths::NEW_PERSON,
            all_url: paths::PEOPLE,
            first_url: later.then(|| paths::people_list(typed, None)),
            further_url: last.map(|last| paths::people_list(typed, Some(last))),
        }
    }
}

fn person_line(row: &Listed) -> PersonLine {
    let mut role_keys: Vec<&'static str> = row.roles.iter().map(|role| role_key(*role)).collect();
    if row.trainer && !row.roles.contains(&Role::Trainer) {
        role_keys.push(role_key(Role::Trainer));
    }
    if row.trainee {
        role_keys.push("people-role-trainee");
    }
    role_keys.dedup();
    PersonLine {
        full_name: row.person.name().full(),
        person_url: paths::person(row.person.id),
        email: row.person.email.clone(),
        organisation: row.organisation.clone(),
        role_keys,
        invited: row.person.password_set_at.is_none() && row.person.deactivated_at.is_none(),
        closed: row.person.deactivated_at.is_some(),
    }
}

fn role_key(role: Role) -> &'static str {
    match role {
        Role::Administrator => "people-role-administrator",
        Role::Coordinator => "people-role-coordinator",
        Role::Trainer => "people-role-trainer",
    }
}

impl View for PeopleList {
    const TEMPLATE: &'static str = "pages/people/index";

    fn title(&self) -> Title {
        Title::key("people-list-title")
    }

    fn samples() -> Vec<PeopleList> {
        let line = |invited, closed: bool, role_keys| PersonLine {
            full_name: "Құрманғазы Әлия Серікқызы".into(),
            person_url: "/people/1".into(),
            email: "aliya@birge.example".into(),
            organisation: closed.then(|| "Фонд «Рядом»".to_owned()),
            role_keys,
            invited,
            closed,
        };
        let full = PeopleList {
            people: vec![
                line(false, false, vec!["people-role-administrator", "people-role-trainee"]),
                line(true, false, vec![]),
                line(false, true, vec!["people-role-trainer"]),
            ],
            first_url: Some(paths::people_list("курман", None)),
            further_url: Some(paths::people_list("курман", Some(PersonId(7)))),
            ..PeopleList::new("курман", vec![], 3, 50, false)
        };
        vec![PeopleList::new("", vec![], 0, 50, false), PeopleList::new("нет", vec![], 0, 50, false), full]
    }
}

/// One person.
#[derive(Debug, Serialize)]
pub struct PersonPage {
    full_name: String,
    email: String,
    position: Option<String>,
    language: &'static str,
    zone: String,
    created: String,
    since: Option<String>,
    closed: Option<String>,
    grants: Vec<GrantLine>,
    courses: Vec<CourseLine>,
    is_self: bool,
    roles: Field,
    role_choices: Vec<Choice>,
    place: Field,
    place_choices: Vec<Choice>,
    whole_site: bool,
    extra_time: Field,
    extra_reason: Field,
    accommodations_url: String,
    wrong: Vec<Field>,
    people_url: &'static str,
    edit_url: String,
    identity_url: String,
    record_url: String,
    levels_url: String,
    invitation_url: String,
    grants_url: String,
    deactivation_url: String,
    reactivation_url: String,
}

#[derive(Debug, Serialize)]
struct GrantLine {
    role_key: &'static str,
    organisation: Option<String>,
    since: String,
    revocation_url: String,
}

/// An edition of this person.
#[derive(Debug, Serialize)]
struct CourseLine {
    title: String,
    url: String,
    dates: String,
    teaches: bool,
    withdrawn: Option<String>,
}

impl PersonPage {
    /// A person as an administrator sees them.
    pub fn new(details: &Details, reader_id: Option<PersonId>, say: &Say<'_>) -> PersonPage {
        PersonPage::of(
            details,
            reader_id,
            say,
            [
                Field::empty("role"),
                Field::empty("organisation"),
                extra_time(details),
                Field::empty("extra_reason"),
            ],
        )
    }

    /// The same with the form for a role as it was sent.
    pub fn again(
        details: &Details,
        reader_id: Option<PersonId>,
        say: &Say<'_>,
        (form, problem): (&Form, &Problem),
    ) -> PersonPage {
        let field = |name| Field::typed(name, form, problem);
        let [mut roles, mut extra] = [field("role"), field("extra_percent")];
        // Each of the two forms comes back as it was sent; the other stands as it was.
        if form.ticked("extra_percent") {
            roles.value = "coordinator".to_owned();
        } else {
            extra = extra_time(details);
        }
        PersonPage::of(details, reader_id, say, [roles, field("organisation"), extra, field("extra_reason")])
    }

    fn of(
        details: &Details,
        reader_id: Option<PersonId>,
        say: &Say<'_>,
        [roles, place, extra_time, extra_reason]: [Field; 4],
    ) -> PersonPage {
        let (row, id) = (&details.person, details.person.id);
        let date = |at: crate::kernel::Moment| dates::date(say.reader.language, at.date_in(say.reader.zone));
        let grants = details.grants.iter().map(|grant| GrantLine {
            role_key: role_key(grant.role),
            organisation: grant.organisation_name.clone(),
            since: date(grant.granted_at),
            revocation_url: paths::role_revocation(id, grant.id),
        });
        PersonPage {
            full_name: row.name().full(),
            email: row.email.clone(),
            position: row.position.clone(),
            language: row.language.own_name(),
            zone: zone_names::label(say.reader.language, row.zone, say.reader.now),
            created: date(row.created_at),
            since: row.password_set_at.map(date),
            closed: row.deactivated_at.map(date),
            grants: grants.collect(),
            courses: details.courses.iter().map(|row| course_line(row, say)).collect(),
            is_self: reader_id == Some(id),
            role_choices: role_choices(say, &roles.value),
            place_choices: organisation_choices(&details.organisations, &place.value),
            wrong: wrong(&[&roles, &place, &extra_time, &extra_reason]),
            roles,
            place,
            extra_time,
            extra_reason,
            accommodations_url: paths::accommodations(id),
            whole_site: details.whole_site,
            people_url: paths::PEOPLE,
            edit_url: paths::edit_person(id),
            identity_url: paths::person_identity(id),
            record_url: paths::personal_record(id),
            levels_url: paths::person_levels(id),
            invitation_url: paths::invitation(id),
            grants_url: paths::role_grants(id),
            deactivation_url: paths::deactivation(id),
            reactivation_url: paths::reactivation(id),
        }
    }
}

fn course_line(row: &CourseRow, say: &Say<'_>) -> CourseLine {
    let language = say.reader.language;
    CourseLine {
        title: row.title.clone(),
        url: paths::edition(row.edition),
        dates: dates::period(language, row.starts_on, row.ends_on),
        teaches: row.teaches,
        withdrawn: row.withdrawn_at.map(|at| dates::date(language, at.date_in(say.reader.zone))),
    }
}

fn extra_time(details: &Details) -> Field {
    let percent = details.extra_time.as_ref().map_or(0, |(percent, _)| *percent);
    Field::filled("extra_percent", percent.to_string())
}

fn role_choices(say: &Say<'_>, chosen: &str) -> Vec<Choice> {
    Role::ALL.iter().map(|role| Choice::new(role.as_str(), say.text(role_key(*role)), chosen)).collect()
}

pub(super) fn organisation_choices(organisations: &[(OrganisationId, String)], chosen: &str) -> Vec<Choice> {
    organisations.iter().map(|(id, name)| Choice::new(id, name.clone(), chosen)).collect()
}

impl View for PersonPage {
    const TEMPLATE: &'static str = "pages/people/show";

    fn title(&self) -> Title {
        Title::text(self.full_name.clone())
    }

    fn samples() -> Vec<PersonPage> {
        let course = |title: &str, teaches, withdrawn: Option<&str>| CourseLine {
            title: title.into(),
            url: "/editions/1".into(),
            dates: "1 сентября – 30 ноября 2026 г.".into(),
            teaches,
            withdrawn: withdrawn.map(str::to_owned),
        };
        let sample = |since: Option<&str>, closed: Option<&str>, is_self| PersonPage {
            full_name: "Құрманғазы Әлия Серікқызы".into(),
            email: "aliya@birge.example".into(),
            position: since.map(|_| "Әдіскер".into()),
            language: "Қазақша",
            zone: "Астана и Алматы, UTC+5".into(),
            created: "1 сентября 2026 г.".into(),
            since: since.map(str::to_owned),
            closed: closed.map(str::to_owned),
            grants: vec![GrantLine {
                role_key: "people-role-coordinator",
                organisation: Some("Фонд «Рядом»".into()),
                since: "2 сентября 2026 г.".into(),
                revocation_url: "/people/1/roles/1/revocation".into(),
            }],
            courses: vec![
                course("Эффективное партнёрство, осень 2026", false, Some("5 сентября 2026 г.")),
                course("Бірге білім", true, None),
            ],
            is_self,
            roles: Field::filled("role", "coordinator"),
            role_choices: vec![Choice::new("coordinator", "Координатор", "coordinator")],
            place: Field {
                faults: vec![Fault::new("organisation", "required")],
                ..Field::empty("organisation")
            },
            place_choices: vec![Choice::new(1, "Фонд «Рядом»", "")],
            whole_site: true,
            extra_time: Field::filled("extra_percent", "25"),
            extra_reason: Field::empty("extra_reason"),
            accommodations_url: "/people/1/accommodations".into(),
            wrong: vec![],
            people_url: paths::PEOPLE,
            edit_url: "/people/1/edit".into(),
            identity_url: "/people/1/identity".into(),
            record_url: "/people/1/record".into(),
            levels_url: "/people/1/levels".into(),
            invitation_url: "/people/1/invitation".into(),
            grants_url: "/people/1/roles".into(),
            deactivation_url: "/people/1/deactivation".into(),
            reactivation_url: "/people/1/reactivation".into(),
        };
        let bare =
            PersonPage { grants: vec![], courses: vec![], whole_site: false, ..sample(None, None, false) };
        let date = Some("3 сентября 2026 г.");
        vec![sample(date, None, false), sample(date, date, false), sample(date, None, true), bare]
    }
}
