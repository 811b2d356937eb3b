//! What makes up for a missed session is worth: what was missed, once, and no more (L9).

use super::texts;
use crate::kernel::Minutes;

texts! {
    /// How a missed session was made up for.
    MakeUpForm {
        /// The same session held for another edition.
        Session = "session",
        /// A meeting with the trainer.
        Meeting = "meeting",
        /// A task done for the trainer.
        Task = "task",
    }
}

/// What is left of a session's share to make up for beside what its mark has credited.
pub fn missed(share: Minutes, credited: Minutes) -> Minutes {
    Minutes(share.0.saturating_sub(credited.0.max(0)).max(0))
}

/// What each make-up of one missed session is worth now, the oldest first: together with the mark never more than the
/// session's share. The mark comes first, so a later "present" leaves nothing to make up for.
pub fn worths(share: Minutes, credited: Minutes, claims: &[Minutes]) -> Vec<Minutes> {
    let mut left = missed(share, credited);
    let worth = |claim: &Minutes| {
        let worth = (*claim).max(Minutes::ZERO).min(left);
        left = left - worth;
        worth
    };
    claims.iter().map(worth).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_make_up_is_worth_what_was_missed() {
        assert_eq!(worths(Minutes(180), Minutes(0), &[Minutes(180)]), [Minutes(180)]);
        assert_eq!(worths(Minutes(180), Minutes(120), &[Minutes(180)]), [Minutes(60)]);
        assert_eq!(worths(Minutes(180), Minutes(180), &[Minutes(90)]), [Minutes(0)], "present after all");
        let twice = worths(Minutes(90), Minutes(0), &[Minutes(60), Minutes(60)]);
        assert_eq!(twice, [Minutes(60), Minutes(30)]);
    }

    /// Something that happens to one person's missed session.
    #[derive(Debug, Clone)]
    enum Step {
        Mark(i32),
        Claim(i32),
        TakeBack(usize),
    }

    fn step() -> impl Strategy<Value = Step> {
        prop_oneof![
            (0..=180i32).prop_map(Step::Mark),
            (1..=240i32).prop_map(Step::Claim),
            (0..6usize).prop_map(Step::TakeBack),
        ]
    }

    /// A ledger as the actions keep it: a row with the difference whenever a worth changes.
    #[derive(Default)]
    struct Book {
        mark: Minutes,
        claims: Vec<Minutes>,
        worth: Vec<Minutes>,
        rows: Vec<Minutes>,
    }

    impl Book {
        fn settle(&mut self, share: Minutes) {
            let now = worths(share, self.mark, &self.claims);
            self.worth.resize(now.len(), Minutes::ZERO);
            for (old, new) in self.worth.iter_mut().zip(now) {
                if *old != new {
                    self.rows.push(new - *old);
                    *old = new;
                }
            }
        }

        fn take(&mut self, step: &Step, share: Minutes) {
            match step {
                Step::Mark(minutes) => {
                    self.rows.push(Minutes(*minutes) - self.mark);
                    self.mark = Minutes(*minutes);
                }
                Step::Claim(minutes) => self.claims.push(Minutes(*minutes)),
                Step::TakeBack(place) => {
                    if let Some(claim) = self.claims.get_mut(*place) {
                        *claim = Minutes::ZERO;
                    }
                }
            }
            self.settle(share);
        }
    }

    proptest! {
        #[test]
        fn a_make_up_never_adds_twice(steps in proptest::collection::vec(step(), 0..12)) {
            let share = Minutes(180);
            let mut book = Book::default();
            for step in &steps {
                book.take(step, share);
                let total: Minutes = book.rows.iter().copied().sum();
                prop_assert!(total >= book.mark && total <= share, "{total:?}");
                prop_assert_eq!(total, book.mark + book.worth.iter().copied().sum::<Minutes>());
            }
        }

        #[test]
        fn the_order_of_marks_and_make_ups_never_matters(
            marks in proptest::collection::vec(0..=180i32, 1..5),
            claims in proptest::collection::vec(1..=240i32, 0..4),
            early in any::<bool>(),
        ) {
            // The last mark stands; make-ups are entered before or after all of them.
            let share = Minutes(180);
            let marking = marks.iter().map(|minutes| Step::Mark(*minutes));
            let making = claims.iter().map(|minutes| Step::Claim(*minutes));
            let steps: Vec<Step> =
                if early { making.chain(marking).collect() } else { marking.chain(making).collect() };
            let mut book = Book::default();
            steps.iter().for_each(|step| book.take(step, share));
            let last = marks.last().copied().unwrap_or_default();
            let claimed: i32 = claims.iter().sum();
            let total: Minutes = book.rows.iter().copied().sum();
            prop_assert_eq!(total, Minutes((last + claimed).min(180)));
        }
    }
}
