//! The two centres, the institutions, and everybody who is no trainee.

use super::courses::Course;
use super::institutions::{BORDER, INNER, INSTITUTIONS, kazakh_issuer, russian_issuer};
use super::lost;
use super::names::{
    ADMINISTRATOR, COORDINATOR, KAZAKH_ADMINISTRATOR, KAZAKH_TRAINER, SECOND_TRAINER, Someone, TRAINER,
};
use super::stage::Props;
use crate::access::store as access;
use crate::countries::actions as countries;
use crate::countries::actions::licences::{self, NewLicence};
use crate::countries::rules::Country;
use crate::db::Write;
use crate::formats::actions as formats;
use crate::formats::rules::Format;
use crate::kernel::{Actor, Language, Localised, Moment, OrganisationId, PersonId, Problem, ZoneName};
use crate::organisations::actions as organisations;
use crate::organisations::rules::Details;
use crate::people::actions::{self as people, NewLink};
use crate::people::rules::{NewGrant, NewPerson};
use crate::people::{Purpose, Role};
use chrono::NaiveDate;

/// Who was there before the first edition, and where people come from.
pub struct Staff {
    /// Administers everything.
    pub admin: Actor,
    russian: (OrganisationId, Vec<PersonId>),
    kazakh: (OrganisationId, Vec<PersonId>),
    visiting: PersonId,
    institutions: Vec<OrganisationId>,
}

impl Staff {
    /// Founds the two centres and names the institutions, with the accounts of everybody who is no trainee.
    ///
    /// # Errors
    /// What an action answers.
    pub fn found(w: &mut Write, props: &Props<'_>, now: Moment) -> Result<Staff, Problem> {
        let admin = first_administrator(w, props, now)?;
        let admin = &admin;
        let russian = organisations::create(w, admin, &russian_issuer(), now)?;
        let given_on = NaiveDate::from_ymd_opt(2022, 3, 14).unwrap_or_default();
        let licence = NewLicence { number: "Л035-01298-77/00918274".into(), given_on, ends_on: None };
        licences::record(w, admin, (russian, &licence), now)?;
        let kazakh = organisations::create(w, admin, &kazakh_issuer(), now)?;
        // Before any paper of it: what its orders say and in which languages comes from the country.
        countries::say(w, admin, kazakh, Some(Country::Kz), now)?;
        let mut institutions = Vec::new();
        for (name, short_name, sector, city) in INSTITUTIONS {
            let (short_name, city) = (short_name.to_owned(), Some(city.to_owned()));
            let details = Details { short_name, city, ..Details::named(name, sector) };
            institutions.push(organisations::create(w, admin, &details, now)?);
        }
        let first = institutions.first().copied().ok_or_else(|| lost("the first institution"))?;
        let granted = [
            (
                KAZAKH_ADMINISTRATOR,
                kazakh,
                NewGrant { role: Role::Administrator, organisation: Some(kazakh) },
            ),
            (COORDINATOR, first, NewGrant { role: Role::Coordinator, organisation: Some(first) }),
            (TRAINER, russian, NewGrant { role: Role::Trainer, organisation: None }),
            (SECOND_TRAINER, russian, NewGrant { role: Role::Trainer, organisation: None }),
            (KAZAKH_TRAINER, kazakh, NewGrant { role: Role::Trainer, organisation: None }),
        ];
        let mut staff = Vec::new();
        for (one, organisation, grant) in granted {
            let person = account(w, admin, &one, Some(organisation), now)?;
            people::grant_role(w, admin, person, grant, now)?;
            let link = NewLink::new(props.secrets, Purpose::Invitation, now)?;
            people::invite(w, admin, person, &link, now)?;
            let own = actor(w, person)?;
            people::set_password_hash(w, &own, person, props.hash, now.plus_minutes(90))?;
            staff.push(person);
        }
        let press_tour = Localised {
            ru: Some("пресс-тур".into()),
            kk: Some("баспасөз туры".into()),
            en: Some("press tour".into()),
        };
        formats::add(w, admin, &Format { key: "press_tour".into(), name: press_tour }, now)?;
        let &[_, _, trainer, visiting, kazakh_trainer] = staff.as_slice() else {
            return Err(lost("the staff"));
        };
        Ok(Staff {
            admin: admin.clone(),
            russian: (russian, vec![trainer, visiting]),
            kazakh: (kazakh, vec![kazakh_trainer]),
            visiting,
            institutions,
        })
    }

    /// The centre that runs an edition, with its trainers.
    pub fn centre(&self, course: Course) -> &(OrganisationId, Vec<PersonId>) {
        if course.is_kazakh() { &self.kazakh } else { &self.russian }
    }

    /// Who teaches an edition.
    ///
    /// # Errors
    /// None was made.
    pub fn teaches(&self, course: Course) -> Result<PersonId, Problem> {
        match course {
            Course::Visiting => Ok(self.visiting),
            _ => self.centre(course).1.first().copied().ok_or_else(|| lost("a trainer")),
        }
    }

    /// The institution that sends somebody, by the place in the cast.
    pub fn sends(&self, course: Course, place: usize) -> Option<OrganisationId> {
        let number = match (course, place) {
            (Course::Partnership, 0..5) => 0,
            (Course::Partnership, 5..29) => 1 + (place - 5) % (INNER - 1),
            (Course::Partnership, _) => INNER + (place - 29) % BORDER,
            (Course::Spring, _) => INNER + place % BORDER,
            (Course::Volunteers, _) => INNER + BORDER + place % (INSTITUTIONS.len() - INNER - BORDER),
            (Course::Visiting, _) => INNER + BORDER + (place + 15) % (INSTITUTIONS.len() - INNER - BORDER),
        };
        self.institutions.get(number).copied()
    }
}

fn first_administrator(w: &mut Write, props: &Props<'_>, now: Moment) -> Result<Actor, Problem> {
    let program = Actor::program();
    let person = account(w, &program, &ADMINISTRATOR, None, now)?;
    people::grant_role(w, &program, person, NewGrant { role: Role::Administrator, organisation: None }, now)?;
    people::set_password_hash(w, &program, person, props.hash, now)?;
    actor(w, person)
}

fn account(
    w: &mut Write,
    by: &Actor,
    one: &Someone,
    organisation: Option<OrganisationId>,
    now: Moment,
) -> Result<PersonId, Problem> {
    let zone = match one.language {
        Language::Kk => ZoneName(chrono_tz::Asia::Almaty),
        _ => ZoneName::MOSCOW,
    };
    let (email, name, position) = (one.email(), one.name(), None);
    let new = NewPerson { email, name, language: one.language, zone, organisation, position };
    people::create(w, by, &new, now)
}

/// Somebody as the one who acts.
///
/// # Errors
/// There is no such account.
pub fn actor(w: &mut Write, person: PersonId) -> Result<Actor, Problem> {
    access::actor_of(w, person)?.ok_or_else(|| lost("an account"))
}
