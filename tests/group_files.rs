//! The whole file of a group as one archive, with an inventory that holds and what it lacks.

use crate::documents::centre::Centre;
use crate::support::paper::words;
use birge::db::schema::{group_file_papers, jobs};
use birge::secrets::sha256_hex;
use diesel::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

const KIND: &str = "participation_certificate";

impl Centre {
    fn group_files(&self) -> String {
        format!("/api/v1/editions/{}/group-files", self.edition)
    }

    async fn files(&self) -> Value {
        let page = self.api().await.get(&self.group_files()).await;
        assert_eq!(page.status, 200, "{}", page.html);
        page.json()
    }

    /// Everything in the archive of a group's file, by name.
    async fn unpacked(&self, file: i64) -> BTreeMap<String, Vec<u8>> {
        let answer = self.api().await.stream(&format!("/api/v1/group-files/{file}/archive")).await;
        assert_eq!(answer.status(), 200);
        let mut archive = zip::ZipArchive::new(Cursor::new(answer.bytes().await.unwrap().to_vec())).unwrap();
        let mut files = BTreeMap::new();
        for index in 0..archive.len() {
            let mut file = archive.by_index(index).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            files.insert(file.name().unwrap().into_owned(), bytes);
        }
        files
    }
}

fn named<'a>(files: &'a BTreeMap<String, Vec<u8>>, part: &str) -> &'a [u8] {
    files.iter().find(|(name, _)| name.contains(part)).map(|(_, bytes)| bytes.as_slice()).expect(part)
}

#[actix_web::test]
async fn row_07_one_click_gives_the_file_of_the_group_and_names_what_it_lacks() {
    let centre = Centre::new().await;
    let mut enrolments = Vec::new();
    for surname in ["Құрманғазы", "Орлова"] {
        enrolments.push(centre.ready(surname).await.1);
    }
    let issued = centre
        .api()
        .await
        .post(
            &format!("/api/v1/editions/{}/document-batches", centre.edition),
            json!({ "enrolments": enrolments, "kind": KIND }),
        )
        .await;
    assert_eq!(issued.status, 201, "{}", issued.html);
    centre.app.run_jobs().await;
    let lacks = centre.files().await["missing"].clone();
    let lacks: Vec<&str> =
        lacks.as_array().unwrap().iter().map(|one| one["what"].as_str().unwrap()).collect();
    assert!(lacks.contains(&"closing") && lacks.contains(&"protocol"), "{lacks:?}");
    assert!(!lacks.contains(&"documents") && !lacks.contains(&"without"), "{lacks:?}");

    let browser = centre.browser().await;
    let page = browser.post(&format!("/editions/{}/group-files", centre.edition), &[]).await;
    assert_eq!(page.status, 200, "{}", page.html);
    centre.app.run_jobs().await;
    let shown = centre.files().await;
    let file = shown["files"][0]["id"].as_i64().unwrap();
    assert!(shown["files"][0]["archive_sha256"].is_string(), "{shown}");
    assert!(!shown["files"][0]["missing"].as_array().unwrap().is_empty());
    let page = browser.get(&format!("/editions/{}/group-files", centre.edition)).await;
    assert!(page.html.contains(&format!("/group-files/{file}/archive")), "{}", page.html);

    let files = centre.unpacked(file).await;
    let holders = ["Құрманғазы Анна Сергеевна", "Орлова Анна Сергеевна"];
    for paper in ["Список", "Выписка"] {
        let text = words(named(&files, paper));
        for holder in holders {
            assert!(text.contains(holder), "{paper}: {holder} in the nominative: {text}");
        }
    }
    let inventory = words(named(&files, "Опись"));
    assert!(inventory.contains("Приказ о завершении обучения и отчислении"), "{inventory}");
    let documents: Vec<&String> = files.keys().filter(|name| name.starts_with("Документы/")).collect();
    assert_eq!(documents.len(), 2, "{documents:?}");
    // Whoever checks the sums finds every file as it was listed.
    let sums = String::from_utf8(named(&files, "SHA256SUMS").to_vec()).unwrap();
    assert_eq!(sums.lines().count(), files.len() - 2);
    for line in sums.lines() {
        let (sum, name) = line.split_once("  ").unwrap();
        assert_eq!(sha256_hex(&files[name]), sum, "{name}");
    }
}

#[actix_web::test]
async fn row_07_the_file_of_a_closed_group_holds_every_paper_of_its_trail() {
    let centre = Centre::new().await;
    let (holder, enrolment) = centre.ready("Орлова").await;
    let data =
        json!({ "sex": "female", "citizenship": "643", "born_on": "1990-03-15", "passport": "4510 123456" });
    let identity = format!("/api/v1/people/{}/identity", holder.id);
    assert_eq!(centre.api().await.put(&identity, data).await.status, 204);
    centre.app.trail(&centre.administrator, centre.edition).await;
    let batch = format!("/api/v1/editions/{}/document-batches", centre.edition);
    let started = centre.api().await.post(&batch, json!({ "enrolments": [enrolment], "kind": KIND })).await;
    assert_eq!(started.status, 201, "{}", started.html);
    centre.app.run_jobs().await;
    let asked = centre.api().await.post(&centre.group_files(), json!({})).await.json();
    centre.app.run_jobs().await;
    let shown = centre.files().await;
    let lacks = shown["files"][0]["missing"].as_array().unwrap();
    assert!(lacks.iter().all(|one| one["what"] == "sessions"), "{lacks:?}");
    let files = centre.unpacked(asked["id"].as_i64().unwrap()).await;
    let [title, list, extract] =
        ["Титульный лист", "Список слушателей", "Выписка"].map(|part| words(named(&files, part)));
    for text in [&list, &extract] {
        assert!(text.contains("Орлова Анна Сергеевна"), "the nominative: {text}");
    }
    for known in ["15.03.1990", "4510 123456", "Россия"] {
        assert!(extract.contains(known), "{known} stands in the register: {extract}");
    }
    assert_eq!(centre.app.audited("identity-seen").await, 1, "and the look is written down");
    let orders: Vec<&String> = files.keys().filter(|name| name.contains("Приказ")).collect();
    assert_eq!(orders.len(), 3, "enrolment, commission, closing: {orders:?}");
    for part in ["Учебный план", "Календарный", "едомость", "ротокол", "асписание", "урнал"]
    {
        assert!(words(named(&files, part)).len() > 40, "{part}");
    }
    for order in orders {
        assert!(title.contains("№"), "{title}");
        let text = words(&files[order]);
        assert!(text.contains('№') && text.contains("2026"), "number and date: {text}");
    }
}

#[actix_web::test]
async fn a_file_interrupted_in_the_middle_keeps_what_was_printed() {
    let centre = Centre::new().await;
    centre.ready("Орлова").await;
    let asked = centre.api().await.post(&centre.group_files(), json!({})).await;
    assert_eq!(asked.status, 201, "{}", asked.html);
    let file = asked.json()["id"].as_i64().unwrap();
    centre.app.run_jobs().await;
    let first = centre.unpacked(file).await;
    let rows = |r: &mut birge::db::Read| {
        Ok(group_file_papers::table
            .order(group_file_papers::id)
            .select(group_file_papers::id)
            .load::<i64>(r.conn())?)
    };
    let before = centre.app.db.read(rows).await.unwrap();
    // The program was killed before it wrote down that the job was done: the job runs again.
    let again = |w: &mut birge::db::Write| {
        let none = None::<birge::kernel::Moment>;
        let done = jobs::table.filter(jobs::kind.eq(birge::group_files::actions::JOB));
        Ok(diesel::update(done)
            .set((jobs::finished_at.eq(none), jobs::claimed_at.eq(none)))
            .execute(w.conn())?)
    };
    assert_eq!(centre.app.db.write(again).await.unwrap(), 1);
    centre.app.run_jobs().await;
    assert_eq!(centre.app.db.read(rows).await.unwrap(), before);
    assert_eq!(centre.unpacked(file).await, first);
    assert_eq!(centre.files().await["files"].as_array().unwrap().len(), 1);
}

#[actix_web::test]
async fn an_order_signed_while_a_file_is_printed_belongs_in_the_next_one() {
    let centre = Centre::new().await;
    let enrolment = centre.ready("Орлова").await.1;
    let first = centre.api().await.post(&centre.group_files(), json!({})).await.json();
    centre.app.set_clock("2026-12-01T09:05:00Z");
    centre.app.trail(&centre.administrator, centre.edition).await;
    let batch = format!("/api/v1/editions/{}/document-batches", centre.edition);
    centre.api().await.post(&batch, json!({ "enrolments": [enrolment], "kind": KIND })).await;
    let second = centre.api().await.post(&centre.group_files(), json!({})).await.json();
    centre.app.run_jobs().await;
    let orders = async |asked: &Value| {
        let files = centre.unpacked(asked["id"].as_i64().unwrap()).await;
        files.keys().filter(|name| name.contains("Приказ")).count()
    };
    assert_eq!((orders(&first).await, orders(&second).await), (0, 3));
    let shown = centre.files().await;
    let files = shown["files"].as_array().unwrap();
    let lacks = |file: &Value| file["missing"].to_string().contains("closing");
    assert!(!lacks(&files[0]) && lacks(&files[1]), "the newest first: {shown}");
    // What a paper is stands beside it, once in each file.
    let known = |r: &mut birge::db::Read| {
        Ok(group_file_papers::table.select(group_file_papers::identity).load::<String>(r.conn())?)
    };
    let known = centre.app.db.read(known).await.unwrap();
    assert_eq!(known.iter().filter(|identity| *identity == "journal").count(), 2, "{known:?}");
    assert_eq!(known.iter().filter(|identity| identity.starts_with("order-")).count(), known.len() - 14);
}

#[actix_web::test]
async fn only_administrators_of_the_centre_have_the_file() {
    let centre = Centre::new().await;
    let asked = centre.api().await.post(&centre.group_files(), json!({})).await.json();
    centre.app.run_jobs().await;
    let elsewhere = centre.app.organisation("Другой центр").await;
    let other = centre.app.api(&centre.app.administrator_of("Чужой", elsewhere).await).await;
    assert_eq!(other.get(&centre.group_files()).await.status, 404);
    assert_eq!(other.post(&centre.group_files(), json!({})).await.status, 404);
    assert_eq!(other.get(&format!("/api/v1/group-files/{}/archive", asked["id"])).await.status, 404);
    let trainee = centre.app.api(&centre.app.person("Прохожий").await).await;
    assert_eq!(trainee.get(&centre.group_files()).await.status, 403);
}
