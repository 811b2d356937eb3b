//! Batches for programs: the same actions as the pages.

use super::actions::{self, Letters, Lines, Listed, Shown, Start};
use super::store::{Member, Of};
use crate::api::{Api, ApiError, Body, Listing, Seek, created, ok};
use crate::db::Read;
use crate::documents::actions::Tools;
use crate::kernel::name::tidy;
use crate::kernel::{
    Actor, BatchPersonId, DocumentBatchId, EditionId, EnrolmentId, Fault, Gate, Language, Moment,
    OrganisationId, PersonId, Problem, ProblemCode,
};
use crate::letters::rules::Wording;
use crate::programmes::rules::words::{DocumentKind, Word as _};
use crate::render::Words;
use crate::web::{Reply, streamed};
use actix_web::web::{Path, Query};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use utoipa::ToSchema;

/// The description of this room's part of the API.
#[derive(utoipa::OpenApi)]
#[openapi(paths(index, create, create_letters, show, carry_on, archive))]
pub struct Doc;

/// A batch in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct BatchOut {
    id: i64,
    /// The edition; `null` for letters.
    edition_id: Option<i64>,
    /// Which paper.
    kind: String,
    issued_on: String,
    started_at: String,
    /// `issuing`, `stopped`, `packing` or `done`.
    state: String,
    people: i64,
    issued: i64,
    /// People who had a valid document already and keep it.
    kept: i64,
    refused: i64,
    /// The SHA-256 of the archive, once it is there.
    archive_sha256: Option<String>,
}

impl BatchOut {
    fn new(one: &Listed) -> BatchOut {
        BatchOut {
            id: one.row.id.0,
            edition_id: one.row.edition_id.map(|id| id.0),
            kind: one.row.kind.as_str().to_owned(),
            issued_on: one.row.issued_on.to_string(),
            started_at: one.row.started_at.rfc3339(),
            state: one.state.as_str().to_owned(),
            people: one.tally.people,
            issued: one.tally.issued,
            kept: one.tally.kept,
            refused: one.tally.refused,
            archive_sha256: one.archive.as_ref().map(|archive| archive.sha256.clone()),
        }
    }
}

/// A batch with its people.
#[derive(Debug, Serialize, ToSchema)]
pub struct BatchWithPeople {
    batch: BatchOut,
    /// Why it stopped: a code of a problem, and what is to be mended.
    trouble: Option<TroubleOut>,
    /// A page of its people, in the order they are issued in; at most 500.
    people: Vec<BatchPersonOut>,
    /// The place to go on after; `null` when this was the last page.
    next_after: Option<i64>,
}

/// The most people one answer names.
const MOST_LINES: i64 = 500;

/// A batch with the first page of its people.
fn whole(
    r: &mut Read,
    me: &Actor,
    id: DocumentBatchId,
    (after, limit): (i64, i64),
    now: Moment,
) -> Result<(Shown, Lines), Problem> {
    let shown = actions::show(r, me, id, now)?;
    let lines = match limit {
        0 => Lines::default(),
        limit => actions::people(r, &shown, Of::All, (BatchPersonId(after), limit))?,
    };
    Ok((shown, lines))
}

/// Why a batch stopped.
#[derive(Debug, Serialize, ToSchema)]
pub struct TroubleOut {
    code: String,
    errors: Vec<ApiError>,
}

/// Somebody of a batch.
#[derive(Debug, Serialize, ToSchema)]
pub struct BatchPersonOut {
    person_id: i64,
    enrolment_id: Option<i64>,
    name: String,
    /// `waiting`, `issued`, `kept` or `refused`.
    outcome: &'static str,
    document_id: Option<i64>,
    number: Option<String>,
    /// Why they are refused.
    missing: Vec<ApiError>,
}

fn errors(faults: &[Fault], words: &Words, language: Language) -> Vec<ApiError> {
    let error = |fault: &Fault| {
        let args: Vec<(&str, &str)> =
            fault.args.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let detail = words.text_with(language, &format!("fault-{}", fault.code), &args);
        ApiError { code: fault.code.clone(), field: Some(fault.field.clone()), detail }
    };
    faults.iter().map(error).collect()
}

impl BatchWithPeople {
    fn new((shown, lines): &(Shown, Lines), words: &Words, language: Language) -> BatchWithPeople {
        let person = |one: &Member| BatchPersonOut {
            person_id: one.person.0,
            enrolment_id: one.enrolment.map(|id| id.0),
            name: one.name.full(),
            outcome: match (&one.document, &one.refusal) {
                (Some((_, _, true)), _) => "kept",
                (Some(_), _) => "issued",
                (None, Some(_)) => "refused",
                (None, None) => "waiting",
            },
            document_id: one.document.as_ref().map(|(id, _, _)| id.0),
            number: one.document.as_ref().map(|(_, number, _)| number.clone()),
            missing: errors(&Shown::refusal(one), words, language),
        };
        BatchWithPeople {
            batch: BatchOut::new(&shown.listed),
            trouble: shown.trouble.as_ref().map(|trouble| TroubleOut {
                code: trouble.code.clone(),
                errors: errors(&trouble.faults, words, language),
            }),
            people: lines.people.iter().map(person).collect(),
            next_after: lines.next.map(|place| place.0),
        }
    }
}

/// Whom a batch issues to.
#[derive(Debug, Deserialize, ToSchema)]
pub struct BatchIn {
    /// Enrolments of the edition, at most 5,000.
    enrolments: Vec<i64>,
    /// The date on the documents; today in the zone of the edition when it is left out.
    #[schema(value_type = Option<String>, format = Date)]
    issued_on: Option<NaiveDate>,
    /// Which paper; the programme's own when it is left out.
    kind: Option<String>,
    /// The qualification that a diploma gives.
    qualification: Option<String>,
    /// Why documents are issued although less was held than the programme has.
    despite: Option<String>,
}

/// What was issued to many at once, the newest first.
#[utoipa::path(get, path = "/api/v1/document-batches", tag = "documents",
    params(("edition" = Option<i64>, Query), ("after" = Option<i64>, Query), ("limit" = Option<i64>, Query)),
    responses((status = 200, body = Listing<BatchOut>), (status = 403, body = crate::api::ApiErrors)))]
pub async fn index(api: Api, question: Query<BTreeMap<String, String>>) -> Reply {
    let number = |name: &str| question.get(name).and_then(|text| text.parse::<i64>().ok());
    let which = (number("edition").map(EditionId), number("after").map(DocumentBatchId));
    let limit = Seek { after: 0, limit: number("limit").unwrap_or(50) }.bounded();
    let now = api.web.now();
    let (_, rows) =
        api.read(Gate::Administrator, move |r, me| actions::index(r, me, which, limit + 1, now)).await?;
    let items: Vec<BatchOut> = rows.iter().map(BatchOut::new).collect();
    Ok(ok(&Listing::of(items, limit, |one: &BatchOut| one.id)))
}

/// Issues documents of an edition to many people, one part after the other: who does not meet the rule is refused by
/// name, and the others go on.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/document-batches", tag = "documents",
    request_body = BatchIn, params(("edition" = i64, Path)),
    responses((status = 201, body = BatchWithPeople), (status = 404, body = crate::api::ApiErrors),
        (status = 422, body = crate::api::ApiErrors)))]
pub async fn create(api: Api, path: Path<i64>, body: Body<BatchIn>) -> Reply {
    let Body(asked) = body;
    let said = |text: Option<String>| text.as_deref().map(tidy).filter(|text| !text.is_empty());
    let kind = match asked.kind.as_deref().map(DocumentKind::parse) {
        None => None,
        Some(Some(kind)) => Some(kind),
        Some(None) => return Err(Problem::new(ProblemCode::BadRequest).into()),
    };
    let input = Start {
        edition: EditionId(path.into_inner()),
        enrolments: asked.enrolments.into_iter().map(EnrolmentId).collect(),
        issued_on: asked.issued_on,
        kind,
        qualification: said(asked.qualification),
        despite: said(asked.despite),
    };
    let kit = api.web.kit.clone();
    let (me, shown) = api
        .write(Gate::Administrator, move |w, me, now| {
            let tools = Tools::of(&kit);
            let id = actions::start(w, me, &tools, &input, now)?;
            whole(w, me, id, (0, MOST_LINES), now)
        })
        .await?;
    Ok(created(&BatchWithPeople::new(&shown, &api.web.kit.words, me.actor.language)))
}

/// Whom letters go to, and what they say.
#[derive(Debug, Deserialize, ToSchema)]
pub struct LettersIn {
    /// In whose name.
    organisation_id: i64,
    /// `thank_you_letter` or `recommendation_letter`.
    kind: String,
    /// People, at most 5,000.
    people: Vec<i64>,
    /// The date on them; today when it is left out.
    #[schema(value_type = Option<String>, format = Date)]
    issued_on: Option<NaiveDate>,
    /// The text for those who read Russian. `{имя}`, `{программа}` and `{часы}` stand for what is known of each.
    #[serde(default)]
    text_ru: String,
    /// The text for those who read Kazakh, with `{аты}`, `{бағдарлама}` and `{сағат}`.
    #[serde(default)]
    text_kk: String,
}

/// Writes letters to many people, each in the person's language.
#[utoipa::path(post, path = "/api/v1/letters", tag = "documents", request_body = LettersIn,
    responses((status = 201, body = BatchWithPeople), (status = 404, body = crate::api::ApiErrors),
        (status = 422, body = crate::api::ApiErrors)))]
pub async fn create_letters(api: Api, body: Body<LettersIn>) -> Reply {
    let Body(asked) = body;
    let kind = DocumentKind::parse(&asked.kind).ok_or_else(|| Problem::new(ProblemCode::BadRequest))?;
    let people: BTreeSet<PersonId> = asked.people.into_iter().map(PersonId).collect();
    let text = Wording { ru: asked.text_ru, kk: asked.text_kk };
    let (organisation, dated) = (OrganisationId(asked.organisation_id), asked.issued_on);
    let (me, shown) = api
        .write(Gate::Administrator, move |w, me, now| {
            let issued_on = dated.unwrap_or_else(|| now.date_in(me.zone));
            let (people, text) = (people.clone(), text.clone());
            let input = Letters { organisation, kind, people, issued_on, text };
            let id = actions::start_letters(w, me, &input, now)?;
            whole(w, me, id, (0, MOST_LINES), now)
        })
        .await?;
    Ok(created(&BatchWithPeople::new(&shown, &api.web.kit.words, me.actor.language)))
}

/// A batch with a page of its people. With `limit=0` nobody is read: for whoever follows how far it is.
#[utoipa::path(get, path = "/api/v1/document-batches/{batch}", tag = "documents",
    params(("batch" = i64, Path), ("after" = Option<i64>, Query), ("limit" = Option<i64>, Query)),
    responses((status = 200, body = BatchWithPeople), (status = 404, body = crate::api::ApiErrors)))]
pub async fn show(api: Api, path: Path<i64>, question: Query<BTreeMap<String, String>>) -> Reply {
    let (id, now) = (DocumentBatchId(path.into_inner()), api.web.now());
    let number = |name: &str| question.get(name).and_then(|text| text.parse::<i64>().ok());
    let lines = (number("after").unwrap_or(0), number("limit").unwrap_or(MOST_LINES).clamp(0, MOST_LINES));
    let (me, shown) = api.read(Gate::Administrator, move |r, me| whole(r, me, id, lines, now)).await?;
    Ok(ok(&BatchWithPeople::new(&shown, &api.web.kit.words, me.actor.language)))
}

/// Sets a batch going again that stopped. Of one that goes on, or is done, nothing changes.
#[utoipa::path(post, path = "/api/v1/document-batches/{batch}/continuation", tag = "documents",
    params(("batch" = i64, Path)),
    responses((status = 200, body = BatchWithPeople), (status = 404, body = crate::api::ApiErrors)))]
pub async fn carry_on(api: Api, path: Path<i64>) -> Reply {
    let id = DocumentBatchId(path.into_inner());
    let (me, shown) = api
        .write(Gate::Administrator, move |w, me, now| {
            actions::carry_on(w, me, id, now)?;
            whole(w, me, id, (0, MOST_LINES), now)
        })
        .await?;
    Ok(ok(&BatchWithPeople::new(&shown, &api.web.kit.words, me.actor.language)))
}

/// The papers of a batch as a ZIP, once they are put together; that they are taken is noted.
#[utoipa::path(get, path = "/api/v1/document-batches/{batch}/archive", tag = "documents",
    params(("batch" = i64, Path)),
    responses((status = 200, content_type = "application/zip", body = Vec<u8>),
        (status = 404, body = crate::api::ApiErrors)))]
pub async fn archive(api: Api, path: Path<i64>) -> Reply {
    let id = DocumentBatchId(path.into_inner());
    let (_, row) = api.write(Gate::Administrator, move |w, me, now| actions::file(w, me, id, now)).await?;
    let pieces = api.web.kit.files.stream(&row.storage_key).await?;
    Ok(streamed(&row.name, "application/zip", pieces))
}
