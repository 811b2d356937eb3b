//! Levels by completed cycles (M9), and the status of mentors that only training keeps (M10).

use crate::content::Course;
use crate::support::learning::NewEdition;
use crate::support::{Person, TestApp};
use birge::db::Write;
use birge::db::schema::enrolments;
use birge::kernel::{EditionId, EnrolmentId, ProgrammeVersionId};
use birge::people::Role;
use birge::web::paths;
use diesel::prelude::*;
use serde_json::{Value, json};

/// An organisation that certifies mentors.
struct Fund {
    app: TestApp,
    administrator: Person,
    version: ProgrammeVersionId,
}

impl Fund {
    async fn open() -> Fund {
        let app = TestApp::spawn().await;
        let course = Course::sample()
            .replace(
                "programme.toml",
                "document]\nkind = \"advanced_training_certificate\"",
                "document]\nkind = \"mentor_certificate\"",
            )
            .replace("programme.toml", "kind = \"advanced_training\"", "kind = \"short_course\"");
        let version = app.import(course.programme()).await;
        app.let_issue(app.centre().await).await;
        let administrator = app.administrator().await;
        Fund { administrator, version, app }
    }

    /// An edition that is over, in which somebody has done everything and got a document of a kind.
    async fn cycle(&self, person: &Person, kind: &str) -> Value {
        let past = NewEdition {
            starts_on: "2026-06-01".parse().unwrap(),
            ends_on: "2026-08-31".parse().unwrap(),
            ..NewEdition::of(self.version)
        };
        let edition = self.app.open_edition(past).await;
        let enrolment = self.app.enrol(edition, person).await;
        self.app.declare(enrolment, true).await;
        for fact in self.app.facts(enrolment).await {
            let minutes = fact.planned;
            self.app.finish(enrolment, fact, minutes).await;
        }
        self.app.ready_for_papers(&self.administrator, edition).await;
        let body = json!({ "enrolments": [enrolment], "kind": kind });
        let to = format!("/api/v1/editions/{edition}/documents");
        let issued = self.app.api(&self.administrator).await.post(&to, body).await;
        assert_eq!(issued.status, 201, "{}", issued.html);
        issued.json()["issued"][0]["document"]["id"].clone()
    }

    /// A year of training for somebody: one session in person a quarter.
    async fn train(&self, person: &Person) -> (EditionId, EnrolmentId) {
        let year = NewEdition { ends_on: "2027-08-31".parse().unwrap(), ..NewEdition::of(self.version) };
        let edition = self.app.open_edition(year).await;
        let enrolment = self.app.enrol(edition, person).await;
        let to = format!("/api/v1/editions/{edition}/training-rule");
        let rule = json!({ "initial_minutes": 0, "quarterly": true });
        assert_eq!(self.app.api(&self.administrator).await.put(&to, rule).await.status, 200);
        (edition, enrolment)
    }

    /// What the person's own page says of the only organisation.
    async fn own(&self, person: &Person) -> Value {
        let answer = self.app.api(person).await.get("/api/v1/my/levels").await;
        assert_eq!(answer.status, 200, "{}", answer.html);
        answer.json()["organisations"][0].clone()
    }

    async fn registry(&self, query: &str) -> Vec<String> {
        let answer = self.app.api(&self.administrator).await.get(&format!("/api/v1/mentors{query}")).await;
        assert_eq!(answer.status, 200, "{}", answer.html);
        let people = answer.json()["people"].as_array().unwrap().clone();
        people.iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect()
    }
}

#[tokio::test]
async fn m9_the_level_changes_with_every_cycle_and_follows_a_revocation() {
    let fund = Fund::open().await;
    let person = fund.app.person("Ахметова").await;
    fund.cycle(&person, "participation_certificate").await;
    let one = fund.own(&person).await;
    assert_eq!((&one["level"]["level"], &one["level"]["cycles_missing"]), (&json!("trainee"), &json!(1)));
    assert_eq!(one["status"], Value::Null, "no mentor yet");
    fund.cycle(&person, "participation_certificate").await;
    assert_eq!(fund.own(&person).await["level"]["level"], "mentor");
    let third = fund.cycle(&person, "mentor_certificate").await;
    let master = fund.own(&person).await;
    assert_eq!((&master["level"]["level"], &master["level"]["next_level"]), (&json!("master"), &Value::Null));
    assert_eq!(master["cycles"].as_array().unwrap().len(), 3);

    let page = fund.app.sign_in(&person).await.get(paths::OWN_LEVELS).await;
    assert!(page.text().contains("Уровень: Мастер"), "{}", page.text());
    let revoked = [("reason", "Выдан по ошибке другому человеку")];
    let to = format!("/documents/{third}/revocation");
    let answer = fund.app.sign_in(&fund.administrator).await.post(&to, &revoked).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    let after = fund.own(&person).await;
    assert_eq!((&after["level"]["level"], &after["status"]), (&json!("mentor"), &Value::Null));
    assert_eq!(fund.registry("").await.len(), 0, "the line of the registry follows the revocation");
    assert_eq!(fund.registry("?show=everybody&level=mentor").await.len(), 1);
}

#[tokio::test]
async fn m9_an_organisation_names_its_levels_and_what_counts() {
    let fund = Fund::open().await;
    let person = fund.app.person("Ахметова").await;
    fund.cycle(&person, "participation_certificate").await;
    let centre = fund.app.centre().await;
    let administrator = fund.app.sign_in(&fund.administrator).await;
    let to = paths::level_rule(centre);
    let form = administrator.get(&to).await;
    assert_eq!(form.value_of("mentor_name_kk").as_deref(), Some("Тәлімгер"), "defaults are shipped");
    let typed = |mentor: &'static str| {
        let mut fields = vec![("trainee_cycles", "0"), ("mentor_cycles", mentor), ("master_cycles", "5")];
        for (field, name) in [
            ("trainee_name_ru", "Новичок"),
            ("trainee_name_kk", "Жаңадан келген"),
            ("trainee_name_en", "Newcomer"),
            ("mentor_name_ru", "Друг"),
            ("mentor_name_kk", "Дос"),
            ("mentor_name_en", "Friend"),
            ("master_name_ru", "Мастер"),
            ("master_name_kk", "Шебер"),
            ("master_name_en", "Master"),
            ("kinds", "participation_certificate"),
        ] {
            fields.push((field, name));
        }
        fields
    };
    let wrong = administrator.post(&to, &typed("0")).await;
    assert_eq!((wrong.status, wrong.value_of("mentor_name_ru").as_deref()), (422, Some("Друг")));
    assert!(wrong.text().contains("больше, чем у предыдущего уровня"), "{}", wrong.text());
    let saved = administrator.post(&to, &typed("1")).await;
    assert_eq!(saved.status, 200, "{}", saved.text());
    let page = fund.app.sign_in(&person).await.get(paths::OWN_LEVELS).await;
    assert!(page.text().contains("Уровень: Друг"), "{}", page.text());
    let rule = format!("/api/v1/organisations/{centre}/level-rule");
    let api = fund.app.api(&fund.administrator).await;
    let mut body = api.get(&rule).await.json();
    assert_eq!(body["mentor"]["name_kk"], "Дос");
    body["kinds"] = json!(["thank_you_letter"]);
    body["master"]["name_en"] = json!("");
    let refused = api.put(&rule, body).await;
    let errors = refused.json()["errors"].as_array().unwrap().clone();
    let fields: Vec<&str> = errors.iter().map(|one| one["field"].as_str().unwrap()).collect();
    assert_eq!((refused.status, fields), (422, vec!["master_name_en", "kinds"]));
}

#[tokio::test]
async fn m10_a_mentor_who_misses_a_quarter_needs_training_until_it_is_made_up_for() {
    let fund = Fund::open().await;
    let person = fund.app.person("Ахметова").await;
    fund.cycle(&person, "mentor_certificate").await;
    let (_, enrolment) = fund.train(&person).await;
    let valid = fund.own(&person).await["status"].clone();
    assert_eq!((&valid["state"], &valid["valid_until"]), (&json!("valid"), &json!("2026-12-31")));
    fund.app.set_clock("2026-10-05T06:00:00Z");
    let missed = fund.own(&person).await["status"].clone();
    let said = (&missed["state"], &missed["reason"], &missed["quarter"]);
    assert_eq!(said, (&json!("needs_training"), &json!("missed_quarter"), &json!("2026-3")));
    assert_eq!(fund.registry("?show=needs_training").await.len(), 1);
    assert!(fund.registry("?show=valid").await.is_empty());
    let page = fund.app.sign_in(&fund.administrator).await.get(paths::MENTORS).await;
    assert!(page.text().contains("Нужно обучение"), "{}", page.text());

    let credit =
        json!({ "quarter": "2026-3", "done_on": "2026-10-03", "minutes": 60, "about": "Разбор с куратором" });
    let to = format!("/api/v1/learn/{enrolment}/training/credits");
    assert_eq!(fund.app.api(&fund.administrator).await.post(&to, credit).await.status, 201);
    assert_eq!(fund.own(&person).await["status"]["state"], "valid");
    assert_eq!(fund.registry("?show=valid").await.len(), 1);
}

#[tokio::test]
async fn m10_a_certificate_without_training_lapses_after_the_next_quarter() {
    let fund = Fund::open().await;
    let person = fund.app.person("Ахметова").await;
    fund.cycle(&person, "mentor_certificate").await;
    fund.app.set_clock("2026-12-31T06:00:00Z");
    assert_eq!(fund.own(&person).await["status"]["state"], "valid");
    fund.app.set_clock("2027-01-01T06:00:00Z");
    assert_eq!(fund.own(&person).await["status"]["reason"], "lapsed");
    let page = fund.app.sign_in(&person).await.get(paths::OWN_LEVELS).await;
    assert!(page.text().contains("Попросите организацию записать вас"), "{}", page.text());
}

#[tokio::test]
async fn the_registry_is_searched_sorted_and_taken_away_by_administrators_only() {
    let fund = Fund::open().await;
    let (first, second) = (fund.app.person("Әбенова").await, fund.app.person("Бекова").await);
    fund.cycle(&second, "mentor_certificate").await;
    fund.cycle(&first, "mentor_certificate").await;
    let third = fund.app.person("Юнусова").await;
    fund.cycle(&third, "participation_certificate").await;
    let surnames = |names: Vec<String>| -> Vec<String> {
        names.iter().map(|name| name.split(' ').next().unwrap().to_owned()).collect()
    };
    assert_eq!(surnames(fund.registry("").await), ["Әбенова", "Бекова"]);
    assert_eq!(surnames(fund.registry("?show=everybody&level=trainee").await).len(), 3);
    assert_eq!(surnames(fund.registry("?q=беко").await), ["Бекова"]);
    assert!(fund.registry("?level=master").await.is_empty());

    let administrator = fund.app.sign_in(&fund.administrator).await;
    let table = administrator.get(&paths::mentor_table("csv", &[("q", "беко")])).await;
    assert!(table.html.contains("Бекова") && !table.html.contains("Әбенова"), "{}", table.html);
    assert_eq!(administrator.status_of(&paths::mentor_table("xlsx", &[])).await, 200);
    assert_eq!(administrator.status_of(&paths::mentor_table("docx", &[])).await, 404);
    let school = fund.app.organisation("Школа № 5").await;
    let foreign = fund.app.administrator_of("Чужой", school).await;
    let centre = fund.app.centre().await.to_string();
    let to = paths::mentor_registry(&[("organisation", &centre)]);
    assert_eq!(fund.app.sign_in(&foreign).await.status_of(&to).await, 404);
    assert_eq!(fund.app.sign_in(&foreign).await.status_of(&paths::person_levels(first.id)).await, 404);
    assert_eq!(fund.app.sign_in(&first).await.status_of(paths::MENTORS).await, 403);
    assert_eq!(fund.app.sign_in(&first).await.status_of(&paths::person_levels(second.id)).await, 404);
    assert_eq!(fund.app.sign_in(&first).await.status_of(&paths::person_levels(first.id)).await, 200);
    assert_eq!(fund.app.stranger().leads_to(paths::MENTORS).await.0, 303);
}

#[tokio::test]
async fn b1_a_coordinator_sees_the_mentors_whom_their_own_organisation_sent() {
    let fund = Fund::open().await;
    let (first, second) = (fund.app.person("Әбенова").await, fund.app.person("Бекова").await);
    fund.cycle(&first, "mentor_certificate").await;
    fund.cycle(&second, "mentor_certificate").await;
    let school = fund.app.organisation("Школа № 5").await;
    let coordinator = fund.app.person("Үйлестіруші").await;
    fund.app.grant_in(&coordinator, Role::Coordinator, school).await;
    let browser = fund.app.sign_in(&coordinator).await;
    let nobody = browser.get(paths::MENTORS).await;
    assert!(nobody.status == 200 && nobody.text().contains("пока никого нет"), "{}", nobody.text());

    let id = first.id;
    let send = move |w: &mut Write| {
        diesel::update(enrolments::table.filter(enrolments::person_id.eq(id)))
            .set(enrolments::organisation_id.eq(Some(school)))
            .execute(w.conn())?;
        Ok(())
    };
    fund.app.db.write(send).await.unwrap();
    let page = browser.get(paths::MENTORS).await;
    assert!(page.text().contains("Әбенова") && !page.text().contains("Бекова"), "{}", page.text());
    assert!(
        !page.html.contains("/level-rules") && !page.html.contains("href=\"/documents/"),
        "{}",
        page.html
    );
    let people = fund.app.api(&coordinator).await.get("/api/v1/mentors?show=everybody").await.json();
    assert_eq!(people["people"].as_array().unwrap().len(), 1);
    assert_eq!(browser.status_of(&paths::person_levels(first.id)).await, 200);
    assert_eq!(browser.status_of(&paths::person_levels(second.id)).await, 404);
    let centre = fund.app.centre().await;
    assert_eq!(
        browser.status_of(&paths::level_rule(centre)).await,
        403,
        "the rule is the administrators' to set"
    );
}

#[tokio::test]
async fn m9_lines_of_the_registry_follow_names_and_rules_and_are_read_a_page_at_a_time() {
    use birge::db::schema::{level_lines, people};
    use birge::kernel::Language;
    use birge::levels::store::lines::{self, Order, Standing, Wanted};
    let fund = Fund::open().await;
    let (first, second) = (fund.app.person("Абаева").await, fund.app.person("Бекова").await);
    fund.cycle(&first, "mentor_certificate").await;
    fund.cycle(&second, "participation_certificate").await;
    fund.cycle(&second, "participation_certificate").await;
    let organisation = fund.app.centre().await;
    let names = |people: Vec<birge::kernel::PersonId>| -> Vec<&'static str> {
        people.iter().map(|id| if *id == first.id { "Абаева" } else { "Бекова" }).collect()
    };
    let wanted = Wanted {
        organisation,
        among: None,
        standing: Standing::Any,
        cycles: (0, i32::MAX),
        words: Vec::new(),
    };
    let find = async |by_cycles: bool, stretch: (i64, i64)| {
        let (wanted, order) = (wanted.clone(), Order { language: Language::Ru, by_cycles });
        fund.app.db.read(move |r| lines::find(r, &wanted, order, stretch)).await.unwrap()
    };
    assert_eq!(names(find(false, (0, 1)).await), ["Абаева"]);
    assert_eq!(names(find(false, (1, 1)).await), ["Бекова"]);
    assert_eq!(names(find(true, (0, 50)).await), ["Бекова", "Абаева"], "two cycles before one");
    assert_eq!(fund.registry("?show=everybody&sort=status").await.len(), 2);
    assert!(fund.registry("?show=everybody&page=1").await.is_empty(), "there is no second page");

    let id = first.id;
    let rename = move |w: &mut Write| {
        diesel::update(people::table.filter(people::id.eq(id)))
            .set(people::sort_ru.eq(vec![0xffu8]))
            .execute(w.conn())?;
        Ok(())
    };
    fund.app.db.write(rename).await.unwrap();
    assert_eq!(names(find(false, (0, 50)).await), ["Бекова", "Абаева"], "under another name");

    let api = fund.app.api(&fund.administrator).await;
    let rule = format!("/api/v1/organisations/{organisation}/level-rule");
    let mut body = api.get(&rule).await.json();
    body["kinds"] = json!(["mentor_certificate"]);
    assert_eq!(api.put(&rule, body).await.status, 200);
    let lines: Vec<(birge::kernel::PersonId, i32)> = fund
        .app
        .db
        .read(|r| {
            Ok(level_lines::table.select((level_lines::person_id, level_lines::cycles)).load(r.conn())?)
        })
        .await
        .unwrap();
    assert_eq!(lines, [(first.id, 1)], "papers of taking part complete nothing any more");
    let counts = move |r: &mut birge::db::Read| {
        let nobody = Wanted { standing: Standing::None, ..wanted.clone() };
        let mentors = Wanted { standing: Standing::Mentor, ..wanted.clone() };
        Ok((lines::count(r, &wanted)?, lines::count(r, &mentors)?, lines::count(r, &nobody)?))
    };
    assert_eq!(fund.app.db.read(counts).await.unwrap(), (1, 1, 0), "the shelves follow the lines");
}
