//! A small faultless programme, and ways to break it.

use super::*;

const PROGRAMME: &str = r#"slug = "sample"
kind = "advanced_training"
languages = ["ru"]
academic_hour_minutes = 45
modules = ["01-first"]

[title]
ru = "Пример"
kk = "Мысал"
en = "Sample"

[summary]
ru = "Коротко."
kk = "Қысқаша."
en = "In short."

[audience]
ru = "Всем."
kk = "Барлығына."
en = "Everybody."

[hours]
theory = 4
practice = 12

[document]
kind = "advanced_training_certificate"

[rule]
attendance_percent = 80
hours_percent = 100
"#;

const MODULE: &str = r#"[title]
ru = "Первый"
kk = "Бірінші"
en = "First"

[[activity]]
key = "meeting"
kind = "session"
format = "press_tour"
mode = "in_person"
nature = "practice"
hours = 10
title.ru = "Встреча"
title.kk = "Кездесу"
title.en = "Meeting"

[[activity]]
key = "lesson"
kind = "lesson"
file = "02-lesson"
format = "distance_lesson"
mode = "distance"
nature = "theory"
hours = 4
title.ru = "Урок"
title.kk = "Сабақ"
title.en = "Lesson"

[[activity]]
key = "quiz"
kind = "quiz"
file = "03-quiz"
format = "quiz"
mode = "distance"
nature = "practice"
hours = 2
after = ["lesson"]
title.ru = "Тест"
title.kk = "Тест"
title.en = "Quiz"

[[activity]]
key = "case"
kind = "case"
file = "04-case"
format = "case"
mode = "distance"
nature = "practice"
hours = 0
title.ru = "Кейс"
title.kk = "Кейс"
title.en = "Case"
"#;

/// What decides whose the extra module is.
const DECLARATION: &str = r#"[[declaration]]
key = "orphan-care"
question.ru = "Работали ли вы раньше с детьми-сиротами?"
question.kk = "Бұрын жетім балалармен жұмыс істедіңіз бе?"
question.en = "Have you worked with orphans before?"
"#;

const EXTRA: &str = r#"extra_for = "orphan-care"

[title]
ru = "Первая встреча с детьми"
kk = "Балалармен алғашқы кездесу"
en = "Meeting the children first"

[[activity]]
key = "first-group"
kind = "session"
format = "group_class"
mode = "in_person"
nature = "practice"
hours = 2
title.ru = "Групповое занятие"
title.kk = "Топтық сабақ"
title.en = "Group class"

[[activity]]
key = "first-contact"
kind = "lesson"
file = "02-first-contact"
format = "distance_lesson"
mode = "distance"
nature = "theory"
hours = 1
title.ru = "Безопасное общение"
title.kk = "Қауіпсіз қарым-қатынас"
title.en = "Safe contact"

[[activity]]
key = "contact-quiz"
kind = "quiz"
file = "03-contact-quiz"
format = "quiz"
mode = "distance"
nature = "practice"
hours = 0
after = ["first-contact"]
title.ru = "Тест о безопасном общении"
title.kk = "Қауіпсіз қарым-қатынас тесті"
title.en = "Quiz on safe contact"
"#;

const LESSON: &str = r#"+++
takeaways = ["Что делать"]
third_party = true

[[sources]]
title = "Руководство"
author = "Фонд"
year = 2022

[[self_check]]
question = "Что?"
answer = "Это."
+++

## Первый раздел

![План зала](media/plan.png)

Дальше – [тест](03-quiz.ru.quiz.md), выше – [начало](#первый-раздел).

"#;

const QUIZ: &str = r#"+++
pass_percent = 70
attempts = 3
shuffle = true
release = "after_submit"
+++

## {one} Один ответ?

- [x] да, этот
- [ ] нет, другой

> потому что так

## {many many points=2} Несколько ответов?

Выберите *все* верные.

- [x] первый
- [x] второй
- [ ] третий

> потому что два

## {truth true-false} Это верно?

- [ ] Верно
- [x] Неверно

> потому что нет

## {number} Сколько часов?

= 60 ± 2,5 ч

> потому что 60

## {order} Что за чем?

1. подготовка
2. проведение
3. итоги

> потому что по порядку

## {match} Кто что делает?

| Кто | Что |
|---|---|
| фонд | помогает |
| центр | принимает |

> потому что так делят

## {scale scale} Я доверяю фондам.

1 – 5: совсем нет / полностью
"#;

/// The kinds of question that are newer than the sample, to be put behind it.
const NEWER: &str = r#"
## {weighed} Что сделать сначала?

- [x] позвонить
- [50%] написать
  > Могут не прочитать.
- [ ] ждать

> потому что быстрее

> {partly} Почти.

## {parts many} Что записать?

- [50%] срок
- [50%] цель
- [-50%] слухи

> потому что это договор

## {word text} Как называют труд без оплаты?

- [x] добровольчество
- [x] Волонтёр*
- [50%] помощь
  > Она бывает и платной.

> потому что по закону

## {code text case} Как сокращают «некоммерческая организация»?

- [x] НКО

> потому что три слова

## {gaps gaps points=2} Заполните памятку.

Приходят [[1]], звонят за [[2]] минут, записывают [[3]].

1. - [x] добровольно
   - [ ] по приказу
     > Приказ отнимает волю.
2. {number}
   - [x] 15
   - [50%] 15 ± 5
3. {text weight=2}
   - [x] в соглашение
   - [50%] *договор*

> потому что так в памятке

## {essay essay words=3-100 points=3} С чего начнёте?

Пишите просто.

```template
Кому позвоню:
```

> потому что план живой

> {marking} Один балл за срок.

## {travel} Сколько ехать?

= 90 ± 5 мин; 1 ч = 60

> потому что пробки

## {count number penalty=25%} Сколько согласий?

- [x] 15 человек
- [50%] 14 ± 0,5
  > Округлите вверх.

> потому что 12 ÷ 0,8

> {hint} Разделите.
"#;

const CASE: &str = r#"+++
pass_points = 4
submissions = 3
accepts = ["text", "files"]
max_files = 5
due_days = 14
+++

## {situation} Ситуация

Волонтёры не пришли.

## {task} Задание

Напишите партнёру.

## {hand-in} Что сдать

- письмо

## {criteria} Критерии

| Критерий | 0 | 2 | 3 | 4 |
|---|---|---|---|---|
| {grasp} Понимание | нет | часть | | всё |
| {tone} Тон | грубо | | ровно | |

## {trainer} Преподавателю

Обычная ошибка: искать виноватых.
"#;

/// The files of a programme, written into a temporary folder when they are checked.
pub(crate) struct Course {
    files: BTreeMap<String, Vec<u8>>,
}

impl Course {
    pub(crate) fn sample() -> Course {
        let lesson = format!("{LESSON}{}\n", "Слово за словом. ".repeat(230));
        Course { files: BTreeMap::new() }
            .with("programme.toml", PROGRAMME)
            .with("01-first/module.toml", MODULE)
            .with("01-first/02-lesson.ru.md", &lesson)
            .with("01-first/03-quiz.ru.quiz.md", QUIZ)
            .with("01-first/04-case.ru.case.md", CASE)
            .with_bytes("01-first/media/plan.png", b"\x89PNG\r\n\x1a\n")
    }

    /// The sample with a question of every kind and shape there is.
    pub(crate) fn with_every_kind() -> Course {
        let quiz = format!("{QUIZ}{NEWER}");
        Course::sample().with("01-first/03-quiz.ru.quiz.md", &quiz)
    }

    pub(crate) fn with(self, path: &str, text: &str) -> Course {
        self.with_bytes(path, text.as_bytes())
    }

    pub(crate) fn with_bytes(mut self, path: &str, bytes: &[u8]) -> Course {
        self.files.insert(path.to_owned(), bytes.to_vec());
        self
    }

    pub(crate) fn without(mut self, path: &str) -> Course {
        self.files.remove(path).expect("the file is there");
        self
    }

    /// Replaces the first place of `from`, which must be there.
    pub(crate) fn replace(mut self, path: &str, from: &str, to: &str) -> Course {
        let text = self.text(path);
        assert!(text.contains(from), "{path} has no {from:?}");
        self.files.insert(path.to_owned(), text.replacen(from, to, 1).into_bytes());
        self
    }

    /// Adds a module for those without experience: a session, a lesson and a quiz, two hours on top of the programme.
    pub(crate) fn with_extra_module(self) -> Course {
        let lesson = LESSON.split("![").next().expect("the frame").to_owned();
        self.replace(
            "programme.toml",
            "\"]\n\n[title]",
            &format!("\", \"02-extra\"]\n\n{DECLARATION}\n[title]"),
        )
        .with("02-extra/module.toml", EXTRA)
        .with("02-extra/02-first-contact.ru.md", &format!("{lesson}{}\n", "Слово за словом. ".repeat(230)))
        .with("02-extra/03-contact-quiz.ru.quiz.md", QUIZ)
    }

    /// Adds a Kazakh version of every text.
    pub(crate) fn in_two_languages(self) -> Course {
        let lesson = self.text("01-first/02-lesson.ru.md").replace("03-quiz.ru", "03-quiz.kk");
        let quiz = self.text("01-first/03-quiz.ru.quiz.md").replace("Один ответ?", "Бір жауап?");
        let case = self.text("01-first/04-case.ru.case.md");
        self.replace("programme.toml", "[\"ru\"]", "[\"ru\", \"kk\"]")
            .with("01-first/02-lesson.kk.md", &lesson)
            .with("01-first/03-quiz.kk.quiz.md", &quiz)
            .with("01-first/04-case.kk.case.md", case.split_once("+++\n\n").expect("settings").1)
    }

    pub(crate) fn text(&self, path: &str) -> String {
        String::from_utf8(self.files[path].clone()).unwrap()
    }

    /// The line of the first place of `part`, from 1.
    pub(crate) fn line_of(&self, path: &str, part: &str) -> u32 {
        let text = self.text(path);
        let (before, _) = text.split_once(part).unwrap_or_else(|| panic!("{path} has no {part:?}"));
        u32::try_from(before.matches('\n').count()).unwrap() + 1
    }

    /// Writes the files into a folder `sample` under a content folder, over what lies there.
    pub(crate) fn write_under(&self, content: &Path) -> std::path::PathBuf {
        let folder = content.join("sample");
        for (path, bytes) in &self.files {
            let path = folder.join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, bytes).unwrap();
        }
        folder
    }

    pub(crate) fn check(&self) -> Checked {
        let root = tempfile::tempdir().unwrap();
        let folder = self.write_under(root.path());
        let checked = parse(&folder::read(&folder).unwrap());
        let faultless = checked.findings.iter().all(|finding| finding.severity() == Severity::Warning);
        assert_eq!(checked.programme.is_some(), faultless, "{:#?}", checked.findings);
        checked
    }

    /// The programme, which must be faultless.
    pub(crate) fn programme(&self) -> Programme {
        let checked = self.check();
        checked.programme.unwrap_or_else(|| panic!("{:#?}", checked.findings))
    }
}
