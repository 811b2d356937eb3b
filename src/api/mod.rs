//! The JSON kit: bearer tokens, JSON bodies with field faults, seek paging. The envelope of errors is
//! made by [`crate::web::errors`], in one place for pages and API.

use crate::access::{self, SignedIn};
use crate::db::{Read, Write};
use crate::kernel::{Actor, Fault, Gate, Moment, Problem, ProblemCode};
use crate::secrets::{TokenClaims, token_hash};
use crate::web::{Failure, Me, Web};
use actix_web::http::{StatusCode, header};
use actix_web::web::Bytes;
use actix_web::{FromRequest, HttpRequest, HttpResponse, dev::Payload};
use futures_util::future::LocalBoxFuture;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// One request to the API.
pub struct Api {
    /// The request's context.
    pub web: Web,
    bearer: Option<String>,
}

impl FromRequest for Api {
    type Error = Failure;
    type Future = std::future::Ready<Result<Api, Failure>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let text = request.headers().get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
        // The scheme is read in any case (RFC 9110, 11.1).
        let bearer = text
            .and_then(|text| text.split_once(' '))
            .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"));
        let bearer = bearer.map(|(_, token)| token.trim().to_owned());
        std::future::ready(Web::of(request).map(|web| Api { web, bearer }))
    }
}

impl Api {
    /// Reads as the bearer, who must pass the gate.
    ///
    /// # Errors
    /// `TokenInvalid`, `Forbidden`, or what the closure found.
    pub async fn read<T, F>(&self, gate: Gate, job: F) -> Result<(Me, T), Failure>
    where
        T: Send + 'static,
        F: FnOnce(&mut Read, &Actor) -> Result<T, Problem> + Send + 'static,
    {
        let (hash, now) = (self.hash()?, self.web.now());
        let (me, value) = self
            .web
            .kit
            .db
            .read(move |r| {
                let signed_in = admit(r, &hash, now, gate)?;
                let value = job(r, &signed_in.actor)?;
                Ok((signed_in, value))
            })
            .await?;
        Ok((Me { actor: me.actor, session: me.session }, value))
    }

    /// Changes something as the bearer, who must pass the gate.
    ///
    /// # Errors
    /// `TokenInvalid`, `Forbidden`, or what the closure found.
    pub async fn write<T, F>(&self, gate: Gate, mut job: F) -> Result<(Me, T), Failure>
    where
        T: Send + 'static,
        F: FnMut(&mut Write, &Actor, Moment) -> Result<T, Problem> + Send + 'static,
    {
        let (hash, now) = (self.hash()?, self.web.now());
        let (me, value) = self
            .web
            .kit
            .db
            .write(move |w| {
                let signed_in = admit(w, &hash, now, gate)?;
                let value = job(w, &signed_in.actor, now)?;
                Ok((signed_in, value))
            })
            .await?;
        Ok((Me { actor: me.actor, session: me.session }, value))
    }

    fn hash(&self) -> Result<String, Problem> {
        let token = self.bearer.as_deref().ok_or_else(|| Problem::new(ProblemCode::TokenInvalid))?;
        let claims: TokenClaims = self.web.kit.secrets.verify(token, self.web.now())?;
        Ok(token_hash(&claims.session))
    }
}

fn admit(r: &mut Read, hash: &str, now: Moment, gate: Gate) -> Result<SignedIn, Problem> {
    let signed_in =
        access::store::signed_in(r, hash, now)?.ok_or_else(|| Problem::new(ProblemCode::TokenInvalid))?;
    if signed_in.actor.passes(gate) { Ok(signed_in) } else { Err(Problem::forbidden()) }
}

/// 200 with a JSON body.
pub fn ok<T: Serialize>(value: &T) -> HttpResponse {
    HttpResponse::Ok().insert_header((header::CACHE_CONTROL, "private, no-store")).json(value)
}

/// 201 with a JSON body.
pub fn created<T: Serialize>(value: &T) -> HttpResponse {
    HttpResponse::build(StatusCode::CREATED).json(value)
}

/// The largest JSON body, in bytes.
const LARGEST_BODY: usize = 1024 * 1024;

/// A JSON body of at most 1 MiB, with the fault's place named.
pub struct Body<T>(pub T);

impl<T: DeserializeOwned + 'static> FromRequest for Body<T> {
    type Error = Failure;
    type Future = LocalBoxFuture<'static, Result<Body<T>, Failure>>;

    fn from_request(_: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let payload = payload.take();
        Box::pin(async move {
            let bytes = crate::web::collect(payload, LARGEST_BODY).await?;
            let value = serde_json::from_slice(&bytes).map_err(|error| {
                Problem::invalid(vec![
                    Fault::new("body", "json").with("line", error.line()).with("detail", error.to_string()),
                ])
            })?;
            Ok(Body(value))
        })
    }
}

/// A body as it is, of at most what an upload may have.
pub struct RawBody(pub Bytes);

impl FromRequest for RawBody {
    type Error = Failure;
    type Future = LocalBoxFuture<'static, Result<RawBody, Failure>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (web, payload) = (Web::of(request), payload.take());
        Box::pin(async move {
            let limit = web?.kit.settings.max_upload;
            crate::web::collect(payload, limit).await.map(RawBody)
        })
    }
}

/// Where a list goes on: rows after this id, at most so many.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct Seek {
    /// The last id of the page before; nothing for the first page.
    #[serde(default)]
    pub after: i64,
    /// How many, 1–200.
    #[serde(default = "fifty")]
    pub limit: i64,
}

fn fifty() -> i64 {
    50
}

impl Seek {
    /// The limit within its bounds.
    pub fn bounded(self) -> i64 {
        self.limit.clamp(1, 200)
    }
}

/// One page of a list.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Listing<T> {
    /// The rows.
    pub items: Vec<T>,
    /// The id to go on after; `null` when this was the last page.
    pub next_after: Option<i64>,
}

impl<T> Listing<T> {
    /// A page out of up to `limit + 1` rows: the one too many only says that there is more.
    pub fn of(mut items: Vec<T>, limit: i64, id: impl Fn(&T) -> i64) -> Listing<T> {
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let more = items.len() > limit;
        items.truncate(limit);
        let next_after = items.last().map(id).filter(|_| more);
        Listing { items, next_after }
    }
}

/// One error of the envelope.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct ApiError {
    /// The code of the problem, or of the fault of a field.
    pub code: String,
    /// The field, where one is at fault.
    pub field: Option<String>,
    /// What happened and what to do, in the reader's language.
    pub detail: String,
}

/// What every answer that is not a success carries.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct ApiErrors {
    /// At least one error.
    pub errors: Vec<ApiError>,
}
