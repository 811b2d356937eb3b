//! The routes of the room `document_batches`.

use crate::document_batches::{api, pages};
use crate::web::paths;
use crate::web::table::Table;
use actix_web::web::{get, post};

/// Every route of it.
pub(super) fn table(table: &mut Table) {
    table
        .route(paths::DOCUMENT_BATCHES, get().to(pages::index))
        .route("/document-batches/{batch}", get().to(pages::show))
        .route("/document-batches/{batch}/continuation", post().to(pages::carry_on))
        .route("/document-batches/{batch}/archive", get().to(pages::archive))
        .route("/api/v1/document-batches", get().to(api::index))
        .route("/api/v1/editions/{edition}/document-batches", post().to(api::create))
        .route("/api/v1/document-batches/{batch}", get().to(api::show))
        .route("/api/v1/document-batches/{batch}/continuation", post().to(api::carry_on))
        .route("/api/v1/document-batches/{batch}/archive", get().to(api::archive));
}
