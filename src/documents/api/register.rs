//! The register book and the verification over the JSON API.

use crate::api::{Api, Body, Listing, Seek, created, ok};
use crate::db::Write;
use crate::documents::actions::register::{Entry, Line};
use crate::documents::actions::tally::Tally;
use crate::documents::actions::{handing, register, verifying};
use crate::documents::pages::{Question, look, lost, typed};
use crate::documents::rules::book::CheckWay;
use crate::documents::rules::{Holds, Standing};
use crate::documents::views::verification::holder;
use crate::identities::rules::Holder;
use crate::kernel::{DocumentId, Gate, Language, Moment, Problem, PublicId, Word as _};
use crate::registers::actions::stock::said;
use crate::web::{Form, Reply, Web, paths};
use actix_web::web::{Data, Path, Query};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// The documented part of the API that lies here.
#[derive(utoipa::OpenApi)]
#[openapi(paths(index, entry, hand_over, lose, verify, check))]
pub struct Doc;

/// A line of the register.
#[derive(Debug, Serialize, ToSchema)]
pub struct LineDto {
    id: i64,
    number: String,
    kind: String,
    holder: String,
    /// `null` for papers without a course.
    programme: Option<String>,
    edition_id: Option<i64>,
    issued_on: String,
    /// `valid`, `revoked` or `replaced`.
    status: &'static str,
    revoked_at: Option<String>,
    /// Series and number of the blank.
    blank: Option<String>,
    handed_over_on: Option<String>,
    replaced_by: Option<i64>,
    verification_path: String,
}

impl LineDto {
    fn new(line: &Line, language: Language) -> LineDto {
        let row = &line.row;
        let programme = line.snapshot.programme();
        LineDto {
            id: row.id.0,
            number: row.number.clone(),
            kind: row.kind.as_str().to_owned(),
            holder: row.holder.clone(),
            programme: programme.map(|title| title.for_reader(language).to_owned()),
            edition_id: row.edition_id.map(|id| id.0),
            issued_on: row.issued_on.to_string(),
            status: row.standing().as_str(),
            revoked_at: row.revoked_at.map(crate::kernel::Moment::rfc3339),
            blank: line.blank.as_ref().map(|(series, number)| said(Some(series), number)),
            handed_over_on: line.handover.as_ref().map(|handover| handover.on.to_string()),
            replaced_by: line.successor.as_ref().map(|successor| successor.id.0),
            verification_path: paths::verification(&row.public_id),
        }
    }
}

/// The register of the bearer's organisations, the newest first. `q` holds beginnings of words of the name and the number.
#[utoipa::path(get, path = "/api/v1/documents", tag = "documents",
    params(("q" = Option<String>, Query), ("year" = Option<i32>, Query), ("kind" = Option<String>, Query),
        ("status" = Option<String>, Query), ("handed" = Option<String>, Query),
        ("organisation" = Option<i64>, Query), ("edition" = Option<i64>, Query),
        ("after" = Option<i64>, Query), ("limit" = Option<i64>, Query)),
    responses((status = 200, body = Listing<LineDto>), (status = 403, body = crate::api::ApiErrors)))]
pub async fn index(api: Api, question: Query<Question>, seek: Query<BTreeMap<String, String>>) -> Reply {
    let limit = seek.get("limit").and_then(|limit| limit.parse().ok()).unwrap_or(50);
    let limit = Seek { after: 0, limit }.bounded();
    let filter = question.asked().filter;
    let (me, page) = api.read(Gate::Administrator, move |r, me| register::page(r, me, filter, limit)).await?;
    let items = page.lines.iter().map(|line| LineDto::new(line, me.actor.language)).collect();
    Ok(ok(&Listing { items, next_after: page.go_on.map(|id| id.0) }))
}

/// The entry of a document in the register book.
#[derive(Debug, Serialize, ToSchema)]
pub struct EntryDto {
    line: LineDto,
    handovers: Vec<HandoverDto>,
    losses: Vec<LossDto>,
    spoiled_blanks: Vec<String>,
    /// What the book says of the holder: `null` where the kind of paper has it say nothing, or nothing is recorded.
    holder: Option<BookHolderDto>,
    /// When and how the document was looked up, by the minute; nothing about who asked.
    checks: Vec<CheckDto>,
    /// Whether the paper could not be printed with the template of the organisation and is not printed yet; the document says
    /// why, and what can be done.
    unprinted: bool,
}

/// What the book says of a holder beside the name. Each look at it is written down.
#[derive(Debug, Serialize, ToSchema)]
pub struct BookHolderDto {
    /// The date of birth, `1990-03-15`.
    born_on: Option<String>,
    /// `male` or `female`.
    sex: Option<String>,
    /// Series and number of the passport or another paper of identity.
    passport: Option<String>,
    /// Three digits of ОКСМ.
    citizenship: Option<String>,
}

impl BookHolderDto {
    fn new(holder: &Holder) -> BookHolderDto {
        BookHolderDto {
            born_on: holder.born_on.map(|day| day.to_string()),
            sex: holder.sex.map(|sex| sex.as_str().to_owned()),
            passport: holder.passport.clone(),
            citizenship: holder.citizenship.clone(),
        }
    }
}

/// That a document was handed over.
#[derive(Debug, Serialize, ToSchema)]
pub struct HandoverDto {
    handed_on: String,
    /// `in_person`, `proxy` or `post`.
    way: String,
    received_by: Option<String>,
    authority: Option<String>,
    tracking: Option<String>,
    note: Option<String>,
}

/// That a paper was lost.
#[derive(Debug, Serialize, ToSchema)]
pub struct LossDto {
    lost_on: String,
    note: String,
}

/// That a document was looked up.
#[derive(Debug, Serialize, ToSchema)]
pub struct CheckDto {
    at: String,
    /// `code`, `number` or `program`.
    way: String,
    /// `valid`, `revoked` or `replaced`.
    outcome: &'static str,
    times: i32,
}

impl EntryDto {
    fn new(entry: &Entry, language: Language) -> EntryDto {
        let handovers = entry.handovers.iter().map(|row| HandoverDto {
            handed_on: row.on.to_string(),
            way: row.way.as_str().to_owned(),
            received_by: row.received_by.clone(),
            authority: row.authority.clone(),
            tracking: row.tracking.clone(),
            note: row.note.clone(),
        });
        let losses = entry.line.losses.iter();
        let checks = entry.checks.iter().map(|check| CheckDto {
            at: check.at.rfc3339(),
            way: check.way.as_str().to_owned(),
            outcome: check.outcome.as_str(),
            times: check.times,
        });
        EntryDto {
            line: LineDto::new(&entry.line, language),
            handovers: handovers.collect(),
            losses: losses
                .map(|loss| LossDto { lost_on: loss.on.to_string(), note: loss.note.clone() })
                .collect(),
            spoiled_blanks: entry.line.spoiled.clone(),
            holder: entry.holder.as_ref().map(BookHolderDto::new),
            checks: checks.collect(),
            unprinted: entry.unprinted.is_some(),
        }
    }
}

/// What the register book knows of a document.
#[utoipa::path(get, path = "/api/v1/documents/{document}/entry", tag = "documents", params(("document" = i64, Path)),
    responses((status = 200, body = EntryDto), (status = 404, body = crate::api::ApiErrors)))]
pub async fn entry(api: Api, path: Path<i64>) -> Reply {
    let id = DocumentId(path.into_inner());
    let (me, ()) = api.read(Gate::Administrator, |_, _| Ok(())).await?;
    let (actor, language, kit) = (me.actor.clone(), me.actor.language, api.web.kit.clone());
    let look = move |w: &mut Write, now: Moment| register::look(w, &actor, &kit.secrets, id, now);
    let entry = api.web.write_anyone(look).await?;
    Ok(ok(&EntryDto::new(&entry, language)))
}

/// Documents that were handed over, one or many alike.
#[derive(Debug, Deserialize, ToSchema)]
pub struct HandingDto {
    /// The documents.
    #[serde(default)]
    documents: Vec<i64>,
    /// `2026-12-01`.
    #[serde(default)]
    handed_on: String,
    /// `in_person`, `proxy` or `post`.
    #[serde(default)]
    way: String,
    /// Who received them; needed for `proxy`.
    #[serde(default)]
    received_by: String,
    /// The document of authority; needed for `proxy`.
    #[serde(default)]
    authority: String,
    /// The number of the post; needed for `post`.
    #[serde(default)]
    tracking: String,
    /// A note.
    #[serde(default)]
    note: String,
}

/// How many were written down.
#[derive(Debug, Serialize, ToSchema)]
pub struct HandedDto {
    count: usize,
}

/// Writes down that documents were handed over: all of them or none.
#[utoipa::path(post, path = "/api/v1/handovers", tag = "documents", request_body = HandingDto,
    responses((status = 201, body = HandedDto), (status = 404, body = crate::api::ApiErrors),
        (status = 422, body = crate::api::ApiErrors)))]
pub async fn hand_over(api: Api, body: Body<HandingDto>) -> Reply {
    let sent = body.0;
    let documents: Vec<DocumentId> = sent.documents.iter().copied().map(DocumentId).collect();
    let form = Form::of(&[
        ("handed_on", &sent.handed_on),
        ("way", &sent.way),
        ("received_by", &sent.received_by),
        ("authority", &sent.authority),
        ("tracking", &sent.tracking),
        ("note", &sent.note),
    ]);
    let (_, count) = api
        .write(Gate::Administrator, move |w, me, now| {
            let (on, handed) = typed(&form)?;
            handing::hand_over(w, me, &documents, (on, &handed), now)
        })
        .await?;
    Ok(created(&HandedDto { count }))
}

/// A paper that was lost.
#[derive(Debug, Deserialize, ToSchema)]
pub struct LosingDto {
    /// When that was told, `2026-12-01`.
    #[serde(default)]
    lost_on: String,
    /// What was told.
    #[serde(default)]
    note: String,
}

/// Writes down that the paper of a document was lost; the document stays valid.
#[utoipa::path(post, path = "/api/v1/documents/{document}/losses", tag = "documents", request_body = LosingDto,
    params(("document" = i64, Path)),
    responses((status = 201, body = EntryDto), (status = 404, body = crate::api::ApiErrors),
        (status = 422, body = crate::api::ApiErrors)))]
pub async fn lose(api: Api, path: Path<i64>, body: Body<LosingDto>) -> Reply {
    let id = DocumentId(path.into_inner());
    let form = Form::of(&[("lost_on", &body.0.lost_on), ("loss_note", &body.0.note)]);
    let kit = api.web.kit.clone();
    let (me, entry) = api
        .write(Gate::Administrator, move |w, me, now| {
            let (on, note) = lost(&form)?;
            handing::lose(w, me, id, (on, &note), now)?;
            register::look(w, me, &kit.secrets, id, now)
        })
        .await?;
    Ok(created(&EntryDto::new(&entry, me.actor.language)))
}

/// What anybody may know who has the address of a document.
#[derive(Debug, Serialize, ToSchema)]
pub struct VerificationDto {
    /// `valid`, `revoked` or `replaced`; of a paper of authority also `not_yet` and `expired`.
    status: &'static str,
    /// The day it was revoked.
    revoked_on: Option<String>,
    /// Where the document is verified that came in its place.
    replaced_by: Option<String>,
    kind: String,
    /// The number with its middle hidden.
    number: String,
    /// Surname and initials where the holder consents to that, else initials.
    holder: String,
    programme: Option<String>,
    hours: Option<i32>,
    studied_from: Option<String>,
    studied_to: Option<String>,
    /// The first and the last day of a paper of authority; absent on others.
    #[serde(skip_serializing_if = "Option::is_none")]
    valid_from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    valid_until: Option<String>,
    issued_on: String,
    issuer: String,
}

fn status(standing: Standing, holds: Holds) -> &'static str {
    match (standing, holds) {
        (Standing::Valid, Holds::NotYet) => "not_yet",
        (Standing::Valid, Holds::NoLonger) => "expired",
        _ => standing.as_str(),
    }
}

/// Whether a document is valid; needs no sign-in, is limited per address.
#[utoipa::path(get, path = "/api/v1/verifications/{public_id}", tag = "documents", security(()),
    params(("public_id" = String, Path)),
    responses((status = 200, body = VerificationDto), (status = 404, body = crate::api::ApiErrors),
        (status = 429, body = crate::api::ApiErrors)))]
pub async fn verify(web: Web, path: Path<String>, tally: Data<Tally>) -> Reply {
    web.kit.limits.look_up(&web.address())?;
    let id = PublicId::parse(&path.trim().to_ascii_lowercase()).ok_or_else(Problem::not_found)?;
    let known = web.kit.db.read(move |r| verifying::by_code(r, &id)).await?;
    look(&web, tally, known.id, (CheckWay::Program, known.standing));
    let (facts, language) = (&known.facts, web.stranger_language());
    let successor = known.successor.as_ref();
    Ok(ok(&VerificationDto {
        status: status(known.standing, facts.holds(web.now())),
        revoked_on: known.revoked_at.map(|at| at.date_in(facts.zone).to_string()),
        replaced_by: successor.map(|successor| paths::verification(&successor.public_id)),
        kind: facts.kind.as_str().to_owned(),
        number: facts.number.clone(),
        holder: holder(&facts.holder, known.named),
        programme: facts.programme.as_ref().map(|title| title.for_reader(language).to_owned()),
        hours: facts.hours.map(|hours| hours.0),
        studied_from: facts.period.map(|(from, _)| from.to_string()),
        studied_to: facts.period.map(|(_, to)| to.to_string()),
        valid_from: facts.valid.map(|(from, _)| from.to_string()),
        valid_until: facts.valid.map(|(_, until)| until.to_string()),
        issued_on: facts.issued_on.to_string(),
        issuer: facts.issuer.clone(),
    }))
}

/// A number and a surname.
#[derive(Debug, Deserialize, ToSchema)]
pub struct CheckIn {
    /// The number as the document has it.
    #[serde(default)]
    number: String,
    /// The surname of its holder.
    #[serde(default)]
    surname: String,
}

/// Yes or no.
#[derive(Debug, Serialize, ToSchema)]
pub struct CheckOut {
    /// Whether a valid document has this number and a holder of this surname. What of it is wrong is not told.
    valid: bool,
}

/// Whether a document with a number and a holder's surname is valid; needs no sign-in, is limited per address.
#[utoipa::path(post, path = "/api/v1/verification-checks", tag = "documents", security(()), request_body = CheckIn,
    responses((status = 200, body = CheckOut), (status = 429, body = crate::api::ApiErrors)))]
pub async fn check(web: Web, body: Body<CheckIn>, tally: Data<Tally>) -> Reply {
    web.kit.limits.look_up(&web.address())?;
    let Body(CheckIn { number, surname }) = body;
    let now = web.now();
    let found = web.kit.db.read(move |r| verifying::by_number(r, &number, &surname, now)).await?;
    if let Some(matched) = found {
        look(&web, tally, matched.id, (CheckWay::Number, matched.standing));
    }
    Ok(ok(&CheckOut { valid: found.is_some_and(|matched| matched.holds) }))
}
