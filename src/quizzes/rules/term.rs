//! When something may be done and shown: attempts left, the end of an attempt, passing, release (G3, G4, G5).

use super::setup::{Changes, Edge, Settings, Terms, Window};
use crate::editions::rules::{CompletionRule, Term};
use crate::kernel::{Moment, Permille};
use crate::programmes::rules::quiz::QuizSettings;
use crate::programmes::rules::words::{Counting, Release};
use crate::questions::rules::{Mark, Tally};

/// How many attempts are left after so many; `None` for any number.
pub fn attempts_left(settings: &QuizSettings, used: usize) -> Option<u32> {
    let used = u32::try_from(used).unwrap_or(u32::MAX);
    settings.attempts.map(|allowed| allowed.saturating_sub(used))
}

/// Why no attempt may begin now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The quiz opens then.
    NotOpen(Moment),
    /// It closed then.
    Closed(Moment),
    /// The next attempt may begin then.
    TooSoon(Moment),
    /// Every attempt was used.
    NoneLeft,
}

/// Whether a further attempt may begin, after attempts that ended at these moments.
///
/// # Errors
/// The first reason why not.
pub fn may_begin(terms: &Terms, ended: &[Moment], now: Moment) -> Result<(), Refusal> {
    if let Some(opens) = terms.window.opens.filter(|opens| now < opens.instant) {
        return Err(Refusal::NotOpen(opens.instant));
    }
    if let Some(closes) = terms.window.closes.filter(|closes| now >= closes.instant) {
        return Err(Refusal::Closed(closes.instant));
    }
    if attempts_left(&terms.settings, ended.len()) == Some(0) {
        return Err(Refusal::NoneLeft);
    }
    let free = terms.settings.delay.zip(ended.last()).map(|(delay, last)| last.plus_minutes(delay.0.into()));
    match free.filter(|free| now < *free) {
        Some(free) => Err(Refusal::TooSoon(free)),
        None => Ok(()),
    }
}

/// The deadline of an attempt: after its time limit, and in any case with the end of the quiz's window and of
/// the edition.
pub fn due_at(terms: &Terms, term: &Term, started: Moment) -> Moment {
    let closes = terms.window.closes.map(|closes| closes.instant);
    let end = closes.map_or(term.ends_at(), |closes| closes.min(term.ends_at()));
    terms.settings.time_limit.map_or(end, |limit| started.plus_minutes(limit.0.into()).min(end))
}

/// The deadline of an attempt under way after an exception was made: as if it had begun under it, and never earlier than
/// it was. What the exception does not name stays as the attempt was drawn.
pub fn prolonged(
    (drawn, held): (&Terms, &Terms),
    changes: &Changes,
    (term, started): (&Term, Moment),
    due: Moment,
) -> Moment {
    let mut terms = drawn.clone();
    if changes.time_limit.is_some() {
        terms.settings.time_limit = held.settings.time_limit;
    }
    if changes.closes.is_some() {
        terms.window.closes = held.window.closes;
    }
    due_at(&terms, term, started).max(due)
}

/// The deadline of an attempt under way after its person got other extra time: as if it had begun with that and with
/// the exceptions that hold, and never earlier than it was.
pub fn lengthened(
    drawn: &Terms,
    (exceptions, extra_percent): (&[Changes], i32),
    (term, started): (&Term, Moment),
    due: Moment,
) -> Moment {
    let quiz = QuizSettings { time_limit: drawn.own_limit(), ..drawn.settings.clone() };
    let begun = Settings { quiz, window: drawn.window };
    due_at(&Terms::resolve(&begun, exceptions, extra_percent), term, started).max(due)
}

/// The first instant at which an answer is no longer taken: the deadline and the grace for what was on its way.
pub fn taken_until(settings: &QuizSettings, due: Moment) -> Moment {
    due.plus_seconds(settings.grace_seconds.into())
}

/// Whether an instant is before another that may be missing: up to, and not at.
pub fn takes_answers(until: Option<Moment>, now: Moment) -> bool {
    until.is_none_or(|until| now < until)
}

/// The share that passes: the edition's, else the quiz's own. Nothing passes or fails a diagnostic quiz.
pub fn pass_mark(settings: &QuizSettings, rule: &CompletionRule) -> Option<Permille> {
    if settings.diagnostic { None } else { rule.quiz_pass.or(settings.pass) }
}

/// Whether a result passes; `None` where there is nothing to pass.
pub fn passed(mark: Option<Permille>, result: Permille) -> Option<bool> {
    mark.map(|mark| result >= mark)
}

/// The result that counts, of the results of the attempts in their order. An average is rounded down.
pub fn counted(counting: Counting, results: &[Permille]) -> Option<Permille> {
    match counting {
        Counting::Best => results.iter().max().copied(),
        Counting::Last => results.last().copied(),
        Counting::First => results.first().copied(),
        Counting::Average => {
            let sum: i64 = results.iter().map(|result| i64::from(result.0)).sum();
            let count = i64::try_from(results.len()).unwrap_or(i64::MAX);
            let average = if count > 0 { sum / count } else { 0 };
            (count > 0).then(|| Permille(i32::try_from(average).unwrap_or(i32::MAX)))
        }
    }
}

/// The share reached in each section: marks of the questions in their order, cut by the lengths of the sections. A
/// quiz without sections is one.
pub fn by_section(sections: &[(String, usize)], marks: &[Mark]) -> Vec<(String, Permille)> {
    let whole = [(String::new(), marks.len())];
    let sections = if sections.is_empty() { &whole[..] } else { sections };
    let mut rest = marks.iter();
    let share = |(title, length): &(String, usize)| {
        (title.clone(), rest.by_ref().take(*length).collect::<Tally>().result())
    };
    sections.iter().map(share).collect()
}

/// When a quiz is over for everybody who begins now: the last end of its window with all exceptions, or the edition's
/// end, and the grace after it. In whole minutes, as pages say it.
pub fn closes_at(
    (window, grace_seconds): (&Window, u32),
    exceptions: impl Iterator<Item = Moment>,
    term: &Term,
) -> Moment {
    let ends = |closes: Edge| exceptions.fold(closes.instant, Moment::max);
    // Whatever a window says, no attempt lasts longer than its edition.
    let end = window.closes.map_or_else(|| term.ends_at(), ends).min(term.ends_at());
    end.plus_seconds(grace_seconds.into()).to_full_minute()
}

/// When a quiz is over for everybody, those with an attempt under way too: it keeps its own deadline, whatever was
/// changed since it began.
pub fn over_at(closes: Moment, last_taken_until: Option<Moment>) -> Moment {
    last_taken_until.map_or(closes, |until| closes.max(until.to_full_minute()))
}

/// Whether anything of an attempt that was handed in waits until the quiz is over.
pub fn waits(settings: &QuizSettings) -> bool {
    matches!(settings.release, Release::AfterClose | Release::MarksAfterClose)
}

/// From when answers and explanations may be seen of an attempt that was handed in; `None` for at once.
pub fn released_at(settings: &QuizSettings, closes: Moment) -> Option<Moment> {
    match settings.release {
        Release::AfterSubmit | Release::AfterEach => None,
        Release::AfterClose | Release::MarksAfterClose => Some(closes),
    }
}

/// From when the result itself may be seen, and counts; `None` for at once.
pub fn marks_at(settings: &QuizSettings, closes: Moment) -> Option<Moment> {
    (settings.release == Release::MarksAfterClose).then_some(closes)
}

/// Whether answers and explanations of an attempt may be seen.
pub fn is_released(settings: &QuizSettings, closes: Moment, submitted: bool, now: Moment) -> bool {
    submitted && released_at(settings, closes).is_none_or(|from| now >= from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::{Minutes, ZoneName};
    use crate::questions::rules::{MilliPoints, Weight};

    fn settings() -> QuizSettings {
        QuizSettings {
            pass: Some(Permille(700)),
            attempts: Some(2),
            time_limit: Some(Minutes(20)),
            release: Release::AfterClose,
            ..QuizSettings::default()
        }
    }

    fn terms() -> Terms {
        Terms { settings: settings(), ..Terms::default() }
    }

    fn rule(quiz_pass: Option<Permille>) -> CompletionRule {
        CompletionRule {
            attendance: Permille(800),
            attendance_of: Default::default(),
            hours: Permille(1000),
            every_quiz: true,
            every_case: true,
            quiz_pass,
            case_pass: None,
            valid_months: None,
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

    fn edge(day: &str) -> Edge {
        Edge::new(day.parse().unwrap(), "09:00:00".parse().unwrap(), term().zone)
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
        let due = due_at(&terms(), &term(), at("2026-10-01T10:00:00Z"));
        assert_eq!(due, at("2026-10-01T10:20:00Z"));
        assert!(takes_answers(Some(due), at("2026-10-01T10:19:59.999Z")));
        assert!(!takes_answers(Some(due), due));
        let last_minute = at("2026-11-30T15:55:00Z");
        assert_eq!(due_at(&terms(), &term(), last_minute), at("2026-11-30T16:00:00Z"));
        let mut unlimited = terms();
        unlimited.settings.time_limit = None;
        assert_eq!(due_at(&unlimited, &term(), last_minute), at("2026-11-30T16:00:00Z"));
        unlimited.window.closes = Some(edge("2026-10-02"));
        assert_eq!(due_at(&unlimited, &term(), at("2026-10-01T10:00:00Z")), at("2026-10-02T01:00:00Z"));
    }

    #[test]
    fn an_exception_gives_an_attempt_under_way_more_time_and_never_less() {
        let (began, due) = (at("2026-10-01T10:00:00Z"), at("2026-10-01T10:20:00Z"));
        let later = |changes: Changes| {
            let held = Terms::resolve(&Settings { quiz: settings(), ..Settings::default() }, &[changes], 0);
            prolonged((&terms(), &held), &changes, (&term(), began), due)
        };
        let limit = |minutes| Changes { time_limit: Some(Minutes(minutes)), ..Changes::default() };
        assert_eq!(later(limit(50)), at("2026-10-01T10:50:00Z"));
        assert_eq!(later(limit(5)), due, "nobody's time is taken away");
        assert_eq!(later(Changes { attempts: Some(9), ..Changes::default() }), due);
        let closed = Changes { closes: Some(edge("2026-10-09")), ..Changes::default() };
        assert_eq!(later(closed), due, "the limit of the attempt stays");
        let mut cut = terms();
        cut.window.closes =
            Some(Edge::new("2026-10-01".parse().unwrap(), "18:10:00".parse().unwrap(), term().zone));
        let short = due_at(&cut, &term(), began);
        assert_eq!(short, at("2026-10-01T10:10:00Z"), "cut by the end of the window");
        let held = Terms::resolve(&Settings { quiz: settings(), ..Settings::default() }, &[closed], 0);
        assert_eq!(prolonged((&cut, &held), &closed, (&term(), began), short), due, "the whole limit again");
    }

    #[test]
    fn extra_time_reaches_an_attempt_under_way_and_takes_nothing_away() {
        let (began, due) = (at("2026-10-01T10:00:00Z"), at("2026-10-01T10:20:00Z"));
        let later = |drawn: &Terms, exceptions: &[Changes], percent| {
            lengthened(drawn, (exceptions, percent), (&term(), began), due)
        };
        assert_eq!(later(&terms(), &[], 50), at("2026-10-01T10:30:00Z"));
        assert_eq!(later(&terms(), &[], 0), due);
        let exception = Changes { time_limit: Some(Minutes(40)), ..Changes::default() };
        assert_eq!(later(&terms(), &[exception], 50), at("2026-10-01T11:00:00Z"));
        let resolved = Settings { quiz: settings(), ..Settings::default() };
        let more = Terms::resolve(&resolved, &[], 33);
        assert_eq!(more.own_limit(), Some(Minutes(20)));
        assert_eq!(
            later(&more, &[], 50),
            at("2026-10-01T10:30:00Z"),
            "of its own limit, not of the longer one"
        );
        assert_eq!(later(&more, &[], 0), due, "what was given stays");
        let mut cut = terms();
        cut.window.closes =
            Some(Edge::new("2026-10-01".parse().unwrap(), "18:25:00".parse().unwrap(), term().zone));
        assert_eq!(later(&cut, &[], 50), at("2026-10-01T10:25:00Z"), "the window closes for everybody");
    }

    #[test]
    fn nothing_waits_longer_than_the_edition() {
        let far = Window { opens: None, closes: Some(edge("2027-02-01")) };
        let later = [at("2027-03-01T00:00:00Z")];
        assert_eq!(closes_at((&far, 0), later.into_iter(), &term()), term().ends_at());
        let near = Window { opens: None, closes: Some(edge("2026-10-08")) };
        assert_eq!(closes_at((&near, 60), later.into_iter(), &term()), term().ends_at().plus_seconds(60));
    }

    #[test]
    fn a_window_is_half_open_and_attempts_keep_their_distance() {
        let mut terms = terms();
        terms.window = Window { opens: Some(edge("2026-10-01")), closes: Some(edge("2026-10-08")) };
        terms.settings.delay = Some(Minutes(60));
        let (opens, closes) = (at("2026-10-01T01:00:00Z"), at("2026-10-08T01:00:00Z"));
        assert_eq!(may_begin(&terms, &[], opens.plus_seconds(-1)), Err(Refusal::NotOpen(opens)));
        assert_eq!(may_begin(&terms, &[], opens), Ok(()));
        assert_eq!(may_begin(&terms, &[], closes), Err(Refusal::Closed(closes)));
        let free = opens.plus_minutes(60);
        assert_eq!(may_begin(&terms, &[opens], free.plus_seconds(-1)), Err(Refusal::TooSoon(free)));
        assert_eq!(may_begin(&terms, &[opens], free), Ok(()));
        assert_eq!(may_begin(&terms, &[opens, opens], free), Err(Refusal::NoneLeft));
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
    fn one_of_several_attempts_counts() {
        let results = [400, 901, 700].map(Permille);
        assert_eq!(counted(Counting::Best, &results), Some(Permille(901)));
        assert_eq!(counted(Counting::Last, &results), Some(Permille(700)));
        assert_eq!(counted(Counting::First, &results), Some(Permille(400)));
        assert_eq!(counted(Counting::Average, &results), Some(Permille(667)));
        assert_eq!(counted(Counting::Average, &[]), None);
    }

    #[test]
    fn nothing_is_released_before_its_time() {
        let (before, after) = (at("2026-11-30T15:59:59Z"), at("2026-11-30T16:00:00Z"));
        let closes = closes_at((&Window::default(), 0), std::iter::empty(), &term());
        assert!(!is_released(&settings(), closes, true, before));
        assert!(is_released(&settings(), closes, true, after));
        assert!(!is_released(&settings(), closes, false, after));
        let at_once = QuizSettings { release: Release::AfterSubmit, ..settings() };
        assert!(is_released(&at_once, closes, true, before));
        assert!(!is_released(&at_once, closes, false, before));
        let hidden = QuizSettings { release: Release::MarksAfterClose, ..settings() };
        assert_eq!((marks_at(&hidden, closes), marks_at(&settings(), closes)), (Some(closes), None));
    }

    #[test]
    fn a_result_is_told_section_by_section() {
        let sections = [("Право".to_owned(), 2), ("Деньги".to_owned(), 1)];
        let mark = |share: Weight, points: i32, most: i32| {
            let (points, most) = (MilliPoints(points), MilliPoints(most));
            Mark { fraction: Some(share), points, most }
        };
        let marks =
            [mark(Weight::WHOLE, 1000, 1000), mark(Weight(0), 0, 1000), mark(Weight::percent(25), 500, 2000)];
        let told = by_section(&sections, &marks);
        assert_eq!(told, [("Право".to_owned(), Permille(500)), ("Деньги".to_owned(), Permille(250))]);
        assert_eq!(by_section(&[], &marks), [(String::new(), Permille(375))]);
        let thirds = [mark(Weight::of(1, 3), 333, 1000); 3];
        assert_eq!(by_section(&[], &thirds), [(String::new(), Permille(333))], "a third of each is a third");
        let whole = [mark(Weight::of(1, 3), 333, 1000), mark(Weight::of(2, 3), 667, 1000)];
        assert_eq!(by_section(&[], &whole), [(String::new(), Permille(500))]);
    }

    #[test]
    fn answers_wait_for_the_last_exception() {
        let window = Window { opens: None, closes: Some(edge("2026-10-08")) };
        let later = at("2026-10-12T00:00:00Z");
        let window = |grace| (&window, grace);
        assert_eq!(closes_at(window(0), [later, at("2026-10-01T00:00:00Z")].into_iter(), &term()), later);
        assert_eq!(closes_at(window(0), std::iter::empty(), &term()), at("2026-10-08T01:00:00Z"));
        assert_eq!(
            closes_at(window(60), std::iter::empty(), &term()),
            at("2026-10-08T01:01:00Z"),
            "the grace"
        );
        let told = closes_at(window(61), std::iter::empty(), &term());
        assert_eq!(told, at("2026-10-08T01:02:00Z"), "not before the minute that a page names");
        assert_eq!(over_at(told, None), told);
        assert_eq!(over_at(told, Some(at("2026-10-08T01:01:59Z"))), told);
        assert_eq!(over_at(told, Some(at("2026-10-09T01:00:01Z"))), at("2026-10-09T01:01:00Z"));
    }
}
