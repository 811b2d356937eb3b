//! Files that nobody should send: nothing of the text and of the other files is lost by them.

use super::{PDF, Room, first_file};
use birge::access::SessionKind;
use birge::db::schema::stored_files;
use diesel::prelude::*;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// A zip of nothing but a huge file of zeros, as its header says; nobody unpacks it.
const BOMB: &[u8] = b"PK\x03\x04\x14\0\0\0\x08\0\0\0\0\0\0\0\0\0\x10\0\0\0\xff\xff\xff\xff\x04\0\0\0bomb";

impl Room {
    async fn stored(&self) -> i64 {
        self.app.db.read(|r| Ok(stored_files::table.count().get_result(r.conn())?)).await.unwrap()
    }

    /// The head of a multipart form of the author's browser, its length announced.
    async fn head(&self, length: usize) -> String {
        let token = self.app.open_session(&self.trainee, SessionKind::Browser).await;
        let host = self.app.url.trim_start_matches("http://");
        format!(
            "POST {}/draft HTTP/1.1\r\nHost: {host}\r\nCookie: birge_session={token}\r\nAccept-Language: kk\r\n\
             Content-Type: multipart/form-data; boundary=cut\r\nContent-Length: {length}\r\n\
             Connection: close\r\n\r\n",
            self.path()
        )
    }

    async fn connect(&self) -> TcpStream {
        TcpStream::connect(self.app.url.trim_start_matches("http://")).await.unwrap()
    }
}

#[tokio::test]
async fn half_a_gigabyte_is_refused_before_it_is_sent_and_the_limit_is_said_beforehand() {
    let room = Room::new().await;
    room.save("Долго писал", &[("good.pdf", PDF)]).await;
    let page = room.open().await;
    assert!(
        page.text().contains("вместе до 25 МБ") && page.html.contains("data-most-bytes"),
        "{}",
        page.text()
    );
    let mut stream = room.connect().await;
    stream.write_all(room.head(500 * 1024 * 1024).await.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    // The server may close before everything is read; what it said has come by then.
    let _ = stream.read_to_end(&mut answer).await;
    let answer = String::from_utf8_lossy(&answer);
    assert!(answer.starts_with("HTTP/1.1 413"), "{answer}");
    assert!(answer.contains("lang=\"kk\"") && answer.contains("Файл тым үлкен"), "{answer}");
    let again = room.open().await.text();
    assert!(again.contains("Долго писал") && again.contains("good.pdf"), "{again}");
}

#[tokio::test]
async fn a_connection_cut_at_nine_tenths_leaves_everything_as_it_was() {
    let room = Room::new().await;
    room.save("Долго писал", &[("good.pdf", PDF)]).await;
    let before = room.stored().await;
    let part = "--cut\r\nContent-Disposition: form-data; name=\"files\"; filename=\"cut.pdf\"\r\n\r\n";
    let body = format!("{part}{}", "x".repeat(90_000));
    let mut stream = room.connect().await;
    stream.write_all(room.head(100_000).await.as_bytes()).await.unwrap();
    stream.write_all(body.as_bytes()).await.unwrap();
    drop(stream);
    let again = room.open().await.text();
    assert!(
        again.contains("Долго писал") && again.contains("good.pdf") && !again.contains("cut.pdf"),
        "{again}"
    );
    assert_eq!(room.stored().await, before, "nothing is laid away by halves");
    assert!(room.hand_in("Долго писал", &[]).await.text().contains("Версия 1 сдана"));
}

#[tokio::test]
async fn of_two_hundred_files_those_that_fit_are_kept_and_the_text_with_them() {
    let room = Room::new().await;
    let names: Vec<String> = (1..=200).map(|number| format!("{number}.pdf")).collect();
    let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), PDF)).collect();
    let before = room.stored().await;
    let page = room.hand_in("Долго писал", &files).await;
    assert_eq!((page.status, room.submissions().await.len()), (422, 0));
    assert!(page.text().contains("Файл «6.pdf» не поместился") && page.text().contains("Файлов уже 5"));
    let again = room.open().await.text();
    assert!(again.contains("Долго писал") && again.contains("5.pdf") && !again.contains("6.pdf"), "{again}");
    assert_eq!(room.stored().await - before, 5);
}

#[tokio::test]
async fn a_zip_bomb_is_refused_without_being_opened() {
    let room = Room::new().await;
    let page = room.hand_in("Долго писал", &[("bomb.docx", BOMB), ("good.pdf", PDF)]).await;
    assert_eq!((page.status, room.submissions().await.len()), (415, 0));
    assert!(page.text().contains("Файл «bomb.docx» принять нельзя"), "{}", page.text());
    assert!(room.open().await.text().contains("good.pdf"));
}

#[tokio::test]
async fn a_picture_may_be_looked_at_without_any_right_of_our_pages_and_nothing_else_may() {
    let room = Room::new().await;
    let png: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01";
    let picture = first_file(&room.save("Текст", &[("план.png", png)]).await);
    let seen = room.author.get(&format!("/files/{picture}/preview")).await;
    assert_eq!((seen.status, seen.header("content-type")), (200, "image/png"));
    assert!(seen.header("content-security-policy").starts_with("sandbox; default-src 'none'"));
    assert_eq!(seen.header("x-content-type-options"), "nosniff");
    assert!(seen.header("content-disposition").starts_with("inline; "));
    assert_eq!(room.grader.get(&format!("/files/{picture}/preview")).await.status, 404, "a draft is private");

    let room = Room::new().await;
    let paper = first_file(&room.save("Текст", &[("план.pdf", PDF)]).await);
    assert_eq!(room.author.get(&format!("/files/{paper}/preview")).await.status, 404);
}

#[tokio::test]
async fn names_of_any_letters_are_kept_as_names_and_are_never_paths() {
    let long = format!("{}.pdf", "ұ".repeat(300));
    let (kazakh, path) = ("Өтінішқағаз", "../../etc/passwd.pdf");
    for (sent, shown, said) in [
        (path, "passwd.pdf".to_owned(), "filename*=UTF-8''passwd.pdf".to_owned()),
        (long.as_str(), format!("{}.pdf", "ұ".repeat(116)), format!("{}.pdf", "%D2%B1".repeat(116))),
        (kazakh, kazakh.to_owned(), "%D3%A8%D1%82%D1%96".to_owned()),
    ] {
        let room = Room::new().await;
        let page = room.save("Текст", &[(sent, PDF)]).await;
        assert!(page.text().contains(&shown) && !page.html.contains("etc/passwd"), "{sent}: {}", page.text());
        let file = room.author.get(&format!("/files/{}", first_file(&page))).await;
        let disposition = file.header("content-disposition");
        assert!(
            disposition.starts_with("attachment; filename=\"") && disposition.contains(&said),
            "{disposition}"
        );
        let ascii = disposition.split('"').nth(1).unwrap();
        assert!(!ascii.is_empty() && ascii.is_ascii() && !ascii.contains(['/', '\\']), "{ascii}");
    }
}
