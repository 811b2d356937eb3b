//! Rows of sessions and roles.

use super::{SessionKind, SignedIn};
use crate::db::schema::{browser_sessions, people};
use crate::db::{Read, Write, each};
use crate::kernel::{
    Actor, BrowserSessionId, EditionId, Language, Moment, OrganisationId, PersonId, PersonName, Problem,
    Roles, ZoneName,
};
use diesel::backend::Backend;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::serialize::ToSql;
use diesel::sql_types::{BigInt, Nullable, Text};

/// A session about to be opened.
#[derive(Debug, Clone)]
pub struct NewSession {
    /// Whose.
    pub person: PersonId,
    /// Browser or API.
    pub kind: SessionKind,
    /// The SHA-256 of the token.
    pub token_hash: String,
    /// From when.
    pub now: Moment,
    /// Until when.
    pub expires_at: Moment,
    /// The address it was opened from.
    pub address: String,
    /// The browser's name of itself.
    pub agent: String,
}

/// Opens a session.
pub fn open(w: &mut Write, new: &NewSession) -> Result<BrowserSessionId, Problem> {
    let id = diesel::insert_into(browser_sessions::table)
        .values((
            browser_sessions::person_id.eq(new.person),
            browser_sessions::kind.eq(new.kind),
            browser_sessions::token_hash.eq(&new.token_hash),
            browser_sessions::created_at.eq(new.now),
            browser_sessions::last_seen_at.eq(new.now),
            browser_sessions::expires_at.eq(new.expires_at),
            browser_sessions::address.eq(&new.address),
            browser_sessions::agent.eq(&new.agent),
        ))
        .returning(browser_sessions::id)
        .get_result(w.conn())?;
    Ok(id)
}

/// The session of a token hash, if it holds now and the account is active.
pub fn signed_in(r: &mut Read, token_hash: &str, now: Moment) -> Result<Option<SignedIn>, Problem> {
    let session = browser_sessions::table
        .inner_join(people::table)
        .filter(browser_sessions::token_hash.eq(token_hash))
        .filter(browser_sessions::revoked_at.is_null())
        .filter(browser_sessions::expires_at.gt(now))
        .filter(people::deactivated_at.is_null())
        .select((browser_sessions::id, browser_sessions::last_seen_at, PERSON));
    let found: Option<(BrowserSessionId, Moment, PersonRow)> =
        each!(r.conn(), c => session.first(c).optional()?);
    found
        .map(|(session, last_seen_at, person)| {
            Ok(SignedIn { session, last_seen_at, actor: with_roles(r, person)? })
        })
        .transpose()
}

/// The actor that a person is, for jobs and the command line; `None` when there is no such account.
pub fn actor_of(r: &mut Read, person: PersonId) -> Result<Option<Actor>, Problem> {
    let found: Option<PersonRow> =
        people::table.filter(people::id.eq(person)).select(PERSON).first(r.conn()).optional()?;
    found.map(|row| with_roles(r, row)).transpose()
}

/// Notes that a session was used.
pub fn touch(w: &mut Write, session: BrowserSessionId, now: Moment) -> Result<(), Problem> {
    diesel::update(browser_sessions::table.filter(browser_sessions::id.eq(session)))
        .set(browser_sessions::last_seen_at.eq(now))
        .execute(w.conn())?;
    Ok(())
}

/// Ends a session of a person; `false` when it is not theirs or over already.
pub fn revoke(
    w: &mut Write,
    person: PersonId,
    session: BrowserSessionId,
    now: Moment,
) -> Result<bool, Problem> {
    let ended = diesel::update(
        browser_sessions::table
            .filter(browser_sessions::id.eq(session))
            .filter(browser_sessions::person_id.eq(person))
            .filter(browser_sessions::revoked_at.is_null()),
    )
    .set(browser_sessions::revoked_at.eq(now))
    .execute(w.conn())?;
    Ok(ended > 0)
}

/// Ends every session of a person but one: after a password change only the device at hand stays.
pub fn revoke_others(
    w: &mut Write,
    person: PersonId,
    keep: Option<BrowserSessionId>,
    now: Moment,
) -> Result<(), Problem> {
    let keep = keep.unwrap_or(BrowserSessionId(0));
    diesel::update(
        browser_sessions::table
            .filter(browser_sessions::person_id.eq(person))
            .filter(browser_sessions::id.ne(keep))
            .filter(browser_sessions::revoked_at.is_null()),
    )
    .set(browser_sessions::revoked_at.eq(now))
    .execute(w.conn())?;
    Ok(())
}

/// One session in the list a person sees.
#[derive(Debug, Clone, Queryable)]
pub struct SessionRow {
    /// The session.
    pub id: BrowserSessionId,
    /// Browser or API.
    pub kind: SessionKind,
    /// Since when.
    pub created_at: Moment,
    /// Last used.
    pub last_seen_at: Moment,
    /// From where.
    pub address: String,
    /// With what.
    pub agent: String,
}

/// The sessions of a person that hold, the newest first.
pub fn sessions_of(r: &mut Read, person: PersonId, now: Moment) -> Result<Vec<SessionRow>, Problem> {
    Ok(browser_sessions::table
        .filter(browser_sessions::person_id.eq(person))
        .filter(browser_sessions::revoked_at.is_null())
        .filter(browser_sessions::expires_at.gt(now))
        .order(browser_sessions::last_seen_at.desc())
        .select((
            browser_sessions::id,
            browser_sessions::kind,
            browser_sessions::created_at,
            browser_sessions::last_seen_at,
            browser_sessions::address,
            browser_sessions::agent,
        ))
        .load(r.conn())?)
}

type PersonRow = (PersonId, String, String, String, Option<String>, Language, ZoneName);

const PERSON: (
    people::id,
    people::email,
    people::surname,
    people::given_name,
    people::patronymic,
    people::language,
    people::time_zone,
) = (
    people::id,
    people::email,
    people::surname,
    people::given_name,
    people::patronymic,
    people::language,
    people::time_zone,
);

fn with_roles(r: &mut Read, row: PersonRow) -> Result<Actor, Problem> {
    let (person, email, surname, given_name, patronymic, language, zone) = row;
    Ok(Actor {
        person: Some(person),
        name: PersonName { surname, given_name, patronymic },
        email,
        language,
        zone,
        roles: roles_of(r, person)?,
    })
}

/// All roles of a person in one statement: every page asks for them. Said as a query of our own and not as a text, so that
/// the database takes it apart once for each connection.
#[derive(QueryId)]
struct RolesOf {
    person: i64,
}

impl Query for RolesOf {
    type SqlType = (Text, Nullable<BigInt>);
}

impl<C> RunQueryDsl<C> for RolesOf {}

impl<DB: Backend> QueryFragment<DB> for RolesOf
where
    i64: ToSql<BigInt, DB>,
    DB: diesel::sql_types::HasSqlType<BigInt>,
{
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, DB>) -> QueryResult<()> {
        out.push_sql(
            "SELECT role, organisation_id FROM role_grants WHERE revoked_at IS NULL AND person_id = ",
        );
        out.push_bind_param::<BigInt, _>(&self.person)?;
        out.push_sql(
            " UNION ALL SELECT 'edition-trainer', edition_id FROM edition_trainers WHERE person_id = ",
        );
        out.push_bind_param::<BigInt, _>(&self.person)?;
        out.push_sql(" UNION ALL SELECT 'trainee', edition_id FROM enrolments WHERE withdrawn_at IS NULL AND person_id = ");
        out.push_bind_param::<BigInt, _>(&self.person)
    }
}

fn roles_of(r: &mut Read, person: PersonId) -> Result<Roles, Problem> {
    let theirs = RolesOf { person: person.0 };
    let rows: Vec<(String, Option<i64>)> = each!(r.conn(), c => theirs.load(c)?);
    let mut roles = Roles::default();
    for (role, place) in rows {
        match (role.as_str(), place) {
            ("administrator", None) => roles.site_administrator = true,
            ("administrator", Some(place)) => roles.administrator_of.push(OrganisationId(place)),
            ("coordinator", Some(place)) => roles.coordinator_of.push(OrganisationId(place)),
            ("trainer", _) => roles.staff_trainer = true,
            ("edition-trainer", Some(place)) => roles.trainer_of.push(EditionId(place)),
            ("trainee", Some(place)) => roles.trainee_of.push(EditionId(place)),
            _ => {}
        }
    }
    Ok(roles)
}
