//! A mentor who comes to a meeting of another edition of the school (L2).

use super::*;

#[actix_web::test]
async fn a_meeting_of_another_edition_closes_the_quarter_of_its_day_and_no_other() {
    let school = School::with_rule().await;
    let mentor = school.mentor("Абаева").await;
    let other = another_edition(&school).await;
    let there = school.app.enrol(other, &mentor.person).await;
    school.noon("2026-05-21");
    attend(&school, (other, there), "in_person").await;
    school.noon("2026-07-10");
    assert_eq!(school.matrix().await, ["Абаева needs_training: missed closed due"]);
    let own = school.app.sign_in(&mentor.person).await;
    let text = own.get(&paths::own_training(mentor.enrolment)).await.text();
    assert!(text.contains("Очно, в другом потоке"), "{text}");
    assert!(text.contains("0 из 2 часов"), "the first hours are this edition's: {text}");
    let to = format!("/api/v1/learn/{}/training", mentor.enrolment);
    let told = school.api(&mentor.person).await.get(&to).await.json();
    assert_eq!(told["visits"][0]["elsewhere"], json!(true), "{told}");
}

#[actix_web::test]
async fn online_there_closes_nothing() {
    let school = School::with_rule().await;
    let mentor = school.mentor("Абаева").await;
    let other = another_edition(&school).await;
    let there = school.app.enrol(other, &mentor.person).await;
    school.noon("2026-05-21");
    attend(&school, (other, there), "online").await;
    school.noon("2026-07-10");
    assert_eq!(school.matrix().await, ["Абаева needs_training: missed missed due"]);
}

#[actix_web::test]
async fn who_is_asked_in_two_editions_of_a_programme_gets_one_letter_about_a_quarter() {
    let school = School::with_rule().await;
    let mentor = school.mentor("Абаева").await;
    let other = another_edition(&school).await;
    school.app.enrol(other, &mentor.person).await;
    let rule = json!({ "initial_minutes": 0, "quarterly": true });
    let to = format!("/api/v1/editions/{other}/training-rule");
    assert_eq!(school.api(&school.administrator).await.put(&to, rule).await.status, 200);
    school.noon("2026-03-24");
    assert_eq!(school.letters().await.len(), 1, "the quarter is the mentor's");
    school.noon("2026-03-25");
    assert_eq!(school.letters().await.len(), 1, "on the next day neither");
}

/// Another edition of the same version at the same organisation, in the same year, taught by the same trainer.
async fn another_edition(school: &School) -> EditionId {
    let id = school.edition;
    let version = move |r: &mut birge::db::Read| Ok(birge::editions::store::edition(r, id)?.unwrap());
    let row = school.app.db.read(version).await.unwrap();
    let (starts_on, ends_on, zone) = (row.starts_on, row.ends_on, row.time_zone);
    let new = NewEdition { starts_on, ends_on, zone, ..NewEdition::of(row.version_id) };
    let other = school.app.open_edition(new).await;
    school.app.teach(other, &school.trainer).await;
    other
}

/// A meeting of today at which the mentor was.
async fn attend(school: &School, (edition, who): (EditionId, EnrolmentId), presence: &str) {
    let trainer = school.api(&school.trainer).await;
    let body = json!({ "activity_id": school.meeting, "held_on": "2026-05-21", "starts": "10:00", "ends": "12:00",
        "mode": "mixed", "place": "Ангарск", "link": "https://meet.example.org/other" });
    let made = trainer.post(&format!("/api/v1/editions/{edition}/sessions"), body).await;
    assert_eq!(made.status, 201, "{}", made.html);
    let marks = json!({ "marks": [{ "enrolment_id": who, "status": "present", "presence": presence }] });
    let saved = trainer.put(&format!("/api/v1/sessions/{}/marks", made.json()["id"]), marks).await;
    assert_eq!(saved.status, 200, "{}", saved.html);
}
