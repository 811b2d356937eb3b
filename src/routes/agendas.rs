//! The routes of what sessions are made of, and of shifts.

use crate::agendas::{api, pages};
use crate::web::table::Table;
use actix_web::web::{delete, get, post, put};

/// Every route of it.
pub(super) fn table(table: &mut Table) {
    use pages::{access, agendas, blocks, programmes, shifts, speakers, timers, visits};
    table
        .route("/sessions/{session}/programme", get().to(programmes::show))
        .route("/sessions/{session}/timer", get().to(timers::show))
        .route("/sessions/{session}/agenda", get().to(agendas::edit))
        .route("/sessions/{session}/agenda", post().to(agendas::update))
        .route("/sessions/{session}/blocks", get().to(blocks::edit))
        .route("/sessions/{session}/blocks", post().to(blocks::update))
        .route("/sessions/{session}/speakers", get().to(speakers::edit))
        .route("/sessions/{session}/speakers", post().to(speakers::update))
        .route("/sessions/{session}/access", get().to(access::edit))
        .route("/sessions/{session}/access", post().to(access::update))
        .route("/sessions/{session}/visit", get().to(visits::edit))
        .route("/sessions/{session}/visit", post().to(visits::update))
        .route("/sessions/{session}/visit-report", post().to(visits::report))
        .route("/editions/{edition}/shifts", get().to(shifts::index))
        .route("/editions/{edition}/shifts", post().to(shifts::create))
        .route("/editions/{edition}/shifts/new", get().to(shifts::new))
        .route("/shifts/{shift}", get().to(shifts::edit))
        .route("/shifts/{shift}", post().to(shifts::update))
        .route("/shifts/{shift}/removal", post().to(shifts::remove));
    use api::writing;
    table
        .route("/api/v1/sessions/{id}/programme", get().to(api::show))
        .route("/api/v1/sessions/{id}/agenda", put().to(writing::agenda))
        .route("/api/v1/sessions/{id}/blocks", put().to(writing::blocks))
        .route("/api/v1/sessions/{id}/speakers", put().to(writing::speakers))
        .route("/api/v1/sessions/{id}/access", put().to(writing::access))
        .route("/api/v1/sessions/{id}/visit", put().to(writing::visit))
        .route("/api/v1/sessions/{id}/visit", delete().to(writing::unvisit))
        .route("/api/v1/sessions/{id}/visit-report", put().to(writing::report))
        .route("/api/v1/editions/{edition}/shifts", get().to(api::shifts::index))
        .route("/api/v1/editions/{edition}/shifts", post().to(api::shifts::create))
        .route("/api/v1/shifts/{shift}", put().to(api::shifts::update))
        .route("/api/v1/shifts/{shift}", delete().to(api::shifts::destroy));
}
