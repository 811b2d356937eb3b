//! Letters and a mail server that is a process of its own: in the clear, over STARTTLS and TLS, with a certificate
//! that is trusted and one that is not, and one that is away for a while.

use super::{invite, letters};
use crate::support::TestApp;
use crate::support::mail_server::{Certificates, MailServer, Speaks, Taken};
use crate::support::ports::address_of_its_own;
use birge::jobs;
use birge::kernel::Language;
use serde_json::json;

/// A Russian and a Kazakh invitation, sent.
async fn send_two(app: &TestApp) {
    let russian = app.person_speaking("Ахметова", Language::Ru).await;
    let kazakh = app.person_speaking("Сейтқали", Language::Kk).await;
    invite(app, &russian).await;
    invite(app, &kazakh).await;
    app.run_jobs().await;
}

fn find<'a>(taken: &'a [Taken], subject: &str) -> &'a Taken {
    let found = taken.iter().find(|letter| letter.header("Subject") == subject);
    found.unwrap_or_else(|| panic!("no letter {subject:?} among {taken:#?}"))
}

/// Whom they are from and for, what they are called, and what both of their parts say.
fn check_two(app: &TestApp, taken: &[Taken]) {
    assert_eq!(taken.len(), 2);
    let expected = [
        ("Приглашение на обучение", "Ахметова Анна Сергеевна", "Здравствуйте, Анна Сергеевна.", "ru"),
        ("Оқуға шақыру", "Сейтқали Анна Сергеевна", "Сәлеметсіз бе, Анна Сергеевна!", "kk"),
    ];
    for (subject, name, greeting, language) in expected {
        let letter = find(taken, subject);
        let surname = name.split(' ').next().unwrap();
        let address = format!("{}@test.example", hex::encode(surname));
        assert_eq!(letter.header("From"), "Birge <no-reply@birge.example>");
        assert_eq!(letter.header("X-MailFrom"), "no-reply@birge.example");
        assert_eq!(letter.header("X-RcptTo"), address);
        let to = letter.header("To").replace('"', "");
        assert_eq!(to, format!("{name} <{address}>"));
        assert_eq!(letter.header("Content-Language"), language);
        let parts = letter.parts();
        let kinds: Vec<&str> = parts.iter().map(|(kind, _)| kind.as_str()).collect();
        assert_eq!(kinds, ["text/plain", "text/html"]);
        for (kind, text) in parts {
            assert!(text.contains(greeting), "{kind}: {text}");
            assert!(text.contains(&format!("{}/links/", app.url)), "{kind}: {text}");
        }
    }
}

async fn arrives(speaks: Speaks, url: impl Fn(&str) -> String) {
    let (folder, certificates) = (tempfile::tempdir().unwrap(), Certificates::make());
    let server = MailServer::start(folder.path(), speaks, &certificates);
    let app =
        TestApp::builder().smtp(&url(&server.address)).smtp_ca_file(certificates.authority()).spawn().await;
    send_two(&app).await;
    check_two(&app, &server.letters());
    assert!(letters(&app).await.iter().all(|letter| letter.sent_at == Some(app.now())));
}

#[actix_web::test]
async fn letters_arrive_over_plain_smtp() {
    arrives(Speaks::Plain, |address| format!("smtp://{address}")).await;
}

#[actix_web::test]
async fn letters_arrive_over_starttls_with_an_authority_of_the_centres_own() {
    arrives(Speaks::StartTls, |address| format!("smtp://{address}?tls=required")).await;
}

#[actix_web::test]
async fn starttls_is_used_as_soon_as_the_server_offers_it() {
    // This server takes nothing before STARTTLS.
    arrives(Speaks::StartTls, |address| format!("smtp://{address}")).await;
}

#[actix_web::test]
async fn letters_arrive_over_tls_from_the_first_byte() {
    arrives(Speaks::Tls, |address| format!("smtps://{address}")).await;
}

#[actix_web::test]
async fn a_server_that_offers_no_tls_gets_nothing_where_tls_is_required() {
    let (folder, certificates) = (tempfile::tempdir().unwrap(), Certificates::make());
    let server = MailServer::start(folder.path(), Speaks::Plain, &certificates);
    let app = TestApp::builder()
        .smtp(&format!("smtp://{}?tls=required", server.address))
        .smtp_ca_file(certificates.authority())
        .spawn()
        .await;
    send_two(&app).await;
    assert!(server.letters().is_empty());
    assert!(letters(&app).await.iter().all(|letter| letter.sent_at.is_none()));
}

#[actix_web::test]
async fn a_certificate_that_is_not_trusted_keeps_the_letter_and_tells_the_administrator_why() {
    let (folder, certificates) = (tempfile::tempdir().unwrap(), Certificates::make());
    for (speaks, scheme, query) in [(Speaks::StartTls, "smtp", "?tls=required"), (Speaks::Tls, "smtps", "")] {
        let server = MailServer::start(folder.path(), speaks, &certificates);
        let app = TestApp::builder().smtp(&format!("{scheme}://{}{query}", server.address)).spawn().await;
        let person = app.person("Ахметова").await;
        invite(&app, &person).await;
        app.run_jobs().await;
        assert!(server.letters().is_empty(), "{speaks:?}");
        assert_eq!(letters(&app).await[0].sent_at, None);
        let browser = app.sign_in(&app.administrator().await).await;
        let page = browser.get("/mails").await.text();
        assert!(page.contains("Ещё не отправлено") && page.contains("попыток: 1"), "{page}");
        assert!(page.contains("certificate is not trusted") && page.contains("BIRGE_SMTP_CA_FILE"), "{page}");
        let list = app.api(&app.second_administrator().await).await.get("/api/v1/mails").await.json();
        let letter = &list["items"][0];
        assert_eq!((&letter["sent_at"], &letter["trouble"]["tries"]), (&json!(null), &json!(1)));
        assert!(letter["trouble"]["said"].as_str().unwrap().contains("BIRGE_SMTP_CA_FILE"), "{letter}");
        assert!(!list.to_string().contains("/links/"), "{list}");
    }
}

#[actix_web::test]
async fn a_server_that_is_away_gets_the_letter_once_when_it_is_back() {
    let (folder, certificates) = (tempfile::tempdir().unwrap(), Certificates::make());
    let address = address_of_its_own().to_string();
    let app = TestApp::builder().smtp(&format!("smtp://{address}")).spawn().await;
    let person = app.person("Ахметова").await;
    invite(&app, &person).await;
    let administrator = app.sign_in(&app.administrator().await).await;
    for tries in 1..=2 {
        assert_eq!(app.run_jobs().await, 1);
        assert_eq!(app.run_jobs().await, 0, "not again before the pause is over");
        let page = administrator.get("/mails").await.text();
        assert!(page.contains(&format!("попыток: {tries}")), "{page}");
        app.clock.set(app.now().plus_seconds(jobs::wait_after(tries)));
    }
    let server = MailServer::start_on(&address, folder.path(), Speaks::Plain, &certificates);
    app.run_jobs().await;
    app.clock.set(app.now().plus_seconds(jobs::wait_after(3)));
    app.run_jobs().await;
    assert_eq!(server.letters().len(), 1);
    let page = administrator.get("/mails").await.text();
    assert!(!page.contains("Ещё не отправлено") && !page.contains("попыток"), "{page}");
}
