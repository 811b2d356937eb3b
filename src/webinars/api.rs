//! A webinar's lists for programs: the same actions as the pages.

use super::actions::{self, MAX_BYTES, Preview};
use super::pages::{new_list, zone};
use super::rules::Verdict;
use super::rules::headers::{ChosenColumns, Columns};
use super::rules::matching::By;
use super::rules::outcome::{Change, Choices, Decision, Unknown};
use super::rules::reading::Attendee;
use super::views::reason;
use crate::api::{self, Api, Body};
use crate::attendance::pages::told;
use crate::kernel::{EnrolmentId, Fault, Gate, Problem, ProblemCode, SessionId, WebinarListId, Word as _};
use crate::web::{Failure, Reply};
use actix_web::HttpResponse;
use actix_web::web::{Bytes, Path, Payload, Query};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The description of this room's part of the API.
#[derive(utoipa::OpenApi)]
#[openapi(paths(index, create, show, choose, set_clock, decide, apply, remove))]
pub struct Doc;

/// The name that a list had.
#[derive(Debug, Default, Deserialize)]
pub struct ListName {
    /// The name.
    #[serde(default)]
    file_name: String,
}

/// The lists of a session.
#[derive(Debug, Serialize, ToSchema)]
pub struct WebinarListsOut {
    /// The lists, the newest first.
    lists: Vec<WebinarListLine>,
}

/// A list that was loaded.
#[derive(Debug, Serialize, ToSchema)]
pub struct WebinarListLine {
    /// The list.
    id: i64,
    /// The name of its file.
    file_name: String,
    /// SHA-256 of its bytes, hexadecimal.
    sha256: String,
    /// When it was loaded.
    loaded_at: String,
    /// How often marks were made from it.
    applications: usize,
}

/// A list and what would come of it.
#[derive(Debug, Serialize, ToSchema)]
pub struct WebinarListOut {
    /// The list.
    id: i64,
    /// The name of its file.
    file_name: String,
    /// SHA-256 of its bytes, hexadecimal.
    sha256: String,
    /// `zoom`, `zoom_webinar`, `teams`, `meet`, `bigbluebutton`, `plain` or `chosen`; `null` while nobody has said what its
    /// columns are.
    tool: Option<String>,
    /// The IANA zone by whose clock its moments are read; those that name their own distance from UTC are read by that.
    time_zone: String,
    /// Whether by that clock everybody was there outside of the session only.
    outside_session: bool,
    /// The people of the edition who are in it.
    people: Vec<WebinarPerson>,
    /// Those of whom nobody knows who they are.
    unknown: Vec<WebinarUnknown>,
    /// Who holds the session, by name.
    hosts: Vec<String>,
    /// Who was called a guest, by name.
    guests: Vec<String>,
    /// Enrolments on the sheet without a mark of which the list says nothing.
    rest: Vec<i64>,
    /// Lines that are left out.
    faults: Vec<WebinarLineFault>,
}

/// Somebody of the edition as a list has them.
#[derive(Debug, Serialize, ToSchema)]
pub struct WebinarPerson {
    /// The enrolment.
    enrolment_id: i64,
    /// Their lines in the list: the first of each device or address.
    lines: Vec<u32>,
    /// What the list calls them.
    names: Vec<String>,
    /// `email`, `name` or `decision`.
    recognised_by: String,
    /// Whole minutes during the session.
    minutes: i64,
    /// `present`, `late` or `left_early`; `null` for who was not there during the session.
    status: Option<String>,
    /// How late.
    late_minutes: i32,
    /// How much is missing besides.
    early_minutes: i32,
    /// `first`, `same`, `refined`, `conflict` or `outside`.
    change: String,
    /// The revision of the mark on the sheet; send it back to replace it. 0 where there is none.
    revision: i32,
}

/// Somebody whom nobody knows yet.
#[derive(Debug, Serialize, ToSchema)]
pub struct WebinarUnknown {
    /// The line: decide by it.
    line: u32,
    /// What the list calls them.
    name: String,
    /// Their address.
    email: String,
    /// Whether several people of the edition have that very name.
    several: bool,
    /// Enrolments whose names are alike, the nearest first.
    alike: Vec<i64>,
}

/// A line that is left out.
#[derive(Debug, Serialize, ToSchema)]
pub struct WebinarLineFault {
    /// The line.
    line: u32,
    /// `quotes`, `too_long`, `join`, `leave`, `order`, `duration`, `nobody` or `no_time`.
    what: String,
}

/// What the columns of a list are, by their numbers from 1.
#[derive(Debug, Deserialize, ToSchema)]
pub struct WebinarColumnsIn {
    /// The name.
    name: Option<usize>,
    /// The e-mail address.
    email: Option<usize>,
    /// When the person joined.
    join: Option<usize>,
    /// When the person left.
    leave: Option<usize>,
    /// How long the person was there.
    duration: Option<usize>,
    /// Whether the first row already is somebody.
    #[serde(default)]
    headless: bool,
}

/// Who some people of a list are.
#[derive(Debug, Deserialize, ToSchema)]
pub struct WebinarDecisionsIn {
    /// Each of them.
    decisions: Vec<WebinarDecisionIn>,
}

/// Who somebody of a list is.
#[derive(Debug, Deserialize, ToSchema)]
pub struct WebinarDecisionIn {
    /// The line.
    line: u32,
    /// `person`, `guest` or `ignored`; `null` takes back what was decided.
    verdict: Option<String>,
    /// Who of the edition; only for `person`.
    enrolment_id: Option<i64>,
}

/// Marking by a list.
#[derive(Debug, Deserialize, ToSchema)]
pub struct WebinarApplicationIn {
    /// Whose first and refined marks to make; all of them where it is left out.
    take: Option<Vec<i64>>,
    /// Which marks of trainers to replace.
    #[serde(default)]
    replace: Vec<WebinarReplacementIn>,
    /// Whether those of whom the list says nothing, and who have no mark, were absent.
    #[serde(default)]
    rest_absent: bool,
    /// Why; needed after the day of the session and on a closed sheet.
    correction_reason: Option<String>,
}

/// A mark of a trainer to be replaced.
#[derive(Debug, Deserialize, ToSchema)]
pub struct WebinarReplacementIn {
    /// Whose.
    enrolment_id: i64,
    /// The revision that was seen.
    revision: i32,
}

/// What became of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct WebinarApplied {
    /// People marked for the first time.
    first: usize,
    /// Marks corrected.
    corrected: usize,
    /// Marks of trainers that say otherwise and stay.
    kept: usize,
    /// Marks that somebody else changed meanwhile, and that stay.
    stale: usize,
}

fn out(preview: &Preview) -> WebinarListOut {
    let names = |all: &[Attendee]| all.iter().map(|one| one.name.clone()).collect();
    let fault = |one: &super::rules::LineFault| WebinarLineFault {
        line: one.line,
        what: one.what.as_str().to_owned(),
    };
    WebinarListOut {
        id: preview.list.id.0,
        file_name: preview.list.file_name.clone(),
        sha256: preview.list.sha256.clone(),
        tool: preview.tool.map(|tool| tool.as_str().to_owned()),
        time_zone: preview.zone.name().to_owned(),
        outside_session: preview.other_clock,
        people: preview.people.iter().map(|one| person(one, preview)).collect(),
        unknown: preview.sorted.unknown.iter().map(unknown).collect(),
        hosts: names(&preview.sorted.hosts),
        guests: names(&preview.sorted.guests),
        rest: preview.rest.iter().map(|who| who.0).collect(),
        faults: preview.faults.iter().map(fault).collect(),
    }
}

fn person(one: &actions::Person, preview: &Preview) -> WebinarPerson {
    let (proposal, mark) = (&one.proposal, one.proposal.mark.as_ref());
    let by = match one.on_list.by {
        Some(By::Email) => "email",
        Some(By::Name) => "name",
        None => "decision",
    };
    let change = match proposal.change {
        Change::First => "first",
        Change::Same => "same",
        Change::Refined => "refined",
        Change::Conflict => "conflict",
        Change::Outside => "outside",
    };
    WebinarPerson {
        enrolment_id: proposal.enrolment.0,
        lines: one.on_list.lines.clone(),
        names: one.on_list.names.clone(),
        recognised_by: by.to_owned(),
        minutes: proposal.time.seconds / 60,
        status: mark.map(|mark| mark.status.as_str().to_owned()),
        late_minutes: mark.map_or(0, |mark| mark.late.0),
        early_minutes: mark.map_or(0, |mark| mark.early.0),
        change: change.to_owned(),
        revision: preview.standings.get(&proposal.enrolment).map_or(0, |standing| standing.revision),
    }
}

fn unknown(one: &Unknown) -> WebinarUnknown {
    WebinarUnknown {
        line: one.attendee.line,
        name: one.attendee.name.clone(),
        email: one.attendee.email.clone(),
        several: one.several,
        alike: one.alike.iter().map(|who| who.0).collect(),
    }
}

async fn preview(api: &Api, which: (SessionId, WebinarListId)) -> Result<WebinarListOut, Failure> {
    let now = api.web.now();
    let (_, preview) = api.read(Gate::Trainer, move |r, me| actions::preview(r, me, which, now)).await?;
    Ok(out(&preview))
}

fn ids(path: Path<(i64, i64)>) -> (SessionId, WebinarListId) {
    let (session, list) = path.into_inner();
    (SessionId(session), WebinarListId(list))
}

async fn collect(body: Payload) -> Result<Bytes, Failure> {
    let too_large = || Problem::new(ProblemCode::TooLarge).with("megabytes", MAX_BYTES / (1024 * 1024));
    let bytes = body.to_bytes_limited(MAX_BYTES).await.map_err(|_| too_large())?;
    Ok(bytes.map_err(|_| Problem::new(ProblemCode::BadRequest))?)
}

/// The lists of a session's webinar.
#[utoipa::path(get, path = "/api/v1/sessions/{id}/webinar-lists", tag = "attendance", params(("id" = i64, Path)),
    responses((status = 200, body = WebinarListsOut), (status = 404, body = crate::api::ApiErrors)))]
pub async fn index(api: Api, path: Path<i64>) -> Reply {
    let (id, now) = (SessionId(path.into_inner()), api.web.now());
    let (_, shelf) = api.read(Gate::Trainer, move |r, me| actions::shelf(r, me, id, now)).await?;
    let line = |row: &super::store::ListRow| WebinarListLine {
        id: row.id.0,
        file_name: row.file_name.clone(),
        sha256: row.sha256.clone(),
        loaded_at: row.uploaded_at.rfc3339(),
        applications: shelf.applications.iter().filter(|one| one.list == row.id).count(),
    };
    Ok(api::ok(&WebinarListsOut { lists: shelf.lists.iter().map(line).collect() }))
}

/// Keeps a list (CSV, TSV or XLSX, the body of the request) and says what would come of it; nobody is marked.
#[utoipa::path(post, path = "/api/v1/sessions/{id}/webinar-lists", tag = "attendance",
    params(("id" = i64, Path), ("file_name" = Option<String>, Query)),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, body = WebinarListOut), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors), (status = 413, body = crate::api::ApiErrors),
        (status = 422, body = crate::api::ApiErrors)))]
pub async fn create(api: Api, path: Path<i64>, name: Query<ListName>, body: Payload) -> Reply {
    let (id, now) = (SessionId(path.into_inner()), api.web.now());
    let (_, shelf) = api.read(Gate::Trainer, move |r, me| actions::shelf(r, me, id, now)).await?;
    if let Some(code) = shelf.sheet.closed {
        return Err(Problem::new(code).into());
    }
    let named = crate::web::base_name(&name.into_inner().file_name);
    let named = if named.is_empty() { "list.csv".to_owned() } else { named };
    let new = new_list(&api.web, named, collect(body).await?).await?;
    let (_, (list, _)) =
        api.write(Gate::Trainer, move |w, me, now| actions::upload(w, me, id, &new, now)).await?;
    Ok(api::created(&preview(&api, (id, list)).await?))
}

/// A list and what would come of it.
#[utoipa::path(get, path = "/api/v1/sessions/{id}/webinar-lists/{webinar}", tag = "attendance",
    params(("id" = i64, Path), ("webinar" = i64, Path)),
    responses((status = 200, body = WebinarListOut), (status = 404, body = crate::api::ApiErrors)))]
pub async fn show(api: Api, path: Path<(i64, i64)>) -> Reply {
    Ok(api::ok(&preview(&api, ids(path)).await?))
}

/// Says what the columns of a list are. What was decided over its people is forgotten.
#[utoipa::path(put, path = "/api/v1/sessions/{id}/webinar-lists/{webinar}/columns", tag = "attendance",
    params(("id" = i64, Path), ("webinar" = i64, Path)), request_body = WebinarColumnsIn,
    responses((status = 200, body = WebinarListOut), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors), (status = 422, body = crate::api::ApiErrors)))]
pub async fn choose(api: Api, path: Path<(i64, i64)>, Body(body): Body<WebinarColumnsIn>) -> Reply {
    let which = ids(path);
    let place = |number: Option<usize>| number.map(|number| number.checked_sub(1).unwrap_or(usize::MAX));
    let columns = Columns {
        name: place(body.name),
        email: place(body.email),
        join: place(body.join),
        leave: place(body.leave),
        duration: place(body.duration),
        ..Columns::default()
    };
    let chosen = ChosenColumns { columns, headless: body.headless };
    api.write(Gate::Trainer, move |w, me, now| actions::choose(w, me, which, chosen, now)).await?;
    Ok(api::ok(&preview(&api, which).await?))
}

/// By whose clock a list is read.
#[derive(Debug, Deserialize, ToSchema)]
pub struct WebinarClockIn {
    /// An IANA zone, `Europe/Moscow` or `UTC`.
    time_zone: String,
}

/// Says by whose clock a list is read. Until then it is read by that of the session.
#[utoipa::path(put, path = "/api/v1/sessions/{id}/webinar-lists/{webinar}/clock", tag = "attendance",
    params(("id" = i64, Path), ("webinar" = i64, Path)), request_body = WebinarClockIn,
    responses((status = 200, body = WebinarListOut), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors), (status = 422, body = crate::api::ApiErrors)))]
pub async fn set_clock(api: Api, path: Path<(i64, i64)>, Body(body): Body<WebinarClockIn>) -> Reply {
    let which = ids(path);
    let set = move |w: &mut crate::db::Write, me: &crate::kernel::Actor, now| {
        actions::set_clock(w, me, which, zone(&body.time_zone)?, now)
    };
    api.write(Gate::Trainer, set).await?;
    Ok(api::ok(&preview(&api, which).await?))
}

/// Says who some people of a list are.
#[utoipa::path(put, path = "/api/v1/sessions/{id}/webinar-lists/{webinar}/decisions", tag = "attendance",
    params(("id" = i64, Path), ("webinar" = i64, Path)), request_body = WebinarDecisionsIn,
    responses((status = 200, body = WebinarListOut), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors), (status = 422, body = crate::api::ApiErrors)))]
pub async fn decide(api: Api, path: Path<(i64, i64)>, Body(body): Body<WebinarDecisionsIn>) -> Reply {
    let which = ids(path);
    let decision = |one: &WebinarDecisionIn| -> Result<(u32, Option<Decision>), Problem> {
        let Some(verdict) = &one.verdict else { return Ok((one.line, None)) };
        let unknown = || Problem::invalid(vec![Fault::new(format!("who-{}", one.line), "unknown")]);
        let verdict = Verdict::parse(verdict).ok_or_else(unknown)?;
        let enrolment = one.enrolment_id.map(EnrolmentId).filter(|_| verdict == Verdict::Person);
        Ok((one.line, Some(Decision { verdict, enrolment })))
    };
    let decided = body.decisions.iter().map(decision).collect::<Result<Vec<_>, Problem>>()?;
    api.write(Gate::Trainer, move |w, me, now| actions::decide(w, me, which, &decided, now)).await?;
    Ok(api::ok(&preview(&api, which).await?))
}

/// Marks by a list. The same list twice changes nothing.
#[utoipa::path(post, path = "/api/v1/sessions/{id}/webinar-lists/{webinar}/applications", tag = "attendance",
    params(("id" = i64, Path), ("webinar" = i64, Path)), request_body = WebinarApplicationIn,
    responses((status = 200, body = WebinarApplied), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors), (status = 422, body = crate::api::ApiErrors)))]
pub async fn apply(api: Api, path: Path<(i64, i64)>, Body(body): Body<WebinarApplicationIn>) -> Reply {
    let (which, now) = (ids(path), api.web.now());
    let (me, seen) = api.read(Gate::Trainer, move |r, me| actions::preview(r, me, which, now)).await?;
    let usual = told(&api.web, &me, |telling| reason(&seen.list.file_name, telling));
    let typed = body.correction_reason.as_deref().map(crate::kernel::name::tidy);
    let typed = typed.filter(|reason| !reason.is_empty());
    let why = if seen.sheet.needs_reason { typed } else { typed.or(Some(usual)) };
    let choices = Choices {
        take: body.take.map(|take| take.into_iter().map(EnrolmentId).collect()),
        replace: body.replace.iter().map(|one| (EnrolmentId(one.enrolment_id), one.revision)).collect(),
        rest_absent: body.rest_absent,
    };
    let (_, done) = api
        .write(Gate::Trainer, move |w, me, now| actions::apply(w, me, which, (&choices, why.as_deref()), now))
        .await?;
    let (first, corrected, kept, stale) = (done.first, done.corrected, done.kept, done.stale);
    Ok(api::ok(&WebinarApplied { first, corrected, kept, stale }))
}

/// Removes a list: its lines and its file go. Marks made by it stay.
#[utoipa::path(post, path = "/api/v1/sessions/{id}/webinar-lists/{webinar}/removal", tag = "attendance",
    params(("id" = i64, Path), ("webinar" = i64, Path)),
    responses((status = 204), (status = 404, body = crate::api::ApiErrors)))]
pub async fn remove(api: Api, path: Path<(i64, i64)>) -> Reply {
    let (session, list) = path.into_inner();
    let which = (SessionId(session), WebinarListId(list));
    api.write(Gate::Trainer, move |w, me, now| actions::remove(w, me, which, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}
