//! The routes of the room `holidays`.

use crate::holidays::{api, pages};
use crate::web::paths;
use crate::web::table::Table;
use actix_web::web::{delete, get, post, put};

/// Every route of it.
pub(super) fn table(table: &mut Table) {
    use pages::{editions, lists};
    table
        .route(paths::HOLIDAYS, get().to(lists::index))
        .route(paths::HOLIDAYS, post().to(lists::create))
        .route(paths::NEW_HOLIDAYS, get().to(lists::new))
        .route(paths::HOLIDAY_DRY_RUNS, post().to(lists::look))
        .route("/holidays/{list}/removal", post().to(lists::remove))
        .route("/editions/{edition}/days-off", get().to(editions::show))
        .route("/editions/{edition}/days-off", post().to(editions::update))
        .route("/editions/{edition}/closed-hours", post().to(editions::close))
        .route("/editions/{edition}/closed-hours/{closed}/removal", post().to(editions::open_again));
    table
        .route("/api/v1/holidays", get().to(api::index))
        .route("/api/v1/holidays", post().to(api::import))
        .route("/api/v1/holidays/{list}", delete().to(api::remove))
        .route("/api/v1/editions/{edition}/days-off", get().to(api::show))
        .route("/api/v1/editions/{edition}/days-off", put().to(api::keep))
        .route("/api/v1/editions/{edition}/closed-hours", post().to(api::close))
        .route("/api/v1/editions/{edition}/closed-hours/{closed}", delete().to(api::open_again));
}
