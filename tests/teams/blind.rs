//! A team's work graded without names: no output tells whose it is before its grade is released.

use super::{NAMES, TeamRoom};
use crate::grading::FULL;
use birge::cases::actions;
use birge::cases::rules::{CaseSetup, Release};
use birge::kernel::SubmissionId;

const REMARK: &str = "Болатов почти не писал";

async fn blind_room() -> (TeamRoom, SubmissionId) {
    let room = TeamRoom::filled().await;
    let administrator = room.app.administrator().await;
    let (actor, at, now) = (room.app.actor(&administrator).await, (room.edition, room.case), room.app.now());
    let setup = CaseSetup { blind: true, release: Release::ByHand, ..CaseSetup::default() };
    room.app.db.write(move |w| actions::set_up(w, &actor, at, &setup, now)).await.unwrap();
    let rename = [("name", "Команда Айдаровой")];
    room.grader.post(&format!("/teams/{}", room.teams[0]), &rename).await;
    let id = room.handed_in().await;
    let (rating, remark) =
        (format!("rating.{}", room.people[1].enrolment), format!("remark.{}", room.people[1].enrolment));
    let said = [(rating.as_str(), "2"), (remark.as_str(), REMARK)];
    let kept = room.people[0].browser.post(&format!("{}/ratings/{id}", room.path(0)), &said).await;
    assert_eq!(kept.status, 200, "{}", kept.text());
    (room, id)
}

fn silent(what: &str, body: &str) {
    for telling in NAMES.into_iter().chain(["Айдаровой", REMARK]) {
        assert!(!body.contains(telling), "{what} tells {telling:?}: {body}");
    }
}

#[tokio::test]
async fn no_output_names_the_team_or_its_members_until_the_grade_is_released() {
    let (room, id) = blind_room().await;
    let (edition, case) = (room.edition, room.case);
    let api = room.app.api(&room.trainer).await;
    let pages = [
        "/grading".to_owned(),
        "/today".to_owned(),
        "/grading?state=in_review".to_owned(),
        format!("/submissions/{id}"),
        format!("/submissions/{id}/hiding"),
        format!("/editions/{edition}/cases"),
        format!("/editions/{edition}/cases/{case}"),
        format!("/editions/{edition}/cases/{case}/agreement"),
        format!("/editions/{edition}/cases/{case}/calibration"),
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
        // On the pages with a name on them, there is no work.
        for who in 0..3 {
            let preview = room.grader.get(&room.path(who)).await.html;
            assert!(!preview.contains("одной странице"), "{when}: a member's page shows the work");
            let preview = api.get(&format!("/api/v1{}", room.path(who))).await.html;
            assert!(!preview.contains("одной странице"), "{when}: the API shows the work of a member");
        }
    };
    walk("handed in").await;
    let desk = room.grader.get(&format!("/submissions/{id}")).await.text();
    assert!(desk.contains("Участник 1: вклад по ответам команды 2 (из 4)"), "{desk}");
    let member = format!("/submissions/{id}/members/{}", room.people[1].enrolment);
    let less = [("present", "on"), ("points", "-1"), ("reason", "Позже")];
    assert_eq!(room.grader.post(&member, &less).await.status, 409, "nobody is adjusted without a name");
    room.grader.post(&format!("/submissions/{id}/grading"), &FULL).await;
    walk("in review").await;
    assert!(room.letters().await.is_empty(), "nobody is written to before the release");
    assert!(room.completed().await.is_empty());

    room.grader.post(&format!("/submissions/{id}/release"), &[]).await;
    let named = room.grader.get(&format!("/submissions/{id}")).await.html;
    assert!(
        named.contains("Команда Айдаровой") && named.contains(REMARK),
        "released, it has its names again"
    );
    assert_eq!(room.completed().await, room.enrolments(&[0, 1]));
    assert_eq!(room.grader.post(&member, &less).await.status, 200);
}

#[tokio::test]
async fn a_released_version_does_not_name_the_team_of_the_next() {
    let (room, first) = blind_room().await;
    room.grader.post(&format!("/submissions/{first}/grading"), &crate::grading::LOW).await;
    room.grader.post(&format!("/submissions/{first}/release"), &[]).await;
    // Somebody else hands the next version in.
    assert_eq!(room.hand_in(1, "Вторая", &[(0, true), (2, true)]).await.status, 200);
    let second = room.newest().await;
    let api = room.app.api(&room.trainer).await;
    for id in [first, second] {
        silent("the desk", &room.grader.get(&format!("/submissions/{id}")).await.html);
        silent("the API", &api.get(&format!("/api/v1/submissions/{id}")).await.html);
    }
}

#[tokio::test]
async fn whoever_comes_into_the_team_later_does_not_give_it_away() {
    let (room, _) = blind_room().await;
    room.place(3, Some(0)).await;
    for path in [room.path(3), format!("/api/v1{}", room.path(3))] {
        let body = if path.starts_with("/api") {
            room.app.api(&room.trainer).await.get(&path).await.html
        } else {
            room.grader.get(&path).await.html
        };
        // Who is in the team is no secret; which work is theirs is one.
        assert!(!body.contains("Правила на одной странице"), "{path}: {body}");
    }
}

#[tokio::test]
async fn a_copy_to_be_shown_cannot_be_used_to_guess_its_author() {
    let (room, id) = blind_room().await;
    let api = room.app.api(&room.trainer).await;
    let show = format!("/api/v1/submissions/{id}/shown-answer");
    // Of the members and of others alike.
    for name in NAMES {
        let guessed = api.put(&show, serde_json::json!({ "text": format!("Писал {name}") })).await;
        assert_eq!(guessed.status, 422, "{name}: {}", guessed.html);
    }
}
