//! What becomes of answers when a case is over: a talk about nameless answers, and examples with the consent of
//! their authors (H9).

use crate::cases::{PDF, Room};
use crate::grading::FULL;
use crate::support::browser::Browser;
use crate::support::fixtures::Person;
use crate::support::learning::NewEdition;
use birge::cases::rules::{CaseSetup, Release};
use birge::db::schema::enrolments;
use birge::kernel::{EditionId, EnrolmentId, SubmissionId};
use diesel::prelude::*;
use serde_json::json;

/// What would give the author of the answer away.
const TELLING: [&str; 3] = ["Сейтқали", "@test.example", "План-Айгүл"];
const DELETE: reqwest::Method = reqwest::Method::DELETE;
const AFTER: &str = "2026-12-02T09:00:00Z";

struct After {
    room: Room,
    work: SubmissionId,
    /// Somebody else of the edition, who has handed nothing in.
    fellow: Browser,
    place: EnrolmentId,
}

impl After {
    /// A work of the trainee with a file, and a fellow.
    async fn new() -> After {
        let room = Room::new().await;
        room.hand_in("Сначала позвоню Ольге. Айгүл Сейтқали", &[("План-Айгүл.pdf", PDF)]).await;
        let work = room.last().await;
        let person = room.app.person("Петров").await;
        let place = room.app.enrol(room.edition, &person).await;
        let fellow = room.app.sign_in(&person).await;
        After { room, work, fellow, place }
    }

    fn board(&self) -> String {
        format!("/editions/{}/cases/{}/discussion", self.room.edition, self.room.case)
    }

    fn of_work(&self, what: &str) -> String {
        format!("/submissions/{}/{what}", self.work)
    }

    fn of_fellow(&self, what: &str) -> String {
        format!("/learn/{}/cases/{}{what}", self.place, self.room.case)
    }

    /// Shows the answer by a nameless copy and opens the talk early.
    async fn open(&self, nameless: bool) {
        let copy = [("text", "Сначала позвоню Ольге.")];
        let shown = self.room.grader.post(&self.of_work("shown-answer"), &copy).await;
        assert_eq!(shown.status, 200, "{}", shown.text());
        let mut fields = vec![("early", "on")];
        fields.extend(nameless.then_some(("nameless", "on")));
        let opened = self.room.grader.post(&self.board(), &fields).await;
        assert!(opened.text().contains("Обсуждение открыто"), "{}", opened.text());
    }

    async fn fellow_hands_in(&self) {
        let fields = [("text", "Перенесу встречу"), ("revision", "0")];
        let page = self.fellow.post(&self.of_fellow("/submissions"), &fields).await;
        assert_eq!(page.status, 200, "{}", page.text());
    }

    /// The edition after this one, with somebody in it.
    async fn later_edition(&self, surname: &str) -> (EditionId, EnrolmentId, Browser) {
        let room = &self.room;
        let later = NewEdition { starts_on: "2026-09-02".parse().unwrap(), ..NewEdition::of(room.version) };
        let edition = room.app.open_edition(later).await;
        let person: Person = room.app.person(surname).await;
        let enrolment = room.app.enrol(edition, &person).await;
        (edition, enrolment, room.app.sign_in(&person).await)
    }
}

#[tokio::test]
async fn nothing_is_shown_before_staff_have_chosen_and_opened() {
    let after = After::new().await;
    let board = after.room.grader.get(&after.board()).await;
    assert!(board.text().contains("Обсуждение ещё не открыто") && board.text().contains("Работа №"));
    let refused = after.room.grader.post(&after.board(), &[]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("Сначала выберите хотя бы один ответ"), "{}", refused.text());
    assert!(refused.text().contains("Срок сдачи ещё не закончился для всех"), "{}", refused.text());
    let named = [("text", "Сначала позвоню Ольге. Айгүл Сейтқали")];
    let refused = after.room.grader.post(&after.of_work("shown-answer"), &named).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("стоит фамилия кого-то из слушателей"), "{}", refused.text());
    assert!(refused.html.contains("Сначала позвоню Ольге. Айгүл Сейтқали"), "what was typed is not lost");

    let own = after.room.author.get(&format!("{}/discussion", after.room.path())).await;
    assert!(own.text().contains("Здесь пока нечего читать"), "{}", own.text());
    after.room.app.set_clock(AFTER);
    let shown = after.room.grader.post(&after.of_work("shown-answer"), &[("text", "Позвоню.")]).await;
    assert!(shown.text().contains("«Ответ 1»"), "{}", shown.text());
    let own = after.room.author.get(&format!("{}/discussion", after.room.path())).await;
    assert!(!own.html.contains("Позвоню."), "chosen is not opened");
    let opened = after.room.grader.post(&after.board(), &[]).await;
    assert!(opened.text().contains("Обсуждение открыто"), "after the deadline nothing else is asked");
    assert_eq!(after.room.app.audited("case-discussion-set").await, 1);
    assert_eq!(after.room.app.audited("answer-shown").await, 1);
}

#[tokio::test]
async fn who_can_still_hand_in_does_so_before_reading_others() {
    let after = After::new().await;
    after.open(false).await;
    let page = after.fellow.get(&after.of_fellow("")).await;
    assert!(page.text().contains("откроются, когда вы сдадите свою работу"), "{}", page.text());
    let shut = after.fellow.get(&after.of_fellow("/discussion")).await;
    assert!(shut.text().contains("Сначала сдайте свою работу"), "{}", shut.text());
    assert!(!shut.html.contains("позвоню Ольге"));
    let said = [("answer", "1"), ("remark", "Согласен")];
    assert_eq!(after.fellow.post(&after.of_fellow("/discussion/remarks"), &said).await.status, 409);
    after.fellow_hands_in().await;
    assert!(after.fellow.get(&after.of_fellow("")).await.text().contains("Обсуждение ответов"));
    let open = after.fellow.get(&after.of_fellow("/discussion")).await;
    assert!(open.text().contains("Ответ 1") && open.text().contains("позвоню Ольге"), "{}", open.text());
    for telling in TELLING {
        assert!(!open.html.contains(telling), "{telling}: {}", open.html);
    }
    for leading in ["/submissions/", "/files/", &format!("/learn/{}/", after.room.enrolment)] {
        assert!(!open.html.contains(leading), "the page leads to the author: {leading}");
    }
}

#[tokio::test]
async fn whoever_can_hand_in_no_more_reads_without_a_work() {
    let after = After::new().await;
    after.open(false).await;
    after.room.app.set_clock(AFTER);
    let open = after.fellow.get(&after.of_fellow("/discussion")).await;
    assert!(open.text().contains("позвоню Ольге"), "{}", open.text());
}

#[tokio::test]
async fn remarks_have_names_or_none_and_staff_hide_them_with_a_reason() {
    let after = After::new().await;
    after.open(true).await;
    after.fellow_hands_in().await;
    let remarks = after.of_fellow("/discussion/remarks");
    let empty = after.fellow.post(&remarks, &[("answer", "1"), ("remark", " ")]).await;
    assert_eq!(empty.status, 422);
    let said = after.fellow.post(&remarks, &[("answer", "1"), ("remark", "А письма кто понесёт?")]).await;
    assert!(said.text().contains("Участник") && said.text().contains("А письма"), "{}", said.text());
    assert!(!after.room.grader.get(&after.board()).await.html.contains("Петров"), "nobody sees the name");
    // With names from now on: what was said without one stays so.
    after.room.grader.post(&after.board(), &[("early", "on")]).await;
    after.fellow.post(&remarks, &[("answer", "1"), ("remark", "И ещё лист сборов")]).await;
    let own = after.room.author.get(&format!("{}/discussion", after.room.path())).await;
    assert_eq!(own.text().matches("Петров").count(), 1, "{}", own.text());
    let staff = [("answer", "1"), ("remark", "Хороший вопрос")];
    let board = after.room.grader.post(&format!("{}/remarks", after.board()), &staff).await;
    assert!(board.text().contains("Преподаватель"), "{}", board.text());

    let hiding = board.html.split("action=\"/discussion-remarks/").nth(1).unwrap();
    let hiding = format!("/discussion-remarks/{}", hiding.split('"').next().unwrap());
    assert_eq!(after.fellow.post(&hiding, &[("reason", "нет")]).await.status, 404);
    assert_eq!(after.room.grader.post(&hiding, &[("reason", " ")]).await.status, 422);
    after.room.grader.post(&hiding, &[("reason", "Не об ответе")]).await;
    let own = after.room.author.get(&format!("{}/discussion", after.room.path())).await;
    assert!(own.text().contains("Не об ответе") && !own.text().contains("А письма"), "{}", own.text());
    assert_eq!(after.room.app.audited("remark-hidden").await, 1);

    after.room.grader.post(&format!("{}/closing", after.board()), &[]).await;
    assert_eq!(after.fellow.post(&remarks, &[("answer", "1"), ("remark", "Поздно")]).await.status, 409);
    let own = after.room.author.get(&format!("{}/discussion", after.room.path())).await;
    assert!(
        own.text().contains("Обсуждение закрыто") && own.text().contains("лист сборов"),
        "{}",
        own.text()
    );
}

#[tokio::test]
async fn a_hidden_version_is_never_shown() {
    let after = After::new().await;
    after.open(false).await;
    after.fellow_hands_in().await;
    let hide = [("reason", "Названа семья")];
    after.room.grader.post(&after.of_work("hiding"), &hide).await;
    let page = after.fellow.get(&after.of_fellow("/discussion")).await;
    assert!(!page.html.contains("позвоню Ольге"), "{}", page.html);
    assert_eq!(after.room.grader.get(&after.of_work("shown-answer")).await.status, 404);
    assert!(!after.room.grader.get(&after.board()).await.html.contains("позвоню Ольге"));
}

#[tokio::test]
async fn an_example_needs_its_authors_consent_and_the_readers_own_work() {
    let after = After::new().await;
    after.open(false).await;
    let (_, later, reader) = after.later_edition("Поздний").await;
    let case = after.room.case;
    let examples = format!("/learn/{later}/cases/{case}/examples");
    assert_eq!(after.room.author.get(&format!("{}/consent", after.room.path())).await.status, 404);
    let asked = after.room.grader.post(&after.of_work("example"), &[]).await;
    assert!(asked.text().contains("ждём ответа"), "{}", asked.text());
    after.room.app.run_jobs().await;
    let letters = after.room.app.db.read(|r| birge::mail::store::newest(r, None, 10)).await.unwrap();
    assert_eq!(letters.iter().filter(|letter| letter.name == "example_asked").count(), 1);
    assert_eq!(after.fellow.get(&format!("{}/consent", after.room.path())).await.status, 404);

    let fields = [("text", "Мой план"), ("revision", "0")];
    reader.post(&format!("/learn/{later}/cases/{case}/submissions"), &fields).await;
    assert!(!reader.get(&examples).await.html.contains("позвоню"), "asked is not agreed");
    let consent = format!("{}/consent", after.room.path());
    let question = after.room.author.get(&consent).await;
    assert!(question.text().contains("Сначала позвоню Ольге."), "the author sees what would be shown");
    assert!(after.room.open().await.text().contains("просит разрешения"));
    after.room.author.post(&consent, &[("verdict", "agree")]).await;
    let page = reader.get(&format!("/learn/{later}/cases/{case}")).await;
    assert!(page.text().contains("Примеры работ прошлых потоков: 1"), "{}", page.text());
    let shown = reader.get(&examples).await;
    assert!(shown.text().contains("Сначала позвоню Ольге."), "{}", shown.text());
    for telling in TELLING {
        assert!(!shown.html.contains(telling), "{telling}: {}", shown.html);
    }
    // Another copy is nothing that the author has agreed to.
    let copy = [("text", "Сначала позвоню Ольге и Зое.")];
    after.room.grader.post(&after.of_work("shown-answer"), &copy).await;
    assert!(!reader.get(&examples).await.html.contains("Зое"));
    // The edition itself and those before it have none.
    assert!(!after.room.open().await.text().contains("прошлых потоков"));

    let (_, fresh, browser) = after.later_edition("Новый").await;
    let locked = browser.get(&format!("/learn/{fresh}/cases/{case}/examples")).await;
    assert!(locked.text().contains("Сначала сдайте свою работу") && !locked.html.contains("позвоню"));

    after.room.author.post(&consent, &[("verdict", "refuse")]).await;
    assert!(!reader.get(&examples).await.html.contains("позвоню"), "taken back, it is gone at once");
    assert_eq!(after.room.app.audited("example-answered").await, 2);
}

#[tokio::test]
async fn staff_choose_without_a_name_where_a_case_is_graded_without_names() {
    let after = After::new().await;
    let (blind, release) = (true, Release::ByHand);
    after.room.set_up(CaseSetup { blind, release, ..CaseSetup::default() }).await;
    after.open(false).await;
    let api = after.room.app.api(&after.room.trainer).await;
    for path in [after.board(), after.of_work("shown-answer")] {
        for (what, body) in [
            ("page", after.room.grader.get(&path).await.html),
            ("API", api.get(&format!("/api/v1{path}")).await.html),
        ] {
            // The author has signed the work itself: that is what staff have to see.
            let body = body.replace("Айгүл Сейтқали", "");
            for telling in TELLING {
                assert!(!body.contains(telling), "the {what} {path} tells {telling}: {body}");
            }
        }
    }
    assert_eq!(after.room.grader.post(&after.of_work("grading"), &FULL).await.status, 200);
}

#[tokio::test]
async fn strangers_to_the_edition_see_nothing() {
    let after = After::new().await;
    after.open(false).await;
    let stranger = after.room.app.sign_in(&after.room.app.person("Чужой").await).await;
    let paths = [after.board(), after.of_work("shown-answer"), after.of_fellow("/discussion")];
    for path in paths {
        assert_eq!(stranger.get(&path).await.status, 404, "{path}");
    }
    for path in [after.board(), after.of_work("shown-answer")] {
        assert_eq!(after.room.author.get(&path).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn programs_do_the_same() {
    let after = After::new().await;
    let trainer = after.room.app.api(&after.room.trainer).await;
    let author = after.room.app.api(&after.room.trainee).await;
    let (board, shown) =
        (format!("/api/v1{}", after.board()), format!("/api/v1{}", after.of_work("shown-answer")));
    let refused = trainer.put(&board, json!({ "open": true })).await;
    assert_eq!((refused.status, refused.json()["errors"][0]["field"].as_str()), (422, Some("answers")));
    let answer = trainer.put(&shown, json!({ "text": "Позвоню." })).await;
    assert_eq!(answer.json()["number"], 1, "{}", answer.html);
    let opened = trainer.put(&board, json!({ "open": true, "early": true, "nameless": true })).await;
    assert_eq!(opened.json()["open"], true, "{}", opened.html);
    let talk = format!("/api/v1{}/discussion", after.room.path());
    let remark = json!({ "answer": 1, "remark": "Кому?" });
    assert_eq!(author.post(&format!("{talk}/remarks"), remark).await.status, 201);
    let read = author.get(&talk).await.json();
    assert_eq!(read["answers"][0]["text"], "Позвоню.");
    assert_eq!(read["answers"][0]["remarks"][0]["author"], serde_json::Value::Null);
    let id = read["answers"][0]["remarks"][0]["id"].clone();
    let hiding = format!("/api/v1/discussion-remarks/{id}/hiding");
    assert_eq!(trainer.post(&hiding, json!({ "reason": "Проба" })).await.status, 204);
    let example = format!("/api/v1{}", after.of_work("example"));
    assert_eq!(trainer.post(&example, json!({})).await.status, 204);
    assert_eq!(trainer.post(&example, json!({})).await.status, 409, "about the same text once");
    let consent = format!("/api/v1{}/consent", after.room.path());
    assert_eq!(author.get(&consent).await.json()["consent"], "asked");
    assert_eq!(author.put(&consent, json!({ "agrees": true })).await.status, 204);
    assert_eq!(trainer.get(&shown).await.json()["consent"], "agreed");
    assert_eq!(trainer.send(DELETE, &example, None).await.status, 204);
    assert_eq!(author.get(&consent).await.status, 404);
    assert_eq!(trainer.send(DELETE, &shown, None).await.status, 204);
    assert_eq!(trainer.put(&board, json!({ "open": false })).await.json()["open"], false);
}

#[tokio::test]
async fn a_copy_names_nobody_who_was_withdrawn_either() {
    let after = After::new().await;
    let (place, now) = (after.place, after.room.app.now());
    let withdraw = move |w: &mut birge::db::Write| {
        diesel::update(enrolments::table.find(place))
            .set((enrolments::withdrawn_at.eq(now), enrolments::withdrawal_reason.eq("Переезд")))
            .execute(w.conn())?;
        Ok(())
    };
    after.room.app.db.write(withdraw).await.unwrap();
    let named = [("text", "Сначала позвоню Ольге, потом Петрову.")];
    let refused = after.room.grader.post(&after.of_work("shown-answer"), &named).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("стоит фамилия кого-то из слушателей"), "{}", refused.text());
}
