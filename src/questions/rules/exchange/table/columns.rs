//! The headings of a table and the words in its cells, in the three languages.

use crate::questions::rules::QuestionKind;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Name,
    Kind,
    Text,
    /// The choice of this number.
    Choice(u16),
    Right,
    Tolerance,
    Unit,
    Points,
    Explanation,
    Category,
    Tags,
}

const HEADINGS: &[(Column, &[&str])] = &[
    (Column::Name, &["название", "имя", "атауы", "name"]),
    (Column::Kind, &["тип", "вид", "түрі", "type", "kind"]),
    (Column::Text, &["вопрос", "текст вопроса", "текст", "сұрақ", "сұрақ мәтіні", "question", "text"]),
    (
        Column::Right,
        &[
            "верно",
            "верный ответ",
            "правильный ответ",
            "правильно",
            "дұрыс",
            "дұрыс жауап",
            "right",
            "answer",
        ],
    ),
    (Column::Tolerance, &["допуск", "погрешность", "ауытқу", "tolerance"]),
    (Column::Unit, &["единица", "единица измерения", "өлшем бірлігі", "бірлік", "unit"]),
    (Column::Points, &["баллы", "балл", "ұпай", "ұпайлар", "points"]),
    (Column::Explanation, &["пояснение", "объяснение", "түсіндірме", "explanation"]),
    (Column::Category, &["категория", "санат", "category"]),
    (Column::Tags, &["метки", "теги", "белгілер", "тегтер", "tags"]),
];

const CHOICES: [&str; 5] = ["вариант", "нұсқа", "choice", "option", "ответ"];

/// The column that a heading names.
pub(super) fn column(heading: &str) -> Option<Column> {
    let heading = plain(heading);
    let known = HEADINGS.iter().find(|(_, names)| names.contains(&heading.as_str()));
    known.map(|(column, _)| *column).or_else(|| choice(&heading))
}

fn choice(heading: &str) -> Option<Column> {
    let rest = CHOICES.iter().find_map(|word| heading.strip_prefix(word))?;
    let number = rest.trim().trim_start_matches(['№', '#']).trim();
    number.parse().ok().filter(|number| (1..=50).contains(number)).map(Column::Choice)
}

/// The kind that a word names.
pub(super) fn kind(word: &str) -> Option<QuestionKind> {
    const WORDS: &[(QuestionKind, &[&str])] = &[
        (QuestionKind::One, &["one", "один", "один вариант", "біреу", "бір нұсқа"]),
        (QuestionKind::Many, &["many", "несколько", "несколько вариантов", "бірнеше", "бірнеше нұсқа"]),
        (
            QuestionKind::TrueFalse,
            &["true_false", "true-false", "true/false", "верно/неверно", "да/нет", "дұрыс/бұрыс", "иә/жоқ"],
        ),
        (QuestionKind::Number, &["number", "число", "сан"]),
        (QuestionKind::Text, &["text", "текст", "краткий ответ", "мәтін", "қысқа жауап"]),
        (QuestionKind::Match, &["match", "соответствие", "пары", "сәйкестік", "жұптар"]),
        (QuestionKind::Order, &["order", "порядок", "рет", "реттілік"]),
        (QuestionKind::Gaps, &["gaps", "пропуски", "бос орындар"]),
        (QuestionKind::Essay, &["essay", "эссе", "развернутый ответ", "ашық жауап"]),
        (QuestionKind::Scale, &["scale", "шкала"]),
    ];
    let word = plain(word);
    WORDS.iter().find(|(_, names)| names.contains(&word.as_str())).map(|(kind, _)| *kind)
}

/// Whether a word says that a statement is true.
pub(super) fn truth(word: &str) -> Option<bool> {
    match plain(word).as_str() {
        "верно" | "да" | "истина" | "правда" | "дұрыс" | "иә" | "true" | "yes" | "1" | "+" => {
            Some(true)
        }
        "неверно" | "нет" | "ложь" | "бұрыс" | "дұрыс емес" | "жоқ" | "false" | "no" | "0" | "-" => {
            Some(false)
        }
        _ => None,
    }
}

fn plain(text: &str) -> String {
    let spaced = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase().replace('ё', "е");
    spaced.trim_matches(['*', ':', '\u{feff}', ' ']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_in_three_languages() {
        for (heading, known) in [
            (" Вопрос* ", Column::Text),
            ("СҰРАҚ", Column::Text),
            ("Вариант 3", Column::Choice(3)),
            ("Нұсқа №2", Column::Choice(2)),
            ("choice1", Column::Choice(1)),
            ("Верный ответ:", Column::Right),
        ] {
            assert_eq!(column(heading), Some(known), "{heading}");
        }
        assert_eq!(column("Вариант"), None);
        assert_eq!(kind("Развёрнутый ответ"), Some(QuestionKind::Essay));
    }
}
