//! What changed from one version to the next, word by word.

use serde::Serialize;

/// A run of words that is the same, was added, or was taken away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Run {
    /// Only in the new text.
    pub added: bool,
    /// Only in the old text.
    pub removed: bool,
    /// The words.
    pub text: String,
}

/// More words than this are compared as a whole: the table of comparison would grow with their square.
const MOST: usize = 1500;

/// The words of both texts in one row, with those that are in one of them only marked.
pub fn words(before: &str, after: &str) -> Vec<Run> {
    let (old, new): (Vec<&str>, Vec<&str>) =
        (before.split_whitespace().collect(), after.split_whitespace().collect());
    if old == new {
        return joined(new.into_iter().map(|word| (Side::Both, word)));
    }
    if old.len() > MOST || new.len() > MOST {
        let removed = old.into_iter().map(|word| (Side::Old, word));
        return joined(removed.chain(new.into_iter().map(|word| (Side::New, word))));
    }
    joined(aligned(&old, &new).into_iter())
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Old,
    New,
    Both,
}

/// By the longest common subsequence.
fn aligned<'t>(old: &[&'t str], new: &[&'t str]) -> Vec<(Side, &'t str)> {
    let width = new.len() + 1;
    let mut longest = vec![0u16; (old.len() + 1) * width];
    let at = |table: &[u16], i: usize, j: usize| table.get(i * width + j).copied().unwrap_or_default();
    for (i, one) in old.iter().enumerate().rev() {
        for (j, other) in new.iter().enumerate().rev() {
            let value = if one == other {
                at(&longest, i + 1, j + 1) + 1
            } else {
                at(&longest, i + 1, j).max(at(&longest, i, j + 1))
            };
            if let Some(cell) = longest.get_mut(i * width + j) {
                *cell = value;
            }
        }
    }
    let (mut i, mut j, mut row) = (0, 0, Vec::new());
    loop {
        match (old.get(i), new.get(j)) {
            (Some(one), Some(other)) if one == other => {
                row.push((Side::Both, *other));
                (i, j) = (i + 1, j + 1);
            }
            (Some(one), other) if other.is_none() || at(&longest, i + 1, j) >= at(&longest, i, j + 1) => {
                row.push((Side::Old, *one));
                i += 1;
            }
            (_, Some(other)) => {
                row.push((Side::New, *other));
                j += 1;
            }
            _ => return row,
        }
    }
}

fn joined<'t>(words: impl Iterator<Item = (Side, &'t str)>) -> Vec<Run> {
    let mut runs: Vec<(Side, String)> = Vec::new();
    for (side, word) in words {
        match runs.last_mut().filter(|(last, _)| *last == side) {
            Some((_, text)) => {
                text.push(' ');
                text.push_str(word);
            }
            None => runs.push((side, word.to_owned())),
        }
    }
    let run = |(side, text)| Run { added: side == Side::New, removed: side == Side::Old, text };
    runs.into_iter().map(run).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn said(before: &str, after: &str) -> String {
        let mark = |run: &Run| match (run.added, run.removed) {
            (true, _) => format!("+[{}]", run.text),
            (_, true) => format!("-[{}]", run.text),
            _ => run.text.clone(),
        };
        words(before, after).iter().map(mark).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn only_the_words_that_changed_are_marked() {
        assert_eq!(
            said("НКО ищет партнёров", "НКО ищет надёжных партнёров"),
            "НКО ищет +[надёжных] партнёров"
        );
        assert_eq!(said("один два три", "один пять три"), "один -[два] +[пять] три");
        assert_eq!(said("", "новое"), "+[новое]");
        assert_eq!(said("то же", "то  же"), "то же");
    }

    proptest! {
        #[test]
        fn both_texts_can_be_read_from_the_difference(old in "[абв ]{0,20}", new in "[абв ]{0,20}") {
            let runs = words(&old, &new);
            let side = |keep: fn(&Run) -> bool| {
                runs.iter().filter(|run| keep(run)).flat_map(|run| run.text.split(' ')).map(str::to_owned).collect::<Vec<_>>()
            };
            prop_assert_eq!(side(|run| !run.added), old.split_whitespace().collect::<Vec<_>>());
            prop_assert_eq!(side(|run| !run.removed), new.split_whitespace().collect::<Vec<_>>());
        }
    }
}
