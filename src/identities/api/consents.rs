//! The consent to be named in public, for programs of the person's own.

use crate::api::{Api, ApiErrors, Body, created, ok};
use crate::identities::actions::consents;
use crate::identities::rules::consent::{Method, TEXT_KEY, VERSION};
use crate::identities::store::consents::ConsentRow;
use crate::kernel::{Actor, Fault, Gate, PersonId, Problem, Word as _};
use crate::web::Reply;
use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The description of this part of the API.
#[derive(utoipa::OpenApi)]
#[openapi(paths(show, give, withdraw))]
pub struct Doc;

/// A consent.
#[derive(Debug, Serialize, ToSchema)]
pub struct PublicNameConsentOut {
    /// Which text.
    version: String,
    /// Its hash, SHA-256, hexadecimal.
    sha256: String,
    /// The text, as it was read.
    text: String,
    /// In which language.
    language: String,
    /// What for: `document_verification`.
    purpose: String,
    /// How: `page` or `api`.
    method: String,
    /// When it was given, RFC 3339.
    given_at: String,
    /// When it was withdrawn.
    withdrawn_at: Option<String>,
}

impl PublicNameConsentOut {
    fn new(row: &ConsentRow) -> PublicNameConsentOut {
        PublicNameConsentOut {
            version: row.text_version.clone(),
            sha256: row.text_sha256.clone(),
            text: row.text.clone(),
            language: row.language.tag().to_owned(),
            purpose: row.purpose.as_str().to_owned(),
            method: row.method.as_str().to_owned(),
            given_at: row.given_at.rfc3339(),
            withdrawn_at: row.withdrawn_at.map(|at| at.rfc3339()),
        }
    }
}

/// The consents of a person.
#[derive(Debug, Serialize, ToSchema)]
pub struct PublicNameOut {
    /// Whether one holds.
    given: bool,
    /// The version of the text that can be agreed to now.
    version: String,
    /// That text, in the reader's language.
    text: String,
    /// Every consent, the latest first.
    history: Vec<PublicNameConsentOut>,
}

/// To which text the person agrees.
#[derive(Debug, Deserialize, ToSchema)]
pub struct PublicNameConsentIn {
    /// The version of the text that was shown to the person.
    version: String,
}

/// The consents of a person to be named in public, and the text of the one that can be given.
#[utoipa::path(get, path = "/api/v1/people/{person}/public-name", tag = "identities",
    params(("person" = i64, Path)),
    responses((status = 200, body = PublicNameOut), (status = 404, body = ApiErrors)))]
pub async fn show(api: Api, path: Path<i64>) -> Reply {
    let id = PersonId(path.into_inner());
    let (me, found) = api.read(Gate::SignedIn, move |r, me| consents::show(r, me, id)).await?;
    Ok(ok(&PublicNameOut {
        given: found.present().is_some(),
        version: VERSION.to_owned(),
        text: api.web.kit.words.text(me.actor.language, TEXT_KEY),
        history: found.rows.iter().map(PublicNameConsentOut::new).collect(),
    }))
}

/// Gives one's own consent to the text that is named.
#[utoipa::path(post, path = "/api/v1/people/{person}/public-name", tag = "identities",
    params(("person" = i64, Path)), request_body = PublicNameConsentIn,
    responses((status = 201), (status = 403, body = ApiErrors), (status = 404, body = ApiErrors),
        (status = 422, body = ApiErrors)))]
pub async fn give(api: Api, path: Path<i64>, Body(body): Body<PublicNameConsentIn>) -> Reply {
    let (id, words) = (PersonId(path.into_inner()), api.web.kit.words.clone());
    let give = move |w: &mut crate::db::Write, me: &Actor, now| {
        consents::show(w, me, id)?;
        if body.version != VERSION {
            return Err(Problem::invalid(vec![Fault::new("version", "identity-consent-version")]));
        }
        let text = words.text(me.language, TEXT_KEY);
        consents::give(w, me, id, (&text, me.language, Method::Api), now)
    };
    api.write(Gate::SignedIn, give).await?;
    Ok(created(&serde_json::json!({ "version": VERSION })))
}

/// Withdraws one's own consent.
#[utoipa::path(delete, path = "/api/v1/people/{person}/public-name", tag = "identities",
    params(("person" = i64, Path)),
    responses((status = 204), (status = 403, body = ApiErrors), (status = 404, body = ApiErrors)))]
pub async fn withdraw(api: Api, path: Path<i64>) -> Reply {
    let id = PersonId(path.into_inner());
    api.write(Gate::SignedIn, move |w, me, now| consents::withdraw(w, me, id, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}
