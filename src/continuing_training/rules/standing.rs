//! How somebody stands: the first hours, and quarter by quarter what was closed and what is open.

use super::{Quarter, TrainingRule};
use crate::kernel::{ActivityId, Minutes};
use chrono::NaiveDate;

/// A session that the ledger credits, with the time somebody was there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Visit {
    /// The date of the session on the wall of the edition.
    pub on: NaiveDate,
    /// What was taught.
    pub activity: ActivityId,
    /// In the room; online stands apart and closes nothing (L4).
    pub in_person: bool,
    /// How long, by the clock: hours of continuing training have 60 minutes.
    pub minutes: Minutes,
    /// In another edition of the programme: it closes the quarter of its day (L2), and is no first hour here (E1).
    pub elsewhere: bool,
}

impl Visit {
    /// Whether it closes the quarter of its day.
    pub fn closes(&self, rule: &TrainingRule) -> bool {
        self.in_person && rule.counts(self.activity) && is_long(rule, self.minutes)
    }
}

fn is_long(rule: &TrainingRule, minutes: Minutes) -> bool {
    minutes > Minutes::ZERO && minutes >= rule.least
}

/// What somebody did instead of a missed session. It closes the quarter of that session and no other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MakeUp {
    /// The quarter of the missed session.
    pub quarter: Quarter,
    /// What was to be taught there; `None` where a trainer closes the quarter itself.
    pub activity: Option<ActivityId>,
    /// In person; online closes nothing.
    pub in_person: bool,
    /// How long it took.
    pub minutes: Minutes,
    /// How much of it counts for the first training: no more than was missed.
    pub credited: Minutes,
    /// When it was done.
    pub on: NaiveDate,
}

impl MakeUp {
    /// Whether it closes its quarter.
    pub fn closes(&self, rule: &TrainingRule) -> bool {
        self.in_person
            && self.activity.is_none_or(|missed| rule.counts(missed))
            && is_long(rule, self.minutes)
    }
}

/// For how long quarters are asked of somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stay {
    /// Since when.
    pub starts_on: NaiveDate,
    /// The day on which the person left.
    pub left_on: Option<NaiveDate>,
    /// The last day of the edition: after it nothing is asked.
    pub ends_on: NaiveDate,
}

/// How a quarter was closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closed {
    /// By a session in person on this day.
    Session(NaiveDate),
    /// By a make-up done on this day.
    MakeUp(NaiveDate),
}

/// What a quarter is for somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Before the start, or the person left in the course of it.
    NotAsked,
    /// Closed.
    Closed(Closed),
    /// It runs, and nothing closes it yet.
    Due,
    /// It is over, and nothing closed it.
    Missed,
}

/// What comes nearest to closing a quarter without doing so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Near {
    /// In person, but for less than is asked.
    Short(NaiveDate, Minutes),
    /// Online.
    Online(NaiveDate),
}

/// A quarter as one person has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OfQuarter {
    /// Which.
    pub quarter: Quarter,
    /// How it stands.
    pub state: State,
    /// The last day on which it can be closed by a session.
    pub until: NaiveDate,
    /// What did not count, where nothing did.
    pub near: Option<Near>,
}

/// How far the first training in person is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Initial {
    /// Minutes in person so far.
    pub have: Minutes,
    /// Minutes asked for.
    pub needed: Minutes,
}

impl Initial {
    /// Whether it is complete.
    pub fn is_complete(self) -> bool {
        self.have >= self.needed
    }
}

/// How somebody stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Standing {
    /// The first training, where it is asked.
    pub initial: Option<Initial>,
    /// The quarters from the start to today, where they are asked.
    pub quarters: Vec<OfQuarter>,
}

impl Standing {
    /// How somebody stands on a day. The order of visits and make-ups never matters.
    pub fn of(
        rule: &TrainingRule,
        stay: Stay,
        (visits, make_ups): (&[Visit], &[MakeUp]),
        today: NaiveDate,
    ) -> Standing {
        let attended =
            visits.iter().filter(|visit| visit.in_person && !visit.elsewhere).map(|visit| visit.minutes);
        let made_up = make_ups.iter().filter(|one| one.in_person).map(|one| one.credited);
        let have: Minutes = attended.chain(made_up).sum();
        let initial = (rule.initial > Minutes::ZERO).then_some(Initial { have, needed: rule.initial });
        let last = Quarter::of(today.min(stay.ends_on));
        let quarters = Quarter::span(Quarter::of(stay.starts_on), last)
            .take_while(|_| rule.quarterly && stay.starts_on <= stay.ends_on)
            .map(|quarter| of_quarter(rule, stay, (visits, make_ups), (quarter, today)))
            .collect();
        Standing { initial, quarters }
    }

    /// Whether the mentor's status needs training before it is valid again (M10): a quarter that was over stayed open,
    /// or the first hours are not complete.
    pub fn needs_training(&self) -> bool {
        self.initial.is_some_and(|initial| !initial.is_complete()) || self.missed().next().is_some()
    }

    /// The quarters that are over and open.
    pub fn missed(&self) -> impl Iterator<Item = &OfQuarter> {
        self.quarters.iter().filter(|one| one.state == State::Missed)
    }

    /// The quarter that runs, if it is still to be closed.
    pub fn due(&self) -> Option<&OfQuarter> {
        self.quarters.iter().find(|one| one.state == State::Due)
    }

    /// A quarter of somebody; `None` before the start and after today.
    pub fn quarter(&self, quarter: Quarter) -> Option<&OfQuarter> {
        self.quarters.iter().find(|one| one.quarter == quarter)
    }
}

fn of_quarter(
    rule: &TrainingRule,
    stay: Stay,
    (visits, make_ups): (&[Visit], &[MakeUp]),
    (quarter, today): (Quarter, NaiveDate),
) -> OfQuarter {
    let here =
        || visits.iter().filter(move |visit| Quarter::of(visit.on) == quarter && rule.counts(visit.activity));
    let session = here().filter(|visit| visit.closes(rule)).map(|visit| visit.on).min();
    let made_up =
        make_ups.iter().filter(|one| one.quarter == quarter && one.closes(rule)).map(|one| one.on).min();
    let closed = session.map(Closed::Session).or(made_up.map(Closed::MakeUp));
    let until = quarter.last_day().min(stay.ends_on);
    let state = match closed {
        Some(closed) => State::Closed(closed),
        None if stay.left_on.is_some_and(|left| left <= until) => State::NotAsked,
        None if today > until => State::Missed,
        None => State::Due,
    };
    OfQuarter { quarter, state, until, near: nearest(here()).filter(|_| closed.is_none()) }
}

/// The longest time in the room, else the first time online.
fn nearest<'v>(visits: impl Iterator<Item = &'v Visit> + Clone) -> Option<Near> {
    let attended = visits.filter(|visit| visit.minutes > Minutes::ZERO);
    let room = attended.clone().filter(|visit| visit.in_person);
    let short = room.max_by_key(|visit| (visit.minutes, std::cmp::Reverse(visit.on)));
    let online = attended.filter(|visit| !visit.in_person).map(|visit| visit.on).min();
    short.map(|visit| Near::Short(visit.on, visit.minutes)).or(online.map(Near::Online))
}

#[cfg(test)]
mod tests;
