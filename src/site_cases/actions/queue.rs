//! The cases that wait for those who teach.

use crate::db::Read;
use crate::editions::store::{self as editions, Visible};
use crate::kernel::{Actor, EditionId, Moment, PersonId, PersonName, Problem, SiteCaseId};
use crate::site_cases::rules::State;
use crate::site_cases::store::{self, Filter, QueueRow};

/// How many stand on one page.
const PAGE: i64 = 50;

/// What of the queue is wanted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Wish {
    /// Of this edition.
    pub edition: Option<EditionId>,
    /// In this state; without one, everything that is not closed.
    pub state: Option<State>,
    /// The page, from 0.
    pub page: i64,
}

/// A case in the queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Queued {
    /// The case.
    pub row: QueueRow,
    /// What it is called; nothing while its text is hidden.
    pub title: Option<String>,
    /// Who has it in hand.
    pub taker: Option<(PersonId, PersonName)>,
}

/// A page of the queue.
#[derive(Debug, Clone, Default)]
pub struct Queue {
    /// The cases: those that wait first, the oldest of each state first.
    pub cases: Vec<Queued>,
    /// Whether more follow.
    pub more: bool,
    /// How many wait, on all pages.
    pub waiting: i64,
    /// What it can be narrowed to.
    pub editions: Vec<(EditionId, String)>,
}

/// The cases of the editions that the actor teaches or administers.
///
/// # Errors
/// The database's.
pub fn queue(r: &mut Read, actor: &Actor, wish: Wish) -> Result<Queue, Problem> {
    let taught = taught(r, actor)?;
    let ids = taught.iter().map(|(id, _)| *id).filter(|id| wish.edition.is_none_or(|wanted| wanted == *id));
    let open = [State::Waiting, State::Redo, State::Answered];
    let known = wish.state.filter(|state| *state != State::Draft);
    let states = known.map_or_else(|| open.to_vec(), |state| vec![state]);
    let filter = Filter { editions: ids.collect(), states, me: actor.person };
    let mut rows = store::queue(r, &filter, (wish.page.max(0).saturating_mul(PAGE), PAGE + 1))?;
    let more = i64::try_from(rows.len()).unwrap_or(i64::MAX) > PAGE;
    rows.truncate(usize::try_from(PAGE).unwrap_or_default());
    let ids: Vec<SiteCaseId> = rows.iter().map(|row| row.id).collect();
    let (texts, takers) = (store::texts(r, &ids, false)?, store::takers(r, &ids)?);
    let queued = |row: QueueRow| {
        let newest = texts.iter().rfind(|text| text.case == row.id).filter(|text| text.hidden.is_none());
        let taker = takers.iter().find(|(case, ..)| *case == row.id);
        Queued {
            title: newest.map(|text| text.content.title.clone()),
            taker: taker.map(|(_, person, name)| (*person, name.clone())),
            row,
        }
    };
    let waiting = store::waiting_count(r, &filter)?;
    Ok(Queue { cases: rows.into_iter().map(queued).collect(), more, waiting, editions: taught })
}

/// How many cases wait, and for how long.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Waiting {
    /// How many.
    pub count: i64,
    /// Whole days that the oldest has waited.
    pub oldest_days: i64,
}

/// What of it awaits the actor today.
///
/// # Errors
/// The database's.
pub fn waiting(r: &mut Read, actor: &Actor, now: Moment) -> Result<Waiting, Problem> {
    let editions = taught(r, actor)?.into_iter().map(|(id, _)| id).collect();
    let filter = Filter { editions, states: Vec::new(), me: actor.person };
    let Some(oldest) = store::oldest_waiting(r, &filter)? else { return Ok(Waiting::default()) };
    Ok(Waiting { count: store::waiting_count(r, &filter)?, oldest_days: oldest.days_until(now) })
}

fn taught(r: &mut Read, actor: &Actor) -> Result<Vec<(EditionId, String)>, Problem> {
    let roles = &actor.roles;
    let visible = Visible {
        all: roles.site_administrator,
        run_by: roles.administrator_of.clone(),
        these: roles.trainer_of.clone(),
    };
    let rows = editions::listed(r, visible)?;
    Ok(rows.into_iter().map(|row| (row.edition.id, row.edition.title)).collect())
}
