//! Telling everybody concerned at once, as JSON.

use crate::api::{Api, ApiErrors, Body, Listing, created, ok};
use crate::calendars::actions;
use crate::calendars::pages::input;
use crate::calendars::store::notices::NoticeRow;
use crate::kernel::{EditionId, Gate, PersonName, SessionId};
use crate::web::{Form, Reply};
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A message that went.
#[derive(Debug, Serialize, ToSchema)]
pub struct NoticeOut {
    /// The message.
    id: i64,
    /// The session it was about; `null` where it was about the whole edition.
    session_id: Option<i64>,
    /// What it said.
    text: String,
    /// To how many people it went.
    recipients: i32,
    /// When.
    sent_at: String,
    /// Who sent it.
    sent_by: Option<String>,
}

/// What is to be told.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NoticeIn {
    /// At most 1,000 characters; its lines stay lines.
    text: String,
}

/// What was told.
#[derive(Debug, Serialize, ToSchema)]
pub struct NoticeSent {
    /// The message.
    id: i64,
    /// To how many people it goes.
    recipients: usize,
}

fn listing(rows: Vec<NoticeRow>) -> Listing<NoticeOut> {
    let items = rows.into_iter().map(|row| NoticeOut {
        id: row.id.0,
        session_id: row.session.map(|id| id.0),
        recipients: row.recipients,
        sent_at: row.sent_at.rfc3339(),
        sent_by: row.by.as_ref().map(PersonName::full),
        text: row.text,
    });
    Listing { items: items.collect(), next_after: None }
}

/// What was told about a session.
#[utoipa::path(get, path = "/api/v1/sessions/{id}/notices", tag = "calendars", params(("id" = i64, Path)),
    responses((status = 200, body = Listing<NoticeOut>), (status = 404, body = ApiErrors)))]
pub async fn of_session(api: Api, path: Path<i64>) -> Reply {
    let id = SessionId(path.into_inner());
    let (_, board) = api.read(Gate::Trainer, move |r, me| actions::board_of_session(r, me, id)).await?;
    Ok(ok(&listing(board.notices)))
}

/// Writes to everybody whom a session concerns, at once.
#[utoipa::path(post, path = "/api/v1/sessions/{id}/notices", tag = "calendars", params(("id" = i64, Path)),
    request_body = NoticeIn,
    responses((status = 201, body = NoticeSent), (status = 404, body = ApiErrors),
        (status = 422, body = ApiErrors)))]
pub async fn tell_session(api: Api, path: Path<i64>, Body(body): Body<NoticeIn>) -> Reply {
    let id = SessionId(path.into_inner());
    let text = input::message(&Form::of(&[("text", &body.text)]))?;
    let tell = move |w: &mut _, me: &_, now| actions::tell_session(w, me, id, &text, now);
    let (_, (id, recipients)) = api.write(Gate::Trainer, tell).await?;
    Ok(created(&NoticeSent { id: id.0, recipients }))
}

/// What was told about an edition and its sessions.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/notices", tag = "calendars",
    params(("edition" = i64, Path)),
    responses((status = 200, body = Listing<NoticeOut>), (status = 404, body = ApiErrors)))]
pub async fn of_edition(api: Api, path: Path<i64>) -> Reply {
    let id = EditionId(path.into_inner());
    let (_, board) = api.read(Gate::Trainer, move |r, me| actions::board_of_edition(r, me, id)).await?;
    Ok(ok(&listing(board.notices)))
}

/// Writes to everybody who learns or teaches in an edition, at once.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/notices", tag = "calendars",
    params(("edition" = i64, Path)), request_body = NoticeIn,
    responses((status = 201, body = NoticeSent), (status = 404, body = ApiErrors),
        (status = 422, body = ApiErrors)))]
pub async fn tell_edition(api: Api, path: Path<i64>, Body(body): Body<NoticeIn>) -> Reply {
    let id = EditionId(path.into_inner());
    let text = input::message(&Form::of(&[("text", &body.text)]))?;
    let tell = move |w: &mut _, me: &_, now| actions::tell_edition(w, me, id, &text, now);
    let (_, (id, recipients)) = api.write(Gate::Trainer, tell).await?;
    Ok(created(&NoticeSent { id: id.0, recipients }))
}
