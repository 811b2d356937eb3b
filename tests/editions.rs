//! Editions: opened, changed, listed, and seen at a glance by whoever has a part in them.

mod by_api;

use crate::support::TestApp;
use crate::support::learning::NewEdition;
use birge::db::Write;
use birge::db::schema::{audit_entries, completions, editions, ledger_entries};
use birge::kernel::{
    ActivityId, EditionId, EnrolmentId, Language, Minutes, Moment, OrganisationId, ProgrammeVersionId,
};
use birge::people::Role;
use diesel::prelude::*;
use serde_json::json;

struct Typed {
    fields: Vec<(&'static str, String)>,
}

impl Typed {
    fn edition(version: ProgrammeVersionId, organisation: OrganisationId) -> Typed {
        let fields = [
            ("version", version.to_string()),
            ("organisation", organisation.to_string()),
            ("title", "2-й поток".into()),
            ("starts_on", "2026-09-01".into()),
            ("ends_on", "2026-11-30".into()),
            ("time_zone", "Asia/Irkutsk".into()),
            ("capacity", "40".into()),
            ("attendance", "80".into()),
            ("hours", "100".into()),
            ("every_quiz", "on".into()),
            ("every_case", "on".into()),
        ];
        Typed { fields: fields.into() }
    }

    fn with(mut self, name: &'static str, value: impl ToString) -> Typed {
        self.fields.retain(|(other, _)| *other != name);
        self.fields.push((name, value.to_string()));
        self
    }

    fn pairs(&self) -> Vec<(&str, &str)> {
        self.fields.iter().map(|(name, value)| (*name, value.as_str())).collect()
    }
}

#[actix_web::test]
async fn an_edition_opens_with_the_rule_of_its_programme_and_a_trainer() {
    let app = TestApp::spawn().await;
    let (version, centre) = (app.programme().await, app.centre().await);
    let trainer = app.trainer("Преподаватель").await;
    let admin = app.sign_in(&app.administrator().await).await;
    let form = admin.get("/editions/new").await;
    assert!(form.value_of("attendance").is_some_and(|percent| !percent.is_empty()), "the version's own rule");
    let typed = Typed::edition(version, centre).with("trainers", trainer.id);
    let page = admin.post("/editions", &typed.pairs()).await;
    assert_eq!(page.status, 200, "{}", page.text());
    assert!(page.path.starts_with("/editions/"), "{}", page.path);
    let text = page.text();
    for part in
        ["Поток открыт", "2-й поток", "1 сентября – 30 ноября 2026 г.", "из 40", "В потоке пока никого"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(text.contains("Преподаватели: Преподаватель"), "{text}");
    assert_eq!(app.audited("edition-opened").await, 1);
    let list = admin.get("/editions").await.text();
    assert!(list.contains("Идут сейчас") && list.contains("0 из 40"), "{list}");
    let teaching = app.sign_in(&trainer).await;
    assert!(teaching.get("/editions").await.text().contains("2-й поток"));
}

#[actix_web::test]
async fn what_sessions_stand_on_does_not_move_away_from_under_them() {
    let app = TestApp::spawn().await;
    let (version, centre) = (app.programme().await, app.centre().await);
    let (edition, other) = (app.edition(version).await, app.shipped("birgemiz-bilim-orientation").await);
    let administrator = app.administrator().await;
    app.book(&administrator, edition, app.activity(version, "meeting").await).await;
    let admin = app.sign_in(&administrator).await;
    let url = format!("/editions/{edition}");
    let refused = admin.post(&url, &Typed::edition(other, centre).pairs()).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("когда назначены занятия"), "{}", refused.text());
    let late = Typed::edition(version, centre).with("starts_on", "2026-09-17");
    assert!(admin.post(&url, &late.pairs()).await.text().contains("Первое занятие назначено на 16.09.2026"));
    let short = Typed::edition(version, centre).with("ends_on", "2026-09-15");
    assert!(
        admin.post(&url, &short.pairs()).await.text().contains("Последнее занятие назначено на 16.09.2026")
    );
    // The edition's clock is Moscow's.
    let fitting =
        Typed::edition(version, centre).with("starts_on", "2026-09-16").with("ends_on", "2026-09-16");
    let moved = admin.post(&url, &fitting.pairs()).await;
    assert_eq!(moved.status, 422);
    assert!(
        moved.text().contains("Часовой пояс нельзя сменить, когда назначены занятия"),
        "{}",
        moved.text()
    );
    assert!(moved.html.contains("id=\"field-time_zone-fault\""), "{}", moved.html);
    let fitting = fitting.with("time_zone", "Europe/Moscow");
    assert_eq!(admin.post(&url, &fitting.pairs()).await.status, 200);
}

/// The rule is read anew whenever somebody looks; a pass mark is applied when something is handed in, marked or released.
#[actix_web::test]
async fn a_changed_rule_says_what_it_acts_on() {
    let app = TestApp::spawn().await;
    let edition = app.edition(app.programme().await).await;
    let url = format!("/editions/{edition}/edit");
    for (language, shares, marks) in [
        (Language::Ru, "действуют сразу для всех", "сдадут, проверят или откроют после сохранения"),
        (Language::Kk, "барлығына бірден", "сақтағаннан кейін тапсырылған"),
        (Language::En, "act at once for everybody", "handed in, marked or released after saving"),
    ] {
        let administrator = app.person_speaking(&format!("Админ{}", language.tag()), language).await;
        app.grant(&administrator, "administrator").await;
        let browser = app.sign_in(&administrator).await;
        let page = browser.get(&url).await.text();
        assert!(page.contains(shares) && page.contains(marks), "{language:?}: {page}");
        let new = browser.get("/editions/new").await.text();
        assert!(!new.contains(marks), "there is no work yet");
    }
}

#[actix_web::test]
async fn every_fault_of_the_form_is_named_with_its_field() {
    let app = TestApp::spawn().await;
    let (version, centre) = (app.programme().await, app.centre().await);
    let nobody = app.person("Слушатель").await;
    let admin = app.sign_in(&app.administrator().await).await;
    let typed = Typed::edition(version, centre)
        .with("title", "")
        .with("ends_on", "2026-08-31")
        .with("capacity", "5001")
        .with("attendance", "101")
        .with("time_zone", "Mars/Olympus");
    let page = admin.post("/editions", &typed.pairs()).await;
    assert_eq!(page.status, 422);
    let text = page.text();
    for part in [
        "Заполните это поле",
        "Окончание раньше начала",
        "от 1 до 5000",
        "от 0 до 100",
        "Выберите часовой пояс из списка",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    for field in ["title", "ends_on", "capacity", "attendance", "time_zone"] {
        assert!(page.html.contains(&format!("href=\"#field-{field}\"")), "{field} in the summary");
    }
    assert_eq!(page.value_of("capacity").as_deref(), Some("5001"));
    let typed = Typed::edition(version, centre).with("trainers", nobody.id);
    assert_eq!(admin.post("/editions", &typed.pairs()).await.status, 422, "not of the staff");
    assert_eq!(app.audited("edition-opened").await, 0);
}

#[actix_web::test]
async fn the_version_is_pinned_by_people_and_a_changed_rule_is_kept_with_its_old_value() {
    let app = TestApp::spawn().await;
    let (version, centre) = (app.programme().await, app.centre().await);
    let edition = app.edition(version).await;
    let other = app.shipped("birgemiz-bilim-orientation").await;
    let admin = app.sign_in(&app.administrator().await).await;
    let url = format!("/editions/{edition}");
    let free = Typed::edition(other, centre);
    assert_eq!(admin.post(&url, &free.pairs()).await.status, 200, "nobody is enrolled yet");
    assert_eq!(admin.post(&url, &Typed::edition(version, centre).pairs()).await.status, 200);
    for surname in ["Иванова", "Петрова"] {
        app.enrol(edition, &app.person(surname).await).await;
    }
    let pinned = admin.post(&url, &free.pairs()).await;
    assert_eq!(pinned.status, 422);
    assert!(pinned.text().contains("Версию программы нельзя сменить"), "{}", pinned.text());
    let small = admin.post(&url, &Typed::edition(version, centre).with("capacity", 1).pairs()).await;
    assert!(small.text().contains("В потоке уже 2 человека"), "{}", small.text());
    let stricter = Typed::edition(version, centre).with("attendance", 90).with("quiz_pass", 70);
    assert_eq!(admin.post(&url, &stricter.pairs()).await.status, 200);
    let (before, after): (Option<String>, Option<String>) = app
        .db
        .read(|r| {
            Ok(audit_entries::table
                .filter(audit_entries::action.eq("edition-rule-changed"))
                .order(audit_entries::id.desc())
                .select((audit_entries::before_value, audit_entries::after_value))
                .first(r.conn())?)
        })
        .await
        .unwrap();
    assert!(before.unwrap().contains("\"attendance\":800"));
    assert!(after.unwrap().contains("\"attendance\":900"));
    assert!(admin.get(&format!("{url}/edit")).await.text().contains("Версию уже не сменить"));
}

#[actix_web::test]
async fn each_role_finds_only_its_own_editions() {
    let app = TestApp::spawn().await;
    let version = app.programme().await;
    let (autumn, spring) = (app.edition(version).await, app.edition(version).await);
    let rename = |id: EditionId, title: &'static str| {
        app.db.write(move |w| {
            diesel::update(editions::table.filter(editions::id.eq(id)))
                .set(editions::title.eq(title))
                .execute(w.conn())?;
            Ok(())
        })
    };
    rename(autumn, "Осень").await.unwrap();
    rename(spring, "Весна").await.unwrap();
    let (trainer, sends) = (app.trainer("Преподаватель").await, app.organisation("Дом ветеранов").await);
    app.teach(autumn, &trainer).await;
    let teaching = app.sign_in(&trainer).await;
    let list = teaching.get("/editions").await.text();
    assert!(list.contains("Осень") && !list.contains("Весна"), "{list}");
    assert_eq!(teaching.get(&format!("/editions/{spring}")).await.status, 404);
    assert_eq!(teaching.get(&format!("/editions/{autumn}/edit")).await.status, 403);
    let coordinator = app.person("Координатор").await;
    app.grant_in(&coordinator, Role::Coordinator, sends).await;
    let coordinating = app.sign_in(&coordinator).await;
    assert!(coordinating.get("/editions").await.text().contains("Потоков пока нет"));
    assert_eq!(coordinating.get(&format!("/editions/{spring}")).await.status, 404);
    let other_admin = app.person("Чужая").await;
    app.grant_in(&other_admin, Role::Administrator, sends).await;
    let other = app.sign_in(&other_admin).await;
    for path in ["", "/edit", "/enrolments/new", "/enrolment-imports/new", "/enrolment-imports/template"] {
        assert_eq!(other.get(&format!("/editions/{autumn}{path}")).await.status, 404, "{path}");
    }
    let typed = Typed::edition(version, app.centre().await);
    assert_eq!(other.post(&format!("/editions/{autumn}"), &typed.pairs()).await.status, 404);
    assert_eq!(other.post("/editions", &typed.pairs()).await.status, 403, "not the centre's administrator");
    let trainee = app.person("Слушатель").await;
    app.enrol(autumn, &trainee).await;
    let learning = app.sign_in(&trainee).await;
    assert_eq!(learning.get("/editions").await.status, 403);
    assert_eq!(learning.get(&format!("/editions/{autumn}")).await.status, 404);
}

#[actix_web::test]
async fn a_coordinator_sees_the_own_people_and_those_of_subordinate_institutions_only() {
    let app = TestApp::spawn().await;
    let edition = app.edition(app.programme().await).await;
    let department = app.organisation("Департамент").await;
    let home = app.organisation_under("Дом ветеранов", Some(department)).await;
    let other = app.organisation("Другой департамент").await;
    let admin = app.api(&app.administrator().await).await;
    let enrolments = format!("/api/v1/editions/{edition}/enrolments");
    for (surname, organisation) in [("Своя", department), ("Подведомственная", home), ("Посторонняя", other)]
    {
        let person = app.person(surname).await;
        let body = json!({ "person_id": person.id, "organisation_id": organisation });
        assert_eq!(admin.post(&enrolments, body).await.status, 201);
    }
    let coordinator = app.person("Координатор").await;
    app.grant_in(&coordinator, Role::Coordinator, department).await;
    let browser = app.sign_in(&coordinator).await;
    let page = browser.get(&format!("/editions/{edition}")).await;
    let text = page.text();
    assert!(text.contains("Своя") && text.contains("Подведомственная"), "{text}");
    assert!(!page.html.contains("Посторонняя"), "not even in the source of the page");
    assert!(!page.html.contains("/withdrawal") && !page.html.contains("/enrolments/new"));
    assert!(browser.get("/editions").await.text().contains("ваших: 2"));
    let api = app.api(&coordinator).await;
    let names = |value: serde_json::Value, key: &str| value[key].as_array().unwrap().len();
    assert_eq!(names(api.get(&enrolments).await.json(), "items"), 2);
    assert_eq!(names(api.get(&format!("/api/v1/editions/{edition}/progress")).await.json(), "people"), 2);
    let sister = app.person("Соседка").await;
    app.grant_in(&sister, Role::Coordinator, home).await;
    let text = app.sign_in(&sister).await.get(&format!("/editions/{edition}")).await.text();
    assert!(text.contains("Подведомственная") && !text.contains("Своя"), "{text}");
    assert_eq!(app.api(&coordinator).await.post(&enrolments, json!({ "person_id": 1 })).await.status, 403);
}

#[actix_web::test]
async fn the_page_of_an_edition_counts_who_is_active_and_who_is_at_risk() {
    let app = TestApp::at("2026-09-20T09:00:00Z").await;
    let version = app.programme().await;
    let edition = app.open_edition(NewEdition { capacity: 30, ..NewEdition::of(version) }).await;
    app.set_clock("2026-09-02T09:00:00Z");
    let quiet = app.enrol(edition, &app.person("Тихая").await).await;
    let busy = app.enrol(edition, &app.person("Деловая").await).await;
    app.set_clock("2026-09-20T09:00:00Z");
    let activity = lesson(&app, version).await;
    complete(&app, busy, activity, "2026-09-19T09:00:00Z").await;
    let admin = app.sign_in(&app.administrator().await).await;
    let page = admin.get(&format!("/editions/{edition}")).await;
    let text = page.text();
    for part in ["зачислено 2 из 30", "занимались на этой неделе 1", "под угрозой 1", "готовы к документу 0"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(text.contains("18 дней без занятий"), "{text}");
    assert!(text.contains("посетил меньше 80 %"), "the rule is stated: {text}");
    assert!(text.contains("2 человека ещё не открыли приглашение"), "{text}");
    let risky = admin.get(&format!("/editions/{edition}?show=risk")).await.text();
    assert!(risky.contains("Тихая") && !risky.contains("Деловая"), "{risky}");
    let sorted = admin.get(&format!("/editions/{edition}?sort=seen")).await.text();
    assert!(sorted.find("Тихая") < sorted.find("Деловая"), "longest unseen first");
    let progress = app.api(&app.second_administrator().await).await;
    let progress = progress.get(&format!("/api/v1/editions/{edition}/progress")).await.json();
    assert_eq!(
        (&progress["active"], &progress["at_risk"], &progress["ready"]),
        (&json!(1), &json!(1), &json!(0))
    );
    let of = |id: EnrolmentId| {
        progress["people"].as_array().unwrap().iter().find(|one| one["enrolment_id"] == id.0).unwrap().clone()
    };
    assert_eq!(of(quiet)["risk"], "quiet");
    assert!(of(busy)["credited_minutes"].as_i64() > of(quiet)["credited_minutes"].as_i64());
}

#[actix_web::test]
async fn the_api_opens_an_edition_with_the_programmes_own_rule() {
    let app = TestApp::spawn().await;
    let (version, centre) = (app.programme().await, app.centre().await);
    let api = app.api(&app.administrator().await).await;
    let body = json!({
        "version_id": version, "organisation_id": centre, "title": "Поток", "starts_on": "2026-09-01",
        "ends_on": "2026-11-30", "time_zone": "Asia/Almaty", "capacity": 25,
    });
    let made = api.post("/api/v1/editions", body).await;
    assert_eq!(made.status, 201, "{}", made.html);
    let edition = api.get(&format!("/api/v1/editions/{}", made.json()["id"])).await.json();
    assert_eq!(
        (&edition["stage"], &edition["capacity"], &edition["people"]),
        (&json!("running"), &json!(25), &json!(0))
    );
    assert_eq!(edition["rule"]["every_quiz"], true);
    let wrong = api.post("/api/v1/editions", json!({ "title": "", "capacity": 0 })).await;
    assert_eq!(wrong.status, 422);
    let fields: Vec<String> = wrong.json()["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|error| error["field"].as_str().unwrap().to_owned())
        .collect();
    for field in ["version", "organisation", "title", "starts_on", "ends_on", "time_zone", "capacity"] {
        assert!(fields.iter().any(|named| named == field), "{field}: {fields:?}");
    }
    let list = api.get("/api/v1/editions?limit=1").await.json();
    assert_eq!((list["items"].as_array().unwrap().len(), &list["next_after"]), (1, &json!(null)));
}

async fn lesson(app: &TestApp, version: ProgrammeVersionId) -> ActivityId {
    use birge::programmes::rules::words::ActivityKind;
    let rows = app.db.read(move |r| birge::programmes::store::activities(r, version)).await.unwrap();
    rows.into_iter().find(|row| row.kind == ActivityKind::Lesson).unwrap().id
}

async fn complete(app: &TestApp, enrolment: EnrolmentId, activity: ActivityId, at: &str) {
    let at = Moment::parse(at).unwrap();
    let job = move |w: &mut Write| {
        diesel::insert_into(completions::table)
            .values((
                completions::enrolment_id.eq(enrolment),
                completions::activity_id.eq(activity),
                completions::completed_at.eq(at),
                completions::source_kind.eq("lesson"),
                completions::source_id.eq(activity.0),
            ))
            .execute(w.conn())?;
        diesel::insert_into(ledger_entries::table)
            .values((
                ledger_entries::enrolment_id.eq(enrolment),
                ledger_entries::activity_id.eq(activity),
                ledger_entries::minutes.eq(Minutes(45)),
                ledger_entries::nature.eq("theory"),
                ledger_entries::mode.eq("distance"),
                ledger_entries::source_kind.eq("lesson"),
                ledger_entries::source_id.eq(activity.0),
                ledger_entries::revision.eq(0),
                ledger_entries::credited_at.eq(at),
            ))
            .execute(w.conn())?;
        Ok(())
    };
    app.db.write(job).await.unwrap();
}
