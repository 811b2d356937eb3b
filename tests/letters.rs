//! Papers about a person rather than a course: letters to many, each in the person's language, and documents of authority.

use crate::documents::centre::Centre;
use crate::support::Person;
use crate::support::paper::words;
use birge::kernel::Language;
use birge::people::Role;
use serde_json::{Value, json};
use std::io::{Cursor, Read as _};

async fn volunteers(centre: &Centre, count: usize) -> Vec<Person> {
    let mut people = Vec::new();
    for number in 0..count {
        let language = if number % 2 == 0 { Language::Ru } else { Language::Kk };
        let person = centre.app.person_speaking(&format!("Ерікті-{number:02}"), language).await;
        centre.app.enrol(centre.edition, &person).await;
        people.push(person);
    }
    people
}

fn thanks(centre: &Centre, people: &[&Person]) -> Value {
    json!({
        "organisation_id": centre.organisation,
        "kind": "thank_you_letter",
        "people": people.iter().map(|one| one.id).collect::<Vec<_>>(),
        "text_ru": "Благодарим вас за помощь: {имя}.\n\nВы прошли программу «{программа}».",
        "text_kk": "Көмегіңіз үшін рақмет: {аты}.\n\nСіз «{бағдарлама}» бағдарламасынан өттіңіз.",
    })
}

#[actix_web::test]
async fn m12_forty_letters_each_in_the_language_of_its_reader() {
    let centre = Centre::new().await;
    let people = volunteers(&centre, 40).await;
    // Nothing is known of what this one took part in, and the text speaks of it.
    let unknown = centre.app.person("Неизвестный").await;
    let everybody: Vec<&Person> = people.iter().chain([&unknown]).collect();
    let api = centre.api().await;
    let page = api.post("/api/v1/letters", thanks(&centre, &everybody)).await;
    assert_eq!(page.status, 201, "{}", page.html);
    let batch = page.json()["batch"]["id"].as_i64().unwrap();
    centre.app.run_jobs().await;
    let done = api.get(&format!("/api/v1/document-batches/{batch}")).await.json();
    assert_eq!(done["batch"]["issued"], 40, "{done}");
    let refused = done["people"].as_array().unwrap().iter().find(|one| one["outcome"] == "refused").unwrap();
    assert_eq!(refused["name"], "Неизвестный Анна Сергеевна");
    assert_eq!(refused["missing"][0]["code"], "letter-no-programme");

    let bytes = api.stream(&format!("/api/v1/document-batches/{batch}/archive")).await;
    let bytes = bytes.bytes().await.unwrap().to_vec();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    assert_eq!(names.len(), 40);
    let mut read = |start: &str| {
        let name = names.iter().find(|name| name.starts_with(start)).unwrap();
        let mut pdf = Vec::new();
        archive.by_name(name).unwrap().read_to_end(&mut pdf).unwrap();
        words(&pdf)
    };
    let (russian, kazakh) = (read("Ерікті-00 "), read("Ерікті-01 "));
    assert!(russian.contains("Благодарим вас за помощь: Ерікті-00 Анна Сергеевна."), "{russian}");
    assert!(kazakh.contains("Көмегіңіз үшін рақмет: Ерікті-01 Анна Сергеевна."), "{kazakh}");
    assert!(!kazakh.contains("Благодарим"), "{kazakh}");
}

#[actix_web::test]
async fn a_text_that_cannot_be_a_letter_is_refused_with_the_remedy() {
    let centre = Centre::new().await;
    let people = volunteers(&centre, 2).await;
    let people: Vec<&Person> = people.iter().collect();
    let with = |field: &str, value: Value| {
        let mut body = thanks(&centre, &people);
        body[field] = value;
        body
    };
    let cases = [
        (with("text_kk", json!("")), "letter-text-kk"),
        (with("text_ru", json!("{фамилия}")), "letter-placeholder"),
        (with("kind", json!("service_record")), "letter-kind"),
        (with("people", json!([])), "document-nobody-chosen"),
        (with("people", json!([987_654])), "letter-strangers"),
        (with("issued_on", json!("2027-01-01")), "document-after-today"),
    ];
    let api = centre.api().await;
    for (body, code) in cases {
        let page = api.post("/api/v1/letters", body).await;
        assert_eq!(page.status, 422, "{code}: {}", page.html);
        assert_eq!(page.json()["errors"][0]["code"], code, "{}", page.html);
    }
    // On the page nothing typed is lost.
    let form = [("text_ru", "Спасибо, {фамилия}"), ("kind", "thank_you_letter"), ("issued_on", "2026-12-01")];
    let edition = centre.edition.to_string();
    let mut form: Vec<(&str, &str)> = form.into();
    form.push(("edition", &edition));
    let again = centre.browser().await.post("/letters", &form).await;
    assert_eq!(again.status, 422);
    assert!(again.html.contains("Спасибо, {фамилия}"), "{}", again.html);
}

#[actix_web::test]
async fn the_letter_can_be_looked_at_before_it_is_issued() {
    let centre = Centre::new().await;
    let people = volunteers(&centre, 1).await;
    let (person, organisation) = (people[0].id.to_string(), centre.organisation.to_string());
    let form = [
        ("people", person.as_str()),
        ("organisation", organisation.as_str()),
        ("kind", "recommendation_letter"),
        ("issued_on", "2026-12-01"),
        ("text_ru", "Рекомендуем: {имя}."),
    ];
    let page = centre.browser().await.post("/letters/previews", &form).await;
    assert_eq!((page.status, page.header("content-type")), (200, "application/pdf"));
    let list = centre.api().await.get("/api/v1/documents").await.json();
    assert_eq!(list["items"].as_array().unwrap().len(), 0, "nothing is kept");
}

fn authority(organisation: impl serde::Serialize, person: &Person) -> Value {
    json!({
        "person_id": person.id,
        "organisation_id": organisation,
        "valid_from": "2026-12-01",
        "valid_until": "2026-12-31",
        "place": "г. Иркутск, детский дом № 3",
        "place_kk": "Иркутск қаласы, № 3 балалар үйі",
        "tasks": "Встречать гостей\nВести занятие",
        "tasks_kk": "Қонақтарды қарсы алу\nСабақ жүргізу",
    })
}

#[actix_web::test]
async fn d9_a_coordinator_confirms_authority_in_both_languages_and_takes_it_back() {
    let centre = Centre::new().await;
    let volunteer = volunteers(&centre, 1).await.remove(0);
    let coordinator = centre.app.person("Координатор").await;
    centre.app.grant_in(&coordinator, Role::Coordinator, centre.organisation).await;
    let api = centre.app.api(&coordinator).await;
    let page = api.post("/api/v1/authority-documents", authority(centre.organisation, &volunteer)).await;
    assert_eq!(page.status, 201, "{}", page.html);
    let id = page.json()["id"].as_i64().unwrap();
    centre.app.run_jobs().await;

    let browser = centre.app.sign_in(&coordinator).await;
    let answer =
        browser.client().get(browser.absolute(&format!("/authority-documents/{id}/pdf"))).send().await;
    let pdf = answer.unwrap().bytes().await.unwrap();
    let paper = words(&pdf);
    for part in [
        "Ерікті-00 Анна Сергеевна",
        "г. Иркутск, детский дом № 3",
        "Иркутск қаласы, № 3 балалар үйі",
        "Вести занятие",
        "Сабақ жүргізу",
    ] {
        assert!(paper.contains(part), "{part}: {paper}");
    }
    assert!(paper.find("Сабақ жүргізу") < paper.find("Вести занятие"), "Kazakh first: {paper}");

    let document = centre.document(birge::kernel::DocumentId(id)).await;
    let verified = document["verification_url"].as_str().unwrap().rsplit('/').next().unwrap().to_owned();
    let verify = format!("/api/v1/verifications/{verified}");
    assert_eq!(api.get(&verify).await.json()["status"], "valid");
    let taken = format!("/api/v1/authority-documents/{id}/revocation");
    let elsewhere = centre.app.organisation("Другая школа").await;
    let other = centre.app.person("Чужой").await;
    centre.app.grant_in(&other, Role::Coordinator, elsewhere).await;
    let reason = json!({ "reason": "Поездка отменена" });
    assert_eq!(centre.app.api(&other).await.post(&taken, reason.clone()).await.status, 404);
    assert_eq!(centre.app.api(&volunteer).await.post(&taken, reason.clone()).await.status, 403);
    assert_eq!(api.post(&taken, json!({ "reason": "" })).await.status, 422);
    assert_eq!(api.post(&taken, reason.clone()).await.status, 201);
    assert_eq!(api.post(&taken, reason).await.status, 409);
    assert_eq!(api.get(&verify).await.json()["status"], "revoked");
}

#[actix_web::test]
async fn authority_says_for_how_long_where_and_what() {
    let centre = Centre::new().await;
    let volunteer = volunteers(&centre, 1).await.remove(0);
    let api = centre.api().await;
    let without = |fields: &[&str]| {
        let mut body = authority(centre.organisation, &volunteer);
        for field in fields {
            body.as_object_mut().unwrap().remove(*field);
        }
        body
    };
    let cases = [
        (without(&["valid_from"]), "document-authority-period"),
        (without(&["place", "place_kk"]), "document-authority-place"),
        (without(&["tasks", "tasks_kk"]), "document-authority-tasks"),
    ];
    for (body, code) in cases {
        let page = api.post("/api/v1/authority-documents", body).await;
        assert_eq!(page.status, 422, "{code}");
        let errors = page.json()["errors"].clone();
        assert!(errors.as_array().unwrap().iter().any(|one| one["code"] == code), "{errors}");
    }
    let elsewhere = centre.app.organisation("Другая школа").await;
    let coordinator = centre.app.person("Координатор").await;
    centre.app.grant_in(&coordinator, Role::Coordinator, elsewhere).await;
    let foreign = authority(centre.organisation, &volunteer);
    let page = centre.app.api(&coordinator).await.post("/api/v1/authority-documents", foreign).await;
    assert_eq!(page.status, 404, "in the name of another organisation");
}

#[actix_web::test]
async fn m3_a_record_of_service_has_its_five_elements_and_is_signed_off_by_a_coordinator() {
    let centre = Centre::new().await;
    let (volunteer, _) = centre.ready("Волонтёрова").await;
    let coordinator = centre.app.person("Координатор").await;
    centre.app.grant_in(&coordinator, Role::Coordinator, centre.organisation).await;
    let (mine, theirs) = (centre.app.api(&volunteer).await, centre.app.api(&coordinator).await);
    let ask = json!({ "organisation_id": centre.organisation, "note": "Для вуза" });
    let elsewhere = centre.app.organisation("Другая школа").await;
    let foreign = mine.post("/api/v1/my/service-records", json!({ "organisation_id": elsewhere })).await;
    assert_eq!(foreign.json()["errors"][0]["code"], "service-organisation", "{}", foreign.html);
    let first = mine.post("/api/v1/my/service-records", ask.clone()).await;
    assert_eq!(first.status, 201, "{}", first.html);
    let again = mine.post("/api/v1/my/service-records", ask).await.json();
    assert_eq!(first.json()["id"], again["id"], "one request is open at a time");

    let request = format!("/api/v1/service-record-requests/{}", again["id"]);
    assert_eq!(mine.get(&request).await.status, 403);
    let other = centre.app.person("Чужой").await;
    centre.app.grant_in(&other, Role::Coordinator, elsewhere).await;
    assert_eq!(centre.app.api(&other).await.get(&request).await.status, 404);
    let known = theirs.get(&request).await.json()["elements"].clone();
    for element in ["nature", "volume", "length"] {
        assert!(known[element].is_string(), "{element}: {known}");
    }
    assert!(known["level"].is_null(), "nothing was issued yet: {known}");

    let sign = format!("{request}/signature");
    let lacking = theirs.post(&sign, known.clone()).await;
    assert_eq!(lacking.status, 422, "{}", lacking.html);
    assert!(lacking.html.contains("document-service-element"), "{}", lacking.html);
    let mut whole = known;
    whole["quality"] = json!("Работы выполнены в срок");
    whole["level"] = json!("Наставник первой ступени");
    let signed = theirs.post(&sign, whole.clone()).await;
    assert_eq!(signed.status, 201, "{}", signed.html);
    assert_eq!(theirs.post(&sign, whole).await.status, 409, "signed once");
    centre.app.run_jobs().await;

    let document = signed.json()["id"].as_i64().unwrap();
    let answer = mine.stream(&format!("/api/v1/documents/{document}/pdf")).await;
    let paper = words(&answer.bytes().await.unwrap());
    for part in ["Волонтёрова Анна Сергеевна", "Работы выполнены в срок", "Наставник первой ступени"]
    {
        assert!(paper.contains(part), "{part}: {paper}");
    }
    let own = mine.get("/api/v1/my/service-records").await.json();
    assert_eq!(own["items"][0]["document_id"], json!(document));
    assert_eq!(theirs.get("/api/v1/service-record-requests").await.json()["items"], json!([]));
}

/// Who attests and who is attested are two people (M3, D9).
#[actix_web::test]
async fn m3_d9_nobody_signs_off_their_own_record_or_confirms_their_own_authority() {
    let centre = Centre::new().await;
    let coordinator = volunteers(&centre, 1).await.remove(0);
    centre.app.grant_in(&coordinator, Role::Coordinator, centre.organisation).await;
    let api = centre.app.api(&coordinator).await;
    let own = api.post("/api/v1/authority-documents", authority(centre.organisation, &coordinator)).await;
    assert_eq!(
        (own.status, &own.json()["errors"][0]["code"]),
        (422, &json!("authority-own")),
        "{}",
        own.html
    );
    let asked =
        api.post("/api/v1/my/service-records", json!({ "organisation_id": centre.organisation })).await;
    let request = format!("/service-record-requests/{}", asked.json()["id"]);
    let whole = json!({ "nature": "Вёл игры", "quality": "Хорошо", "volume": "20 часов", "level": "Первый",
        "length": "Год" });
    let sign = format!("/api/v1{request}/signature");
    let own = api.post(&sign, whole.clone()).await;
    assert_eq!((own.status, &own.json()["errors"][0]["code"]), (422, &json!("service-own")), "{}", own.html);
    let refusal = api.post(&format!("/api/v1{request}/refusal"), json!({ "reason": "Не нужна" })).await;
    assert_eq!(refusal.json()["errors"][0]["code"], "service-own");
    let page = centre.app.sign_in(&coordinator).await.get(&request).await;
    assert!(
        page.text().contains("Это ваша собственная просьба") && !page.html.contains("/signature\""),
        "{}",
        page.html
    );
    let people = centre.app.sign_in(&coordinator).await.get("/authority-documents").await.html;
    assert!(!people.contains("Ерікті-00 Анна Сергеевна</option>"), "not among those to choose from");
    let signed = centre.api().await.post(&sign, whole).await;
    assert_eq!(signed.status, 201, "somebody else signs: {}", signed.html);
}

#[actix_web::test]
async fn m3_whoever_decides_on_a_request_and_whoever_asked_get_letters() {
    let centre = Centre::new().await;
    let volunteer = volunteers(&centre, 1).await.remove(0);
    let coordinator = centre.app.person("Координатор").await;
    centre.app.grant_in(&coordinator, Role::Coordinator, centre.organisation).await;
    let (mine, theirs) = (centre.app.api(&volunteer).await, centre.app.api(&coordinator).await);
    let ask = json!({ "organisation_id": centre.organisation, "note": "Для вуза" });
    let id = mine.post("/api/v1/my/service-records", ask.clone()).await.json()["id"].clone();
    assert_eq!(mine.post("/api/v1/my/service-records", ask).await.json()["id"], id);
    let refusal = format!("/api/v1/service-record-requests/{id}/refusal");
    assert_eq!(theirs.post(&refusal, json!({ "reason": "Часы не засчитаны" })).await.status, 204);
    centre.app.run_jobs().await;
    let letters = centre.app.db.read(|r| birge::mail::store::newest(r, None, 50)).await.unwrap();
    let sent = |name: &str| {
        letters
            .iter()
            .filter(|letter| letter.name == name)
            .map(|letter| letter.to_address.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        sent("service_record_asked"),
        std::slice::from_ref(&coordinator.email),
        "once, and to nobody else"
    );
    assert_eq!(sent("service_record_refused"), std::slice::from_ref(&volunteer.email));
}

#[actix_web::test]
async fn d9_people_are_found_by_name_and_the_list_goes_on_page_by_page() {
    let centre = Centre::new().await;
    let people = volunteers(&centre, 2).await;
    let (api, browser) = (centre.api().await, centre.browser().await);
    for _ in 0..3 {
        let given = api.post("/api/v1/authority-documents", authority(centre.organisation, &people[0])).await;
        assert_eq!(given.status, 201, "{}", given.html);
    }
    let found = browser.get("/authority-documents?q=%D0%95%D1%80%D1%96%D0%BA%D1%82%D1%96-01").await.html;
    assert!(found.contains("Ерікті-01 Анна Сергеевна</option>"), "{found}");
    assert!(!found.contains("Ерікті-00 Анна Сергеевна</option>"), "{found}");
    let nobody = browser.get("/authority-documents?q=%D0%9D%D0%B5%D1%82").await.text();
    assert!(nobody.contains("Никого не нашлось"), "{nobody}");
    let first = api.get("/api/v1/authority-documents?limit=2").await.json();
    let next = first["next_after"].as_i64().unwrap();
    let second = api.get(&format!("/api/v1/authority-documents?limit=2&after={next}")).await.json();
    let ids = |page: &Value| {
        page["items"].as_array().unwrap().iter().map(|one| one["id"].as_i64().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!((ids(&first).len(), ids(&second).len(), &second["next_after"]), (2, 1, &Value::Null));
    assert!(ids(&first).iter().all(|id| *id > ids(&second)[0]), "the newest first, each once");
    let page = browser.get(&format!("/authority-documents?after={next}")).await;
    assert!(page.text().contains("ПП-2026/0001") && !page.text().contains("ПП-2026/0003"), "{}", page.text());
    assert_eq!(first["items"][0]["valid_until"], "2026-12-31");
    centre.app.set_clock("2027-01-01T09:00:00Z");
    let over = centre.browser().await.get("/authority-documents").await.text();
    assert!(over.contains("Срок действия документа истёк"), "{over}");
}

/// An administrator of one organisation does not write in its name to people who have nothing to do with it.
#[actix_web::test]
async fn a_letter_to_a_stranger_of_the_organisation_is_refused_wherever_it_is_asked_for() {
    use birge::documents::actions::{LetterAsk, Tools, issue_letter};
    use birge::documents::rules::letters::LetterText;
    use birge::printing::fields::{LetterFields, ServiceFields};
    let centre = Centre::new().await;
    let (own, stranger) = (volunteers(&centre, 1).await.remove(0), centre.app.person("Прохожий").await);
    let writer = centre.app.administrator_of("Методист", centre.organisation).await;
    let issue = async |person: &Person| {
        let letter = LetterFields {
            paragraphs: vec!["Благодарим за помощь.".into()], ..Default::default()
        };
        let text = LetterText { language: Language::Ru, letter, service: ServiceFields::default() };
        let ask = LetterAsk {
            organisation: centre.organisation,
            person: person.id,
            kind: birge::programmes::rules::words::DocumentKind::ThankYouLetter,
            texts: vec![text],
            valid: None,
            issued_on: None,
            zone: birge::kernel::ZoneName::MOSCOW,
            number: None,
            public_id: centre.app.kit.secrets.public_id(),
        };
        let (actor, now, kit) = (centre.app.actor(&writer).await, centre.app.now(), centre.app.kit.clone());
        centre.app.db.write(move |w| issue_letter(w, &actor, &Tools::of(&kit), &ask, now)).await
    };
    let refused = issue(&stranger).await.unwrap_err();
    assert_eq!(refused.faults[0].code, "letter-strangers");
    issue(&own).await.unwrap();
}

#[actix_web::test]
async fn a_record_is_refused_with_a_reason_that_the_volunteer_reads() {
    let centre = Centre::new().await;
    let volunteer = volunteers(&centre, 1).await.remove(0);
    let browser = centre.app.sign_in(&volunteer).await;
    let organisation = centre.organisation.to_string();
    let asked = browser.post("/service-records", &[("organisation", organisation.as_str())]).await;
    assert_eq!(asked.status, 200, "{}", asked.html);
    let desk = centre.browser().await;
    let list = desk.get("/service-record-requests").await.html;
    let (_, rest) = list.split_once("href=\"/service-record-requests/").unwrap();
    let id = rest.split('"').next().unwrap();
    let refusal = format!("/service-record-requests/{id}/refusal");
    assert_eq!(desk.post(&refusal, &[("reason", "")]).await.status, 422);
    assert_eq!(desk.post(&refusal, &[("reason", "Часы не засчитаны")]).await.status, 200);
    let own = browser.get("/service-records").await;
    assert!(own.html.contains("Часы не засчитаны"), "{}", own.html);
}
