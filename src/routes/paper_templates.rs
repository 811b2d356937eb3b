//! The routes of the room `paper_templates`.

use actix_web::web::ServiceConfig;

/// Every route of it.
pub(super) fn table(cfg: &mut ServiceConfig) {
    let _ = cfg;
}
