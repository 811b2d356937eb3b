//! The page of an edition's reminders and warnings: who sees it, what it shows, and the form of its rule.

use super::Class;
use birge::web::paths;
use serde_json::json;

#[actix_web::test]
async fn the_page_shows_what_is_to_go_what_went_and_who_was_warned() {
    let class = Class::with(2).await;
    let bare = class.page().await.text();
    assert!(bare.contains("В ближайшие недели занятий нет"), "{bare}");
    assert!(bare.contains("Пока никого не предупреждали"), "{bare}");
    let lectures = class.lectures(&[15, 16, 18]).await;
    let page = class.page().await.text();
    assert!(page.contains("Уйдёт вт, 15 сентября, 05:00"), "a day before the second, in Moscow: {page}");
    for (place, day) in [(0, "15"), (1, "16")] {
        class.at(&format!("2026-09-{day}T04:00:00Z"));
        class.mark(lectures[place], &["absent", "present"]).await;
    }
    class.at("2026-09-17T02:00:00Z");
    class.look().await;
    class.app().run_jobs().await;
    let page = class.page().await;
    let text = page.text();
    assert!(text.contains("Слушатель0000") && !text.contains("Слушатель0001"), "{text}");
    assert!(text.contains("пропущено 2 занятия подряд") && text.contains("посещено 0 %"), "{text}");
    assert!(text.contains("Отправлено"), "{text}");
    assert!(text.contains("3 письма, за 24 ч до начала"), "two trainees and the trainer: {text}");
    assert!(page.html.contains(&paths::person_hours(class.who(0))), "{}", page.html);
    assert!(page.html.contains(&paths::session(lectures[0])), "{}", page.html);
    let trainer = class.app().sign_in(&class.ground.trainer).await;
    let found = trainer.get(&paths::edition(class.ground.edition)).await.link_to("Напоминания");
    assert_eq!(found, paths::edition_reminders(class.ground.edition), "it is found from the edition");
}

#[actix_web::test]
async fn only_those_who_teach_or_administer_the_edition_come_in() {
    let class = Class::with(1).await;
    let page = paths::edition_reminders(class.ground.edition);
    let rule = paths::reminder_rules(class.ground.edition);
    let other = class.app().trainer("Соседний").await;
    let administrator = class.app().administrator().await;
    for (who, status) in
        [(class.person(0), 403), (&other, 404), (&class.ground.trainer, 200), (&administrator, 200)]
    {
        let browser = class.app().sign_in(who).await;
        assert_eq!(browser.get(&page).await.status, status, "{}", who.email);
        assert_eq!(browser.post(&rule, &[("lead_1", "12")]).await.status, status, "{}", who.email);
        let wrong = browser.post(&rule, &[("lead_1", "x")]).await.status;
        assert_eq!(wrong, if status == 200 { 422 } else { status }, "faults do not tell that there is one");
    }
}

#[actix_web::test]
async fn a_rule_that_cannot_be_loses_nothing_typed_and_one_that_is_the_same_is_no_new_one() {
    let class = Class::with(1).await;
    let wrong = class
        .set_rule(&[("lead_1", "400"), ("lead_2", "завтра"), ("share_percent", "101"), ("in_a_row", "0")])
        .await;
    assert_eq!(wrong.status, 422);
    for (field, value) in
        [("lead_1", "400"), ("lead_2", "завтра"), ("share_percent", "101"), ("in_a_row", "0")]
    {
        assert_eq!(wrong.value_of(field).as_deref(), Some(value), "{field}");
        assert!(wrong.html.contains(&format!("href=\"#field-{field}\"")), "{field}: {}", wrong.html);
    }
    let fields =
        [("lead_1", "2"), ("lead_2", "48"), ("lead_3", "2"), ("share_percent", "75"), ("in_a_row", "")];
    let saved = class.set_rule(&fields).await;
    assert!(saved.text().contains("Правило сохранено"), "{}", saved.text());
    class.set_rule(&[("lead_1", "48"), ("lead_2", "2"), ("share_percent", "75")]).await;
    let text = class.page().await.text();
    assert!(text.contains("Правило 1") && !text.contains("Правило 2"), "{text}");
    assert!(text.contains("Напоминание за 48 часов до начала") && text.contains("меньше 75 %"), "{text}");
    assert_eq!(class.app().audited("reminder-rule-set").await, 1);
    class.set_rule(&[]).await;
    let text = class.page().await.text();
    assert!(text.contains("Напоминания о занятиях выключены.") && text.contains("Правило 2"), "{text}");
}

#[actix_web::test]
async fn the_rule_over_the_api() {
    let class = Class::with(1).await;
    let to = format!("/api/v1/editions/{}/reminder-rule", class.ground.edition);
    let trainer = class.app().api(&class.ground.trainer).await;
    let usual = json!({ "leads": [24], "share_permille": 800, "in_a_row": 2 });
    assert_eq!(trainer.get(&to).await.json(), usual, "the usual one, while none was set");
    let set = trainer.put(&to, json!({ "leads": [2, 48, 2], "in_a_row": 3 })).await;
    let expected = json!({ "leads": [48, 2], "share_permille": null, "in_a_row": 3 });
    assert_eq!((set.status, set.json()), (200, expected.clone()));
    assert_eq!(trainer.get(&to).await.json(), expected);
    let wrong = json!({ "leads": [1, 2, 3, 4], "share_permille": 0, "in_a_row": 21 });
    let refused = trainer.put(&to, wrong).await;
    let fields: Vec<String> = refused.json()["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|error| error["field"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(refused.status, 422);
    assert_eq!(fields, ["leads", "share_permille", "in_a_row"]);
    assert_eq!(class.app().api(class.person(0)).await.put(&to, json!({})).await.status, 403);
    let other = class.app().trainer("Соседний").await;
    assert_eq!(class.app().api(&other).await.put(&to, json!({})).await.status, 404);
    let sheet = format!("/api/v1/editions/{}/reminders", class.ground.edition);
    class.lectures(&[16]).await;
    let sheet = trainer.get(&sheet).await.json();
    assert_eq!(sheet["rule"], expected);
    let leads: Vec<i64> =
        sheet["next"].as_array().unwrap().iter().map(|one| one["lead_hours"].as_i64().unwrap()).collect();
    assert_eq!(leads, [2], "forty-eight hours before the start is this minute");
}
