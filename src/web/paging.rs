//! Lists that are put in order in memory and shown a part at a time.

/// Rows on one page of a list.
pub const PAGE: usize = 50;

/// A part of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part<T, I> {
    /// The rows.
    pub rows: Vec<T>,
    /// How many there are in the whole list.
    pub count: usize,
    /// Whether the list begins before them.
    pub later: bool,
    /// The row to go on after; nothing where the list ends.
    pub next_after: Option<I>,
}

impl<T, I: PartialEq> Part<T, I> {
    /// The rows after one of them, as many as a page holds. A row that is not in the list any more is as none: the
    /// list then begins anew.
    pub fn after(mut rows: Vec<T>, after: Option<I>, id: impl Fn(&T) -> I) -> Part<T, I> {
        let count = rows.len();
        let place = after.and_then(|after| rows.iter().position(|row| id(row) == after));
        if let Some(place) = place {
            rows.drain(..=place);
        }
        let goes_on = rows.len() > PAGE;
        rows.truncate(PAGE);
        let next_after = rows.last().filter(|_| goes_on).map(id);
        Part { rows, count, later: place.is_some(), next_after }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(count: usize, after: Option<usize>) -> Part<usize, usize> {
        Part::after((1..=count).collect(), after, |row| *row)
    }

    #[test]
    fn a_list_goes_on_after_the_last_row_until_it_ends() {
        let first = part(120, None);
        assert_eq!(
            (first.rows.len(), first.count, first.later, first.next_after),
            (50, 120, false, Some(50))
        );
        let second = part(120, first.next_after);
        assert_eq!((second.rows.first(), second.later, second.next_after), (Some(&51), true, Some(100)));
        let third = part(120, second.next_after);
        assert_eq!((third.rows.len(), third.next_after), (20, None));
        assert_eq!(part(50, None).next_after, None);
        assert_eq!(part(3, Some(999)).rows, [1, 2, 3]);
    }
}
