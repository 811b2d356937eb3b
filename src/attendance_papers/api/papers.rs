//! Papers for programs: the same bytes as the pages give.

use crate::api::{Api, ApiErrors};
use crate::attendance_papers::pages::Question;
use crate::attendance_papers::pages::papers::{
    In, Wanted, deliver, for_certificate, for_journal, for_schedule, for_sign_in, for_transcript,
};
use crate::attendance_papers::rules::PaperFormat;
use crate::attendance_papers::views::papers;
use crate::db::Read;
use crate::kernel::{Actor, EnrolmentId, Gate, Problem, SessionId};
use crate::web::{Failure, Reply};
use actix_web::web::{Path, Query};

async fn one<T: Send + 'static>(
    api: &Api,
    read: impl FnOnce(&mut Read, &Actor) -> Result<In<T>, Problem> + Send + 'static,
) -> Result<In<T>, Failure> {
    Ok(api.read(Gate::SignedIn, read).await?.1)
}

/// The attendance journal as `pdf` or `xlsx`, in `ru` or `kk`; of a module or a month (`2026-09`) where one is asked for.
/// Coordinators get the people they sent.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/attendance/journal/{paper}", tag = "attendance",
    params(("edition" = i64, Path), ("paper" = String, Path), ("in" = Option<String>, Query),
        ("module" = Option<i64>, Query), ("month" = Option<String>, Query)),
    responses((status = 200, content_type = "application/pdf", body = Vec<u8>),
        (status = 404, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn journal(api: Api, path: Path<(i64, String)>, question: Query<Question>) -> Reply {
    let (wanted, now) = (Wanted::of(path.into_inner(), &question)?, api.web.now());
    let format = wanted.format;
    let read = move |r: &mut Read, me: &Actor| for_journal(r, me, &wanted, now);
    let (language, matrix) = one(&api, read).await?;
    deliver(&api.web, (language, format), move |wording| papers::journal(&matrix, wording, now)).await
}

/// The schedule of an edition as `pdf` or `xlsx`, in `ru` or `kk`.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/attendance/schedule/{paper}", tag = "attendance",
    params(("edition" = i64, Path), ("paper" = String, Path), ("in" = Option<String>, Query),
        ("module" = Option<i64>, Query), ("month" = Option<String>, Query)),
    responses((status = 200, content_type = "application/pdf", body = Vec<u8>),
        (status = 404, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn schedule(api: Api, path: Path<(i64, String)>, question: Query<Question>) -> Reply {
    let (wanted, now) = (Wanted::of(path.into_inner(), &question)?, api.web.now());
    let format = wanted.format;
    let read = move |r: &mut Read, me: &Actor| for_schedule(r, me, &wanted, now);
    let (language, matrix) = one(&api, read).await?;
    deliver(&api.web, (language, format), move |wording| papers::schedule(&matrix, wording, now)).await
}

/// The sheet that people sign at a session as `pdf` or `xlsx`, in `ru` or `kk`.
#[utoipa::path(get, path = "/api/v1/sessions/{id}/sign-in-sheet/{paper}", tag = "attendance",
    params(("id" = i64, Path), ("paper" = String, Path), ("in" = Option<String>, Query)),
    responses((status = 200, content_type = "application/pdf", body = Vec<u8>),
        (status = 404, body = ApiErrors), (status = 409, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn sign_in(api: Api, path: Path<(i64, String)>, question: Query<Question>) -> Reply {
    let ((id, format), now) = (path.into_inner(), api.web.now());
    let (format, asked) = (PaperFormat::parse(&format)?, question.language.clone());
    let read = move |r: &mut Read, me: &Actor| for_sign_in(r, me, (SessionId(id), &asked), now);
    let (language, signing) = one(&api, read).await?;
    deliver(&api.web, (language, format), move |wording| papers::sign_in(&signing, wording, now)).await
}

/// The certificate of attendance for an employer as `pdf` or `xlsx`, in `ru`, `kk` or `en`.
#[utoipa::path(get, path = "/api/v1/learn/{enrolment}/attendance/certificate/{paper}", tag = "attendance",
    params(("enrolment" = i64, Path), ("paper" = String, Path), ("in" = Option<String>, Query)),
    responses((status = 200, content_type = "application/pdf", body = Vec<u8>),
        (status = 404, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn certificate(api: Api, path: Path<(i64, String)>, question: Query<Question>) -> Reply {
    let ((id, format), now) = (path.into_inner(), api.web.now());
    let (format, asked) = (PaperFormat::parse(&format)?, question.language.clone());
    let read = move |r: &mut Read, me: &Actor| for_certificate(r, me, (EnrolmentId(id), &asked), now);
    let (language, person) = one(&api, read).await?;
    deliver(&api.web, (language, format), move |wording| papers::certificate(&person, wording, now)).await
}

/// The transcript of hours as `pdf` or `xlsx`, in `ru`, `kk` or `en`.
#[utoipa::path(get, path = "/api/v1/learn/{enrolment}/hours/transcript/{paper}", tag = "attendance",
    params(("enrolment" = i64, Path), ("paper" = String, Path), ("in" = Option<String>, Query)),
    responses((status = 200, content_type = "application/pdf", body = Vec<u8>),
        (status = 404, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn transcript(api: Api, path: Path<(i64, String)>, question: Query<Question>) -> Reply {
    let ((id, format), now) = (path.into_inner(), api.web.now());
    let (format, asked) = (PaperFormat::parse(&format)?, question.language.clone());
    let read = move |r: &mut Read, me: &Actor| for_transcript(r, me, (EnrolmentId(id), &asked));
    let (language, studied) = one(&api, read).await?;
    deliver(&api.web, (language, format), move |wording| papers::transcript(&studied, wording, now)).await
}
