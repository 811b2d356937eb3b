//! The paper of a signed order: printed once, kept, compared with signature files, and every look at it written down.

use super::Office;
use crate::support::browser::ApiClient;
use crate::support::orders::number_group;
use birge::db::schema::{order_prints, stored_files};
use birge::kernel::OrderId;
use birge::secrets::sha256_hex;
use diesel::prelude::*;
use serde_json::json;

async fn keys(office: &Office, order: OrderId) -> Vec<String> {
    let keys = office.app.db.read(move |r| {
        Ok(order_prints::table
            .inner_join(stored_files::table)
            .filter(order_prints::order_id.eq(order))
            .select(stored_files::storage_key)
            .load(r.conn())?)
    });
    keys.await.unwrap()
}

#[tokio::test]
async fn the_paper_of_an_order_is_printed_once_after_signing_and_never_changes() {
    let office = Office::new(&["Ахметова"]).await;
    number_group(&office.client().await, office.edition).await;
    let order = office.step("enrolment", json!({ "dated": "2026-09-01" })).await;
    assert!(keys(&office, order).await.is_empty(), "never while a number is taken");
    office.app.run_jobs().await;
    let [key]: [String; 1] = keys(&office, order).await.try_into().unwrap();
    let pdf = office.pdf(order).await;
    assert_eq!(office.order(order).await["pdf_sha256"], sha256_hex(&pdf));
    assert_eq!(office.app.kit.files.get(&key).await.unwrap(), pdf, "what is handed out is what is kept");
    let changed = office.app.db.write(move |w| {
        let row = diesel::update(order_prints::table.filter(order_prints::order_id.eq(order)));
        row.set(order_prints::sha256.eq("0")).execute(w.conn())?;
        Ok(())
    });
    assert!(changed.await.is_err(), "the hash of a paper was changed");
    let gone = office.app.db.write(move |w| {
        diesel::delete(order_prints::table.filter(order_prints::order_id.eq(order))).execute(w.conn())?;
        Ok(())
    });
    assert!(gone.await.is_err(), "a paper was deleted");
}

#[tokio::test]
async fn row_37_a_signature_of_another_order_is_refused() {
    let office = Office::new(&["Ахметова"]).await;
    let client = office.client().await;
    number_group(&client, office.edition).await;
    let order = office.step("enrolment", json!({ "dated": "2026-09-01" })).await;
    let other = office.step("commission", json!({ "dated": "2026-09-01" })).await;
    let signed = |paper: Vec<u8>| {
        [paper, b"\n9 0 obj << /ByteRange [0 10 20 30] >> endobj\n%%EOF\n".to_vec()].concat()
    };
    let list = format!("/api/v1/orders/{order}/signatures");
    // Attached before the job has printed anything: the paper is printed and frozen then.
    let fits = client.post_bytes(&format!("{list}?name=signed.pdf"), signed(office.pdf(order).await)).await;
    assert_eq!((fits.status, &fits.json()[0]["finding"]), (201, &json!("fits")), "{}", fits.html);
    let wrong = client.post_bytes(&list, signed(office.pdf(other).await)).await;
    assert_eq!((wrong.status, &wrong.json()["errors"][0]["code"]), (422, &json!("signature-other")));
    let bare = client.post_bytes(&list, office.pdf(order).await).await;
    assert_eq!(&bare.json()["errors"][0]["code"], &json!("signature-unsigned"));
    assert_eq!(client.get(&list).await.json().as_array().unwrap().len(), 1);
    let page = office.app.sign_in(&office.administrator).await;
    let page = page.get(&format!("/orders/{order}/signatures")).await;
    assert!(page.text().contains("содержание совпадает с нашим PDF"), "{}", page.text());
}

#[tokio::test]
async fn every_look_at_an_order_and_at_the_papers_of_a_group_is_written_down() {
    let office = Office::new(&["Ахметова"]).await;
    number_group(&office.client().await, office.edition).await;
    let order = office.step("enrolment", json!({ "dated": "2026-09-01" })).await;
    let browser = office.app.sign_in(&office.administrator).await;
    let looks = || office.app.audited("order-seen");
    let before = looks().await;
    assert_eq!(browser.get(&format!("/orders/{order}")).await.status, 200);
    office.order(order).await;
    assert_eq!(looks().await, before + 2, "the page and the API");
    office.pdf(order).await;
    assert_eq!(office.app.audited("order-paper-taken").await, 1);
    for sheet in ["title-page", "trainees"] {
        let address = format!("/editions/{}/group-papers/{sheet}", office.edition);
        assert_eq!(browser.status_of(&address).await, 200);
    }
    assert_eq!(office.app.audited("group-paper-taken").await, 2);
    let groups = || office.app.audited("group-papers-seen");
    let before = groups().await;
    assert_eq!(browser.get(&format!("/editions/{}/orders", office.edition)).await.status, 200);
    let trail = format!("/api/v1/editions/{}/orders", office.edition);
    assert_eq!(office.client().await.get(&trail).await.status, 200);
    assert_eq!(groups().await, before + 2, "«Документы группы» and the API");
    let stranger = office.app.person("Чужой").await;
    let stranger: ApiClient = office.app.api(&stranger).await;
    assert_eq!(stranger.get(&trail).await.status, 403);
    assert_eq!(groups().await, before + 2);
    assert_eq!(stranger.get(&format!("/api/v1/orders/{order}/pdf")).await.status, 403);
    assert_eq!(office.app.audited("order-paper-taken").await, 1, "a look that was refused is none");
}
