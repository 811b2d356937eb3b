//! What the register book writes beside a document: how it was handed over, and how it was looked up. Pure.

use crate::kernel::{Fault, words};

words! {
    /// How a document came into the hands of whoever received it.
    HandingWay {
        /// The holder came.
        InPerson = "in_person",
        /// Somebody came with a document of authority.
        Proxy = "proxy",
        /// It was sent.
        Post = "post",
    }
}

words! {
    /// How somebody looked a document up.
    CheckWay {
        /// By the code on it.
        Code = "code",
        /// By its number and a surname.
        Number = "number",
        /// By a program.
        Program = "program",
    }
}

/// The most entries of the book as a workbook: more make one that spreadsheets open slowly.
pub const MOST_IN_WORKBOOK: usize = 50_000;

/// The most entries of the book on paper: some three hundred pages.
pub const MOST_ON_PAPER: usize = 3_000;

/// Whether a book of so many entries, where that is known, has more than may be.
pub fn too_long(total: Option<i64>, most: usize) -> bool {
    total.is_some_and(|total| usize::try_from(total).is_ok_and(|total| total > most))
}

/// The longest name or note of a handing over, in characters.
pub const LONGEST: usize = 300;

/// How a document was handed over, as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handing {
    /// How.
    pub way: HandingWay,
    /// Who received it, where it was not the holder.
    pub received_by: Option<String>,
    /// The document of authority.
    pub authority: Option<String>,
    /// Under which number the post carries it.
    pub tracking: Option<String>,
    /// A note.
    pub note: Option<String>,
}

impl Handing {
    /// What a way of handing over cannot do without: a proxy has a name and a document of authority, a letter its number.
    pub fn faults(&self) -> Vec<Fault> {
        let missing = |field: &'static str, value: &Option<String>, code: &'static str| {
            value.is_none().then(|| Fault::new(field, code))
        };
        let faults = match self.way {
            HandingWay::InPerson => [None, None],
            HandingWay::Proxy => [
                missing("received_by", &self.received_by, "handover-proxy-name"),
                missing("authority", &self.authority, "handover-proxy-authority"),
            ],
            HandingWay::Post => [missing("tracking", &self.tracking, "handover-post-tracking"), None],
        };
        faults.into_iter().flatten().collect()
    }
}

/// A number as a stranger sees it: its first and last two characters, the middle hidden. A short one shows only its end.
pub fn masked(number: &str) -> String {
    let letters: Vec<char> = number.chars().collect();
    let shown = if letters.len() > 6 { 2 } else { usize::from(letters.len() > 3) };
    let hidden = letters.len() - 2 * shown;
    let mask = |(place, letter): (usize, &char)| {
        let edge = place < shown || place >= shown + hidden;
        if edge || !letter.is_alphanumeric() { *letter } else { '•' }
    };
    letters.iter().enumerate().map(mask).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_of_a_number_is_hidden() {
        assert_eq!(masked("УПК-2026/0042"), "УП•-••••/••42");
        assert_eq!(masked("№ 1742"), "№ •••2");
        assert_eq!(masked("0042"), "0••2");
        assert_eq!(masked("7"), "•");
    }

    #[test]
    fn a_book_is_too_long_only_when_that_is_known() {
        assert!(too_long(Some(100_000), MOST_IN_WORKBOOK) && too_long(Some(3_001), MOST_ON_PAPER));
        assert!(!too_long(Some(50_000), MOST_IN_WORKBOOK) && !too_long(None, MOST_ON_PAPER));
    }

    #[test]
    fn a_proxy_has_a_name_and_authority_and_a_letter_its_number() {
        let handing = |way| Handing { way, received_by: None, authority: None, tracking: None, note: None };
        let codes = |way| handing(way).faults().into_iter().map(|fault| fault.code).collect::<Vec<_>>();
        assert!(codes(HandingWay::InPerson).is_empty());
        assert_eq!(codes(HandingWay::Proxy), ["handover-proxy-name", "handover-proxy-authority"]);
        assert_eq!(codes(HandingWay::Post), ["handover-post-tracking"]);
    }
}
