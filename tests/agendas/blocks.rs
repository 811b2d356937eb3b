//! Blocks inside a session (F2): together as long as the session, each with its quiz or case.

use super::*;
use crate::attendance::ground::Sheet;
use birge::db::schema::{activities, modules};
use birge::kernel::ActivityId;
use diesel::prelude::*;

/// A quiz of the same programme.
async fn quiz(class: &Class) -> ActivityId {
    let version = class.ground.version;
    let add = move |w: &mut birge::db::Write| {
        let module: i64 =
            modules::table.filter(modules::version_id.eq(version)).select(modules::id).first(w.conn())?;
        Ok(diesel::insert_into(activities::table)
            .values((
                (
                    activities::version_id.eq(version),
                    activities::module_id.eq(module),
                    activities::position.eq(90),
                    activities::key.eq("quiz"),
                    activities::kind.eq("quiz"),
                    activities::format.eq("quiz"),
                ),
                activities::mode.eq("distance"),
                activities::nature.eq("theory"),
                activities::hours.eq(1),
                activities::minutes.eq(45),
                activities::after_keys.eq("[]"),
                activities::title.eq("{\"ru\":\"Тест о правах\"}"),
            ))
            .returning(activities::id)
            .get_result(w.conn())?)
    };
    class.ground.app.db.write(add).await.unwrap()
}

#[tokio::test]
async fn four_blocks_fill_a_session_and_lead_to_what_is_done_in_them() {
    let class = Class::with(1).await;
    let quiz = quiz(&class).await;
    let id = quiz.to_string();
    let test: &[(&str, &str)] = &[("kind", "quiz"), ("minutes", "30"), ("activity", &id)];
    let game: &[(&str, &str)] = &[("kind", "game"), ("minutes", "40"), ("title", "День НКО")];
    let (theory, pause) = (block("theory", "60"), block("break", "50"));
    let saved = class.save_blocks(&[&theory, test, &pause, game]).await;
    assert_eq!(saved.path, paths::session_programme(class.session), "{}", saved.text());
    let trainee = class.trainee(0).await;
    let page = class.programme(&trainee).await;
    let wanted =
        ["10:00–11:00", "Теория", "11:00–11:30", "Тест о правах", "11:30–12:20", "Перерыв", "12:20–13:00"];
    assert!(in_order(&page.text(), &wanted), "{}", page.text());
    assert!(page.text().contains("Игра: День НКО"), "{}", page.text());
    assert!(page.text().contains("05:00–06:00 по вашему времени"), "{}", page.text());
    let (_, enrolment) = class.ground.people[0];
    assert_eq!(page.link_to("Тест о правах"), paths::quiz(enrolment, quiz));
}

#[tokio::test]
async fn a_sum_that_is_not_the_session_is_refused_with_the_difference() {
    let class = Class::with(0).await;
    let short = class.save_blocks(&[&block("theory", "100"), &block("quiz", "50")]).await;
    assert_eq!(short.status, 422);
    let remedy = "В блоках 150 мин, а занятие длится 180 мин. Добавьте 30 мин";
    assert!(short.text().contains(remedy), "{}", short.text());
    assert_eq!(short.value_of("minutes-1").as_deref(), Some("50"), "nothing typed is lost");
    assert!(short.html.contains("href=\"#field-blocks\"") && short.html.contains("id=\"field-blocks\""));
    let over = class.save_blocks(&[&block("theory", "181")]).await;
    assert!(over.text().contains("Уберите 1 мин"), "{}", over.text());
    for (minutes, remedy) in
        [("0", "от 1 до 1440"), ("-5", "от 1 до 1440"), ("час", "цифрами"), ("", "Заполните")]
    {
        let wrong = class.save_blocks(&[&block("theory", minutes)]).await;
        assert_eq!(wrong.status, 422, "{minutes}");
        assert!(wrong.text().contains(remedy), "{minutes}: {}", wrong.text());
    }
    let kindless = class.save_blocks(&[&block("", "180")]).await;
    assert!(kindless.text().contains("Выберите один из вариантов"), "{}", kindless.text());
    let strange: &[(&str, &str)] = &[("kind", "quiz"), ("minutes", "180"), ("activity", "999999")];
    assert_eq!(class.save_blocks(&[strange]).await.status, 422, "an activity of another programme");
    assert!(class.programme(&class.trainer).await.text().contains("ещё не разбито на блоки"));
}

#[tokio::test]
async fn a_session_moved_to_another_length_keeps_its_blocks_and_says_that_they_no_longer_fit() {
    let class = Class::with(1).await;
    class.save_blocks(&[&block("theory", "100"), &block("case", "80")]).await;
    let (sheet, list) = (paths::session(class.session), paths::edition_sessions(class.ground.edition));
    let (sheet, list) = (|| class.trainer.get(&sheet), || class.trainer.get(&list));
    let warning = "Блоки: 180 мин, а занятие длится 150 мин.";
    assert!(!sheet().await.text().contains("Исправить блоки"));
    let form = Sheet::open(&class.trainer, &paths::edit_session(class.session)).await;
    let form = form.set("activity", &class.ground.lecture.to_string()).set("ends", "12:30");
    let moved = form.send(&class.trainer, &paths::edit_session(class.session)).await;
    assert_eq!(moved.path, paths::session(class.session), "{}", moved.text());
    for page in [sheet().await, list().await, class.programme(&class.trainer).await] {
        assert!(page.text().contains(warning), "{}", page.text());
        assert_eq!(page.link_to("Исправить блоки"), paths::session_blocks(class.session));
    }
    let read = class.programme(&class.trainee(0).await).await;
    assert!(!read.text().contains(warning) && read.text().contains("Кейс"), "{}", read.text());
    let mending = class.trainer.get(&paths::session_blocks(class.session)).await;
    assert_eq!(mending.value_of("minutes-0").as_deref(), Some("100"), "nothing is lost");
    assert!(mending.text().contains("180 из 150 мин"), "{}", mending.text());
    class.save_blocks(&[&block("theory", "100"), &block("case", "50")]).await;
    assert!(!sheet().await.text().contains("Исправить блоки"));
    assert!(!list().await.text().contains("Исправить блоки"));
}
