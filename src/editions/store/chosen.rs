//! Whom an exception of an edition can be for: one of its people, or everybody whom an organisation sent.

use crate::db::Read;
use crate::db::schema::{enrolments, organisations, people};
use crate::kernel::{EditionId, EnrolmentId, Language, OrganisationId, PersonName, Problem};
use diesel::prelude::*;

/// The people of an edition who were not withdrawn, in the order of the reader's alphabet.
pub fn trainees(
    r: &mut Read,
    edition: EditionId,
    reader: Language,
) -> Result<Vec<(EnrolmentId, PersonName)>, Problem> {
    let listed = enrolments::table
        .inner_join(people::table.on(people::id.eq(enrolments::person_id)))
        .filter(enrolments::edition_id.eq(edition))
        .filter(enrolments::withdrawn_at.is_null())
        .select((enrolments::id, people::surname, people::given_name, people::patronymic));
    let rows: Vec<(EnrolmentId, String, String, Option<String>)> = match reader {
        Language::Kk => listed.order((people::sort_kk, enrolments::id)).load(r.conn())?,
        Language::Ru | Language::En => listed.order((people::sort_ru, enrolments::id)).load(r.conn())?,
    };
    let name = |(id, surname, given, patronymic): (_, String, String, Option<String>)| {
        (id, PersonName::new(&surname, &given, patronymic.as_deref()))
    };
    Ok(rows.into_iter().map(name).collect())
}

/// The names of everybody whom an edition ever had, those who were withdrawn among them: what must name nobody must not
/// name them either.
pub fn everybody(r: &mut Read, edition: EditionId) -> Result<Vec<PersonName>, Problem> {
    let rows: Vec<(String, String, Option<String>)> = enrolments::table
        .inner_join(people::table.on(people::id.eq(enrolments::person_id)))
        .filter(enrolments::edition_id.eq(edition))
        .select((people::surname, people::given_name, people::patronymic))
        .load(r.conn())?;
    let name = |(surname, given, patronymic): (String, String, Option<String>)| {
        PersonName::new(&surname, &given, patronymic.as_deref())
    };
    Ok(rows.into_iter().map(name).collect())
}

/// The organisations that sent people to an edition.
pub fn senders(r: &mut Read, edition: EditionId) -> Result<Vec<(OrganisationId, String)>, Problem> {
    Ok(enrolments::table
        .inner_join(organisations::table)
        .filter(enrolments::edition_id.eq(edition))
        .filter(enrolments::withdrawn_at.is_null())
        .group_by((organisations::id, organisations::short_name))
        .order(organisations::short_name)
        .select((organisations::id, organisations::short_name))
        .load(r.conn())?)
}
