//! The routes of works on cases, and of how editions take them.

use crate::cases::{api, pages};
use crate::web::table::Table;
use actix_web::web::{delete, get, post, put};

/// Every route of cases.
pub(super) fn table(table: &mut Table) {
    table
        .route("/learn/{enrolment}/cases/{activity}", get().to(pages::work::show))
        .route("/learn/{enrolment}/cases/{activity}/draft", post().to(pages::work::save_draft))
        .route("/learn/{enrolment}/cases/{activity}/submissions", post().to(pages::work::hand_in))
        .route("/learn/{enrolment}/cases/{activity}/ratings/{submission}", post().to(pages::ratings::create))
        .route("/editions/{edition}/cases/{activity}/setup", get().to(pages::setups::show))
        .route("/editions/{edition}/cases/{activity}/setup", post().to(pages::setups::create))
        .route("/editions/{edition}/cases/{activity}/extensions", get().to(pages::extensions::index))
        .route("/editions/{edition}/cases/{activity}/extensions", post().to(pages::extensions::create))
        .route(
            "/editions/{edition}/cases/{activity}/extensions/{extension}/revocation",
            post().to(pages::extensions::revoke),
        )
        .route("/submissions/{submission}/hiding", get().to(pages::hidings::show))
        .route("/submissions/{submission}/hiding", post().to(pages::hidings::create))
        .route("/submissions/{submission}/hidden-work", post().to(pages::hidings::look))
        .route("/submissions/{submission}/hidden-files/{file}", post().to(pages::hidings::file))
        .route("/files/{file}", get().to(pages::files::show))
        .route("/files/{file}/preview", get().to(pages::files::preview));
    api(table);
}

/// The same for programs.
fn api(table: &mut Table) {
    table
        .route("/api/v1/learn/{enrolment}/cases/{activity}", get().to(api::work::show))
        .route("/api/v1/learn/{enrolment}/cases/{activity}/draft", put().to(api::work::update_draft))
        .route(
            "/api/v1/learn/{enrolment}/cases/{activity}/submissions",
            post().to(api::work::create_submission),
        )
        .route("/api/v1/learn/{enrolment}/cases/{activity}/ratings/{submission}", put().to(api::teams::rate))
        .route("/api/v1/files", post().to(api::work::create_file))
        .route("/api/v1/files/{file}", get().to(api::work::show_file))
        .route("/api/v1/editions/{edition}/cases/{activity}/setup", get().to(api::setups::show))
        .route("/api/v1/editions/{edition}/cases/{activity}/setup", put().to(api::setups::update))
        .route("/api/v1/editions/{edition}/cases/{activity}/extensions", get().to(api::extensions::index))
        .route("/api/v1/editions/{edition}/cases/{activity}/extensions", post().to(api::extensions::create))
        .route(
            "/api/v1/editions/{edition}/cases/{activity}/extensions/{extension}",
            delete().to(api::extensions::take_back),
        )
        .route("/api/v1/submissions/{submission}/hiding", post().to(api::extensions::hide));
}
