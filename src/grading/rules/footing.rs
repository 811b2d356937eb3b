//! Who may mark a work: one answer for the queue, the desk and everything that is done there.

use super::seats::{Held, Stance};

/// How somebody stands to a work, as far as marking it goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Footing {
    /// Whether they wrote it.
    pub own: bool,
    /// Whether it was hidden.
    pub hidden: bool,
    /// Whether its grade is decided.
    pub graded: bool,
    /// Whether nothing is left to do about it.
    pub closed: bool,
    /// Whether they are of the author's organisation, and no exception was recorded.
    pub conflict: bool,
    /// Whether there is a place for them.
    pub stance: Stance,
}

/// Why somebody may not say something about a work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Barrier {
    /// They wrote it.
    Own,
    /// It was hidden.
    Hidden,
    /// Its grade is decided.
    Graded,
    /// Nothing is left to do about it.
    Closed,
    /// They are of the author's organisation.
    Colleague,
    /// They have given their marks; others have not yet.
    Marked,
    /// Others hold every place; this one is named.
    Taken(Held),
}

/// Whether somebody may claim a work and mark it.
///
/// # Errors
/// Why not.
pub fn may_mark(footing: Footing) -> Result<(), Barrier> {
    match footing {
        Footing { own: true, .. } => Err(Barrier::Own),
        Footing { hidden: true, .. } => Err(Barrier::Hidden),
        Footing { graded: true, .. } => Err(Barrier::Graded),
        Footing { closed: true, .. } => Err(Barrier::Closed),
        Footing { conflict: true, .. } => Err(Barrier::Colleague),
        Footing { stance: Stance::Marked, .. } => Err(Barrier::Marked),
        Footing { stance: Stance::Taken(held), .. } => Err(Barrier::Taken(held)),
        Footing { stance: Stance::Free | Stance::Mine, .. } => Ok(()),
    }
}

/// Whether somebody may correct the grade of a work: whoever teaches the edition, but for author and colleagues, unless
/// it was hidden.
///
/// # Errors
/// Why not.
pub fn may_correct(footing: Footing) -> Result<(), Barrier> {
    match footing {
        Footing { own: true, .. } => Err(Barrier::Own),
        Footing { hidden: true, .. } => Err(Barrier::Hidden),
        Footing { conflict: true, .. } => Err(Barrier::Colleague),
        _ => Ok(()),
    }
}

/// Whether somebody may make a remark on a passage: with their marks, or beside a grade.
///
/// # Errors
/// Why not.
pub fn may_remark(footing: Footing) -> Result<(), Barrier> {
    if footing.graded { may_correct(footing) } else { may_mark(footing) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::PersonId;

    const FREE: Footing = Footing {
        own: false,
        hidden: false,
        graded: false,
        closed: false,
        conflict: false,
        stance: Stance::Free,
    };
    const OTHER: Held = Held { person: PersonId(2), allotted: true, since: None, until: None, marked: false };

    #[test]
    fn one_reason_stands_before_the_other() {
        assert_eq!(may_mark(FREE), Ok(()));
        assert_eq!(may_mark(Footing { stance: Stance::Mine, ..FREE }), Ok(()));
        let taken = Footing { stance: Stance::Taken(OTHER), ..FREE };
        assert_eq!(may_mark(taken), Err(Barrier::Taken(OTHER)));
        assert_eq!(may_mark(Footing { stance: Stance::Marked, ..FREE }), Err(Barrier::Marked));
        assert_eq!(may_mark(Footing { conflict: true, ..taken }), Err(Barrier::Colleague));
        assert_eq!(may_mark(Footing { closed: true, conflict: true, ..taken }), Err(Barrier::Closed));
        assert_eq!(may_mark(Footing { graded: true, closed: true, ..taken }), Err(Barrier::Graded));
        assert_eq!(may_mark(Footing { hidden: true, graded: true, ..taken }), Err(Barrier::Hidden));
        assert_eq!(may_mark(Footing { own: true, hidden: true, ..taken }), Err(Barrier::Own));
    }

    #[test]
    fn a_grade_is_corrected_and_remarked_on_by_anybody_but_author_and_colleagues() {
        let graded = Footing { graded: true, closed: true, stance: Stance::Taken(OTHER), ..FREE };
        assert_eq!((may_correct(graded), may_remark(graded)), (Ok(()), Ok(())));
        assert_eq!(may_remark(Footing { graded: false, ..graded }), Err(Barrier::Closed));
        assert_eq!(may_remark(Footing { conflict: true, ..graded }), Err(Barrier::Colleague));
        assert_eq!(may_correct(Footing { hidden: true, ..graded }), Err(Barrier::Hidden));
        assert_eq!(may_remark(Footing { hidden: true, ..graded }), Err(Barrier::Hidden));
        assert_eq!(may_correct(Footing { own: true, ..graded }), Err(Barrier::Own));
    }
}
