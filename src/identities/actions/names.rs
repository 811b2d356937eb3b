//! Changes of name: the former name ends, the new one begins, and the account follows. Documents that were issued keep the
//! name they were issued to.

use super::reach_whole;
use crate::audit::{self, Entry};
use crate::db::Write;
use crate::identities::rules::names::Change;
use crate::identities::rules::reach::Depth;
use crate::identities::store::names as store;
use crate::kernel::{Actor, Moment, PersonId, PersonNameId, Problem};
use crate::people::actions::corrections;
use serde_json::json;

/// Writes a change of name down. Only those who administer it do: they have seen the document.
///
/// # Errors
/// `NotFound` out of reach; `Forbidden` for the person's own, and for whoever only issued a document; `Invalid` with every
/// fault.
pub fn change(
    w: &mut Write,
    actor: &Actor,
    (person, change): (PersonId, &Change),
    now: Moment,
) -> Result<PersonNameId, Problem> {
    let reach = reach_whole(w, actor, person)?;
    let administers = reach
        .whose
        .ties
        .iter()
        .any(|(id, tie)| tie.depth() == Depth::Whole && actor.require_administrator_of(*id).is_ok());
    if !administers && actor.require_site_administrator().is_err() {
        return Err(Problem::forbidden());
    }
    let present = &reach.whose.name;
    let since = store::of(w, &[person])?.pop().and_then(|(_, span)| span.from);
    let changed = change.check((present, since), now.date_in(actor.zone)).map_err(Problem::invalid)?;
    let by = (actor.person, now);
    store::end(w, (person, present), changed.until, by)?;
    let id = store::insert(w, person, &changed, by)?;
    corrections::rename(w, actor, person, &changed.name, now)?;
    let entry = Entry {
        action: "name-changed",
        subject: ("person", person.0),
        before: Some(json!({ "name": present.full(), "until": changed.until })),
        after: Some(json!({ "name": changed.name.full(), "from": changed.from, "basis": changed.basis })),
    };
    audit::record(w, actor, now, entry)?;
    Ok(id)
}
