//! What levels follow from: the rules of organisations, and standing documents of courses.

pub mod lines;
pub mod people;

use super::rules::{Attested, COUNTING, LevelRule, Step};
use crate::db::schema::{
    documents, editions, level_rule_kinds, level_rule_programmes, level_rules, organisations,
    people as named, programme_versions,
};
use crate::db::{Json, Read, Write};
use crate::kernel::{
    DocumentId, EditionId, LevelRuleId, Localised, Moment, OrganisationId, PersonId, PersonName, Problem,
    ProgrammeId,
};
use crate::programmes::rules::words::DocumentKind;
use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error};
use std::collections::HashMap;

/// A rule as an organisation has it, or had it.
#[derive(Debug, Clone)]
pub struct RuleRow {
    /// The row.
    pub id: LevelRuleId,
    /// Whose.
    pub organisation: OrganisationId,
    /// Its place among the rules of the organisation, from 1.
    pub number: i32,
    /// What it says.
    pub rule: LevelRule,
    /// Since when it holds.
    pub set_at: Moment,
    /// Who set it.
    pub set_by: Option<PersonId>,
}

type Columns = (
    (LevelRuleId, OrganisationId, i32),
    (i32, i32, i32),
    (Json<Localised>, Json<Localised>, Json<Localised>),
    (Moment, Option<PersonId>),
);

type RuleColumns = (
    (level_rules::id, level_rules::organisation_id, level_rules::number),
    (level_rules::trainee_cycles, level_rules::mentor_cycles, level_rules::master_cycles),
    (level_rules::trainee_name, level_rules::mentor_name, level_rules::master_name),
    (level_rules::set_at, level_rules::set_by),
);

const RULE: RuleColumns = (
    (level_rules::id, level_rules::organisation_id, level_rules::number),
    (level_rules::trainee_cycles, level_rules::mentor_cycles, level_rules::master_cycles),
    (level_rules::trainee_name, level_rules::mentor_name, level_rules::master_name),
    (level_rules::set_at, level_rules::set_by),
);

fn row(
    ((id, organisation, number), cycles, names, (set_at, set_by)): Columns,
    (kinds, programmes): (Vec<DocumentKind>, Vec<ProgrammeId>),
) -> RuleRow {
    let (Json(trainee), Json(mentor), Json(master)) = names;
    let rule = LevelRule {
        trainee: Step { cycles: cycles.0, name: trainee },
        mentor: Step { cycles: cycles.1, name: mentor },
        master: Step { cycles: cycles.2, name: master },
        kinds,
        programmes,
    };
    RuleRow { id, organisation, number, rule, set_at, set_by }
}

/// The rules of an organisation, the newest first: that one holds.
pub fn rules(r: &mut Read, organisation: OrganisationId) -> Result<Vec<RuleRow>, Problem> {
    let rows: Vec<Columns> = level_rules::table
        .filter(level_rules::organisation_id.eq(organisation))
        .order(level_rules::number.desc())
        .select(RULE)
        .load(r.conn())?;
    with_choices(r, rows)
}

/// The rules that hold in some organisations; nothing for those that set none.
pub fn holding(
    r: &mut Read,
    among: &[OrganisationId],
) -> Result<HashMap<OrganisationId, LevelRule>, Problem> {
    let mut rows: Vec<Columns> = level_rules::table
        .filter(level_rules::organisation_id.eq_any(among.to_vec()))
        .order((level_rules::organisation_id, level_rules::number.desc()))
        .select(RULE)
        .load(r.conn())?;
    // Of each organisation the newest comes first.
    rows.dedup_by_key(|((_, organisation, _), ..)| *organisation);
    Ok(with_choices(r, rows)?.into_iter().map(|row| (row.organisation, row.rule)).collect())
}

fn with_choices(r: &mut Read, rows: Vec<Columns>) -> Result<Vec<RuleRow>, Problem> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<LevelRuleId> = rows.iter().map(|((id, ..), ..)| *id).collect();
    let kinds: Vec<(LevelRuleId, DocumentKind)> = level_rule_kinds::table
        .filter(level_rule_kinds::rule_id.eq_any(ids.clone()))
        .order((level_rule_kinds::rule_id, level_rule_kinds::kind))
        .select((level_rule_kinds::rule_id, level_rule_kinds::kind))
        .load(r.conn())?;
    let programmes: Vec<(LevelRuleId, ProgrammeId)> = level_rule_programmes::table
        .filter(level_rule_programmes::rule_id.eq_any(ids))
        .order((level_rule_programmes::rule_id, level_rule_programmes::programme_id))
        .select((level_rule_programmes::rule_id, level_rule_programmes::programme_id))
        .load(r.conn())?;
    let mut chosen: HashMap<LevelRuleId, (Vec<DocumentKind>, Vec<ProgrammeId>)> = HashMap::new();
    for (rule, kind) in kinds {
        chosen.entry(rule).or_default().0.push(kind);
    }
    for (rule, programme) in programmes {
        chosen.entry(rule).or_default().1.push(programme);
    }
    let with = |columns: Columns| {
        let choices = chosen.remove(&columns.0.0).unwrap_or_default();
        row(columns, choices)
    };
    Ok(rows.into_iter().map(with).collect())
}

/// Where somebody else has written the next rule meanwhile, the transaction is run again and finds it there.
fn again(error: Error) -> Error {
    match error {
        Error::DatabaseError(DatabaseErrorKind::UniqueViolation, said) => {
            Error::DatabaseError(DatabaseErrorKind::SerializationFailure, said)
        }
        other => other,
    }
}

/// Writes the next rule of an organisation.
pub fn insert_rule(
    w: &mut Write,
    (organisation, number): (OrganisationId, i32),
    rule: &LevelRule,
    (by, now): (Option<PersonId>, Moment),
) -> Result<LevelRuleId, Problem> {
    let id: LevelRuleId = diesel::insert_into(level_rules::table)
        .values((
            level_rules::organisation_id.eq(organisation),
            level_rules::number.eq(number),
            level_rules::trainee_cycles.eq(rule.trainee.cycles),
            level_rules::mentor_cycles.eq(rule.mentor.cycles),
            level_rules::master_cycles.eq(rule.master.cycles),
            level_rules::trainee_name.eq(Json(rule.trainee.name.clone())),
            level_rules::mentor_name.eq(Json(rule.mentor.name.clone())),
            level_rules::master_name.eq(Json(rule.master.name.clone())),
            level_rules::set_at.eq(now),
            level_rules::set_by.eq(by),
        ))
        .returning(level_rules::id)
        .get_result(w.conn())
        .map_err(again)?;
    for kind in &rule.kinds {
        diesel::insert_into(level_rule_kinds::table)
            .values((level_rule_kinds::rule_id.eq(id), level_rule_kinds::kind.eq(*kind)))
            .execute(w.conn())?;
    }
    for programme in &rule.programmes {
        diesel::insert_into(level_rule_programmes::table)
            .values((
                level_rule_programmes::rule_id.eq(id),
                level_rule_programmes::programme_id.eq(*programme),
            ))
            .execute(w.conn())?;
    }
    Ok(id)
}

/// Whose documents are looked at.
#[derive(Debug, Clone, Copy)]
pub enum Whose<'a> {
    /// What an organisation has issued to these people.
    Issued(OrganisationId, &'a [PersonId]),
    /// All of a person.
    Held(PersonId),
}

/// The standing documents of courses, as they were issued.
pub fn attested(r: &mut Read, whose: Whose<'_>) -> Result<Vec<Attested>, Problem> {
    type Paper = (DocumentId, DocumentKind, String, NaiveDate);
    type Row = (Paper, (PersonId, OrganisationId), (EditionId, String, ProgrammeId));
    let mut query = documents::table
        .inner_join(editions::table.on(editions::id.nullable().eq(documents::edition_id)))
        .inner_join(programme_versions::table.on(programme_versions::id.eq(editions::version_id)))
        .filter(documents::live_key.is_not_null())
        .filter(documents::kind.eq_any(COUNTING.to_vec()))
        .order(documents::id)
        .select((
            (documents::id, documents::kind, documents::number_text, documents::issued_on),
            (documents::person_id, documents::organisation_id),
            (editions::id, editions::title, programme_versions::programme_id),
        ))
        .into_boxed();
    query = match whose {
        Whose::Issued(organisation, these) => query
            .filter(documents::organisation_id.eq(organisation))
            .filter(documents::person_id.eq_any(these.to_vec())),
        Whose::Held(person) => query.filter(documents::person_id.eq(person)),
    };
    let rows: Vec<Row> = query.load(r.conn())?;
    let attested = |(paper, (person, organisation), (edition, title, programme)): Row| {
        let (document, kind, number, issued_on) = paper;
        Attested { document, person, organisation, kind, number, issued_on, edition, title, programme }
    };
    Ok(rows.into_iter().map(attested).collect())
}

/// Which of these organisations issued the latest certificate of a mentor that stands.
pub fn latest_issuer(r: &mut Read, among: &[OrganisationId]) -> Result<Option<OrganisationId>, Problem> {
    Ok(documents::table
        .filter(documents::kind.eq(DocumentKind::MentorCertificate))
        .filter(documents::live_key.is_not_null())
        .filter(documents::organisation_id.eq_any(among.to_vec()))
        .order(documents::id.desc())
        .select(documents::organisation_id)
        .first(r.conn())
        .optional()?)
}

/// The short names of organisations.
pub fn short_names(
    r: &mut Read,
    these: &[OrganisationId],
) -> Result<HashMap<OrganisationId, String>, Problem> {
    let rows: Vec<(OrganisationId, String)> = organisations::table
        .filter(organisations::id.eq_any(these.to_vec()))
        .select((organisations::id, organisations::short_name))
        .load(r.conn())?;
    Ok(rows.into_iter().collect())
}

/// The names of a few people.
pub fn names(r: &mut Read, these: &[PersonId]) -> Result<HashMap<PersonId, PersonName>, Problem> {
    let rows: Vec<(PersonId, String, String, Option<String>)> = named::table
        .filter(named::id.eq_any(these.to_vec()))
        .select((named::id, named::surname, named::given_name, named::patronymic))
        .load(r.conn())?;
    let name = |(id, surname, given_name, patronymic)| (id, PersonName { surname, given_name, patronymic });
    Ok(rows.into_iter().map(name).collect())
}
