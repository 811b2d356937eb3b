//! Grading without names: no output tells whose a work is before its grade is released (H8).

use super::{FULL, LOW, at};
use crate::cases::{PDF, Room};
use crate::support::learning::NewEdition;
use birge::cases::rules::{Allocation, CaseSetup, Release};
use birge::db::schema::{enrolments, people};
use birge::kernel::OrganisationId;
use diesel::prelude::*;

/// What would give the author away: names, the address, the organisation, what a file was called.
const TELLING: [&str; 5] = ["Сейтқали", "Анна Сергеевна", "хоспис", "@test.example", "План-Айгүл"];

async fn blind_room() -> (Room, OrganisationId) {
    let room = Room::new().await;
    let hospice = room.app.organisation("Детский хоспис").await;
    let (person, enrolment) = (room.trainee.id, room.enrolment);
    room.app
        .db
        .write(move |w| {
            diesel::update(people::table.find(person))
                .set(people::organisation_id.eq(hospice))
                .execute(w.conn())?;
            diesel::update(enrolments::table.find(enrolment))
                .set(enrolments::organisation_id.eq(hospice))
                .execute(w.conn())?;
            Ok(())
        })
        .await
        .unwrap();
    let (blind, release, allocation) = (true, Release::ByHand, Allocation::RoundRobin);
    room.set_up(CaseSetup { blind, release, allocation, ..CaseSetup::default() }).await;
    (room, hospice)
}

fn silent(what: &str, body: &str) {
    // The trainer's own name stands on every page and on grades; only the author's must not.
    let body = body.replace("Иванова Анна Сергеевна", "");
    for telling in TELLING {
        assert!(!body.contains(telling), "{what} tells {telling:?}: {body}");
    }
}

#[tokio::test]
async fn no_output_tells_whose_a_work_is_until_its_grade_is_released() {
    let (room, hospice) = blind_room().await;
    room.hand_in("Первая версия", &[("План-Айгүл.pdf", PDF)]).await;
    room.app.run_jobs().await;
    let (id, edition, case) = (room.last().await, room.edition, room.case);
    let file = {
        let desk = room.grader.get(&format!("/submissions/{id}")).await;
        crate::cases::first_file(&desk)
    };
    let api = room.app.api(&room.trainer).await;
    let pages = [
        "/grading".to_owned(),
        "/today".to_owned(),
        format!("/grading?edition={edition}&case={case}"),
        "/grading?whose=mine&state=not_marked".to_owned(),
        format!("/submissions/{id}"),
        format!("/editions/{edition}/cases"),
        format!("/editions/{edition}/cases/{case}/agreement"),
        format!("/editions/{edition}/cases/{case}/calibration"),
        format!("/editions/{edition}/cases/{case}/setup"),
    ];
    let programs = [
        "/api/v1/grading".to_owned(),
        "/api/v1/today".to_owned(),
        format!("/api/v1/submissions/{id}"),
        format!("/api/v1/editions/{edition}/cases"),
        format!("/api/v1/editions/{edition}/cases/{case}/agreement"),
    ];
    let walk = async |when: &str| {
        for path in &pages {
            silent(&format!("{when}: {path}"), &room.grader.get(path).await.html);
        }
        for path in &programs {
            silent(&format!("{when}: {path}"), &api.get(path).await.html);
        }
        for path in [format!("/files/{file}"), format!("/api/v1/files/{file}")] {
            let answer =
                if path.starts_with("/api") { api.get(&path).await } else { room.grader.get(&path).await };
            let disposition = answer.header("content-disposition").to_owned();
            let plain = percent_encoding::percent_decode_str(&disposition).decode_utf8_lossy();
            silent(&format!("{when}: {path}"), &plain);
            assert!(plain.contains(&format!("{file}.pdf")), "{plain}");
        }
        // As it looks to the trainee, seen by somebody who teaches.
        let preview = room.grader.get(&room.path()).await.html;
        assert!(!preview.contains("Первая версия"), "{when}: the preview of a trainee's case shows the work");
        let preview = api.get(&format!("/api/v1{}", room.path())).await.html;
        assert!(!preview.contains("Первая версия"), "{when}: the preview over the API shows the work");
    };
    walk("handed in").await;
    assert!(room.grader.get("/grading").await.text().contains(&format!("Работа № {id}")));
    let by_organisation = room.grader.get(&format!("/grading?organisation={hospice}")).await.text();
    assert!(by_organisation.contains("По этому выбору работ нет"), "{by_organisation}");
    // Looking at another edition does not say who sends people to this one.
    let other = room.app.open_edition(NewEdition::of(room.version)).await;
    room.app.teach(other, &room.trainer).await;
    let narrowed = room.grader.get(&format!("/grading?edition={other}")).await;
    assert!(narrowed.text().contains("По этому выбору работ нет"), "{}", narrowed.text());
    silent("the queue of another edition", &narrowed.html);

    room.grader.post(&at(id, "marking-draft"), &[("points.tone", "3"), ("revision", "0")]).await;
    walk("being marked").await;
    let refused = room.grader.post(&at(id, "grading"), &[("points.tone", "3")]).await;
    silent("a refused grade", &refused.html);
    room.grader.post(&at(id, "grading"), &FULL).await;
    walk("in review").await;
    silent("the queue of what is to be released", &room.grader.get("/grading?state=in_review").await.html);
    room.app.run_jobs().await;
    let letters = room.app.db.read(|r| birge::mail::store::newest(r, None, 10)).await.unwrap();
    assert!(letters.is_empty(), "nobody is written to before the release");

    room.grader.post(&at(id, "release"), &[]).await;
    let named = room.grader.get(&format!("/submissions/{id}")).await.html;
    assert!(
        named.contains("Сейтқали") && named.contains("План-Айгүл.pdf"),
        "released, it has its author again"
    );
}

#[tokio::test]
async fn a_released_version_does_not_name_the_author_of_the_next() {
    let (room, _) = blind_room().await;
    room.hand_in("Первая версия", &[("План-Айгүл.pdf", PDF)]).await;
    room.app.run_jobs().await;
    let first = room.last().await;
    room.grader.post(&at(first, "grading"), &LOW).await;
    room.grader.post(&at(first, "release"), &[]).await;
    let named = room.grader.get(&format!("/submissions/{first}")).await;
    assert!(named.html.contains("Сейтқали"), "{}", named.html);
    let file = crate::cases::first_file(&named);

    room.hand_in("Вторая версия", &[]).await;
    room.app.run_jobs().await;
    let second = room.last().await;
    assert_ne!(first, second);
    let api = room.app.api(&room.trainer).await;
    for id in [first, second] {
        silent("the desk", &room.grader.get(&format!("/submissions/{id}")).await.html);
        silent("the desk over the API", &api.get(&format!("/api/v1/submissions/{id}")).await.html);
    }
    let disposition =
        api.get(&format!("/api/v1/files/{file}")).await.header("content-disposition").to_owned();
    let plain = percent_encoding::percent_decode_str(&disposition).decode_utf8_lossy();
    assert!(!plain.contains("План-Айгүл"), "{plain}");
    for page in
        [room.grader.get(&room.path()).await.html, api.get(&format!("/api/v1{}", room.path())).await.html]
    {
        assert!(
            !page.contains("версия"),
            "the page with the name shows the work that leads to the next: {page}"
        );
    }

    room.grader.post(&at(second, "grading"), &FULL).await;
    room.grader.post(&at(second, "release"), &[]).await;
    for id in [first, second] {
        let desk = room.grader.get(&format!("/submissions/{id}")).await;
        assert!(desk.html.contains("Сейтқали"), "all released, it has its author again: {}", desk.html);
    }
}
