//! Windows that can be kept: an attempt begins only while its edition runs, and only while the window is open.

use super::setup::{Changes, Window};
use crate::editions::rules::Term;
use crate::kernel::{Fault, Language, dates};

/// What is wrong with a window in an edition of this term: an edge at which no attempt can begin.
pub fn outside(window: &Window, term: &Term, language: Language) -> Vec<Fault> {
    let (starts, ends) = (term.zone.instant(term.starts_on, chrono::NaiveTime::MIN), term.ends_at());
    let period = dates::period(language, term.starts_on, term.ends_on);
    let fault = |field: &str| Fault::new(field, "window-outside").with("period", &period);
    let opens = window.opens.filter(|edge| edge.instant < starts || edge.instant >= ends);
    let closes = window.closes.filter(|edge| edge.instant <= starts || edge.instant > ends);
    opens.map(|_| fault("opens_on")).into_iter().chain(closes.map(|_| fault("closes_on"))).collect()
}

/// What is wrong with an exception in the window that comes of it: one that never opens. The fault is that of the edge
/// which the exception moves.
pub fn shut(changes: &Changes, resolved: &Window, term: &Term, language: Language) -> Option<Fault> {
    let (opens, closes) = resolved.opens.zip(resolved.closes)?;
    if opens.instant < closes.instant {
        return None;
    }
    let at = |edge: super::setup::Edge| dates::day_and_time(language, edge.instant, term.zone);
    match (changes.opens, changes.closes) {
        (Some(_), None) => Some(Fault::new("opens_on", "opens-after-closing").with("closes", at(closes))),
        (None, Some(_)) => Some(Fault::new("closes_on", "closes-before-opening").with("opens", at(opens))),
        (Some(_), Some(_)) => Some(Fault::new("closes_on", "end-before-start")),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::ZoneName;
    use crate::quizzes::rules::setup::Edge;

    fn term() -> Term {
        Term {
            starts_on: "2026-09-01".parse().unwrap(),
            ends_on: "2026-11-30".parse().unwrap(),
            zone: ZoneName::parse("Asia/Irkutsk").unwrap(),
        }
    }

    fn edge(day: &str, time: &str) -> Option<Edge> {
        Some(Edge::new(day.parse().unwrap(), time.parse().unwrap(), term().zone))
    }

    #[test]
    fn a_window_lies_inside_its_edition() {
        let fields = |opens, closes| {
            let faults = outside(&Window { opens, closes }, &term(), Language::En);
            faults.into_iter().map(|fault| fault.field).collect::<Vec<_>>()
        };
        let midnight = "00:00:00";
        assert_eq!(fields(edge("2026-09-01", midnight), edge("2026-12-01", midnight)), [""; 0], "all of it");
        assert_eq!(
            fields(edge("2026-08-31", "23:59:59"), edge("2026-12-01", "00:00:01")),
            ["opens_on", "closes_on"]
        );
        assert_eq!(fields(edge("2026-12-01", midnight), None), ["opens_on"]);
        assert_eq!(fields(None, edge("2026-09-01", midnight)), ["closes_on"]);
        let fault =
            outside(&Window { opens: None, closes: edge("2027-01-01", midnight) }, &term(), Language::En);
        assert_eq!(fault[0].args, [("period".to_owned(), "1 September – 30 November 2026".to_owned())]);
    }

    #[test]
    fn an_exception_leaves_a_moment_to_begin_in() {
        let of = |opens, closes| Changes { opens, closes, ..Changes::default() };
        let told = |changes: Changes, opens, closes| {
            let fault = shut(&changes, &Window { opens, closes }, &term(), Language::En);
            fault.map(|fault| (fault.field, fault.code))
        };
        let (early, late) = (edge("2026-10-01", "09:00:00"), edge("2026-10-08", "09:00:00"));
        assert_eq!(told(of(early, None), early, late), None);
        let of_late = told(of(late, None), late, late);
        assert_eq!(of_late, Some(("opens_on".into(), "opens-after-closing".into())));
        let of_early = told(of(None, early), late, early);
        assert_eq!(of_early, Some(("closes_on".into(), "closes-before-opening".into())));
        assert_eq!(told(Changes::default(), late, early), None, "it moves nothing");
    }
}
