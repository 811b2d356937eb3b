//! The routes of the room `make_ups`.

use crate::make_ups::{api, pages};
use actix_web::web::{ServiceConfig, get, post};

/// Every route of it.
pub(super) fn table(cfg: &mut ServiceConfig) {
    cfg.route("/sessions/{session}/make-ups", get().to(pages::index))
        .route("/sessions/{session}/make-ups", post().to(pages::create))
        .route("/sessions/{session}/make-up-withdrawals", post().to(pages::withdraw))
        .route("/api/v1/sessions/{id}/make-ups", get().to(api::index))
        .route("/api/v1/sessions/{id}/make-ups", post().to(api::create))
        .route("/api/v1/sessions/{id}/make-up-withdrawals", post().to(api::withdraw));
}
