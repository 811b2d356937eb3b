//! The path of a mentor (row 33): the states, checks with terms, hours out of the ledger, contacts, closure, letters, and
//! who sees what.

use crate::support::app::TestApp;
use crate::support::browser::ApiClient;
use crate::support::fixtures::Person;
use birge::db::schema::{mails, programmes};
use birge::kernel::{EnrolmentId, Minutes, OrganisationId, ProgrammeId};
use birge::people::Role;
use birge::programmes::rules::words::DeliveryMode;
use diesel::prelude::*;
use serde_json::{Value, json};

/// A centre with a coordinator, and somebody who wants to be a mentor.
struct Centre {
    app: TestApp,
    organisation: OrganisationId,
    coordinator: Person,
    person: Person,
    enrolment: EnrolmentId,
}

impl Centre {
    async fn open() -> Centre {
        let app = TestApp::at("2026-09-15T09:00:00Z").await;
        let version = app.programme().await;
        let edition = app.edition(version).await;
        let organisation = app.centre().await;
        let (coordinator, person) = (app.person("Белова").await, app.person("Садыкова").await);
        app.grant_in(&coordinator, Role::Coordinator, organisation).await;
        let enrolment = app.enrol(edition, &person).await;
        let centre = Centre { app, organisation, coordinator, person, enrolment };
        let programme: ProgrammeId = centre
            .app
            .db
            .read(|r| Ok(programmes::table.select(programmes::id).first(r.conn())?))
            .await
            .unwrap();
        let settings = format!("/api/v1/organisations/{organisation}/mentor-settings");
        let body = json!({ "training_hours": 2, "checks": ["medical"], "programme_ids": [programme] });
        let set = centre.api().await.put(&settings, body).await;
        assert_eq!(set.json()["checks"], json!(["criminal_record", "medical"]), "{}", set.html);
        centre
    }

    async fn api(&self) -> ApiClient {
        self.app.api(&self.coordinator).await
    }

    /// The application; answers the address of the mentor.
    async fn apply(&self) -> String {
        let to = format!("/api/v1/organisations/{}/mentors", self.organisation);
        let body = json!({ "email": self.person.email, "application": "Хочу помогать" });
        let made = self.api().await.post(&to, body).await;
        assert_eq!((made.status, made.json()["state"].clone()), (201, json!("applied")), "{}", made.html);
        format!("/api/v1/mentors/{}", made.json()["id"])
    }

    async fn see(&self, mentor: &str, kind: &str, until: &str) {
        let body = json!({ "kind": kind, "number": "12-45", "dated": "2026-09-01", "valid_until": until });
        let seen = self.api().await.post(&format!("{mentor}/checks"), body).await;
        assert_eq!(seen.status, 201, "{}", seen.html);
    }

    async fn step(&self, mentor: &str, step: &str) -> Value {
        self.api().await.post(&format!("{mentor}/steps"), json!({ "step": step })).await.json()
    }

    /// Two academic hours in person, as the ledger has them.
    async fn learn(&self) {
        use birge::db::schema::{activities, ledger_entries};
        use birge::programmes::rules::words::Nature;
        use birge::progress::store::SourceKind;
        let (enrolment, now) = (self.enrolment, self.app.now());
        let write = move |w: &mut birge::db::Write| {
            diesel::update(activities::table).set(activities::minutes.eq(90)).execute(w.conn())?;
            let activity: birge::kernel::ActivityId =
                activities::table.order(activities::id).select(activities::id).first(w.conn())?;
            diesel::insert_into(ledger_entries::table)
                .values((
                    ledger_entries::enrolment_id.eq(enrolment),
                    ledger_entries::activity_id.eq(activity),
                    ledger_entries::minutes.eq(Minutes(90)),
                    ledger_entries::nature.eq(Nature::Theory),
                    ledger_entries::mode.eq(DeliveryMode::InPerson),
                    ledger_entries::source_kind.eq(SourceKind::Attendance),
                    ledger_entries::source_id.eq(1_000_000),
                    ledger_entries::revision.eq(0),
                    ledger_entries::credited_at.eq(now),
                ))
                .execute(w.conn())?;
            Ok(())
        };
        self.app.db.write(write).await.unwrap();
    }

    /// Everything up to the admission.
    async fn admitted(&self, until: &str) -> String {
        let mentor = self.apply().await;
        self.see(&mentor, "criminal_record", until).await;
        self.see(&mentor, "medical", "2027-09-01").await;
        self.step(&mentor, "documents_checked").await;
        self.learn().await;
        self.step(&mentor, "trained").await;
        let talk = json!({ "held_on": "2026-09-15", "in_person": true, "recommended": true, "notes": "Спокойна, умеет слушать" });
        let talked = self.api().await.post(&format!("{mentor}/interviews"), talk).await;
        assert_eq!(talked.json()["state"], "interviewed", "{}", talked.html);
        assert_eq!(self.step(&mentor, "admitted").await["state"], "admitted");
        mentor
    }

    async fn pair(&self, mentor: &str, starts_on: &str) -> crate::support::browser::Page {
        let body = json!({ "mentee_code": "А.К.", "mentee_born_in": 2013, "starts_on": starts_on, "planned_end": "2027-09-01",
            "consent_by": "guardian", "consent_paper": "Согласие № 4", "consent_on": "2026-09-10" });
        self.api().await.post(&format!("{mentor}/pairs"), body).await
    }
}

fn codes(answer: &Value) -> Vec<&str> {
    answer["errors"].as_array().unwrap().iter().map(|error| error["code"].as_str().unwrap()).collect()
}

fn missing(answer: &Value) -> Vec<&str> {
    answer["missing"].as_array().unwrap().iter().map(|lack| lack["code"].as_str().unwrap()).collect()
}

#[actix_web::test]
async fn row_33_cannot_match_with_an_expired_certificate_of_no_criminal_record() {
    let centre = Centre::open().await;
    let mentor = centre.admitted("2026-10-01").await;
    centre.app.set_clock("2026-10-02T09:00:00Z");
    let refused = centre.pair(&mentor, "2026-10-02").await;
    assert_eq!(refused.status, 422, "{}", refused.html);
    let answer = refused.json();
    assert_eq!(codes(&answer), ["mentoring-check-expired"]);
    let said = answer["errors"][0]["detail"].as_str().unwrap();
    for word in ["Справка об отсутствии судимости", "01.10.2026", "новый документ"]
    {
        assert!(said.contains(word), "{word}: {said}");
    }
    let stands = centre.api().await.get(&mentor).await.json();
    assert_eq!(
        (stands["state"].clone(), stands["pairs"].clone()),
        (json!("admitted"), json!([])),
        "nothing was done"
    );
    centre.see(&mentor, "criminal_record", "2027-10-01").await;
    let paired = centre.pair(&mentor, "2026-10-02").await;
    assert_eq!((paired.status, paired.json()["state"].clone()), (201, json!("matched")), "{}", paired.html);
}

#[actix_web::test]
async fn row_33_states_come_one_after_another_and_training_alone_admits_nobody() {
    let centre = Centre::open().await;
    let mentor = centre.apply().await;
    centre.learn().await;
    assert_eq!(codes(&centre.step(&mentor, "admitted").await), ["mentoring-order"]);
    let nothing_seen = centre.step(&mentor, "documents_checked").await;
    assert_eq!(codes(&nothing_seen), ["mentoring-check-missing", "mentoring-check-missing"]);
    centre.see(&mentor, "criminal_record", "2027-01-01").await;
    centre.see(&mentor, "medical", "2027-01-01").await;
    assert_eq!(centre.step(&mentor, "documents_checked").await["state"], "documents_checked");
    let trained = centre.step(&mentor, "trained").await;
    assert_eq!(
        (trained["state"].clone(), trained["training"]["hours_in_person"].clone()),
        (json!("trained"), json!(2))
    );
    assert_eq!(missing(&trained), ["mentoring-interview-none"]);
    assert_eq!(codes(&centre.step(&mentor, "admitted").await), ["mentoring-order"]);
    let remote =
        json!({ "held_on": "2026-09-15", "in_person": false, "recommended": true, "notes": "По видео" });
    let remote = centre.api().await.post(&format!("{mentor}/interviews"), remote).await.json();
    assert_eq!(remote["state"], "trained", "face to face is needed");
    assert_eq!(centre.pair(&mentor, "2026-09-20").await.status, 422);
    let against =
        json!({ "held_on": "2026-09-15", "in_person": true, "recommended": false, "notes": "Сомнения" });
    let against = centre.api().await.post(&format!("{mentor}/interviews"), against).await.json();
    assert_eq!(missing(&against), ["mentoring-interview-against"]);
    let own = centre.app.api(&centre.person).await.get("/api/v1/my/mentoring").await.json();
    assert!(missing(&own[0]).is_empty(), "what was advised is for those who decide: {own}");
    let steps: Vec<Value> = centre.api().await.get(&mentor).await.json()["steps"].as_array().unwrap().clone();
    assert!(steps.iter().all(|step| step["by"] != "" && step["at"] != ""), "{steps:?}");
}

#[actix_web::test]
async fn row_33_hours_come_out_of_the_ledger_only() {
    let centre = Centre::open().await;
    let mentor = centre.apply().await;
    centre.see(&mentor, "criminal_record", "2027-01-01").await;
    centre.see(&mentor, "medical", "2027-01-01").await;
    let checked = centre.step(&mentor, "documents_checked").await;
    assert_eq!(missing(&checked), ["mentoring-hours", "mentoring-hours-in-person"]);
    assert_eq!(codes(&centre.step(&mentor, "trained").await).len(), 2);
    let less = json!({ "training_hours": 1, "in_person_hours": 0 });
    let settings = format!("/api/v1/organisations/{}/mentor-settings", centre.organisation);
    assert_eq!(centre.api().await.put(&settings, less).await.status, 422, "less than the standard");
    centre.learn().await;
    assert_eq!(centre.step(&mentor, "trained").await["state"], "trained");
}

#[actix_web::test]
async fn row_33_contacts_are_due_twice_in_the_first_month_and_the_pair_is_closed_with_an_exit_interview() {
    let centre = Centre::open().await;
    let mentor = centre.admitted("2027-06-01").await;
    let name = centre.pair(&mentor, "2026-09-15").await.json();
    let pair = format!("/api/v1/mentor-pairs/{}", name["pairs"][0]["id"]);
    let api = centre.api().await;
    assert_eq!(api.post(&format!("{pair}/start"), json!({})).await.json()["state"], "active");
    centre.app.set_clock("2026-10-20T09:00:00Z");
    let api = centre.api().await;
    let stands = api.get(&mentor).await.json();
    let states: Vec<&str> = stands["pairs"][0]["due_contacts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|due| due["state"].as_str().unwrap())
        .collect();
    assert_eq!(states, ["overdue", "overdue", "ahead"]);
    let contact = json!({ "held_on": "2026-10-20", "way": "call", "note": "Встречи идут" });
    let told = api.post(&format!("{pair}/contacts"), contact).await.json();
    assert_eq!(
        (told["overdue_contact"].clone(), told["next_contact"].clone()),
        (json!(null), json!("2026-11-15"))
    );
    let ahead = json!({ "held_on": "2026-10-21", "way": "call", "note": "Завтра" });
    assert_eq!(codes(&api.post(&format!("{pair}/contacts"), ahead).await.json()), ["mentoring-date-ahead"]);
    let empty = json!({ "closed_on": "2026-10-20", "reason": "moved", "exit_interview": "" });
    assert_eq!(api.post(&format!("{pair}/closure"), empty).await.status, 422);
    let close = json!({ "closed_on": "2026-10-20", "reason": "moved", "exit_interview": "Подросток уехал" });
    assert_eq!(api.post(&format!("{pair}/closure"), close.clone()).await.json()["state"], "closed");
    assert_eq!(codes(&api.post(&format!("{pair}/closure"), close).await.json()), ["mentoring-pair-closed"]);
    assert_eq!(centre.pair(&mentor, "2026-10-21").await.json()["state"], "matched", "everything still holds");
}

#[actix_web::test]
async fn a_name_of_a_child_is_refused_and_nothing_typed_is_lost() {
    let centre = Centre::open().await;
    let mentor = centre.admitted("2027-06-01").await.replace("/api/v1", "");
    let browser = centre.app.sign_in(&centre.coordinator).await;
    let form = [
        ("mentee_code", "Айгерим"),
        ("mentee_born_in", "1990"),
        ("starts_on", "2026-09-16"),
        ("planned_end", "2026-09-16"),
        ("consent_by", "guardian"),
        ("consent_paper", "Согласие № 4"),
        ("consent_on", "2026-09-10"),
    ];
    let refused = browser.post(&format!("{mentor}/pairs"), &form).await;
    assert_eq!(refused.status, 422);
    let text = refused.text();
    assert!(text.contains("Имя ребёнка здесь не пишут") && text.contains("Проверьте год рождения"), "{text}");
    assert_eq!(refused.value_of("consent_paper").as_deref(), Some("Согласие № 4"));
}

#[actix_web::test]
async fn the_mentor_reads_the_own_path_without_notes_and_strangers_read_nothing() {
    let centre = Centre::open().await;
    let mentor = centre.admitted("2026-09-30").await;
    let own = centre.app.sign_in(&centre.person).await.get("/my-mentoring").await;
    assert!(own.text().contains("Координатор подбирает вам подопечного"), "{}", own.text());
    assert!(!own.html.contains("умеет слушать"), "notes of interviews are not the mentor's");
    let kept = centre.app.sign_in(&centre.person).await.get("/my-mentoring/data").await;
    assert!(kept.html.contains("12-45") && !kept.html.contains("умеет слушать"), "{}", kept.html);
    assert!(
        !centre
            .app
            .api(&centre.person)
            .await
            .get("/api/v1/my/mentoring")
            .await
            .html
            .contains("умеет слушать")
    );

    let other = centre.app.organisation("Чужая организация").await;
    let stranger = centre.app.person("Чужой").await;
    centre.app.grant_in(&stranger, Role::Coordinator, other).await;
    let foreign = centre.app.api(&stranger).await;
    assert_eq!(foreign.get(&mentor).await.status, 404);
    assert_eq!(
        foreign.post(&format!("{mentor}/steps"), json!({ "step": "refused", "reason": "Нет" })).await.status,
        404
    );
    assert_eq!(
        foreign.get(&format!("/api/v1/organisations/{}/mentors", centre.organisation)).await.status,
        404
    );
    // Nobody decides about themselves.
    centre.app.grant_in(&centre.person, Role::Coordinator, centre.organisation).await;
    assert_eq!(centre.app.api(&centre.person).await.get(&mentor).await.status, 404);
    let board = centre
        .app
        .sign_in(&centre.coordinator)
        .await
        .get(&format!("/organisations/{}/mentors", centre.organisation))
        .await;
    assert!(
        board.text().contains("Документы заканчиваются") && board.text().contains("Садыкова"),
        "{}",
        board.text()
    );
    assert!(centre.app.audited("mentor-seen").await == 0 && centre.app.audited("mentor-step").await == 3);
    assert_eq!(
        centre.app.audited("mentors-seen").await,
        1,
        "whoever looks at the board is written down (N2)"
    );
}

#[actix_web::test]
async fn letters_go_once_of_a_paper_that_expires_and_of_a_contact_that_is_overdue() {
    let centre = Centre::open().await;
    let mentor = centre.admitted("2026-10-20").await;
    let paired = centre.pair(&mentor, "2026-09-15").await;
    assert_eq!(paired.status, 201, "{}", paired.html);
    centre.app.set_clock("2026-10-02T09:00:00Z");
    for _ in 0..2 {
        birge::mentoring::jobs::look(&centre.app.db, centre.app.now()).await.unwrap();
        centre.app.run_jobs().await;
        centre.app.set_clock("2026-10-03T09:00:00Z");
    }
    let sent: Vec<(String, String)> = centre
        .app
        .db
        .read(|r| {
            let letters = mails::table.filter(mails::name.like("mentor_%")).order(mails::name);
            Ok(letters.select((mails::name, mails::to_address)).load(r.conn())?)
        })
        .await
        .unwrap();
    let expected = [
        ("mentor_check_expires".to_owned(), centre.person.email.clone()),
        ("mentor_contact_due".to_owned(), centre.coordinator.email.clone()),
    ];
    assert_eq!(sent, expected, "each once");
    let admitted: Vec<String> = centre
        .app
        .db
        .read(|r| {
            let letters = mails::table.filter(mails::name.eq("candidacy_admitted"));
            Ok(letters.select(mails::to_address).load(r.conn())?)
        })
        .await
        .unwrap();
    assert_eq!(admitted, std::slice::from_ref(&centre.person.email), "what was decided is told");
}

#[actix_web::test]
async fn people_apply_by_themselves_where_that_is_open_and_may_give_it_up() {
    let centre = Centre::open().await;
    let own = centre.app.api(&centre.person).await;
    let body = json!({ "organisation_id": centre.organisation, "application": "Хочу помогать" });
    let closed = own.post("/api/v1/my/mentoring", body.clone()).await;
    assert_eq!(codes(&closed.json()), ["mentoring-no-applications"]);
    let settings = format!("/api/v1/organisations/{}/mentor-settings", centre.organisation);
    centre.api().await.put(&settings, json!({ "takes_applications": true })).await;
    let applied = own.post("/api/v1/my/mentoring", body.clone()).await;
    assert_eq!(applied.status, 201, "{}", applied.html);
    assert_eq!(
        codes(&own.post("/api/v1/my/mentoring", body.clone()).await.json()),
        ["mentoring-applied-already"]
    );
    let id = applied.json()[0]["id"].as_i64().unwrap();
    let gone = own.post(&format!("/api/v1/my/mentoring/{id}/withdrawal"), json!({})).await;
    assert_eq!(gone.json()[0]["state"], "withdrawn", "{}", gone.html);
    assert_eq!(own.post("/api/v1/my/mentoring", body).await.status, 201, "one may apply anew");
}

impl Centre {
    /// A pair of an admitted mentor that meets; answers the addresses of the mentor and of the pair.
    async fn meeting(&self, until: &str) -> (String, String) {
        let mentor = self.admitted(until).await;
        let made = self.pair(&mentor, "2026-09-15").await;
        assert_eq!(made.status, 201, "{}", made.html);
        let pair = format!("/api/v1/mentor-pairs/{}", made.json()["pairs"][0]["id"]);
        let begun = self.api().await.post(&format!("{pair}/start"), json!({})).await;
        assert_eq!(begun.status, 201, "{}", begun.html);
        (mentor, pair)
    }

    /// What the look of now and the outbox make: every letter of these names, with whom it went to.
    async fn letters(&self, names: &[&str]) -> Vec<(String, String)> {
        birge::mentoring::jobs::look(&self.app.db, self.app.now()).await.unwrap();
        self.app.run_jobs().await;
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        let read = move |r: &mut birge::db::Read| {
            let letters =
                mails::table.filter(mails::name.eq_any(names)).order((mails::name, mails::to_address));
            Ok(letters.select((mails::name, mails::to_address)).load(r.conn())?)
        };
        self.app.db.read(read).await.unwrap()
    }

    async fn board(&self) -> String {
        let to = format!("/organisations/{}/mentors", self.organisation);
        self.app.sign_in(&self.coordinator).await.get(&to).await.text()
    }
}

#[actix_web::test]
async fn the_end_of_a_pair_is_told_of_and_the_pair_is_extended_or_closed() {
    let centre = Centre::open().await;
    let (mentor, pair) = centre.meeting("2028-01-01").await;
    centre.see(&mentor, "medical", "2028-01-01").await;
    let names = ["mentor_pair_ends", "mentor_pair_ends_own"];
    centre.app.set_clock("2027-08-17T09:00:00Z");
    assert_eq!(centre.letters(&names).await, [], "fifteen days are left");
    centre.app.set_clock("2027-08-18T09:00:00Z");
    let told = [
        ("mentor_pair_ends".to_owned(), centre.coordinator.email.clone()),
        ("mentor_pair_ends_own".to_owned(), centre.person.email.clone()),
    ];
    assert_eq!(centre.letters(&names).await, told, "two weeks before");
    centre.app.set_clock("2027-09-10T09:00:00Z");
    assert_eq!(centre.letters(&names).await, told, "each once");
    let board = centre.board().await;
    assert!(board.contains("плановый срок закончился"), "{board}");
    let stands = centre.api().await.get(&mentor).await.json();
    assert_eq!(stands["next_contact"], "2027-09-15", "contacts are due until the pair is closed");

    let api = centre.api().await;
    let extensions = format!("{pair}/extensions");
    let earlier = json!({ "planned_end": "2027-09-09", "reason": "Ещё немного" });
    assert_eq!(codes(&api.post(&extensions, earlier).await.json()), ["mentoring-extension"]);
    let mute = json!({ "planned_end": "2028-06-01", "reason": "" });
    assert_eq!(codes(&api.post(&extensions, mute).await.json()), ["required"]);
    let later = json!({ "planned_end": "2028-06-01", "reason": "Подросток готовится к экзаменам" });
    let extended = api.post(&extensions, later).await;
    assert_eq!(extended.status, 201, "{}", extended.html);
    let row = extended.json()["pairs"][0].clone();
    assert_eq!((&row["planned_end"], &row["ends_on"]), (&json!("2027-09-01"), &json!("2028-06-01")));
    assert!(!centre.board().await.contains("плановый срок закончился"));
    let own = centre.app.sign_in(&centre.person).await.get("/my-mentoring").await;
    assert!(own.text().contains("Продлена"), "{}", own.text());
    assert!(!own.html.contains("готовится к экзаменам"), "the reason is for those who accompany");
}

#[actix_web::test]
async fn a_paper_that_expired_while_the_program_stood_still_is_told_of() {
    let centre = Centre::open().await;
    let (mentor, _) = centre.meeting("2026-10-20").await;
    let names = ["mentor_check_expires", "mentor_paper_over"];
    centre.app.set_clock("2026-12-01T09:00:00Z");
    let told = [
        ("mentor_check_expires".to_owned(), centre.person.email.clone()),
        ("mentor_paper_over".to_owned(), centre.coordinator.email.clone()),
    ];
    assert_eq!(centre.letters(&names).await, told);
    centre.app.set_clock("2026-12-02T09:00:00Z");
    assert_eq!(centre.letters(&names).await, told, "each once");
    let older = json!({ "kind": "criminal_record", "number": "1", "dated": "2026-08-01", "valid_until": "2027-08-01" });
    centre.api().await.post(&format!("{mentor}/checks"), older).await;
    let page = centre.app.sign_in(&centre.coordinator).await.get(&mentor.replace("/api/v1", "")).await;
    assert!(page.text().contains("истёк срок"), "an older paper takes no place: {}", page.text());
}

#[actix_web::test]
async fn the_mentor_does_not_read_that_a_pair_was_closed_for_the_safety_of_the_child() {
    let centre = Centre::open().await;
    let (mentor, pair) = centre.meeting("2027-06-01").await;
    let close =
        json!({ "closed_on": "2026-09-15", "reason": "safety", "exit_interview": "Проверка обращения" });
    let closed = centre.api().await.post(&format!("{pair}/closure"), close).await;
    assert_eq!(closed.json()["pairs"][0]["closure_reason"], "safety", "{}", closed.html);
    let page = centre.app.sign_in(&centre.coordinator).await.get(&mentor.replace("/api/v1", "")).await;
    assert!(page.text().contains("Безопасность ребёнка"), "{}", page.text());
    let browser = centre.app.sign_in(&centre.person).await;
    let own = browser.get("/my-mentoring").await;
    assert!(own.text().contains("Другое") && !own.text().contains("Безопасность ребёнка"), "{}", own.text());
    let kept = browser.get("/my-mentoring/data").await;
    assert!(!kept.html.contains("safety"), "{}", kept.html);
}

#[actix_web::test]
async fn coordinators_are_told_of_an_application_made_on_the_site() {
    let centre = Centre::open().await;
    let settings = format!("/api/v1/organisations/{}/mentor-settings", centre.organisation);
    centre.api().await.put(&settings, json!({ "takes_applications": true })).await;
    let body = json!({ "organisation_id": centre.organisation, "application": "Хочу помогать" });
    let applied = centre.app.api(&centre.person).await.post("/api/v1/my/mentoring", body).await;
    assert_eq!(applied.status, 201, "{}", applied.html);
    let told = [("candidacy_new".to_owned(), centre.coordinator.email.clone())];
    assert_eq!(centre.letters(&["candidacy_new"]).await, told);
    let id = applied.json()[0]["id"].as_i64().unwrap();
    let page = centre.app.sign_in(&centre.coordinator).await.get(&format!("/mentors/{id}")).await;
    let begins = page.html.find("<ol class=\"steps\">").unwrap();
    let steps: String = page.html[begins..].split("</ol>").next().unwrap().replace('\n', "");
    assert!(steps.contains(" · ") && !steps.contains(" · </span>"), "separators between parts only: {steps}");
}

#[actix_web::test]
async fn b3_who_coordinates_above_reads_where_to_look_and_the_site_opens_every_organisation() {
    use birge::db::schema::organisations;
    let centre = Centre::open().await;
    let above = centre.app.organisation("Управление").await;
    let below = centre.organisation;
    let put = move |w: &mut birge::db::Write| {
        diesel::update(organisations::table.filter(organisations::id.eq(below)))
            .set(organisations::parent_id.eq(Some(above)))
            .execute(w.conn())?;
        Ok(())
    };
    centre.app.db.write(put).await.unwrap();
    let person = centre.app.person("Верхняя").await;
    centre.app.grant_in(&person, Role::Coordinator, above).await;
    let browser = centre.app.sign_in(&person).await;
    let places = browser.get("/mentoring").await.text();
    assert!(places.contains("наставников ведут их координаторы"), "{places}");
    assert_eq!(browser.status_of(&format!("/organisations/{below}/mentors")).await, 404, "codes of children");

    let administrator = centre.app.administrator().await;
    let listed = centre.app.sign_in(&administrator).await.get("/mentoring").await;
    for organisation in [above, below] {
        assert!(listed.html.contains(&format!("/organisations/{organisation}/mentors")), "{}", listed.html);
    }
}
