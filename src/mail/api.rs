//! The outbox as JSON, for administrators of the site: what went, what waits and why. What letters say is not told:
//! they carry one-time links.

use super::actions::{self, Posted};
use crate::api::{Api, ApiErrors, Listing, Seek, ok};
use crate::kernel::{Gate, MailId};
use crate::web::Reply;
use actix_web::web::Query;
use serde::Serialize;
use utoipa::ToSchema;

/// The description of this room's part of the API.
#[derive(utoipa::OpenApi)]
#[openapi(paths(index))]
pub struct Doc;

/// A letter of the outbox.
#[derive(Debug, Serialize, ToSchema)]
pub struct MailBody {
    /// The letter.
    id: i64,
    /// Which letter it is, as `invitation`.
    name: String,
    /// Its language.
    language: String,
    /// The address it goes to.
    to_address: String,
    /// The name beside the address.
    to_name: String,
    /// The subject; empty until the letter is first tried.
    subject: String,
    /// When it was asked for, RFC 3339.
    created_at: String,
    /// When the mail server or the folder took it.
    sent_at: Option<String>,
    /// Why it did not go, where it was tried in vain.
    trouble: Option<TroubleBody>,
}

/// Why a letter did not go.
#[derive(Debug, Serialize, ToSchema)]
pub struct TroubleBody {
    /// How often it was tried.
    tries: i32,
    /// When it is tried next; `null` when it was given up.
    next_try_at: Option<String>,
    /// What the mail server or the way to it said, in English.
    said: String,
}

impl MailBody {
    fn new(posted: &Posted) -> MailBody {
        let row = &posted.row;
        MailBody {
            id: row.id.0,
            name: row.name.clone(),
            language: row.language.tag().to_owned(),
            to_address: row.to_address.clone(),
            to_name: row.to_name.clone(),
            subject: row.subject.clone(),
            created_at: row.created_at.rfc3339(),
            sent_at: row.sent_at.map(crate::kernel::Moment::rfc3339),
            trouble: posted.trouble.as_ref().map(|trouble| TroubleBody {
                tries: trouble.tries,
                next_try_at: trouble.failed_at.is_none().then(|| trouble.run_at.rfc3339()),
                said: posted.said().to_owned(),
            }),
        }
    }
}

/// Letters, the newest first.
#[utoipa::path(get, path = "/api/v1/mails", tag = "mail",
    params(("after" = Option<i64>, Query), ("limit" = Option<i64>, Query)),
    responses((status = 200, body = Listing<MailBody>), (status = 403, body = ApiErrors)))]
pub async fn index(api: Api, seek: Query<Seek>) -> Reply {
    let (before, limit) = (Some(MailId(seek.after)).filter(|id| id.0 > 0), seek.bounded());
    let (_, posted) =
        api.read(Gate::Administrator, move |r, me| actions::outbox(r, me, before, limit + 1)).await?;
    Ok(ok(&Listing::of(posted.iter().map(MailBody::new).collect(), limit, |mail: &MailBody| mail.id)))
}
