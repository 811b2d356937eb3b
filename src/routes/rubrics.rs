//! The rubric of a case in an edition: its versions, and the grades that were given by earlier ones.

use crate::web::table::Table;
use actix_web::web::{get, post};

/// Every route of them.
pub(super) fn table(table: &mut Table) {
    use crate::grading::{api, pages::rubrics};
    table
        .route("/editions/{edition}/cases/{activity}/rubric", get().to(rubrics::show))
        .route("/editions/{edition}/cases/{activity}/rubric", post().to(rubrics::create))
        .route("/editions/{edition}/cases/{activity}/rubric/edit", get().to(rubrics::edit))
        .route("/submissions/{submission}/regrading", get().to(rubrics::regrading))
        .route("/submissions/{submission}/rubric-decision", post().to(rubrics::keep));
    table
        .route("/api/v1/editions/{edition}/cases/{activity}/rubrics", get().to(api::rubrics::index))
        .route("/api/v1/editions/{edition}/cases/{activity}/rubrics", post().to(api::rubrics::create))
        .route("/api/v1/submissions/{submission}/rubric-decision", post().to(api::rubrics::keep));
}
