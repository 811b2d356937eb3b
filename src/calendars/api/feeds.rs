//! Addresses to which other programs' calendars subscribe, and the choice of invitations.

use crate::api::{Api, ApiErrors, Body, Listing, created, ok};
use crate::calendars::actions;
use crate::calendars::pages::feeds::fresh;
use crate::kernel::{CalendarFeedId, EditionId, Gate};
use crate::web::Reply;
use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An address in force. What it is cannot be read again.
#[derive(Debug, Serialize, ToSchema)]
pub struct FeedOut {
    /// The address.
    id: i64,
    /// The edition; `null` for the caller's own sessions.
    edition_id: Option<i64>,
    /// The edition's title.
    edition: Option<String>,
    /// Since when it works.
    created_at: String,
}

/// What a new address is for.
#[derive(Debug, Deserialize, ToSchema)]
pub struct FeedIn {
    /// An edition that the caller teaches or administers; the caller's own sessions where none is named.
    edition_id: Option<i64>,
}

/// A new address.
#[derive(Debug, Serialize, ToSchema)]
pub struct FeedCreated {
    /// The address.
    id: i64,
    /// Where programs subscribe. It is told this once; whoever knows it reads the calendar.
    url: String,
}

/// Whether invitations come by mail.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct Invitations {
    /// Every session comes by mail as an invitation that the calendar takes over by itself.
    by_mail: bool,
}

/// The caller's addresses in force.
#[utoipa::path(get, path = "/api/v1/calendar-feeds", tag = "calendars",
    responses((status = 200, body = Listing<FeedOut>)))]
pub async fn index(api: Api) -> Reply {
    let (_, own) = api.read(Gate::SignedIn, |r, me| actions::own(r, me, None)).await?;
    let items = own.feeds.into_iter().map(|(feed, edition)| FeedOut {
        id: feed.id.0,
        edition_id: feed.edition.map(|id| id.0),
        edition,
        created_at: feed.created_at.rfc3339(),
    });
    Ok(ok(&Listing { items: items.collect(), next_after: None }))
}

/// Makes an address. The one before for the same sessions stops working.
#[utoipa::path(post, path = "/api/v1/calendar-feeds", tag = "calendars", request_body = FeedIn,
    responses((status = 201, body = FeedCreated), (status = 404, body = ApiErrors)))]
pub async fn create(api: Api, Body(body): Body<FeedIn>) -> Reply {
    let ((url, hash), edition) = (fresh(&api.web), body.edition_id.map(EditionId));
    let (_, id) =
        api.write(Gate::SignedIn, move |w, me, now| actions::create(w, me, edition, &hash, now)).await?;
    Ok(created(&FeedCreated { id: id.0, url }))
}

/// Takes an address back: whoever subscribed to it gets nothing any more.
#[utoipa::path(post, path = "/api/v1/calendar-feeds/{feed}/revocation", tag = "calendars",
    params(("feed" = i64, Path)), responses((status = 204), (status = 404, body = ApiErrors)))]
pub async fn revoke(api: Api, path: Path<i64>) -> Reply {
    let feed = CalendarFeedId(path.into_inner());
    api.write(Gate::SignedIn, move |w, me, now| actions::revoke(w, me, feed, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Whether the caller gets invitations by mail.
#[utoipa::path(get, path = "/api/v1/calendar-invitations", tag = "calendars",
    responses((status = 200, body = Invitations)))]
pub async fn invitations(api: Api) -> Reply {
    let (_, own) = api.read(Gate::SignedIn, |r, me| actions::own(r, me, None)).await?;
    Ok(ok(&Invitations { by_mail: own.invited }))
}

/// Asks for invitations by mail, or asks no longer.
#[utoipa::path(put, path = "/api/v1/calendar-invitations", tag = "calendars", request_body = Invitations,
    responses((status = 200, body = Invitations)))]
pub async fn choose(api: Api, Body(body): Body<Invitations>) -> Reply {
    let wanted = body.by_mail;
    api.write(Gate::SignedIn, move |w, me, now| actions::choose_invitations(w, me, wanted, now)).await?;
    Ok(ok(&Invitations { by_mail: wanted }))
}
