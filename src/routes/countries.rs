//! The routes of the room `countries`.

use crate::countries::{actions, api, pages};
use crate::programmes::actions::HoursOf;
use crate::web::paths;
use crate::web::table::Table;
use actix_web::web::{Data, ServiceConfig, get, post, put};

/// What rooms to its left ask of it.
pub(super) fn settings(cfg: &mut ServiceConfig) {
    cfg.app_data(Data::new(HoursOf { limits: actions::hours::limits }));
}

/// Every route of it.
pub(super) fn table(table: &mut Table) {
    table
        .route(paths::COUNTRIES, get().to(pages::index))
        .route("/countries/{country}", get().to(pages::show))
        .route("/countries/{country}/profile", get().to(pages::file))
        .route("/countries/{country}/dry-runs", post().to(pages::look))
        .route("/countries/{country}/versions", post().to(pages::create))
        .route("/organisations/{organisation}/country", get().to(pages::organisation))
        .route("/organisations/{organisation}/country", post().to(pages::update))
        .route("/organisations/{organisation}/licences", get().to(pages::licences::index))
        .route("/organisations/{organisation}/licences", post().to(pages::licences::create))
        .route("/organisations/{organisation}/licence-removals", post().to(pages::licences::remove))
        .route("/api/v1/organisations/{organisation}/licences", get().to(api::licences::index))
        .route("/api/v1/organisations/{organisation}/licences", post().to(api::licences::create))
        .route("/api/v1/organisations/{organisation}/licence-removals", post().to(api::licences::remove))
        .route("/api/v1/countries", get().to(api::index))
        .route("/api/v1/countries/{country}", get().to(api::show))
        .route("/api/v1/countries/{country}/dry-runs", post().to(api::look))
        .route("/api/v1/countries/{country}/versions", post().to(api::create))
        .route("/api/v1/organisations/{organisation}/country", get().to(api::organisation))
        .route("/api/v1/organisations/{organisation}/country", put().to(api::update));
}
