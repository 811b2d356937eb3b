//! Opening, the projector, closing.

use super::*;
use birge::db::schema::{audit_entries, check_in_closings, check_ins};

#[tokio::test]
async fn the_projector_shows_another_code_every_ten_seconds_and_how_many_came() {
    let hall = Hall::open(2).await;
    let screen = paths::check_in_screen(hall.session);
    let spoken = |code: &str| format!("{} {}", &code[..3], &code[3..]);
    let first = hall.trainer.get(&screen).await;
    assert!(first.text().contains(&spoken(&hall.code())), "{}", first.text());
    assert!(first.html.contains("<svg"), "the picture to scan");
    assert!(first.text().contains("0 / 2 отметились"), "{}", first.text());
    assert!(
        first.html.contains("http-equiv=\"refresh\" content=\"10\""),
        "without scripts the browser reads it anew"
    );
    hall.arrive(&hall.browser(0).await).await;
    hall.clock(10);
    let next = hall.trainer.get(&screen).await;
    assert!(next.text().contains(&spoken(&hall.code())));
    assert!(next.text().contains("1 / 2 отметились"), "{}", next.text());
    hall.trainer.post(&paths::check_in_closing(hall.session), &[]).await;
    let closed = hall.trainer.get(&screen).await;
    assert!(closed.text().contains("Отметка закрыта") && !closed.html.contains("<svg"), "{}", closed.text());
}

#[tokio::test]
async fn opening_and_closing_are_rows_with_who_and_when_and_are_audited() {
    let hall = Hall::open(1).await;
    for _ in 0..2 {
        let page = hall.trainer.post(&paths::check_in_closing(hall.session), &[]).await;
        assert!(page.text().contains("Отметка закрыта"), "{}", page.text());
    }
    hall.let_in(&USUAL).await;
    assert!(hall.trainer.get(&paths::check_in(hall.session)).await.text().contains("Отметка открыта"));
    hall.arrive(&hall.browser(0).await).await;
    let load = |r: &mut birge::db::Read| {
        let opened: i64 = check_ins::table.count().get_result(r.conn())?;
        let closed: i64 = check_in_closings::table.count().get_result(r.conn())?;
        let acts: Vec<String> = audit_entries::table
            .filter(audit_entries::action.like("check-in-%"))
            .order(audit_entries::id)
            .select(audit_entries::action)
            .load(r.conn())?;
        Ok((opened, closed, acts))
    };
    let (opened, closed, acts) = hall.ground.app.db.read(load).await.unwrap();
    assert_eq!((opened, closed), (2, 1));
    assert_eq!(acts, ["check-in-opened", "check-in-closed", "check-in-opened"]);
    assert_eq!(hall.arrivals().await, 1, "opened anew, it takes people again");
}

#[tokio::test]
async fn what_cannot_be_is_said_at_once_and_nothing_typed_is_lost() {
    let hall = Hall::with(1, SessionMode::InPerson).await;
    let nowhere = hall.let_in(&[("opens_before", "15"), ("on_time_after", "15")]).await;
    assert_eq!(nowhere.status, 422);
    assert!(nowhere.text().contains("Выберите, где отмечаются"), "{}", nowhere.text());
    let online = hall.let_in(&[("online", "on"), ("opens_before", "15"), ("on_time_after", "15")]).await;
    assert!(online.text().contains("Это занятие проходит иначе"), "{}", online.text());
    let early = hall.let_in(&[("in_person", "on"), ("opens_before", "99"), ("on_time_after", "7")]).await;
    assert_eq!((early.status, early.value_of("opens_before").as_deref()), (422, Some("99")));
    assert_eq!(early.value_of("on_time_after").as_deref(), Some("7"));
    hall.clock(90 * 60);
    let over = hall.let_in(&USUAL).await;
    assert_eq!(over.status, 409);
    assert!(over.text().contains("Отметка на этом занятии закрыта"), "{}", over.text());
}

#[tokio::test]
async fn trainers_of_other_editions_and_trainees_see_nothing_of_it() {
    let hall = Hall::open(1).await;
    let neighbour = hall.ground.app.trainer("Соседняя").await;
    let neighbour = hall.ground.app.sign_in(&neighbour).await;
    let trainee = hall.browser(0).await;
    for path in [paths::check_in(hall.session), paths::check_in_screen(hall.session)] {
        assert_eq!(neighbour.get(&path).await.status, 404, "{path}");
        assert_eq!(trainee.get(&path).await.status, 403, "{path}");
    }
    for path in [paths::check_in(hall.session), paths::check_in_closing(hall.session)] {
        assert_eq!(neighbour.post(&path, &USUAL).await.status, 404, "{path}");
        assert_eq!(trainee.post(&path, &USUAL).await.status, 403, "{path}");
    }
}

#[tokio::test]
async fn no_code_is_shown_that_would_be_over_when_the_check_in_opens() {
    let hall = Hall::open(1).await;
    let api = hall.ground.app.api(&hall.ground.trainer).await;
    let (screen, check_in) =
        (paths::check_in_screen(hall.session), format!("/api/v1/sessions/{}/check-in", hall.session));
    hall.clock(-45 * 60 - 1);
    let early = hall.trainer.get(&screen).await;
    assert!(early.text().contains("Код появится здесь: вт, 15 сентября, 09:15"), "{}", early.text());
    let code = hall.code();
    let digits = format!("{} {}", &code[..3], &code[3..]);
    assert!(!early.html.contains("<svg") && !early.text().contains(&digits), "{}", early.text());
    assert_eq!(api.get(&check_in).await.json()["codes"], serde_json::json!([]));
    hall.clock(-45 * 60);
    assert!(hall.trainer.get(&screen).await.html.contains("<svg"));
    assert_eq!(api.get(&check_in).await.json()["codes"][0]["code"], hall.code());
}
