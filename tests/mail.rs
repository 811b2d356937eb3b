//! Letters: rendered in three languages, delivered to a real SMTP server or to files, shown in a demonstration.

mod server;

use crate::support::smtp::SmtpSink;
use crate::support::{Person, TestApp};
use birge::db::schema::{jobs as outbox, mails};
use birge::jobs;
use birge::kernel::{Language, MailId, Moment};
use birge::mail::store::MailRow;
use birge::mail::{self, Letter, Recipient, rules};
use birge::people::Purpose;
use birge::people::actions::{self, NewLink};
use diesel::prelude::*;

const LANGUAGES: [Language; 3] = [Language::Ru, Language::Kk, Language::En];

async fn invite(app: &TestApp, person: &Person) {
    let link = NewLink::new(&app.kit.secrets, Purpose::Invitation, app.now()).unwrap();
    let (id, now) = (person.id, app.now());
    let program = birge::kernel::Actor::program();
    app.db.write(move |w| actions::invite(w, &program, id, &link, now)).await.unwrap();
}

async fn letters(app: &TestApp) -> Vec<MailRow> {
    app.db.read(|r| mail::store::newest(r, None, 100)).await.unwrap()
}

/// A letter with what changes from run to run taken out.
fn redacted(app: &TestApp, text: &str) -> String {
    text.replace(&app.url, "http://birge.test")
        .lines()
        .map(|line| {
            line.split_once("/links/").map_or(line.to_owned(), |(start, _)| format!("{start}/links/[token]"))
        })
        .collect::<Vec<_>>()
        .join("\n")
}

async fn invitation_in(language: Language) -> String {
    let app = TestApp::spawn().await;
    let person = app.person_speaking("Сейтқали", language).await;
    invite(&app, &person).await;
    app.run_jobs().await;
    let letter = letters(&app).await.remove(0);
    let text = plain(&app.sent_file(letter.id, &letter.name));
    format!("{}\n\n{}", letter.subject, redacted(&app, &text))
}

/// The plain text in the file of a letter.
fn plain(file: &str) -> String {
    let (_, part) = file.split_once("Content-Type: text/plain").unwrap();
    let (_, body) = part.split_once("\n\n").unwrap();
    body.split("\n--").next().unwrap().trim_end().to_owned()
}

#[actix_web::test]
async fn the_invitation_reads_well_in_russian() {
    insta::assert_snapshot!(invitation_in(Language::Ru).await, @r"
    Приглашение на обучение

    Здравствуйте, Анна Сергеевна.

    Учебный центр завёл для вас учётную запись в системе обучения. Осталось придумать пароль, и можно начинать.

    Придумать пароль и войти:
    http://birge.test/links/[token]

    Ссылка сработает один раз и действует до 29 сентября 2026 г., 09:00 по Москве. Никому её не пересылайте: она открывает вашу учётную запись.

    Если вы не собирались учиться, просто не открывайте ссылку: без вас ничего не произойдёт.

    Это письмо отправлено автоматически, отвечать на него не нужно. Birge, http://birge.test/
    ");
}

#[actix_web::test]
async fn the_invitation_reads_well_in_kazakh() {
    insta::assert_snapshot!(invitation_in(Language::Kk).await, @r"
    Оқуға шақыру

    Сәлеметсіз бе, Анна Сергеевна!

    Оқу орталығы сізге оқу жүйесінде тіркелгі ашты. Енді құпиясөз ойлап тапсаңыз болғаны, оқуды бастай аласыз.

    Құпиясөз қойып, кіру:
    http://birge.test/links/[token]

    Сілтеме бір рет қана ашылады. Жарамдылық мерзімінің соңы: 2026 жылғы 29 қыркүйек, 09:00 (Мәскеу уақыты). Оны ешкімге жібермеңіз: ол сіздің тіркелгіңізді ашады.

    Оқуды жоспарламаған болсаңыз, сілтемені ашпай-ақ қойыңыз: сізсіз ештеңе болмайды.

    Бұл хат автоматты түрде жіберілді, оған жауап жазудың қажеті жоқ. Birge, http://birge.test/
    ");
}

#[actix_web::test]
async fn the_invitation_reads_well_in_english() {
    insta::assert_snapshot!(invitation_in(Language::En).await, @r"
    Invitation to training

    Hello Анна Сергеевна,

    The training centre has made an account for you in the learning system. All that is left is to choose a password.

    Choose a password and sign in:
    http://birge.test/links/[token]

    The link works once and is valid until 29 September 2026, 09:00, Moscow time. Do not pass it on: it opens your account.

    If you did not plan to take part, simply leave the link unopened: nothing happens without you.

    This message was sent automatically; there is no need to reply. Birge, http://birge.test/
    ");
}

#[actix_web::test]
async fn every_letter_renders_in_every_language_without_a_missing_word_or_markup_in_its_text() {
    let app = TestApp::spawn().await;
    let now = app.now();
    let data = serde_json::json!({ "name": "О'Нил & сын", "path": "/links/a?b=1&c=2", "until": "1 мая", "at": "1 мая", "zone": "Омске" });
    for name in ["invitation", "password_reset", "password_changed"] {
        for language in LANGUAGES {
            let to =
                Recipient { person: None, address: "a@b.example".into(), name: "О'Нил".into(), language };
            let letter = Letter { name, to, data: data.clone() };
            app.db.write(move |w| mail::send(w, now, &letter)).await.unwrap();
        }
    }
    app.run_jobs().await;
    let letters = letters(&app).await;
    assert_eq!(letters.len(), 9);
    for letter in letters {
        let said = format!("{} {:?}: {letter:?}", letter.name, letter.language);
        let file = app.sent_file(letter.id, &letter.name);
        assert!(!letter.subject.is_empty() && letter.sent_at.is_some(), "{said}");
        assert!(!format!("{}{file}", letter.subject).contains('⟦'), "{said}");
        let text = plain(&file);
        assert!(text.contains("О'Нил & сын") && text.contains("/links/a?b=1&c=2"), "{said}");
        assert!(file.contains("О&#x27;Нил &amp; сын"), "{said}");
        assert!(file.contains(&format!("<html lang=\"{}\">", letter.language.tag())), "{said}");
    }
}

#[actix_web::test]
async fn a_letter_reaches_a_mail_server_with_its_headers_and_login() {
    let sink = SmtpSink::start();
    let app = TestApp::builder().smtp(&format!("smtp://birge:s%40crets@{}", sink.address)).spawn().await;
    let person = app.person("Сейтқали").await;
    invite(&app, &person).await;
    app.run_jobs().await;
    let [letter] = sink.letters().try_into().unwrap();
    assert_eq!((letter.from.as_str(), letter.to), ("no-reply@birge.example", vec![person.email]));
    assert_eq!(letter.login, "birge s@crets");
    for header in [
        "Message-ID: <mail-1-",
        "Date: Tue, 15 Sep 2026 06:00:00",
        "Content-Language: ru",
        "Auto-Submitted: auto-generated",
        "multipart/alternative",
    ] {
        assert!(letter.data.contains(header), "{header} is missing in\n{}", letter.data);
    }
    assert!(letter.data.is_ascii(), "any server can pass it on");
    assert!(letters(&app).await[0].sent_at.is_some());
}

#[actix_web::test]
async fn a_run_of_letters_goes_in_one_conversation_with_the_server() {
    let sink = SmtpSink::start();
    let app = TestApp::builder().smtp(&format!("smtp://birge:s%40crets@{}", sink.address)).spawn().await;
    for surname in ["Сейтқали", "Ахметова", "Петров"] {
        let person = app.person(surname).await;
        invite(&app, &person).await;
    }
    app.run_jobs().await;
    let letters = sink.letters();
    assert_eq!((letters.len(), sink.conversations()), (3, 1));
    assert!(letters.iter().all(|letter| letter.login == "birge s@crets" && letter.to.len() == 1));
}

#[actix_web::test]
async fn a_server_that_is_away_is_tried_again_and_a_sent_letter_is_not_sent_twice() {
    let sink = SmtpSink::start();
    let app = TestApp::builder().smtp(&format!("smtp://{}", sink.address)).spawn().await;
    let person = app.person("Сейтқали").await;
    invite(&app, &person).await;
    sink.refuse_next(1);
    app.run_jobs().await;
    assert_eq!((sink.letters().len(), letters(&app).await[0].sent_at), (0, None));
    app.clock.set(app.now().plus_seconds(jobs::wait_after(1)));
    app.run_jobs().await;
    assert_eq!((sink.letters().len(), letters(&app).await[0].sent_at), (1, Some(app.now())));
    // The same job once more, as after a crash between the answer and the note.
    let payload = serde_json::json!({ "mail": MailId(1), "data": {} });
    let (again, now) = (jobs::NewJob { kind: mail::jobs::KIND, payload, unique_key: None }, app.now());
    app.db.write(move |w| jobs::enqueue(w, now, again.clone())).await.unwrap();
    app.run_jobs().await;
    assert_eq!(sink.letters().len(), 1);
}

/// What the tables of the mail hold of the letters, and what their jobs were told.
async fn kept(app: &TestApp) -> String {
    let (texts, payloads): (Vec<(String, String)>, Vec<String>) = app
        .db
        .read(|r| {
            let texts = mails::table.select((mails::body_text, mails::body_html)).load(r.conn())?;
            Ok((texts, outbox::table.select(outbox::payload).load(r.conn())?))
        })
        .await
        .unwrap();
    format!("{texts:?} {payloads:?}")
}

#[actix_web::test]
async fn a_one_time_link_is_kept_nowhere_once_its_letter_went() {
    for purpose in Purpose::ALL {
        assert!(rules::is_secret(purpose.as_str()), "{purpose:?} is a link");
    }
    let sink = SmtpSink::start();
    let app = TestApp::builder().smtp(&format!("smtp://{}", sink.address)).spawn().await;
    let person = app.person("Сейтқали").await;
    app.give_password(&person).await;
    sink.refuse_next(2);
    invite(&app, &person).await;
    app.stranger().post("/password-reset", &[("email", &person.email)]).await;
    app.run_jobs().await;
    let waiting = letters(&app).await;
    let texts: Vec<&str> = waiting.iter().map(|letter| letter.body_text.as_str()).collect();
    assert_eq!(texts, ["", ""], "not even while the letter waits");
    assert!(waiting.iter().all(|letter| !letter.subject.is_empty()));
    assert!(kept(&app).await.contains("/links/"), "the job still has to write the letter");
    app.clock.set(app.now().plus_seconds(jobs::wait_after(1)));
    app.run_jobs().await;
    assert!(sink.letters().len() == 2 && letters(&app).await.iter().all(|letter| letter.sent_at.is_some()));
    let kept = kept(&app).await;
    assert!(!kept.contains("/links/"), "{kept}");
    let administrator = app.administrator().await;
    let list = app.sign_in(&administrator).await.get("/mails").await.text();
    assert_eq!(list.matches("Текст не хранится").count(), 2, "{list}");
    let told = app.api(&administrator).await.get("/api/v1/mails").await.json();
    assert_eq!(told["items"][0]["text_forgotten"], serde_json::json!(true));

    // Nor once nobody tries to send it any more.
    sink.refuse_next(u32::MAX);
    let other = app.person("Другая").await;
    invite(&app, &other).await;
    for attempt in 1..=jobs::MOST_TRIES {
        assert!(self::kept(&app).await.contains("/links/"), "try {attempt} still has to write the letter");
        app.run_jobs().await;
        app.clock.set(app.now().plus_seconds(jobs::wait_after(attempt)));
    }
    assert_eq!((app.run_jobs().await, letters(&app).await[0].sent_at), (0, None), "it is given up");
    let kept = self::kept(&app).await;
    assert!(!kept.contains("/links/"), "{kept}");
}

#[actix_web::test]
async fn without_a_server_a_letter_becomes_a_file_that_people_can_read() {
    let app = TestApp::spawn().await;
    let person = app.person_speaking("Сейтқали", Language::Kk).await;
    invite(&app, &person).await;
    app.run_jobs().await;
    let files: Vec<_> =
        std::fs::read_dir(app.data_dir.join("mail")).unwrap().map(|file| file.unwrap().path()).collect();
    let [file] = files.try_into().unwrap();
    assert_eq!(file.file_name().unwrap(), "20260915T060000-000001-invitation.eml");
    let text = std::fs::read_to_string(file).unwrap();
    assert!(text.contains("Content-Transfer-Encoding: 8bit"), "{text}");
    assert!(text.contains("Құпиясөз қойып, кіру:\r\n"), "{text}");
    assert!(text.contains("To: =?utf-8?"), "{text}");
}

#[actix_web::test]
async fn a_letter_that_was_asked_for_in_a_transaction_that_failed_does_not_exist() {
    let app = TestApp::spawn().await;
    let person = app.person("Сейтқали").await;
    let link = NewLink::new(&app.kit.secrets, Purpose::Invitation, app.now()).unwrap();
    let (id, now) = (person.id, app.now());
    let undone = app.db.write(move |w| {
        actions::invite(w, &birge::kernel::Actor::program(), id, &link, now)?;
        Err::<(), _>(birge::kernel::Problem::forbidden())
    });
    assert!(undone.await.is_err());
    assert_eq!((app.run_jobs().await, letters(&app).await.len()), (0, 0));
}

#[actix_web::test]
async fn a_demonstration_shows_its_letters_to_administrators_with_links_to_follow() {
    let app = TestApp::builder().demo().spawn().await;
    let (administrator, person) = (app.administrator().await, app.person("Сейтқали").await);
    invite(&app, &person).await;
    let browser = app.sign_in(&administrator).await;
    assert!(browser.get("/mails").await.text().contains("Ещё не отправлено"));
    app.run_jobs().await;
    let list = browser.get("/mails").await;
    assert!(list.text().contains("Приглашение на обучение"), "{}", list.text());
    assert!(list.html.contains("href=\"/mails\" aria-current=\"page\""));
    let letter = browser.get("/mails/1").await;
    assert!(letter.text().contains("Здравствуйте, Анна Сергеевна."), "{}", letter.text());
    assert!(letter.html.contains(&format!("<a href=\"{}/links/", app.url)), "{}", letter.html);
    assert_eq!(browser.get("/mails/99").await.status, 404);
    assert_eq!(app.sign_in(&person).await.get("/mails").await.status, 403);
}

#[actix_web::test]
async fn outside_a_demonstration_administrators_see_what_went_and_nobody_reads_other_peoples_letters() {
    let app = TestApp::spawn().await;
    let person = app.person("Сейтқали").await;
    invite(&app, &person).await;
    app.run_jobs().await;
    let browser = app.sign_in(&app.administrator().await).await;
    let list = browser.get("/mails").await;
    assert!(list.text().contains("Приглашение на обучение"), "{}", list.text());
    assert!(!list.html.contains("/mails/1") && !list.html.contains("/links/"), "{}", list.html);
    assert_eq!(browser.get("/mails/1").await.status, 404);
    let centre = app.organisation("Центр «Бірге»").await;
    let local = app.person("Местная").await;
    app.grant_in(&local, birge::people::Role::Administrator, centre).await;
    assert_eq!(app.sign_in(&local).await.get("/mails").await.status, 403);
    assert_eq!(app.sign_in(&person).await.get("/mails").await.status, 403);
}

#[actix_web::test]
async fn the_list_of_letters_goes_on_page_by_page() {
    let app = TestApp::builder().demo().spawn().await;
    let browser = app.sign_in(&app.administrator().await).await;
    assert!(browser.get("/mails").await.text().contains("Писем пока нет"));
    let now: Moment = app.now();
    let fill = move |w: &mut birge::db::Write| {
        for number in 1..=51 {
            diesel::insert_into(mails::table)
                .values((
                    mails::to_address.eq("a@b.example"),
                    mails::to_name.eq("А"),
                    mails::name.eq("invitation"),
                    mails::language.eq(Language::Ru),
                    mails::subject.eq(format!("Письмо-{number}.")),
                    mails::body_text.eq(""),
                    mails::body_html.eq(""),
                    mails::created_at.eq(now),
                ))
                .execute(w.conn())?;
        }
        Ok(())
    };
    app.db.write(fill).await.unwrap();
    let first = browser.get("/mails").await;
    assert!(first.text().contains("Письмо-51.") && !first.text().contains("Письмо-1."));
    let rest = browser.get("/mails?before=2").await;
    assert!(rest.text().contains("Письмо-1.") && !rest.text().contains("Письмо-2."));
    assert!(first.html.contains("rel=\"next\"") && !rest.html.contains("rel=\"next\""));
}
