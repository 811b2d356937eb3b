//! From files, as offices send them.

use super::{counts, enrolled};
use crate::support::learning::NewEdition;
use crate::support::{Browser, Page, TestApp};
use birge::db::schema::people;
use birge::kernel::{EditionId, Language};
use birge::people::Role;
use diesel::prelude::*;
use rust_xlsxwriter::Workbook;

async fn upload(browser: &Browser, edition: EditionId, name: &str, content: Vec<u8>) -> Page {
    let url = format!("/editions/{edition}/enrolment-imports");
    browser.post_multipart(&url, &[], &[("file", name, content)]).await
}

/// A list of four as Excel for Windows saves it.
fn office_list() -> Vec<u8> {
    let text = "E-mail;Фамилия;Имя;Отчество;Организация;Язык;Должность;Город\r\n\
        yu@example.org;Щербакова;Юлия;Сергеевна;Дом ветеранов;русский;директор;Иркутск\r\n\
        artem@example.org;Жуков;Артём;;Центр занятости;;;\r\n\
        li@example.org;Ли;Анна;;дом ВЕТЕРАНОВ;английский;;\r\n\
        aset@example.org;Серик;Асет;;;казахский;;\r\n";
    encoding_rs::WINDOWS_1251.encode(text).0.into_owned()
}

#[actix_web::test]
async fn a_windows_1251_list_is_checked_first_and_then_enrolled_at_once() {
    let app = TestApp::spawn().await;
    let edition = app.edition(app.programme().await).await;
    let admin = app.sign_in(&app.administrator().await).await;
    let (people, organisations, _) = counts(&app, "invitation").await;
    let dry = upload(&admin, edition, "список.csv", office_list()).await;
    assert_eq!(dry.status, 200, "{}", dry.text());
    let text = dry.text();
    for part in [
        "Ошибок нет",
        "Щербакова",
        "Новая организация, будет добавлена",
        "директор",
        "Город",
        "Зачислить 4 человек",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert_eq!(
        (counts(&app, "invitation").await, enrolled(&app, edition).await),
        ((people, organisations, 0), 0)
    );
    let done = admin.post(&format!("{}/confirmation", dry.path), &[]).await;
    assert!(done.text().contains("Зачислено: 4. Новых людей: 4, уже были в потоке: 0."), "{}", done.text());
    assert_eq!(enrolled(&app, edition).await, 4);
    assert_eq!(counts(&app, "invitation").await, (people + 4, organisations + 2, 4));
    let page = done.text();
    assert!(page.contains("Щербакова Юлия Сергеевна") && page.contains("Дом ветеранов"), "{page}");
    assert_eq!(admin.post(&format!("{}/confirmation", dry.path), &[]).await.status, 409, "confirmed once");
    assert!(admin.get(&dry.path).await.text().contains("уже подтверждён"));
}

#[actix_web::test]
async fn a_list_says_how_it_was_read_and_a_damaged_one_where_it_is_damaged() {
    let app = TestApp::spawn().await;
    let edition = app.edition(app.programme().await).await;
    let admin = app.sign_in(&app.administrator().await).await;
    let dry = upload(&admin, edition, "список.csv", office_list()).await;
    assert!(dry.text().contains("Кодировка windows-1251, разделитель: точка с запятой."), "{}", dry.text());
    let text = encoding_rs::WINDOWS_1251.decode(&office_list()).0.replace(';', ",").into_bytes();
    let dry = upload(&admin, edition, "список.csv", text.clone()).await;
    assert!(dry.text().contains("Кодировка UTF-8, разделитель: запятая."), "{}", dry.text());
    let at = text.windows(2).rposition(|pair| pair == "Ж".as_bytes()).unwrap();
    let mut damaged = text;
    damaged.remove(at + 1);
    let refused = upload(&admin, edition, "список.csv", damaged).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("в строке 3 вместо букв лишние байты"), "{}", refused.text());
}

#[actix_web::test]
async fn the_same_list_again_makes_no_doubles() {
    let app = TestApp::spawn().await;
    let edition = app.edition(app.programme().await).await;
    let admin = app.sign_in(&app.administrator().await).await;
    let first = upload(&admin, edition, "список.csv", office_list()).await;
    admin.post(&format!("{}/confirmation", first.path), &[]).await;
    let before = counts(&app, "invitation").await;
    let again = upload(&admin, edition, "список.csv", office_list()).await;
    assert!(again.text().contains("Все люди из файла уже в потоке"), "{}", again.text());
    let more = String::from_utf8(b"email,surname,first name\nli@example.org,\xd0\x9b\xd0\xb8,\xd0\x90\xd0\xbd\xd0\xbd\xd0\xb0\nnew@example.org,New,Person\n".to_vec()).unwrap();
    let third = upload(&admin, edition, "list.csv", more.into_bytes()).await;
    let done = admin.post(&format!("{}/confirmation", third.path), &[]).await;
    assert!(done.text().contains("Зачислено: 1. Новых людей: 1, уже были в потоке: 1."), "{}", done.text());
    let after = counts(&app, "invitation").await;
    assert_eq!((after.0, after.1, after.2), (before.0 + 1, before.1, before.2 + 1));
    assert_eq!(enrolled(&app, edition).await, 5);
}

#[actix_web::test]
async fn a_workbook_in_kazakh_is_read() {
    let app = TestApp::spawn().await;
    let edition = app.edition(app.programme().await).await;
    let admin = app.sign_in(&app.administrator().await).await;
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, text) in ["Аты-жөні", "Электрондық пошта", "Тілі", "Ұйым"].iter().enumerate()
    {
        sheet.write_string(0, column as u16, *text).unwrap();
    }
    for (column, text) in
        ["Құрманғазы Әлия Серікқызы", "aliya@example.org", "қазақша", "«Бірге» қоры"].iter().enumerate()
    {
        sheet.write_string(2, column as u16, *text).unwrap();
    }
    let dry = upload(&admin, edition, "тізім.xlsx", workbook.save_to_buffer().unwrap()).await;
    assert!(dry.text().contains("Ошибок нет"), "{}", dry.text());
    let done = admin.post(&format!("{}/confirmation", dry.path), &[]).await;
    assert!(done.text().contains("Құрманғазы Әлия Серікқызы"), "{}", done.text());
}

#[actix_web::test]
async fn every_faulty_cell_is_named_and_nobody_is_enrolled() {
    let app = TestApp::spawn().await;
    let edition = app.edition(app.programme().await).await;
    let known = app.person("Иванова").await;
    let admin = app.sign_in(&app.administrator().await).await;
    let before = counts(&app, "invitation").await;
    let text = format!(
        "Фамилия,Имя,Почта,Язык\n\
         Петрова,Ольга,olga@example.org,\n\
         ,Анна,не адрес,эльфийский\n\
         Петрова,Ольга,OLGA@example.org,\n\
         Совсем,Другая,{},\n",
        known.email
    );
    let dry = upload(&admin, edition, "список.csv", text.into_bytes()).await;
    let said = dry.text();
    for part in [
        "5 ошибок, никто не зачислен",
        "Заполните это поле",
        "Укажите адрес целиком",
        "Язык «эльфийский» не подходит",
        "Этот адрес уже стоит в строке 2",
        "принадлежит другому человеку: Иванова Анна Сергеевна",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(!dry.html.contains("/confirmation"), "there is nothing to confirm");
    let refused = admin.post(&format!("{}/confirmation", dry.path), &[]).await;
    assert_eq!(refused.status, 422);
    assert_eq!((counts(&app, "invitation").await, enrolled(&app, edition).await), (before, 0));
    let api = app.api(&app.second_administrator().await).await;
    let run = api.get(&format!("/api/v1{}", dry.path)).await.json();
    let fields: Vec<&str> =
        run["faults"].as_array().unwrap().iter().map(|f| f["field"].as_str().unwrap()).collect();
    assert_eq!(fields, ["3.surname", "3.email", "3.language", "4.email", "5.email"]);
    let confirmed = api.send(reqwest::Method::POST, &format!("/api/v1{}/confirmation", dry.path), None).await;
    assert_eq!(
        (confirmed.status, &confirmed.json()["errors"][0]["code"]),
        (409, &"import-has-faults".into())
    );
}

#[actix_web::test]
async fn rows_beyond_the_capacity_are_named_and_a_place_lost_meanwhile_stops_everybody() {
    let app = TestApp::spawn().await;
    let version = app.programme().await;
    let edition = app.open_edition(NewEdition { capacity: 3, ..NewEdition::of(version) }).await;
    let admin = app.sign_in(&app.administrator().await).await;
    let over = upload(&admin, edition, "список.csv", office_list()).await;
    assert!(over.text().contains("Не хватает места: свободно 3"), "{}", over.text());
    let fits = "Фамилия;Имя;Почта\nЛи;Анна;a@example.org\nКим;Анна;b@example.org\nПак;Анна;c@example.org\n";
    let dry = upload(&admin, edition, "список.csv", fits.as_bytes().to_vec()).await;
    assert!(dry.text().contains("Ошибок нет"));
    app.enrol(edition, &app.person("Опередившая").await).await;
    let refused = admin.post(&format!("{}/confirmation", dry.path), &[]).await;
    assert_eq!((refused.status, enrolled(&app, edition).await), (422, 1), "nobody or everybody");
    assert!(refused.text().contains("Не хватает места: свободно 2"), "{}", refused.text());
}

#[actix_web::test]
async fn files_that_are_no_list_say_what_to_do() {
    let app = TestApp::spawn().await;
    let edition = app.edition(app.programme().await).await;
    let admin = app.sign_in(&app.administrator().await).await;
    let header_only = "Фамилия;Имя;Почта\n".as_bytes().to_vec();
    let too_many = format!("Фамилия;Имя;Почта\n{}", "Ли;Анна;a@example.org\n".repeat(2001));
    for (content, part) in [
        (Vec::new(), "Файл пуст"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n\x00\x01\x02".to_vec(), "Такой файл не подойдёт"),
        (b"PK\x03\x04broken".to_vec(), "Файл повреждён"),
        ("Фамилия;Имя;Почта\nЛи;\"Анна;a@example.org\n".as_bytes().to_vec(), "Кавычки в строке 2 не закрыты"),
        ("Фамилия;Имя;Почта\nЛи;Анна;a@example.org;x\n".as_bytes().to_vec(), "В строке 2 ячеек больше"),
        ("Город;Имя\nИркутск;Анна\n".as_bytes().to_vec(), "нет столбца «Фамилия»"),
        (header_only, "В файле только заголовок"),
        (too_many.into_bytes(), "В файле больше 2000 строк"),
        (vec![b'a'; 6 * 1024 * 1024], "Файл больше 5 MB"),
    ] {
        let page = upload(&admin, edition, "список.csv", content).await;
        assert_eq!(page.status, 422, "{part}");
        assert!(page.text().contains(part), "{part}: {}", page.text());
    }
    let nothing = admin.post_multipart(&format!("/editions/{edition}/enrolment-imports"), &[], &[]).await;
    assert_eq!(nothing.status, 422);
}

#[actix_web::test]
async fn the_empty_file_in_each_language_is_understood_when_filled_in() {
    let app = TestApp::spawn().await;
    let edition = app.edition(app.programme().await).await;
    for (language, email) in
        [(Language::Ru, "ru@example.org"), (Language::Kk, "kk@example.org"), (Language::En, "en@example.org")]
    {
        let person = app.person_speaking(&format!("Админ-{}", language.tag()), language).await;
        app.grant(&person, "administrator").await;
        let admin = app.sign_in(&person).await;
        let file = admin.get(&format!("/editions/{edition}/enrolment-imports/template")).await;
        assert!(
            file.header("content-disposition").starts_with("attachment"),
            "{}",
            file.header("content-disposition")
        );
        let filled = format!("{}Ли;Анна;;{email};;ru\r\n", file.html);
        let dry = upload(&admin, edition, "birge-enrolment.csv", filled.into_bytes()).await;
        assert_eq!(dry.status, 200, "{}", dry.text());
        assert!(dry.html.contains("/confirmation"), "{}", dry.text());
    }
}

#[actix_web::test]
async fn a_file_goes_through_the_api_and_other_administrators_do_not_see_it() {
    let app = TestApp::spawn().await;
    let edition = app.edition(app.programme().await).await;
    let admin = app.administrator().await;
    let url = format!("/api/v1/editions/{edition}/enrolment-imports");
    let api = app.api(&admin).await;
    let dry = api.post_bytes(&format!("{url}?file_name=list.csv"), office_list()).await;
    assert_eq!(dry.status, 201, "{}", dry.html);
    let run = dry.json();
    assert_eq!((&run["rows"], &run["create"], &run["file_name"]), (&4.into(), &4.into(), &"list.csv".into()));
    let other = app.person("Чужая").await;
    app.grant_in(&other, Role::Administrator, app.organisation("Другой центр").await).await;
    let import = format!("{url}/{}", run["id"]);
    let stranger = app.api(&other).await;
    assert_eq!(stranger.get(&import).await.status, 404);
    assert_eq!(
        stranger.send(reqwest::Method::POST, &format!("{import}/confirmation"), None).await.status,
        404
    );
    assert_eq!(stranger.post_bytes(&url, office_list()).await.status, 404);
    let done = api.send(reqwest::Method::POST, &format!("{import}/confirmation"), None).await;
    assert_eq!((done.status, &done.json()["enrolled"]), (201, &4.into()));
    let large = api.post_bytes(&url, vec![b'a'; 6 * 1024 * 1024]).await;
    assert_eq!(large.status, 413);
}

#[actix_web::test]
async fn a_workbook_that_unpacks_to_far_more_than_it_weighs_is_refused_by_name() {
    let app = TestApp::spawn().await;
    let edition = app.edition(app.programme().await).await;
    let admin = app.sign_in(&app.administrator().await).await;
    let bomb = crate::printing::tables::workbook_with_sheet(&vec![b' '; 64 * 1024 * 1024]);
    let page = upload(&admin, edition, "список.xlsx", bomb).await;
    assert_eq!(page.status, 422);
    assert!(page.text().contains("Внутри файла слишком много данных"), "{}", page.text());
    assert_eq!(enrolled(&app, edition).await, 0);
}

/// I2: what people do is a column of its own, for accounts that are made and for those that lack it.
#[actix_web::test]
async fn a_position_comes_with_the_list_and_never_replaces_one() {
    let app = TestApp::spawn().await;
    let edition = app.edition(app.programme().await).await;
    let admin = app.sign_in(&app.administrator().await).await;
    let known = app.person("Ли").await;
    let list = |position: &str| {
        format!(
            "Фамилия;Имя;Почта;Должность\r\nЛи;Анна;{};{position}\r\nЖуков;Артём;{position}@example.org;Психолог\r\n",
            known.email
        )
    };
    let positions = async || {
        let rows = app.db.read(|r| {
            let rows = people::table.order(people::id).select((people::surname, people::position));
            Ok(rows.load::<(String, Option<String>)>(r.conn())?)
        });
        let rows = rows.await.unwrap();
        rows.into_iter().filter_map(|(surname, position)| Some((surname, position?))).collect::<Vec<_>>()
    };
    let dry = upload(&admin, edition, "список.csv", list("vet").into_bytes()).await;
    admin.post(&format!("{}/confirmation", dry.path), &[]).await;
    let expected = [("Ли".to_owned(), "vet".to_owned()), ("Жуков".to_owned(), "Психолог".to_owned())];
    assert_eq!(positions().await, expected);
    let later = app.edition(app.programme().await).await;
    let dry = upload(&admin, later, "список.csv", list("doc").into_bytes()).await;
    admin.post(&format!("{}/confirmation", dry.path), &[]).await;
    assert_eq!(positions().await[0].1, "vet", "what an account says stays");
    let long = list(&"я".repeat(151)).replace("яя@", "long@");
    let dry = upload(&admin, later, "список.csv", long.into_bytes()).await;
    assert!(dry.text().contains("150"), "{}", dry.text());
}
