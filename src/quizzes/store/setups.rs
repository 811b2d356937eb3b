//! Setups of quizzes in editions, and what they may ask.

use crate::db::schema::{
    people, question_categories, question_entries, question_tags, question_versions, quiz_setups,
};
use crate::db::{Json, Read, Write};
use crate::kernel::{
    ActivityId, EditionId, Moment, OrganisationId, PersonId, Problem, ProgrammeId, QuestionCategoryId,
    QuestionEntryId, QuestionId, Word,
};
use crate::programmes::rules::quiz::Question;
use crate::questions::rules::tree::Tree;
use crate::questions::store as questions;
use crate::quizzes::rules::drawing::Found;
use crate::quizzes::rules::setup::{Filter, Section, Settings};
use diesel::dsl::max;
use diesel::prelude::*;
use std::collections::HashMap;

/// A setup.
#[derive(Debug, Clone, Queryable)]
pub struct SetupRow {
    /// Which one of this quiz in this edition, from 1.
    pub number: i32,
    /// How the quiz is taken, and when.
    pub settings: Json<Settings>,
    /// Its sections; none for the programme's own questions.
    pub sections: Json<Vec<Section>>,
    /// The hash of the password it begins with. Never shown, never logged.
    pub password_hash: Option<String>,
    /// By whom.
    pub set_by: Option<PersonId>,
    /// Since when.
    pub set_at: Moment,
}

/// The setup that holds.
pub fn latest(r: &mut Read, edition: EditionId, quiz: ActivityId) -> Result<Option<SetupRow>, Problem> {
    Ok(quiz_setups::table
        .filter(quiz_setups::edition_id.eq(edition))
        .filter(quiz_setups::activity_id.eq(quiz))
        .order(quiz_setups::number.desc())
        .select((
            quiz_setups::number,
            quiz_setups::settings,
            quiz_setups::sections,
            quiz_setups::password_hash,
            quiz_setups::set_by,
            quiz_setups::set_at,
        ))
        .first(r.conn())
        .optional()?)
}

/// The setups that hold in an edition, by quiz.
pub fn in_force(r: &mut Read, edition: EditionId) -> Result<HashMap<ActivityId, SetupRow>, Problem> {
    let rows: Vec<(ActivityId, SetupRow)> = quiz_setups::table
        .filter(quiz_setups::edition_id.eq(edition))
        .order(quiz_setups::number)
        .select((
            quiz_setups::activity_id,
            (
                quiz_setups::number,
                quiz_setups::settings,
                quiz_setups::sections,
                quiz_setups::password_hash,
                quiz_setups::set_by,
                quiz_setups::set_at,
            ),
        ))
        .load(r.conn())?;
    // A later one takes the place of those before it.
    Ok(rows.into_iter().collect())
}

/// A setup about to be written.
#[derive(Debug, Clone, Copy)]
pub struct NewSetup<'s> {
    /// In which edition.
    pub edition: EditionId,
    /// Of which quiz.
    pub activity: ActivityId,
    /// Its number, from 1.
    pub number: i32,
    /// How the quiz is taken, and when.
    pub settings: &'s Settings,
    /// Its sections.
    pub sections: &'s [Section],
    /// The hash of its password.
    pub password_hash: Option<&'s str>,
}

/// Writes a setup; those before it stay.
pub fn insert(
    w: &mut Write,
    new: &NewSetup<'_>,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::insert_into(quiz_setups::table)
        .values((
            quiz_setups::edition_id.eq(new.edition),
            quiz_setups::activity_id.eq(new.activity),
            quiz_setups::number.eq(new.number),
            quiz_setups::settings.eq(Json(new.settings.clone())),
            quiz_setups::sections.eq(Json(new.sections.to_vec())),
            quiz_setups::password_hash.eq(new.password_hash),
            quiz_setups::set_by.eq(by),
            quiz_setups::set_at.eq(now),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// A setup that was set.
#[derive(Debug, Clone, Queryable)]
pub struct PastRow {
    /// Its number.
    pub number: i32,
    /// Since when.
    pub set_at: Moment,
    /// By whom.
    pub surname: Option<String>,
    /// By whom.
    pub given_name: Option<String>,
}

/// Who set the setups of a quiz, and when, the latest first.
pub fn history(r: &mut Read, edition: EditionId, quiz: ActivityId) -> Result<Vec<PastRow>, Problem> {
    Ok(quiz_setups::table
        .left_join(people::table)
        .filter(quiz_setups::edition_id.eq(edition))
        .filter(quiz_setups::activity_id.eq(quiz))
        .order(quiz_setups::number.desc())
        .select((
            quiz_setups::number,
            quiz_setups::set_at,
            people::surname.nullable(),
            people::given_name.nullable(),
        ))
        .limit(20)
        .load(r.conn())?)
}

/// Whose questions an edition may ask: those of its programme and of the organisation that runs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bank {
    /// The programme.
    pub programme: ProgrammeId,
    /// The organisation.
    pub organisation: OrganisationId,
}

/// A category that a section may ask from.
#[derive(Debug, Clone, Queryable)]
pub struct CategoryRow {
    /// The category.
    pub id: QuestionCategoryId,
    /// What people call it.
    pub name: String,
}

/// The categories of a bank with the number of entries that are not archived in each and in those under it; none
/// without any.
pub fn categories(r: &mut Read, bank: Bank) -> Result<Vec<(CategoryRow, i64)>, Problem> {
    let mine = question_categories::programme_id
        .eq(bank.programme)
        .or(question_categories::organisation_id.eq(bank.organisation));
    let rows: Vec<CategoryRow> = question_categories::table
        .filter(mine)
        .order((question_categories::name, question_categories::id))
        .select((question_categories::id, question_categories::name))
        .load(r.conn())?;
    let (tree, own) = (Tree::of(questions::categories(r)?), questions::counts(r)?);
    let counted = |row: CategoryRow| {
        let within = tree.with_those_under(row.id);
        let count: i64 = within.iter().filter_map(|id| own.get(id)).sum();
        (count > 0).then_some((row, count))
    };
    Ok(rows.into_iter().filter_map(counted).collect())
}

/// Versions with the entries they are of, in the same order; what is in no bank is left out.
pub fn with_entries(r: &mut Read, ids: &[QuestionId]) -> Result<Vec<Found>, Problem> {
    let rows: Vec<Found> = question_versions::table
        .filter(question_versions::id.eq_any(ids.to_vec()))
        .select((question_versions::id, question_versions::entry_id))
        .load(r.conn())?;
    let entries: HashMap<QuestionId, QuestionEntryId> = rows.into_iter().collect();
    Ok(ids.iter().filter_map(|id| Some((*id, *entries.get(id)?))).collect())
}

/// The newest ready versions of the questions that these versions are of, where they are others and not archived.
pub fn newer(r: &mut Read, ids: &[QuestionId]) -> Result<HashMap<QuestionId, QuestionId>, Problem> {
    let known = with_entries(r, ids)?;
    let entries: Vec<QuestionEntryId> = known.iter().map(|(_, entry)| *entry).collect();
    let rows: Vec<(QuestionEntryId, QuestionId)> = question_versions::table
        .inner_join(question_entries::table)
        .filter(question_entries::id.eq_any(entries))
        .filter(question_entries::archived_at.is_null())
        .filter(question_versions::state.eq("ready"))
        .order(question_versions::number)
        .select((question_entries::id, question_versions::id))
        .load(r.conn())?;
    // A later one takes the place of those before it.
    let newest: HashMap<QuestionEntryId, QuestionId> = rows.into_iter().collect();
    let other = |(id, entry): (QuestionId, QuestionEntryId)| {
        newest.get(&entry).filter(|newest| **newest != id).map(|newest| (id, *newest))
    };
    Ok(known.into_iter().filter_map(other).collect())
}

/// What a filter finds now: the latest ready version of each entry, in the order of the entries. A category means
/// those under it as well.
pub fn found(r: &mut Read, bank: Bank, filter: &Filter) -> Result<Vec<Found>, Problem> {
    let within = match filter.category {
        Some(category) => Some(Tree::of(questions::categories(r)?).with_those_under(category)),
        None => None,
    };
    let mine = question_categories::programme_id
        .eq(bank.programme)
        .or(question_categories::organisation_id.eq(bank.organisation));
    let mut query = question_versions::table
        .inner_join(question_entries::table.inner_join(question_categories::table))
        .filter(mine)
        .filter(question_entries::archived_at.is_null())
        .filter(question_versions::state.eq("ready"))
        .order((question_entries::id, question_versions::number.desc()))
        .select((question_entries::id, question_versions::id, question_versions::kind))
        .into_boxed();
    if let Some(within) = within {
        query = query.filter(question_entries::category_id.eq_any(within));
    }
    // Tags are kept in lower case, and setups of before kept what was typed.
    for tag in filter.tags.iter().map(|tag| tag.trim().to_lowercase()) {
        let tagged = question_tags::table.filter(question_tags::tag.eq(tag)).select(question_tags::entry_id);
        query = query.filter(question_entries::id.eq_any(tagged));
    }
    let rows: Vec<(QuestionEntryId, QuestionId, String)> = query.load(r.conn())?;
    let mut seen = None;
    let latest = rows.into_iter().filter(|(entry, _, _)| seen.replace(*entry) != Some(*entry));
    let fits = |kind: &str| filter.kind.is_none_or(|wanted| wanted.as_str() == kind);
    Ok(latest.filter(|(_, _, kind)| fits(kind)).map(|(entry, id, _)| (id, entry)).collect())
}

/// Versions of the bank, each with its question; what is of another bank or a draft is not among them.
pub fn named(r: &mut Read, bank: Bank, ids: &[QuestionId]) -> Result<Vec<(QuestionId, Question)>, Problem> {
    let mine = question_categories::programme_id
        .eq(bank.programme)
        .or(question_categories::organisation_id.eq(bank.organisation));
    let rows: Vec<(QuestionId, Json<Question>)> = question_versions::table
        .inner_join(question_entries::table.inner_join(question_categories::table))
        .filter(question_versions::id.eq_any(ids.to_vec()))
        .filter(question_versions::state.eq("ready"))
        .filter(mine)
        .select((question_versions::id, question_versions::definition))
        .load(r.conn())?;
    Ok(rows.into_iter().map(|(id, question)| (id, question.0)).collect())
}

/// The number the next setup of a quiz gets.
pub fn next_number(r: &mut Read, edition: EditionId, quiz: ActivityId) -> Result<i32, Problem> {
    let last: Option<i32> = quiz_setups::table
        .filter(quiz_setups::edition_id.eq(edition))
        .filter(quiz_setups::activity_id.eq(quiz))
        .select(max(quiz_setups::number))
        .first(r.conn())?;
    Ok(last.unwrap_or(0) + 1)
}
