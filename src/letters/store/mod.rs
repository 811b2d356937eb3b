//! Who may get a letter, and what is known of them.

pub mod service;

use crate::db::schema::{
    documents, editions, enrolments, ledger_entries, organisations, people, programme_versions,
};
use crate::db::{Json, Read};
use crate::kernel::{
    DocumentId, EditionId, Language, Localised, Moment, OrganisationId, PersonId, PersonName, Problem,
};
use crate::programmes::rules::words::DocumentKind;
use chrono::NaiveDate;
use diesel::dsl::sum;
use diesel::prelude::*;
use serde::Deserialize;
use std::collections::HashMap;

/// Who is looked for.
#[derive(Debug, Clone, Default)]
pub struct Search {
    /// Only people of these organisations, and people who took part in what these run; nothing for all.
    pub organisations: Option<Vec<OrganisationId>>,
    /// Only those enrolled here.
    pub edition: Option<EditionId>,
    /// Only these.
    pub among: Option<Vec<PersonId>>,
    /// Words that all stand in the name, folded as people are searched for.
    pub words: Vec<String>,
    /// Whose alphabet it is.
    pub language: Language,
}

/// Somebody who may get a letter.
#[derive(Debug, Clone)]
pub struct CandidateRow {
    /// Who.
    pub person: PersonId,
    /// The name of today.
    pub name: PersonName,
    /// The language of letters.
    pub language: Language,
}

type Row = (PersonId, String, String, Option<String>, Language);

/// The people a search finds, in the order of an alphabet.
pub fn candidates(r: &mut Read, search: &Search, limit: i64) -> Result<Vec<CandidateRow>, Problem> {
    let mut query = people::table
        .filter(people::deactivated_at.is_null())
        .select((people::id, people::surname, people::given_name, people::patronymic, people::language))
        .limit(limit)
        .into_boxed();
    if let Some(organisations) = &search.organisations {
        let guests = enrolments::table
            .inner_join(editions::table)
            .filter(editions::organisation_id.eq_any(organisations.clone()))
            .select(enrolments::person_id);
        let own = people::organisation_id.eq_any(organisations.clone());
        query = query.filter(people::id.eq_any(guests).or(own));
    }
    if let Some(edition) = search.edition {
        let here = enrolments::table
            .filter(enrolments::edition_id.eq(edition))
            .filter(enrolments::withdrawn_at.is_null())
            .select(enrolments::person_id);
        query = query.filter(people::id.eq_any(here));
    }
    if let Some(among) = &search.among {
        query = query.filter(people::id.eq_any(among.clone()));
    }
    for word in &search.words {
        let plain = word.replace('!', "!!").replace('%', "!%").replace('_', "!_");
        query = query.filter(people::name_fold.like(format!("%{plain}%")).escape('!'));
    }
    let rows: Vec<Row> = match search.language {
        Language::Kk => query.order((people::sort_kk, people::id)).load(r.conn())?,
        _ => query.order((people::sort_ru, people::id)).load(r.conn())?,
    };
    let candidate = |(person, surname, given_name, patronymic, language)| {
        let name = PersonName { surname, given_name, patronymic };
        CandidateRow { person, name, language }
    };
    Ok(rows.into_iter().map(candidate).collect())
}

/// The programmes these people took part in last, among those that an organisation ran or sent them to.
pub fn programmes(
    r: &mut Read,
    organisation: OrganisationId,
    of: &[PersonId],
) -> Result<HashMap<PersonId, Localised>, Problem> {
    let rows: Vec<(PersonId, Json<Localised>)> = enrolments::table
        .inner_join(editions::table.inner_join(programme_versions::table))
        .filter(enrolments::person_id.eq_any(of.to_vec()))
        .filter(editions::organisation_id.eq(organisation).or(enrolments::organisation_id.eq(organisation)))
        .filter(enrolments::withdrawn_at.is_null())
        .order(enrolments::id)
        .select((enrolments::person_id, programme_versions::title))
        .load(r.conn())?;
    // The latest one stays.
    Ok(rows.into_iter().map(|(person, title)| (person, title.0)).collect())
}

/// The minutes credited to these people in everything that an organisation ran or sent them to: what was done elsewhere is
/// not its to attest.
pub fn minutes(
    r: &mut Read,
    organisation: OrganisationId,
    of: &[PersonId],
) -> Result<HashMap<PersonId, i64>, Problem> {
    let rows: Vec<(PersonId, Option<i64>)> = ledger_entries::table
        .inner_join(enrolments::table.inner_join(editions::table))
        .filter(enrolments::person_id.eq_any(of.to_vec()))
        .filter(editions::organisation_id.eq(organisation).or(enrolments::organisation_id.eq(organisation)))
        .group_by(enrolments::person_id)
        .select((enrolments::person_id, sum(ledger_entries::minutes)))
        .load(r.conn())?;
    Ok(rows.into_iter().map(|(person, minutes)| (person, minutes.unwrap_or_default())).collect())
}

/// Editions to choose people from, the latest first.
pub fn editions(
    r: &mut Read,
    organisations: Option<&[OrganisationId]>,
    limit: i64,
) -> Result<Vec<(EditionId, String)>, Problem> {
    let mut query = editions::table
        .order((editions::starts_on.desc(), editions::id.desc()))
        .limit(limit)
        .select((editions::id, editions::title))
        .into_boxed();
    if let Some(organisations) = organisations {
        query = query.filter(editions::organisation_id.eq_any(organisations.to_vec()));
    }
    Ok(query.load(r.conn())?)
}

/// Organisations in whose name papers are issued: these, or all.
pub fn issuers(
    r: &mut Read,
    among: Option<&[OrganisationId]>,
) -> Result<Vec<(OrganisationId, String)>, Problem> {
    let mut query = organisations::table
        .order((organisations::name_fold, organisations::id))
        .select((organisations::id, organisations::short_name))
        .into_boxed();
    if let Some(among) = among {
        query = query.filter(organisations::id.eq_any(among.to_vec()));
    }
    Ok(query.load(r.conn())?)
}

/// A document of authority in the list of who issues them.
#[derive(Debug, Clone, Queryable)]
pub struct AuthorityRow {
    /// The document.
    pub id: DocumentId,
    /// Its number.
    pub number: String,
    /// Whose.
    pub holder: String,
    /// The date on it.
    pub issued_on: NaiveDate,
    /// Its key while it is valid.
    pub live_key: Option<String>,
    /// When it was written down.
    pub issued_at: Moment,
    /// What it says.
    pub snapshot: String,
}

impl AuthorityRow {
    /// From when until when it holds; both days count.
    pub fn period(&self) -> Option<(NaiveDate, NaiveDate)> {
        #[derive(Deserialize)]
        struct Said {
            #[serde(default)]
            valid: Option<(NaiveDate, NaiveDate)>,
        }
        serde_json::from_str::<Said>(&self.snapshot).ok()?.valid
    }
}

/// The documents of authority of organisations, the newest first, from the one before a document on.
pub fn authorities(
    r: &mut Read,
    organisations: Option<&[OrganisationId]>,
    (after, limit): (Option<DocumentId>, i64),
) -> Result<Vec<AuthorityRow>, Problem> {
    let mut query = documents::table
        .filter(documents::kind.eq(DocumentKind::AuthorityDocument))
        .order(documents::id.desc())
        .limit(limit)
        .select((
            documents::id,
            documents::number_text,
            documents::holder,
            documents::issued_on,
            documents::live_key,
            documents::issued_at,
            documents::snapshot,
        ))
        .into_boxed();
    if let Some(organisations) = organisations {
        query = query.filter(documents::organisation_id.eq_any(organisations.to_vec()));
    }
    if let Some(after) = after {
        query = query.filter(documents::id.lt(after));
    }
    Ok(query.load(r.conn())?)
}
