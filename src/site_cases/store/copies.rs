//! Rows of the nameless texts that others may read, with what their authors said to that.

use crate::db::schema::{
    edition_trainers, enrolments, people, role_grants, site_case_copies as table,
    site_case_entries as entries, site_case_uses as uses, site_cases,
};
use crate::db::{Json, Read, Write};
use crate::kernel::{
    CaseCopyId, EditionId, Moment, PersonId, PersonName, Problem, SiteCaseCopyId, SiteCaseId,
};
use crate::site_cases::rules::Copy;
use diesel::prelude::*;

/// A nameless text.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct CopyRow {
    /// The text.
    pub id: SiteCaseCopyId,
    /// Of which case.
    pub case: SiteCaseId,
    /// The how-manieth of its case.
    pub number: i32,
    /// What it says.
    pub content: Json<Copy>,
    /// When it was written.
    pub written_at: Moment,
    /// When the author of the case was asked about it.
    pub asked_at: Option<Moment>,
    /// When they answered last.
    pub answered_at: Option<Moment>,
    /// Whether the edition may read it.
    pub for_group: Option<bool>,
    /// Whether it may become a course case.
    pub for_course: Option<bool>,
    /// Since when the edition reads it, as far as the author lets it.
    pub opened_at: Option<Moment>,
}

impl CopyRow {
    /// Whether the edition reads it now.
    pub fn is_shared(&self) -> bool {
        self.opened_at.is_some() && self.for_group == Some(true)
    }
}

type Columns = (
    table::id,
    table::case_id,
    table::number,
    table::content,
    table::written_at,
    table::asked_at,
    table::answered_at,
    table::for_group,
    table::for_course,
    table::opened_at,
);
const COLUMNS: Columns = (
    table::id,
    table::case_id,
    table::number,
    table::content,
    table::written_at,
    table::asked_at,
    table::answered_at,
    table::for_group,
    table::for_course,
    table::opened_at,
);

/// The newest text of a case: no other counts.
pub fn newest_copy(r: &mut Read, case: SiteCaseId) -> Result<Option<CopyRow>, Problem> {
    Ok(table::table
        .filter(table::case_id.eq(case))
        .order(table::number.desc())
        .select(COLUMNS)
        .first(r.conn())
        .optional()?)
}

/// The texts that an edition reads now, the newest first.
pub fn shared(r: &mut Read, edition: EditionId) -> Result<Vec<CopyRow>, Problem> {
    let rows: Vec<CopyRow> = table::table
        .inner_join(site_cases::table)
        .filter(site_cases::edition_id.eq(edition))
        .order((table::case_id.desc(), table::number.desc()))
        .select(COLUMNS)
        .load(r.conn())?;
    let mut newest: Vec<CopyRow> = Vec::new();
    for row in rows {
        if newest.last().is_none_or(|last| last.case != row.case) {
            newest.push(row);
        }
    }
    newest.retain(CopyRow::is_shared);
    Ok(newest)
}

/// The text of one case, if this is its edition and reads it now.
pub fn shared_one(r: &mut Read, edition: EditionId, case: SiteCaseId) -> Result<Option<CopyRow>, Problem> {
    let here: i64 = site_cases::table
        .filter(site_cases::id.eq(case))
        .filter(site_cases::edition_id.eq(edition))
        .count()
        .get_result(r.conn())?;
    if here == 0 {
        return Ok(None);
    }
    Ok(newest_copy(r, case)?.filter(CopyRow::is_shared))
}

/// Writes another text; those before it are read by nobody any more.
pub fn insert_copy(
    w: &mut Write,
    (case, number): (SiteCaseId, i32),
    copy: &Copy,
    (by, now): (Option<PersonId>, Moment),
) -> Result<SiteCaseCopyId, Problem> {
    Ok(diesel::insert_into(table::table)
        .values((
            table::case_id.eq(case),
            table::number.eq(number),
            table::content.eq(Json(copy.clone())),
            table::written_by.eq(by),
            table::written_at.eq(now),
        ))
        .returning(table::id)
        .get_result(w.conn())?)
}

/// Writes down that the author is asked.
pub fn ask(w: &mut Write, id: SiteCaseCopyId, (by, now): (Option<PersonId>, Moment)) -> Result<(), Problem> {
    diesel::update(table::table.find(id))
        .set((table::asked_at.eq(now), table::asked_by.eq(by)))
        .execute(w.conn())?;
    Ok(())
}

/// Writes down what the author says.
pub fn answer(
    w: &mut Write,
    id: SiteCaseCopyId,
    (for_group, for_course): (bool, bool),
    now: Moment,
) -> Result<(), Problem> {
    diesel::update(table::table.find(id))
        .set((table::answered_at.eq(now), table::for_group.eq(for_group), table::for_course.eq(for_course)))
        .execute(w.conn())?;
    Ok(())
}

/// Writes down that a course case is begun with a text.
pub fn insert_use(
    w: &mut Write,
    (text, made): (SiteCaseCopyId, CaseCopyId),
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::insert_into(uses::table)
        .values((
            uses::site_case_copy_id.eq(text),
            uses::case_copy_id.eq(made),
            uses::begun_at.eq(now),
            uses::begun_by.eq(by),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// Whether course cases that were begun with texts of a case are being written, or were published.
pub fn is_used(r: &mut Read, case: SiteCaseId) -> Result<bool, Problem> {
    let found: i64 = uses::table
        .inner_join(table::table)
        .filter(table::case_id.eq(case))
        .filter(uses::case_copy_id.is_not_null().or(uses::published_at.is_not_null()))
        .count()
        .get_result(r.conn())?;
    Ok(found > 0)
}

/// Who administers the site.
pub fn administrators(r: &mut Read) -> Result<Vec<PersonId>, Problem> {
    Ok(role_grants::table
        .filter(role_grants::role.eq("administrator"))
        .filter(role_grants::organisation_id.is_null())
        .filter(role_grants::revoked_at.is_null())
        .order(role_grants::person_id)
        .select(role_grants::person_id)
        .distinct()
        .load(r.conn())?)
}

/// Opens a text to the edition, or shuts it.
pub fn set_opened(
    w: &mut Write,
    id: SiteCaseCopyId,
    opened: Option<(Option<PersonId>, Moment)>,
) -> Result<(), Problem> {
    let by = opened.and_then(|(by, _)| by);
    let at = opened.map(|(_, now)| now);
    diesel::update(table::table.find(id))
        .set((table::opened_at.eq(at), table::opened_by.eq(by)))
        .execute(w.conn())?;
    Ok(())
}

type Name = (String, String, Option<String>);

/// The names of everybody who ever learned or teaches in an edition, and of everybody who had to do with a case of it:
/// trainers who have left since, and administrators.
pub fn people_of(r: &mut Read, (edition, case): (EditionId, SiteCaseId)) -> Result<Vec<PersonName>, Problem> {
    let mut names: Vec<Name> = enrolments::table
        .inner_join(people::table.on(people::id.eq(enrolments::person_id)))
        .filter(enrolments::edition_id.eq(edition))
        .select((people::surname, people::given_name, people::patronymic))
        .load(r.conn())?;
    let trainers: Vec<Name> = edition_trainers::table
        .inner_join(people::table.on(people::id.eq(edition_trainers::person_id)))
        .filter(edition_trainers::edition_id.eq(edition))
        .select((people::surname, people::given_name, people::patronymic))
        .load(r.conn())?;
    let wrote: Vec<Name> = entries::table
        .inner_join(people::table.on(people::id.eq(entries::person_id)))
        .filter(entries::case_id.eq(case))
        .select((people::surname, people::given_name, people::patronymic))
        .distinct()
        .load(r.conn())?;
    names.extend(trainers);
    names.extend(wrote);
    let name = |(surname, given_name, patronymic)| PersonName { surname, given_name, patronymic };
    Ok(names.into_iter().map(name).collect())
}
