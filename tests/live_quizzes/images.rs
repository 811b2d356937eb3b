//! The pictures of questions: a guest has no account and sees those that were shown, and no others (G8).

use super::*;

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// The second question has a picture of the programme.
fn course() -> Course {
    Course::sample().replace(
        "01-first/03-quiz.ru.quiz.md",
        "Выберите *все* верные.",
        "![План](media/plan.png)",
    )
}

fn image(page: &Page) -> String {
    let source = page.html.split("<img src=\"").nth(1).unwrap_or_else(|| panic!("no picture: {}", page.html));
    source.split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_guest_sees_the_picture_of_the_open_question_and_not_of_a_later_one() {
    let hall = Hall::with(TestApp::spawn().await, course()).await;
    let live = hall.start(&[]).await;
    let phone = live.guest("Анна").await;
    let address = paths::live_image(&live.code, "01-first/media/plan.png");
    live.step("opened").await;
    assert_eq!(phone.browser.get(&address).await.status, 404, "a later question's");
    live.step("closed").await;
    live.step("opened").await;
    let page = phone.look().await;
    assert_eq!(image(&page), address);
    let shown = phone.browser.get(&address).await;
    assert_eq!((shown.status, shown.header("content-type")), (200, "image/png"));
    let screen = hall.trainer.get(&paths::live_screen(live.id)).await;
    assert_eq!(image(&screen), address, "and the projector shows the same");
    assert_eq!(hall.trainer.get(&address).await.status, 200);
    for (browser, whom) in
        [(hall.app.stranger(), "who does not play"), (hall.trainee("Вне").await.0, "nor a trainee")]
    {
        assert_eq!(browser.get(&address).await.status, 404, "{whom}");
    }
    let other = hall.start(&[]).await;
    let elsewhere = paths::live_image(&other.code, "01-first/media/plan.png");
    assert_eq!(phone.browser.get(&elsewhere).await.status, 404, "not of another live quiz");
    let api = hall.app.api(&hall.trainer_person).await;
    assert_eq!(api.get(&format!("/api/v1{address}")).await.status, 200);
    live.step("ended").await;
    assert_eq!(phone.browser.get(&address).await.status, 404, "only while it runs");
    let debriefing = hall.trainer.get(&paths::live_debriefing(live.id)).await;
    assert_eq!(hall.trainer.get(&image(&debriefing)).await.status, 200);
}

#[tokio::test]
async fn a_picture_out_of_a_file_of_questions_opens_in_the_same_way() {
    let hall = Hall::open().await;
    let blob = hall.app.kit.files.put(PNG.to_vec()).await.unwrap();
    let name = format!("{}.png", blob.sha256);
    let html = format!("<p><img src=\"/question-images/{name}\" alt=\"Карта\"></p>");
    let quiz = hall.quiz;
    hall.app
        .db
        .write(move |w| {
            use birge::db::schema::question_versions;
            use diesel::prelude::*;
            let questions = birge::quizzes::store::questions(w, quiz)?;
            let (id, mut question) = questions.into_iter().find(|(_, one)| one.key == "many").unwrap();
            question.texts.values_mut().for_each(|text| text.detail_html.clone_from(&html));
            diesel::update(question_versions::table.filter(question_versions::id.eq(id)))
                .set(question_versions::definition.eq(birge::db::Json(question)))
                .execute(w.conn())?;
            Ok(())
        })
        .await
        .unwrap();
    let live = hall.start(&[]).await;
    let phone = live.guest("Бек").await;
    live.step("opened").await;
    let address = paths::live_image(&live.code, &name);
    assert_eq!(phone.browser.get(&address).await.status, 404);
    live.step("closed").await;
    live.step("opened").await;
    assert_eq!(image(&phone.look().await), address);
    assert_eq!(phone.browser.get(&address).await.header("content-type"), "image/png");
    let guessed = paths::live_image(&live.code, &name.replace(".png", ".jpg"));
    assert_eq!(phone.browser.get(&guessed).await.status, 404, "exactly the pictures of the question");
}
