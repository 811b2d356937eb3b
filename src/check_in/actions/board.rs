//! What a trainer sees: the projector, who came, and what looks odd about it.

use super::online::prompts;
use super::times_of;
use crate::attendance::actions::{self as attendance, Sheet, taught_session};
use crate::attendance::rules::{Mark, Presence};
use crate::attendance::store::sessions::{self, SessionRow};
use crate::check_in::rules::flags::{Arrived, raised};
use crate::check_in::rules::prompts::Prompts;
use crate::check_in::rules::{Raised, State};
use crate::check_in::store::{self, OpeningRow, arrivals, online};
use crate::db::Read;
use crate::kernel::{Actor, EnrolmentId, Localised, Moment, Problem, SessionId};
use crate::progress::store::assignment::{self, Among};
use std::collections::{HashMap, HashSet};

/// What stands on the projector.
#[derive(Debug, Clone)]
pub struct Screen {
    /// The session.
    pub session: SessionRow,
    /// What is taught.
    pub title: Localised,
    /// The opening.
    pub row: OpeningRow,
    /// Whether people can mark themselves.
    pub state: State,
    /// How many arrived.
    pub arrived: i64,
    /// Of how many people the session is asked.
    pub expected: i64,
}

/// The projector page of a session.
///
/// # Errors
/// `NotFound` for a session of somebody else's, or one whose check-in was never opened.
pub fn screen(r: &mut Read, actor: &Actor, id: SessionId, now: Moment) -> Result<Screen, Problem> {
    let (session, edition, activity) = taught_session(r, actor, id)?;
    let row = store::newest(r, id)?.ok_or_else(Problem::not_found)?;
    let enrolled = sessions::enrolled(r, &[edition.id])?.first().map_or(0, |(_, count)| *count);
    let outside = assignment::outside(r, Among::Editions(&[edition.id]))?;
    Ok(Screen {
        title: activity.title.0,
        state: times_of(&row, &session).state(now),
        arrived: arrivals::count(r, id)?,
        expected: enrolled - outside.count(edition.id, activity.id),
        session,
        row,
    })
}

/// What a trainer sees of the check-in of a session.
#[derive(Debug, Clone)]
pub struct Board {
    /// The sheet.
    pub sheet: Sheet,
    /// The newest opening.
    pub row: Option<OpeningRow>,
    /// Whether people can mark themselves.
    pub state: Option<State>,
    /// Who arrived, the earliest first.
    pub arrivals: Vec<Arrived>,
    /// What looks odd and was not found in order.
    pub flags: Vec<Raised>,
    /// Who joined the meeting, and when first.
    pub joins: Vec<(EnrolmentId, Moment)>,
    /// Of how many questions whether somebody is still there the time is over or running; `None` where none are asked.
    pub asked: Option<i32>,
    /// How many of them people online left unanswered, where any.
    pub missed: HashMap<EnrolmentId, usize>,
}

/// The check-in of a session for its trainer.
///
/// # Errors
/// `NotFound` for a session of somebody else's.
pub fn board(r: &mut Read, actor: &Actor, id: SessionId, now: Moment) -> Result<Board, Problem> {
    let sheet = attendance::sheet(r, actor, id, now)?;
    let row = store::newest(r, id)?;
    let arrivals = arrivals::of_session(r, id)?;
    let flags = open_flags(r, &sheet, &arrivals)?;
    let joins = online::joins(r, id)?;
    let prompts = match &row {
        Some(row) => prompts(r, row, &times_of(row, &sheet.session))?,
        None => None,
    };
    let missed = match &prompts {
        Some(prompts) => missed(prompts, (&arrivals, &joins), &online::answers(r, id, prompts.since)?, now),
        None => HashMap::new(),
    };
    Ok(Board {
        state: row.as_ref().map(|row| times_of(row, &sheet.session).state(now)),
        asked: prompts.map(|prompts| prompts.asked(now)),
        sheet,
        row,
        arrivals,
        flags,
        joins,
        missed,
    })
}

fn open_flags(r: &mut Read, sheet: &Sheet, arrivals: &[Arrived]) -> Result<Vec<Raised>, Problem> {
    if arrivals.is_empty() {
        return Ok(Vec::new());
    }
    let mark = |one: &attendance::OnSheet| Some((one.person.enrolment, one.mark.as_ref()?.0.mark.clone()));
    let marks: HashMap<EnrolmentId, Mark> = sheet.people.iter().filter_map(mark).collect();
    let settled: HashSet<_> = arrivals::dismissed(r, sheet.session.id)?.into_iter().collect();
    let mut flags = raised(arrivals, &marks);
    flags.retain(|one| !settled.contains(&(one.enrolment, one.flag)));
    Ok(flags)
}

/// How many questions each of those who came online has left unanswered since they came.
fn missed(
    prompts: &Prompts,
    (arrivals, joins): (&[Arrived], &[(EnrolmentId, Moment)]),
    answers: &[(EnrolmentId, i32)],
    now: Moment,
) -> HashMap<EnrolmentId, usize> {
    let mut came: HashMap<EnrolmentId, Moment> = joins.iter().copied().collect();
    for one in arrivals.iter().filter(|one| one.presence == Presence::Online) {
        let at = came.entry(one.enrolment).or_insert(one.at);
        *at = one.at.min(*at);
    }
    let mut answered: HashMap<EnrolmentId, Vec<i32>> = HashMap::new();
    for (who, number) in answers {
        answered.entry(*who).or_default().push(*number);
    }
    let count = |(who, at): (EnrolmentId, Moment)| {
        let own = answered.get(&who).map_or(&[][..], Vec::as_slice);
        (who, prompts.missed(at, own, now))
    };
    came.into_iter().map(count).filter(|(_, missed)| *missed > 0).collect()
}

/// What the sheet says beside its people: who marked themselves, and what looks odd.
#[derive(Debug, Clone, Default)]
pub struct Noted {
    /// Who arrived.
    pub arrivals: Vec<Arrived>,
    /// What looks odd and was not found in order.
    pub flags: Vec<Raised>,
}

/// The notes to a sheet that its reader may see.
///
/// # Errors
/// The database's.
pub fn noted(r: &mut Read, sheet: &Sheet) -> Result<Noted, Problem> {
    let arrivals = arrivals::of_session(r, sheet.session.id)?;
    let flags = open_flags(r, sheet, &arrivals)?;
    Ok(Noted { arrivals, flags })
}
