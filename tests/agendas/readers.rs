//! Who reads and who writes: those of whom a session is asked, those who teach its edition, and nobody else.

use super::*;
use crate::attendance::ground::another_edition;
use birge::db::schema::enrolments;
use diesel::prelude::*;

fn forms(session: SessionId) -> [String; 6] {
    [
        paths::session_agenda(session),
        paths::session_blocks(session),
        paths::session_speakers(session),
        paths::session_access(session),
        paths::session_visit(session),
        paths::session_timer(session),
    ]
}

#[tokio::test]
async fn strangers_to_an_edition_are_told_that_there_is_no_such_session() {
    let class = Class::with(2).await;
    let app = &class.ground.app;
    let neighbour = app.trainer("Соседний").await;
    let other = another_edition(&class.ground, "3-й поток").await;
    app.teach(other, &neighbour).await;
    let pupil = app.person("Чужой").await;
    app.enrol(other, &pupil).await;
    let (neighbour, pupil) = (app.sign_in(&neighbour).await, app.sign_in(&pupil).await);
    let (trainee, administrator) = (class.trainee(0).await, app.sign_in(&app.administrator().await).await);
    for browser in [&neighbour, &pupil] {
        assert_eq!(class.programme(browser).await.status, 404);
        let paper = browser.get(&paths::session_programme_print(class.session)).await;
        assert_eq!(paper.status, 404);
    }
    for form in forms(class.session) {
        let seen = [&trainee, &neighbour, &pupil, &class.trainer, &administrator];
        let mut statuses = Vec::new();
        for browser in seen {
            statuses.push(browser.get(&form).await.status);
        }
        assert_eq!(statuses, [403, 404, 403, 200, 200], "{form}");
    }
    let sent = [("topic", "Чужая тема"), ("count", "0"), ("do", "save")];
    assert_eq!(neighbour.post(&paths::session_agenda(class.session), &sent).await.status, 404);
    assert_eq!(trainee.post(&paths::session_agenda(class.session), &sent).await.status, 403);
    assert!(!class.programme(&trainee).await.text().contains("Чужая тема"));
    let shifts = paths::edition_shifts(class.ground.edition);
    assert_eq!((neighbour.get(&shifts).await.status, trainee.get(&shifts).await.status), (404, 403));
}

#[tokio::test]
async fn whoever_was_withdrawn_reads_it_no_more() {
    let class = Class::with(1).await;
    let trainee = class.trainee(0).await;
    let page = class.programme(&trainee).await;
    assert_eq!(page.status, 200);
    assert!(page.text().contains("Подробную программу ещё не написали"), "{}", page.text());
    assert_eq!(page.link_to("Расписание"), paths::SCHEDULE);
    let ((_, enrolment), now) = (&class.ground.people[0], class.ground.app.now());
    let enrolment = *enrolment;
    let withdraw = move |w: &mut birge::db::Write| {
        diesel::update(enrolments::table.filter(enrolments::id.eq(enrolment)))
            .set(enrolments::withdrawn_at.eq(now))
            .execute(w.conn())?;
        Ok(())
    };
    class.ground.app.db.write(withdraw).await.unwrap();
    assert_eq!(class.programme(&trainee).await.status, 404);
}

#[tokio::test]
async fn a_cancelled_session_is_read_and_no_longer_changed() {
    let class = Class::with(1).await;
    let rows: [&[(&str, &str)]; 1] = [&[("text", "Права детей")]];
    class.save_questions("", &rows).await;
    let cancelled = class
        .trainer
        .post(&paths::session_cancellation(class.session), &[("reason", "Преподаватель заболел")])
        .await;
    assert_eq!(cancelled.status, 200, "{}", cancelled.text());
    let page = class.programme(&class.trainee(0).await).await.text();
    assert!(page.contains("Преподаватель заболел") && page.contains("Права детей"), "{page}");
    let refused = class.save_questions("Другая", &rows).await;
    assert_eq!(refused.status, 409, "{}", refused.text());
    let refused = class.trainer.post(&paths::session_access(class.session), &[("condition", "ramp")]).await;
    assert_eq!(refused.status, 409);
}
