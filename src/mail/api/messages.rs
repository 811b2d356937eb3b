//! One's own messages as JSON.

use crate::api::{Api, ApiErrors, Body, Listing, Seek, ok};
use crate::kernel::{Gate, MailId, Moment};
use crate::mail::actions::messages as actions;
use crate::mail::rules;
use crate::mail::store::messages::MessageRow;
use crate::web::Reply;
use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The description of this part of the API.
#[derive(utoipa::OpenApi)]
#[openapi(paths(index, unread, show, read, read_all))]
pub struct Doc;

/// A message of the bearer.
#[derive(Debug, Serialize, ToSchema)]
pub struct MessageOut {
    /// The message.
    id: i64,
    /// Which letter it is, as `work_graded`.
    name: String,
    /// What it is about, as `grades`.
    topic: Option<String>,
    /// The language it was written in.
    language: String,
    /// The subject.
    subject: String,
    /// What it says first, after its greeting.
    first_line: String,
    /// Since when it stands there, RFC 3339.
    shown_at: Option<String>,
    /// When the bearer opened it.
    read_at: Option<String>,
}

/// A message with its text.
#[derive(Debug, Serialize, ToSchema)]
pub struct WholeMessage {
    /// The message.
    #[serde(flatten)]
    message: MessageOut,
    /// What it says, as plain text.
    text: String,
}

/// How many messages wait.
#[derive(Debug, Serialize, ToSchema)]
pub struct Unread {
    /// Messages that the bearer has not opened.
    unread: i64,
}

/// Up to which message the bearer has seen theirs.
#[derive(Debug, Deserialize, ToSchema)]
pub struct Seen {
    /// The newest message that was shown; later ones stay unread.
    until: i64,
}

impl MessageOut {
    fn new(row: &MessageRow) -> MessageOut {
        MessageOut {
            id: row.id.0,
            name: row.name.clone(),
            topic: rules::topic(&row.name).map(|topic| topic.as_str().to_owned()),
            language: row.language.tag().to_owned(),
            subject: row.subject.clone(),
            first_line: rules::first_line(&row.text),
            shown_at: row.shown_at.map(Moment::rfc3339),
            read_at: row.read_at.map(Moment::rfc3339),
        }
    }
}

/// The bearer's messages, the newest first: everything that was written to them, whether it went by mail or not.
#[utoipa::path(get, path = "/api/v1/messages", tag = "messages",
    params(("after" = Option<i64>, Query), ("limit" = Option<i64>, Query)),
    responses((status = 200, body = Listing<MessageOut>), (status = 401, body = ApiErrors)))]
pub async fn index(api: Api, seek: Query<Seek>) -> Reply {
    let (before, limit) = (Some(MailId(seek.after)).filter(|id| id.0 > 0), seek.bounded());
    let (_, rows) = api.read(Gate::SignedIn, move |r, me| actions::list(r, me, before, limit + 1)).await?;
    let messages = rows.iter().map(MessageOut::new).collect();
    Ok(ok(&Listing::of(messages, limit, |message: &MessageOut| message.id)))
}

/// How many of the bearer's messages were not opened.
#[utoipa::path(get, path = "/api/v1/messages/unread", tag = "messages",
    responses((status = 200, body = Unread), (status = 401, body = ApiErrors)))]
pub async fn unread(api: Api) -> Reply {
    let (_, unread) = api.read(Gate::SignedIn, actions::unread).await?;
    Ok(ok(&Unread { unread }))
}

/// One of the bearer's messages with its text. Asking for it does not mark it as read.
#[utoipa::path(get, path = "/api/v1/messages/{message}", tag = "messages", params(("message" = i64, Path)),
    responses((status = 200, body = WholeMessage), (status = 404, body = ApiErrors)))]
pub async fn show(api: Api, path: Path<i64>) -> Reply {
    let id = MailId(path.into_inner());
    let (_, row) = api.read(Gate::SignedIn, move |r, me| actions::show(r, me, id)).await?;
    Ok(ok(&WholeMessage { message: MessageOut::new(&row), text: row.text }))
}

/// Notes that the bearer opened a message. The first time counts.
#[utoipa::path(post, path = "/api/v1/messages/{message}/reading", tag = "messages",
    params(("message" = i64, Path)), responses((status = 204), (status = 404, body = ApiErrors)))]
pub async fn read(api: Api, path: Path<i64>) -> Reply {
    let id = MailId(path.into_inner());
    api.write(Gate::SignedIn, move |w, me, now| actions::read(w, me, id, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Notes that the bearer has seen their messages up to one of them.
#[utoipa::path(post, path = "/api/v1/messages/readings", tag = "messages", request_body = Seen,
    responses((status = 204), (status = 401, body = ApiErrors)))]
pub async fn read_all(api: Api, Body(body): Body<Seen>) -> Reply {
    let until = MailId(body.until);
    api.write(Gate::SignedIn, move |w, me, now| actions::read_until(w, me, until, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}
