//! Limits: attempts, time, order, term, release; and handing in twice.

use super::*;
use birge::programmes::rules::Release;

#[tokio::test]
async fn a_third_attempt_is_refused() {
    let desk = Desk::of(course()).await;
    for number in 1..=2 {
        let attempt = desk.start().await;
        assert_eq!(desk.row(attempt).await.number, number);
        let after = desk.submit(attempt).await.text();
        assert!(
            after.contains(if number == 1 {
                "Осталась ещё 1 попытка"
            } else {
                "Попыток больше нет"
            }) || number == 2,
            "{after}"
        );
    }
    let refused = send(&desk.browser, &paths::quiz_attempts(desk.enrolment, desk.quiz), &[]).await;
    assert_eq!(refused.status, 409);
    assert!(refused.text().contains("Попыток больше нет"));
    let page = desk.browser.get(&desk.page()).await;
    assert!(page.text().contains("осталось 0 из 2") && !page.text().contains("Начать"), "{}", page.text());
}

#[tokio::test]
async fn an_answer_at_the_deadline_is_late_and_the_attempt_is_handed_in_as_of_it() {
    let desk = Desk::of(course()).await;
    let attempt = desk.start().await;
    let due = desk.row(attempt).await.due_at.unwrap();
    assert_eq!(due, desk.app.now().plus_minutes(20));
    desk.app.clock.set(due.plus_seconds(-1));
    assert_eq!(desk.save(attempt, "truth", 0, &[("", "2")]).await.status, 200);
    desk.app.clock.set(due);
    let late = desk.save(attempt, "number", 1, &[("", "60")]).await;
    assert_eq!((late.status, late.json()["code"].as_str()), (409, Some("deadline-passed")));
    let row = desk.row(attempt).await;
    assert_eq!((row.submitted_at, row.submitted_by_clock, row.milli_points), (Some(due), true, Some(1000)));
    let closed = desk.save(attempt, "number", 1, &[("", "60")]).await;
    assert_eq!(closed.json()["code"], "attempt-closed");
    assert_eq!(desk.steps(attempt).await.len(), 1);
    assert!(desk.browser.get(&paths::attempt(attempt)).await.text().contains("Время вышло"));
    let form = send(&desk.browser, &paths::attempt_answers(attempt), &[("sequence", "1")]).await;
    assert!(form.text().contains("Всё, что было сохранено до срока, учтено"), "{}", form.text());
    assert_eq!(form.status, 409);
}

#[tokio::test]
async fn the_sweep_hands_in_what_a_person_left_behind() {
    let desk = Desk::of(course()).await;
    let attempt = desk.start().await;
    desk.answer_all(attempt).await;
    desk.app.run_jobs().await;
    assert_eq!(desk.row(attempt).await.submitted_at, None, "not before its time");
    let due = desk.row(attempt).await.due_at.unwrap();
    desk.app.clock.set(due.plus_minutes(60 * 24));
    desk.app.run_jobs().await;
    let row = desk.row(attempt).await;
    assert_eq!((row.submitted_at, row.submitted_by_clock, row.passed), (Some(due), true, Some(true)));
    assert!(desk.fact().await.completed);
}

#[tokio::test]
async fn a_page_opened_after_the_deadline_shows_the_result_before_any_sweep() {
    let desk = Desk::of(course()).await;
    let attempt = desk.start().await;
    let due = desk.row(attempt).await.due_at.unwrap();
    desk.app.clock.set(due.plus_minutes(3));
    let page = desk.browser.get(&paths::attempt(attempt)).await.text();
    assert!(page.contains("Тест пока не сдан") && page.contains("Время вышло"), "{page}");
    assert_eq!(desk.row(attempt).await.submitted_at, Some(due));
    desk.app.run_jobs().await;
    assert_ne!(desk.start().await, attempt, "the second attempt begins");
    desk.app.clock.set(due.plus_minutes(60));
    desk.app.run_jobs().await;
}

#[tokio::test]
async fn handed_in_twice_is_handed_in_once() {
    let desk = Desk::of(course()).await;
    let attempt = desk.start().await;
    desk.answer_all(attempt).await;
    let first = desk.submit(attempt).await;
    let handed_in = desk.row(attempt).await.submitted_at;
    desk.app.clock.set(desk.app.now().plus_minutes(5));
    let second = desk.submit(attempt).await;
    assert_eq!((first.status, second.status), (200, 200));
    assert_eq!(desk.row(attempt).await.submitted_at, handed_in);
    let enrolment = desk.enrolment;
    let entries = desk.app.db.read(move |r| progress::entries(r, enrolment)).await.unwrap();
    assert_eq!(entries.len(), 1, "credited once");
}

#[tokio::test]
async fn a_better_attempt_keeps_the_better_result() {
    let desk = Desk::with(course(), |edition| edition.rule.quiz_pass = Some(Permille(100))).await;
    let first = desk.start().await;
    desk.save(first, "truth", 0, &[("", "2")]).await;
    let page = desk.submit(first).await.text();
    assert!(
        page.contains("Тест сдан") && page.contains("Чтобы сдать, нужно 10 %"),
        "the edition's mark: {page}"
    );
    assert_eq!(desk.fact().await.result, Some(Permille(142)));
    let second = desk.start().await;
    desk.answer_all(second).await;
    desk.submit(second).await;
    assert_eq!(desk.fact().await.result, Some(Permille(1000)));
}

#[tokio::test]
async fn a_locked_quiz_says_what_comes_first() {
    let desk = Desk::of(Course::sample()).await;
    let page = desk.browser.get(&desk.page()).await.text();
    assert!(page.contains("Сначала пройдите: Урок") && !page.contains("Начать тест"), "{page}");
    let refused = send(&desk.browser, &paths::quiz_attempts(desk.enrolment, desk.quiz), &[]).await;
    assert_eq!(refused.status, 409);
}

#[tokio::test]
async fn outside_the_term_nothing_begins_and_its_end_ends_an_attempt() {
    let unlimited = course().replace("01-first/03-quiz.ru.quiz.md", "time_limit_minutes = 20\n", "");
    let desk = Desk::of(unlimited).await;
    desk.app.set_clock("2026-08-31T20:59:59Z");
    let early = send(&desk.browser, &paths::quiz_attempts(desk.enrolment, desk.quiz), &[]).await;
    assert_eq!(early.status, 409);
    desk.app.set_clock("2026-11-30T20:00:00Z");
    let attempt = desk.start().await;
    let end = Moment::parse("2026-11-30T21:00:00Z").unwrap();
    assert_eq!(desk.row(attempt).await.due_at, Some(end), "midnight in Moscow");
    desk.app.clock.set(end);
    assert_eq!(desk.save(attempt, "truth", 0, &[("", "2")]).await.json()["code"], "deadline-passed");
    assert!(desk.browser.get(&desk.page()).await.text().contains("Сейчас тест пройти нельзя"));
    desk.app.run_jobs().await;
}

#[tokio::test]
async fn a_diagnostic_quiz_is_completed_by_handing_in_and_never_counts() {
    let diagnostic = course()
        .replace("01-first/03-quiz.ru.quiz.md", "pass_percent = 70\n", "diagnostic = true\n")
        .replace("01-first/module.toml", "hours = 2\n", "hours = 0\n")
        .replace("01-first/module.toml", "hours = 10\n", "hours = 12\n");
    let desk = Desk::of(diagnostic).await;
    let attempt = desk.start().await;
    let after = desk.submit(attempt).await.text();
    assert!(after.contains("Ответы приняты") && after.contains("на документ он не влияет"), "{after}");
    assert!(!after.contains("Тест пока не сдан") && !after.contains("Чтобы сдать"), "{after}");
    let fact = desk.fact().await;
    assert_eq!((fact.completed, fact.result, fact.counts), (true, None, false));
    assert_eq!(desk.row(attempt).await.passed, None);
}

#[tokio::test]
async fn after_close_answers_wait_for_the_end_of_the_edition() {
    let later = course().replace("01-first/03-quiz.ru.quiz.md", "after_submit", "after_close");
    let desk = Desk::of(later).await;
    let attempt = desk.start().await;
    desk.answer_all(attempt).await;
    let hidden = desk.submit(attempt).await;
    let said = hidden.text();
    assert!(said.contains("Тест сдан") && said.contains("откроются вт, 1 декабря, 00:00"), "{said}");
    assert!(said.contains("ваш ответ"), "one's own answers are shown");
    for secret in ["потому что", "правильный ответ", "Верно частично"] {
        assert!(!said.contains(secret), "{secret}: {said}");
    }
    assert!(!hidden.html.contains("choice right") && !hidden.html.contains("choice wrong"));
    desk.app.set_clock("2026-11-30T21:00:00Z");
    let shown = desk.browser.get(&paths::attempt(attempt)).await.text();
    assert!(shown.contains("потому что так делят") && shown.contains("правильный ответ"), "{shown}");
    let settings = {
        let quiz = desk.quiz;
        desk.app.db.read(move |r| store::settings(r, quiz)).await.unwrap().unwrap()
    };
    assert_eq!(settings.release, Release::AfterClose);
    desk.app.run_jobs().await;
}
