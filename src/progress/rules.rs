//! What stands between a trainee and the document. Pure: facts in, conditions with numbers out.

pub mod assignment;
pub mod held;
pub mod overview;
pub mod shares;
pub mod totals;

use assignment::{Question, theirs, unanswered};
use held::{Held, SoFar};
use shares::{Attendance, Part};

use crate::editions::rules::{AttendanceBase, CompletionRule};
use crate::kernel::{ActivityId, Localised, Minutes, Moment, Permille};
use crate::programmes::rules::words::{ActivityKind, DeliveryMode, Nature};
use std::collections::BTreeSet;

/// An activity of the programme and what this trainee has of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActivityFact {
    /// The activity.
    pub id: ActivityId,
    /// Its key in the programme.
    pub key: String,
    /// Its title.
    pub title: Localised,
    /// How it is completed.
    pub kind: ActivityKind,
    /// Theory, practice or self-study.
    pub nature: Nature,
    /// Where it takes place.
    pub mode: DeliveryMode,
    /// Planned time.
    pub planned: Minutes,
    /// Time credited in the ledger.
    pub credited: Minutes,
    /// Whether it is completed.
    pub completed: bool,
    /// The best result, where it has marks.
    pub result: Option<Permille>,
    /// Whether it counts towards the document; diagnostic quizzes do not.
    pub counts: bool,
    /// The share that passes a quiz by its own settings.
    pub pass: Option<Permille>,
    /// Keys that must be completed first.
    pub after: Vec<String>,
    /// What has to be answered before anybody knows whether it is asked of this trainee; `None` where it is.
    pub question: Option<Question>,
}

impl ActivityFact {
    /// Whether it is completed by being there.
    pub fn is_attended(&self) -> bool {
        !self.kind.has_text()
    }
}

/// One condition of the rule, with the numbers it was decided on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// What is asked.
    pub about: About,
    /// Whether it is met.
    pub met: bool,
}

/// What a condition asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// A share of the session time.
    Attendance {
        /// Time attended.
        attended: Minutes,
        /// Time planned.
        planned: Minutes,
        /// The share attended of the time planned.
        share: Permille,
        /// What was attended of the sessions held so far.
        so_far: SoFar,
        /// Which of the two shares decides.
        base: AttendanceBase,
        /// The share asked for.
        needed: Permille,
    },
    /// A share of the hours outside of sessions.
    Hours {
        /// Time credited.
        credited: Minutes,
        /// Time planned.
        planned: Minutes,
        /// The share credited.
        share: Permille,
        /// The share asked for.
        needed: Permille,
    },
    /// A question that an extra module hangs on.
    Declaration {
        /// The key of the declaration.
        key: String,
        /// The question.
        question: Localised,
    },
    /// A quiz to pass.
    Quiz {
        /// Which.
        activity: ActivityId,
        /// Its title.
        title: Localised,
        /// The best result so far that the trainee may know.
        best: Option<Permille>,
        /// The share that passes.
        needed: Option<Permille>,
    },
    /// A case to pass.
    Case {
        /// Which.
        activity: ActivityId,
        /// Its title.
        title: Localised,
        /// The best result so far.
        best: Option<Permille>,
    },
}

/// Evaluates the rule over what is asked of the trainee and what has been held by now. The conditions stand in the order a trainee meets them:
/// questions to answer, attendance, hours, then each quiz and case in programme order.
pub fn evaluate(rule: &CompletionRule, facts: &[ActivityFact], held: &Held) -> Vec<Condition> {
    let mut conditions: Vec<Condition> = unanswered(facts).into_iter().map(to_answer).collect();
    conditions.extend([attendance(rule, facts, held), hours(rule, facts)]);
    conditions.extend(theirs(facts).filter(|fact| fact.counts).filter_map(|fact| {
        let (activity, title, best) = (fact.id, fact.title.clone(), fact.result);
        let about = match fact.kind {
            ActivityKind::Quiz if rule.every_quiz => {
                About::Quiz { activity, title, best, needed: rule.quiz_pass.or(fact.pass) }
            }
            ActivityKind::Case if rule.every_case => About::Case { activity, title, best },
            _ => return None,
        };
        Some(Condition { about, met: fact.completed })
    }));
    conditions
}

/// The share of the activities that are completed (F4).
pub fn done(facts: &[ActivityFact]) -> Permille {
    let (done, all) = counted(facts);
    Permille::of(done, all)
}

/// How many activities are completed, and how many there are, of those that are asked of the trainee.
pub fn counted(facts: &[ActivityFact]) -> (i64, i64) {
    theirs(facts).fold((0, 0), |(done, all), fact| (done + i64::from(fact.completed), all + 1))
}

/// Whether nothing stands between the trainee and the document.
pub fn all_met(conditions: &[Condition]) -> bool {
    conditions.iter().all(|condition| condition.met)
}

fn to_answer(question: &Question) -> Condition {
    let about = About::Declaration { key: question.key.clone(), question: question.text.clone() };
    Condition { about, met: false }
}

fn attendance(rule: &CompletionRule, facts: &[ActivityFact], held: &Held) -> Condition {
    let sum = attended(facts, held);
    let Attendance { attended: have, planned, so_far } = sum;
    let share = sum.of_planned();
    let (base, needed) = (rule.attendance_of, rule.attendance);
    let about = About::Attendance { attended: have, planned, share, so_far, base, needed };
    Condition { met: deciding(base, share, so_far) >= needed, about }
}

/// How much of what is asked of the trainee they have attended.
pub fn attended(facts: &[ActivityFact], held: &Held) -> Attendance {
    let attended = theirs(facts).filter(|fact| fact.is_attended());
    Attendance::of(attended.map(|fact| Part {
        planned: fact.planned,
        credited: fact.credited,
        held: held.ended(fact.id),
    }))
}

/// The share of attendance that decides. Before the first session is over there is no share of what was held; the one
/// of what is planned decides then, so that nobody is done before anything has begun.
pub fn deciding(base: AttendanceBase, of_planned: Permille, so_far: SoFar) -> Permille {
    match base {
        AttendanceBase::Planned => of_planned,
        AttendanceBase::Held => so_far.share().unwrap_or(of_planned),
    }
}

fn hours(rule: &CompletionRule, facts: &[ActivityFact]) -> Condition {
    let (have, planned) = sums(theirs(facts).filter(|fact| !fact.is_attended()));
    let share = Permille::of(have.0.into(), planned.0.into());
    let about = About::Hours { credited: have, planned, share, needed: rule.hours };
    Condition { met: share >= rule.hours, about }
}

/// Credited and planned time; nothing counts for more than it was planned.
fn sums<'a>(facts: impl Iterator<Item = &'a ActivityFact>) -> (Minutes, Minutes) {
    facts.fold((Minutes::ZERO, Minutes::ZERO), |(have, planned), fact| {
        (have + fact.credited.min(fact.planned), planned + fact.planned)
    })
}

/// The titles of the activities that must be completed before this one opens.
pub fn missing_before<'a>(fact: &ActivityFact, facts: &'a [ActivityFact]) -> Vec<&'a Localised> {
    let wanted: BTreeSet<&str> = fact.after.iter().map(String::as_str).collect();
    facts
        .iter()
        .filter(|other| wanted.contains(other.key.as_str()) && !other.completed)
        .map(|other| &other.title)
        .collect()
}

/// Whether nothing has to be done before this activity: no question is open on it, and what comes before is completed.
pub fn is_open(fact: &ActivityFact, facts: &[ActivityFact]) -> bool {
    fact.question.is_none() && missing_before(fact, facts).is_empty()
}

/// Where the last version of a case is, or the last attempt at a quiz.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// Handed in, not graded yet: the trainee can only wait.
    Waiting,
    /// Graded; when the case is not completed, it came back with advice.
    Graded,
    /// A quiz that was taken and is not passed; the best result, where the trainee may know it.
    Tried(Option<Permille>),
    /// Nothing can be done about it now.
    HeldUp(HeldUp),
}

/// Why nothing can be done about a quiz or a case now, although nothing comes before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeldUp {
    /// Every attempt was used.
    NoAttemptsLeft,
    /// The quiz was closed.
    QuizClosed,
    /// The quiz opens, or the next attempt may begin, then.
    NotBefore(Moment),
    /// Every version was handed in.
    NoVersionsLeft,
    /// The last day has passed, and late works are not taken.
    TooLate,
    /// Teams hand it in; this person has none, and none can be chosen.
    NoTeam,
}

/// The works of one trainee, by case or quiz.
pub type Works = std::collections::HashMap<ActivityId, Work>;

/// The first activity that is open, not completed, neither waits for a trainer nor is held up, and can be done at one's
/// own time.
pub fn next_step<'f>(facts: &'f [ActivityFact], works: &Works) -> Option<&'f ActivityFact> {
    facts.iter().find(|fact| {
        let waits = matches!(works.get(&fact.id), Some(Work::Waiting | Work::HeldUp(_)));
        !fact.completed && !waits && !fact.is_attended() && is_open(fact, facts)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::SessionId;
    use proptest::prelude::*;

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

    fn waiting(id: i64, kind: ActivityKind) -> ActivityFact {
        let text = Localised::only(crate::kernel::Language::Ru, "Есть ли опыт?");
        ActivityFact { question: Some(Question { key: "experience".into(), text }), ..fact(id, kind, 45, 0) }
    }

    fn rule(attendance: i32) -> CompletionRule {
        CompletionRule {
            attendance: Permille::percent(attendance),
            attendance_of: Default::default(),
            hours: Permille::WHOLE,
            every_quiz: true,
            every_case: true,
            quiz_pass: None,
            case_pass: None,
            valid_months: None,
        }
    }

    #[test]
    fn attendance_counts_over_planned_time_and_names_its_numbers() {
        let facts = [fact(1, ActivityKind::Session, 90, 90), fact(2, ActivityKind::Game, 135, 80)];
        let conditions = evaluate(&rule(80), &facts, &Held::default());
        let About::Attendance { attended, planned, share, .. } = conditions[0].about else { panic!() };
        assert_eq!((attended, planned, share), (Minutes(170), Minutes(225), Permille(755)));
        assert!(!conditions[0].met);
        assert!(evaluate(&rule(75), &facts, &Held::default())[0].met);
    }

    fn one_of_two_held() -> Held {
        let (starts_at, ends_at) = (at("2026-09-15T02:00:00Z"), at("2026-09-15T03:30:00Z"));
        let meeting = held::Meeting {
            session: SessionId(1),
            activity: ActivityId(1),
            starts_at,
            ends_at,
            marked: true,
            by_choice: false,
        };
        Held::by(ends_at, [(ActivityId(1), Minutes(90)), (ActivityId(2), Minutes(90))], &[meeting])
    }

    fn at(text: &str) -> Moment {
        Moment::parse(text).unwrap()
    }

    #[test]
    fn both_shares_are_named_and_the_rule_says_which_decides() {
        let facts = [fact(1, ActivityKind::Session, 90, 80), fact(2, ActivityKind::Session, 90, 0)];
        let of_held = CompletionRule { attendance_of: AttendanceBase::Held, ..rule(80) };
        for (rule, met) in [(rule(80), false), (of_held, true)] {
            let condition = evaluate(&rule, &facts, &one_of_two_held())[0].clone();
            let About::Attendance { share, so_far, base, .. } = condition.about else { panic!() };
            assert_eq!((share, so_far.share()), (Permille(444), Some(Permille(888))));
            assert_eq!((base, condition.met), (rule.attendance_of, met));
        }
    }

    #[test]
    fn before_the_first_session_nobody_is_done_by_a_share_of_what_was_held() {
        let facts = [fact(1, ActivityKind::Session, 90, 0)];
        let of_held = CompletionRule { attendance_of: AttendanceBase::Held, ..rule(80) };
        assert!(!evaluate(&of_held, &facts, &Held::default())[0].met);
        assert!(evaluate(&of_held, &[], &Held::default())[0].met, "nothing is planned to attend");
    }

    #[test]
    fn an_extra_module_that_is_not_asked_for_counts_for_neither_share() {
        let facts = [fact(2, ActivityKind::Session, 90, 90), waiting(1, ActivityKind::Session)];
        let About::Attendance { planned, so_far, .. } =
            evaluate(&rule(80), &facts, &one_of_two_held())[1].about
        else {
            panic!()
        };
        assert_eq!((planned, so_far.held), (Minutes(90), Minutes::ZERO));
    }

    #[test]
    fn a_failed_quiz_is_named_and_a_diagnostic_one_is_not() {
        let mut diagnostic = fact(3, ActivityKind::Quiz, 0, 0);
        diagnostic.counts = false;
        let facts = [fact(1, ActivityKind::Session, 90, 90), fact(2, ActivityKind::Quiz, 45, 0), diagnostic];
        let unmet: Vec<_> =
            evaluate(&rule(80), &facts, &Held::default()).into_iter().filter(|c| !c.met).collect();
        assert_eq!(unmet.len(), 2, "the hours of the quiz and the quiz itself: {unmet:?}");
        assert!(matches!(unmet[1].about, About::Quiz { activity: ActivityId(2), .. }));
    }

    #[test]
    fn a_locked_activity_names_what_opens_it() {
        let mut second = fact(2, ActivityKind::Quiz, 45, 0);
        second.after = vec!["a1".into()];
        let mut first = fact(1, ActivityKind::Lesson, 45, 0);
        first.title = Localised::only(crate::kernel::Language::Ru, "Роль НКО");
        let facts = [first, second];
        assert_eq!(missing_before(&facts[1], &facts)[0].for_reader(crate::kernel::Language::Ru), "Роль НКО");
        assert_eq!(next_step(&facts, &Works::new()).unwrap().id, ActivityId(1));
    }

    #[test]
    fn what_waits_for_an_answer_is_not_asked_for_but_the_answer_is() {
        let known = [fact(1, ActivityKind::Session, 90, 90), fact(2, ActivityKind::Lesson, 45, 45)];
        let waits = [
            waiting(3, ActivityKind::Lesson),
            waiting(4, ActivityKind::Quiz),
            waiting(5, ActivityKind::Session),
        ];
        let facts: Vec<_> = known.iter().cloned().chain(waits).collect();
        let conditions = evaluate(&rule(80), &facts, &Held::default());
        let unmet: Vec<_> = conditions.iter().filter(|condition| !condition.met).collect();
        assert!(
            matches!(&unmet[..], [Condition { about: About::Declaration { key, .. }, .. }] if key == "experience")
        );
        assert_eq!(conditions[1..], evaluate(&rule(80), &known, &Held::default())[..]);
        assert_eq!(next_step(&facts, &Works::new()), None);
        assert!(!is_open(&facts[2], &facts));
    }

    #[test]
    fn what_nothing_can_be_done_about_is_not_the_next_step() {
        let facts = [fact(1, ActivityKind::Quiz, 45, 0), fact(2, ActivityKind::Case, 90, 0)];
        let next = |work| next_step(&facts, &[(ActivityId(1), work)].into()).unwrap().id;
        for work in [Work::Waiting, Work::HeldUp(HeldUp::NoAttemptsLeft), Work::HeldUp(HeldUp::QuizClosed)] {
            assert_eq!(next(work), ActivityId(2), "{work:?}");
        }
        for work in [Work::Graded, Work::Tried(Some(Permille(400)))] {
            assert_eq!(next(work), ActivityId(1), "{work:?}");
        }
    }

    #[test]
    fn a_quiz_names_the_share_that_passes_the_editions_before_its_own() {
        let mut quiz = fact(1, ActivityKind::Quiz, 45, 0);
        quiz.pass = Some(Permille(700));
        let needed =
            |rule: &CompletionRule| match evaluate(rule, std::slice::from_ref(&quiz), &Held::default())[2]
                .about
            {
                About::Quiz { needed, .. } => needed,
                _ => panic!(),
            };
        assert_eq!(needed(&rule(80)), Some(Permille(700)));
        assert_eq!(
            needed(&CompletionRule { quiz_pass: Some(Permille(850)), ..rule(80) }),
            Some(Permille(850))
        );
    }

    #[test]
    fn three_of_seven_are_forty_two_percent() {
        let facts: Vec<_> =
            (0..7).map(|n| fact(n, ActivityKind::Lesson, 45, if n < 3 { 45 } else { 0 })).collect();
        assert_eq!(done(&facts), Permille(428));
        assert_eq!(done(&[]), Permille::WHOLE);
    }

    proptest! {
        #[test]
        fn more_credit_never_unmeets_a_condition(minutes in proptest::collection::vec((1..400i32, 0..400i32), 1..12), more in 0..200i32) {
            let before: Vec<_> = minutes.iter().enumerate()
                .map(|(i, (planned, credited))| fact(i as i64, ActivityKind::Session, *planned, *credited)).collect();
            let mut after = before.clone();
            after[0].credited = after[0].credited + Minutes(more);
            let met = |facts: &[ActivityFact]| evaluate(&rule(80), facts, &Held::default())[0].met;
            prop_assert!(!met(&before) || met(&after));
        }
    }
}
