//! Extra time holds in the room too (A14): the own clock runs longer, and nobody is told whose.

use super::*;

/// A trainee with half as much time again, who plays.
async fn slow(hall: &Hall, live: &Live<'_>) -> Phone {
    let person = hall.app.person("Неспешная").await;
    hall.app.enrol(hall.edition, &person).await;
    let administrator = hall.app.sign_in(&hall.app.administrator().await).await;
    let time = [("extra_percent", "50"), ("extra_reason", "заключение 12")];
    let page = administrator.post(&paths::accommodations(person.id), &time).await;
    assert_eq!(page.status, 200, "{}", page.text());
    live.known(&hall.app.sign_in(&person).await).await
}

async fn right(live: &Live<'_>) -> (QuestionId, String) {
    let (id, question) = live.question().await;
    let birge::questions::rules::Answer::One(right) = question.answer else { panic!("{:?}", question.kind) };
    (id, right.0.to_string())
}

#[tokio::test]
async fn who_has_extra_time_answers_longer_and_is_as_quick_by_the_own_clock() {
    let hall = Hall::open().await;
    let live = hall.start(&[]).await;
    let (usual, slow) = (live.guest("Обычный").await, slow(&hall, &live).await);
    assert!(slow.look().await.text().contains("Вам добавлено 50 % времени"));
    assert!(!usual.look().await.text().contains("добавлено"));
    live.step("opened").await;
    let (id, answer) = right(&live).await;
    assert!(slow.look().await.html.contains("data-ms=\"30000\""));
    assert!(usual.look().await.html.contains("data-ms=\"20000\""));
    hall.later(10_000);
    usual.answer(id, &[("", &answer)]).await;
    hall.later(5_000);
    slow.answer(id, &[("", &answer)]).await;
    live.step("closed").await;
    let points: Vec<i32> = live.picture().await.table(1).iter().map(|line| line.points).collect();
    assert_eq!(points, [750, 750], "half of each one's own time was left");
}

#[tokio::test]
async fn the_question_closes_when_the_last_extra_time_is_over_or_the_trainer_says_so() {
    let hall = Hall::open().await;
    let live = hall.start(&[]).await;
    let (usual, slow) = (live.guest("Обычный").await, slow(&hall, &live).await);
    let mut events = usual.listen().await;
    live.step("opened").await;
    events.says("Нажмите один ответ").await;
    let (id, answer) = right(&live).await;
    hall.later(20_000);
    events.says("Ваше время вышло").await;
    let page = usual.look().await;
    assert!(
        !page.html.contains("live-buttons") && !page.text().contains("Правильный ответ"),
        "{}",
        page.text()
    );
    let late = usual.answer(id, &[("", &answer)]).await.text();
    assert!(late.contains("Ответ не принят"), "{late}");
    let console = hall.trainer.get(&paths::live_quiz(live.id)).await.text();
    assert!(console.contains("Общее время вышло") && !console.contains("потому что так"), "{console}");
    let screen = hall.trainer.get(&paths::live_screen(live.id)).await.text();
    assert!(screen.contains("Время почти вышло") && !screen.contains("Неспешная"), "{screen}");
    let next = live.step("opened").await.text();
    assert!(next.contains("квиз уже перешёл дальше"), "nothing is asked before it is closed: {next}");
    hall.later(9_999);
    slow.answer(id, &[("", &answer)]).await;
    assert!(slow.look().await.text().contains("Ответ принят"));
    hall.later(1);
    events.says("Вы не ответили").await;
    assert_eq!(live.picture().await.run.closed(hall.app.now()), 1);
    live.step("opened").await;
    hall.later(20_000);
    live.step("closed").await;
    let page = slow.look().await.text();
    assert!(page.contains("Вы не ответили"), "the trainer may close it for everybody: {page}");
}
