//! The trainee's side: reading, drafting on two devices, handing in once and in time.

use super::{PDF, Room};
use crate::content::Course;
use crate::support::app::TestApp;
use birge::db::schema::people;
use birge::kernel::ZoneName;
use diesel::prelude::*;

#[tokio::test]
async fn a_case_shows_situation_rubric_deadline_and_a_warning_before_the_work() {
    let room = Room::new().await;
    let page = room.open().await;
    assert_eq!(page.status, 200, "{}", page.text());
    let text = page.text();
    let order =
        ["Волонтёры не пришли.", "Напишите партнёру.", "По чему оценивают", "Понимание", "Без личных данных"];
    let places: Vec<_> =
        order.iter().map(|part| text.find(part).unwrap_or_else(|| panic!("{part}: {text}"))).collect();
    assert!(places.is_sorted(), "{places:?}");
    assert!(text.contains("До вт, 15 сентября, 23:59 по Москве"), "{text}");
    assert!(text.contains("осталось 15 часов") && text.contains("Версий осталось: 3 из 3"), "{text}");
    assert!(!text.contains("по вашему времени"), "the reader lives in the edition's zone");
    assert!(!text.contains("искать виноватых"), "notes are for trainers");
}

#[tokio::test]
async fn a_work_goes_from_draft_to_receipt() {
    let room = Room::new().await;
    let saved = room.save("Ольга, нас трое.", &[("План Б.pdf", PDF)]).await;
    assert_eq!(saved.status, 200);
    assert!(
        saved.text().contains("Черновик сохранён") && saved.text().contains("План Б.pdf"),
        "{}",
        saved.text()
    );
    assert_eq!(saved.value_of("revision").as_deref(), Some("1"));

    let done = room.hand_in("Ольга, нас трое. План ниже.", &[]).await;
    let (text, all) = (done.text(), room.submissions().await);
    assert!(text.contains("Версия 1 сдана") && text.contains("Работа ждёт проверки"), "{text}");
    assert_eq!((all.len(), all[0].1, all[0].3), (1, 1, false));
    assert_eq!(all[0].2, "Ольга, нас трое. План ниже.");
    let hash = |bytes: &[u8]| birge::secrets::sha256_hex(bytes);
    let parts = format!("{}\n{}", hash("Ольга, нас трое. План ниже.".as_bytes()), hash(PDF));
    assert!(text.contains(&hash(parts.as_bytes())), "the receipt can be counted again: {text}");
    assert!(text.contains("Версий осталось: 2 из 3"), "{text}");
}

#[tokio::test]
async fn nothing_cannot_be_handed_in() {
    let room = Room::new().await;
    let page = room.hand_in("  \n ", &[]).await;
    assert_eq!(page.status, 422);
    assert!(page.text().contains("Напишите решение или приложите файл"), "{}", page.text());
    assert!(room.submissions().await.is_empty());
}

#[tokio::test]
async fn a_double_press_hands_in_one_version() {
    let room = Room::new().await;
    let path = format!("{}/submissions", room.path());
    let fields = [("text", "Решение"), ("revision", "0")];
    let (one, two) = tokio::join!(
        room.author.post_as(&path, &fields, "same"),
        room.author.post_as(&path, &fields, "same")
    );
    assert_eq!((one.status, two.status), (200, 200));
    assert_eq!(room.submissions().await.len(), 1);

    let again = room.author.post(&path, &[("text", "Решение, вторая вкладка"), ("revision", "2")]).await;
    assert_eq!(again.status, 409);
    assert!(again.text().contains("Прошлая версия ещё ждёт проверки"), "{}", again.text());
    assert!(again.text().contains("Решение, вторая вкладка"), "nothing typed is lost");
    assert_eq!(room.submissions().await.len(), 1);
}

#[tokio::test]
async fn two_devices_see_both_texts_and_lose_none() {
    let room = Room::new().await;
    let draft = format!("{}/draft", room.path());
    room.author.post(&draft, &[("text", "С ноутбука"), ("revision", "0")]).await;
    let stale = room.author.post(&draft, &[("text", "С телефона"), ("revision", "0")]).await;
    assert_eq!(stale.status, 409);
    let text = stale.text();
    assert!(text.contains("С телефона") && text.contains("С ноутбука"), "{text}");
    assert!(text.contains("Черновик изменён на другом устройстве"), "{text}");
    assert!(room.open().await.text().contains("С ноутбука"), "what was saved stays saved");

    let revision = stale.value_of("revision").unwrap();
    let joined = [("text", "С ноутбука и с телефона"), ("revision", revision.as_str())];
    assert_eq!(room.author.post(&draft, &joined).await.status, 200);
    assert!(room.open().await.text().contains("С ноутбука и с телефона"));

    let hand_in = format!("{}/submissions", room.path());
    let late_device = room.author.post(&hand_in, &[("text", "Старое"), ("revision", "1")]).await;
    assert_eq!((late_device.status, room.submissions().await.len()), (409, 0));
}

#[tokio::test]
async fn the_script_saves_quietly_and_is_told_what_the_other_device_saved() {
    let room = Room::new().await;
    let draft = format!("{}/draft", room.path());
    let csrf = room.author.csrf().await;
    let quiet = |text: &'static str, revision: &'static str| {
        let fields = [
            ("csrf", csrf.clone()),
            ("script", "yes".into()),
            ("text", text.into()),
            ("revision", revision.into()),
        ];
        let (author, draft) = (room.author.clone(), draft.clone());
        async move {
            let fields: Vec<(&str, &str)> =
                fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            author.post_raw(&draft, &fields).await
        }
    };
    let first = quiet("Раз", "0").await;
    assert_eq!((first.status, first.json()["revision"].as_i64()), (200, Some(1)));
    assert_eq!(first.json()["saved_at"], "09:00", "Moscow's clock");
    assert_eq!(quiet("Раз", "0").await.json()["revision"], 1, "the same words are no conflict");
    let stale = quiet("Два", "0").await;
    assert_eq!(stale.status, 409);
    assert_eq!((stale.json()["text"].as_str(), stale.json()["revision"].as_i64()), (Some("Раз"), Some(1)));

    room.app.set_clock("2026-12-01T00:00:00Z");
    let over = quiet("Три", "1").await;
    assert_eq!((over.status, over.json()["code"].as_str()), (409, Some("edition-closed")));
}

#[tokio::test]
async fn the_deadline_is_midnight_where_the_edition_is() {
    for (zone, at, late) in [
        ("Asia/Irkutsk", "2026-09-15T15:59:59Z", false),
        ("Asia/Irkutsk", "2026-09-15T16:00:00Z", true),
        ("Europe/Moscow", "2026-09-15T16:00:00Z", false),
        ("Europe/Moscow", "2026-09-15T21:00:00Z", true),
    ] {
        let room = Room::of(TestApp::at(at).await, Course::sample(), zone).await;
        room.hand_in("Решение", &[]).await;
        assert_eq!(room.submissions().await[0].3, late, "{zone} at {at}");
        assert_eq!(room.open().await.text().contains("После срока"), late, "{zone} at {at}");
    }
}

#[tokio::test]
async fn a_reader_elsewhere_sees_both_times() {
    let room = Room::of(TestApp::spawn().await, Course::sample(), "Asia/Irkutsk").await;
    let text = room.open().await.text();
    assert!(text.contains("До вт, 15 сентября, 23:59 по Иркутску"), "{text}");
    assert!(text.contains("вт, 15 сентября, 18:59 по вашему времени"), "{text}");
    let id = room.trainee.id;
    let irkutsk = ZoneName::parse("Asia/Irkutsk").unwrap();
    room.app
        .db
        .write(move |w| {
            diesel::update(people::table.find(id)).set(people::time_zone.eq(irkutsk)).execute(w.conn())?;
            Ok(())
        })
        .await
        .unwrap();
    assert!(!room.open().await.text().contains("по вашему времени"));
}

#[tokio::test]
async fn after_the_edition_nothing_is_taken_and_nothing_typed_is_lost() {
    let room = Room::new().await;
    room.save("Черновик", &[]).await;
    room.app.set_clock("2026-11-30T20:59:59Z");
    assert!(room.open().await.text().contains("Сдать ещё можно до пн, 30 ноября, 23:59 по Москве"));
    room.app.set_clock("2026-11-30T21:00:00Z");
    let revision = [("text", "Дописал в полночь"), ("revision", "1")];
    let page = room.author.post(&format!("{}/submissions", room.path()), &revision).await;
    assert_eq!(page.status, 409);
    assert!(
        page.text().contains("Дописал в полночь") && page.text().contains("Поток сейчас закрыт"),
        "{}",
        page.text()
    );
    assert!(room.submissions().await.is_empty());
}

#[tokio::test]
async fn a_locked_case_says_what_comes_first() {
    let course = Course::sample().replace(
        "01-first/module.toml",
        "format = \"case\"",
        "format = \"case\"\nafter = [\"lesson\"]",
    );
    let room = Room::of(TestApp::spawn().await, course, "Europe/Moscow").await;
    let page = room.open().await;
    assert!(page.text().contains("Кейс пока закрыт") && page.text().contains("Урок"), "{}", page.text());
    assert!(page.html.contains(&format!("/learn/{}/lessons/", room.enrolment)));
    let forced = room.author.post(&format!("{}/submissions", room.path()), &[("text", "Решение")]).await;
    assert_eq!((forced.status, room.submissions().await.len()), (409, 0));

    room.app.set_clock("2026-08-01T00:00:00Z");
    assert!(room.open().await.text().contains("Поток начнётся 1 сентября 2026 г."));
}

#[tokio::test]
async fn cases_of_others_and_of_other_versions_are_not_there() {
    let room = Room::new().await;
    let other = room.app.person("Петров").await;
    let stranger = room.app.sign_in(&other).await;
    assert_eq!(stranger.get(&room.path()).await.status, 404);
    assert_eq!(stranger.post(&format!("{}/draft", room.path()), &[("text", "Чужое")]).await.status, 404);

    let newer = Course::sample().replace("01-first/04-case.ru.case.md", "письмо", "два письма");
    let version = room.app.import(newer.programme()).await;
    assert_ne!(version, room.version);
    let case = room.app.activity(version, "case").await;
    assert_eq!(room.author.get(&format!("/learn/{}/cases/{case}", room.enrolment)).await.status, 404);
    let quiz = room.app.activity(room.version, "quiz").await;
    assert_eq!(room.author.get(&format!("/learn/{}/cases/{quiz}", room.enrolment)).await.status, 404);

    let trainer_writes = room.grader.post(&format!("{}/draft", room.path()), &[("text", "За него")]).await;
    assert_eq!(trainer_writes.status, 404, "work is done by the trainee alone");
}

#[tokio::test]
async fn a_text_beyond_all_bounds_comes_back_to_be_shortened() {
    let room = Room::new().await;
    let long = "я".repeat(30_001);
    let page = room.save(&long, &[]).await;
    assert_eq!(page.status, 422);
    assert!(page.text().contains("Сократите до 30000 знаков") && page.html.contains(&long));
}
