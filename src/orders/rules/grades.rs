//! What grades in words say. Figures and letters are left alone: a «3» passes on a scale of five and fails on one of ten.

use crate::kernel::name::fold;

/// Words of not passing, in the three languages. They are looked for first: most of them hold a word of passing.
const FAILS: [&str; 9] = [
    "не зачтено",
    "незачет",
    "неудовлетворительно",
    "не аттестован",
    "қанағаттанарлықсыз",
    "өтпеді",
    "unsatisfactory",
    "not pass",
    "fail",
];
/// Words of passing.
const PASSES: [&str; 11] = [
    "зачтено",
    "отлично",
    "хорошо",
    "удовлетворительно",
    "аттестован",
    "өтті",
    "жақсы",
    "қанағаттанарлық",
    "excellent",
    "good",
    "pass",
];

/// Whether a grade says that somebody has passed; nothing where it says neither.
pub fn verdict(grade: &str) -> Option<bool> {
    let said = fold(grade);
    let holds = |words: &[&str]| words.iter().any(|word| said.contains(&fold(word)));
    if holds(&FAILS) { Some(false) } else { holds(&PASSES).then_some(true) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grades_in_words_are_understood_and_figures_are_not_guessed() {
        for passes in ["Отлично (5)", "зачтено", "өте жақсы", "сынақтан өтті", "Good", "pass"]
        {
            assert_eq!(verdict(passes), Some(true), "{passes}");
        }
        for fails in
            ["не зачтено", "Неудовлетворительно", "незачёт", "сынақтан өтпеді", "fail", "қанағаттанарлықсыз"]
        {
            assert_eq!(verdict(fails), Some(false), "{fails}");
        }
        for neither in ["5", "F", "87 баллов", "неявка", ""] {
            assert_eq!(verdict(neither), None, "{neither}");
        }
    }
}
