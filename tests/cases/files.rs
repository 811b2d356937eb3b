//! Uploaded files: judged by content, limited, kept private, served as attachments.

use super::{PDF, Room, first_file};
use crate::content::Course;
use crate::support::app::TestApp;

#[tokio::test]
async fn programs_and_pages_are_refused_by_content_and_the_text_is_kept() {
    let elf: &[u8] = b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0";
    let html: &[u8] = b"<!doctype html><script>alert(1)</script>";
    let svg: &[u8] =
        b"<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>";
    for (name, bytes) in [("plan.pdf", elf), ("отчёт.pdf", html), ("photo.jpg", svg)] {
        let room = Room::new().await;
        let page = room.save("Мой текст", &[(name, bytes), ("good.pdf", PDF)]).await;
        assert_eq!(page.status, 415, "{name}");
        let text = page.text();
        assert!(text.contains(&format!("Файл «{name}» принять нельзя")), "{text}");
        let again = room.open().await;
        assert!(again.text().contains("Мой текст") && again.text().contains("good.pdf"), "{}", again.text());
        assert!(!again.html.contains(&format!(">{name}<")), "{name} is not kept");

        let handed_in = room.hand_in("Мой текст", &[(name, bytes)]).await;
        assert_eq!(
            (handed_in.status, room.submissions().await.len()),
            (415, 0),
            "a work is not handed in by halves"
        );
    }
}

#[tokio::test]
async fn a_file_over_the_limit_is_refused_and_the_text_is_saved() {
    let app = TestApp::builder().max_upload(1024 * 1024).spawn().await;
    let room = Room::of(app, Course::sample(), "Europe/Moscow").await;
    let mut large = PDF.to_vec();
    large.resize(1_500_000, b' ');
    let page = room.save("Долго писал", &[("large.pdf", &large)]).await;
    assert_eq!(page.status, 413);
    assert!(page.text().contains("больше 1 МБ") && page.text().contains("Долго писал"), "{}", page.text());
    assert!(room.open().await.text().contains("Долго писал"));
}

#[tokio::test]
async fn no_more_files_than_allowed_and_one_can_be_taken_out() {
    let room = Room::new().await;
    let names = ["1.pdf", "2.pdf", "3.pdf", "4.pdf", "5.pdf", "6.pdf"];
    let files: Vec<(&str, &[u8])> = names.iter().map(|name| (*name, PDF)).collect();
    let page = room.save("Текст", &files).await;
    assert_eq!(page.status, 422);
    assert!(page.text().contains("Файл «6.pdf» не поместился"), "{}", page.text());
    assert!(page.text().contains("5.pdf") && page.text().contains("Файлов уже 5"), "{}", page.text());

    let first = first_file(&page).to_string();
    let fields = [("text", "Текст"), ("revision", "1"), ("remove", first.as_str())];
    let less = room.author.post(&format!("{}/draft", room.path()), &fields).await;
    assert!(!less.text().contains("1.pdf") && less.text().contains("2.pdf"), "{}", less.text());
}

#[tokio::test]
async fn a_file_is_an_attachment_for_those_who_may_have_it_and_not_there_for_others() {
    let room = Room::new().await;
    let page = room.save("Текст", &[("План Б.pdf", PDF)]).await;
    let path = format!("/files/{}", first_file(&page));
    assert_eq!(room.grader.get(&path).await.status, 404, "a draft is private");

    room.hand_in("Текст", &[]).await;
    for browser in [&room.author, &room.grader] {
        let file = browser.get(&path).await;
        assert_eq!((file.status, file.html.as_bytes()), (200, PDF));
        assert_eq!(file.header("content-type"), "application/pdf");
        assert_eq!(file.header("x-content-type-options"), "nosniff");
        let disposition = file.header("content-disposition");
        assert!(disposition.starts_with("attachment; "), "{disposition}");
        assert!(
            disposition.contains("filename*=UTF-8''%D0%9F%D0%BB%D0%B0%D0%BD%20%D0%91.pdf"),
            "{disposition}"
        );
    }
    let fellow = room.app.person("Петров").await;
    room.app.enrol(room.edition, &fellow).await;
    assert_eq!(room.app.sign_in(&fellow).await.get(&path).await.status, 404, "another trainee");
    let elsewhere = room.app.person("Чужой").await;
    let other = room.app.edition(room.version).await;
    room.app.teach(other, &elsewhere).await;
    assert_eq!(
        room.app.sign_in(&elsewhere).await.get(&path).await.status,
        404,
        "a trainer of another edition"
    );
    assert_eq!(room.app.sign_in(&room.app.administrator().await).await.get(&path).await.status, 200);
    assert_eq!(room.app.stranger().get(&path).await.path, "/sign-in");
    assert_eq!(room.author.get("/files/999999").await.status, 404);
}

#[tokio::test]
async fn who_may_not_work_on_a_case_has_nothing_laid_away() {
    let room = Room::new().await;
    let fellow = room.app.person("Петров").await;
    room.app.enrol(room.edition, &fellow).await;
    let laid = |folder: &std::path::Path| std::fs::read_dir(folder).map_or(0, Iterator::count);
    let before = laid(&room.app.data_dir.join("files"));
    for browser in
        [room.app.stranger(), room.app.sign_in(&fellow).await, room.app.sign_in(&room.trainer).await]
    {
        for place in ["draft", "submissions"] {
            let file = vec![("files", "plan.pdf", PDF.to_vec())];
            browser.post_multipart(&format!("{}/{place}", room.path()), &[("text", "Чужое")], &file).await;
        }
    }
    assert_eq!(laid(&room.app.data_dir.join("files")), before, "of others");
    room.save("Своё", &[("plan.pdf", PDF)]).await;
    assert_eq!(laid(&room.app.data_dir.join("files")), before + 1, "of the author");
}
