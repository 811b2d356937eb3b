//! What looks odd is shown to the trainer and blocks nobody.

use super::*;

/// The same phone in the hands of two.
const DEVICE: &str = "0123456789012345678901234567890123456789012";

async fn phone(hall: &Hall, place: usize) -> Browser {
    hall.browser(place).await.with_cookie("birge_device", DEVICE)
}

#[tokio::test]
async fn two_people_on_one_device_are_both_marked_and_both_shown() {
    let hall = Hall::open(3).await;
    for place in 0..2 {
        let done = hall.arrive(&phone(&hall, place).await).await;
        assert!(done.text().contains("Вы отмечены"), "{}", done.text());
    }
    hall.arrive(&hall.browser(2).await).await;
    assert_eq!(hall.marks().await.len(), 3);
    let console = hall.trainer.get(&paths::check_in(hall.session)).await.text();
    assert_eq!(console.matches("С того же устройства есть ещё одна отметка").count(), 2, "{console}");
    assert!(console.contains("Вместе с: Слушатель0001"), "{console}");
    let sheet = hall.trainer.get(&paths::session(hall.session)).await.text();
    assert_eq!(sheet.matches("С того же устройства").count(), 2, "{sheet}");

    let who = hall.person(0).1.to_string();
    let dismissals = paths::check_in_dismissals(hall.session);
    let found = [("enrolment", who.as_str()), ("flag", "device")];
    for _ in 0..2 {
        let page = hall.trainer.post(&dismissals, &found).await.text();
        assert_eq!(page.matches("С того же устройства").count(), 1, "{page}");
    }
    assert_eq!(hall.marks().await.len(), 3, "the marks stay");
    let absent = [("enrolment", "999999"), ("flag", "device")];
    assert_eq!(hall.trainer.post(&dismissals, &absent).await.status, 404);
}

#[tokio::test]
async fn a_mark_made_by_hand_is_never_overwritten_and_both_are_told() {
    let hall = Hall::open(2).await;
    for (place, status) in [(0, "absent"), (1, "present")] {
        let field = format!("status-{}", hall.person(place).1);
        hall.trainer.post(&paths::session_marks(hall.session), &[(&field, status)]).await;
        let done = hall.arrive(&hall.browser(place).await).await;
        assert!(done.text().contains("она не изменилась"), "{}", done.text());
    }
    assert_eq!(hall.marks().await, [mark("absent", "in_person", 0), mark("present", "in_person", 0)]);
    assert_eq!(hall.arrivals().await, 2);
    let console = hall.trainer.get(&paths::check_in(hall.session)).await.text();
    assert_eq!(console.matches("В перекличке уже стояла другая отметка").count(), 1, "{console}");
    // The trainer takes the arrival's word: it is a correction like any other, and nothing is odd any more.
    let who = hall.person(0).1;
    let (status, seen) = (format!("status-{who}"), format!("revision-{who}"));
    let corrected = [(status.as_str(), "present"), (seen.as_str(), "1")];
    hall.trainer.post(&paths::session_marks(hall.session), &corrected).await;
    assert_eq!(hall.marks().await[0], mark("present", "in_person", 0));
    let console = hall.trainer.get(&paths::check_in(hall.session)).await.text();
    assert!(!console.contains("другая отметка"), "{console}");
}

#[tokio::test]
async fn a_sheet_that_was_open_meanwhile_overwrites_no_arrival() {
    let hall = Hall::open(1).await;
    let who = hall.person(0).1;
    hall.arrive(&hall.browser(0).await).await;
    // The trainer's page was drawn before: it saw no mark.
    let (status, seen) = (format!("status-{who}"), format!("revision-{who}"));
    let stale = [(status.as_str(), "absent"), (seen.as_str(), "0")];
    let page = hall.trainer.post(&paths::session_marks(hall.session), &stale).await;
    assert_eq!(page.status, 409);
    assert_eq!(hall.marks().await, [mark("present", "in_person", 0)]);
}

#[tokio::test]
async fn whoever_is_marked_absent_afterwards_is_not_told_that_all_is_well() {
    let hall = Hall::open(1).await;
    let (person, who) = hall.person(0);
    let browser = hall.browser(0).await;
    hall.arrive(&browser).await;
    let (status, seen) = (format!("status-{who}"), format!("revision-{who}"));
    let corrected = [(status.as_str(), "absent"), (seen.as_str(), "1")];
    hall.trainer.post(&paths::session_marks(hall.session), &corrected).await;
    let place = browser.get(&paths::here_at(hall.session)).await;
    assert!(place.text().contains("Преподаватель изменил отметку. В перекличке: Нет"), "{}", place.text());
    assert!(!place.text().contains("Вы отмечены"), "{}", place.text());
    let api = hall.ground.app.api(person).await;
    let arrivals = format!("/api/v1/sessions/{}/arrivals", hall.session);
    let again = api.post(&arrivals, serde_json::json!({ "code": hall.code() })).await.json();
    assert_eq!((again["first"].as_bool(), again["status"].as_str()), (Some(false), Some("absent")));
}

#[tokio::test]
async fn a_flag_names_a_few_others_and_counts_the_rest() {
    let hall = Hall::open(8).await;
    for place in 0..8 {
        hall.arrive(&phone(&hall, place).await).await;
    }
    let console = hall.trainer.get(&paths::check_in(hall.session)).await.text();
    assert_eq!(console.matches("С того же устройства").count(), 8, "{console}");
    assert_eq!(console.matches("и ещё 2").count(), 8, "{console}");
}

#[tokio::test]
async fn who_comes_after_the_sheet_was_closed_is_told_that_there_is_no_mark() {
    let hall = Hall::open(1).await;
    let closed = hall.trainer.post(&paths::sheet_closing(hall.session), &[("anyway", "on")]).await;
    assert_eq!(closed.status, 200, "{}", closed.text());
    let browser = hall.browser(0).await;
    let done = hall.arrive(&browser).await;
    assert_eq!(done.path, paths::here_at(hall.session));
    assert!(done.text().contains("Приход записан, но ведомость уже закрыта"), "{}", done.text());
    assert!(done.text().contains("но отметки у вас нет Ведомость уже закрыта"), "{}", done.text());
    assert!(!done.text().contains("Вы отмечены"), "{}", done.text());
    assert_eq!(hall.marks().await, []);
    let again = browser.post(paths::HERE, &[("code", &hall.code())]).await;
    assert!(again.text().contains("Приход записан, но ведомость") && !again.text().contains("уже отмечены"));
    let scanned = browser.get(&hall.picture()).await;
    assert!(scanned.text().contains("Приход записан, но ведомость"), "{}", scanned.text());
    let door = browser.get(paths::HERE).await.text();
    assert!(!door.contains("Вы отмечены"), "{door}");

    let (person, who) = hall.person(0);
    let api = hall.ground.app.api(person).await;
    let base = format!("/api/v1/sessions/{}", hall.session);
    let told = api.post(&format!("{base}/arrivals"), serde_json::json!({ "code": hall.code() })).await.json();
    assert_eq!((told["unmarked"].as_bool(), told["status"].as_str()), (Some(true), None));
    assert_eq!(api.get(&format!("{base}/place")).await.json()["unmarked"].as_bool(), Some(true));
    let (status, why) = (format!("status-{who}"), "correction_reason");
    let fields = [(status.as_str(), "present"), (why, "Пришёл после закрытия")];
    hall.trainer.post(&paths::session_marks(hall.session), &fields).await;
    assert_eq!(api.get(&format!("{base}/place")).await.json()["unmarked"].as_bool(), Some(false));
    assert!(!browser.get(&paths::here_at(hall.session)).await.text().contains("отметки у вас нет"));
}
