//! Rows of categories, and the names of those they belong to.

use crate::db::schema::{
    editions, organisations, programme_versions, programmes, question_categories, question_entries,
};
use crate::db::{Json, MultiBackend, Read, Write};
use crate::kernel::{EditionId, Localised, Moment, OrganisationId, Problem, ProgrammeId, QuestionCategoryId};
use crate::questions::rules::reach::Owner;
use crate::questions::rules::tree::Category;
use diesel::dsl::count_star;
use diesel::prelude::*;
use std::collections::HashMap;

/// A category as it is stored.
pub type CategoryRow =
    (QuestionCategoryId, Option<OrganisationId>, Option<ProgrammeId>, Option<QuestionCategoryId>, String);

fn category((id, organisation, programme, parent, name): CategoryRow) -> Category {
    let owner = match (organisation, programme) {
        (Some(id), _) => Owner::Organisation(id),
        (_, Some(id)) => Owner::Programme(id),
        _ => Owner::Site,
    };
    Category { id, owner, parent, name }
}

/// Every category.
pub fn categories(r: &mut Read) -> Result<Vec<Category>, Problem> {
    let rows: Vec<CategoryRow> = question_categories::table
        .order(question_categories::id)
        .select((
            question_categories::id,
            question_categories::organisation_id,
            question_categories::programme_id,
            question_categories::parent_id,
            question_categories::name,
        ))
        .load(r.conn())?;
    Ok(rows.into_iter().map(category).collect())
}

/// How many questions stand in each category, those in the archive left out.
pub fn counts(r: &mut Read) -> Result<HashMap<QuestionCategoryId, i64>, Problem> {
    let rows: Vec<(QuestionCategoryId, i64)> = question_entries::table
        .filter(question_entries::archived_at.is_null())
        .group_by(question_entries::category_id)
        .select((question_entries::category_id, count_star()))
        .load(r.conn())?;
    Ok(rows.into_iter().collect())
}

/// Organisations with their short names.
pub type OrganisationNames = Vec<(OrganisationId, String)>;
/// Programmes with the titles of their newest versions.
pub type ProgrammeTitles = Vec<(ProgrammeId, Localised)>;

/// The names of organisations and of programmes, these by their newest version.
pub fn owners(r: &mut Read) -> Result<(OrganisationNames, ProgrammeTitles), Problem> {
    let organisations = organisations::table
        .order(organisations::id)
        .select((organisations::id, organisations::short_name))
        .load(r.conn())?;
    let titles: Vec<(ProgrammeId, Json<Localised>)> = programmes::table
        .inner_join(programme_versions::table)
        .order(programme_versions::number)
        .select((programmes::id, programme_versions::title))
        .load(r.conn())?;
    let newest: HashMap<ProgrammeId, Localised> =
        titles.into_iter().map(|(id, title)| (id, title.0)).collect();
    let mut newest: Vec<_> = newest.into_iter().collect();
    newest.sort_by_key(|(id, _)| *id);
    Ok((organisations, newest))
}

/// The programmes of these editions.
pub fn programmes_taught(r: &mut Read, taught: &[EditionId]) -> Result<Vec<ProgrammeId>, Problem> {
    Ok(editions::table
        .inner_join(programme_versions::table.on(programme_versions::id.eq(editions::version_id)))
        .filter(editions::id.eq_any(taught.to_vec()))
        .select(programme_versions::programme_id)
        .distinct()
        .load(r.conn())?)
}

/// The programmes of the editions that these organisations run.
pub fn programmes_of_organisations(
    r: &mut Read,
    running: &[OrganisationId],
) -> Result<Vec<ProgrammeId>, Problem> {
    Ok(editions::table
        .inner_join(programme_versions::table.on(programme_versions::id.eq(editions::version_id)))
        .filter(editions::organisation_id.eq_any(running.to_vec()))
        .select(programme_versions::programme_id)
        .distinct()
        .load(r.conn())?)
}

/// The key of a category.
pub fn category_key(r: &mut Read, id: QuestionCategoryId) -> Result<Option<String>, Problem> {
    Ok(question_categories::table
        .filter(question_categories::id.eq(id))
        .select(question_categories::key)
        .first(r.conn())
        .optional()?)
}

/// The keys of the categories that an owner has under another, or at the top, without that of `but`.
pub fn sibling_keys(
    r: &mut Read,
    owner: Owner,
    parent: Option<QuestionCategoryId>,
    but: Option<QuestionCategoryId>,
) -> Result<Vec<String>, Problem> {
    let mut siblings =
        question_categories::table.select(question_categories::key).into_boxed::<MultiBackend>();
    siblings = match owner {
        Owner::Site => siblings
            .filter(question_categories::organisation_id.is_null())
            .filter(question_categories::programme_id.is_null()),
        Owner::Organisation(id) => siblings.filter(question_categories::organisation_id.eq(id)),
        Owner::Programme(id) => siblings.filter(question_categories::programme_id.eq(id)),
    };
    siblings = match parent {
        Some(id) => siblings.filter(question_categories::parent_id.eq(id)),
        None => siblings.filter(question_categories::parent_id.is_null()),
    };
    if let Some(id) = but {
        siblings = siblings.filter(question_categories::id.ne(id));
    }
    Ok(siblings.load(r.conn())?)
}

/// Adds a category.
pub fn insert_category(
    w: &mut Write,
    owner: Owner,
    parent: Option<QuestionCategoryId>,
    (key, name): (&str, &str),
    now: Moment,
) -> Result<QuestionCategoryId, Problem> {
    let (organisation, programme) = match owner {
        Owner::Site => (None, None),
        Owner::Organisation(id) => (Some(id), None),
        Owner::Programme(id) => (None, Some(id)),
    };
    Ok(diesel::insert_into(question_categories::table)
        .values((
            question_categories::organisation_id.eq(organisation),
            question_categories::programme_id.eq(programme),
            question_categories::parent_id.eq(parent),
            question_categories::key.eq(key),
            question_categories::name.eq(name),
            question_categories::created_at.eq(now),
        ))
        .returning(question_categories::id)
        .get_result(w.conn())?)
}

/// Renames a category and puts it under another, where its key is free.
pub fn update_category(
    w: &mut Write,
    id: QuestionCategoryId,
    parent: Option<QuestionCategoryId>,
    (key, name): (&str, &str),
) -> Result<(), Problem> {
    diesel::update(question_categories::table.filter(question_categories::id.eq(id)))
        .set((
            question_categories::parent_id.eq(parent),
            question_categories::key.eq(key),
            question_categories::name.eq(name),
        ))
        .execute(w.conn())?;
    Ok(())
}
