//! The letter about a decision. It says what was decided, never what somebody told about their health.

use super::Decision;
use crate::attendance::store::sessions::SessionRow;
use crate::db::Write;
use crate::kernel::{Localised, Moment, PersonId, Problem, dates};
use crate::mail::{self, Letter};
use crate::people::store::addressees;
use crate::web::paths;
use serde_json::json;

/// Tells the author of a notice what was decided.
pub(super) fn decided(
    w: &mut Write,
    (session, title): (&SessionRow, &Localised),
    (person, decision): (PersonId, &Decision),
    now: Moment,
) -> Result<(), Problem> {
    for one in addressees::of(w, &[person])? {
        let data = json!({
            "name": one.name.address(),
            "title": title.for_reader(one.language),
            "when": dates::day(one.language, session.held_on),
            "accepted": decision.accepted,
            "words": decision.words.clone().unwrap_or_default(),
            "path": paths::own_absence(session.id),
        });
        mail::send(w, now, &Letter { name: "absence_decided", to: one.recipient(), data })?;
    }
    Ok(())
}
