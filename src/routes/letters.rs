//! The routes of the room `letters`. Letters are issued as a batch.

use crate::document_batches;
use crate::letters::api::{self, service};
use crate::letters::pages;
use crate::web::paths;
use crate::web::table::Table;
use actix_web::web::{get, post};

/// Every route of it.
pub(super) fn table(table: &mut Table) {
    table
        .route(paths::LETTERS, get().to(pages::new))
        .route(paths::LETTERS, post().to(document_batches::pages::create_letters))
        .route(paths::LETTER_PREVIEWS, post().to(pages::preview))
        .route(paths::SERVICE_RECORDS, get().to(pages::service::own))
        .route(paths::SERVICE_RECORDS, post().to(pages::service::ask))
        .route(paths::SERVICE_RECORD_REQUESTS, get().to(pages::service::index))
        .route("/service-record-requests/{service_request}", get().to(pages::service::show))
        .route("/service-record-requests/{service_request}/signature", post().to(pages::service::sign))
        .route("/service-record-requests/{service_request}/refusal", post().to(pages::service::refuse))
        .route("/api/v1/my/service-records", get().to(service::own))
        .route("/api/v1/my/service-records", post().to(service::ask))
        .route("/api/v1/service-record-requests", get().to(service::index))
        .route("/api/v1/service-record-requests/{service_request}", get().to(service::show))
        .route("/api/v1/service-record-requests/{service_request}/signature", post().to(service::sign))
        .route("/api/v1/service-record-requests/{service_request}/refusal", post().to(service::refuse))
        .route(paths::AUTHORITY_DOCUMENTS, get().to(pages::authority::index))
        .route(paths::AUTHORITY_DOCUMENTS, post().to(pages::authority::create))
        .route("/authority-documents/{document}/pdf", get().to(pages::authority::pdf))
        .route("/authority-documents/{document}/revocation", post().to(pages::authority::revoke))
        .route("/api/v1/letters", post().to(document_batches::api::create_letters))
        .route("/api/v1/authority-documents", get().to(api::index))
        .route("/api/v1/authority-documents", post().to(api::create))
        .route("/api/v1/authority-documents/{document}/revocation", post().to(api::revoke));
}
