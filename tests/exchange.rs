//! Questions of other systems: what each format brings, what is wrong with a file and where, and what goes back.

mod nothing_lost;
mod properties;

use birge::cli;
use birge::kernel::Language;
use birge::questions::rules::exchange::export::{self, Exported};
use birge::questions::rules::exchange::{self, Code, Format, Imported, LARGEST_FILE, Reading};
use birge::questions::rules::{
    AcceptedNumber, Answer, ChoiceId, Decimal, Filling, GapAnswer, Question, QuestionKind, Response, Weight,
    marking,
};
use std::collections::BTreeMap;
use std::path::Path;

fn file(name: &str) -> Vec<u8> {
    std::fs::read(Path::new("tests/exchange").join(name)).unwrap()
}

fn read(name: &str) -> Reading {
    exchange::read(&file(name), name, None, Language::Ru)
}

fn named<'r>(reading: &'r Reading, name: &str) -> &'r Imported {
    reading.questions.iter().find(|one| one.name == name).unwrap_or_else(|| panic!("{name}: {reading:#?}"))
}

/// Code and line of every finding.
fn found(reading: &Reading) -> Vec<(u32, &'static str)> {
    reading.findings.iter().map(|one| (one.line, one.code.as_str())).collect()
}

/// The texts of the choices with their weights, in the author's order.
fn worths(one: &Imported) -> Vec<(String, i32)> {
    let text = &one.question.texts[&Language::Ru];
    let worth = |id: ChoiceId| match &one.question.answer {
        Answer::One(right) => {
            if *right == id {
                10_000_000
            } else {
                0
            }
        }
        Answer::OneWeighted(worths) | Answer::ManyWeighted(worths) => worths.get(&id).map_or(0, |one| one.0),
        Answer::Many(rights) => {
            if rights.contains(&id) {
                1
            } else {
                -1
            }
        }
        other => panic!("{other:?}"),
    };
    text.choices.iter().map(|choice| (choice.html.clone(), worth(choice.id))).collect()
}

#[test]
fn gift_brings_everything_its_syntax_has() {
    let reading = read("syntax.gift");
    assert_eq!(found(&reading), [], "{reading:#?}");
    assert_eq!(reading.format, Format::Gift);
    let lines: Vec<_> =
        reading.questions.iter().map(|one| (one.line, one.question.kind, one.plain_text())).collect();
    let expected = [
        (6, QuestionKind::One, "Какой город — столица Казахстана?"),
        (13, QuestionKind::Many, "Кто входит в совет НКО?"),
        (20, QuestionKind::TrueFalse, "Волонтёр получает зарплату."),
        (22, QuestionKind::TrueFalse, "Земля вращается вокруг Солнца."),
        (24, QuestionKind::Text, "Кто написал «Слова назидания»?"),
        (26, QuestionKind::Match, "Соедините."),
        (33, QuestionKind::Number, "Сколько будет пи?"),
        (35, QuestionKind::Number, "Назовите число от 1 до 5."),
        (37, QuestionKind::Number, "Год рождения?"),
        (42, QuestionKind::One, "Столица — _____ — стоит на Ишиме."),
        (44, QuestionKind::Essay, "Расскажите о вашем проекте."),
        (46, QuestionKind::One, "a = b ~ c # d {e} : f\nвторая строка <b>"),
        (48, QuestionKind::One, "Жирно"),
        (50, QuestionKind::TrueFalse, "Первая\nвторая"),
    ];
    let expected: Vec<_> =
        expected.iter().map(|(line, kind, text)| (*line, *kind, (*text).to_owned())).collect();
    assert_eq!(lines, expected);
    let unnamed = &reading.questions[3];
    assert_eq!(unnamed.name, "Земля вращается вокруг Солнца.");
    assert!(reading.questions.iter().all(|one| one.category == ["Модуль 1", "и/или"]));
}

#[test]
fn gift_answers_have_their_weights_and_feedback() {
    let reading = read("syntax.gift");
    let capital = named(&reading, "Столица");
    assert_eq!(capital.question.key, "capital");
    assert_eq!(capital.tags, ["география", "Қазақстан"]);
    assert_eq!(
        worths(capital),
        [("Астана".into(), 10_000_000), ("Алматы".into(), 0), ("Ақмола".into(), 5_000_000)]
    );
    let text = &capital.question.texts[&Language::Ru];
    assert_eq!(text.prompt_html, "Какой город — столица <strong>Казахстана</strong>?");
    assert_eq!(text.explanation_html, "<p>Столицу перенесли в 1997 году.</p>");
    let said = text.choices.iter().map(|choice| text.choice_feedback[&choice.id].as_str());
    let expected = ["<p>Верно, с 1997 года.</p>", "<p>Столица до 1997 года.</p>", "<p>Прежнее название.</p>"];
    assert_eq!(said.collect::<Vec<_>>(), expected);
    let several = named(&reading, "Несколько");
    assert_eq!(worths(several).last(), Some(&("Случайные прохожие".to_owned(), -10_000_000)));
    let truth = named(&reading, "Истина");
    assert_eq!(truth.question.answer, Answer::TrueFalse(false));
    let text = &truth.question.texts[&Language::Ru];
    assert_eq!(text.choice_feedback[&ChoiceId::TRUE], "<p>Нет: труд волонтёра безвозмездный.</p>");
    assert_eq!(text.choice_feedback[&ChoiceId::FALSE], "<p>Верно!</p>");
    let signs = named(&reading, "Знаки");
    assert_eq!(worths(signs), [("x = y".into(), 10_000_000), ("100: ~".into(), 0)]);
}

#[test]
fn gift_numbers_and_pairs_mark_as_written() {
    let reading = read("syntax.gift");
    let mark = |name: &str, response: Response| {
        marking::fraction(&named(&reading, name).question.answer, &response).unwrap()
    };
    for (number, expected) in [("3.15", 10_000_000), ("3.16", 0)] {
        assert_eq!(mark("Число", Response::Number(Decimal::parse(number).unwrap())).0, expected);
    }
    for (number, expected) in [("1", 10_000_000), ("5", 10_000_000), ("5.1", 0), ("0.9", 0)] {
        assert_eq!(mark("Промежуток", Response::Number(Decimal::parse(number).unwrap())).0, expected);
    }
    for (number, expected) in [("1822", 10_000_000), ("1820", 5_000_000), ("1819", 0)] {
        assert_eq!(mark("Несколько чисел", Response::Number(Decimal::parse(number).unwrap())).0, expected);
    }
    assert_eq!(mark("Кто", Response::Text("абай кунанбаев".into())), Weight::WHOLE);
    assert_eq!(mark("Кто", Response::Text("Кунанбаев".into())), Weight::percent(50));
    let pairs = &named(&reading, "Пары").question;
    let Answer::Match(joined) = &pairs.answer else { panic!() };
    let text = &pairs.texts[&Language::Ru];
    assert_eq!(
        text.rights.iter().map(|right| right.html.as_str()).collect::<Vec<_>>(),
        ["Астана", "Ташкент", "Бишкек"]
    );
    assert_eq!(joined[&text.choices[0].id], joined[&text.choices[2].id], "two lefts with one right");
}

#[test]
fn gift_needs_no_sign_before_the_first_right_answer_that_is_typed() {
    let text = "::Один::Чем поддержали проект?{Грант}\n\n::С отзывом::Чем?{грант#Да =%50%субсидия}\n\n\
        ::Число::Сколько?{#1:0.1 =%50%2:0.2}\n\n::Верно::Так?{TRUE}\n\n::Пары::Соедините {а -> 1 =б -> 2}";
    let reading = exchange::read(text.as_bytes(), "gift.txt", Some(Format::Gift), Language::Ru);
    assert_eq!(found(&reading), [(9, "answer-sign")], "{reading:#?}");
    let mark = |name: &str, response: Response| {
        marking::fraction(&named(&reading, name).question.answer, &response).unwrap()
    };
    let typed = |text: &str| Response::Text(text.to_owned());
    let number = |text: &str| Response::Number(Decimal::parse(text).unwrap());
    assert_eq!(mark("Один", typed("грант")), Weight::WHOLE);
    assert_eq!(mark("С отзывом", typed("Грант")), Weight::WHOLE);
    assert_eq!(mark("С отзывом", typed("субсидия")), Weight::percent(50));
    let text = &named(&reading, "С отзывом").question.texts[&Language::Ru];
    assert_eq!(text.accepted_feedback[&0], "<p>Да</p>");
    assert_eq!(mark("Число", number("1.1")), Weight::WHOLE);
    assert_eq!(mark("Число", number("2.2")), Weight::percent(50));
    assert_eq!(named(&reading, "Верно").question.answer, Answer::TrueFalse(true));
}

#[test]
fn gift_faults_have_their_lines() {
    let reading = read("faults.gift");
    let expected = [
        (1, "kind-unsupported"),
        (3, "brace-open"),
        (6, "weight-syntax"),
        (10, "weights-sum"),
        (15, "right-missing"),
        (17, "number-syntax"),
        (21, "pair-incomplete"),
        (24, "answer-sign"),
        (26, "name-open"),
        (28, "brace-twice"),
        (32, "weight-range"),
        (34, "range-reversed"),
        (36, "brace-stray"),
        (38, "text-empty"),
    ];
    assert_eq!(found(&reading), expected);
    let names: Vec<_> = reading.questions.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["Хороший"], "the good one is known all the same");
}

#[test]
fn moodle_xml_brings_its_kinds() {
    let reading = read("syntax.xml");
    let lost = |line| (line, "setting-lost");
    assert_eq!(found(&reading), [(15, "grade-rounded"), lost(55), lost(55), lost(81)], "{reading:#?}");
    let kinds: Vec<_> = reading.questions.iter().map(|one| (one.line, one.question.kind)).collect();
    let expected = [
        (8, QuestionKind::One),
        (31, QuestionKind::Many),
        (42, QuestionKind::TrueFalse),
        (48, QuestionKind::Text),
        (55, QuestionKind::Number),
        (67, QuestionKind::Match),
        (74, QuestionKind::Essay),
        (81, QuestionKind::Gaps),
        (89, QuestionKind::Gaps),
        (95, QuestionKind::Gaps),
        (99, QuestionKind::Order),
    ];
    assert_eq!(kinds, expected);
    let capital = named(&reading, "Столица & город");
    assert_eq!((capital.question.points, capital.question.key.as_str()), (2, "capital"));
    assert_eq!(capital.category, ["Модуль 1", "и/или"]);
    assert_eq!(capital.tags, ["география", "города"]);
    let text = &capital.question.texts[&Language::Ru];
    assert_eq!(text.prompt_html, "Какой город на <strong>карте</strong>?");
    let image = &capital.images[0];
    assert!(image.bytes.starts_with(b"\x89PNG") && image.name.ends_with(".png"), "{}", image.name);
    let shown = format!("<p><img src=\"/question-images/{}\" alt=\"Карта\"></p>", image.name);
    assert_eq!(text.detail_html, shown, "without script and handlers");
    assert_eq!(text.hints_html, ["<p>На Ишиме</p>", "<p>На севере</p>"]);
    let outcome = text.outcome.as_ref().unwrap();
    assert_eq!(
        [&outcome.right_html, &outcome.partly_html, &outcome.wrong_html],
        ["<p>Верно.</p>", "<p>Почти.</p>", "<p>Нет.</p>"]
    );
    assert_eq!(worths(named(&reading, "Трети"))[2], ("Директор".to_owned(), 3_333_333));
    assert_eq!(named(&reading, "Трети").plain_text(), "Кто входит\nв совет?");
}

#[test]
fn moodle_units_are_exact_and_go_back_as_they_came() {
    let xml = "<quiz><question type=\"numerical\"><name><text>Час</text></name>\
        <questiontext><text>Сколько длится занятие?</text></questiontext>\
        <answer fraction=\"100\"><text>1</text><tolerance>0</tolerance></answer><units>\
        <unit><multiplier>1</multiplier><unit_name>ч</unit_name></unit>\
        <unit><multiplier>60</multiplier><unit_name>мин</unit_name></unit></units></question></quiz>";
    let reading = exchange::read(xml.as_bytes(), "one.xml", Some(Format::MoodleXml), Language::Ru);
    assert_eq!(found(&reading), [], "{reading:#?}");
    let hour = &named(&reading, "Час").question;
    let measured =
        |number: i64, unit: &str| Response::Measured { number: Decimal::whole(number), unit: unit.into() };
    for (said, worth) in [(measured(60, "мин"), Weight::WHOLE), (measured(61, "мин"), Weight(0))] {
        assert_eq!(marking::fraction(&hour.answer, &said), Some(worth), "{said:?}");
    }
    let kept: Question = serde_json::from_str(&serde_json::to_string(hour).unwrap()).unwrap();
    assert_eq!(&kept, hour, "stored as it is");
    let one = [Exported { name: "Час", category: &[], tags: &[], question: hour }];
    let back = export::moodle(&one, Language::Ru, &|_: &str| None).text;
    assert!(back.contains("<multiplier>60</multiplier><unit_name>мин</unit_name>"), "{back}");
}

/// The settings that are named as lost when a question of a kind has these elements.
fn lost(kind: &str, elements: &str) -> Vec<String> {
    let xml = format!(
        "<quiz><question type=\"{kind}\"><questiontext><text>Что [[1]] и [[2]]?</text></questiontext>{elements}</question></quiz>"
    );
    let reading = exchange::read(xml.as_bytes(), "one.xml", Some(Format::MoodleXml), Language::Ru);
    assert_eq!(reading.questions.len(), 1, "{reading:#?}");
    let named = |code: &Code| *code == Code::SettingLost;
    let findings = reading.findings.into_iter().filter(|one| named(&one.code));
    findings.map(|one| one.args[0].1.clone()).collect()
}

#[test]
fn moodle_settings_that_mean_something_else_here_are_named() {
    let number = "<answer fraction=\"100\"><text>1</text></answer>";
    let pairs = "<subquestion><text>а</text><answer><text>1</text></answer></subquestion>\
        <subquestion><text>б</text><answer><text>2</text></answer></subquestion>";
    let steps =
        "<answer fraction=\"1\"><text>а</text></answer><answer fraction=\"2\"><text>б</text></answer>";
    let boxes =
        "<dragbox><text>а</text><group>1</group></dragbox><dragbox><text>б</text><group>1</group></dragbox>";
    let cases = [
        (
            "numerical",
            format!("{number}<unitgradingtype>1</unitgradingtype><unitpenalty>0.1</unitpenalty>"),
            vec!["unitgradingtype", "unitpenalty"],
        ),
        (
            "numerical",
            format!("{number}<unitgradingtype>2</unitgradingtype><unitpenalty>0</unitpenalty>"),
            vec!["unitgradingtype"],
        ),
        (
            "numerical",
            format!("{number}<unitgradingtype>0</unitgradingtype><unitpenalty>0.1</unitpenalty>"),
            vec![],
        ),
        ("numerical", format!("{number}<hidden>1</hidden>"), vec!["hidden"]),
        ("numerical", format!("{number}<hidden>0</hidden>"), vec![]),
        (
            "ordering",
            format!("{steps}<gradingtype>ABSOLUTE_POSITION</gradingtype><selecttype>RANDOM</selecttype>"),
            vec!["selecttype", "gradingtype"],
        ),
        (
            "ordering",
            format!(
                "{steps}<gradingtype>RELATIVE_NEXT_EXCLUDE_LAST</gradingtype><selecttype>ALL</selecttype>"
            ),
            vec![],
        ),
        ("ordering", steps.to_owned(), vec![]),
        (
            "numerical",
            format!("{number}<units><unit><unit_name>$</unit_name></unit></units><unitsleft>1</unitsleft>"),
            vec!["unitsleft"],
        ),
        ("numerical", format!("{number}<unitsleft>1</unitsleft>"), vec![]),
        ("matching", format!("{pairs}<shuffleanswers>false</shuffleanswers>"), vec!["shuffleanswers"]),
        ("matching", format!("{pairs}<shuffleanswers>true</shuffleanswers>"), vec![]),
        (
            "essay",
            "<responserequired>0</responserequired><responseformat>noinline</responseformat>".to_owned(),
            vec!["responserequired", "responseformat"],
        ),
        (
            "essay",
            "<responserequired>1</responserequired><responseformat>editor</responseformat>".to_owned(),
            vec![],
        ),
        (
            "numerical",
            format!("{number}<hint format=\"html\"><text>Ещё</text><clearwrong/></hint>"),
            vec!["clearwrong"],
        ),
        ("ddwtos", boxes.to_owned(), vec!["infinite"]),
        ("ddwtos", boxes.replace("</group>", "</group><infinite/>"), vec![]),
        ("ddwtos", format!("{boxes}{boxes}").replace("б</text><group>1", "б</text><group>2"), vec![]),
    ];
    for (kind, elements, expected) in cases {
        assert_eq!(lost(kind, &elements), expected, "{kind} {elements}");
    }
}

#[test]
fn moodle_numbers_texts_and_essays_keep_their_settings() {
    let reading = read("syntax.xml");
    let length = &named(&reading, "Длина").question;
    let mark = |response: Response| marking::fraction(&length.answer, &response).unwrap();
    let measured =
        |number: i64, unit: &str| Response::Measured { number: Decimal::whole(number), unit: unit.into() };
    assert_eq!(mark(measured(150, "см")), Weight::WHOLE);
    assert_eq!(mark(measured(2, "м")), Weight::percent(50));
    let text = &length.texts[&Language::Ru];
    assert_eq!(text.outcome.as_ref().unwrap().wrong_html, "<p>Измерьте ещё раз.</p>");
    let Answer::Text(accepted) = &named(&reading, "Автор").question.answer else { panic!() };
    assert!(accepted.case_matters);
    let essay = &named(&reading, "Рассказ").question;
    assert_eq!(essay.answer, Answer::Essay { min_words: Some(50), max_words: Some(200) });
    let text = &essay.texts[&Language::Ru];
    assert_eq!(
        (text.template.as_str(), text.marking_notes_html.as_str()),
        ("Кто:\nЧто:", "<p>Ищите пример.</p>")
    );
    let steps = &named(&reading, "Шаги").question.texts[&Language::Ru];
    assert_eq!(
        steps.choices.iter().map(|one| one.html.as_str()).collect::<Vec<_>>(),
        ["План", "Подготовка", "Итог"]
    );
}

#[test]
fn gaps_of_three_notations_become_gaps() {
    let reading = read("syntax.xml");
    let dragged = named(&reading, "Перетащите");
    assert_eq!(dragged.plain_text(), "Столица _____, река _____, снова _____.");
    let text = &dragged.question.texts[&Language::Ru];
    assert_eq!(
        text.gaps[&ChoiceId(2)].iter().map(|one| one.html.as_str()).collect::<Vec<_>>(),
        ["Ишим", "Или"]
    );
    let chosen = named(&reading, "Выберите");
    let text = &chosen.question.texts[&Language::Ru];
    assert_eq!((text.prompt_html.as_str(), text.detail_html.as_str()), ("Заполните:", "<p>Совет [[1]].</p>"));
    let inside = named(&reading, "Внутри");
    assert_eq!(inside.question.points, 4, "the sum of the gaps' weights");
    let text = &inside.question.texts[&Language::Ru];
    assert_eq!(text.detail_html, "<p>Столица [[1]], город [[2]], пи [[3]], скобки {a} и {}.</p>");
    let Answer::Gaps(gaps) = &inside.question.answer else { panic!() };
    assert_eq!(gaps.values().map(|gap| gap.weight).collect::<Vec<_>>(), [2, 1, 1]);
    let half =
        AcceptedNumber { value: Decimal::whole(3), tolerance: Decimal(500_000), weight: Weight::percent(50) };
    let GapAnswer::Number(numbers) = &gaps[&ChoiceId(3)].right else { panic!() };
    assert_eq!(numbers[1], half);
    let right = text.gaps[&ChoiceId(1)].iter().find(|one| one.html == "Астана").unwrap().id;
    let filled = [
        (ChoiceId(1), Filling::Choice(right)),
        (ChoiceId(2), Filling::Text("алматы".into())),
        (ChoiceId(3), Filling::Text("3,14".into())),
    ];
    let response = Response::Gaps(BTreeMap::from(filled));
    assert_eq!(marking::fraction(&inside.question.answer, &response), Some(Weight::WHOLE));
}

#[test]
fn moodle_faults_have_their_lines_and_unknown_kinds_are_named() {
    let reading = read("faults.xml");
    let expected = [
        (3, "kind-unsupported"),
        (7, "kind-unsupported"),
        (14, "weight-syntax"),
        (17, "right-missing"),
        (26, "number-syntax"),
        (30, "image-missing"),
        (34, "gap-unknown"),
        (39, "gap-syntax"),
        (45, "xml-entity"),
    ];
    assert_eq!(found(&reading), expected);
    assert_eq!(reading.findings[0].args, [("text", "calculated".to_owned())]);
    assert_eq!(reading.questions.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["Хороший"]);
    assert_eq!(reading.warnings().count(), 1, "a missing image stops nothing");
}

#[test]
fn aiken_is_read_with_cyrillic_letters_too() {
    let reading = read("syntax.aiken.txt");
    assert_eq!((reading.format, found(&reading)), (Format::Aiken, vec![]));
    assert_eq!(worths(&reading.questions[0])[1], ("Астана".to_owned(), 10_000_000));
    assert_eq!(reading.questions[1].plain_text(), "Кто такой\nволонтёр?");
    assert_eq!(reading.questions.iter().map(|one| one.line).collect::<Vec<_>>(), [1, 6]);
    let faulty = read("faults.aiken.txt");
    let expected =
        [(1, "answer-missing"), (7, "choice-order"), (13, "answer-unknown"), (15, "choices-too-few")];
    assert_eq!(found(&faulty), expected);
}

#[test]
fn a_table_brings_every_kind() {
    let reading = read("table.csv");
    assert_eq!((reading.format, found(&reading)), (Format::Table, vec![]));
    let kinds: Vec<_> = reading.questions.iter().map(|one| (one.line, one.question.kind)).collect();
    use QuestionKind::*;
    let expected = [One, Many, TrueFalse, Number, Text, Match, Order, Gaps, Essay, Scale];
    assert_eq!(kinds, (2..).zip(expected).collect::<Vec<_>>());
    let capital = &reading.questions[0];
    assert_eq!(capital.category, ["Модуль 1", "Города"]);
    assert_eq!(capital.tags, ["города", "столица"]);
    assert_eq!(capital.question.texts[&Language::Ru].explanation_html, "<p>С 1997 года.</p>");
    assert_eq!(reading.questions[3].question.answer, Answer::number(Decimal(3_140_000), Decimal(10_000)));
    let bytes =
        encoding_rs::WINDOWS_1251.encode(&String::from_utf8(file("table.csv")).unwrap()).0.into_owned();
    assert_eq!(exchange::read(&bytes, "x.csv", None, Language::Ru).questions, reading.questions);
    let expected = [
        (1, "header-unknown"),
        (2, "answer-unknown"),
        (3, "kind-unknown"),
        (4, "number-syntax"),
        (5, "choices-too-few"),
        (6, "answer-unknown"),
        (7, "points-syntax"),
    ];
    assert_eq!(found(&read("faults.csv")), expected);
}

#[test]
fn a_workbook_is_read_like_a_table() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let rows = [["Сұрақ", "Нұсқа 1", "Нұсқа 2", "Дұрыс"], ["Астана — астана ма?", "иә", "жоқ", "1"]];
    for (row, cells) in (0u32..).zip(rows) {
        for (column, cell) in (0u16..).zip(cells) {
            sheet.write_string(row, column, cell).unwrap();
        }
    }
    let bytes = book.save_to_buffer().unwrap();
    let reading = exchange::read(&bytes, "сұрақтар.xlsx", None, Language::Kk);
    assert_eq!((reading.format, found(&reading)), (Format::Table, vec![]));
    assert_eq!(reading.questions[0].question.texts[&Language::Kk].prompt_html, "Астана — астана ма?");
}

#[test]
fn bad_input_gets_a_clear_fault() {
    let text = String::from_utf8(file("syntax.gift")).unwrap();
    let expected = read("syntax.gift").questions;
    // Windows-1251 has no Kazakh letters, so they are written as numbers there.
    let russian = text.replace(['Қ', 'қ'], "к");
    let cyrillic = exchange::read(russian.as_bytes(), "x.gift", None, Language::Ru).questions;
    let bytes = encoding_rs::WINDOWS_1251.encode(&russian).0.into_owned();
    assert_eq!(exchange::read(&bytes, "x.gift", None, Language::Ru).questions, cyrillic);
    for same in [format!("\u{feff}{text}"), text.replace('\n', "\r\n"), text.replace('\n', "\r")] {
        assert_eq!(exchange::read(same.as_bytes(), "x.gift", None, Language::Ru).questions, expected);
    }
    let null = text.replacen("Волонтёр", "Воло\0нтёр", 1);
    assert_eq!(found(&exchange::read(null.as_bytes(), "x.gift", None, Language::Ru)), [(20, "null-byte")]);
    let large = vec![b'a'; LARGEST_FILE + 1];
    assert_eq!(found(&exchange::read(&large, "x.gift", None, Language::Ru)), [(1, "file-too-large")]);
    assert_eq!(found(&exchange::read(b"", "x", None, Language::Ru)), [(1, "nothing-found")]);
    assert_eq!(found(&exchange::read(b"<quiz><question>", "x", None, Language::Ru)), [(1, "xml-syntax")]);
    assert_eq!(found(&exchange::read(b"<html></html>", "x.xml", None, Language::Ru)), [(1, "xml-not-quiz")]);
    assert_eq!(found(&read("laughs.xml")), [(2, "xml-doctype")]);
    let deep = format!("<quiz><question type=\"essay\">{}", "<a>".repeat(100_000));
    assert_eq!(found(&exchange::read(deep.as_bytes(), "x", None, Language::Ru)), [(1, "xml-too-deep")]);
}

#[test]
fn the_command_prints_one_document_and_its_exit_code_says_whether_it_is_fine() {
    let check = |name: &str, language: &str| {
        let mut out = Vec::new();
        let path = Path::new("tests/exchange").join(name);
        let code = cli::questions::check(&path, None, language, &mut out).unwrap();
        (code, serde_json::from_slice::<serde_json::Value>(&out).unwrap())
    };
    let (code, document) = check("syntax.gift", "en");
    assert_eq!(code, std::process::ExitCode::SUCCESS);
    assert_eq!(document["faults"], serde_json::json!([]));
    assert_eq!(document["questions"][0]["type"], "one");
    assert_eq!(document["questions"][0]["name"], "Столица");
    assert_eq!(document["questions"][0]["text"], "Какой город — столица Казахстана?");
    let (code, document) = check("faults.gift", "en");
    assert_eq!(code, std::process::ExitCode::FAILURE);
    let fault = &document["faults"][3];
    assert_eq!((fault["line"].as_u64(), fault["code"].as_str()), (Some(10), Some("weights-sum")));
    assert_eq!(fault["message"], "The weights of right answers come to 70 % instead of 100 %");
    assert_eq!(fault["remedy"], "Correct the weights so that they come to 100 %");
    let (_, document) = check("faults.gift", "ru");
    assert_eq!(document["faults"][1]["message"], "Скобка { не закрыта");
    let missing = cli::questions::check(Path::new("no/such/file"), None, "en", &mut Vec::new());
    assert!(missing.unwrap_err().to_string().contains("no/such/file cannot be read"));
}

#[test]
fn every_code_has_its_message_and_remedy() {
    let words = birge::render::Words::load().unwrap();
    let keys = words.keys(Language::Ru).unwrap();
    for code in Code::ALL {
        for key in [format!("exchange-{}", code.as_str()), format!("exchange-{}-remedy", code.as_str())] {
            assert!(keys.contains(&key), "{key}");
        }
    }
    let written = keys.iter().filter_map(|key| key.strip_prefix("exchange-")?.strip_suffix("-remedy"));
    for code in written {
        assert!(Code::ALL.iter().any(|known| known.as_str() == code), "exchange-{code} belongs to no code");
    }
}

/// What Moodle wrote goes back to Moodle with its image.
#[test]
fn files_go_there_and_back_again() {
    let reading = read("syntax.xml");
    let exported = |reading: &Reading| {
        let questions: Vec<_> = reading
            .questions
            .iter()
            .map(|one| Exported {
                name: &one.name,
                category: &one.category,
                tags: &one.tags,
                question: &one.question,
            })
            .collect();
        let images = |name: &str| {
            let images = reading.questions.iter().flat_map(|one| &one.images);
            images.clone().find(|image| image.name == name).map(|image| image.bytes.clone())
        };
        export::moodle(&questions, Language::Ru, &images)
    };
    let first = exported(&reading);
    assert_eq!((first.count, first.losses.as_slice()), (11, [].as_slice()));
    let again = exchange::read(first.text.as_bytes(), "x.xml", None, Language::Ru);
    assert_eq!(found(&again), []);
    assert_eq!(exported(&again).text, first.text);
    let plain = |reading: &Reading| {
        reading.questions.iter().map(|one| (one.question.clone(), one.images.clone())).collect::<Vec<_>>()
    };
    assert_eq!(plain(&again), plain(&reading));
}

/// Import and export of five megabytes take no more than a moment; the limit is generous for a debug build.
#[test]
fn time_grows_with_the_file_and_no_faster() {
    let one = "::Имя::Вопрос с \\: знаками?{=да#верно ~нет ~%20%может быть}\n\n";
    let time = |count: usize| {
        let text = one.repeat(count);
        let begun = std::time::Instant::now();
        let reading = exchange::read(text.as_bytes(), "x.gift", None, Language::Ru);
        assert_eq!(reading.questions.len(), count);
        begun.elapsed()
    };
    // The quickest of five: what else the machine does is not the reader's time.
    let best = |count| (0..5).map(|_| time(count)).min().unwrap();
    let (small, large) = (best(500), best(5000));
    assert!(large < small * 40 + std::time::Duration::from_millis(500), "{small:?} {large:?}");
    let open = "{ \n\n".repeat(200_000);
    let begun = std::time::Instant::now();
    assert!(exchange::read(open.as_bytes(), "x.gift", None, Language::Ru).faults().count() > 0);
    assert!(begun.elapsed().as_secs() < 20);
}

#[test]
fn a_file_has_no_more_questions_than_one_import_takes() {
    let file = |count: usize| (0..count).map(|n| format!("::Q{n}::Is it {n}?{{T}}\n\n")).collect::<String>();
    let read = |count| exchange::read(file(count).as_bytes(), "x.gift", None, Language::Ru);
    let fits = read(exchange::MOST_QUESTIONS);
    assert_eq!((fits.questions.len(), found(&fits)), (exchange::MOST_QUESTIONS, vec![]));
    let over = read(exchange::MOST_QUESTIONS + 1);
    assert_eq!((over.questions.len(), found(&over)), (0, vec![(1, "too-many-questions")]));
}

fn read_as(text: &str, name: &str) -> Reading {
    exchange::read(text.as_bytes(), name, None, Language::Ru)
}

fn gift(text: &str) -> Reading {
    read_as(text, "x.gift")
}

fn table(text: &str) -> Reading {
    read_as(text, "x.csv")
}

fn cloze(text: &str) -> Reading {
    let xml = format!(
        "<quiz><question type=\"cloze\"><questiontext format=\"html\"><text><![CDATA[<p>{text}</p>]]></text></questiontext></question></quiz>"
    );
    exchange::read(xml.as_bytes(), "one.xml", Some(Format::MoodleXml), Language::Ru)
}

/// What a typed gap accepts.
fn gap_texts(reading: &Reading) -> Vec<String> {
    let Answer::Gaps(gaps) = &reading.questions[0].question.answer else { panic!("{reading:#?}") };
    let GapAnswer::Text(texts) = &gaps[&ChoiceId(1)].right else { panic!("{gaps:?}") };
    texts.accepted.iter().map(|one| one.pattern.clone()).collect()
}

#[test]
fn a_typed_gap_accepts_what_its_entities_show() {
    let reading = cloze("Фонд {1:SHORTANSWER:=&laquo;Бірге&raquo;~=a &lt; b}.");
    assert_eq!(
        (found(&reading), gap_texts(&reading)),
        (vec![], vec!["«Бірге»".to_owned(), "a < b".to_owned()])
    );
    let number = cloze("Минус {1:NUMERICAL:=&#45;5}.");
    let Answer::Gaps(gaps) = &number.questions[0].question.answer else { panic!("{number:#?}") };
    assert!(
        matches!(&gaps[&ChoiceId(1)].right, GapAnswer::Number(all) if all[0].value == Decimal::whole(-5))
    );
}

#[test]
fn brackets_that_are_text_stay_text() {
    let reading = cloze("Сноска [[1]], столица {1:SHORTANSWER:=Астана}, [[ и ]].");
    let text = &reading.questions[0].question.texts[&Language::Ru];
    assert_eq!(text.detail_html, "<p>Сноска [\u{2060}[1]], столица [[1]], [[ и ]].</p>");
    let one = &reading.questions[0];
    let exported = [Exported { name: "Сноска", category: &[], tags: &[], question: &one.question }];
    let back = export::moodle(&exported, Language::Ru, &|_: &str| None).text;
    assert!(back.contains("Сноска [[1]], столица {1:SHORTANSWER:=Астана}"), "{back}");
    let again = exchange::read(back.as_bytes(), "x.xml", None, Language::Ru);
    assert_eq!(again.questions[0].question.texts, one.question.texts);
}

#[test]
fn images_that_gift_cannot_bring_are_named() {
    let reading = gift(
        "::К::[html]Где? <img src\\=\"@@PLUGINFILE@@/map.png\" alt\\=\"Карта\">{\n\
         =[html]да <img src\\=\"@@PLUGINFILE@@/yes.png\">\n~нет#[html]<img src\\=\"https\\://example.org/x.png\">}",
    );
    let named: Vec<_> = reading.findings.iter().map(|one| (one.code, one.args[0].1.as_str())).collect();
    let expected = [
        (Code::ImageMissing, "/map.png"),
        (Code::ImageMissing, "/yes.png"),
        (Code::ImageRemote, "https://example.org/x.png"),
    ];
    assert_eq!(named, expected, "{reading:#?}");
    assert!(!format!("{:?}", reading.questions).contains("PLUGINFILE"), "no page asks for it");
    let plain = gift("::К::[plain]Что значит <img src\\=\"x\">?{T}");
    assert_eq!(found(&plain), [], "a text about images shows none");
}

#[test]
fn typed_answers_need_one_that_is_fully_right() {
    for text in ["Кто?{=%80%a =%50%b}", "Кто?{=%99%a}"] {
        assert_eq!(found(&gift(text)), [(1, "right-missing")], "{text}");
    }
    for text in ["{1:MC:%50%a~b}", "{1:SA:%50%a}", "{1:NM:%50%5}"] {
        assert_eq!(found(&cloze(text)), [(1, "right-missing")], "{text}");
    }
    assert_eq!(found(&gift("Кто?{=%100%a =%50%b}")), []);
}

#[test]
fn two_choices_that_say_the_same_are_named() {
    assert_eq!(found(&gift("Да?{=да ~да ~нет}")), [(1, "choice-twice")]);
    let steps =
        "<answer fraction=\"1\"><text>а</text></answer><answer fraction=\"2\"><text>а</text></answer>";
    let xml = format!(
        "<quiz><question type=\"ordering\"><questiontext><text>Что?</text></questiontext>{steps}</question></quiz>"
    );
    let reading = exchange::read(xml.as_bytes(), "one.xml", Some(Format::MoodleXml), Language::Ru);
    assert_eq!(found(&reading), [(1, "choice-twice")]);
}

#[test]
fn less_is_no_tag_and_what_stands_low_stays_low() {
    let reading = gift("Верно ли, что a<b и c>d?{T}\n\nФормула H<sub>2</sub>O?{T}");
    let texts: Vec<String> = reading.questions.iter().map(|one| one.plain_text()).collect();
    assert_eq!(texts, ["Верно ли, что a<b и c>d?", "Формула H2O?"]);
    assert_eq!(reading.questions[1].question.texts[&Language::Ru].prompt_html, "Формула H<sub>2</sub>O?");
}

#[test]
fn a_table_names_stray_gaps_and_numbers_that_are_texts_too() {
    let head = "Вопрос;Тип;Вариант 1;Вариант 2;Вариант 3;Верно\n";
    assert_eq!(found(&table(&format!("{head}Совет [[1]] и [[3]];пропуски;да;;;\n"))), [(2, "gap-unknown")]);
    let unsure = table(&format!("{head}Сколько?;один;2;3;4;3\n"));
    assert_eq!(found(&unsure), [(2, "right-ambiguous")]);
    assert_eq!(worths(&unsure.questions[0])[2], ("4".to_owned(), 10_000_000), "the number is meant");
    assert_eq!(found(&table(&format!("{head}Сколько?;один;1;2;3;2\n"))), [], "both mean the same");
}

#[test]
fn a_brace_makes_no_gift_of_another_format() {
    let aiken = "Что значит {}?\nA) Пусто\nB) Полно\nANSWER: A\n";
    let csv = "Вопрос;Вариант 1;Вариант 2;Верно\nЧто значит {}?;Пусто;Полно;1\n";
    for (text, format) in [(aiken, Format::Aiken), (csv, Format::Table), ("Что?{T}", Format::Gift)] {
        let reading = exchange::read(text.as_bytes(), "вопросы.txt", None, Language::Ru);
        assert_eq!((reading.format, reading.questions.len()), (format, 1), "{text}");
    }
}

#[test]
fn tags_and_keys_that_cannot_be_kept_are_named() {
    let many: String = (1..=21).map(|number| format!("[tag:т{number}]")).collect();
    let long = "я".repeat(41);
    let text = format!("// [id:Q_1] {many}\nА?{{T}}\n\n// [tag:{long}] [id:fine-2]\nБ?{{T}}\n");
    assert_eq!(found(&gift(&text)), [(2, "key-lost"), (2, "tags-too-many"), (5, "tag-lost")]);
}

#[test]
fn what_stays_behind_in_an_export_is_named() {
    let mut question = gift("::К::Да?{=да ~нет}").questions.remove(0).question;
    let losses = |question: &Question| {
        let one = [Exported { name: "К", category: &[], tags: &[], question }];
        let (gift, moodle) =
            (export::gift(&one, Language::Ru), export::moodle(&one, Language::Ru, &|_: &str| None));
        (gift.losses.len(), moodle.losses.len())
    };
    assert_eq!(losses(&question), (0, 0));
    let text = question.texts[&Language::Ru].clone();
    let with = |change: &dyn Fn(&mut birge::questions::rules::QuestionText)| {
        let mut changed = question.clone();
        change(changed.texts.get_mut(&Language::Ru).unwrap());
        changed
    };
    let image = "<img src=\"/question-images/none.png\">";
    assert_eq!(losses(&with(&|text| text.choices[0].html.push_str(image))), (1, 1), "in a choice");
    assert_eq!(losses(&with(&|text| text.explanation_html = format!("<p>{image}</p>"))), (1, 1));
    let course = "<p><img src=\"media:map.png\"></p>";
    assert_eq!(losses(&with(&|text| text.detail_html = course.to_owned())), (1, 1), "a picture of a course");
    let free = Question { points: 0, ..question.clone() };
    assert_eq!(losses(&free), (1, 1), "no points become one");
    question.texts.insert(Language::Kk, text);
    assert_eq!(losses(&question), (1, 1), "another language");
}
