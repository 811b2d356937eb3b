//! Signing what a document says, in either form. The same document and key give the same bytes.

use super::keys::{Pair, Signer, begin, signer};
use super::{reserve, revoke};
use crate::credentials::rules::facts::{CredentialFacts, Place, credential};
use crate::credentials::rules::keys::Algorithm;
use crate::credentials::rules::{proof, token};
use crate::credentials::store::Owner;
use crate::credentials::store::statuses::StatusRow;
use crate::db::Write;
use crate::kernel::{Moment, OrganisationId, Problem, PublicId};
use crate::secrets::Secrets;
use crate::web::{Kit, paths};
use std::sync::Arc;

/// In which form a credential is signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// JSON with a proof, `eddsa-jcs-2022`.
    Document,
    /// A token, RS256.
    Token,
}

impl Form {
    fn algorithm(self) -> Algorithm {
        match self {
            Form::Document => Algorithm::Ed25519,
            Form::Token => Algorithm::Rsa,
        }
    }
}

/// The key with which an issuer signs now; made when there is none yet.
///
/// # Errors
/// The database's, or `Internal` when a key cannot be made or read.
pub async fn signer_of(kit: &Arc<Kit>, owner: Owner, form: Form) -> Result<Signer, Problem> {
    if let Some(found) = find(kit.clone(), owner, form).await? {
        return Ok(found);
    }
    let making = kit.clone();
    let pair = tokio::task::spawn_blocking(move || Pair::draw(&making.secrets, form.algorithm())).await;
    let pair = pair.map_err(Problem::internal)??;
    let writing = kit.clone();
    let (public_id, now) = (kit.secrets.public_id(), kit.clock.now());
    kit.db.write(move |w| begin(w, &writing.secrets, (owner, &public_id), &pair, now)).await?;
    let found = find(kit.clone(), owner, form).await?;
    found.ok_or_else(|| Problem::internal(anyhow::anyhow!("the key that was made is gone")))
}

async fn find(kit: Arc<Kit>, owner: Owner, form: Form) -> Result<Option<Signer>, Problem> {
    let db = kit.db.clone();
    db.read(move |r| signer(r, &kit.secrets, (kit.settings.public_url.as_str(), owner), form.algorithm()))
        .await
}

/// The place of a document in the lists of statuses: for one that was issued before there were credentials it is drawn
/// now, and revoked at once where the document is.
///
/// # Errors
/// As [`reserve`].
pub fn settle(
    w: &mut Write,
    (public_id, revoked_at): (&PublicId, Option<Moment>),
    secrets: &Secrets,
    now: Moment,
) -> Result<StatusRow, Problem> {
    let mut random = || u64::from_le_bytes(secrets.bytes());
    let status = reserve(w, public_id, &mut random, now)?;
    if let Some(at) = revoked_at {
        revoke(w, public_id, at)?;
    }
    Ok(status)
}

/// A signed credential of a document of an organisation.
///
/// # Errors
/// As [`signer_of`].
pub async fn signed(
    kit: &Arc<Kit>,
    (organisation, form): (OrganisationId, Form),
    facts: &CredentialFacts,
    status: &StatusRow,
) -> Result<String, Problem> {
    // So that whoever takes the keys now has that of the lists too.
    signer_of(kit, Owner::Site, Form::Document).await?;
    let signer = signer_of(kit, Owner::Organisation(organisation), form).await?;
    let place = Place {
        public_url: &kit.settings.public_url,
        issuer: &signer.issuer,
        address: &kit.absolute(&paths::verification(&facts.document)),
        list: &kit.absolute(&paths::status_list(status.list_number)),
        position: status.position,
    };
    in_form(credential(facts, &place), &signer, form, facts.valid_from)
}

/// A statement of the installation itself, such as somebody's record, signed as a document of a moment. The statement is
/// made with the identifier of the installation.
///
/// # Errors
/// As [`signer_of`].
pub async fn signed_by_site(
    kit: &Arc<Kit>,
    statement: impl FnOnce(&str) -> serde_json::Value,
    at: Moment,
) -> Result<String, Problem> {
    let signer = signer_of(kit, Owner::Site, Form::Document).await?;
    in_form(statement(&signer.issuer), &signer, Form::Document, at)
}

/// Signs in a form. The proof is of the moment from which the statement holds, or of the key's where that is later.
///
/// # Errors
/// The key is none.
pub(super) fn in_form(
    statement: serde_json::Value,
    signer: &Signer,
    form: Form,
    valid_from: Moment,
) -> Result<String, Problem> {
    match form {
        Form::Document => {
            let created = valid_from.max(signer.since).rfc3339();
            Ok(proof::sign(statement, (&signer.key_id, &created), &signer.key)?.to_string())
        }
        Form::Token => Ok(token::sign(statement, &signer.key_id, &signer.key)?),
    }
}
