//! Who must be there, what must be decided, and what comes of an order: effects, cancellations, and fifty at once.

use super::{Office, codes};
use crate::support::orders::{commission, edit, id, number_group, sign, try_sign};
use crate::support::{ApiClient, Page, paper};
use birge::access::store as access;
use birge::db::schema::{enrolments, order_series};
use birge::kernel::{EnrolmentId, OrderId};
use birge::orders::actions::{self, Begin, Tools};
use birge::orders::rules::content::Content;
use birge::orders::rules::words::OrderKind;
use diesel::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// While the edition is under way.
const DURING: &str = "2026-10-10T09:00:00Z";

async fn is_in(office: &Office, who: EnrolmentId) -> bool {
    let row = office.app.db.read(move |r| {
        let row = enrolments::table.filter(enrolments::id.eq(who)).select(enrolments::withdrawn_at);
        Ok(row.first::<Option<birge::kernel::Moment>>(r.conn())?)
    });
    row.await.unwrap().is_none()
}

#[tokio::test]
async fn cancelling_an_expulsion_brings_the_person_back() {
    let office = Office::at(DURING, &["Ахметова", "Борисов"]).await;
    number_group(&office.client().await, office.edition).await;
    office.step("enrolment", json!({ "dated": "2026-09-01" })).await;
    let who = office.people[1].1;
    let expulsion = office.expel(who, "2026-10-01").await;
    assert!(!is_in(&office, who).await);
    let draft = office.cancelling(expulsion).await;
    assert_eq!(draft["undoes"], json!({ "what": "comes_back", "returns": "comes" }));
    let browser = office.app.sign_in(&office.administrator).await;
    let page = browser.get(&format!("/orders/{}", id(&draft))).await.text();
    assert!(page.contains("Борисов Анна Сергеевна вернётся в поток сразу после подписания"), "{page}");
    let order = sign(&office.client().await, &draft, json!({})).await;
    assert!(is_in(&office, who).await);
    assert_eq!(office.app.audited("enrolment-reopened").await, 1);
    office.app.run_jobs().await;
    let letters = office.app.db.read(|r| birge::mail::store::newest(r, None, 50)).await.unwrap();
    let told = letters.iter().filter(|letter| letter.name == "enrolment_restored");
    let told: Vec<&str> = told.map(|letter| letter.to_address.as_str()).collect();
    assert_eq!(told, [office.people[1].0.email.as_str()], "whoever comes back, and nobody else");
    let expelled = letters.iter().filter(|letter| letter.name == "enrolment_expelled");
    let expelled: Vec<&str> = expelled.map(|letter| letter.to_address.as_str()).collect();
    assert_eq!(expelled, told, "they were told before that they had been expelled");
    for paper in [order, expulsion] {
        let page = browser.get(&format!("/orders/{paper}")).await.text();
        assert!(page.contains("Борисов Анна Сергеевна снова в потоке"), "{page}");
    }
    let text = paper::words(&office.pdf(order).await);
    assert!(text.contains("по ошибке.") && !text.contains("по ошибке.."), "a sentence ends once: {text}");
}

#[tokio::test]
async fn nobody_comes_back_into_an_edition_that_is_over_and_the_page_says_so() {
    let office = Office::new(&["Ахметова", "Борисов"]).await;
    let client = office.client().await;
    number_group(&client, office.edition).await;
    office.step("enrolment", json!({ "dated": "2026-09-01" })).await;
    let who = office.people[1].1;
    let expulsion = office.expel(who, "2026-10-01").await;
    let draft = office.cancelling(expulsion).await;
    assert_eq!(draft["undoes"]["returns"], "edition_over");
    let order = sign(&client, &draft, json!({})).await;
    assert!(!is_in(&office, who).await);
    let browser = office.app.sign_in(&office.administrator).await;
    let page = browser.get(&format!("/orders/{order}")).await.text();
    assert!(page.contains("Борисов Анна Сергеевна не в потоке: поток завершён"), "{page}");
}

#[tokio::test]
async fn a_protocol_needs_its_chair_or_the_deputy_and_its_secretary() {
    let office = Office::new(&["Ахметова"]).await;
    let client = office.client().await;
    number_group(&client, office.edition).await;
    office.step("enrolment", json!({ "dated": "2026-09-01" })).await;
    let mut named = commission();
    let members = named["members"].as_array_mut().unwrap();
    for surname in ["Тен", "Югай"] {
        let name = json!({ "surname": surname, "given_name": "Олег", "patronymic": "Игоревич" });
        members.push(json!({ "role": "deputy_chair", "name": name, "post": "декан" }));
    }
    let draft = office.begin("commission").await;
    assert_eq!(codes(&put(&client, &draft, &named).await), ["order-commission-deputy"]);
    named["members"][4]["role"] = json!("member");
    let draft = edit(&client, &draft, named).await;
    sign(&client, &draft, json!({ "dated": "2026-09-01" })).await;
    office.step("assessment_sheet", json!({ "dated": "2026-11-30" })).await;
    // Chair 1, member 2, secretary 3, deputy 4, member 5.
    let draft = office.begin("protocol").await;
    let draft = there(&client, &draft, &[2, 3, 5]).await;
    let refused = try_sign(&client, &draft, json!({ "dated": "2026-11-30" })).await;
    assert_eq!(codes(&refused), ["order-nobody-chairs", "order-no-quorum"]);
    let draft = there(&client, &draft, &[2, 4, 5]).await;
    let refused = try_sign(&client, &draft, json!({ "dated": "2026-11-30" })).await;
    assert_eq!(codes(&refused), ["order-no-secretary"]);
    let draft = there(&client, &draft, &[2, 3, 4, 5]).await;
    let protocol = sign(&client, &draft, json!({ "dated": "2026-11-30" })).await;
    let text = paper::words(&office.pdf(protocol).await);
    let letters: String = text.chars().filter(|letter| letter.is_alphabetic()).collect();
    assert!(letters.contains("председательствующий") && text.contains("О. И. Тен"), "{text}");
    assert!(!text.contains("Громова"), "who was not there neither decides nor signs: {text}");
}

/// Says who was there.
async fn there(client: &ApiClient, draft: &Value, present: &[usize]) -> Value {
    let mut content = draft["content"].clone();
    content["present"] = json!(present);
    edit(client, draft, content).await
}

/// Sends the content of a draft as it is.
async fn put(client: &ApiClient, draft: &Value, content: &Value) -> Page {
    let body = json!({ "revision": draft["revision"], "content": content });
    client.put(&format!("/api/v1/orders/{}", id(draft)), body).await
}

#[tokio::test]
async fn a_sheet_says_how_it_went_for_each_and_does_not_contradict_itself() {
    let office = Office::new(&["Ахметова", "Борисов"]).await;
    let client = office.client().await;
    number_group(&client, office.edition).await;
    office.step("enrolment", json!({ "dated": "2026-09-01" })).await;
    office.step("commission", json!({ "dated": "2026-09-01" })).await;
    let draft = office.begin("assessment_sheet").await;
    let mut content = draft["content"].clone();
    for (place, (outcome, percent, grade)) in
        [(json!("failed"), 40, "отлично"), (json!("absent"), 40, "")].into_iter().enumerate()
    {
        content["entries"][place]["outcome"] = outcome;
        content["entries"][place]["percent"] = json!(percent);
        content["entries"][place]["grade"] = json!(grade);
    }
    let refused = put(&client, &draft, &content).await;
    assert_eq!(codes(&refused), ["order-grade-failed", "order-percent-absent"], "{}", refused.html);
    content["entries"][0] =
        json!({ "enrolment": office.people[0].1, "outcome": "passed", "grade": "отлично" });
    content["entries"][1] = json!({ "enrolment": office.people[1].1, "outcome": null });
    let draft = put(&client, &draft, &content).await.json();
    let refused = try_sign(&client, &draft, json!({ "dated": "2026-11-30" })).await;
    assert_eq!((refused.status, codes(&refused)), (422, vec!["order-person-undecided".to_owned()]));
    let browser = office.app.sign_in(&office.administrator).await;
    let page = browser.get(&format!("/orders/{}", id(&draft))).await.text();
    assert!(
        page.contains("Не решено") && page.contains("Борисов Анна Сергеевна: результат не выбран"),
        "{page}"
    );
    // The form: nothing chosen stays undecided, «не включать» leaves the person out.
    let (one, other) = (office.people[0].1.to_string(), office.people[1].1.to_string());
    let (outcome, grade) = (format!("outcome-{one}"), format!("grade-{one}"));
    let form = [
        ("revision", "1"),
        ("assessment", "Зачёт"),
        ("entry", one.as_str()),
        ("entry", other.as_str()),
        (outcome.as_str(), "passed"),
        (grade.as_str(), "отлично"),
    ];
    assert_eq!(browser.post(&format!("/orders/{}", id(&draft)), &form).await.status, 200);
    let kept = office.order(id(&draft)).await;
    assert_eq!(kept["content"]["entries"][1]["outcome"], Value::Null);
    let (left_out, mut form) = (format!("outcome-{other}"), form.to_vec());
    form[0].1 = "2";
    form.push((left_out.as_str(), ""));
    assert_eq!(browser.post(&format!("/orders/{}", id(&draft)), &form).await.status, 200);
    let kept = office.order(id(&draft)).await;
    assert_eq!(kept["content"]["entries"].as_array().unwrap().len(), 1);
    sign(&client, &kept, json!({ "dated": "2026-11-30" })).await;
}

/// Fifty papers signed at the same time, and one of them by two people at once.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn row_09_fifty_papers_signed_at_once_get_fifty_numbers_without_a_gap() {
    let surnames: Vec<String> = (0..50).map(|number| format!("Слушатель-{number}")).collect();
    let office = Office::new(&surnames.iter().map(String::as_str).collect::<Vec<_>>()).await;
    let client = office.client().await;
    number_group(&client, office.edition).await;
    office.step("enrolment", json!({ "dated": "2026-09-01" })).await;
    let drafts = drafted(&office).await;
    let client = std::sync::Arc::new(client);
    let put_down = |order: OrderId| {
        let client = client.clone();
        tokio::spawn(async move {
            loop {
                let typed = json!({ "revision": 1, "dated": "2026-10-01" });
                let page = client.post(&format!("/api/v1/orders/{order}/signature"), typed).await;
                // Too many at once is an answer that asks to come again.
                if page.status != 503 {
                    return (page.status, page.json());
                }
            }
        })
    };
    let tasks: Vec<_> = drafts.iter().chain(drafts.first()).map(|order| put_down(*order)).collect();
    let (mut numbers, mut refused) = (BTreeSet::new(), 0);
    for task in tasks {
        match task.await.unwrap() {
            (201, order) => assert!(numbers.insert(order["number"].as_str().unwrap().to_owned())),
            (409, _) => refused += 1,
            other => panic!("{other:?}"),
        }
    }
    let expected: BTreeSet<String> = (2..=51).map(|number| format!("{number}-ОД")).collect();
    assert_eq!((numbers, refused), (expected, 1));
    let last = office
        .app
        .db
        .read(|r| Ok(order_series::table.select(order_series::last_number).first::<i32>(r.conn())?));
    assert_eq!(last.await.unwrap(), 51);
}

/// A draft of expulsion for everybody, each changed once.
async fn drafted(office: &Office) -> Vec<OrderId> {
    let (kit, now, edition) = (office.app.kit.clone(), office.app.now(), office.edition);
    let (by, people) = (office.administrator.id, office.people.iter().map(|(_, id)| *id).collect::<Vec<_>>());
    let draft = move |w: &mut birge::db::Write| {
        let tools =
            Tools { typesetter: &kit.typesetter, words: &kit.words, public_url: &kit.settings.public_url };
        let actor = access::actor_of(w, by)?.unwrap();
        let mut drafts = Vec::new();
        for enrolment in people.iter().copied() {
            let kind = OrderKind::Expulsion;
            let wanted = Begin { edition, kind, enrolment: Some(enrolment), about: None };
            let order = actions::begin(w, &actor, &tools, &wanted, now)?;
            let (reason, ground) = ("Переезд".to_owned(), "Заявление".to_owned());
            let content = Content::Expulsion { enrolment, reason, ground };
            actions::edit(w, &actor, (order, 0), &content, now)?;
            drafts.push(order);
        }
        Ok(drafts)
    };
    office.app.db.write(draft).await.unwrap()
}
