//! What would come of a list, by the state of this moment. Nothing is changed by looking.

use super::{loading, online_sheet};
use crate::attendance::actions::{OnSheet, Sheet};
use crate::attendance::store::{co_trainers, marks, sessions};
use crate::check_in::rules::Opening;
use crate::check_in::store as check_in;
use crate::db::Read;
use crate::kernel::{
    Actor, EnrolmentId, MarkId, Minutes, Moment, PersonId, PersonName, Problem, SessionId, WebinarListId,
    ZoneName,
};
use crate::webinars::rules::headers::{self, ChosenColumns, Tables};
use crate::webinars::rules::matching::{Member, Roster};
use crate::webinars::rules::outcome::{self, Decision, OnList, Proposal, Sorted, Standing, Unknown};
use crate::webinars::rules::presence::Frame;
use crate::webinars::rules::reading::{self, Wall};
use crate::webinars::rules::{Grid, LineFault, Tool};
use crate::webinars::store::{self, ApplicationRow, ListRow, RemovedRow, clocks};
use std::collections::{HashMap, HashSet};

/// The lists of a session.
#[derive(Debug, Clone)]
pub struct Shelf {
    /// The session with its sheet.
    pub sheet: Sheet,
    /// The lists, the newest first.
    pub lists: Vec<ListRow>,
    /// Those that were removed, the newest first.
    pub removed: Vec<RemovedRow>,
    /// Each time that marks were made from one, the oldest first.
    pub applications: Vec<ApplicationRow>,
    /// The names of all who did any of that.
    pub names: HashMap<PersonId, PersonName>,
}

/// The lists of a session.
///
/// # Errors
/// `NotFound` for who does not teach there, and for a session in a room only.
pub fn shelf(r: &mut Read, actor: &Actor, id: SessionId, now: Moment) -> Result<Shelf, Problem> {
    let sheet = online_sheet(r, actor, id, now)?;
    let (lists, applications) = (store::of_session(r, id)?, store::applications(r, id)?);
    let removed = store::removed(r, id)?;
    let loaded = lists.iter().filter_map(|row| row.uploaded_by);
    let gone = removed.iter().flat_map(|row| [row.uploaded_by, row.removed_by]).flatten();
    let applied = applications.iter().filter_map(|row| row.applied_by);
    let people: HashSet<PersonId> = loaded.chain(gone).chain(applied).collect();
    let people: Vec<PersonId> = people.into_iter().collect();
    let names = marks::names(r, &people)?.into_iter().collect();
    Ok(Shelf { sheet, lists, removed, applications, names })
}

/// Somebody of the edition as a list has them.
#[derive(Debug, Clone)]
pub struct Person {
    /// What the list says.
    pub on_list: OnList,
    /// What would come of it.
    pub proposal: Proposal,
}

/// A list and what would come of it.
#[derive(Debug, Clone)]
pub struct Preview {
    /// The session with its sheet.
    pub sheet: Sheet,
    /// The list.
    pub list: ListRow,
    /// What is in it.
    pub grid: Grid,
    /// The tool that wrote it; nothing while nobody knows what its columns are.
    pub tool: Option<Tool>,
    /// What a trainer said its columns are.
    pub chosen: Option<ChosenColumns>,
    /// The lines that are left out.
    pub faults: Vec<LineFault>,
    /// The people of the edition who are in it, in the order of the sheet.
    pub people: Vec<Person>,
    /// Everybody else in it.
    pub sorted: Sorted,
    /// Those on the sheet without a mark of whom it says nothing, and who did not tell that they would not come.
    pub rest: Vec<EnrolmentId>,
    /// By whose clock its moments are read.
    pub zone: ZoneName,
    /// Whether all its moments lie outside of the session: it was written by another clock.
    pub other_clock: bool,
    /// What the sheet says already.
    pub standings: HashMap<EnrolmentId, Standing>,
    /// What was decided over its lines.
    pub decisions: HashMap<u32, Decision>,
    /// Each time that marks were made from it, the oldest first.
    pub applications: Vec<ApplicationRow>,
    /// The names of all who loaded it or marked by it.
    pub names: HashMap<PersonId, PersonName>,
}

/// A list of a session, against the sheet of this moment. A fixed number of queries, whatever is in it.
///
/// # Errors
/// `NotFound` for who does not teach there, and for a list of another session.
pub fn preview(
    r: &mut Read,
    actor: &Actor,
    (session, id): (SessionId, WebinarListId),
    now: Moment,
) -> Result<Preview, Problem> {
    let shelf = shelf(r, actor, session, now)?;
    let (list, grid) = loading::found(r, session, id)?;
    let chosen = store::columns(r, id)?;
    let zone = clocks::zone(r, id)?.unwrap_or(shelf.sheet.session.time_zone);
    let decisions = store::decisions(r, id)?;
    let roster = roster(r, &shelf.sheet)?;
    let own: HashSet<MarkId> = marks::self_made(r, session)?.into_iter().collect();
    let frame = frame(r, &shelf.sheet)?;
    let standings: HashMap<EnrolmentId, Standing> =
        shelf.sheet.people.iter().filter_map(|one| standing(one, &own)).collect();

    let (mut faults, mut sorted, mut tool) = (grid.unread.clone(), Sorted::default(), None);
    let mut other_clock = false;
    if let Some(tables) = tables(&grid, chosen.as_ref()) {
        let read = reading::read(&tables, &wall(&shelf.sheet, zone));
        faults.extend(read.faults);
        tool = Some(tables.tool);
        other_clock = outcome::all_outside(&read.attendees, &frame);
        sorted = outcome::sort(read.attendees, &decisions, |attendee| roster.find(attendee));
    }
    faults.sort_unstable_by_key(|fault| fault.line);
    // A decision of another day about somebody who has left the edition since marks nobody.
    let on_sheet = shelf.sheet.people.iter().map(|one| one.person.enrolment);
    let people: Vec<Person> = on_sheet
        .filter_map(|who| {
            let on_list = sorted.people.remove(&who)?;
            let proposal = outcome::propose(who, &on_list.stays, &frame, standings.get(&who));
            Some(Person { on_list, proposal })
        })
        .collect();
    let rest = rest(&shelf.sheet, &people, &sorted.unknown);
    let Shelf { sheet, applications, names, .. } = shelf;
    let applications = applications.into_iter().filter(|row| row.list == id).collect();
    Ok(Preview {
        sheet,
        list,
        grid,
        tool,
        chosen,
        faults,
        people,
        sorted,
        rest,
        zone,
        other_clock,
        standings,
        decisions,
        applications,
        names,
    })
}

fn tables<'a>(grid: &'a Grid, chosen: Option<&ChosenColumns>) -> Option<Tables<'a>> {
    match chosen {
        Some(chosen) => Some(headers::chosen(grid, chosen)),
        None => headers::tables(grid),
    }
}

/// The lines by which the people of a list are decided over.
pub(super) fn attendee_lines(
    grid: &Grid,
    chosen: Option<&ChosenColumns>,
    (sheet, zone): (&Sheet, ZoneName),
) -> HashSet<u32> {
    let read = tables(grid, chosen).map(|tables| reading::read(&tables, &wall(sheet, zone)));
    read.into_iter().flat_map(|read| read.attendees).map(|one| one.line).collect()
}

/// The session as a clock in a zone shows it: its day may be another one there.
fn wall(sheet: &Sheet, zone: ZoneName) -> Wall {
    let session = &sheet.session;
    Wall { zone, held_on: session.starts_at.date_in(zone), ends_at: session.ends_at }
}

/// The session's time. Nobody is late for as long as the check-in says; where nobody opened one, for as long as one usually
/// does.
fn frame(r: &mut Read, sheet: &Sheet) -> Result<Frame, Problem> {
    let session = &sheet.session;
    let opened = check_in::newest(r, session.id)?.map(|row| row.opening);
    let opening = opened.unwrap_or_else(|| Opening::usual(session.mode));
    let (starts_at, ends_at) = (session.starts_at, session.ends_at);
    Ok(Frame { starts_at, ends_at, grace: Minutes(opening.on_time_after) })
}

/// The people on the sheet with their addresses, and those who hold the session.
fn roster(r: &mut Read, sheet: &Sheet) -> Result<Roster, Problem> {
    let addressees = marks::addressees(r, sheet.edition.id)?;
    let emails: HashMap<EnrolmentId, String> =
        addressees.into_iter().map(|one| (one.enrolment, one.email)).collect();
    let member = |one: &OnSheet| Member {
        enrolment: one.person.enrolment,
        name: one.person.name.clone(),
        email: emails.get(&one.person.enrolment).cloned().unwrap_or_default(),
    };
    let members: Vec<Member> = sheet.people.iter().map(member).collect();
    let team = co_trainers::of_session(r, sheet.session.id)?;
    let mut hosts: Vec<PersonName> = marks::names(r, &team)?.into_iter().map(|(_, name)| name).collect();
    hosts.extend(sheet.trainer.clone());
    hosts.extend(sessions::trainers(r, sheet.edition.id)?.into_iter().map(|(_, name)| name));
    Ok(Roster::new(&members, &hosts))
}

fn standing(one: &OnSheet, own: &HashSet<MarkId>) -> Option<(EnrolmentId, Standing)> {
    let (row, _) = one.mark.as_ref()?;
    let standing = Standing { mark: row.mark.clone(), revision: row.revision, own: own.contains(&row.id) };
    Some((one.person.enrolment, standing))
}

/// Those of whom the list says nothing. Who may be somebody in it whom nobody has recognised yet is none of them.
fn rest(sheet: &Sheet, people: &[Person], unknown: &[Unknown]) -> Vec<EnrolmentId> {
    let known = people.iter().map(|one| one.proposal.enrolment);
    let maybe = unknown.iter().flat_map(|one| one.alike.iter().copied());
    let listed: HashSet<EnrolmentId> = known.chain(maybe).collect();
    let without = sheet.people.iter().filter(|one| one.mark.is_none()).map(|one| one.person.enrolment);
    let silent = without.filter(|who| !sheet.beforehand.notices.contains_key(who));
    silent.filter(|who| !listed.contains(who)).collect()
}
