//! Several trainers and guests without accounts (F7).

use super::*;
use crate::attendance::ground::another_edition;
use birge::attendance::actions;
use birge::attendance::rules::Booking;
use birge::kernel::ProblemCode;

const GUEST: &[(&str, &str)] = &[
    ("name", "Ахметова Сауле"),
    ("post", "советник"),
    ("organisation", "Аппарат полномочного представителя"),
    ("topic", "Поддержка добровольцев"),
];

#[tokio::test]
async fn guests_and_all_trainers_are_named_to_those_who_come() {
    let class = Class::with(1).await;
    let second = class.ground.app.trainer("Ли").await;
    class.ground.app.teach(class.ground.edition, &second).await;
    let url = paths::session_speakers(class.session);
    let form = class.trainer.get(&url).await;
    assert!(form.text().contains("Ли "), "{}", form.text());
    assert!(!form.html.contains(&format!("name=\"co_trainer\" value=\"{}\"", class.ground.trainer.id)));
    let id = second.id.to_string();
    let saved = class.send(&url, &[("co_trainer", &id)], &[GUEST], "save").await;
    assert_eq!(saved.path, paths::session_programme(class.session), "{}", saved.text());
    let text = class.programme(&class.trainee(0).await).await.text();
    assert!(in_order(&text, &["Преподаватели: Ким", "Ли"]), "{text}");
    let wanted = ["Ахметова Сауле", "советник, Аппарат полномочного представителя", "Поддержка добровольцев"];
    assert!(in_order(&text, &wanted), "{text}");
    let more = class.send(&url, &[("co_trainer", &id)], &[GUEST], "more").await;
    assert!(more.html.contains(&format!("value=\"{id}\" checked")), "a tick stays while rows are added");

    let stranger = class.ground.app.trainer("Чужой").await.id.to_string();
    let own = class.ground.trainer.id.to_string();
    for wrong in [stranger.as_str(), own.as_str(), "кто-то"] {
        let page = class.send(&url, &[("co_trainer", wrong)], &[GUEST], "save").await;
        assert_eq!(page.status, 422, "{wrong}");
    }
}

#[tokio::test]
async fn a_co_trainer_is_at_one_place_at_a_time_whichever_is_booked_first() {
    let class = Class::with(0).await;
    let (ground, url) = (&class.ground, paths::session_speakers(class.session));
    let second = ground.app.trainer("Ли").await;
    let other = another_edition(ground, "3-й поток").await;
    for edition in [ground.edition, other] {
        ground.app.teach(edition, &second).await;
    }
    let (actor, now, id) = (ground.app.actor(&second).await, ground.app.now(), second.id.to_string());
    let booking = |from, to| {
        let base = ground.booking(ground.practicum, (from, to), SessionMode::Online);
        Booking { trainer: Some(second.id), ..base }
    };
    let book = |wanted: Booking| {
        let actor = actor.clone();
        ground.app.db.write(move |w| actions::book(w, &actor, other, &wanted, now))
    };
    let taken = book(booking("12:00", "13:30")).await.unwrap();
    let refused = class.send(&url, &[("co_trainer", &id)], &[], "save").await;
    assert_eq!(refused.status, 422);
    let text = refused.text();
    assert!(text.contains("в это время на другом занятии: «Занятие practicum», 3-й поток"), "{text}");
    assert!(text.contains("12:00–13:30"), "{text}");

    let changed = booking("13:00", "14:30");
    let change = {
        let actor = actor.clone();
        move |w: &mut birge::db::Write| actions::change(w, &actor, taken, &changed, now)
    };
    ground.app.db.write(change).await.unwrap();
    let saved = class.send(&url, &[("co_trainer", &id)], &[], "save").await;
    assert_eq!(saved.path, paths::session_programme(class.session), "touching is no clash: {}", saved.text());

    let clash = book(booking("12:30", "13:00")).await.unwrap_err();
    assert_eq!((clash.code, clash.faults[0].code.as_str()), (ProblemCode::Invalid, "trainer-busy"));
    let longer = ground.booking(ground.lecture, ("10:00", "13:30"), SessionMode::InPerson);
    let (session, mover) = (class.session, ground.app.actor(&ground.trainer).await);
    let moving = move |w: &mut birge::db::Write| actions::change(w, &mover, session, &longer, now);
    let clash = ground.app.db.write(moving).await.unwrap_err();
    assert_eq!(clash.faults[0].code, "co-trainer-busy", "{clash:?}");
}
