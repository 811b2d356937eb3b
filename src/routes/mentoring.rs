//! The routes of the room `mentoring`.

use crate::mentoring::{api, pages};
use crate::web::paths;
use crate::web::table::Table;
use actix_web::web::{get, post, put};

/// Every route of it.
pub(super) fn table(table: &mut Table) {
    table
        .route(paths::MENTORING, get().to(pages::board::places))
        .route("/organisations/{organisation}/mentors", get().to(pages::board::index))
        .route("/organisations/{organisation}/mentors", post().to(pages::board::create))
        .route("/organisations/{organisation}/mentor-settings", get().to(pages::setting::edit))
        .route("/organisations/{organisation}/mentor-settings", post().to(pages::setting::update))
        .route("/mentors/{mentor}", get().to(pages::mentor::show))
        .route("/mentors/{mentor}/checks", post().to(pages::mentor::check))
        .route("/mentors/{mentor}/steps", post().to(pages::mentor::step))
        .route("/mentors/{mentor}/interviews", post().to(pages::mentor::interview))
        .route("/mentors/{mentor}/pairs", post().to(pages::mentor::pair))
        .route("/mentor-pairs/{mentor_pair}/start", post().to(pages::mentor::begin))
        .route("/mentor-pairs/{mentor_pair}/contacts", post().to(pages::mentor::contact))
        .route("/mentor-pairs/{mentor_pair}/extensions", post().to(pages::mentor::extend))
        .route("/mentor-pairs/{mentor_pair}/closure", post().to(pages::mentor::close))
        .route(paths::MY_MENTORING, get().to(pages::own::show))
        .route(paths::MY_MENTORING, post().to(pages::own::apply))
        .route(paths::MY_MENTORING_DATA, get().to(pages::own::data))
        .route("/my-mentoring/{mentor}/withdrawal", post().to(pages::own::withdraw));
    table
        .route("/api/v1/organisations/{organisation}/mentors", get().to(api::index))
        .route("/api/v1/organisations/{organisation}/mentors", post().to(api::create))
        .route("/api/v1/organisations/{organisation}/mentor-settings", get().to(api::show_setting))
        .route("/api/v1/organisations/{organisation}/mentor-settings", put().to(api::update_setting))
        .route("/api/v1/mentors/{mentor}", get().to(api::show))
        .route("/api/v1/mentors/{mentor}/checks", post().to(api::check))
        .route("/api/v1/mentors/{mentor}/steps", post().to(api::step))
        .route("/api/v1/mentors/{mentor}/interviews", post().to(api::interview))
        .route("/api/v1/mentors/{mentor}/pairs", post().to(api::pair))
        .route("/api/v1/mentor-pairs/{mentor_pair}/start", post().to(api::begin))
        .route("/api/v1/mentor-pairs/{mentor_pair}/contacts", post().to(api::contact))
        .route("/api/v1/mentor-pairs/{mentor_pair}/extensions", post().to(api::extend))
        .route("/api/v1/mentor-pairs/{mentor_pair}/closure", post().to(api::close))
        .route("/api/v1/my/mentoring", get().to(api::own::own))
        .route("/api/v1/my/mentoring", post().to(api::own::apply))
        .route("/api/v1/my/mentoring/{mentor}/withdrawal", post().to(api::own::withdraw));
}
