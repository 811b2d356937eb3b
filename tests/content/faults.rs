//! One broken programme for each kind of fault: exactly that fault is found, in its line.

use super::*;

const TOML: &str = "programme.toml";
const MODULE: &str = "01-first/module.toml";
const LESSON: &str = "01-first/02-lesson.ru.md";
const QUIZ: &str = "01-first/03-quiz.ru.quiz.md";
const QUIZ_KK: &str = "01-first/03-quiz.kk.quiz.md";
const CASE: &str = "01-first/04-case.ru.case.md";
const CASE_KK: &str = "01-first/04-case.kk.case.md";
const PLAN: &str = "01-first/media/plan.png";

const ACCEPTS: &str = "accepts = [\"text\", \"files\"]\nmax_files = 5\ndue_days = 14\n";
const LETTER: &str = "\n[[hand_in]]\nkey = \"letter\"\nkind = \"text\"\nrequired = true\n\
    title = { ru = \"Письмо\", kk = \"Хат\", en = \"Letter\" }\n";
const REPLY: &str = "\n[[hand_in]]\nkey = \"reply\"\nkind = \"text\"\n\
    title = { ru = \"Ответ\", kk = \"Жауап\", en = \"Reply\" }\n";
/// Another module of the same declaration.
const MORE: &str = r#"extra_for = "orphan-care"

[title]
ru = "Ещё"
kk = "Тағы"
en = "More"

[[activity]]
key = "more"
kind = "session"
format = "group_class"
mode = "in_person"
nature = "practice"
hours = 2
title.ru = "Ещё занятие"
title.kk = "Тағы сабақ"
title.en = "Another class"
"#;

/// A broken programme with the place of its only fault.
pub(super) struct Broken {
    code: Code,
    course: Course,
    file: &'static str,
    line: u32,
}

/// `from` in `file` is replaced by `to`; the fault is in the line that contains `at`.
fn broken(code: Code, file: &'static str, from: &str, to: &str, at: &str) -> Broken {
    in_course(Course::sample(), code, file, from, to, at)
}

/// The same in another course than the sample.
pub(super) fn in_course(
    course: Course,
    code: Code,
    file: &'static str,
    from: &str,
    to: &str,
    at: &str,
) -> Broken {
    let course = course.replace(file, from, to);
    let line = course.line_of(file, at);
    Broken { code, course, file, line }
}

fn whole(code: Code, course: Course, file: &'static str, line: u32) -> Broken {
    Broken { code, course, file, line }
}

fn of_folders() -> Vec<Broken> {
    let sample = Course::sample;
    let orphan = "[title]\nru = \"а\"\nkk = \"ә\"\nen = \"a\"\n";
    vec![
        whole(Code::NotUtf8, sample().with_bytes(CASE, b"\xff\xfe\x00"), CASE, 1),
        whole(
            Code::FileName,
            sample().with_bytes("01-first/media/Plan B.png", b"\x89PNG"),
            "01-first/media/Plan B.png",
            1,
        ),
        whole(
            Code::FileMissing,
            sample().without(CASE),
            MODULE,
            sample().line_of(MODULE, "file = \"04-case\""),
        ),
        whole(Code::FileMissing, sample().without(TOML), TOML, 1),
        whole(Code::FileUnlisted, sample().with("01-first/05-old.ru.md", "text"), "01-first/05-old.ru.md", 1),
        whole(
            Code::ModuleUnlisted,
            sample().with("02-second/module.toml", orphan),
            "02-second/module.toml",
            1,
        ),
        broken(Code::ModuleMissing, TOML, "[\"01-first\"]", "[\n\"01-first\",\n\"02-none\"]", "02-none"),
        whole(
            Code::LanguageUndeclared,
            sample().with("01-first/02-lesson.en.md", "text"),
            "01-first/02-lesson.en.md",
            1,
        ),
        whole(
            Code::TranslationMissing,
            sample().in_two_languages().without(CASE_KK),
            MODULE,
            sample().line_of(MODULE, "file = \"04-case\""),
        ),
        whole(Code::MediaUnused, sample().with_bytes("media/b.png", b"\x89PNG"), "media/b.png", 1),
        whole(Code::MediaKind, sample().with_bytes(PLAN, b"<html>"), PLAN, 1),
        broken(
            Code::FileShared,
            MODULE,
            "key = \"case\"\nkind = \"case\"\nfile = \"04-case\"",
            "key = \"case\"\nkind = \"quiz\"\nfile = \"03-quiz\"",
            "file = \"03-quiz\"\nformat = \"case\"",
        ),
        broken(Code::FileNeeded, MODULE, "file = \"04-case\"\n", "", "[[activity]]\nkey = \"case\""),
        broken(
            Code::FileNotNeeded,
            MODULE,
            "kind = \"session\"",
            "kind = \"session\"\nfile = \"01-x\"",
            "01-x",
        ),
    ]
}

fn of_settings() -> Vec<Broken> {
    vec![
        broken(Code::TomlSyntax, TOML, "theory = 4", "theory = ", "theory ="),
        broken(Code::KeyUnknown, TOML, "[hours]", "[hours]\nweeks = 4", "weeks"),
        broken(Code::KeyUnknown, MODULE, "hours = 4", "hours = 4\nminutes = 4", "minutes"),
        broken(Code::KeyMissing, TOML, "attendance_percent = 80\n", "", "[rule]"),
        broken(Code::KeyMissing, MODULE, "mode = \"in_person\"\n", "", "[[activity]]"),
        broken(Code::ValueType, TOML, "theory = 4", "theory = \"4\"", "theory"),
        broken(
            Code::ValueRange,
            TOML,
            "attendance_percent = 80",
            "attendance_percent = 101",
            "attendance_percent",
        ),
        broken(Code::ValueRange, QUIZ, "pass_percent = 70", "pass_percent = 0", "pass_percent"),
        broken(Code::WordUnknown, MODULE, "kind = \"session\"", "kind = \"sesion\"", "sesion"),
        broken(Code::WordUnknown, MODULE, "mode = \"in_person\"", "mode = \"at_home\"", "at_home"),
        broken(Code::WordUnknown, MODULE, "nature = \"theory\"", "nature = \"both\"", "both"),
        broken(Code::WordUnknown, MODULE, "format = \"quiz\"", "format = \"квиз\"", "format = \"квиз\""),
        broken(Code::WordUnknown, CASE, "\"text\", \"files\"", "\"files\", \"video\"", "video"),
        broken(Code::WordUnknown, QUIZ, "after_submit", "never", "never"),
        broken(Code::TitleMissing, MODULE, "title.kk = \"Сабақ\"\n", "", "title.ru = \"Урок\""),
        broken(Code::TitleMissing, TOML, "kk = \"Мысал\"\n", "", "[title]"),
        broken(Code::SlugMismatch, TOML, "slug = \"sample\"", "slug = \"example\"", "slug"),
        broken(Code::KeySyntax, MODULE, "key = \"case\"", "key = \"Case_1\"", "Case_1"),
        broken(
            Code::KeyRepeated,
            MODULE,
            "key = \"case\"",
            "key = \"quiz\"",
            "key = \"quiz\"\nkind = \"case\"",
        ),
        broken(Code::KeyRepeated, QUIZ, "{order}", "{number}", "{number} Что за чем"),
        broken(Code::KeyRepeated, CASE, "{tone}", "{grasp}", "{grasp} Тон"),
        broken(Code::ListRepeated, TOML, "[\"ru\"]", "[\"ru\", \"ru\"]", "languages"),
        broken(Code::ListEmpty, CASE, "[\"text\", \"files\"]", "[]", "accepts"),
        in_course(
            Course::sample().with_extra_module().with("03-more/module.toml", MORE).replace(
                TOML,
                "\"02-extra\"",
                "\"02-extra\", \"03-more\"",
            ),
            Code::ExtraUnknown,
            "03-more/module.toml",
            "extra_for = \"orphan-care\"",
            "extra_for = \"orphan-cares\"",
            "extra_for",
        ),
        in_course(
            Course::sample().with_extra_module(),
            Code::KeyRepeated,
            TOML,
            "[[declaration]]",
            "[[declaration]]\nkey = \"orphan-care\"\nquestion.ru = \"а\"\nquestion.kk = \"ә\"\nquestion.en = \"a\"\n\n[[declaration]]",
            "key = \"orphan-care\"\nquestion.ru = \"Р",
        ),
        in_course(
            Course::sample().with_extra_module(),
            Code::TitleMissing,
            TOML,
            "question.kk = \"Бұрын жетім балалармен жұмыс істедіңіз бе?\"\n",
            "",
            "question.ru",
        ),
        in_course(
            Course::sample(),
            Code::DeclarationUnused,
            TOML,
            "[title]",
            "[[declaration]]\nkey = \"experience\"\nquestion.ru = \"а\"\nquestion.kk = \"ә\"\nquestion.en = \"a\"\n\n[title]",
            "key = \"experience\"",
        ),
        broken(Code::HoursMismatch, TOML, "theory = 4", "theory = 5", "[hours]"),
        broken(Code::HoursTooFew, TOML, "kind = \"advanced_training\"", "kind = \"retraining\"", "[hours]"),
        broken(
            Code::DocumentKind,
            TOML,
            "kind = \"advanced_training\"",
            "kind = \"short_course\"",
            "kind = \"advanced_training_certificate\"",
        ),
        broken(Code::AfterUnknown, MODULE, "after = [\"lesson\"]", "after = [\"lecture\"]", "lecture"),
        broken(Code::AfterLater, MODULE, "after = [\"lesson\"]", "after = [\"case\"]", "after"),
        broken(Code::AfterLater, MODULE, "after = [\"lesson\"]", "after = [\"quiz\"]", "after"),
        broken(Code::ModeDistance, MODULE, "mode = \"in_person\"", "mode = \"distance\"", "mode"),
    ]
}

fn of_lessons() -> Vec<Broken> {
    let lesson = |code, from, to, at| broken(code, LESSON, from, to, at);
    let image = "![План зала](media/plan.png)";
    vec![
        lesson(
            Code::FrontMatterMissing,
            "+++\ntakeaways = [\"Что делать\"]\nthird_party = true\n\n[[sources]]\ntitle = \"Руководство\"\nauthor = \"Фонд\"\nyear = 2022\n\n[[self_check]]\nquestion = \"Что?\"\nanswer = \"Это.\"\n+++\n",
            "",
            "\n",
        ),
        lesson(Code::FrontMatterOpen, "\"Это.\"\n+++", "\"Это.\"", "+++"),
        lesson(Code::TomlSyntax, "year = 2022", "year = 2022 г.", "year"),
        lesson(Code::TakeawaysMissing, "takeaways = [\"Что делать\"]\n", "", "third_party"),
        lesson(
            Code::SelfCheckMissing,
            "[[self_check]]\nquestion = \"Что?\"\nanswer = \"Это.\"\n",
            "",
            "takeaways",
        ),
        lesson(
            Code::SourceMissing,
            "[[sources]]\ntitle = \"Руководство\"\nauthor = \"Фонд\"\nyear = 2022\n",
            "",
            "takeaways",
        ),
        lesson(Code::KeyMissing, "author = \"Фонд\"\n", "", "[[sources]]"),
        lesson(Code::HeadingLevel, "## Первый", "# Первый", "# Первый"),
        lesson(Code::HeadingLevel, "Дальше –", "#### Ещё\n\nДальше –", "#### Ещё"),
        lesson(Code::RawHtml, "Дальше –", "Дальше<br>\nжирно –", "<br>"),
        lesson(Code::ImageAlt, image, "\n\n![](media/plan.png)", "![]"),
        lesson(
            Code::ImageRemote,
            image,
            "![План](media/plan.png)\n\n![План](https://example.org/plan.png)",
            "https",
        ),
        lesson(Code::ImageKind, "Дальше –", "![Тест](03-quiz.ru.quiz.md)\n\nДальше –", "![Тест]"),
        lesson(Code::LinkLeaves, "Дальше –", "[пароли](../../secret.md) –", "secret"),
        lesson(Code::LinkMissing, "03-quiz.ru.quiz.md", "09-quiz.ru.quiz.md", "09-quiz"),
        lesson(Code::LinkMissing, "(#первый-раздел)", "(#второй-раздел)", "#второй"),
        lesson(Code::LinkScheme, "Дальше –", "[тут](javascript:alert%281%29) –", "javascript"),
        whole(
            Code::LessonLength,
            Course::sample().replace(LESSON, &"Слово за словом. ".repeat(100), ""),
            LESSON,
            14,
        ),
        whole(Code::TextEmpty, empty_lesson(), LESSON, 5),
    ]
}

fn empty_lesson() -> Course {
    let text = "+++\ntakeaways = [\"а\"]\nself_check = [{ question = \"б\", answer = \"в\" }]\n+++\n";
    Course::sample().with(LESSON, text).without(PLAN)
}

fn of_questions() -> Vec<Broken> {
    let quiz = |code, from, to, at| broken(code, QUIZ, from, to, at);
    vec![
        quiz(Code::TextStray, "## {one}", "Введение.\n\n## {one}", "Введение"),
        quiz(Code::TextStray, "> потому что так", "Ещё текст.\n\n> потому что так", "Ещё текст"),
        quiz(Code::TextEmpty, "{one} Один ответ?", "{one}", "{one}"),
        quiz(Code::TextEmpty, "| фонд |", "| |", "| |"),
        quiz(Code::HeadingLevel, "Выберите", "### Выберите", "### Выберите"),
        quiz(Code::PassWithDiagnostic, "attempts = 3", "diagnostic = true", "pass_percent"),
        quiz(Code::DrawTooMany, "attempts = 3", "draw = 8", "pass_percent"),
        quiz(Code::SettingsContradict, "attempts = 3", "attempts = 3\ndrill = true", "pass_percent"),
        quiz(Code::SettingsContradict, "attempts = 3", "behaviour = \"immediate\"", "pass_percent"),
        whole(Code::QuizUnpassable, only_scales(), QUIZ, 2),
        quiz(Code::BraceMissing, "{one} ", "", "## Один"),
        quiz(Code::QuestionWord, "{one}", "{one two}", "{one two}"),
        quiz(Code::QuestionWord, "points=2", "points=0", "points=0"),
        quiz(Code::AnswerMissing, "= 60 ± 2,5 ч\n", "", "{number}"),
        quiz(
            Code::AnswerTwice,
            "- [ ] нет, другой\n",
            "- [ ] нет, другой\n\nили\n\n- [x] а\n- [ ] б\n",
            "- [x] а",
        ),
        quiz(Code::AnswerMismatch, "{number}", "{number many}", "= 60"),
        quiz(Code::RightMissing, "- [x] да, этот", "- [ ] да, этот", "- [ ] да"),
        quiz(Code::ChoicesTooFew, "- [ ] нет, другой\n", "", "- [x] да"),
        quiz(Code::ChoiceRepeated, "- [ ] нет, другой", "- [ ] Да,  этот", "Да,  этот"),
        quiz(Code::ChoiceRepeated, "2. проведение", "2. подготовка", "2. подготовка"),
        quiz(Code::ChoiceShape, "- [ ] нет, другой", "- нет, другой", "- нет"),
        quiz(Code::TrueFalseShape, "- [ ] Верно", "- [x] Верно", "- [x] Верно"),
        quiz(Code::MatchShape, "| Кто | Что |\n|---|---|", "| Кто | Что | Где |\n|---|---|---|", "| Кто"),
        quiz(Code::MatchRepeated, "| принимает |", "| помогает |", "| центр"),
        quiz(Code::NumberSyntax, "= 60 ± 2,5 ч", "= шестьдесят", "= шестьдесят"),
        quiz(Code::ScaleSyntax, "1 – 5: совсем нет / полностью", "1 – 7: совсем нет / полностью", "1 – 7"),
        quiz(Code::ScaleScored, "{scale scale}", "{scale scale points=1}", "points=1"),
        quiz(Code::ScaleScored, "1 – 5: совсем нет / полностью", "- [x] да\n- [ ] нет", "- [x] да\n"),
        quiz(Code::ExplanationMissing, "> потому что 60\n", "", "{number}"),
    ]
}

/// Faults in the newer kinds of question.
fn of_typed_answers() -> Vec<Broken> {
    let quiz = |code, from: &str, to: &str, at: &str| {
        let course = Course::with_every_kind().replace(QUIZ, from, to);
        let line = course.line_of(QUIZ, at);
        whole(code, course, QUIZ, line)
    };
    vec![
        quiz(Code::WeightSyntax, "- [50%] написать", "- [150%] написать", "- [150%]"),
        quiz(Code::WeightSyntax, "- [50%] помощь", "- [5o%] помощь", "- [5o%]"),
        quiz(Code::RightMissing, "- [x] позвонить", "- [50%] позвонить", "- [50%] позвонить"),
        quiz(Code::RightMissing, "- [x] НКО", "- [50%] НКО", "- [50%] НКО"),
        quiz(Code::RightMissing, "- [x] добровольно", "- [50%] добровольно", "1. - [50%]"),
        quiz(Code::RightMissing, "- [x] 15 человек", "- [90%] 15 человек", "- [90%]"),
        quiz(Code::TrueFalseShape, "- [ ] Верно\n", "- [50%] Верно\n", "- [50%] Верно"),
        quiz(Code::AcceptedHidden, "- [50%] помощь", "- [50%] волонтёрство", "- [50%] волонтёрство"),
        quiz(Code::ChoiceShape, "  > Она бывает", "\n  Второй\n\n  > Она бывает", "- [50%] помощь"),
        quiz(
            Code::GapShape,
            "1. - [x] добровольно\n   - [ ] по приказу\n     >",
            "1. добровольно\n   >",
            "1. добровольно",
        ),
        quiz(Code::GapShape, "{number}\n", "{numbers}\n", "2. {numbers}"),
        quiz(Code::GapShape, "{text weight=2}", "{case}", "3. {case}"),
        quiz(Code::GapMarks, "[[2]]", "[[4]]", "{gaps gaps"),
        quiz(Code::GapMarks, "записывают [[3]]", "записывают", "{gaps gaps"),
        quiz(Code::ChoicesTooFew, "   - [ ] по приказу\n     > Приказ отнимает волю.\n", "", "1. - [x]"),
        quiz(Code::NumberSyntax, "1 ч = 60", "1 ч = шестьдесят", "= 90"),
        quiz(Code::NumberSyntax, "- [50%] 14 ± 0,5", "- [50%] около 14", "- [50%] около"),
        quiz(Code::NumberSyntax, "   - [x] 15\n", "   - [x] 15 мин\n", "   - [x] 15 мин"),
        quiz(Code::AnswerMismatch, "{travel}", "{travel text}", "= 90"),
        quiz(Code::QuoteWord, "{partly}", "{perhaps}", "> {perhaps}"),
        quiz(Code::QuoteWord, "{hint}", "{marking}", "> {marking} Разделите"),
        quiz(Code::QuestionWord, "words=3-100", "words=100-3", "words=100-3"),
        quiz(Code::QuestionWord, "{word text}", "{word text words=1-2}", "{word text"),
        quiz(Code::QuestionWord, "{weighed}", "{weighed case}", "{weighed case}"),
        quiz(Code::QuestionWord, "penalty=25%", "penalty=125%", "penalty=125%"),
        quiz(Code::ExplanationMissing, "> потому что план живой\n\n", "", "{essay essay"),
    ]
}

fn only_scales() -> Course {
    let text = "+++\npass_percent = 50\n+++\n\n## {a scale} А?\n\n1 – 5: нет / да\n";
    Course::sample().with(QUIZ, text)
}

fn of_cases() -> Vec<Broken> {
    let case = |code, from, to, at| broken(code, CASE, from, to, at);
    vec![
        case(Code::SectionUnknown, "{trainer}", "{teacher}", "{teacher}"),
        case(Code::SectionMissing, "## {hand-in} Что сдать\n\n- письмо\n", "", "\n## {situation}"),
        case(Code::TextEmpty, "Напишите партнёру.\n", "", "{task}"),
        case(Code::RubricShape, "| 0 | 2 | 3 | 4 |", "| плохо | 2 | 3 | 4 |", "плохо"),
        case(Code::RubricShape, "| Критерий |", "Критерии:\n\n| Критерий |", "{criteria}"),
        case(Code::RubricOrder, "| 0 | 2 | 3 | 4 |", "| 0 | 3 | 2 | 4 |", "| 3 | 2"),
        case(Code::RubricLevels, "| грубо |", "| |", "{tone}"),
        case(Code::RubricWeight, "{tone}", "{tone weight=0}", "{tone"),
        case(Code::RubricWeight, "{tone}", "{tone weight=11}", "{tone"),
        case(Code::RubricWeight, "{tone}", "{tone weight=2 weight=3}", "{tone"),
        case(Code::WordUnknown, "submissions = 3", "submissions = 3\nself_assessment = \"maybe\"", "maybe"),
        case(Code::BraceMissing, "{tone} ", "", "| Тон"),
        case(Code::PassTooHigh, "pass_points = 4", "pass_points = 8", "pass_points"),
        case(Code::HandInShape, "max_files = 5\ndue_days = 14\n", LETTER, "accepts"),
        case(Code::HandInShape, ACCEPTS, &format!("{LETTER}{REPLY}"), "[[hand_in]]\nkey = \"reply\""),
        case(Code::HandInShape, ACCEPTS, &format!("{LETTER}accepts = [\"pdf\"]\n"), "accepts"),
        case(Code::HeadingLevel, "Напишите", "# Напишите", "# Напишите"),
    ]
}

fn of_languages() -> Vec<Broken> {
    let other = |from, to, at| {
        in_course(Course::sample().in_two_languages(), Code::LanguageMismatch, QUIZ_KK, from, to, at)
    };
    vec![
        other("attempts = 3", "attempts = 2", "+++"),
        other("{number}", "{numbers}", "{numbers}"),
        other("points=2", "points=3", "points=3"),
        other("- [ ] третий", "- [ ] третий\n- [ ] четвёртый", "{many"),
        other("- [x] первый", "- [ ] первый", "{many"),
        other("= 60", "= 61", "{number}"),
        in_course(
            Course::sample().in_two_languages(),
            Code::LanguageMismatch,
            CASE_KK,
            "{tone}",
            "{voice}",
            "{voice}",
        ),
        in_course(
            Course::sample().in_two_languages(),
            Code::LanguageMismatch,
            CASE_KK,
            "{tone}",
            "{tone weight=2}",
            "{tone weight=2}",
        ),
    ]
}

fn all() -> Vec<Broken> {
    [
        of_folders(),
        of_settings(),
        of_lessons(),
        of_questions(),
        of_cases(),
        of_typed_answers(),
        of_languages(),
        super::staged::of_stages(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[test]
fn each_fault_is_found_in_its_line() {
    let mut wrong = Vec::new();
    for Broken { code, course, file, line } in all() {
        let findings = course.check().findings;
        if !findings.iter().any(|found| (found.code, found.file.as_str(), found.line) == (code, file, line)) {
            wrong.push(format!("{} in {file}:{line}, found {findings:#?}", code.as_str()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// One mistake of an author is one finding, unless it is seen from two sides.
#[test]
fn a_fault_does_not_drag_others_along() {
    let dragging = [
        Code::FileName,
        Code::FileShared,
        Code::FileNeeded,
        Code::HoursTooFew,
        Code::FrontMatterOpen,
        Code::AnswerTwice,
        Code::LanguageUndeclared,
        // Stages that only lead to each other are both a dead end and a loop.
        Code::StageDeadEnd,
    ];
    let mut dragged = Vec::new();
    for Broken { code, course, file, line } in all() {
        let findings = course.check().findings;
        if findings.len() > 1 && !dragging.contains(&code) {
            dragged.push(format!("{} in {file}:{line}: {findings:#?}", code.as_str()));
        }
    }
    assert!(dragged.is_empty(), "{}", dragged.join("\n"));
}

#[test]
fn every_code_has_a_test() {
    let tested: BTreeSet<_> = all().iter().map(|broken| broken.code).collect();
    let untested: Vec<_> = Code::ALL.iter().filter(|code| !tested.contains(code)).collect();
    assert!(untested.is_empty(), "{untested:?}");
}
