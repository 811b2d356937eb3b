//! The table: who has how many points after so many questions.

use crate::kernel::LivePlayerId;
use crate::questions::rules::Weight;
use serde_json::Value;
use std::collections::BTreeMap;

/// An answer as it was given and marked.
#[derive(Debug, Clone, PartialEq)]
pub struct Given {
    /// Which question, from 1.
    pub position: usize,
    /// By whom.
    pub player: LivePlayerId,
    /// The step that had opened the question.
    pub opening: i32,
    /// The answer in its wire form.
    pub response: Value,
    /// How much of it is right.
    pub share: Weight,
    /// What it gave.
    pub points: i32,
    /// Whether it was given after the right answer had been shown.
    pub late: bool,
}

/// Somebody who plays, in the order of joining.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seat {
    /// Who.
    pub player: LivePlayerId,
    /// In which team, from 1.
    pub team: Option<i32>,
}

/// A line of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// Who.
    pub player: LivePlayerId,
    /// All points so far.
    pub points: i32,
    /// The place; equal points share one, and the places behind it stay empty.
    pub place: usize,
}

/// A line of the table of teams.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TeamLine {
    /// Which team, from 1.
    pub team: i32,
    /// The mean of its members' points, rounded down.
    pub points: i32,
    /// How many they are.
    pub members: i32,
    /// The place.
    pub place: usize,
}

/// The answer that counts for each question and player: the one given before the right answer was shown.
pub fn counting(given: &[Given]) -> BTreeMap<(usize, LivePlayerId), &Given> {
    given.iter().filter(|one| !one.late).map(|one| ((one.position, one.player), one)).collect()
}

/// What each player said last to each question, whether it counts or not.
pub fn latest(given: &[Given]) -> BTreeMap<(usize, LivePlayerId), &Given> {
    let mut in_order: Vec<&Given> = given.iter().collect();
    in_order.sort_by_key(|one| one.opening);
    in_order.into_iter().map(|one| ((one.position, one.player), one)).collect()
}

/// The table after so many questions, the best first; among equals the order of joining stands.
pub fn table(seats: &[Seat], given: &[Given], questions: usize) -> Vec<Line> {
    let mut sums: BTreeMap<LivePlayerId, i32> = BTreeMap::new();
    for ((position, player), one) in counting(given) {
        if position <= questions {
            *sums.entry(player).or_default() += one.points;
        }
    }
    let points = |seat: &Seat| sums.get(&seat.player).copied().unwrap_or(0);
    let mut lines: Vec<Line> =
        seats.iter().map(|seat| Line { player: seat.player, points: points(seat), place: 0 }).collect();
    lines.sort_by_key(|line| std::cmp::Reverse(line.points));
    place(&mut lines, |line| line.points, |line, place| line.place = place);
    lines
}

/// The table of teams: the mean of their members, so that a large team has no advantage. Teams without members
/// do not stand in it.
pub fn teams(seats: &[Seat], table: &[Line]) -> Vec<TeamLine> {
    let of: BTreeMap<LivePlayerId, i32> =
        seats.iter().filter_map(|seat| Some((seat.player, seat.team?))).collect();
    let mut sums: BTreeMap<i32, (i64, i32)> = BTreeMap::new();
    for line in table {
        if let Some(team) = of.get(&line.player) {
            let (sum, members) = sums.entry(*team).or_default();
            *sum += i64::from(line.points);
            *members += 1;
        }
    }
    let mean = |(team, (sum, members)): (i32, (i64, i32))| {
        let points = i32::try_from(sum / i64::from(members.max(1))).unwrap_or(i32::MAX);
        TeamLine { team, points, members, place: 0 }
    };
    let mut lines: Vec<TeamLine> = sums.into_iter().map(mean).collect();
    lines.sort_by_key(|line| std::cmp::Reverse(line.points));
    place(&mut lines, |line| line.points, |line, place| line.place = place);
    lines
}

fn place<T>(sorted: &mut [T], points: impl Fn(&T) -> i32, set: impl Fn(&mut T, usize)) {
    let (mut place, mut before) = (0, None);
    for (number, line) in (1..).zip(sorted) {
        if before != Some(points(line)) {
            place = number;
        }
        before = Some(points(line));
        set(line, place);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    fn given(position: usize, player: i64, opening: i32, response: i64, points: i32) -> Given {
        let (player, response) = (LivePlayerId(player), json!(response));
        Given { position, player, opening, response, share: Weight::WHOLE, points, late: opening > 1 }
    }

    fn seats(teams: &[Option<i32>]) -> Vec<Seat> {
        (1..).zip(teams).map(|(id, team)| Seat { player: LivePlayerId(id), team: *team }).collect()
    }

    #[test]
    fn equal_points_share_a_place() {
        let answers = [given(1, 1, 1, 1, 700), given(1, 2, 1, 1, 900), given(1, 3, 1, 1, 700)];
        let lines = table(&seats(&[None; 4]), &answers, 1);
        let said: Vec<_> = lines.iter().map(|line| (line.player.0, line.points, line.place)).collect();
        assert_eq!(said, [(2, 900, 1), (1, 700, 2), (3, 700, 2), (4, 0, 4)]);
        assert!(
            table(&seats(&[None; 4]), &answers, 0).iter().all(|line| line.points == 0 && line.place == 1)
        );
    }

    #[test]
    fn what_was_said_after_the_right_answer_was_shown_changes_no_points() {
        let first = given(1, 1, 1, 2, 950);
        let sum = |answers: &[Given]| table(&seats(&[None]), answers, 1)[0].points;
        assert_eq!(sum(&[first.clone(), given(1, 1, 3, 4, 500)]), 950, "the first stands");
        assert_eq!(sum(&[given(1, 1, 3, 4, 500)]), 0, "and there may be none that counts");
        let answers = [given(1, 1, 3, 4, 0), first];
        assert_eq!(
            latest(&answers)[&(1, LivePlayerId(1))].opening,
            3,
            "the room is shown what was said last"
        );
    }

    #[test]
    fn a_team_is_the_mean_of_its_members() {
        let answers = [given(1, 1, 1, 1, 1000), given(1, 2, 1, 1, 501), given(1, 3, 1, 1, 900)];
        let seats = seats(&[Some(1), Some(1), Some(2), None]);
        let lines = teams(&seats, &table(&seats, &answers, 1));
        let said: Vec<_> =
            lines.iter().map(|line| (line.team, line.points, line.members, line.place)).collect();
        assert_eq!(said, [(2, 900, 1, 1), (1, 750, 2, 2)]);
    }

    proptest! {
        #[test]
        fn the_same_answers_give_the_same_table(
            answers in prop::collection::vec((1..6usize, 1..9i64, 1..4i32, 1..4i64, 0..1000i32), 0..60), turn in 0..60usize,
        ) {
            // One answer for each opening of a question and player, as the schema has it.
            let mut seen = std::collections::BTreeSet::new();
            let mut list: Vec<Given> = answers
                .into_iter()
                .filter(|(position, player, opening, ..)| seen.insert((*position, *player, *opening)))
                .map(|(position, player, opening, response, points)| given(position, player, opening, response, points))
                .collect();
            let seats = seats(&[Some(1), Some(2), Some(1), Some(2), None, Some(3), None, Some(3)]);
            let before = table(&seats, &list, 5);
            let length = list.len().max(1);
            list.rotate_left(turn % length);
            let after = table(&seats, &list, 5);
            prop_assert_eq!(&before, &after);
            prop_assert_eq!(teams(&seats, &before), teams(&seats, &after));
            prop_assert!(before.windows(2).all(|two| two[0].points >= two[1].points && two[0].place <= two[1].place));
        }
    }
}
