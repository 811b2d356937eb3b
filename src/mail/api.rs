//! The outbox as JSON, for administrators of the site: what went, what waits and why. What letters say is not told:
//! they are personal. What a person reads and wants of their own stands below.

pub mod messages;
pub mod wishes;

use super::actions::{self, Posted, State};
use crate::api::{Api, ApiErrors, Listing, Seek, ok};
use crate::kernel::{Gate, MailId, Moment};
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
    /// `sent`; `waiting` to go now; `later` after the person's quiet hours; `digest` with the others of the day;
    /// `site_only`: among the person's messages and not by mail.
    state: String,
    /// When the mail server or the folder took it, itself or the letter that gathered it.
    sent_at: Option<String>,
    /// When it goes, where it waits for the end of quiet hours or for the letter of the day.
    due_at: Option<String>,
    /// The letter that gathered it, once there is one.
    digest_mail_id: Option<i64>,
    /// Whether its text is kept no longer, because a one-time link stood in it.
    text_forgotten: bool,
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
    fn new(posted: &Posted, now: Moment) -> MailBody {
        let row = &posted.row;
        let (state, due_at) = match posted.state(now) {
            State::Sent(_) => ("sent", None),
            State::SiteOnly(_) => ("site_only", None),
            State::Digest(due) => ("digest", Some(due)),
            State::Later(until) => ("later", Some(until)),
            State::Waiting => ("waiting", None),
        };
        MailBody {
            id: row.id.0,
            name: row.name.clone(),
            language: row.language.tag().to_owned(),
            to_address: row.to_address.clone(),
            to_name: row.to_name.clone(),
            subject: row.subject.clone(),
            created_at: row.created_at.rfc3339(),
            state: state.to_owned(),
            sent_at: row.sent_at.map(Moment::rfc3339),
            due_at: due_at.map(Moment::rfc3339),
            digest_mail_id: posted.digest.as_ref().and_then(|digest| digest.mail).map(|mail| mail.0),
            text_forgotten: posted.is_forgotten(),
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
    let now = api.web.now();
    let (_, posted) =
        api.read(Gate::Administrator, move |r, me| actions::outbox(r, me, before, limit + 1)).await?;
    let letters = posted.iter().map(|one| MailBody::new(one, now)).collect();
    Ok(ok(&Listing::of(letters, limit, |mail: &MailBody| mail.id)))
}
