//! Letters about sessions.

use crate::attendance::store::marks::{self, Addressee};
use crate::attendance::store::sessions::SessionRow;
use crate::db::Write;
use crate::kernel::{Localised, Moment, Problem, dates};
use crate::mail::{self, Letter, Recipient};
use crate::progress::store::assignment::{self, Among};
use serde_json::json;

/// Tells everybody of whom it is asked that a session will not be held, each in their own language.
pub(super) fn cancelled(
    w: &mut Write,
    session: &SessionRow,
    title: &Localised,
    reason: &str,
    now: Moment,
) -> Result<(), Problem> {
    let outside = assignment::outside(w, Among::Editions(&[session.edition_id]))?;
    for Addressee { enrolment, person, email, name, language } in marks::addressees(w, session.edition_id)? {
        if outside.contains(session.edition_id, session.activity_id, enrolment) {
            continue;
        }
        let (day, city) =
            (dates::day(language, session.held_on), dates::zone_city(language, session.time_zone));
        let when =
            format!("{day}, {}–{}", dates::time(session.starts_local), dates::time(session.ends_local));
        let data = json!({
            "name": name.address(), "title": title.for_reader(language), "when": when, "city": city, "reason": reason,
        });
        let to = Recipient { person: Some(person), address: email, name: name.full(), language };
        mail::send(w, now, &Letter { name: "session_cancelled", to, data })?;
    }
    Ok(())
}
