//! The routes of the room `signatures`.

use crate::signatures::{api, pages};
use crate::web::table::Table;
use actix_web::web::{get, post};

/// Every route of it.
pub(super) fn table(table: &mut Table) {
    table
        .route("/documents/{document}/signatures", get().to(pages::of_document))
        .route("/documents/{document}/signatures", post().to(pages::attach_to_document))
        .route("/documents/{document}/signatures/{signature}", get().to(pages::file_of_document))
        .route("/orders/{order}/signatures", get().to(pages::of_order))
        .route("/orders/{order}/signatures", post().to(pages::attach_to_order))
        .route("/orders/{order}/signatures/{signature}", get().to(pages::file_of_order))
        .route("/api/v1/documents/{document}/signatures", get().to(api::of_document))
        .route("/api/v1/documents/{document}/signatures", post().to(api::attach_to_document))
        .route("/api/v1/documents/{document}/signatures/{signature}", get().to(api::file_of_document))
        .route("/api/v1/orders/{order}/signatures", get().to(api::of_order))
        .route("/api/v1/orders/{order}/signatures", post().to(api::attach_to_order))
        .route("/api/v1/orders/{order}/signatures/{signature}", get().to(api::file_of_order));
}
