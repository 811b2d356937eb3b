//! Passages of a text: finding the one that somebody means, and showing where remarks belong.

/// The characters of a text with every run of white space as one blank, each with its place in the text.
fn collapsed(text: &str) -> Vec<(usize, char)> {
    let mut out: Vec<(usize, char)> = Vec::new();
    for (place, letter) in text.chars().enumerate() {
        if !letter.is_whitespace() {
            out.push((place, letter));
        } else if out.last().is_some_and(|(_, last)| *last != ' ') {
            out.push((place, ' '));
        }
    }
    out
}

/// Where a quote stands in a text, in characters from (inclusive) and to (exclusive): its occurrence of this number
/// from 0, or the last there is. White space counts as one blank, as browsers give it. Nothing for a quote that is
/// not there, or of white space alone.
pub fn find_passage(text: &str, quote: &str, occurrence: usize) -> Option<(usize, usize)> {
    let (text, quote) = (collapsed(text), collapsed(quote.trim()));
    let words: Vec<char> = quote.iter().map(|(_, letter)| *letter).collect();
    let is_here = |window: &[(usize, char)]| window.iter().map(|(_, letter)| letter).eq(words.iter());
    let mut found = text.windows(words.len().max(1)).filter(|window| !words.is_empty() && is_here(window));
    let first = found.next()?;
    let window = found.take(occurrence).last().unwrap_or(first);
    let (from, to) = (window.first()?.0, window.last()?.0);
    Some((from, to + 1))
}

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Its words.
    pub text: String,
    /// Whether a remark is about it.
    pub marked: bool,
    /// The remarks that end with it, by their place in the list.
    pub notes: Vec<usize>,
}

/// A text as paragraphs of pieces, cut where passages begin and end. Passages may overlap and may go over several
/// paragraphs.
pub fn annotated(text: &str, passages: &[(usize, usize)]) -> Vec<Vec<Piece>> {
    let letters: Vec<char> = text.chars().collect();
    let mut pieces: Vec<(usize, usize, usize)> = Vec::new();
    for (number, (from, to)) in paragraphs(&letters).into_iter().enumerate() {
        let inside = |place: &usize| from < *place && *place < to;
        let mut cuts: Vec<usize> = passages.iter().flat_map(|(a, b)| [*a, *b]).filter(inside).collect();
        cuts.extend([from, to]);
        cuts.sort_unstable();
        cuts.dedup();
        pieces.extend(cuts.windows(2).filter_map(|pair| Some((number, *pair.first()?, *pair.last()?))));
    }
    let last_of = |(a, b): &(usize, usize)| pieces.iter().rposition(|(_, from, to)| from < b && a < to);
    let lasts: Vec<Option<usize>> = passages.iter().map(last_of).collect();
    let mut out: Vec<Vec<Piece>> = Vec::new();
    for (place, (number, from, to)) in pieces.iter().enumerate() {
        let notes = lasts.iter().enumerate().filter(|(_, last)| **last == Some(place));
        let piece = Piece {
            text: letters.get(*from..*to).unwrap_or_default().iter().collect(),
            marked: passages.iter().any(|(a, b)| a < to && from < b),
            notes: notes.map(|(note, _)| note).collect(),
        };
        if out.len() <= *number {
            out.push(Vec::new());
        }
        if let Some(paragraph) = out.last_mut() {
            paragraph.push(piece);
        }
    }
    out
}

/// Where the paragraphs of a text stand, without white space around them; empty ones are none.
fn paragraphs(letters: &[char]) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut push = |from: usize, to: usize| {
        let Some(part) = letters.get(from..to) else { return };
        let (Some(first), Some(last)) = (
            part.iter().position(|letter| !letter.is_whitespace()),
            part.iter().rposition(|letter| !letter.is_whitespace()),
        ) else {
            return;
        };
        out.push((from + first, from + last + 1));
    };
    for (place, pair) in letters.windows(2).enumerate() {
        if pair == ['\n', '\n'] && place >= start {
            push(start, place);
            start = place + 2;
        }
    }
    push(start, letters.len());
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(text: &str, passages: &[(usize, usize)]) -> String {
        let piece = |piece: &Piece| {
            let notes: String = piece.notes.iter().map(|note| format!("^{note}")).collect();
            if piece.marked { format!("[{}]{notes}", piece.text) } else { piece.text.clone() }
        };
        let paragraph = |pieces: &Vec<Piece>| pieces.iter().map(piece).collect::<String>();
        annotated(text, passages).iter().map(paragraph).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn a_quote_is_found_however_its_lines_were_broken() {
        let text = "Ольга,\nздравствуйте.\n\nНас будет трое. Нас много.";
        assert_eq!(find_passage(text, "Ольга, здравствуйте. Нас", 0), Some((0, 25)));
        assert_eq!(find_passage(text, " Нас ", 0), Some((22, 25)));
        assert_eq!(find_passage(text, "Нас", 1), Some((38, 41)));
        assert_eq!(find_passage(text, "Нас", 7), Some((38, 41)), "beyond the last one is the last one");
        assert_eq!(find_passage(text, "Нет такого", 0), None);
        assert_eq!(find_passage(text, " \n", 0), None);
        assert_eq!(find_passage("", "x", 0), None);
    }

    #[test]
    fn remarks_stand_at_the_end_of_their_passages() {
        let text = "Раз два.\n\nТри четыре.";
        assert_eq!(shown(text, &[(0, 3)]), "[Раз]^0 два.|Три четыре.");
        assert_eq!(shown(text, &[(4, 13)]), "Раз [два.]|[Три]^0 четыре.");
        assert_eq!(shown(text, &[(0, 7), (4, 8)]), "[Раз ][два]^0[.]^1|Три четыре.");
        assert_eq!(shown(text, &[(14, 99)]), "Раз два.|Три [четыре.]^0");
        assert_eq!(shown("", &[(0, 3)]), "");
    }

    proptest! {
        #[test]
        fn nothing_of_a_text_is_lost_whatever_is_marked(
            text in "[а-в \n]{0,40}", passages in prop::collection::vec((0..45usize, 1..10usize), 0..5),
        ) {
            let passages: Vec<_> = passages.into_iter().map(|(from, length)| (from, from + length)).collect();
            let plain = |pieces: Vec<Vec<Piece>>| {
                pieces.into_iter().flatten().map(|piece| piece.text).collect::<String>()
            };
            prop_assert_eq!(plain(annotated(&text, &passages)), plain(annotated(&text, &[])));
        }

        #[test]
        fn what_is_cut_out_is_found_again(text in "[а-в ]{5,40}", from in 0..20usize, length in 1..10usize) {
            let quote: String = text.chars().skip(from).take(length).collect();
            if !quote.trim().is_empty() {
                let (a, b) = find_passage(&text, &quote, 0).unwrap();
                let found: String = text.chars().skip(a).take(b - a).collect();
                let squeeze = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
                prop_assert_eq!(squeeze(&found), squeeze(&quote));
            }
        }
    }
}
