//! A case with what is said about it, for each of its two sides.

use super::copies::{SiteConsentDto, SiteCopyDto};
use super::own::SiteTextDto;
use crate::api::{Api, ApiErrors, Body, created, ok};
use crate::kernel::{Gate, PersonName, SiteCaseEntryId, SiteCaseId, Word as _};
use crate::site_cases::actions::{self, Found};
use crate::site_cases::rules::Side;
use crate::site_cases::store::{EntryRow, TextRow};
use crate::web::Reply;
use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A case.
#[derive(Debug, Serialize, ToSchema)]
pub struct SiteCaseDto {
    /// The case.
    id: i64,
    /// In which edition.
    edition_id: i64,
    /// Who raised it.
    author: String,
    /// On which side the bearer stands: `author` or `staff`.
    side: &'static str,
    /// `draft`, `redo`, `waiting`, `answered` or `closed`.
    state: &'static str,
    /// Since when.
    since: String,
    /// Who of those who teach has it in hand.
    taken_by: Option<String>,
    /// What was raised, the last text of which counts.
    texts: Vec<SiteTextRaised>,
    /// What was done and said, in that order.
    entries: Vec<SiteEntryDto>,
    /// What the author is asked to let others read; staff read it with the copy.
    asked: Option<SiteAskedDto>,
}

/// A text that was raised.
#[derive(Debug, Serialize, ToSchema)]
pub struct SiteTextRaised {
    /// The how-manieth.
    number: i32,
    /// When.
    raised_at: String,
    /// What it says; `null` once it was hidden.
    text: Option<SiteTextDto>,
    /// Why it was hidden.
    hidden_reason: Option<String>,
}

/// Something that was done or said.
#[derive(Debug, Serialize, ToSchema)]
pub struct SiteEntryDto {
    /// The entry.
    id: i64,
    /// `raised`, `taken`, `said`, `closed` or `reopened`.
    kind: &'static str,
    /// By whom.
    by: String,
    /// On which side they stood: `author` or `staff`.
    side: &'static str,
    /// What was said; empty once it was hidden, and where nothing was.
    text: String,
    /// When.
    made_at: String,
    /// Why it was hidden.
    hidden_reason: Option<String>,
}

/// What an author is asked.
#[derive(Debug, Serialize, ToSchema)]
pub struct SiteAskedDto {
    /// The number of that text; it is sent back with the answer.
    number: i32,
    /// The very text that others would read.
    text: SiteCopyDto,
    /// What the author says.
    consent: SiteConsentDto,
}

impl SiteCaseDto {
    /// A case; `whole` says what was hidden too.
    fn new(found: &Found, whole: bool) -> SiteCaseDto {
        let text = |row: &TextRow| SiteTextRaised {
            number: row.number,
            raised_at: row.raised_at.rfc3339(),
            text: (whole || row.hidden.is_none()).then(|| SiteTextDto::new(&row.content)),
            hidden_reason: row.hidden.as_ref().map(|(_, reason, _)| reason.clone()),
        };
        let entry = |row: &EntryRow| SiteEntryDto {
            id: row.id.0,
            kind: row.kind.as_str(),
            by: row.name.full(),
            side: row.side.as_str(),
            text: row.text.clone(),
            made_at: row.made_at.rfc3339(),
            hidden_reason: row.hidden.clone(),
        };
        let asked = found.copy.as_ref().filter(|copy| found.side == Side::Author && copy.asked_at.is_some());
        SiteCaseDto {
            id: found.row.id.0,
            edition_id: found.edition.id.0,
            author: found.author_name.full(),
            side: found.side.as_str(),
            state: found.row.state.as_str(),
            since: found.row.since.rfc3339(),
            taken_by: found.taker().map(|(_, name)| PersonName::full(name)),
            texts: found.texts.iter().map(text).collect(),
            entries: found.entries.iter().map(entry).collect(),
            asked: asked.map(|copy| SiteAskedDto {
                number: copy.number,
                text: SiteCopyDto::new(&copy.content.0),
                consent: SiteConsentDto::new(copy),
            }),
        }
    }
}

/// A case for its author and those who teach the edition.
#[utoipa::path(get, path = "/api/v1/site-cases/{case}", tag = "site-cases",
    params(("case" = i64, Path)),
    responses((status = 200, body = SiteCaseDto), (status = 404, body = ApiErrors)))]
pub async fn show(api: Api, path: Path<SiteCaseId>) -> Reply {
    let id = path.into_inner();
    let (_, found) = api.read(Gate::SignedIn, move |r, me| actions::found(r, me, id)).await?;
    Ok(ok(&SiteCaseDto::new(&found, false)))
}

/// Something to be said: a message, a conclusion, or a reason to open the case again.
#[derive(Debug, Deserialize, ToSchema)]
pub struct SiteWords {
    /// At most 5 000 characters.
    text: String,
}

/// A message that was written.
#[derive(Debug, Serialize, ToSchema)]
pub struct SiteWritten {
    /// The entry.
    id: i64,
}

/// Writes a message.
#[utoipa::path(post, path = "/api/v1/site-cases/{case}/messages", tag = "site-cases",
    params(("case" = i64, Path)), request_body = SiteWords,
    responses((status = 201, body = SiteWritten), (status = 404, body = ApiErrors), (status = 409, body = ApiErrors),
        (status = 422, body = ApiErrors)))]
pub async fn say(api: Api, path: Path<SiteCaseId>, body: Body<SiteWords>) -> Reply {
    let (id, text) = (path.into_inner(), body.0.text);
    let (_, entry) = api.write(Gate::SignedIn, move |w, me, now| actions::say(w, me, id, &text, now)).await?;
    Ok(created(&SiteWritten { id: entry.0 }))
}

/// Takes a case on, also from somebody else.
#[utoipa::path(post, path = "/api/v1/site-cases/{case}/taking", tag = "site-cases",
    params(("case" = i64, Path)),
    responses((status = 204), (status = 403, body = ApiErrors), (status = 404, body = ApiErrors),
        (status = 409, body = ApiErrors)))]
pub async fn take(api: Api, path: Path<SiteCaseId>) -> Reply {
    let id = path.into_inner();
    api.write(Gate::SignedIn, move |w, me, now| actions::take(w, me, id, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Closes a case with a conclusion.
#[utoipa::path(post, path = "/api/v1/site-cases/{case}/closure", tag = "site-cases",
    params(("case" = i64, Path)), request_body = SiteWords,
    responses((status = 204), (status = 403, body = ApiErrors), (status = 404, body = ApiErrors),
        (status = 409, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn close(api: Api, path: Path<SiteCaseId>, body: Body<SiteWords>) -> Reply {
    let (id, text) = (path.into_inner(), body.0.text);
    api.write(Gate::SignedIn, move |w, me, now| actions::close(w, me, id, &text, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Opens a case again, with a reason.
#[utoipa::path(post, path = "/api/v1/site-cases/{case}/reopening", tag = "site-cases",
    params(("case" = i64, Path)), request_body = SiteWords,
    responses((status = 204), (status = 404, body = ApiErrors), (status = 409, body = ApiErrors),
        (status = 422, body = ApiErrors)))]
pub async fn reopen(api: Api, path: Path<SiteCaseId>, body: Body<SiteWords>) -> Reply {
    let (id, text) = (path.into_inner(), body.0.text);
    api.write(Gate::SignedIn, move |w, me, now| actions::reopen(w, me, id, &text, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Why something is hidden.
#[derive(Debug, Deserialize, ToSchema)]
pub struct SiteHidingReason {
    /// The author reads it. It does not repeat what is to be hidden.
    reason: String,
}

/// Which text is hidden, and why.
#[derive(Debug, Deserialize, ToSchema)]
pub struct SiteTextHiding {
    /// The number of the text that was read.
    number: i32,
    /// The author reads it. It does not repeat what is to be hidden.
    reason: String,
}

/// Hides the text of a case, because it names people, and asks its author to write it again. 409 when it is hidden
/// already or another one was written meanwhile.
#[utoipa::path(post, path = "/api/v1/site-cases/{case}/hiding", tag = "site-cases",
    params(("case" = i64, Path)), request_body = SiteTextHiding,
    responses((status = 204), (status = 403, body = ApiErrors), (status = 404, body = ApiErrors),
        (status = 409, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn hide(api: Api, path: Path<SiteCaseId>, body: Body<SiteTextHiding>) -> Reply {
    let (id, SiteTextHiding { number, reason }) = (path.into_inner(), body.0);
    let job = move |w: &mut _, me: &_, now| actions::hide_text(w, me, id, (number, &reason), now);
    api.write(Gate::SignedIn, job).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Hides a message, a conclusion or a reason.
#[utoipa::path(post, path = "/api/v1/site-case-entries/{entry}/hiding", tag = "site-cases",
    params(("entry" = i64, Path)), request_body = SiteHidingReason,
    responses((status = 204), (status = 403, body = ApiErrors), (status = 404, body = ApiErrors),
        (status = 409, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn hide_entry(api: Api, path: Path<SiteCaseEntryId>, body: Body<SiteHidingReason>) -> Reply {
    let (id, reason) = (path.into_inner(), body.0.reason);
    api.write(Gate::SignedIn, move |w, me, now| actions::hide_entry(w, me, id, &reason, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// The case with everything that was hidden, for an administrator; the look is written down.
#[utoipa::path(post, path = "/api/v1/site-cases/{case}/hidden", tag = "site-cases",
    params(("case" = i64, Path)),
    responses((status = 200, body = SiteCaseDto), (status = 404, body = ApiErrors)))]
pub async fn look(api: Api, path: Path<SiteCaseId>) -> Reply {
    let id = path.into_inner();
    let (_, found) = api.write(Gate::SignedIn, move |w, me, now| actions::look(w, me, id, now)).await?;
    Ok(ok(&SiteCaseDto::new(&found, true)))
}

/// What an author says.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewSiteConsent {
    /// The number of the text that was read.
    number: i32,
    /// Whether the edition may read the text.
    group: bool,
    /// Whether it may become a course case.
    course: bool,
}

/// Lets others read the text, or does not; either can be taken back. 409 when another text was written meanwhile.
#[utoipa::path(put, path = "/api/v1/site-cases/{case}/consent", tag = "site-cases",
    params(("case" = i64, Path)), request_body = NewSiteConsent,
    responses((status = 204), (status = 403, body = ApiErrors), (status = 404, body = ApiErrors),
        (status = 409, body = ApiErrors)))]
pub async fn answer(api: Api, path: Path<SiteCaseId>, body: Body<NewSiteConsent>) -> Reply {
    let (id, agrees) = (path.into_inner(), (body.0.number, body.0.group, body.0.course));
    api.write(Gate::SignedIn, move |w, me, now| actions::answer(w, me, id, agrees, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}
