//! Calendars, their addresses and messages to everybody concerned as JSON.

pub mod calendar;
pub mod feeds;
pub mod notices;

/// The description of this room's part of the API.
#[derive(utoipa::OpenApi)]
#[openapi(paths(
    calendar::own,
    calendar::own_appointments,
    calendar::edition,
    feeds::index,
    feeds::create,
    feeds::revoke,
    feeds::invitations,
    feeds::choose,
    notices::of_session,
    notices::tell_session,
    notices::of_edition,
    notices::tell_edition
))]
pub struct Doc;
