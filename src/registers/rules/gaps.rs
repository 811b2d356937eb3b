//! Which numbers of a register have no document. Pure.

/// Numbers from the first to the last, both counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The first.
    pub first: i32,
    /// The last.
    pub last: i32,
}

impl Span {
    /// From the first to the last.
    pub fn new(first: i32, last: i32) -> Span {
        Span { first, last }
    }
}

/// The numbers from 1 to the last one given out that have neither a document nor a reason. `holes` are those without a
/// document, in rising order and apart from each other.
pub fn unexplained(holes: &[Span], last: i32, explained: &[Span]) -> Vec<Span> {
    let mut known = between(holes, last);
    known.extend_from_slice(explained);
    known.sort_unstable_by_key(|span| span.first);
    let mut gaps = Vec::new();
    let mut next = 1;
    for span in known.into_iter().filter(|span| span.last > 0) {
        if span.first > last {
            break;
        }
        if span.first > next {
            gaps.push(Span::new(next, span.first - 1));
        }
        next = next.max(span.last.saturating_add(1));
    }
    if next <= last {
        gaps.push(Span::new(next, last));
    }
    gaps
}

/// What lies between holes, from 1 to the last number: the numbers that have a document.
fn between(holes: &[Span], last: i32) -> Vec<Span> {
    let (mut taken, mut next) = (Vec::new(), 1);
    for hole in holes {
        if hole.first > next {
            taken.push(Span::new(next, hole.first - 1));
        }
        next = hole.last.saturating_add(1);
    }
    if next <= last {
        taken.push(Span::new(next, last));
    }
    taken
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    #[test]
    fn gaps_are_named_from_the_first_to_the_last() {
        let holes = [Span::new(3, 4), Span::new(6, 8)];
        assert_eq!(unexplained(&holes, 8, &[Span::new(3, 3)]), [Span::new(4, 4), Span::new(6, 8)]);
        assert!(unexplained(&[], 3, &[]).is_empty());
        assert_eq!(unexplained(&[Span::new(1, 2)], 2, &[]), [Span::new(1, 2)]);
    }

    /// The numbers up to the last that are not among these, as spans.
    fn holes(documents: &BTreeSet<i32>, last: i32) -> Vec<Span> {
        let mut holes: Vec<Span> = Vec::new();
        for number in (1..=last).filter(|number| !documents.contains(number)) {
            match holes.last_mut() {
                Some(hole) if hole.last + 1 == number => hole.last = number,
                _ => holes.push(Span::new(number, number)),
            }
        }
        holes
    }

    proptest! {
        #[test]
        fn a_number_has_a_document_or_a_reason_or_stands_in_a_gap(
            documents in proptest::collection::btree_set(-3i32..60, 0..40),
            spans in proptest::collection::vec((1i32..60, 0i32..6), 0..5), last in 0i32..50,
        ) {
            let explained: Vec<Span> = spans.iter().map(|(first, more)| Span::new(*first, first + more)).collect();
            let gaps = unexplained(&holes(&documents, last), last, &explained);
            let within = |spans: &[Span], number| spans.iter().any(|one| (one.first..=one.last).contains(&number));
            for number in 1..=last {
                let known = documents.contains(&number) || within(&explained, number);
                prop_assert_eq!(within(&gaps, number), !known, "{}", number);
            }
            let all: BTreeSet<i32> = gaps.iter().flat_map(|one| one.first..=one.last).collect();
            prop_assert!(all.iter().all(|number| (1..=last).contains(number)));
        }
    }
}
