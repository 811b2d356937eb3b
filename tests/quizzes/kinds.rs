//! The kinds of question that are typed, filled in or written: asked, answered, shown again (G1, G4, G8).

use super::*;
use birge::questions::rules::Shape;
use birge::questions::rules::{Filling, wrong_response};

/// The sample's quiz with every kind of question, without a clock.
fn every_kind() -> Course {
    Course::with_every_kind().replace("01-first/module.toml", "after = [\"lesson\"]\n", "")
}

/// Without the essay, so that nothing waits for a trainer.
pub(super) fn marked_at_once() -> Course {
    let (path, essay) = ("01-first/03-quiz.ru.quiz.md", "## {essay essay");
    let text = every_kind().text(path);
    let (before, rest) = text.split_once(essay).unwrap();
    let (_, after) = rest.split_once("\n## ").unwrap();
    every_kind().with(path, &format!("{before}## {after}"))
}

#[tokio::test]
async fn every_kind_has_its_controls_and_gives_nothing_away() {
    let desk = Desk::of(every_kind()).await;
    let attempt = desk.start().await;
    let page = desk.browser.get(&paths::attempt(attempt)).await;
    let name = |id: QuestionId| field_name(id);
    let (gaps, word, essay) =
        (desk.question("gaps").await.0, desk.question("word").await.0, desk.question("essay").await.0);
    for control in [
        format!("<select name=\"{}-1\"", name(gaps)),
        format!("<input type=\"text\" name=\"{}-2\"", name(gaps)),
        format!("<input type=\"text\" name=\"{}-3\"", name(gaps)),
        format!("name=\"{}\" value=\"\"", name(word)),
        "aria-label=\"Пропуск 2\"".to_owned(),
        format!("name=\"{}\" rows=\"9\"", name(essay)),
        "\nКому позвоню:</textarea>".to_owned(),
    ] {
        assert!(page.html.contains(&control), "{control}: {}", page.html);
    }
    for words in [
        "От 3 до 100 слов",
        "Этот ответ проверит преподаватель",
        "Можно указать единицу: мин, ч. Число без единицы – мин.",
    ] {
        assert!(page.text().contains(words), "{words}: {}", page.text());
    }
    assert!(!page.html.contains("[[1]]"), "the marks are gaps now");
    let api = desk.app.api(&desk.person).await;
    let json = api.get(&format!("/api/v1/attempts/{attempt}")).await.html;
    for source in [&page.html, &json] {
        for secret in [
            "добровольчество",
            "Волонтёр*",
            "в соглашение",
            "*договор*",
            "бывает и платной",
            "балл за срок",
            "Округлите",
        ] {
            assert!(!source.contains(secret), "{secret}: {source}");
        }
    }
}

#[tokio::test]
async fn an_essay_waits_for_a_trainer_and_the_page_says_so() {
    let desk = Desk::of(every_kind()).await;
    let attempt = desk.start().await;
    desk.answer_all(attempt).await;
    let after = desk.submit(attempt).await.text();
    for words in [
        "Ответы приняты",
        "Результат ещё не окончательный",
        "Ждёт проверки преподавателя",
        "Мы договорились обо всём заранее.",
        "потому что план живой",
    ] {
        assert!(after.contains(words), "{words}: {after}");
    }
    for words in ["Тест сдан", "Тест пока не сдан", "балл за срок"] {
        assert!(!after.contains(words), "{words}: {after}");
    }
    let row = desk.row(attempt).await;
    assert_eq!((row.result, row.passed, desk.fact().await.completed), (None, None, false));
    let before = desk.browser.get(&desk.page()).await.text();
    assert!(before.contains("ждёт проверки") && !before.contains("сдан"), "{before}");
    let json = desk.app.api(&desk.person).await.get(&format!("/api/v1/attempts/{attempt}")).await.json();
    assert_eq!(json["result_permille"], serde_json::Value::Null);
}

#[tokio::test]
async fn an_essay_that_is_too_short_is_named_before_it_is_handed_in() {
    let desk = Desk::of(every_kind()).await;
    let attempt = desk.start().await;
    desk.save(attempt, "essay", 0, &[("", "Позвоню – завтра")]).await;
    let check = desk.browser.get(&paths::attempt_submission(attempt)).await.text();
    let named = ": Слов: 2. Не меньше 3 слов.";
    assert!(check.contains("Объём не тот, что просили") && check.contains(named), "{check}");
    desk.save(attempt, "essay", 1, &[("", "Позвоню завтра утром")]).await;
    let check = desk.browser.get(&paths::attempt_submission(attempt)).await.text();
    assert!(!check.contains("Объём не тот"), "{check}");
}

#[tokio::test]
async fn an_untouched_template_is_no_answer() {
    let desk = Desk::of(every_kind()).await;
    let attempt = desk.start().await;
    let (essay, _) = desk.question("essay").await;
    let template = named(essay, &[("", "Кому позвоню:\r\n")]);
    let mut fields = vec![("sequence", "0")];
    fields.extend(template.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    assert_eq!(send(&desk.browser, &paths::attempt_answers(attempt), &fields).await.status, 200);
    assert_eq!(desk.steps(attempt).await, []);
    desk.submit(attempt).await;
    assert_eq!(desk.row(attempt).await.passed, Some(false), "a blank essay waits for nobody");
}

#[tokio::test]
async fn typed_answers_are_right_in_any_spelling_and_shown_without_patterns() {
    let desk = Desk::of(marked_at_once()).await;
    let attempt = desk.start().await;
    desk.answer_all(attempt).await;
    let (count, _) = desk.question("word").await;
    let sequence = desk.row(attempt).await.question_ids.0.len();
    let sequence = i32::try_from(sequence).unwrap();
    let spelt = save(&desk.browser, attempt, count, sequence, &named(count, &[("", " ВОЛОНТЕРСТВО ")])).await;
    assert_eq!(spelt.status, 200);
    let after = desk.submit(attempt).await.text();
    assert!(after.contains("Тест сдан") && after.contains("100 %"), "{after}");
    assert!(after.contains("Правильный ответ: добровольчество"), "{after}");
    assert!(!after.contains("олонтёр*") && !after.contains("*договор"), "{after}");
    assert_eq!(desk.fact().await.result, Some(Permille(1000)));
}

#[tokio::test]
async fn wrong_answers_get_the_authors_remarks() {
    let desk = Desk::of(marked_at_once()).await;
    let attempt = desk.start().await;
    for (sequence, (id, question)) in (0..).zip(desk.questions().await) {
        let response = match question.key.as_str() {
            "word" => Response::Text("Помощь".to_owned()),
            "weighed" => {
                let text = question.text(birge::kernel::Language::Ru).unwrap().1;
                let choice = text.choices.iter().find(|choice| choice.html == "написать").unwrap();
                Response::One(choice.id)
            }
            _ => wrong_response(&question.answer, &Shape::of(&question)).unwrap_or(Response::Scale(3)),
        };
        if let Response::Gaps(fillings) = &response {
            assert_eq!(fillings.len(), 3);
            assert!(matches!(fillings.values().next(), Some(Filling::Choice(_))));
        }
        let saved = save(&desk.browser, attempt, id, sequence, &response.to_fields(&field_name(id))).await;
        assert_eq!(saved.status, 200, "{}: {}", question.key, saved.html);
    }
    let after = desk.submit(attempt).await.text();
    for words in [
        "Тест пока не сдан",
        "Она бывает и платной.",
        "Могут не прочитать.",
        "Почти.",
        "Приказ отнимает волю.",
        "50 %",
        "−50 %",
        "Пропуск 1",
        "Верно частично",
    ] {
        assert!(after.contains(words), "{words}: {after}");
    }
    assert!(!after.contains("Разделите"), "hints are for further tries");
}

#[tokio::test]
async fn what_is_too_long_or_in_a_foreign_unit_is_named() {
    let desk = Desk::of(every_kind()).await;
    let attempt = desk.start().await;
    let (word, travel) = (desk.question("word").await.0, desk.question("travel").await.0);
    let long = "я".repeat(301);
    let mut fields = vec![("sequence".to_owned(), "0".to_owned())];
    fields.extend(named(word, &[("", &long)]));
    fields.extend(named(travel, &[("", "2 года")]));
    fields.extend(named(desk.question("gaps").await.0, &[("-2", "пятнадцать")]));
    let fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let page = send(&desk.browser, &paths::attempt_answers(attempt), &fields).await;
    assert_eq!(page.status, 422);
    assert!(
        page.text().contains("Ответ слишком длинный")
            && page.text().contains("Эта единица к вопросу не подходит")
            && page.text().contains("впишите его цифрами")
    );
    assert!(page.html.contains("value=\"2 года\""), "what was typed stays");
    assert_eq!(desk.steps(attempt).await, []);
}
