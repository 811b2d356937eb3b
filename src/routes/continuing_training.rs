//! The routes of the room `continuing_training`.

use crate::continuing_training::{api, pages};
use crate::web::table::Table;
use actix_web::web::{get, post, put};

/// Every route of it.
pub(super) fn table(table: &mut Table) {
    use pages::{boards, places, rules};
    table
        .route("/editions/{edition}/training", get().to(boards::show))
        .route("/editions/{edition}/training-tables/{format}", get().to(boards::table))
        .route("/editions/{edition}/training-rules", get().to(rules::show))
        .route("/editions/{edition}/training-rules", post().to(rules::create))
        .route("/learn/{enrolment}/training", get().to(places::show))
        .route("/learn/{enrolment}/training/starts", post().to(places::start))
        .route("/learn/{enrolment}/training/credits", post().to(places::create_credit))
        .route("/training-credits/{credit}/revocation", post().to(places::revoke))
        .route("/api/v1/editions/{edition}/training", get().to(api::board))
        .route("/api/v1/editions/{edition}/training-rule", get().to(api::rule))
        .route("/api/v1/editions/{edition}/training-rule", put().to(api::set_rule))
        .route("/api/v1/learn/{enrolment}/training", get().to(api::places::show))
        .route("/api/v1/learn/{enrolment}/training/start", put().to(api::places::start))
        .route("/api/v1/learn/{enrolment}/training/credits", post().to(api::places::credit))
        .route("/api/v1/training-credits/{credit}/revocation", post().to(api::places::revoke));
}
