//! Several days in a village (F15): sessions on these days say where people sleep and eat.

use super::*;
use birge::attendance::actions;
use birge::attendance::rules::Booking;
use birge::db::schema::edition_shifts;
use birge::kernel::ShiftId;
use diesel::prelude::*;

const SHIFT: [(&str, &str); 5] = [
    ("first_on", "2026-09-14"),
    ("last_on", "2026-09-16"),
    ("place", "с. Еланцы"),
    ("lodging", "Школа-интернат"),
    ("meals", "Столовая школы"),
];

async fn only(class: &Class) -> ShiftId {
    let first =
        |r: &mut birge::db::Read| Ok(edition_shifts::table.select(edition_shifts::id).first(r.conn())?);
    class.ground.app.db.read(first).await.unwrap()
}

#[tokio::test]
async fn sessions_within_a_shift_show_lodging_and_meals_and_others_do_not() {
    let class = Class::with(1).await;
    let ground = &class.ground;
    let list = paths::edition_shifts(ground.edition);
    let timetable = class.trainer.get(&paths::edition_sessions(ground.edition)).await;
    assert_eq!(timetable.link_to("Выездные смены: жильё и питание"), list);
    assert!(class.trainer.get(&list).await.text().contains("Смен пока нет"));
    let made = class.trainer.post(&list, &SHIFT).await;
    assert_eq!(made.path, list, "{}", made.text());
    assert!(made.text().contains("с. Еланцы"), "{}", made.text());
    let (actor, edition, now) = (ground.app.actor(&ground.trainer).await, ground.edition, ground.app.now());
    let base = ground.booking(ground.practicum, ("10:00", "11:30"), SessionMode::InPerson);
    let later = Booking { held_on: "2026-09-17".parse().unwrap(), ..base };
    let later = ground.app.db.write(move |w| actions::book(w, &actor, edition, &later, now)).await.unwrap();
    let trainee = class.trainee(0).await;
    let within = class.programme(&trainee).await.text();
    assert!(in_order(&within, &["с. Еланцы", "Школа-интернат", "Столовая школы"]), "{within}");
    let outside = trainee.get(&paths::session_programme(later)).await.text();
    assert!(!outside.contains("Еланцы"), "the day after: {outside}");

    let shift = only(&class).await;
    let edit = class.trainer.get(&paths::shift(shift)).await;
    assert_eq!(edit.value_of("last_on").as_deref(), Some("2026-09-16"));
    let longer = SHIFT.map(|(name, value)| (name, if name == "last_on" { "2026-09-17" } else { value }));
    class.trainer.post(&paths::shift(shift), &longer).await;
    assert!(trainee.get(&paths::session_programme(later)).await.text().contains("Школа-интернат"));
    let gone = class.trainer.post(&paths::shift_removal(shift), &[]).await;
    assert_eq!(gone.path, list);
    assert!(!class.programme(&trainee).await.text().contains("Еланцы"));
}

#[tokio::test]
async fn a_shift_with_wrong_days_is_refused_and_what_was_typed_stays() {
    let class = Class::with(0).await;
    let list = paths::edition_shifts(class.ground.edition);
    let with = |first, last| {
        SHIFT.map(|(name, value)| match name {
            "first_on" => (name, first),
            "last_on" => (name, last),
            _ => (name, value),
        })
    };
    for (first, last, remedy) in [
        ("2026-09-16", "2026-09-14", "Окончание раньше начала"),
        ("2025-09-14", "2026-09-16", "когда идёт поток"),
        ("2026-13-01", "2026-09-16", "Укажите дату"),
    ] {
        let refused = class.trainer.post(&list, &with(first, last)).await;
        assert_eq!(refused.status, 422, "{first} {last}");
        assert!(refused.text().contains(remedy), "{}", refused.text());
        assert_eq!(refused.value_of("place").as_deref(), Some("с. Еланцы"));
    }
    class.trainer.post(&list, &SHIFT).await;
    let shift = paths::shift(only(&class).await);
    let refused = class.trainer.post(&shift, &with("2026-09-16", "2026-09-14")).await;
    assert_eq!(refused.status, 422);
    assert!(refused.html.contains(&format!("action=\"{shift}\"")), "it is still the same shift");
}
