//! Tokens and people over the JSON API.

pub mod accounts;
pub mod own;

use super::Role;
use super::actions::sessions::{self, Origin};
use super::actions::{self, Listed};
use super::rules::{NewPerson, TOKEN_DAYS, position};
use super::store::PersonRow;
use crate::access::SessionKind;
use crate::api::{Api, Body, Listing, Seek, created, ok};
use crate::kernel::{Actor, Fault, Gate, Language, OrganisationId, PersonId, PersonName, Problem, ZoneName};
use crate::secrets::TokenClaims;
use crate::web::{Reply, Web};
use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::{Path, Query};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The documented part of the API that lies in this room.
#[derive(utoipa::OpenApi)]
#[openapi(paths(create_token, destroy_token, me, index, show, create))]
pub struct Doc;

/// What a token is given for.
#[derive(Deserialize, ToSchema)]
pub struct Credentials {
    /// The address of the account.
    email: String,
    /// Its password.
    password: String,
}

/// A bearer token.
#[derive(Debug, Serialize, ToSchema)]
pub struct Token {
    /// Goes into `Authorization: Bearer …`.
    token: String,
    /// When it ends, RFC 3339.
    expires_at: String,
}

/// Gives a bearer token for e-mail and password; holds for 30 days.
#[utoipa::path(post, path = "/api/v1/tokens", tag = "people", request_body = Credentials, security(()),
    responses((status = 201, body = Token), (status = 401, body = crate::api::ApiErrors),
        (status = 429, body = crate::api::ApiErrors)))]
pub async fn create_token(web: Web, body: Body<Credentials>) -> Reply {
    let Body(Credentials { email, password }) = body;
    let agent = web.header(header::USER_AGENT).to_owned();
    let origin = Origin { kind: SessionKind::Api, address: web.address(), agent, days: TOKEN_DAYS };
    let opened = sessions::sign_in(&web.kit, &email, &password, origin).await?;
    let claims = TokenClaims { session: opened.token, exp: opened.expires_at.0.timestamp() };
    let token = web.kit.secrets.sign(&claims)?;
    Ok(created(&Token { token, expires_at: opened.expires_at.rfc3339() }))
}

/// Revokes the token it is called with.
#[utoipa::path(delete, path = "/api/v1/tokens/current", tag = "people",
    responses((status = 204), (status = 401, body = crate::api::ApiErrors)))]
pub async fn destroy_token(api: Api) -> Reply {
    let (me, ()) = api.read(Gate::SignedIn, |_, _| Ok(())).await?;
    api.write(Gate::SignedIn, move |w, actor, now| sessions::revoke(w, actor, me.session, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// The bearer.
#[derive(Debug, Serialize, ToSchema)]
pub struct MeDto {
    id: Option<i64>,
    email: String,
    surname: String,
    given_name: String,
    patronymic: Option<String>,
    language: String,
    zone: String,
    roles: RolesDto,
}

/// The bearer's roles at this moment.
#[derive(Debug, Serialize, ToSchema)]
pub struct RolesDto {
    site_administrator: bool,
    /// Organisations.
    administrator_of: Vec<i64>,
    /// Organisations.
    coordinator_of: Vec<i64>,
    staff_trainer: bool,
    /// Editions.
    trainer_of: Vec<i64>,
    /// Editions.
    trainee_of: Vec<i64>,
}

impl MeDto {
    fn new(actor: &Actor) -> MeDto {
        let roles = &actor.roles;
        MeDto {
            id: actor.person.map(|person| person.0),
            email: actor.email.clone(),
            surname: actor.name.surname.clone(),
            given_name: actor.name.given_name.clone(),
            patronymic: actor.name.patronymic.clone(),
            language: actor.language.tag().to_owned(),
            zone: actor.zone.name().to_owned(),
            roles: RolesDto {
                site_administrator: roles.site_administrator,
                administrator_of: roles.administrator_of.iter().map(|id| id.0).collect(),
                coordinator_of: roles.coordinator_of.iter().map(|id| id.0).collect(),
                staff_trainer: roles.staff_trainer,
                trainer_of: roles.trainer_of.iter().map(|id| id.0).collect(),
                trainee_of: roles.trainee_of.iter().map(|id| id.0).collect(),
            },
        }
    }
}

/// Who the bearer is.
#[utoipa::path(get, path = "/api/v1/me", tag = "people",
    responses((status = 200, body = MeDto), (status = 401, body = crate::api::ApiErrors)))]
pub async fn me(api: Api) -> Reply {
    let (me, ()) = api.read(Gate::SignedIn, |_, _| Ok(())).await?;
    Ok(ok(&MeDto::new(&me.actor)))
}

/// A person, as administrators see them.
#[derive(Debug, Serialize, ToSchema)]
pub struct PersonDto {
    id: i64,
    email: String,
    surname: String,
    given_name: String,
    patronymic: Option<String>,
    language: String,
    zone: String,
    organisation: Option<i64>,
    /// What the person does there.
    position: Option<String>,
    /// Whether a password was set: until then the invitation is open.
    has_password: bool,
    active: bool,
    roles: Vec<String>,
}

impl PersonDto {
    fn new(row: &PersonRow, roles: impl Iterator<Item = Role>) -> PersonDto {
        PersonDto {
            id: row.id.0,
            email: row.email.clone(),
            surname: row.surname.clone(),
            given_name: row.given_name.clone(),
            patronymic: row.patronymic.clone(),
            language: row.language.tag().to_owned(),
            zone: row.zone.name().to_owned(),
            organisation: row.organisation.map(|id| id.0),
            position: row.position.clone(),
            has_password: row.password_set_at.is_some(),
            active: row.deactivated_at.is_none(),
            roles: roles.map(|role| role.as_str().to_owned()).collect(),
        }
    }

    fn listed(row: &Listed) -> PersonDto {
        PersonDto::new(&row.person, row.roles.iter().copied())
    }
}

/// A search.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Search {
    /// Words of the name or the address.
    #[serde(default)]
    q: String,
    /// The last id of the page before.
    #[serde(default)]
    after: i64,
    /// How many, 1–200; 50 when not given.
    limit: Option<i64>,
}

/// The people an administrator sees, by name.
#[utoipa::path(get, path = "/api/v1/people", tag = "people", params(Search),
    responses((status = 200, body = Listing<PersonDto>), (status = 403, body = crate::api::ApiErrors)))]
pub async fn index(api: Api, query: Query<Search>) -> Reply {
    let Search { q, after, limit } = query.into_inner();
    let limit = Seek { after, limit: limit.unwrap_or(50) }.bounded();
    let after = Some(PersonId(after)).filter(|after| after.0 > 0);
    let (_, (rows, _)) =
        api.read(Gate::Administrator, move |r, me| actions::list(r, me, &q, after, limit + 1)).await?;
    let people = rows.iter().map(PersonDto::listed).collect();
    Ok(ok(&Listing::of(people, limit, |person: &PersonDto| person.id)))
}

/// One person.
#[utoipa::path(get, path = "/api/v1/people/{person}", tag = "people", params(("person" = i64, Path)),
    responses((status = 200, body = PersonDto), (status = 404, body = crate::api::ApiErrors)))]
pub async fn show(api: Api, path: Path<i64>) -> Reply {
    let id = PersonId(path.into_inner());
    let (_, details) = api.read(Gate::Administrator, move |r, me| actions::details(r, me, id)).await?;
    Ok(ok(&PersonDto::new(&details.person, details.grants.iter().map(|grant| grant.role))))
}

/// What an account says of its person.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewPersonDto {
    email: String,
    surname: String,
    given_name: String,
    patronymic: Option<String>,
    /// `ru`, `kk` or `en`.
    language: String,
    /// An IANA zone, as `Asia/Almaty`.
    zone: String,
    organisation: Option<i64>,
    /// What the person does there, at most 150 characters.
    #[serde(default)]
    position: String,
}

impl NewPersonDto {
    fn parse(&self) -> Result<NewPerson, Vec<Fault>> {
        let (language, zone) = (Language::from_tag(&self.language), ZoneName::parse(&self.zone));
        let new = NewPerson {
            email: crate::kernel::name::tidy(&self.email),
            name: PersonName::new(&self.surname, &self.given_name, self.patronymic.as_deref()),
            language: language.unwrap_or_default(),
            zone: zone.unwrap_or(ZoneName::MOSCOW),
            organisation: self.organisation.map(OrganisationId),
            position: position(&self.position),
        };
        let mut faults = new.faults();
        faults.extend(language.is_none().then(|| Fault::new("language", "unknown")));
        faults.extend(zone.is_none().then(|| Fault::new("zone", "unknown-zone")));
        if faults.is_empty() { Ok(new) } else { Err(faults) }
    }
}

/// Makes an account. The letter is a second step: `POST /api/v1/people/{person}/invitation`.
#[utoipa::path(post, path = "/api/v1/people", tag = "people", request_body = NewPersonDto,
    responses((status = 201, body = PersonDto), (status = 422, body = crate::api::ApiErrors)))]
pub async fn create(api: Api, body: Body<NewPersonDto>) -> Reply {
    let new = body.0.parse().map_err(Problem::invalid)?;
    let make = move |w: &mut crate::db::Write, me: &Actor, now| {
        let id = actions::create(w, me, &new, now)?;
        actions::details(w, me, id)
    };
    let (_, details) = api.write(Gate::Administrator, make).await?;
    Ok(created(&PersonDto::new(&details.person, std::iter::empty())))
}
