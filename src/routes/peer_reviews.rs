//! The routes of peer reviews.

use crate::peer_reviews::pages::{reviews, rounds};
use crate::web::table::Table;
use actix_web::web::{get, post, put};

/// Every route of peer reviews.
pub(super) fn table(table: &mut Table) {
    table
        .route("/editions/{edition}/cases/{activity}/peer-reviews", get().to(rounds::show))
        .route("/editions/{edition}/cases/{activity}/peer-reviews", post().to(rounds::create))
        .route("/editions/{edition}/cases/{activity}/peer-reviews/allotment", post().to(rounds::allot))
        .route("/editions/{edition}/cases/{activity}/peer-reviews/release", post().to(rounds::release))
        .route("/learn/{enrolment}/cases/{activity}/peer-reviews", get().to(reviews::index))
        .route("/peer-reviews/{review}", get().to(reviews::show))
        .route("/peer-reviews/{review}", post().to(reviews::hand_in))
        .route("/peer-reviews/{review}/draft", post().to(reviews::save_draft))
        .route("/peer-reviews/{review}/dropping", post().to(reviews::drop_review))
        .route("/peer-reviews/{review}/files/{place}", get().to(reviews::file));
    api(table);
}

/// The same for programs.
fn api(table: &mut Table) {
    use crate::peer_reviews::api::{reviews, rounds};
    table
        .route("/api/v1/editions/{edition}/cases/{activity}/peer-reviews", get().to(rounds::show))
        .route("/api/v1/editions/{edition}/cases/{activity}/peer-reviews", put().to(rounds::update))
        .route("/api/v1/editions/{edition}/cases/{activity}/peer-reviews/allotment", post().to(rounds::allot))
        .route("/api/v1/editions/{edition}/cases/{activity}/peer-reviews/release", post().to(rounds::release))
        .route("/api/v1/learn/{enrolment}/cases/{activity}/peer-reviews", get().to(reviews::index))
        .route("/api/v1/peer-reviews/{review}", get().to(reviews::show))
        .route("/api/v1/peer-reviews/{review}", post().to(reviews::hand_in))
        .route("/api/v1/peer-reviews/{review}/draft", put().to(reviews::save_draft))
        .route("/api/v1/peer-reviews/{review}/dropping", post().to(reviews::drop_review))
        .route("/api/v1/peer-reviews/{review}/files/{place}", get().to(reviews::file));
}
