//! The trainer's steps: pause, open again, close, end; on two devices; teams; leaving out what does not fit.

use super::*;

async fn right(live: &Live<'_>) -> String {
    let (_, question) = live.question().await;
    let birge::questions::rules::Answer::One(right) = question.answer else { panic!("{:?}", question.kind) };
    right.0.to_string()
}

#[tokio::test]
async fn a_pause_takes_no_time_from_anybody() {
    let hall = Hall::open().await;
    let live = hall.start(&[]).await;
    let phone = live.guest("Анна").await;
    live.step("opened").await;
    let (id, answer) = (live.question().await.0, right(&live).await);
    hall.later(5_000);
    live.step("paused").await;
    hall.later(600_000);
    assert!(phone.look().await.text().contains("Время остановлено"));
    let refused = phone.answer(id, &[("", &answer)]).await;
    assert!(refused.text().contains("Ответ не принят"), "{}", refused.text());
    live.step("resumed").await;
    hall.later(5_000);
    phone.answer(id, &[("", &answer)]).await;
    live.step("closed").await;
    assert_eq!(live.picture().await.table(1)[0].points, 750, "ten of twenty seconds had passed");
}

#[tokio::test]
async fn opened_again_after_the_right_answer_was_shown_nothing_gives_points() {
    let hall = Hall::open().await;
    let live = hall.start(&[]).await;
    let (kept, changed) = (live.guest("Верная").await, live.guest("Передумал").await);
    live.step("opened").await;
    let (id, answer) = (live.question().await.0, right(&live).await);
    let wrong = if answer == "1" { "2" } else { "1" };
    kept.answer(id, &[("", &answer)]).await;
    changed.answer(id, &[("", wrong)]).await;
    let console = live.step("closed").await;
    assert!(console.text().contains("новые и изменённые ответы баллов не принесут"), "{}", console.text());
    assert!(console.html.contains("data-confirm=\"Верный ответ уже показан"), "and it is asked before");
    live.step("reopened").await;
    let page = kept.look().await.text();
    assert!(page.contains("новый ответ баллов не принесёт. Ваш ответ: да, этот"), "{page}");
    changed.answer(id, &[("", &answer)]).await;
    let newcomer = live.guest("Опоздала").await;
    newcomer.answer(id, &[("", &answer)]).await;
    live.step("closed").await;
    let picture = live.picture().await;
    let points: Vec<i32> = picture.table(1).iter().map(|line| line.points).collect();
    assert_eq!(points, [1000, 0, 0], "what was right had been shown");
    let shares = picture.players.iter().map(|player| picture.counts(1, player.id).map(|given| given.share.0));
    assert_eq!(shares.collect::<Vec<_>>(), [Some(10_000_000), Some(0), None], "and nothing of it counts");
    assert_eq!(picture.answers_to(1).iter().filter(|(_, share)| share.0 > 0).count(), 3, "but it is shown");
    let page = changed.look().await.text();
    assert!(page.contains("Неверно") && page.contains("новый ответ баллов не приносит"), "{page}");
}

#[tokio::test]
async fn a_press_on_two_devices_skips_no_question() {
    let hall = Hall::open().await;
    let live = hall.start(&[]).await;
    let seen = live.picture().await.run.version.to_string();
    live.step_seen(&hall.trainer, "opened", &seen).await;
    let second = live.step_seen(&hall.trainer, "opened", &seen).await;
    assert!(second.text().contains("квиз уже перешёл дальше"), "{}", second.text());
    assert_eq!(live.picture().await.run.position, 1);
    let senseless = live.step("resumed").await;
    assert!(senseless.text().contains("квиз уже перешёл дальше"));
    assert_eq!(live.picture().await.run.version, 1);
}

#[tokio::test]
async fn a_trainer_of_another_edition_and_trainees_steer_nothing() {
    let hall = Hall::open().await;
    let live = hall.start(&[]).await;
    let stranger = hall.app.trainer("Соседка").await;
    let other = hall.app.edition(hall.version).await;
    hall.app.teach(other, &stranger).await;
    let stranger = hall.app.sign_in(&stranger).await;
    let (trainee, _) = hall.trainee("Слушатель").await;
    for (browser, status) in [(&stranger, 404), (&trainee, 403)] {
        for page in [paths::live_quiz(live.id), paths::live_screen(live.id), paths::live_debriefing(live.id)]
        {
            assert_eq!(browser.get(&page).await.status, status, "{page}");
        }
        assert_eq!(browser.get(&paths::live_quizzes(hall.edition)).await.status, status);
        let events = Events::ask(browser, &paths::live_stage_events(live.id, "console"), "").await;
        assert_eq!(events.status().as_u16(), status);
        assert_eq!(live.step_seen(browser, "opened", "0").await.status, status);
        assert_eq!(browser.post(&paths::live_credit(live.id), &[]).await.status, status);
        assert_eq!(hall.try_start(browser, &[]).await.status, status);
    }
    assert_eq!(live.picture().await.run.version, 0);
}

#[tokio::test]
async fn a_team_is_the_mean_of_its_members() {
    let hall = Hall::open().await;
    let live = hall.start(&[("mode", "teams"), ("teams", "3"), ("names", "")]).await;
    let browser = hall.app.stranger();
    let door = browser.get(&paths::live_door(&live.code)).await;
    let csrf = door.value_of("csrf").unwrap();
    let fields = [("csrf", csrf.as_str()), ("code", &live.code), ("name", "Без команды"), ("team", "4")];
    assert_eq!(browser.post_raw(paths::JOIN, &fields).await.status, 422, "there is no fourth team");
    let one = live.guest_of("Анна", "1").await;
    live.guest_of("Бек", "1").await;
    let other = live.guest_of("Вера", "2").await;
    live.step("opened").await;
    let (id, answer) = (live.question().await.0, right(&live).await);
    one.answer(id, &[("", &answer)]).await;
    hall.later(10_000);
    other.answer(id, &[("", &answer)]).await;
    live.step("closed").await;
    let teams = live.picture().await.teams(1);
    let said: Vec<_> = teams.iter().map(|line| (line.team, line.points, line.members, line.place)).collect();
    assert_eq!(said, [(2, 750, 1, 1), (1, 500, 2, 2)]);
    let screen = hall.trainer.get(&paths::live_screen(live.id)).await.text();
    assert!(screen.contains("Участник 1") && !screen.contains("Анна"), "no names on the projector: {screen}");
    assert!(hall.trainer.get(&paths::live_quiz(live.id)).await.text().contains("Анна"), "but on the console");
}

#[tokio::test]
async fn settings_out_of_bounds_are_named_and_nothing_typed_is_lost() {
    let hall = Hall::open().await;
    let page = hall.try_start(&hall.trainer, &[("seconds", "2"), ("right", "много"), ("quick", "")]).await;
    assert_eq!(page.status, 422);
    let text = page.text();
    for fault in ["Укажите число от 5 до 600", "Заполните это поле"] {
        assert!(text.contains(fault), "{fault}: {text}");
    }
    assert!(page.html.contains("value=\"много\""));
    let form = hall.trainer.get(&paths::new_live_quiz(hall.edition, hall.quiz)).await;
    assert!(form.text().contains("Будет задано 7 вопросов"), "{}", form.text());
    assert_eq!(hall.trainer.get(&paths::new_live_quiz(hall.edition, ActivityId(999_999))).await.status, 404);
}

#[tokio::test]
async fn after_the_end_every_question_is_gone_through_with_its_table() {
    let hall = Hall::open().await;
    let live = hall.start(&[]).await;
    let phone = live.guest("Анна").await;
    live.step("opened").await;
    let (id, answer) = (live.question().await.0, right(&live).await);
    phone.answer(id, &[("", &answer)]).await;
    let early = hall.trainer.get(&paths::live_debriefing(live.id)).await;
    assert!(early.text().contains("Разбор откроется, когда квиз завершится"), "{}", early.text());
    live.step("closed").await;
    live.step("opened").await;
    live.step("ended").await;
    let page = hall.trainer.get(&paths::live_debriefing(live.id)).await.text();
    for words in ["Один ответ?", "потому что так", "Несколько ответов?", "Анна", "1000", "Ответил 1 человек"]
    {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert!(!page.contains("Это верно?"), "what was not asked is not gone through");
    let list = hall.trainer.get(&paths::live_quizzes(hall.edition)).await.text();
    assert!(list.contains("Завершён") && list.contains("1 участник"), "{list}");
}
