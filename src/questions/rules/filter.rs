//! What a list of questions is asked for, as addresses carry it.

use serde::Deserialize;

/// The fields of the search, each as it was typed; an empty one asks for nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Filter {
    /// Words.
    pub q: String,
    /// A category, with those under it.
    pub category: String,
    /// Whom the category belongs to.
    pub owner: String,
    /// How it is answered.
    pub kind: String,
    /// A tag.
    pub tag: String,
    /// `ready` or `draft`.
    pub state: String,
    /// A language it has no texts in.
    pub missing: String,
    /// `yes`: the archive.
    pub archived: String,
}

impl Filter {
    /// The fields that ask for something, as (name, value).
    pub fn fields(&self) -> Vec<(&'static str, &str)> {
        let all = [
            ("q", &self.q),
            ("category", &self.category),
            ("owner", &self.owner),
            ("kind", &self.kind),
            ("tag", &self.tag),
            ("state", &self.state),
            ("missing", &self.missing),
            ("archived", &self.archived),
        ];
        all.into_iter()
            .map(|(name, value)| (name, value.trim()))
            .filter(|(_, value)| !value.is_empty())
            .collect()
    }

    /// Whether anything but the place is asked for.
    pub fn is_narrow(&self) -> bool {
        self.fields().iter().any(|(name, _)| !["category", "owner"].contains(name))
    }
}

/// The longest tag, in characters.
pub const TAG_LIMIT: usize = 40;
/// The most tags of a question.
pub const MOST_TAGS: usize = 20;

/// Tags out of a line with commas: lower case, each once. The code of the fault otherwise.
///
/// # Errors
/// A tag that is too long, or too many of them.
pub fn tags(line: &str) -> Result<Vec<String>, &'static str> {
    let mut tags: Vec<String> = line
        .split([',', ';', '\n'])
        .map(|tag| crate::kernel::name::tidy(tag).trim_start_matches('#').to_lowercase())
        .filter(|tag| !tag.is_empty())
        .collect();
    tags.sort();
    tags.dedup();
    if tags.iter().any(|tag| tag.chars().count() > TAG_LIMIT) {
        return Err("tag-too-long");
    }
    if tags.len() > MOST_TAGS { Err("tags-too-many") } else { Ok(tags) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_read_from_a_line() {
        assert_eq!(tags(" Право, #нко; право,, "), Ok(vec!["нко".to_owned(), "право".to_owned()]));
        assert_eq!(tags(&"я".repeat(41)), Err("tag-too-long"));
        let many: Vec<String> = (0..21).map(|n| n.to_string()).collect();
        assert_eq!(tags(&many.join(",")), Err("tags-too-many"));
    }
}
