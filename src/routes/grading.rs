//! The routes of those who grade works.

use crate::web::paths;
use crate::web::table::Table;
use actix_web::web::{delete, get, post, put};

/// Every route of grading.
pub(super) fn table(table: &mut Table) {
    use crate::grading::pages::{
        agreement, assignments, calibration, cases, claims, comments, desk, drafts, members, queue, releases,
    };
    table
        .route(paths::GRADING, get().to(queue::index))
        .route("/submissions/{submission}", get().to(desk::show))
        .route("/submissions/{submission}/claim", post().to(claims::create))
        .route("/submissions/{submission}/claim/removal", post().to(claims::destroy))
        .route("/submissions/{submission}/assignment", post().to(assignments::create))
        .route("/submissions/{submission}/marking-draft", post().to(drafts::save))
        .route("/submissions/{submission}/grading", post().to(desk::create))
        .route("/submissions/{submission}/correction", post().to(desk::correct))
        .route("/submissions/{submission}/release", post().to(releases::create))
        .route("/submissions/{submission}/members/{enrolment}", post().to(members::adjust))
        .route("/submissions/{submission}/comments", post().to(comments::create))
        .route("/passage-comments/{comment}/removal", post().to(comments::destroy))
        .route("/editions/{edition}/cases/{activity}/agreement", get().to(agreement::show))
        .route("/editions/{edition}/cases/{activity}/calibration", get().to(calibration::show))
        .route("/editions/{edition}/cases/{activity}/calibration", post().to(calibration::create))
        .route("/submissions/{submission}/calibration", post().to(calibration::mark))
        .route("/submissions/{submission}/calibration/removal", post().to(calibration::destroy))
        .route("/editions/{edition}/cases", get().to(cases::index))
        .route("/editions/{edition}/cases/{activity}/releases", post().to(releases::create_all))
        .route("/editions/{edition}/grading-exceptions", post().to(cases::create_exception))
        .route("/grading-exceptions/{exception}/revocation", post().to(cases::revoke_exception));
    api(table);
}

/// The same for programs.
fn api(table: &mut Table) {
    use crate::grading::api::{agreement, calibration, cases, desk, members, work};
    table
        .route("/api/v1/grading", get().to(desk::index))
        .route("/api/v1/submissions/{submission}", get().to(desk::show))
        .route("/api/v1/submissions/{submission}/claim", post().to(work::claim))
        .route("/api/v1/submissions/{submission}/claim", delete().to(work::leave))
        .route("/api/v1/submissions/{submission}/assignment", put().to(work::assign))
        .route("/api/v1/submissions/{submission}/marking-draft", put().to(work::draft))
        .route("/api/v1/submissions/{submission}/grading", post().to(work::grade))
        .route("/api/v1/submissions/{submission}/grading", put().to(work::correct))
        .route("/api/v1/submissions/{submission}/release", post().to(work::release))
        .route("/api/v1/submissions/{submission}/members/{enrolment}", put().to(members::adjust))
        .route("/api/v1/submissions/{submission}/comments", post().to(work::comment))
        .route("/api/v1/passage-comments/{comment}", delete().to(work::remove_comment))
        .route("/api/v1/editions/{edition}/cases/{activity}/agreement", get().to(agreement::show))
        .route("/api/v1/editions/{edition}/cases/{activity}/calibration", get().to(calibration::show))
        .route("/api/v1/editions/{edition}/cases/{activity}/calibration", post().to(calibration::choose))
        .route("/api/v1/submissions/{submission}/calibration", post().to(calibration::mark))
        .route("/api/v1/submissions/{submission}/calibration", delete().to(calibration::unchoose))
        .route("/api/v1/editions/{edition}/cases", get().to(cases::index))
        .route("/api/v1/editions/{edition}/cases/{activity}/releases", post().to(cases::release))
        .route("/api/v1/editions/{edition}/grading-exceptions", post().to(cases::except))
        .route("/api/v1/grading-exceptions/{exception}", delete().to(cases::revoke));
}
