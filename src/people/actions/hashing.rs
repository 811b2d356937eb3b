//! Hashing off the threads that serve requests, only so many at once: a crowd at the door costs time, not the
//! machine.

use super::super::passwords;
use crate::kernel::{Fault, Problem, ProblemCode};
use crate::web::Kit;
use crate::web::limits::Trier;
use tokio::sync::SemaphorePermit;

/// Hashes a password with a fresh salt.
///
/// # Errors
/// `Internal` when the machine has no memory left for it.
pub async fn hash(kit: &Kit, password: &str) -> Result<String, Problem> {
    let (password, salt) = (password.to_owned(), kit.secrets.bytes());
    let _turn = turn(kit).await?;
    off_thread(move || passwords::hash(&password, salt)).await?
}

/// Whether a password belongs to a hash. Without a hash it takes the same time and never does. Who tries is asked
/// for only when their turn has come: of a thousand tries sent at once no more are heard than of a thousand sent one
/// after the other.
///
/// # Errors
/// `TooManyRequests` after too many wrong ones; when hashing has stopped because the program is stopping.
pub async fn verify(kit: &Kit, trier: &Trier, password: &str, hash: Option<String>) -> Result<bool, Problem> {
    let (password, known) = (password.to_owned(), hash.is_some());
    let hash = hash.unwrap_or_else(|| passwords::NOBODYS_HASH.to_owned());
    let _turn = turn(kit).await?;
    kit.limits.may_try(trier)?;
    let fits = off_thread(move || passwords::verify(&password, &hash)).await? && known;
    if !fits {
        kit.limits.wrong_password(trier);
    }
    Ok(fits)
}

/// Hashes the password that is to replace a known one, for whoever says the known one. A session left open must
/// not become a place to guess it at leisure, so tries are limited as at the sign-in.
///
/// # Errors
/// `TooManyRequests`; `Invalid` naming what is wrong with either password.
pub async fn renewed(
    kit: &Kit,
    (email, address): (&str, String),
    known: Option<String>,
    (old, new): (&str, &str),
) -> Result<String, Problem> {
    let trier = Trier { account: format!("own {email}"), address: Some(address) };
    let mut faults = Vec::new();
    if !verify(kit, &trier, old, known).await? {
        faults.push(Fault::new("old", "password-wrong"));
    }
    faults.extend(passwords::fault(new, email));
    if faults.is_empty() { hash(kit, new).await } else { Err(Problem::invalid(faults)) }
}

async fn turn(kit: &Kit) -> Result<SemaphorePermit<'_>, Problem> {
    kit.hashing.acquire().await.map_err(|_| Problem::new(ProblemCode::Busy))
}

async fn off_thread<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Problem> {
    tokio::task::spawn_blocking(work).await.map_err(Problem::internal)
}
