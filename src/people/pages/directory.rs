//! People, for administrators.

use super::super::actions::{self, NewLink};
use super::super::rules::{NewGrant, NewPerson, position};
use super::super::{Purpose, Role, views};
use super::{once, say};
use crate::kernel::{
    Fault, Gate, Language, OrganisationId, PersonId, PersonName, Problem, RoleGrantId, ZoneName,
};
use crate::web::{Failure, Flash, Form, FormErrors, Reply, Web, paths};
use actix_web::web::{Path, Query};
use serde::Deserialize;

/// People on one page.
const PAGE: usize = 50;

/// What a list is asked for.
#[derive(Debug, Deserialize)]
pub struct ListQuery {
    #[serde(default)]
    q: String,
    after: Option<PersonId>,
}

/// `GET /people`
pub async fn index(web: Web, query: Query<ListQuery>) -> Reply {
    let ListQuery { q, after } = query.into_inner();
    let (typed, limit) = (q.clone(), PAGE as i64 + 1);
    let (me, (rows, total)) =
        web.read(Gate::Administrator, move |r, me| actions::list(r, me, &typed, after, limit)).await?;
    web.page(&me, &views::PeopleList::new(q.trim(), rows, total, PAGE, after.is_some()))
}

/// `GET /people/new`
pub async fn new(web: Web) -> Reply {
    let (me, organisations) = web.read(Gate::Administrator, actions::organisations).await?;
    web.page(&me, &views::NewPersonForm::empty(&organisations, &say(&web, &me)))
}

/// `POST /people`: makes the account and sends the invitation.
pub async fn create(web: Web, form: Form) -> Reply {
    let link = NewLink::new(&web.kit.secrets, Purpose::Invitation, web.now())?;
    let parsed = new_person(&form);
    let made = web.write(Gate::Administrator, &form, move |w, me, now| {
        let new = parsed.as_ref().map_err(|faults| Problem::invalid(faults.clone()))?;
        let person = actions::create(w, me, new, now)?;
        actions::invite(w, me, person, &link, now)?;
        Ok(person)
    });
    match once(made.await) {
        Ok(Some((_, person))) => {
            let flash = Flash::good("people-flash-invited").with("email", form.text("email"));
            web.see_other(paths::person(person), flash)
        }
        Ok(None) => web.redirect(paths::PEOPLE),
        Err(failure) => create_again(&web, &form, failure).await,
    }
}

async fn create_again(web: &Web, form: &Form, failure: Failure) -> Reply {
    let problem = failure.about_the_form()?;
    let (me, organisations) = web.read(Gate::Administrator, actions::organisations).await?;
    let view = views::NewPersonForm::again(&organisations, &say(web, &me), form, &problem);
    web.invalid(Some(&me), &view)
}

/// Everything a form says about a person, or everything that is wrong with it.
pub(super) fn new_person(form: &Form) -> Result<NewPerson, Vec<Fault>> {
    let (language, zone) = (Language::from_tag(&form.text("language")), ZoneName::parse(&form.text("zone")));
    let organisation = optional_id(form, "organisation");
    let new = NewPerson {
        email: form.text("email"),
        name: PersonName::new(form.raw("surname"), form.raw("given_name"), Some(form.raw("patronymic"))),
        language: language.unwrap_or_default(),
        zone: zone.unwrap_or(ZoneName::MOSCOW),
        organisation: organisation.clone().unwrap_or_default(),
        position: position(form.raw("position")),
    };
    let mut faults = new.faults();
    faults.extend(language.is_none().then(|| Fault::new("language", "choose-one")));
    faults.extend(zone.is_none().then(|| Fault::new("zone", "unknown-zone")));
    faults.extend(organisation.err());
    if faults.is_empty() { Ok(new) } else { Err(faults) }
}

fn optional_id(form: &Form, field: &str) -> Result<Option<OrganisationId>, Fault> {
    match form.text(field) {
        text if text.is_empty() => Ok(None),
        text => text.parse().map(Some).map_err(|_| Fault::new(field, "unknown")),
    }
}

/// `GET /people/{person}`
pub async fn show(web: Web, path: Path<i64>) -> Reply {
    let id = PersonId(path.into_inner());
    let (me, details) = web.read(Gate::Administrator, move |r, me| actions::details(r, me, id)).await?;
    web.page(&me, &views::PersonPage::new(&details, me.actor.person, &say(&web, &me)))
}

/// `POST /people/{person}/invitation`
pub async fn invite(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = PersonId(path.into_inner());
    let link = NewLink::new(&web.kit.secrets, Purpose::Invitation, web.now())?;
    let invite = move |w: &mut _, me: &_, now| actions::invite(w, me, id, &link, now);
    once(web.write(Gate::Administrator, &form, invite).await)?;
    web.see_other(paths::person(id), Flash::good("people-flash-invited-again"))
}

/// `POST /people/{person}/roles`
pub async fn grant_role(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = PersonId(path.into_inner());
    let parsed = new_grant(&form);
    let granted = web.write(Gate::Administrator, &form, move |w, me, now| {
        let grant = parsed.as_ref().map_err(|faults| Problem::invalid(faults.clone()))?;
        actions::grant_role(w, me, id, *grant, now)
    });
    match once(granted.await) {
        Ok(_) => web.see_other(paths::person(id), Flash::good("people-flash-role-granted")),
        Err(failure) => grant_again(&web, id, &form, failure).await,
    }
}

async fn grant_again(web: &Web, id: PersonId, form: &Form, failure: Failure) -> Reply {
    let problem = failure.about_the_form()?;
    let (me, details) = web.read(Gate::Administrator, move |r, me| actions::details(r, me, id)).await?;
    let view = views::PersonPage::again(&details, me.actor.person, &say(web, &me), (form, &problem));
    web.invalid(Some(&me), &view)
}

fn new_grant(form: &Form) -> Result<NewGrant, Vec<Fault>> {
    let mut errors = FormErrors::new();
    let role = Role::parse(&form.text("role"));
    if role.is_none() {
        errors.add(Fault::new("role", "choose-one"));
    }
    let organisation = optional_id(form, "organisation").unwrap_or_else(|fault| {
        errors.add(fault);
        None
    });
    let grant = NewGrant { role: role.unwrap_or(Role::Trainer), organisation };
    errors.into_result(grant).map_err(|problem| problem.faults)
}

/// `POST /people/{person}/roles/{grant}/revocation`
pub async fn revoke_role(web: Web, path: Path<(i64, i64)>, form: Form) -> Reply {
    let (person, grant) = path.into_inner();
    let (id, grant) = (PersonId(person), RoleGrantId(grant));
    let revoke = move |w: &mut _, me: &_, now| actions::revoke_role(w, me, id, grant, now);
    once(web.write(Gate::Administrator, &form, revoke).await)?;
    web.see_other(paths::person(id), Flash::good("people-flash-role-revoked"))
}

/// `POST /people/{person}/accommodations`
pub async fn accommodate(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = PersonId(path.into_inner());
    let mut errors = FormErrors::new();
    let percent = errors.number(&form, "extra_percent", 0, 300);
    let reason = errors.required(&form, "extra_reason", 500);
    let read = errors.into_result(()).map_err(|problem| problem.faults);
    let set = web.write(Gate::Administrator, &form, move |w, me, now| {
        read.as_ref().map_err(|faults| Problem::invalid(faults.clone()))?;
        actions::accommodate(w, me, id, (percent, &reason), now)
    });
    match once(set.await) {
        Ok(_) => web.see_other(paths::person(id), Flash::good("people-flash-extra-time")),
        Err(failure) => grant_again(&web, id, &form, failure).await,
    }
}

/// `POST /people/{person}/deactivation`
pub async fn deactivate(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = PersonId(path.into_inner());
    let close = move |w: &mut _, me: &_, now| actions::deactivate(w, me, id, now);
    once(web.write(Gate::Administrator, &form, close).await)?;
    web.see_other(paths::person(id), Flash::attention("people-flash-deactivated"))
}

/// `POST /people/{person}/reactivation`
pub async fn reactivate(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = PersonId(path.into_inner());
    let open = move |w: &mut _, me: &_, now| actions::reactivate(w, me, id, now);
    once(web.write(Gate::Administrator, &form, open).await)?;
    web.see_other(paths::person(id), Flash::good("people-flash-reactivated"))
}
