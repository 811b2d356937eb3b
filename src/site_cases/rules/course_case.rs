//! A nameless text as the file of a course case, ready for a programme's folder: its rubric is a beginning.

use super::Copy;
use crate::case_authoring::rules::{Outline, Section, skeleton};
use crate::kernel::Language;

/// What a language says where staff have not written anything yet.
struct Words {
    hand_in: &'static str,
    corner: &'static str,
    criteria: [[&'static str; 4]; 2],
    note: &'static str,
}

const RU: Words = Words {
    hand_in: "Текст примерно на страницу: что вы сделаете, кому и что скажете, почему именно так.",
    corner: "Критерий",
    criteria: [
        [
            "Что сделать",
            "Действия не названы",
            "Действия названы, но без срока или исполнителя",
            "Видно, кто, что и к какому времени делает",
        ],
        [
            "Разговор с людьми",
            "О людях не сказано",
            "Сказано общими словами",
            "Сказано, кому и какими словами, с местом для отказа",
        ],
    ],
    note: "Название занятия для module.toml",
};

const KK: Words = Words {
    hand_in: "Шамамен бір беттік мәтін: не істейсіз, кімге не айтасыз, неге дәл солай.",
    corner: "Критерий",
    criteria: [
        [
            "Не істеу керек",
            "Әрекеттер аталмаған",
            "Әрекеттер аталған, бірақ мерзімі не орындаушысы жоқ",
            "Кім, нені, қашанға дейін істейтіні көрініп тұр",
        ],
        [
            "Адамдармен сөйлесу",
            "Адамдар туралы айтылмаған",
            "Жалпы сөзбен айтылған",
            "Кімге, қандай сөзбен айтылатыны жазылған, бас тартуға мүмкіндік бар",
        ],
    ],
    note: "module.toml үшін сабақ атауы",
};

const EN: Words = Words {
    hand_in: "About a page: what you will do, whom you will tell what, and why that way.",
    corner: "Criterion",
    criteria: [
        [
            "What to do",
            "No steps are named",
            "Steps are named, but not by when or by whom",
            "It is clear who does what by when",
        ],
        [
            "Talking to people",
            "People are not mentioned",
            "Mentioned in general words",
            "It says to whom and in which words, and leaves room for a no",
        ],
    ],
    note: "Title of the activity for module.toml",
};

/// The text of `NN-name.ru.case.md`, which the content checker takes as it is.
pub fn file(copy: &Copy, language: Language) -> String {
    let words = match language {
        Language::Ru => &RU,
        Language::Kk => &KK,
        Language::En => &EN,
    };
    let keys = ["action", "people"];
    let row = |(key, [title, none, some, full]): (&str, &[&str; 4])| {
        format!("| {{{key}}} {title} | {none} | {some} | {full} |\n")
    };
    let rows: String = keys.into_iter().zip(&words.criteria).map(row).collect();
    let table = format!("| {} | 0 | 1 | 2 |\n|---|---|---|---|\n{rows}", words.corner);
    let note = format!("{}: {}", words.note, plain(&copy.title));
    let parts = [
        ("situation", plain(&copy.situation)),
        ("task", plain(&copy.task)),
        ("hand-in", words.hand_in.to_owned()),
        ("criteria", table.trim_end().to_owned()),
        ("debrief", plain(&copy.outcome)),
        ("trainer", note),
    ];
    let section = |(key, body): (&str, String)| {
        let found = skeleton::plain(language, key).filter(|_| !body.is_empty())?;
        Some(Section { body: format!("\n{body}\n\n"), ..found })
    };
    let head = "+++\npass_points = 2\nsubmissions = 2\naccepts = [\"text\"]\n+++\n\n".to_owned();
    Outline { head, sections: parts.into_iter().filter_map(section).collect() }.text()
}

/// What the file is called.
pub fn file_name(number: i64, language: Language) -> String {
    format!("case-site-{number}.{}.case.md", language.tag())
}

/// What was typed, as Markdown that says the very same: nothing in it is taken for a heading, a table or a picture.
fn plain(text: &str) -> String {
    let escaped = |line: &str| {
        let mut out = String::new();
        for letter in line.trim().chars() {
            if "\\`*_[]<>#|~{}&$".contains(letter) {
                out.push('\\');
            }
            out.push(letter);
        }
        // A line of nothing but these would make a heading of the one above it.
        let underlines = |letter: char| "-=+".contains(letter);
        if out.starts_with(underlines) && out.trim_start_matches(underlines).is_empty() {
            out.insert(0, '\\');
        }
        out
    };
    text.lines().map(escaped).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_is_no_markdown() {
        assert_eq!(
            plain("## {task} Нет\n  | a | b |\n---\n- пункт"),
            "\\#\\# \\{task\\} Нет\n\\| a \\| b \\|\n\\---\n- пункт"
        );
    }

    #[test]
    fn every_section_is_there_and_the_outcome_only_where_it_is_told() {
        let copy = Copy {
            title: "Отказ".into(),
            situation: "Человек отказался.".into(),
            task: "Что дальше?".into(),
            outcome: String::new(),
        };
        for language in Language::ALL {
            let text = file(&copy, language);
            for key in ["situation", "task", "hand-in", "criteria", "trainer"] {
                assert!(text.contains(&format!("## {{{key}}}")), "{key}: {text}");
            }
            assert!(!text.contains("{debrief}"));
        }
        let told = Copy { outcome: "Договорились.".into(), ..copy };
        assert!(file(&told, Language::Ru).contains("## {debrief} Разбор\n\nДоговорились."));
        assert_eq!(file_name(7, Language::Kk), "case-site-7.kk.case.md");
    }
}
