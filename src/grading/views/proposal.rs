//! What the reviews of other trainees come to, beside the form of a grade.

use crate::grading::actions::Work;
use crate::kernel::Language;
use serde::Serialize;

/// The median by criterion.
#[derive(Debug, Clone, Serialize)]
pub struct ProposalView {
    pub(super) reviews: usize,
    pub(super) total: u32,
    pub(super) most: u32,
    pub(super) lines: Vec<String>,
}

impl ProposalView {
    /// For whoever may grade the work.
    pub(super) fn new(work: &Work, language: Language) -> Option<ProposalView> {
        let proposal = work.proposal.as_ref()?;
        let rubric = work.definition.rubric.iter().zip(&proposal.points);
        let lines = rubric.map(|(one, points)| format!("{}: {points}", one.title.for_reader(language)));
        Some(ProposalView {
            reviews: proposal.reviews,
            total: proposal.total,
            most: work.definition.most_points(),
            lines: lines.collect(),
        })
    }
}
