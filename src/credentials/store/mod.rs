//! Issuers and their keys. The lists of statuses lie in [`statuses`].

pub mod statuses;

use super::rules::keys::Algorithm;
use crate::db::schema::{
    credential_issuers as issuers, credential_key_withdrawals as withdrawals, credential_keys as keys,
    organisations,
};
use crate::db::{Read, Write, each, stored_text};
use crate::kernel::{
    CredentialIssuerId, CredentialKeyId, Moment, OrganisationId, PersonId, Problem, PublicId, Word as _,
};
use diesel::prelude::*;

stored_text!(Algorithm, as_str, parse);

/// Who issues.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Owner {
    /// The installation: it signs the lists of statuses.
    Site,
    /// An organisation: it signs what it issued.
    Organisation(OrganisationId),
}

impl Owner {
    fn key(self) -> String {
        match self {
            Owner::Site => "site".to_owned(),
            Owner::Organisation(id) => format!("organisation:{id}"),
        }
    }

    fn organisation(self) -> Option<OrganisationId> {
        match self {
            Owner::Site => None,
            Owner::Organisation(id) => Some(id),
        }
    }
}

/// An issuer.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct IssuerRow {
    /// The issuer.
    pub id: CredentialIssuerId,
    /// The organisation; nothing for the installation itself.
    pub organisation_id: Option<OrganisationId>,
    /// What its address is made of; nothing for the installation itself.
    pub public_id: Option<PublicId>,
}

type IssuerColumns = (issuers::id, issuers::organisation_id, issuers::public_id);
const ISSUER: IssuerColumns = (issuers::id, issuers::organisation_id, issuers::public_id);

/// An issuer, where it has issued before.
pub fn issuer(r: &mut Read, owner: Owner) -> Result<Option<IssuerRow>, Problem> {
    Ok(issuers::table.filter(issuers::owner.eq(owner.key())).select(ISSUER).first(r.conn()).optional()?)
}

/// An issuer by what its address is made of.
pub fn issuer_at(r: &mut Read, public_id: &PublicId) -> Result<Option<IssuerRow>, Problem> {
    Ok(issuers::table.filter(issuers::public_id.eq(public_id)).select(ISSUER).first(r.conn()).optional()?)
}

/// Every issuer with the name of its organisation, the installation first.
pub fn issuers(r: &mut Read) -> Result<Vec<(IssuerRow, Option<String>)>, Problem> {
    Ok(issuers::table
        .left_join(organisations::table)
        .order(issuers::id)
        .select((ISSUER, organisations::name.nullable()))
        .load(r.conn())?)
}

/// Makes an issuer, unless it is there. Whoever comes second has the one of the first.
pub fn make_issuer(
    w: &mut Write,
    owner: Owner,
    public_id: &PublicId,
    now: Moment,
) -> Result<IssuerRow, Problem> {
    let organisation = owner.organisation();
    let insert = diesel::insert_into(issuers::table).values((
        issuers::owner.eq(owner.key()),
        issuers::organisation_id.eq(organisation),
        issuers::public_id.eq(organisation.map(|_| public_id.clone())),
        issuers::created_at.eq(now),
    ));
    each!(w.conn(), c => { insert.on_conflict(issuers::owner).do_nothing().execute(c)? });
    issuer(w, owner)?.ok_or_else(|| Problem::internal(anyhow::anyhow!("the issuer is gone")))
}

/// A key.
#[derive(Debug, Clone, Queryable)]
pub struct KeyRow {
    /// The key.
    pub id: CredentialKeyId,
    /// Whose.
    pub issuer_id: CredentialIssuerId,
    /// For what.
    pub algorithm: Algorithm,
    /// Which of those, from 1.
    pub number: i32,
    /// What names it within the document of its issuer.
    pub fragment: String,
    /// The public half, a JSON Web Key.
    pub public_key: String,
    /// The private half, sealed.
    pub sealed: String,
    /// Since when.
    pub created_at: Moment,
    /// Since when nothing it signed is believed; nothing for a key that stands.
    pub withdrawn_at: Option<Moment>,
    /// Why it was withdrawn.
    pub reason: Option<String>,
}

/// What of a key is read, beside its withdrawal.
macro_rules! columns {
    () => {
        (
            keys::id,
            keys::issuer_id,
            keys::algorithm,
            keys::number,
            keys::fragment,
            keys::public_key,
            keys::sealed,
            keys::created_at,
            withdrawals::withdrawn_at.nullable(),
            withdrawals::reason.nullable(),
        )
    };
}

/// All keys of an issuer, the newest first.
pub fn keys(r: &mut Read, issuer: CredentialIssuerId) -> Result<Vec<KeyRow>, Problem> {
    Ok(keys::table
        .left_join(withdrawals::table)
        .filter(keys::issuer_id.eq(issuer))
        .order((keys::created_at.desc(), keys::id.desc()))
        .select(columns!())
        .load(r.conn())?)
}

/// All keys of all issuers, the newest first.
pub fn all_keys(r: &mut Read) -> Result<Vec<KeyRow>, Problem> {
    Ok(keys::table
        .left_join(withdrawals::table)
        .order((keys::created_at.desc(), keys::id.desc()))
        .select(columns!())
        .load(r.conn())?)
}

/// A key.
pub fn key(r: &mut Read, id: CredentialKeyId) -> Result<Option<KeyRow>, Problem> {
    Ok(keys::table
        .left_join(withdrawals::table)
        .filter(keys::id.eq(id))
        .select(columns!())
        .first(r.conn())
        .optional()?)
}

/// The key that signs now: the newest that stands.
pub fn current(
    r: &mut Read,
    issuer: CredentialIssuerId,
    algorithm: Algorithm,
) -> Result<Option<KeyRow>, Problem> {
    Ok(keys::table
        .left_join(withdrawals::table)
        .filter(keys::issuer_id.eq(issuer))
        .filter(keys::algorithm.eq(algorithm))
        .filter(withdrawals::key_id.is_null())
        .order(keys::number.desc())
        .select(columns!())
        .first(r.conn())
        .optional()?)
}

/// The number that the next key of an issuer gets: withdrawn ones keep theirs.
pub fn next_number(r: &mut Read, issuer: CredentialIssuerId, algorithm: Algorithm) -> Result<i32, Problem> {
    let last: Option<i32> = keys::table
        .filter(keys::issuer_id.eq(issuer))
        .filter(keys::algorithm.eq(algorithm))
        .select(diesel::dsl::max(keys::number))
        .first(r.conn())?;
    Ok(last.unwrap_or_default() + 1)
}

/// Withdraws a key, once and for all; whether it stood until now.
pub fn withdraw(
    w: &mut Write,
    id: CredentialKeyId,
    reason: &str,
    (by, now): (Option<PersonId>, Moment),
) -> Result<bool, Problem> {
    let insert = diesel::insert_into(withdrawals::table).values((
        withdrawals::key_id.eq(id),
        withdrawals::reason.eq(reason),
        withdrawals::withdrawn_at.eq(now),
        withdrawals::withdrawn_by.eq(by),
    ));
    let written = each!(w.conn(), c => { insert.on_conflict(withdrawals::key_id).do_nothing().execute(c)? });
    Ok(written == 1)
}

/// A key about to be written down.
#[derive(Debug, Clone)]
pub struct NewKey {
    /// Whose.
    pub issuer: CredentialIssuerId,
    /// For what.
    pub algorithm: Algorithm,
    /// Which of those.
    pub number: i32,
    /// What names it.
    pub fragment: String,
    /// The public half.
    pub public_key: String,
    /// The private half, sealed.
    pub sealed: String,
}

/// Writes a key down; whether it was not there under its number.
pub fn insert_key(w: &mut Write, new: &NewKey, by: Option<PersonId>, now: Moment) -> Result<bool, Problem> {
    let insert = diesel::insert_into(keys::table).values((
        keys::issuer_id.eq(new.issuer),
        keys::algorithm.eq(new.algorithm),
        keys::number.eq(new.number),
        keys::fragment.eq(&new.fragment),
        keys::public_key.eq(&new.public_key),
        keys::sealed.eq(&new.sealed),
        keys::created_at.eq(now),
        keys::created_by.eq(by),
    ));
    let one = (keys::issuer_id, keys::algorithm, keys::number);
    let written = each!(w.conn(), c => { insert.on_conflict(one).do_nothing().execute(c)? });
    Ok(written == 1)
}
