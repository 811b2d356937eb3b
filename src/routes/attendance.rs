//! The routes of sessions, roll calls and schedules.

use crate::attendance;
use crate::web::paths;
use crate::web::table::Table;
use actix_web::web::{get, post, put};

/// Every route of them.
pub(super) fn table(table: &mut Table) {
    use attendance::pages::{plans, schedules, sessions};
    table
        .route("/editions/{edition}/sessions", get().to(sessions::index))
        .route("/editions/{edition}/sessions", post().to(sessions::create))
        .route("/editions/{edition}/sessions/new", get().to(sessions::new))
        .route("/editions/{edition}/session-plans", post().to(plans::create))
        .route("/editions/{edition}/session-plans/new", get().to(plans::new))
        .route("/sessions/{session}/edit", get().to(sessions::edit))
        .route("/sessions/{session}/edit", post().to(sessions::update))
        .route("/sessions/{session}/cancellation", post().to(sessions::cancel))
        .route(paths::SCHEDULE, get().to(schedules::index))
        .route("/learn/{enrolment}/meetings/{activity}", get().to(schedules::show));
    use attendance::api::{self, timetable};
    table
        .route("/api/v1/editions/{id}/sessions", get().to(timetable::index))
        .route("/api/v1/editions/{id}/sessions", post().to(timetable::create))
        .route("/api/v1/editions/{id}/session-conflicts", get().to(api::conflicts::index))
        .route("/api/v1/editions/{id}/session-plans", post().to(timetable::plan))
        .route("/api/v1/sessions/{id}", get().to(api::show))
        .route("/api/v1/sessions/{id}", put().to(timetable::update))
        .route("/api/v1/sessions/{id}/marks", put().to(api::update_marks))
        .route("/api/v1/sessions/{id}/cancellation", post().to(timetable::cancel))
        .route("/api/v1/schedule", get().to(api::schedule));
}
