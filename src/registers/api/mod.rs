//! Registers, their years and blanks for programs: the same actions as the pages.

pub mod blanks;
pub mod years;

use super::actions::settings::{self, Gaps, KindNow, NewSetting};
use super::pages::input;
use super::views::said;
use crate::api::{Api, Body, created, ok};
use crate::kernel::{Gate, OrganisationId, Word as _};
use crate::web::{Form, Reply};
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The description of this room's part of the API.
#[derive(utoipa::OpenApi)]
#[openapi(paths(index, update, prepare, skip, gaps))]
pub struct Doc;

/// How the numbers of a kind of document are written, and what comes next.
#[derive(Debug, Serialize, ToSchema)]
pub struct RegisterOut {
    /// The kind.
    kind: String,
    /// `ДОК-{year}/{number:4}`.
    pattern: String,
    /// Whether documents of the kind stand on printed blanks.
    on_blanks: bool,
    /// What the next document gets.
    next_number: String,
    /// The last number of the counter.
    last_number: i32,
    /// How many prepared numbers are left.
    prepared_left: usize,
}

impl RegisterOut {
    fn new(one: &KindNow) -> RegisterOut {
        RegisterOut {
            kind: one.kind.as_str().to_owned(),
            pattern: one.setting.pattern.to_string(),
            on_blanks: one.setting.on_blanks,
            next_number: one.next.clone(),
            last_number: one.register.map_or(0, |register| register.last_number),
            prepared_left: one.prepared,
        }
    }
}

/// The registers of an organisation.
#[utoipa::path(get, path = "/api/v1/organisations/{organisation}/registers", tag = "registers",
    params(("organisation" = i64, Path)),
    responses((status = 200, body = Vec<RegisterOut>), (status = 404, body = crate::api::ApiErrors)))]
pub async fn index(api: Api, path: Path<i64>) -> Reply {
    let (id, now) = (OrganisationId(path.into_inner()), api.web.now());
    let read = move |r: &mut crate::db::Read, me: &crate::kernel::Actor| settings::overview(r, me, id, now);
    let (_, overview) = api.read(Gate::Administrator, read).await?;
    Ok(ok(&overview.kinds.iter().map(RegisterOut::new).collect::<Vec<_>>()))
}

/// What is set for a kind.
#[derive(Debug, Deserialize, ToSchema)]
pub struct RegisterIn {
    /// `ДОК-{year}/{number:4}`: must hold `{number}`, may hold `{year}`; without it numbers count on for ever.
    #[serde(default)]
    pattern: String,
    /// Whether documents of the kind stand on printed blanks.
    #[serde(default)]
    on_blanks: bool,
}

/// Sets how the numbers of a kind are written from now on.
#[utoipa::path(put, path = "/api/v1/organisations/{organisation}/registers/{document_kind}", tag = "registers",
    request_body = RegisterIn, params(("organisation" = i64, Path), ("document_kind" = String, Path)),
    responses((status = 200, body = RegisterOut), (status = 404, body = crate::api::ApiErrors),
        (status = 422, body = crate::api::ApiErrors)))]
pub async fn update(api: Api, path: Path<(i64, String)>, body: Body<RegisterIn>) -> Reply {
    let (organisation, word) = path.into_inner();
    let which = (OrganisationId(organisation), input::kind(&word)?);
    let Body(RegisterIn { pattern, on_blanks }) = body;
    let new = NewSetting { pattern, on_blanks };
    let (_, now) = api
        .write(Gate::Administrator, move |w, me, now| {
            settings::set(w, me, which, &new, now)?;
            Ok(settings::one(w, me, which, now)?.1)
        })
        .await?;
    Ok(ok(&RegisterOut::new(&now)))
}

/// Numbers to be prepared.
#[derive(Debug, Deserialize, ToSchema)]
pub struct PreparedIn {
    /// The year of the register; left out where the pattern has none.
    year: Option<i32>,
    /// `0001–0050, 0100`.
    #[serde(default)]
    numbers: String,
}

/// How many numbers were prepared.
#[derive(Debug, Serialize, ToSchema)]
pub struct Prepared {
    count: usize,
}

/// Prepares numbers that are given out, in this order, before the counter goes on.
#[utoipa::path(post, path = "/api/v1/organisations/{organisation}/registers/{document_kind}/prepared-numbers",
    tag = "registers", request_body = PreparedIn,
    params(("organisation" = i64, Path), ("document_kind" = String, Path)),
    responses((status = 201, body = Prepared), (status = 404, body = crate::api::ApiErrors),
        (status = 422, body = crate::api::ApiErrors)))]
pub async fn prepare(api: Api, path: Path<(i64, String)>, body: Body<PreparedIn>) -> Reply {
    let (organisation, word) = path.into_inner();
    let which = (OrganisationId(organisation), input::kind(&word)?);
    let year = body.0.year.map(|year| year.to_string()).unwrap_or_default();
    let form = Form::of(&[("year", &year), ("numbers", &body.0.numbers)]);
    let (_, count) = api
        .write(Gate::Administrator, move |w, me, now| {
            let (year, numbers) = input::prepared(&form)?;
            settings::prepare(w, me, which, (year, &numbers), now)
        })
        .await?;
    Ok(created(&Prepared { count }))
}

/// Numbers that have no document, with the reason.
#[derive(Debug, Deserialize, ToSchema)]
pub struct SkipIn {
    /// The year of the register; left out where the pattern has none.
    year: Option<i32>,
    /// The last of them: the counter goes on after it.
    #[serde(default)]
    last: i32,
    /// Why they have none.
    #[serde(default)]
    reason: String,
}

/// The numbers that were explained.
#[derive(Debug, Serialize, ToSchema)]
pub struct Skipped {
    first: i32,
    last: i32,
}

/// Says why the numbers up to one have no document: given out on paper, for example.
#[utoipa::path(post, path = "/api/v1/organisations/{organisation}/registers/{document_kind}/skips", tag = "registers",
    request_body = SkipIn, params(("organisation" = i64, Path), ("document_kind" = String, Path)),
    responses((status = 201, body = Skipped), (status = 404, body = crate::api::ApiErrors),
        (status = 422, body = crate::api::ApiErrors)))]
pub async fn skip(api: Api, path: Path<(i64, String)>, body: Body<SkipIn>) -> Reply {
    let (organisation, word) = path.into_inner();
    let which = (OrganisationId(organisation), input::kind(&word)?);
    let Body(SkipIn { year, last, reason }) = body;
    let (year, last) = (year.map(|year| year.to_string()).unwrap_or_default(), last.to_string());
    let form = Form::of(&[("year", &year), ("last", &last), ("reason", &reason)]);
    let (_, span) = api
        .write(Gate::Administrator, move |w, me, now| {
            let (year, last, reason) = input::skip(&form)?;
            settings::skip(w, me, which, (year, last, &reason), now)
        })
        .await?;
    Ok(created(&Skipped { first: span.first, last: span.last }))
}

/// A register with its numbers that have no document.
#[derive(Debug, Serialize, ToSchema)]
pub struct GapsOut {
    kind: String,
    /// `null` for a pattern without year.
    year: Option<i32>,
    last_number: i32,
    /// With the reason of each.
    explained: Vec<ExplainedOut>,
    /// Without one: there should be none.
    unexplained: Vec<String>,
    /// Prepared and not given out.
    prepared: Vec<String>,
}

/// Numbers that have no document, and why.
#[derive(Debug, Serialize, ToSchema)]
pub struct ExplainedOut {
    numbers: String,
    reason: String,
}

impl GapsOut {
    fn new(gaps: &Gaps) -> GapsOut {
        let year = gaps.register.year;
        let explained = gaps.explained.iter().map(|skip| ExplainedOut {
            numbers: said(&gaps.pattern, year, skip.span()),
            reason: skip.reason.clone(),
        });
        GapsOut {
            kind: gaps.register.kind.as_str().to_owned(),
            year: (year != 0).then_some(year),
            last_number: gaps.register.last_number,
            explained: explained.collect(),
            unexplained: gaps.unexplained.iter().map(|span| said(&gaps.pattern, year, *span)).collect(),
            prepared: gaps.prepared.clone(),
        }
    }
}

/// The numbers of an organisation's registers that have no document.
#[utoipa::path(get, path = "/api/v1/organisations/{organisation}/number-gaps", tag = "registers",
    params(("organisation" = i64, Path)),
    responses((status = 200, body = Vec<GapsOut>), (status = 404, body = crate::api::ApiErrors)))]
pub async fn gaps(api: Api, path: Path<i64>) -> Reply {
    let id = OrganisationId(path.into_inner());
    let (_, (_, gaps)) = api.read(Gate::Administrator, move |r, me| settings::gaps(r, me, id)).await?;
    Ok(ok(&gaps.iter().map(GapsOut::new).collect::<Vec<_>>()))
}
