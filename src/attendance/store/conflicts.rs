//! Sessions and consultations that may stand in the way of others.

mod consulting;

pub use consulting::{Consultation, Guest, consultations, consultations_of, consulted};

use super::beforehand;
use super::sessions::{Listed, SESSION, SessionRow};
use crate::attendance::rules::Booked;
use crate::db::Read;
use crate::db::schema::{activities, editions, enrolments, people, sessions};
use crate::kernel::{
    EditionId, EnrolmentId, Moment, OrganisationId, PersonId, PersonName, Problem, SessionId,
};
use diesel::prelude::*;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// What these trainers teach anywhere, or what is held in an organisation, within a day around a span: enough to find
/// every collision.
pub fn near(
    r: &mut Read,
    organisation: OrganisationId,
    trainers: &[PersonId],
    (from, to): (Moment, Moment),
) -> Result<Vec<(Booked, Listed)>, Problem> {
    let rows: Vec<(Listed, OrganisationId)> = sessions::table
        .inner_join(editions::table)
        .inner_join(activities::table)
        .filter(sessions::cancelled_at.is_null())
        .filter(sessions::starts_at.gt(from.plus_minutes(-24 * 60)))
        .filter(sessions::starts_at.lt(to))
        .filter(
            editions::organisation_id
                .nullable()
                .eq(organisation)
                .or(sessions::trainer_id.eq_any(trainers.to_vec())),
        )
        .order((sessions::starts_at, sessions::id))
        .select((
            (SESSION, activities::title, editions::title, activities::format),
            editions::organisation_id,
        ))
        .load(r.conn())?;
    let found =
        rows.into_iter().map(|(listed, organisation)| (booked(&listed.session, organisation), listed));
    let mut found: Vec<(Booked, Listed)> = found.collect();
    // Whoever teaches a session together with somebody else cannot be at two places either (F7).
    for (trainer, listed, organisation) in super::co_trainers::taught(r, trainers, (from, to))? {
        let booked = Booked { trainer: Some(trainer), place: None, ..booked(&listed.session, organisation) };
        found.push((booked, listed));
    }
    Ok(found)
}

fn booked(row: &SessionRow, organisation: OrganisationId) -> Booked {
    Booked {
        session: Some(row.id),
        organisation,
        starts_at: row.starts_at,
        ends_at: row.ends_at,
        place: row.place.clone(),
        trainer: row.trainer_id,
    }
}

/// A session in which people of an edition may be: of another edition, or of their own.
#[derive(Debug, Clone)]
pub struct Elsewhere {
    /// The session.
    pub listed: Listed,
    /// Who is enrolled in both editions, by surname; all of them where it is the same one.
    pub people: Arc<Vec<Shared>>,
}

/// Somebody who is enrolled where the one session is held and where the other one is.
#[derive(Debug, Clone)]
pub struct Shared {
    /// Who.
    pub name: PersonName,
    /// The place in the edition that is asked about.
    pub here: EnrolmentId,
    /// The place in the other one; the same where it is no other.
    pub there: EnrolmentId,
}

/// The people of an edition, who are asked of all of its sessions: one query.
pub fn own_people(r: &mut Read, edition: EditionId) -> Result<Arc<Vec<Shared>>, Problem> {
    let rows: Vec<(EnrolmentId, String, String, Option<String>)> = enrolments::table
        .inner_join(people::table.on(people::id.eq(enrolments::person_id)))
        .filter(enrolments::edition_id.eq(edition))
        .filter(enrolments::withdrawn_at.is_null())
        .order((people::sort_ru, people::id))
        .select((enrolments::id, people::surname, people::given_name, people::patronymic))
        .load(r.conn())?;
    let own = |(id, surname, given_name, patronymic)| Shared {
        name: PersonName { surname, given_name, patronymic },
        here: id,
        there: id,
    };
    Ok(Arc::new(rows.into_iter().map(own).collect()))
}

/// The sessions of other editions in a span of time that have people of an edition: three queries, four where one signs up
/// for some of them. These stand in the way of those who have a place.
pub fn elsewhere(
    r: &mut Read,
    edition: EditionId,
    (from, to): (Moment, Moment),
) -> Result<Vec<Elsewhere>, Problem> {
    let shared = shared(r, edition)?;
    if shared.is_empty() {
        return Ok(Vec::new());
    }
    let editions_of: Vec<EditionId> = shared.keys().copied().collect();
    let listed: Vec<Listed> = sessions::table
        .inner_join(editions::table)
        .inner_join(activities::table)
        .filter(sessions::edition_id.eq_any(editions_of))
        .filter(sessions::cancelled_at.is_null())
        .filter(sessions::starts_at.lt(to))
        .filter(sessions::ends_at.gt(from))
        .order((sessions::starts_at, sessions::id))
        .select((SESSION, activities::title, editions::title, activities::format))
        .load(r.conn())?;
    let ids: Vec<SessionId> = listed.iter().map(|one| one.session.id).collect();
    let chosen = beforehand::with_places(r, &ids)?;
    let seated = if chosen.is_empty() { HashSet::new() } else { seated(r, &chosen)? };
    let with_people = |listed: Listed| {
        let id = listed.session.id;
        let all = shared.get(&listed.session.edition_id).cloned().unwrap_or_default();
        let seat = |one: &&Shared| seated.contains(&(id, one.there));
        let people =
            if chosen.contains(&id) { Arc::new(all.iter().filter(seat).cloned().collect()) } else { all };
        Elsewhere { listed, people }
    };
    Ok(listed.into_iter().map(with_people).collect())
}

/// Who has a place in these sessions.
fn seated(r: &mut Read, these: &HashSet<SessionId>) -> Result<HashSet<(SessionId, EnrolmentId)>, Problem> {
    let these: Vec<SessionId> = these.iter().copied().collect();
    let rows = beforehand::signed_up(r, &these)?.into_iter();
    Ok(rows.filter(|one| one.confirmed_at.is_some()).map(|one| (one.session, one.enrolment)).collect())
}

/// Who of an edition is enrolled in others, by the other edition.
fn shared(r: &mut Read, edition: EditionId) -> Result<HashMap<EditionId, Arc<Vec<Shared>>>, Problem> {
    let own = diesel::alias!(enrolments as own);
    type Row = (EditionId, EnrolmentId, EnrolmentId, String, String, Option<String>);
    let rows: Vec<Row> = enrolments::table
        .inner_join(own.on(own.field(enrolments::person_id).eq(enrolments::person_id)))
        .inner_join(people::table.on(people::id.eq(enrolments::person_id)))
        .filter(own.field(enrolments::edition_id).eq(edition))
        .filter(own.field(enrolments::withdrawn_at).is_null())
        .filter(enrolments::edition_id.ne(edition))
        .filter(enrolments::withdrawn_at.is_null())
        .order((people::sort_ru, people::id))
        .select((
            enrolments::edition_id,
            own.field(enrolments::id),
            enrolments::id,
            people::surname,
            people::given_name,
            people::patronymic,
        ))
        .load(r.conn())?;
    let mut shared: HashMap<EditionId, Vec<Shared>> = HashMap::new();
    for (other, here, there, surname, given_name, patronymic) in rows {
        let name = PersonName { surname, given_name, patronymic };
        shared.entry(other).or_default().push(Shared { name, here, there });
    }
    Ok(shared.into_iter().map(|(edition, people)| (edition, Arc::new(people))).collect())
}
