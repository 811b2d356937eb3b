//! People tell that they will not come (L5): in time it excuses, afterwards the trainer decides, and nothing is ever
//! marked over what the sheet says already.

use crate::attendance::ground::{Ground, Sheet};
use crate::support::browser::{Browser, Page};
use birge::attendance::rules::SessionMode;
use birge::db::schema::{absence_notices, attendance_corrections, attendance_marks, audit_entries, mails};
use birge::kernel::{AbsenceNoticeId, EnrolmentId, SessionId};
use birge::web::paths;
use diesel::prelude::*;
use serde_json::json;

mod by_api;
mod file;
mod late;

/// The start of the practicum: two in the afternoon in Irkutsk.
const START: &str = "2026-09-15T06:00:00Z";

/// An edition in Irkutsk with a practicum from two o'clock until half past three; it is ten.
struct Class {
    ground: Ground,
    trainer: Browser,
    session: SessionId,
}

impl Class {
    async fn with(people: usize) -> Class {
        let ground = Ground::with(people).await;
        let session = ground.session(ground.practicum, ("14:00", "15:30"), SessionMode::InPerson).await;
        let trainer = ground.app.sign_in(&ground.trainer).await;
        Class { ground, trainer, session }
    }

    async fn browser(&self, place: usize) -> Browser {
        self.ground.app.sign_in(&self.ground.people[place].0).await
    }

    fn enrolment(&self, place: usize) -> EnrolmentId {
        self.ground.people[place].1
    }

    async fn tell(&self, place: usize, reason: &str, words: &str) -> Page {
        let fields = [("reason", reason), ("words", words)];
        self.browser(place).await.post_multipart(&paths::own_absence(self.session), &fields, &[]).await
    }

    /// Marks somebody as the trainer does.
    async fn mark(&self, place: usize, status: &str) {
        let api = self.ground.app.api(&self.ground.trainer).await;
        let marks = json!({ "marks": [{ "enrolment_id": self.enrolment(place), "status": status }] });
        let saved = api.put(&format!("/api/v1/sessions/{}/marks", self.session), marks).await;
        assert_eq!(saved.status, 200, "{}", saved.html);
    }

    /// The mark of somebody: status, reason, revision.
    async fn marked(&self, place: usize) -> Option<(String, Option<String>, i32)> {
        let who = self.enrolment(place);
        let load = move |r: &mut birge::db::Read| {
            Ok(attendance_marks::table
                .filter(attendance_marks::enrolment_id.eq(who))
                .select((attendance_marks::status, attendance_marks::reason, attendance_marks::revision))
                .first(r.conn())
                .optional()?)
        };
        self.ground.app.db.read(load).await.unwrap()
    }

    /// Everything that the audit and the marks with their corrections say, in one text.
    async fn written_down(&self) -> String {
        let load = |r: &mut birge::db::Read| {
            let acts: Vec<(Option<String>, Option<String>)> = audit_entries::table
                .select((audit_entries::before_value, audit_entries::after_value))
                .load(r.conn())?;
            let marks: Vec<Option<String>> =
                attendance_marks::table.select(attendance_marks::reason).load(r.conn())?;
            let corrections: Vec<(String, Option<String>)> = attendance_corrections::table
                .select((attendance_corrections::new_value, attendance_corrections::reason))
                .load(r.conn())?;
            Ok(format!("{acts:?} {marks:?} {corrections:?}"))
        };
        self.ground.app.db.read(load).await.unwrap()
    }

    async fn newest(&self) -> AbsenceNoticeId {
        let load = |r: &mut birge::db::Read| {
            Ok(absence_notices::table
                .order(absence_notices::id.desc())
                .select(absence_notices::id)
                .first(r.conn())?)
        };
        self.ground.app.db.read(load).await.unwrap()
    }
}

#[tokio::test]
async fn a_notice_before_the_start_is_proposed_on_the_sheet_and_saved_as_an_excuse() {
    let class = Class::with(3).await;
    let schedule = class.browser(0).await.get(paths::SCHEDULE).await;
    assert!(schedule.text().contains("Сообщить, что не приду"), "{}", schedule.text());
    let told = class.tell(0, "illness", "Справка будет завтра").await;
    assert!(told.text().contains("Сообщение отправлено преподавателю"), "{}", told.text());
    assert!(told.text().contains("Болезнь: Справка будет завтра"), "{}", told.text());
    let schedule = class.browser(0).await.get(paths::SCHEDULE).await;
    assert!(schedule.text().contains("Вы сообщили, что не придёте"), "{}", schedule.text());
    assert_eq!(class.marked(0).await, None, "a notice alone marks nobody");
    let ahead = class.trainer.get(&paths::session(class.session)).await;
    assert!(ahead.text().contains("не сможет прийти. Болезнь"), "{}", ahead.text());

    class.ground.app.set_clock(START);
    let sheet = Sheet::open(&class.trainer, &paths::session(class.session)).await;
    let field = |name: &str| format!("{name}-{}", class.enrolment(0));
    assert_eq!(sheet.value(&field("status")), "excused");
    assert_eq!(sheet.value(&field("reason")), "", "what was told stays in the notice");
    assert!(
        sheet.page.html.contains("<option value=\"illness\" selected>"),
        "and the reason that is counted"
    );
    assert!(sheet.page.html.contains("data-suggested"), "it is not saved yet");
    let preset = sheet.set("preset", "present").set(&field("code"), "illness");
    let preset = preset.send(&class.trainer, &paths::session_marks(class.session)).await;
    assert!(preset.html.contains("<option value=\"illness\" selected>"), "{}", preset.html);
    let filled = Sheet::of(preset).set(&field("code"), "illness");
    assert_eq!(filled.value(&field("status")), "excused", "«all present» leaves the excuse");
    filled.send(&class.trainer, &paths::session_marks(class.session)).await;
    let excused = ("excused".to_owned(), None, 1);
    assert_eq!(class.marked(0).await, Some(excused));
    assert_eq!(class.marked(1).await.unwrap().0, "present");
}

#[tokio::test]
async fn what_somebody_tells_in_their_own_words_stays_in_the_notice() {
    let class = Class::with(3).await;
    class.tell(0, "other", "Операция на сердце").await;
    class.tell(1, "illness", "Операция на сердце").await;
    class.ground.app.set_clock(START);
    let sheet = Sheet::open(&class.trainer, &paths::session(class.session)).await;
    assert!(sheet.page.text().contains("Операция на сердце"), "who teaches reads it beside the person");
    let reason = sheet.value(&format!("reason-{}", class.enrolment(0)));
    assert_eq!(reason, "по сообщению слушателя", "“other” cannot do without words, and these tell nothing");
    let sheet = sheet.set(&format!("code-{}", class.enrolment(0)), "other");
    let sheet = sheet.set(&format!("code-{}", class.enrolment(1)), "illness");
    sheet.send(&class.trainer, &paths::session_marks(class.session)).await;
    let by_notice = Some("по сообщению слушателя".to_owned());
    assert_eq!(class.marked(0).await, Some(("excused".to_owned(), by_notice, 1)));

    class.mark(2, "absent").await;
    class.tell(2, "other", "Операция на сердце").await;
    let fields = [("decision", "accept"), ("words", "")];
    class.trainer.post(&paths::absence_decision(class.newest().await), &fields).await;
    assert_eq!(class.marked(2).await.unwrap().0, "excused");
    let all = class.written_down().await;
    assert!(all.contains("по сообщению слушателя") && !all.contains("Операция"), "{all}");
}

#[tokio::test]
async fn whoever_comes_after_all_takes_it_back_before_the_start_and_not_afterwards() {
    let class = Class::with(2).await;
    class.tell(0, "work", "").await;
    class.tell(1, "work", "").await;
    let back = class.browser(0).await.post(&paths::own_absence_withdrawal(class.session), &[]).await;
    assert!(back.text().contains("вас ждут на занятии"), "{}", back.text());
    let again = class.tell(0, "family", "").await;
    assert_eq!(again.status, 200, "and may tell anew");
    class.browser(0).await.post(&paths::own_absence_withdrawal(class.session), &[]).await;

    class.ground.app.set_clock(START);
    let late = class.browser(1).await.post(&paths::own_absence_withdrawal(class.session), &[]).await;
    assert_eq!(late.status, 422);
    assert!(late.text().contains("Занятие началось"), "{}", late.text());
    let sheet = Sheet::open(&class.trainer, &paths::session(class.session)).await;
    assert_eq!(sheet.value(&format!("status-{}", class.enrolment(0))), "");
    assert_eq!(sheet.value(&format!("status-{}", class.enrolment(1))), "excused");
    let rows: i64 =
        class.ground.app.db.read(|r| Ok(absence_notices::table.count().get_result(r.conn())?)).await.unwrap();
    assert_eq!(rows, 3, "what was taken back stays written down");
}

#[tokio::test]
async fn a_notice_for_one_day_excuses_nobody_on_another() {
    let class = Class::with(2).await;
    class.tell(0, "illness", "").await;
    class.tell(1, "work", "").await;
    class.ground.move_to(class.session, class.ground.practicum, ("14:00", "15:30"), "2026-09-17").await;
    let schedule = class.browser(0).await.get(paths::SCHEDULE).await;
    assert!(schedule.text().contains("занятие перенесли на другой день"), "{}", schedule.text());
    let again = class.tell(1, "family", "").await;
    assert_eq!(again.status, 200, "{}", again.text());
    assert!(again.text().contains("Семейные обстоятельства"), "{}", again.text());

    class.ground.app.set_clock("2026-09-17T06:00:00Z");
    let sheet = Sheet::open(&class.trainer, &paths::session(class.session)).await;
    assert_eq!(sheet.value(&format!("status-{}", class.enrolment(0))), "");
    assert_eq!(sheet.value(&format!("status-{}", class.enrolment(1))), "excused");
    assert!(sheet.page.text().contains("Предупреждение было для другого дня"), "{}", sheet.page.text());
    let list = class.trainer.get(&paths::edition_absences(class.ground.edition)).await;
    assert!(list.text().contains("предупреждение было для другого дня"), "{}", list.text());
}

#[tokio::test]
async fn a_mark_that_is_there_is_never_written_over() {
    let class = Class::with(1).await;
    class.tell(0, "transport", "Пробка").await;
    class.ground.app.set_clock(START);
    class.mark(0, "present").await;
    let sheet = Sheet::open(&class.trainer, &paths::session(class.session)).await;
    assert_eq!(sheet.value(&format!("status-{}", class.enrolment(0))), "present");
    sheet.send(&class.trainer, &paths::session_marks(class.session)).await;
    assert_eq!(class.marked(0).await, Some(("present".to_owned(), None, 1)));
}

#[tokio::test]
async fn what_cannot_be_told_is_said_and_nothing_typed_is_lost() {
    let class = Class::with(2).await;
    let wordless = class.tell(0, "other", "").await;
    assert_eq!(wordless.status, 422);
    assert!(wordless.text().contains("Напишите причину своими словами"), "{}", wordless.text());
    let nothing = class.tell(0, "", "Уезжаю").await;
    assert_eq!(nothing.status, 422);
    assert!(nothing.html.contains("Уезжаю") && nothing.text().contains("Выберите один из вариантов"));
    class.tell(0, "family", "").await;
    let twice = class.tell(0, "family", "").await;
    assert!(twice.text().contains("Вы уже сообщили об этом занятии"), "{}", twice.text());

    let stranger = class.ground.app.sign_in(&class.ground.app.person("Чужой").await).await;
    assert_eq!(stranger.status_of(&paths::own_absence(class.session)).await, 404);
    let foreign =
        stranger.post_multipart(&paths::own_absence(class.session), &[("reason", "work")], &[]).await;
    assert_eq!(foreign.status, 404);
    let colleague = class.ground.app.sign_in(&class.ground.app.trainer("Соседний").await).await;
    assert_eq!(colleague.status_of(&paths::edition_absences(class.ground.edition)).await, 404);

    class.trainer.post(&paths::session_cancellation(class.session), &[("reason", "Авария")]).await;
    let cancelled = class.tell(1, "work", "").await;
    assert_eq!(cancelled.status, 422);
    assert!(cancelled.text().contains("Занятие отменено"), "{}", cancelled.text());
}
