//! Sessions that begin soon, and who may be expected in them: a fixed number of queries, however many there are.

use crate::attendance::store::beforehand;
use crate::attendance::store::concerned::Told;
use crate::attendance::store::sessions::{SESSION, SessionRow};
use crate::db::schema::{
    absence_notices, activities, edition_trainers, editions, enrolments, people, session_trainers, sessions,
};
use crate::db::{Json, Read};
use crate::editions::store::{EDITION, EditionRow};
use crate::kernel::{
    AbsenceNoticeId, EditionId, EnrolmentId, Language, Localised, Moment, PersonId, PersonName, Problem,
    SessionId, ZoneName,
};
use crate::reminders::rules::Word;
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::{HashMap, HashSet};

/// A session that begins soon.
#[derive(Debug, Clone, Queryable)]
pub struct Coming {
    /// The session.
    pub session: SessionRow,
    /// Its edition.
    pub edition: EditionRow,
    /// The title of what is taught.
    pub title: Json<Localised>,
}

/// The sessions that begin in a span and were not cancelled, of every edition or of one, as they follow one another.
pub fn coming(
    r: &mut Read,
    edition: Option<EditionId>,
    (from, to): (Moment, Moment),
) -> Result<Vec<Coming>, Problem> {
    let mut query = sessions::table
        .inner_join(editions::table)
        .inner_join(activities::table)
        .filter(sessions::cancelled_at.is_null())
        .filter(sessions::starts_at.gt(from))
        .filter(sessions::starts_at.le(to))
        .order((sessions::starts_at, sessions::id))
        .select((SESSION, EDITION, activities::title))
        .into_boxed();
    if let Some(edition) = edition {
        query = query.filter(sessions::edition_id.eq(edition));
    }
    Ok(query.load(r.conn())?)
}

/// One of them, cancelled or not.
pub fn one(r: &mut Read, id: SessionId) -> Result<Option<Coming>, Problem> {
    Ok(sessions::table
        .inner_join(editions::table)
        .inner_join(activities::table)
        .filter(sessions::id.eq(id))
        .select((SESSION, EDITION, activities::title))
        .first(r.conn())
        .optional()?)
}

/// The people of these editions, without those who left and those whose accounts were switched off.
pub fn learners(r: &mut Read, these: &[EditionId]) -> Result<Vec<(EditionId, Told)>, Problem> {
    type Row =
        ((EditionId, EnrolmentId, PersonId), (String, String, String, Option<String>), (Language, ZoneName));
    let rows: Vec<Row> = enrolments::table
        .inner_join(people::table.on(people::id.eq(enrolments::person_id)))
        .filter(enrolments::edition_id.eq_any(these.to_vec()))
        .filter(enrolments::withdrawn_at.is_null())
        .filter(people::deactivated_at.is_null())
        .order(enrolments::id)
        .select((
            (enrolments::edition_id, enrolments::id, people::id),
            (people::email, people::surname, people::given_name, people::patronymic),
            (people::language, people::time_zone),
        ))
        .load(r.conn())?;
    let told = |((edition, enrolment, person), said, (language, zone)): Row| {
        let (email, surname, given_name, patronymic) = said;
        let name = PersonName { surname, given_name, patronymic };
        let enrolment = Some(enrolment);
        (edition, Told { person, enrolment, email, name, language, zone, invited: false })
    };
    Ok(rows.into_iter().map(told).collect())
}

/// Who teaches these sessions beside the first trainer of each.
pub fn co_trainers(r: &mut Read, these: &[SessionId]) -> Result<Vec<(SessionId, PersonId)>, Problem> {
    Ok(session_trainers::table
        .filter(session_trainers::session_id.eq_any(these.to_vec()))
        .order((session_trainers::session_id, session_trainers::person_id))
        .select((session_trainers::session_id, session_trainers::person_id))
        .load(r.conn())?)
}

/// Who teaches these editions.
pub fn trainers(r: &mut Read, these: &[EditionId]) -> Result<Vec<(EditionId, PersonId)>, Problem> {
    Ok(edition_trainers::table
        .filter(edition_trainers::edition_id.eq_any(these.to_vec()))
        .order((edition_trainers::edition_id, edition_trainers::person_id))
        .select((edition_trainers::edition_id, edition_trainers::person_id))
        .load(r.conn())?)
}

/// What people told about missing these sessions, and have not taken back: two queries. What was told in time of another
/// day says nothing of a session that was moved since.
pub fn words(
    r: &mut Read,
    these: &[SessionId],
    who: Option<EnrolmentId>,
) -> Result<HashMap<(SessionId, EnrolmentId), Word>, Problem> {
    let mut query = absence_notices::table
        .inner_join(sessions::table)
        .filter(absence_notices::session_id.eq_any(these.to_vec()))
        .filter(absence_notices::taken_back_at.is_null())
        .select((
            absence_notices::session_id,
            absence_notices::enrolment_id,
            absence_notices::id,
            absence_notices::late,
            (absence_notices::held_on, sessions::held_on),
        ))
        .into_boxed();
    if let Some(who) = who {
        query = query.filter(absence_notices::enrolment_id.eq(who));
    }
    type Row = (SessionId, EnrolmentId, AbsenceNoticeId, bool, (Option<NaiveDate>, NaiveDate));
    let mut rows: Vec<Row> = query.load(r.conn())?;
    rows.retain(|(.., late, (told_for, held_on))| *late || told_for.is_none_or(|day| day == *held_on));
    let late: Vec<AbsenceNoticeId> =
        rows.iter().filter(|(.., late, _)| *late).map(|(_, _, id, ..)| *id).collect();
    let decided = beforehand::decisions(r, &late)?;
    let word = |(session, enrolment, id, late, _): Row| {
        ((session, enrolment), Word { late, accepted: decided.get(&id).copied() })
    };
    Ok(rows.into_iter().map(word).collect())
}

/// Who has a place in these sessions, where one needs it: three queries, one where nobody signs up.
pub fn seated(
    r: &mut Read,
    these: &[SessionId],
) -> Result<HashMap<SessionId, HashSet<EnrolmentId>>, Problem> {
    let with_places: Vec<SessionId> = beforehand::taken(r, these)?.into_keys().collect();
    if with_places.is_empty() {
        return Ok(HashMap::new());
    }
    let mut seated: HashMap<SessionId, HashSet<EnrolmentId>> =
        with_places.iter().map(|id| (*id, HashSet::new())).collect();
    for row in beforehand::signed_up(r, &with_places)? {
        if row.confirmed_at.is_some() {
            seated.entry(row.session).or_default().insert(row.enrolment);
        }
    }
    Ok(seated)
}
