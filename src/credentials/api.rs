//! Digital credentials over the JSON API: verifying anybody's, and the keys.

use super::actions::verifying::{Brought, Verified, given_list, verify};
use super::actions::{keys, published as documents, withdrawing};
use super::pages::{pair_of, pairs, there, turn};
use super::rules::did::keys_of;
use super::rules::strict;
use super::rules::verdict::{Answer, Finding, Question};
use super::rules::withdrawal::reason;
use crate::api::{Api, Body, created, ok};
use crate::kernel::{CredentialIssuerId, CredentialKeyId, Fault, Gate, Moment, Problem, Word as _};
use crate::web::{LookUp, Reply, Web};
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

/// The documented part of the API that lies in this room.
#[derive(utoipa::OpenApi)]
#[openapi(paths(check, published, index, rotate, withdraw))]
pub struct Doc;

/// A credential to be verified.
#[derive(Debug, Deserialize, ToSchema)]
pub struct CredentialIn {
    /// The credential: a JSON object with proofs, or a token as a string.
    #[serde(deserialize_with = "strict::value")]
    credential: Value,
    /// Keys of its issuer: a DID or controller document or several, a JWK or a set of them, a multikey as a string.
    #[serde(default, deserialize_with = "strict::value")]
    keys: Value,
    /// The list of statuses it points to, in either form.
    #[serde(default, deserialize_with = "strict::value")]
    status_list: Value,
    /// Whose it should be: a full name or an e-mail address.
    #[serde(default)]
    holder: Option<String>,
}

/// The verdict.
#[derive(Debug, Serialize, ToSchema)]
pub struct VerdictOut {
    /// Whether everything holds.
    valid: bool,
    /// Whether it names an issuer of this installation. Where it does not, whose the key is, is for its reader to know.
    ours: bool,
    /// `form`, `signature`, `issuer`, `dates`, `status`: each with its answer and the reason.
    findings: Vec<FindingOut>,
    /// Whether it is of the person named; `null` when nobody was named or it names nobody.
    of_holder: Option<bool>,
}

/// One answer.
#[derive(Debug, Serialize, ToSchema)]
pub struct FindingOut {
    /// What was asked.
    question: &'static str,
    /// `holds`, `fails` or `unknown`.
    answer: &'static str,
    /// The reason.
    code: &'static str,
    /// What the reason is about: a field, a date, a cryptosuite, a key.
    about: Option<String>,
}

impl VerdictOut {
    fn new(verified: &Verified) -> VerdictOut {
        let verdict = &verified.verdict;
        VerdictOut {
            valid: verdict.valid,
            ours: verified.ours,
            findings: verdict.findings.iter().map(FindingOut::new).collect(),
            of_holder: verified.of_holder,
        }
    }
}

impl FindingOut {
    fn new(finding: &Finding) -> FindingOut {
        FindingOut {
            question: match finding.question {
                Question::Form => "form",
                Question::Signature => "signature",
                Question::Issuer => "issuer",
                Question::Dates => "dates",
                Question::Status => "status",
            },
            answer: match finding.answer {
                Answer::Holds => "holds",
                Answer::Fails => "fails",
                Answer::Unknown => "unknown",
            },
            code: finding.code,
            about: finding.about.clone(),
        }
    }
}

/// Verifies anybody's credential with the keys of this installation and those given; needs no sign-in, is limited per
/// address, keeps nothing.
#[utoipa::path(post, path = "/api/v1/credentials/verifications", tag = "credentials", security(()),
    request_body = CredentialIn,
    responses((status = 200, body = VerdictOut), (status = 422, body = crate::api::ApiErrors),
        (status = 429, body = crate::api::ApiErrors)))]
pub async fn check(LookUp(web): LookUp, body: Body<CredentialIn>) -> Reply {
    let brought = brought(body.0)?;
    let found = verify(&web.kit, brought, web.now()).await?;
    let verified = found.map_err(|unopened| Problem::invalid(vec![unopened.fault("credential")]))?;
    Ok(ok(&VerdictOut::new(&verified)))
}

/// A value as the text of a file: a string is what it holds.
fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn brought(sent: CredentialIn) -> Result<Brought, Problem> {
    let (file, keys, list) = (text(&sent.credential), text(&sent.keys), text(&sent.status_list));
    let (known, mut faults) = (keys_of(&keys), Vec::new());
    if file.is_empty() {
        faults.push(Fault::new("credential", "credential-file-missing"));
    }
    if !keys.is_empty() && known.is_empty() {
        faults.push(Fault::new("keys", "credential-keys-unknown"));
    }
    let list = Some(list.into_bytes()).filter(|list| !list.is_empty());
    if list.as_deref().is_some_and(|list| given_list(list).is_none()) {
        faults.push(Fault::new("status_list", "credential-list-unknown"));
    }
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    Ok(Brought { file: file.into_bytes(), keys: known, list, holder: sent.holder })
}

/// A DID document: who, and the public keys of whom.
#[derive(Debug, Serialize, ToSchema)]
#[allow(dead_code, reason = "it describes the documents, which the rules make")]
pub struct KeysOut {
    /// The identifier.
    id: String,
    /// The keys, as Multikey or JsonWebKey.
    #[serde(rename = "verificationMethod")]
    verification_method: Vec<Value>,
    /// The names of those that may sign. A key that was withdrawn is not among them, and has `revoked` above.
    #[serde(rename = "assertionMethod")]
    assertion_method: Vec<String>,
    /// Who signs the lists of statuses of the issuer, where somebody else does.
    service: Option<Vec<Value>>,
}

/// The public keys of all issuers of this installation as DID documents; needs no sign-in.
#[utoipa::path(get, path = "/api/v1/credentials/keys", tag = "credentials", security(()),
    responses((status = 200, body = Vec<KeysOut>)))]
pub async fn published(web: Web) -> Reply {
    let address = web.kit.settings.public_url.clone();
    Ok(ok(&web.kit.db.read(move |r| documents::all_documents(r, &address)).await?))
}

/// An issuer with its keys.
#[derive(Debug, Serialize, ToSchema)]
pub struct IssuerOut {
    /// The issuer.
    id: i64,
    /// The organisation; `null` for the installation itself, which signs the lists of statuses.
    organisation_id: Option<i64>,
    /// Its identifier.
    did: String,
    /// The keys, the newest first.
    keys: Vec<KeyOut>,
}

/// A key.
#[derive(Debug, Serialize, ToSchema)]
pub struct KeyOut {
    /// The key.
    id: i64,
    /// Its name within the document of the issuer.
    fragment: String,
    /// `ed25519` or `rsa`.
    algorithm: String,
    /// Which of those, from 1; the highest that stands signs.
    number: i32,
    /// Since when.
    created_at: String,
    /// Since when nothing it signed is believed; `null` for a key that stands.
    withdrawn_at: Option<String>,
    /// Why it was withdrawn.
    reason: Option<String>,
}

/// The issuers of this installation and their keys, for site administrators.
#[utoipa::path(get, path = "/api/v1/credentials/issuers", tag = "credentials",
    responses((status = 200, body = Vec<IssuerOut>), (status = 403, body = crate::api::ApiErrors)))]
pub async fn index(api: Api) -> Reply {
    let (_, shelf) = api.read(Gate::Administrator, keys::shelf).await?;
    let address = &api.web.kit.settings.public_url;
    let issuers = shelf.iter().map(|(issuer, _, own)| IssuerOut {
        id: issuer.id.0,
        organisation_id: issuer.organisation_id.map(|id| id.0),
        did: keys::did_of(address, issuer),
        keys: own
            .iter()
            .map(|key| KeyOut {
                id: key.id.0,
                fragment: key.fragment.clone(),
                algorithm: key.algorithm.as_str().to_owned(),
                number: key.number,
                created_at: key.created_at.rfc3339(),
                withdrawn_at: key.withdrawn_at.map(Moment::rfc3339),
                reason: key.reason.clone(),
            })
            .collect(),
    });
    Ok(ok(&issuers.collect::<Vec<_>>()))
}

/// Gives an issuer a new key of each kind, for site administrators. The old ones stay published, and what they signed
/// stays verifiable.
#[utoipa::path(post, path = "/api/v1/credentials/issuers/{issuer}/rotations", tag = "credentials",
    params(("issuer" = i64, Path)),
    responses((status = 201, body = Vec<KeysOut>), (status = 403, body = crate::api::ApiErrors),
        (status = 404, body = crate::api::ApiErrors)))]
pub async fn rotate(api: Api, path: Path<i64>) -> Reply {
    let id = CredentialIssuerId(path.into_inner());
    api.read(Gate::Administrator, move |r, me| there(r, me, id)).await?;
    let (pairs, kit) = (pairs(&api.web.kit).await?, api.web.kit.clone());
    let (_, documents) = api
        .write(Gate::Administrator, move |w, me, now| {
            turn(w, me, &kit, (id, &pairs), now)?;
            documents::all_documents(w, &kit.settings.public_url)
        })
        .await?;
    Ok(created(&documents))
}

/// Why a key is withdrawn.
#[derive(Debug, Deserialize, ToSchema)]
pub struct WithdrawalIn {
    /// From 3 to 1000 characters.
    #[serde(default)]
    reason: String,
}

/// Withdraws a key whose private half may be in other hands, for site administrators; it cannot be taken back. Nothing the
/// key signed is believed from then on, whatever date stands in it. Where it was the one that signs, a new one takes its
/// place; lists of statuses are signed again at once, credentials when they are downloaded.
#[utoipa::path(post, path = "/api/v1/credentials/keys/{credential_key}/withdrawal", tag = "credentials",
    params(("credential_key" = i64, Path)), request_body = WithdrawalIn,
    responses((status = 201, body = Vec<KeysOut>), (status = 403, body = crate::api::ApiErrors),
        (status = 404, body = crate::api::ApiErrors), (status = 409, body = crate::api::ApiErrors),
        (status = 422, body = crate::api::ApiErrors)))]
pub async fn withdraw(api: Api, path: Path<i64>, body: Body<WithdrawalIn>) -> Reply {
    let (id, Body(WithdrawalIn { reason: why })) = (CredentialKeyId(path.into_inner()), body);
    let (_, algorithm) = api.read(Gate::Administrator, move |r, me| withdrawing::asked(r, me, id)).await?;
    reason(&why)?;
    let (pair, kit) = (pair_of(&api.web.kit, algorithm).await?, api.web.kit.clone());
    let (_, documents) = api
        .write(Gate::Administrator, move |w, me, now| {
            withdrawing::withdraw(w, me, &kit.secrets, (id, &why, &pair), now)?;
            documents::all_documents(w, &kit.settings.public_url)
        })
        .await?;
    withdrawing::follow_up(&api.web.kit).await;
    Ok(created(&documents))
}
