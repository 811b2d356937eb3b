//! Who gets a document, who does not, and what the register makes of it.

use super::centre::{AFTER, Centre, ids};
use crate::content::Course;
use crate::support::TestApp;
use birge::db::Json;
use birge::db::schema::{audit_entries, documents, editions, enrolments, registers, submissions};
use birge::editions::rules::{AttendanceBase, CompletionRule};
use birge::kernel::{DocumentId, EnrolmentId, Minutes};
use birge::mail;
use diesel::prelude::*;
use serde_json::json;
use std::collections::BTreeSet;
use std::sync::Arc;

async fn numbers(centre: &Centre) -> Vec<i32> {
    let rows = centre.app.db.read(|r| {
        Ok(documents::table.order(documents::number).select(documents::number).load::<i32>(r.conn())?)
    });
    rows.await.unwrap()
}

async fn last_number(centre: &Centre) -> Option<i32> {
    let row = centre
        .app
        .db
        .read(|r| Ok(registers::table.select(registers::last_number).first::<i32>(r.conn()).optional()?));
    row.await.unwrap()
}

#[tokio::test]
async fn the_desk_names_the_ready_and_everything_the_others_lack() {
    let centre = Centre::new().await;
    centre.ready("Ахметова").await;
    centre.but("Борисов", &["quiz", "case"]).await;
    let (_, short) = centre.but("Власова", &["meeting"]).await;
    let meeting = centre.facts(short).await.remove(0);
    centre.finish(short, meeting, Minutes(324)).await;
    centre.prepare().await;

    let text = centre.browser().await.get(&centre.desk()).await.text();
    assert!(text.contains("Готовы получить документ: 1") && text.contains("Выдать документы (1)"), "{text}");
    assert!(text.contains("Посещаемость 72 % из 80 %"), "{text}");
    assert!(text.contains("Тест — не сдано") && text.contains("Кейс — работа не сдана"), "{text}");
    assert!(text.find("Ахметова").unwrap() < text.find("Ещё не готовы").unwrap(), "{text}");

    let desk = centre.api().await.get(&centre.api_desk()).await.json();
    let verdicts: Vec<_> =
        desk["people"].as_array().unwrap().iter().map(|one| one["verdict"].as_str().unwrap()).collect();
    assert_eq!(verdicts, ["ready", "unready", "unready"]);
    assert_eq!(desk["people"][2]["missing"][0]["detail"], "Посещаемость 72 % из 80 % от запланированного");
}

#[tokio::test]
async fn a_case_that_waits_for_its_grade_is_said_to_wait() {
    let centre = Centre::new().await;
    let (_, enrolment) = centre.but("Борисов", &["case"]).await;
    let case = centre.facts(enrolment).await.into_iter().find(|fact| fact.key == "case").unwrap().id;
    let now = centre.app.now();
    let hand_in = centre.app.db.write(move |w| {
        diesel::insert_into(submissions::table)
            .values((
                submissions::enrolment_id.eq(enrolment),
                submissions::activity_id.eq(case),
                submissions::version.eq(1),
                submissions::text.eq("Решение"),
                submissions::receipt.eq("r"),
                submissions::late.eq(false),
                submissions::submitted_at.eq(now),
            ))
            .execute(w.conn())?;
        Ok(())
    });
    hand_in.await.unwrap();
    let text = centre.browser().await.get(&centre.desk()).await.text();
    assert!(text.contains("Кейс — работа ждёт проверки"), "{text}");
}

#[tokio::test]
async fn the_ready_are_issued_documents_by_one_form() {
    let centre = Centre::new().await;
    let (_, one) = centre.ready("Ахметова").await;
    let (_, two) = centre.ready("Борисов").await;
    centre.prepare().await;
    let fields = [
        ("enrolments", one.to_string()),
        ("enrolments", two.to_string()),
        ("issued_on", "2026-12-01".into()),
    ];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let page = centre.browser().await.post(&centre.desk(), &fields).await;
    assert_eq!(page.status, 200, "{}", page.html);
    let text = page.text();
    assert!(text.contains("Выдано документов: 2"), "{text}");
    assert!(text.contains("УПК-2026/0001") && text.contains("УПК-2026/0002"), "{text}");
    assert!(!text.contains("Выдать документы ("), "nobody is left: {text}");
    let acts = centre.app.db.read(|r| {
        Ok(audit_entries::table
            .filter(audit_entries::action.eq("document-issued"))
            .count()
            .get_result::<i64>(r.conn())?)
    });
    assert_eq!(acts.await.unwrap(), 2);
}

#[tokio::test]
async fn nobody_is_issued_anything_when_one_of_the_chosen_is_not_ready() {
    let centre = Centre::new().await;
    let (_, ready) = centre.ready("Ахметова").await;
    let (_, unready) = centre.but("Борисов", &["quiz"]).await;
    centre.prepare().await;
    let (ready_text, unready_text) = (ready.to_string(), unready.to_string());
    let fields = [("enrolments", &*ready_text), ("enrolments", &*unready_text), ("issued_on", "2026-12-01")];
    let page = centre.browser().await.post(&centre.desk(), &fields).await;
    assert_eq!(page.status, 422);
    let text = page.text();
    assert!(text.contains("Документы никому не выданы"), "{text}");
    assert!(
        text.contains(
            "Борисов Анна Сергеевна Был отмечен Самостоятельная работа 66 % часов из 100 % Тест — не сдано"
        ),
        "{text}"
    );

    let answer = centre.try_issue(&[ready, unready]).await;
    assert_eq!(answer.status, 409, "{}", answer.html);
    let errors = answer.json();
    assert_eq!(errors["errors"][0]["field"], format!("enrolments.{unready}"));
    let details: Vec<_> =
        errors["errors"].as_array().unwrap().iter().map(|one| one["detail"].as_str().unwrap()).collect();
    assert!(details.contains(&"Тест — не сдано"), "{details:?}");
    assert_eq!((numbers(&centre).await, last_number(&centre).await), (vec![], None));
}

#[tokio::test]
async fn a_double_click_and_a_second_administrator_issue_nothing_twice() {
    let centre = Centre::new().await;
    let (_, one) = centre.ready("Ахметова").await;
    centre.prepare().await;
    let (browser, id) = (centre.browser().await, one.to_string());
    let fields = [("enrolments", &*id), ("issued_on", "2026-12-01")];
    browser.post_as(&centre.desk(), &fields, "same-form").await;
    let again = browser.post_as(&centre.desk(), &fields, "same-form").await;
    assert_eq!(again.status, 200);
    let second = centre.app.administrator_of("Второй", centre.organisation).await;
    let other = centre.app.sign_in(&second).await.post(&centre.desk(), &fields).await.text();
    assert!(other.contains("уже есть (1)"), "{other}");
    assert!(other.contains("выдал(а) Администратор"), "the second is told who was first: {other}");
    let answer = centre.try_issue(&[one]).await;
    assert_eq!(answer.status, 201);
    assert_eq!((ids(&answer.json()["issued"]).len(), ids(&answer.json()["kept"]).len()), (0, 1));
    assert_eq!(numbers(&centre).await, [1]);
}

#[tokio::test]
async fn fifty_at_once_get_fifty_numbers_without_a_gap() {
    let centre = Centre::new().await;
    let mut people = Vec::new();
    for number in 0..50 {
        people.push(centre.ready(&format!("Слушатель-{number}")).await.1);
    }
    let (_, unready) = centre.but("Неготовая", &["quiz"]).await;
    centre.prepare().await;
    let centre = Arc::new(centre);
    let issue = |enrolment: EnrolmentId| {
        let centre = centre.clone();
        tokio::spawn(async move {
            // A busy database asks to come again; nobody's number is lost by that.
            loop {
                let answer = centre.try_issue(&[enrolment]).await;
                if answer.status != 503 {
                    return answer.status;
                }
            }
        })
    };
    let wanted: Vec<_> = people.iter().flat_map(|one| [*one, unready]).map(issue).collect();
    let mut statuses = Vec::new();
    for answer in wanted {
        statuses.push(answer.await.unwrap());
    }
    assert_eq!(statuses.iter().filter(|status| **status == 201).count(), 50);
    assert_eq!(statuses.iter().filter(|status| **status == 409).count(), 50);
    assert_eq!(numbers(&centre).await, (1..=50).collect::<Vec<_>>());
    assert_eq!(last_number(&centre).await, Some(50));
}

#[tokio::test]
async fn the_same_person_asked_for_by_many_at_once_gets_one_document() {
    let centre = Arc::new(Centre::new().await);
    let (_, one) = centre.ready("Ахметова").await;
    centre.prepare().await;
    let tasks: Vec<_> = (0..10)
        .map(|_| {
            let centre = centre.clone();
            tokio::spawn(async move { centre.try_issue(&[one]).await.status })
        })
        .collect();
    let mut statuses = BTreeSet::new();
    for task in tasks {
        statuses.insert(task.await.unwrap());
    }
    assert!(statuses.is_subset(&[201, 503].into()), "{statuses:?}");
    assert_eq!(numbers(&centre).await, [1]);
}

/// Two administrators, each in a window of their own, press «Выдать» at the same moment for the same people (Bad input).
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_administrators_who_press_at_once_issue_one_document_to_each() {
    let centre = Centre::new().await;
    let (_, one) = centre.ready("Ахметова").await;
    let (_, two) = centre.ready("Борисов").await;
    centre.prepare().await;
    let second = centre.app.administrator_of("Второй", centre.organisation).await;
    let (first, second) = (centre.browser().await, centre.app.sign_in(&second).await);
    let (one, two) = (one.to_string(), two.to_string());
    let fields = [("enrolments", &*one), ("enrolments", &*two), ("issued_on", "2026-12-01")];
    let desk = centre.desk();
    let (mine, theirs) = tokio::join!(first.post(&desk, &fields), second.post(&desk, &fields));
    // Who was second is told so, or that the database was busy; neither gets an error of the program.
    for page in [&mine, &theirs] {
        assert!([200, 503].contains(&page.status), "{} {}", page.status, page.text());
    }
    assert!(mine.status == 200 || theirs.status == 200);
    assert_eq!(numbers(&centre).await, [1, 2]);
    assert_eq!(last_number(&centre).await, Some(2), "no number is lost");
}

#[tokio::test]
async fn the_date_is_not_before_the_end_and_not_in_the_future() {
    let centre = Centre::new().await;
    let (_, one) = centre.ready("Ахметова").await;
    centre.prepare().await;
    let id = one.to_string();
    let browser = centre.browser().await;
    for (date, said) in [
        ("2026-11-29", "не может быть раньше окончания обучения, 30.11.2026"),
        ("2026-12-02", "не может быть позже сегодняшней, 01.12.2026"),
        ("31.02.2026", "Укажите дату"),
    ] {
        let page = browser.post(&centre.desk(), &[("enrolments", &*id), ("issued_on", date)]).await;
        assert_eq!(page.status, 422, "{date}");
        let text = page.text();
        assert!(text.contains(said) && text.contains("Документы никому не выданы"), "{date}: {text}");
        assert!(page.html.contains(&format!("value=\"{date}\"")), "what was typed stays");
    }
    assert_eq!(numbers(&centre).await, Vec::<i32>::new());
    let page = browser.post(&centre.desk(), &[("enrolments", &*id), ("issued_on", "2026-11-30")]).await;
    assert!(page.text().contains("Выдано документов: 1"));
}

#[tokio::test]
async fn before_the_last_day_the_desk_shows_who_is_ready_and_offers_nothing() {
    let app = TestApp::at("2026-11-29T09:00:00Z").await;
    let centre = Centre::teaching(Course::sample().programme(), app).await;
    let (_, one) = centre.ready("Ахметова").await;
    let text = centre.browser().await.get(&centre.desk()).await.text();
    assert!(text.contains("Выдать документы можно с 30 ноября 2026 г."), "{text}");
    assert!(!text.contains("Выдать документы ("), "{text}");
    let answer = centre.try_issue(&[one]).await;
    assert_eq!((answer.status, answer.json()["errors"][0]["field"].clone()), (422, json!("issued_on")));
}

#[tokio::test]
async fn nobody_and_strangers_are_refused() {
    let centre = Centre::new().await;
    let page = centre.browser().await.post(&centre.desk(), &[("issued_on", "2026-12-01")]).await;
    assert_eq!(page.status, 422);
    let other = Centre::new().await;
    let (_, one) = other.ready("Ахметова").await;
    let answer = centre.try_issue(&[EnrolmentId(one.0 + 1000)]).await;
    assert_eq!(
        (answer.status, answer.json()["errors"][0]["code"].clone()),
        (422, json!("document-not-enrolled"))
    );
    let nobody = centre.try_issue(&[]).await;
    assert_eq!(nobody.json()["errors"][0]["code"], "document-nobody-chosen");
}

#[tokio::test]
async fn a_withdrawn_person_is_not_on_the_desk() {
    let centre = Centre::new().await;
    let (_, one) = centre.ready("Ахметова").await;
    centre.prepare().await;
    let now = centre.app.now();
    let withdraw = centre.app.db.write(move |w| {
        diesel::update(enrolments::table.filter(enrolments::id.eq(one)))
            .set(enrolments::withdrawn_at.eq(now))
            .execute(w.conn())?;
        Ok(())
    });
    withdraw.await.unwrap();
    assert!(!centre.browser().await.get(&centre.desk()).await.text().contains("Ахметова"));
    assert_eq!(centre.try_issue(&[one]).await.status, 422);
}

#[tokio::test]
async fn what_the_issuer_lacks_is_named_before_anything_is_issued() {
    let centre = Centre::new().await;
    let (_, one) = centre.ready("Ахметова").await;
    centre.set_issuer(None, None, Some(" "), None).await;
    let page = centre.browser().await.get(&centre.desk()).await;
    let text = page.text();
    for part in ["не указан город", "не указана должность", "не указан руководитель"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(page.html.contains(&format!("/organisations/{}\"", centre.organisation)), "the way to mend it");
    assert!(!text.contains("Выдать документы ("));
    let body = json!({ "enrolments": [one], "kind": "advanced_training_certificate" });
    let answer = centre.api().await.post(&centre.api_desk(), body).await;
    assert_eq!(answer.status, 422, "{}", answer.html);
    let fields: Vec<_> = answer.json()["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|error| error["field"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(fields, ["kind", "issuer.city", "issuer.head_post", "issuer.head_name"]);
}

#[tokio::test]
async fn a_name_that_cannot_be_printed_is_named_with_its_letters() {
    let centre = Centre::new().await;
    let (person, one) = centre.ready("Ли").await;
    centre.rename(&person, birge::kernel::PersonName::new("Ли", "Мин 李明", None)).await;
    let text = centre.browser().await.get(&centre.desk()).await.text();
    assert!(text.contains("В имени «Ли Мин 李明» есть знаки") && text.contains(": 明 李."), "{text}");
    assert_eq!(centre.try_issue(&[one]).await.status, 409);
}

#[tokio::test]
async fn a_programme_of_too_few_hours_ends_with_a_certificate_only() {
    let course = Course::sample()
        .replace(
            "programme.toml",
            "document]\nkind = \"advanced_training_certificate\"",
            "document]\nkind = \"participation_certificate\"",
        )
        .replace("programme.toml", "kind = \"advanced_training\"", "kind = \"short_course\"");
    let centre = Centre::teaching(course.programme(), TestApp::at(AFTER).await).await;
    centre.set_issuer(Some("г. Иркутск"), Some("Директор"), Some("И. П. Рябинина"), None).await;
    let (_, one) = centre.ready("Ахметова").await;
    let id = centre.issue(&[one]).await[0];
    let document = centre.document(id).await;
    assert_eq!(
        (&document["kind"], &document["number"]),
        (&json!("participation_certificate"), &json!("СУ-2026/0001"))
    );
}

#[tokio::test]
async fn the_holder_is_written_to_in_their_language() {
    let centre = Centre::new().await;
    let (_, one) = centre.ready("Ахметова").await;
    centre.issue(&[one]).await;
    assert!(centre.app.run_jobs().await > 0);
    let letters = centre.app.db.read(|r| mail::store::newest(r, None, 10)).await.unwrap();
    let letter = letters.iter().find(|letter| letter.subject == "Ваш документ готов").expect("a letter");
    assert_eq!(letter.subject, "Ваш документ готов");
    let expected =
        "По программе «Пример» вам выдан документ: Удостоверение о повышении квалификации, № УПК-2026/0001.";
    assert!(letter.body_text.contains(expected), "{}", letter.body_text);
    assert!(letter.body_text.contains(&format!("{}/documents", centre.app.url)), "{}", letter.body_text);
}

#[tokio::test]
async fn the_doors_of_the_desk_are_closed_to_others() {
    let centre = Centre::new().await;
    let (trainee, one) = centre.ready("Ахметова").await;
    let other = centre.app.organisation("Чужая организация").await;
    let stranger = centre.app.administrator_of("Чужой", other).await;
    let own = centre.app.administrator_of("Свой", centre.organisation).await;
    assert_eq!(centre.app.sign_in(&own).await.get(&centre.desk()).await.status, 200);
    for path in [centre.desk(), format!("{}/preview?enrolment={one}", centre.desk())] {
        assert_eq!(centre.app.sign_in(&stranger).await.get(&path).await.status, 404, "{path}");
        assert_eq!(centre.app.sign_in(&trainee).await.get(&path).await.status, 403, "{path}");
    }
    let api = centre.app.api(&stranger).await;
    assert_eq!(api.get(&centre.api_desk()).await.status, 404);
    assert_eq!(api.post(&centre.api_desk(), json!({ "enrolments": [one] })).await.status, 404);
    assert_eq!(numbers(&centre).await, Vec::<i32>::new());
}

#[tokio::test]
async fn a_programme_that_was_not_held_is_attested_only_for_a_reason() {
    let centre = Centre::new().await;
    let (_, enrolment) = centre.ready("Ахметова").await;
    let edition = centre.edition;
    let by_what_was_held = move |w: &mut birge::db::Write| {
        let of_edition = || editions::table.filter(editions::id.eq(edition));
        let Json(rule): Json<CompletionRule> = of_edition().select(editions::rule).first(w.conn())?;
        let rule = Json(CompletionRule { attendance_of: AttendanceBase::Held, ..rule });
        diesel::update(of_edition()).set(editions::rule.eq(rule)).execute(w.conn())?;
        Ok(())
    };
    centre.app.db.write(by_what_was_held).await.unwrap();
    centre.prepare().await;

    let refused = centre.try_issue(&[enrolment]).await;
    assert_eq!(refused.status, 422, "{}", refused.html);
    let error = &refused.json()["errors"][0];
    assert_eq!((&error["field"], &error["code"]), (&json!("despite"), &json!("document-not-held")));
    let browser = centre.browser().await;
    let chosen = enrolment.to_string();
    let fields = [("enrolments", chosen.as_str()), ("issued_on", "2026-12-01"), ("despite", "да")];
    let page = browser.post(&centre.desk(), &fields).await;
    assert_eq!(page.status, 422, "{}", page.text());
    assert!(page.html.contains("href=\"#field-despite\""), "{}", page.html);
    assert!(page.html.contains("да</textarea>"), "nothing typed is lost: {}", page.html);
    assert!(page.text().contains("Проведено 0 из 450 минут занятий"), "{}", page.text());
    assert_eq!(numbers(&centre).await.len(), 0);

    let fields = [
        ("enrolments", chosen.as_str()),
        ("issued_on", "2026-12-01"),
        ("despite", "Занятия проведены выездом, журнал на бумаге"),
    ];
    let page = browser.post(&centre.desk(), &fields).await;
    assert_eq!(page.status, 200, "{}", page.text());
    assert_eq!(numbers(&centre).await.len(), 1);
    assert_eq!(centre.app.audited("document-issued-despite").await, 1);
    // The reason stands with the document, with who and when; the log, which is never erased, has none.
    let ids =
        centre.app.db.read(|r| Ok(documents::table.select(documents::id).load::<DocumentId>(r.conn())?));
    let [id]: [DocumentId; 1] = ids.await.unwrap().try_into().unwrap();
    let shown = browser.get(&format!("/documents/{id}")).await.text();
    for part in ["журнал на бумаге", "Проведено 0 из 450 минут", "Администратор"]
    {
        assert!(shown.contains(part), "{part}: {shown}");
    }
    let told = centre.api().await.get(&format!("/api/v1/documents/{id}")).await.json();
    assert_eq!(told["issued_despite"]["planned_minutes"], 450, "{told}");
    let logged = centre.app.db.read(|r| {
        let values = audit_entries::table.select(audit_entries::after_value);
        Ok(values.load::<Option<String>>(r.conn())?)
    });
    assert!(!logged.await.unwrap().into_iter().flatten().any(|value| value.contains("журнал на бумаге")));
    assert!(!page.text().contains("Проведено 0 из 450"), "nobody is left whom it concerns: {}", page.text());
}
