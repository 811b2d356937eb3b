//! What papers and registers need to know of a person: names with their dates, the Russian spelling, numbers of the
//! state, the document of education, and consents to be named in public (M2).

use crate::support::identities::{record_education, record_identity};
use crate::support::learning::NewEdition;
use crate::support::queries;
use crate::support::{Person, TestApp};
use birge::db::schema::{enrolments, identities};
use birge::identities::actions::reading;
use birge::identities::store::{self, consents};
use birge::kernel::{EditionId, PersonId, Problem};
use diesel::prelude::*;
use serde_json::{Value, json};

/// An edition of the centre with one trainee.
struct Ground {
    app: TestApp,
    edition: EditionId,
    admin: Person,
    trainee: Person,
}

impl Ground {
    async fn new() -> Ground {
        let app = TestApp::spawn().await;
        let version = app.programme().await;
        let edition = app.edition(version).await;
        let centre = app.centre().await;
        let admin = app.administrator_of("Методист", centre).await;
        let trainee = app.person("Ветрова").await;
        app.enrol(edition, &trainee).await;
        Ground { app, edition, admin, trainee }
    }

    fn page(&self) -> String {
        format!("/people/{}/identity", self.trainee.id)
    }

    fn api(&self) -> String {
        format!("/api/v1{}", self.page())
    }
}

/// The first code of an answer of the API.
fn code(answer: &Value) -> &str {
    answer["errors"][0]["code"].as_str().unwrap_or_default()
}

#[actix_web::test]
async fn row_19_the_insurance_number_is_checked_locked_and_shown_only_where_the_look_is_written_down() {
    let ground = Ground::new().await;
    let own = ground.app.sign_in(&ground.trainee).await;
    let profile = own.get("/profile").await;
    let page = own.get(&profile.link_to("Данные для документов")).await;
    assert_eq!((page.status, &page.path), (200, &ground.page()));
    assert!(page.text().contains("Судя по отчеству, женский"), "{}", page.text());
    let wrong = own
        .post(
            &ground.page(),
            &[("snils", "087-654-303 01"), ("citizenship", "643"), ("born_on", "23.11.1985")],
        )
        .await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.text().contains("Контрольные цифры СНИЛС не сходятся"), "{}", wrong.text());
    assert_eq!(wrong.value_of("snils").as_deref(), Some("087-654-303 01"), "nothing typed is lost");
    assert_eq!(wrong.value_of("born_on").as_deref(), Some("23.11.1985"));
    let right = [("snils", "087-654-303 00"), ("citizenship", "643"), ("born_on", "23.11.1985")];
    let saved = own.post(&ground.page(), &right).await;
    assert!(saved.text().contains("Данные сохранены."), "{}", saved.text());
    for secret in ["087-654-303", "08765430300", "23.11.1985", "1985"] {
        assert!(!saved.text().contains(secret), "{secret} stands on the page");
    }
    let person = ground.trainee.id;
    let row = move |r: &mut birge::db::Read| -> Result<(Option<String>, Option<String>), Problem> {
        Ok(identities::table
            .find(person)
            .select((identities::snils_locked, identities::born_on_locked))
            .first(r.conn())?)
    };
    let (snils, born_on) = ground.app.db.read(row).await.unwrap();
    assert!(snils.unwrap().starts_with("v1.") && born_on.unwrap().starts_with("v1."));

    let admin = ground.app.sign_in(&ground.admin).await;
    let hidden = admin.get(&ground.page()).await;
    assert!(
        !hidden.text().contains("087-654-303") && hidden.text().contains("записано"),
        "{}",
        hidden.text()
    );
    assert_eq!(ground.app.audited("identity-seen").await, 0);
    let shown = admin.post(&format!("{}/disclosures", ground.page()), &[]).await;
    assert!(shown.text().contains("087-654-303 00"), "{}", shown.text());
    assert!(shown.text().contains("23 ноября 1985"), "{}", shown.text());
    assert_eq!(ground.app.audited("identity-seen").await, 1);

    // What is left empty stays; what is to go goes.
    own.post(&ground.page(), &[("citizenship", "643"), ("forget", "born_on")]).await;
    let client = ground.app.api(&ground.trainee).await;
    let found = client.get(&ground.api()).await.json();
    assert_eq!((&found["has_snils"], &found["has_born_on"]), (&json!(true), &json!(false)));
    // A foreigner may have none.
    let foreign = client.put(&ground.api(), json!({ "citizenship": "398", "snils": "" })).await;
    assert_eq!(foreign.status, 204, "{}", foreign.html);
    assert_eq!(client.get(&ground.api()).await.json()["has_snils"], json!(false));
}

#[actix_web::test]
async fn row_20_the_number_of_kazakhstan_is_taken_in_its_profile_only() {
    let ground = Ground::new().await;
    let client = ground.app.api(&ground.trainee).await;
    let iin = json!({ "iin": "900315400126", "born_on": "1990-03-15" });
    let refused = client.put(&ground.api(), iin.clone()).await;
    assert_eq!((refused.status, code(&refused.json())), (422, "identity-iin-country"));
    let own = ground.app.sign_in(&ground.trainee).await;
    assert!(!own.get(&ground.page()).await.text().contains("ИИН"));
    let centre = ground.app.centre().await;
    let admin = ground.app.api(&ground.app.administrator().await).await;
    let said =
        admin.put(&format!("/api/v1/organisations/{centre}/country"), json!({ "country": "kz" })).await;
    assert_eq!(said.status, 204, "{}", said.html);
    assert!(own.get(&ground.page()).await.text().contains("ИИН"));
    assert_eq!(client.put(&ground.api(), iin).await.status, 204);
    // The day of birth that is recorded already is compared with the number that comes later.
    let other = client.put(&ground.api(), json!({ "born_on": "1990-03-16" })).await;
    assert_eq!((other.status, code(&other.json())), (422, "identity-iin-birth"));
    let wrong = client.put(&ground.api(), json!({ "iin": "900315400125" })).await;
    assert_eq!((wrong.status, code(&wrong.json())), (422, "identity-iin-check"));
    let shown = client.post(&format!("{}/disclosures", ground.api()), json!({})).await.json();
    assert_eq!((&shown["iin"], &shown["born_on"]), (&json!("900315400126"), &json!("1990-03-15")));
}

#[actix_web::test]
async fn row_18_a_name_in_kazakh_letters_needs_a_russian_spelling_in_russian_letters() {
    let ground = Ground::new().await;
    let aliya = ground.app.person("Құрманғазы").await;
    ground.app.enrol(ground.edition, &aliya).await;
    let (own, address) = (ground.app.api(&aliya).await, format!("/api/v1/people/{}/identity", aliya.id));
    let spelling = |surname: &str| json!({ "spelling_surname": surname, "spelling_given_name": "Анна" });
    let kazakh = own.put(&address, spelling("Құрманғазы")).await;
    assert_eq!((kazakh.status, code(&kazakh.json())), (422, "identity-letter"));
    let mixed = own.put(&address, spelling("Kурмангазы")).await;
    assert_eq!((mixed.status, code(&mixed.json())), (422, "identity-latin-letter"));
    let lacks = |group: &Value| -> Vec<Value> {
        let items = group["items"].as_array().unwrap().iter();
        items.filter(|one| one["person_id"] == json!(aliya.id.0)).map(|one| one["lacks"].clone()).collect()
    };
    let admin = ground.app.api(&ground.admin).await;
    let group = format!("/api/v1/editions/{}/identities", ground.edition);
    let before = lacks(&admin.get(&group).await.json());
    assert_eq!(before, [json!(["education", "spelling", "born_on", "sex", "citizenship", "snils"])]);
    assert_eq!(own.put(&address, spelling("Курмангазы")).await.status, 204);
    let after = lacks(&admin.get(&group).await.json());
    assert_eq!(after, [json!(["education", "born_on", "sex", "citizenship", "snils"])]);
}

#[actix_web::test]
async fn row_12_a_change_of_name_has_a_day_and_a_document_and_the_account_follows() {
    let ground = Ground::new().await;
    let names = format!("{}/names", ground.page());
    let admin = ground.app.sign_in(&ground.admin).await;
    let change = |from: &'static str, basis: &'static str| {
        [
            ("surname", "Ким"),
            ("given_name", "Анна"),
            ("patronymic", "Сергеевна"),
            ("from", from),
            ("basis", basis),
        ]
    };
    let bare = admin.post(&names, &change("12.06.2026", " ")).await;
    assert_eq!(bare.status, 422);
    assert!(bare.text().contains("Впишите документ, по которому сменилось имя"), "{}", bare.text());
    assert_eq!(bare.value_of("from").as_deref(), Some("12.06.2026"), "nothing typed is lost");
    let own = ground.app.sign_in(&ground.trainee).await;
    let paper = "Свидетельство о браке I-СТ № 123456";
    assert_eq!(own.post(&names, &change("2026-06-12", paper)).await.status, 403);
    let changed = admin.post(&names, &change("2026-06-12", paper)).await;
    let text = changed.text();
    assert!(text.contains("Смена имени записана.") && text.contains("Ким Анна Сергеевна"), "{text}");
    let found = ground.app.api(&ground.trainee).await.get(&ground.api()).await.json();
    assert_eq!(found["name"]["surname"], json!("Ким"), "the account follows");
    let spans: Vec<(&Value, &Value, &Value)> = found["names"]
        .as_array()
        .unwrap()
        .iter()
        .map(|span| (&span["name"]["surname"], &span["from"], &span["until"]))
        .collect();
    assert_eq!(
        spans,
        [
            (&json!("Ветрова"), &Value::Null, &json!("2026-06-11")),
            (&json!("Ким"), &json!("2026-06-12"), &Value::Null)
        ]
    );
    assert_eq!(
        (ground.app.audited("name-changed").await, ground.app.audited("person-renamed").await),
        (1, 1)
    );
    let back = admin.post(&names, &change("2026-06-12", paper)).await;
    assert_eq!(back.status, 422, "the same name, from the same day");
}

#[actix_web::test]
async fn row_12_a_spelling_put_right_later_is_the_present_name_and_the_wrong_one_was_never_right() {
    let ground = Ground::new().await;
    let admin = ground.app.api(&ground.admin).await;
    let names = format!("{}/names", ground.api());
    let change = |surname: &str, from: &str| {
        json!({ "surname": surname, "given_name": "Анна",
        "patronymic": "Сергеевна", "from": from, "basis": "Свидетельство о браке I-СТ № 123456" })
    };
    let spans = async || -> Vec<(Value, Value, Value)> {
        let found = admin.get(&ground.api()).await.json();
        let spans = found["names"].as_array().unwrap().iter();
        spans.map(|one| (one["name"]["surname"].clone(), one["from"].clone(), one["until"].clone())).collect()
    };
    let first = admin.post(&names, change("Кым", "2026-06-12")).await;
    assert!(first.status < 300, "{}", first.html);
    let (person, now) = (ground.trainee.id, ground.app.now());
    let right = birge::kernel::PersonName::new("Ким", "Анна", Some("Сергеевна"));
    let put_right = ground.app.db.write(move |w| {
        birge::people::actions::corrections::rename(w, &birge::kernel::Actor::program(), person, &right, now)
    });
    put_right.await.unwrap();
    let past = (json!("Ветрова"), Value::Null, json!("2026-06-11"));
    assert_eq!(spans().await, [past.clone(), (json!("Ким"), json!("2026-06-12"), Value::Null)]);
    let second = admin.post(&names, change("Ли", "2026-08-01")).await;
    assert!(second.status < 300, "{}", second.html);
    let middle = (json!("Ким"), json!("2026-06-12"), json!("2026-07-31"));
    assert_eq!(spans().await, [past, middle, (json!("Ли"), json!("2026-08-01"), Value::Null)]);
}

#[actix_web::test]
async fn row_12_the_document_of_education_has_the_surname_of_its_day_and_a_scan_by_content() {
    let ground = Ground::new().await;
    let own = ground.app.sign_in(&ground.trainee).await;
    let address = format!("{}/education", ground.page());
    let fields = [
        ("level", "higher"),
        ("series", "1077"),
        ("number", "0123456"),
        ("surname", "Лукина"),
        ("graduated_in", "2012"),
    ];
    let program = [("file", "diploma.pdf", b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff".to_vec())];
    let refused = own.post_multipart(&address, &fields, &program).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("Такой файл не подойдёт"), "{}", refused.text());
    assert_eq!(refused.value_of("number").as_deref(), Some("0123456"), "nothing typed is lost");
    let none = own.post_multipart(&address, &[("level", "higher")], &[]).await;
    assert!(none.text().contains("Впишите номер документа об образовании"), "{}", none.text());
    let scan = b"%PDF-1.7\ndiploma".to_vec();
    let saved = own.post_multipart(&address, &fields, &[("file", "diploma.pdf", scan)]).await;
    assert!(saved.text().contains("Документ об образовании сохранён."), "{}", saved.text());
    let person = ground.trainee.id;
    let basics = ground.app.db.read(move |r| store::basics_of(r, &[person])).await.unwrap();
    let proof = basics[&person].education.clone().unwrap();
    assert_eq!((proof.surname.as_deref(), proof.number.as_str()), (Some("Лукина"), "0123456"));

    let admin = ground.app.sign_in(&ground.admin).await;
    let file = admin.get(&format!("{}/scan", ground.page())).await;
    assert_eq!(file.status, 200);
    assert!(file.header("content-disposition").starts_with("attachment"), "{}", file.html);
    assert!(file.html.ends_with("diploma"));
    assert_eq!(ground.app.audited("education-scan-seen").await, 1);
    record_education(&ground.app, &ground.admin, person).await;
    assert_eq!(admin.get(&format!("{}/scan", ground.page())).await.status, 200, "the scan stays");
    assert_eq!(ground.app.audited("education-recorded").await, 2);
}

#[actix_web::test]
async fn strangers_neighbours_and_other_centres_see_nothing() {
    let ground = Ground::new().await;
    let neighbour = ground.app.person("Сосед").await;
    ground.app.enrol(ground.edition, &neighbour).await;
    let elsewhere = ground.app.organisation("Другой центр").await;
    let other = ground.app.administrator_of("Чужой", elsewhere).await;
    let trainer = ground.app.trainer("Преподаватель").await;
    ground.app.teach(ground.edition, &trainer).await;
    for who in [&neighbour, &other, &trainer] {
        let client = ground.app.api(who).await;
        assert_eq!(client.get(&ground.api()).await.status, 404);
        assert_eq!(client.put(&ground.api(), json!({})).await.status, 404);
        assert_eq!(client.put(&format!("{}/education", ground.api()), json!({})).await.status, 404);
        assert_eq!(client.post(&format!("{}/names", ground.api()), json!({})).await.status, 404);
        assert_eq!(client.post(&format!("{}/disclosures", ground.api()), json!({})).await.status, 404);
        let consent = format!("/api/v1/people/{}/public-name", ground.trainee.id);
        assert_eq!(client.post(&consent, json!({ "version": "2026-11" })).await.status, 404);
    }
    let group = format!("/api/v1/editions/{}/identities", ground.edition);
    assert_eq!(ground.app.api(&other).await.get(&group).await.status, 404);
    assert_eq!(ground.app.api(&trainer).await.get(&group).await.status, 403);
    assert_eq!(ground.app.audited("identity-seen").await, 0);
}

#[actix_web::test]
async fn row_24_the_consent_is_an_act_of_its_own_with_its_text_time_and_method() {
    let ground = Ground::new().await;
    let own = ground.app.sign_in(&ground.trainee).await;
    let address = format!("/people/{}/public-name", ground.trainee.id);
    let page = own.get(&address).await;
    let tick = page.html.split("name=\"agrees\"").nth(1).unwrap().split('>').next().unwrap();
    assert!(!tick.contains("checked"), "nothing is ticked before: {tick}");
    let bare = own.post(&address, &[]).await;
    assert_eq!(bare.status, 422);
    assert!(bare.text().contains("без отметки ничего не записано"), "{}", bare.text());
    // Writing down the data is no consent.
    own.post(&ground.page(), &[("citizenship", "643"), ("agrees", "on")]).await;
    let person = ground.trainee.id;
    let rows = ground.app.db.read(move |r| consents::of(r, person)).await.unwrap();
    assert!(rows.is_empty(), "{rows:?}");
    let given = own.post(&address, &[("agrees", "on")]).await;
    assert!(given.text().contains("Согласие записано."), "{}", given.text());
    own.post(&address, &[("agrees", "on")]).await;
    let rows = ground.app.db.read(move |r| consents::of(r, person)).await.unwrap();
    assert_eq!(rows.len(), 1, "twice is as once");
    let row = &rows[0];
    assert!(page.text().contains(&row.text), "the text that was read: {}", row.text);
    assert_eq!(row.text_sha256, birge::secrets::sha256_hex(row.text.as_bytes()));
    assert_eq!((row.text_version.as_str(), row.given_at), ("2026-11", ground.app.now()));
    let history = ground.app.api(&ground.trainee).await.get(&format!("/api/v1{address}")).await.json();
    let first = &history["history"][0];
    assert_eq!((&first["method"], &first["purpose"]), (&json!("page"), &json!("document_verification")));
    let admin = ground.app.sign_in(&ground.admin).await;
    assert_eq!(admin.get(&address).await.status, 200, "the history is seen");
    assert_eq!(admin.post(&address, &[("agrees", "on")]).await.status, 403, "nobody consents for another");
    assert_eq!(admin.post(&format!("{address}/withdrawal"), &[]).await.status, 403);
}

#[actix_web::test]
async fn row_25_a_withdrawal_counts_at_once_and_the_history_stays() {
    let ground = Ground::new().await;
    let client = ground.app.api(&ground.trainee).await;
    let address = format!("/api/v1/people/{}/public-name", ground.trainee.id);
    let person = ground.trainee.id;
    let public = async || {
        let basics = ground.app.db.read(move |r| store::basics_of(r, &[person])).await.unwrap();
        basics.get(&person).is_some_and(|basics| basics.public_name)
    };
    assert!(!public().await);
    let old = client.post(&address, json!({ "version": "2025-01" })).await;
    assert_eq!((old.status, code(&old.json())), (422, "identity-consent-version"));
    let version = client.get(&address).await.json()["version"].clone();
    assert_eq!(client.post(&address, json!({ "version": version })).await.status, 201);
    assert!(public().await);
    let browser = ground.app.sign_in(&ground.trainee).await;
    let withdrawn = browser.post(&format!("/people/{person}/public-name/withdrawal"), &[]).await;
    assert!(withdrawn.text().contains("Согласие отозвано."), "{}", withdrawn.text());
    assert!(!public().await);
    assert_eq!(client.send(reqwest::Method::DELETE, &address, None).await.status, 204, "twice is as once");
    assert_eq!(client.post(&address, json!({ "version": version })).await.status, 201);
    assert!(public().await);
    let history = client.get(&address).await.json();
    let withdrawn: Vec<bool> =
        history["history"].as_array().unwrap().iter().map(|one| one["withdrawn_at"].is_string()).collect();
    assert_eq!(withdrawn, [false, true]);
    assert_eq!(ground.app.audited("public-name-consent-withdrawn").await, 1);
}

#[actix_web::test]
async fn who_of_a_group_lacks_what_costs_as_many_queries_for_many_as_for_one() {
    let ground = Ground::new().await;
    let (admin, edition) = (ground.app.actor(&ground.admin).await, ground.edition);
    let asked = async || {
        let admin = admin.clone();
        let look =
            move |r: &mut birge::db::Read| birge::identities::actions::group::group(r, &admin, edition);
        queries::asked(&ground.app.db, look).await.len()
    };
    let one = asked().await;
    record_education(&ground.app, &ground.admin, ground.trainee.id).await;
    record_identity(&ground.app, &ground.admin, ground.trainee.id).await;
    for surname in ["Абрамова", "Баранов", "Гордеев"] {
        let person = ground.app.person(surname).await;
        ground.app.enrol(edition, &person).await;
    }
    assert_eq!(asked().await, one);
    let browser = ground.app.sign_in(&ground.admin).await;
    let edition_page = browser.get(&format!("/editions/{edition}/orders")).await;
    let page = browser.get(&edition_page.link_to("Данные для документов группы")).await;
    let text = page.text();
    assert!(text.contains("Всё заполнено у 1 из 4") && text.contains("документ об образовании"), "{text}");
}

#[actix_web::test]
async fn a_room_that_reads_the_secrets_of_many_writes_each_look_down() {
    let ground = Ground::new().await;
    record_identity(&ground.app, &ground.admin, ground.trainee.id).await;
    let bare = ground.app.person("Пустая").await;
    let (admin, people) = (ground.app.actor(&ground.admin).await, vec![ground.trainee.id, bare.id]);
    let (kit, now) = (ground.app.kit.clone(), ground.app.now());
    let whole = ground
        .app
        .db
        .write(move |w| reading::whole(w, &admin, &kit.secrets, &people, "federal register", now))
        .await
        .unwrap();
    let keys: Vec<PersonId> = whole.keys().copied().collect();
    assert_eq!(keys, [ground.trainee.id], "of whom nothing is recorded, nothing is there");
    let found = &whole[&ground.trainee.id];
    assert_eq!(found.snils.as_ref().unwrap().to_string(), "112-233-445 95");
    assert_eq!(found.born_on, "1990-03-15".parse().ok());
    assert_eq!(ground.app.audited("identity-seen").await, 1);
}

#[actix_web::test]
async fn a_centre_out_of_whose_group_somebody_was_withdrawn_sees_them_no_longer() {
    let ground = Ground::new().await;
    let admin = ground.app.api(&ground.admin).await;
    assert_eq!(admin.get(&ground.api()).await.status, 200);
    let (person, now) = (ground.trainee.id, ground.app.now());
    let withdraw = move |w: &mut birge::db::Write| {
        diesel::update(enrolments::table.filter(enrolments::person_id.eq(person)))
            .set(enrolments::withdrawn_at.eq(Some(now)))
            .execute(w.conn())?;
        Ok(())
    };
    ground.app.db.write(withdraw).await.unwrap();
    assert_eq!(admin.get(&ground.api()).await.status, 404);
    assert_eq!(admin.put(&ground.api(), json!({})).await.status, 404);
    assert_eq!(admin.post(&format!("{}/disclosures", ground.api()), json!({})).await.status, 404);
    assert_eq!(admin.post(&format!("{}/names", ground.api()), json!({})).await.status, 404);
    let own = ground.app.api(&ground.trainee).await;
    assert_eq!(own.get(&ground.api()).await.status, 200);
}

#[actix_web::test]
async fn whoever_was_known_before_is_out_of_reach_until_they_take_part() {
    let ground = Ground::new().await;
    let known = ground.app.person("Давний").await;
    ground.app.set_clock("2026-09-20T06:00:00Z");
    ground.app.enrol(ground.edition, &known).await;
    let address = format!("/api/v1/people/{}/identity", known.id);
    let admin = ground.app.api(&ground.admin).await;
    assert_eq!(admin.get(&address).await.status, 404, "an address is enough to enrol somebody");
    assert_eq!(admin.post(&format!("{address}/disclosures"), json!({})).await.status, 404);
    // The person's own word is enough, and so would a lesson opened be.
    let own = ground.app.api(&known).await;
    assert_eq!(own.put(&address, json!({ "citizenship": "643", "born_on": "1990-03-15" })).await.status, 204);
    assert_eq!(admin.get(&address).await.status, 200);
    let shown = admin.post(&format!("{address}/disclosures"), json!({})).await.json();
    assert_eq!(shown["born_on"], json!("1990-03-15"));
}

#[actix_web::test]
async fn a_centre_that_issued_a_document_sees_what_its_registers_need_and_no_more() {
    let app = TestApp::at("2026-12-01T09:00:00Z").await;
    let (centre, site) = (app.centre().await, app.administrator().await);
    let admin = app.administrator_of("Методист", centre).await;
    let version = app.programme().await;
    let past = NewEdition {
        starts_on: "2026-06-01".parse().unwrap(),
        ends_on: "2026-08-31".parse().unwrap(),
        ..NewEdition::of(version)
    };
    let edition = app.open_edition(past).await;
    app.let_issue(centre).await;
    let holder = app.person("Ахметова").await;
    let enrolment = app.enrol(edition, &holder).await;
    app.issue(&site, edition, enrolment).await;
    let address = format!("/api/v1/people/{}/identity", holder.id);
    let own = app.api(&holder).await;
    let data = json!({ "born_on": "1990-03-15", "snils": "087-654-303 00", "passport": "4510 123456" });
    assert_eq!(own.put(&address, data).await.status, 204);
    let now = app.now();
    let withdraw = move |w: &mut birge::db::Write| {
        diesel::update(enrolments::table).set(enrolments::withdrawn_at.eq(Some(now))).execute(w.conn())?;
        Ok(())
    };
    app.db.write(withdraw).await.unwrap();
    let api = app.api(&admin).await;
    assert_eq!(api.get(&address).await.json()["education"], Value::Null);
    let shown = api.post(&format!("{address}/disclosures"), json!({})).await.json();
    assert_eq!(
        (&shown["born_on"], &shown["passport"], &shown["snils"]),
        (&json!("1990-03-15"), &json!("4510 123456"), &json!("087-654-303 00"))
    );
    let page = app.sign_in(&admin).await.get(&format!("/people/{}/identity", holder.id)).await;
    assert!(page.text().contains("Показываем только то, что нужно для ваших реестров"), "{}", page.text());
    assert_eq!(api.put(&address, json!({ "citizenship": "643" })).await.status, 403);
    assert_eq!(api.post(&format!("{address}/names"), json!({})).await.status, 403);
    // Without a federal register nobody needs the СНИЛС.
    let country = format!("/api/v1/organisations/{centre}/country");
    assert_eq!(app.api(&site).await.put(&country, json!({ "country": "kz" })).await.status, 204);
    let shown = api.post(&format!("{address}/disclosures"), json!({})).await.json();
    assert_eq!((&shown["snils"], &shown["born_on"]), (&Value::Null, &json!("1990-03-15")));
}

#[actix_web::test]
async fn comparing_a_number_with_a_locked_day_of_birth_is_written_down() {
    let ground = Ground::new().await;
    let (centre, site) = (ground.app.centre().await, ground.app.administrator().await);
    let country = format!("/api/v1/organisations/{centre}/country");
    assert_eq!(ground.app.api(&site).await.put(&country, json!({ "country": "kz" })).await.status, 204);
    let client = ground.app.api(&ground.trainee).await;
    assert_eq!(client.put(&ground.api(), json!({ "born_on": "1990-03-15" })).await.status, 204);
    assert_eq!(ground.app.audited("identity-seen").await, 0);
    assert_eq!(client.put(&ground.api(), json!({ "iin": "900315400126" })).await.status, 204);
    assert_eq!(ground.app.audited("identity-seen").await, 1);
}
