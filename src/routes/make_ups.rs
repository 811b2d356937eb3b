//! The routes of the room `make_ups`.

use crate::make_ups::{api, pages};
use crate::web::table::Table;
use actix_web::web::{get, post};

/// Every route of it.
pub(super) fn table(table: &mut Table) {
    table
        .route("/sessions/{session}/make-ups", get().to(pages::index))
        .route("/sessions/{session}/make-ups", post().to(pages::create))
        .route("/sessions/{session}/make-up-withdrawals", post().to(pages::withdraw))
        .route("/api/v1/sessions/{id}/make-ups", get().to(api::index))
        .route("/api/v1/sessions/{id}/make-ups", post().to(api::create))
        .route("/api/v1/sessions/{id}/make-up-withdrawals", post().to(api::withdraw));
}
