//! Small chores that keep memory and tables from growing.

use crate::web::{Kit, guard};
use actix_web::web::Data;
use std::time::Duration;

/// How long a form is remembered, so that it is not done twice.
const FORM_MINUTES: i64 = 60 * 24 * 3;

/// Does the chores every ten minutes, for good.
pub async fn run(kit: Data<Kit>) {
    let mut every = tokio::time::interval(Duration::from_secs(600));
    loop {
        every.tick().await;
        kit.limits.sweep();
        let before = kit.clock.now().plus_minutes(-FORM_MINUTES);
        if let Err(problem) = kit.db.write(move |w| guard::forget_before(w, before)).await {
            tracing::warn!(%problem, "old forms were not forgotten");
        }
    }
}
