//! What the two journeys read and write: a small course in each language, and the words of the interface.

use crate::content::Course;

/// A journey in one language.
pub struct Story {
    /// The language of everybody in it.
    pub tag: &'static str,
    /// The files of the course.
    pub course: Course,
    /// What the course files call things, and what people type.
    pub said: Said,
    /// The words of the interface.
    pub words: Words,
    /// Interface words of another language, which nobody may see.
    pub foreign: &'static [&'static str],
}

/// Names of things in the course, and answers.
pub struct Said {
    pub programme: &'static str,
    pub meeting: &'static str,
    pub lesson: &'static str,
    pub quiz: &'static str,
    pub case: &'static str,
    pub right: [&'static str; 2],
    pub organisation: &'static str,
    pub edition: &'static str,
    pub surname: &'static str,
    pub given_name: &'static str,
    pub short_name: &'static str,
    pub work: &'static str,
    pub remark: &'static str,
    pub paper: &'static [&'static str],
}

/// What the interface says.
pub struct Words {
    pub sign_in: &'static str,
    pub folders: &'static str,
    pub import: &'static str,
    pub imported: &'static str,
    pub add: &'static str,
    pub state_sector: &'static str,
    pub moscow: &'static str,
    pub open_edition: &'static str,
    pub edition_open: &'static str,
    pub save: &'static str,
    pub booked: &'static str,
    pub enrol: &'static str,
    pub enrolled: &'static str,
    pub think_of_password: &'static str,
    pub save_and_enter: &'static str,
    pub next: &'static str,
    pub next_session: &'static str,
    pub go_lesson: &'static str,
    pub go_case: &'static str,
    pub mark_read: &'static str,
    pub is_read: &'static str,
    pub start_quiz: &'static str,
    pub hand_in_quiz: &'static str,
    pub ready_to_hand_in: &'static str,
    pub quiz_passed: &'static str,
    pub hand_in_case: &'static str,
    pub work_waits: &'static str,
    pub works: &'static str,
    pub save_grade: &'static str,
    pub graded: &'static str,
    pub sessions_today: &'static str,
    pub open_roll: &'static str,
    pub all_present: &'static str,
    pub nothing_saved_yet: &'static str,
    pub save_marks: &'static str,
    pub marks_saved: &'static str,
    pub all_met: &'static str,
    pub too_early: &'static str,
    pub ready: &'static str,
    pub issue: &'static str,
    pub issued: &'static str,
    pub my_documents: &'static str,
    pub download: &'static str,
    pub valid: &'static str,
}

const RU_QUIZ: &str = r#"+++
pass_percent = 70
attempts = 3
release = "after_submit"
+++

## {first} Кому звонят сначала?

- [x] партнёру
- [ ] никому

> потому что он ждёт

## {second} Что записывают после встречи?

- [x] договорённости
- [ ] ничего

> потому что забудется
"#;

const KK_QUIZ: &str = r#"+++
pass_percent = 70
attempts = 3
release = "after_submit"
+++

## {first} Алдымен кімге қоңырау шалады?

- [x] серіктеске
- [ ] ешкімге

> өйткені ол күтіп отыр

## {second} Кездесуден кейін не жазылады?

- [x] уағдаластық
- [ ] ештеңе

> өйткені ұмытылады
"#;

const KK_LESSON: &str = r#"+++
takeaways = ["Не істеу керек"]
third_party = true

[[sources]]
title = "Нұсқаулық"
author = "Қор"
year = 2022

[[self_check]]
question = "Не?"
answer = "Осы."
+++

## Бірінші бөлім

![Зал сызбасы](media/plan.png)

"#;

const KK_CASE: &str = r#"+++
pass_points = 4
submissions = 3
accepts = ["text", "files"]
max_files = 5
due_days = 60
+++

## {situation} Жағдай

Еріктілер келмеді.

## {task} Тапсырма

Серіктеске хат жазыңыз.

## {hand-in} Не тапсыру керек

- хат

## {criteria} Критерийлер

| Критерий | 0 | 2 | 3 | 4 |
|---|---|---|---|---|
| {grasp} Түсіну | жоқ | жартылай | | бәрі |
| {tone} Үн | дөрекі | | сабырлы | |

## {trainer} Оқытушыға

Жиі қате: кінәліні іздеу.
"#;

impl Story {
    /// In Russian: a course that ends with an удостоверение.
    pub fn russian() -> Story {
        let case = "01-first/04-case.ru.case.md";
        Story {
            tag: "ru",
            course: Course::sample().with("01-first/03-quiz.ru.quiz.md", RU_QUIZ).replace(
                case,
                "due_days = 14",
                "due_days = 60",
            ),
            said: Said {
                programme: "Пример",
                meeting: "Встреча",
                lesson: "Урок",
                quiz: "Тест",
                case: "Кейс",
                right: ["партнёру", "договорённости"],
                organisation: "Центр добровольчества",
                edition: "2-й поток, осень 2026",
                surname: "Құрманғазы",
                given_name: "Анна",
                short_name: "Құрманғазы А.",
                work: "Сначала позвоню Ольге, потом напишу, что мы решили.",
                remark: "Хорошее письмо",
                paper: &[
                    "Құрманғазы Анна",
                    "УДОСТОВЕРЕНИЕ",
                    "УПК-2026/0001",
                    "в объёме 16 академических часов",
                ],
            },
            words: RU,
            foreign: &["Сақтау", "Шығу", "Мәзір", "Sign out", "Save"],
        }
    }

    /// In Kazakh: a course that ends with a certificate.
    pub fn kazakh() -> Story {
        let lesson = format!("{KK_LESSON}{}\n", "Сөзден сөз туады. ".repeat(230));
        Story {
            tag: "kk",
            course: Course::sample()
                .replace("programme.toml", "[\"ru\"]", "[\"kk\"]")
                .replace("programme.toml", "advanced_training_certificate", "participation_certificate")
                .without("01-first/02-lesson.ru.md")
                .without("01-first/03-quiz.ru.quiz.md")
                .without("01-first/04-case.ru.case.md")
                .with("01-first/02-lesson.kk.md", &lesson)
                .with("01-first/03-quiz.kk.quiz.md", KK_QUIZ)
                .with("01-first/04-case.kk.case.md", KK_CASE),
            said: Said {
                programme: "Мысал",
                meeting: "Кездесу",
                lesson: "Сабақ",
                quiz: "Тест",
                case: "Кейс",
                right: ["серіктеске", "уағдаластық"],
                organisation: "Еріктілер орталығы",
                edition: "Күзгі ағым, 2026",
                surname: "Әбдіғаппарқызы",
                given_name: "Ұлжан",
                short_name: "Әбдіғаппарқызы Ұ.",
                work: "Алдымен Гүлнарға қоңырау шаламын, содан кейін не шешкенімізді жазамын.",
                remark: "Хат жақсы жазылған",
                paper: &[
                    "Әбдіғаппарқызы Ұлжан",
                    "ҚАТЫСУШЫ СЕРТИФИКАТЫ",
                    "көлемі 16 академиялық сағат",
                    "2026/0001",
                ],
            },
            words: KK,
            foreign: &[
                "Сохранить",
                "Выйти",
                "Меню",
                "Дальше",
                "Отметить",
                "Выдать",
                "Зачислить",
                "Войти",
                "Открыть",
            ],
        }
    }
}

const RU: Words = Words {
    sign_in: "Войти",
    folders: "Папка с материалами",
    import: "Загрузить программу",
    imported: "Загружена версия 1. По ней можно открывать потоки.",
    add: "Добавить",
    state_sector: "Некоммерческая организация",
    moscow: "Москва",
    open_edition: "Открыть поток",
    edition_open: "Поток открыт. Теперь зачислите слушателей и составьте расписание.",
    save: "Сохранить",
    booked: "Занятие назначено.",
    enrol: "Завести и зачислить",
    enrolled: "Человек зачислен, письмо отправлено.",
    think_of_password: "Придумайте пароль",
    save_and_enter: "Сохранить и войти",
    next: "Дальше",
    next_session: "Ближайшее занятие",
    go_lesson: "Читать урок",
    go_case: "Открыть кейс",
    mark_read: "Отметить прочитанным",
    is_read: "Урок отмечен прочитанным. Вот следующий шаг.",
    start_quiz: "Начать тест",
    hand_in_quiz: "Сдать тест",
    ready_to_hand_in: "Вы ответили на все вопросы.",
    quiz_passed: "Тест сдан",
    hand_in_case: "Сдать работу",
    work_waits: "Работа ждёт проверки",
    works: "Работы на проверку: 1",
    save_grade: "Сохранить оценку",
    graded: "Оценка сохранена: 7 баллов, зачтено",
    sessions_today: "Занятия сегодня",
    open_roll: "Открыть перекличку",
    all_present: "Отметить всех присутствующими",
    nothing_saved_yet: "Есть несохранённые изменения",
    save_marks: "Сохранить отметки",
    marks_saved: "Сохранена 1 отметка.",
    all_met: "Всё выполнено.",
    too_early: "Выдать документы можно с",
    ready: "Готовы получить документ: 1",
    issue: "Выдать документы (1)",
    issued: "Выдано документов: 1. Письма слушателям отправлены.",
    my_documents: "Мои документы",
    download: "Скачать PDF",
    valid: "Документ действителен",
};

const KK: Words = Words {
    sign_in: "Кіру",
    folders: "Материалдар қалтасы",
    import: "Бағдарламаны жүктеу",
    imported: "1-нұсқа жүктелді. Енді ол бойынша ағым ашуға болады.",
    add: "Қосу",
    state_sector: "Коммерциялық емес ұйым",
    moscow: "Мәскеу",
    open_edition: "Ағымды ашу",
    edition_open: "Ағым ашылды. Енді тыңдаушыларды қабылдап, кесте құрыңыз.",
    save: "Сақтау",
    booked: "Кездесу тағайындалды.",
    enrol: "Тіркеп, қабылдау",
    enrolled: "Адам қабылданды, хат жіберілді.",
    think_of_password: "Құпиясөз ойлап табыңыз",
    save_and_enter: "Сақтап, кіру",
    next: "Келесі қадам",
    next_session: "Жақын сабақ",
    go_lesson: "Сабақты оқу",
    go_case: "Кейсті ашу",
    mark_read: "Оқыдым",
    is_read: "Сабақ оқылды деп белгіленді. Келесі қадам осы.",
    start_quiz: "Тестті бастау",
    hand_in_quiz: "Тестті тапсыру",
    ready_to_hand_in: "Барлық сұраққа жауап бердіңіз.",
    quiz_passed: "Тесттен өттіңіз",
    hand_in_case: "Жұмысты тапсыру",
    work_waits: "Жұмыс тексеруді күтіп тұр",
    works: "Тексеруге келген жұмыстар: 1",
    save_grade: "Бағаны сақтау",
    graded: "Баға сақталды: 7 ұпай, есептелді.",
    sessions_today: "Бүгінгі кездесулер",
    open_roll: "Тізімді ашу",
    all_present: "Бәрін «бар» деп белгілеу",
    nothing_saved_yet: "Сақталмаған өзгерістер бар",
    save_marks: "Белгілерді сақтау",
    marks_saved: "1 белгі сақталды.",
    all_met: "Бәрі орындалды.",
    too_early: "Құжаттарды беруге болатын күн:",
    ready: "Құжат алуға дайын: 1",
    issue: "Құжаттарды беру (1)",
    issued: "Берілген құжат саны: 1. Тыңдаушыларға хат жіберілді.",
    my_documents: "Менің құжаттарым",
    download: "PDF жүктеп алу",
    valid: "Құжат жарамды",
};
