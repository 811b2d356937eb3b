//! Rows of consents to be named in public.

use crate::db::schema::public_name_consents;
use crate::db::{Read, Write, stored_text};
use crate::identities::rules::consent::{Method, Purpose};
use crate::kernel::{Language, Moment, PersonId, Problem, PublicNameConsentId, Word as _};
use diesel::prelude::*;

stored_text!(Purpose, as_str, parse);
stored_text!(Method, as_str, parse);

/// A consent, whether it holds or not.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct ConsentRow {
    /// The consent.
    pub id: PublicNameConsentId,
    /// Which text.
    pub text_version: String,
    /// Its hash, SHA-256, hexadecimal.
    pub text_sha256: String,
    /// The text itself, as it was read.
    pub text: String,
    /// In which language.
    pub language: Language,
    /// What for.
    pub purpose: Purpose,
    /// How.
    pub method: Method,
    /// When it was given.
    pub given_at: Moment,
    /// When it was withdrawn.
    pub withdrawn_at: Option<Moment>,
}

/// Who of these people consents.
pub fn given_by(r: &mut Read, people: &[PersonId]) -> Result<Vec<PersonId>, Problem> {
    Ok(public_name_consents::table
        .filter(public_name_consents::person_id.eq_any(people.to_vec()))
        .filter(public_name_consents::withdrawn_at.is_null())
        .select(public_name_consents::person_id)
        .load(r.conn())?)
}

/// Every consent of a person, the latest first.
pub fn of(r: &mut Read, person: PersonId) -> Result<Vec<ConsentRow>, Problem> {
    Ok(public_name_consents::table
        .filter(public_name_consents::person_id.eq(person))
        .order(public_name_consents::id.desc())
        .select((
            public_name_consents::id,
            public_name_consents::text_version,
            public_name_consents::text_sha256,
            public_name_consents::text_content,
            public_name_consents::language,
            public_name_consents::purpose,
            public_name_consents::method,
            public_name_consents::given_at,
            public_name_consents::withdrawn_at,
        ))
        .load(r.conn())?)
}

/// A consent about to be written down.
#[derive(Debug, Clone)]
pub struct NewConsent {
    /// Which text.
    pub version: &'static str,
    /// The text, as it was read.
    pub text: String,
    /// Its hash.
    pub sha256: String,
    /// In which language.
    pub language: Language,
    /// What for.
    pub purpose: Purpose,
    /// How.
    pub method: Method,
}

/// Writes a consent down.
pub fn insert(
    w: &mut Write,
    person: PersonId,
    new: &NewConsent,
    now: Moment,
) -> Result<PublicNameConsentId, Problem> {
    let inserted = diesel::insert_into(public_name_consents::table)
        .values((
            public_name_consents::person_id.eq(person),
            public_name_consents::text_version.eq(new.version),
            public_name_consents::text_sha256.eq(&new.sha256),
            public_name_consents::text_content.eq(&new.text),
            public_name_consents::language.eq(new.language),
            public_name_consents::purpose.eq(new.purpose),
            public_name_consents::method.eq(new.method),
            public_name_consents::given_at.eq(now),
        ))
        .returning(public_name_consents::id)
        .get_result(w.conn());
    Ok(inserted.map_err(super::again)?)
}

/// Withdraws the consent that holds; nothing when none does.
pub fn withdraw(
    w: &mut Write,
    person: PersonId,
    now: Moment,
) -> Result<Option<PublicNameConsentId>, Problem> {
    let open = public_name_consents::table
        .filter(public_name_consents::person_id.eq(person))
        .filter(public_name_consents::withdrawn_at.is_null());
    Ok(diesel::update(open)
        .set(public_name_consents::withdrawn_at.eq(now))
        .returning(public_name_consents::id)
        .get_result(w.conn())
        .optional()?)
}
