//! What stands around a sheet, for programs: the same actions as the page. The marks themselves stand in `attendance`.

use super::actions::{self, Desk};
use super::rules::{GuestCategory, Guests, fingerprint};
use crate::api::{Api, Body, ok};
use crate::attendance::actions as attendance;
use crate::attendance::rules::Mark;
use crate::db::{Read, Write};
use crate::kernel::Word as _;
use crate::kernel::{Actor, Fault, Gate, Problem, SessionId};
use crate::web::{Failure, Reply};
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The description of this room's part of the API.
#[derive(utoipa::OpenApi)]
#[openapi(paths(show, close, reopen, guests, count))]
pub struct Doc;

/// What stands around a sheet.
#[derive(Debug, Serialize, ToSchema)]
pub struct DeskOut {
    /// Every closing of the sheet, the newest first; it is closed while the first is not reopened.
    closings: Vec<ClosingOut>,
    /// Marks made or changed while it was closed, the oldest first.
    late_changes: Vec<LateChangeOut>,
    /// People without accounts, by category.
    guests: Vec<GuestsLine>,
    /// The fingerprint of that list; send it back to replace this one and no other.
    guests_seen: String,
    /// Counts of heads in the room, the newest first.
    head_counts: Vec<HeadCountOut>,
}

/// A closing of a sheet.
#[derive(Debug, Serialize, ToSchema)]
pub struct ClosingOut {
    /// When.
    closed_at: String,
    /// How many people had no mark then.
    unmarked: i32,
    /// When it was opened again; `null` while it is closed.
    reopened_at: Option<String>,
    /// Why.
    reopening_reason: Option<String>,
}

/// A late change.
#[derive(Debug, Serialize, ToSchema)]
pub struct LateChangeOut {
    /// Whose mark.
    enrolment_id: i64,
    /// `present`, `late`, `left_early`, `absent` or `excused`; `null` where it was the first mark.
    old_status: Option<String>,
    /// The same since.
    new_status: String,
    /// Why.
    reason: String,
    /// When.
    changed_at: String,
}

/// Guests of one category.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct GuestsLine {
    /// `parents`, `teachers`, `colleagues`, `volunteers` or `other`.
    category: String,
    /// What others are called; empty for the rest.
    #[serde(default)]
    name: String,
    /// How many.
    people: i32,
}

/// A count of heads.
#[derive(Debug, Serialize, ToSchema)]
pub struct HeadCountOut {
    /// Heads in the room, without the trainer.
    people: i32,
    /// People marked in the room then.
    marked: i32,
    /// Guests then.
    guests: i32,
    /// How many more heads there were than the sheet said; negative when fewer.
    difference: i32,
    /// When.
    counted_at: String,
}

/// Closing a sheet.
#[derive(Debug, Deserialize, ToSchema)]
pub struct SheetClosingIn {
    /// Whether to close it although somebody has no mark.
    #[serde(default)]
    anyway: bool,
}

/// Opening a sheet again.
#[derive(Debug, Deserialize, ToSchema)]
pub struct SheetReopeningIn {
    /// Why.
    reason: String,
}

/// The guests of a session, in the place of those noted before.
#[derive(Debug, Deserialize, ToSchema)]
pub struct GuestsIn {
    /// The guests, twenty lines at most.
    guests: Vec<GuestsLine>,
    /// The `guests_seen` of the list that these replace; without it whatever was noted is replaced.
    seen: Option<String>,
}

/// How many people are in the room.
#[derive(Debug, Deserialize, ToSchema)]
pub struct HeadCountIn {
    /// Heads, without the trainer.
    people: i32,
}

fn out(desk: &Desk) -> DeskOut {
    let status = |mark: &Mark| mark.status.as_str().to_owned();
    let closings = desk.closings.iter().map(|row| ClosingOut {
        closed_at: row.closed_at.rfc3339(),
        unmarked: row.unmarked,
        reopened_at: row.reopened_at.map(|at| at.rfc3339()),
        reopening_reason: row.reopening_reason.clone(),
    });
    let late = desk.late.iter().map(|one| LateChangeOut {
        enrolment_id: one.enrolment.0,
        old_status: one.old.as_ref().map(status),
        new_status: status(&one.new),
        reason: one.reason.clone(),
        changed_at: one.at.rfc3339(),
    });
    let guests = desk.guests.iter().map(|one| GuestsLine {
        category: one.category.as_str().to_owned(),
        name: one.name.clone(),
        people: one.people,
    });
    let heads = desk.heads.iter().map(|row| HeadCountOut {
        people: row.count.people,
        marked: row.count.marked,
        guests: row.count.guests,
        difference: row.count.difference(),
        counted_at: row.at.rfc3339(),
    });
    DeskOut {
        closings: closings.collect(),
        late_changes: late.collect(),
        guests: guests.collect(),
        guests_seen: fingerprint(&desk.guests),
        head_counts: heads.collect(),
    }
}

async fn desk(api: &Api, id: SessionId) -> Result<DeskOut, Failure> {
    let now = api.web.now();
    let read = move |r: &mut Read, me: &Actor| {
        let sheet = attendance::sheet(r, me, id, now)?;
        actions::desk(r, me, &sheet)
    };
    let (_, desk) = api.read(Gate::Trainer, read).await?;
    Ok(out(&desk))
}

/// What stands around the sheet of a session: closings, late changes, guests, counts of heads.
#[utoipa::path(get, path = "/api/v1/sessions/{id}/sheet", tag = "attendance", params(("id" = i64, Path)),
    responses((status = 200, body = DeskOut), (status = 404, body = crate::api::ApiErrors)))]
pub async fn show(api: Api, path: Path<i64>) -> Reply {
    Ok(ok(&desk(&api, SessionId(path.into_inner())).await?))
}

/// Closes the sheet: from then on every mark needs a reason and is a late change.
#[utoipa::path(post, path = "/api/v1/sessions/{id}/sheet-closing", tag = "attendance", params(("id" = i64, Path)),
    request_body = SheetClosingIn,
    responses((status = 200, body = DeskOut), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors), (status = 422, body = crate::api::ApiErrors)))]
pub async fn close(api: Api, path: Path<i64>, Body(body): Body<SheetClosingIn>) -> Reply {
    let id = SessionId(path.into_inner());
    api.write(Gate::Trainer, move |w, me, now| actions::close(w, me, id, body.anyway, now)).await?;
    Ok(ok(&desk(&api, id).await?))
}

/// Opens a closed sheet again; an administrator's affair.
#[utoipa::path(post, path = "/api/v1/sessions/{id}/sheet-reopening", tag = "attendance",
    params(("id" = i64, Path)), request_body = SheetReopeningIn,
    responses((status = 200, body = DeskOut), (status = 403, body = crate::api::ApiErrors),
        (status = 404, body = crate::api::ApiErrors), (status = 422, body = crate::api::ApiErrors)))]
pub async fn reopen(api: Api, path: Path<i64>, Body(body): Body<SheetReopeningIn>) -> Reply {
    let id = SessionId(path.into_inner());
    let reason = crate::kernel::name::tidy(&body.reason);
    api.write(Gate::Trainer, move |w, me, now| actions::reopen(w, me, id, &reason, now)).await?;
    Ok(ok(&desk(&api, id).await?))
}

/// Notes the guests of a session; 409 when somebody else noted other ones since `seen`.
#[utoipa::path(put, path = "/api/v1/sessions/{id}/guests", tag = "attendance", params(("id" = i64, Path)),
    request_body = GuestsIn,
    responses((status = 200, body = DeskOut), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors), (status = 422, body = crate::api::ApiErrors)))]
pub async fn guests(api: Api, path: Path<i64>, Body(body): Body<GuestsIn>) -> Reply {
    let id = SessionId(path.into_inner());
    let line = |line: &GuestsLine| {
        let unknown = || Problem::invalid(vec![Fault::new("category", "unknown")]);
        let category = GuestCategory::parse(&line.category).ok_or_else(unknown)?;
        Ok(Guests { category, name: crate::kernel::name::tidy(&line.name), people: line.people })
    };
    let guests: Vec<Guests> = body.guests.iter().map(line).collect::<Result<_, Problem>>()?;
    let seen = body.seen;
    let note = move |w: &mut Write, me: &Actor, now| {
        actions::note_guests(w, me, id, (&guests, seen.as_deref()), now)
    };
    api.write(Gate::Trainer, note).await?;
    Ok(ok(&desk(&api, id).await?))
}

/// Compares a count of heads with the sheet. Nothing hangs on it.
#[utoipa::path(post, path = "/api/v1/sessions/{id}/head-counts", tag = "attendance", params(("id" = i64, Path)),
    request_body = HeadCountIn,
    responses((status = 200, body = DeskOut), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors), (status = 422, body = crate::api::ApiErrors)))]
pub async fn count(api: Api, path: Path<i64>, Body(body): Body<HeadCountIn>) -> Reply {
    let id = SessionId(path.into_inner());
    api.write(Gate::Trainer, move |w, me, now| actions::count_heads(w, me, id, body.people, now)).await?;
    Ok(ok(&desk(&api, id).await?))
}
