//! The same for programs: from making a set to a member's grade.

use super::TeamRoom;
use serde_json::json;

#[tokio::test]
async fn a_program_makes_teams_hands_in_and_grades() {
    let room = TeamRoom::new().await;
    let (trainer, edition) = (room.app.api(&room.trainer).await, room.edition);
    let sets = format!("/api/v1/editions/{edition}/team-sets");
    let listed = trainer.get(&sets).await.json();
    assert_eq!(
        (&listed["sets"][0]["name"], &listed["cases"][0]["least"]),
        (&json!("Команды хакатона"), &json!(2))
    );
    let unnamed = trainer.post(&sets, json!({ "name": "", "teams": 2 })).await;
    assert_eq!((unnamed.status, &unnamed.json()["errors"][0]["field"]), (422, &json!("name")));
    let made = trainer.post(&sets, json!({ "name": "Игра", "teams": 2 })).await;
    assert_eq!(made.status, 201, "{}", made.html);
    let board = made.json();
    let set = format!("/api/v1/team-sets/{}", board["set"]["id"]);
    let uses = json!({ "cases": [room.case.0] });
    assert_eq!(trainer.put(&format!("{set}/cases"), uses).await.status, 200);
    let wish = json!({ "teams": 2, "seed": 3 });
    let seen = trainer.post(&format!("{set}/balances"), wish).await.json();
    assert_eq!(
        trainer.get(&set).await.json()["unplaced"].as_array().unwrap().len(),
        4,
        "a preview changes nothing"
    );
    let wish = json!({ "teams": 2, "seed": 3, "take": true, "of": seen["of"] });
    assert_eq!(trainer.post(&format!("{set}/balances"), wish).await.status, 200);
    assert_eq!(trainer.get(&set).await.json()["unplaced"], json!([]));
    for who in 0..4 {
        let team = &board["teams"][usize::from(who == 3)]["id"];
        let place = format!("{set}/members/{}", room.people[who].enrolment);
        let placed = trainer.put(&place, json!({ "team_id": team })).await;
        assert_eq!(placed.status, 200, "{}", placed.html);
    }

    let author = room.app.api(&room.people[0].person).await;
    let case = format!("/api/v1{}", room.path(0));
    let told = author.get(&case).await.json();
    assert_eq!(told["team"]["members"].as_array().unwrap().len(), 3, "{told}");
    let (second, outsider) = (room.people[1].enrolment.0, room.people[3].enrolment.0);
    let wrong = json!({ "text": "Правила", "present": [outsider] });
    let refused = author.post(&format!("{case}/submissions"), wrong).await;
    assert_eq!((refused.status, &refused.json()["errors"][0]["field"]), (422, &json!("present")));
    let sent =
        author.post(&format!("{case}/submissions"), json!({ "text": "Правила", "present": [second] })).await;
    assert_eq!(sent.status, 201, "{}", sent.html);
    let id = sent.json()["id"].as_i64().unwrap();
    let ratings = json!({ "ratings": [{ "enrolment_id": second, "rating": 4 }] });
    assert_eq!(author.put(&format!("{case}/ratings/{id}"), ratings).await.status, 204);

    let marks = json!({ "points": { "grasp": 4, "tone": 3 } });
    let graded = trainer.post(&format!("/api/v1/submissions/{id}/grading"), marks).await;
    assert_eq!(graded.status, 201, "{}", graded.html);
    let member = format!("/api/v1/submissions/{id}/members/{second}");
    let unsaid = trainer.put(&member, json!({ "present": true, "points": -1, "reason": "" })).await;
    assert_eq!((unsaid.status, &unsaid.json()["errors"][0]["field"]), (422, &json!("reason")));
    let less = json!({ "present": true, "points": -1, "reason": "Опоздал" });
    assert_eq!(trainer.put(&member, less).await.status, 204);
    let other = room.app.api(&room.people[1].person).await;
    let own = other.get(&format!("/api/v1{}", room.path(1))).await.json();
    let share = own["submissions"][0]["members"].as_array().unwrap().iter();
    let share = share.clone().find(|share| share["enrolment_id"] == second).unwrap();
    assert_eq!((&share["total"], &share["reason"]), (&json!(6), &json!("Опоздал")));
    let absent = room.app.api(&room.people[2].person).await;
    let none = absent.get(&format!("/api/v1{}", room.path(2))).await.json();
    assert!(none["submissions"][0]["grading"].is_null(), "{none}");
}

#[tokio::test]
async fn a_trainee_chooses_a_team_over_the_api() {
    let room = TeamRoom::new().await;
    let trainer = room.app.api(&room.trainer).await;
    let sign_up = format!("/api/v1/team-sets/{}/sign-up", room.set);
    let wrong = trainer.put(&sign_up, json!({ "until": "завтра", "places": 3 })).await;
    assert_eq!((wrong.status, &wrong.json()["errors"][0]["field"]), (422, &json!("until")));
    let open = json!({ "until": "2026-09-20T15:00:00Z", "places": 3 });
    assert_eq!(trainer.put(&sign_up, open).await.status, 200);
    let author = room.app.api(&room.people[0].person).await;
    let path = format!("/api/v1/learn/{}/teams/{}", room.people[0].enrolment, room.set);
    let chosen = author.put(&path, json!({ "team_id": room.teams[1].0 })).await.json();
    assert_eq!((&chosen["mine"], &chosen["open"]), (&json!(room.teams[1].0), &json!(true)));
    assert_eq!(author.put(&path, json!({ "team_id": null })).await.json()["mine"], json!(null));
    let renamed = trainer.put(&format!("/api/v1/teams/{}", room.teams[1]), json!({ "name": "Ветер" })).await;
    assert_eq!(renamed.status, 204);
    let gone = trainer.send(reqwest::Method::DELETE, &format!("/api/v1/teams/{}", room.teams[1]), None).await;
    assert_eq!(gone.status, 204);
    let added =
        trainer.post(&format!("/api/v1/team-sets/{}/teams", room.set), json!({ "name": "Степь" })).await;
    assert_eq!(added.json()["teams"].as_array().unwrap().len(), 2, "{}", added.html);
}
