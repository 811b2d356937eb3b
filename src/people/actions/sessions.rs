//! Signing in and out: one way for the sign-in page and the API.

use super::super::store;
use super::{hashing, note};
use crate::access::store::{NewSession, SessionRow};
use crate::access::{self, SessionKind};
use crate::db::{Read, Write};
use crate::kernel::name::email_key;
use crate::kernel::{Actor, BrowserSessionId, Moment, PersonId, Problem, ProblemCode};
use crate::secrets::token_hash;
use crate::web::Kit;
use crate::web::limits::Trier;
use serde_json::json;

/// The longest description of a browser that is kept, in characters.
const AGENT_LIMIT: usize = 300;

/// Where a session comes from.
#[derive(Debug, Clone)]
pub struct Origin {
    /// The sign-in page or the API.
    pub kind: SessionKind,
    /// The network address.
    pub address: String,
    /// What the browser says it is.
    pub agent: String,
    /// How long the session holds, in days.
    pub days: i64,
}

/// A session that was opened.
#[derive(Debug, Clone)]
pub struct Opened {
    /// The token; only its hash is kept.
    pub token: String,
    /// The person.
    pub actor: Actor,
    /// When the session ends.
    pub expires_at: Moment,
}

/// Opens a session for whoever knows the password of an e-mail address. The answer and the time it takes are the
/// same for an unknown address, a closed account and a wrong password.
///
/// # Errors
/// `TooManyRequests` after too many wrong ones, `WrongCredentials` otherwise.
pub async fn sign_in(kit: &Kit, email: &str, password: &str, origin: Origin) -> Result<Opened, Problem> {
    let key = email_key(email);
    let trier = Trier { account: key.clone(), address: Some(origin.address.clone()) };
    kit.limits.may_try(&trier)?;
    let found = kit.db.read(move |r| store::hash_by_email(r, &key)).await?;
    let (person, hash) = found.map_or((None, None), |(person, hash)| (Some(person), Some(hash)));
    let fits = hashing::verify(kit, &trier, password, hash).await?;
    let person = person.filter(|_| fits).ok_or_else(|| Problem::new(ProblemCode::WrongCredentials))?;
    let (token, now) = (kit.secrets.token(), kit.clock.now());
    let session_token = token.clone();
    let (actor, expires_at) = kit.db.write(move |w| open(w, person, &session_token, &origin, now)).await?;
    Ok(Opened { token, actor, expires_at })
}

/// Opens a session under a token, in the caller's transaction.
///
/// # Errors
/// `WrongCredentials` when the account is gone meanwhile.
pub fn open(
    w: &mut Write,
    person: PersonId,
    token: &str,
    origin: &Origin,
    now: Moment,
) -> Result<(Actor, Moment), Problem> {
    let actor =
        access::store::actor_of(w, person)?.ok_or_else(|| Problem::new(ProblemCode::WrongCredentials))?;
    let expires_at = now.plus_minutes(origin.days * 24 * 60);
    let new = NewSession {
        person,
        kind: origin.kind,
        token_hash: token_hash(token),
        now,
        expires_at,
        address: origin.address.clone(),
        agent: origin.agent.chars().take(AGENT_LIMIT).collect(),
    };
    access::store::open(w, &new)?;
    let after = json!({ "kind": origin.kind, "address": origin.address });
    note(w, &actor, now, ("signed-in", person), (None, Some(after)))?;
    Ok((actor, expires_at))
}

/// Ends one of the actor's own sessions.
///
/// # Errors
/// `NotFound` when it is somebody else's or over already.
pub fn revoke(w: &mut Write, actor: &Actor, session: BrowserSessionId, now: Moment) -> Result<(), Problem> {
    let person = actor.person_id()?;
    if !access::store::revoke(w, person, session, now)? {
        return Err(Problem::not_found());
    }
    note(w, actor, now, ("session-ended", person), (None, Some(json!({ "session": session }))))
}

/// What somebody sees of themselves beside their name.
#[derive(Debug, Clone)]
pub struct Own {
    /// What they do in their organisation.
    pub position: Option<String>,
    /// Their sessions, the last used first.
    pub sessions: Vec<SessionRow>,
}

/// The actor's own profile.
///
/// # Errors
/// When the database does not answer.
pub fn profile(r: &mut Read, actor: &Actor, now: Moment) -> Result<Own, Problem> {
    let person = crate::people::store::person(r, actor.person_id()?)?;
    Ok(Own { position: person.and_then(|row| row.position), sessions: own(r, actor, now)? })
}

/// The actor's own sessions, the last used first.
///
/// # Errors
/// When the database does not answer.
pub fn own(r: &mut Read, actor: &Actor, now: Moment) -> Result<Vec<SessionRow>, Problem> {
    access::store::sessions_of(r, actor.person_id()?, now)
}
