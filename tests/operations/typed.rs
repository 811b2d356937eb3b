//! Nothing typed is lost when a form fails: its error page has it and sends it again.

use super::*;
use crate::support::browser::{Browser, Page};
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

const LONG: &str =
    "Улица <b>Абая</b>, дом \"7\" & двор.\r\nВторая строка: \"><script>alert(1)</script>\r\nи ещё.";

/// An organisation with letters that mean something in HTML.
fn organisation(name: &str) -> [(&str, &str); 4] {
    [("name", name), ("short_name", "Д\"К<i>"), ("sector", "state"), ("city", LONG)]
}

/// Presses «Отправить ещё раз»: exactly what the page would send, to where it says.
async fn send_again(browser: &Browser, page: &Page) -> Page {
    let to = page.html.split("<form method=\"post\" action=\"").nth(1).unwrap().split('"').next().unwrap();
    let typed = page.typed();
    let fields: Vec<(&str, &str)> =
        typed.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    browser.post_raw(&to.replace("&#x3D;", "="), &fields).await
}

async fn count(app: &TestApp, name: &'static str) -> i64 {
    let named = organisations::table.filter(organisations::name.eq(name)).count();
    app.db.read(move |r| Ok(named.get_result(r.conn())?)).await.unwrap()
}

fn has(page: &Page, fields: &[(&str, &str)]) {
    let typed = page.typed();
    for (name, value) in fields {
        let known = typed.iter().any(|(known, kept)| known == name && kept == value);
        assert!(known, "{name}={value:?} is lost: {typed:?}\n{}", page.html);
    }
    assert!(page.text().contains("Отправить ещё раз"), "{}", page.text());
    assert!(!page.html.contains("<script>alert"), "what was typed is no HTML: {}", page.html);
}

#[actix_web::test]
async fn a_form_that_met_a_full_queue_is_on_its_page_and_goes_through_later() {
    let app = TestApp::builder().queue(4).spawn().await;
    let browser = app.sign_in(&app.administrator().await).await;
    let browser = browser.clone().with_csrf(browser.csrf().await);
    let gate = Arc::new((Mutex::new(false), Condvar::new()));
    let mut waiting = Vec::new();
    for _ in 0..40 {
        let (db, gate) = (app.db.clone(), gate.clone());
        let blocked = tokio::spawn(async move {
            db.write(move |_| {
                let open = gate.1.wait_while(gate.0.lock().unwrap(), |open| !*open);
                drop(open.unwrap());
                Ok(())
            })
            .await
        });
        tokio::time::sleep(Duration::from_millis(25)).await;
        if blocked.is_finished() {
            break;
        }
        waiting.push(blocked);
    }
    let fields = organisation("Дом культуры");
    let page = browser.post_as("/organisations", &fields, "one-form").await;
    assert_eq!(page.status, 503, "{}", page.text());
    has(&page, &fields);
    has(&page, &[("form_id", "one-form")]);

    *gate.0.lock().unwrap() = true;
    gate.1.notify_all();
    for blocked in waiting {
        blocked.await.unwrap().unwrap();
    }
    let first = send_again(&browser, &page).await;
    let second = send_again(&browser, &page).await;
    assert_eq!((first.status, second.status), (200, 200), "{}", first.text());
    assert_eq!(count(&app, "Дом культуры").await, 1, "sent twice, written once");
    assert!(first.text().contains("Вторая строка"), "{}", first.text());
}

#[actix_web::test]
async fn a_form_that_met_a_fault_of_ours_is_on_its_page() {
    let app = TestApp::spawn().await;
    let browser = app.sign_in(&app.administrator().await).await;
    let browser = browser.clone().with_csrf(browser.csrf().await);
    let rename = |from: &str, to: &str| {
        let sql = format!("ALTER TABLE {from} RENAME TO {to}");
        app.db.write(move |w| Ok(w.conn().batch_execute(&sql)?))
    };
    rename("audit_entries", "audit_elsewhere").await.unwrap();
    let fields = organisation("Библиотека");
    let page = browser.post("/organisations", &fields).await;
    assert_eq!(page.status, 500, "{}", page.text());
    has(&page, &fields);
    rename("audit_elsewhere", "audit_entries").await.unwrap();
    assert_eq!(send_again(&browser, &page).await.status, 200);
    assert_eq!(count(&app, "Библиотека").await, 1);
}

#[actix_web::test]
async fn a_stale_form_gets_a_new_token_only_when_it_comes_from_a_page_of_ours() {
    let app = TestApp::spawn().await;
    let browser = app.sign_in(&app.administrator().await).await;
    let fields = [&[("csrf", "stale"), ("form_id", "stale-form")][..], &organisation("Музей")].concat();
    let send = async |name: &str, value: &str| {
        let request = browser.client().post(browser.absolute("/organisations")).form(&fields);
        let answer = request.header("accept-language", "ru").header(name, value).send().await.unwrap();
        (answer.status().as_u16(), Page::of(answer).await)
    };
    for (name, value) in [("x-nothing", "said"), ("sec-fetch-site", "cross-site"), ("origin", "null")] {
        let (status, page) = send(name, value).await;
        assert_eq!(status, 403);
        assert!(!page.html.contains("<form"), "{name}: {value} is no page of ours: {}", page.html);
    }
    for (name, value) in [("sec-fetch-site", "same-origin"), ("origin", app.url.as_str())] {
        let (status, page) = send(name, value).await;
        assert_eq!(status, 403);
        has(&page, &organisation("Музей"));
        assert_ne!(page.value_of("csrf").unwrap(), "stale");
        assert_eq!(send_again(&browser, &page).await.status, 200);
    }
    assert_eq!(count(&app, "Музей").await, 1, "the id of the form is the same");
}

#[actix_web::test]
async fn a_stranger_without_cookies_sends_a_stale_form_again() {
    let app = TestApp::spawn().await;
    let browser = app.stranger();
    let fields = [("csrf", "stale"), ("email", "nobody@example.org"), ("password", "tea-and-steppe-wind")];
    let request = browser.client().post(browser.absolute("/sign-in")).form(&fields);
    let answer = request.header("accept-language", "ru").header("origin", &app.url).send().await.unwrap();
    let page = Page::of(answer).await;
    assert_eq!(page.status, 403);
    assert!(!page.html.contains("tea-and-steppe-wind"), "a password never comes back: {}", page.html);
    assert!(page.html.contains("type=\"password\""), "it is asked for again");
    let again = send_again(&browser, &page).await;
    assert_eq!(again.status, 422, "the token fits now, the password does not: {}", again.text());
}

#[actix_web::test]
async fn a_form_that_was_filled_in_waits_until_its_sender_has_signed_in_again() {
    let app = TestApp::spawn().await;
    let (person, other) = (app.administrator().await, app.stranger());
    let browser = app.sign_in(&person).await;
    let stale = browser.csrf().await;
    let write = |sql: &'static str| app.db.write(move |w| Ok(w.conn().batch_execute(sql)?));
    write("DELETE FROM browser_sessions").await.unwrap();
    let fields = [&[("csrf", stale.as_str()), ("form_id", "long")][..], &organisation("Музей")].concat();
    let page = browser.post_raw("/organisations", &fields).await;
    assert_eq!(page.status, 401, "{}", page.text());
    has(&page, &organisation("Музей"));
    assert!(page.text().contains("Войти в новой вкладке"), "{}", page.text());
    let button = browser.post_raw("/organisations/1", &[("csrf", &stale), ("form_id", "short")]).await;
    assert_eq!((button.status, button.path.as_str()), (200, "/sign-in"), "a button alone is pressed again");

    // Signed in elsewhere meanwhile: the token of the page is stale, and the next page has a new one.
    drop(other);
    let fresh = app.sign_in(&person).await;
    let typed = page.typed();
    let fields: Vec<(&str, &str)> = typed.iter().map(|(name, value)| (&**name, &**value)).collect();
    let request = fresh.client().post(fresh.absolute("/organisations")).form(&fields);
    let answer = request.header("accept-language", "ru").header("origin", &app.url).send().await.unwrap();
    let page = Page::of(answer).await;
    assert_eq!(page.status, 403);
    has(&page, &organisation("Музей"));
    assert_eq!(send_again(&fresh, &page).await.status, 200);
    assert_eq!(count(&app, "Музей").await, 1);
}

#[actix_web::test]
async fn texts_stay_and_files_are_asked_for_again() {
    let app = TestApp::spawn().await;
    let browser = app.sign_in(&app.administrator().await).await;
    let browser = browser.clone().with_csrf(browser.csrf().await);
    app.db.close();
    let files = [("file", "список.csv", b"a;b".to_vec()), ("file", "второй.csv", b"c;d".to_vec())];
    let page = browser.post_multipart("/questions/imports?from=here", &[("note", LONG)], &files).await;
    assert_eq!(page.status, 503);
    has(&page, &[("note", LONG)]);
    assert!(page.html.contains("enctype=\"multipart/form-data\""), "{}", page.html);
    assert!(page.html.contains("action=\"/questions/imports?from&#x3D;here\""), "{}", page.html);
    let input = page.html.split("<input type=\"file\"").nth(1).unwrap().split('>').next().unwrap();
    assert!(input.contains("name=\"file\" multiple required data-most-bytes=\"26214400\""), "{input}");
    let text = page.text();
    assert!(text.contains("выберите их ещё раз") && text.contains("список.csv, второй.csv"), "{text}");

    let much = "слово ".repeat(30_000);
    let page = browser.post("/organisations", &[("name", "Музей"), ("city", &much)]).await;
    assert!(page.status == 503 && page.typed().is_empty(), "a page does not grow without end");
}

#[actix_web::test]
async fn what_cannot_succeed_again_is_there_to_be_copied() {
    let app = TestApp::spawn().await;
    let browser = app.sign_in(&app.administrator().await).await;
    let page = browser.post("/organisations/999", &organisation("Музей")).await;
    assert!(matches!(page.status, 404 | 409), "{}", page.text());
    assert!(page.text().contains("Скопируйте") && page.text().contains("Вторая строка"), "{}", page.text());
    assert!(page.typed().is_empty() && !page.text().contains("Отправить ещё раз"), "{}", page.html);
}
