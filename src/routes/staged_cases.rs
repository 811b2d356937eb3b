//! The steps of staged cases: playing, the way beside a work, a case in an edition.

use crate::web::table::Table;
use actix_web::web::{get, post, put};

/// Every route of them.
pub(super) fn table(table: &mut Table) {
    use crate::staged_cases::{api, pages::overview, pages::playing};
    table
        .route("/learn/{enrolment}/cases/{activity}/steps", get().to(playing::show))
        .route("/learn/{enrolment}/cases/{activity}/steps", post().to(playing::open))
        .route("/learn/{enrolment}/cases/{activity}/steps/{step}/decision", post().to(playing::decide))
        .route("/learn/{enrolment}/cases/{activity}/steps/{step}/draft", post().to(playing::save_draft))
        .route("/submissions/{submission}/path", get().to(overview::path))
        .route("/editions/{edition}/cases/{activity}", get().to(overview::show))
        .route("/editions/{edition}/cases/{activity}/debrief", post().to(overview::open_debrief))
        .route("/cases/{activity}", get().to(overview::preview));
    table
        .route("/api/v1/learn/{enrolment}/cases/{activity}/steps", get().to(api::steps::show))
        .route("/api/v1/learn/{enrolment}/cases/{activity}/steps", post().to(api::steps::create))
        .route(
            "/api/v1/learn/{enrolment}/cases/{activity}/steps/{step}/decision",
            post().to(api::steps::decide),
        )
        .route(
            "/api/v1/learn/{enrolment}/cases/{activity}/steps/{step}/draft",
            put().to(api::steps::update_draft),
        )
        .route("/api/v1/submissions/{submission}/path", get().to(api::paths::path))
        .route("/api/v1/editions/{edition}/cases/{activity}", get().to(api::paths::overview))
        .route("/api/v1/editions/{edition}/cases/{activity}/debrief", post().to(api::paths::open_debrief));
}
