//! What an edition sets for a quiz can be kept, and what it can no longer be is said (G3, G5, F16): windows inside the
//! edition, as many questions as there are, newer versions, extra time for who is writing.

use super::setups::fields;
use super::*;
use birge::db::schema::{question_entries, question_versions};
use birge::kernel::QuestionEntryId;
use birge::questions::store::NewVersion;
use diesel::prelude::*;

#[tokio::test]
async fn a_window_outside_of_the_edition_is_refused_and_says_when_it_runs() {
    let desk = Desk::of(course()).await;
    let (edition, trainer) = (desk.attempt_edition().await, desk.trainer().await);
    let (setup, exceptions) =
        (paths::quiz_setup(edition, desk.quiz), paths::quiz_exceptions(edition, desk.quiz));
    let page = send(&trainer, &setup, &fields(&[("closes_on", "2026-12-24")])).await;
    assert_eq!(page.status, 422);
    assert!(page.text().contains("Поток идёт 1 сентября"), "{}", page.text());
    assert_eq!(send(&trainer, &setup, &fields(&[("opens_on", "2026-08-01")])).await.status, 422);
    assert_eq!(
        send(&trainer, &setup, &fields(&[("closes_on", "2026-12-01")])).await.status,
        200,
        "its midnight"
    );
    let whom = format!("trainee-{}", desk.enrolment);
    let except = async |field: &str, day: &str| {
        let form = [("whom", whom.as_str()), (field, day), ("reason", "болезнь")];
        send(&trainer, &exceptions, &form).await
    };
    let late = except("closes_on", "2026-12-24").await;
    assert_eq!(late.status, 422);
    assert!(late.text().contains("Поток идёт 1 сентября"), "{}", late.text());
    assert_eq!(except("closes_on", "2026-11-20").await.status, 200);
}

#[tokio::test]
async fn an_exception_that_could_never_be_used_is_refused() {
    let desk = Desk::of(course()).await;
    let (edition, trainer) = (desk.attempt_edition().await, desk.trainer().await);
    let exceptions = paths::quiz_exceptions(edition, desk.quiz);
    desk.set_up(&[("opens_on", "2026-10-01"), ("closes_on", "2026-10-08")]).await;
    let whom = format!("trainee-{}", desk.enrolment);
    let except = async |others: &[(&str, &str)]| {
        let mut form = vec![("whom", whom.as_str()), ("reason", "болезнь")];
        form.extend_from_slice(others);
        send(&trainer, &exceptions, &form).await
    };
    let late = except(&[("opens_on", "2026-10-09")]).await;
    assert_eq!(late.status, 422);
    assert!(late.text().contains("Тест закрывается"), "{}", late.text());
    let early = except(&[("closes_on", "2026-09-20")]).await;
    assert_eq!(early.status, 422);
    assert!(early.text().contains("Тест открывается"), "{}", early.text());
    assert_eq!(except(&[("closes_on", "2026-10-20")]).await.status, 200);
    assert_eq!(except(&[("opens_on", "2026-10-09")]).await.status, 200, "with the exception before it");
    let api = desk.app.administrator().await;
    let body =
        serde_json::json!({ "enrolment_id": desk.enrolment, "opens": "2026-10-21T00:00:00", "reason": "x" });
    let refused = desk.app.api(&api).await.post(&format!("/api/v1{exceptions}"), body).await;
    assert_eq!(refused.status, 422, "{}", refused.html);
}

/// Archives questions of the bank.
async fn archive(desk: &Desk, entries: Vec<QuestionEntryId>) {
    let now = desk.app.now();
    let archive = move |w: &mut birge::db::Write| {
        diesel::update(question_entries::table.filter(question_entries::id.eq_any(entries.clone())))
            .set(question_entries::archived_at.eq(now))
            .execute(w.conn())?;
        Ok(())
    };
    desk.app.db.write(archive).await.unwrap();
}

/// The entry of a question of the quiz.
async fn entry_of(desk: &Desk, id: QuestionId) -> QuestionEntryId {
    let find = move |r: &mut birge::db::Read| {
        let of = question_versions::table.filter(question_versions::id.eq(id));
        Ok(of.select(question_versions::entry_id).first(r.conn())?)
    };
    desk.app.db.read(find).await.unwrap()
}

#[tokio::test]
async fn a_section_that_finds_fewer_questions_than_it_was_set_for_says_so() {
    let desk = Desk::of(course()).await;
    let edition = desk.attempt_edition().await;
    let category = super::setups::category_of(&desk, "(7)").await;
    let random =
        [("section-1-from", "random"), ("section-1-count", "6"), ("section-1-category", category.as_str())];
    let page = desk.set_up(&random).await.text();
    assert!(!page.contains("вместо"), "{page}");
    let promised = async || {
        let seen = desk.app.api(&desk.person).await.get(&format!("/api/v1{}", desk.page())).await;
        seen.json()["questions"].as_i64()
    };
    assert_eq!(promised().await, Some(6));
    let mut entries = Vec::new();
    for (id, _) in desk.questions().await.into_iter().take(3) {
        entries.push(entry_of(&desk, id).await);
    }
    archive(&desk, entries).await;
    let trainer = desk.trainer().await;
    for address in [paths::quiz_setup(edition, desk.quiz), paths::quiz_setups(edition)] {
        let page = trainer.get(&address).await.text();
        assert!(page.contains("Тест задаст вопросов: 4 вместо 6"), "{address}: {page}");
    }
    assert_eq!(promised().await, Some(4));
    let person = desk.app.administrator().await;
    let shown =
        desk.app.api(&person).await.get(&format!("/api/v1{}", paths::quiz_setup(edition, desk.quiz))).await;
    assert_eq!(shown.json()["asks_only"].as_i64(), Some(4));
    assert_eq!(desk.row(desk.start().await).await.question_ids.0.len(), 4);
}

#[tokio::test]
async fn a_newer_version_of_a_fixed_question_is_shown_and_taken_for_later_attempts() {
    let desk = Desk::of(course()).await;
    let edition = desk.attempt_edition().await;
    let address = paths::quiz_setup(edition, desk.quiz);
    let category = super::setups::category_of(&desk, "(7)").await;
    let fixed =
        [("section-1-from", "fixed"), ("section-1-kind", "one"), ("section-1-category", category.as_str())];
    let page = desk.set_up(&fixed).await;
    assert!(!page.text().contains("есть новая версия"), "{}", page.text());
    let (old, question) = desk.question("one").await;
    let first = desk.start().await;
    assert_eq!(desk.row(first).await.question_ids.0, [old]);
    let entry = entry_of(&desk, old).await;
    let now = desk.app.now();
    let add = move |w: &mut birge::db::Write| {
        let version = NewVersion { entry, number: 2, ready: true, question: &question, by: None };
        birge::questions::store::insert_version(w, version, now)?;
        let newest = question_versions::table.filter(question_versions::entry_id.eq(entry));
        let newest = newest.order(question_versions::number.desc()).select(question_versions::id);
        Ok(newest.first::<QuestionId>(w.conn())?)
    };
    let new = desk.app.db.write(add).await.unwrap();
    let trainer = desk.trainer().await;
    let page = trainer.get(&address).await;
    assert!(page.text().contains("есть новая версия"), "{}", page.text());
    let box_name = format!("section-1-newer-{old}-{new}");
    assert!(page.html.contains(&format!("name=\"{box_name}\"")), "{}", page.html);
    let order = format!("section-1-order-{old}");
    let kept = [("section-1-from", "fixed"), (order.as_str(), "1")];
    assert!(desk.set_up(&kept).await.text().contains("есть новая версия"), "nobody took it");
    let page = desk.set_up(&[kept[0], kept[1], (box_name.as_str(), "on")]).await;
    assert!(!page.text().contains("есть новая версия"), "{}", page.text());
    assert_eq!(desk.row(first).await.question_ids.0, [old], "the attempt under way keeps its own");
    desk.submit(first).await;
    assert_eq!(desk.row(desk.start().await).await.question_ids.0, [new]);
}

#[tokio::test]
async fn extra_time_reaches_the_attempt_under_way_and_takes_nothing_away() {
    let desk = Desk::of(course()).await;
    let attempt = desk.start().await;
    let began = desk.app.now();
    let administrator = desk.app.sign_in(&desk.app.administrator().await).await;
    for (percent, due) in [("50", 30), ("0", 30), ("25", 30), ("100", 40)] {
        let time = [("extra_percent", percent), ("extra_reason", "заключение 12")];
        assert_eq!(send(&administrator, &paths::accommodations(desk.person.id), &time).await.status, 200);
        desk.app.run_jobs().await;
        assert_eq!(desk.row(attempt).await.due_at, Some(began.plus_minutes(due)), "{percent} %");
    }
    desk.app.set_clock(&began.plus_minutes(39).rfc3339());
    desk.app.run_jobs().await;
    assert_eq!(desk.row(attempt).await.submitted_at, None, "the job of the old deadline hands nothing in");
    desk.app.set_clock(&began.plus_minutes(41).rfc3339());
    desk.app.run_jobs().await;
    assert_eq!(desk.row(attempt).await.submitted_at, Some(began.plus_minutes(40)));
    assert_eq!(desk.app.audited("quiz-attempt-prolonged").await, 2);
}
