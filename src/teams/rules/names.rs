//! What teams and their sets are called.

use crate::kernel::Fault;
use crate::kernel::name::tidy;

/// The longest name, in characters.
pub const LONGEST_NAME: usize = 80;
/// The most teams a set has.
pub const MOST_TEAMS: usize = 40;

/// A name as it is kept.
///
/// # Errors
/// The fault of an empty or an endless one, at the field `name`.
pub fn name_of(typed: &str) -> Result<String, Fault> {
    let name = tidy(typed);
    if name.is_empty() {
        return Err(Fault::new("name", "required"));
    }
    if name.chars().count() > LONGEST_NAME {
        return Err(Fault::new("name", "too-long").with("limit", LONGEST_NAME));
    }
    Ok(name)
}

/// The first of «word 1», «word 2» … that no team has.
pub fn next_name(word: &str, taken: &[String]) -> String {
    let free = |name: &String| !taken.iter().any(|other| other.to_lowercase() == name.to_lowercase());
    (1..).map(|number| format!("{word} {number}")).find(free).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_tidied_and_numbers_go_on_where_they_stopped() {
        assert_eq!(name_of("  Ветер   степи "), Ok("Ветер степи".to_owned()));
        assert_eq!(name_of(" ").unwrap_err().code, "required");
        assert_eq!(name_of(&"а".repeat(81)).unwrap_err().code, "too-long");
        assert_eq!(next_name("Команда", &["команда 1".into(), "Ветер".into()]), "Команда 2");
    }
}
