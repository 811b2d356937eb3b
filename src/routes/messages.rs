//! Letters: what went and what waits, what a person reads of them on the site and wants of them by mail.
//! The routes of the room `mail`.

use crate::mail::{api, pages};
use crate::web::paths;
use crate::web::table::Table;
use actix_web::web::{get, post, put};

/// Every route of it. What letters say is shown to administrators in demonstration mode only.
pub(super) fn table(table: &mut Table) {
    use pages::{messages, wishes};
    table
        .route(paths::MAILS, get().to(pages::index))
        .route("/mails/{mail}", get().to(pages::show))
        .route(paths::MESSAGES, get().to(messages::index))
        .route(paths::MESSAGE_READINGS, post().to(messages::read_all))
        .route("/messages/{message}", get().to(messages::show))
        .route(paths::LETTER_WISHES, get().to(wishes::edit))
        .route(paths::LETTER_WISHES, post().to(wishes::update))
        .route("/api/v1/mails", get().to(api::index))
        .route("/api/v1/messages", get().to(api::messages::index))
        .route("/api/v1/messages/unread", get().to(api::messages::unread))
        .route("/api/v1/messages/readings", post().to(api::messages::read_all))
        .route("/api/v1/messages/{message}", get().to(api::messages::show))
        .route("/api/v1/messages/{message}/reading", post().to(api::messages::read))
        .route("/api/v1/me/letters", get().to(api::wishes::show))
        .route("/api/v1/me/letters", put().to(api::wishes::update));
}
