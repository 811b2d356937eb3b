//! Fifty phones in a room, and what an answer needs to be taken.

use super::*;

#[tokio::test(flavor = "multi_thread")]
async fn fifty_phones_answer_once_and_everybody_sees_the_same_table() {
    let hall = Hall::open().await;
    let live = hall.start(&[]).await;
    let mut stage = Events::of(&hall.trainer, &paths::live_stage_events(live.id, "screen"), "").await;
    assert!(stage.next("state").await.data.contains(&live.code[..3]), "the code stands on the projector");
    let mut phones = Vec::new();
    for number in 1..=50 {
        let phone = live.guest(&format!("Гость {number}")).await;
        let mut events = phone.listen().await;
        assert!(events.next("state").await.data.contains("Вы в игре"));
        phones.push((phone, events));
    }
    live.step("opened").await;
    let (id, _) = live.question().await;
    for (_, events) in &mut phones {
        let event = events.says("Один ответ?").await;
        assert!(!event.data.contains("потому что так"), "nothing of the answer before the close");
    }
    assert!(!stage.says("Один ответ?").await.data.contains("потому что так"));
    let (right, wrong) = choices(&live).await;
    let mut answering = Vec::new();
    for (number, (phone, _)) in phones.iter().enumerate() {
        let (phone, choice) = (phone.clone(), if number < 30 { right.clone() } else { wrong.clone() });
        answering.push(tokio::spawn(async move { phone.answer(id, &[("", &choice)]).await }));
    }
    for answer in answering {
        let page = answer.await.unwrap();
        assert!(page.text().contains("Ответ принят, ждём остальных"), "{}", page.text());
    }
    loop {
        let count: serde_json::Value = serde_json::from_str(&stage.next("count").await.data).unwrap();
        if count["answers"] == 50 {
            assert_eq!(count["players"], 50);
            break;
        }
    }
    live.step("closed").await;
    for (number, (_, events)) in phones.iter_mut().enumerate() {
        let event = events.says("live-verdict").await;
        assert!(event.data.contains(if number < 30 { "+1000" } else { "+0" }), "{}", event.data);
        let place =
            if number < 30 { "Ваше место: 1 из 50" } else { "Ваше место: 31 из 50" };
        assert!(event.data.contains(place), "{}", event.data);
    }
    let shown = stage.says("потому что так").await.data;
    assert!(shown.contains("Гость 1") && shown.contains("и ещё 40 участников"), "{shown}");
    let table = live.picture().await.table(1);
    assert_eq!(table.iter().map(|line| line.points).sum::<i32>(), 30 * 1000);
}

/// The right and the wrong choice of the question on show.
async fn choices(live: &Live<'_>) -> (String, String) {
    let (_, question) = live.question().await;
    let birge::questions::rules::Answer::One(right) = question.answer else { panic!("{:?}", question.kind) };
    (right.0.to_string(), (3 - right.0).to_string())
}

#[tokio::test]
async fn an_answer_is_taken_once_in_time_and_for_its_own_question_only() {
    let hall = Hall::open().await;
    let live = hall.start(&[]).await;
    let (quick, slow, late) =
        (live.guest("Быстрая").await, live.guest("Неспешный").await, live.guest("Поздно").await);
    let early = quick.answer(QuestionId(1), &[("", "1")]).await;
    assert!(early.text().contains("Ответ не принят"), "{}", early.text());
    live.step("opened").await;
    let (id, _) = live.question().await;
    let (right, wrong) = choices(&live).await;
    let blank = slow.answer(id, &[]).await;
    assert_eq!(blank.status, 422, "{}", blank.text());
    let foreign = slow.answer(QuestionId(id.0 + 1), &[("", "1")]).await;
    assert!(foreign.text().contains("Ответ не принят"), "{}", foreign.text());
    let forged = slow.answer(id, &[("", "99")]).await;
    assert_eq!(forged.status, 422);
    quick.answer(id, &[("", &right)]).await;
    let again = quick.answer(id, &[("", &wrong)]).await;
    assert!(again.text().contains("второй не считается"), "{}", again.text());
    hall.later(10_000);
    slow.answer(id, &[("", &right)]).await;
    hall.later(10_000);
    let over = late.answer(id, &[("", &right)]).await;
    assert!(
        over.text().contains("Ответ не принят") && over.text().contains("Вы не ответили"),
        "{}",
        over.text()
    );
    let points: Vec<i32> = live.picture().await.table(1).iter().map(|line| line.points).collect();
    assert_eq!(points, [1000, 750, 0], "half for right and half for quick, by the server's clock");
    assert_eq!(live.picture().await.given.len(), 2);
}

#[tokio::test]
async fn a_question_closes_by_itself_and_a_phone_that_comes_back_gets_what_is_now() {
    let hall = Hall::open().await;
    let live = hall.start(&[]).await;
    let phone = live.guest("Анна").await;
    let mut events = phone.listen().await;
    let lobby = events.says("Вы в игре").await;
    live.step("opened").await;
    let open = events.says("Один ответ?").await;
    // The connection is lost and comes back: with the same state there is nothing to tell, with another there is.
    let mut same = Events::of(&phone.browser, &paths::live_events(&live.code), &open.id).await;
    let mut behind = Events::of(&phone.browser, &paths::live_events(&live.code), &lobby.id).await;
    assert_eq!(behind.next("state").await.id, open.id);
    hall.later(20_000);
    let closed = events.says("Вы не ответили").await;
    assert_eq!(same.next("state").await, closed, "the open question was not sent a second time");
    live.step("opened").await;
    assert!(phone.look().await.text().contains("Несколько ответов?"));
}

#[tokio::test]
async fn every_kind_of_question_is_answered_by_an_ordinary_form() {
    let hall = Hall::open().await;
    let live = hall.start(&[]).await;
    let phone = live.guest("Анна").await;
    for _ in 0..7 {
        live.step("opened").await;
        let (id, question) = live.question().await;
        let page = phone.look().await;
        assert!(
            page.html.contains("method=\"post\"") && !page.html.contains("http-equiv"),
            "nothing reloads under a form"
        );
        let fields = super::api::right_response(&question).to_fields("");
        let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let page = phone.answer(id, &fields).await;
        assert!(page.text().contains("Ответ принят"), "{:?}: {}", question.kind, page.text());
        assert!(
            page.html.contains("http-equiv=\"refresh\""),
            "without scripts the page looks again by itself"
        );
        live.step("closed").await;
    }
    let points = live.picture().await.table(7)[0].points;
    assert_eq!(points, 6 * 1000, "all right at once, and nothing for the scale");
    let page = live.step("ended").await;
    assert!(page.text().contains("Завершён"), "{}", page.text());
    assert!(phone.look().await.text().contains("Квиз завершён"));
}
