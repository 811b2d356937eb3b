//! What a trainee writes and raises, and what the edition reads.

use super::copies::SiteCopyDto;
use crate::api::{Api, ApiErrors, Body, created, ok};
use crate::kernel::{EnrolmentId, Gate, SiteCaseId, Word as _};
use crate::site_cases::actions::{self, OwnCase};
use crate::site_cases::rules::Text;
use crate::web::Reply;
use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What a trainee has raised, and what the edition reads.
#[derive(Debug, Serialize, ToSchema)]
pub struct OwnSiteCases {
    /// Whether another case can be raised.
    may_raise: bool,
    /// The trainee's cases, the newest first.
    cases: Vec<OwnSiteCase>,
    /// What the whole edition reads: it says nothing of whose case it was.
    shared: Vec<SharedSiteCase>,
}

/// A case in its author's list.
#[derive(Debug, Serialize, ToSchema)]
pub struct OwnSiteCase {
    /// The case.
    id: i64,
    /// What it is called; `null` while its text is hidden or it has no title yet.
    title: Option<String>,
    /// `draft`, `redo`, `waiting`, `answered` or `closed`.
    state: &'static str,
    /// Since when.
    since: String,
    /// How many times those who teach have written.
    answers: i64,
}

/// A nameless text in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct SharedSiteCase {
    /// The case.
    id: i64,
    /// What it is called.
    title: String,
}

/// The bearer's own cases, and those that the edition reads.
#[utoipa::path(get, path = "/api/v1/learn/{enrolment}/site-cases", tag = "site-cases",
    params(("enrolment" = i64, Path)),
    responses((status = 200, body = OwnSiteCases), (status = 404, body = ApiErrors)))]
pub async fn index(api: Api, path: Path<EnrolmentId>) -> Reply {
    let (id, now) = (path.into_inner(), api.web.now());
    let (_, own) = api.read(Gate::SignedIn, move |r, me| actions::own(r, me, id, now)).await?;
    let case = |case: &OwnCase| OwnSiteCase {
        id: case.row.id.0,
        title: case.title.clone(),
        state: case.row.state.as_str(),
        since: case.row.since.rfc3339(),
        answers: case.answers,
    };
    let shared = own.shared.iter();
    let shared = shared.map(|copy| SharedSiteCase { id: copy.case.0, title: copy.content.0.title.clone() });
    Ok(ok(&OwnSiteCases {
        may_raise: own.may_raise,
        cases: own.cases.iter().map(case).collect(),
        shared: shared.collect(),
    }))
}

/// A case that was begun.
#[derive(Debug, Serialize, ToSchema)]
pub struct SiteCaseBegun {
    /// The case.
    id: i64,
}

/// Begins a case; what was begun and not raised is gone on with.
#[utoipa::path(post, path = "/api/v1/learn/{enrolment}/site-cases", tag = "site-cases",
    params(("enrolment" = i64, Path)),
    responses((status = 201, body = SiteCaseBegun), (status = 404, body = ApiErrors), (status = 409, body = ApiErrors)))]
pub async fn create(api: Api, path: Path<EnrolmentId>) -> Reply {
    let id = path.into_inner();
    let (_, case) = api.write(Gate::SignedIn, move |w, me, now| actions::begin(w, me, id, now)).await?;
    Ok(created(&SiteCaseBegun { id: case.0 }))
}

/// What the edition reads of a case.
#[utoipa::path(get, path = "/api/v1/learn/{enrolment}/shared-site-cases/{case}", tag = "site-cases",
    params(("enrolment" = i64, Path), ("case" = i64, Path)),
    responses((status = 200, body = SiteCopyDto), (status = 404, body = ApiErrors)))]
pub async fn shared(api: Api, path: Path<(EnrolmentId, SiteCaseId)>) -> Reply {
    let at = path.into_inner();
    let (_, found) = api.read(Gate::SignedIn, move |r, me| actions::shared(r, me, at)).await?;
    Ok(ok(&SiteCopyDto::new(&found.copy.content.0)))
}

/// A case as its author writes it.
#[derive(Debug, Serialize, ToSchema)]
pub struct SiteDraftDto {
    /// Grows with every change; it is sent back with the next one.
    revision: i32,
    /// When it was saved last.
    saved_at: String,
    /// What is written.
    text: SiteTextDto,
    /// Why the text was hidden that is written again.
    hidden_reason: Option<String>,
}

/// A text of a case. It must name nobody: no names, contacts or diagnoses of those who are helped.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct SiteTextDto {
    /// What it is called, at most 200 characters.
    pub(super) title: String,
    /// Where it happened, at most 300 characters.
    pub(super) institution: String,
    /// What happened, at most 10 000 characters.
    pub(super) happened: String,
    /// What was tried; may stay empty.
    #[serde(default)]
    pub(super) tried: String,
    /// What its author wants to know.
    pub(super) question: String,
}

impl SiteTextDto {
    pub(super) fn new(text: &Text) -> SiteTextDto {
        let Text { title, institution, happened, tried, question } = text.clone();
        SiteTextDto { title, institution, happened, tried, question }
    }

    fn text(self) -> Text {
        let SiteTextDto { title, institution, happened, tried, question } = self;
        Text { title, institution, happened, tried, question }
    }
}

/// What the bearer is writing, or writes again after the text was hidden.
#[utoipa::path(get, path = "/api/v1/site-cases/{case}/draft", tag = "site-cases",
    params(("case" = i64, Path)),
    responses((status = 200, body = SiteDraftDto), (status = 403, body = ApiErrors), (status = 404, body = ApiErrors),
        (status = 409, body = ApiErrors)))]
pub async fn draft(api: Api, path: Path<SiteCaseId>) -> Reply {
    let id = path.into_inner();
    let job = move |r: &mut _, me: &_| {
        let found = actions::found(r, me, id)?;
        found.may_read_draft()?;
        Ok(found)
    };
    let (_, found) = api.read(Gate::SignedIn, job).await?;
    let hidden = found.text().and_then(|text| text.hidden.as_ref());
    Ok(ok(&SiteDraftDto {
        revision: found.row.revision,
        saved_at: found.row.saved_at.rfc3339(),
        text: SiteTextDto::new(&found.row.draft.0),
        hidden_reason: hidden.map(|(_, reason, _)| reason.clone()),
    }))
}

/// A draft to be kept or raised.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewSiteDraft {
    /// The revision that the writer had before the eyes; 0 for the first.
    revision: i32,
    /// What is written.
    text: SiteTextDto,
}

/// The revision of a draft.
#[derive(Debug, Serialize, ToSchema)]
pub struct SiteRevision {
    /// It is sent back with the next change.
    revision: i32,
}

/// Keeps the draft. 409 when it was changed elsewhere meanwhile.
#[utoipa::path(put, path = "/api/v1/site-cases/{case}/draft", tag = "site-cases",
    params(("case" = i64, Path)), request_body = NewSiteDraft,
    responses((status = 200, body = SiteRevision), (status = 403, body = ApiErrors), (status = 404, body = ApiErrors),
        (status = 409, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn update(api: Api, path: Path<SiteCaseId>, body: Body<NewSiteDraft>) -> Reply {
    let (id, seen, text) = (path.into_inner(), body.0.revision, body.0.text.text());
    let job = move |w: &mut _, me: &_, now| actions::save_draft(w, me, id, (&text, seen), now);
    let (_, revision) = api.write(Gate::SignedIn, job).await?;
    Ok(ok(&SiteRevision { revision }))
}

/// Raises the case, or raises it again with other words.
#[utoipa::path(post, path = "/api/v1/site-cases/{case}/texts", tag = "site-cases",
    params(("case" = i64, Path)), request_body = NewSiteDraft,
    responses((status = 204), (status = 403, body = ApiErrors), (status = 404, body = ApiErrors),
        (status = 409, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn raise(api: Api, path: Path<SiteCaseId>, body: Body<NewSiteDraft>) -> Reply {
    let (id, seen, text) = (path.into_inner(), body.0.revision, body.0.text.text());
    api.write(Gate::SignedIn, move |w, me, now| actions::raise(w, me, id, (&text, seen), now)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Throws a draft away that was never raised.
#[utoipa::path(delete, path = "/api/v1/site-cases/{case}", tag = "site-cases",
    params(("case" = i64, Path)),
    responses((status = 204), (status = 403, body = ApiErrors), (status = 404, body = ApiErrors),
        (status = 409, body = ApiErrors)))]
pub async fn destroy(api: Api, path: Path<SiteCaseId>) -> Reply {
    let id = path.into_inner();
    api.write(Gate::SignedIn, move |w, me, _| actions::discard(w, me, id)).await?;
    Ok(HttpResponse::NoContent().finish())
}
