//! What one member of a team gets of its grade.

/// The total of a member: the team's with the points that were added or taken off, from 0 to the most there are.
pub fn member_total(team: i32, points: i32, most: u32) -> i32 {
    let most = i32::try_from(most).unwrap_or(i32::MAX);
    team.saturating_add(points).clamp(0, most.max(team))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_members_total_stays_within_the_rubric() {
        assert_eq!(member_total(12, 0, 20), 12);
        assert_eq!(member_total(12, -3, 20), 9);
        assert_eq!(member_total(2, -3, 20), 0);
        assert_eq!(member_total(19, 5, 20), 20);
        assert_eq!(member_total(i32::MAX, 5, 20), i32::MAX);
    }
}
