//! The routes of the room `webinars`.

use crate::web::table::Table;
use crate::webinars::{api, pages};
use actix_web::web::{get, post, put};

/// Every route of it.
pub(super) fn table(table: &mut Table) {
    table
        .route("/sessions/{session}/webinar-lists", get().to(pages::index))
        .route("/sessions/{session}/webinar-lists", post().to(pages::create))
        .route("/sessions/{session}/webinar-lists/{webinar}", get().to(pages::show))
        .route("/sessions/{session}/webinar-lists/{webinar}/file", get().to(pages::file))
        .route("/sessions/{session}/webinar-lists/{webinar}/columns", get().to(pages::columns))
        .route("/sessions/{session}/webinar-lists/{webinar}/columns", post().to(pages::choose))
        .route("/sessions/{session}/webinar-lists/{webinar}/clock", post().to(pages::set_clock))
        .route("/sessions/{session}/webinar-lists/{webinar}/decisions", post().to(pages::decide))
        .route("/sessions/{session}/webinar-lists/{webinar}/applications", post().to(pages::apply))
        .route("/sessions/{session}/webinar-lists/{webinar}/removal", post().to(pages::remove))
        .route("/api/v1/sessions/{id}/webinar-lists", get().to(api::index))
        .route("/api/v1/sessions/{id}/webinar-lists", post().to(api::create))
        .route("/api/v1/sessions/{id}/webinar-lists/{webinar}", get().to(api::show))
        .route("/api/v1/sessions/{id}/webinar-lists/{webinar}/columns", put().to(api::choose))
        .route("/api/v1/sessions/{id}/webinar-lists/{webinar}/clock", put().to(api::set_clock))
        .route("/api/v1/sessions/{id}/webinar-lists/{webinar}/decisions", put().to(api::decide))
        .route("/api/v1/sessions/{id}/webinar-lists/{webinar}/removal", post().to(api::remove))
        .route("/api/v1/sessions/{id}/webinar-lists/{webinar}/applications", post().to(api::apply));
}
