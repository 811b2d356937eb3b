//! The people of an edition with their teams.

use crate::db::schema::{enrolments, organisations, people as table, team_members, teams};
use crate::db::{MultiBackend, Read, Write};
use crate::kernel::{
    EditionId, EnrolmentId, Language, Moment, OrganisationId, PersonId, PersonName, Problem, TeamId,
    TeamSetId,
};
use crate::organisations::rules::Sector;
use diesel::prelude::*;

/// A trainee with a team, or with none yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trainee {
    /// The place in the edition.
    pub enrolment: EnrolmentId,
    /// Who.
    pub person: PersonId,
    /// The name.
    pub name: PersonName,
    /// Who sent them.
    pub organisation: Option<OrganisationId>,
    /// What that organisation is called,
    pub organisation_name: Option<String>,
    /// its sector,
    pub sector: Option<Sector>,
    /// and its city.
    pub city: Option<String>,
    /// What they do there.
    pub position: Option<String>,
    /// The team in the set.
    pub team: Option<TeamId>,
}

type Columns = (
    (EnrolmentId, PersonId),
    (String, String, Option<String>, Option<String>),
    Option<(OrganisationId, String, Sector, Option<String>)>,
    Option<TeamId>,
);

/// The people of an edition who were not withdrawn, with their teams in a set, by name as the reader sorts.
pub fn people(
    r: &mut Read,
    (edition, set): (EditionId, TeamSetId),
    reader: Language,
) -> Result<Vec<Trainee>, Problem> {
    listed(r, (edition, set), None, reader)
}

/// The same of one team: who is in it now.
pub fn members(
    r: &mut Read,
    (edition, set): (EditionId, TeamSetId),
    team: TeamId,
    reader: Language,
) -> Result<Vec<Trainee>, Problem> {
    listed(r, (edition, set), Some(team), reader)
}

fn listed(
    r: &mut Read,
    (edition, set): (EditionId, TeamSetId),
    only: Option<TeamId>,
    reader: Language,
) -> Result<Vec<Trainee>, Problem> {
    let now = team_members::enrolment_id
        .eq(enrolments::id)
        .and(team_members::set_id.eq(set))
        .and(team_members::left_at.is_null());
    let mut listed = enrolments::table
        .inner_join(table::table.on(table::id.eq(enrolments::person_id)))
        .left_join(organisations::table.on(organisations::id.nullable().eq(enrolments::organisation_id)))
        .left_join(team_members::table.on(now))
        .filter(enrolments::edition_id.eq(edition))
        .filter(enrolments::withdrawn_at.is_null())
        .select((
            (enrolments::id, table::id),
            (table::surname, table::given_name, table::patronymic, table::position),
            (organisations::id, organisations::short_name, organisations::sector, organisations::city)
                .nullable(),
            team_members::team_id.nullable(),
        ))
        .into_boxed::<MultiBackend>();
    if let Some(team) = only {
        listed = listed.filter(team_members::team_id.eq(team));
    }
    let rows: Vec<Columns> = match reader {
        Language::Kk => listed.order((table::sort_kk, enrolments::id)).load(r.conn())?,
        Language::Ru | Language::En => listed.order((table::sort_ru, enrolments::id)).load(r.conn())?,
    };
    Ok(rows.into_iter().map(trainee).collect())
}

fn trainee(columns: Columns) -> Trainee {
    let ((enrolment, person), (surname, given_name, patronymic, position), sender, team) = columns;
    let (organisation, organisation_name, sector, city) = match sender {
        Some((id, name, sector, city)) => (Some(id), Some(name), Some(sector), city),
        None => (None, None, None, None),
    };
    let name = PersonName { surname, given_name, patronymic };
    Trainee { enrolment, person, name, organisation, organisation_name, sector, city, position, team }
}

/// That somebody was in a team.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Stay {
    /// The team.
    pub team: TeamId,
    /// Its name.
    pub name: String,
    /// Since when.
    pub from: Moment,
    /// Until when; nothing while they are in it.
    pub to: Option<Moment>,
}

/// When somebody was in some teams, in the order they joined them.
pub fn stays(r: &mut Read, enrolment: EnrolmentId, of: &[TeamId]) -> Result<Vec<Stay>, Problem> {
    Ok(team_members::table
        .inner_join(teams::table)
        .filter(team_members::enrolment_id.eq(enrolment))
        .filter(team_members::team_id.eq_any(of.to_vec()))
        .order(team_members::id)
        .select((teams::id, teams::name, team_members::joined_at, team_members::left_at))
        .load(r.conn())?)
}

/// Ends somebody's membership in a set; that they were in the team stays known.
pub fn leave(
    w: &mut Write,
    (set, enrolment): (TeamSetId, EnrolmentId),
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    let held = team_members::table
        .filter(team_members::set_id.eq(set))
        .filter(team_members::enrolment_id.eq(enrolment))
        .filter(team_members::left_at.is_null());
    diesel::update(held)
        .set((team_members::left_at.eq(now), team_members::left_by.eq(by)))
        .execute(w.conn())?;
    Ok(())
}

/// Lets somebody be in a team of a set from now on, and in no other one of it.
pub fn join(
    w: &mut Write,
    (set, team): (TeamSetId, TeamId),
    enrolment: EnrolmentId,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    leave(w, (set, enrolment), (by, now))?;
    diesel::insert_into(team_members::table)
        .values((
            team_members::set_id.eq(set),
            team_members::team_id.eq(team),
            team_members::enrolment_id.eq(enrolment),
            team_members::joined_at.eq(now),
            team_members::joined_by.eq(by),
        ))
        .execute(w.conn())?;
    Ok(())
}
