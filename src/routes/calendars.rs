//! The calendar of a person and of an edition: month, week, list, feeds and invitations.
//! The routes of the room `calendars`.

use crate::calendars::{api, pages};
use crate::web::paths;
use crate::web::table::Table;
use actix_web::web::{get, post, put};

/// Every route of it.
pub(super) fn table(table: &mut Table) {
    use pages::{calendar, feeds, notices};
    table
        .route(paths::CALENDAR, get().to(calendar::own))
        .route("/editions/{edition}/calendar", get().to(calendar::edition))
        .route(paths::CALENDAR_FEEDS, get().to(feeds::index))
        .route(paths::CALENDAR_FEEDS, post().to(feeds::create))
        .route("/calendar/feeds/{feed}/revocation", post().to(feeds::revoke))
        .route(paths::CALENDAR_INVITATIONS, post().to(feeds::choose))
        .route("/calendar-feeds/{token}.ics", get().to(feeds::show))
        .route("/sessions/{session}/notices", get().to(notices::of_session))
        .route("/sessions/{session}/notices", post().to(notices::tell_session))
        .route("/editions/{edition}/notices", get().to(notices::of_edition))
        .route("/editions/{edition}/notices", post().to(notices::tell_edition))
        .route("/api/v1/calendar", get().to(api::calendar::own))
        .route("/api/v1/calendar/appointments", get().to(api::calendar::own_appointments))
        .route("/api/v1/editions/{edition}/calendar", get().to(api::calendar::edition))
        .route("/api/v1/calendar-feeds", get().to(api::feeds::index))
        .route("/api/v1/calendar-feeds", post().to(api::feeds::create))
        .route("/api/v1/calendar-feeds/{feed}/revocation", post().to(api::feeds::revoke))
        .route("/api/v1/calendar-invitations", get().to(api::feeds::invitations))
        .route("/api/v1/calendar-invitations", put().to(api::feeds::choose))
        .route("/api/v1/sessions/{id}/notices", get().to(api::notices::of_session))
        .route("/api/v1/sessions/{id}/notices", post().to(api::notices::tell_session))
        .route("/api/v1/editions/{edition}/notices", get().to(api::notices::of_edition))
        .route("/api/v1/editions/{edition}/notices", post().to(api::notices::tell_edition));
}
