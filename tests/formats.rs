//! Formats of activities: known ones, those a centre adds without a new release, and the filter by one (A3).

use crate::content::Course;
use crate::support::app::TestApp;
use crate::support::fixtures::Person;
use birge::web::paths;
use serde_json::{Value, json};

const PRESS_TOUR: [(&str, &str); 4] =
    [("key", "press_tour"), ("ru", "пресс-тур"), ("kk", ""), ("en", "press tour")];

/// The sample course, whose meeting is a press tour, and the administrator who looks at it.
async fn imported() -> (TestApp, Person, String) {
    let app = TestApp::spawn().await;
    let programme = Course::sample().programme();
    let page = paths::programme(&programme.slug);
    app.import(programme).await;
    let administrator = app.administrator().await;
    (app, administrator, page)
}

/// The titles of the activities that a page of a programme lists.
fn titles(html: &str) -> Vec<&str> {
    let outline = html.split("id=\"outline\"").nth(1).unwrap().split("</section>").next().unwrap();
    let after = outline.split("class=\"title\"").skip(1).map(|rest| rest.split_once('>').unwrap().1);
    after.map(|rest| rest.split('<').next().unwrap()).collect()
}

/// A3: "admin adds press tour without a deploy".
#[tokio::test]
async fn a_format_of_the_centres_own_is_named_in_the_browser() {
    let (app, administrator, programme) = imported().await;
    let browser = app.sign_in(&administrator).await;
    assert!(
        browser.get(&programme).await.text().contains("press tour · практика"),
        "named by its key till then"
    );
    let list = browser.get(paths::FORMATS).await;
    assert!(list.text().contains("Встречаются в программах, но не названы"), "{}", list.text());

    let refused = browser.post(paths::FORMATS, &[("key", "Пресс-тур"), ("ru", "пресс-тур")]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("Начните с латинской буквы"));
    assert_eq!(refused.value_of("ru").as_deref(), Some("пресс-тур"), "nothing typed is lost");
    let known = browser.post(paths::FORMATS, &[("key", "hackathon"), ("ru", "хакатон")]).await;
    assert!(known.text().contains("уже известен системе"));

    assert!(browser.post(paths::FORMATS, &PRESS_TOUR).await.text().contains("Формат добавлен"));
    assert!(browser.get(&programme).await.text().contains("пресс-тур · практика"));
    let again = browser.post(paths::FORMATS, &PRESS_TOUR).await;
    assert_eq!(again.status, 422);
    assert!(again.text().contains("Такой формат уже добавлен"));

    let own = paths::format("press_tour");
    assert_eq!(browser.get(&own).await.value_of("ru").as_deref(), Some("пресс-тур"));
    let renamed = browser.post(&own, &[("ru", "поездка прессы"), ("kk", "баспасөз туры")]).await;
    assert!(renamed.text().contains("Названия сохранены"));
    let list = browser.get(paths::FORMATS).await.text();
    assert!(list.contains("поездка прессы") && list.contains("Нет названия: English"), "{list}");
    assert!(!list.contains("не названы"));
    assert_eq!(browser.get(&paths::format("lecture")).await.status, 404, "known formats have no page");
}

/// A3: a filter returns only activities of the format, on the page and over the API.
#[tokio::test]
async fn a_programme_is_filtered_by_format() {
    let (app, administrator, programme) = imported().await;
    let browser = app.sign_in(&administrator).await;
    let all = browser.get(&programme).await.html;
    assert_eq!(titles(&all), ["Встреча", "Урок", "Тест", "Кейс"]);
    let quizzes = browser.get(&format!("{programme}?format=quiz")).await;
    assert_eq!(titles(&quizzes.html), ["Тест"]);
    assert!(quizzes.text().contains("Показать все форматы"));
    let unknown = browser.get(&format!("{programme}?format=nonsense")).await.html;
    assert_eq!(titles(&unknown).len(), 4, "a format that the programme does not have filters nothing");

    let api = app.api(&administrator).await;
    let keys = |page: &Value| -> Vec<String> {
        let all = page["activities"].as_array().unwrap();
        all.iter().map(|one| one["key"].as_str().unwrap().to_owned()).collect()
    };
    let path = format!("/api/v1{programme}");
    assert_eq!(keys(&api.get(&path).await.json()).len(), 4);
    assert_eq!(keys(&api.get(&format!("{path}?format=press_tour")).await.json()), ["meeting"]);
    assert!(keys(&api.get(&format!("{path}?format=hackathon")).await.json()).is_empty());
}

/// A3: trainees read the centre's name of a format on the programme and in the schedule.
#[tokio::test]
async fn trainees_read_the_name_that_the_centre_gave() {
    let app = TestApp::spawn().await;
    let version = app.import(Course::sample().programme()).await;
    let edition = app.edition(version).await;
    let trainee = app.person("Иванова").await;
    let enrolment = app.enrol(edition, &trainee).await;
    let api = app.api(&app.administrator().await).await;
    let named = api.put("/api/v1/formats/press_tour", json!({ "ru": "пресс-тур" })).await;
    assert_eq!((named.status, named.json()["name"].as_str()), (201, Some("пресс-тур")), "{}", named.html);
    let renamed = api.put("/api/v1/formats/press_tour", json!({ "ru": "пресс-поездка" })).await;
    assert_eq!(renamed.status, 200);
    let activity = app.activity(version, "meeting").await;
    let booked = api
        .post(
            &format!("/api/v1/editions/{edition}/sessions"),
            json!({ "activity_id": activity.0, "held_on": "2026-09-10", "starts": "10:00", "ends": "17:30",
                    "mode": "in_person", "place": "Ангарск" }),
        )
        .await;
    assert_eq!(booked.status, 201, "{}", booked.html);
    let browser = app.sign_in(&trainee).await;
    assert!(browser.get(&paths::course(enrolment)).await.text().contains("пресс-поездка · очно"));
    let schedule = browser.get(paths::SCHEDULE).await.text();
    assert!(schedule.contains("пресс-поездка"), "{schedule}");

    let all = api.get("/api/v1/formats").await.json();
    let own = all.as_array().unwrap().iter().find(|one| one["key"] == "press_tour").unwrap().clone();
    assert_eq!(own, json!({ "key": "press_tour", "name": "пресс-поездка", "known": false, "used": true }));
    let api = app.api(&trainee).await;
    assert_eq!(api.put("/api/v1/formats/press_tour", json!({ "ru": "моё" })).await.status, 403);
}
