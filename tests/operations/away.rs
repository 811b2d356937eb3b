//! What people see when the machine has nothing left to give: no database, no room on the disk.

use super::*;

#[actix_web::test]
async fn without_its_database_it_says_so_and_when_to_come_back() {
    let app = TestApp::spawn().await;
    let administrator = app.administrator().await;
    let (browser, api) = (app.sign_in(&administrator).await, app.api(&administrator).await);
    app.db.close();
    let page = browser.get("/organisations").await;
    assert_eq!(page.status, 503);
    assert!(page.header("retry-after").parse::<u32>().unwrap() > 0);
    assert!(page.text().contains("Последнее действие не записано"), "{}", page.text());
    let answer = api.get("/api/v1/organisations").await;
    assert_eq!((answer.status, &answer.json()["errors"][0]["code"]), (503, &serde_json::json!("busy")));
    assert!(answer.header("retry-after").parse::<u32>().unwrap() > 0);
    assert_eq!(app.stranger().get("/health/ready").await.status, 503, "nobody is sent here meanwhile");
    assert_eq!(app.stranger().get("/health/live").await.status, 200, "and nobody ends the program for it");
}

#[actix_web::test]
async fn on_a_full_disk_a_form_is_refused_whole_and_goes_through_when_there_is_room_again() {
    let app = TestApp::spawn().await;
    if app.db.engine() != Engine::Sqlite {
        // A full disk of a PostgreSQL server cannot be made without taking the whole server down.
        return;
    }
    let browser = app.sign_in(&app.administrator().await).await;
    let pages = |most: u32| {
        let limit = format!("PRAGMA max_page_count = {most}");
        app.db.write(move |w| Ok(w.conn().batch_execute(&limit)?))
    };
    let add = async |number: usize| {
        let (name, long) = (format!("Центр {number}"), "Подробности ".repeat(5));
        let fields =
            [("name", name.as_str()), ("short_name", "Ц"), ("sector", "state"), ("city", long.as_str())];
        browser.post("/organisations", &fields).await
    };
    // As many as fit on what is left of the last pages; then one does not.
    pages(1).await.unwrap();
    let mut refused = None;
    for number in 0..400 {
        let page = add(number).await;
        assert!(matches!(page.status, 200 | 507), "{}", page.text());
        if page.status == 507 {
            refused = Some((number, page));
            break;
        }
    }
    let (number, page) = refused.expect("no room is left at some point");
    assert!(page.text().contains("На сервере кончилось место"), "{}", page.text());
    let (name, long) = (format!("Центр {number}"), "Подробности ".repeat(5));
    assert!(page.typed().contains(&("name".to_owned(), name)), "{}", page.html);
    assert!(page.typed().contains(&("city".to_owned(), long)), "{}", page.html);
    assert!(page.text().contains("Отправить ещё раз"), "{}", page.text());
    assert_eq!(browser.get("/organisations").await.status, 200, "what is there can be read");
    pages(1_073_741_823).await.unwrap();
    let typed = page.typed();
    let fields: Vec<(&str, &str)> = typed.iter().map(|(name, value)| (&**name, &**value)).collect();
    let page = browser.post_raw("/organisations", &fields).await;
    assert_eq!(page.status, 200, "{}", page.text());
    assert!(browser.get("/organisations").await.text().contains(&format!("Центр {number}")));
}
