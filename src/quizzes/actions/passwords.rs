//! The password that a quiz begins with. Proving it takes long, so it happens before the transaction, which
//! compares the hash.

use crate::db::Read;
use crate::kernel::{ActivityId, Actor, EnrolmentId, Problem};
use crate::people::actions::hashing;
use crate::programmes::rules::words::ActivityKind;
use crate::progress::actions as progress;
use crate::quizzes::store::setups;
use crate::web::Kit;
use crate::web::limits::Trier;

/// The hash of the password that an attempt of this trainee begins with; nothing when there is none.
///
/// # Errors
/// `NotFound` for somebody else's enrolment.
pub fn password_hash(
    r: &mut Read,
    actor: &Actor,
    (enrolment, quiz): (EnrolmentId, ActivityId),
) -> Result<Option<String>, Problem> {
    let standing = progress::own_standing(r, actor, enrolment)?;
    standing.activity(quiz, ActivityKind::Quiz)?;
    Ok(setups::latest(r, standing.edition.id, quiz)?.and_then(|setup| setup.password_hash))
}

/// The hash, when what was typed belongs to it. Each wrong try counts for the enrolment and not for the address: a
/// whole group sits behind one.
///
/// # Errors
/// `TooManyRequests` after too many wrong ones.
pub async fn prove(
    kit: &Kit,
    (enrolment, quiz): (EnrolmentId, ActivityId),
    hash: Option<String>,
    typed: &str,
) -> Result<Option<String>, Problem> {
    let Some(hash) = hash else { return Ok(None) };
    let trier = Trier { account: format!("quiz {enrolment} {quiz}"), address: None };
    let fits = hashing::verify(kit, &trier, typed, Some(hash.clone())).await?;
    Ok(fits.then_some(hash))
}
