//! What a browser carries between the scan and the mark: the code with the server's time, so that signing in on the
//! way costs nobody their arrival. The seal keeps anybody from making one up, and a scan from working beside another
//! device's token. It does not keep anybody from handing on both cookies together: then both arrivals show the same
//! device, which is flagged, and the number said aloud is what stands against it.

use crate::check_in::actions::{Origin, Shown};
use crate::check_in::rules::{flags, opening};
use crate::kernel::{Moment, SessionId};
use crate::live_quizzes::rules::code;
use crate::secrets::{Secrets, token_hash};
use crate::web::{Web, cookies};

const SEAL: &str = "check-in-scan";
/// How long a device is known by its token.
const DEVICE_DAYS: i64 = 400;

/// The token of this device; a device that has none gets one.
pub(super) fn device(web: &Web) -> String {
    web.cookie(cookies::DEVICE).filter(|token| token.len() == 43).unwrap_or_else(|| {
        let token = web.kit.secrets.token();
        let (secure, days) = (web.kit.secure(), Some(DEVICE_DAYS));
        web.set_cookie(cookies::hidden(cookies::DEVICE, token.clone(), secure, days));
        token
    })
}

/// Where a request comes from, as far as it is kept: nothing of it tells the device or the address itself.
pub(in crate::check_in) fn origin(secrets: &Secrets, address: &str, device: Option<&str>) -> Origin {
    Origin {
        device: device.map(token_hash),
        address: secrets.seal("check-in-address", address),
        network: flags::network(address),
    }
}

/// Keeps what was shown until its reader has signed in or the opening has come.
pub(super) fn keep(web: &Web, device: &str, shown: &Shown) {
    let session = shown.session.map_or(0, |session| session.0);
    let text = format!("{session}.{}.{}", shown.code, shown.at.0.timestamp_millis());
    let seal = web.kit.secrets.seal(SEAL, &format!("{text}.{device}"));
    web.set_cookie(cookies::hidden(cookies::SCAN, format!("{text}.{seal}"), web.kit.secure(), None));
}

/// What this device has shown not long ago; nothing when it is not our own seal.
pub(super) fn kept(web: &Web) -> Option<Shown> {
    let (value, device) = (web.cookie(cookies::SCAN)?, web.cookie(cookies::DEVICE)?);
    let (text, seal) = value.rsplit_once('.')?;
    if !web.kit.secrets.seal_fits(SEAL, &format!("{text}.{device}"), seal) {
        return None;
    }
    let mut parts = text.split('.');
    let session = Some(SessionId(parts.next()?.parse().ok()?)).filter(|session| session.0 > 0);
    let code = code::parse(parts.next()?)?;
    let at = Moment(chrono::DateTime::from_timestamp_millis(parts.next()?.parse().ok()?)?);
    opening::scan_holds(at, web.now()).then_some(Shown { session, code, at })
}

/// Nothing is kept any more.
pub(super) fn forget(web: &Web) {
    web.set_cookie(cookies::gone(cookies::SCAN));
}
