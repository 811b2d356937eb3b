//! Letters about notices. They say that something was told and what was decided, never what somebody told about their
//! health.

use super::Decision;
use crate::attendance::store::sessions::SessionRow;
use crate::attendance::store::{co_trainers, concerned};
use crate::db::Write;
use crate::kernel::{Actor, Localised, Moment, PersonId, Problem, dates};
use crate::mail::{self, Letter};
use crate::people::store::addressees;
use crate::web::paths;
use serde_json::json;

/// Tells those who teach a session that somebody explained after the start why they were not there: its trainers, and
/// where nobody is named the trainers of its edition.
pub(super) fn explained(
    w: &mut Write,
    actor: &Actor,
    (session, title): (&SessionRow, &Localised),
    now: Moment,
) -> Result<(), Problem> {
    let together = co_trainers::of_session(w, session.id)?;
    let named: Vec<PersonId> = session.trainer_id.into_iter().chain(together).collect();
    let staff = if named.is_empty() {
        concerned::trainers(w, session.edition_id)?
    } else {
        concerned::these(w, &named)?
    };
    for one in staff.iter().filter(|one| actor.person != Some(one.person)) {
        let data = json!({
            "name": one.name.address(),
            "who": actor.name.full(),
            "title": title.for_reader(one.language),
            "when": dates::day(one.language, session.held_on),
            "path": paths::edition_absences(session.edition_id),
        });
        mail::send(w, now, &Letter { name: "absence_late", to: one.recipient(), data })?;
    }
    Ok(())
}

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
