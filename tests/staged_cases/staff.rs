//! The trainer's side: ways beside their works, who went where; the author's preview.

use super::Room;
use birge::cases::rules::CaseSetup;
use birge::cases::store;

#[tokio::test]
async fn a_trainer_sees_both_ways_beside_their_works() {
    let room = Room::new().await;
    room.play_well().await;
    room.hand_in("Первая работа").await;
    let first = room.work().await;

    let fellow = room.app.person("Петров").await;
    let enrolment = room.app.enrol(room.edition, &fellow).await;
    let author = room.app.sign_in(&fellow).await;
    let second = Room { author, trainee: fellow, enrolment, ..room };
    second.play_badly().await;
    second.hand_in("Вторая работа").await;

    let good = second.grader.get(&format!("/submissions/{first}/path")).await.text();
    for part in ["Предупредите пансионат", "Трое к одиннадцати", "Поблагодарите", "Разбор в понедельник"]
    {
        assert!(good.contains(part), "{part}: {good}");
    }
    assert!(!good.contains("Сейтқали"), "a way has no name: works may be graded without");
    let bad = second.grader.get(&format!("/submissions/{}/path", second.work().await)).await.text();
    for part in ["Подождёте до одиннадцати", "Начнёте с песен", "Без продолжения"]
    {
        assert!(bad.contains(part), "{part}: {bad}");
    }
    assert!(!bad.contains("Трое к одиннадцати"));

    let page = second.grader.get(&format!("/editions/{}/cases/{}", second.edition, second.case)).await;
    let text = page.text();
    assert!(text.contains("Начали шаги: 2. Дошли до концовки: 2."), "{text}");
    assert!(text.contains("Шаг 1. Звонок в десять") && text.contains("Дошли 2 человека"), "{text}");
    assert!(text.contains("Концовка B. Без продолжения") && text.contains("Дошёл 1 человек"), "{text}");
    assert!(page.html.contains("<svg") && !page.html.contains("style="), "a figure without inline style");
    assert!(page.html.contains("aria-describedby=\"map-words\""), "with the same in words");
}

#[tokio::test]
async fn ways_and_numbers_are_for_those_who_teach_the_edition() {
    let room = Room::new().await;
    room.play_well().await;
    room.hand_in("Работа").await;
    let other = room.app.trainer("Соседний").await;
    let stranger = room.app.sign_in(&other).await;
    for path in [
        format!("/submissions/{}/path", room.work().await),
        format!("/editions/{}/cases/{}", room.edition, room.case),
    ] {
        assert_eq!(stranger.get(&path).await.status, 404, "{path}");
        assert_eq!(room.grader.get(&path).await.status, 200, "{path}");
    }
    let elsewhere = format!("/editions/{}/cases/{}", room.edition, room.case.0 + 1);
    assert_eq!(room.grader.get(&elsewhere).await.status, 404);
}

#[tokio::test]
async fn an_author_looks_at_the_whole_case_with_its_map() {
    let room = Room::new().await;
    let administrator = room.app.administrator().await;
    let browser = room.app.sign_in(&administrator).await;
    let programme = browser.get("/programmes/sample").await;
    assert!(programme.html.contains(&format!("href=\"/cases/{}\"", room.case)), "{}", programme.text());
    let page = browser.get(&format!("/cases/{}", room.case)).await;
    let text = page.text();
    for part in [
        "Волонтёры не пришли.",
        "Карта шагов",
        "Шаг 3. Люди у крыльца",
        "Концовка A. Разбор в понедельник",
        "Шаг: Сад после полудня / Люди у крыльца",
        "Обычная ошибка",
        "Лучший ход",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert_eq!(room.grader.get(&format!("/cases/{}", room.case)).await.status, 403);
}

#[tokio::test]
async fn steps_do_not_unmask_the_author_of_a_work_without_a_name() {
    let room = Room::new().await;
    let (edition, case, now) = (room.edition, room.case, room.app.now());
    let setup = CaseSetup { blind: true, ..CaseSetup::default() };
    let write = move |w: &mut birge::db::Write| store::insert_setup(w, (edition, case), &setup, (None, now));
    room.app.db.write(write).await.unwrap();
    let api = room.app.api(&room.trainer).await;
    let look = async || {
        let page = room.grader.get(&room.path()).await;
        let json = api.get(&format!("/api/v1{}", room.path())).await;
        assert_eq!((page.status, json.status), (200, 200));
        (page.html, json.html)
    };
    let telling = ["Трое к одиннадцати", "Разбор в понедельник"];
    let silent = |when: &str, seen: (String, String)| {
        for word in telling {
            assert!(!seen.0.contains(word) && !seen.1.contains(word), "{when}: {word}: {seen:?}");
        }
    };
    room.play_well().await;
    silent("played", look().await);
    room.hand_in("Первая работа").await;
    silent("handed in", look().await);
    let way = room.grader.get(&format!("/submissions/{}/path", room.work().await)).await.text();
    assert!(way.contains("Трое к одиннадцати"), "beside the work without a name: {way}");
    assert!(room.show().await.text().contains("Трое к одиннадцати"), "the trainee sees their own");
    room.grade(("4", "3")).await;
    let (page, json) = look().await;
    for word in telling {
        assert!(page.contains(word) && json.contains(word), "released: {word}: {page} {json}");
    }
}
