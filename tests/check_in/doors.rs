//! Coming in: scanned, typed, signed in on the way, early, late, old, somebody else's, twice.

use super::*;
use crate::attendance::ground::TEN_IN_IRKUTSK;
use crate::support::TestApp;

#[tokio::test]
async fn a_scan_and_one_press_mark_who_came_with_the_minutes_of_the_session() {
    let hall = Hall::open(2).await;
    let browser = hall.browser(0).await;
    let page = browser.get(&hall.picture()).await;
    assert_eq!((page.status, page.path.as_str()), (200, paths::HERE));
    assert!(page.text().contains("Код принят. Вас отметят: Очно"), "{}", page.text());
    assert_eq!(hall.arrivals().await, 0, "a scan alone marks nobody");
    let done = browser.post(paths::HERE, &[]).await;
    assert_eq!(done.path, paths::here_at(hall.session));
    assert!(done.text().contains("Вы отмечены в 10:00"), "{}", done.text());
    assert_eq!(hall.marks().await, [mark("present", "in_person", 0)]);
    assert_eq!(hall.ground.ledger(0).await, [(90, "in_person".to_owned())]);
    let sheet = hall.trainer.get(&paths::session(hall.session)).await;
    assert!(sheet.text().contains("Отметка слушателя в 10:00"), "{}", sheet.text());
}

#[tokio::test]
async fn six_digits_at_the_short_address_do_the_same() {
    let hall = Hall::open(1).await;
    let browser = hall.browser(0).await;
    let code = hall.code();
    let spoken = format!("{} {}", &code[..3], &code[3..]);
    let done = browser.post(paths::HERE, &[("code", &spoken)]).await;
    assert!(done.text().contains("Вы отмечены в 10:00"), "{}", done.text());
    assert_eq!(hall.marks().await, [mark("present", "in_person", 0)]);
}

#[tokio::test]
async fn who_signs_in_after_the_scan_is_marked_as_of_the_scan() {
    let hall = Hall::open(1).await;
    let (person, _) = hall.person(0);
    hall.ground.app.give_password(person).await;
    hall.clock(15 * 60);
    let browser = hall.ground.app.stranger();
    let door = browser.get(&hall.picture()).await;
    assert_eq!(door.path, paths::SIGN_IN);
    assert!(door.text().contains("Код принят, время записано"), "{}", door.text());
    // Meanwhile the time without lateness is over, and the trainer closes.
    hall.clock(16 * 60);
    hall.trainer.post(&paths::check_in_closing(hall.session), &[]).await;
    hall.clock(20 * 60);
    let signed =
        [("email", person.email.as_str()), ("password", crate::support::PASSWORD), ("back", paths::HERE)];
    let here = browser.post(paths::SIGN_IN, &signed).await;
    assert!(here.text().contains("Код принят. Вас отметят"), "{}", here.text());
    let done = browser.post(paths::HERE, &[]).await;
    assert!(done.text().contains("Вы отмечены в 10:15"), "{}", done.text());
    assert_eq!(hall.marks().await, [mark("present", "in_person", 0)]);
}

#[tokio::test]
async fn what_was_scanned_holds_half_an_hour_on_this_device_and_on_no_other() {
    let hall = Hall::open(2).await;
    let (browser, other) = (hall.browser(0).await, hall.browser(1).await);
    browser.get(&hall.picture()).await;
    // The sealed scan of one device in the hands of another, whose own token it does not fit.
    let scan = hall.ground.app.kit.secrets.seal("check-in-scan", "guess");
    let value =
        format!("{}.{}.{}.{scan}", hall.session, hall.code(), hall.ground.app.now().0.timestamp_millis());
    let other = other.with_cookie("birge_device", &"d".repeat(43)).with_cookie("birge_scan", &value);
    let refused = other.post(paths::HERE, &[]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("наведите на него камеру ещё раз"), "{}", refused.text());
    hall.clock(31 * 60);
    assert_eq!(browser.post(paths::HERE, &[]).await.status, 422);
    assert_eq!(hall.arrivals().await, 0);
}

#[tokio::test]
async fn early_people_see_a_countdown_and_need_not_scan_again() {
    let hall = Hall::open(1).await;
    let browser = hall.browser(0).await;
    hall.clock(-17 * 60);
    let page = browser.get(&hall.picture()).await;
    assert!(page.text().contains("Отметка откроется в 09:45"), "{}", page.text());
    assert!(page.text().contains("2:00"), "{}", page.text());
    let pressed = browser.post(paths::HERE, &[]).await;
    assert!(pressed.text().contains("Отметка откроется в 09:45"), "{}", pressed.text());
    hall.clock(-14 * 60);
    assert!(browser.get(paths::HERE).await.text().contains("Код принят. Вас отметят"));
    let done = browser.post(paths::HERE, &[]).await;
    assert!(done.text().contains("Вы отмечены в 09:45"), "{}", done.text());
    assert_eq!(hall.marks().await, [mark("present", "in_person", 0)]);
}

#[tokio::test]
async fn who_comes_after_the_grace_is_late_by_the_minutes_since_the_start() {
    let hall = Hall::open(1).await;
    hall.clock(20 * 60 + 30);
    hall.arrive(&hall.browser(0).await).await;
    assert_eq!(hall.marks().await, [mark("late", "in_person", 20)]);
    assert_eq!(hall.ground.ledger(0).await, [(70, "in_person".to_owned())]);
}

#[tokio::test]
async fn codes_of_yesterday_of_another_session_and_of_a_closed_door_say_what_to_do() {
    let hall = Hall::open(1).await;
    let browser = hall.browser(0).await;
    let now = hall.ground.app.now();
    let old = hall.code_of(hall.session, Presence::InPerson, now.plus_seconds(-30));
    let yesterday = hall.code_of(hall.session, Presence::InPerson, now.plus_minutes(-24 * 60));
    let ahead = hall.code_of(hall.session, Presence::InPerson, now.plus_seconds(60));
    let elsewhere = hall.code_of(SessionId(hall.session.0 + 1), Presence::InPerson, now);
    let online = hall.code_of(hall.session, Presence::Online, now);
    for code in [&old, &yesterday, &ahead, &elsewhere, &online] {
        let scanned = browser.get(&paths::scan(hall.session, code)).await;
        assert!(scanned.text().contains("меняется каждые десять секунд"), "{}", scanned.text());
        let typed = browser.post(paths::HERE, &[("code", code)]).await;
        assert_eq!(typed.status, 422);
        assert_eq!(typed.value_of("code").as_deref(), Some(code.as_str()), "what was typed stays");
    }
    assert_eq!(browser.post(paths::HERE, &[("code", "12345")]).await.status, 422);
    assert_eq!(browser.get(&paths::scan(hall.session, "no-code")).await.path, paths::HERE);
    hall.trainer.post(&paths::check_in_closing(hall.session), &[]).await;
    hall.clock(1);
    let closed = browser.get(&hall.picture()).await;
    assert!(closed.text().contains("Отметка на этом занятии закрыта"), "{}", closed.text());
    let place = browser.get(&paths::here_at(hall.session)).await;
    assert!(place.text().contains("скажите преподавателю"), "the next step is said: {}", place.text());
    assert_eq!(hall.arrivals().await, 0);
    assert_eq!(hall.marks().await, []);
}

#[tokio::test]
async fn whoever_is_not_enrolled_is_told_so_and_learns_nothing_of_the_session() {
    let hall = Hall::open(1).await;
    let stranger = hall.ground.app.person("Гость").await;
    let browser = hall.ground.app.sign_in(&stranger).await;
    let page = browser.get(&hall.picture()).await;
    assert!(page.text().contains("Вы не записаны на это занятие"), "{}", page.text());
    assert!(!page.text().contains("practicum"), "{}", page.text());
    assert_eq!(browser.get(&paths::here_at(hall.session)).await.status, 404);
    let pressed = browser.post(paths::HERE, &[]).await;
    assert!(pressed.text().contains("Вы не записаны"), "the code waits for its owner: {}", pressed.text());
    assert_eq!(hall.arrivals().await, 0);
}

#[tokio::test]
async fn twice_is_once_and_says_so() {
    let hall = Hall::open(1).await;
    let browser = hall.browser(0).await;
    hall.arrive(&browser).await;
    hall.clock(40);
    let again = browser.get(&hall.picture()).await;
    assert_eq!(again.path, paths::here_at(hall.session));
    assert!(again.text().contains("Вы уже отмечены"), "{}", again.text());
    assert!(again.text().contains("Вы отмечены в 10:00"), "{}", again.text());
    let old = hall.code_of(hall.session, Presence::InPerson, hall.ground.app.now().plus_minutes(-9));
    let again = browser.get(&paths::scan(hall.session, &old)).await;
    assert!(again.text().contains("Вы уже отмечены"), "an old picture says so too: {}", again.text());
    assert_eq!((hall.arrivals().await, hall.marks().await.len()), (1, 1));
}

#[tokio::test]
async fn a_number_said_aloud_is_asked_for_and_told_to_the_trainer_alone() {
    let hall = Hall::with(1, SessionMode::InPerson).await;
    let mut fields = USUAL.to_vec();
    fields.push(("spoken", "on"));
    let console = hall.let_in(&fields).await;
    let number = console.html.split("live-code numbers\">").nth(1).unwrap()[..2].to_owned();
    let screen = hall.trainer.get(&paths::check_in_screen(hall.session)).await;
    assert!(screen.text().contains("Понадобится число"), "{}", screen.text());
    assert!(!screen.text().contains(&format!(" {number} ")), "the projector does not show it");
    let browser = hall.browser(0).await;
    browser.get(&hall.picture()).await;
    let missing = browser.post(paths::HERE, &[]).await;
    assert_eq!(missing.status, 422);
    assert!(missing.text().contains("Введите число, которое назвал преподаватель"), "{}", missing.text());
    let wrong = if number == "42" { "43" } else { "42" };
    let refused = browser.post(paths::HERE, &[("spoken", wrong)]).await;
    assert_eq!((refused.status, refused.value_of("spoken").as_deref()), (422, Some(wrong)));
    let done = browser.post(paths::HERE, &[("spoken", &number)]).await;
    assert!(done.text().contains("Вы отмечены в 10:00"), "{}", done.text());
}

#[tokio::test]
async fn whoever_guesses_is_barred_for_a_while_and_the_hall_goes_on() {
    let app = TestApp::builder().at(TEN_IN_IRKUTSK).limited_once().spawn().await;
    let hall = Hall::on(Ground::on(app, 2).await, SessionMode::InPerson).await;
    hall.let_in(&USUAL).await;
    let browser = hall.browser(0).await;
    let wrong = if hall.code() == "000000" { "000001" } else { "000000" };
    for _ in 0..5 {
        assert_eq!(browser.post(paths::HERE, &[("code", wrong)]).await.status, 422);
    }
    assert_eq!(browser.post(paths::HERE, &[("code", wrong)]).await.status, 429);
    assert_eq!(browser.post(paths::HERE, &[("code", &hall.code())]).await.status, 429, "a right one too");
    assert_eq!(hall.arrivals().await, 0);
    let api = hall.ground.app.api(hall.person(0).0).await;
    let arrivals = format!("/api/v1/sessions/{}/arrivals", hall.session);
    assert_eq!(api.post(&arrivals, serde_json::json!({ "code": hall.code() })).await.status, 429);
    let done = hall.arrive(&hall.browser(1).await).await;
    assert!(done.text().contains("Вы отмечены в 10:00"), "{}", done.text());
}
