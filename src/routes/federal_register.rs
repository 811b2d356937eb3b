//! The routes of the room `federal_register`.

use crate::federal_register::{api, pages};
use crate::web::paths;
use crate::web::table::Table;
use actix_web::web::{get, post};

/// Every route of it.
pub(super) fn table(table: &mut Table) {
    table
        .route(paths::FEDERAL_REGISTERS, get().to(pages::index))
        .route("/organisations/{organisation}/federal-register", get().to(pages::board::show))
        .route("/organisations/{organisation}/federal-register/check", get().to(pages::exports::check))
        .route("/organisations/{organisation}/federal-register/outcomes", post().to(pages::outcomes::create))
        .route("/organisations/{organisation}/federal-register/templates", get().to(pages::templates::index))
        .route(
            "/organisations/{organisation}/federal-register/templates",
            post().to(pages::templates::create),
        )
        .route(
            "/organisations/{organisation}/federal-register/templates/{federal_template}",
            get().to(pages::templates::show),
        )
        .route(
            "/organisations/{organisation}/federal-register/templates/{federal_template}/file",
            get().to(pages::templates::file),
        )
        .route("/organisations/{organisation}/federal-register/exports", get().to(pages::exports::index))
        .route("/organisations/{organisation}/federal-register/exports", post().to(pages::exports::create))
        .route(
            "/organisations/{organisation}/federal-register/exports/{federal_export}",
            get().to(pages::exports::show),
        )
        .route(
            "/organisations/{organisation}/federal-register/exports/{federal_export}/file",
            get().to(pages::exports::file),
        )
        .route(
            "/organisations/{organisation}/federal-register/exports/{federal_export}/outcomes",
            post().to(pages::outcomes::of_file),
        )
        .route("/organisations/{organisation}/federal-register/plain", get().to(pages::board::plain))
        .route("/editions/{edition}/federal-settings", get().to(pages::settings::show))
        .route("/editions/{edition}/federal-settings", post().to(pages::settings::update))
        .route("/editions/{edition}/federal-settings/people", post().to(pages::settings::people));
    over_api(table);
}

fn over_api(table: &mut Table) {
    table
        .route("/api/v1/organisations/{organisation}/federal-register", get().to(api::board))
        .route("/api/v1/organisations/{organisation}/federal-register/check", get().to(api::check))
        .route("/api/v1/organisations/{organisation}/federal-register/outcomes", post().to(api::enter))
        .route(
            "/api/v1/organisations/{organisation}/federal-register/templates",
            get().to(api::templates::index),
        )
        .route(
            "/api/v1/organisations/{organisation}/federal-register/templates",
            post().to(api::templates::create),
        )
        .route(
            "/api/v1/organisations/{organisation}/federal-register/templates/{federal_template}/file",
            get().to(api::templates::file),
        )
        .route("/api/v1/organisations/{organisation}/federal-register/exports", get().to(api::exports::index))
        .route(
            "/api/v1/organisations/{organisation}/federal-register/exports",
            post().to(api::exports::create),
        )
        .route(
            "/api/v1/organisations/{organisation}/federal-register/exports/{federal_export}",
            get().to(api::exports::show),
        )
        .route(
            "/api/v1/organisations/{organisation}/federal-register/exports/{federal_export}/file",
            get().to(api::exports::file),
        )
        .route("/api/v1/organisations/{organisation}/federal-register/plain", get().to(api::plain))
        .route("/api/v1/editions/{edition}/federal-settings", get().to(api::settings::show))
        .route("/api/v1/editions/{edition}/federal-settings", post().to(api::settings::choose));
}
