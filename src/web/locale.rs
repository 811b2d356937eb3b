//! Which language a stranger reads: the choice they made, else what the browser asks for, else Russian.

use crate::kernel::Language;

/// The language of a request without a signed-in person.
pub fn of_stranger(chosen: Option<&str>, accepted: Option<&str>) -> Language {
    chosen.and_then(Language::from_tag).or_else(|| accepted.and_then(first_known)).unwrap_or_default()
}

fn first_known(header: &str) -> Option<Language> {
    let mut wishes: Vec<(i32, Language)> = header.split(',').filter_map(wish).collect();
    wishes.sort_by_key(|(weight, _)| -weight);
    wishes.first().map(|(_, language)| *language)
}

fn wish(part: &str) -> Option<(i32, Language)> {
    let mut pieces = part.trim().split(';');
    let tag = pieces.next()?.split('-').next()?.to_ascii_lowercase();
    let language = Language::from_tag(&tag)?;
    let weight = pieces.find_map(|piece| piece.trim().strip_prefix("q=")).unwrap_or("1");
    let thousandths = format!("{:0<5}", weight.replace('.', "")).get(..4)?.parse().unwrap_or(0);
    Some((thousandths, language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_choice_wins_then_the_browser_then_russian() {
        assert_eq!(of_stranger(Some("en"), Some("kk")), Language::En);
        assert_eq!(of_stranger(None, Some("fr, en;q=0.5, kk-KZ;q=0.9")), Language::Kk);
        assert_eq!(of_stranger(Some("xx"), Some("fr")), Language::Ru);
    }
}
