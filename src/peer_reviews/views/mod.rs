//! The pages of peer reviews.

mod own;
mod review;
mod round;
mod samples;

pub use own::OwnPage;
pub use review::ReviewPage;
pub use round::RoundPage;

use crate::cases::views::{MarkView, paragraphs};
use crate::grading::rules::Marks;
use crate::kernel::{Language, Problem};
use crate::peer_reviews::store::ReviewRow;
use crate::programmes::rules::{CaseDefinition, Criterion};
use crate::web::{Field, Form};
use serde::Serialize;

/// What was typed into a form that was refused.
#[derive(Debug, Clone, Copy, Default)]
pub struct Typed<'a> {
    /// The form.
    pub form: Option<&'a Form>,
    /// What is wrong with it.
    pub problem: Option<&'a Problem>,
    /// What the same reviewer has saved elsewhere meanwhile.
    pub theirs: Option<&'a ReviewRow>,
}

impl Typed<'_> {
    /// A field as it was typed; else with what is known.
    fn field(&self, name: &str, known: &str) -> Field {
        let Some(form) = self.form else { return Field::filled(name, known) };
        let faults = self.problem.map_or(&[][..], |problem| problem.faults.as_slice());
        Field::with_faults(name, form.raw(name), faults)
    }
}

/// Fields with faults.
fn wrong<'f>(fields: impl IntoIterator<Item = &'f Field>) -> Vec<Field> {
    fields.into_iter().filter(|field| !field.faults.is_empty()).cloned().collect()
}

/// A review that was handed in, to read.
#[derive(Debug, Clone, Serialize)]
pub struct GivenView {
    pub(super) number: usize,
    pub(super) total: i32,
    pub(super) most: u32,
    pub(super) marks: Vec<MarkView>,
    pub(super) remark: Vec<String>,
    pub(super) advice: Vec<String>,
}

impl GivenView {
    fn new(
        number: usize,
        (marks, total): (&Marks, i32),
        definition: &CaseDefinition,
        language: Language,
    ) -> GivenView {
        let mark = |criterion: &Criterion| {
            let points = *marks.points.get(&criterion.key)?;
            let level = criterion.levels.iter().find(|level| level.points == points);
            Some(MarkView {
                title: criterion.title.for_reader(language).to_owned(),
                points: i32::try_from(points).unwrap_or(i32::MAX),
                most: criterion.most_points(),
                weight: (criterion.weight > 1).then_some(criterion.weight),
                counted: criterion.counted(points),
                level: level.map(|level| level.text.for_reader(language).to_owned()).unwrap_or_default(),
                remark: marks.remarks.get(&criterion.key).cloned(),
            })
        };
        GivenView {
            number,
            total,
            most: definition.most_points(),
            marks: definition.rubric.iter().filter_map(mark).collect(),
            remark: paragraphs(&marks.remark),
            advice: paragraphs(&marks.advice),
        }
    }
}
