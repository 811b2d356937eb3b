//! The cases that those who teach have in their editions.

use crate::db::Read;
use crate::db::schema::{editions, enrolments, organisations, people, site_cases as table};
use crate::kernel::{EditionId, Moment, PersonId, PersonName, Problem, SiteCaseId};
use crate::site_cases::rules::State;
use diesel::prelude::*;

/// Which cases are wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// Of these editions.
    pub editions: Vec<EditionId>,
    /// In these states.
    pub states: Vec<State>,
    /// Not this person's own.
    pub me: Option<PersonId>,
}

/// A case in the queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueRow {
    /// The case.
    pub id: SiteCaseId,
    /// Its edition.
    pub edition: EditionId,
    /// The title of that.
    pub edition_title: String,
    /// Where it stands.
    pub state: State,
    /// Since when.
    pub since: Moment,
    /// Its author.
    pub author: PersonName,
    /// Who sent them.
    pub organisation: Option<String>,
}

type Columns =
    ((SiteCaseId, EditionId, State, Moment), String, (String, String, Option<String>), Option<String>);

/// A page of cases: those that wait first, the oldest of each state first.
pub fn queue(r: &mut Read, filter: &Filter, (skip, limit): (i64, i64)) -> Result<Vec<QueueRow>, Problem> {
    let rows: Vec<Columns> = table::table
        .inner_join(editions::table)
        .inner_join(enrolments::table.on(enrolments::id.eq(table::enrolment_id)))
        .inner_join(people::table.on(people::id.eq(enrolments::person_id)))
        .left_join(organisations::table.on(organisations::id.nullable().eq(enrolments::organisation_id)))
        .filter(table::edition_id.eq_any(filter.editions.clone()))
        .filter(table::state.eq_any(filter.states.clone()))
        .filter(people::id.ne(filter.me.unwrap_or(PersonId(0))))
        // In the order of their letters, those that wait come last.
        .order((table::state.desc(), table::since, table::id))
        .offset(skip)
        .limit(limit)
        .select((
            (table::id, table::edition_id, table::state, table::since),
            editions::title,
            (people::surname, people::given_name, people::patronymic),
            organisations::short_name.nullable(),
        ))
        .load(r.conn())?;
    let row = |((id, edition, state, since), edition_title, name, organisation): Columns| {
        let (surname, given_name, patronymic) = name;
        let author = PersonName { surname, given_name, patronymic };
        QueueRow { id, edition, edition_title, state, since, author, organisation }
    };
    Ok(rows.into_iter().map(row).collect())
}

/// How many cases wait.
pub fn waiting_count(r: &mut Read, filter: &Filter) -> Result<i64, Problem> {
    Ok(table::table
        .inner_join(enrolments::table)
        .filter(table::edition_id.eq_any(filter.editions.clone()))
        .filter(table::state.eq(State::Waiting))
        .filter(enrolments::person_id.ne(filter.me.unwrap_or(PersonId(0))))
        .count()
        .get_result(r.conn())?)
}

/// Since when the one has waited that waits the longest.
pub fn oldest_waiting(r: &mut Read, filter: &Filter) -> Result<Option<Moment>, Problem> {
    Ok(table::table
        .inner_join(enrolments::table)
        .filter(table::edition_id.eq_any(filter.editions.clone()))
        .filter(table::state.eq(State::Waiting))
        .filter(enrolments::person_id.ne(filter.me.unwrap_or(PersonId(0))))
        .order(table::since)
        .select(table::since)
        .first(r.conn())
        .optional()?)
}
