//! The routes of the room `attendance_papers`.

use crate::attendance_papers::{api, pages};
use crate::web::table::Table;
use actix_web::web::get;

/// Every route of it.
pub(super) fn table(table: &mut Table) {
    table
        .route("/editions/{edition}/attendance", get().to(pages::index))
        .route("/editions/{edition}/attendance/journal/{paper}", get().to(pages::papers::journal))
        .route("/editions/{edition}/attendance/schedule/{paper}", get().to(pages::papers::schedule))
        .route("/sessions/{session}/sign-in-sheet/{paper}", get().to(pages::papers::sign_in))
        .route("/learn/{enrolment}/attendance", get().to(pages::show))
        .route("/learn/{enrolment}/attendance/certificate/{paper}", get().to(pages::papers::certificate))
        .route("/learn/{enrolment}/hours/transcript/{paper}", get().to(pages::papers::transcript))
        .route("/api/v1/editions/{edition}/attendance", get().to(api::index))
        .route("/api/v1/editions/{edition}/attendance/journal/{paper}", get().to(api::papers::journal))
        .route("/api/v1/editions/{edition}/attendance/schedule/{paper}", get().to(api::papers::schedule))
        .route("/api/v1/sessions/{id}/sign-in-sheet/{paper}", get().to(api::papers::sign_in))
        .route("/api/v1/learn/{enrolment}/attendance", get().to(api::show))
        .route("/api/v1/learn/{enrolment}/attendance/certificate/{paper}", get().to(api::papers::certificate))
        .route("/api/v1/learn/{enrolment}/hours/transcript/{paper}", get().to(api::papers::transcript));
}
