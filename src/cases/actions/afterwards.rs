//! What there is to read about a case when one's own work is done.

use super::opening::{Case, State};
use crate::cases::store;
use crate::db::Read;
use crate::editions::store::EditionRow;
use crate::kernel::{ActivityId, Moment, Problem};

/// What a trainee finds beside their own work; the rooms to the right show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Afterwards {
    /// Whether the talk about answers was opened.
    pub discussion: bool,
    /// Whether they were asked to let later editions read their answer.
    pub question: bool,
    /// Whether they review works of others, or others theirs.
    pub reviews: bool,
    /// How many answers of earlier editions there are to read.
    pub examples: usize,
}

pub(super) fn afterwards(r: &mut Read, case: &Case) -> Result<Afterwards, Problem> {
    let (edition, enrolment) = (&case.standing.edition, case.standing.enrolment.id);
    let handed_in = !case.versions.is_empty() || !case.former.is_empty();
    Ok(Afterwards {
        discussion: store::is_discussed(r, (edition.id, case.fact.id))?,
        question: handed_in && store::is_asked(r, (enrolment, case.fact.id))?,
        reviews: handed_in && store::is_reviewing(r, (enrolment, case.fact.id))?,
        examples: store::examples(r, edition, &case.fact.key)?.len(),
    })
}

impl Case {
    /// Whether the answers of others can spoil nothing any more: its trainee has handed one in, with a team of before too, or
    /// cannot any more.
    /// Staff read everything.
    pub fn may_read_others(&self) -> bool {
        let mut all = self.versions.iter().chain(self.former.iter().flat_map(|team| &team.versions));
        let handed_in = all.any(|version| version.hidden.is_none());
        handed_in || matches!(self.state, State::NoneLeft | State::TooLate | State::Over | State::Preview)
    }
}

/// The first instant at which a case is late for everybody, those with extensions among them.
///
/// # Errors
/// `NotFound` when it is no case.
pub fn last_deadline(r: &mut Read, edition: &EditionRow, case: ActivityId) -> Result<Moment, Problem> {
    let definition = store::definition(r, case)?.ok_or_else(Problem::not_found)?;
    let (_, setup) = store::setup(r, (edition.id, case))?;
    let extended = store::latest_extension(r, (edition.id, case))?;
    Ok(setup.due_at(&edition.term(), definition.settings.due_days, extended))
}
