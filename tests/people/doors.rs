//! Signing in, signing out, invitations and password resets.

use super::{audited, credentials, letters_to, link_for, member};
use crate::support::{PASSWORD, TestApp};
use birge::db::schema::browser_sessions;
use birge::kernel::Language;
use diesel::prelude::*;

#[actix_web::test]
async fn signing_in_leads_back_to_the_page_that_asked_for_it() {
    let app = TestApp::spawn().await;
    let person = member(&app, "Ахметова", Language::Ru).await;
    let browser = app.stranger();
    let asked = browser.get("/profile").await;
    assert_eq!((asked.status, asked.path.as_str()), (200, "/sign-in"));
    assert!(asked.html.contains("name=\"back\" value=\"/profile\""), "{}", asked.html);
    let inside = browser.post("/sign-in", &credentials(&person, "/profile")).await;
    assert_eq!((inside.status, inside.path.as_str()), (200, "/profile"));
    assert!(inside.text().contains("Ахметова Анна Сергеевна"));
    let out = browser.post("/sign-out", &[]).await;
    assert_eq!(out.path, "/sign-in");
    assert!(out.text().contains("Вы вышли"));
    assert_eq!(browser.get("/profile").await.path, "/sign-in");
    assert_eq!(
        audited(&app, person.id).await,
        ["person-created", "password-set", "signed-in", "session-ended"]
    );
}

#[actix_web::test]
async fn a_wrong_password_and_an_unknown_address_get_the_same_answer() {
    let app = TestApp::spawn().await;
    let person = member(&app, "Ахметова", Language::Ru).await;
    let closed = app.person("Без пароля").await;
    let mut answers = Vec::new();
    for (email, password) in [
        (person.email.as_str(), "не тот пароль"),
        ("nobody@test.example", PASSWORD),
        (closed.email.as_str(), PASSWORD),
    ] {
        let page = app.stranger().post("/sign-in", &[("email", email), ("password", password)]).await;
        assert_eq!(page.status, 422);
        assert_eq!(page.value_of("email").as_deref(), Some(email), "the address is kept");
        assert!(!page.html.contains(password), "the password is not sent back");
        answers.push(page.text());
    }
    assert!(answers[0].contains("Адрес и пароль не подошли друг к другу"), "{}", answers[0]);
    assert!(answers.iter().all(|answer| *answer == answers[0]));
}

#[actix_web::test]
async fn a_refusal_speaks_the_readers_language() {
    let app = TestApp::spawn().await;
    for (language, words) in [("kk", "Мекенжай мен құпиясөз сәйкес келмеді"), ("en", "do not")]
    {
        let browser = app.stranger().speaking(language);
        let page = browser.post("/sign-in", &[("email", "a@b.example"), ("password", "x")]).await;
        assert!(page.text().contains(words), "{}", page.text());
    }
}

#[actix_web::test]
async fn an_address_may_be_typed_in_capitals_and_a_back_link_never_leaves_the_site() {
    let app = TestApp::spawn().await;
    let person = member(&app, "Ахметова", Language::Ru).await;
    let email = format!(" {} ", person.email.to_uppercase());
    // Browsers leave a tab out, so that what follows it would be an address of its own.
    for back in ["//evil.example/", "/\t/evil.example/", "/\\evil.example/", "https://evil.example/"] {
        let fields = [("email", email.as_str()), ("password", PASSWORD), ("back", back)];
        let page = app.stranger().post("/sign-in", &fields).await;
        assert_eq!((page.status, page.path.as_str()), (200, "/"), "{back:?}");
    }
}

#[actix_web::test]
async fn guessing_is_slowed_down_per_account_with_a_time_to_wait() {
    let app = TestApp::builder().limited().spawn().await;
    let person = member(&app, "Ахметова", Language::Kk).await;
    let browser = app.stranger().speaking("kk");
    // Five at once; on a slow machine, one more for every twelve seconds that pass.
    for _ in 0..500 {
        let page = browser.post("/sign-in", &[("email", &person.email), ("password", "болжам")]).await;
        // Refused for long enough that nothing is given back before the next try.
        if page.status == 429 && page.header("retry-after").parse::<u64>().unwrap() > 6 {
            break;
        }
        assert!(matches!(page.status, 422 | 429), "{}", page.status);
    }
    let page = browser.post("/sign-in", &credentials(&person, "")).await;
    assert_eq!(page.status, 429, "even with the right password");
    let wait: u64 = page.header("retry-after").parse().unwrap();
    assert!((1..=12).contains(&wait), "{wait}");
    assert!(page.text().contains("Қатарынан тым көп әрекет жасалды"), "{}", page.text());
    let other = browser.post("/sign-in", &[("email", "other@test.example"), ("password", "болжам")]).await;
    assert_eq!(other.status, 422, "another account is not held up");
}

/// A try to sign in as a reader behind an address.
async fn attempt(app: &TestApp, number: usize, address: &'static str) -> (u16, String) {
    let browser = app.stranger();
    let (csrf, email) = (browser.csrf().await, format!("nobody-{number}@test.example"));
    let fields = [("csrf", csrf.as_str()), ("email", email.as_str()), ("password", "угадаю")];
    let request = browser.client().post(browser.absolute("/sign-in")).form(&fields);
    let answer = request.header("x-forwarded-for", address).send().await.unwrap();
    let wait = answer.headers().get("retry-after").map(|wait| wait.to_str().unwrap().to_owned());
    (answer.status().as_u16(), wait.unwrap_or_default())
}

#[actix_web::test]
async fn guessing_is_slowed_down_per_address_whatever_the_accounts() {
    let app = TestApp::builder().limited_once().behind("127.0.0.1").spawn().await;
    // Thirty are let in, and hardly anybody after them while the test runs. Each has an account of its own.
    let tries = (0..60).map(|number| attempt(&app, number, "203.0.113.7"));
    let answers = futures_util::future::join_all(tries).await;
    let held: Vec<_> = answers.iter().filter(|(status, _)| *status == 429).collect();
    let tried = answers.iter().filter(|(status, _)| *status == 422).count();
    assert!(tried >= 30 && !held.is_empty(), "{answers:?}");
    assert_eq!(tried + held.len(), answers.len(), "{answers:?}");
    for (_, wait) in held {
        assert!((1..=60).contains(&wait.parse::<u64>().unwrap()), "{wait}");
    }
    let (status, _) = attempt(&app, 100, "203.0.113.8").await;
    assert_eq!(status, 422, "another address is not held up");
}

#[actix_web::test]
async fn only_so_many_passwords_are_hashed_at_once() {
    let app = TestApp::spawn().await;
    let person = member(&app, "Ахметова", Language::Ru).await;
    let cores = std::thread::available_parallelism().unwrap().get();
    assert_eq!(app.kit.hashing.available_permits(), cores);
    let turns = app.kit.hashing.acquire_many(cores.try_into().unwrap()).await.unwrap();
    let browser = app.stranger();
    let fields = credentials(&person, "/profile");
    let mut signing_in = Box::pin(browser.post("/sign-in", &fields));
    let patience = std::time::Duration::from_millis(700);
    assert!(tokio::time::timeout(patience, &mut signing_in).await.is_err(), "it waits for its turn");
    assert_eq!(app.stranger().get("/").await.status, 200, "and nobody else waits");
    drop(turns);
    assert_eq!(signing_in.await.status, 200);
    assert_eq!(app.kit.hashing.available_permits(), cores, "every turn was given back");
}

#[actix_web::test]
async fn a_form_without_our_token_changes_nothing() {
    let app = TestApp::spawn().await;
    let person = member(&app, "Ахметова", Language::Ru).await;
    let page = app.stranger().post_raw("/sign-in", &credentials(&person, "/profile")).await;
    assert_eq!(page.status, 403);
    assert!(page.text().contains("Форма устарела"), "{}", page.text());
    let browser = app.sign_in(&person).await;
    let page = browser
        .post_raw("/profile", &[("csrf", "чужой"), ("language", "en"), ("zone", "Europe/Moscow")])
        .await;
    assert_eq!(page.status, 403);
    assert!(browser.get("/profile").await.text().contains("Профиль"), "the language is as it was");
}

#[actix_web::test]
async fn an_invitation_leads_to_a_password_and_straight_inside_in_the_persons_language() {
    let app = TestApp::spawn().await;
    let browser = app.sign_in(&app.administrator().await).await;
    let fields = [
        ("surname", "Құрманғазы"),
        ("given_name", "Әлия"),
        ("patronymic", "Серікқызы"),
        ("email", "Aliya@Test.example"),
        ("language", "kk"),
        ("zone", "Asia/Almaty"),
        ("organisation", ""),
    ];
    let made = browser.post("/people", &fields).await;
    assert_eq!(made.status, 200, "{}", made.text());
    assert!(made.text().contains("Приглашение отправлено на Aliya@Test.example"), "{}", made.text());
    let link = link_for(&app, "Aliya@Test.example").await;
    let guest = app.stranger().speaking("kk");
    let form = guest.get(&link).await;
    assert!(form.text().contains("Сәлеметсіз бе, Әлия Серікқызы!"), "{}", form.text());
    let short = guest.post(&link, &[("password", "қысқа")]).await;
    assert_eq!(short.status, 422);
    assert!(short.text().contains("кемінде 10 таңба"), "{}", short.text());
    let common = guest.post(&link, &[("password", "qwerty12345")]).await;
    assert!(common.text().contains("табу оңай"), "{}", common.text());
    let inside = guest.post(&link, &[("password", "үш қара мысық")]).await;
    assert_eq!((inside.status, inside.path.as_str()), (200, "/"));
    assert!(inside.text().contains("Құпиясөз сақталды, сіз кірдіңіз"), "{}", inside.text());
    assert!(inside.text().contains("Әзірге бірде-бір бағдарлама ашылмаған"), "{}", inside.text());
    let fresh = app.stranger();
    let fields = [("email", "aliya@test.example"), ("password", "үш қара мысық"), ("back", "/profile")];
    assert!(fresh.post("/sign-in", &fields).await.text().contains("Құрманғазы Әлия Серікқызы"));
}

#[actix_web::test]
async fn a_used_an_old_and_a_forged_link_show_a_way_to_a_new_one() {
    let app = TestApp::spawn().await;
    let person = member(&app, "Ахметова", Language::Ru).await;
    app.stranger().post("/password-reset", &[("email", &person.email)]).await;
    let link = link_for(&app, &person.email).await;
    let guest = app.stranger();
    assert_eq!(guest.post(&link, &[("password", "новый пароль 1")]).await.path, "/");
    for (page, what) in [
        (app.stranger().get(&link).await, "used"),
        (app.stranger().post(&link, &[("password", "новый пароль 2")]).await, "used, form"),
        (app.stranger().get(&format!("{link}x")).await, "forged"),
        (app.stranger().get("/links/abc").await, "malformed"),
    ] {
        assert_eq!(page.status, 410, "{what}");
        assert!(page.text().contains("Ссылка больше не действует"), "{what}: {}", page.text());
        assert!(page.html.contains("href=\"/password-reset\""), "{what}");
    }
    app.stranger().post("/password-reset", &[("email", &person.email)]).await;
    let late = link_for(&app, &person.email).await;
    app.clock.set(app.now().plus_minutes(119));
    assert_eq!(app.stranger().get(&late).await.status, 200);
    app.clock.set(app.now().plus_minutes(1));
    assert_eq!(app.stranger().get(&late).await.status, 410, "over after two hours");
}

#[actix_web::test]
async fn an_invitation_holds_for_two_weeks_and_a_second_one_replaces_it() {
    let app = TestApp::spawn().await;
    let (administrator, person) = (app.administrator().await, app.person("Ахметова").await);
    let browser = app.sign_in(&administrator).await;
    let invitation = format!("/people/{}/invitation", person.id);
    browser.post(&invitation, &[]).await;
    let first = link_for(&app, &person.email).await;
    browser.post(&invitation, &[]).await;
    let second = link_for(&app, &person.email).await;
    assert_eq!(app.stranger().get(&first).await.status, 410);
    app.clock.set(app.now().plus_minutes(14 * 24 * 60 - 1));
    assert_eq!(app.stranger().get(&second).await.status, 200);
    app.clock.set(app.now().plus_minutes(1));
    assert_eq!(app.stranger().get(&second).await.status, 410);
}

#[actix_web::test]
async fn a_reset_that_a_stranger_asks_for_takes_no_invitation_away() {
    let app = TestApp::spawn().await;
    let (administrator, person) = (app.administrator().await, app.person("Ахметова").await);
    app.sign_in(&administrator).await.post(&format!("/people/{}/invitation", person.id), &[]).await;
    let invitation = link_for(&app, &person.email).await;
    app.stranger().post("/password-reset", &[("email", &person.email)]).await;
    let reset = link_for(&app, &person.email).await;
    assert_ne!(invitation, reset);
    assert_eq!(app.stranger().get(&invitation).await.status, 200, "it still holds");
    app.stranger().post(&invitation, &[("password", "степной ветер и чай")]).await;
    assert_eq!(app.stranger().get(&reset).await.status, 410, "a password ends every other link");
}

#[actix_web::test]
async fn a_link_on_a_foreign_page_changes_no_profile() {
    let app = TestApp::spawn().await;
    let person = member(&app, "Ахметова", Language::Ru).await;
    let browser = app.sign_in(&person).await;
    let foreign = browser.client().get(browser.absolute("/language/kk?back=%2Fprofile"));
    foreign.header("sec-fetch-site", "cross-site").send().await.unwrap();
    assert!(browser.get("/profile").await.text().contains("Часовой пояс"), "still in Russian");
    browser.get("/language/kk?back=%2Fprofile").await;
    assert!(browser.get("/profile").await.text().contains("Уақыт белдеуі"));
}

#[actix_web::test]
async fn a_reset_answers_everybody_alike_and_ends_every_other_session() {
    let app = TestApp::spawn().await;
    let person = member(&app, "Ахметова", Language::Ru).await;
    let elsewhere = app.sign_in(&person).await;
    let known = app.stranger().post("/password-reset", &[("email", &person.email)]).await;
    let unknown = app.stranger().post("/password-reset", &[("email", "nobody@test.example")]).await;
    assert_eq!(known.text(), unknown.text());
    assert!(known.text().contains("Если такой адрес у нас есть"), "{}", known.text());
    let malformed = app.stranger().post("/password-reset", &[("email", "не адрес")]).await;
    assert_eq!((malformed.status, malformed.value_of("email").as_deref()), (422, Some("не адрес")));
    let link = link_for(&app, &person.email).await;
    assert_eq!(letters_to(&app, "nobody@test.example", "password_reset").await, 0);
    assert_eq!(elsewhere.get("/profile").await.path, "/profile");
    app.stranger().post(&link, &[("password", "совсем другой пароль")]).await;
    assert_eq!(elsewhere.get("/profile").await.path, "/sign-in", "the session elsewhere is over");
    let old = app.stranger().post("/sign-in", &credentials(&person, "")).await;
    assert_eq!(old.status, 422, "the old password no longer opens");
    assert_eq!(letters_to(&app, &person.email, "password_changed").await, 1);
}

#[actix_web::test]
async fn a_closed_account_opens_no_door() {
    let app = TestApp::spawn().await;
    let administrator = app.sign_in(&app.administrator().await).await;
    let person = member(&app, "Ахметова", Language::Ru).await;
    let browser = app.sign_in(&person).await;
    let closed = administrator.post(&format!("/people/{}/deactivation", person.id), &[]).await;
    assert!(closed.text().contains("Учётная запись закрыта"), "{}", closed.text());
    assert_eq!(browser.get("/profile").await.path, "/sign-in");
    assert_eq!(app.stranger().post("/sign-in", &credentials(&person, "")).await.status, 422);
    app.stranger().post("/password-reset", &[("email", &person.email)]).await;
    assert_eq!(letters_to(&app, &person.email, "password_reset").await, 0);
    administrator.post(&format!("/people/{}/reactivation", person.id), &[]).await;
    assert_eq!(app.stranger().post("/sign-in", &credentials(&person, "")).await.path, "/");
}

#[actix_web::test]
async fn the_session_cookie_is_hidden_from_scripts_and_only_its_hash_is_kept() {
    let app = TestApp::spawn().await;
    let person = member(&app, "Ахметова", Language::Ru).await;
    let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
    let url = format!("{}/sign-in", app.url);
    let form = client.get(&url).send().await.unwrap();
    let visitor = form.headers()["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();
    let html = form.text().await.unwrap();
    let csrf = html
        .split("name=\"csrf\" value=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .replace("&#x3D;", "=");
    let fields = [("csrf", csrf.as_str()), ("email", &person.email), ("password", PASSWORD)];
    let bare = client.post(&url).form(&fields).send().await.unwrap();
    assert_eq!(bare.status().as_u16(), 403, "the form belongs to the browser it was shown in");
    let inside = client.post(&url).header("cookie", visitor).form(&fields).send().await.unwrap();
    assert_eq!(inside.status().as_u16(), 303);
    let cookies: Vec<&str> =
        inside.headers().get_all("set-cookie").iter().map(|value| value.to_str().unwrap()).collect();
    let session = cookies.iter().find(|cookie| cookie.starts_with("birge_session=")).unwrap();
    assert!(session.contains("HttpOnly") && session.contains("SameSite=Lax"), "{session}");
    let token = session.split(['=', ';']).nth(1).unwrap().to_owned();
    assert_eq!(token.len(), 43, "256 bits");
    let kept = app.db.read(|r| {
        Ok(browser_sessions::table.select(browser_sessions::token_hash).load::<String>(r.conn())?)
    });
    assert_eq!(kept.await.unwrap(), [birge::secrets::token_hash(&token)]);
}
