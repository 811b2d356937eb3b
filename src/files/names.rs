//! Names of files in an archive: readable, safe on every system, each once.

use std::collections::HashSet;

/// The longest name without its ending, in characters: with two bytes a letter it stays under the 255 bytes that file
/// systems allow.
const LONGEST: usize = 100;

/// The names given so far.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// As systems compare them that do not tell capitals apart.
    taken: HashSet<String>,
}

impl Names {
    /// A name for a file in a folder (nothing, or ending in `/`): what no system takes in a name becomes a hyphen, and
    /// a name that was given already gets a number.
    pub fn take(&mut self, folder: &str, wanted: &str, ending: &str) -> String {
        let plain = safe(wanted);
        let numbered = |number: usize| match number {
            1 => format!("{folder}{plain}.{ending}"),
            _ => format!("{folder}{plain} ({number}).{ending}"),
        };
        let free =
            (1..=self.taken.len() + 1).map(numbered).find(|name| !self.taken.contains(&name.to_lowercase()));
        // Among one name more than were given there is a free one.
        let name = free.unwrap_or_else(|| numbered(self.taken.len() + 2));
        self.taken.insert(name.to_lowercase());
        name
    }
}

fn safe(wanted: &str) -> String {
    let letter = |letter: char| match letter {
        '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '-',
        control if control.is_control() => '-',
        other => other,
    };
    let short: String = wanted.trim().chars().take(LONGEST).map(letter).collect();
    // Windows drops dots and spaces at the end, and a dot at the beginning hides a file elsewhere.
    let bare = short.trim_matches(|letter: char| letter == '.' || letter.is_whitespace());
    if bare.is_empty() { "-".to_owned() } else { bare.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_safe_and_given_once() {
        let mut names = Names::default();
        assert_eq!(names.take("", "Сәбит Әлия — УПК-2026/0042", "pdf"), "Сәбит Әлия — УПК-2026-0042.pdf");
        assert_eq!(names.take("", "сәбит әлия — упк-2026/0042", "pdf"), "сәбит әлия — упк-2026-0042 (2).pdf");
        assert_eq!(names.take("docs/", "../../etc/passwd", "pdf"), "docs/-..-etc-passwd.pdf");
        assert_eq!(names.take("", " .. ", "pdf"), "-.pdf");
        let long = names.take("", &"я".repeat(400), "pdf");
        assert!(long.len() < 255, "{}", long.len());
    }
}
