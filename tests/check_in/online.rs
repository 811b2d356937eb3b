//! Part in the room, part by the link (F11): joining the meeting, and saying that one is still there.

use super::*;
use birge::db::schema::check_in_joins;

const ONLINE: [(&str, &str); 5] = [
    ("in_person", "on"),
    ("online", "on"),
    ("opens_before", "15"),
    ("on_time_after", "15"),
    ("prompt_minutes", "30"),
];

async fn join_url(hall: &Hall, browser: &Browser) -> String {
    let page = browser.get(&paths::here_at(hall.session)).await;
    let (_, rest) =
        page.html.split_once(&format!("href=\"/here/{}/meeting?seal&#x3D;", hall.session)).unwrap();
    paths::joining(hall.session, rest.split('"').next().unwrap())
}

#[tokio::test]
async fn one_session_has_some_in_the_room_and_some_by_the_code_of_the_meeting() {
    let hall = Hall::with(2, SessionMode::Mixed).await;
    hall.let_in(&ONLINE).await;
    hall.arrive(&hall.browser(0).await).await;
    let code = hall.code_of(hall.session, Presence::Online, hall.ground.app.now());
    let page = hall.browser(1).await.post(paths::HERE, &[("code", &code)]).await;
    assert!(page.text().contains("Онлайн. Преподаватель видит"), "{}", page.text());
    assert_eq!(hall.marks().await, [mark("present", "in_person", 0), mark("present", "online", 0)]);
    assert_eq!(hall.ground.ledger(1).await, [(90, "online".to_owned())]);
    let screen = hall.trainer.get(&paths::check_in_screen_of(hall.session, "online")).await.text();
    assert!(screen.contains(&format!("{} {}", &code[..3], &code[3..])), "{screen}");
    let sheet = hall.trainer.get(&paths::session(hall.session)).await.text();
    assert!(sheet.contains("Отметка слушателя в 10:00, онлайн"), "{sheet}");
}

#[tokio::test]
async fn joining_is_noted_and_leads_to_the_meeting_and_marks_only_where_it_should() {
    let hall = Hall::with(2, SessionMode::Online).await;
    let fields = [("online", "on"), ("opens_before", "15"), ("on_time_after", "15")];
    hall.let_in(&fields).await;
    let browser = hall.browser(0).await;
    let url = join_url(&hall, &browser).await;
    assert_eq!(browser.leads_to(&url).await, (303, "https://meet.example.org/birge".to_owned()));
    assert_eq!(hall.arrivals().await, 0, "a click is a fact, and no mark unless the trainer says so");
    let page = browser.get(&paths::here_at(hall.session)).await.text();
    assert!(page.contains("Вы вошли в 10:00"), "{page}");
    let console = hall.trainer.get(&paths::check_in(hall.session)).await.text();
    assert!(console.contains("Слушатель0000"), "{console}");

    let other = hall.browser(1).await;
    let forged = paths::joining(hall.session, "somebody-elses");
    assert_eq!(other.leads_to(&forged).await, (303, paths::here_at(hall.session)));
    let joins: i64 =
        hall.ground.app.db.read(|r| Ok(check_in_joins::table.count().get_result(r.conn())?)).await.unwrap();
    assert_eq!(joins, 1, "a link that another site could make notes nothing");

    let mut fields = fields.to_vec();
    fields.push(("by_joining", "on"));
    hall.let_in(&fields).await;
    hall.clock(17 * 60);
    let url = join_url(&hall, &other).await;
    other.leads_to(&url).await;
    other.leads_to(&url).await;
    assert_eq!(hall.marks().await, [mark("late", "online", 17)]);
}

#[tokio::test]
async fn an_unanswered_question_is_a_fact_for_the_trainer_and_changes_no_mark() {
    let hall = Hall::with(2, SessionMode::Mixed).await;
    hall.let_in(&ONLINE).await;
    let (online, room) = (hall.browser(0).await, hall.browser(1).await);
    let code = hall.code_of(hall.session, Presence::Online, hall.ground.app.now());
    online.post(paths::HERE, &[("code", &code)]).await;
    hall.arrive(&room).await;
    hall.clock(31 * 60);
    let here = paths::here_at(hall.session);
    assert!(online.get(&here).await.text().contains("Вы ещё здесь?"));
    assert!(!room.get(&here).await.text().contains("Вы ещё здесь?"), "nobody in the room is asked");
    let answers = paths::still_here(hall.session);
    let answered = online.post(&answers, &[("prompt", "1")]).await;
    assert!(answered.text().contains("Ответ записан"), "{}", answered.text());
    hall.clock(66 * 60);
    let late = online.post(&answers, &[("prompt", "2")]).await;
    assert!(late.text().contains("Время ответа уже вышло"), "{}", late.text());
    let console = hall.trainer.get(&paths::check_in(hall.session)).await;
    assert!(console.html.contains("data-label=\"Без ответа, из 2\">1</td>"), "{}", console.html);
    assert_eq!(hall.marks().await, [mark("present", "online", 0), mark("present", "in_person", 0)]);
}

/// The terms of [`ONLINE`] with another interval of questions, or none.
fn asking(minutes: &'static str) -> Vec<(&'static str, &'static str)> {
    let mut fields = ONLINE[..4].to_vec();
    fields.push(("prompt_minutes", minutes));
    fields
}

#[tokio::test]
async fn questions_are_counted_from_when_they_were_switched_on_and_answered_as_they_were_asked() {
    let hall = Hall::with(1, SessionMode::Mixed).await;
    hall.let_in(&asking("")).await;
    let browser = hall.browser(0).await;
    let code = hall.code_of(hall.session, Presence::Online, hall.ground.app.now());
    browser.post(paths::HERE, &[("code", &code)]).await;
    hall.clock(40 * 60);
    hall.let_in(&asking("30")).await;
    let console = hall.trainer.get(&paths::check_in(hall.session)).await;
    assert!(!console.html.contains("Без ответа"), "nothing was asked at half past ten: {}", console.html);
    hall.clock(61 * 60);
    let answers = paths::still_here(hall.session);
    browser.post(&answers, &[("prompt", "2")]).await;
    hall.clock(61 * 60 + 10);
    // Other questions from now on: the second of them comes in a minute, and has no answer yet.
    hall.let_in(&asking("31")).await;
    hall.clock(62 * 60 + 30);
    let here = browser.get(&paths::here_at(hall.session)).await;
    assert!(here.text().contains("Вы ещё здесь?"), "{}", here.text());
    let answered = browser.post(&answers, &[("prompt", "2")]).await;
    assert!(!answered.text().contains("Вы ещё здесь?"), "{}", answered.text());
    hall.clock(75 * 60);
    let console = hall.trainer.get(&paths::check_in(hall.session)).await;
    assert!(console.html.contains("data-label=\"Без ответа, из 1\">0</td>"), "{}", console.html);
}

#[tokio::test]
async fn whoever_only_asks_about_the_meeting_has_not_joined_it() {
    let hall = Hall::with(1, SessionMode::Online).await;
    let fields = [("online", "on"), ("opens_before", "15"), ("on_time_after", "15"), ("by_joining", "on")];
    hall.let_in(&fields).await;
    let browser = hall.browser(0).await;
    let url = join_url(&hall, &browser).await;
    browser.client().head(browser.absolute(&url)).send().await.unwrap();
    let ahead = browser.client().get(browser.absolute(&url)).header("sec-purpose", "prefetch;prerender");
    ahead.send().await.unwrap();
    let joins = |r: &mut birge::db::Read| Ok(check_in_joins::table.count().get_result::<i64>(r.conn())?);
    assert_eq!((hall.ground.app.db.read(joins).await.unwrap(), hall.arrivals().await), (0, 0));
    browser.leads_to(&url).await;
    assert_eq!((hall.ground.app.db.read(joins).await.unwrap(), hall.arrivals().await), (1, 1));
}
