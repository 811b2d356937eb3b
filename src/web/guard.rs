//! Around every request: its id, the headers that protect the reader, and forms that work once.

use super::errors::REPEATED;
use crate::db::Write;
use crate::kernel::{Moment, PersonId, Problem, ProblemCode};
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{Method, StatusCode, header};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{HttpMessage, HttpRequest};
use std::time::Duration;

mod store;

pub use store::forget_before;

/// The id of a request, in the log and on error pages.
#[derive(Debug, Clone)]
struct RequestId(String);

/// The id of a request.
pub fn request_id(request: &HttpRequest) -> String {
    request.extensions().get::<RequestId>().map(|id| id.0.clone()).unwrap_or_default()
}

/// That a request only asked about a page, without wanting it.
#[derive(Debug, Clone, Copy)]
struct OnlyAsked;

/// Whether nobody is about to read the answer: a request that asks about a page, or a browser that fetches it in case
/// its reader should want it.
pub fn only_asked(request: &HttpRequest) -> bool {
    let ahead = request.headers().get("sec-purpose").and_then(|value| value.to_str().ok());
    request.extensions().get::<OnlyAsked>().is_some() || ahead.is_some_and(|why| why.contains("prefetch"))
}

/// From here on a page that was simply read is worth a line in the log.
const SLOW: Duration = Duration::from_secs(1);

const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; \
    font-src 'self'; connect-src 'self'; media-src 'self'; manifest-src 'self'; form-action 'self'; \
    frame-ancestors 'none'; base-uri 'none'";

/// Gives the request an id and a log line, and the answer its protecting headers.
///
/// # Errors
/// Whatever the inner service could not answer.
pub async fn protect<B: MessageBody>(
    mut request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, actix_web::Error> {
    let id = request
        .app_data::<Data<super::Kit>>()
        .map(|kit| hex::encode(kit.secrets.bytes::<8>()))
        .unwrap_or_default();
    request.extensions_mut().insert(RequestId(id.clone()));
    // What can be looked at can be asked about: the same answer, and the server leaves its body out.
    if request.method() == Method::HEAD {
        request.head_mut().method = Method::GET;
        request.extensions_mut().insert(OnlyAsked);
    }
    let started = std::time::Instant::now();
    let mut response = next.call(request).await?;
    observe(&id, response.request(), response.status(), started.elapsed());
    let headers = response.headers_mut();
    let fixed = [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (header::HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (header::PERMISSIONS_POLICY, "camera=(), microphone=(), geolocation=()"),
    ];
    for (name, value) in fixed {
        // A preview of what somebody uploaded has a stricter policy of its own.
        if name == header::CONTENT_SECURITY_POLICY && headers.contains_key(&name) {
            continue;
        }
        headers.insert(name, header::HeaderValue::from_static(value));
    }
    if let Ok(value) = header::HeaderValue::from_str(&id) {
        headers.insert(header::HeaderName::from_static("x-request-id"), value);
    }
    Ok(response)
}

/// Metrics of every request; a line in the log at `info` for what changed something, failed or was slow, and
/// at `debug` for pages that were simply read, which are most of all requests and of all lines.
fn observe(id: &str, request: &HttpRequest, status: StatusCode, took: Duration) {
    let route = request.match_pattern().unwrap_or_else(|| "unmatched".to_owned());
    // The address of a one-time link is the key to an account: the log has the route instead.
    let secret = route.contains("{token}");
    let (method, path) = (request.method(), if secret { route.as_str() } else { request.path() });
    let labels = [
        ("method", known(method).to_owned()),
        ("route", route.clone()),
        ("status", status.as_u16().to_string()),
    ];
    metrics::counter!("birge_http_requests_total", &labels).increment(1);
    metrics::histogram!("birge_http_request_seconds", "route" => route.clone()).record(took.as_secs_f64());
    let (status, took_us) = (status.as_u16(), u64::try_from(took.as_micros()).unwrap_or(u64::MAX));
    if method.is_safe() && status < 400 && took < SLOW {
        tracing::debug!(request_id = %id, %method, path, status, took_us, "request");
    } else {
        tracing::info!(request_id = %id, %method, path, status, took_us, "request");
    }
}

/// The verb for the metrics: a stranger may send any word, and each would be a series of its own.
fn known(method: &Method) -> &str {
    match method.as_str() {
        verb @ ("GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "OPTIONS") => verb,
        _ => "other",
    }
}

/// Whether a changing request comes from one of our own pages, by what the browser itself says.
///
/// # Errors
/// `FormForged` when it says otherwise.
pub fn same_origin(request: &HttpRequest, public_url: &str) -> Result<(), Problem> {
    let text = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok());
    let site_fits = text("sec-fetch-site").is_none_or(|site| matches!(site, "same-origin" | "none"));
    let host = request.headers().get(header::HOST).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let origin_fits = text("origin").is_none_or(|origin| {
        public_url == origin || origin.split_once("://").is_some_and(|(_, from)| from == host)
    });
    if site_fits && origin_fits { Ok(()) } else { Err(Problem::new(ProblemCode::FormForged)) }
}

/// Lets a form do its work once: the second time the same form arrives, the transaction ends here.
///
/// # Errors
/// A problem that becomes [`super::Failure::Repeated`].
pub fn once(w: &mut Write, person: Option<PersonId>, form_id: &str, now: Moment) -> Result<(), Problem> {
    if form_id.is_empty() {
        return Ok(());
    }
    let key = format!("{}:{form_id}", person.map_or(0, |person| person.0));
    if store::first_time(w, &key, person, now)? {
        Ok(())
    } else {
        Err(Problem::new(ProblemCode::Conflict).with(REPEATED, "1"))
    }
}
