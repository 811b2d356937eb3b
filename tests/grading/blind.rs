//! Grading without names: no output tells whose a work is before its grade is released (H8).

use super::{FULL, LOW, at};
use crate::cases::{PDF, Room};
use crate::support::learning::NewEdition;
use crate::support::queries::asked;
use birge::cases::rules::{Allocation, CaseSetup, LateRule, Release};
use birge::db::schema::{enrolments, people};
use birge::kernel::OrganisationId;
use diesel::prelude::*;

/// What would give the author away: names, the address, the organisation, what a file was called, why there is more
/// time.
const TELLING: [&str; 6] =
    ["Сейтқали", "Анна Сергеевна", "хоспис", "@test.example", "План-Айгүл", "Отпуск по болезни"];

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
        format!("/submissions/{id}/hiding"),
        format!("/submissions/{id}/regrading"),
        format!("/editions/{edition}/cases/{case}/rubric"),
        format!("/editions/{edition}/cases/{case}/rubric/edit"),
    ];
    let programs = [
        "/api/v1/grading".to_owned(),
        "/api/v1/today".to_owned(),
        format!("/api/v1/submissions/{id}"),
        format!("/api/v1/editions/{edition}/cases"),
        format!("/api/v1/editions/{edition}/cases/{case}/agreement"),
        format!("/api/v1/editions/{edition}/cases/{case}/rubrics"),
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
    crate::rubrics::change(&room, "1", true).await;
    walk("in review by a former rubric").await;
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

/// What a hidden version leaves behind tells nothing either: not the desk, not the page of the hiding, not the look
/// of an administrator, who may grade as well.
#[tokio::test]
async fn no_output_tells_whose_a_hidden_work_was() {
    let (room, _) = blind_room().await;
    room.hand_in("Первая версия", &[("План-Айгүл.pdf", PDF)]).await;
    room.app.run_jobs().await;
    let (id, edition, case) = (room.last().await, room.edition, room.case);
    let boss = room.app.sign_in(&room.app.administrator().await).await;
    silent("the page to hide", &boss.get(&at(id, "hiding")).await.html);
    let refused = room.grader.post(&at(id, "hiding"), &[("reason", "")]).await;
    silent("a refused hiding", &refused.html);
    let hidden = room.grader.post(&at(id, "hiding"), &[("reason", "Названа семья")]).await;
    assert!(hidden.text().contains("Текст скрыт"), "{}", hidden.text());
    silent("the hidden page", &hidden.html);
    room.hand_in("Вторая версия", &[("План-Айгүл.pdf", PDF)]).await;
    room.app.run_jobs().await;
    let second = room.last().await;
    let api = room.app.api(&room.trainer).await;
    for path in [
        format!("/submissions/{id}"),
        at(id, "hiding"),
        format!("/submissions/{second}"),
        at(second, "hiding"),
        "/grading".to_owned(),
        "/grading?state=released".to_owned(),
        "/today".to_owned(),
        format!("/editions/{edition}/cases"),
    ] {
        silent(&path, &room.grader.get(&path).await.html);
        silent(&format!("{path} of an administrator"), &boss.get(&path).await.html);
    }
    for path in [
        format!("/api/v1/submissions/{id}"),
        format!("/api/v1/submissions/{second}"),
        format!("/api/v1/editions/{edition}/cases/{case}/agreement"),
    ] {
        silent(&path, &api.get(&path).await.html);
    }
    let look = boss.post(&at(id, "hidden-work"), &[]).await;
    assert!(look.text().contains("Первая версия"), "{}", look.text());
    silent("the look of an administrator", &look.html);
    let file = look.html.split("/hidden-files/").nth(1).unwrap().split('"').next().unwrap();
    let bytes = boss.post(&at(id, &format!("hidden-files/{file}")), &[]).await;
    assert!(bytes.header("content-disposition").contains(&format!("{file}.pdf")));
    silent("a hidden file", bytes.header("content-disposition"));
}

/// A late work on the desk says that it is late and what that takes off, but not who was given more time or why. The
/// page of extensions names everybody of the edition, and is the same before and after a work has come.
#[tokio::test]
async fn late_works_extensions_and_reminders_do_not_tell_who_has_handed_in() {
    let (room, _) = blind_room().await;
    let due_on = "2026-09-11".parse().ok();
    let (blind, late) = (true, LateRule::Deducted);
    room.set_up(CaseSetup { blind, late, due_on, ..CaseSetup::default() }).await;
    room.app.set_clock("2026-09-13T09:00:00Z");
    let extensions = format!("/editions/{}/cases/{}/extensions", room.edition, room.case);
    let whom = format!("trainee-{}", room.enrolment);
    let fields = [("whom", whom.as_str()), ("due_on", "2026-09-12"), ("reason", "Отпуск по болезни")];
    assert_eq!(room.grader.post(&extensions, &fields).await.status, 200);
    let api = room.app.api(&room.trainer).await;
    let before =
        (room.grader.get(&extensions).await.text(), api.get(&format!("/api/v1{extensions}")).await.html);
    room.hand_in("Поздняя версия", &[]).await;
    let id = room.last().await;
    let after =
        (room.grader.get(&extensions).await.text(), api.get(&format!("/api/v1{extensions}")).await.html);
    assert_eq!(before, after, "who has handed in does not show among the extensions");
    let desk = room.grader.get(&format!("/submissions/{id}")).await;
    assert!(desk.text().contains("После срока, снимается 10 %"), "{}", desk.text());
    silent("the desk of a late work", &desk.html);
    silent("the queue with a late work", &room.grader.get("/grading").await.html);
    silent("a late work over the API", &api.get(&format!("/api/v1/submissions/{id}")).await.html);

    room.app.set_clock("2026-09-13T10:00:00Z");
    let fellow = room.app.person("Петров").await;
    room.app.enrol(room.edition, &fellow).await;
    room.set_up(CaseSetup { blind, due_on: "2026-09-14".parse().ok(), ..CaseSetup::default() }).await;
    birge::operations::housekeeping::remind(&room.app.kit).await.unwrap();
    room.app.run_jobs().await;
    let letters = room.app.db.read(|r| birge::mail::store::newest(r, None, 10)).await.unwrap();
    let bodies: Vec<_> =
        letters.iter().map(|letter| format!("{}\n{}", letter.subject, letter.body_text)).collect();
    assert_eq!(bodies.len(), 1, "only who has not handed in is reminded: {bodies:?}");
    for body in &bodies {
        // The letter goes to the fellow, by whose name it begins; nobody else is in it.
        silent("a reminder", &body.replace("Анна Сергеевна", ""));
    }
}

#[tokio::test]
async fn who_may_be_named_is_asked_for_all_authors_at_once() {
    let room = Room::new().await;
    let setup = CaseSetup { blind: true, ..CaseSetup::default() };
    room.set_up(setup).await;
    for surname in ["Петров", "Ахметова"] {
        let id = room.work_of(surname).await;
        assert_eq!(room.grader.post(&at(id, "grading"), &FULL).await.status, 200);
    }
    crate::rubrics::change(&room, "1", false).await;
    let (actor, now, case) = (room.app.actor(&room.trainer).await, room.app.now(), (room.edition, room.case));
    let count = async || {
        let (of_reviews, of_rubrics) = (actor.clone(), actor.clone());
        let reviews = move |r: &mut _| birge::peer_reviews::actions::overview(r, &of_reviews, case, now);
        let rubrics = move |r: &mut _| birge::grading::actions::case_rubrics(r, &of_rubrics, case, now);
        (asked(&room.app.db, reviews).await.len(), asked(&room.app.db, rubrics).await.len())
    };
    let few = count().await;
    three_more(&room).await;
    assert_eq!(count().await, few, "more authors are no more queries");
}

/// Three more works with grades, and a rubric that is another one again.
async fn three_more(room: &Room) {
    for surname in ["Орлова", "Жумабаева", "Громов"] {
        let id = room.work_of(surname).await;
        let marks = [("rubric", "2"), ("points.grasp", "4"), ("points.criterion-1", "2"), ("then", "stay")];
        assert_eq!(room.grader.post(&at(id, "grading"), &marks).await.status, 200);
    }
    crate::rubrics::change(room, "2", true).await;
}
