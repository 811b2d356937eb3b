//! Questions from files: first looked at, then all of them or none; and questions as files.

use super::*;
use crate::support::browser::Page;

const GIFT: &str = "$CATEGORY: Право/НКО\n\n// [tag:нко]\n::Столица::Столица Казахстана?{=Астана ~Алматы}\n\n\
     ::Река::Река в Астане — {=Ишим =Есиль}.\n";

async fn look(desk: &Desk, name: &str, content: &str) -> Page {
    let category = desk.category("Тест").await.to_string();
    let fields = [("category", category.as_str()), ("language", "ru")];
    let file = [("file", name, content.as_bytes().to_vec())];
    desk.admin.post_multipart(paths::QUESTION_IMPORTS, &fields, &file).await
}

fn hidden(page: &Page, name: &str) -> String {
    page.value_of(name).unwrap_or_else(|| panic!("{name}: {}", page.text())).replace("&quot;", "\"")
}

async fn confirm(desk: &Desk, page: &Page, good_only: bool) -> Page {
    let (ticket, seal) = (hidden(page, "ticket"), hidden(page, "seal"));
    let mut fields = vec![("ticket", ticket.as_str()), ("seal", seal.as_str())];
    if good_only {
        fields.push(("good-only", "on"));
    }
    desk.admin.post(paths::QUESTION_IMPORT_CONFIRMATIONS, &fields).await
}

async fn count(desk: &Desk) -> i64 {
    desk.app.db.read(|r| Ok(question_entries::table.count().get_result(r.conn())?)).await.unwrap()
}

#[actix_web::test]
async fn a_file_is_looked_at_first_and_taken_once() {
    let desk = Desk::open().await;
    let before = count(&desk).await;
    let page = look(&desk, "вопросы.gift", GIFT).await;
    assert_eq!(page.status, 200);
    assert!(
        page.text().contains("Ошибок нет") && page.text().contains("Добавить 2 вопроса"),
        "{}",
        page.text()
    );
    assert_eq!((count(&desk).await, desk.app.audited("questions-imported").await), (before, 0));
    let done = confirm(&desk, &page, false).await;
    assert!(done.text().contains("новых 2, уже были 0"), "{}", done.text());
    assert_eq!((count(&desk).await, desk.app.audited("questions-imported").await), (before + 2, 1));
    let inside = desk.category("НКО").await;
    let list = desk.admin.get(&format!("/questions?category={inside}&tag=нко")).await;
    assert!(list.text().contains("Столица Казахстана?"), "{}", list.text());
    let again = confirm(&desk, &look(&desk, "вопросы.gift", GIFT).await, false).await;
    assert!(again.text().contains("новых 0, уже были 2"), "{}", again.text());
    assert_eq!(count(&desk).await, before + 2, "the same file adds nothing");
}

#[actix_web::test]
async fn a_file_with_faults_brings_nothing_unless_the_good_ones_are_asked_for() {
    let desk = Desk::open().await;
    let before = count(&desk).await;
    let page = look(&desk, "x.gift", &format!("{GIFT}\n::Скобка::Не закрыта {{=да")).await;
    assert!(
        page.text().contains("Скобка { не закрыта") && page.text().contains("Поставьте }"),
        "{}",
        page.text()
    );
    let refused = confirm(&desk, &page, false).await;
    assert_eq!((refused.status, count(&desk).await), (400, before));
    let done = confirm(&desk, &page, true).await;
    assert!(done.text().contains("новых 2"), "{}", done.text());
    assert_eq!(count(&desk).await, before + 2);
}

#[actix_web::test]
async fn a_ticket_is_neither_forged_nor_passed_on() {
    let desk = Desk::open().await;
    let page = look(&desk, "x.gift", GIFT).await;
    let (ticket, seal) = (hidden(&page, "ticket"), hidden(&page, "seal"));
    let other = desk.category("Тест").await.to_string();
    let forged = ticket.replace(&format!("\"category\":{other}"), "\"category\":1");
    let forged = if forged == ticket { ticket.replace("x.gift", "y.gift") } else { forged };
    let fields = [("ticket", forged.as_str()), ("seal", seal.as_str())];
    assert_eq!(desk.admin.post(paths::QUESTION_IMPORT_CONFIRMATIONS, &fields).await.status, 400);
    let trainer = desk.app.sign_in(&desk.trainer().await).await;
    let fields = [("ticket", ticket.as_str()), ("seal", seal.as_str())];
    assert_eq!(trainer.post(paths::QUESTION_IMPORT_CONFIRMATIONS, &fields).await.status, 400);
    let empty = desk.admin.post_multipart(paths::QUESTION_IMPORTS, &[("category", "")], &[]).await;
    assert_eq!(empty.status, 422);
}

#[actix_web::test]
async fn images_come_along_and_questions_go_out_again() {
    let desk = Desk::open().await;
    let xml = std::fs::read_to_string("tests/exchange/syntax.xml").unwrap();
    let page = look(&desk, "moodle.xml", &xml).await;
    assert!(page.text().contains("Балл 1.5000000 заменён целым: 2"), "{}", page.text());
    confirm(&desk, &page, false).await;
    let inside = desk.category("и/или").await;
    let moodle =
        desk.admin.get(&paths::question_export("moodle-xml", &[("category", &inside.to_string())])).await;
    assert_eq!(moodle.header("content-type"), "application/xml; charset=utf-8");
    assert!(moodle.html.contains("<file name=\"") && moodle.html.contains("iVBORw0KGgo"), "{}", moodle.html);
    assert_eq!(moodle.html.matches("<idnumber>").count(), 11);
    let (_, rest) = moodle.html.split_once("<file name=\"").unwrap();
    let image = format!("/question-images/{}", rest.split('"').next().unwrap());
    let shown = desk.admin.get(&image).await;
    assert_eq!((shown.status, shown.header("content-type")), (200, "image/png"));
    assert_eq!(desk.admin.get("/question-images/none.png").await.status, 404);
    let gift = desk.admin.get(&paths::question_export("gift", &[("category", &inside.to_string())])).await;
    assert!(
        gift.html.contains("::Какой город на карте?") || gift.html.contains("Какой город"),
        "{}",
        gift.html
    );
    assert!(gift.html.contains("left out, the format has no kind gaps"), "{}", gift.html);
    let example = desk.admin.get(paths::QUESTION_IMPORT_EXAMPLE).await;
    let read = look(&desk, "образец.csv", &example.html).await;
    assert!(read.text().contains("Добавить 10 вопросов"), "{}", read.text());
}
