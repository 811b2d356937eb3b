//! Whatever stands in a file becomes a question, or is named; and one bad question takes no good one along (F8).

use super::{found, read_as};
use birge::kernel::Language;
use birge::questions::rules::exchange::export::{self, Exported};
use birge::questions::rules::exchange::{self, Code, Format, Reading, Severity};
use birge::questions::rules::{Answer, QuestionKind};

fn xml(inside: &str) -> Reading {
    read_as(&format!("<quiz>\n{inside}\n</quiz>"), "x.xml")
}

fn essay(text: &str) -> String {
    format!("<question type=\"essay\"><questiontext><text>{text}</text></questiontext></question>")
}

fn texts(reading: &Reading) -> Vec<String> {
    reading.questions.iter().map(|one| one.plain_text()).collect()
}

#[test]
fn markup_without_cdata_is_a_fault_and_never_left_out() {
    let reading = xml(&format!("{}\n{}", essay("2<sup>3</sup>=?"), essay("<![CDATA[2<sup>3</sup>=?]]>")));
    assert_eq!(found(&reading), [(2, "xml-markup")]);
    assert_eq!(reading.findings[0].args, [("text", "<sup>".to_owned())]);
    assert_eq!(texts(&reading), ["23=?"]);
    assert_eq!(
        reading.questions[0].question.texts[&Language::Ru].prompt_html,
        "2<sup>3</sup>=?",
        "in CDATA it is taken as it is"
    );
    let feedback = "<question type=\"truefalse\"><questiontext><text>Да?</text></questiontext>
<answer fraction=\"100\"><text>true</text><feedback><text>Да, <b>это</b> так</text></feedback></answer>
<answer fraction=\"0\"><text>false</text></answer></question>";
    assert_eq!(found(&xml(feedback)), [(3, "xml-markup")]);
    let stray =
        "<question type=\"essay\"><questiontext>Что <b>это</b>?<text>?</text></questiontext></question>";
    assert_eq!(found(&xml(stray)), [(2, "xml-markup")], "beside a text");
}

#[test]
fn an_unknown_entity_spoils_its_own_question_only() {
    let three =
        format!("{}\n{}\n{}", essay("Один"), essay("Два&nbsp;три&mdash;"), essay("Четыре &amp; пять"));
    let reading = xml(&three);
    assert_eq!(found(&reading), [(3, "xml-entity")]);
    assert_eq!(texts(&reading), ["Один", "Четыре & пять"]);
}

#[test]
fn elements_beside_questions_and_what_no_page_shows_are_named() {
    let reading = xml(&format!("<settings>x</settings>\n{}", essay("Что?")));
    assert_eq!(found(&reading), [(2, "element-lost")]);
    let shown = "<![CDATA[<p>Смотрите <iframe src=\"https://example.org\"></iframe> <math><mi>x</mi></math>\
        <video src=\"https://example.org/v.mp4\"></video></p>]]>";
    let reading = xml(&essay(shown));
    let names: Vec<&str> = reading.findings.iter().map(|one| one.args[0].1.as_str()).collect();
    assert_eq!(names, ["<iframe>", "<math>", "<video>"]);
    assert_eq!(reading.questions.len(), 1, "they are warnings");
    assert_eq!(found(&read_as("::a::[html]<iframe></iframe>Да?{T}", "x.gift")), [(1, "element-lost")]);
}

#[test]
fn settings_of_choices_and_layouts_of_gaps_are_named() {
    let choices = |single: bool, settings: &str| {
        let reading = xml(&format!(
            "<question type=\"multichoice\"><questiontext><text>Что?</text></questiontext><single>{single}</single>
{settings}<answer fraction=\"100\"><text>а</text></answer><answer fraction=\"0\"><text>б</text></answer></question>"
        ));
        reading.findings.iter().map(|one| one.args[0].1.clone()).collect::<Vec<_>>()
    };
    assert_eq!(choices(true, "<answernumbering>abc</answernumbering><shownumcorrect/>"), [""; 0]);
    assert_eq!(choices(true, "<answernumbering>ABCD</answernumbering>"), ["answernumbering"]);
    assert_eq!(choices(false, "<shownumcorrect/>"), ["shownumcorrect"]);
    let gaps = super::cloze("{1:MCVS:=а~б} и {1:MCH:=в~г} и {1:MC:=д~е}");
    assert_eq!(found(&gaps), [(1, "setting-lost")], "once for a question");
}

#[test]
fn a_gap_that_was_nearly_written_right_shows_its_answer_to_nobody() {
    for near in ["{1:multichoice:=a~b}", "{1: SA:=x}", "{ :NM:=5}", "{1:Mc :=a~b}"] {
        let reading = super::cloze(&format!("{near} и {{1:SA:=да}}"));
        assert_eq!((found(&reading), reading.questions.len()), (vec![(1, "gap-syntax")], 0), "{near}");
    }
    let text = super::cloze("{x: y}, {1, 2}, {2:3} и {1:SA:=да}");
    assert_eq!(found(&text), [], "braces of a text");
}

#[test]
fn an_answer_in_small_letters_is_named_and_the_next_question_read() {
    let text = "Один?\nA. да\nB. нет\nAnswer: B\nДва?\nA. да\nB. нет\nANSWER: A\n";
    let reading = read_as(text, "вопросы.txt");
    assert_eq!((reading.format, found(&reading)), (Format::Aiken, vec![(4, "answer-word")]));
    assert_eq!(texts(&reading), ["Два?"]);
    let none = read_as(&text.replace("ANSWER: A", "answer: a"), "вопросы.txt");
    assert_eq!((none.format, found(&none)), (Format::Aiken, vec![(4, "answer-word"), (8, "answer-word")]));
    let broken = "Один?\nA. да\nB. нет,\nно долго\nC. иногда\nANSWER: A\nДва?\nA. да\nB. нет\nANSWER: A\n";
    let reading = read_as(broken, "x.txt");
    assert_eq!((found(&reading), texts(&reading)), (vec![(1, "answer-missing")], vec!["Два?".to_owned()]));
}

#[test]
fn a_bad_row_leaves_the_others_and_says_what_is_wrong_with_it() {
    let long = "ж".repeat(2_001);
    let text = format!(
        "Вопрос;Верно\nОдин?;да\nДва;или три?;да\n\"Четыре\"?;нет\n{long};да\nПять?;нет\n\"Шесть?;да\nСемь?;да\n"
    );
    let reading = read_as(&text, "x.csv");
    assert_eq!(
        found(&reading),
        [(3, "cells-extra"), (4, "quotes-unmatched"), (5, "cell-too-long"), (7, "quotes-unmatched")]
    );
    assert_eq!(texts(&reading), ["Один?", "Пять?", "Семь?"]);
    let args = |code: Code| reading.findings.iter().find(|one| one.code == code).unwrap().args.clone();
    assert_eq!(args(Code::CellTooLong), [("column", "1".to_owned()), ("most", "2000".to_owned())]);
    assert_eq!((reading.encoding, reading.delimiter), (Some("UTF-8"), Some(';')));
}

#[test]
fn a_table_without_rows_has_nothing_to_import() {
    let reading = read_as("Вопрос;Верно;Автор\n", "x.csv");
    assert_eq!(found(&reading), [(1, "header-unknown"), (1, "nothing-found")]);
    assert!(reading.faults().next().is_some());
}

#[test]
fn many_warnings_stop_no_import() {
    let file = |count: usize| {
        (0..count).map(|n| format!("// [id:Не ключ {n}]\n::Q{n}::Is it {n}?{{T}}\n\n")).collect::<String>()
    };
    let reading = read_as(&file(1_005), "x.gift");
    assert_eq!((reading.questions.len(), reading.faults().count()), (1_005, 0));
    assert_eq!(reading.warnings().count(), 1_001);
    assert_eq!(reading.findings.iter().filter(|one| one.code == Code::TooManyWarnings).count(), 1);
    assert_eq!(Code::TooManyWarnings.severity(), Severity::Warning);
    let faulty = read_as(&format!("{}::Q::Is it?{{=a ~%x%b}}\n", file(1_005)), "x.gift");
    assert_eq!(faulty.faults().count(), 1, "a fault is told whatever came before it");
}

#[test]
fn a_text_that_begins_with_a_list_is_not_asked_by_its_name() {
    let list = "::Секретное имя::[html]<ul><li>раз</li><li>два</li></ul>{T}";
    let reading = read_as(list, "x.gift");
    let one = &reading.questions[0];
    assert_eq!((one.name.as_str(), one.plain_text().as_str()), ("Секретное имя", "раз\nдва"));
    let text = &one.question.texts[&Language::Ru];
    assert_eq!(text.prompt_html, "Ответьте на вопрос");
    assert_eq!(text.detail_html, "<ul><li>раз</li><li>два</li></ul>");
    let exported = [Exported { name: &one.name, category: &[], tags: &[], question: &one.question }];
    let written = export::moodle(&exported, Language::Ru, &|_: &str| None).text;
    assert!(!written.contains("Ответьте"), "{written}");
    assert_eq!(
        exchange::read(written.as_bytes(), "x.xml", None, Language::Ru).questions[0].question,
        one.question
    );
}

#[test]
fn a_description_is_named_in_every_format() {
    let moodle =
        xml("<question type=\"description\"><questiontext><text>Слова</text></questiontext></question>");
    let gift = read_as("::Слова::Просто слова\n\n::Да::Да?{T}\n", "x.gift");
    for reading in [&moodle, &gift] {
        let one = reading.findings.first().unwrap();
        assert_eq!((one.code, one.args[0].1.as_str()), (Code::KindUnsupported, "description"));
    }
    assert_eq!(gift.questions.len(), 1);
}

#[test]
fn a_mark_of_markup_is_no_part_of_what_is_typed() {
    let reading = read_as("::К::Столица?{=[html]<b>Астана</b> =[plain]Нур-Султан =Акмола [1]}", "x.gift");
    let Answer::Text(texts) = &reading.questions[0].question.answer else { panic!("{reading:#?}") };
    let patterns: Vec<&str> = texts.accepted.iter().map(|one| one.pattern.as_str()).collect();
    assert_eq!(patterns, ["Астана", "Нур-Султан", "Акмола [1]"]);
    let bracket = read_as("::К::Что пишут?{=[plain][html] и всё}", "x.gift").questions.remove(0);
    let exported = [Exported { name: "К", category: &[], tags: &[], question: &bracket.question }];
    let written = export::gift(&exported, Language::Ru).text;
    assert_eq!(read_as(&written, "x.gift").questions[0].question, bracket.question, "{written}");
}

#[test]
fn an_old_workbook_and_xml_behind_comments_are_recognised() {
    let old = [&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1][..], &[0; 64]].concat();
    for format in [None, Some(Format::Table)] {
        let reading = exchange::read(&old, "вопросы.xls", format, Language::Ru);
        assert_eq!(found(&reading), [(1, "old-workbook")]);
    }
    let text = format!("\u{feff}\n<!-- от 1 мая -->\n<!-- ещё -->\n<quiz>{}</quiz>", essay("Что?"));
    let reading = read_as(&text, "вопросы.txt");
    assert_eq!((reading.format, reading.questions.len()), (Format::MoodleXml, 1));
}

#[test]
fn true_and_false_of_a_workbook_are_words() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (column, heading) in (0u16..).zip(["Вопрос", "Верно"]) {
        sheet.write(0, column, heading).unwrap();
    }
    for (row, right) in [(1, true), (2, false)] {
        sheet.write(row, 0, "Верно ли это?").unwrap();
        sheet.write_boolean(row, 1, right).unwrap();
    }
    let reading = exchange::read(&book.save_to_buffer().unwrap(), "x.xlsx", None, Language::Ru);
    let kinds: Vec<_> =
        reading.questions.iter().map(|one| (one.question.kind, one.question.answer.clone())).collect();
    let truth = |right| (QuestionKind::TrueFalse, Answer::TrueFalse(right));
    assert_eq!(kinds, [truth(true), truth(false)]);
    assert_eq!((reading.encoding, reading.delimiter), (None, None));
}
