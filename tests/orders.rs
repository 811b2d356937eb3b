//! The paper trail of a group: orders before effects, dates in order, numbers that are never given twice, papers that
//! are never changed (M1, domain rows 5–7, 44, 49).

mod changing;
mod deciding;
mod layout;
mod papers;

use crate::content::Course;
use crate::support::browser::ApiClient;
use crate::support::learning::NewEdition;
use crate::support::orders::{begin, commission, edit, filled, id, number_group, sign, try_sign};
use crate::support::{Person, TestApp, paper};
use birge::db::schema::{enrolments, order_people, orders};
use birge::kernel::{EditionId, EnrolmentId, OrderId};
use diesel::prelude::*;
use serde_json::{Value, json};

/// The day after the last one.
const AFTER: &str = "2026-12-01T09:00:00Z";

struct Office {
    app: TestApp,
    administrator: Person,
    edition: EditionId,
    people: Vec<(Person, EnrolmentId)>,
}

impl Office {
    async fn new(surnames: &[&str]) -> Office {
        Office::at(AFTER, surnames).await
    }

    async fn at(moment: &str, surnames: &[&str]) -> Office {
        let app = TestApp::at(moment).await;
        let version = app.import(Course::sample().programme()).await;
        let edition = app.open_edition(NewEdition::of(version)).await;
        app.let_issue(app.centre().await).await;
        let administrator = app.administrator().await;
        let mut people = Vec::new();
        for surname in surnames {
            let person = app.person(surname).await;
            let enrolment = app.enrol(edition, &person).await;
            people.push((person, enrolment));
        }
        Office { app, administrator, edition, people }
    }

    async fn client(&self) -> ApiClient {
        self.app.api(&self.administrator).await
    }

    async fn begin(&self, kind: &str) -> Value {
        begin(&self.client().await, self.edition, json!({ "kind": kind })).await
    }

    /// Drafts and signs what the program proposes.
    async fn step(&self, kind: &str, typed: Value) -> OrderId {
        let (client, draft) = (self.client().await, self.begin(kind).await);
        let content = filled(&draft);
        sign(&client, &edit(&client, &draft, content).await, typed).await
    }

    /// Expels somebody.
    async fn expel(&self, who: EnrolmentId, dated: &str) -> OrderId {
        let client = self.client().await;
        let wanted = json!({ "kind": "expulsion", "enrolment_id": who });
        let draft = begin(&client, self.edition, wanted).await;
        let content = json!({ "kind": "expulsion", "enrolment": who, "reason": "По собственному желанию",
            "ground": "Заявление от 01.10.2026." });
        sign(&client, &edit(&client, &draft, content).await, json!({ "dated": dated })).await
    }

    /// A draft that cancels a paper.
    async fn cancelling(&self, about: OrderId) -> Value {
        let client = self.client().await;
        let draft = begin(&client, self.edition, json!({ "kind": "cancellation", "about_id": about })).await;
        edit(&client, &draft, json!({ "kind": "cancellation", "ground": "Приказ издан по ошибке." })).await
    }

    async fn order(&self, order: OrderId) -> Value {
        self.client().await.get(&format!("/api/v1/orders/{order}")).await.json()
    }

    async fn pdf(&self, order: OrderId) -> Vec<u8> {
        let address = self.app.stranger().absolute(&format!("/orders/{order}/pdf"));
        let browser = self.app.sign_in(&self.administrator).await;
        let answer = browser.client().get(address).send().await.unwrap();
        assert_eq!(answer.status(), 200);
        answer.bytes().await.unwrap().to_vec()
    }
}

fn codes(page: &crate::support::Page) -> Vec<String> {
    let text = &page.html;
    let words = text.split('"').filter(|word| word.starts_with("order-"));
    words.map(str::to_owned).collect()
}

#[tokio::test]
async fn row_05_issue_needs_every_order_before_it() {
    let office = Office::new(&["Ахметова"]).await;
    let client = office.client().await;
    let refused = |kind: &'static str| {
        let (client, edition) = (&client, office.edition);
        async move {
            let page =
                client.post(&format!("/api/v1/editions/{edition}/orders"), json!({ "kind": kind })).await;
            (page.status, codes(&page))
        }
    };
    assert_eq!(refused("enrolment").await, (422, vec!["order-needs-group".to_owned()]));
    number_group(&client, office.edition).await;
    for kind in ["assessment_sheet", "protocol", "closing", "expulsion"] {
        assert_eq!(refused(kind).await, (422, vec!["order-needs-enrolment".to_owned()]), "{kind}");
    }
    office.step("enrolment", json!({ "dated": "2026-09-01" })).await;
    assert_eq!(refused("assessment_sheet").await.1, ["order-needs-commission"]);
    assert_eq!(refused("closing").await.1, ["order-needs-protocol"]);
    office.step("commission", json!({ "dated": "2026-11-01" })).await;
    assert_eq!(refused("protocol").await.1, ["order-needs-sheet"]);
    office.step("assessment_sheet", json!({ "dated": "2026-11-30" })).await;
    office.step("protocol", json!({ "dated": "2026-11-30" })).await;
    let edition = office.edition;
    let trail = office.app.db.read(move |r| birge::orders::store::trail_of(r, edition)).await.unwrap();
    let who = office.people[0].1;
    assert!(trail.results[&who].passed && trail.closing.is_none());
    office.step("closing", json!({ "dated": "2026-11-30" })).await;
    let trail = office.app.db.read(move |r| birge::orders::store::trail_of(r, edition)).await.unwrap();
    let fine = birge::orders::rules::issue_faults(&trail, who, "2026-12-01".parse().unwrap(), "f");
    assert!(fine.is_empty(), "{fine:?}");
}

#[tokio::test]
async fn row_06_dates_out_of_order_are_refused_by_name() {
    let office = Office::new(&["Ахметова"]).await;
    let client = office.client().await;
    number_group(&client, office.edition).await;
    let draft = office.begin("enrolment").await;
    let draft = edit(&client, &draft, filled(&draft)).await;
    let late = try_sign(&client, &draft, json!({ "dated": "2026-09-05" })).await;
    assert_eq!((late.status, codes(&late)), (422, vec!["order-enrolment-late".to_owned()]));
    let future = try_sign(&client, &draft, json!({ "dated": "2026-12-02", "despite": "Долго болели" })).await;
    assert_eq!(codes(&future), ["order-date-future"]);
    sign(&client, &draft, json!({ "dated": "2026-09-05", "despite": "Долго болели" })).await;
    office.step("commission", json!({ "dated": "2026-11-29" })).await;
    let sheet = office.begin("assessment_sheet").await;
    let sheet = edit(&client, &sheet, filled(&sheet)).await;
    let before =
        try_sign(&client, &sheet, json!({ "dated": "2026-11-28", "despite": "Экзамен раньше" })).await;
    assert_eq!(codes(&before), ["order-date-before-ground"]);
    let early = try_sign(&client, &sheet, json!({ "dated": "2026-11-29" })).await;
    assert_eq!(codes(&early), ["order-assessment-early"]);
}

#[tokio::test]
async fn row_07_each_paper_says_what_papers_of_practice_say() {
    let office = Office::new(&["Ахметова", "Борисов"]).await;
    let [enrolment, commission, sheet, protocol, closing] =
        office.app.trail(&office.administrator, office.edition).await;
    let said = |pdf: Vec<u8>| paper::words(&pdf);
    let order = said(office.pdf(enrolment).await);
    for part in [
        "Учебный центр",
        "г. Иркутск",
        "1-ПК-26",
        "академических",
        "Ахметова Анна Сергеевна",
        "Борисов",
        "Заявление слушателя",
        "А. С. Петрова",
        "Директор",
        "И. П. Рябинина",
        "сентября",
    ] {
        assert!(order.contains(part), "{part}: {order}");
    }
    let order = said(office.pdf(commission).await);
    assert!(order.contains("Громова Ирина Павловна") && order.contains("проректор"), "{order}");
    let table = said(office.pdf(sheet).await);
    for part in ["1-ПК-26/ИА", "Процент", "Оценка", "92", "зачтено", "Ахметова Анна Сергеевна"]
    {
        assert!(table.contains(part), "{part}: {table}");
    }
    let minutes = said(office.pdf(protocol).await);
    for part in [
        "ПРОТОКОЛ",
        "Председатель комиссии",
        "Секретарь комиссии",
        "И. П. Громова",
        "Кворум есть",
        "выдать удостоверение",
        "Особые мнения не заявлены",
        "1-ПК-26/ИА",
    ] {
        assert!(minutes.contains(part), "{part}: {minutes}");
    }
    let order = said(office.pdf(closing).await);
    assert!(order.contains("Отчислить с выдачей удостоверений") && order.contains("Протокол №"), "{order}");
    let browser = office.app.sign_in(&office.administrator).await;
    for sheet in ["title-page", "study-plan", "calendar-plan", "trainees"] {
        let address = browser.absolute(&format!("/editions/{}/group-papers/{sheet}", office.edition));
        let pdf = browser.client().get(address).send().await.unwrap().bytes().await.unwrap();
        assert!(said(pdf.to_vec()).contains("1-ПК-26"), "{sheet}");
    }
}

#[tokio::test]
async fn row_44_an_order_is_laid_out_and_its_code_names_it() {
    let office = Office::new(&["Ахметова"]).await;
    let [order, ..] = office.app.trail(&office.administrator, office.edition).await;
    let (pdf, again) = (office.pdf(order).await, office.pdf(order).await);
    assert_eq!(pdf, again, "the same bytes each time");
    let kept = office.order(order).await;
    let code = paper::code(&pdf);
    assert_eq!(code, kept["code"].as_str().unwrap());
    let short = &kept["snapshot_sha256"].as_str().unwrap()[..16];
    assert!(code.ends_with(&format!("/orders/{order}#{short}")), "{code}");
    let text = paper::words(&pdf);
    let (kind, number) = (text.find("ПРИКАЗ").unwrap(), text.find("№ 1-ОД").unwrap());
    let title = text.find("Об открытии курса").unwrap();
    assert!(kind < number && number < title, "{text}");
    assert!(text.replace(' ', "").contains("ПРИКАЗЫВАЮ:"), "{text}");
}

#[tokio::test]
async fn row_49_what_is_signed_is_neither_changed_nor_deleted() {
    let office = Office::new(&["Ахметова"]).await;
    let [order, ..] = office.app.trail(&office.administrator, office.edition).await;
    let db = &office.app.db;
    let gone = db.write(move |w| {
        diesel::delete(orders::table.filter(orders::id.eq(order))).execute(w.conn())?;
        Ok(())
    });
    assert!(gone.await.is_err(), "an order was deleted");
    let changed = db.write(move |w| {
        let row = diesel::update(orders::table.filter(orders::id.eq(order)));
        row.set(orders::number_text.eq("99-ОД")).execute(w.conn())?;
        Ok(())
    });
    assert!(changed.await.is_err(), "an order was changed");
    let named = db.write(move |w| {
        diesel::delete(order_people::table.filter(order_people::order_id.eq(order))).execute(w.conn())?;
        Ok(())
    });
    assert!(named.await.is_err(), "somebody was taken out of an order");
    let client = office.client().await;
    let edited = json!({ "revision": 1, "content": office.order(order).await["content"] });
    assert_eq!(client.put(&format!("/api/v1/orders/{order}"), edited).await.status, 409);
    let thrown = client.post(&format!("/api/v1/orders/{order}/withdrawal"), json!({})).await;
    assert_eq!(thrown.status, 409, "{}", thrown.html);
    assert_eq!(office.app.audited("order-signed").await, 5);
}

#[tokio::test]
async fn numbers_are_counted_typed_and_never_given_twice() {
    let office = Office::new(&["Ахметова"]).await;
    let client = office.client().await;
    number_group(&client, office.edition).await;
    let draft = office.begin("enrolment").await;
    let draft = edit(&client, &draft, filled(&draft)).await;
    sign(&client, &draft, json!({ "dated": "2026-09-01", "number": "2-ОД" })).await;
    let first = office.step("commission", json!({ "dated": "2026-09-01" })).await;
    assert_eq!(office.order(first).await["number"], "1-ОД");
    let next = begin(&client, office.edition, json!({ "kind": "correction", "about_id": first })).await;
    let content = json!({ "kind": "correction", "change": "Заменить секретаря", "ground": "Отпуск" });
    let next = edit(&client, &next, content).await;
    let taken = try_sign(&client, &next, json!({ "number": "1-ОД" })).await;
    assert_eq!((taken.status, codes(&taken)), (422, vec!["order-number-taken".to_owned()]));
    sign(&client, &next, json!({})).await;
    assert_eq!(office.order(id(&next)).await["number"], "3-ОД", "the typed one is passed over");
}

#[tokio::test]
async fn nobody_certifies_their_own_trainees_without_an_exception() {
    let office = Office::new(&["Ахметова"]).await;
    let client = office.client().await;
    number_group(&client, office.edition).await;
    office.step("enrolment", json!({ "dated": "2026-09-01" })).await;
    let trainer = office.app.trainer("Преподаватель").await;
    office.app.teach(office.edition, &trainer).await;
    let with = |what: &str, value: Value| {
        let mut wanted = commission();
        wanted["members"][1][what] = value;
        wanted
    };
    let typed = json!({ "surname": "Преподаватель", "given_name": "Анна", "patronymic": "Сергеевна" });
    let draft = office.begin("commission").await;
    let draft = edit(&client, &draft, with("name", typed)).await;
    let refused = try_sign(&client, &draft, json!({ "dated": "2026-09-01" })).await;
    assert_eq!(codes(&refused), ["order-conflict-trainer"], "an outsider of that name is no way around");
    let draft = edit(&client, &draft, with("person", json!(office.people[0].0.id))).await;
    let refused = try_sign(&client, &draft, json!({ "dated": "2026-09-01" })).await;
    assert_eq!(codes(&refused), ["order-certifies-themselves"]);
    let draft = edit(&client, &draft, with("person", json!(trainer.id))).await;
    let refused = try_sign(&client, &draft, json!({ "dated": "2026-09-01" })).await;
    assert_eq!((refused.status, codes(&refused)), (422, vec!["order-conflict-trainer".to_owned()]));
    let address = format!("/api/v1/editions/{}/certifying-exceptions", office.edition);
    let name = "Ким Ирина Павловна";
    assert_eq!(client.post(&address, json!({ "name": name, "reason": "" })).await.status, 422);
    let reason = "Единственный специалист в городе";
    let made = client.post(&address, json!({ "name": name, "reason": reason })).await;
    assert_eq!(made.status, 201, "{}", made.html);
    sign(&client, &draft, json!({ "dated": "2026-09-01" })).await;
    office.step("assessment_sheet", json!({ "dated": "2026-11-30" })).await;
    let protocol = office.step("protocol", json!({ "dated": "2026-11-30" })).await;
    let text = paper::words(&office.pdf(protocol).await);
    assert!(text.contains(name) && text.contains(reason), "{text}");
    assert_eq!(office.app.audited("certifying-excepted").await, 1);
}

#[tokio::test]
async fn a_draft_of_a_protocol_is_looked_at_again_when_the_commission_changes() {
    let office = Office::new(&["Ахметова"]).await;
    let client = office.client().await;
    number_group(&client, office.edition).await;
    for (kind, dated) in
        [("enrolment", "2026-09-01"), ("commission", "2026-09-01"), ("assessment_sheet", "2026-11-30")]
    {
        office.step(kind, json!({ "dated": dated })).await;
    }
    let draft = office.begin("protocol").await;
    office.app.clock.set(office.app.now().plus_minutes(5));
    office.step("commission", json!({ "dated": "2026-11-30" })).await;
    let refused = try_sign(&client, &draft, json!({ "dated": "2026-11-30" })).await;
    assert_eq!((refused.status, codes(&refused)), (422, vec!["order-commission-changed".to_owned()]));
    let draft = edit(&client, &draft, draft["content"].clone()).await;
    sign(&client, &draft, json!({ "dated": "2026-11-30" })).await;
}

#[tokio::test]
async fn an_order_is_cancelled_by_another_one_and_what_rests_on_it_first() {
    let office = Office::new(&["Ахметова"]).await;
    let [enrolment, _, _, _, closing] = office.app.trail(&office.administrator, office.edition).await;
    let client = office.client().await;
    let address = format!("/api/v1/editions/{}/orders", office.edition);
    let wanted = |about: OrderId| json!({ "kind": "cancellation", "about_id": about });
    let refused = client.post(&address, wanted(enrolment)).await;
    assert_eq!((refused.status, codes(&refused)), (422, vec!["order-rested-on".to_owned()]));
    let draft = begin(&client, office.edition, wanted(closing)).await;
    let content = json!({ "kind": "cancellation", "ground": "Ошибка в списке" });
    let draft = edit(&client, &draft, content).await;
    let order = sign(&client, &draft, json!({})).await;
    let cancelled = office.order(closing).await;
    assert_eq!((&cancelled["state"], &cancelled["cancelled_by"]), (&json!("cancelled"), &json!(order)));
    assert!(!office.pdf(closing).await.is_empty(), "it is still there");
    let page = office.app.sign_in(&office.administrator).await.get(&format!("/orders/{closing}")).await;
    assert!(page.text().contains("Документ отменён"), "{}", page.text());
    let signatures = page.link_to("Файлы электронных подписей этого документа");
    assert_eq!(signatures, format!("/orders/{closing}/signatures"));
    office.step("closing", json!({})).await;
}

#[tokio::test]
async fn an_expelled_trainee_leaves_with_the_order_and_newcomers_get_a_supplementary_one() {
    let office = Office::new(&["Ахметова", "Борисов"]).await;
    let client = office.client().await;
    number_group(&client, office.edition).await;
    office.step("enrolment", json!({ "dated": "2026-09-01" })).await;
    let who = office.people[1].1;
    let order = office.expel(who, "2026-10-01").await;
    let text = paper::words(&office.pdf(order).await);
    assert!(text.contains("Борисов Анна Сергеевна") && text.contains("Заявление от 01.10.2026"), "{text}");
    let left = office.app.db.read(move |r| {
        let row = enrolments::table.filter(enrolments::id.eq(who)).select(enrolments::withdrawal_reason);
        Ok(row.first::<Option<String>>(r.conn())?)
    });
    assert_eq!(left.await.unwrap().as_deref(), Some("По собственному желанию"));
    let late = office.app.person("Власова").await;
    let newcomer = office.app.enrol(office.edition, &late).await;
    let trail = client.get(&format!("/api/v1/editions/{}/orders", office.edition)).await.json();
    assert_eq!(trail["unenrolled"], json!([newcomer]));
    let supplement = office.step("enrolment", json!({ "dated": "2026-10-05" })).await;
    let text = paper::words(&office.pdf(supplement).await);
    assert!(text.contains("О дополнительном зачислении") && !text.contains("Ахметова"), "{text}");
}

#[tokio::test]
async fn the_page_shows_the_steps_and_forms_keep_what_was_typed() {
    let office = Office::new(&["Ахметова"]).await;
    let browser = office.app.sign_in(&office.administrator).await;
    let trail = format!("/editions/{}/orders", office.edition);
    let page = browser.get(&trail).await.text();
    assert!(page.contains("Сначала сохраните номер группы"), "{page}");
    browser.post(&format!("/editions/{}/group-number", office.edition), &[("group_number", "7-ПК-26")]).await;
    let form = browser.post(&trail, &[("kind", "enrolment")]).await;
    let order = form.path.strip_suffix("/edit").unwrap().to_owned();
    let who = office.people[0].1.to_string();
    let ground = format!("ground-{who}");
    let fields = [
        ("revision", "0"),
        ("people", who.as_str()),
        (ground.as_str(), "Заявление"),
        ("responsible_name", "А. С. Петрова"),
        ("responsible_post", ""),
    ];
    let refused = browser.post(&order, &fields).await;
    assert_eq!(refused.status, 422, "{}", refused.html);
    assert!(refused.html.contains("А. С. Петрова"));
    let fields = [
        ("revision", "0"),
        ("people", who.as_str()),
        (ground.as_str(), "Заявление"),
        ("responsible_name", "А. С. Петрова"),
        ("responsible_post", "методист"),
    ];
    assert_eq!(browser.post(&order, &fields).await.status, 200);
    let signed =
        browser.post(&format!("{order}/signature"), &[("revision", "1"), ("dated", "2026-09-01")]).await;
    assert!(signed.text().contains("Документ подписан, номер 1-ОД"), "{}", signed.text());
    let stranger = office.app.person("Чужой").await;
    assert_eq!(office.app.sign_in(&stranger).await.status_of(&order).await, 403);
}
