//! The routes of the room `outside_proofs`.

use crate::outside_proofs::{api, pages};
use crate::web::paths;
use crate::web::table::Table;
use actix_web::web::{get, post, put};

/// Every route of it.
pub(super) fn table(table: &mut Table) {
    table
        .route("/editions/{edition}/entry-condition", get().to(pages::condition))
        .route("/editions/{edition}/entry-condition", post().to(pages::set_condition))
        .route("/editions/{edition}/entry", get().to(pages::entry))
        .route("/editions/{edition}/entry", post().to(pages::show))
        .route(paths::OWN_PROOFS, get().to(pages::own))
        .route(paths::OUTSIDE_PROOFS, get().to(pages::desk))
        .route("/outside-proofs/{proof}/decisions", post().to(pages::decide))
        .route("/outside-proofs/{proof}/file", get().to(pages::file));
    table
        .route("/api/v1/editions/{edition}/entry-condition", get().to(api::condition))
        .route("/api/v1/editions/{edition}/entry-condition", put().to(api::set_condition))
        .route("/api/v1/editions/{edition}/entry", get().to(api::entry))
        .route("/api/v1/editions/{edition}/entry", post().to(api::show))
        .route("/api/v1/my/outside-proofs", get().to(api::own))
        .route("/api/v1/outside-proofs", get().to(api::desk))
        .route("/api/v1/outside-proofs/{proof}/decisions", post().to(api::decide));
}
