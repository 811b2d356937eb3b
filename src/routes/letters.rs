//! The routes of the room `letters`. Letters are issued as a batch.

use crate::document_batches;
use crate::letters::{api, pages};
use crate::web::paths;
use actix_web::web::{ServiceConfig, get, post};

/// Every route of it.
pub(super) fn table(cfg: &mut ServiceConfig) {
    cfg.route(paths::LETTERS, get().to(pages::new))
        .route(paths::LETTERS, post().to(document_batches::pages::create_letters))
        .route(paths::LETTER_PREVIEWS, post().to(pages::preview))
        .route(paths::AUTHORITY_DOCUMENTS, get().to(pages::authority::index))
        .route(paths::AUTHORITY_DOCUMENTS, post().to(pages::authority::create))
        .route("/authority-documents/{document}/pdf", get().to(pages::authority::pdf))
        .route("/authority-documents/{document}/revocation", post().to(pages::authority::revoke))
        .route("/api/v1/letters", post().to(document_batches::api::create_letters))
        .route("/api/v1/authority-documents", get().to(api::index))
        .route("/api/v1/authority-documents", post().to(api::create))
        .route("/api/v1/authority-documents/{document}/revocation", post().to(api::revoke));
}
