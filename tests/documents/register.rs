//! The register, one document for administrators, and «Мои документы».

use super::centre::Centre;
use crate::support::browser::Page;
use birge::kernel::DocumentId;
use serde_json::json;

fn numbers(page: &Page) -> Vec<String> {
    let items = page.json()["items"].as_array().unwrap().clone();
    items.iter().map(|one| one["number"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn the_register_is_found_by_holder_number_year_kind_and_status() {
    let centre = Centre::new().await;
    let (_, one) = centre.ready("Құрманғазы").await;
    let (_, two) = centre.ready("Семёнов").await;
    let issued = centre.issue(&[one, two]).await;
    let second = issued.iter().map(|id| id.0).max().unwrap();
    assert_eq!(centre.revoke(DocumentId(second), "Ошибка в отчестве").await.status, 201);
    let browser = centre.browser().await;
    let holders = |text: &str| (text.contains("Құрманғазы Анна"), text.contains("Семёнов Анна"));
    for (query, expected) in [
        ("", (true, true)),
        ("?q=курмангазы", (true, false)),
        ("?q=СЕМЕНОВ", (false, true)),
        ("?q=упк-2026%2F0001", (true, false)),
        ("?q=%25", (false, false)),
        ("?year=2026&kind=advanced_training_certificate", (true, true)),
        ("?year=2025", (false, false)),
        ("?kind=participation_certificate", (false, false)),
        ("?status=valid", (true, false)),
        ("?status=revoked", (false, true)),
        ("?status=nonsense&year=nonsense", (true, true)),
    ] {
        let page = browser.get(&format!("/register{query}")).await;
        assert_eq!((page.status, holders(&page.text())), (200, expected), "{query}: {}", page.text());
        assert!(!page.html.to_lowercase().contains("delete"), "nothing can be deleted");
    }
    let nothing = browser.get("/register?year=2025").await.text();
    assert!(nothing.contains("Ничего не нашлось") && nothing.contains("Показать все"), "{nothing}");
}

#[tokio::test]
async fn the_register_goes_on_page_by_page() {
    let centre = Centre::new().await;
    let mut people = Vec::new();
    for number in 0..5 {
        people.push(centre.ready(&format!("Слушатель-{number}")).await.1);
    }
    centre.issue(&people).await;
    let api = centre.api().await;
    let first = api.get("/api/v1/documents?limit=2").await;
    assert_eq!(numbers(&first), ["УПК-2026/0005", "УПК-2026/0004"]);
    let next = first.json()["next_after"].as_i64().unwrap();
    let second = api.get(&format!("/api/v1/documents?limit=2&after={next}")).await;
    assert_eq!(numbers(&second), ["УПК-2026/0003", "УПК-2026/0002"]);
    let next = second.json()["next_after"].as_i64().unwrap();
    let last = api.get(&format!("/api/v1/documents?limit=2&after={next}")).await;
    assert_eq!(
        (numbers(&last), last.json()["next_after"].clone()),
        (vec!["УПК-2026/0001".to_owned()], json!(null))
    );
    let page = centre.browser().await.get(&format!("/register?after={next}")).await.text();
    assert!(
        page.contains("УПК-2026/0001") && !page.contains("УПК-2026/0002") && page.contains("К новым"),
        "{page}"
    );
}

#[tokio::test]
async fn other_organisations_see_neither_the_register_nor_the_document() {
    let centre = Centre::new().await;
    let (trainee, one) = centre.ready("Ахметова").await;
    let id = centre.issue(&[one]).await[0];
    let other = centre.app.organisation("Чужая организация").await;
    let foreign = centre.app.administrator_of("Чужой", other).await;
    let own = centre.app.administrator_of("Свой", centre.organisation).await;
    let browser = centre.app.sign_in(&foreign).await;
    let register = browser.get("/register").await;
    assert!(register.status == 200 && !register.text().contains("Ахметова"), "{}", register.text());
    assert_eq!(browser.get(&format!("/documents/{id}")).await.status, 404);
    let revocation = format!("/documents/{id}/revocation");
    assert_eq!(browser.post(&revocation, &[("reason", "Чужой документ мешает")]).await.status, 404);
    let api = centre.app.api(&foreign).await;
    assert_eq!(numbers(&api.get("/api/v1/documents").await), Vec::<String>::new());
    assert_eq!(api.get(&format!("/api/v1/documents/{id}")).await.status, 404);
    assert_eq!(numbers(&centre.app.api(&own).await.get("/api/v1/documents").await), ["УПК-2026/0001"]);
    let trainee = centre.app.sign_in(&trainee).await;
    assert_eq!(trainee.get("/register").await.status, 403);
    assert_eq!(trainee.get(&format!("/documents/{id}")).await.status, 403);
}

#[tokio::test]
async fn the_page_of_a_document_shows_what_it_rests_on() {
    let centre = Centre::new().await;
    let (_, one) = centre.ready("Ахметова").await;
    let id = centre.issue(&[one]).await[0];
    for language in ["ru", "kk", "en"] {
        let page = centre.browser().await.speaking(language).get(&format!("/documents/{id}")).await;
        assert!(page.status == 200 && !page.html.contains('⟦'), "{}", page.html);
    }
    let text = centre.browser().await.get(&format!("/documents/{id}")).await.text();
    for part in [
        "УПК-2026/0001",
        "Ахметова Анна Сергеевна",
        "Посещаемость 100 % от запланированного, нужно 80 %",
        "Тест — сдано на 85 %",
        "Кейс — зачтено",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let document = centre.document(id).await;
    let (sum, hash) =
        (document["snapshot_sha256"].as_str().unwrap(), document["programme_content_hash"].as_str().unwrap());
    assert!(text.contains(sum) && text.contains(hash) && sum.len() == 64, "{text}");
}

#[tokio::test]
async fn a_trainee_sees_only_their_own_and_what_stands_between() {
    let centre = Centre::new().await;
    let (first, one) = centre.ready("Ахметова").await;
    let (second, _) = centre.but("Борисов", &["quiz"]).await;
    let (third, _) = centre.ready("Власова").await;
    let id = centre.issue(&[one]).await[0];
    let page = centre.app.sign_in(&first).await.get("/documents").await;
    let text = page.text();
    assert!(text.contains("№ УПК-2026/0001 от 1 декабря 2026 г.") && text.contains("Действителен"), "{text}");
    assert!(page.html.contains(&format!("/documents/{id}/pdf")) && text.contains("/v/"), "{text}");
    assert!(!text.contains("Что осталось до документа"), "{text}");

    let browser = centre.app.sign_in(&second).await;
    let text = browser.get("/documents").await.text();
    assert!(text.contains("Что осталось до документа: «Пример»") && text.contains("Тест"), "{text}");
    assert!(!text.contains("УПК-2026/0001"), "{text}");
    let text = centre.app.sign_in(&third).await.get("/documents").await.text();
    assert!(text.contains("Всё выполнено"), "{text}");
    let nobody = centre.app.person("Гость").await;
    let text = centre.app.sign_in(&nobody).await.get("/documents").await.text();
    assert!(text.contains("Документов пока нет"), "{text}");

    let own = centre.app.api(&first).await.get("/api/v1/my/documents").await.json();
    assert_eq!((own.as_array().unwrap().len(), own[0]["number"].clone()), (1, json!("УПК-2026/0001")));
    assert_eq!(centre.app.api(&second).await.get("/api/v1/my/documents").await.json(), json!([]));
}
