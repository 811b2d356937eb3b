//! When something may be done and shown: attempts left, the end of an attempt, passing, release (G3, G4, G5).

use crate::editions::rules::{CompletionRule, Term};
use crate::kernel::{Moment, Permille};
use crate::programmes::rules::quiz::QuizSettings;
use crate::programmes::rules::words::Release;

/// How many attempts are left after so many; `None` for any number.
pub fn attempts_left(settings: &QuizSettings, used: usize) -> Option<u32> {
    let used = u32::try_from(used).unwrap_or(u32::MAX);
    settings.attempts.map(|allowed| allowed.saturating_sub(used))
}

/// The first instant at which an attempt takes no more answers: after its time limit, and in any case
/// with the end of the edition.
pub fn due_at(settings: &QuizSettings, term: &Term, started: Moment) -> Moment {
    let end = term.ends_at();
    settings.time_limit.map_or(end, |limit| started.plus_minutes(limit.0.into()).min(end))
}

/// Whether answers are still taken: up to, and not at, the due moment. There is no grace.
pub fn takes_answers(due: Option<Moment>, now: Moment) -> bool {
    due.is_none_or(|due| now < due)
}

/// The share that passes: the edition's, else the quiz's own. Nothing passes or fails a diagnostic quiz.
pub fn pass_mark(settings: &QuizSettings, rule: &CompletionRule) -> Option<Permille> {
    if settings.diagnostic { None } else { rule.quiz_pass.or(settings.pass) }
}

/// Whether a result passes; `None` where there is nothing to pass.
pub fn passed(mark: Option<Permille>, result: Permille) -> Option<bool> {
    mark.map(|mark| result >= mark)
}

/// From when answers and explanations may be seen of an attempt that was handed in; `None` for at once.
pub fn released_at(settings: &QuizSettings, term: &Term) -> Option<Moment> {
    match settings.release {
        Release::AfterSubmit => None,
        Release::AfterClose => Some(term.ends_at()),
    }
}

/// Whether answers and explanations of an attempt may be seen.
pub fn is_released(settings: &QuizSettings, term: &Term, submitted: bool, now: Moment) -> bool {
    submitted && released_at(settings, term).is_none_or(|from| now >= from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::{Minutes, ZoneName};

    fn settings() -> QuizSettings {
        QuizSettings {
            pass: Some(Permille(700)),
            attempts: Some(2),
            time_limit: Some(Minutes(20)),
            shuffle: false,
            draw: None,
            diagnostic: false,
            release: Release::AfterClose,
        }
    }

    fn rule(quiz_pass: Option<Permille>) -> CompletionRule {
        CompletionRule {
            attendance: Permille(800),
            hours: Permille(1000),
            every_quiz: true,
            every_case: true,
            quiz_pass,
            case_pass: None,
        }
    }

    fn term() -> Term {
        Term {
            starts_on: "2026-09-01".parse().unwrap(),
            ends_on: "2026-11-30".parse().unwrap(),
            zone: ZoneName::parse("Asia/Irkutsk").unwrap(),
        }
    }

    fn at(text: &str) -> Moment {
        Moment::parse(text).unwrap()
    }

    #[test]
    fn attempts_run_out() {
        assert_eq!(attempts_left(&settings(), 0), Some(2));
        assert_eq!(attempts_left(&settings(), 2), Some(0));
        assert_eq!(attempts_left(&settings(), 3), Some(0));
        assert_eq!(attempts_left(&QuizSettings { attempts: None, ..settings() }, 9), None);
    }

    #[test]
    fn twenty_minutes_are_half_open_and_the_edition_ends_every_attempt() {
        let due = due_at(&settings(), &term(), at("2026-10-01T10:00:00Z"));
        assert_eq!(due, at("2026-10-01T10:20:00Z"));
        assert!(takes_answers(Some(due), at("2026-10-01T10:19:59.999Z")));
        assert!(!takes_answers(Some(due), due));
        let last_minute = at("2026-11-30T15:55:00Z");
        assert_eq!(due_at(&settings(), &term(), last_minute), at("2026-11-30T16:00:00Z"));
        let unlimited = QuizSettings { time_limit: None, ..settings() };
        assert_eq!(due_at(&unlimited, &term(), last_minute), at("2026-11-30T16:00:00Z"));
    }

    #[test]
    fn the_editions_pass_mark_comes_first_and_a_diagnostic_quiz_has_none() {
        assert_eq!(pass_mark(&settings(), &rule(None)), Some(Permille(700)));
        assert_eq!(pass_mark(&settings(), &rule(Some(Permille(500)))), Some(Permille(500)));
        let diagnostic = QuizSettings { diagnostic: true, ..settings() };
        assert_eq!(pass_mark(&diagnostic, &rule(Some(Permille(500)))), None);
        assert_eq!(passed(Some(Permille(700)), Permille(699)), Some(false));
        assert_eq!(passed(Some(Permille(700)), Permille(700)), Some(true));
        assert_eq!(passed(None, Permille(0)), None);
    }

    #[test]
    fn nothing_is_released_before_its_time() {
        let (before, after) = (at("2026-11-30T15:59:59Z"), at("2026-11-30T16:00:00Z"));
        assert!(!is_released(&settings(), &term(), true, before));
        assert!(is_released(&settings(), &term(), true, after));
        assert!(!is_released(&settings(), &term(), false, after));
        let at_once = QuizSettings { release: Release::AfterSubmit, ..settings() };
        assert!(is_released(&at_once, &term(), true, before));
        assert!(!is_released(&at_once, &term(), false, before));
    }
}
