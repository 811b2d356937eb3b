//! The training centre decides over an answer: who may, with a note, and what stays on record.

use super::{Ground, MODULE};

#[tokio::test]
async fn an_administrator_assigns_the_module_over_a_yes_and_says_why() {
    let ground = Ground::new().await;
    ground.answer("yes").await;
    let page = ground.decide(&ground.administrator, "assigned", "Опыт был пятнадцать лет назад").await;
    assert_eq!(page.path, ground.extra(), "{}", page.text());
    let text = page.text();
    for part in
        ["Назначен независимо от ответа", "Опыт был пятнадцать лет назад", "Администратор", "Да, опыт есть"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(ground.is_theirs().await);
    let own = ground.page().await;
    assert!(own.contains("Опыт был пятнадцать лет назад") && own.contains("Пройдено 0 из 7"), "{own}");
    assert!(!own.contains("Изменить ответ"), "{own}");
    assert_eq!(ground.answer("no").await.status, 409, "the centre has decided");
    assert_eq!(ground.app.audited("extra-module-decided").await, 1);
}

#[tokio::test]
async fn an_administrator_releases_over_a_no_and_the_answer_can_hold_again() {
    let ground = Ground::new().await;
    ground.answer("no").await;
    ground.complete(ground.lesson).await;
    ground.decide(&ground.administrator, "released", "Есть диплом наставника").await;
    assert!(!ground.is_theirs().await);
    let hours = ground.browser().await.get("/hours").await.text();
    assert!(hours.contains("Безопасное общение"), "what was credited keeps its name: {hours}");
    assert!(hours.contains("16 ч"), "and counts for nothing more: {hours}");
    ground.decide(&ground.administrator, "by_answer", "Диплом оказался чужим").await;
    assert!(ground.is_theirs().await);
    let page = ground.app.sign_in(&ground.administrator).await.get(&ground.extra()).await.text();
    for part in ["Есть диплом наставника", "Диплом оказался чужим", "Снова по ответу", "Нет, опыта нет"]
    {
        assert!(page.contains(part), "{part}: {page}");
    }
}

#[tokio::test]
async fn a_decision_before_any_answer_takes_the_question_away() {
    let ground = Ground::new().await;
    ground.decide(&ground.administrator, "released", "Работает в центре помощи детям").await;
    assert!(ground.app.facts(ground.enrolment).await.iter().all(|fact| fact.question.is_none()));
    let page = ground.page().await;
    assert!(!page.contains("Сохранить ответ") && page.contains("учебный центр освободил"), "{page}");
}

#[tokio::test]
async fn a_decision_needs_a_choice_and_a_note() {
    let ground = Ground::new().await;
    for (decision, note) in [("assigned", "  "), ("", "Потому"), ("maybe", "Потому"), ("released", "")]
    {
        let page = ground.decide(&ground.administrator, decision, note).await;
        assert_eq!(page.status, 422, "{decision} {note}");
    }
    let long = "а".repeat(501);
    let page = ground.decide(&ground.administrator, "assigned", &long).await;
    assert_eq!(page.status, 422);
    assert!(page.html.contains(&long), "what was typed is not lost");
    assert_eq!(ground.app.audited("extra-module-decided").await, 0);
}

#[tokio::test]
async fn only_administrators_of_the_centre_decide_and_trainers_only_look() {
    let ground = Ground::new().await;
    let elsewhere = ground.app.organisation("Другой центр").await;
    let other = ground.app.administrator_of("Соседний", elsewhere).await;
    let own = ground.app.administrator_of("Здешний", ground.app.centre().await).await;
    let (stranger, other_trainer) = (ground.app.person("Чужой").await, ground.app.trainer("Соседов").await);
    for (person, sees, decides) in [
        (&ground.trainee, 404, 403),
        (&stranger, 404, 403),
        (&other_trainer, 404, 403),
        (&ground.trainer, 200, 403),
        (&other, 404, 404),
        (&own, 200, 200),
    ] {
        let page = ground.app.sign_in(person).await.get(&ground.extra()).await;
        assert_eq!(page.status, sees, "{} looks", person.email);
        assert_eq!(page.text().contains("Сохранить решение"), decides == 200, "{}", person.email);
        let decided = ground.decide(person, "released", "Есть опыт").await;
        assert_eq!(decided.status, decides, "{} decides: {}", person.email, decided.text());
    }
    let foreign = ground.extra().replace(&ground.enrolment.to_string(), "999999");
    assert_eq!(ground.app.sign_in(&own).await.get(&foreign).await.status, 404);
}

#[tokio::test]
async fn nobody_decides_over_an_answer_of_their_own() {
    let ground = Ground::new().await;
    ground.app.grant(&ground.trainee, "administrator").await;
    assert_eq!(ground.decide(&ground.trainee, "released", "Мне виднее").await.status, 404);
}

#[tokio::test]
async fn only_extra_modules_can_be_decided_on() {
    let ground = Ground::new().await;
    let browser = ground.app.sign_in(&ground.administrator).await;
    let ordinary = ground
        .decisions()
        .replace(&format!("/{}/decisions", ground.module), &format!("/{}/decisions", ground.module.0 - 1));
    let page = browser.post(&ordinary, &[("decision", "released"), ("note", "Так")]).await;
    assert_eq!(page.status, 404);
}

#[tokio::test]
async fn staff_find_the_decisions_on_the_page_of_the_programme() {
    let ground = Ground::new().await;
    let page = ground.app.sign_in(&ground.trainer).await.get(&ground.course()).await;
    assert_eq!(page.link_to("Ответы и решения о дополнительных модулях"), ground.extra());
    assert!(!page.text().contains("Сохранить ответ"), "answers are the trainee's");
    let sheet = ground.app.sign_in(&ground.trainer).await.get(&ground.extra()).await.text();
    assert!(sheet.contains(MODULE) && sheet.contains("Ждёт ответа"), "{sheet}");
}
