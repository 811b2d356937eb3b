//! A live quiz asks what an attempt of its edition would be asked.

use super::*;

/// The category of the sample's questions, as the form of a setup names it.
async fn category(hall: &Hall) -> String {
    let form = hall.trainer.get(&paths::quiz_setup(hall.edition, hall.quiz)).await.html;
    let select = form.split("id=\"field-section-1-category\"").nth(1).unwrap();
    let mut options = select.split("<option value=\"");
    options.find(|part| part.contains("(7)")).unwrap().split('"').next().unwrap().to_owned()
}

async fn asked(live: &Live<'_>) -> Vec<String> {
    live.picture().await.fixed.rounds.iter().map(|round| round.question.key.clone()).collect()
}

#[tokio::test]
async fn the_programmes_questions_come_in_its_order_and_as_many_as_are_drawn() {
    let hall = Hall::open().await;
    let all = asked(&hall.start(&[]).await).await;
    assert_eq!(all, ["one", "many", "truth", "number", "order", "match", "scale"]);
    hall.set_up(&[("draw", "3")]).await;
    let page = hall.trainer.get(&paths::new_live_quiz(hall.edition, hall.quiz)).await.text();
    assert!(page.contains("Будет задано 3 вопроса") || page.contains("Будут заданы 3 вопроса"), "{page}");
    assert!(page.contains("Случайные вопросы выбираются один раз"), "{page}");
    let drawn = asked(&hall.start(&[]).await).await;
    let places: Vec<_> = drawn.iter().map(|key| all.iter().position(|one| one == key).unwrap()).collect();
    assert!(places.len() == 3 && places.is_sorted(), "{drawn:?}");
}

#[tokio::test]
async fn fixed_sections_stand_and_random_ones_are_drawn_once_for_the_room() {
    let hall = Hall::open().await;
    let category = category(&hall).await;
    hall.set_up(&[
        ("section-1-title", "Одно"),
        ("section-1-from", "fixed"),
        ("section-1-kind", "order"),
        ("section-1-category", &category),
        ("section-2-title", "Остальное"),
        ("section-2-from", "random"),
        ("section-2-count", "3"),
        ("section-2-category", &category),
    ])
    .await;
    let mut draws = std::collections::BTreeSet::new();
    for _ in 0..8 {
        let live = hall.start(&[]).await;
        let keys = asked(&live).await;
        assert_eq!((keys.len(), keys[0].as_str()), (4, "order"), "{keys:?}");
        assert_eq!(keys.iter().collect::<std::collections::BTreeSet<_>>().len(), 4, "none twice: {keys:?}");
        live.step("opened").await;
        assert_eq!(asked(&live).await, keys, "drawn once, when it starts");
        draws.insert(keys);
    }
    assert!(draws.len() > 1, "another live quiz draws anew: {draws:?}");
}

#[tokio::test]
async fn what_does_not_fit_a_phone_is_named_and_takes_no_place_in_a_draw() {
    let hall = Hall::with(TestApp::spawn().await, Course::with_every_kind()).await;
    hall.set_up(&[("draw", "12")]).await;
    let page = hall.trainer.get(&paths::new_live_quiz(hall.edition, hall.quiz)).await.text();
    assert!(page.contains("Будет задано 12 вопросов") && page.contains("развёрнутый ответ"), "{page}");
    let keys = asked(&hall.start(&[]).await).await;
    assert!(keys.len() == 12 && !keys.iter().any(|key| key == "essay" || key == "gaps"), "{keys:?}");
}
