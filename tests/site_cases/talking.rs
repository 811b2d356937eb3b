//! Messages, who has a case in hand, its end, and the queue.

use super::Site;

#[tokio::test]
async fn both_sides_write_and_each_gets_a_letter_when_it_is_its_turn() {
    let site = Site::new().await;
    let case = site.raised().await;
    let empty = site.supervisor.post(&format!("{case}/messages"), &[("message", " ")]).await;
    assert_eq!(empty.status, 422);
    assert!(empty.html.contains("href=\"#field-message\""), "{}", empty.text());
    let long = "я".repeat(5_001);
    let refused = site.supervisor.post(&format!("{case}/messages"), &[("message", &long)]).await;
    assert!(refused.status == 422 && refused.html.contains(&long), "what was typed is not lost");
    let said = site.supervisor.post(&format!("{case}/messages"), &[("message", "Спросите семью сами")]).await;
    assert!(
        said.text().contains("Сообщение отправлено") && said.text().contains("Отвечено"),
        "{}",
        said.text()
    );
    assert!(said.text().contains("Отвечает Иванова Анна"), "who answers first has it in hand");
    let own = site.author.get(&case).await.text();
    assert!(own.contains("Спросите семью сами") && own.contains("Есть ответ"), "{own}");
    assert!(site.author.get(&site.list()).await.text().contains("1 ответ"));
    let colleague = site.app.trainer("Коллега").await;
    site.app.teach(site.edition, &colleague).await;
    site.author.post(&format!("{case}/messages"), &[("message", "Спросили")]).await;
    let letters = site.letters().await;
    let to: Vec<&str> = letters.iter().map(|(address, _)| address.as_str()).collect();
    let wanted = [&site.trainer, &site.trainee, &site.trainer].map(|person| person.email.as_str());
    assert_eq!(to, wanted, "only who has it in hand");
    assert!(letters.iter().all(|(_, text)| !text.contains("Спросите") && !text.contains("Спросили")));
    assert!(letters[1].1.contains("Ответ о вашем случае"), "{letters:?}");
    let took = site.app.sign_in(&colleague).await.post(&format!("{case}/taking"), &[]).await;
    assert!(took.text().contains("Отвечает Коллега Анна"), "{}", took.text());
    assert_eq!(site.app.audited("site-case-taken").await, 2);
    assert_eq!(site.author.post(&format!("{case}/taking"), &[]).await.status, 403);
}

#[tokio::test]
async fn who_no_longer_teaches_has_no_case_in_hand() {
    let site = Site::new().await;
    let case = site.raised().await;
    site.supervisor.post(&format!("{case}/messages"), &[("message", "Спросите семью")]).await;
    let colleague = site.app.trainer("Коллега").await;
    site.app.teach(site.edition, &colleague).await;
    site.leaves(&site.trainer).await;
    let own = site.author.get(&case).await.text();
    assert!(!own.contains("Отвечает Иванова"), "{own}");
    site.author.post(&format!("{case}/messages"), &[("message", "Спросили")]).await;
    let letters = site.letters().await;
    assert_eq!(letters.last().map(|(to, _)| to.as_str()), Some(colleague.email.as_str()), "{letters:?}");
    let next = site.app.sign_in(&colleague).await;
    let queue = next.get("/site-cases").await.text();
    assert!(queue.contains("Семья отказалась") && !queue.contains("Иванова"), "{queue}");
    let said = next.post(&format!("{case}/messages"), &[("message", "Хорошо")]).await;
    assert!(said.text().contains("Отвечает Коллега Анна"), "{}", said.text());
    let administrator = site.app.administrator().await;
    let taken = site.app.sign_in(&administrator).await.post(&format!("{case}/taking"), &[]).await;
    let taken = taken.text();
    assert!(taken.contains("Отвечает ") && !taken.contains("Отвечает Коллега"), "an administrator: {taken}");
}

#[tokio::test]
async fn a_case_is_closed_with_a_conclusion_and_opened_again_by_either_side() {
    let site = Site::new().await;
    let case = site.raised().await;
    assert_eq!(site.author.post(&format!("{case}/closure"), &[("conclusion", "Всё")]).await.status, 403);
    assert_eq!(site.supervisor.post(&format!("{case}/closure"), &[]).await.status, 422);
    let closed = site.supervisor.post(&format!("{case}/closure"), &[("conclusion", "Спросим в мае")]).await;
    assert!(closed.text().contains("Вывод. Случай закрыт"), "{}", closed.text());
    assert_eq!(site.author.post(&format!("{case}/messages"), &[("message", "А если?")]).await.status, 409);
    assert!(site.author.get(&case).await.text().contains("Спросим в мае"));
    assert_eq!(site.author.post(&format!("{case}/reopening"), &[("reopening", "")]).await.status, 422);
    let again = site.author.post(&format!("{case}/reopening"), &[("reopening", "Семья позвонила")]).await;
    assert!(again.text().contains("Случай открыт снова"), "{}", again.text());
    assert!(site.supervisor.get(&case).await.text().contains("Ждёт ответа"));
    site.supervisor.post(&format!("{case}/closure"), &[("conclusion", "Договорились")]).await;
    let again = site.supervisor.post(&format!("{case}/reopening"), &[("reopening", "Не дописали")]).await;
    assert_eq!(again.status, 200, "{}", again.text());
    assert_eq!(site.app.audited("site-case-closed").await, 2);
    assert_eq!(site.app.audited("site-case-reopened").await, 2);
}

#[tokio::test]
async fn the_queue_has_the_oldest_first_and_today_counts_what_waits() {
    let site = Site::new().await;
    let first = site.raised().await;
    site.app.set_clock("2026-09-18T09:00:00Z");
    let second = site.raised().await;
    site.app.set_clock("2026-09-24T09:00:00Z");
    let queue = site.supervisor.get("/site-cases").await;
    let at = |case: &str| queue.html.find(&format!("href=\"{case}\"")).unwrap_or_else(|| panic!("{case}"));
    assert!(at(&first) < at(&second), "{}", queue.html);
    assert!(queue.text().contains("2 случая ждут ответа"), "{}", queue.text());
    assert_eq!(queue.html.matches("больше недели").count(), 1, "{}", queue.text());
    let today = site.supervisor.get("/today").await.text();
    assert!(today.contains("2 случая ждут ответа") && today.contains("больше недели"), "{today}");
    let edition = site.supervisor.get(&format!("/editions/{}", site.edition)).await;
    assert_eq!(edition.link_to("Случаи из практики"), format!("/site-cases?edition&#x3D;{}", site.edition));
    site.supervisor.post(&format!("{first}/messages"), &[("message", "Отвечаю")]).await;
    site.supervisor.post(&format!("{second}/closure"), &[("conclusion", "Договорились")]).await;
    let today = site.supervisor.get("/today").await.text();
    assert!(!today.contains("ждут ответа"), "{today}");
    let open = site.supervisor.get("/site-cases").await;
    assert!(open.html.contains(&first) && !open.html.contains(&second), "{}", open.text());
    let closed = site.supervisor.get(&format!("/site-cases?state=closed&edition={}", site.edition)).await;
    assert!(
        closed.html.contains(&second) && !closed.html.contains(&format!("\"{first}\"")),
        "{}",
        closed.text()
    );
    assert!(!site.supervisor.get("/site-cases?edition=999999").await.html.contains(&first));
    assert_eq!(site.author.get("/site-cases").await.status, 403, "the queue is for those who teach");
}

#[tokio::test]
async fn whoever_teaches_and_learns_in_one_edition_is_the_author_of_their_own_case() {
    let site = Site::new().await;
    let case = site.raised().await;
    site.app.teach(site.edition, &site.trainee).await;
    let both = site.app.sign_in(&site.trainee).await;
    assert!(!both.get("/site-cases").await.html.contains(&case), "one's own does not wait for oneself");
    assert_eq!(both.post(&format!("{case}/closure"), &[("conclusion", "Всё")]).await.status, 403);
    assert_eq!(both.post(&format!("{case}/hiding"), &[("reason", "Имя")]).await.status, 403);
    assert_eq!(both.get(&format!("{case}/copy")).await.status, 403);
}
