//! Lists of who was at a webinar: read from several tools, matched in any spelling, seen before anything is marked (F11).

mod files;

use crate::attendance::ground::{Ground, Sheet};
use crate::support::app::TestApp;
use crate::support::browser::{ApiClient, Browser, Page};
use crate::support::queries::asked;
use birge::attendance::rules::SessionMode;
use birge::db::schema::{attendance_corrections, audit_entries, stored_files, webinar_lists};
use birge::files::store::NewRow;
use birge::kernel::{EnrolmentId, Moment, PersonId, SessionId, WebinarListId};
use birge::web::paths;
use birge::webinars::{actions, store};
use diesel::prelude::*;
use serde_json::{Value, json};

/// A lecture of three hours by a link, over since half an hour, with three people whose names can be spelled in many ways.
struct Webinar {
    ground: Ground,
    session: SessionId,
    trainer: Browser,
    api: ApiClient,
}

const SURNAMES: [&str; 3] = ["Семёнова", "Құрманғазы", "Ахметова"];

impl Webinar {
    async fn new() -> Webinar {
        Webinar::held(SessionMode::Online).await
    }

    async fn held(mode: SessionMode) -> Webinar {
        let mut ground = Ground::with(0).await;
        for surname in SURNAMES {
            let person = ground.app.person(surname).await;
            let enrolment = ground.app.enrol(ground.edition, &person).await;
            ground.people.push((person, enrolment));
        }
        let session = ground.session(ground.lecture, ("10:00", "13:00"), mode).await;
        ground.app.set_clock("2026-09-15T05:30:00Z");
        let trainer = ground.app.sign_in(&ground.trainer).await;
        let api = ground.app.api(&ground.trainer).await;
        Webinar { ground, session, trainer, api }
    }

    fn who(&self, place: usize) -> EnrolmentId {
        self.ground.people[place].1
    }

    fn email(&self, place: usize) -> &str {
        &self.ground.people[place].0.email
    }

    fn lists(&self) -> String {
        format!("/api/v1/sessions/{}/webinar-lists", self.session)
    }

    async fn load(&self, bytes: Vec<u8>) -> Value {
        let loaded = self.api.post_bytes(&format!("{}?file_name=list.csv", self.lists()), bytes).await;
        assert_eq!(loaded.status, 201, "{}", loaded.html);
        loaded.json()
    }

    async fn apply(&self, list: &Value, body: Value) -> Value {
        let applied = self.api.post(&format!("{}/{}/applications", self.lists(), list["id"]), body).await;
        assert_eq!(applied.status, 200, "{}", applied.html);
        applied.json()
    }

    async fn upload(&self, name: &str, bytes: Vec<u8>) -> Page {
        self.trainer.post_multipart(&paths::webinar_lists(self.session), &[], &[("file", name, bytes)]).await
    }

    async fn minutes(&self) -> [i32; 3] {
        let ground = &self.ground;
        [ground.minutes(0).await, ground.minutes(1).await, ground.minutes(2).await]
    }
}

/// What a list says of the people, by enrolment: minutes, mark and what would change.
fn said(list: &Value, who: EnrolmentId) -> (i64, Option<String>, String) {
    let people = list["people"].as_array().unwrap();
    let one = people.iter().find(|one| one["enrolment_id"] == json!(who.0)).unwrap_or(&Value::Null);
    let text = |name: &str| one[name].as_str().map(str::to_owned);
    (one["minutes"].as_i64().unwrap_or(-1), text("status"), text("change").unwrap_or_default())
}

/// Leaves a list at a session, as if a trainer had loaded it: nobody in it is known.
pub async fn leave_list(app: &TestApp, session: SessionId, by: PersonId) -> WebinarListId {
    let text = "ФИО;E-mail;Вход;Выход\nНикто Известный;nobody@example.org;10:00;11:00\n";
    let grid = actions::read_file(text.as_bytes()).unwrap();
    let blob = app.kit.files.put(text.as_bytes().to_vec()).await.unwrap();
    let (file, now) = (NewRow { blob, media_type: "text/csv", name: "webinar.csv".into() }, app.now());
    app.db.write(move |w| store::insert(w, session, (&file, &grid), (by, now))).await.unwrap()
}

#[tokio::test]
async fn names_in_three_spellings_are_recognised_seen_and_then_marked() {
    let webinar = Webinar::new().await;
    let sheet = webinar.trainer.get(&paths::session(webinar.session)).await;
    assert!(sheet.text().contains("Загрузить список участников вебинара"), "{}", sheet.text());
    let page = webinar.upload("zoom.csv", files::zoom(webinar.email(2)).into_bytes()).await;
    assert_eq!(page.status, 200, "{}", page.text());
    let text = page.text();
    for expected in
        ["Zoom, отчёт о встрече", "Anna Semyonova, iPhone (СЕМЕНОВА анна)", "узнали по почте", "Ким Анна"]
    {
        assert!(text.contains(expected), "{expected}: {text}");
    }
    assert!(text.contains("Строка 11. Не понять время входа"), "{text}");
    assert!(text.contains("=cmd|'/C calc'!A0"), "a formula is a text like any other: {text}");
    assert!(!page.html.contains("calc'!A0"), "and is written so that it stays one");
    assert_eq!(webinar.minutes().await, [0, 0, 0], "nothing is marked before it was seen");

    let applied = Sheet::of(page).send(&webinar.trainer, &last_list(&webinar, "applications").await).await;
    assert!(applied.text().contains("Отмечено по списку: 3"), "{}", applied.text());
    assert_eq!(webinar.minutes().await, [180, 150, 120]);
    let again = Sheet::of(applied).send(&webinar.trainer, &last_list(&webinar, "applications").await).await;
    assert_eq!(again.status, 200);
    assert_eq!(webinar.minutes().await, [180, 150, 120], "the same list twice changes nothing");
    let history = webinar.trainer.get(&paths::webinar_lists(webinar.session)).await.text();
    assert!(history.contains("zoom.csv") && history.contains("новых 3, исправлено 0"), "{history}");

    let same = webinar.upload("again.csv", files::zoom(webinar.email(2)).into_bytes()).await;
    assert!(same.text().contains("Этот список уже загружен"), "{}", same.text());
    let count = |r: &mut birge::db::Read| Ok(webinar_lists::table.count().get_result::<i64>(r.conn())?);
    assert_eq!(webinar.ground.app.db.read(count).await.unwrap(), 1);
}

#[tokio::test]
async fn a_removed_list_leaves_the_marks_and_nothing_of_the_people_in_it() {
    let webinar = Webinar::new().await;
    let app = &webinar.ground.app;
    let bytes = files::zoom(webinar.email(2)).into_bytes();
    let list = webinar.load(bytes.clone()).await;
    webinar.apply(&list, json!({})).await;
    let marked = webinar.minutes().await;
    let key = app.db.read(birge::files::store::keys).await.unwrap().pop().unwrap();
    let removal = last_list(&webinar, "removal").await;
    let page = webinar.trainer.post(&removal, &[]).await;
    let text = page.text();
    assert!(text.contains("Список убран") && text.contains("новых 3, исправлено 0"), "{text}");
    assert!(!page.html.contains("zoom") && !page.html.contains("list.csv"), "{text}");
    assert_eq!(webinar.minutes().await, marked);
    let kept = app.db.read(birge::files::store::keys).await.unwrap();
    assert!(!kept.contains(&key), "{kept:?}");
    assert_eq!(webinar.trainer.post(&removal, &[]).await.status, 404, "it is not there any more");
    assert_eq!(webinar.api.get(&format!("{}/{}", webinar.lists(), list["id"])).await.status, 404);
    // The same list can be loaded again, and its bytes are somebody's then.
    let again = webinar.load(bytes).await;
    app.set_clock("2900-01-01T00:00:00Z");
    app.run_jobs().await;
    assert!(app.kit.files.get(&key).await.is_ok());
    // A year later it goes by itself, and its bytes with it.
    let removed = app.db.write(|w| actions::remove_old(w, Moment::parse("2900-01-01T00:00:00Z").unwrap()));
    assert_eq!(removed.await.unwrap(), 1, "{again}");
    app.set_clock("2900-01-02T00:00:00Z");
    app.run_jobs().await;
    assert!(app.kit.files.get(&key).await.is_err());
}

/// An address below the newest list.
async fn last_list(webinar: &Webinar, what: &str) -> String {
    let session = webinar.session;
    let lists = webinar.ground.app.db.read(move |r| store::of_session(r, session)).await.unwrap();
    format!("{}/{what}", paths::webinar_list(session, lists.first().unwrap().id))
}

#[tokio::test]
async fn a_mark_of_a_trainer_stays_until_a_trainer_replaces_it() {
    let webinar = Webinar::new().await;
    let marks = json!({ "marks": [{ "enrolment_id": webinar.who(0).0, "status": "absent" }] });
    let marked = webinar.api.put(&format!("/api/v1/sessions/{}/marks", webinar.session), marks).await;
    assert_eq!(marked.status, 200, "{}", marked.html);
    let list = webinar.load(files::zoom(webinar.email(2)).into_bytes()).await;
    assert_eq!(said(&list, webinar.who(0)).2, "conflict");
    let applied = webinar.apply(&list, json!({})).await;
    assert_eq!(applied, json!({ "first": 2, "corrected": 0, "kept": 1, "stale": 0 }));
    assert_eq!(webinar.minutes().await, [0, 150, 120]);
    let replace =
        |revision| json!({ "replace": [{ "enrolment_id": webinar.who(0).0, "revision": revision }] });
    let late = webinar.apply(&list, replace(0)).await;
    assert_eq!((&late["stale"], &late["corrected"]), (&json!(1), &json!(0)), "somebody else was first");
    let replaced = webinar.apply(&list, replace(1)).await;
    assert_eq!(replaced, json!({ "first": 0, "corrected": 1, "kept": 0, "stale": 0 }));
    assert_eq!(webinar.minutes().await, [180, 150, 120]);
    let again = webinar.apply(&list, replace(2)).await;
    assert_eq!(again, json!({ "first": 0, "corrected": 0, "kept": 0, "stale": 0 }));
    let reasons = |r: &mut birge::db::Read| {
        Ok(attendance_corrections::table
            .select(attendance_corrections::reason)
            .load::<Option<String>>(r.conn())?)
    };
    let reasons = webinar.ground.app.db.read(reasons).await.unwrap();
    assert_eq!(reasons, [Some("По списку вебинара: list.csv".to_owned())]);
}

#[tokio::test]
async fn lists_of_every_tool_and_encoding_say_the_same() {
    let webinar = Webinar::new().await;
    for (tool, bytes) in files::every_tool() {
        let list = webinar.load(bytes).await;
        assert_eq!(list["tool"], json!(tool), "{list}");
        assert_eq!(list["faults"], json!([]), "{tool}: {list}");
        assert_eq!(
            said(&list, webinar.who(0)),
            (180, Some("present".into()), "first".into()),
            "{tool}: {list}"
        );
        let (minutes, status, _) = said(&list, webinar.who(1));
        assert_eq!(minutes, 120, "{tool}: {list}");
        assert!(["late", "left_early"].contains(&status.unwrap().as_str()), "{tool}");
        assert_eq!(said(&list, webinar.who(2)).0, -1, "{tool}: who was not there is not in it");
        assert_eq!(list["rest"], json!([webinar.who(2).0]), "{tool}");
    }
}

#[tokio::test]
async fn a_trainer_names_columns_recognises_people_and_marks_the_others_absent() {
    let webinar = Webinar::new().await;
    let text = "Кто;Сколько\nСемнова Анна;170\nКурмангазы А.;90\nГость Гостев;60\nТехник;180\n";
    let pasted = webinar.trainer.post(&paths::webinar_lists(webinar.session), &[("text", text)]).await;
    assert!(pasted.text().contains("Столбцы списка не узнали"), "{}", pasted.text());
    let columns = last_list(&webinar, "columns").await;
    let none = webinar.trainer.post(&columns, &[("duration", "2")]).await;
    assert_eq!(none.status, 422);
    assert!(none.text().contains("Укажите столбец с именем или с почтой"), "{}", none.text());
    let twice = webinar.trainer.post(&columns, &[("name", "1"), ("duration", "1")]).await;
    assert!(twice.text().contains("Этот столбец уже выбран"), "{}", twice.text());
    let kept = webinar.trainer.post(&columns, &[("name", "1"), ("duration", "2")]).await;
    assert!(kept.text().contains("Семнова Анна") && kept.text().contains("Кто это"), "{}", kept.text());

    let decisions = last_list(&webinar, "decisions").await;
    let wrong = webinar.trainer.post(&decisions, &[("who-2", ""), ("other-2", "Никто")]).await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.text().contains("Такого слушателя в листе нет") && wrong.html.contains("Никто"));
    let first = webinar.who(0).to_string();
    let fields = [
        ("who-2", first.as_str()),
        ("who-3", ""),
        ("other-3", "Құрманғазы Анна Сергеевна"),
        ("who-4", "guest"),
        ("who-5", ""),
        ("bulk", "ignored"),
    ];
    let decided = webinar.trainer.post(&decisions, &fields).await;
    assert_eq!(decided.status, 200, "{}", decided.text());
    assert!(decided.text().contains("указано вручную"), "{}", decided.text());
    let page = webinar.trainer.get(&decisions.replace("/decisions", "")).await;
    let form = Sheet::of(page).set("rest_absent", "on");
    let applied = form.send(&webinar.trainer, &decisions.replace("decisions", "applications")).await;
    assert!(applied.text().contains("Отмечено по списку: 3"), "{}", applied.text());
    assert_eq!(webinar.minutes().await, [170, 90, 0]);
    let session = webinar.session;
    let marks = move |r: &mut birge::db::Read| birge::attendance::store::marks::of_session(r, session);
    let marks = webinar.ground.app.db.read(marks).await.unwrap();
    let absent = marks.iter().find(|row| row.enrolment == webinar.who(2)).unwrap();
    assert_eq!(absent.mark.status, birge::attendance::rules::Status::Absent);
}

#[tokio::test]
async fn who_may_be_in_the_list_is_not_marked_absent_with_the_others() {
    let webinar = Webinar::new().await;
    let app = &webinar.ground.app;
    // The same name in other letters: an address of its own, and no way to tell them apart by the list.
    let twin = app.enrol(webinar.ground.edition, &app.person("Семенова").await).await;
    let text = "ФИО;Длительность (мин)\nСеменова Анна;170\n";
    let list = webinar.load(text.as_bytes().to_vec()).await;
    assert_eq!(list["unknown"][0]["several"], json!(true), "{list}");
    let rest: Vec<i64> = serde_json::from_value(list["rest"].clone()).unwrap();
    assert!(!rest.contains(&webinar.who(0).0) && !rest.contains(&twin.0), "{list}");
    assert_eq!(rest.len(), 2, "{list}");
    let id = WebinarListId(list["id"].as_i64().unwrap());
    let page = webinar.trainer.get(&paths::webinar_list(webinar.session, id)).await;
    assert!(page.text().contains("Сначала решите, кто это: 1"), "{}", page.text());
    let applied = webinar.apply(&list, json!({ "rest_absent": true })).await;
    assert_eq!(applied["first"], json!(2));
    let session = webinar.session;
    let marks = move |r: &mut birge::db::Read| birge::attendance::store::marks::of_session(r, session);
    let marks = webinar.ground.app.db.read(marks).await.unwrap();
    assert!(marks.iter().all(|row| row.enrolment != webinar.who(0) && row.enrolment != twin));
}

#[tokio::test]
async fn a_match_by_name_is_corrected_on_the_page_and_a_line_that_is_nobodys_first_is_refused() {
    let webinar = Webinar::new().await;
    let text = "ФИО;E-mail;Длительность (мин)\nСеменова Анна;other@example.org;170\n\
                Ахметова Анна;;60\nАхметова Анна;;50\n";
    let list = webinar.load(text.as_bytes().to_vec()).await;
    let id = WebinarListId(list["id"].as_i64().unwrap());
    let page = webinar.trainer.get(&paths::webinar_list(webinar.session, id)).await;
    assert!(page.text().contains("Узнали по имени: 2"), "{}", page.text());
    assert!(page.text().contains("Семенова Анна <other@example.org>"), "{}", page.text());
    assert!(page.text().contains("Время в списке прочитано так: Иркутск, UTC+8"), "{}", page.text());
    let decisions = paths::webinar_decisions(webinar.session, id);
    let decided = webinar.trainer.post(&decisions, &[("who-2", "guest")]).await;
    assert_eq!(decided.status, 200, "{}", decided.text());
    let now = webinar.api.get(&format!("{}/{}", webinar.lists(), list["id"])).await.json();
    assert_eq!(said(&now, webinar.who(0)).0, -1, "a guest is not marked: {now}");
    let second = json!({ "decisions": [{ "line": 4, "verdict": "guest", "enrolment_id": null }] });
    let url = format!("{}/{}/decisions", webinar.lists(), list["id"]);
    let refused = webinar.api.put(&url, second).await;
    assert_eq!(refused.status, 422, "it is the second line of somebody: {}", refused.html);
}

#[tokio::test]
async fn after_the_day_and_on_a_closed_sheet_the_reason_is_asked() {
    let webinar = Webinar::new().await;
    let list = webinar.load(files::zoom(webinar.email(2)).into_bytes()).await;
    let closing = format!("/api/v1/sessions/{}/sheet-closing", webinar.session);
    assert_eq!(webinar.api.post(&closing, json!({ "anyway": true })).await.status, 200);
    let url = format!("{}/{}/applications", webinar.lists(), list["id"]);
    let silent = webinar.api.post(&url, json!({})).await;
    assert_eq!(silent.status, 422, "{}", silent.html);
    assert_eq!(webinar.minutes().await, [0, 0, 0]);
    let page = webinar
        .trainer
        .get(&paths::webinar_list(webinar.session, WebinarListId(list["id"].as_i64().unwrap())))
        .await;
    assert_eq!(page.value_of("correction_reason").as_deref(), Some("По списку вебинара: list.csv"));
    let applied = webinar.apply(&list, json!({ "correction_reason": "Список пришёл позже" })).await;
    assert_eq!(applied["first"], json!(3));
    let session = webinar.session;
    let late = move |r: &mut birge::db::Read| birge::attendance::store::closings::late(r, session);
    assert_eq!(webinar.ground.app.db.read(late).await.unwrap().len(), 3, "each is a late change");
}

#[tokio::test]
async fn what_is_no_list_is_refused_with_its_remedy_and_nothing_is_kept() {
    let webinar = Webinar::new().await;
    let nothing = webinar.trainer.post(&paths::webinar_lists(webinar.session), &[("text", " ")]).await;
    assert!(nothing.text().contains("Выберите файл или вставьте список"), "{}", nothing.text());
    let picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0".to_vec();
    let many = format!("ФИО;Минут\n{}", "Ли Анна;5\n".repeat(10_000)).into_bytes();
    let broken =
        [b"\xd0\xa4\xd0\x98\xd0\x9e;Email\n\xd0\x90\xd0\xbd\xd0\xbd\xd0\xb0;".to_vec(), vec![0xff]].concat();
    for (name, bytes, remedy) in [
        ("list.csv", picture, "Такой файл не подойдёт"),
        ("list.csv", many, "больше"),
        ("list.csv", broken, "Файл повреждён"),
        ("list.csv", b"%PDF-1.7\nName,Email\n".to_vec(), "Такой файл не подойдёт"),
        ("list.csv", b"\n\n;;\n".to_vec(), "Файл пуст"),
    ] {
        let refused = webinar.upload(name, bytes).await;
        assert_eq!(refused.status, 422, "{remedy}: {}", refused.text());
        assert!(refused.text().contains(remedy), "{remedy}: {}", refused.text());
    }
    let count = |r: &mut birge::db::Read| Ok(stored_files::table.count().get_result::<i64>(r.conn())?);
    assert_eq!(webinar.ground.app.db.read(count).await.unwrap(), 0);
}

#[tokio::test]
async fn a_cancelled_session_and_one_in_a_room_take_no_list() {
    let webinar = Webinar::new().await;
    let list = webinar.load(files::zoom(webinar.email(2)).into_bytes()).await;
    let cancel = format!("/api/v1/sessions/{}/cancellation", webinar.session);
    assert!(webinar.api.post(&cancel, json!({ "reason": "Буран" })).await.status < 300);
    webinar.ground.app.run_jobs().await;
    let page = webinar.trainer.get(&paths::webinar_lists(webinar.session)).await;
    assert!(
        page.text().contains("Занятие отменено") && !page.html.contains("type=\"file\""),
        "{}",
        page.text()
    );
    assert_eq!(webinar.upload("zoom.csv", b"Name,Email,Join\nA B,a@b.c,10:00\n".to_vec()).await.status, 409);
    let url = format!("{}/{}/applications", webinar.lists(), list["id"]);
    assert_eq!(webinar.api.post(&url, json!({})).await.status, 409);
    assert_eq!(webinar.minutes().await, [0, 0, 0]);

    let room =
        webinar.ground.session(webinar.ground.practicum, ("15:00", "16:30"), SessionMode::InPerson).await;
    assert_eq!(webinar.trainer.status_of(&paths::webinar_lists(room)).await, 404);
    let elsewhere = format!("/api/v1/sessions/{room}/webinar-lists/{}", list["id"]);
    assert_eq!(webinar.api.get(&elsewhere).await.status, 404, "a list of another session");
}

#[tokio::test]
async fn only_who_teaches_there_sees_a_list_and_a_look_at_its_file_is_noted() {
    let webinar = Webinar::held(SessionMode::Mixed).await;
    let list = webinar.load(files::zoom(webinar.email(2)).into_bytes()).await;
    let id = WebinarListId(list["id"].as_i64().unwrap());
    let app = &webinar.ground.app;
    let neighbour = app.trainer("Соседний").await;
    let (other, trainee) = (app.sign_in(&neighbour).await, app.sign_in(&webinar.ground.people[0].0).await);
    for path in [
        paths::webinar_lists(webinar.session),
        paths::webinar_list(webinar.session, id),
        paths::webinar_columns(webinar.session, id),
        paths::webinar_file(webinar.session, id),
    ] {
        assert_eq!(other.status_of(&path).await, 404, "{path}");
        assert_eq!(trainee.status_of(&path).await, 403, "{path}");
        assert_eq!(webinar.trainer.status_of(&path).await, 200, "{path}");
    }
    let url = format!("{}/{}/applications", webinar.lists(), list["id"]);
    assert_eq!(app.api(&neighbour).await.post(&url, json!({})).await.status, 404);
    let looks = |r: &mut birge::db::Read| {
        let rows = audit_entries::table.filter(audit_entries::action.eq("webinar-list-downloaded"));
        Ok(rows.count().get_result::<i64>(r.conn())?)
    };
    assert_eq!(app.db.read(looks).await.unwrap(), 1);
}

#[tokio::test]
async fn a_list_of_a_thousand_asks_no_more_of_the_database_than_one_of_three() {
    let webinar = Webinar::new().await;
    let few = webinar.load(files::zoom(webinar.email(2)).into_bytes()).await;
    let row = |number: u32| format!("Участник Номер{number};user{number}@example.org;10:00;11:00\n");
    let rows: String = (0..1000).map(row).collect();
    let many = webinar.load(format!("ФИО;Почта;Вход;Выход\n{rows}").into_bytes()).await;
    assert_eq!(many["unknown"].as_array().unwrap().len(), 1000);
    let actor = webinar.ground.app.actor(&webinar.ground.trainer).await;
    let (session, now) = (webinar.session, webinar.ground.app.now());
    let mut counts = Vec::new();
    for list in [&few, &many] {
        let (actor, id) = (actor.clone(), WebinarListId(list["id"].as_i64().unwrap()));
        let look = move |r: &mut birge::db::Read| actions::preview(r, &actor, (session, id), now);
        counts.push(asked(&webinar.ground.app.db, look).await.len());
    }
    assert_eq!(counts[0], counts[1]);
    let bulk = [("bulk", "ignored")];
    let decided = webinar.trainer.post(&last_list(&webinar, "decisions").await, &bulk).await;
    assert_eq!(decided.status, 200, "{}", decided.text());
    let left = webinar.api.get(&format!("{}/{}", webinar.lists(), many["id"])).await.json();
    assert_eq!(left["unknown"], json!([]));
}

#[tokio::test]
async fn a_list_in_another_time_is_read_by_that_and_seen_before_anything_is_marked() {
    let webinar = Webinar::new().await;
    // From ten till one in Irkutsk is from five till eight in Moscow.
    let moscow = "ФИО;Вход;Выход\nСемёнова Анна;05:00;08:00\nАхметова Анна;2026-09-15 02:00:00 +00:00;2026-09-15 05:00:00 +00:00\n";
    let list = webinar.load(moscow.as_bytes().to_vec()).await;
    assert_eq!((&list["time_zone"], &list["outside_session"]), (&json!("Asia/Irkutsk"), &json!(false)));
    let outside = (0, None, "outside".to_owned());
    let whole = (180, Some("present".to_owned()), "first".to_owned());
    assert_eq!(said(&list, webinar.who(0)), outside);
    assert_eq!(said(&list, webinar.who(2)), whole, "a moment that names its distance from UTC needs no zone");

    let clock = format!("{}/{}/clock", webinar.lists(), list["id"]);
    assert_eq!(webinar.api.put(&clock, json!({ "time_zone": "Europe/Atlantis" })).await.status, 422);
    let read = webinar.api.put(&clock, json!({ "time_zone": "Europe/Moscow" })).await;
    assert_eq!(read.status, 200, "{}", read.html);
    let read = read.json();
    assert_eq!((&read["time_zone"], said(&read, webinar.who(0))), (&json!("Europe/Moscow"), whole.clone()));
    assert_eq!(said(&read, webinar.who(2)), whole);
    assert_eq!(webinar.minutes().await, [0, 0, 0], "nothing is marked by choosing a zone");

    let id: i64 = list["id"].as_i64().unwrap();
    let page = paths::webinar_list(webinar.session, WebinarListId(id));
    let text = webinar.trainer.get(&page).await.text();
    assert!(text.contains("Время в списке прочитано так: Москва, UTC+3"), "{text}");
    let set = paths::webinar_clock(webinar.session, WebinarListId(id));
    let wrong = webinar.trainer.post(&set, &[("time_zone", "")]).await;
    assert_eq!(wrong.status, 422, "{}", wrong.text());
    let back = webinar.trainer.post(&set, &[("time_zone", "Asia/Irkutsk")]).await;
    assert!(back.text().contains("Список прочитан по другому времени"), "{}", back.text());
    assert!(back.text().contains("Иркутск, UTC+8"), "{}", back.text());
}
