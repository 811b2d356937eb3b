//! What a session is made of, as its reader may see it.

use crate::agendas::rules::{Agenda, Block, Guest, Question, Shift};
use crate::agendas::store::visits::VisitRow;
use crate::agendas::store::{self, Led};
use crate::attendance::actions::{self as attendance, taught_session};
use crate::attendance::rules::credit::attended;
use crate::attendance::store::composition::{self, Brief};
use crate::attendance::store::sessions::{self, SessionRow};
use crate::attendance::store::{co_trainers, marks};
use crate::db::Read;
use crate::editions::store::EditionRow;
use crate::formats::actions as formats;
use crate::formats::rules::Called;
use crate::kernel::{
    Actor, EnrolmentId, Localised, Minutes, Moment, PersonId, PersonName, Problem, SessionId,
};
use crate::programmes::store::{self as programmes, ActivityRow};
use std::collections::HashMap;

/// What is said of a session.
#[derive(Debug, Clone, Default)]
pub struct Contents {
    /// Its own topic, and what makes its place accessible.
    pub brief: Brief,
    /// The questions in their order.
    pub questions: Vec<Question>,
    /// The blocks in their order, with what they lead to.
    pub blocks: Vec<(Block, Option<Led>)>,
    /// Who teaches, the first trainer first.
    pub trainers: Vec<PersonName>,
    /// Who teaches beside the first trainer.
    pub co_trainers: Vec<PersonId>,
    /// Who speaks and has no account.
    pub guests: Vec<Guest>,
    /// The visit that it is.
    pub visit: Option<VisitRow>,
    /// The shifts that its day belongs to.
    pub shifts: Vec<Shift>,
}

impl Contents {
    /// What it is about.
    pub fn agenda(&self) -> Agenda {
        Agenda { topic: self.brief.topic.clone(), questions: self.questions.clone() }
    }

    /// What its blocks sum to; nothing where it has none.
    pub fn blocks_sum(&self) -> Option<Minutes> {
        let sum = || self.blocks.iter().map(|(block, _)| block.minutes).sum();
        (!self.blocks.is_empty()).then(sum)
    }
}

/// Somebody who goes on a visit, or went.
#[derive(Debug, Clone)]
pub struct Going {
    /// The name.
    pub name: PersonName,
    /// Whether the sheet says that the person was there; `None` while it says nothing.
    pub came: Option<bool>,
}

/// A session with everything that its reader may see.
#[derive(Debug, Clone)]
pub struct Programme {
    /// The session.
    pub session: SessionRow,
    /// The edition.
    pub edition: EditionRow,
    /// What is taught.
    pub title: Localised,
    /// In which format.
    pub format: Called,
    /// What it is made of.
    pub contents: Contents,
    /// Whether the reader may change it.
    pub edits: bool,
    /// The reader's own place in it.
    pub seat: Option<EnrolmentId>,
    /// Who goes on the visit; only for those who teach.
    pub people: Vec<Going>,
}

/// What a session is made of.
///
/// # Errors
/// `NotFound` for anybody but those who teach or administer its edition, those of whom it is asked, and those who
/// are marked in it.
pub fn programme(r: &mut Read, actor: &Actor, id: SessionId, now: Moment) -> Result<Programme, Problem> {
    let (session, edition, activity) = sessions::session(r, id)?.ok_or_else(Problem::not_found)?;
    let edits = actor.teaches(edition.id, edition.organisation_id);
    let seat = own_seat(r, actor, id)?;
    if !edits && seat.is_none() {
        return Err(Problem::not_found());
    }
    let contents = contents(r, &session)?;
    let people = if edits && contents.visit.is_some() { going(r, actor, id, now)? } else { Vec::new() };
    let format = formats::names(r, std::iter::once(activity.format.as_str()))?.call(&activity.format);
    Ok(Programme { title: activity.title.0, session, edition, format, contents, edits, seat, people })
}

fn own_seat(r: &mut Read, actor: &Actor, id: SessionId) -> Result<Option<EnrolmentId>, Problem> {
    if let Some(seat) = attendance::seat(r, actor, id)? {
        return Ok(Some(seat.enrolment));
    }
    // Of whom it is not asked any more, but who came, has it in the schedule still.
    let Some(person) = actor.person else { return Ok(None) };
    let Some(seat) = sessions::seat(r, id, person)? else { return Ok(None) };
    let mark = marks::of_enrolment(r, id, seat.enrolment)?;
    Ok(mark.map(|_| seat.enrolment))
}

fn contents(r: &mut Read, session: &SessionRow) -> Result<Contents, Problem> {
    let id = session.id;
    let co_trainers: Vec<PersonId> = co_trainers::of_session(r, id)?;
    let team: Vec<PersonId> = session
        .trainer_id
        .into_iter()
        .chain(co_trainers.iter().copied().filter(|person| Some(*person) != session.trainer_id))
        .collect();
    let mut names: HashMap<PersonId, PersonName> = marks::names(r, &team)?.into_iter().collect();
    let shifts = store::shifts::of_edition(r, session.edition_id)?;
    let shifts = shifts.into_iter().map(|row| row.shift).filter(|shift| shift.covers(session.held_on));
    Ok(Contents {
        brief: composition::briefs(r, &[id])?.remove(&id).unwrap_or_default(),
        questions: store::questions(r, id)?,
        blocks: store::blocks(r, id)?,
        trainers: team.iter().filter_map(|person| names.remove(person)).collect(),
        co_trainers,
        guests: store::speakers::guests(r, id)?,
        visit: store::visits::of_session(r, id)?,
        shifts: shifts.collect(),
    })
}

fn going(r: &mut Read, actor: &Actor, id: SessionId, now: Moment) -> Result<Vec<Going>, Problem> {
    let sheet = attendance::sheet(r, actor, id, now)?;
    let length = sheet.session.length();
    let there = |mark: &marks::MarkRow| attended(&mark.mark, length);
    let going = |one: attendance::OnSheet| Going {
        name: one.person.name,
        came: one.mark.map(|(mark, _)| there(&mark) > Minutes::ZERO),
    };
    Ok(sheet.people.into_iter().map(going).collect())
}

/// A session about to be described, with what it can be described by.
#[derive(Debug, Clone)]
pub struct Editing {
    /// The session.
    pub session: SessionRow,
    /// The edition.
    pub edition: EditionRow,
    /// What is taught.
    pub title: Localised,
    /// What is said so far.
    pub contents: Contents,
    /// The activities of the programme, which a block may lead to.
    pub activities: Vec<ActivityRow>,
    /// The trainers of the edition besides the one who teaches the session.
    pub trainers: Vec<(PersonId, PersonName)>,
}

/// A session about to be described.
///
/// # Errors
/// `NotFound` for anybody who neither teaches nor administers its edition.
pub fn editing(r: &mut Read, actor: &Actor, id: SessionId) -> Result<Editing, Problem> {
    let (session, edition, activity) = taught_session(r, actor, id)?;
    let mut trainers = sessions::trainers(r, edition.id)?;
    trainers.retain(|(person, _)| Some(*person) != session.trainer_id);
    Ok(Editing {
        contents: contents(r, &session)?,
        activities: programmes::activities(r, edition.version_id)?,
        title: activity.title.0,
        trainers,
        session,
        edition,
    })
}

/// A session with its questions, for the projector.
#[derive(Debug, Clone)]
pub struct Timed {
    /// The session.
    pub session: SessionRow,
    /// What is taught.
    pub title: Localised,
    /// Its own topic.
    pub topic: Option<String>,
    /// The questions in their order.
    pub questions: Vec<Question>,
}

/// The questions of a session, for the projector.
///
/// # Errors
/// `NotFound` for anybody who neither teaches nor administers its edition.
pub fn timed(r: &mut Read, actor: &Actor, id: SessionId) -> Result<Timed, Problem> {
    let (session, _, activity) = taught_session(r, actor, id)?;
    let topic = composition::briefs(r, &[id])?.remove(&id).and_then(|brief| brief.topic);
    Ok(Timed { session, title: activity.title.0, topic, questions: store::questions(r, id)? })
}
