//! The trainee's side: one stage at a time, decisions that stay, the work after the end.

use super::Room;
use crate::content::Course;
use crate::content::staged::CASE;

#[tokio::test]
async fn facts_arrive_one_after_the_other_and_depend_on_the_decision() {
    let room = Room::new().await;
    let before = room.show().await.text();
    assert!(
        before.contains("Волонтёры не пришли.") && before.contains("Решение нельзя взять назад"),
        "{before}"
    );
    assert!(!before.contains("Звонок в десять"), "nothing is open yet: {before}");

    let first = room.open("1").await.text();
    assert!(first.contains("Шаг 1") && first.contains("трое не приедут"), "{first}");
    let second = room.choose("1", "2").await.text();
    assert!(second.contains("трое не приедут") && second.contains("Подождёте до одиннадцати"), "{second}");
    assert!(second.contains("Шаг 2") && second.contains("двадцать четыре человека"), "{second}");
    assert!(!second.contains("Предупредите пансионат"), "only the own decision is shown again: {second}");
    let end = room.choose("2", "2").await.text();
    assert!(end.contains("Ольга больше не отвечает") && end.contains("Начнёте с песен"), "{end}");
    assert_eq!(room.stages().await, ["call", "crowd", "broken"]);
}

#[tokio::test]
async fn the_work_waits_for_the_end_of_the_steps() {
    let room = Room::new().await;
    let case = room.author.get(&room.case_path()).await;
    let text = case.text();
    assert!(text.contains("Сначала пройдите шаги кейса"), "{text}");
    assert!(case.html.contains(&format!("href=\"{}\"", room.path())));
    for hidden in ["Напишите партнёру", "Понимание", "Сдать работу"] {
        assert!(!text.contains(hidden), "{hidden}: {text}");
    }
    let forced = room.hand_in("Решение без шагов").await;
    assert_eq!(forced.status, 409);
    assert!(forced.text().contains("Решение без шагов"), "nothing typed is lost: {}", forced.text());

    room.play_badly().await;
    let text = room.author.get(&room.case_path()).await.text();
    assert!(text.contains("Напишите партнёру") && text.contains("Понимание"), "{text}");
    let done = room.hand_in("Решение после шагов").await;
    assert!(done.text().contains("Версия 1 сдана"), "{}", done.text());
}

#[tokio::test]
async fn a_decision_cannot_be_taken_back_and_the_second_tab_is_told() {
    let room = Room::new().await;
    room.open("1").await;
    room.choose("1", "1").await;
    let again = room.choose("1", "1").await;
    assert_eq!(again.status, 200, "the same press once more is no fault: {}", again.text());
    let other = room.choose("1", "2").await;
    assert_eq!(other.status, 409);
    let text = other.text();
    assert!(text.contains("Решение на этом шаге уже принято"), "{text}");
    assert!(text.contains("Предупредите пансионат"), "what is recorded stands below: {text}");
    assert_eq!(room.stages().await, ["call"]);
    assert_eq!(room.choose("5", "1").await.status, 404);
    assert_eq!(room.open("4").await.status, 404, "nobody opens a step that is not next");
}

#[tokio::test]
async fn two_presses_at_once_record_one_decision() {
    let room = Room::new().await;
    room.open("1").await;
    let path = format!("{}/1/decision", room.path());
    let (one, two) = tokio::join!(
        room.author.post_as(&path, &[("choice", "1")], "first"),
        room.author.post_as(&path, &[("choice", "2")], "second")
    );
    let mut statuses = [one.status, two.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409]);
    let decided = room.stored().await.into_iter().filter(|(_, decision)| decision.is_some()).count();
    assert_eq!(decided, 1);
}

#[tokio::test]
async fn nothing_chosen_is_said_and_changes_nothing() {
    let room = Room::new().await;
    room.open("1").await;
    let page = room.choose("1", "").await;
    assert_eq!(page.status, 422);
    assert!(page.text().contains("Выберите один из вариантов"), "{}", page.text());
    assert_eq!(room.choose("1", "7").await.status, 422);
    room.choose("1", "1").await;
    room.open("2").await;
    assert_eq!(room.write("2", "  \n ").await.status, 422);
    assert_eq!(room.write("2", &"а".repeat(4_001)).await.status, 422);
    assert!(room.stored().await[1].1.is_none());
}

#[tokio::test]
async fn words_are_kept_while_they_are_written() {
    let room = Room::new().await;
    room.open("1").await;
    room.choose("1", "1").await;
    room.open("2").await;
    let draft = format!("{}/2/draft", room.path());
    let quiet = |text: &'static str, revision: &'static str| {
        let (author, draft) = (room.author.clone(), draft.clone());
        async move {
            let csrf = author.csrf().await;
            let fields = [("csrf", csrf.as_str()), ("script", "yes"), ("text", text), ("revision", revision)];
            author.post_raw(&draft, &fields).await
        }
    };
    let saved = quiet("Трое", "0").await;
    assert_eq!((saved.status, saved.json()["revision"].as_i64()), (200, Some(1)));
    assert!(room.show().await.html.contains("Трое"), "a closed tab loses nothing");
    let stale = quiet("Двое", "0").await;
    assert_eq!((stale.status, stale.json()["text"].as_str()), (409, Some("Трое")));
    let page = room.author.post(&draft, &[("text", "Двое"), ("revision", "0")]).await;
    assert_eq!(page.status, 409);
    assert!(page.html.contains("Двое") && page.html.contains("Трое"), "both texts are there");

    room.write("2", "Трое к одиннадцати").await;
    let late = quiet("Поздно", "1").await;
    assert_eq!((late.status, late.json()["code"].as_str()), (409, Some("step-decided")));
}

#[tokio::test]
async fn after_redo_the_steps_are_gone_through_again_only_where_the_author_allows_it() {
    let once = Room::new().await;
    once.play_badly().await;
    once.hand_in("Первая").await;
    once.grade(("0", "0")).await;
    assert!(!once.show().await.text().contains("Пройти шаги ещё раз"));
    assert_eq!(once.author.post(&once.path(), &[("run", "2"), ("sequence", "1")]).await.status, 404);
    assert!(once.hand_in("Вторая").await.text().contains("Версия 2 сдана"), "the way of before counts");

    let room = Room::of(Course::staged().replace(CASE, "pass_points", "replay = true\npass_points")).await;
    room.play_badly().await;
    assert!(!room.show().await.text().contains("Пройти шаги ещё раз"), "first comes the work");
    room.hand_in("Первая").await;
    assert!(!room.show().await.text().contains("Пройти шаги ещё раз"), "and its grade");
    room.grade(("0", "0")).await;
    assert!(room.show().await.text().contains("Пройти шаги ещё раз"));
    room.open("1").await;
    assert_eq!(room.hand_in("Вторая").await.status, 409, "what is begun comes to an end first");
    room.choose("1", "1").await;
    room.open("2").await;
    room.write("2", "Позвоню сразу.").await;
    room.choose("3", "1").await;
    assert!(room.hand_in("Вторая").await.text().contains("Версия 2 сдана"));
    let stages = ["call", "crowd", "broken", "call", "plan", "garden", "agreed"];
    assert_eq!(room.stages().await, stages, "the first way stays");
}

#[tokio::test]
async fn steps_are_the_trainees_own() {
    let room = Room::new().await;
    room.open("1").await;
    let fellow = room.app.person("Петров").await;
    room.app.enrol(room.edition, &fellow).await;
    let stranger = room.app.sign_in(&fellow).await;
    assert_eq!(stranger.get(&room.path()).await.status, 404);
    let decision = format!("{}/1/decision", room.path());
    assert_eq!(stranger.post(&decision, &[("choice", "1")]).await.status, 404);
    let seen = room.grader.get(&room.path()).await;
    assert!(seen.status == 200 && !seen.html.contains("/decision"), "a trainer looks and does not decide");
    assert_eq!(room.grader.post(&decision, &[("choice", "1")]).await.status, 404);
    assert_eq!(room.grader.post(&room.path(), &[("sequence", "2")]).await.status, 404);
}

#[tokio::test]
async fn steps_wait_for_what_comes_first_and_end_with_the_edition() {
    let locked = Course::staged().replace(
        "01-first/module.toml",
        "format = \"case\"",
        "format = \"case\"\nafter = [\"lesson\"]",
    );
    let room = Room::of(locked).await;
    assert!(room.show().await.text().contains("Кейс пока закрыт"));
    assert_eq!(room.author.post(&room.path(), &[("sequence", "1")]).await.status, 409);
    assert!(room.stages().await.is_empty());

    let room = Room::new().await;
    room.open("1").await;
    room.app.set_clock("2026-11-30T21:00:00Z");
    let late = room.choose("1", "1").await;
    assert_eq!(late.status, 409);
    assert!(room.show().await.text().contains("Поток завершён"));
    assert!(room.stored().await[0].1.is_none());
}

#[tokio::test]
async fn a_case_without_stages_has_no_steps() {
    let room = Room::of(Course::sample()).await;
    assert_eq!(room.show().await.status, 404);
    assert_eq!(room.author.post(&room.path(), &[("sequence", "1")]).await.status, 404);
    assert!(!room.author.get(&room.case_path()).await.text().contains("шаги"));
}
