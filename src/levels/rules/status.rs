//! Whether the status of a mentor holds (M10): a certificate alone does not keep it, training in the course of mentoring
//! does. Pure.

use crate::continuing_training::rules::{Initial, Quarter, Standing, State};
use crate::kernel::{EditionId, EnrolmentId};
use chrono::NaiveDate;

/// A place of somebody in an edition that asks for a session in every quarter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Training {
    /// The edition.
    pub edition: EditionId,
    /// The place there.
    pub enrolment: EnrolmentId,
    /// The edition's title.
    pub title: String,
    /// Its last day.
    pub ends_on: NaiveDate,
    /// Whether the person has left it.
    pub left: bool,
    /// How the person stands there.
    pub standing: Standing,
}

impl Training {
    /// Whether it still asks something of the person.
    pub fn runs(&self, today: NaiveDate) -> bool {
        !self.left && today <= self.ends_on
    }

    /// The quarters in which the person was trained.
    fn closed(&self) -> impl Iterator<Item = Quarter> {
        let quarters = self.standing.quarters.iter();
        quarters.filter(|one| matches!(one.state, State::Closed(_))).map(|one| one.quarter)
    }
}

/// Why a mentor needs training.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// This quarter of an edition that runs went by without a session in person.
    Missed(Quarter),
    /// The first hours in person are not complete.
    Initial(Initial),
    /// This was the last quarter with training, and more than the next one has gone by.
    Lapsed(Quarter),
}

/// How a mentor stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// The status holds to the end of this day, without any further training.
    Valid(NaiveDate),
    /// «Нужно обучение».
    Needs(Why),
}

impl Status {
    /// How somebody stands whose last certificate is of a day. The quarter of the certificate counts as one with training:
    /// whoever has just learnt is not asked to learn again before the next quarter is over.
    pub fn of(certified_on: NaiveDate, trainings: &[Training], today: NaiveDate) -> Status {
        let running = || trainings.iter().filter(|one| one.runs(today));
        let missed = running().flat_map(|one| one.standing.missed().map(|quarter| quarter.quarter)).min();
        if let Some(quarter) = missed {
            return Status::Needs(Why::Missed(quarter));
        }
        let initial = running().filter_map(|one| one.standing.initial).find(|initial| !initial.is_complete());
        if let Some(initial) = initial {
            return Status::Needs(Why::Initial(initial));
        }
        let closed = trainings.iter().flat_map(Training::closed).max();
        let last = closed.map_or(Quarter::of(certified_on), |closed| closed.max(Quarter::of(certified_on)));
        if last.next() >= Quarter::of(today) {
            Status::Valid(last.next().last_day())
        } else {
            Status::Needs(Why::Lapsed(last))
        }
    }

    /// The first day whose certificates hold without any training: that of the quarter before the one that runs.
    pub fn holds_since(today: NaiveDate) -> NaiveDate {
        let first = Quarter::of(today).first_day();
        first.pred_opt().map_or(first, |before| Quarter::of(before).first_day())
    }

    /// Whether it holds.
    pub fn is_valid(self) -> bool {
        matches!(self, Status::Valid(_))
    }
}

#[cfg(test)]
mod tests;
