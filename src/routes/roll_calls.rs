//! The routes of the sheets.

use crate::roll_calls::{api, pages};
use crate::web::paths;
use crate::web::table::Table;
use actix_web::web::{get, post, put};

/// Every route of them.
pub(super) fn table(table: &mut Table) {
    use pages::{desk, paper, sheets, worker};
    table
        .route(paths::SHEET_WORKER, get().to(worker::show))
        .route("/sessions/{session}", get().to(sheets::show))
        .route("/sessions/{session}/marks", post().to(sheets::create))
        .route("/sessions/{session}/paper-entry", get().to(paper::show))
        .route("/sessions/{session}/paper-entry", post().to(paper::create))
        .route("/sessions/{session}/sheet-closing", post().to(desk::close))
        .route("/sessions/{session}/sheet-reopening", post().to(desk::reopen))
        .route("/sessions/{session}/guests", post().to(desk::guests))
        .route("/sessions/{session}/head-counts", post().to(desk::count))
        .route("/api/v1/sessions/{id}/sheet", get().to(api::show))
        .route("/api/v1/sessions/{id}/sheet-closing", post().to(api::close))
        .route("/api/v1/sessions/{id}/sheet-reopening", post().to(api::reopen))
        .route("/api/v1/sessions/{id}/guests", put().to(api::guests))
        .route("/api/v1/sessions/{id}/head-counts", post().to(api::count));
}
