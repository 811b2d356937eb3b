//! Giving a work to another trainer.

use crate::grading::actions::Work;
use crate::grading::store::SeatRow;
use crate::kernel::{PersonId, PersonName, Problem};
use crate::web::{Choice, Field, Form, Reader, paths};
use serde::Serialize;

/// Giving the work to another trainer.
#[derive(Debug, Clone, Serialize)]
pub struct Assignment {
    pub(super) url: String,
    pub(super) person: Field,
    pub(super) trainers: Vec<Choice>,
    pub(super) instead: Field,
    /// Whose place could be taken, where a work has several graders.
    pub(super) holders: Vec<Choice>,
    pub(super) reason: Field,
    pub(super) fields: Vec<Field>,
    pub(super) is_open: bool,
}

impl Assignment {
    /// For whoever may give it away, while its grade is not decided.
    pub(super) fn new(work: &Work, reader: &Reader) -> Option<Assignment> {
        if work.trainers.is_empty() || work.row.settled_at.is_some() {
            return None;
        }
        let trainer = |(person, name): &(PersonId, PersonName)| Choice::new(person, name.full(), "");
        let several = work.row.graders > 1;
        let holds = |seat: &&SeatRow| several && seat.held.holds(reader.now) && !seat.held.marked;
        let holder = |seat: &SeatRow| Choice::new(seat.held.person, seat.name.full(), "");
        Some(Assignment {
            url: paths::work_assignment(work.row.submission),
            person: Field::empty("person"),
            trainers: work.trainers.iter().map(trainer).collect(),
            instead: Field::empty("instead"),
            holders: work.seats.iter().filter(holds).map(holder).collect(),
            reason: Field::empty("reason"),
            fields: Vec::new(),
            is_open: false,
        })
    }

    /// The same as it was typed, with what is wrong with it.
    pub(super) fn refuse(&mut self, form: &Form, problem: &Problem) {
        self.person = Field::typed("person", form, problem);
        self.instead = Field::typed("instead", form, problem);
        self.reason = Field::typed("reason", form, problem);
        let fields = [&self.person, &self.instead, &self.reason];
        let faulty = fields.into_iter().filter(|field| !field.faults.is_empty()).cloned().collect();
        self.fields = faulty;
        for choice in &mut self.trainers {
            choice.selected = choice.value == self.person.value;
        }
        for choice in &mut self.holders {
            choice.selected = choice.value == self.instead.value;
        }
        self.is_open = true;
    }
}
