//! The timer of an agenda on the projector (F14): a list with clock times where there are no scripts.

use super::*;

#[tokio::test]
async fn talks_follow_one_another_by_the_clock_and_any_of_them_can_begin_now() {
    let class = Class::with(0).await;
    let url = paths::session_timer(class.session);
    let empty = class.trainer.get(&url).await;
    assert!(empty.text().contains("Таймеру нужны минуты"), "{}", empty.text());
    assert!(class.programme(&class.trainer).await.link_to("Открыть таймер для экрана").is_empty());
    let talk = |text: &'static str, minutes: &'static str| {
        [("text", text), ("minutes", minutes), ("speaker", "Ли В.")]
    };
    let rows: [&[(&str, &str)]; 3] =
        [&talk("Первый доклад", "7"), &talk("Без времени", ""), &talk("Второй доклад", "7")];
    class.save_questions("PechaKucha", &rows).await;
    assert_eq!(class.programme(&class.trainer).await.link_to("Открыть таймер для экрана"), url);

    class.ground.app.set_clock("2026-09-15T01:59:00Z");
    let ahead = class.trainer.get(&url).await;
    assert!(ahead.text().contains("Начало в 10:00"), "{}", ahead.text());
    assert!(ahead.html.contains("data-ms=\"60000\""));
    class.ground.app.set_clock("2026-09-15T02:06:30Z");
    let first = class.trainer.get(&url).await;
    let text = first.text();
    assert!(
        in_order(&text, &["Первый доклад", "Осталось", "30", "Дальше : Второй доклад"])
            || in_order(&text, &["Первый доклад", "Осталось", "30", "Дальше: Второй доклад"]),
        "{text}"
    );
    assert!(in_order(&text, &["10:00–10:07", "10:07–10:14"]) && !text.contains("Без времени"), "{text}");
    assert!(first.html.contains("http-equiv=\"refresh\" content=\"15\""), "the browser itself reads it anew");
    class.ground.app.set_clock("2026-09-15T02:07:00Z");
    let second = class.trainer.get(&url).await.text();
    assert!(second.contains("Это последний вопрос"), "{second}");
    class.ground.app.set_clock("2026-09-15T02:14:00Z");
    let over = class.trainer.get(&url).await;
    assert!(over.text().contains("Все вопросы рассмотрены") && over.html.contains("data-over"));

    let begun = class.trainer.get(&paths::session_timer_item(class.session, 1)).await;
    assert!(begun.text().contains("Это последний вопрос"), "{}", begun.text());
    assert!(
        begun.html.contains("data-ms=\"420000\"") && begun.text().contains("10:14–10:21"),
        "{}",
        begun.text()
    );
    for nonsense in [
        "from=завтра",
        "from=99999999999999999",
        "from=8000000000000",
        "item=-1",
        "from=-9223372036854775808",
    ] {
        assert_eq!(class.trainer.get(&format!("{url}?{nonsense}")).await.status, 200, "{nonsense}");
    }
    let later = class.trainer.get(&format!("{url}?item=99")).await;
    assert!(later.text().contains("Все вопросы рассмотрены"), "{}", later.text());
}
