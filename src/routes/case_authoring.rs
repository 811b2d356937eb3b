//! Cases written in the browser.

use crate::web::table::Table;
use actix_web::web::{get, post, put};

/// Every route of them. The cases of a programme come before the programme itself.
pub(super) fn table(table: &mut Table) {
    use crate::case_authoring::pages::{copies, desks, parts, texts};
    table
        .route("/programmes/{slug}/cases", get().to(desks::index))
        .route("/programmes/{slug}/cases", post().to(desks::create))
        .route("/programmes/{slug}/cases/new", get().to(desks::new))
        .route("/programmes/{slug}/cases/new", post().to(desks::invent))
        .route("/case-copies/{copy}", get().to(copies::show))
        .route("/case-copies/{copy}/base", post().to(copies::rebase))
        .route("/case-copies/{copy}/plan", post().to(copies::rename))
        .route("/case-copies/{copy}/publication", post().to(copies::publish))
        .route("/case-copies/{copy}/texts", post().to(copies::translate))
        .route("/case-copies/{copy}/texts/{language}", get().to(texts::show))
        .route("/case-copies/{copy}/texts/{language}", post().to(texts::update))
        .route("/case-copies/{copy}/texts/{language}/file", get().to(texts::download))
        .route("/case-copies/{copy}/texts/{language}/parts", post().to(parts::create))
        .route("/case-copies/{copy}/texts/{language}/parts/{part}", get().to(parts::show))
        .route("/case-copies/{copy}/texts/{language}/parts/{part}", post().to(parts::update))
        .route("/case-copies/{copy}/texts/{language}/preview", get().to(copies::preview))
        .route("/case-copies/{copy}/withdrawal", post().to(copies::withdraw));
    use crate::case_authoring::api;
    table
        .route("/api/v1/programmes/{slug}/cases", get().to(api::index))
        .route("/api/v1/programmes/{slug}/cases", post().to(api::create))
        .route("/api/v1/case-copies/{copy}", get().to(api::show))
        .route("/api/v1/case-copies/{copy}/base", post().to(api::rebase))
        .route("/api/v1/case-copies/{copy}/findings", get().to(api::findings))
        .route("/api/v1/case-copies/{copy}/plan", put().to(api::rename))
        .route("/api/v1/case-copies/{copy}/publication", post().to(api::publish))
        .route("/api/v1/case-copies/{copy}/texts", post().to(api::translate))
        .route("/api/v1/case-copies/{copy}/texts/{language}", put().to(api::update_text))
        .route("/api/v1/case-copies/{copy}/withdrawal", post().to(api::withdraw));
}
