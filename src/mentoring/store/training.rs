//! What the ledger of hours has of the training of mentors. Nobody types hours here.

use crate::db::Read;
use crate::db::schema::{activities, editions, enrolments, ledger_entries, programme_versions};
use crate::kernel::{ActivityId, Minutes, PersonId, Problem, ProgrammeId};
use crate::mentoring::rules::learned::Lesson;
use crate::programmes::rules::words::{DeliveryMode, Nature};
use diesel::prelude::*;
use std::collections::HashMap;

type Row = ((PersonId, ProgrammeId), (ActivityId, Nature, Minutes), Minutes, (Nature, DeliveryMode, Minutes));

/// The entries of some people in programmes, by person, each with its programme: one query.
pub fn lessons(
    r: &mut Read,
    people: &[PersonId],
    programmes: &[ProgrammeId],
) -> Result<HashMap<PersonId, Vec<(ProgrammeId, Lesson)>>, Problem> {
    let mut lessons: HashMap<PersonId, Vec<(ProgrammeId, Lesson)>> = HashMap::new();
    if people.is_empty() || programmes.is_empty() {
        return Ok(lessons);
    }
    let rows: Vec<Row> = ledger_entries::table
        .inner_join(enrolments::table.on(enrolments::id.eq(ledger_entries::enrolment_id)))
        .inner_join(editions::table.on(editions::id.eq(enrolments::edition_id)))
        .inner_join(programme_versions::table.on(programme_versions::id.eq(editions::version_id)))
        .inner_join(activities::table.on(activities::id.eq(ledger_entries::activity_id)))
        .filter(enrolments::person_id.eq_any(people.to_vec()))
        .filter(programme_versions::programme_id.eq_any(programmes.to_vec()))
        .select((
            (enrolments::person_id, programme_versions::programme_id),
            (activities::id, activities::nature, activities::minutes),
            programme_versions::academic_hour_minutes,
            (ledger_entries::nature, ledger_entries::mode, ledger_entries::minutes),
        ))
        .load(r.conn())?;
    for ((person, programme), (activity, own, planned), hour, (nature, mode, minutes)) in rows {
        let lesson = Lesson { activity, own, planned, hour, nature, mode, minutes };
        lessons.entry(person).or_default().push((programme, lesson));
    }
    Ok(lessons)
}
