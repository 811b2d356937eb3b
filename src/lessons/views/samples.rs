//! The pages in their typical states.

use super::*;

fn lesson() -> Lesson {
    let link = |title: &str, url: &str| Link { title: title.into(), url: url.into() };
    Lesson {
        title: "Роль НКО в социальной сфере".into(),
        course: link("Эффективное партнёрство", "/learn/1"),
        module: "Зачем нужны партнёры".into(),
        language: "ru",
        is_fallback: false,
        reading_minutes: 9,
        takeaways: vec!["Зачем учреждению НКО".into(), "С чего начать разговор".into()],
        html: SafeHtml::trusted("<h2 id=\"h-начало\">Начало</h2><p>Текст урока.</p>"),
        self_check: vec![SelfCheck {
            question: "С чего начать?".into(), answer: "С общей цели.".into()
        }],
        sources: vec!["Иванова А. С. Методические материалы, 2022".into()],
        reading_url: "/learn/1/lessons/2/reading".into(),
        is_read: false,
        is_over: false,
        is_preview: false,
        resume: Some(link("Начало", "#h-начало")),
        place_url: "/learn/1/lessons/2/place".into(),
        place: 400,
        previous: link("Входной тест", "/learn/1/quizzes/1"),
        next: link("Первый тест", "/learn/1/quizzes/3"),
        print_url: "/learn/1/lessons/2?print".into(),
        opened: false,
    }
}

fn without_button() -> Lesson {
    Lesson { reading_url: String::new(), resume: None, place_url: String::new(), ..lesson() }
}

pub(super) fn lessons() -> Vec<Lesson> {
    let done = Lesson { is_read: true, place_url: "/learn/1/lessons/2/place".into(), ..without_button() };
    let over = Lesson { is_over: true, is_fallback: true, ..without_button() };
    let kazakh = Lesson { language: "kk", is_fallback: true, ..lesson() };
    let english = Lesson { language: "en", is_fallback: true, ..lesson() };
    let alone = Lesson {
        is_preview: true,
        takeaways: Vec::new(),
        self_check: Vec::new(),
        sources: Vec::new(),
        previous: Link::default(),
        next: Link::default(),
        ..without_button()
    };
    vec![lesson(), done, over, kazakh, english, alone]
}

pub(super) fn closed() -> Vec<Closed> {
    let page = |key| Closed {
        title: "Роль НКО в социальной сфере".into(),
        edition: "2-й поток".into(),
        course_url: "/learn/1".into(),
        starts_on: String::new(),
        waits_for: vec!["Входной тест".into()],
        question: None,
        first: Some(First { title: "Входной тест".into(), url: "/learn/1/quizzes/1".into(), key }),
    };
    let ahead = Closed {
        starts_on: "1 сентября 2026 г.".into(),
        waits_for: Vec::new(),
        first: None,
        ..page("lessons-first-lesson")
    };
    let asked = Closed {
        waits_for: Vec::new(),
        question: Some("Работали ли вы раньше с детьми-сиротами?".into()),
        first: None,
        ..page("lessons-first-lesson")
    };
    vec![
        page("lessons-first-lesson"),
        page("lessons-first-quiz"),
        page("lessons-first-case"),
        page("lessons-first-meeting"),
        ahead,
        asked,
    ]
}
