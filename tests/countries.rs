//! What a country asks of papers: kinds of documents, the fewest hours, who may get what, terms and wording, as data (M2).

use crate::content::Course;
use crate::support::TestApp;
use birge::countries::rules::hours::limits;
use birge::countries::rules::shipped;
use birge::countries::rules::{Country, Profile};
use birge::countries::store;
use birge::kernel::OrganisationId;
use birge::programmes::actions::check_within;
use birge::programmes::rules::Severity;
use birge::programmes::rules::words::{DocumentKind, ProgrammeKind};
use serde_json::{Value, json};

const TOML: &str = "programme.toml";
const MODULE: &str = "01-first/module.toml";

/// The sample course with a session of so many hours, all of which count as practice; four hours of theory and two of
/// a quiz come beside it.
fn course(hours: i32) -> Course {
    Course::sample().replace(MODULE, "hours = 10", &format!("hours = {hours}")).replace(
        TOML,
        "practice = 12",
        &format!("practice = {}", hours + 2),
    )
}

fn retraining(hours: i32) -> Course {
    course(hours).replace(TOML, "kind = \"advanced_training\"", "kind = \"retraining\"").replace(
        TOML,
        "kind = \"advanced_training_certificate\"",
        "kind = \"retraining_diploma\"",
    )
}

/// What stands against importing a course: codes with their details.
fn errors(course: &Course) -> Vec<(String, String)> {
    let findings = course.check().findings.into_iter();
    let errors = findings.filter(|found| found.code.severity() == Severity::Error);
    errors.map(|found| (found.code.as_str().to_owned(), found.detail.clone())).collect()
}

#[test]
fn row_01_fifteen_and_249_hours_are_refused_with_the_rule_named() {
    for (few, enough) in [(course(9), course(10)), (retraining(243), retraining(244))] {
        let found = errors(&few);
        assert_eq!(found.len(), 1, "{found:?}");
        let (code, detail) = &found[0];
        assert_eq!(code, "hours-too-few");
        assert!(detail.contains("№ 266, п. 18"), "{detail}");
        assert_eq!(errors(&enough), []);
    }
    assert!(errors(&course(9))[0].1.contains("at least 16, here 15"));
    assert!(errors(&retraining(243))[0].1.contains("at least 250, here 249"));
}

#[test]
fn row_04_modules_must_sum_to_the_hours_of_the_programme() {
    let short = course(66).replace(MODULE, "hours = 66", "hours = 64");
    let found = errors(&short);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].0, "hours-mismatch");
    assert_eq!(errors(&course(66)), [], "72 hours, and the modules have 72");
}

async fn profile_of(app: &TestApp, organisation: OrganisationId) -> Profile {
    app.db.read(move |r| store::profile_of(r, organisation)).await.unwrap()
}

#[actix_web::test]
async fn a_changed_profile_is_looked_at_first_and_holds_from_then_on() {
    let app = TestApp::spawn().await;
    let centre = app.centre().await;
    let admin = app.sign_in(&app.administrator().await).await;
    let page = admin.get("/countries/ru").await.text();
    for said in
        ["Удостоверение о повышении квалификации", "от 16 до 249", "от 250", "№ 266", "30 дней на передачу"]
    {
        assert!(page.contains(said), "{said}: {page}");
    }
    let changed = shipped::text(Country::Ru).replacen("fewest_hours = 16", "fewest_hours = 18", 1).replacen(
        "days = 30",
        "days = 60",
        1,
    );
    let faulty = changed.replacen("licence = true", "license = true", 1);
    let line = changed.lines().position(|line| line == "licence = true").unwrap() + 1;
    let refused = admin.post("/countries/ru/dry-runs", &[("text", &faulty)]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains(&format!("Строка {line}: файл не читается")), "{}", refused.text());
    assert!(refused.text().contains("license = true"), "nothing typed is lost");
    assert_eq!(admin.post("/countries/ru/versions", &[("text", &faulty)]).await.status, 422);

    let looked = admin
        .post_multipart("/countries/ru/dry-runs", &[], &[("file", "ru.toml", changed.clone().into_bytes())])
        .await;
    assert_eq!(looked.status, 200, "{}", looked.text());
    for said in ["advanced_training_certificate.fewest_hours", "federal.days", "Ввести в действие"]
    {
        assert!(looked.text().contains(said), "{said}: {}", looked.text());
    }
    assert!(!looked.text().contains("retraining_diploma.fewest_hours"), "only what differs");
    let fewest = |profile: &Profile| {
        let rule = profile.kind(DocumentKind::AdvancedTrainingCertificate).unwrap();
        (rule.fewest_hours, profile.federal.unwrap().days)
    };
    assert_eq!(fewest(&profile_of(&app, centre).await), (Some(16), 30), "looking changes nothing");

    let applied = admin.post("/countries/ru/versions", &[("text", &changed)]).await;
    let text = applied.text();
    assert!(text.contains("введён в действие: версия 1") && text.contains("Администратор Анна"), "{text}");
    assert_eq!(fewest(&profile_of(&app, centre).await), (Some(18), 60));
    assert_eq!(app.audited("country-profile-applied").await, 1);
    let again = admin.post("/countries/ru/versions", &[("text", &changed)]).await;
    assert_eq!(again.status, 422);
    assert!(again.text().contains("то же, что и действующий"), "{}", again.text());
    let file = admin.get("/countries/ru/profile").await;
    assert!(file.header("content-disposition").starts_with("attachment"), "{}", file.html);
    assert!(file.html.contains("fewest_hours = 18"));
}

#[actix_web::test]
async fn an_organisation_has_the_country_of_the_one_above_it_until_it_says_otherwise() {
    let app = TestApp::spawn().await;
    let ministry = app.organisation("Министерство").await;
    let school = app.organisation_under("Школа", Some(ministry)).await;
    let admin = app.administrator().await;
    assert_eq!(profile_of(&app, school).await.country, Country::Ru);
    let browser = app.sign_in(&admin).await;
    let page = browser.get(&format!("/organisations/{ministry}")).await;
    let country = page.link_to("Страна организации и правила документов");
    let said = browser.post(&country, &[("country", "kz")]).await;
    assert!(said.text().contains("Страна сохранена."), "{}", said.text());
    assert_eq!(profile_of(&app, school).await.country, Country::Kz);
    let api = app.api(&admin).await;
    let address = format!("/api/v1/organisations/{school}/country");
    assert_eq!(api.get(&address).await.json(), json!({ "country": "kz", "said": null }));
    assert_eq!(api.put(&address, json!({ "country": "ru" })).await.status, 204);
    assert_eq!(profile_of(&app, school).await.country, Country::Ru);
    assert_eq!(api.put(&address, json!({ "country": null })).await.status, 204);
    assert_eq!(profile_of(&app, school).await.country, Country::Kz);
    assert_eq!(api.put(&address, json!({ "country": "xx" })).await.status, 422);
    assert_eq!(app.audited("organisation-country-set").await, 3);
}

#[actix_web::test]
async fn only_who_administers_the_site_changes_a_profile() {
    let app = TestApp::spawn().await;
    let (own, other) = (app.organisation("Школа").await, app.organisation("Сад").await);
    let local = app.administrator_of("Местный", own).await;
    let api = app.api(&local).await;
    assert_eq!(api.get("/api/v1/countries").await.json()["items"].as_array().unwrap().len(), 2);
    let file = json!({ "toml": shipped::text(Country::Kz) });
    assert_eq!(api.post("/api/v1/countries/kz/dry-runs", file.clone()).await.status, 403);
    assert_eq!(api.post("/api/v1/countries/kz/versions", file.clone()).await.status, 403);
    let country = |id| format!("/api/v1/organisations/{id}/country");
    // Another country asks for less: an organisation does not choose it for itself.
    assert_eq!(api.put(&country(own), json!({ "country": "kz" })).await.status, 403);
    assert_eq!(api.put(&country(other), json!({ "country": "kz" })).await.status, 403);
    assert_eq!(api.put(&country(own), json!({ "country": "xx" })).await.status, 403, "who asks comes first");
    let trainer = app.trainer("Преподаватель").await;
    assert_eq!(app.api(&trainer).await.get("/api/v1/countries").await.status, 403);
    let admin = app.api(&app.administrator().await).await;
    assert_eq!(admin.put(&country(own), json!({ "country": "kz" })).await.status, 204);
    let same = admin.post("/api/v1/countries/kz/dry-runs", file).await;
    assert_eq!((same.status, &same.json()["items"]), (200, &Value::Array(Vec::new())));
    let wrong =
        admin.post("/api/v1/countries/ru/versions", json!({ "toml": shipped::text(Country::Kz) })).await;
    assert_eq!((wrong.status, &wrong.json()["errors"][0]["code"]), (422, &json!("country-file-other")));
    assert_eq!(admin.get("/api/v1/countries/us").await.status, 404);
}

#[actix_web::test]
async fn a_kept_profile_of_another_version_of_the_program_breaks_no_page() {
    let app = TestApp::spawn().await;
    let admin = app.sign_in(&app.administrator().await).await;
    let keep = async |number: i32, text: String| {
        let now = app.now();
        let keep = move |w: &mut birge::db::Write| {
            store::insert(w, (Country::Ru, number), &text, (None, now)).map(|_| ())
        };
        app.db.write(keep).await.unwrap();
    };
    // As an older program kept it, without a setting, and with one that this program does not have.
    let old = shipped::text(Country::Ru).replacen("study_certificate_days = 3", "seal = \"round\"", 1);
    keep(1, old).await;
    let profile = profile_of(&app, app.centre().await).await;
    assert_eq!(profile.study_certificate_days, 3);
    let page = admin.get("/countries/ru").await;
    assert_eq!(page.status, 200);
    assert!(page.text().contains("seal") && page.text().contains("для другой версии"), "{}", page.text());
    keep(2, "this is no profile".to_owned()).await;
    assert_eq!(profile_of(&app, app.centre().await).await, shipped::profile(Country::Ru));
    let page = admin.get("/countries/ru").await;
    assert!(page.status == 200 && page.text().contains("прочитать не смогла"), "{}", page.text());
    assert!(admin.get("/countries").await.text().contains("требует внимания"));
}

#[actix_web::test]
async fn row_01_a_kazakh_course_of_eight_hours_is_opened_in_kazakhstan_and_not_in_russia() {
    let app = TestApp::spawn().await;
    let short = course(2);
    assert_eq!(errors(&short).len(), 1, "eight hours are too few in Russia");
    let kazakhstan = limits([&shipped::profile(Country::Kz)].into_iter());
    let root = tempfile::tempdir().unwrap();
    let checked = check_within(&short.write_under(root.path()), &kazakhstan).unwrap();
    let programme = checked.programme.expect("eight are enough");
    let version = app.import(programme).await;
    let (centre, administrator) = (app.centre().await, app.administrator().await);
    let api = app.api(&administrator).await;
    let body = json!({
        "version_id": version.0, "organisation_id": centre.0, "title": "Сегіз сағат", "starts_on": "2026-10-01",
        "ends_on": "2026-11-30", "time_zone": "Asia/Almaty", "capacity": 25,
    });
    let refused = api.post("/api/v1/editions", body.clone()).await;
    let code = refused.json()["errors"][0]["code"].clone();
    assert_eq!((refused.status, code), (422, json!("country-programme-hours-few")), "{}", refused.html);
    let country = format!("/api/v1/organisations/{centre}/country");
    assert_eq!(api.put(&country, json!({ "country": "kz" })).await.status, 204);
    let opened = api.post("/api/v1/editions", body).await;
    assert_eq!(opened.status, 201, "{}", opened.html);
    let found = app.db.read(birge::countries::actions::hours::limits).await.unwrap();
    assert_eq!(found.fewest(ProgrammeKind::AdvancedTraining).0, 8, "the checker follows");
}
