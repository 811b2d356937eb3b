//! What staff do with the answers of a case when it is over.

use super::talks::{AnswerDto, Made, NewRemark};
use crate::api::{Api, ApiErrors, Body, created, ok};
use crate::case_library::actions::{self, Board, Choosable, OpenInput};
use crate::kernel::{ActivityId, DiscussionRemarkId, EditionId, Gate, SubmissionId, Word as _};
use crate::web::Reply;
use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

type At = (EditionId, ActivityId);

/// A case that is over, for those who teach it.
#[derive(Debug, Serialize, ToSchema)]
pub struct BoardDto {
    /// Whether the talk was ever opened.
    opened: bool,
    /// Whether something can be said now.
    open: bool,
    /// Whether remarks stand without the names of their writers.
    nameless: bool,
    /// The first instant at which the case is late for everybody.
    due_at: String,
    /// What is shown.
    answers: Vec<AnswerDto>,
    /// What may be shown: the last version of everybody that was not hidden, without a name.
    works: Vec<ChoosableDto>,
}

/// A work that may be shown.
#[derive(Debug, Serialize, ToSchema)]
pub struct ChoosableDto {
    /// The version.
    submission_id: i64,
    /// Its text as it was handed in.
    text: String,
    /// The number it is shown under.
    number: Option<i32>,
    /// `none`, `asked`, `agreed` or `refused`.
    consent: &'static str,
}

impl BoardDto {
    fn new(board: &Board) -> BoardDto {
        let work = |one: &Choosable| ChoosableDto {
            submission_id: one.submission.0,
            text: one.text.clone(),
            number: one.number,
            consent: one.consent.as_str(),
        };
        BoardDto {
            opened: board.discussion.is_some(),
            open: board.discussion.is_some_and(|row| row.is_open()),
            nameless: board.discussion.is_some_and(|row| row.nameless),
            due_at: board.due_at.rfc3339(),
            answers: board.answers.iter().map(AnswerDto::new).collect(),
            works: board.works.iter().map(work).collect(),
        }
    }
}

/// What is shown of a case that is over, and what may be.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/cases/{activity}/discussion", tag = "cases",
    params(("edition" = i64, Path), ("activity" = i64, Path)),
    responses((status = 200, body = BoardDto), (status = 404, body = ApiErrors)))]
pub async fn show(api: Api, path: Path<At>) -> Reply {
    let at = path.into_inner();
    let (_, board) = api.read(Gate::SignedIn, move |r, me| actions::board(r, me, at)).await?;
    Ok(ok(&BoardDto::new(&board)))
}

/// How the talk goes on.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewTalk {
    /// Whether something can be said.
    open: bool,
    /// Whether remarks stand without the names of their writers.
    #[serde(default)]
    nameless: bool,
    /// Whether it is opened although works can still come in time.
    #[serde(default)]
    early: bool,
}

/// Opens the talk or closes it.
#[utoipa::path(put, path = "/api/v1/editions/{edition}/cases/{activity}/discussion", tag = "cases",
    params(("edition" = i64, Path), ("activity" = i64, Path)), request_body = NewTalk,
    responses((status = 200, body = BoardDto), (status = 404, body = ApiErrors), (status = 409, body = ApiErrors),
        (status = 422, body = ApiErrors)))]
pub async fn update(api: Api, path: Path<At>, body: Body<NewTalk>) -> Reply {
    let (at, new) = (path.into_inner(), body.0);
    let input = OpenInput { nameless: new.nameless, early: new.early };
    let job = move |w: &mut crate::db::Write, me: &crate::kernel::Actor, now| {
        if new.open {
            actions::open(w, me, at, input, now)?;
        } else {
            actions::close(w, me, at, now)?;
        }
        actions::board(w, me, at)
    };
    let (_, board) = api.write(Gate::SignedIn, job).await?;
    Ok(ok(&BoardDto::new(&board)))
}

/// Says something about an answer.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/cases/{activity}/discussion/remarks", tag = "cases",
    params(("edition" = i64, Path), ("activity" = i64, Path)), request_body = NewRemark,
    responses((status = 201, body = Made), (status = 404, body = ApiErrors), (status = 409, body = ApiErrors),
        (status = 422, body = ApiErrors)))]
pub async fn say(api: Api, path: Path<At>, body: Body<NewRemark>) -> Reply {
    let (at, new) = (path.into_inner(), body.0);
    let job = move |w: &mut _, me: &_, now| actions::say_as_staff(w, me, at, (new.answer, &new.remark), now);
    let (_, id) = api.write(Gate::SignedIn, job).await?;
    Ok(created(&Made { id: id.0 }))
}

/// Why a remark is hidden.
#[derive(Debug, Deserialize, ToSchema)]
pub struct Why {
    /// The reason, which stands in its place.
    reason: String,
}

/// Hides a remark from everybody.
#[utoipa::path(post, path = "/api/v1/discussion-remarks/{remark}/hiding", tag = "cases",
    params(("remark" = i64, Path)), request_body = Why,
    responses((status = 204), (status = 404, body = ApiErrors), (status = 409, body = ApiErrors),
        (status = 422, body = ApiErrors)))]
pub async fn hide(api: Api, path: Path<DiscussionRemarkId>, body: Body<Why>) -> Reply {
    let (id, reason) = (path.into_inner(), body.0.reason);
    api.write(Gate::SignedIn, move |w, me, now| actions::hide_remark(w, me, id, &reason, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// The nameless copy of a version.
#[derive(Debug, Serialize, ToSchema)]
pub struct ShownDto {
    /// The number it is shown under; `null` while it is not.
    number: Option<i32>,
    /// The copy, shown or taken out; `null` before the first one.
    text: Option<String>,
    /// The text as it was handed in.
    original: String,
    /// `none`, `asked`, `agreed` or `refused`.
    consent: &'static str,
    /// How many are asked: everybody who had a part in it.
    asked: usize,
    /// How many of them have answered; it becomes an example when all have agreed.
    answered: usize,
    /// The text that they were asked about.
    asked_text: Option<String>,
}

/// A version that is shown, or may be.
#[utoipa::path(get, path = "/api/v1/submissions/{submission}/shown-answer", tag = "cases",
    params(("submission" = i64, Path)),
    responses((status = 200, body = ShownDto), (status = 403, body = ApiErrors), (status = 404, body = ApiErrors)))]
pub async fn shown(api: Api, path: Path<SubmissionId>) -> Reply {
    let id = path.into_inner();
    let (_, found) = api.read(Gate::SignedIn, move |r, me| actions::prepared(r, me, id)).await?;
    let asked = found.example.as_ref().filter(|row| row.ended_at.is_none());
    Ok(ok(&ShownDto {
        number: found.shown().map(|row| row.number),
        consent: found.consent().as_str(),
        asked: found.answers.len(),
        answered: found.answers.iter().flatten().count(),
        asked_text: asked.map(|row| row.text.clone()),
        text: found.answer.map(|row| row.text),
        original: found.original,
    }))
}

/// A nameless copy.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewCopy {
    /// The text; it must not have the author's surname in it.
    text: String,
}

/// An answer that is shown.
#[derive(Debug, Serialize, ToSchema)]
pub struct ShownNumber {
    /// What it is called by.
    number: i32,
}

/// Shows a version by a nameless copy, or changes the copy.
#[utoipa::path(put, path = "/api/v1/submissions/{submission}/shown-answer", tag = "cases",
    params(("submission" = i64, Path)), request_body = NewCopy,
    responses((status = 200, body = ShownNumber), (status = 403, body = ApiErrors), (status = 404, body = ApiErrors),
        (status = 422, body = ApiErrors)))]
pub async fn show_answer(api: Api, path: Path<SubmissionId>, body: Body<NewCopy>) -> Reply {
    let (id, text) = (path.into_inner(), body.0.text);
    let job = move |w: &mut _, me: &_, now| actions::show(w, me, id, &text, now);
    let (_, row) = api.write(Gate::SignedIn, job).await?;
    Ok(ok(&ShownNumber { number: row.number }))
}

/// Shows a version no more.
#[utoipa::path(delete, path = "/api/v1/submissions/{submission}/shown-answer", tag = "cases",
    params(("submission" = i64, Path)),
    responses((status = 204), (status = 403, body = ApiErrors), (status = 404, body = ApiErrors),
        (status = 409, body = ApiErrors)))]
pub async fn take_out(api: Api, path: Path<SubmissionId>) -> Reply {
    let id = path.into_inner();
    api.write(Gate::SignedIn, move |w, me, now| actions::take_out(w, me, id, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Asks the author whether later editions may read the copy as it is now.
#[utoipa::path(post, path = "/api/v1/submissions/{submission}/example", tag = "cases",
    params(("submission" = i64, Path)),
    responses((status = 204), (status = 403, body = ApiErrors), (status = 404, body = ApiErrors),
        (status = 409, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn ask(api: Api, path: Path<SubmissionId>) -> Reply {
    let id = path.into_inner();
    api.write(Gate::SignedIn, move |w, me, now| actions::ask(w, me, id, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Asks no more, and shows the answer to later editions no more.
#[utoipa::path(delete, path = "/api/v1/submissions/{submission}/example", tag = "cases",
    params(("submission" = i64, Path)),
    responses((status = 204), (status = 403, body = ApiErrors), (status = 404, body = ApiErrors),
        (status = 409, body = ApiErrors)))]
pub async fn stop_asking(api: Api, path: Path<SubmissionId>) -> Reply {
    let id = path.into_inner();
    api.write(Gate::SignedIn, move |w, me, now| actions::stop_asking(w, me, id, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}
