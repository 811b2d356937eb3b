//! The routes of the room `registers`.

use crate::registers::{api, pages};
use crate::web::table::Table;
use actix_web::web::{get, post, put};

/// Every route of it.
pub(super) fn table(table: &mut Table) {
    table
        .route("/organisations/{organisation}/registers", get().to(pages::numbers::index))
        .route("/organisations/{organisation}/registers/{document_kind}", get().to(pages::numbers::edit))
        .route("/organisations/{organisation}/registers/{document_kind}", post().to(pages::numbers::update))
        .route(
            "/organisations/{organisation}/registers/{document_kind}/prepared-numbers",
            post().to(pages::numbers::prepare),
        )
        .route(
            "/organisations/{organisation}/registers/{document_kind}/skips",
            post().to(pages::numbers::skip),
        )
        .route("/organisations/{organisation}/number-gaps", get().to(pages::numbers::gaps))
        .route("/organisations/{organisation}/blanks", get().to(pages::blanks::index))
        .route("/organisations/{organisation}/blanks", post().to(pages::blanks::create))
        .route("/organisations/{organisation}/blank-spoilings", post().to(pages::blanks::spoil))
        .route("/organisations/{organisation}/register-years", get().to(pages::years::index))
        .route("/organisations/{organisation}/register-closings", post().to(pages::years::close))
        .route("/organisations/{organisation}/register-openings", post().to(pages::years::open));
    table
        .route("/api/v1/organisations/{organisation}/registers", get().to(api::index))
        .route("/api/v1/organisations/{organisation}/registers/{document_kind}", put().to(api::update))
        .route(
            "/api/v1/organisations/{organisation}/registers/{document_kind}/prepared-numbers",
            post().to(api::prepare),
        )
        .route("/api/v1/organisations/{organisation}/registers/{document_kind}/skips", post().to(api::skip))
        .route("/api/v1/organisations/{organisation}/number-gaps", get().to(api::gaps))
        .route("/api/v1/organisations/{organisation}/blanks", get().to(api::blanks::blanks))
        .route("/api/v1/organisations/{organisation}/blanks", post().to(api::blanks::receive))
        .route("/api/v1/organisations/{organisation}/blank-spoilings", post().to(api::blanks::spoil))
        .route("/api/v1/organisations/{organisation}/register-years", get().to(api::years::index))
        .route("/api/v1/organisations/{organisation}/register-closings", post().to(api::years::close))
        .route("/api/v1/organisations/{organisation}/register-openings", post().to(api::years::open));
}
