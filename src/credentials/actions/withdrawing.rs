//! Withdrawing a key whose private half may be in other hands. Nothing that it signed is believed from then on; what it
//! signed rightly is signed anew when it is downloaded again, and the lists of statuses at once.

use super::keys::{Pair, add};
use super::lists;
use crate::audit::{self, Entry};
use crate::credentials::rules::keys::Algorithm;
use crate::credentials::rules::withdrawal::reason;
use crate::credentials::store;
use crate::db::{Read, Write};
use crate::kernel::{Actor, CredentialKeyId, Moment, Problem, ProblemCode, Word as _};
use crate::secrets::Secrets;
use crate::web::Kit;
use serde_json::json;
use std::sync::Arc;

/// Of which algorithm a key is that is about to be withdrawn: the one in its place has to be of the same.
///
/// # Errors
/// `Forbidden` for everybody but the site's administrators; `NotFound` when there is none.
pub fn asked(r: &mut Read, actor: &Actor, id: CredentialKeyId) -> Result<Algorithm, Problem> {
    actor.require_site_administrator()?;
    Ok(store::key(r, id)?.ok_or_else(Problem::not_found)?.algorithm)
}

/// Withdraws a key, once and for all. Where it is the one that signs now, the new one takes its place in the same moment.
///
/// # Errors
/// As [`asked`]; `Invalid` without a reason; `Conflict` when it was withdrawn already.
pub fn withdraw(
    w: &mut Write,
    actor: &Actor,
    secrets: &Secrets,
    (id, why, pair): (CredentialKeyId, &str, &Pair),
    now: Moment,
) -> Result<(), Problem> {
    let algorithm = asked(w, actor, id)?;
    let why = reason(why)?;
    let row = store::key(w, id)?.ok_or_else(Problem::not_found)?;
    let signs = store::current(w, row.issuer_id, algorithm)?.is_some_and(|current| current.id == id);
    if !store::withdraw(w, id, &why, (actor.person, now))? {
        return Err(Problem::new(ProblemCode::Conflict));
    }
    // The reason stands in the row; the log, which cannot be erased, repeats no free text.
    let after = json!({ "algorithm": algorithm.as_str(), "number": row.number, "key": row.fragment });
    let subject = ("credential-issuer", row.issuer_id.0);
    let entry = Entry { action: "credential-key-withdrawn", subject, before: None, after: Some(after) };
    audit::record(w, actor, now, entry)?;
    if signs && pair.algorithm == algorithm {
        let issuer = store::issuers(w)?.into_iter().find(|(issuer, _)| issuer.id == row.issuer_id);
        let (issuer, _) = issuer.ok_or_else(Problem::not_found)?;
        add(w, actor, secrets, (&issuer, pair), now)?;
    }
    Ok(())
}

/// What follows a withdrawal: the lists of statuses are signed with the key that stands now. Should that fail, whoever asks
/// for a list next has it signed: a list of another key is never given out.
pub async fn follow_up(kit: &Arc<Kit>) {
    if let Err(problem) = lists::renew(kit).await {
        tracing::warn!(%problem, "the lists of statuses were not signed again after a key was withdrawn");
    }
}
