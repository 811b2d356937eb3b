//! The stock of printed blanks, for programs.

use crate::api::{Api, Body, created, ok};
use crate::kernel::{Gate, OrganisationId, Word as _};
use crate::registers::actions::stock::{self, said as blank_said};
use crate::registers::pages::input;
use crate::web::{Form, Reply};
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The description of this part of the API.
#[derive(utoipa::OpenApi)]
#[openapi(paths(blanks, receive, spoil))]
pub struct Doc;

/// The report of stock.
#[derive(Debug, Serialize, ToSchema)]
pub struct BlanksOut {
    /// By kind and series.
    stock: Vec<StockOut>,
    /// The last 500 spoiled ones.
    spoiled: Vec<SpoiledOut>,
}

/// What there is of a kind and a series.
#[derive(Debug, Serialize, ToSchema)]
pub struct StockOut {
    kind: String,
    series: String,
    received: i64,
    used: i64,
    spoiled: i64,
    left: i64,
}

/// A spoiled blank.
#[derive(Debug, Serialize, ToSchema)]
pub struct SpoiledOut {
    kind: String,
    blank: String,
    act: String,
    dated: String,
    reason: String,
}

/// The stock of an organisation's printed blanks.
#[utoipa::path(get, path = "/api/v1/organisations/{organisation}/blanks", tag = "registers",
    params(("organisation" = i64, Path)),
    responses((status = 200, body = BlanksOut), (status = 404, body = crate::api::ApiErrors)))]
pub async fn blanks(api: Api, path: Path<i64>) -> Reply {
    let id = OrganisationId(path.into_inner());
    let (_, report) = api.read(Gate::Administrator, move |r, me| stock::report(r, me, id)).await?;
    let stock = report.stock.iter().map(|((kind, series), stock)| StockOut {
        kind: kind.as_str().to_owned(),
        series: series.clone(),
        received: stock.received,
        used: stock.used,
        spoiled: stock.spoiled,
        left: stock.left(),
    });
    let spoiled = report.spoiled.iter().map(|row| SpoiledOut {
        kind: row.kind.as_str().to_owned(),
        blank: blank_said(Some(&row.series), &row.number),
        act: row.act.clone(),
        dated: row.dated.to_string(),
        reason: row.reason.clone(),
    });
    Ok(ok(&BlanksOut { stock: stock.collect(), spoiled: spoiled.collect() }))
}

/// Blanks that came.
#[derive(Debug, Deserialize, ToSchema)]
pub struct BatchIn {
    /// The kind of document.
    #[serde(default)]
    kind: String,
    /// The series, where they have one.
    #[serde(default)]
    series: String,
    /// `000101–000150, 000160`.
    #[serde(default)]
    numbers: String,
    /// The act or waybill they came with.
    #[serde(default)]
    received_with: String,
    /// `2026-09-01`.
    #[serde(default)]
    received_on: String,
}

/// What was received.
#[derive(Debug, Serialize, ToSchema)]
pub struct BatchOut {
    id: i64,
    count: usize,
}

/// Receives blanks; they are used in this order.
#[utoipa::path(post, path = "/api/v1/organisations/{organisation}/blanks", tag = "registers", request_body = BatchIn,
    params(("organisation" = i64, Path)),
    responses((status = 201, body = BatchOut), (status = 404, body = crate::api::ApiErrors),
        (status = 422, body = crate::api::ApiErrors)))]
pub async fn receive(api: Api, path: Path<i64>, body: Body<BatchIn>) -> Reply {
    let (id, new) = (OrganisationId(path.into_inner()), body.0);
    let form = Form::of(&[
        ("kind", &new.kind),
        ("series", &new.series),
        ("numbers", &new.numbers),
        ("received_with", &new.received_with),
        ("received_on", &new.received_on),
    ]);
    let (_, out) = api
        .write(Gate::Administrator, move |w, me, now| {
            let new = input::batch(&form)?;
            let batch = stock::receive(w, me, id, &new, now)?;
            Ok(BatchOut { id: batch.0, count: new.numbers.len() })
        })
        .await?;
    Ok(created(&out))
}

/// A spoiled blank.
#[derive(Debug, Deserialize, ToSchema)]
pub struct SpoilingIn {
    /// The kind of document.
    #[serde(default)]
    kind: String,
    /// The series, where it has one.
    #[serde(default)]
    series: String,
    /// The number.
    #[serde(default)]
    number: String,
    /// The number of the act.
    #[serde(default)]
    act: String,
    /// Its date, `2026-09-01`.
    #[serde(default)]
    dated: String,
    /// Why it is spoiled.
    #[serde(default)]
    reason: String,
}

/// What came of it.
#[derive(Debug, Serialize, ToSchema)]
pub struct SpoilingOut {
    /// The document that stood on it.
    document_id: Option<i64>,
    /// The blank that the document stands on now.
    next_blank: Option<String>,
}

/// Writes down a spoiled blank; a document that stood on it gets the next one.
#[utoipa::path(post, path = "/api/v1/organisations/{organisation}/blank-spoilings", tag = "registers",
    request_body = SpoilingIn, params(("organisation" = i64, Path)),
    responses((status = 201, body = SpoilingOut), (status = 404, body = crate::api::ApiErrors),
        (status = 422, body = crate::api::ApiErrors)))]
pub async fn spoil(api: Api, path: Path<i64>, body: Body<SpoilingIn>) -> Reply {
    let (id, sent) = (OrganisationId(path.into_inner()), body.0);
    let form = Form::of(&[
        ("kind", &sent.kind),
        ("series", &sent.series),
        ("number", &sent.number),
        ("act", &sent.act),
        ("dated", &sent.dated),
        ("reason", &sent.reason),
    ]);
    let (_, outcome) = api
        .write(Gate::Administrator, move |w, me, now| stock::spoil(w, me, id, &input::spoiled(&form)?, now))
        .await?;
    let (document_id, next_blank) = match outcome.moved {
        Some((document, blank)) => (Some(document.0), Some(blank)),
        None => (None, None),
    };
    Ok(created(&SpoilingOut { document_id, next_blank }))
}
