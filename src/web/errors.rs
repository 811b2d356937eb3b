//! What a reader sees when something goes wrong: the right status, in their language, with a way out.
//! A fault of ours is logged once with its chain and shows nothing but the request id.

use super::context::{Web, leave_problem};
use super::{guard, paths, typed};
use crate::kernel::{Problem, ProblemCode};
use actix_web::body::{BoxBody, EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{StatusCode, header};
use actix_web::middleware::Next;
use actix_web::{HttpResponse, ResponseError};
use serde::Serialize;
use std::sync::Arc;

mod page;

pub(super) use page::referer;
pub use page::{Ending, page_html};

/// A problem on its way out of a handler.
#[derive(Debug)]
pub enum Failure {
    /// Something that went wrong.
    Problem(Box<Problem>),
    /// The form did its work already; the reader goes on as after the first time.
    Repeated,
}

impl Failure {
    /// The code, when it is a problem.
    pub fn code(&self) -> Option<ProblemCode> {
        match self {
            Failure::Problem(problem) => Some(problem.code),
            Failure::Repeated => None,
        }
    }

    /// The problem if the form itself is at fault, so that the page can show it again.
    ///
    /// # Errors
    /// Everything else goes on to the error page.
    pub fn about_the_form(self) -> Result<Problem, Failure> {
        match self {
            Failure::Problem(problem) if problem.code == ProblemCode::Invalid => Ok(*problem),
            other => Err(other),
        }
    }
}

/// The code by which a repeated form travels out of the transaction.
pub(super) const REPEATED: &str = "repeated-form";

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Failure {
        let repeated = problem.args.iter().any(|(name, _)| name == REPEATED);
        if repeated { Failure::Repeated } else { Failure::Problem(Box::new(problem)) }
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Failure::Problem(problem) => problem.fmt(f),
            Failure::Repeated => f.write_str(REPEATED),
        }
    }
}

impl ResponseError for Failure {
    fn status_code(&self) -> StatusCode {
        match self {
            Failure::Problem(problem) => {
                StatusCode::from_u16(problem.code.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
            }
            Failure::Repeated => StatusCode::SEE_OTHER,
        }
    }

    fn error_response(&self) -> HttpResponse {
        let mut response = HttpResponse::new(self.status_code());
        if let Failure::Problem(problem) = self {
            let copy = Problem {
                code: problem.code,
                faults: problem.faults.clone(),
                args: problem.args.clone(),
                cause: problem.cause.as_ref().map(|cause| anyhow::anyhow!("{cause:#}")),
            };
            leave_problem(&mut response, Arc::new(copy));
        }
        response
    }
}

/// The middleware that turns a problem into a page, a redirect to sign-in, or the API's envelope.
///
/// # Errors
/// Only what the server itself cannot answer.
pub async fn present<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B, BoxBody>>, actix_web::Error> {
    let mut response = next.call(request).await?;
    lead_on(&mut response);
    let left = response.response().extensions().get::<Arc<Problem>>().cloned();
    let bare = left.is_none() && is_bare(&response);
    if left.is_none() && !bare {
        return Ok(response.map_into_left_body());
    }
    let problem = left.unwrap_or_else(|| Arc::new(Problem::new(code_of(response.status()))));
    let (request, old) = response.into_parts();
    log(&problem, &guard::request_id(&request));
    let answer = match Web::of(&request) {
        Ok(_) if request.path().starts_with("/api/") => envelope(&request, &problem, old.status()),
        Ok(web) => page::answer(&web, &problem),
        Err(_) => HttpResponse::InternalServerError().body("500"),
    };
    Ok(ServiceResponse::new(request, answer).map_into_right_body())
}

/// A form that did its work already leads back to the page it was sent from, which shows what became of it.
fn lead_on<B>(response: &mut ServiceResponse<B>) {
    let nowhere =
        response.status() == StatusCode::SEE_OTHER && !response.headers().contains_key(header::LOCATION);
    if !nowhere {
        return;
    }
    let referer = response.request().headers().get(header::REFERER).and_then(|value| value.to_str().ok());
    let path = typed::came_from(response.request())
        .or_else(|| referer.and_then(|text| url::Url::parse(text).ok()).map(|url| url.path().to_owned()));
    let to = Web::safe_back(path.as_deref().unwrap_or(paths::HOME));
    if let Ok(value) = header::HeaderValue::from_str(&to) {
        response.headers_mut().insert(header::LOCATION, value);
    }
}

/// Errors that the framework answers itself, without a body of ours.
fn is_bare<B>(response: &ServiceResponse<B>) -> bool {
    let status = response.status();
    let ours = response.headers().contains_key(header::CONTENT_TYPE);
    (status.is_client_error() || status.is_server_error())
        && (!ours
            || response
                .headers()
                .get(header::CONTENT_TYPE)
                .is_some_and(|kind| kind == "text/plain; charset=utf-8"))
}

fn code_of(status: StatusCode) -> ProblemCode {
    match status.as_u16() {
        404 | 405 => ProblemCode::NotFound,
        413 => ProblemCode::TooLarge,
        429 => ProblemCode::TooManyRequests,
        503 => ProblemCode::Busy,
        400..=499 => ProblemCode::BadRequest,
        _ => ProblemCode::Internal,
    }
}

fn log(problem: &Problem, request_id: &str) {
    if matches!(problem.code, ProblemCode::Internal | ProblemCode::StorageFull) {
        tracing::error!(%problem, request_id, "a request failed");
    } else {
        tracing::debug!(%problem, request_id, "a request was refused");
    }
}

#[derive(Serialize)]
struct ErrorItem<'a> {
    code: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<&'a str>,
    detail: String,
}

fn envelope(request: &actix_web::HttpRequest, problem: &Problem, _: StatusCode) -> HttpResponse {
    let Ok(web) = Web::of(request) else { return HttpResponse::InternalServerError().finish() };
    let (language, words) = (web.stranger_language(), &web.kit.words);
    let pairs = |args: &[(String, String)]| args.to_vec();
    let said = |key: String, args: Vec<(String, String)>| {
        let args: Vec<(&str, &str)> =
            args.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        words.text_with(language, &key, &args)
    };
    let code = problem.code.as_str();
    let mut errors: Vec<ErrorItem<'_>> = problem
        .faults
        .iter()
        .map(|fault| ErrorItem {
            code: &fault.code,
            field: Some(&fault.field),
            detail: said(format!("fault-{}", fault.code), pairs(&fault.args)),
        })
        .collect();
    if errors.is_empty() {
        let detail = said(format!("problem-{code}"), pairs(&problem.args));
        errors.push(ErrorItem { code, field: None, detail });
    }
    let mut response = HttpResponse::build(status(problem));
    retry_after(&mut response, problem);
    if problem.code == ProblemCode::SignInRequired || problem.code == ProblemCode::TokenInvalid {
        response.insert_header((header::WWW_AUTHENTICATE, "Bearer"));
    }
    response.json(serde_json::json!({ "errors": errors }))
}

fn status(problem: &Problem) -> StatusCode {
    StatusCode::from_u16(problem.code.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

fn retry_after(response: &mut actix_web::HttpResponseBuilder, problem: &Problem) {
    let seconds = problem.args.iter().find(|(name, _)| name == "seconds").map(|(_, value)| value.clone());
    match problem.code {
        ProblemCode::Busy => response.insert_header((header::RETRY_AFTER, "2")),
        ProblemCode::TooManyRequests | ProblemCode::CheckInAhead => {
            response.insert_header((header::RETRY_AFTER, seconds.unwrap_or_else(|| "60".to_owned())))
        }
        _ => response,
    };
}
