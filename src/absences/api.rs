//! Absences for programs: the same actions as the pages.

use super::actions::{self, Decision, Entry, File, NewAbsence, Own};
use super::pages::list::notice_said;
use super::store::{DecisionRow, NoticeRow};
use crate::api::{Api, Body, Listing, Seek, created, ok};
use crate::attendance::rules::ReasonCode;
use crate::db::Write;
use crate::kernel::{
    AbsenceNoticeId, Actor, EditionId, Fault, Gate, Language, Problem, SessionId, StoredFileId,
};
use crate::web::{Reply, attachment};
use actix_web::web::{Path, Query};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The description of this room's part of the API.
#[derive(utoipa::OpenApi)]
#[openapi(paths(show, create, destroy, index, decide, file))]
pub struct Doc;

/// What the caller tells about missing a session.
#[derive(Debug, Deserialize, ToSchema)]
pub struct AbsenceIn {
    /// `illness`, `work`, `family`, `transport`, `official_duty` or `other`, which needs words.
    reason: String,
    /// In the caller's own words, at most 400 characters.
    words: Option<String>,
    /// A file that the caller has uploaded, such as a certificate.
    file_id: Option<i64>,
}

impl AbsenceIn {
    fn said(&self) -> Result<NewAbsence, Problem> {
        let reason = ReasonCode::parse(&self.reason);
        let reason = reason.ok_or_else(|| Problem::invalid(vec![Fault::new("reason", "choose-one")]))?;
        let words = self.words.as_deref().map(crate::kernel::name::tidy).filter(|words| !words.is_empty());
        Ok(NewAbsence { reason, words, file: self.file_id.map(StoredFileId).map(File::Uploaded) })
    }
}

/// What a trainer decides over a late notice.
#[derive(Debug, Deserialize, ToSchema)]
pub struct AbsenceDecisionIn {
    /// Whether it excuses; then the mark is corrected.
    accepted: bool,
    /// What is said to the person, at most 400 characters; a refusal cannot do without.
    words: Option<String>,
}

/// A notice.
#[derive(Debug, Serialize, ToSchema)]
pub struct AbsenceNoticeOut {
    /// The notice.
    id: i64,
    /// About which session.
    session_id: i64,
    /// Whose.
    enrolment_id: i64,
    /// `illness`, `work`, `family`, `transport`, `official_duty` or `other`.
    reason: String,
    /// In their own words.
    words: Option<String>,
    /// The name of the file, where there is one.
    file: Option<String>,
    /// Whether it came after the start.
    late: bool,
    /// When it was given.
    given_at: String,
    /// Whether a late one was accepted; `null` while that is not decided.
    accepted: Option<bool>,
    /// What was said to the person.
    answer: Option<String>,
}

impl AbsenceNoticeOut {
    fn new(row: &NoticeRow, decision: Option<&DecisionRow>) -> AbsenceNoticeOut {
        AbsenceNoticeOut {
            id: row.id.0,
            session_id: row.session.0,
            enrolment_id: row.enrolment.0,
            reason: row.reason.as_str().to_owned(),
            words: row.words.clone(),
            file: row.file.as_ref().map(|(_, name)| name.clone()),
            late: row.late,
            given_at: row.given_at.rfc3339(),
            accepted: decision.map(|one| one.accepted),
            answer: decision.and_then(|one| one.words.clone()),
        }
    }
}

/// A notice of an edition's list.
#[derive(Debug, Serialize, ToSchema)]
pub struct ListedAbsenceOut {
    /// The notice.
    notice: AbsenceNoticeOut,
    /// The name.
    name: String,
    /// What is taught.
    title: String,
    /// On which day.
    held_on: String,
}

impl ListedAbsenceOut {
    fn new(entry: &Entry, reader: Language) -> ListedAbsenceOut {
        ListedAbsenceOut {
            notice: AbsenceNoticeOut::new(&entry.listed.row, entry.decision.as_ref()),
            name: entry.listed.name.full(),
            title: entry.listed.about.title.0.for_reader(reader).to_owned(),
            held_on: entry.listed.about.held_on.to_string(),
        }
    }
}

/// A session as the caller has it.
#[derive(Debug, Serialize, ToSchema)]
pub struct OwnAbsenceOut {
    /// What was told; `null` before that.
    notice: Option<AbsenceNoticeOut>,
}

impl OwnAbsenceOut {
    fn new(own: &Own) -> OwnAbsenceOut {
        let notice = own.notice.as_ref();
        OwnAbsenceOut { notice: notice.map(|row| AbsenceNoticeOut::new(row, own.decision.as_ref())) }
    }
}

async fn own(api: &Api, id: SessionId) -> Result<OwnAbsenceOut, crate::web::Failure> {
    let (_, own) = api.read(Gate::SignedIn, move |r, me| actions::own(r, me, id)).await?;
    Ok(OwnAbsenceOut::new(&own))
}

/// What the caller told about a session.
#[utoipa::path(get, path = "/api/v1/sessions/{id}/absence", tag = "absences", params(("id" = i64, Path)),
    responses((status = 200, body = OwnAbsenceOut), (status = 404, body = crate::api::ApiErrors)))]
pub async fn show(api: Api, path: Path<i64>) -> Reply {
    Ok(ok(&own(&api, SessionId(path.into_inner())).await?))
}

/// Tells that the caller misses a session. Before its start the sheet proposes an excuse; afterwards the trainer decides.
#[utoipa::path(post, path = "/api/v1/sessions/{id}/absence", tag = "absences", params(("id" = i64, Path)),
    request_body = AbsenceIn,
    responses((status = 201, body = OwnAbsenceOut), (status = 404, body = crate::api::ApiErrors),
        (status = 422, body = crate::api::ApiErrors)))]
pub async fn create(api: Api, path: Path<i64>, Body(body): Body<AbsenceIn>) -> Reply {
    let id = SessionId(path.into_inner());
    let tell = move |w: &mut Write, me: &Actor, now| actions::tell(w, me, id, &body.said()?, now);
    api.write(Gate::SignedIn, tell).await?;
    Ok(created(&own(&api, id).await?))
}

/// Takes back what the caller told, before the session starts.
#[utoipa::path(delete, path = "/api/v1/sessions/{id}/absence", tag = "absences", params(("id" = i64, Path)),
    responses((status = 200, body = OwnAbsenceOut), (status = 404, body = crate::api::ApiErrors),
        (status = 422, body = crate::api::ApiErrors)))]
pub async fn destroy(api: Api, path: Path<i64>) -> Reply {
    let id = SessionId(path.into_inner());
    api.write(Gate::SignedIn, move |w, me, now| actions::take_back(w, me, id, now)).await?;
    Ok(ok(&own(&api, id).await?))
}

/// What the people of an edition told, the newest first; `after` is the last notice of the page before. The first page
/// begins with what waits for a decision.
#[utoipa::path(get, path = "/api/v1/editions/{id}/absences", tag = "absences",
    params(("id" = i64, Path), ("after" = Option<i64>, Query), ("limit" = Option<i64>, Query)),
    responses((status = 200, body = Listing<ListedAbsenceOut>), (status = 404, body = crate::api::ApiErrors)))]
pub async fn index(api: Api, path: Path<i64>, seek: Query<Seek>) -> Reply {
    let (id, limit) = (EditionId(path.into_inner()), seek.bounded());
    let before = Some(AbsenceNoticeId(seek.after)).filter(|id| id.0 > 0);
    let read = move |r: &mut _, me: &_| actions::notices(r, me, id, (before, limit));
    let (me, notices) = api.read(Gate::Trainer, read).await?;
    let all = notices.waiting.iter().chain(&notices.others);
    let items = all.map(|entry| ListedAbsenceOut::new(entry, me.actor.language)).collect();
    Ok(ok(&Listing { items, next_after: notices.older.map(|id| id.0) }))
}

/// Decides over a notice that came after the start.
#[utoipa::path(post, path = "/api/v1/absences/{notice}/decision", tag = "absences", params(("notice" = i64, Path)),
    request_body = AbsenceDecisionIn,
    responses((status = 200, description = "Decided"), (status = 404, body = crate::api::ApiErrors),
        (status = 422, body = crate::api::ApiErrors)))]
pub async fn decide(api: Api, path: Path<i64>, Body(body): Body<AbsenceDecisionIn>) -> Reply {
    let (id, words) = (AbsenceNoticeId(path.into_inner()), api.web.kit.words.clone());
    let answer = body.words.as_deref().map(crate::kernel::name::tidy).filter(|words| !words.is_empty());
    let decision = Decision { accepted: body.accepted, words: answer };
    let decide = move |w: &mut Write, me: &Actor, now| {
        let said = notice_said(&words, me.language);
        actions::decide(w, me, id, (&decision, &said), now)
    };
    api.write(Gate::Trainer, decide).await?;
    Ok(ok(&serde_json::json!({ "accepted": body.accepted })))
}

/// The file of a notice, for its author and for those who teach; every look of somebody else is noted.
#[utoipa::path(get, path = "/api/v1/absences/{notice}/file", tag = "absences", params(("notice" = i64, Path)),
    responses((status = 200, description = "The content"), (status = 404, body = crate::api::ApiErrors)))]
pub async fn file(api: Api, path: Path<i64>) -> Reply {
    let id = AbsenceNoticeId(path.into_inner());
    let look = move |w: &mut Write, me: &Actor, now| actions::certificate(w, me, id, now);
    let (_, file) = api.write(Gate::SignedIn, look).await?;
    let bytes = api.web.kit.files.get(&file.storage_key).await?;
    Ok(attachment(&file.name, &file.media_type, bytes))
}
