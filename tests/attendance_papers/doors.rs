//! Who gets which paper: a trainee only their own, a coordinator only of those they sent, a stranger none.

use super::{Course, in_language, opened, paper, take};
use crate::support::paper::words_in_order;
use birge::attendance::rules::SessionMode;
use birge::web::paths;
use serde_json::json;

#[tokio::test]
async fn a_trainee_takes_only_their_own_papers() {
    let course = Course::marked().await;
    let own = course.ground.app.sign_in(course.person(0)).await;
    for place in [0, 1] {
        let expected = if place == 0 { 200 } else { 404 };
        for path in [
            paths::person_attendance(course.id(place)),
            paths::attendance_certificate(course.id(place), "xlsx"),
            paths::hours_transcript(course.id(place), "xlsx"),
        ] {
            assert_eq!(take(&own, &path).await.status, expected, "{path}");
        }
    }
    let edition = course.ground.edition;
    for path in [
        course.matrix(),
        paths::journal_paper(edition, "xlsx"),
        paths::schedule_paper(edition, "xlsx"),
        paths::sign_in_paper(course.lecture, "xlsx"),
    ] {
        assert_eq!(take(&own, &path).await.status, 404, "{path}");
        let api = course.ground.app.api(course.person(0)).await;
        assert_eq!(api.get(&format!("/api/v1{path}")).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn a_coordinator_sees_and_prints_only_those_they_sent() {
    let course = Course::marked().await;
    let (_, coordinator) = course.sent_by(1, "Школа № 5").await;
    let (_, other) = course.sent_by(2, "Детский дом № 1").await;
    let text = opened(&coordinator, &course.matrix()).await.text();
    assert!(text.contains("Слушатель0001 Анна Сергеевна") && !text.contains("Слушатель0002"), "{text}");
    assert!(text.contains("Показаны только люди"), "{text}");
    assert!(!text.contains("без отметки"), "what waits is for those who mark: {text}");
    let journal = in_language(&paths::journal_paper(course.ground.edition, "pdf"), "ru");
    let words = words_in_order(&paper(&coordinator, &journal).await);
    assert!(words.contains("1 Слушатель0001 Анна Сергеевна н у 0 0 0 0 %"), "{words}");
    assert!(!words.contains("Слушатель0000") && !words.contains("Слушатель0002"), "{words}");
    assert!(words.contains("Присутствовали 0 0 Отсутствовали 1 1"), "sums are of the same people: {words}");
    let other_words = words_in_order(&paper(&other, &journal).await);
    assert!(other_words.contains("Слушатель0002") && !other_words.contains("Слушатель0001"), "{other_words}");

    assert_eq!(take(&coordinator, &paths::person_attendance(course.id(1))).await.status, 200);
    for path in [
        paths::person_attendance(course.id(2)),
        paths::attendance_certificate(course.id(1), "pdf"),
        paths::hours_transcript(course.id(1), "pdf"),
        paths::sign_in_paper(course.lecture, "pdf"),
    ] {
        assert_eq!(take(&coordinator, &path).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn words_beside_a_mark_are_for_those_who_teach_and_for_the_person() {
    let course = Course::marked().await;
    let (organisation, _) = course.sent_by(1, "Школа № 5").await;
    let app = &course.ground.app;
    let office = app.person("Отправивший").await;
    app.grant_in(&office, birge::people::Role::Coordinator, organisation).await;
    let matrix = format!("/api/v1{}", course.matrix());
    let taught = app.api(&course.ground.trainer).await.get(&matrix).await;
    assert!(taught.html.contains("Вызвали на службу"), "{}", taught.html);
    let sent = app.api(&office).await.get(&matrix).await;
    assert!(sent.status == 200 && sent.html.contains("excused"), "{}", sent.html);
    assert!(!sent.html.contains("Вызвали на службу"), "words may tell of health: {}", sent.html);
    assert!(!sent.html.contains("Ким"), "names of those who mark are for staff: {}", sent.html);
    let person = format!("/api/v1{}", paths::person_attendance(course.id(1)));
    let sent = app.api(&office).await.get(&person).await;
    assert!(sent.status == 200 && !sent.html.contains("Вызвали на службу"), "{}", sent.html);
    let own = app.api(course.person(1)).await.get(&person).await;
    assert!(own.html.contains("Вызвали на службу"), "one's own words are one's own: {}", own.html);

    let (_, other) = course.sent_by(2, "Детский дом № 1").await;
    let text = opened(&other, &course.matrix()).await.text();
    assert!(text.contains("Исправление: преподаватель") && !text.contains("Сверили с журналом"), "{text}");
}

#[tokio::test]
async fn who_marked_and_why_it_was_changed_is_for_staff_alone() {
    let course = Course::marked().await;
    let path = paths::person_attendance(course.id(2));
    let api = format!("/api/v1{path}");
    let app = &course.ground.app;
    let text = opened(&course.trainer, &path).await.text();
    assert!(text.contains("Исправление: Ким А. С.") && text.contains("Сверили с журналом"), "{text}");
    let own = app.sign_in(course.person(2)).await;
    let text = opened(&own, &path).await.text();
    assert!(
        text.contains("Отметка: преподаватель, ") && text.contains("Исправление: преподаватель, "),
        "{text}"
    );
    assert!(!text.contains("Отметка: Ким") && !text.contains("Сверили с журналом"), "{text}");
    assert!(text.contains("было «есть, очно», стало"), "what changed is theirs to know: {text}");
    let said = app.api(course.person(2)).await.get(&api).await.json();
    let mark = &said["person"]["marks"][0];
    assert_eq!((&mark["marked_by"], &mark["status"]), (&json!(null), &json!("left_early")));
    let correction = &mark["corrections"][0];
    assert_eq!((&correction["corrected_by"], &correction["reason"]), (&json!(null), &json!(null)));
    let staff = app.api(&course.ground.trainer).await.get(&api).await.json();
    let correction = &staff["person"]["marks"][0]["corrections"][0];
    assert_eq!(correction["reason"], json!("Сверили с журналом на входе"));
    assert!(correction["corrected_by"].as_str().is_some_and(|name| name.starts_with("Ким")));
}

#[tokio::test]
async fn trainers_of_other_editions_and_strangers_get_nothing() {
    let course = Course::marked().await;
    let neighbour = course.ground.app.trainer("Соседний").await;
    let neighbour = course.ground.app.sign_in(&neighbour).await;
    let stranger = course.ground.app.stranger();
    for path in [
        course.matrix(),
        paths::person_attendance(course.id(0)),
        paths::journal_paper(course.ground.edition, "pdf"),
        paths::schedule_paper(course.ground.edition, "pdf"),
        paths::sign_in_paper(course.lecture, "pdf"),
        paths::attendance_certificate(course.id(0), "pdf"),
        paths::hours_transcript(course.id(0), "pdf"),
    ] {
        assert_eq!(take(&neighbour, &path).await.status, 404, "{path}");
        let (status, to) = stranger.leads_to(&path).await;
        assert!(status == 303 && to.starts_with(paths::SIGN_IN), "{path}: {status} {to}");
    }
}

#[tokio::test]
async fn a_paper_that_there_is_not_is_refused_with_what_there_is() {
    let course = Course::marked().await;
    let edition = course.ground.edition;
    assert_eq!(take(&course.trainer, &paths::journal_paper(edition, "docx")).await.status, 404);
    let english = in_language(&paths::journal_paper(edition, "pdf"), "en");
    let refused = course.trainer.get(&english).await;
    assert_eq!(refused.status, 422, "{}", refused.text());
    let api = course.ground.app.api(&course.ground.trainer).await;
    let said = api.get(&format!("/api/v1{english}")).await.json();
    assert_eq!(said["errors"][0]["field"], json!("in"));
    assert_eq!(said["errors"][0]["code"], json!("paper-language"));
    let certificate = in_language(&paths::attendance_certificate(course.id(0), "pdf"), "en");
    assert_eq!(take(&course.trainer, &certificate).await.status, 200);
    let reason = [("reason", "Преподаватель заболел")];
    let cancelled =
        course.ground.session(course.ground.game, ("17:00", "18:00"), SessionMode::InPerson).await;
    course.trainer.post(&paths::session_cancellation(cancelled), &reason).await;
    assert_eq!(take(&course.trainer, &paths::sign_in_paper(cancelled, "pdf")).await.status, 409);
    let schedule = paper(&course.trainer, &in_language(&paths::schedule_paper(edition, "pdf"), "ru")).await;
    assert!(
        words_in_order(&schedule).contains("Причина: Преподаватель заболел."),
        "cancelled ones are named"
    );
}

#[tokio::test]
async fn no_more_papers_are_printed_at_once_than_the_machine_can_bear() {
    let course = Course::marked().await;
    let path = in_language(&paths::journal_paper(course.ground.edition, "pdf"), "ru");
    let printers = course.ground.app.kit.printing.clone();
    let all = u32::try_from(printers.available_permits()).unwrap();
    let printing = printers.clone().acquire_many_owned(all).await.unwrap();
    let refused = course.trainer.get(&path).await;
    assert_eq!(refused.status, 503, "{}", refused.text());
    let api = course.ground.app.api(&course.ground.trainer).await;
    let said = api.get(&format!("/api/v1{path}")).await;
    assert_eq!(said.status, 503, "{}", said.html);
    assert_eq!(said.json()["errors"][0]["code"], json!("papers-busy"));
    drop(printing);
    assert_eq!(take(&course.trainer, &path).await.status, 200);
    assert_eq!(printers.available_permits(), usize::try_from(all).unwrap(), "each gives its turn back");
}
