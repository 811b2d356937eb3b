//! Who is on a sheet, by what name, and where letters reach them.

use crate::db::Read;
use crate::db::schema::{enrolments, organisations, people};
use crate::kernel::{EditionId, EnrolmentId, Language, PersonId, PersonName, Problem};
use diesel::prelude::*;

/// A person on a sheet.
#[derive(Debug, Clone)]
pub struct OnRoll {
    /// The enrolment.
    pub enrolment: EnrolmentId,
    /// The name.
    pub name: PersonName,
    /// The organisation that sent the person.
    pub organisation: Option<String>,
}

/// Everybody enrolled in an edition, in the order in which this reader's language files names.
pub fn roll(r: &mut Read, edition: EditionId, reader: Language) -> Result<Vec<OnRoll>, Problem> {
    type Row = (EnrolmentId, String, String, Option<String>, Option<String>);
    let found = enrolments::table
        .inner_join(people::table.on(people::id.eq(enrolments::person_id)))
        .left_join(organisations::table.on(organisations::id.nullable().eq(enrolments::organisation_id)))
        .filter(enrolments::edition_id.eq(edition))
        .filter(enrolments::withdrawn_at.is_null())
        .select((
            enrolments::id,
            people::surname,
            people::given_name,
            people::patronymic,
            organisations::short_name.nullable(),
        ));
    let rows: Vec<Row> = match reader {
        Language::Kk => found.order((people::sort_kk, people::id)).load(r.conn())?,
        Language::Ru | Language::En => found.order((people::sort_ru, people::id)).load(r.conn())?,
    };
    let on_roll = |(enrolment, surname, given_name, patronymic, organisation): Row| OnRoll {
        enrolment,
        name: PersonName { surname, given_name, patronymic },
        organisation,
    };
    Ok(rows.into_iter().map(on_roll).collect())
}

/// The enrolments of an edition that hold.
pub fn enrolled(r: &mut Read, edition: EditionId) -> Result<Vec<EnrolmentId>, Problem> {
    Ok(enrolments::table
        .filter(enrolments::edition_id.eq(edition))
        .filter(enrolments::withdrawn_at.is_null())
        .select(enrolments::id)
        .load(r.conn())?)
}

/// Somebody to whom the letters of an edition go.
#[derive(Debug, Clone)]
pub struct Addressee {
    /// The enrolment.
    pub enrolment: EnrolmentId,
    /// The person.
    pub person: PersonId,
    /// The address.
    pub email: String,
    /// The name.
    pub name: PersonName,
    /// The language of the letter.
    pub language: Language,
}

/// The people of an edition, to whom its letters go.
pub fn addressees(r: &mut Read, edition: EditionId) -> Result<Vec<Addressee>, Problem> {
    type Row = (EnrolmentId, PersonId, String, String, String, Option<String>, Language);
    let rows: Vec<Row> = enrolments::table
        .inner_join(people::table.on(people::id.eq(enrolments::person_id)))
        .filter(enrolments::edition_id.eq(edition))
        .filter(enrolments::withdrawn_at.is_null())
        .filter(people::deactivated_at.is_null())
        .order(enrolments::id)
        .select((
            enrolments::id,
            people::id,
            people::email,
            people::surname,
            people::given_name,
            people::patronymic,
            people::language,
        ))
        .load(r.conn())?;
    let addressee = |(enrolment, person, email, surname, given_name, patronymic, language): Row| {
        let name = PersonName { surname, given_name, patronymic };
        Addressee { enrolment, person, email, name, language }
    };
    Ok(rows.into_iter().map(addressee).collect())
}

/// The names of people, for saying who marked.
pub fn names(r: &mut Read, people: &[PersonId]) -> Result<Vec<(PersonId, PersonName)>, Problem> {
    use crate::db::schema::people::dsl;
    let rows: Vec<(PersonId, String, String, Option<String>)> = dsl::people
        .filter(dsl::id.eq_any(people.to_vec()))
        .select((dsl::id, dsl::surname, dsl::given_name, dsl::patronymic))
        .load(r.conn())?;
    let named = |(id, surname, given_name, patronymic)| (id, PersonName { surname, given_name, patronymic });
    Ok(rows.into_iter().map(named).collect())
}
