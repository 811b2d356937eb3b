//! The routes of the room `absences`.

use crate::absences::{api, pages};
use crate::web::table::Table;
use actix_web::web::{delete, get, post};

/// Every route of it.
pub(super) fn table(table: &mut Table) {
    use pages::{list, own};
    table
        .route("/sessions/{session}/absence", get().to(own::show))
        .route("/sessions/{session}/absence", post().to(own::create))
        .route("/sessions/{session}/absence/withdrawal", post().to(own::take_back))
        .route("/editions/{edition}/absences", get().to(list::index))
        .route("/absences/{notice}/decision", post().to(list::decide))
        .route("/absences/{notice}/file", get().to(list::file))
        .route("/api/v1/sessions/{id}/absence", get().to(api::show))
        .route("/api/v1/sessions/{id}/absence", post().to(api::create))
        .route("/api/v1/sessions/{id}/absence", delete().to(api::destroy))
        .route("/api/v1/editions/{id}/absences", get().to(api::index))
        .route("/api/v1/absences/{notice}/decision", post().to(api::decide))
        .route("/api/v1/absences/{notice}/file", get().to(api::file));
}
