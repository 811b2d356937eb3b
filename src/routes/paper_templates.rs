//! The routes of the room `paper_templates`.

use crate::paper_templates::{api, pages};
use crate::web::paths;
use crate::web::table::Table;
use actix_web::web::{get, post, put};

/// Every route of it.
pub(super) fn table(table: &mut Table) {
    table
        .route(paths::PAPER_TEMPLATES, get().to(pages::index))
        .route(paths::PAPER_TEMPLATES, post().to(pages::create))
        .route(paths::NEW_PAPER_TEMPLATE, get().to(pages::new))
        .route("/paper-templates/{paper_template}", get().to(pages::show))
        .route("/paper-templates/{paper_template}/versions", post().to(pages::add_version))
        .route("/paper-templates/{paper_template}/choice", post().to(pages::choose))
        .route("/paper-templates/{paper_template}/versions/{paper_version}", get().to(pages::version))
        .route("/paper-templates/{paper_template}/versions/{paper_version}/preview", get().to(pages::preview))
        .route("/paper-templates/{paper_template}/versions/{paper_version}/source", get().to(pages::source));
    table
        .route("/api/v1/paper-templates", get().to(api::index))
        .route("/api/v1/paper-templates", post().to(api::create))
        .route("/api/v1/paper-templates/fields", get().to(api::fields))
        .route("/api/v1/paper-templates/{paper_template}", get().to(api::show))
        .route("/api/v1/paper-templates/{paper_template}/versions", post().to(api::add_version))
        .route("/api/v1/paper-templates/{paper_template}/choice", put().to(api::choose))
        .route(
            "/api/v1/paper-templates/{paper_template}/versions/{paper_version}/preview",
            get().to(api::preview),
        );
}
