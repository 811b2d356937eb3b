//! The trainer's side: the queue, the desk, grades and what follows from them.

use crate::cases::{PDF, Room};
use crate::content::Course;
use crate::support::app::TestApp;
use birge::db::schema::audit_entries;
use birge::grading::actions::waiting;
use birge::kernel::Permille;
use diesel::prelude::*;

#[tokio::test]
async fn a_work_is_graded_and_its_author_sees_why() {
    let room = Room::new().await;
    room.hand_in("Первый абзац.\n\n<b>Второй</b>", &[("План Б.pdf", PDF)]).await;
    let queue = room.grader.get("/grading").await;
    assert!(
        queue.text().contains("Ждёт 1 работа") && queue.text().contains("Сейтқали Анна Сергеевна"),
        "{}",
        queue.text()
    );

    let desk = room.grader.get(&format!("/submissions/{}", room.last().await)).await;
    assert!(desk.html.contains("<p>Первый абзац.</p><p>&lt;b&gt;Второй&lt;/b&gt;</p>"), "{}", desk.html);
    let text = desk.text();
    assert!(text.contains("План Б.pdf") && text.contains("PDF, 1 КБ"), "{text}");
    assert!(text.contains("искать виноватых"), "the trainer's notes");
    assert!(text.contains("Чтобы зачли, нужно 4 из 7 баллов"), "{text}");

    let fields = [
        ("points.grasp", "4"),
        ("points.tone", "3"),
        ("remarks.grasp", "Точно названо"),
        ("remark", "Хорошая работа"),
        ("then", "next"),
    ];
    let graded = room.grader.post(&format!("/submissions/{}/grading", room.last().await), &fields).await;
    assert_eq!(graded.path, "/grading", "nothing else waits");
    assert!(
        graded.text().contains("7 баллов, зачтено") && graded.text().contains("Проверять нечего"),
        "{}",
        graded.text()
    );

    let text = room.open().await.text();
    for part in ["Зачтено", "Итого 7 из 7 баллов", "Точно названо", "Хорошая работа", "Иванова А. С."]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert_eq!(room.completed().await, Some(Some(Permille::WHOLE)));
    let actions: Vec<String> = room
        .app
        .db
        .read(|r| Ok(audit_entries::table.select(audit_entries::action).load(r.conn())?))
        .await
        .unwrap();
    assert!(actions.iter().any(|action| action == "work-graded"), "{actions:?}");
}

#[tokio::test]
async fn a_grade_without_a_criterion_is_refused_and_keeps_what_was_typed() {
    let room = Room::new().await;
    room.hand_in("Решение", &[]).await;
    let path = format!("/submissions/{}/grading", room.last().await);
    let fields = [("points.tone", "3"), ("remarks.tone", "Ровно"), ("advice", "Позвоните первой")];
    let page = room.grader.post(&path, &fields).await;
    assert_eq!(page.status, 422);
    let text = page.text();
    assert!(text.contains("Выберите уровень по критерию «Понимание»"), "{text}");
    assert!(!text.contains("по критерию «Тон»"), "{text}");
    assert!(text.contains("Ровно") && text.contains("Позвоните первой"), "{text}");
    let tone = page.html.split("name=\"points.tone\" value=\"3\"").nth(1).unwrap();
    assert!(tone.split('>').next().unwrap().contains("checked"), "the chosen level stays chosen");

    let page = room.grader.post(&path, &[("points.tone", "1"), ("points.grasp", "many")]).await;
    assert_eq!(page.status, 422);
    assert!(page.text().contains("По критерию «Тон» такого уровня нет"), "{}", page.text());
    assert!(page.text().contains("По критерию «Понимание» такого уровня нет"), "{}", page.text());
    assert_eq!(room.completed().await, None);
}

#[tokio::test]
async fn below_the_pass_mark_there_is_advice_and_a_second_version_keeps_the_first() {
    let room = Room::new().await;
    room.hand_in("Первая попытка", &[("one.pdf", PDF)]).await;
    let refused = room.grade(("2", "0"), " ").await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("напишите, что сделать иначе"), "{}", refused.text());
    let graded = room.grade(("2", "0"), "Сначала позвоните Ольге.").await;
    assert!(graded.text().contains("2 балла, пока не зачтено"), "{}", graded.text());
    assert_eq!(room.completed().await, None);

    let page = room.open().await;
    assert!(page.text().contains("Сначала позвоните Ольге."), "{}", page.text());
    assert!(page.text().contains("Ваше решение, версия 2"), "{}", page.text());
    assert!(page.html.contains("Первая попытка"), "the second version starts from the first");
    room.hand_in("Вторая попытка", &[]).await;
    room.grade(("4", "3"), "").await;
    let all = room.submissions().await;
    assert_eq!(
        all.iter().map(|one| one.2.as_str()).collect::<Vec<_>>(),
        ["Первая попытка", "Вторая попытка"]
    );
    let text = room.open().await.text();
    for part in
        ["Версия 1", "Версия 2", "Пока не зачтено", "Зачтено", "Итого 2 из 7", "Итого 7 из 7", "one.pdf"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert_eq!(room.completed().await, Some(Some(Permille::WHOLE)));

    room.hand_in("Третья", &[]).await;
    room.grade(("0", "0"), "Верните второй вариант.").await;
    assert_eq!(room.completed().await, Some(Some(Permille::WHOLE)), "what is passed stays passed");
    assert_eq!(room.hand_in("Четвёртая", &[]).await.status, 409, "three versions are allowed");
}

#[tokio::test]
async fn a_work_is_graded_once_and_the_second_grader_learns_by_whom() {
    let room = Room::new().await;
    let second = room.app.person("Ахметова").await;
    room.app.teach(room.edition, &second).await;
    let late = room.app.sign_in(&second).await;
    room.hand_in("Решение", &[]).await;
    room.grade(("4", "3"), "").await;
    let fields = [("points.grasp", "0"), ("points.tone", "0"), ("advice", "Мой длинный отзыв")];
    let page = late.post(&format!("/submissions/{}/grading", room.last().await), &fields).await;
    assert_eq!(page.status, 409);
    let text = page.text();
    assert!(
        text.contains("Эту работу уже проверили")
            && text.contains("Иванова А. С., 15 сентября 2026 г., 09:00"),
        "{text}"
    );
    assert!(text.contains("Мой длинный отзыв") && text.contains("Итого 7 из 7"), "{text}");
    assert_eq!(room.completed().await, Some(Some(Permille::WHOLE)));
}

#[tokio::test]
async fn only_trainers_of_the_edition_reach_a_work_and_nobody_their_own() {
    let room = Room::new().await;
    room.hand_in("Решение", &[]).await;
    let (id, other) = (room.last().await, room.app.edition(room.version).await);
    let elsewhere = room.app.person("Чужой").await;
    room.app.teach(other, &elsewhere).await;
    let browser = room.app.sign_in(&elsewhere).await;
    assert_eq!(browser.get(&format!("/submissions/{id}")).await.status, 404);
    assert_eq!(
        browser.post(&format!("/submissions/{id}/grading"), &[("points.grasp", "4")]).await.status,
        404
    );
    assert!(browser.get("/grading").await.text().contains("Проверять нечего"));
    assert_eq!(room.author.get(&format!("/submissions/{id}")).await.status, 403, "a trainee is no trainer");
    assert_eq!(room.author.get("/grading").await.status, 403);

    room.app.teach(room.edition, &room.trainee).await;
    let own = room.author.get(&format!("/submissions/{id}")).await;
    assert!(own.text().contains("Это ваша работа"), "{}", own.text());
    let fields = [("points.grasp", "4"), ("points.tone", "3")];
    assert_eq!(room.author.post(&format!("/submissions/{id}/grading"), &fields).await.status, 403);
    assert!(
        room.author.get("/grading").await.text().contains("Проверять нечего"),
        "one's own work does not wait for oneself"
    );
    assert_eq!(room.completed().await, None);
}

#[tokio::test]
async fn the_oldest_work_comes_first_and_a_week_is_pointed_out() {
    let room = Room::new().await;
    room.hand_in("Первая", &[]).await;
    let fellow = room.app.person("Петров").await;
    let enrolment = room.app.enrol(room.edition, &fellow).await;
    room.app.set_clock("2026-09-22T06:00:00Z");
    let path = format!("/learn/{enrolment}/cases/{}/submissions", room.case);
    room.app.sign_in(&fellow).await.post(&path, &[("text", "Вторая"), ("revision", "0")]).await;
    let week = room.grader.get("/grading").await.text();
    assert!(
        week.contains("7 дней") && !week.contains("7 дней больше недели"),
        "seven days are not over a week: {week}"
    );

    room.app.set_clock("2026-09-23T06:00:01Z");
    let text = room.grader.get("/grading").await.text();
    assert!(text.contains("Ждут 2 работы, больше недели: 1"), "{text}");
    assert!(text.find("Сейтқали") < text.find("Петров"), "{text}");
    assert!(text.contains("8 дней больше недели"), "{text}");

    let (trainer, now) = (room.app.actor(&room.trainer).await, room.app.now());
    let (works, _) = room.app.db.read(move |r| waiting(r, &trainer, 10, now)).await.unwrap();
    let ages: Vec<_> = works.iter().map(|work| (work.person_name.as_deref(), work.age_days)).collect();
    assert_eq!(ages, [(Some("Сейтқали Анна Сергеевна"), 8), (Some("Петров Анна Сергеевна"), 1)]);
    assert_eq!((works[0].title.as_str(), works[0].edition_title.as_str()), ("Кейс", "2-й поток, осень 2026"));

    let today = room.grader.get("/today").await.text();
    assert!(today.contains("Работы на проверку: 2") && today.contains("Сейтқали"), "{today}");

    let none = room.grader.get("/grading?edition=999&case=").await.text();
    assert!(none.contains("По этому выбору работ нет"), "{none}");
    let one = room.grader.get(&format!("/grading?edition={}&case={}", room.edition, room.case)).await.text();
    assert!(one.contains("Сейтқали") && one.contains("Петров"), "{one}");

    let fields = [("points.grasp", "4"), ("points.tone", "3"), ("then", "next")];
    let next = room.grader.post(&format!("/submissions/{}/grading", room.last().await), &fields).await;
    assert!(next.text().contains("Петров") && next.path.starts_with("/submissions/"), "{}", next.path);
}

#[tokio::test]
async fn the_editions_pass_mark_goes_before_the_cases_own() {
    let app = TestApp::spawn().await;
    let room = Room::of(app, Course::sample(), "Europe/Moscow").await;
    let edition = room.edition;
    room.app
        .db
        .write(move |w| {
            use birge::db::{Json, schema::editions};
            use birge::editions::rules::CompletionRule;
            let rule: Json<CompletionRule> =
                editions::table.find(edition).select(editions::rule).first(w.conn())?;
            let stricter = CompletionRule { case_pass: Some(Permille::percent(90)), ..rule.0 };
            diesel::update(editions::table.find(edition))
                .set(editions::rule.eq(Json(stricter)))
                .execute(w.conn())?;
            Ok(())
        })
        .await
        .unwrap();
    room.hand_in("Решение", &[]).await;
    assert!(room.open().await.text().contains("Чтобы зачли, нужно 7 из 7 баллов"));
    room.grade(("4", "0"), "Смягчите тон.").await;
    assert_eq!(room.completed().await, None, "4 of 7 passes the case's own mark, not the edition's");
}

#[tokio::test]
async fn the_author_gets_a_letter_without_remarks_in_it() {
    let room = Room::new().await;
    room.hand_in("Решение", &[]).await;
    room.grade(("2", "0"), "Сначала позвоните Ольге.").await;
    room.app.run_jobs().await;
    let letters = room.app.db.read(|r| birge::mail::store::newest(r, None, 10)).await.unwrap();
    assert_eq!(letters.len(), 1);
    let letter = &letters[0];
    assert_eq!((letter.to_address.as_str(), letter.sent_at.is_some()), (room.trainee.email.as_str(), true));
    assert_eq!(letter.subject, "Ваша работа проверена: Кейс");
    assert!(
        letter.body_text.contains("2 из 7") && letter.body_text.contains("Пока не зачтено"),
        "{}",
        letter.body_text
    );
    assert!(letter.body_text.contains(&format!("{}{}", room.app.url, room.path())), "{}", letter.body_text);
    assert!(!letter.body_text.contains("Ольге") && !letter.body_html.contains("Ольге"));
}
