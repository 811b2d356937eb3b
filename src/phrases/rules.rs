//! What a phrase may be, and how phrases stand under a remark. Pure.

/// The longest saved phrase, in characters.
pub const LONGEST_PHRASE: usize = 300;

/// A remark with the chosen phrases under it, each on a line of its own, none twice.
pub fn with_phrases(remark: &str, phrases: &[String]) -> String {
    let mut whole = remark.trim().replace("\r\n", "\n");
    for phrase in phrases {
        if !whole.contains(phrase.as_str()) {
            if !whole.is_empty() {
                whole.push('\n');
            }
            whole.push_str(phrase);
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chosen_phrases_stand_under_the_remark_once() {
        let phrases = ["Нет примера".to_owned(), "Хорошо".to_owned()];
        assert_eq!(with_phrases("Хорошо\r\nсказано ", &phrases), "Хорошо\nсказано\nНет примера");
        assert_eq!(with_phrases("", &phrases), "Нет примера\nХорошо");
    }
}
