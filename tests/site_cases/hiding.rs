//! What names people is hidden (H7).

use super::{SECRET, Site};

#[tokio::test]
async fn a_text_that_names_people_leaves_every_page_and_is_written_again() {
    let site = Site::new().await;
    let case = site.raised().await;
    let hiding = format!("{case}/hiding");
    assert_eq!(site.supervisor.post(&hiding, &[("number", "1"), ("reason", "")]).await.status, 422);
    assert_eq!(site.author.post(&hiding, &[("reason", "Имя")]).await.status, 403);
    let other = site.supervisor.post(&hiding, &[("number", "2"), ("reason", "Имя")]).await;
    assert_eq!(other.status, 409, "only what was read is hidden");
    let reason = [("number", "1"), ("reason", "Уберите слова о сыне")];
    let hidden = site.supervisor.post(&hiding, &reason).await;
    assert!(hidden.text().contains("Автор переписывает"), "{}", hidden.text());
    assert_eq!(site.supervisor.post(&hiding, &[("number", "1"), ("reason", "Ещё раз")]).await.status, 409);
    let administrator = site.app.administrator().await;
    let (admin, api) = (site.app.sign_in(&administrator).await, site.app.api(&site.trainer).await);
    let (copy, list) = (format!("{case}/copy"), site.list());
    for (reader, page) in [
        (&site.supervisor, case.as_str()),
        (&site.supervisor, "/site-cases"),
        (&site.supervisor, copy.as_str()),
        (&site.author, case.as_str()),
        (&site.author, list.as_str()),
        (&admin, case.as_str()),
    ] {
        let page = reader.get(page).await;
        assert!(page.status == 200 && !page.html.contains(SECRET), "{}", page.text());
        assert!(!page.html.contains("Семья отказалась"), "the title goes too: {}", page.text());
    }
    for address in [format!("/api/v1{case}"), "/api/v1/site-cases".to_owned()] {
        let said = api.get(&address).await;
        assert!(
            said.status == 200 && !said.html.contains(SECRET) && !said.html.contains("Семья"),
            "{}",
            said.html
        );
    }
    let own = site.author.get(&case).await.text();
    assert!(own.contains("Нужно переписать") && own.contains("Уберите слова о сыне"), "{own}");
    let letters = site.letters().await;
    let (to, text) = letters.last().unwrap();
    assert_eq!(to, &site.trainee.email);
    assert!(text.contains("Уберите личные данные") && !text.contains("о сыне"), "{text}");

    let form = site.author.get(&format!("{case}/edit")).await;
    assert!(
        form.text().contains("Уберите слова о сыне") && form.html.contains(SECRET),
        "only its author mends it"
    );
    let same = site.send(&case, "texts", SECRET).await;
    assert!(same.status == 422 && same.text().contains("Именно этот текст был скрыт"), "{}", same.text());
    let again = site.send(&case, "texts", "Родственник больше не приедет").await;
    assert!(again.text().contains("Ждёт ответа"), "{}", again.text());
    let seen = site.supervisor.get(&case).await;
    assert!(seen.text().contains("Родственник больше не приедет") && !seen.html.contains(SECRET));
    assert_eq!(site.supervisor.post(&hiding, &reason).await.status, 409, "it was about the first one");
    assert_eq!(seen.value_of("number").as_deref(), Some("2"));
}

#[tokio::test]
async fn a_text_hidden_after_the_end_is_written_again_without_opening_the_case_first() {
    let site = Site::new().await;
    let case = site.raised().await;
    site.supervisor.post(&format!("{case}/closure"), &[("conclusion", "Договорились")]).await;
    site.app.set_clock("2026-09-24T09:00:00Z");
    let reason = [("number", "1"), ("reason", "Уберите слова о сыне")];
    site.supervisor.post(&format!("{case}/hiding"), &reason).await;
    let own = site.author.get(&case).await;
    assert!(own.text().contains("Нужно переписать"), "{}", own.text());
    let again = site.send(&case, "texts", "Родственник больше не приедет").await;
    assert!(again.status == 200 && again.text().contains("Ждёт ответа"), "{}", again.text());
}

#[tokio::test]
async fn a_hidden_answer_is_no_answer() {
    let site = Site::new().await;
    let case = site.raised().await;
    let said = site.supervisor.post(&format!("{case}/messages"), &[("message", "Это Пётр")]).await;
    assert!(said.text().contains("Отвечено"), "{}", said.text());
    let (_, entry) = said.html.split_once("/site-case-entries/").expect("a message that can be hidden");
    let entry = format!("/site-case-entries/{}/hiding", entry.split('/').next().unwrap());
    let hidden = site.supervisor.post(&entry, &[("reason", "Назван человек")]).await;
    assert!(hidden.text().contains("Ждёт ответа"), "{}", hidden.text());
}

#[tokio::test]
async fn an_administrator_looks_at_what_was_hidden_and_each_look_is_written_down() {
    let site = Site::new().await;
    let case = site.raised().await;
    site.author.post(&format!("{case}/messages"), &[("message", "Это Пётр из второй палаты")]).await;
    let page = site.supervisor.get(&case).await;
    let (_, entry) = page.html.split_once("/site-case-entries/").expect("a message that can be hidden");
    let entry = format!("/site-case-entries/{}/hiding", entry.split('/').next().unwrap());
    assert_eq!(site.author.post(&entry, &[("reason", "Имя")]).await.status, 403);
    assert_eq!(site.fellow.post(&entry, &[("reason", "Имя")]).await.status, 404);
    let refused = site.supervisor.post(&entry, &[("reason", "")]).await;
    assert!(refused.status == 422 && refused.html.contains("field-reason-"), "{}", refused.text());
    let hidden = site.supervisor.post(&entry, &[("reason", "Назван человек")]).await;
    assert!(hidden.text().contains("Сообщение скрыто. Причина: Назван человек"), "{}", hidden.text());
    assert_eq!(site.supervisor.post(&entry, &[("reason", "Ещё раз")]).await.status, 409);
    site.supervisor.post(&format!("{case}/hiding"), &[("number", "1"), ("reason", "Назван сын")]).await;
    for reader in [&site.supervisor, &site.author] {
        assert!(!reader.get(&case).await.html.contains("второй палаты"));
        assert_eq!(reader.post(&format!("{case}/hidden"), &[]).await.status, 404);
    }
    let administrator = site.app.sign_in(&site.app.administrator().await).await;
    let page = administrator.get(&case).await;
    assert!(page.text().contains("Посмотреть скрытое") && !page.html.contains(SECRET), "{}", page.text());
    let looked = administrator.post(&format!("{case}/hidden"), &[]).await.text();
    assert!(looked.contains(SECRET) && looked.contains("второй палаты"), "{looked}");
    assert_eq!(site.app.audited("hidden-site-case-read").await, 1);
    assert_eq!(site.app.audited("site-case-hidden").await, 2);
    let elsewhere = site.app.organisation("Другой центр").await;
    let foreign = site.app.administrator_of("Чужой", elsewhere).await;
    assert_eq!(site.app.sign_in(&foreign).await.post(&format!("{case}/hidden"), &[]).await.status, 404);
}

#[tokio::test]
async fn the_audit_says_that_something_was_hidden_and_not_what() {
    let site = Site::new().await;
    let case = site.raised().await;
    site.supervisor.post(&format!("{case}/messages"), &[("message", "Спросите у самого человека")]).await;
    site.supervisor.post(&format!("{case}/closure"), &[("conclusion", "Спросили самого человека")]).await;
    site.supervisor.post(&format!("{case}/hiding"), &[("number", "1"), ("reason", "Назван сын")]).await;
    let written: Vec<Option<String>> = site
        .app
        .db
        .read(|r| {
            use birge::db::schema::audit_entries;
            use diesel::prelude::*;
            Ok(audit_entries::table
                .filter(audit_entries::subject_kind.eq("site-case"))
                .select(audit_entries::after_value)
                .load(r.conn())?)
        })
        .await
        .unwrap();
    assert!(written.len() >= 4, "{written:?}");
    let all = format!("{written:?}");
    assert!(!all.contains("приедет") && !all.contains("человека"), "{all}");
}
