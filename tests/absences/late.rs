//! What is told after the start, and what the trainer decides over it.

use super::*;

/// An hour after the end.
const AFTER: &str = "2026-09-15T08:30:00Z";

impl Class {
    async fn decide(&self, decision: &str, words: &str) -> Page {
        let fields = [("decision", decision), ("words", words)];
        self.trainer.post(&paths::absence_decision(self.newest().await), &fields).await
    }

    async fn corrections(&self) -> i64 {
        let load =
            |r: &mut birge::db::Read| Ok(attendance_corrections::table.count().get_result(r.conn())?);
        self.ground.app.db.read(load).await.unwrap()
    }
}

#[tokio::test]
async fn a_late_notice_waits_and_accepted_it_corrects_the_mark_with_its_history() {
    let class = Class::with(2).await;
    class.ground.app.set_clock(AFTER);
    class.mark(0, "absent").await;
    let explain = class.browser(0).await.get(paths::SCHEDULE).await;
    assert!(explain.text().contains("Сообщить, почему меня не было"), "{}", explain.text());
    let told = class.tell(0, "transport", "Автобус сломался").await;
    assert!(told.text().contains("После начала, ждёт решения"), "{}", told.text());
    assert_eq!(class.marked(0).await.unwrap().0, "absent", "nothing is decided yet");
    let list = class.trainer.get(&paths::edition_absences(class.ground.edition)).await;
    assert!(list.text().contains("Ждут вашего решения"), "{}", list.text());
    assert!(list.text().contains("Дорога, транспорт: Автобус сломался"), "{}", list.text());
    let sheet = class.trainer.get(&paths::session(class.session)).await;
    assert!(sheet.text().contains("Сообщение после начала, ждёт решения"), "{}", sheet.text());

    let accepted = class.decide("accept", "").await;
    assert!(accepted.text().contains("Причина принята"), "{}", accepted.text());
    assert_eq!(class.marked(0).await, Some(("excused".to_owned(), None, 2)));
    let sheet = class.trainer.get(&paths::session(class.session)).await;
    assert!(sheet.html.contains("<option value=\"transport\" selected>"), "the reason that is counted");
    assert_eq!(class.corrections().await, 1, "what the mark said before is kept");
    let own = class.browser(0).await.get(&paths::own_absence(class.session)).await;
    assert!(own.text().contains("Причина принята"), "{}", own.text());
    let again = class.decide("refuse", "Передумал").await;
    assert_eq!(again.status, 422);
    assert!(again.text().contains("решать уже нечего"), "{}", again.text());
    class.ground.app.run_jobs().await;
    let letter: String = class
        .ground
        .app
        .db
        .read(|r| {
            let sent = mails::table.filter(mails::name.eq("absence_decided"));
            Ok(sent.select(mails::body_text).first(r.conn())?)
        })
        .await
        .unwrap();
    assert!(letter.contains("принял причину") && !letter.contains("Автобус"), "{letter}");
}

#[tokio::test]
async fn who_teaches_the_session_is_written_to_without_the_reason_and_sees_how_many_wait() {
    let class = Class::with(2).await;
    class.tell(1, "family", "").await;
    class.ground.app.set_clock(AFTER);
    class.tell(0, "illness", "Операция на сердце").await;
    class.ground.app.run_jobs().await;
    let letters: Vec<(Option<birge::kernel::PersonId>, String)> = class
        .ground
        .app
        .db
        .read(|r| {
            let sent = mails::table.filter(mails::name.eq("absence_late"));
            Ok(sent.select((mails::person_id, mails::body_text)).load(r.conn())?)
        })
        .await
        .unwrap();
    assert_eq!(letters.len(), 1, "what was told in time asks nobody");
    let (to, letter) = &letters[0];
    assert_eq!(*to, Some(class.ground.trainer.id));
    assert!(
        letter.contains("Слушатель0000") && letter.contains(&paths::edition_absences(class.ground.edition))
    );
    assert!(!letter.contains("Операция") && !letter.contains("Болезнь"), "{letter}");
    let timetable = class.trainer.get(&paths::edition_sessions(class.ground.edition)).await;
    assert!(timetable.text().contains("Сообщения об отсутствии: 1 ждёт решения"), "{}", timetable.text());
    class.decide("accept", "").await;
    let timetable = class.trainer.get(&paths::edition_sessions(class.ground.edition)).await;
    assert!(!timetable.text().contains("ждёт решения"), "{}", timetable.text());
}

#[tokio::test]
async fn a_refusal_needs_a_word_and_can_be_reconsidered() {
    let class = Class::with(1).await;
    class.ground.app.set_clock(AFTER);
    class.tell(0, "other", "Забыл").await;
    let silent = class.decide("refuse", " ").await;
    assert_eq!(silent.status, 422);
    assert!(silent.text().contains("Напишите слушателю, почему отметка остаётся"), "{}", silent.text());
    let neither = class.decide("", "Что-то").await;
    assert_eq!(neither.status, 422);
    assert!(neither.html.contains("Что-то"), "nothing typed is lost");
    let refused = class.decide("refuse", "Напишите подробнее").await;
    assert!(refused.text().contains("отметка не изменилась"), "{}", refused.text());
    assert_eq!(class.marked(0).await, None);
    let own = class.browser(0).await.get(&paths::own_absence(class.session)).await;
    assert!(own.text().contains("Ответ преподавателя: Напишите подробнее"), "{}", own.text());
    for word in ["наказ", "штраф", "нарушен", "взыскан"] {
        assert!(!own.text().to_lowercase().contains(word), "no punitive words (L8): {}", own.text());
    }
    class.decide("accept", "").await;
    assert_eq!(class.marked(0).await.unwrap().0, "excused", "a first mark, where there was none");
    assert_eq!(class.corrections().await, 0);
    let acts: i64 = class
        .ground
        .app
        .db
        .read(|r| {
            let decided = audit_entries::table.filter(audit_entries::action.eq("absence-decided"));
            Ok(decided.count().get_result(r.conn())?)
        })
        .await
        .unwrap();
    assert_eq!(acts, 2);
}

#[tokio::test]
async fn whoever_is_marked_present_is_not_excused_and_after_a_week_nobody_tells() {
    let class = Class::with(4).await;
    class.ground.app.set_clock(AFTER);
    class.tell(0, "illness", "").await;
    class.mark(0, "present").await;
    let contradicted = class.decide("accept", "").await;
    assert_eq!(contradicted.status, 422);
    assert!(contradicted.text().contains("Сначала исправьте отметку там"), "{}", contradicted.text());
    assert_eq!(class.marked(0).await.unwrap().0, "present");

    class.mark(1, "present").await;
    let there = class.tell(1, "illness", "").await;
    assert_eq!(there.status, 422);
    assert!(there.text().contains("вы были на занятии"), "{}", there.text());
    class.ground.app.set_clock("2026-09-22T15:59:59Z");
    assert_eq!(class.tell(2, "illness", "").await.status, 200, "the last second of a week");
    class.ground.app.set_clock("2026-09-22T16:00:00Z");
    let over = class.browser(3).await.get(paths::SCHEDULE).await;
    assert!(!over.text().contains("Сообщить, почему"), "{}", over.text());
    let refused = class.tell(3, "illness", "").await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("в течение недели"), "{}", refused.text());
}

#[tokio::test]
async fn another_trainer_neither_sees_nor_decides() {
    let class = Class::with(1).await;
    class.ground.app.set_clock(AFTER);
    class.tell(0, "illness", "").await;
    let colleague = class.ground.app.sign_in(&class.ground.app.trainer("Соседний").await).await;
    let decision = paths::absence_decision(class.newest().await);
    let fields = [("decision", "accept".to_owned())];
    assert_eq!(colleague.status_of_post(&decision, &fields).await, 404);
    assert_eq!(class.browser(0).await.status_of_post(&decision, &fields).await, 403);
    assert_eq!(class.marked(0).await, None);
}
