//! Answering: every kind, two devices, lost replies, no scripts.

use super::*;

#[tokio::test]
async fn a_question_of_every_kind_is_answered_marked_and_counted() {
    let desk = Desk::of(course()).await;
    let before = desk.browser.get(&desk.page()).await.text();
    for words in ["Вопросов 7", "20 минут", "осталось 2 из 2", "70 % и больше", "Начать тест"]
    {
        assert!(before.contains(words), "{words}: {before}");
    }
    let attempt = desk.start().await;
    desk.answer_all(attempt).await;
    let during = desk.browser.get(&paths::attempt(attempt)).await;
    assert!(during.text().contains("Отвечено: 7 / 7"), "{}", during.text());
    assert!(during.html.contains("name=\"sequence\" value=\"7\""));
    let check = desk.browser.get(&paths::attempt_submission(attempt)).await.text();
    assert!(check.contains("Вы ответили на все вопросы"), "{check}");
    assert!(!desk.fact().await.completed);
    let after = desk.submit(attempt).await.text();
    for words in ["Тест сдан", "100 %", "баллов: 7 из 7", "потому что так делят", "правильный ответ"]
    {
        assert!(after.contains(words), "{words}: {after}");
    }
    let fact = desk.fact().await;
    assert_eq!((fact.completed, fact.result), (true, Some(Permille(1000))));
    assert_eq!(fact.credited, fact.planned);
}

#[tokio::test]
async fn what_is_partly_right_counts_in_part_and_the_result_says_what_to_read() {
    let desk = Desk::of(course()).await;
    let attempt = desk.start().await;
    let (id, question) = desk.question("many").await;
    let Answer::Many(rights) = &question.answer else { panic!() };
    let one = rights.iter().next().unwrap().0.to_string();
    desk.save(attempt, "many", 0, &[("", &one)]).await;
    let (_, number) = desk.question("number").await;
    desk.save(attempt, "number", 1, &[("", "57,5 ч")]).await;
    let after = desk.submit(attempt).await.text();
    assert!(after.contains("Тест пока не сдан"), "{after}");
    // One point of the two of `many` and the point of `number`, which lies on the edge of its tolerance, of seven.
    for words in [
        "28 %",
        "баллов: 2 из 7",
        "Верно частично",
        "Без ответа",
        "Что перечитать Урок",
        "Чтобы сдать, нужно 70 %",
    ] {
        assert!(after.contains(words), "{words}: {after}");
    }
    assert_eq!(
        desk.steps(attempt).await,
        [(1, id, format!("[{one}]")), (2, desk.question("number").await.0, "\"57.5\"".into())]
    );
    assert_eq!((number.points, desk.fact().await.completed), (1, false));
    let row = desk.row(attempt).await;
    assert_eq!((row.milli_points, row.most_milli_points, row.passed), (Some(2000), Some(7000), Some(false)));
}

#[tokio::test]
async fn an_attempt_goes_on_in_another_browser() {
    let desk = Desk::of(course()).await;
    let attempt = desk.start().await;
    let (_, question) = desk.question("one").await;
    let Answer::One(id) = question.answer else { panic!() };
    desk.save(attempt, "one", 0, &[("", &id.0.to_string())]).await;
    let here = desk.browser.get(&paths::attempt(attempt)).await;
    let other = desk.app.sign_in(&desk.person).await;
    let resumed = send(&other, &paths::quiz_attempts(desk.enrolment, desk.quiz), &[]).await;
    assert_eq!(resumed.path, paths::attempt(attempt), "no second attempt");
    let questions = |page: &Page| page.html.split_once("<fieldset").unwrap().1.to_owned();
    let body = |page: &Page| questions(page).split("</form>").next().unwrap().to_owned();
    assert_eq!(
        body(&resumed),
        body(&here),
        "the same questions and choices in the same order, answered alike"
    );
    assert!(resumed.html.contains(&format!("value=\"{}\" autocomplete=\"off\" checked", id.0)));
    assert!(other.get(&desk.page()).await.text().contains("Продолжить тест"));
}

#[tokio::test]
async fn a_stale_sequence_conflicts_and_loses_nothing() {
    let desk = Desk::of(course()).await;
    let attempt = desk.start().await;
    assert_eq!(desk.save(attempt, "truth", 0, &[("", "1")]).await.json()["sequence"], 1);
    let same = desk.save(attempt, "truth", 0, &[("", "1")]).await;
    assert_eq!(
        (same.status, same.json()["sequence"].as_i64()),
        (200, Some(1)),
        "the same post is confirmed again"
    );
    let elsewhere = desk.save(attempt, "scale", 0, &[("", "5")]).await;
    assert_eq!((elsewhere.status, elsewhere.json()["code"].as_str()), (409, Some("conflict")));
    assert_eq!(elsewhere.json()["sequence"], 1);
    let changes = elsewhere.json()["changes"].clone();
    let (truth, _) = desk.question("truth").await;
    let shown =
        serde_json::json!([{ "question": truth, "fields": [[field_name(truth), "1"]], "words": "Верно" }]);
    assert_eq!(changes, shown, "what the other page does not show yet");
    let disputed = desk.save(attempt, "truth", 0, &[("", "2")]).await;
    assert_eq!((disputed.status, &disputed.json()["changes"]), (409, &shown));
    let ahead = desk.save(attempt, "truth", 5, &[("", "2")]).await;
    assert_eq!((ahead.status, ahead.json()["sequence"].as_i64()), (409, Some(1)));
    assert_eq!(desk.steps(attempt).await.len(), 1);
    assert_eq!(desk.save(attempt, "truth", 1, &[("", "2")]).await.json()["sequence"], 2, "decided anew");
    assert_eq!(desk.steps(attempt).await.len(), 2, "both answers are kept");
}

#[tokio::test]
async fn what_is_no_answer_is_refused() {
    let desk = Desk::of(course()).await;
    let attempt = desk.start().await;
    for (key, fields) in
        [("number", [("", "семь")]), ("one", [("", "99")]), ("order", [("-1", "9")]), ("scale", [("", "6")])]
    {
        let reply = desk.save(attempt, key, 0, &fields).await;
        assert_eq!((reply.status, reply.json()["code"].as_str()), (422, Some("invalid")), "{key}");
    }
    let foreign = save(&desk.browser, attempt, QuestionId(9_999), 0, &[]).await;
    assert_eq!(foreign.status, 404);
    assert_eq!(desk.steps(attempt).await, []);
}

#[tokio::test]
async fn a_page_without_scripts_saves_everything_at_once() {
    let desk = Desk::of(course()).await;
    let attempt = desk.start().await;
    let mut fields =
        vec![("sequence".to_owned(), "0".to_owned()), ("then".to_owned(), "submission".to_owned())];
    for (id, question) in desk.questions().await.iter().filter(|(_, question)| question.key != "order") {
        fields.extend(right(*id, question));
    }
    let page = send_all(&desk.browser, attempt, &fields).await;
    assert_eq!((page.status, page.path.as_str()), (200, paths::attempt_submission(attempt).as_str()));
    assert!(
        page.text().contains("Без ответа остались") && page.text().contains("Что за чем?"),
        "{}",
        page.text()
    );
    assert_eq!(desk.steps(attempt).await.len(), 6);
    fields[0].1 = "6".to_owned();
    fields[1].1 = "stay".to_owned();
    let again = send_all(&desk.browser, attempt, &fields).await;
    assert!(again.text().contains("Ответы сохранены"), "{}", again.text());
    assert_eq!(desk.steps(attempt).await.len(), 6, "nothing was changed, so nothing is a step");
}

#[tokio::test]
async fn faults_on_a_page_are_named_and_the_rest_is_saved() {
    let desk = Desk::of(course()).await;
    let attempt = desk.start().await;
    let (number, _) = desk.question("number").await;
    let (truth, _) = desk.question("truth").await;
    let (order, _) = desk.question("order").await;
    let mut fields = vec![("sequence".to_owned(), "0".to_owned())];
    fields.extend(named(number, &[("", "семь")]));
    fields.extend(named(truth, &[("", "2")]));
    fields.extend(named(order, &[("-1", "2"), ("-2", "2")]));
    let page = send_all(&desk.browser, attempt, &fields).await;
    assert_eq!(page.status, 422);
    assert!(page.html.contains("value=\"семь\""), "what was typed stays");
    assert!(
        page.text().contains("Укажите число цифрами") && page.text().contains("У каждой строки своё место")
    );
    assert!(page.html.contains(&format!("href=\"#question-{number}\"")), "the summary leads there");
    assert_eq!(desk.steps(attempt).await, [(1, truth, "false".into())]);
}

#[tokio::test]
async fn two_pages_without_scripts_show_both_answers() {
    let desk = Desk::of(course()).await;
    let attempt = desk.start().await;
    let (truth, _) = desk.question("truth").await;
    let (scale, _) = desk.question("scale").await;
    let page = |sequence: &str, said: &str, rating: &str| {
        let mut fields = vec![("sequence".to_owned(), sequence.to_owned())];
        fields.extend(named(truth, &[("", said)]));
        fields.extend(named(scale, &[("", rating)]));
        fields
    };
    send_all(&desk.browser, attempt, &page("0", "1", "")).await;
    let late = send_all(&desk.browser, attempt, &page("0", "2", "5")).await;
    assert_eq!(late.status, 422);
    let said = late.text();
    assert!(said.contains("На другом устройстве сохранён другой ответ Верно"), "{said}");
    assert_eq!(
        desk.steps(attempt).await,
        [(1, truth, "true".into()), (2, scale, "5".into())],
        "the rest is saved"
    );
    assert!(late.html.contains("name=\"sequence\" value=\"2\""));
    send_all(&desk.browser, attempt, &page("2", "2", "5")).await;
    assert_eq!(desk.steps(attempt).await[2], (3, truth, "false".into()), "now it was decided");
}

async fn send_all(browser: &Browser, attempt: AttemptId, fields: &[(String, String)]) -> Page {
    let fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    send(browser, &paths::attempt_answers(attempt), &fields).await
}

#[tokio::test]
async fn a_picture_in_a_question_of_the_programme_opens_for_its_trainee() {
    let text = "![План](media/plan.png)";
    let course = course().replace("01-first/03-quiz.ru.quiz.md", "Выберите *все* верные.", text);
    let desk = Desk::of(course).await;
    let attempt = desk.start().await;
    let page = desk.browser.get(&paths::attempt(attempt)).await;
    let address = paths::lesson_media(desk.enrolment, "01-first/media/plan.png");
    assert!(page.html.contains(&format!("src=\"{address}\"")), "{}", page.html);
    assert_eq!(desk.browser.get(&address).await.status, 200);
    let result = desk.submit(attempt).await;
    assert!(result.html.contains(&address) && !result.html.contains("\"media:"), "{}", result.html);
}
