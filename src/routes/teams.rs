//! The routes of teams.

use crate::teams::{api, pages};
use crate::web::table::Table;
use actix_web::web::{delete, get, post, put};

/// Every route of teams.
pub(super) fn table(table: &mut Table) {
    table
        .route("/editions/{edition}/teams", get().to(pages::sets::index))
        .route("/editions/{edition}/teams", post().to(pages::sets::create))
        .route("/team-sets/{set}", get().to(pages::boards::show))
        .route("/team-sets/{set}/teams", post().to(pages::boards::add_team))
        .route("/team-sets/{set}/members", post().to(pages::boards::place))
        .route("/team-sets/{set}/sign-up", post().to(pages::boards::sign_up))
        .route("/team-sets/{set}/cases", post().to(pages::boards::use_for))
        .route("/team-sets/{set}/balance", get().to(pages::balances::show))
        .route("/team-sets/{set}/balance", post().to(pages::balances::take))
        .route("/teams/{team}", post().to(pages::boards::rename))
        .route("/teams/{team}/removal", post().to(pages::boards::remove))
        .route("/learn/{enrolment}/teams/{set}", get().to(pages::own::show))
        .route("/learn/{enrolment}/teams/{set}", post().to(pages::own::choose));
    api(table);
}

/// The same for programs.
fn api(table: &mut Table) {
    table
        .route("/api/v1/editions/{edition}/team-sets", get().to(api::sets::index))
        .route("/api/v1/editions/{edition}/team-sets", post().to(api::sets::create))
        .route("/api/v1/team-sets/{set}", get().to(api::sets::show))
        .route("/api/v1/team-sets/{set}/teams", post().to(api::sets::add_team))
        .route("/api/v1/team-sets/{set}/members/{enrolment}", put().to(api::sets::place))
        .route("/api/v1/team-sets/{set}/sign-up", put().to(api::sets::sign_up))
        .route("/api/v1/team-sets/{set}/cases", put().to(api::sets::use_for))
        .route("/api/v1/team-sets/{set}/balances", post().to(api::sets::balance))
        .route("/api/v1/teams/{team}", put().to(api::sets::rename))
        .route("/api/v1/teams/{team}", delete().to(api::sets::remove))
        .route("/api/v1/learn/{enrolment}/teams/{set}", get().to(api::own::show))
        .route("/api/v1/learn/{enrolment}/teams/{set}", put().to(api::own::choose));
}
