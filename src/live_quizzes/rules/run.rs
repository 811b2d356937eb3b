//! The state of a live quiz, read from its steps by the server's clock. A pause stops the clock and takes no
//! time from anybody; a question closes by itself when its time is over, and with it the extra time of whoever
//! has some.

use super::points::TimeLeft;
use crate::kernel::{Moment, words};

words! {
    /// What a trainer does with a live quiz.
    StepKind {
        /// The next question is opened.
        Opened = "opened",
        /// The clock is stopped.
        Paused = "paused",
        /// The clock goes on.
        Resumed = "resumed",
        /// The question is closed before its time.
        Closed = "closed",
        /// The question is opened once more, after its right answer was shown: for talking about, not for points.
        Reopened = "reopened",
        /// The live quiz is over.
        Ended = "ended",
    }
}

/// One step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Its number, from 1.
    pub sequence: i32,
    /// What was done.
    pub kind: StepKind,
    /// When.
    pub at: Moment,
}

/// Where a live quiz is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// People join; no question was asked yet.
    Lobby,
    /// A question takes answers.
    Open,
    /// The clock stands; nothing is taken.
    Paused,
    /// The question is closed, its right answer is shown.
    Closed,
    /// Over.
    Ended,
}

impl Phase {
    /// The phase as keys, addresses and the API spell it.
    pub fn as_str(self) -> &'static str {
        match self {
            Phase::Lobby => "lobby",
            Phase::Open => "open",
            Phase::Paused => "paused",
            Phase::Closed => "closed",
            Phase::Ended => "ended",
        }
    }
}

/// A live quiz as its steps left it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The number of the last step; 0 before the first.
    pub version: i32,
    /// Which question is on show, from 1; 0 before the first.
    pub position: usize,
    /// The number of the step that opened it.
    pub opening: i32,
    /// Whether it was opened more than once.
    pub reopened: bool,
    /// The steps that opened each question for the first time.
    first: Vec<i32>,
    last: Option<StepKind>,
    limit_ms: i64,
    /// The most extra time that anybody in the room has, in per cent.
    most_extra: i32,
    /// How long it had run when the clock last stopped.
    ran_ms: i64,
    /// Since when the clock runs.
    since: Option<Moment>,
}

impl Run {
    /// The state after these steps, with so many seconds for each question.
    pub fn of(steps: &[Step], seconds: i32) -> Run {
        let start = Run {
            version: 0,
            position: 0,
            opening: 0,
            reopened: false,
            first: Vec::new(),
            last: None,
            limit_ms: i64::from(seconds.max(1)) * 1000,
            most_extra: 0,
            ran_ms: 0,
            since: None,
        };
        steps.iter().fold(start, Run::after)
    }

    fn after(mut self, step: &Step) -> Run {
        match step.kind {
            StepKind::Opened | StepKind::Reopened => {
                self.reopened = step.kind == StepKind::Reopened;
                if !self.reopened {
                    self.position += 1;
                    self.first.push(step.sequence);
                }
                (self.opening, self.ran_ms, self.since) = (step.sequence, 0, Some(step.at));
            }
            StepKind::Resumed => self.since = Some(step.at),
            StepKind::Paused | StepKind::Closed | StepKind::Ended => {
                (self.ran_ms, self.since) = (self.elapsed_ms(step.at), None);
            }
        }
        (self.version, self.last) = (step.sequence, Some(step.kind));
        self
    }

    /// The same in a room where somebody has so many per cent of extra time: the question stays open for them.
    #[must_use]
    pub fn with_extra(self, most_extra: i32) -> Run {
        Run { most_extra: most_extra.max(0), ..self }
    }

    /// Whether an answer to a question was given after its right answer had been shown.
    pub fn is_late(&self, position: usize, opening: i32) -> bool {
        position.checked_sub(1).and_then(|index| self.first.get(index)) != Some(&opening)
    }

    /// For how long the question has run, pauses left out. A clock that was set back counts as standing.
    fn elapsed_ms(&self, now: Moment) -> i64 {
        let running = self.since.map_or(0, |since| (now.0 - since.0).num_milliseconds().max(0));
        self.ran_ms.saturating_add(running)
    }

    /// The time that somebody with so many per cent of extra time has for a question, rounded up.
    fn limit_of(&self, extra: i32) -> i64 {
        let percent = 100 + i64::from(extra.max(0));
        (self.limit_ms.saturating_mul(percent) + 99).div_euclid(100)
    }

    /// What is left of the usual time of the question.
    pub fn left_ms(&self, now: Moment) -> i64 {
        self.left_of(0, now)
    }

    /// What somebody with so many per cent of extra time has left.
    pub fn left_of(&self, extra: i32, now: Moment) -> i64 {
        (self.limit_of(extra) - self.elapsed_ms(now)).max(0)
    }

    /// What is left until the question closes for everybody.
    pub fn room_left_ms(&self, now: Moment) -> i64 {
        self.left_of(self.most_extra, now)
    }

    /// Whether only the extra time of some is left.
    pub fn in_extra_time(&self, now: Moment) -> bool {
        matches!(self.phase(now), Phase::Open | Phase::Paused) && self.left_ms(now) == 0
    }

    /// Where it is at a moment.
    pub fn phase(&self, now: Moment) -> Phase {
        match self.last {
            None => Phase::Lobby,
            Some(StepKind::Ended) => Phase::Ended,
            Some(StepKind::Closed) => Phase::Closed,
            Some(StepKind::Paused) => Phase::Paused,
            Some(_) if self.room_left_ms(now) > 0 => Phase::Open,
            Some(_) => Phase::Closed,
        }
    }

    /// Whether a step makes sense now, with so many questions in all.
    pub fn allows(&self, kind: StepKind, questions: usize, now: Moment) -> bool {
        let phase = self.phase(now);
        match kind {
            StepKind::Opened => matches!(phase, Phase::Lobby | Phase::Closed) && self.position < questions,
            StepKind::Paused => phase == Phase::Open,
            StepKind::Resumed => phase == Phase::Paused,
            StepKind::Closed => matches!(phase, Phase::Open | Phase::Paused),
            StepKind::Reopened => phase == Phase::Closed,
            StepKind::Ended => phase != Phase::Ended,
        }
    }

    /// What an answer given now has left of its own time, for its points: extra time makes nobody slower. Nothing
    /// after the right answer was shown, when an answer gives no points at all.
    pub fn time_left(&self, extra: i32, now: Moment) -> Option<TimeLeft> {
        let left = TimeLeft { left_ms: self.left_of(extra, now), limit_ms: self.limit_of(extra) };
        (!self.reopened).then_some(left)
    }

    /// How many questions are closed, so that their answers count in the table.
    pub fn closed(&self, now: Moment) -> usize {
        match self.phase(now) {
            Phase::Lobby => 0,
            Phase::Open | Phase::Paused => self.position.saturating_sub(1),
            Phase::Closed | Phase::Ended => self.position,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(ms: i64) -> Moment {
        Moment(chrono::DateTime::from_timestamp_millis(1_790_000_000_000 + ms).unwrap())
    }

    fn steps(list: &[(StepKind, i64)]) -> Vec<Step> {
        (1..).zip(list).map(|(sequence, (kind, ms))| Step { sequence, kind: *kind, at: at(*ms) }).collect()
    }

    #[test]
    fn a_question_closes_with_its_time_and_not_a_moment_later() {
        let run = Run::of(&steps(&[(StepKind::Opened, 0)]), 20);
        assert_eq!(run.phase(at(19_999)), Phase::Open);
        assert_eq!(run.phase(at(20_000)), Phase::Closed);
        assert_eq!((run.closed(at(19_999)), run.closed(at(20_000))), (0, 1));
        assert_eq!(run.left_ms(at(-5_000)), 20_000, "a clock set back takes and gives nothing");
    }

    #[test]
    fn every_phase_allows_its_steps_and_no_others() {
        let allowed = |list: &[(StepKind, i64)], now: i64| {
            let run = Run::of(&steps(list), 20);
            let all = [
                StepKind::Opened,
                StepKind::Paused,
                StepKind::Resumed,
                StepKind::Closed,
                StepKind::Reopened,
                StepKind::Ended,
            ];
            all.into_iter().filter(|kind| run.allows(*kind, 2, at(now))).collect::<Vec<_>>()
        };
        use StepKind::{Closed, Ended, Opened, Paused, Reopened, Resumed};
        assert_eq!(allowed(&[], 0), [Opened, Ended]);
        assert_eq!(allowed(&[(Opened, 0)], 1), [Paused, Closed, Ended]);
        assert_eq!(allowed(&[(Opened, 0), (Paused, 5)], 6), [Resumed, Closed, Ended]);
        assert_eq!(allowed(&[(Opened, 0)], 20_000), [Opened, Reopened, Ended]);
        let second = [(Opened, 0), (Closed, 5), (Opened, 10), (Closed, 20)];
        assert_eq!(allowed(&second, 30), [Reopened, Ended], "there is no third question");
        assert_eq!(allowed(&[(Opened, 0), (Ended, 5)], 6), []);
        assert_eq!(Resumed, StepKind::Resumed);
    }

    #[test]
    fn opened_again_it_is_the_same_question_with_all_of_its_time() {
        let list = [(StepKind::Opened, 0), (StepKind::Closed, 5_000), (StepKind::Reopened, 60_000)];
        let run = Run::of(&steps(&list), 20);
        assert_eq!((run.position, run.opening, run.reopened), (1, 3, true));
        assert_eq!(run.left_ms(at(61_000)), 19_000);
        assert_eq!(run.time_left(0, at(61_000)), None, "what is right was shown");
        assert_eq!((run.is_late(1, 1), run.is_late(1, 3)), (false, true));
    }

    #[test]
    fn extra_time_keeps_the_question_open_for_those_who_have_it() {
        let open = Run::of(&steps(&[(StepKind::Opened, 0)]), 20).with_extra(50);
        assert_eq!((open.left_of(0, at(20_000)), open.left_of(50, at(20_000))), (0, 10_000));
        assert_eq!((open.phase(at(29_999)), open.phase(at(30_000))), (Phase::Open, Phase::Closed));
        assert_eq!((open.in_extra_time(at(19_999)), open.in_extra_time(at(20_000))), (false, true));
        assert_eq!(
            (open.closed(at(20_000)), open.closed(at(30_000))),
            (0, 1),
            "nothing is shown before the last"
        );
        let own = open.time_left(50, at(15_000)).unwrap();
        let usual = open.time_left(0, at(10_000)).unwrap();
        assert_eq!(
            (own.left_ms * 2, usual.left_ms * 2),
            (own.limit_ms, usual.limit_ms),
            "half of each one's own"
        );
        let paused = [(StepKind::Opened, 0), (StepKind::Paused, 25_000), (StepKind::Resumed, 90_000)];
        let paused = Run::of(&steps(&paused), 20).with_extra(50);
        assert_eq!(paused.left_of(50, at(91_000)), 4_000, "a pause takes nothing of it");
    }

    proptest! {
        /// However often it is paused, the question runs for as long as it was set, and an answer has as much
        /// time left as without the pauses.
        #[test]
        fn a_pause_takes_no_time_from_anybody(pauses in prop::collection::vec((1..3_000i64, 0..900_000i64), 0..6), then in 0..1_500i64) {
            let (mut list, mut clock, mut ran) = (vec![(StepKind::Opened, 0)], 0, 0);
            for (run, pause) in pauses {
                clock += run;
                ran += run;
                list.push((StepKind::Paused, clock));
                clock += pause;
                list.push((StepKind::Resumed, clock));
            }
            let paused = Run::of(&steps(&list), 20);
            let plain = Run::of(&steps(&[(StepKind::Opened, 0)]), 20);
            prop_assert_eq!(paused.left_ms(at(clock + then)), plain.left_ms(at(ran + then)));
            prop_assert_eq!(paused.phase(at(clock + then)), plain.phase(at(ran + then)));
        }
    }
}
