//! The federal register over the JSON API: the same actions as the pages.

pub mod exports;
pub mod settings;
pub mod templates;
mod types;

use super::actions::outcomes::LONGEST_REASON;
use super::actions::{self, Outcome, Which, plain as register};
use super::pages::board::{Plain, Question};
use super::pages::exports::{Behind, checked};
use super::rules::State;
use super::store::queue::QueuedRow;
use crate::api::{Api, Body, ok};
use crate::kernel::{DocumentId, Fault, FederalExportId, Gate, OrganisationId, Problem, Word as _};
use crate::web::Reply;
use actix_web::web::{Path, Query};
pub use types::{
    FederalCheckDto, FederalCheckedDto, FederalEnteredDto, FederalIssueDto, FederalOutcomeDto,
    FederalQueueDto, FederalQueuedDto, FederalTemplateDto, FederalTemplateListDto,
};

/// The documented part of the API that lies in this file.
#[derive(utoipa::OpenApi)]
#[openapi(paths(board, check, enter, plain))]
pub struct Doc;

/// The documents of an organisation that belong in the register, by the date on them. `after` of the next page is
/// `next_after`.
#[utoipa::path(get, path = "/api/v1/organisations/{organisation}/federal-register", tag = "federal register",
    params(("organisation" = i64, Path), ("state" = Option<String>, Query), ("overdue" = Option<String>, Query),
        ("after" = Option<String>, Query)),
    responses((status = 200, body = FederalQueueDto), (status = 404, body = crate::api::ApiErrors)))]
pub async fn board(api: Api, path: Path<i64>, question: Query<Question>) -> Reply {
    let (id, now, asked) = (OrganisationId(path.into_inner()), api.web.now(), question.asked());
    let (_, board) =
        api.read(Gate::Administrator, move |r, me| actions::board(r, me, id, asked, now)).await?;
    let items: Vec<FederalQueuedDto> =
        board.rows.iter().map(|(row, due)| FederalQueuedDto::new(row, *due)).collect();
    let next_after = board.more.map(|(day, document)| format!("{day}.{document}"));
    Ok(ok(&FederalQueueDto { items, next_after }))
}

/// What would be exported now, and what keeps the rest out: so many documents at once, and behind `after` the next. What is
/// kept under lock is looked at, which is noted.
#[utoipa::path(get, path = "/api/v1/organisations/{organisation}/federal-register/check", tag = "federal register",
    params(("organisation" = i64, Path), ("after" = Option<String>, Query)),
    responses((status = 200, body = FederalCheckDto), (status = 404, body = crate::api::ApiErrors),
        (status = 422, body = crate::api::ApiErrors)))]
pub async fn check(api: Api, path: Path<i64>, behind: Query<Behind>) -> Reply {
    let id = OrganisationId(path.into_inner());
    let (me, ()) = api.read(Gate::Administrator, |_, _| Ok(())).await?;
    let checked = checked(&api.web, &me.actor, id, behind.scope()).await?;
    Ok(ok(&FederalCheckDto::new(&checked, &api.web.kit.words, me.actor.language)))
}

/// Enters what the register made of documents: of some, or of everything in a file.
#[utoipa::path(post, path = "/api/v1/organisations/{organisation}/federal-register/outcomes", tag = "federal register",
    params(("organisation" = i64, Path)), request_body = FederalOutcomeDto,
    responses((status = 200, body = FederalEnteredDto), (status = 404, body = crate::api::ApiErrors),
        (status = 422, body = crate::api::ApiErrors)))]
pub async fn enter(api: Api, path: Path<i64>, Body(body): Body<FederalOutcomeDto>) -> Reply {
    let id = OrganisationId(path.into_inner());
    let state = State::parse(&body.state).filter(|state| *state != State::Exported);
    let missing = || Problem::invalid(vec![Fault::new("state", "federal-outcome-missing")]);
    let which = match body.export_id {
        Some(export) => Which::File(FederalExportId(export)),
        None => Which::Documents(body.documents.iter().copied().map(DocumentId).collect()),
    };
    let reason = body.reason.as_deref().map(crate::kernel::name::tidy).filter(|reason| !reason.is_empty());
    if reason.as_ref().is_some_and(|reason| reason.chars().count() > LONGEST_REASON) {
        let fault = Fault::new("reason", "too-long").with("limit", LONGEST_REASON);
        return Err(Problem::invalid(vec![fault]).into());
    }
    let outcome = Outcome { which, state: state.ok_or_else(missing)?, reason };
    let (_, entered) =
        api.write(Gate::Administrator, move |w, me, now| actions::enter(w, me, id, &outcome, now)).await?;
    Ok(ok(&FederalEnteredDto { entered }))
}

/// A plain register of a year: `format` is `xlsx` or `csv`.
#[utoipa::path(get, path = "/api/v1/organisations/{organisation}/federal-register/plain", tag = "federal register",
    params(("organisation" = i64, Path), ("year" = Option<String>, Query), ("format" = Option<String>, Query)),
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>),
        (status = 404, body = crate::api::ApiErrors)))]
pub async fn plain(api: Api, path: Path<i64>, asked: Query<Plain>) -> Reply {
    let id = OrganisationId(path.into_inner());
    let (me, ()) = api.read(Gate::Administrator, |_, _| Ok(())).await?;
    let language = me.actor.language;
    let year = asked.year(api.web.now().date_in(me.actor.zone));
    let kit = api.web.kit.clone();
    let (_, sheet) =
        api.read(Gate::Administrator, move |r, me| register::register(r, me, &kit.words, (id, year))).await?;
    let documents = sheet.rows.len();
    api.write(Gate::Administrator, move |w, me, now| register::taken(w, me, (id, year, documents), now))
        .await?;
    Ok(asked.file(&api.web.kit, sheet, (year, language)).await?)
}

/// What the state of a document is called: `new` while it stands in no file.
fn state_word(row: &QueuedRow) -> &'static str {
    row.standing().map_or("new", State::as_str)
}
