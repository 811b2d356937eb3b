//! The whole route table: the map of the product. One function a room; every page and every verb is here.

use crate::jobs::Runner;
use crate::progress;
use crate::web::{Kit, assets, health, paths};
use actix_web::web::{Data, ServiceConfig, get};

/// Every route.
pub fn table(cfg: &mut ServiceConfig) {
    shell(cfg);
    progress(cfg);
}

/// What stands around the rooms.
fn shell(cfg: &mut ServiceConfig) {
    cfg.route("/assets/{version}/{name:.*}", get().to(assets::show))
        .route(paths::HEALTH_LIVE, get().to(health::live))
        .route(paths::HEALTH_READY, get().to(health::ready));
}

/// How far a trainee has come.
fn progress(cfg: &mut ServiceConfig) {
    cfg.route("/learn/{enrolment}", get().to(progress::pages::course::show))
        .route(paths::MY_HOURS, get().to(progress::pages::course::hours));
}

/// Every handler of background work, by kind.
pub fn jobs(runner: Runner, _kit: Data<Kit>) -> Runner {
    runner
}

/// Every view, for the test that renders each sample in each language.
#[macro_export]
macro_rules! every_view {
    ($then:ident) => {
        $then! {}
    };
}
