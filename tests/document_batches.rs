//! Documents for many people at once: who is refused is named and the others go on, an interruption issues nothing twice,
//! what stops a batch is said and mended, and the papers become one archive.

use crate::documents::centre::{AFTER, Centre};
use crate::support::browser::Page;
use crate::support::queries::asked_writing;
use birge::db::Engine;
use birge::db::schema::{document_batch_outcomes, documents, jobs, mails};
use birge::document_batches::actions;
use birge::documents::actions::Tools;
use birge::kernel::{DocumentBatchId, DocumentId, EnrolmentId, Moment};
use diesel::connection::SimpleConnection as _;
use diesel::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::io::{Cursor, Read as _};

const KIND: &str = "participation_certificate";

impl Centre {
    /// So many people who have done everything.
    async fn many(&self, count: usize) -> Vec<EnrolmentId> {
        let mut enrolments = Vec::new();
        for number in 0..count {
            enrolments.push(self.ready(&format!("Слушатель-{number:03}")).await.1);
        }
        enrolments
    }

    async fn batch(&self, enrolments: &[EnrolmentId]) -> Page {
        let path = format!("/api/v1/editions/{}/document-batches", self.edition);
        self.api().await.post(&path, json!({ "enrolments": enrolments, "kind": KIND })).await
    }

    async fn started(&self, enrolments: &[EnrolmentId]) -> i64 {
        let page = self.batch(enrolments).await;
        assert_eq!(page.status, 201, "{}", page.html);
        page.json()["batch"]["id"].as_i64().unwrap()
    }

    async fn looked(&self, batch: i64) -> Value {
        let page = self.api().await.get(&format!("/api/v1/document-batches/{batch}")).await;
        assert_eq!(page.status, 200, "{}", page.html);
        page.json()
    }

    /// One part, as the runner does it.
    async fn part(&self, batch: i64) -> usize {
        let (kit, now) = (self.app.kit.clone(), self.app.now());
        let ids: Vec<_> = (0..50).map(|_| kit.secrets.public_id()).collect();
        let part = move |w: &mut birge::db::Write| {
            actions::part(w, &Tools::of(&kit), (DocumentBatchId(batch), &ids), now)
        };
        self.app.db.write(part).await.unwrap()
    }

    /// Whose documents there are, one for each.
    async fn holders(&self) -> Vec<EnrolmentId> {
        let rows = |r: &mut birge::db::Read| {
            Ok(documents::table.select(documents::enrolment_id).load::<Option<EnrolmentId>>(r.conn())?)
        };
        self.app.db.read(rows).await.unwrap().into_iter().flatten().collect()
    }
}

async fn archive_of(centre: &Centre, batch: i64) -> zip::ZipArchive<Cursor<Vec<u8>>> {
    let path = format!("/api/v1/document-batches/{batch}/archive");
    let answer = centre.api().await.stream(&path).await;
    assert_eq!(answer.status(), 200);
    let bytes = answer.bytes().await.unwrap().to_vec();
    zip::ZipArchive::new(Cursor::new(bytes)).unwrap()
}

#[actix_web::test]
async fn sixty_people_of_whom_two_are_refused_by_name() {
    let centre = Centre::new().await;
    let mut enrolments = centre.many(58).await;
    for surname in ["Неготовый", "Опоздавшая"] {
        let person = centre.app.person(surname).await;
        enrolments.push(centre.app.enrol(centre.edition, &person).await);
    }
    let batch = centre.started(&enrolments).await;
    let begun = centre.looked(batch).await;
    assert_eq!(begun["batch"]["state"], "issuing");
    centre.app.run_jobs().await;
    let done = centre.looked(batch).await;
    let tally = &done["batch"];
    assert_eq!(
        (&tally["state"], &tally["issued"], &tally["refused"]),
        (&json!("done"), &json!(58), &json!(2))
    );
    let people = done["people"].as_array().unwrap();
    let refused: Vec<&Value> = people.iter().filter(|one| one["outcome"] == "refused").collect();
    let names: BTreeSet<&str> = refused.iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert_eq!(names, BTreeSet::from(["Неготовый Анна Сергеевна", "Опоздавшая Анна Сергеевна"]));
    assert!(refused.iter().all(|one| !one["missing"].as_array().unwrap().is_empty()));

    let mut archive = archive_of(&centre, batch).await;
    let files: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    assert_eq!(files.len(), 58);
    let first = files.iter().find(|name| name.starts_with("Слушатель-000 ")).unwrap();
    let mut pdf = Vec::new();
    archive.by_name(first).unwrap().read_to_end(&mut pdf).unwrap();
    assert!(crate::support::paper::words(&pdf).contains("Слушатель-000 Анна Сергеевна"));

    let letters = |r: &mut birge::db::Read| {
        Ok(mails::table.filter(mails::name.eq("document_batch_ready")).count().get_result::<i64>(r.conn())?)
    };
    assert_eq!(centre.app.db.read(letters).await.unwrap(), 1);

    // The same people again: nobody gets a second document.
    let again = centre.started(&enrolments).await;
    centre.app.run_jobs().await;
    let tally = &centre.looked(again).await["batch"];
    assert_eq!((&tally["issued"], &tally["kept"], &tally["refused"]), (&json!(0), &json!(58), &json!(2)));
    assert_eq!(centre.holders().await.len(), 58);
}

#[actix_web::test]
async fn a_runner_killed_between_two_parts_issues_each_document_once() {
    let centre = Centre::new().await;
    let enrolments = centre.many(60).await;
    let batch = centre.started(&enrolments).await;
    // The program claims the job, issues one part and is killed.
    let now = centre.app.now();
    let claimed = move |w: &mut birge::db::Write| {
        let issuing = jobs::table.filter(jobs::kind.eq(actions::ISSUE_JOB));
        Ok(diesel::update(issuing).set((jobs::claimed_at.eq(now), jobs::attempts.eq(1))).execute(w.conn())?)
    };
    assert_eq!(centre.app.db.write(claimed).await.unwrap(), 1);
    assert_eq!(centre.part(batch).await, 50);
    centre.app.run_jobs().await;
    assert_eq!(centre.holders().await.len(), 50, "the claim of the dead program still holds");

    centre.app.set_clock("2026-12-01T09:03:00Z");
    assert_eq!(centre.looked(batch).await["batch"]["state"], "stopped");
    let page = centre.browser().await.get(&format!("/document-batches/{batch}")).await;
    assert!(page.html.contains(&format!("/document-batches/{batch}/continuation")), "{}", page.html);
    let go_on = format!("/document-batches/{batch}/continuation");
    assert_eq!(centre.browser().await.post(&go_on, &[]).await.status, 200);
    centre.app.run_jobs().await;
    assert_eq!(centre.looked(batch).await["batch"]["state"], "done");

    // The first job is taken over at last, and finds nothing to do.
    centre.app.set_clock("2026-12-01T09:30:00Z");
    assert!(centre.app.run_jobs().await >= 1);
    let holders = centre.holders().await;
    let once: BTreeSet<EnrolmentId> = holders.iter().copied().collect();
    assert_eq!((holders.len(), once), (60, enrolments.into_iter().collect()));
    let pointed = |r: &mut birge::db::Read| {
        Ok(document_batch_outcomes::table
            .select(document_batch_outcomes::document_id)
            .load::<Option<DocumentId>>(r.conn())?)
    };
    let pointed = centre.app.db.read(pointed).await.unwrap();
    assert_eq!(pointed.iter().flatten().collect::<BTreeSet<_>>().len(), 60);
}

#[actix_web::test]
async fn what_is_about_everybody_stops_a_batch_until_it_is_mended() {
    let centre = Centre::new().await;
    let enrolments = centre.many(3).await;
    let batch = centre.started(&enrolments).await;
    centre.set_issuer(None, Some("Директор"), Some("И. П. Рябинина"), Some("Лицензия № Л035")).await;
    centre.app.run_jobs().await;
    let stopped = centre.looked(batch).await;
    assert_eq!(stopped["batch"]["state"], "stopped");
    assert_eq!(stopped["trouble"]["errors"][0]["code"], "document-issuer-city");
    assert!(centre.holders().await.is_empty(), "nothing is half issued");
    let refused = centre.batch(&enrolments).await;
    assert_eq!(refused.status, 422, "what is known beforehand is said beforehand: {}", refused.html);
    centre.set_issuer(Some("г. Иркутск"), Some("Директор"), Some("И. П. Рябинина"), Some("№ Л035")).await;
    let go_on = format!("/api/v1/document-batches/{batch}/continuation");
    assert_eq!(centre.api().await.post(&go_on, json!({})).await.status, 200);
    centre.app.run_jobs().await;
    let done = centre.looked(batch).await;
    assert_eq!((&done["batch"]["state"], &done["batch"]["issued"]), (&json!("done"), &json!(3)));
}

#[actix_web::test]
async fn the_desk_starts_a_batch_for_many_once_and_only_administrators_see_it() {
    let centre = Centre::new().await;
    let enrolments = centre.many(51).await;
    let ids: Vec<String> = enrolments.iter().map(ToString::to_string).collect();
    let mut form = vec![("issued_on", "2026-12-01"), ("kind", KIND)];
    form.extend(ids.iter().map(|id| ("enrolments", id.as_str())));
    let browser = centre.browser().await;
    let first = browser.post_as(&centre.desk(), &form, "twice").await;
    assert!(first.path.starts_with("/document-batches/"), "{} {}", first.path, first.html);
    let second = browser.post_as(&centre.desk(), &form, "twice").await;
    assert_eq!(second.status, 200);
    let list = centre.api().await.get("/api/v1/document-batches").await.json();
    assert_eq!(list["items"].as_array().unwrap().len(), 1, "pressed twice, started once");
    centre.app.run_jobs().await;
    assert_eq!(centre.holders().await.len(), 51);

    let elsewhere = centre.app.organisation("Другой центр").await;
    let other = centre.app.administrator_of("Чужой", elsewhere).await;
    let stranger = centre.app.sign_in(&other).await;
    for path in [first.path.clone(), format!("{}/archive", first.path)] {
        assert_eq!(stranger.get(&path).await.status, 404, "{path}");
    }
    assert_eq!(stranger.get("/document-batches").await.status, 200);
    let trainee = centre.app.sign_in(&centre.app.person("Прохожий").await).await;
    assert_eq!(trainee.get(&first.path).await.status, 403);
    assert_eq!(Moment::parse(AFTER).unwrap(), centre.app.now());
}

/// How many queries one part asks, as the runner does it (M1, Speed).
async fn queries_of_a_part(centre: &Centre, batch: i64) -> usize {
    let (kit, now) = (centre.app.kit.clone(), centre.app.now());
    let ids: Vec<_> = (0..50).map(|_| kit.secrets.public_id()).collect();
    let part = move |w: &mut birge::db::Write| {
        actions::part(w, &Tools::of(&kit), (DocumentBatchId(batch), &ids), now)
    };
    asked_writing(&centre.app.db, part).await
}

#[actix_web::test]
async fn a_part_asks_as_many_queries_for_many_people_as_for_two_however_large_the_edition_is() {
    let centre = Centre::new().await;
    let enrolments = centre.many(27).await;
    let (first, rest) = enrolments.split_at(2);
    let (second, many) = rest.split_at(2);
    // The first documents open the register and the list of statuses.
    let opening = centre.started(first).await;
    queries_of_a_part(&centre, opening).await;
    let two = centre.started(second).await;
    let of_two = queries_of_a_part(&centre, two).await;
    let all = centre.started(many).await;
    let of_many = queries_of_a_part(&centre, all).await;
    // A place that is drawn twice in a list of statuses costs four more, once in hundreds of runs.
    assert!(of_many <= of_two + 4, "{of_many} queries for 23 people, {of_two} for two");
    assert_eq!(centre.holders().await.len(), 27);
    // Numbers without a gap, each once, whatever the parts were.
    let numbers = |r: &mut birge::db::Read| {
        Ok(documents::table.order(documents::id).select(documents::number).load::<i32>(r.conn())?)
    };
    let numbers = centre.app.db.read(numbers).await.unwrap();
    assert_eq!(numbers.into_iter().collect::<BTreeSet<_>>(), (1..=27).collect());
    // Everybody is told once, and by name.
    let told = |r: &mut birge::db::Read| {
        Ok(mails::table
            .filter(mails::name.eq("document_ready"))
            .select((mails::person_id, mails::to_name))
            .load::<(Option<birge::kernel::PersonId>, String)>(r.conn())?)
    };
    let told = centre.app.db.read(told).await.unwrap();
    assert_eq!((told.len(), told.into_iter().collect::<std::collections::HashSet<_>>().len()), (27, 27));
    centre.app.run_jobs().await;
    for batch in [opening, two, all] {
        assert_eq!(centre.looked(batch).await["batch"]["state"], "done");
    }
}

#[actix_web::test]
async fn more_people_than_are_issued_to_at_once_are_sent_to_a_batch() {
    let centre = Centre::new().await;
    let enrolments: Vec<i64> = (1..=201).collect();
    let path = format!("/api/v1/editions/{}/documents", centre.edition);
    let refused = centre.api().await.post(&path, json!({ "enrolments": enrolments, "kind": KIND })).await;
    assert_eq!(refused.status, 422, "{}", refused.html);
    let fault = &refused.json()["errors"][0];
    assert_eq!(fault["code"], "document-many-at-once");
    assert!(fault["detail"].as_str().unwrap().contains("200"), "{fault}");
    assert!(centre.holders().await.is_empty());
}

/// What people of a batch, and a decision on a request rest on is out of reach of the program's own writes (row 49).
#[actix_web::test]
async fn row_49_the_database_refuses_to_forget_whom_a_batch_was_for() {
    let centre = Centre::new().await;
    let enrolments = centre.many(1).await;
    centre.started(&enrolments).await;
    let forget = |w: &mut birge::db::Write| {
        use birge::db::schema::document_batch_people;
        Ok(diesel::delete(document_batch_people::table).execute(w.conn())?)
    };
    assert!(centre.app.db.write(forget).await.is_err());
}

/// Speed: whoever follows a batch is told counts; the people are a list with pages, each of them on one page.
#[actix_web::test]
async fn the_progress_of_a_batch_names_nobody_and_its_people_are_paged() {
    let centre = Centre::new().await;
    let enrolments = centre.many(60).await;
    let batch = centre.started(&enrolments).await;
    assert_eq!(centre.part(batch).await, 50);
    let (browser, path) = (centre.browser().await, format!("/document-batches/{batch}"));
    let page = browser.get(&path).await;
    assert!(page.html.contains("data-polled"), "{}", page.html);
    assert!(page.text().contains("50 из 60") && !page.text().contains("Слушатель-0"), "{}", page.text());
    let list = browser.get(&format!("{path}?people=papers&after=0")).await;
    assert!(!list.html.contains("data-polled"), "a list that is read does not vanish: {}", list.html);
    assert_eq!(list.text().matches("Слушатель-0").count(), 50, "{}", list.text());

    let (api, path) = (centre.api().await, format!("/api/v1/document-batches/{batch}"));
    let counts = api.get(&format!("{path}?limit=0")).await.json();
    assert_eq!((&counts["people"], &counts["batch"]["issued"]), (&json!([]), &json!(50)));
    let (mut seen, mut after) = (BTreeSet::new(), json!(0));
    while !after.is_null() {
        let some = api.get(&format!("{path}?limit=25&after={after}")).await.json();
        let people = some["people"].as_array().unwrap();
        assert!((1..=25).contains(&people.len()), "{some}");
        seen.extend(people.iter().map(|one| one["enrolment_id"].as_i64().unwrap()));
        after = some["next_after"].clone();
    }
    assert_eq!(seen, enrolments.iter().map(|one| one.0).collect());
    centre.app.run_jobs().await;
    let done = browser.get(&format!("/document-batches/{batch}")).await;
    assert!(done.html.contains("people&#x3D;papers") || done.html.contains("people=papers"), "{}", done.html);
}

/// The numbers that were given out, in order.
async fn numbers(centre: &Centre) -> Vec<i32> {
    let read = |r: &mut birge::db::Read| {
        Ok(documents::table.order(documents::number).select(documents::number).load::<i32>(r.conn())?)
    };
    centre.app.db.read(read).await.unwrap()
}

/// The disk takes nothing more after the first part: the second issues nothing half, takes no number with it, and goes on
/// when there is room (Bad input, row 9). Only SQLite can be told that its disk is full.
#[actix_web::test]
async fn row_09_a_disk_that_is_full_in_the_middle_of_a_batch_leaves_no_gap_and_nothing_half_issued() {
    let centre = Centre::new().await;
    if centre.app.db.engine() != Engine::Sqlite {
        return;
    }
    let enrolments = centre.many(60).await;
    let batch = centre.started(&enrolments).await;
    assert_eq!(centre.part(batch).await, 50);
    // What migrations left free is taken, and then there are no more pages.
    let fill = |w: &mut birge::db::Write| {
        w.conn().batch_execute(
            "CREATE TABLE filler (bytes BLOB);
             INSERT INTO filler SELECT zeroblob(f.freelist_count * p.page_size) FROM pragma_freelist_count f, pragma_page_size p;
             PRAGMA max_page_count = 1",
        )?;
        Ok(())
    };
    centre.app.db.write(fill).await.unwrap();
    let (kit, now) = (centre.app.kit.clone(), centre.app.now());
    let ids: Vec<_> = (0..50).map(|_| kit.secrets.public_id()).collect();
    let part = move |w: &mut birge::db::Write| {
        actions::part(w, &Tools::of(&kit), (DocumentBatchId(batch), &ids), now)
    };
    let refused = centre.app.db.write(part).await.unwrap_err();
    assert_eq!(refused.code, birge::kernel::ProblemCode::StorageFull, "{refused}");
    assert_eq!(numbers(&centre).await, (1..=50).collect::<Vec<_>>(), "nothing half issued");

    let room = |w: &mut birge::db::Write| {
        w.conn().batch_execute("PRAGMA max_page_count = 1073741823; DROP TABLE filler")?;
        Ok(())
    };
    centre.app.db.write(room).await.unwrap();
    centre.app.run_jobs().await;
    assert_eq!(centre.looked(batch).await["batch"]["state"], "done");
    assert_eq!(numbers(&centre).await, (1..=60).collect::<Vec<_>>(), "the numbers go on without a gap");
    assert_eq!(centre.holders().await.into_iter().collect::<BTreeSet<_>>().len(), 60);
    assert_eq!(archive_of(&centre, batch).await.len(), 60);
}
