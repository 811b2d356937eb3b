//! Two trainers write about one consultation: neither wipes out what the other has written without having seen it.

/// What becomes of something that somebody says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// It was said already, or it is what stood there when it was read: nothing changes.
    Nothing,
    /// It is written down.
    News,
    /// Somebody else has said something else meanwhile.
    Overtaken,
}

/// What becomes of `wanted`. `history`: what was said, by the number of its row, the oldest first. `seen`: the number of what
/// was there when somebody began to write, 0 for nothing; nobody knows where there is none. `blank`: what stands there while
/// nothing was said.
pub fn weigh<T: PartialEq>(history: &[(i64, T)], seen: Option<i64>, wanted: &T, blank: Option<&T>) -> Weight {
    let newest = history.last();
    if newest.map(|(_, said)| said).or(blank) == Some(wanted) {
        return Weight::Nothing;
    }
    let Some(seen) = seen else { return Weight::News };
    let drawn = history.iter().find(|(id, _)| *id == seen).map(|(_, said)| said).or(blank);
    if drawn == Some(wanted) {
        Weight::Nothing
    } else if newest.map_or(0, |(id, _)| *id) == seen {
        Weight::News
    } else {
        Weight::Overtaken
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_changed_in_the_form_never_replaces_what_another_wrote() {
        let said = [(4, "первый"), (9, "второй")];
        let weigh = |seen, wanted: &str| weigh(&said, seen, &wanted, Some(&""));
        assert_eq!(weigh(Some(9), "второй"), Weight::Nothing);
        assert_eq!(weigh(Some(9), "третий"), Weight::News);
        assert_eq!(weigh(Some(9), ""), Weight::News, "taken back by whoever saw it");
        assert_eq!(weigh(Some(4), "первый"), Weight::Nothing, "as it was drawn");
        assert_eq!(weigh(Some(4), "второй"), Weight::Nothing, "both say the same");
        assert_eq!(weigh(Some(4), "третий"), Weight::Overtaken);
        assert_eq!(weigh(Some(0), ""), Weight::Nothing, "drawn before anybody wrote");
        assert_eq!(weigh(Some(0), "третий"), Weight::Overtaken);
        assert_eq!(weigh(None, "третий"), Weight::News, "a program that does not say what it saw");
    }

    #[test]
    fn the_first_word_is_news_and_none_is_none() {
        let none: [(i64, bool); 0] = [];
        assert_eq!(weigh(&none, Some(0), &false, None), Weight::News);
        assert_eq!(weigh(&none, None, &true, None), Weight::News);
        assert_eq!(weigh(&[], Some(0), &"", Some(&"")), Weight::Nothing);
    }
}
