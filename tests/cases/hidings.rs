//! A work that names people who must not be named is hidden, and another one is asked for (H7).

use super::{PDF, Room, first_file};
use serde_json::json;

const SECRET: &str = "Семья Ивановых с улицы Мира";

async fn hidden() -> (Room, String, String) {
    let room = Room::new().await;
    room.hand_in(SECRET, &[("семья.pdf", PDF)]).await;
    let work = format!("/submissions/{}", room.last().await);
    let file = format!("/files/{}", first_file(&room.grader.get(&work).await));
    let done = room.grader.post(&format!("{work}/hiding"), &[("reason", "Уберите фамилию и адрес")]).await;
    assert!(done.text().contains("Текст скрыт. Автору ушло письмо"), "{}", done.text());
    (room, work, file)
}

#[tokio::test]
async fn hiding_takes_text_and_files_away_and_asks_for_another_version() {
    let (room, work, file) = hidden().await;
    let desk = room.grader.get(&work).await;
    assert!(!desk.html.contains(SECRET) && !desk.html.contains("семья.pdf"), "{}", desk.text());
    assert!(
        desk.text().contains("Уберите фамилию и адрес") && desk.text().contains("Скрыто"),
        "{}",
        desk.text()
    );
    assert_eq!(room.grader.get(&file).await.status, 404);
    let json = room.app.api(&room.trainer).await.get(&format!("/api/v1{work}")).await;
    assert!(!json.html.contains(SECRET), "{}", json.html);
    assert!(!room.grader.get("/grading").await.text().contains("Сейтқали"), "it waits for nobody");
    assert_eq!(room.grade(("4", "3"), "").await.status, 409, "and is not graded");
    let (edition, enrolment) = (room.edition, room.enrolment);
    let read = move |r: &mut birge::db::Read| {
        let works = birge::progress::store::works(r, enrolment, &[])?;
        Ok((birge::progress::store::overview::ungraded(r, edition)?, works.len()))
    };
    assert_eq!(room.app.db.read(read).await.unwrap(), (0, 0), "nor counted as handed in");

    let page = room.open().await;
    let text = page.text();
    assert!(text.contains("Сдайте работу ещё раз") && text.contains("Уберите фамилию и адрес"), "{text}");
    assert!(text.contains("Версий осталось: 3 из 3"), "it uses up no attempt: {text}");
    assert_eq!(page.html.matches(SECRET).count(), 1, "only the draft of its author has it, to be mended");
    let second = room.hand_in("Одна семья из города", &[]).await;
    assert!(second.text().contains("Версия 2 сдана"), "{}", second.text());
    assert!(second.text().contains("Версий осталось: 2 из 3"), "{}", second.text());
    room.app.run_jobs().await;
    let letters = room.app.db.read(|r| birge::mail::store::newest(r, None, 10)).await.unwrap();
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0].subject, "Сдайте работу ещё раз: Кейс");
    assert!(!letters[0].body_text.contains("фамилию"), "the reason stands on the page");
}

#[tokio::test]
async fn the_file_is_gone_for_its_author_too_once_the_draft_is_mended() {
    let (room, _, file) = hidden().await;
    assert_eq!(room.author.get(&file).await.status, 200, "it lies in the draft");
    let id = file.rsplit('/').next().unwrap();
    let fields = [("text", "Одна семья"), ("revision", "2"), ("remove", id)];
    room.author.post(&format!("{}/draft", room.path()), &fields).await;
    assert_eq!(room.author.get(&file).await.status, 404);
}

#[tokio::test]
async fn an_administrator_looks_and_each_look_is_written_down() {
    let (room, work, file) = hidden().await;
    let administrator = room.app.sign_in(&room.app.administrator().await).await;
    assert_eq!(administrator.get(&file).await.status, 404, "not by the usual way");
    assert!(!administrator.get(&format!("{work}/hiding")).await.html.contains(SECRET));
    let seen = administrator.post(&format!("{work}/hidden-work"), &[]).await;
    assert!(seen.text().contains(SECRET) && seen.text().contains("семья.pdf"), "{}", seen.text());
    let id = file.rsplit('/').next().unwrap();
    let bytes = administrator.post(&format!("{work}/hidden-files/{id}"), &[]).await;
    assert_eq!((bytes.status, bytes.html.as_bytes()), (200, PDF));
    assert_eq!(room.app.audited("hidden-work-read").await, 2);
    assert_eq!(
        room.grader.post(&format!("{work}/hidden-work"), &[]).await.status,
        404,
        "trainers do not look"
    );
    assert_eq!(room.author.post(&format!("{work}/hidden-work"), &[]).await.status, 403);
}

#[tokio::test]
async fn hiding_needs_a_reason_and_is_done_once_by_who_teaches() {
    let room = Room::new().await;
    room.hand_in(SECRET, &[]).await;
    let hiding = format!("/submissions/{}/hiding", room.last().await);
    let page = room.grader.post(&hiding, &[("reason", "  ")]).await;
    assert_eq!(page.status, 422);
    assert!(page.html.contains("field-reason"));
    assert_eq!(room.author.post(&hiding, &[("reason", "Хочу")]).await.status, 403);
    let api = room.app.api(&room.trainer).await;
    let path = format!("/api/v1{hiding}");
    assert_eq!(api.post(&path, json!({ "reason": "Имена" })).await.status, 204);
    assert_eq!(api.post(&path, json!({ "reason": "Имена" })).await.status, 409);
    assert_eq!(room.app.audited("work-hidden").await, 1);
}
