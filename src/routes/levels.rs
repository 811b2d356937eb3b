//! The routes of the room `levels`.

use crate::levels::{api, pages};
use crate::web::paths;
use crate::web::table::Table;
use actix_web::web::{get, post, put};

/// Every route of it.
pub(super) fn table(table: &mut Table) {
    table
        .route(paths::MENTORS, get().to(pages::registry))
        .route("/mentor-tables/{format}", get().to(pages::table))
        .route(paths::OWN_LEVELS, get().to(pages::own))
        .route("/people/{person}/levels", get().to(pages::person))
        .route("/organisations/{organisation}/level-rules", get().to(pages::rule))
        .route("/organisations/{organisation}/level-rules", post().to(pages::set_rule));
    table
        .route("/api/v1/mentors", get().to(api::registry))
        .route("/api/v1/my/levels", get().to(api::own))
        .route("/api/v1/people/{person}/levels", get().to(api::person))
        .route("/api/v1/organisations/{organisation}/level-rule", get().to(api::rule))
        .route("/api/v1/organisations/{organisation}/level-rule", put().to(api::set_rule));
}
