//! The routes of the room `appointments`.

use crate::appointments::{api, pages};
use crate::web::paths;
use crate::web::table::Table;
use actix_web::web::{get, post, put};

/// Every route of it.
pub(super) fn table(table: &mut Table) {
    use pages::{changing, desk, opening, own, requests, slot};
    table
        .route(paths::APPOINTMENTS, get().to(own::show))
        .route("/editions/{edition}/appointments", get().to(desk::show))
        .route("/editions/{edition}/appointments", post().to(opening::create))
        .route("/editions/{edition}/appointments/new", get().to(opening::new))
        .route("/editions/{edition}/appointments/dry-runs", post().to(opening::look))
        .route("/editions/{edition}/appointment-setting", post().to(desk::set))
        .route("/editions/{edition}/appointment-requests", post().to(own::ask))
        .route("/appointments/{appointment}", get().to(slot::show))
        .route("/appointments/{appointment}/edit", get().to(changing::edit))
        .route("/appointments/{appointment}/changes", post().to(changing::create))
        .route("/appointments/{appointment}/bookings", post().to(own::book))
        .route("/appointments/{appointment}/marks", post().to(slot::mark))
        .route("/appointments/{appointment}/withdrawal", post().to(slot::withdraw))
        .route("/appointment-bookings/{booking}/swap", post().to(own::swap))
        .route("/appointment-bookings/{booking}/cancellation", post().to(own::cancel))
        .route("/appointment-requests/{request}/confirmation", post().to(requests::confirm))
        .route("/appointment-requests/{request}/refusal", post().to(requests::decline))
        .route("/appointment-requests/{request}/withdrawal", post().to(own::take_back));
    for_programs(table);
}

fn for_programs(table: &mut Table) {
    use api::{answers, changes, marks, own, slots};
    table
        .route("/api/v1/appointments", get().to(own::index))
        .route("/api/v1/editions/{edition}/appointments", get().to(slots::index))
        .route("/api/v1/editions/{edition}/appointments", post().to(slots::create))
        .route("/api/v1/editions/{edition}/appointments/dry-runs", post().to(slots::look))
        .route("/api/v1/editions/{edition}/appointment-setting", put().to(slots::set))
        .route("/api/v1/editions/{edition}/appointment-requests", post().to(own::ask))
        .route("/api/v1/appointments/{appointment}", get().to(slots::show))
        .route("/api/v1/appointments/{appointment}/changes", post().to(changes::create))
        .route("/api/v1/appointments/{appointment}/bookings", post().to(own::book))
        .route("/api/v1/appointments/{appointment}/marks", put().to(marks::mark))
        .route("/api/v1/appointments/{appointment}/withdrawal", post().to(slots::withdraw))
        .route("/api/v1/appointment-bookings/{booking}/swap", post().to(own::swap))
        .route("/api/v1/appointment-bookings/{booking}/cancellation", post().to(own::cancel))
        .route("/api/v1/appointment-requests/{request}/confirmation", post().to(answers::confirm))
        .route("/api/v1/appointment-requests/{request}/refusal", post().to(answers::decline))
        .route("/api/v1/appointment-requests/{request}/withdrawal", post().to(own::take_back));
}
