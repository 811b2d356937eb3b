//! The trail over the JSON API: the same actions as the pages.

pub mod settings;
mod types;

use super::actions::{self, Begin, Look, Shown, Signing, Tools};
use super::pages::papers::printed;
use super::pages::{group_noted, noted};
use super::rules::snapshot::Signatory;
use super::rules::words::OrderKind;
use crate::api::{Api, Body, created, ok};
use crate::kernel::{Actor, EditionId, EnrolmentId, Fault, Gate, OrderId, Problem, Word as _};
use crate::web::{Me, Reply};
use actix_web::web::Path;
use types::{BeginDto, DraftDto, OrderDto, SignatureDto, TrailDto};

/// The documented part of the API that lies in this file.
#[derive(utoipa::OpenApi)]
#[openapi(paths(index, create, show, update, sign, withdraw, pdf))]
pub struct Doc;

/// The papers of a group: its number, its steps, its signed papers and drafts. The look is noted.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/orders", tag = "orders",
    params(("edition" = i64, Path)),
    responses((status = 200, body = TrailDto), (status = 404, body = crate::api::ApiErrors)))]
pub async fn index(api: Api, path: Path<i64>) -> Reply {
    let (id, now) = (EditionId(path.into_inner()), api.web.now());
    let (me, desk) = api.read(Gate::Administrator, move |r, me| actions::desk(r, me, id, now)).await?;
    group_noted(&api.web, &me.actor, id).await?;
    Ok(ok(&TrailDto::new(&desk)))
}

/// Begins a draft, filled in with what the program can propose; where there is such a draft, that one is answered.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/orders", tag = "orders", request_body = BeginDto,
    params(("edition" = i64, Path)),
    responses((status = 201, body = OrderDto), (status = 404, body = crate::api::ApiErrors),
        (status = 422, body = crate::api::ApiErrors)))]
pub async fn create(api: Api, path: Path<i64>, body: Body<BeginDto>) -> Reply {
    let (edition, Body(asked)) = (EditionId(path.into_inner()), body);
    let kind = OrderKind::parse(&asked.kind);
    let kind = kind.ok_or_else(|| Problem::invalid(vec![Fault::new("kind", "choose-one")]));
    let (enrolment, about) = (asked.enrolment_id.map(EnrolmentId), asked.about_id.map(OrderId));
    let kit = api.web.kit.clone();
    let kind = match kind {
        Ok(kind) => kind,
        Err(problem) => {
            // Who asks is told before what is wrong with the question.
            api.read(Gate::Administrator, |_, _| Ok(())).await?;
            return Err(problem.into());
        }
    };
    let wanted = Begin { edition, kind, enrolment, about };
    let (_, shown) = api
        .write(Gate::Administrator, move |w, me, now| {
            let tools = Tools {
                typesetter: &kit.typesetter,
                words: &kit.words,
                public_url: &kit.settings.public_url,
            };
            let id = actions::begin(w, me, &tools, &wanted, now)?;
            actions::show(w, me, id, now)
        })
        .await?;
    Ok(created(&OrderDto::new(&shown)))
}

/// A paper, with what it says and what stands against signing it. The look is noted.
#[utoipa::path(get, path = "/api/v1/orders/{order}", tag = "orders", params(("order" = i64, Path)),
    responses((status = 200, body = OrderDto), (status = 404, body = crate::api::ApiErrors)))]
pub async fn show(api: Api, path: Path<i64>) -> Reply {
    let (me, shown) = read(&api, OrderId(path.into_inner())).await?;
    noted(&api.web, &me.actor, (&shown.row, Look::Page)).await?;
    Ok(ok(&OrderDto::new(&shown)))
}

async fn read(api: &Api, id: OrderId) -> Result<(Me, Shown), crate::web::Failure> {
    let now = api.web.now();
    api.read(Gate::Administrator, move |r, me| actions::show(r, me, id, now)).await
}

/// Changes a draft that nobody has changed since it was read.
#[utoipa::path(put, path = "/api/v1/orders/{order}", tag = "orders", request_body = DraftDto,
    params(("order" = i64, Path)),
    responses((status = 200, body = OrderDto), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors), (status = 422, body = crate::api::ApiErrors)))]
pub async fn update(api: Api, path: Path<i64>, body: Body<DraftDto>) -> Reply {
    let (id, Body(DraftDto { revision, content })) = (OrderId(path.into_inner()), body);
    let (_, shown) = api
        .write(Gate::Administrator, move |w, me: &Actor, now| {
            // Whose paper it is comes before what is wrong with the content.
            actions::show(w, me, id, now)?;
            let read = serde_json::from_value(content.clone());
            let content = read.map_err(|error| {
                let fault = Fault::new("content", "json").with("line", 1);
                Problem::invalid(vec![fault.with("detail", error.to_string())])
            })?;
            actions::edit(w, me, (id, revision), &content, now)?;
            actions::show(w, me, id, now)
        })
        .await?;
    Ok(ok(&OrderDto::new(&shown)))
}

/// Signs a draft: the number is taken, and the paper is never changed again.
#[utoipa::path(post, path = "/api/v1/orders/{order}/signature", tag = "orders", request_body = SignatureDto,
    params(("order" = i64, Path)),
    responses((status = 201, body = OrderDto), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors), (status = 422, body = crate::api::ApiErrors)))]
pub async fn sign(api: Api, path: Path<i64>, body: Body<SignatureDto>) -> Reply {
    let (order, Body(typed)) = (OrderId(path.into_inner()), body);
    let signatory = match (typed.signatory_post, typed.signatory_name) {
        (None, None) => None,
        (post, name) => Some(Signatory { post: post.unwrap_or_default(), name: name.unwrap_or_default() }),
    };
    let input = Signing {
        order,
        revision: typed.revision,
        dated: typed.dated,
        number: typed.number,
        signatory,
        despite: typed.despite,
    };
    let kit = api.web.kit.clone();
    let (_, shown) = api
        .write(Gate::Administrator, move |w, me, now| {
            let tools = Tools {
                typesetter: &kit.typesetter,
                words: &kit.words,
                public_url: &kit.settings.public_url,
            };
            actions::sign(w, me, &tools, &input, now)?;
            actions::show(w, me, order, now)
        })
        .await?;
    Ok(created(&OrderDto::new(&shown)))
}

/// Throws a draft away. A signed paper is cancelled by another order.
#[utoipa::path(post, path = "/api/v1/orders/{order}/withdrawal", tag = "orders", params(("order" = i64, Path)),
    responses((status = 201, body = TrailDto), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors)))]
pub async fn withdraw(api: Api, path: Path<i64>) -> Reply {
    let id = OrderId(path.into_inner());
    let (_, desk) = api
        .write(Gate::Administrator, move |w, me, now| {
            let edition = actions::discard(w, me, id, now)?;
            actions::desk(w, me, edition, now)
        })
        .await?;
    Ok(created(&TrailDto::new(&desk)))
}

/// The paper as PDF/A-2a; of a draft, what it would look like. The look is noted.
#[utoipa::path(get, path = "/api/v1/orders/{order}/pdf", tag = "orders", params(("order" = i64, Path)),
    responses((status = 200, content_type = "application/pdf", body = Vec<u8>),
        (status = 404, body = crate::api::ApiErrors)))]
pub async fn pdf(api: Api, path: Path<i64>) -> Reply {
    let (me, shown) = read(&api, OrderId(path.into_inner())).await?;
    printed(&api.web, &me.actor, shown).await
}
