//! What to hand in, by named parts: each missing one is named, links are addresses, files are of their sort (H5).

use super::{PDF, Room};
use crate::content::Course;
use crate::support::app::TestApp;
use serde_json::json;

const PARTS: &str = "due_days = 14

[[hand_in]]
key = \"letter\"
kind = \"text\"
required = true
title = { ru = \"Письмо партнёру\", kk = \"Серіктеске хат\", en = \"Letter\" }

[[hand_in]]
key = \"photo\"
kind = \"file\"
required = true
accepts = [\"image\"]
title = { ru = \"Фотография плана\", kk = \"Жоспар суреті\", en = \"Photo\" }

[[hand_in]]
key = \"table\"
kind = \"file\"
accepts = [\"office\", \"pdf\"]
title = { ru = \"Таблица\", kk = \"Кесте\", en = \"Table\" }

[[hand_in]]
key = \"board\"
kind = \"link\"
title = { ru = \"Доска\", kk = \"Тақта\", en = \"Board\" }
";
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0";

async fn room() -> Room {
    let case = "01-first/04-case.ru.case.md";
    let course = Course::sample().replace(case, "accepts = [\"text\", \"files\"]\n", "").replace(
        case,
        "due_days = 14\n",
        PARTS,
    );
    Room::of(TestApp::spawn().await, course, "Europe/Moscow").await
}

async fn hand_in(
    room: &Room,
    fields: &[(&str, &str)],
    files: &[(&str, &str, &[u8])],
) -> crate::support::browser::Page {
    let revision = room.open().await.value_of("revision").unwrap_or_default();
    let mut all = vec![("revision", revision.as_str())];
    all.extend_from_slice(fields);
    let files: Vec<_> = files.iter().map(|(field, name, bytes)| (*field, *name, bytes.to_vec())).collect();
    room.author.post_multipart(&format!("{}/submissions", room.path()), &all, &files).await
}

#[tokio::test]
async fn each_part_has_its_field_and_a_missing_one_is_named_at_it() {
    let room = room().await;
    let page = room.open().await;
    let text = page.text();
    for name in ["Письмо партнёру (обязательно)", "Фотография плана", "Таблица", "Доска"]
    {
        assert!(text.contains(name), "{name}: {text}");
    }
    assert!(page.html.contains("name=\"files.photo\" accept=\"image/*\""), "{}", page.html);
    assert!(page.html.contains("name=\"links.board\""));

    let page = hand_in(&room, &[("text", "Ольга!"), ("links.board", "https://example.org/b")], &[]).await;
    assert_eq!((page.status, room.submissions().await.len()), (422, 0));
    assert!(page.text().contains("Не хватает обязательной части: «Фотография плана»"), "{}", page.text());
    assert!(page.html.contains("#field-files.photo"), "the summary leads to the field");
    assert!(page.text().contains("Ольга!") && page.html.contains("https://example.org/b"), "nothing is lost");
}

#[tokio::test]
async fn a_file_of_another_sort_and_a_faulty_link_stop_the_work_and_lose_nothing() {
    let room = room().await;
    let fields = [("text", "Ольга!"), ("links.board", "javascript:alert(1)")];
    let files = [("files.photo", "plan.pdf", PDF), ("files.table", "table.pdf", PDF)];
    let page = hand_in(&room, &fields, &files).await;
    assert_eq!((page.status, room.submissions().await.len()), (422, 0));
    let text = page.text();
    assert!(text.contains("Файл «plan.pdf» не подходит сюда"), "{text}");
    assert!(text.contains("Это не адрес страницы"), "{text}");
    assert!(!page.html.contains("href=\"javascript:"), "{}", page.html);
    let again = room.open().await;
    assert!(again.text().contains("table.pdf") && again.text().contains("Ольга!"), "{}", again.text());
    assert!(again.html.contains("value=\"javascript:alert(1)\""), "as it was typed, to be mended");
}

#[tokio::test]
async fn a_whole_work_shows_its_parts_to_author_and_trainer() {
    let room = room().await;
    let fields = [("text", "Ольга!"), ("links.board", " https://example.org/доска ")];
    let page = hand_in(&room, &fields, &[("files.photo", "план.png", PNG)]).await;
    assert!(page.text().contains("Версия 1 сдана"), "{}", page.text());
    let desk = room.grader.get(&format!("/submissions/{}", room.last().await)).await;
    for page in [&page, &desk] {
        assert!(page.text().contains("Фотография плана: план.png"), "{}", page.text());
        assert!(page.text().contains("Доска: https://example.org/доска"), "{}", page.text());
        assert!(page.html.contains("rel=\"noopener noreferrer nofollow\""));
    }
    let hash = |bytes: &[u8]| birge::secrets::sha256_hex(bytes);
    let lines = format!("{}\n{}\nboard https://example.org/доска", hash("Ольга!".as_bytes()), hash(PNG));
    assert!(page.text().contains(&hash(lines.as_bytes())), "the receipt covers links: {}", page.text());
}

#[tokio::test]
async fn a_program_hands_in_by_parts_too() {
    let room = room().await;
    let api = room.app.api(&room.trainee).await;
    let case = api.get(&format!("/api/v1{}", room.path())).await.json();
    assert_eq!(case["hand_in"][1]["accepts"], json!(["image"]));
    let file = api.post_bytes("/api/v1/files?name=plan.png", PNG.to_vec()).await.json()["id"].clone();
    let submissions = format!("/api/v1{}/submissions", room.path());
    let wrong = json!({ "text": "Ольга!", "files": [file], "file_parts": { (file.to_string()): "table" },
        "links": { "board": "ftp://example.org" } });
    let refused = api.post(&submissions, wrong).await;
    assert_eq!(refused.status, 422);
    let json = refused.json();
    let mut fields: Vec<_> =
        json["errors"].as_array().unwrap().iter().map(|fault| fault["field"].as_str().unwrap()).collect();
    fields.sort_unstable();
    assert_eq!(fields, ["files.photo", "files.table", "links.board"], "{json}");

    let right = json!({ "text": "Ольга!", "files": [file], "links": { "board": "https://example.org" } });
    let done = api.post(&submissions, right).await;
    assert_eq!(done.status, 201, "{}", done.json());
    assert_eq!(done.json()["links"]["board"], "https://example.org");
}

/// Two windows of one draft: a form that was opened before the link was kept does not wipe it.
#[tokio::test]
async fn an_old_page_takes_no_link_away() {
    let room = room().await;
    let old = room.open().await.value_of("revision").unwrap();
    let save =
        async |fields: &[(&str, &str)]| room.author.post(&format!("{}/draft", room.path()), fields).await;
    let kept = save(&[("text", ""), ("revision", &old), ("links.board", "https://example.org/b")]).await;
    assert_eq!(kept.status, 200, "{}", kept.text());
    assert_ne!(room.open().await.value_of("revision").as_deref(), Some(old.as_str()), "a link is a change");
    let stale = save(&[("text", "Ольга!"), ("revision", &old), ("links.board", "")]).await;
    assert_eq!(stale.status, 409, "{}", stale.text());
    assert!(
        stale.html.contains("https://example.org/b") && stale.text().contains("Ольга!"),
        "{}",
        stale.text()
    );
    let same = save(&[("text", ""), ("revision", &old), ("links.board", "https://example.org/b")]).await;
    assert_eq!(same.status, 200, "the same from elsewhere is no conflict: {}", same.text());
}
