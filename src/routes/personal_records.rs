//! The routes of the room `personal_records`.

use crate::personal_records::{api, pages};
use crate::web::paths;
use crate::web::table::Table;
use actix_web::web::get;

/// Every route of it.
pub(super) fn table(table: &mut Table) {
    table
        .route(paths::OWN_RECORD, get().to(pages::own))
        .route("/record/{paper}", get().to(pages::own_file))
        .route("/people/{person}/record", get().to(pages::show))
        .route("/people/{person}/record/{paper}", get().to(pages::file))
        .route("/api/v1/my/record", get().to(api::own))
        .route("/api/v1/my/record/{paper}", get().to(api::own_file))
        .route("/api/v1/people/{person}/record", get().to(api::show))
        .route("/api/v1/people/{person}/record/{paper}", get().to(api::file));
}
