//! Rows of what was done and said about a case.

use crate::db::schema::{
    edition_trainers, editions, people, role_grants, site_case_entries as table, site_cases,
};
use crate::db::{Read, Write};
use crate::kernel::{
    EditionId, Moment, OrganisationId, PersonId, PersonName, Problem, SiteCaseEntryId, SiteCaseId,
};
use crate::site_cases::rules::{Entry, EntryKind, Side};
use diesel::dsl::count_star;
use diesel::prelude::*;
use std::collections::HashMap;

/// Something that was done or said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryRow {
    /// The row.
    pub id: SiteCaseEntryId,
    /// What was done.
    pub kind: EntryKind,
    /// By whom.
    pub person: PersonId,
    /// By which name.
    pub name: PersonName,
    /// On which side they stood.
    pub side: Side,
    /// What was said; nothing once it was hidden.
    pub text: String,
    /// When.
    pub made_at: Moment,
    /// Why it was hidden.
    pub hidden: Option<String>,
}

impl EntryRow {
    /// As far as it decides.
    pub fn entry(&self) -> Entry {
        Entry { kind: self.kind, side: self.side, at: self.made_at, hidden: self.hidden.is_some() }
    }
}

type Columns = (
    (SiteCaseEntryId, EntryKind, PersonId, bool),
    (String, Moment, Option<String>),
    (String, String, Option<String>),
);

/// What was done with a case, in that order. `whole` gives what was hidden too: only for who may look at it.
pub fn entries(r: &mut Read, id: SiteCaseId, whole: bool) -> Result<Vec<EntryRow>, Problem> {
    let rows: Vec<Columns> = table::table
        .inner_join(people::table.on(table::person_id.eq(people::id)))
        .filter(table::case_id.eq(id))
        .order(table::id)
        .select((
            (table::id, table::kind, table::person_id, table::by_staff),
            (table::text, table::made_at, table::hidden_reason),
            (people::surname, people::given_name, people::patronymic),
        ))
        .load(r.conn())?;
    let row = |((id, kind, person, by_staff), (text, made_at, hidden), name): Columns| {
        let (surname, given_name, patronymic) = name;
        let text = if hidden.is_none() || whole { text } else { String::new() };
        let side = if by_staff { Side::Staff } else { Side::Author };
        let name = PersonName { surname, given_name, patronymic };
        EntryRow { id, kind, person, name, side, text, made_at, hidden }
    };
    Ok(rows.into_iter().map(row).collect())
}

/// What is about to be written down.
#[derive(Debug, Clone, Copy)]
pub struct EntryText<'a> {
    /// What was done.
    pub kind: EntryKind,
    /// By whom.
    pub person: PersonId,
    /// On which side they stand.
    pub side: Side,
    /// What was said.
    pub text: &'a str,
}

/// Writes down what was done.
pub fn insert_entry(
    w: &mut Write,
    id: SiteCaseId,
    new: EntryText<'_>,
    now: Moment,
) -> Result<SiteCaseEntryId, Problem> {
    Ok(diesel::insert_into(table::table)
        .values((
            table::case_id.eq(id),
            table::kind.eq(new.kind),
            table::person_id.eq(new.person),
            table::by_staff.eq(new.side == Side::Staff),
            table::text.eq(new.text),
            table::made_at.eq(now),
        ))
        .returning(table::id)
        .get_result(w.conn())?)
}

/// The case that something was said about.
pub fn entry_place(r: &mut Read, id: SiteCaseEntryId) -> Result<Option<SiteCaseId>, Problem> {
    Ok(table::table.find(id).select(table::case_id).first(r.conn()).optional()?)
}

/// Hides what was said.
pub fn hide_entry(
    w: &mut Write,
    id: SiteCaseEntryId,
    reason: &str,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::update(table::table.find(id))
        .set((table::hidden_at.eq(now), table::hidden_by.eq(by), table::hidden_reason.eq(reason)))
        .execute(w.conn())?;
    Ok(())
}

/// Who has each of some cases in hand: the last who took it on, unless they have left those who teach the edition and
/// administer it. Nobody waits for who has left.
pub fn takers(r: &mut Read, ids: &[SiteCaseId]) -> Result<Vec<(SiteCaseId, PersonId, PersonName)>, Problem> {
    type Row = ((SiteCaseId, PersonId), (String, String, Option<String>), (EditionId, OrganisationId));
    let rows: Vec<Row> = table::table
        .inner_join(people::table.on(table::person_id.eq(people::id)))
        .inner_join(site_cases::table.on(table::case_id.eq(site_cases::id)))
        .inner_join(editions::table.on(site_cases::edition_id.eq(editions::id)))
        .filter(table::case_id.eq_any(ids.to_vec()))
        .filter(table::kind.eq(EntryKind::Taken))
        .order(table::id.desc())
        .select((
            (table::case_id, table::person_id),
            (people::surname, people::given_name, people::patronymic),
            (editions::id, editions::organisation_id),
        ))
        .load(r.conn())?;
    let mut last: Vec<Row> = Vec::new();
    for row in rows {
        if last.iter().all(|(known, ..)| known.0 != row.0.0) {
            last.push(row);
        }
    }
    let present = Present::of(r, last.iter().map(|(taken, ..)| taken.1).collect())?;
    last.retain(|((_, person), _, place)| present.has(*person, *place));
    let taker = |((case, person), (surname, given_name, patronymic), _): Row| {
        (case, person, PersonName { surname, given_name, patronymic })
    };
    Ok(last.into_iter().map(taker).collect())
}

/// What some people teach and administer now.
struct Present {
    teach: Vec<(PersonId, EditionId)>,
    administer: Vec<(PersonId, Option<OrganisationId>)>,
}

impl Present {
    fn of(r: &mut Read, people: Vec<PersonId>) -> Result<Present, Problem> {
        let teach: Vec<(PersonId, EditionId)> = edition_trainers::table
            .filter(edition_trainers::person_id.eq_any(people.clone()))
            .select((edition_trainers::person_id, edition_trainers::edition_id))
            .load(r.conn())?;
        let administer: Vec<(PersonId, Option<OrganisationId>)> = role_grants::table
            .filter(role_grants::person_id.eq_any(people))
            .filter(role_grants::role.eq("administrator"))
            .filter(role_grants::revoked_at.is_null())
            .select((role_grants::person_id, role_grants::organisation_id))
            .load(r.conn())?;
        Ok(Present { teach, administer })
    }

    /// Whether somebody teaches this edition, or administers the organisation that runs it.
    fn has(&self, person: PersonId, (edition, organisation): (EditionId, OrganisationId)) -> bool {
        let over = |theirs: Option<OrganisationId>| theirs.is_none_or(|theirs| theirs == organisation);
        self.teach.contains(&(person, edition))
            || self.administer.iter().any(|(who, theirs)| *who == person && over(*theirs))
    }
}

/// How many times those who teach have written about each of some cases, hidden messages left out.
pub fn answers(r: &mut Read, ids: &[SiteCaseId]) -> Result<HashMap<SiteCaseId, i64>, Problem> {
    let rows: Vec<(SiteCaseId, i64)> = table::table
        .filter(table::case_id.eq_any(ids.to_vec()))
        .filter(table::by_staff.eq(true))
        .filter(table::kind.eq_any([EntryKind::Said, EntryKind::Closed]))
        .filter(table::hidden_at.is_null())
        .group_by(table::case_id)
        .select((table::case_id, count_star()))
        .load(r.conn())?;
    Ok(rows.into_iter().collect())
}
