//! The registry as it is searched: a narrow line for everybody to whom an organisation has issued a document that completes a
//! cycle or makes a mentor. Lines follow documents and names by triggers, so a page of the registry reads its own people and
//! nobody else, among a million documents too. What stands here as text is made of whole numbers and dates; what people
//! typed is always bound.

use super::people::AT_ONCE;
use crate::db::schema::{level_lines as lines, people};
use crate::db::{MultiBackend, Read, Write};
use crate::kernel::{Language, OrganisationId, PersonId, Problem};
use chrono::NaiveDate;
use diesel::dsl::{IntoBoxed, sql};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool};

/// By what the status of mentors is told apart: by the date of their certificate, but for those whom training or the lack of
/// it sets on the other side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split {
    /// The first day whose certificates hold without any training.
    pub since: NaiveDate,
    /// Whose status holds although the certificate is older.
    pub valid: Vec<PersonId>,
    /// Who needs training although it is not.
    pub needs: Vec<PersonId>,
}

/// Who is wanted by their certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// Everybody.
    Any,
    /// Whoever has one.
    Mentor,
    /// Whose status holds.
    Valid(Split),
    /// Who needs training.
    Needs(Split),
    /// Whoever has none.
    None,
}

/// What lines are wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Of which organisation.
    pub organisation: OrganisationId,
    /// Of these people only.
    pub among: Option<Vec<PersonId>>,
    /// By their certificate.
    pub standing: Standing,
    /// With so many cycles at the least, and less than so many.
    pub cycles: (i32, i32),
    /// With all of these words in the name or the address.
    pub words: Vec<String>,
}

/// In what order lines are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Order {
    /// Whose alphabet.
    pub language: Language,
    /// Whether those with the most cycles come first.
    pub by_cycles: bool,
}

/// People by their numbers, as a condition: so many may be named that a query has no room for them as values.
fn one_of(these: &[PersonId]) -> String {
    let ids: Vec<String> = these.iter().map(|id| id.0.to_string()).collect();
    if ids.is_empty() { "1 = 0".to_owned() } else { format!("level_lines.person_id IN ({})", ids.join(",")) }
}

impl Standing {
    fn condition(&self) -> String {
        let split = |sign: &str, split: &Split, out: &[PersonId], into: &[PersonId]| {
            format!(
                "(level_lines.certified_on IS NOT NULL AND ((level_lines.certified_on {sign} '{}' AND NOT ({})) OR {}))",
                split.since,
                one_of(out),
                one_of(into)
            )
        };
        match self {
            Standing::Any => "1 = 1".to_owned(),
            Standing::Mentor => "level_lines.certified_on IS NOT NULL".to_owned(),
            Standing::None => "level_lines.certified_on IS NULL".to_owned(),
            Standing::Valid(by) => split(">=", by, &by.needs, &by.valid),
            Standing::Needs(by) => split("<", by, &by.valid, &by.needs),
        }
    }
}

fn query<'a>(wanted: &Wanted) -> IntoBoxed<'a, lines::table, MultiBackend> {
    let mut query = lines::table
        .into_boxed::<MultiBackend>()
        .filter(lines::organisation_id.eq(wanted.organisation))
        .filter(sql::<Bool>(&wanted.standing.condition()));
    if let Some(among) = &wanted.among {
        query = query.filter(sql::<Bool>(&one_of(among)));
    }
    let (least, below) = wanted.cycles;
    if least > 0 {
        query = query.filter(lines::cycles.ge(least));
    }
    if below < i32::MAX {
        query = query.filter(lines::cycles.lt(below));
    }
    for word in &wanted.words {
        let pattern = format!("%{}%", escaped(word));
        let named = people::table.filter(people::name_fold.like(pattern).escape('!')).select(people::id);
        query = query.filter(lines::person_id.eq_any(named));
    }
    query
}

/// A word in which the signs of a pattern mean themselves.
fn escaped(word: &str) -> String {
    let sign = |letter: char| matches!(letter, '%' | '_' | '!');
    word.chars().flat_map(|letter| sign(letter).then_some('!').into_iter().chain([letter])).collect()
}

/// How many lines there are. Where neither people nor words are named, nobody is counted: the shelves know, but for those
/// whom training sets on the other side.
pub fn count(r: &mut Read, wanted: &Wanted) -> Result<i64, Problem> {
    if wanted.among.is_some() || !wanted.words.is_empty() {
        return Ok(query(wanted).count().get_result(r.conn())?);
    }
    let (shelves, moved) = match &wanted.standing {
        Standing::Any => ("1 = 1".to_owned(), None),
        Standing::Mentor => (format!("certified_on > '{NONE}'"), None),
        Standing::None => (format!("certified_on = '{NONE}'"), None),
        Standing::Valid(by) => (format!("certified_on >= '{}'", by.since), Some((&by.needs, &by.valid))),
        Standing::Needs(by) => (
            format!("certified_on > '{NONE}' AND certified_on < '{}'", by.since),
            Some((&by.valid, &by.needs)),
        ),
    };
    let on_shelves = shelved(r, wanted, &shelves)?;
    let Some((out, into)) = moved else { return Ok(on_shelves) };
    let mut these = |people: &[PersonId]| -> Result<i64, Problem> {
        let named = Wanted { among: Some(people.to_vec()), standing: Standing::Mentor, ..wanted.clone() };
        Ok(query(&named).count().get_result(r.conn())?)
    };
    Ok(on_shelves - these(out)? + these(into)?)
}

/// The day that stands for no certificate.
const NONE: &str = "0001-01-01";

#[derive(QueryableByName)]
struct Sum {
    #[diesel(sql_type = BigInt)]
    people: i64,
}

fn shelved(r: &mut Read, wanted: &Wanted, certified: &str) -> Result<i64, Problem> {
    let (least, below) = wanted.cycles;
    let sql = format!(
        "SELECT COALESCE(SUM(s.people), 0) AS people FROM level_shelves s WHERE s.organisation_id = $1 \
         AND s.cycles >= {least} AND s.cycles < {below} AND {certified}"
    );
    let sum: Sum = diesel::sql_query(sql).bind::<BigInt, _>(wanted.organisation.0).get_result(r.conn())?;
    Ok(sum.people)
}

/// Whose lines they are: so many, after so many.
pub fn find(
    r: &mut Read,
    wanted: &Wanted,
    order: Order,
    (from, most): (i64, i64),
) -> Result<Vec<PersonId>, Problem> {
    let found = query(wanted).select(lines::person_id).offset(from).limit(most);
    let kazakh = order.language == Language::Kk;
    let found = match (order.by_cycles, kazakh) {
        (false, false) => found.order((lines::sort_ru, lines::person_id)),
        (false, true) => found.order((lines::sort_kk, lines::person_id)),
        (true, false) => found.order((lines::cycles.desc(), lines::sort_ru, lines::person_id)),
        (true, true) => found.order((lines::cycles.desc(), lines::sort_kk, lines::person_id)),
    };
    Ok(found.load(r.conn())?)
}

/// The dates of the latest certificates of those of some people who have one.
pub fn certified(
    r: &mut Read,
    organisation: OrganisationId,
    these: &[PersonId],
) -> Result<Vec<(PersonId, NaiveDate)>, Problem> {
    let mut found = Vec::new();
    for some in these.chunks(AT_ONCE) {
        let rows: Vec<(PersonId, Option<NaiveDate>)> = lines::table
            .filter(lines::organisation_id.eq(organisation))
            .filter(lines::person_id.eq_any(some.to_vec()))
            .select((lines::person_id, lines::certified_on))
            .load(r.conn())?;
        found.extend(rows.into_iter().filter_map(|(person, day)| Some((person, day?))));
    }
    Ok(found)
}

/// Counts the lines of an organisation anew, under the rule that holds now: the same words as in the migration that made the
/// triggers.
pub fn recount(w: &mut Write, organisation: OrganisationId) -> Result<(), Problem> {
    diesel::delete(lines::table.filter(lines::organisation_id.eq(organisation))).execute(w.conn())?;
    diesel::sql_query(COUNT).bind::<BigInt, _>(organisation.0).execute(w.conn())?;
    Ok(())
}

const COUNT: &str = "INSERT INTO level_lines (organisation_id, person_id, cycles, certified_on, sort_ru, sort_kk) \
     SELECT c.organisation_id, c.person_id, c.cycles, c.certified_on, p.sort_ru, p.sort_kk \
     FROM (SELECT d.organisation_id, d.person_id, \
     COUNT(DISTINCT CASE WHEN r.id IS NULL \
     OR (EXISTS (SELECT 1 FROM level_rule_kinds k WHERE k.rule_id = r.id AND k.kind = d.kind) \
     AND (NOT EXISTS (SELECT 1 FROM level_rule_programmes o WHERE o.rule_id = r.id) \
     OR EXISTS (SELECT 1 FROM level_rule_programmes o \
     WHERE o.rule_id = r.id AND o.programme_id = v.programme_id))) \
     THEN d.edition_id END) AS cycles, \
     MAX(CASE WHEN d.kind = 'mentor_certificate' THEN d.issued_on END) AS certified_on \
     FROM documents d \
     JOIN editions e ON e.id = d.edition_id \
     JOIN programme_versions v ON v.id = e.version_id \
     LEFT JOIN level_rules r ON r.organisation_id = d.organisation_id AND r.number = \
     (SELECT MAX(n.number) FROM level_rules n WHERE n.organisation_id = d.organisation_id) \
     WHERE d.live_key IS NOT NULL AND d.kind IN ('advanced_training_certificate', 'retraining_diploma', 'participation_certificate', 'mentor_certificate') \
     AND d.organisation_id = $1 \
     GROUP BY d.organisation_id, d.person_id) c \
     JOIN people p ON p.id = c.person_id \
     WHERE c.cycles > 0 OR c.certified_on IS NOT NULL";
