//! The cookies of the product: session, visitor (for forms before sign-in), language, sight settings, flash.

use actix_web::cookie::{Cookie, SameSite, time::Duration};

/// The session token; HttpOnly.
pub const SESSION: &str = "birge_session";
/// A random token that ties the forms of a stranger to this browser; HttpOnly.
pub const VISITOR: &str = "birge_visitor";
/// The language a stranger chose.
pub const LANGUAGE: &str = "birge_language";
/// The version for weak sight.
pub const SIGHT: &str = "birge_sight";
/// A message for the next page, sealed.
pub const FLASH: &str = "birge_flash";
/// The player of a live quiz that this browser is, sealed; HttpOnly.
pub const LIVE_PLAYER: &str = "birge_live";

/// A random token of this device, so that two people who arrive by one of them can be told; HttpOnly.
pub const DEVICE: &str = "birge_device";
/// The code that was scanned or typed, with the server's time, sealed; HttpOnly.
pub const SCAN: &str = "birge_scan";

/// How long a browser session lasts without signing in again, in days.
pub const SESSION_DAYS: i64 = 30;

/// A cookie for the whole site that scripts cannot read.
pub fn hidden(name: &'static str, value: String, secure: bool, days: Option<i64>) -> Cookie<'static> {
    let builder =
        Cookie::build(name, value).path("/").http_only(true).secure(secure).same_site(SameSite::Lax);
    match days {
        Some(days) => builder.max_age(Duration::days(days)).finish(),
        None => builder.finish(),
    }
}

/// The cookie that takes a cookie away.
pub fn gone(name: &'static str) -> Cookie<'static> {
    Cookie::build(name, "")
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .max_age(Duration::ZERO)
        .finish()
}
