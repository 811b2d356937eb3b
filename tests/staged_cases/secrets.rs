//! What may come is told nowhere: not on pages, not in the API, not in comments, scripts or headers.

use super::Room;
use crate::support::browser::Page;

/// Everything of the map that the trainee has not come to, with the keys of the author and the words for staff.
const AHEAD: [&str; 17] = [
    "План на бегу",
    "Ольга ждёт ответа",
    "Хватит двух предложений",
    "Люди у крыльца",
    "двадцать четыре",
    "Сад после полудня",
    "Вера Ильинична",
    "Назовёте виноватых",
    "Разбор в понедельник",
    "Без продолжения",
    "больше не отвечает",
    "crowd",
    "garden",
    "agreed",
    "timeout",
    "позвонить сразу",
    "искать виноватых",
];

fn leaks<'s>(page: &Page, secrets: &[&'s str]) -> Vec<&'s str> {
    let headers = ["etag", "location", "link", "set-cookie"].map(|name| page.header(name).to_owned());
    let all = format!("{}{}", page.html, headers.join(" "));
    secrets.iter().filter(|secret| all.contains(**secret)).copied().collect()
}

/// Every address where a trainee might look.
async fn everywhere(room: &Room) -> Vec<(String, Page)> {
    let (case, id) = (room.case_path(), room.case);
    let mut seen = Vec::new();
    for path in [
        room.path(),
        case.clone(),
        format!("/learn/{}", room.enrolment),
        "/next".into(),
        "/hours".into(),
        format!("/cases/{id}"),
        format!("/lessons/{id}"),
        format!("/editions/{}/cases/{id}", room.edition),
        "/programmes/sample".into(),
        format!("{case}/steps/2/decision"),
    ] {
        seen.push((path.clone(), room.author.get(&path).await));
    }
    let api = room.app.api(&room.trainee).await;
    for path in [
        room.path(),
        case.clone(),
        format!("/learn/{}", room.enrolment),
        format!("/editions/{}/cases/{id}", room.edition),
        "/programmes/sample".into(),
    ] {
        let path = format!("/api/v1{path}");
        seen.push((path.clone(), api.get(&path).await));
    }
    seen
}

#[tokio::test]
async fn nothing_that_may_come_is_told_at_any_step() {
    let room = Room::new().await;
    let begun = "Звонок в десять";
    for (path, page) in everywhere(&room).await {
        assert_eq!(leaks(&page, &AHEAD), Vec::<&str>::new(), "{path} before the first step");
        assert!(!page.html.contains(begun), "{path}");
    }
    room.open("1").await;
    for (path, page) in everywhere(&room).await {
        assert_eq!(leaks(&page, &AHEAD), Vec::<&str>::new(), "{path} at the first step");
    }
    let refused = room.choose("1", "9").await;
    assert_eq!(leaks(&refused, &AHEAD), Vec::<&str>::new(), "a form with a fault");
    room.choose("1", "1").await;
    for (path, page) in everywhere(&room).await {
        assert_eq!(leaks(&page, &AHEAD), Vec::<&str>::new(), "{path} while the second is offered");
    }
    room.open("2").await;
    let still = AHEAD.iter().skip(3).copied().collect::<Vec<_>>();
    for (path, page) in everywhere(&room).await {
        assert_eq!(leaks(&page, &still), Vec::<&str>::new(), "{path} at the second step");
    }
    room.write("2", "Трое к одиннадцати").await;
    room.choose("3", "1").await;
    let other_way =
        ["Люди у крыльца", "двадцать четыре", "Без продолжения", "crowd", "broken", "позвонить сразу"];
    for (path, page) in everywhere(&room).await {
        assert_eq!(leaks(&page, &other_way), Vec::<&str>::new(), "{path} after the end");
    }
    room.hand_in("Решение").await;
    room.grade(("4", "3")).await;
    for (path, page) in everywhere(&room).await {
        assert_eq!(leaks(&page, &other_way), Vec::<&str>::new(), "{path} after the grade");
    }
}

#[tokio::test]
async fn a_trainee_gets_neither_map_nor_way_of_others() {
    let room = Room::new().await;
    room.play_well().await;
    room.hand_in("Решение").await;
    let (work, id) = (room.work().await, room.case);
    for path in [
        format!("/submissions/{work}/path"),
        format!("/editions/{}/cases/{id}", room.edition),
        format!("/cases/{id}"),
    ] {
        assert!([403, 404].contains(&room.author.get(&path).await.status), "{path}");
    }
    let api = room.app.api(&room.trainee).await;
    for path in
        [format!("/api/v1/submissions/{work}/path"), format!("/api/v1/editions/{}/cases/{id}", room.edition)]
    {
        assert_eq!(api.get(&path).await.status, 403, "{path}");
    }
}
