//! The routes of the room `sign_ups`.

use crate::sign_ups::{api, pages};
use crate::web::table::Table;
use actix_web::web::{delete, get, post, put};

/// Every route of it.
pub(super) fn table(table: &mut Table) {
    use pages::{own, places};
    table
        .route("/sessions/{session}/places", get().to(places::show))
        .route("/sessions/{session}/places", post().to(places::update))
        .route("/sessions/{session}/places/removal", post().to(places::remove))
        .route("/sessions/{session}/sign-ups", post().to(places::admit))
        .route("/sessions/{session}/sign-ups/releases", post().to(places::withdraw))
        .route("/sessions/{session}/sign-ups/promotions", post().to(places::promote))
        .route("/sessions/{session}/sign-up", get().to(own::show))
        .route("/sessions/{session}/sign-up", post().to(own::create))
        .route("/sessions/{session}/sign-up/release", post().to(own::release))
        .route("/api/v1/sessions/{id}/places", get().to(api::show))
        .route("/api/v1/sessions/{id}/places", put().to(api::update))
        .route("/api/v1/sessions/{id}/places", delete().to(api::destroy))
        .route("/api/v1/sessions/{id}/sign-ups", post().to(api::admit))
        .route("/api/v1/sessions/{id}/sign-ups/releases", post().to(api::withdraw))
        .route("/api/v1/sessions/{id}/sign-ups/promotions", post().to(api::promote))
        .route("/api/v1/sessions/{id}/sign-up", get().to(api::own))
        .route("/api/v1/sessions/{id}/sign-up", post().to(api::create))
        .route("/api/v1/sessions/{id}/sign-up", delete().to(api::release));
}
