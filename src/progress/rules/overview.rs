//! How the people of an edition are doing: what each has, what each lacks, and who is at risk. Pure.

use super::assignment::theirs;
use super::held::{Held, SoFar};
use super::{About, ActivityFact, Condition, all_met, deciding, evaluate};
use crate::editions::rules::{AttendanceBase, CompletionRule};
use crate::kernel::{Localised, Minutes, Moment, Permille};

pub use super::held::Meeting;

/// Somebody who did nothing for so many days of a running edition is at risk.
pub const QUIET_DAYS: i64 = 14;
/// Somebody who did something in so many days is active.
pub const ACTIVE_DAYS: i64 = 7;

/// The circumstances of one person.
#[derive(Debug, Clone, Copy)]
pub struct Circumstances {
    /// When the person last did something.
    pub last_seen: Option<Moment>,
    /// Since when the person could do something: the enrolment or the edition's start, whichever is later.
    pub since: Moment,
    /// Whether the edition is under way.
    pub running: bool,
}

/// Why somebody is at risk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Risk {
    /// Too little of the sessions held so far was attended.
    Attendance {
        /// The share attended.
        share: Permille,
        /// The share the rule asks for.
        needed: Permille,
    },
    /// Nothing was done for [`QUIET_DAYS`] days or more.
    Quiet {
        /// For so many.
        days: i64,
    },
}

/// What somebody lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing {
    /// Attendance.
    Attendance {
        /// Of what.
        base: AttendanceBase,
        /// The share attended.
        share: Permille,
        /// The share asked for.
        needed: Permille,
    },
    /// Hours outside of sessions.
    Hours {
        /// The share credited.
        share: Permille,
        /// The share asked for.
        needed: Permille,
    },
    /// The answer to a question.
    Answer(Localised),
    /// Quizzes, by title.
    Quizzes(Vec<Localised>),
    /// Cases, by title.
    Cases(Vec<Localised>),
}

/// How one person is doing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// How many conditions of the rule are met.
    pub met: usize,
    /// How many there are.
    pub conditions: usize,
    /// The share attended of the sessions that are over and marked; nothing before the first.
    pub attended: Option<Permille>,
    /// Time credited, each activity up to what was planned.
    pub credited: Minutes,
    /// Time planned.
    pub planned: Minutes,
    /// What is missing.
    pub missing: Vec<Missing>,
    /// Why the person is at risk, if so.
    pub risk: Option<Risk>,
    /// Whether the person did something in [`ACTIVE_DAYS`] days.
    pub active: bool,
    /// When the person last did something.
    pub last_seen: Option<Moment>,
}

impl Summary {
    /// Whether nothing stands between the person and the document.
    pub fn is_ready(&self) -> bool {
        self.met == self.conditions
    }
}

/// Sums one person up.
pub fn summary(
    rule: &CompletionRule,
    facts: &[ActivityFact],
    held: &Held,
    circumstances: Circumstances,
    now: Moment,
) -> Summary {
    let conditions = evaluate(rule, facts, held);
    let attended = SoFar::of(facts, |activity| held.marked(activity)).share();
    let last_seen = circumstances.last_seen;
    let at_risk = circumstances.running && !all_met(&conditions);
    Summary {
        met: conditions.iter().filter(|condition| condition.met).count(),
        conditions: conditions.len(),
        attended,
        credited: theirs(facts).map(|fact| fact.credited.min(fact.planned)).sum(),
        planned: theirs(facts).map(|fact| fact.planned).sum(),
        missing: missing(&conditions),
        risk: if at_risk { risk(rule, attended, circumstances, now) } else { None },
        active: last_seen.is_some_and(|at| at.plus_minutes(ACTIVE_DAYS * 24 * 60) >= now),
        last_seen,
    }
}

fn risk(
    rule: &CompletionRule,
    attended: Option<Permille>,
    circumstances: Circumstances,
    now: Moment,
) -> Option<Risk> {
    if let Some(share) = attended.filter(|share| *share < rule.attendance) {
        return Some(Risk::Attendance { share, needed: rule.attendance });
    }
    let seen = circumstances.last_seen.map_or(circumstances.since, |at| at.max(circumstances.since));
    let days = seen.days_until(now);
    (days >= QUIET_DAYS).then_some(Risk::Quiet { days })
}

fn missing(conditions: &[Condition]) -> Vec<Missing> {
    let (mut missing, mut quizzes, mut cases) = (Vec::new(), Vec::new(), Vec::new());
    for condition in conditions.iter().filter(|condition| !condition.met) {
        match &condition.about {
            About::Attendance { share, so_far, base, needed, .. } => {
                let share = deciding(*base, *share, *so_far);
                missing.push(Missing::Attendance { base: *base, share, needed: *needed });
            }
            About::Hours { share, needed, .. } => {
                missing.push(Missing::Hours { share: *share, needed: *needed });
            }
            About::Declaration { question, .. } => missing.push(Missing::Answer(question.clone())),
            About::Quiz { title, .. } => quizzes.push(title.clone()),
            About::Case { title, .. } => cases.push(title.clone()),
        }
    }
    if !quizzes.is_empty() {
        missing.push(Missing::Quizzes(quizzes));
    }
    if !cases.is_empty() {
        missing.push(Missing::Cases(cases));
    }
    missing
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::{ActivityId, SessionId};
    use crate::programmes::rules::words::{ActivityKind, DeliveryMode, Nature};

    fn fact(id: i64, kind: ActivityKind, planned: i32, credited: i32) -> ActivityFact {
        ActivityFact {
            id: ActivityId(id),
            key: format!("a{id}"),
            title: Localised::default(),
            kind,
            nature: Nature::Theory,
            mode: DeliveryMode::InPerson,
            planned: Minutes(planned),
            credited: Minutes(credited),
            completed: credited > 0,
            result: None,
            counts: true,
            pass: None,
            after: Vec::new(),
            question: None,
        }
    }

    fn at(text: &str) -> Moment {
        Moment::parse(text).unwrap()
    }

    fn meeting(id: i64, activity: i64, starts: &str, marked: bool) -> Meeting {
        let starts_at = at(starts);
        let ends_at = starts_at.plus_minutes(90);
        Meeting {
            session: SessionId(id),
            activity: ActivityId(activity),
            starts_at,
            ends_at,
            marked,
            by_choice: false,
        }
    }

    fn planned(facts: &[ActivityFact]) -> Vec<(ActivityId, Minutes)> {
        facts.iter().map(|fact| (fact.id, fact.planned)).collect()
    }

    const RULE: CompletionRule = CompletionRule {
        attendance: Permille(800),
        attendance_of: AttendanceBase::Planned,
        hours: Permille(1000),
        every_quiz: true,
        every_case: true,
        quiz_pass: None,
        case_pass: None,
        valid_months: None,
    };
    const NOW: &str = "2026-09-20T09:00:00Z";

    fn sum_up(facts: &[ActivityFact], meetings: &[Meeting], last_seen: Option<&str>) -> Summary {
        let held = Held::by(at(NOW), planned(facts), meetings);
        let since = at("2026-09-01T00:00:00Z");
        let circumstances = Circumstances { last_seen: last_seen.map(at), since, running: true };
        summary(&RULE, facts, &held, circumstances, at(NOW))
    }

    #[test]
    fn only_sessions_that_are_over_and_marked_count_as_held() {
        let facts = [fact(1, ActivityKind::Session, 180, 0), fact(2, ActivityKind::Game, 90, 0)];
        let meetings = [
            meeting(1, 1, "2026-09-05T09:00:00Z", true),
            meeting(2, 1, "2026-09-25T09:00:00Z", false),
            meeting(3, 2, "2026-09-06T09:00:00Z", false),
        ];
        let held = Held::by(at(NOW), planned(&facts), &meetings);
        assert_eq!([1, 2].map(|id| held.marked(ActivityId(id))), [90, 0].map(Minutes), "half of the first");
        assert_eq!([1, 2].map(|id| held.ended(ActivityId(id))), [90, 90].map(Minutes), "marked or not");
    }

    #[test]
    fn who_missed_sessions_is_at_risk_and_whoever_came_to_those_held_is_not() {
        let meetings = [meeting(1, 1, "2026-09-05T09:00:00Z", true)];
        let came = [fact(1, ActivityKind::Session, 90, 90), fact(2, ActivityKind::Session, 90, 0)];
        let summed = sum_up(&came, &meetings, Some("2026-09-19T09:00:00Z"));
        assert_eq!((summed.attended, summed.risk, summed.active), (Some(Permille::WHOLE), None, true));
        let late = [fact(1, ActivityKind::Session, 90, 60), fact(2, ActivityKind::Session, 90, 0)];
        let risk = sum_up(&late, &meetings, Some("2026-09-19T09:00:00Z")).risk;
        assert_eq!(risk, Some(Risk::Attendance { share: Permille(666), needed: Permille(800) }));
    }

    #[test]
    fn two_quiet_weeks_are_a_risk_counted_from_the_start_for_whoever_never_came() {
        let facts = [fact(1, ActivityKind::Lesson, 45, 0)];
        assert_eq!(sum_up(&facts, &[], Some("2026-09-06T10:00:00Z")).risk, None);
        assert_eq!(sum_up(&facts, &[], Some("2026-09-06T09:00:00Z")).risk, Some(Risk::Quiet { days: 14 }));
        assert_eq!(sum_up(&facts, &[], None).risk, Some(Risk::Quiet { days: 19 }));
        assert!(!sum_up(&facts, &[], Some("2026-09-13T08:59:00Z")).active);
    }

    #[test]
    fn nobody_with_everything_met_is_at_risk_and_what_is_missing_is_named() {
        let done = [fact(1, ActivityKind::Lesson, 45, 60)];
        let summed = sum_up(&done, &[], None);
        assert!(summed.is_ready() && summed.risk.is_none());
        assert_eq!((summed.credited, summed.planned), (Minutes(45), Minutes(45)));
        let open = [fact(1, ActivityKind::Quiz, 45, 0), fact(2, ActivityKind::Case, 45, 0)];
        let summed = sum_up(&open, &[], Some(NOW));
        assert_eq!((summed.met, summed.conditions), (1, 4));
        let hours = Missing::Hours { share: Permille(0), needed: Permille(1000) };
        let title = vec![Localised::default()];
        assert_eq!(summed.missing, [hours, Missing::Quizzes(title.clone()), Missing::Cases(title)]);
    }
}
