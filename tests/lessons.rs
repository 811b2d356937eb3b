//! Lessons: read once, credited once, resumed anywhere, closed with a reason, light on the wire.

use crate::content::Course;
use crate::support::app::TestApp;
use crate::support::browser::{Browser, Page};
use crate::support::fixtures::Person;
use birge::db::Write;
use birge::db::schema::{enrolments, ledger_entries, lesson_visits};
use birge::kernel::{ActivityId, EnrolmentId, Language, Minutes};
use birge::programmes::rules::words::ActivityKind;
use birge::programmes::store;
use birge::progress::actions::{Completed, complete, own_standing};
use birge::progress::store::SourceKind;
use diesel::prelude::*;
use reqwest::header::ACCEPT_ENCODING;
use serde_json::json;
use std::collections::BTreeSet;

/// A trainee in an edition of the sample course, at its lesson.
struct Reader {
    app: TestApp,
    person: Person,
    browser: Browser,
    enrolment: EnrolmentId,
    lesson: ActivityId,
}

impl Reader {
    async fn speaking(course: Course, language: Language) -> Reader {
        let app = TestApp::spawn().await;
        let version = app.import(course.programme()).await;
        let edition = app.edition(version).await;
        let person = app.person_speaking("Иванова", language).await;
        let enrolment = app.enrol(edition, &person).await;
        let lesson = app.activity(version, "lesson").await;
        let browser = app.sign_in(&person).await;
        Reader { app, person, browser, enrolment, lesson }
    }

    async fn of(course: Course) -> Reader {
        Reader::speaking(course, Language::Ru).await
    }

    fn path(&self) -> String {
        format!("/learn/{}/lessons/{}", self.enrolment, self.lesson)
    }

    async fn open(&self) -> Page {
        self.browser.get(&self.path()).await
    }

    async fn credited(&self) -> Vec<Minutes> {
        let enrolment = self.enrolment;
        self.app
            .db
            .read(move |r| {
                Ok(ledger_entries::table
                    .filter(ledger_entries::enrolment_id.eq(enrolment))
                    .select(ledger_entries::minutes)
                    .load(r.conn())?)
            })
            .await
            .unwrap()
    }
}

/// The sample, in which the lesson waits for the case.
fn locked() -> Course {
    let course = Course::sample();
    let module = course.text("01-first/module.toml");
    let parts: Vec<&str> = module.split("[[activity]]").collect();
    let [head, meeting, lesson, quiz, case] = parts[..] else { panic!("four activities") };
    let lesson = lesson.replace("hours = 4", "hours = 4\nafter = [\"case\"]");
    course.with("01-first/module.toml", &[head, meeting, case, &lesson, quiz].join("[[activity]]"))
}

#[tokio::test]
async fn reading_completes_a_lesson_once_and_credits_its_hours_once() {
    let reader = Reader::of(Course::sample()).await;
    let page = reader.open().await;
    assert_eq!(page.status, 200);
    let text = page.text();
    for part in [
        "Что вы унесёте",
        "Первый раздел",
        "Проверьте себя",
        "Фонд. Руководство, 2022",
        "Отметить прочитанным",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(text.contains("Читать около 5 минут"), "{text}");
    let reading = format!("{}/reading", reader.path());
    let form = page.value_of("form_id").unwrap();
    let next = reader.browser.post_as(&reading, &[], &form).await;
    assert!(next.path.starts_with(&format!("/learn/{}/quizzes/", reader.enrolment)), "{}", next.path);
    reader.browser.post_as(&reading, &[], &form).await;
    reader.browser.post(&reading, &[]).await;
    let api = reader.app.api(&reader.person).await;
    let over_api = api.post(&format!("/api/v1{reading}"), json!({})).await;
    assert_eq!((over_api.status, over_api.json()["next"]["kind"].as_str()), (200, Some("quiz")));
    assert_eq!(reader.credited().await, [Minutes(180)]);
    let text = reader.open().await.text();
    assert!(text.contains("Прочитано") && !text.contains("Отметить прочитанным"), "{text}");
}

#[tokio::test]
async fn a_locked_lesson_says_why_and_leads_to_what_comes_first() {
    let reader = Reader::of(locked()).await;
    let page = reader.open().await;
    assert_eq!(page.status, 200);
    let text = page.text();
    assert!(text.contains("Урок пока закрыт") && text.contains("Решить кейс «Кейс»"), "{text}");
    assert!(page.html.contains(&format!("/learn/{}/cases/", reader.enrolment)));
    assert!(!text.contains("Первый раздел"));
    assert_eq!(reader.browser.post(&format!("{}/reading", reader.path()), &[]).await.status, 409);
    let answer = reader.app.api(&reader.person).await.get(&format!("/api/v1{}", reader.path())).await;
    assert_eq!((answer.status, answer.json()["errors"][0]["code"].as_str()), (409, Some("activity-locked")));
    assert_eq!(reader.credited().await, []);
}

#[tokio::test]
async fn before_the_edition_it_is_closed_kindly_and_after_it_only_read() {
    let reader = Reader::of(Course::sample()).await;
    reader.app.set_clock("2026-08-20T09:00:00Z");
    let ahead = reader.open().await;
    assert_eq!(ahead.status, 200);
    assert!(ahead.text().contains("Урок откроется 1 сентября 2026 г."), "{}", ahead.text());
    let media = format!("/learn/{}/media/01-first/media/plan.png", reader.enrolment);
    assert_eq!(reader.browser.get(&media).await.status, 409);

    reader.app.set_clock("2026-12-01T09:00:00Z");
    let over = reader.open().await.text();
    assert!(over.contains("Поток закончился") && over.contains("Первый раздел"), "{over}");
    assert!(!over.contains("Отметить прочитанным"));
    assert_eq!(reader.browser.post(&format!("{}/reading", reader.path()), &[]).await.status, 409);
    assert_eq!(
        reader.browser.post(&format!("{}/place", reader.path()), &[("permille", "10")]).await.status,
        409
    );
    assert_eq!(reader.credited().await, []);
}

#[tokio::test]
async fn who_was_withdrawn_reads_no_more() {
    let reader = Reader::of(Course::sample()).await;
    let (enrolment, now) = (reader.enrolment, reader.app.now());
    let withdrawal = reader.app.db.write(move |w| {
        Ok(diesel::update(enrolments::table.filter(enrolments::id.eq(enrolment)))
            .set(enrolments::withdrawn_at.eq(Some(now)))
            .execute(w.conn())?)
    });
    assert_eq!(withdrawal.await.unwrap(), 1);
    let page = reader.open().await;
    assert!(page.status == 409 && !page.text().contains("Первый раздел"), "{}", page.text());
    let media = format!("/learn/{}/media/01-first/media/plan.png", reader.enrolment);
    assert_eq!(reader.browser.get(&media).await.status, 409);
    for (path, fields) in [("reading", &[][..]), ("place", &[("permille", "10")][..])] {
        let path = format!("{}/{path}", reader.path());
        assert_eq!(reader.browser.post(&path, fields).await.status, 409, "{path}");
    }
    assert_eq!(reader.credited().await, []);
}

#[tokio::test]
async fn somebody_elses_lesson_does_not_exist() {
    let reader = Reader::of(Course::sample()).await;
    let other = reader.app.person("Сидорова").await;
    let (browser, api) = (reader.app.sign_in(&other).await, reader.app.api(&other).await);
    let media = format!("/learn/{}/media/01-first/media/plan.png", reader.enrolment);
    for path in [reader.path(), media.clone()] {
        assert_eq!(browser.get(&path).await.status, 404, "{path}");
        assert_eq!(api.get(&format!("/api/v1{path}")).await.status, 404, "{path}");
    }
    for (path, fields) in [("reading", &[][..]), ("place", &[("permille", "10")][..])] {
        assert_eq!(browser.post(&format!("{}/{path}", reader.path()), fields).await.status, 404, "{path}");
    }
    let place = format!("/api/v1{}/place", reader.path());
    assert_eq!(api.post(&place, json!({"permille": 10})).await.status, 404);
    assert_eq!(reader.app.stranger().get(&reader.path()).await.path, "/sign-in");
    // The lesson of an edition's trainer is a preview; trainers of other editions see nothing.
    assert_eq!(
        reader.app.sign_in(&reader.app.trainer("Петрова").await).await.get(&reader.path()).await.status,
        404
    );
    let own = reader.browser.get(&media).await;
    assert_eq!((own.status, own.header("content-type")), (200, "image/png"));
    assert_eq!(own.header("content-disposition"), "inline");
    for path in ["programme.toml", "01-first/media/none.png", "..%2f..%2fbirge.db"] {
        let path = format!("/learn/{}/media/{path}", reader.enrolment);
        assert_eq!(reader.browser.get(&path).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn a_quiz_is_no_lesson_and_a_lesson_of_another_programme_is_not_ours() {
    let reader = Reader::of(Course::sample()).await;
    let other = reader.app.shipped("birgemiz-bilim-orientation").await;
    let lessons = reader.app.db.read(move |r| store::activities(r, other)).await.unwrap();
    for foreign in lessons.iter().take(4) {
        let path = format!("/learn/{}/lessons/{}", reader.enrolment, foreign.id);
        assert_eq!(reader.browser.get(&path).await.status, 404, "{path}");
        assert_eq!(
            reader.browser.post(&format!("{path}/place"), &[("permille", "5")]).await.status,
            404,
            "{path}"
        );
    }
}

#[tokio::test]
async fn the_place_is_kept_for_another_device() {
    let long = Course::sample();
    let lesson = long.text("01-first/02-lesson.ru.md") + "\n## Второй раздел\n\nЕщё немного.\n";
    let reader = Reader::of(long.with("01-first/02-lesson.ru.md", &lesson)).await;
    let page = reader.open().await;
    assert!(page.html.contains("data-lesson-place") && !page.text().contains("Продолжить с того места"));
    let place = format!("{}/place", reader.path());
    for (permille, status) in [("400", 204), ("1001", 422), ("-1", 422), ("много", 422), ("430", 204)] {
        let csrf = page.value_of("csrf").unwrap();
        let sent = reader.browser.post_raw(&place, &[("csrf", &csrf), ("permille", permille)]).await;
        assert_eq!(sent.status, status, "{permille}");
    }
    let other_device = reader.app.sign_in(&reader.person).await;
    let page = other_device.get(&reader.path()).await;
    assert!(page.text().contains("Продолжить с того места: «Первый раздел»"), "{}", page.text());
    assert!(page.html.contains("data-permille=\"430\""));
    let api = reader.app.api(&reader.person).await;
    assert_eq!(api.post(&format!("/api/v1{place}"), json!({"permille": 700})).await.status, 204);
    assert_eq!(api.get(&format!("/api/v1{}", reader.path())).await.json()["place_permille"], 700);
    let visits: i64 =
        reader.app.db.read(|r| Ok(lesson_visits::table.count().get_result(r.conn())?)).await.unwrap();
    assert_eq!(visits, 1);
}

#[tokio::test]
async fn a_kazakh_reader_sees_the_russian_text_with_a_note() {
    let reader = Reader::speaking(Course::sample(), Language::Kk).await;
    let page = reader.open().await;
    assert!(page.text().contains("сондықтан орысша мәтіні көрсетілді"), "{}", page.text());
    assert!(page.html.contains("<article lang=\"ru\">"));
    let both = Reader::speaking(Course::sample().in_two_languages(), Language::Kk).await;
    let page = both.open().await;
    assert!(!page.text().contains("көрсетілді") && page.html.contains("<article lang=\"kk\">"));
}

#[tokio::test]
async fn trainers_look_at_a_lesson_as_it_is_without_marking_it() {
    let reader = Reader::of(locked()).await;
    let trainer = reader.app.trainer("Петрова").await;
    let enrolment = reader.enrolment;
    let edition = reader.app.db.read(move |r| {
        Ok(enrolments::table
            .filter(enrolments::id.eq(enrolment))
            .select(enrolments::edition_id)
            .first(r.conn())?)
    });
    reader.app.teach(edition.await.unwrap(), &trainer).await;
    let browser = reader.app.sign_in(&trainer).await;
    let page = browser.get(&reader.path()).await;
    assert!(page.text().contains("Так урок видит слушатель") && page.text().contains("Первый раздел"));
    assert!(!page.html.contains("/reading") && !page.html.contains("data-lesson-place"));
    assert_eq!(browser.post(&format!("{}/reading", reader.path()), &[]).await.status, 404);
    let preview = browser.get(&format!("/lessons/{}", reader.lesson)).await;
    assert!(
        preview.text().contains("Первый раздел") && preview.html.contains("/media/01-first/media/plan.png")
    );
    let media = browser.get(&format!("/lessons/{}/media/01-first/media/plan.png", reader.lesson)).await;
    assert_eq!(media.header("content-type"), "image/png");
    assert_eq!(reader.browser.get(&format!("/lessons/{}", reader.lesson)).await.status, 403);
}

#[tokio::test]
async fn paper_has_the_answers_unfolded_and_no_navigation() {
    let reader = Reader::of(Course::sample()).await;
    let page = reader.browser.get(&format!("{}?print", reader.path())).await;
    assert_eq!(page.status, 200);
    assert!(page.html.contains("<details open>") && page.html.contains("<body class=\"print\">"));
    assert!(!page.text().contains("Отметить прочитанным"));
}

#[tokio::test]
async fn links_of_a_text_lead_to_our_own_pages() {
    let reader = Reader::of(Course::sample()).await;
    let html = reader.open().await.html;
    let base = format!("/learn/{}", reader.enrolment);
    assert!(html.contains(&format!("<img src=\"{base}/media/01-first/media/plan.png\"")), "{html}");
    assert!(html.contains(&format!("<a href=\"{base}/quizzes/")), "{html}");
    assert!(!html.contains("media:") && !html.contains("activity:"));
}

#[tokio::test]
async fn no_right_answer_is_in_a_lesson() {
    let reader = Reader::of(Course::sample()).await;
    let api = reader.app.api(&reader.person).await.get(&format!("/api/v1{}", reader.path())).await;
    for body in [reader.open().await.html, api.html] {
        for secret in ["да, этот", "потому что", "помогает", "Обычная ошибка"]
        {
            assert!(!body.contains(secret), "{secret} in {body}");
        }
    }
}

/// F12: what a first visit costs over the wire, with every style, script and picture there is.
#[tokio::test]
async fn a_lesson_is_light_on_a_first_visit() {
    let app = TestApp::spawn().await;
    let mut worst = (0, String::new());
    for slug in ["effective-partnership", "birgemiz-bilim-orientation"] {
        let version = app.shipped(slug).await;
        let edition = app.edition(version).await;
        let person = app.person(slug).await;
        let enrolment = app.enrol(edition, &person).await;
        let browser = app.sign_in(&person).await;
        let actor = app.actor(&person).await;
        let activities = app.db.read(move |r| store::activities(r, version)).await.unwrap();
        for activity in activities {
            if activity.kind == ActivityKind::Lesson {
                let path = format!("/learn/{enrolment}/lessons/{}", activity.id);
                let weight = weight_of_first_visit(&browser, &path).await;
                worst = worst.max((weight, format!("{slug}: {}", activity.key)));
            }
            // In programme order, so that every lesson is open when its turn comes.
            let actor = actor.clone();
            let done =
                Completed { enrolment, source: SourceKind::Lesson, source_id: activity.id.0, result: None };
            let now = app.now();
            app.db
                .write(move |w: &mut Write| {
                    let standing = own_standing(w, &actor, enrolment)?;
                    complete(w, standing.activity(activity.id, activity.kind)?, done, now)
                })
                .await
                .unwrap();
        }
    }
    assert!(worst.0 > 5_000, "nothing was weighed: {worst:?}");
    assert!(worst.0 <= 61_440, "{} bytes: {}", worst.0, worst.1);
}

async fn weight_of_first_visit(browser: &Browser, path: &str) -> usize {
    let (mut weight, page) = fetch(browser, path).await;
    assert!(page.contains("data-lesson-text"), "{path} is not open: {page}");
    let mut queue: Vec<String> = assets_of(&page);
    let mut seen = BTreeSet::new();
    while let Some(url) = queue.pop() {
        if seen.insert(url.clone()) {
            let (bytes, text) = fetch(browser, &url).await;
            weight += bytes;
            // Whatever a script may load counts, whether this page needs it or not.
            let folder = url.rsplit_once('/').unwrap().0;
            let modules = text.split("\"./").skip(1).filter_map(|rest| rest.split('"').next());
            queue.extend(modules.filter(|_| url.ends_with(".js")).map(|name| format!("{folder}/{name}")));
        }
    }
    assert!(seen.iter().any(|url| url.ends_with(".css")) && seen.len() > 5, "{seen:?}");
    weight
}

fn assets_of(page: &str) -> Vec<String> {
    page.split('"').filter(|url| url.starts_with("/assets/")).map(str::to_owned).collect()
}

/// The bytes on the wire, compressed, and the text.
async fn fetch(browser: &Browser, path: &str) -> (usize, String) {
    let request = browser.client().get(browser.absolute(path)).header(ACCEPT_ENCODING, "br");
    let answer = request.send().await.unwrap();
    assert_eq!(answer.status().as_u16(), 200, "{path}");
    assert_eq!(
        answer.headers().get("content-encoding").map(|value| value.as_bytes()),
        Some(&b"br"[..]),
        "{path}"
    );
    let bytes = answer.bytes().await.unwrap();
    let mut text = Vec::new();
    std::io::Read::read_to_end(&mut brotli::Decompressor::new(&bytes[..], 4096), &mut text).unwrap();
    (bytes.len(), String::from_utf8(text).unwrap())
}
