//! Rows of rubrics that editions made of the programme's own. They never change.

use super::definition;
use super::setups::CaseAt;
use crate::cases::rules::{Rubric, RubricVersion, Rubrics, graded_by};
use crate::db::schema::{case_rubrics as table, people};
use crate::db::{Json, Read, Write};
use crate::kernel::{Moment, PersonId, PersonName, Problem};
use crate::programmes::rules::CaseDefinition;
use diesel::prelude::*;

type Columns = (i32, Json<Rubric>, String, Moment, Option<(String, String, Option<String>)>);

/// The versions that were made in an edition, in their order.
fn made(r: &mut Read, (edition, case): CaseAt) -> Result<Vec<RubricVersion>, Problem> {
    let rows: Vec<Columns> = table::table
        .left_join(people::table)
        .filter(table::edition_id.eq(edition))
        .filter(table::activity_id.eq(case))
        .order(table::number)
        .select((
            table::number,
            table::content,
            table::reason,
            table::made_at,
            (people::surname, people::given_name, people::patronymic).nullable(),
        ))
        .load(r.conn())?;
    let name = |(surname, given_name, patronymic)| PersonName { surname, given_name, patronymic };
    let version = |(number, rubric, reason, made_at, by): Columns| RubricVersion {
        number,
        rubric: rubric.0,
        reason,
        by: by.map(name),
        made_at,
    };
    Ok(rows.into_iter().map(version).collect())
}

/// A case as an edition grades it now, with every version of its rubric.
pub fn graded_case(r: &mut Read, at: CaseAt) -> Result<Option<(CaseDefinition, Rubrics)>, Problem> {
    let Some(definition) = definition(r, at.1)? else { return Ok(None) };
    let rubrics = Rubrics::new(&definition, made(r, at)?);
    let definition = graded_by(definition, rubrics.by(rubrics.newest()));
    Ok(Some((definition, rubrics)))
}

/// Writes a version of the rubric. The database refuses a second one of the same number.
pub fn insert_rubric(
    w: &mut Write,
    (edition, case): CaseAt,
    (number, rubric, reason): (i32, &Rubric, &str),
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::insert_into(table::table)
        .values((
            table::edition_id.eq(edition),
            table::activity_id.eq(case),
            table::number.eq(number),
            table::content.eq(Json(rubric.clone())),
            table::reason.eq(reason),
            table::made_by.eq(by),
            table::made_at.eq(now),
        ))
        .execute(w.conn())?;
    Ok(())
}
