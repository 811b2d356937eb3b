//! What a page's script is told in the place of a page.

use crate::kernel::Problem;
use actix_web::HttpResponse;
use actix_web::http::{StatusCode, header};
use serde_json::{Value, json};

/// What a script is told. Nobody keeps it: it is about one reader and one moment.
pub fn said(status: u16, body: &Value) -> HttpResponse {
    let status = StatusCode::from_u16(status).unwrap_or_default();
    HttpResponse::build(status).insert_header((header::CACHE_CONTROL, "private, no-store")).json(body)
}

/// Why something was not done, for a script: the page says the rest when it is loaded again.
pub fn quiet(problem: &Problem) -> HttpResponse {
    said(problem.code.status(), &json!({ "code": problem.code.as_str() }))
}
