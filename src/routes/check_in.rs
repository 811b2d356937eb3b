//! The routes of the check-in.

use crate::check_in::{api, pages};
use crate::web::paths;
use crate::web::table::Table;
use actix_web::web::{get, post, put};

/// Every route of it.
pub(super) fn table(table: &mut Table) {
    use pages::{console, here, places};
    table
        .route("/sessions/{session}/check-in", get().to(console::show))
        .route("/sessions/{session}/check-in", post().to(console::create))
        .route("/sessions/{session}/check-in/closing", post().to(console::close))
        .route("/sessions/{session}/check-in/dismissals", post().to(console::dismiss))
        .route("/sessions/{session}/check-in/screen", get().to(console::screen))
        .route(paths::HERE, get().to(here::show))
        .route(paths::HERE, post().to(here::create))
        .route("/here/{session}", get().to(places::show))
        .route("/here/{session}/meeting", get().to(places::join))
        .route("/here/{session}/answers", post().to(places::answer))
        .route("/here/{session}/{code}", get().to(here::scan))
        .route("/api/v1/sessions/{id}/check-in", get().to(api::show))
        .route("/api/v1/sessions/{id}/check-in", put().to(api::open))
        .route("/api/v1/sessions/{id}/check-in/closing", post().to(api::close))
        .route("/api/v1/sessions/{id}/check-in/dismissals", post().to(api::dismiss))
        .route("/api/v1/sessions/{id}/arrivals", post().to(api::people::arrive))
        .route("/api/v1/sessions/{id}/place", get().to(api::people::show))
        .route("/api/v1/sessions/{id}/joining", post().to(api::people::join))
        .route("/api/v1/sessions/{id}/answers", post().to(api::people::answer));
}
