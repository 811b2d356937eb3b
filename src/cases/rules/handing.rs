//! Which version of a work may be handed in, and what it has to be.

use crate::kernel::StoredFileId;
use crate::programmes::rules::Accepts;

/// The longest text of a work, in characters: some ten pages.
pub const MOST_CHARACTERS: usize = 30_000;

/// Where a version stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VersionState {
    /// Nobody has graded it yet.
    Waiting,
    /// It was graded.
    Graded {
        /// At or above the pass mark.
        passed: bool,
    },
    /// It was hidden: the trainee is asked for another one, and it uses up no attempt (H7).
    GivenBack,
}

/// Why no version may be handed in now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The last one waits for its trainer: feedback first, then the next version (H3).
    Waiting,
    /// As many as are allowed were handed in.
    NoneLeft,
}

/// The number of the version that may be handed in next.
///
/// # Errors
/// Why none may.
pub fn next_version(so_far: &[VersionState], allowed: u32) -> Result<i32, Refusal> {
    if so_far.contains(&VersionState::Waiting) {
        return Err(Refusal::Waiting);
    }
    if versions_left(so_far, allowed) == 0 {
        return Err(Refusal::NoneLeft);
    }
    i32::try_from(so_far.len() + 1).map_err(|_| Refusal::NoneLeft)
}

/// How many versions may still be handed in, sooner or later.
pub fn versions_left(so_far: &[VersionState], allowed: u32) -> usize {
    let used = so_far.iter().filter(|state| **state != VersionState::GivenBack).count();
    usize::try_from(allowed).unwrap_or(usize::MAX).saturating_sub(used)
}

/// What somebody wants to hand in.
#[derive(Debug, Clone, Copy)]
pub struct Given<'a> {
    /// The text.
    pub text: &'a str,
    /// How many files.
    pub files: usize,
    /// How many links.
    pub links: usize,
}

/// Whether there is something to grade, of a kind that the case accepts.
pub fn is_something(given: Given<'_>, accepts: &[Accepts]) -> bool {
    let text = accepts.contains(&Accepts::Text) && !given.text.trim().is_empty();
    text || given.links > 0 || (accepts.contains(&Accepts::Files) && given.files > 0)
}

/// What a file is called where nothing may tell whose it is: its number, and what it is by its ending.
pub fn nameless_file(id: StoredFileId, name: &str) -> String {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    let plain = |ending: &&str| {
        (1..=5).contains(&ending.len()) && ending.chars().all(|letter| letter.is_ascii_alphanumeric())
    };
    match ending.filter(plain) {
        Some(ending) => format!("{id}.{}", ending.to_ascii_lowercase()),
        None => id.to_string(),
    }
}

/// A text as it is kept: line ends are one character, whoever sent it.
pub fn lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// What a receipt is the SHA-256 of: the SHA-256 of the text, then those of the files in their order, all in
/// lower-case hexadecimal, then each link after the key of its part and a space; one a line. Anybody who has the
/// work can count it again.
pub fn receipt_text<'a>(text_sha256: &'a str, rest: impl Iterator<Item = &'a str>) -> String {
    let mut lines = vec![text_sha256];
    lines.extend(rest);
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const FAILED: VersionState = VersionState::Graded { passed: false };

    #[test]
    fn a_version_follows_feedback_and_not_a_waiting_one() {
        assert_eq!(next_version(&[], 3), Ok(1));
        assert_eq!(next_version(&[VersionState::Waiting], 3), Err(Refusal::Waiting));
        assert_eq!(next_version(&[FAILED], 3), Ok(2));
        assert_eq!(next_version(&[FAILED, VersionState::Graded { passed: true }], 3), Ok(3));
        assert_eq!(next_version(&[FAILED, FAILED, FAILED], 3), Err(Refusal::NoneLeft));
    }

    #[test]
    fn a_version_that_was_given_back_uses_up_no_attempt() {
        let so_far = [FAILED, VersionState::GivenBack];
        assert_eq!((next_version(&so_far, 2), versions_left(&so_far, 2)), (Ok(3), 1));
        assert_eq!(next_version(&[FAILED, FAILED, VersionState::GivenBack], 2), Err(Refusal::NoneLeft));
    }

    #[test]
    fn only_what_the_case_accepts_counts_as_a_work() {
        let (both, files) = ([Accepts::Text, Accepts::Files], [Accepts::Files]);
        assert!(is_something(Given { text: "План", files: 0, links: 0 }, &both));
        assert!(!is_something(Given { text: " \n ", files: 0, links: 0 }, &both));
        assert!(!is_something(Given { text: "План", files: 0, links: 0 }, &files));
        assert!(is_something(Given { text: "", files: 1, links: 0 }, &files));
        assert!(!is_something(Given { text: "", files: 1, links: 0 }, &[Accepts::Text]));
    }

    #[test]
    fn a_nameless_file_keeps_only_its_kind() {
        let name = |name| nameless_file(StoredFileId(7), name);
        assert_eq!(name("Сейтқали План.PDF"), "7.pdf");
        assert_eq!(name("plan.Иванова"), "7");
        assert_eq!(name("Иванова"), "7");
    }

    #[test]
    fn a_receipt_changes_with_every_part_of_a_work() {
        let receipt = |text, files: &[&str]| receipt_text(text, files.iter().copied());
        assert_ne!(receipt("aa", &["bb"]), receipt("aa", &[]));
        assert_ne!(receipt("aa", &["bb", "cc"]), receipt("aa", &["cc", "bb"]));
        assert_eq!(lines("а\r\nб\rв\n"), "а\nб\nв\n");
    }

    proptest! {
        #[test]
        fn never_more_versions_than_allowed(handed_in in 0..12usize, allowed in 0..10u32) {
            let so_far = vec![FAILED; handed_in];
            let next = next_version(&so_far, allowed);
            prop_assert_eq!(next.is_ok(), handed_in < allowed as usize);
            prop_assert!(next.map_or(true, |number| number as usize == handed_in + 1));
        }
    }
}
