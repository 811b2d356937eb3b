//! People in their order, a page at a time.

use super::super::rules::Scope;
use super::{PERSON, PersonRow};
use crate::db::schema::{edition_trainers, editions, enrolments, organisations, people};
use crate::db::{MultiBackend, Read};
use crate::kernel::{EditionId, Language, Moment, PersonId, Problem};
use chrono::NaiveDate;
use diesel::dsl::count_star;
use diesel::prelude::*;

/// What a list asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search {
    /// Whose accounts may be seen.
    pub scope: Scope,
    /// Folded words, all of which must be found.
    pub words: Vec<String>,
    /// Whose alphabet it is.
    pub language: Language,
    /// The list goes on after this person.
    pub after: Option<PersonId>,
    /// How many at most.
    pub limit: i64,
}

/// The people a search finds, each with the short name of the organisation.
pub fn page(r: &mut Read, search: &Search) -> Result<Vec<(PersonRow, Option<String>)>, Problem> {
    let mut query = people::table
        .left_join(organisations::table)
        .select((PERSON, organisations::short_name.nullable()))
        .limit(search.limit)
        .into_boxed::<MultiBackend>();
    if let Scope::Of(mine) = &search.scope {
        query = query.filter(people::organisation_id.eq_any(mine.clone()));
    }
    for word in &search.words {
        query = query.filter(people::name_fold.like(pattern(word)).escape('!'));
    }
    // The same lines for two columns: a function over the column would spell out a page of diesel's bounds.
    macro_rules! in_the_order_of {
        ($key:expr) => {{
            if let Some(after) = search.after {
                let from: Vec<u8> =
                    people::table.filter(people::id.eq(after)).select($key).first(r.conn())?;
                query = query.filter($key.gt(from.clone()).or($key.eq(from).and(people::id.gt(after))));
            }
            query.order(($key, people::id)).load(r.conn())?
        }};
    }
    Ok(match search.language {
        Language::Kk => in_the_order_of!(people::sort_kk),
        Language::Ru | Language::En => in_the_order_of!(people::sort_ru),
    })
}

/// How many people a search finds in all.
pub fn count(r: &mut Read, search: &Search) -> Result<i64, Problem> {
    let mut query = people::table.select(count_star()).into_boxed::<MultiBackend>();
    if let Scope::Of(mine) = &search.scope {
        query = query.filter(people::organisation_id.eq_any(mine.clone()));
    }
    for word in &search.words {
        query = query.filter(people::name_fold.like(pattern(word)).escape('!'));
    }
    Ok(query.get_result(r.conn())?)
}

fn pattern(word: &str) -> String {
    let escaped: String = word
        .chars()
        .flat_map(|c| matches!(c, '!' | '%' | '_').then_some('!').into_iter().chain([c]))
        .collect();
    format!("%{escaped}%")
}

/// Which of these people take part in an edition now.
pub fn trainees_among(r: &mut Read, among: &[PersonId]) -> Result<Vec<PersonId>, Problem> {
    Ok(enrolments::table
        .filter(enrolments::person_id.eq_any(among.to_vec()))
        .filter(enrolments::withdrawn_at.is_null())
        .select(enrolments::person_id)
        .distinct()
        .load(r.conn())?)
}

/// Which of these people are trainers of an edition.
pub fn trainers_among(r: &mut Read, among: &[PersonId]) -> Result<Vec<PersonId>, Problem> {
    Ok(edition_trainers::table
        .filter(edition_trainers::person_id.eq_any(among.to_vec()))
        .select(edition_trainers::person_id)
        .distinct()
        .load(r.conn())?)
}

/// An edition somebody takes part in or teaches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CourseRow {
    /// The edition.
    pub edition: EditionId,
    /// Its title.
    pub title: String,
    /// Its first day.
    pub starts_on: NaiveDate,
    /// Its last day.
    pub ends_on: NaiveDate,
    /// When the person was withdrawn.
    pub withdrawn_at: Option<Moment>,
    /// Whether they teach it.
    pub teaches: bool,
}

/// The editions a person takes part in or teaches, the latest first.
pub fn courses(r: &mut Read, person: PersonId) -> Result<Vec<CourseRow>, Problem> {
    let what = (editions::id, editions::title, editions::starts_on, editions::ends_on);
    let learns: Vec<(EditionId, String, NaiveDate, NaiveDate, Option<Moment>)> = enrolments::table
        .inner_join(editions::table)
        .filter(enrolments::person_id.eq(person))
        .select((what.0, what.1, what.2, what.3, enrolments::withdrawn_at))
        .load(r.conn())?;
    let teaches: Vec<(EditionId, String, NaiveDate, NaiveDate)> = edition_trainers::table
        .inner_join(editions::table)
        .filter(edition_trainers::person_id.eq(person))
        .select(what)
        .load(r.conn())?;
    let learnt = |(edition, title, starts_on, ends_on, withdrawn_at)| CourseRow {
        edition,
        title,
        starts_on,
        ends_on,
        withdrawn_at,
        teaches: false,
    };
    let taught = |(edition, title, starts_on, ends_on)| CourseRow {
        edition,
        title,
        starts_on,
        ends_on,
        withdrawn_at: None,
        teaches: true,
    };
    let mut rows: Vec<CourseRow> =
        learns.into_iter().map(learnt).chain(teaches.into_iter().map(taught)).collect();
    rows.sort_by_key(|row| (std::cmp::Reverse(row.starts_on), row.edition));
    Ok(rows)
}
