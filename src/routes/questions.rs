//! The routes of the question bank.

use crate::web::paths;
use crate::web::table::Table;
use actix_web::web::{get, post, put};

/// Every route of it.
pub(super) fn table(table: &mut Table) {
    use crate::questions::api;
    use crate::questions::pages::{categories, editor, entries, exports, imports, lists};
    table
        .route(paths::NEW_QUESTION_IMPORT, get().to(imports::new))
        .route(paths::QUESTION_IMPORT_EXAMPLE, get().to(imports::example))
        .route(paths::QUESTION_IMPORTS, post().to(imports::create))
        .route(paths::QUESTION_IMPORT_CONFIRMATIONS, post().to(imports::confirm))
        .route(paths::QUESTION_EXPORTS, get().to(exports::show))
        .route("/question-images/{name}", get().to(imports::image))
        .route(paths::QUESTIONS, get().to(lists::index))
        .route(paths::QUESTIONS, post().to(editor::create))
        .route(paths::NEW_QUESTION, get().to(editor::new))
        .route(paths::QUESTION_PREVIEWS, post().to(editor::preview))
        .route("/questions/{question}/edit", get().to(editor::edit))
        .route("/questions/{question}/versions", post().to(editor::update))
        .route("/questions/{question}", get().to(entries::show))
        .route("/questions/{question}/copies", post().to(entries::copy))
        .route("/questions/{question}/archival", post().to(entries::archive))
        .route("/questions/{question}/restoration", post().to(entries::restore))
        .route("/questions/{question}/name", post().to(entries::name))
        .route("/questions/{question}/tags", post().to(entries::tag))
        .route("/questions/{question}/category", post().to(entries::relocate))
        .route(paths::QUESTION_CATEGORIES, get().to(categories::index))
        .route(paths::QUESTION_CATEGORIES, post().to(categories::create))
        .route("/question-categories/{category}", get().to(categories::edit))
        .route("/question-categories/{category}", post().to(categories::update));
    table
        .route("/api/v1/questions", get().to(api::index))
        .route("/api/v1/questions", post().to(api::create))
        .route("/api/v1/questions/{question}", get().to(api::show))
        .route("/api/v1/questions/{question}/versions", post().to(api::create_version))
        .route("/api/v1/questions/{question}/archival", post().to(api::archive))
        .route("/api/v1/questions/{question}/restoration", post().to(api::restore))
        .route("/api/v1/questions/{question}/copies", post().to(api::copy))
        .route("/api/v1/questions/{question}/name", put().to(api::categories::name))
        .route("/api/v1/questions/{question}/tags", put().to(api::categories::tag))
        .route("/api/v1/questions/{question}/category", put().to(api::categories::relocate))
        .route("/api/v1/questions/{question}/preview", get().to(api::exchange::preview))
        .route("/api/v1/question-categories", get().to(api::categories::index))
        .route("/api/v1/question-categories", post().to(api::categories::create))
        .route("/api/v1/question-categories/{category}", put().to(api::categories::update))
        .route("/api/v1/question-imports", post().to(api::exchange::import))
        .route("/api/v1/question-exports", get().to(api::exchange::export));
}
