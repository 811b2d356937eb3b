//! Enrolment over the API, one person at a time.

use super::{Made, Page};
use crate::api::{self, Api, ApiErrors, Body, Listing};
use crate::editions::actions;
use crate::editions::rules::entry::Entry;
use crate::editions::store::enrolments::{NewEnrolment, trainees};
use crate::kernel::{EditionId, EnrolmentId, Gate, Language, OrganisationId, PersonId, Problem};
use crate::people::Purpose;
use crate::people::actions::NewLink;
use crate::web::Reply;
use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A trainee of an edition.
#[derive(Debug, Serialize, ToSchema)]
pub struct Trainee {
    /// The enrolment.
    pub id: i64,
    /// The person.
    pub person_id: i64,
    /// Surname, first name, patronymic.
    pub name: String,
    /// The address.
    pub email: String,
    /// The organisation that sent the person.
    pub organisation_id: Option<i64>,
    /// Since when, RFC 3339.
    pub enrolled_at: String,
}

/// Somebody to enrol: a person who has an account, by id or by the whole address alone, or all that a new account
/// needs.
#[derive(Debug, Default, Deserialize, ToSchema)]
pub struct NewTrainee {
    /// The person, when they have an account.
    pub person_id: Option<i64>,
    /// Surname.
    #[serde(default)]
    pub surname: String,
    /// First name.
    #[serde(default)]
    pub given_name: String,
    /// Patronymic.
    #[serde(default)]
    pub patronymic: String,
    /// The address.
    #[serde(default)]
    pub email: String,
    /// `ru`, `kk` or `en`.
    #[serde(default)]
    pub language: String,
    /// The organisation that sends the person.
    pub organisation_id: Option<i64>,
    /// What a person without an account does there.
    #[serde(default)]
    pub position: String,
}

/// Why somebody is withdrawn.
#[derive(Debug, Deserialize, ToSchema)]
pub struct Withdrawal {
    /// The reason, kept in the row.
    #[serde(default)]
    pub reason: String,
}

/// The trainees the caller sees in an edition: coordinators see the people they sent (B1).
#[utoipa::path(get, path = "/api/v1/editions/{edition}/enrolments", tag = "editions",
    params(("edition" = i64, Path), ("after" = Option<i64>, Query), ("limit" = Option<i64>, Query)),
    responses((status = 200, body = Listing<Trainee>), (status = 404, body = ApiErrors)))]
pub async fn index(api: Api, path: Path<i64>, page: Query<Page>) -> Reply {
    let id = EditionId(path.into_inner());
    let (_, mut rows) = api
        .read(Gate::SignedIn, move |r, me| {
            let (_, scope) = actions::visible(r, me, id)?;
            trainees(r, id, &scope, me.language)
        })
        .await?;
    rows.retain(|row| row.enrolment.0 > page.after);
    rows.sort_by_key(|row| row.enrolment);
    let items = rows.into_iter().map(|row| Trainee {
        id: row.enrolment.0,
        person_id: row.person.0,
        name: row.name.full(),
        email: row.email,
        organisation_id: row.organisation.map(|id| id.0),
        enrolled_at: row.enrolled_at.rfc3339(),
    });
    let limit = page.limit.unwrap_or(50).clamp(1, 200);
    Ok(api::ok(&Listing::of(items.collect(), limit, |item| item.id)))
}

/// Enrols one person, making the account when there is none.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/enrolments", tag = "editions", request_body = NewTrainee,
    params(("edition" = i64, Path)),
    responses((status = 201, body = Made), (status = 404, body = ApiErrors), (status = 409, body = ApiErrors),
        (status = 422, body = ApiErrors)))]
pub async fn create(api: Api, path: Path<i64>, body: Body<NewTrainee>) -> Reply {
    let (edition, new) = (EditionId(path.into_inner()), body.0);
    let kit = &api.web.kit;
    let link = NewLink::new(&kit.secrets, Purpose::Invitation, api.web.now())?;
    let organisation = new.organisation_id.map(OrganisationId);
    let (entry, address) = (entry(&new), new.email.clone());
    let (_, id) = api
        .write(Gate::Administrator, move |w, me, now| match new.person_id {
            Some(person) => {
                let new = NewEnrolment { edition, person: PersonId(person), organisation };
                actions::enrol_found(w, me, (&new, &address), &link, now)
            }
            None if new.surname.trim().is_empty() && new.given_name.trim().is_empty() => {
                actions::enrol_by_address(w, me, (edition, organisation), &address, &link, now)
            }
            None => {
                let newcomer = entry.newcomer(Language::Ru).map_err(Problem::invalid)?;
                actions::enrol_newcomer(w, me, (edition, organisation), (&newcomer, Some(&link)), now)
            }
        })
        .await?;
    Ok(api::created(&Made { id: id.0 }))
}

/// Withdraws a person.
#[utoipa::path(delete, path = "/api/v1/editions/{edition}/enrolments/{enrolment}", tag = "editions",
    params(("edition" = i64, Path), ("enrolment" = i64, Path)), request_body = Withdrawal,
    responses((status = 204), (status = 404, body = ApiErrors), (status = 409, body = ApiErrors),
        (status = 422, body = ApiErrors)))]
pub async fn destroy(api: Api, path: Path<(i64, i64)>, body: Body<Withdrawal>) -> Reply {
    let (edition, enrolment) = path.into_inner();
    let which = (EditionId(edition), EnrolmentId(enrolment));
    let reason = body.0.reason;
    api.write(Gate::Administrator, move |w, me, now| actions::withdraw(w, me, which, &reason, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}

fn entry(new: &NewTrainee) -> Entry {
    Entry {
        surname: new.surname.clone(),
        given_name: new.given_name.clone(),
        patronymic: new.patronymic.clone(),
        email: new.email.clone(),
        organisation: String::new(),
        language: new.language.clone(),
        position: new.position.clone(),
    }
}

/// What the API says about enrolment.
#[derive(utoipa::OpenApi)]
#[openapi(paths(index, create, destroy))]
pub struct Doc;
