//! The routes of the room `identities`.

use crate::identities::{api, pages};
use crate::web::paths;
use crate::web::table::Table;
use actix_web::web::{delete, get, post, put};

/// Every route of it.
pub(super) fn table(table: &mut Table) {
    use pages::{consents, person};
    table
        .route(paths::IDENTITY, get().to(person::own))
        .route("/people/{person}/identity", get().to(person::show))
        .route("/people/{person}/identity", post().to(person::update))
        .route("/people/{person}/identity/education", post().to(person::record_education))
        .route("/people/{person}/identity/names", post().to(person::change_name))
        .route("/people/{person}/identity/disclosures", post().to(person::disclose))
        .route("/people/{person}/identity/scan", get().to(person::scan))
        .route("/people/{person}/public-name", get().to(consents::show))
        .route("/people/{person}/public-name", post().to(consents::give))
        .route("/people/{person}/public-name/withdrawal", post().to(consents::withdraw))
        .route("/editions/{edition}/identities", get().to(pages::group));
    table
        .route("/api/v1/people/{person}/identity", get().to(api::show))
        .route("/api/v1/people/{person}/identity", put().to(api::update))
        .route("/api/v1/people/{person}/identity/education", put().to(api::record_education))
        .route("/api/v1/people/{person}/identity/names", post().to(api::change_name))
        .route("/api/v1/people/{person}/identity/disclosures", post().to(api::disclose))
        .route("/api/v1/people/{person}/public-name", get().to(api::consents::show))
        .route("/api/v1/people/{person}/public-name", post().to(api::consents::give))
        .route("/api/v1/people/{person}/public-name", delete().to(api::consents::withdraw))
        .route("/api/v1/editions/{edition}/identities", get().to(api::group));
}
