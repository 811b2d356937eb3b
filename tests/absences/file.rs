//! The certificate that goes with a notice: judged by its content, and for nobody but its author and those who teach.

use super::*;

#[tokio::test]
async fn a_certificate_is_an_attachment_for_its_author_and_those_who_teach() {
    let class = Class::with(2).await;
    let author = class.browser(0).await;
    let fields = [("reason", "illness"), ("words", "")];
    let pdf = [("file", "справка.pdf", b"%PDF-1.7\nok".to_vec())];
    let told = author.post_multipart(&paths::own_absence(class.session), &fields, &pdf).await;
    assert!(told.text().contains("справка.pdf"), "{}", told.text());
    let file = paths::absence_file(class.newest().await);
    assert!(told.html.contains(&format!("href=\"{file}\"")));
    for reader in [&author, &class.trainer] {
        let page = reader.get(&file).await;
        assert_eq!((page.status, page.html.as_str()), (200, "%PDF-1.7\nok"));
        assert!(page.header("content-disposition").starts_with("attachment"), "never shown in the page");
    }
    assert_eq!(class.browser(1).await.status_of(&file).await, 404);
    let colleague = class.ground.app.sign_in(&class.ground.app.trainer("Соседний").await).await;
    assert_eq!(colleague.status_of(&file).await, 404);
    let looks: Vec<Option<birge::kernel::PersonId>> = class
        .ground
        .app
        .db
        .read(|r| {
            Ok(audit_entries::table
                .filter(audit_entries::action.eq("absence-file-seen"))
                .select(audit_entries::person_id)
                .load(r.conn())?)
        })
        .await
        .unwrap();
    assert_eq!(looks, [Some(class.ground.trainer.id)], "every look of somebody else is noted, and no other");

    author.post(&paths::own_absence_withdrawal(class.session), &[]).await;
    assert_eq!(class.trainer.status_of(&file).await, 404, "taken back, it is nobody else's concern");
}

/// Whether the bytes of that file lie in the store.
async fn laid_away(class: &Class, number: usize) -> bool {
    let sha256 = birge::secrets::sha256_hex(format!("%PDF-1.7\n{number}").as_bytes());
    class.ground.app.kit.files.get(&format!("{}/{sha256}", &sha256[..2])).await.is_ok()
}

#[tokio::test]
async fn of_a_notice_that_is_refused_no_file_stays_and_ten_about_one_session_are_enough() {
    let class = Class::with(1).await;
    let author = class.browser(0).await;
    let pdf = |number: usize| [("file", "справка.pdf", format!("%PDF-1.7\n{number}").into_bytes())];
    let fields = [("reason", "illness"), ("words", "")];
    for number in 0..10 {
        let told = author.post_multipart(&paths::own_absence(class.session), &fields, &pdf(number)).await;
        assert_eq!(told.status, 200, "{}", told.text());
        if number == 0 {
            let twice = author.post_multipart(&paths::own_absence(class.session), &fields, &pdf(100)).await;
            assert!(twice.text().contains("Вы уже сообщили"), "{}", twice.text());
            assert!(!laid_away(&class, 100).await, "what is refused leaves nothing behind");
        }
        author.post(&paths::own_absence_withdrawal(class.session), &[]).await;
    }
    let many = author.post_multipart(&paths::own_absence(class.session), &fields, &pdf(101)).await;
    assert_eq!(many.status, 422);
    assert!(many.text().contains("уже десять раз"), "{}", many.text());
    assert!(laid_away(&class, 9).await && !laid_away(&class, 101).await);
}

#[tokio::test]
async fn a_program_is_no_certificate_and_what_was_typed_stays() {
    let class = Class::with(1).await;
    let fields = [("reason", "illness"), ("words", "Справка приложена")];
    let program = [("file", "справка.pdf", b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0".to_vec())];
    let author = class.browser(0).await;
    let refused = author.post_multipart(&paths::own_absence(class.session), &fields, &program).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("Такой файл не подойдёт"), "{}", refused.text());
    assert!(refused.html.contains("Справка приложена"));
    let rows: i64 =
        class.ground.app.db.read(|r| Ok(absence_notices::table.count().get_result(r.conn())?)).await.unwrap();
    assert_eq!(rows, 0);
}
