//! Drafts changed by two, people of a commission, and the order of a list.

use super::Office;
use crate::support::orders::{commission, edit, filled, id, number_group};
use crate::support::{Page, paper};
use birge::db::schema::{audit_entries, enrolments, order_versions, role_grants};
use diesel::prelude::*;
use serde_json::json;

fn enrolling<'a>(who: &'a str, ground: &'a str, revision: &'a str, post: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("revision", revision),
        ("people", who),
        (ground, "Заявление"),
        ("responsible_name", "А. С. Петрова"),
        ("responsible_post", post),
    ]
}

#[tokio::test]
async fn whoever_comes_second_sees_both_versions_and_chooses() {
    let office = Office::new(&["Ахметова"]).await;
    number_group(&office.client().await, office.edition).await;
    let second = office.app.administrator_of("Вторая", office.app.centre().await).await;
    let (one, other) = (office.app.sign_in(&office.administrator).await, office.app.sign_in(&second).await);
    let order = id(&office.begin("enrolment").await);
    let (form, who) = (format!("/orders/{order}"), office.people[0].1.to_string());
    let ground = format!("ground-{who}");
    assert_eq!(one.post(&form, &enrolling(&who, &ground, "0", "методист")).await.status, 200);
    let page: Page = other.post(&form, &enrolling(&who, &ground, "0", "куратор")).await;
    let text = page.text();
    assert_eq!(page.status, 409, "{text}");
    for part in ["Проект изменил другой человек", "Администратор Анна Сергеевна", "методист"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert_eq!(page.value_of("responsible_post").as_deref(), Some("куратор"), "nothing typed is lost");
    assert_eq!(office.order(order).await["content"]["responsible_post"], "методист", "nothing is saved yet");
    let revision = page.value_of("revision").unwrap();
    assert_eq!(other.post(&form, &enrolling(&who, &ground, &revision, "куратор")).await.status, 200);
    assert_eq!(office.order(order).await["content"]["responsible_post"], "куратор");

    let address = format!("/orders/{order}/signature");
    let typed = |revision: &'static str| {
        [
            ("revision", revision),
            ("dated", "2026-09-01"),
            ("number", "77-ОД"),
            ("signatory_post", "Директор"),
            ("signatory_name", "И. П. Рябинина"),
        ]
    };
    let unread = one.post(&address, &typed("1")).await;
    let text = unread.text();
    assert_eq!(unread.status, 409, "{text}");
    assert!(text.contains("Вторая Анна Сергеевна") && text.contains("Ничего не подписано"), "{text}");
    assert_eq!(unread.value_of("number").as_deref(), Some("77-ОД"));
    assert_eq!(unread.value_of("revision").as_deref(), Some("2"));
    assert!(one.post(&address, &typed("2")).await.text().contains("номер 77-ОД"));
    for late in [
        other.post(&address, &typed("2")).await,
        other.post(&form, &enrolling(&who, &ground, "2", "я")).await,
    ] {
        assert!(late.text().contains("Документ уже подписан"), "{}", late.text());
    }
}

#[tokio::test]
async fn a_commission_is_chosen_by_search_and_keeps_whoever_is_no_longer_offered() {
    let office = Office::new(&["Ахметова"]).await;
    let client = office.client().await;
    number_group(&client, office.edition).await;
    let known = office.app.trainer("Уникальная").await;
    office.app.trainer("Посторонняя").await;
    let draft = office.begin("commission").await;
    let form = format!("/orders/{}", id(&draft));
    let browser = office.app.sign_in(&office.administrator).await;
    let found = browser
        .post(
            &form,
            &[("step", "search"), ("search", "уникальная"), ("name-2", "Ким Анна"), ("revision", "0")],
        )
        .await;
    assert_eq!(found.status, 200, "{}", found.text());
    assert!(found.text().contains("Уникальная Анна Сергеевна"), "{}", found.text());
    assert!(!found.text().contains("Посторонняя"), "others are not found");
    assert_eq!(found.value_of("name-2").as_deref(), Some("Ким Анна"), "nothing typed is lost");
    assert_eq!(office.order(id(&draft)).await["revision"], 0, "and nothing is saved");

    let mut named = commission();
    named["members"][0]["person"] = json!(known.id);
    named["members"][0]["name"] =
        json!({ "surname": "Уникальная", "given_name": "Анна", "patronymic": "Сергеевна" });
    edit(&client, &draft, named).await;
    let (person, now) = (known.id, office.app.now());
    let revoke = office.app.db.write(move |w| {
        diesel::update(role_grants::table.filter(role_grants::person_id.eq(person)))
            .set(role_grants::revoked_at.eq(now))
            .execute(w.conn())?;
        Ok(())
    });
    revoke.await.unwrap();
    let page = browser.get(&format!("{form}/edit")).await;
    assert!(page.text().contains("Уникальная Анна Сергеевна"), "{}", page.text());
    let chosen = known.id.to_string();
    let fields = [
        ("revision", "1"),
        ("role-1", "chair"),
        ("person-1", chosen.as_str()),
        ("post-1", "декан"),
        ("role-2", "member"),
        ("name-2", "Ким Анна"),
        ("post-2", "доцент"),
        ("role-3", "secretary"),
        ("name-3", "Ли Анна"),
        ("post-3", "методист"),
    ];
    let saved = browser.post(&form, &fields).await;
    assert_eq!(saved.status, 200, "{}", saved.text());
    let kept = &office.order(id(&draft)).await["content"]["members"][0];
    assert_eq!((&kept["person"], &kept["name"]["surname"]), (&json!(known.id), &json!("Уникальная")));
}

#[tokio::test]
async fn a_list_stands_in_the_alphabet_of_the_first_language_of_its_paper() {
    let office = Office::new(&["Ісаев", "Лин"]).await;
    let client = office.client().await;
    number_group(&client, office.edition).await;
    let country = format!("/api/v1/organisations/{}/country", office.app.centre().await);
    assert_eq!(client.put(&country, json!({ "country": "kz" })).await.status, 204);
    let order = office.step("enrolment", json!({ "dated": "2026-09-01" })).await;
    let text = paper::words(&office.pdf(order).await);
    assert!(text.contains("БҰЙРЫҚ") && text.contains("ПРИКАЗ"), "Kazakh and Russian: {text}");
    assert!(text.find("Лин").unwrap() < text.find("Ісаев").unwrap(), "І follows Ы in Kazakh: {text}");
}

#[tokio::test]
async fn what_is_wrong_with_signing_leads_to_what_is_on_the_page() {
    let office = Office::new(&["Ахметова"]).await;
    let client = office.client().await;
    number_group(&client, office.edition).await;
    let order = id(&office.begin("enrolment").await);
    let who = office.people[0].1;
    let left = office.app.db.write(move |w| {
        let row = diesel::update(enrolments::table.filter(enrolments::id.eq(who)));
        let now = birge::kernel::Moment::parse("2026-09-02T09:00:00Z").unwrap();
        row.set((enrolments::withdrawn_at.eq(now), enrolments::withdrawal_reason.eq("Переезд")))
            .execute(w.conn())?;
        Ok(())
    });
    left.await.unwrap();
    let browser = office.app.sign_in(&office.administrator).await;
    let fields = [("revision", "0"), ("dated", "2026-09-01"), ("signatory_post", ""), ("signatory_name", "")];
    let refused = browser.post(&format!("/orders/{order}/signature"), &fields).await;
    assert_eq!(refused.status, 422, "{}", refused.text());
    assert!(refused.text().contains("нет в потоке"), "{}", refused.text());
    let links: Vec<&str> =
        refused.html.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(links.contains(&"field-paper") && links.contains(&"field-signatory_post"), "{links:?}");
    for link in links.into_iter().filter(|link| link.starts_with("field-")) {
        assert!(refused.html.contains(&format!("id=\"{link}\"")), "#{link} is nowhere");
    }
}

/// Row 50: old and new values are seen by whoever may see the order, with who and when; the log, which is never erased, holds
/// only what changed and the hashes (decision 0030).
#[tokio::test]
async fn row_50_the_history_of_a_draft_is_kept_with_it_and_the_log_names_nobody() {
    let office = Office::new(&["Ахметова"]).await;
    let client = office.client().await;
    number_group(&client, office.edition).await;
    let draft = office.begin("enrolment").await;
    let order = id(&draft);
    let mut content = filled(&draft);
    content["responsible_name"] = json!("А. С. Петрова");
    let second = edit(&client, &draft, content.clone()).await;
    content["responsible_name"] = json!("Б. В. Каримова");
    edit(&client, &second, content.clone()).await;

    let versions = office.order(order).await["versions"].clone();
    let named: Vec<&str> =
        (0..2).map(|place| versions[place]["content"]["responsible_name"].as_str().unwrap()).collect();
    assert_eq!(named, ["Б. В. Каримова", "А. С. Петрова"], "{versions}");
    assert_eq!(versions[0]["written_by"], "Администратор Анна Сергеевна");
    assert_eq!(versions.as_array().unwrap().len(), 3);
    let page = office.app.sign_in(&office.administrator).await.get(&format!("/orders/{order}")).await;
    for part in ["История изменений", "А. С. Петрова", "Б. В. Каримова"] {
        assert!(page.text().contains(part), "{part}: {}", page.text());
    }

    let log = office.app.db.read(|r| {
        let edited = audit_entries::table.filter(audit_entries::action.eq("order-edited"));
        let values = (audit_entries::before_value, audit_entries::after_value);
        Ok(edited
            .order(audit_entries::id)
            .select(values)
            .load::<(Option<String>, Option<String>)>(r.conn())?)
    });
    let log = log.await.unwrap();
    assert_eq!(log.len(), 2);
    let (before, after) = (log[1].0.clone().unwrap(), log[1].1.clone().unwrap());
    assert!(!format!("{log:?}").contains("Каримова") && !format!("{log:?}").contains("Петрова"), "{log:?}");
    let after: serde_json::Value = serde_json::from_str(&after).unwrap();
    let before: serde_json::Value = serde_json::from_str(&before).unwrap();
    assert_eq!((&after["fields"], &after["revision"]), (&json!(["responsible_name"]), &json!(2)));
    let kept = office.app.db.read(move |r| {
        let versions = order_versions::table.filter(order_versions::order_id.eq(order));
        let texts = versions.order(order_versions::revision).select(order_versions::content);
        Ok(texts.load::<String>(r.conn())?)
    });
    let hashes: Vec<String> =
        kept.await.unwrap().iter().map(|text| birge::secrets::sha256_hex(text.as_bytes())).collect();
    assert_eq!((&before["sha256"], &after["sha256"]), (&json!(hashes[1]), &json!(hashes[2])));
    let forget = office.app.db.write(|w| Ok(diesel::delete(order_versions::table).execute(w.conn())?));
    assert!(forget.await.is_err(), "versions are never deleted");
}
