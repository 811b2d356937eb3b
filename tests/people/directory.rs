//! People, for administrators.

use super::{audited, letters_to, member};
use crate::support::world::World;
use crate::support::{Person, TestApp};
use birge::db::schema::{people, role_grants};
use birge::kernel::{Language, PersonId, RoleGrantId};
use diesel::prelude::*;

const NEW: [(&str, &str); 4] =
    [("surname", "Новая"), ("given_name", "Анна"), ("language", "ru"), ("zone", "Europe/Moscow")];

fn position(text: &str, name: &str) -> usize {
    text.find(name).unwrap_or_else(|| panic!("{name} is not in {text}"))
}

async fn set_organisation(app: &TestApp, person: &Person, organisation: birge::kernel::OrganisationId) {
    let id = person.id;
    app.db
        .write(move |w| {
            let row = people::table.filter(people::id.eq(id));
            diesel::update(row).set(people::organisation_id.eq(organisation)).execute(w.conn())?;
            Ok(())
        })
        .await
        .unwrap();
}

async fn grants(app: &TestApp, person: PersonId) -> Vec<RoleGrantId> {
    app.db
        .read(move |r| {
            Ok(role_grants::table
                .filter(role_grants::person_id.eq(person))
                .filter(role_grants::revoked_at.is_null())
                .select(role_grants::id)
                .load(r.conn())?)
        })
        .await
        .unwrap()
}

#[actix_web::test]
async fn the_list_is_in_the_readers_alphabet_and_found_from_a_russian_keyboard() {
    let app = TestApp::spawn().await;
    let administrator = app.administrator().await;
    for surname in ["Құрманғазы", "Лаптев", "Қалиев", "Карпов"] {
        app.person(surname).await;
    }
    let browser = app.sign_in(&administrator).await;
    browser.get("/language/kk?back=%2F").await;
    let page = browser.get("/people").await.text();
    let list = page.split("5 адам").nth(1).unwrap();
    let places = ["Карпов", "Қалиев", "Құрманғазы", "Лаптев"].map(|name| position(list, name));
    assert!(places.is_sorted(), "{list}");
    let found = browser.get("/people?q=%D0%BA%D1%83%D1%80%D0%BC%D0%B0%D0%BD").await.text();
    assert!(found.contains("1 адам") && found.contains("Құрманғазы") && !found.contains("Карпов"), "{found}");
    let none = browser.get("/people?q=%25_").await.text();
    assert!(none.contains("Ешкім табылмады"), "signs of a pattern are letters like any other: {none}");
}

#[actix_web::test]
async fn a_long_list_goes_on_page_by_page_without_losing_anybody() {
    let app = TestApp::spawn().await;
    let administrator = app.administrator().await;
    for number in 0..60 {
        app.person(&format!("Слушатель{number:02}")).await;
    }
    let browser = app.sign_in(&administrator).await;
    let first = browser.get("/people?q=%D1%81%D0%BB%D1%83%D1%88").await;
    assert!(first.text().contains("60 человек"), "{}", first.text());
    assert!(
        first.text().contains("Слушатель49") && !first.text().contains("Слушатель50"),
        "{}",
        first.text()
    );
    let next =
        first.html.split("rel=\"next\" href=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let second = browser.get(&next.replace("&amp;", "&").replace("&#x3D;", "=")).await;
    assert!(
        second.text().contains("Слушатель50") && second.text().contains("Слушатель59"),
        "{}",
        second.text()
    );
    assert!(!second.text().contains("Слушатель49") && !second.html.contains("rel=\"next\""));
}

#[actix_web::test]
async fn others_are_told_that_the_list_is_not_theirs_in_their_language() {
    let app = TestApp::spawn().await;
    let person = member(&app, "Ахметова", Language::Kk).await;
    let browser = app.stranger().speaking("ru");
    browser.post("/sign-in", &super::credentials(&person, "/profile")).await;
    for path in ["/people", "/people/new", "/people/1"] {
        let page = browser.get(path).await;
        assert_eq!(page.status, 403, "{path}");
        assert!(page.text().contains("Бұл бет сізге ашық емес"), "{}", page.text());
    }
    let refused = browser.post("/people", &NEW).await;
    assert_eq!(refused.status, 403);
    assert_eq!(app.stranger().get("/people").await.path, "/sign-in");
}

#[actix_web::test]
async fn a_new_person_with_faults_gets_them_all_and_loses_nothing() {
    let app = TestApp::spawn().await;
    let administrator = app.administrator().await;
    let browser = app.sign_in(&administrator).await;
    let taken = administrator.email.to_uppercase();
    let fields = [
        ("surname", ""),
        ("given_name", "Анна"),
        ("email", "a@b"),
        ("language", "ru"),
        ("zone", "Europe/Moscow"),
    ];
    let wrong = browser.post("/people", &fields).await;
    assert_eq!(wrong.status, 422);
    assert!(
        wrong.text().contains("Заполните это поле") && wrong.text().contains("Укажите адрес целиком"),
        "{}",
        wrong.text()
    );
    assert_eq!(wrong.value_of("given_name").as_deref(), Some("Анна"));
    let mut fields = NEW.to_vec();
    fields.push(("email", &taken));
    let wrong = browser.post("/people", &fields).await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.text().contains("Человек с таким адресом уже есть"), "{}", wrong.text());
}

#[actix_web::test]
async fn a_double_click_makes_one_person_and_one_letter() {
    let app = TestApp::spawn().await;
    let browser = app.sign_in(&app.administrator().await).await;
    let mut fields = NEW.to_vec();
    fields.push(("email", "once@test.example"));
    let first = browser.post_as("/people", &fields, "one-form").await;
    let second = browser.post_as("/people", &fields, "one-form").await;
    assert_eq!((first.status, second.status), (200, 200));
    assert_eq!(letters_to(&app, "once@test.example", "invitation").await, 1);
}

#[actix_web::test]
async fn roles_are_granted_and_taken_back_and_both_are_written_down() {
    let app = TestApp::spawn().await;
    let (administrator, person) = (app.administrator().await, app.person("Ахметова").await);
    let organisation = app.organisation("Фонд «Рядом»").await.to_string();
    let browser = app.sign_in(&administrator).await;
    let roles = format!("/people/{}/roles", person.id);
    let nowhere = browser.post(&roles, &[("role", "coordinator"), ("organisation", "")]).await;
    assert_eq!(nowhere.status, 422, "a coordinator of nothing");
    let unknown = browser.post(&roles, &[("role", "king"), ("organisation", "")]).await;
    assert_eq!(unknown.status, 422);
    for _ in 0..2 {
        let granted = browser.post(&roles, &[("role", "coordinator"), ("organisation", &organisation)]).await;
        assert!(granted.text().contains("Координатор , Фонд «Рядом»"), "{}", granted.text());
    }
    let [grant] = grants(&app, person.id).await.try_into().unwrap();
    assert!(app.actor(&person).await.roles.coordinator_of.len() == 1);
    browser.post(&format!("{roles}/{grant}/revocation"), &[]).await;
    assert!(app.actor(&person).await.roles.coordinator_of.is_empty());
    assert_eq!(audited(&app, person.id).await, ["person-created", "role-granted", "role-revoked"]);
}

#[actix_web::test]
async fn nobody_locks_themselves_out() {
    let app = TestApp::spawn().await;
    let administrator = app.administrator().await;
    let browser = app.sign_in(&administrator).await;
    let me = format!("/people/{}", administrator.id);
    assert_eq!(browser.post(&format!("{me}/deactivation"), &[]).await.status, 403);
    let grant = grants(&app, administrator.id).await[0];
    assert_eq!(browser.post(&format!("{me}/roles/{grant}/revocation"), &[]).await.status, 403);
    assert!(!browser.get(&me).await.html.contains("deactivation"), "what is not possible is not offered");
}

#[actix_web::test]
async fn an_administrator_of_an_organisation_reaches_its_people_only() {
    let app = TestApp::spawn().await;
    let (mine, other) = (app.organisation("Наш центр").await, app.organisation("Другой центр").await);
    let (colleague, outsider) = (app.person("Коллегова").await, app.person("Чужаков").await);
    set_organisation(&app, &colleague, mine).await;
    set_organisation(&app, &outsider, other).await;
    let head = app.administrator_of("Директоров", mine).await;
    let browser = app.sign_in(&head).await;
    let list = browser.get("/people").await.text();
    assert!(list.contains("Коллегова") && !list.contains("Чужаков"), "{list}");
    assert_eq!(browser.get(&format!("/people/{}", outsider.id)).await.status, 404);
    assert_eq!(browser.post(&format!("/people/{}/deactivation", outsider.id), &[]).await.status, 404);
    assert_eq!(browser.post(&format!("/people/{}/invitation", outsider.id), &[]).await.status, 404);
    let roles = format!("/people/{}/roles", colleague.id);
    let whole = browser.post(&roles, &[("role", "administrator"), ("organisation", "")]).await;
    assert_eq!(whole.status, 403, "no role beyond the own organisation");
    let other_id = other.to_string();
    let elsewhere = browser.post(&roles, &[("role", "coordinator"), ("organisation", &other_id)]).await;
    assert_eq!(elsewhere.status, 403);
    let mut fields = NEW.to_vec();
    fields.extend([("email", "x@test.example"), ("organisation", other_id.as_str())]);
    assert_eq!(browser.post("/people", &fields).await.status, 403);
}

/// What the form of a person sends.
fn corrected<'f>(email: &'f str, surname: &'f str, organisation: &'f str) -> Vec<(&'f str, &'f str)> {
    let mut fields = NEW.to_vec();
    fields.retain(|(name, _)| *name != "surname");
    fields.extend([("surname", surname), ("email", email), ("organisation", organisation)]);
    fields
}

#[actix_web::test]
async fn a_misspelt_name_and_address_are_put_right_and_the_old_ones_stay_in_the_journal() {
    let app = TestApp::spawn().await;
    let (administrator, person) = (app.administrator().await, app.person("Петрав").await);
    let (browser, theirs) = (app.sign_in(&administrator).await, app.sign_in(&person).await);
    let url = format!("/people/{}", person.id);
    let form = browser.get(&format!("{url}/edit")).await.html;
    assert!(form.contains("Петрав"), "the form holds what the account says now: {form}");
    let taken = browser.post(&url, &corrected(&administrator.email, "Петров", "")).await;
    assert_eq!(taken.status, 422);
    assert!(taken.html.contains("Петров"), "nothing typed is lost");
    let page = browser.post(&url, &corrected("petrov@test.example", "Петров", "")).await.text();
    assert!(page.contains("Данные исправлены"), "{page}");
    assert!(page.contains("Петров") && page.contains("petrov@test.example"), "{page}");
    assert!(browser.get("/people?q=petrov").await.text().contains("Петров"), "found by the new address");
    let out = theirs.get("/profile").await.html;
    assert!(out.contains("action=\"/sign-in\""), "with another address the person signs in again: {out}");
    assert_eq!(audited(&app, person.id).await, ["person-created", "person-corrected"]);
}

#[actix_web::test]
async fn an_address_is_not_changed_by_whoever_may_do_less_than_its_person() {
    let app = TestApp::spawn().await;
    let (mine, other) = (app.organisation("Наш центр").await, app.organisation("Другой центр").await);
    let (site, outsider) = (app.administrator().await, app.person("Чужаков").await);
    set_organisation(&app, &site, mine).await;
    set_organisation(&app, &outsider, other).await;
    let head = app.administrator_of("Директоров", mine).await;
    let browser = app.sign_in(&head).await;
    let home = mine.to_string();
    let fields = corrected("taken-over@test.example", "Новая", &home);
    assert_eq!(browser.post(&format!("/people/{}", site.id), &fields).await.status, 403);
    assert_eq!(browser.post(&format!("/people/{}", outsider.id), &fields).await.status, 404);
    assert_eq!(browser.get(&format!("/people/{}/edit", outsider.id)).await.status, 404);
    assert_eq!(browser.post(&format!("/people/{}/deactivation", site.id), &[]).await.status, 403);
    assert_eq!(
        app.sign_in(&site).await.get("/people").await.path,
        "/people",
        "and is not closed by them either"
    );
}

#[actix_web::test]
async fn a_person_page_lists_what_they_learn_and_teach() {
    let app = TestApp::builder().demo().spawn().await;
    let world = World::build(&app).await;
    let browser = app.sign_in(&world.administrator).await;
    let learns = browser.get(&format!("/people/{}", world.trainee.id)).await.text();
    let teaches = browser.get(&format!("/people/{}", world.trainer.id)).await.text();
    assert!(learns.contains("Потоки") && learns.contains("слушатель"), "{learns}");
    assert!(teaches.contains("Потоки") && teaches.contains("преподаёт"), "{teaches}");
    let page = browser.get(&format!("/people/{}", world.administrator.id)).await.text();
    assert!(!page.contains("преподаёт"), "no empty list: {page}");
}

/// I2: teams are mixed by what people do, so an account says it.
#[actix_web::test]
async fn a_position_stands_in_the_account_and_on_the_own_profile() {
    let app = TestApp::spawn().await;
    let (administrator, person) = (app.administrator().await, app.person("Петров").await);
    let (browser, theirs) = (app.sign_in(&administrator).await, app.sign_in(&person).await);
    let url = format!("/people/{}", person.id);
    let long = "я".repeat(151);
    let with = |position| {
        let mut fields = corrected(&person.email, "Петров", "");
        fields.push(("position", position));
        fields
    };
    let refused = browser.post(&url, &with(&long)).await;
    assert!(refused.status == 422 && refused.html.contains("#field-position"), "{}", refused.html);
    let page = browser.post(&url, &with("  Социальный  педагог ")).await.text();
    assert!(page.contains("Должность Социальный педагог"), "{page}");
    assert!(theirs.get("/profile").await.text().contains("Социальный педагог"));
    let told = app.api(&administrator).await.get(&format!("/api/v1{url}")).await.json();
    assert_eq!(told["position"], "Социальный педагог", "{told}");
}
