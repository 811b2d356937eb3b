//! What the queue can be narrowed to, and the editions it is read for.

use crate::db::schema::{activities, editions, grading_works as works, organisations};
use crate::db::{Json, MultiBackend, Read};
use crate::kernel::{ActivityId, EditionId, Localised, OrganisationId, Problem};
use diesel::dsl::not;
use diesel::prelude::*;

/// What a queue can be narrowed to.
#[derive(Debug, Clone, Default)]
pub struct Choices {
    /// Editions with works in the queue.
    pub editions: Vec<(EditionId, String)>,
    /// Cases with works in the queue.
    pub cases: Vec<(ActivityId, Localised)>,
    /// Organisations whose people wait.
    pub organisations: Vec<(OrganisationId, String)>,
}

/// What the queue of these editions can be narrowed to: everything that has a work whose grade is not decided.
/// Who sends people whose works are graded without names is no choice.
pub fn choices(
    r: &mut Read,
    these: &[EditionId],
    blind: &[(EditionId, ActivityId)],
) -> Result<Choices, Problem> {
    let waiting =
        || works::table.filter(works::edition_id.eq_any(these.to_vec())).filter(works::settled_at.is_null());
    let of_edition = waiting().select(works::edition_id);
    let of_case = waiting().select(works::activity_id);
    let mut sent = waiting().select(works::organisation_id).distinct().into_boxed::<MultiBackend>();
    for (edition, case) in blind {
        let nameless = works::edition_id.eq(*edition).and(works::activity_id.eq(*case));
        sent = sent.filter(not(nameless));
    }
    let sent: Vec<Option<OrganisationId>> = sent.load(r.conn())?;
    let sent: Vec<OrganisationId> = sent.into_iter().flatten().collect();
    let cases: Vec<(ActivityId, Json<Localised>)> = activities::table
        .filter(activities::id.eq_any(of_case))
        .order(activities::id)
        .select((activities::id, activities::title))
        .load(r.conn())?;
    Ok(Choices {
        editions: editions::table
            .filter(editions::id.eq_any(of_edition))
            .order((editions::title, editions::id))
            .select((editions::id, editions::title))
            .load(r.conn())?,
        cases: cases.into_iter().map(|(id, title)| (id, title.0)).collect(),
        organisations: organisations::table
            .filter(organisations::id.eq_any(sent))
            .order((organisations::name, organisations::id))
            .select((organisations::id, organisations::name))
            .load(r.conn())?,
    })
}

/// The editions that organisations run; those of every organisation without a list.
pub fn editions_of(
    r: &mut Read,
    organisations: Option<&[OrganisationId]>,
) -> Result<Vec<EditionId>, Problem> {
    let ids = match organisations {
        None => editions::table.select(editions::id).load(r.conn())?,
        Some(organisations) => editions::table
            .filter(editions::organisation_id.eq_any(organisations.to_vec()))
            .select(editions::id)
            .load(r.conn())?,
    };
    Ok(ids)
}
