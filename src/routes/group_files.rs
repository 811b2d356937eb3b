//! The routes of the room `group_files`.

use crate::group_files::{api, pages};
use crate::web::table::Table;
use actix_web::web::{get, post};

/// Every route of it.
pub(super) fn table(table: &mut Table) {
    table
        .route("/editions/{edition}/group-files", get().to(pages::index))
        .route("/editions/{edition}/group-files", post().to(pages::create))
        .route("/group-files/{group_file}/archive", get().to(pages::archive))
        .route("/api/v1/editions/{edition}/group-files", get().to(api::index))
        .route("/api/v1/editions/{edition}/group-files", post().to(api::create))
        .route("/api/v1/group-files/{group_file}/archive", get().to(api::archive));
}
