//! A programme of which less was held than it has. Where attendance is judged by what was held, everybody may have met the
//! rule although most of the programme never took place; the document attests all of it. Pure.

use super::conditions::Decided;
use super::reason_fault;
use crate::editions::rules::AttendanceBase;
use crate::kernel::{Fault, Minutes};

/// How much was held of what a programme has to attend.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shortfall {
    /// Held by now.
    pub held: Minutes,
    /// Planned.
    pub planned: Minutes,
}

impl Shortfall {
    /// What is short for somebody; nothing where the share of what is planned decides: it says so itself.
    pub fn of(conditions: &[Decided]) -> Option<Shortfall> {
        conditions.iter().find_map(|one| match one {
            Decided::Attendance { base: AttendanceBase::Held, planned, so_far: Some(so_far), .. }
                if so_far.held < *planned =>
            {
                Some(Shortfall { held: so_far.held, planned: *planned })
            }
            _ => None,
        })
    }

    /// Why a document is not issued over it: nobody has said why it may be, or has said nothing.
    pub fn fault(self, despite: Option<&str>) -> Option<Fault> {
        match despite {
            Some(reason) => reason_fault("despite", reason),
            None => {
                let fault = Fault::new("despite", "document-not-held");
                Some(fault.with("held", self.held.0).with("planned", self.planned.0))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::Permille;
    use crate::progress::rules::held::SoFar;

    fn attendance(base: AttendanceBase, held: i32) -> [Decided; 1] {
        let so_far = Some(SoFar { attended: Minutes(held), held: Minutes(held) });
        let (planned, attended) = (Minutes(630), Minutes(held));
        let (share, needed) = (Permille::percent(28), Permille::percent(80));
        [Decided::Attendance { met: true, attended, planned, share, so_far, base, needed }]
    }

    #[test]
    fn only_what_was_held_can_be_short_and_a_reason_lets_it_pass() {
        let short = Shortfall::of(&attendance(AttendanceBase::Held, 180)).unwrap();
        assert_eq!((short.held, short.planned), (Minutes(180), Minutes(630)));
        assert_eq!(Shortfall::of(&attendance(AttendanceBase::Held, 630)), None);
        assert_eq!(Shortfall::of(&attendance(AttendanceBase::Planned, 180)), None);
        assert_eq!(Shortfall::of(&[]), None);
        let code = |despite| short.fault(despite).map(|fault: Fault| (fault.field, fault.code));
        let said = |code: &str| Some(("despite".to_owned(), code.to_owned()));
        assert_eq!(code(None), said("document-not-held"));
        assert_eq!(code(Some("да")), said("document-reason-short"));
        assert_eq!(code(Some("Игру заменили стажировкой")), None);
    }
}
