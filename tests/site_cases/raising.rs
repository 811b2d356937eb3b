//! Writing a case and raising it.

use super::{SECRET, Site};
use birge::people::Role;

#[tokio::test]
async fn a_draft_is_its_authors_alone_until_it_is_raised() {
    let site = Site::new().await;
    let course = site.author.get(&format!("/learn/{}", site.enrolment)).await;
    assert_eq!(course.link_to("Случаи из практики"), site.list());
    let case = site.begin().await;
    let form = site.author.get(&format!("{case}/edit")).await;
    assert!(form.text().contains("Не называйте имён, адресов, телефонов и диагнозов"), "{}", form.text());
    let saved = site.send(&case, "draft", "Сначала").await;
    assert!(saved.text().contains("Черновик сохранён") && saved.html.contains("Сначала"), "{}", saved.text());
    assert_eq!(site.begin().await, case, "what was begun is gone on with");
    assert_eq!(site.author.get(&case).await.path, format!("{case}/edit"));
    let administrator = site.app.sign_in(&site.app.administrator().await).await;
    for other in [&site.supervisor, &site.fellow, &administrator] {
        assert_eq!(other.get(&case).await.status, 404);
        assert_eq!(other.get(&format!("{case}/edit")).await.status, 404);
    }
    assert!(!site.supervisor.get("/site-cases").await.html.contains("Семья отказалась"));
    let gone = site.author.post(&format!("{case}/removal"), &[]).await;
    assert!(gone.text().contains("Черновик удалён") && gone.path == site.list(), "{}", gone.text());
    assert_eq!(site.author.get(&case).await.status, 404);
}

#[tokio::test]
async fn what_is_typed_is_saved_by_the_page_and_two_windows_notice_each_other() {
    let site = Site::new().await;
    let case = site.begin().await;
    let draft = format!("{case}/draft");
    let fields = [("title", "Отказ"), ("happened", "Раз"), ("revision", "0"), ("script", "yes")];
    let said = site.author.post(&draft, &fields).await;
    assert_eq!((said.status, said.json()["revision"].clone()), (200, 1.into()), "{}", said.html);
    let fields = [("title", "Отказ"), ("happened", "Два"), ("revision", "0")];
    let script = [("script", "yes")].into_iter().chain(fields).collect::<Vec<_>>();
    assert_eq!(site.author.post(&draft, &script).await.status, 409);
    let conflict = site.author.post(&draft, &fields).await;
    assert_eq!(conflict.status, 409);
    assert!(conflict.text().contains("изменён в другом окне"), "{}", conflict.text());
    assert!(conflict.html.contains("Два") && conflict.html.contains("Раз"), "both texts are there");
    assert_eq!(conflict.value_of("revision").as_deref(), Some("1"), "the next press decides");
    let long = "я".repeat(10_001);
    let fields = [("happened", long.as_str()), ("revision", "1")];
    let refused = site.author.post(&draft, &fields).await;
    assert_eq!(refused.status, 422);
    assert!(refused.html.contains(&long), "what was typed is not lost");
}

#[tokio::test]
async fn a_case_is_raised_whole_and_those_who_teach_get_a_letter_without_it() {
    let site = Site::new().await;
    let case = site.begin().await;
    let lacking = site.author.post(&format!("{case}/texts"), &[("title", "Отказ"), ("revision", "0")]).await;
    assert_eq!(lacking.status, 422);
    for field in ["institution", "happened", "question"] {
        assert!(lacking.html.contains(&format!("href=\"#field-{field}\"")), "{field}: {}", lacking.text());
    }
    assert_eq!(lacking.value_of("title").as_deref(), Some("Отказ"));
    let page = site.send(&case, "texts", SECRET).await;
    assert_eq!((page.status, page.path.as_str()), (200, case.as_str()));
    assert!(page.text().contains("Ждёт ответа") && page.text().contains(SECRET), "{}", page.text());
    assert_eq!(site.author.get(&format!("{case}/edit")).await.status, 409, "it is not changed any more");
    let letters = site.letters().await;
    assert_eq!(letters.len(), 1, "{letters:?}");
    assert_eq!(letters[0].0, site.trainer.email);
    assert!(letters[0].1.contains("Новый случай из практики") && letters[0].1.contains(&case), "{letters:?}");
    assert!(!letters[0].1.contains("Семья") && !letters[0].1.contains(SECRET), "{letters:?}");
    assert_eq!(site.app.audited("site-case-raised").await, 1);
    let list = site.author.get(&site.list()).await;
    assert_eq!(list.link_to("<b>Семья отказалась</b>"), case, "{}", list.html);
}

#[tokio::test]
async fn the_institution_stands_there_already() {
    let site = Site::new().await;
    let organisation = site.app.organisation("Дом социальных услуг").await;
    let person = site.app.person("Отправленная").await;
    let place = site.app.enrol(site.edition, &person).await;
    site.app
        .db
        .write(move |w| {
            use birge::db::schema::enrolments;
            use diesel::prelude::*;
            diesel::update(enrolments::table.find(place))
                .set(enrolments::organisation_id.eq(organisation))
                .execute(w.conn())?;
            Ok(())
        })
        .await
        .unwrap();
    let form = site.app.sign_in(&person).await.post(&format!("/learn/{place}/site-cases"), &[]).await;
    assert_eq!(form.value_of("institution").as_deref(), Some("Дом социальных услуг"));
}

#[tokio::test]
async fn only_the_author_those_who_teach_and_administrators_read_a_case() {
    let site = Site::new().await;
    let case = site.raised().await;
    let administrator = site.app.sign_in(&site.app.administrator().await).await;
    for reader in [&site.supervisor, &administrator] {
        assert!(reader.get(&case).await.text().contains(SECRET));
    }
    let stranger = site.app.trainer("Соседний").await;
    let (coordinator, sender) = (site.app.person("Координатор").await, site.app.organisation("Школа").await);
    site.app.grant_in(&coordinator, Role::Coordinator, sender).await;
    let (stranger, coordinator) = (site.app.sign_in(&stranger).await, site.app.sign_in(&coordinator).await);
    for other in [&site.fellow, &stranger, &coordinator] {
        assert_eq!(other.get(&case).await.status, 404);
        assert_eq!(other.post(&format!("{case}/messages"), &[("message", "Да")]).await.status, 404);
    }
    assert_eq!(site.fellow.get(&site.list()).await.status, 404);
    assert!(!stranger.get("/site-cases").await.html.contains("Семья отказалась"));
}

#[tokio::test]
async fn nothing_new_is_raised_when_the_edition_is_over_or_the_trainee_is_gone() {
    let site = Site::new().await;
    let (case, draft) = (site.raised().await, site.begin().await);
    site.send(&draft, "draft", "Записано вовремя").await;
    site.app.set_clock("2026-12-02T09:00:00Z");
    assert_eq!(site.author.post(&site.list(), &[]).await.status, 409);
    assert_eq!(site.send(&draft, "texts", "Поздно").await.status, 409);
    assert!(site.author.get(&site.list()).await.text().contains("Поток закончился"));
    let form = site.author.get(&format!("{draft}/edit")).await;
    assert!(form.text().contains("Отправить этот случай уже нельзя"), "{}", form.text());
    assert!(!form.text().contains("Отправить преподавателям"), "{}", form.text());
    let said = site.author.post(&format!("{case}/messages"), &[("message", "Ещё вопрос")]).await;
    assert_eq!(said.status, 200, "what was raised can be talked about: {}", said.text());
    let (enrolment, now) = (site.enrolment, site.app.now());
    let withdraw = move |w: &mut birge::db::Write| {
        birge::editions::store::enrolments::withdraw(w, enrolment, "Уволилась", None, now)
    };
    site.app.db.write(withdraw).await.unwrap();
    assert!(site.author.get(&case).await.text().contains(SECRET), "one's own is read on");
    assert_eq!(site.author.post(&format!("{case}/messages"), &[("message", "И ещё")]).await.status, 409);
    let kept = site.author.get(&format!("{draft}/edit")).await;
    assert!(kept.status == 200 && kept.text().contains("Записано вовремя"), "{}", kept.text());
    assert!(!kept.html.contains("name=\"happened\""), "it is read and not written: {}", kept.html);
    assert_eq!(site.send(&draft, "draft", "Ещё").await.status, 409);
    let gone = site.author.post(&format!("{draft}/removal"), &[]).await;
    assert!(gone.text().contains("Черновик удалён"), "{}", gone.text());
}
