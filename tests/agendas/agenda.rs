//! The agenda of a seminar (F3), on pages that work without scripts.

use super::*;

fn question<'a>(text: &'a str, minutes: &'a str) -> [(&'a str, &'a str); 3] {
    [("text", text), ("minutes", minutes), ("speaker", "")]
}

#[tokio::test]
async fn five_and_nine_questions_stand_in_order_on_the_page_and_on_paper() {
    let class = Class::with(1).await;
    let texts: Vec<String> = (1..=9).map(|number| format!("Вопрос №{number}.")).collect();
    let trainee = class.trainee(0).await;
    for count in [5, 9] {
        let rows: Vec<_> = texts.iter().take(count).map(|text| question(text, "")).collect();
        let rows: Vec<&[(&str, &str)]> = rows.iter().map(|row| row.as_slice()).collect();
        let saved = class.save_questions("Права детей", &rows).await;
        assert_eq!(saved.path, paths::session_programme(class.session), "{}", saved.text());
        assert!(saved.text().contains("Тема и вопросы сохранены"), "{}", saved.text());
        let wanted: Vec<&str> = texts.iter().take(count).map(String::as_str).collect();
        let page = class.programme(&trainee).await;
        let paper = trainee.get(&paths::session_programme_print(class.session)).await;
        for shown in [&page, &paper] {
            assert_eq!(shown.status, 200);
            assert!(in_order(&shown.text(), &wanted), "{}", shown.text());
            assert!(shown.text().contains("Права детей"), "{}", shown.text());
            assert_eq!(shown.text().contains(texts[8].as_str()), count == 9);
        }
        assert!(!page.html.contains(&paths::session_agenda(class.session)), "a trainee changes nothing");
        assert!(
            paper.html.contains("data-print") && !paper.html.contains("class=\"masthead"),
            "{}",
            paper.html
        );
    }
}

#[tokio::test]
async fn rows_grow_and_move_without_scripts_and_nothing_typed_is_lost() {
    let class = Class::with(0).await;
    let url = paths::session_agenda(class.session);
    let empty = class.trainer.get(&url).await;
    assert!(empty.html.contains("name=\"text-4\"") && !empty.html.contains("name=\"text-5\""));
    let rows: [&[(&str, &str)]; 3] =
        [&question("Первый", "10"), &question("", ""), &question("Третий", "сто")];
    let more = class.send(&url, &[("topic", "Наставник")], &rows, "more").await;
    assert_eq!(
        (more.status, more.path.as_str()),
        (200, url.as_str()),
        "nothing is saved, nothing is refused"
    );
    assert!(more.html.contains("name=\"text-5\"") && more.html.contains("Третий"), "{}", more.html);
    assert_eq!(more.value_of("topic").as_deref(), Some("Наставник"));
    assert_eq!(more.value_of("minutes-2").as_deref(), Some("сто"));
    let up = class.send(&url, &[("topic", "Наставник")], &rows, "up-2").await;
    assert_eq!(up.value_of("minutes-1").as_deref(), Some("сто"));
    let dropped = class.send(&url, &[("topic", "Наставник")], &rows, "drop-0").await;
    assert!(!dropped.html.contains("Первый") && dropped.html.contains("Третий"));
    assert!(!class.programme(&class.trainer).await.text().contains("Наставник"), "a preview saves nothing");

    let wrong = class.send(&url, &[("topic", "Наставник")], &rows, "save").await;
    assert_eq!(wrong.status, 422);
    let text = wrong.text();
    assert!(
        text.contains("Строка 2 : Укажите число цифрами") || text.contains("Строка 2: Укажите число цифрами"),
        "{text}"
    );
    assert_eq!(
        wrong.value_of("minutes-1").as_deref(),
        Some("сто"),
        "the empty row is gone, the wrong one stays"
    );
    let lonely: &[(&str, &str)] = &[("text", ""), ("speaker", "Ким О. В.")];
    let nameless = class.send(&url, &[], &[lonely], "save").await;
    assert_eq!(nameless.status, 422, "a speaker without a question");
    assert!(nameless.html.contains("Ким О. В."));
}

#[tokio::test]
async fn both_clocks_stand_beside_the_questions_where_they_differ() {
    let class = Class::with(1).await;
    let rows: [&[(&str, &str)]; 2] = [&question("Кто такой наставник", "20"), &question("Права", "7")];
    class.save_questions("", &rows).await;
    let text = class.programme(&class.trainee(0).await).await.text();
    assert!(text.contains("10:00–10:20") && text.contains("10:20–10:27"), "{text}");
    assert!(text.contains("05:00–05:20 по вашему времени"), "{text}");
}

#[tokio::test]
async fn the_same_form_sent_twice_is_written_once_and_kept_in_the_audit() {
    let class = Class::with(0).await;
    let url = paths::session_agenda(class.session);
    let fields = [("topic", "Права детей"), ("text-0", "Кто отвечает"), ("count", "1"), ("do", "save")];
    for _ in 0..2 {
        let page = class.trainer.post_as(&url, &fields, "once").await;
        assert_eq!(page.path, paths::session_programme(class.session));
    }
    assert_eq!(class.ground.app.audited("session-agenda-set").await, 1);
    class.trainer.post(&url, &fields).await;
    assert_eq!(class.ground.app.audited("session-agenda-set").await, 1, "nothing new was said");
}
