//! The conditions of the rule in the form in which they are decided, said and kept with the document. Pure.

use crate::editions::rules::AttendanceBase;
use crate::kernel::{ActivityId, EnrolmentId, Fault, Language, Localised, Minutes, Permille};
use crate::progress::rules::held::SoFar;
use crate::progress::rules::{About, Condition, deciding};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// How far a case is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CaseState {
    /// Nothing was handed in.
    Missing,
    /// The latest version waits for a grade.
    Waiting,
    /// The latest version was graded below the pass mark.
    Failed,
    /// Passed.
    Passed,
}

/// A condition as it stood when it was decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "about", rename_all = "snake_case")]
pub enum Decided {
    /// A share of the session time.
    Attendance {
        /// Whether it is met.
        met: bool,
        /// Time attended.
        attended: Minutes,
        /// Time planned.
        planned: Minutes,
        /// The share attended of the time planned.
        share: Permille,
        /// What was attended of the sessions held by then; not known of documents from before it was kept.
        #[serde(default)]
        so_far: Option<SoFar>,
        /// Which of the two shares decided; of documents from before there was a choice, the one of the time planned.
        #[serde(default)]
        base: AttendanceBase,
        /// The share asked for.
        needed: Permille,
    },
    /// A share of the hours outside of sessions.
    Hours {
        /// Whether it is met.
        met: bool,
        /// Time credited.
        credited: Minutes,
        /// Time planned.
        planned: Minutes,
        /// The share credited.
        share: Permille,
        /// The share asked for.
        needed: Permille,
    },
    /// A question that an extra module hangs on. While it is open it is unmet; a document never keeps one.
    Declaration {
        /// Whether it is met.
        met: bool,
        /// The key of the declaration.
        key: String,
        /// The question.
        question: Localised,
    },
    /// A quiz to pass.
    Quiz {
        /// Whether it is met.
        met: bool,
        /// Which.
        activity: ActivityId,
        /// Its title.
        title: Localised,
        /// The best result of all attempts.
        best: Option<Permille>,
    },
    /// A case to pass.
    Case {
        /// Whether it is met.
        met: bool,
        /// Which.
        activity: ActivityId,
        /// Its title.
        title: Localised,
        /// How far it is.
        state: CaseState,
    },
}

/// What the rooms of learning know beyond completions, by enrolment and activity: why something is not passed.
#[derive(Debug, Clone, Default)]
pub struct Findings {
    /// The best result of a quiz, passed or not.
    pub best: HashMap<(EnrolmentId, ActivityId), Permille>,
    /// How far a case is that was handed in.
    pub works: HashMap<(EnrolmentId, ActivityId), CaseState>,
}

/// Joins the evaluated rule with what is known about unmet conditions.
pub fn decide(enrolment: EnrolmentId, conditions: Vec<Condition>, findings: &Findings) -> Vec<Decided> {
    let decided = |Condition { about, met }| match about {
        About::Attendance { attended, planned, share, so_far, base, needed } => {
            Decided::Attendance { met, attended, planned, share, so_far: Some(so_far), base, needed }
        }
        About::Hours { credited, planned, share, needed } => {
            Decided::Hours { met, credited, planned, share, needed }
        }
        About::Declaration { key, question } => Decided::Declaration { met, key, question },
        About::Quiz { activity, title, best, .. } => {
            let best = best.or_else(|| findings.best.get(&(enrolment, activity)).copied());
            Decided::Quiz { met, activity, title, best }
        }
        About::Case { activity, title, .. } => {
            let known = findings.works.get(&(enrolment, activity)).copied();
            let state = if met { CaseState::Passed } else { known.unwrap_or(CaseState::Missing) };
            Decided::Case { met, activity, title, state }
        }
    };
    conditions.into_iter().map(decided).collect()
}

impl Decided {
    /// Whether it is met.
    pub fn met(&self) -> bool {
        match self {
            Decided::Attendance { met, .. }
            | Decided::Hours { met, .. }
            | Decided::Declaration { met, .. }
            | Decided::Quiz { met, .. }
            | Decided::Case { met, .. } => *met,
        }
    }

    /// The share reached of what is asked for, in whole percent, where there is a share.
    pub fn percent(&self) -> Option<i32> {
        match self {
            Decided::Attendance { share, so_far, base, .. } => {
                Some(deciding(*base, *share, so_far.unwrap_or_default()).as_percent())
            }
            Decided::Hours { share, .. } => Some(share.as_percent()),
            Decided::Declaration { .. } | Decided::Quiz { .. } | Decided::Case { .. } => None,
        }
    }

    /// What is missing, as a fault with its numbers; titles in a reader's language.
    pub fn missing(&self, field: &str, reader: Language) -> Option<Fault> {
        (!self.met()).then(|| Fault {
            field: field.to_owned(),
            code: self.code().to_owned(),
            args: self.args(reader),
        })
    }

    /// The message of the condition, met or unmet, with its arguments.
    pub fn message(&self, reader: Language) -> (String, Vec<(String, String)>) {
        let key = if self.met() {
            format!("documents-met-{}", self.subject())
        } else {
            format!("fault-{}", self.code())
        };
        (key, self.args(reader))
    }

    fn subject(&self) -> &'static str {
        match self {
            Decided::Attendance { base: AttendanceBase::Planned, .. } => "attendance",
            Decided::Attendance { base: AttendanceBase::Held, .. } => "attendance-held",
            Decided::Hours { .. } => "hours",
            Decided::Declaration { .. } => "declaration",
            Decided::Quiz { best: Some(_), .. } => "quiz",
            Decided::Quiz { best: None, .. } => "quiz-without-result",
            Decided::Case { .. } => "case",
        }
    }

    /// The code of the fault that the condition is while it is unmet.
    fn code(&self) -> &'static str {
        match self {
            Decided::Attendance { base: AttendanceBase::Planned, .. } => "document-attendance-short",
            Decided::Attendance { base: AttendanceBase::Held, .. } => "document-attendance-held-short",
            Decided::Hours { .. } => "document-hours-short",
            Decided::Declaration { .. } => "document-answer-open",
            Decided::Quiz { best: Some(_), .. } => "document-quiz-failed",
            Decided::Quiz { best: None, .. } => "document-quiz-open",
            Decided::Case { state: CaseState::Waiting, .. } => "document-case-waiting",
            Decided::Case { state: CaseState::Failed, .. } => "document-case-failed",
            Decided::Case { .. } => "document-case-missing",
        }
    }

    fn args(&self, reader: Language) -> Vec<(String, String)> {
        let pairs: Vec<(&str, String)> = match self {
            Decided::Attendance { share, so_far, needed, .. } => {
                let held = so_far.and_then(|so_far| so_far.share());
                vec![
                    ("share", share.as_percent().to_string()),
                    ("held", held.map_or_else(|| "none".to_owned(), |held| held.as_percent().to_string())),
                    ("needed", needed.as_percent().to_string()),
                ]
            }
            Decided::Hours { share, needed, .. } => {
                vec![("share", share.as_percent().to_string()), ("needed", needed.as_percent().to_string())]
            }
            Decided::Quiz { title, best, .. } => {
                let best = best.map(|best| ("best", best.as_percent().to_string()));
                [Some(("title", title.for_reader(reader).to_owned())), best].into_iter().flatten().collect()
            }
            Decided::Declaration { question, .. } => {
                vec![("question", question.for_reader(reader).to_owned())]
            }
            Decided::Case { title, .. } => vec![("title", title.for_reader(reader).to_owned())],
        };
        pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHO: EnrolmentId = EnrolmentId(7);

    fn case(met: bool) -> Condition {
        let (activity, title) = (ActivityId(1), Localised::only(Language::Ru, "Добровольцы не пришли"));
        Condition { about: About::Case { activity, title, best: None }, met }
    }

    fn code(condition: Condition, findings: &Findings) -> Option<String> {
        decide(WHO, vec![condition], findings)[0].missing("x", Language::Ru).map(|fault| fault.code)
    }

    #[test]
    fn a_case_says_why_it_is_not_passed() {
        let state = |state| Findings { works: [((WHO, ActivityId(1)), state)].into(), ..Findings::default() };
        assert_eq!(code(case(false), &Findings::default()).unwrap(), "document-case-missing");
        assert_eq!(code(case(false), &state(CaseState::Waiting)).unwrap(), "document-case-waiting");
        assert_eq!(code(case(false), &state(CaseState::Failed)).unwrap(), "document-case-failed");
        assert_eq!(code(case(true), &state(CaseState::Failed)), None, "an earlier version passed");
    }

    #[test]
    fn another_persons_work_says_nothing_about_this_one() {
        let other = [((EnrolmentId(8), ActivityId(1)), CaseState::Waiting)].into();
        let findings = Findings { works: other, ..Findings::default() };
        assert_eq!(code(case(false), &findings).unwrap(), "document-case-missing");
    }

    #[test]
    fn a_failed_quiz_carries_its_best_result_and_its_title() {
        let about = About::Quiz {
            activity: ActivityId(2),
            title: Localised::only(Language::Ru, "Итог"),
            best: None,
            needed: None,
        };
        let findings =
            Findings { best: [((WHO, ActivityId(2)), Permille(405))].into(), ..Findings::default() };
        let decided = decide(WHO, vec![Condition { about, met: false }], &findings);
        let (key, args) = decided[0].message(Language::Kk);
        assert_eq!(key, "fault-document-quiz-failed");
        assert_eq!(args, [("title".into(), "Итог".into()), ("best".into(), "40".into())]);
    }

    fn attendance(base: AttendanceBase, so_far: SoFar) -> Condition {
        let (attended, planned) = (Minutes(90), Minutes(180));
        let (share, needed) = (Permille(500), Permille::percent(80));
        Condition { about: About::Attendance { attended, planned, share, so_far, base, needed }, met: false }
    }

    #[test]
    fn attendance_says_both_shares_and_which_of_them_decided() {
        let so_far = SoFar { attended: Minutes(90), held: Minutes(100) };
        for (base, code, percent) in [
            (AttendanceBase::Planned, "document-attendance-short", 50),
            (AttendanceBase::Held, "document-attendance-held-short", 90),
        ] {
            let decided = decide(WHO, vec![attendance(base, so_far)], &Findings::default());
            let fault = decided[0].missing("x", Language::Ru).unwrap();
            assert_eq!((fault.code.as_str(), decided[0].percent()), (code, Some(percent)));
            let said = |name: &str| fault.args.iter().find(|(known, _)| known == name).unwrap().1.clone();
            assert_eq!(["share", "held", "needed"].map(said), ["50", "90", "80"]);
        }
    }

    #[test]
    fn an_attendance_kept_before_there_were_two_shares_is_one_of_the_planned_time() {
        let kept =
            r#"{"about":"attendance","met":true,"attended":160,"planned":180,"share":888,"needed":800}"#;
        let decided: Decided = serde_json::from_str(kept).unwrap();
        assert_eq!(decided.percent(), Some(88));
        let (key, args) = decided.message(Language::Ru);
        assert_eq!(key, "documents-met-attendance");
        assert!(args.contains(&("held".into(), "none".into())), "{args:?}");
    }

    #[test]
    fn a_condition_comes_back_from_its_stored_form() {
        let decided = decide(WHO, vec![case(true)], &Findings::default());
        let stored = serde_json::to_string(&decided).unwrap();
        assert_eq!(serde_json::from_str::<Vec<Decided>>(&stored).unwrap(), decided);
    }
}
