//! The results of a mock test by section over time: lines for the eye, and the same numbers as a table.

use super::parts::percent;
use crate::kernel::Permille;
use serde::Serialize;

/// The picture and its numbers. All lengths are in the units of the picture's own frame.
#[derive(Debug, Serialize)]
pub(super) struct Chart {
    width: i32,
    numbers: Vec<i32>,
    sections: Vec<Line>,
}

/// A section: its line, and its share in each attempt.
#[derive(Debug, Serialize)]
struct Line {
    /// Which of the kinds of lines, from 0: they differ in their dashes, not only in colour.
    kind: usize,
    title: String,
    points: String,
    dots: Vec<Dot>,
    shares: Vec<Option<String>>,
}

#[derive(Debug, Serialize)]
struct Dot {
    x: i32,
    y: i32,
}

/// How many kinds of lines there are.
const KINDS: usize = 4;
const STEP: i32 = 60;
const LEFT: i32 = 40;
/// Where 0 and 100 per cent are.
const BOTTOM: i32 = 110;
const HEIGHT: i32 = 100;

impl Chart {
    /// The chart of attempts by number; nothing before the first.
    pub(super) fn of(attempts: &[(i32, Vec<(String, Permille)>)]) -> Option<Chart> {
        let last = attempts.last()?;
        let titles: Vec<&String> = last.1.iter().map(|(title, _)| title).collect();
        let line = |(place, title): (usize, &String)| {
            let share = |sections: &[(String, Permille)]| {
                sections.iter().find(|(other, _)| other == title).map(|(_, share)| *share)
            };
            let shares: Vec<Option<Permille>> =
                attempts.iter().map(|(_, sections)| share(sections)).collect();
            let dots: Vec<Dot> =
                (0..).zip(&shares).filter_map(|(at, share)| Some(dot(at, (*share)?))).collect();
            let points: Vec<String> = dots.iter().map(|dot| format!("{},{}", dot.x, dot.y)).collect();
            Line {
                kind: place % KINDS,
                title: title.clone(),
                points: points.join(" "),
                dots,
                shares: shares.into_iter().map(|share| share.map(percent)).collect(),
            }
        };
        let count = i32::try_from(attempts.len()).unwrap_or(i32::MAX / STEP - 2);
        Some(Chart {
            width: LEFT + STEP * count,
            numbers: attempts.iter().map(|(number, _)| *number).collect(),
            sections: titles.into_iter().enumerate().map(line).collect(),
        })
    }
}

fn dot(at: i32, share: Permille) -> Dot {
    Dot { x: LEFT + STEP * at, y: BOTTOM - share.0 * HEIGHT / 1000 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_rises_over_time_and_one_that_is_new_begins_late() {
        let section = |title: &str, share| (title.to_owned(), Permille(share));
        let attempts = [(1, vec![section("a", 0)]), (2, vec![section("a", 1000), section("b", 500)])];
        let chart = Chart::of(&attempts).unwrap();
        assert_eq!(chart.sections[0].points, "40,110 100,10");
        assert_eq!(chart.sections[1].points, "100,60");
        assert_eq!(chart.sections[1].shares, [None, Some("50".to_owned())]);
        assert!(Chart::of(&[]).is_none());
    }
}
