//! What grades in words say. Figures and letters are left alone: a «3» passes on a scale of five and fails on one of ten.

use crate::kernel::name::fold;

/// How words of not passing begin, in the three languages. They are looked for first: most of them hold a word of passing.
const FAILS: [&str; 17] = [
    "незачт",
    "незачет",
    "несдал",
    "несдан",
    "недопущ",
    "неаттест",
    "неудовл",
    "қанағаттанарлықсыз",
    "өтпе",
    "жіберілме",
    "берілме",
    "аттестатталма",
    "есептелме",
    "тапсырмаған",
    "unsatisf",
    "nonpass",
    "fail",
];
/// Words of not passing that mean something else when more follows: «тапсырма» is a task.
const FAILING: [&str; 2] = ["неуд", "тапсырмады"];
/// How words begin that are a failure after «не».
const AFTER_NE: [&str; 10] =
    ["зачт", "зачет", "сдал", "сдан", "сдав", "пересда", "допущ", "аттест", "удовл", "прош"];
/// The same after “not”.
const AFTER_NOT: [&str; 5] = ["pass", "admit", "certif", "attest", "satisf"];
/// How words begin that are a failure before «жоқ» and «емес».
const BEFORE_NO: [&str; 6] = ["өткен", "жіберілген", "берілген", "тапсырған", "аттестатталған", "есептелген"];
/// Words of passing.
const PASSES: [&str; 14] = [
    "зачтено",
    "отлично",
    "хорошо",
    "удовлетворительно",
    "аттестован",
    "сдал",
    "сдано",
    "өтті",
    "өткен",
    "жақсы",
    "қанағаттанарлық",
    "excellent",
    "good",
    "pass",
];

/// Whether a grade says that somebody has passed; nothing where it says neither. Case, ё, spaces and brackets are as one
/// likes: «Не сдал (а)», «НЕЗАЧЁТ».
pub fn verdict(grade: &str) -> Option<bool> {
    // «сдал(а)» is one word; every other mark parts words.
    let bare: String = grade.chars().filter(|letter| !matches!(letter, '(' | ')' | '[' | ']')).collect();
    let bare: String =
        bare.chars().map(|letter| if letter.is_alphanumeric() { letter } else { ' ' }).collect();
    let said = fold(&bare);
    let words: Vec<&str> = said.split(' ').collect();
    if fails(&words) {
        return Some(false);
    }
    PASSES.iter().any(|word| said.contains(&fold(word))).then_some(true)
}

fn fails(words: &[&str]) -> bool {
    let begins = |word: &str, with: &[&str]| with.iter().any(|start| word.starts_with(&fold(start)));
    let alone = |word: &&str| begins(word, &FAILS) || FAILING.contains(word);
    let refused = |(one, other): (&&str, &&str)| match (*one, *other) {
        ("не" | "ни", word) => begins(word, &AFTER_NE),
        ("not" | "no" | "non", word) => begins(word, &AFTER_NOT),
        (word, "жоқ" | "емес") => begins(word, &BEFORE_NO),
        _ => false,
    };
    words.iter().any(alone) || words.iter().zip(words.iter().skip(1)).any(refused)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grades_in_words_are_understood_and_figures_are_not_guessed() {
        for passes in [
            "Отлично (5)",
            "зачтено",
            "вполне зачтено",
            "Аттестован(а)",
            "сдал(а)",
            "өте жақсы",
            "сынақтан өтті",
            "тапсырма жақсы",
            "Good",
            "pass",
        ] {
            assert_eq!(verdict(passes), Some(true), "{passes}");
        }
        for neither in ["5", "F", "87 баллов", "неявка", "не явился", "допущен(а)", ""]
        {
            assert_eq!(verdict(neither), None, "{neither}");
        }
    }

    #[test]
    fn every_way_of_not_passing_is_understood() {
        for fails in [
            "не зачтено",
            "незачтено",
            "Неудовлетворительно",
            "неудовлетворительно (2)",
            "неуд.",
            "незачёт",
            "НЕЗАЧЕТ",
            "не  сдал(а)",
            "Не сдал (а)",
            "не сдано",
            "Не допущен(а)",
            "не допущена",
            "Не\u{a0}аттестован(а)",
            "неаттестована",
            "(не аттестован)",
            "не прошла",
            "не пересдал(а)",
            "сынақтан өтпеді",
            "сынақтан өткен жоқ",
            "Жіберілмеді",
            "жіберілген жоқ",
            "тапсырмады",
            "қанағаттанарлықсыз",
            "fail",
            "Failed",
            "not admitted",
            "did not pass",
            "not passed",
            "non-pass",
            "Unsatisfactory",
        ] {
            assert_eq!(verdict(fails), Some(false), "{fails}");
        }
    }
}
