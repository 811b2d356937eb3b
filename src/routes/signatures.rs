//! The routes of the room `signatures`.

use actix_web::web::ServiceConfig;

/// Every route of it.
pub(super) fn table(cfg: &mut ServiceConfig) {
    let _ = cfg;
}
