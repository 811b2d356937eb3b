//! The routes of the room `credentials`.

use crate::credentials::{api, pages};
use crate::documents;
use crate::web::paths;
use crate::web::table::Table;
use actix_web::web::{get, post};

/// Every route of it.
pub(super) fn table(table: &mut Table) {
    table
        .route(paths::SITE_KEYS, get().to(pages::site_keys))
        .route("/organisations/{public_id}/did.json", get().to(pages::organisation_keys))
        .route(paths::ALL_KEYS, get().to(pages::all_keys))
        .route("/credentials/status-lists/{status_list}", get().to(pages::status_list))
        .route(paths::CREDENTIAL_VERIFICATION, get().to(pages::new))
        .route(paths::CREDENTIAL_VERIFICATION, post().to(pages::create))
        .route(paths::CREDENTIAL_KEYS, get().to(pages::index))
        .route("/credentials/issuers/{issuer}/rotations", post().to(pages::rotate))
        .route("/credentials/keys/{credential_key}/withdrawal", post().to(pages::withdraw))
        .route("/documents/{document}/credential", get().to(documents::pages::credential::show))
        .route("/documents/{document}/credential/{form}", get().to(documents::pages::credential::file));
    table
        .route("/api/v1/credentials/verifications", post().to(api::check))
        .route("/api/v1/credentials/keys", get().to(api::published))
        .route("/api/v1/credentials/issuers", get().to(api::index))
        .route("/api/v1/credentials/issuers/{issuer}/rotations", post().to(api::rotate))
        .route("/api/v1/credentials/keys/{credential_key}/withdrawal", post().to(api::withdraw))
        .route("/api/v1/documents/{document}/credential/{form}", get().to(documents::api::credential::file));
}
