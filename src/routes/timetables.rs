//! The routes of the room `timetables`.

use crate::timetables::{api, pages};
use crate::web::paths;
use crate::web::table::Table;
use actix_web::web::{get, post};

/// Every route of it.
pub(super) fn table(table: &mut Table) {
    use pages::{copies, series, weeks};
    table
        .route(paths::WEEK, get().to(weeks::own))
        .route("/editions/{edition}/week", get().to(weeks::of_edition))
        .route("/editions/{edition}/session-series/new", get().to(series::new))
        .route("/editions/{edition}/session-series/dry-runs", post().to(series::look))
        .route("/editions/{edition}/session-series", post().to(series::create))
        .route("/editions/{edition}/schedule-copies/new", get().to(copies::new))
        .route("/editions/{edition}/schedule-copies", post().to(copies::create));
    table
        .route("/api/v1/week", get().to(api::weeks::own_week))
        .route("/api/v1/editions/{edition}/week", get().to(api::weeks::week))
        .route("/api/v1/editions/{edition}/session-series/dry-runs", post().to(api::look_at_series))
        .route("/api/v1/editions/{edition}/session-series", post().to(api::book_series))
        .route("/api/v1/editions/{edition}/schedule-copies/dry-runs", post().to(api::look_at_copy))
        .route("/api/v1/editions/{edition}/schedule-copies", post().to(api::book_copy));
}
