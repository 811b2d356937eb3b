//! The routes of the room `reminders`.

use crate::reminders::{api, pages};
use crate::web::table::Table;
use actix_web::web::{get, post, put};

/// Every route of it.
pub(super) fn table(table: &mut Table) {
    table
        .route("/editions/{edition}/reminders", get().to(pages::show))
        .route("/editions/{edition}/reminder-rules", post().to(pages::create))
        .route("/api/v1/editions/{edition}/reminders", get().to(api::show))
        .route("/api/v1/editions/{edition}/reminder-rule", get().to(api::rule))
        .route("/api/v1/editions/{edition}/reminder-rule", put().to(api::set_rule))
        .route("/api/v1/learn/{enrolment}/absence-warning", get().to(api::own));
}
