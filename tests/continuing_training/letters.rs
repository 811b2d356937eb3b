//! Letters about quarters that end (T2): 30 and 7 days before, to those who have not come yet, each once.

use super::School;
use birge::kernel::EnrolmentId;
use birge::operations::housekeeping;

impl School {
    /// What the chore of now and the outbox make: everything that was sent about quarters, as (address, subject, text).
    pub(super) async fn letters(&self) -> Vec<(String, String, String)> {
        housekeeping::remind(&self.app.kit).await.unwrap();
        self.app.run_jobs().await;
        self.sent().await
    }

    async fn sent(&self) -> Vec<(String, String, String)> {
        let all = self.app.db.read(|r| birge::mail::store::newest(r, None, 100)).await.unwrap();
        let about = all.into_iter().rev().filter(|one| one.name == "training_due");
        about.map(|one| (one.to_address, one.subject, one.body_text)).collect()
    }
}

fn link(enrolment: EnrolmentId) -> String {
    format!("/learn/{enrolment}/training")
}

#[actix_web::test]
async fn letters_go_30_and_7_days_before_to_those_who_have_not_come_and_each_once() {
    let school = School::with_rule().await;
    let (came, waits) = (school.mentor("Абаева").await, school.mentor("Борисова").await);
    let meeting = school.session(school.meeting, "2026-03-10", "in_person").await;
    school.session(school.meeting, "2026-03-27", "in_person").await;
    school.app.set_clock("2026-03-01T00:59:00Z");
    assert_eq!(school.letters().await.len(), 0, "it is not yet nine in Irkutsk");
    school.app.set_clock("2026-03-01T01:00:00Z");
    let letters = school.letters().await;
    assert_eq!(letters.len(), 2, "{letters:?}");
    let (address, subject, text) = &letters[0];
    assert_eq!((address, subject.as_str()), (&came.person.email, "Очное занятие нужно до 31 марта 2026 г."));
    assert!(text.contains("За I квартал 2026 г. у вас пока нет очного занятия"), "{text}");
    assert!(text.contains("Ближайшее занятие: вт, 10 марта, 10:00 по Иркутску"), "{text}");
    assert!(text.contains(&link(came.enrolment)), "{text}");
    school.app.set_clock("2026-03-02T05:00:00Z");
    assert_eq!(school.letters().await.len(), 2, "each letter goes once");

    school.noon("2026-03-10");
    school.mark(meeting, &[(&came, "present"), (&waits, "absent")]).await;
    school.noon("2026-03-24");
    let letters = school.letters().await;
    assert_eq!(letters.len(), 3, "none after attendance");
    assert_eq!(letters[2].0, waits.person.email);
    assert!(letters[2].2.contains("Ближайшее занятие: пт, 27 марта"), "{}", letters[2].2);
    school.noon("2026-03-30");
    assert_eq!(school.letters().await.len(), 3);
    school.noon("2026-04-02");
    assert_eq!(school.letters().await.len(), 3, "the next quarter has just begun");
}

#[actix_web::test]
async fn what_is_closed_between_the_outbox_and_the_letter_is_not_written_about() {
    let school = School::with_rule().await;
    let (came, left) = (school.mentor("Абаева").await, school.mentor("Борисова").await);
    let meeting = school.session(school.meeting, "2026-03-24", "in_person").await;
    school.noon("2026-03-24");
    housekeeping::remind(&school.app.kit).await.unwrap();
    school.mark(meeting, &[(&came, "present")]).await;
    let (administrator, gone) = (school.app.sign_in(&school.administrator).await, left.enrolment);
    let withdrawal = birge::web::paths::withdrawal(school.edition, gone);
    let page = administrator.post(&withdrawal, &[("reason", "Переезд")]).await;
    assert_eq!(page.status, 200, "{}", page.text());
    school.app.run_jobs().await;
    assert_eq!(school.sent().await, []);
}

#[actix_web::test]
async fn a_letter_that_was_not_needed_goes_when_it_is_needed_after_all() {
    let school = School::with_rule().await;
    let mentor = school.mentor("Абаева").await;
    let meeting = school.session(school.meeting, "2026-03-24", "in_person").await;
    school.noon("2026-03-24");
    housekeeping::remind(&school.app.kit).await.unwrap();
    school.mark(meeting, &[(&mentor, "present")]).await;
    school.app.run_jobs().await;
    assert_eq!(school.sent().await, [], "the quarter was closed before the letter went");
    school.noon("2026-03-25");
    let to = format!("/api/v1/sessions/{meeting}/marks");
    let line = serde_json::json!({ "enrolment_id": mentor.enrolment, "status": "absent", "revision": 1 });
    let body = serde_json::json!({ "marks": [line], "correction_reason": "Отметили по ошибке" });
    assert_eq!(school.api(&school.trainer).await.put(&to, body).await.status, 200);
    assert_eq!(school.letters().await.len(), 1, "it is open again");
    school.noon("2026-03-26");
    assert_eq!(school.letters().await.len(), 1, "and that letter goes once");
}

#[actix_web::test]
async fn nobody_is_written_to_without_a_quarterly_rule_or_before_their_start() {
    let school = School::open().await;
    let mentor = school.mentor("Абаева").await;
    school.noon("2026-03-24");
    assert_eq!(school.letters().await, [], "there is no rule");
    school.set_rule(&[("initial_minutes", "120"), ("least_minutes", "1")]).await;
    assert_eq!(school.letters().await, [], "only the first hours are asked");
    school.set_rule(&[("initial_minutes", "0"), ("quarterly", "on"), ("least_minutes", "1")]).await;
    let administrator = school.app.sign_in(&school.administrator).await;
    let starts = birge::web::paths::training_starts(mentor.enrolment);
    let page = administrator.post(&starts, &[("starts_on", "2026-03-28")]).await;
    assert!(page.text().contains("Дата начала сохранена"), "{}", page.text());
    assert_eq!(school.letters().await, [], "they begin on the 28th");
    administrator.post(&starts, &[("starts_on", "2026-03-01")]).await;
    let letters = school.letters().await;
    assert_eq!(letters.len(), 1);
    assert!(letters[0].2.contains("Занятие до конца квартала пока не назначено"), "{}", letters[0].2);
}
