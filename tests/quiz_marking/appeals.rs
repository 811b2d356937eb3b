//! Appeals.

use super::*;

#[actix_web::test]
async fn a_trainee_appeals_once_and_is_answered_on_the_page_and_by_mail() {
    let room = Room::new().await;
    let anna = room.trainee("Аннина").await;
    let attempt = room.sit(&anna, "Приду.", &["many"]).await;
    let own = room.app.sign_in(&anna.0).await;
    let (many, _) = room.question("many").await;
    let address = paths::question_appeal(attempt, many);
    let waits = paths::question_appeal(attempt, room.essay);
    assert_eq!(own.get(&waits).await.status, 404, "there is no mark to appeal against yet");
    room.mark(&room.oldest().await, "1", "").await;

    assert!(own.get(&paths::attempt(attempt)).await.html.contains(&address));
    assert_eq!(own.post(&address, &[("text", "")]).await.status, 422);
    assert_eq!(own.post(&address, &[("text", "Оба ответа верны")]).await.status, 200);
    assert_eq!(own.post(&address, &[("text", "И ещё раз")]).await.status, 409, "once for each question");
    assert!(room.desk.get(paths::TODAY).await.text().contains("1 апелляция"));
    let queue = room.desk.get(paths::MARKING).await;
    assert!(queue.text().contains("Оба ответа верны"), "{}", queue.text());

    let appeals =
        room.app.db.read(move |r| birge::quizzes::actions::marks::notes(r, attempt)).await.unwrap().appeals;
    let decision = paths::appeal_decision(appeals[0].id);
    let without = room.desk.post(&decision, &[("verdict", "accept"), ("points", "2"), ("answer", "")]).await;
    assert_eq!(without.status, 422, "an answer needs words");
    let fields = [("verdict", "accept"), ("points", "1,5"), ("answer", "Да, засчитываю")];
    assert_eq!(room.desk.post(&decision, &fields).await.status, 200);
    assert_eq!(room.desk.post(&decision, &fields).await.status, 409, "decided once");
    assert_eq!(room.row(attempt).await.milli_points, Some(7500));
    let result = own.get(&paths::attempt(attempt)).await.text();
    assert!(result.contains("Апелляция принята") && result.contains("Да, засчитываю"), "{result}");
    let letters = room.letters().await;
    assert!(letters.contains(&(anna.0.email.clone(), "Ответ на апелляцию: Тест".to_owned())), "{letters:?}");
    assert!(!room.desk.get(paths::MARKING).await.text().contains("Оба ответа верны"));
}

#[actix_web::test]
async fn declining_leaves_the_mark_and_says_why() {
    let room = Room::new().await;
    let anna = room.trainee("Аннина").await;
    let attempt = room.sit(&anna, "Приду.", &["many"]).await;
    room.mark(&room.oldest().await, "4", "").await;
    let (many, _) = room.question("many").await;
    let api = room.app.api(&anna.0).await;
    let path = format!("/api/v1{}", paths::question_appeal(attempt, many));
    let id = api.post(&path, json!({ "text": "Верно" })).await.json()["id"].as_i64().unwrap();
    let trainer = room.app.api(&room.trainer).await;
    let before = room.row(attempt).await.milli_points;
    let shown = trainer.get(&format!("/api/v1/appeals/{id}")).await.json();
    assert_eq!((shown["text"].as_str(), shown["accepted"].as_bool()), (Some("Верно"), None));
    let body = json!({ "accepted": false, "answer": "Второй ответ неверен, см. урок" });
    assert_eq!(trainer.post(&format!("/api/v1/appeals/{id}/decision"), body).await.status, 204);
    assert_eq!(room.row(attempt).await.milli_points, before);
    let page = room.app.sign_in(&anna.0).await.get(&paths::question_appeal(attempt, many)).await.text();
    assert!(page.contains("Оценка осталась прежней") && page.contains("Второй ответ неверен"), "{page}");
    assert_eq!(
        api.get(&format!("/api/v1/appeals/{id}")).await.status,
        403,
        "others' appeals are the trainers'"
    );
}

#[actix_web::test]
async fn without_names_an_appeal_has_none_either() {
    let room = Room::new().await;
    let office = room.app.sign_in(&room.app.administrator().await).await;
    office.post(&paths::blind_marking(room.edition, room.quiz), &[("blind", "yes")]).await;
    let anna = room.trainee("Аннина").await;
    let attempt = room.sit(&anna, "Приду.", &["many"]).await;
    room.mark(&room.oldest().await, "4", "").await;
    let (many, _) = room.question("many").await;
    let own = room.app.sign_in(&anna.0).await;
    own.post(&paths::question_appeal(attempt, many), &[("text", "Верно")]).await;
    let address = room.desk.get(paths::MARKING).await.link_to("Несколько ответов?");
    let page = room.desk.get(&address).await;
    assert_eq!(page.status, 200, "{address}");
    assert!(!page.html.contains("Аннина") && page.text().contains("без имён"), "{}", page.text());
}
