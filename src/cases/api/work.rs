//! A trainee's case: reading, drafting, uploading, handing in.

use super::types::{CaseDto, FileDto, SubmissionDto};
use crate::api::{Api, ApiErrors, Body, RawBody, created, ok};
use crate::cases::actions::{self, DraftInput, Kept, Opened, Present, Submitted, Which};
use crate::cases::rules::Parts;
use crate::cases::store::NewFile;
use crate::kernel::{ActivityId, EnrolmentId, Fault, Gate, Problem, ProblemCode, StoredFileId};
use crate::web::{Reply, Upload, attachment};
use actix_web::web::{Path, Query};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// A change of a draft.
#[derive(Debug, Deserialize, ToSchema)]
pub struct DraftChange {
    /// The text.
    text: String,
    /// The revision that was read; 0 when there was none.
    #[serde(default)]
    revision: i32,
    /// Links by the key of their part; those that are not named stay, an empty one goes.
    #[serde(default)]
    links: BTreeMap<String, String>,
    /// How the author judges the work: points by criterion, before weights; left out, what is kept stays.
    #[serde(default)]
    own: Option<BTreeMap<String, u32>>,
    /// The version of the rubric that was read; the newest where it is left out.
    own_rubric: Option<i32>,
}

/// A saved draft.
#[derive(Debug, Serialize, ToSchema)]
pub struct DraftSaved {
    /// To be sent with the next change.
    revision: i32,
    /// When it was saved.
    saved_at: String,
}

/// A work to hand in.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewSubmission {
    /// The text.
    #[serde(default)]
    text: String,
    /// Files that were uploaded before.
    #[serde(default)]
    files: Vec<i64>,
    /// Links by the key of their part.
    #[serde(default)]
    links: BTreeMap<String, String>,
    /// The key of its part, by the id of a file; a file that is not named belongs to the first part that takes files.
    #[serde(default)]
    file_parts: BTreeMap<i64, String>,
    /// A team's work: the enrolments of the members who had a part in it, whoever sends it among them in any case.
    /// Members who are not named get no grade for it.
    #[serde(default)]
    present: Vec<i64>,
    /// How the author judges the work: points by criterion, before weights. Needed for every criterion where the case's
    /// `self_assessment` is `required`; kept nowhere where it is `off`.
    #[serde(default)]
    own: BTreeMap<String, u32>,
    /// The version of the rubric that was read; the newest where it is left out.
    own_rubric: Option<i32>,
}

/// What an uploaded file is called.
#[derive(Debug, Deserialize)]
pub struct FileName {
    name: String,
}

fn which(path: (i64, i64)) -> Which {
    Which { enrolment: EnrolmentId(path.0), activity: ActivityId(path.1) }
}

/// A case of an enrolment.
#[utoipa::path(get, path = "/api/v1/learn/{enrolment}/cases/{activity}", tag = "cases",
    params(("enrolment" = i64, Path), ("activity" = i64, Path)),
    responses((status = 200, body = CaseDto), (status = 404, body = ApiErrors), (status = 409, body = ApiErrors)))]
pub async fn show(api: Api, path: Path<(i64, i64)>) -> Reply {
    let (which, now) = (which(path.into_inner()), api.web.now());
    let (me, opened) = api.read(Gate::SignedIn, move |r, me| actions::open(r, me, which, now)).await?;
    match opened {
        Opened::Case(case) => Ok(ok(&CaseDto::new(&case, me.actor.language)?)),
        Opened::Locked(standing, fact) => {
            standing.require_open(&fact, me.actor.language, now)?;
            Err(Problem::new(ProblemCode::ActivityLocked).into())
        }
        Opened::Ahead(..) => Err(Problem::new(ProblemCode::EditionClosed).into()),
    }
}

/// Saves the draft. A stale revision changes nothing and answers 409: read the case again and join both texts.
#[utoipa::path(put, path = "/api/v1/learn/{enrolment}/cases/{activity}/draft", tag = "cases",
    params(("enrolment" = i64, Path), ("activity" = i64, Path)), request_body = DraftChange,
    responses((status = 200, body = DraftSaved), (status = 404, body = ApiErrors), (status = 409, body = ApiErrors)))]
pub async fn update_draft(api: Api, path: Path<(i64, i64)>, body: Body<DraftChange>) -> Reply {
    let DraftChange { text, revision, links, own, own_rubric } = body.0;
    let (remove, files) = (Vec::new(), Vec::new());
    let (which, present) = (which(path.into_inner()), Present::new());
    let input = DraftInput { which, text, revision, remove, files, links, present, own, own_rubric };
    let job = move |w: &mut _, me: &_, now| actions::save_draft(w, me, &input, now);
    match api.write(Gate::SignedIn, job).await?.1 {
        Kept::Saved(saved) => {
            let row = saved.draft.row;
            Ok(ok(&DraftSaved { revision: row.revision, saved_at: row.saved_at.rfc3339() }))
        }
        Kept::Stale(_) => Err(Problem::new(ProblemCode::Conflict).into()),
    }
}

/// Hands a version in: text, and files that were uploaded before.
#[utoipa::path(post, path = "/api/v1/learn/{enrolment}/cases/{activity}/submissions", tag = "cases",
    params(("enrolment" = i64, Path), ("activity" = i64, Path)), request_body = NewSubmission,
    responses((status = 201, body = SubmissionDto), (status = 404, body = ApiErrors),
        (status = 409, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn create_submission(api: Api, path: Path<(i64, i64)>, body: Body<NewSubmission>) -> Reply {
    let given = body.0;
    let sent = Submitted {
        which: which(path.into_inner()),
        text: given.text,
        files: given.files.into_iter().map(StoredFileId).collect(),
        parts: Parts { links: given.links, files: given.file_parts },
        present: given.present.into_iter().map(EnrolmentId).collect(),
        own: given.own,
        own_rubric: given.own_rubric,
    };
    let job = move |w: &mut _, me: &_, now| {
        let row = actions::submit(w, me, &sent, now)?;
        let Opened::Case(case) = actions::open(w, me, sent.which, now)? else {
            return Err(Problem::not_found());
        };
        case.versions.into_iter().find(|version| version.row.id == row.id).ok_or_else(Problem::not_found)
    };
    let (me, version) = api.write(Gate::SignedIn, job).await?;
    Ok(created(&SubmissionDto::new(&version, me.actor.language)))
}

/// Uploads a file, to be handed in later. The body is the content; its kind is found by content.
#[utoipa::path(post, path = "/api/v1/files", tag = "cases", params(("name" = String, Query)),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, body = FileDto), (status = 413, body = ApiErrors), (status = 415, body = ApiErrors)))]
pub async fn create_file(api: Api, name: Query<FileName>, body: RawBody) -> Reply {
    let name = crate::web::base_name(&name.name);
    if name.is_empty() {
        return Err(Problem::invalid(vec![Fault::new("name", "required")]).into());
    }
    // Who may not come in has nothing laid away.
    api.read(Gate::SignedIn, |_, _| Ok(())).await?;
    let upload = Upload { name, bytes: body.0 };
    let (_, media_type) = upload.kind()?;
    let blob = api.web.kit.files.put(upload.bytes.to_vec()).await?;
    let new = NewFile { blob, media_type, name: upload.name, part: String::new() };
    let (_, file) = api.write(Gate::SignedIn, move |w, me, now| actions::save_file(w, me, &new, now)).await?;
    Ok(created(&FileDto::new(&file)))
}

/// An uploaded file, for its author, and once it is handed in for the edition's trainers and administrators.
#[utoipa::path(get, path = "/api/v1/files/{file}", tag = "cases", params(("file" = i64, Path)),
    responses((status = 200, description = "The content"), (status = 404, body = ApiErrors)))]
pub async fn show_file(api: Api, path: Path<i64>) -> Reply {
    let id = StoredFileId(path.into_inner());
    let (_, file) = api.read(Gate::SignedIn, move |r, me| actions::download(r, me, id)).await?;
    let bytes = api.web.kit.files.get(&file.storage_key).await?;
    Ok(attachment(&file.name, &file.media_type, bytes))
}
