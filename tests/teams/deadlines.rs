//! The deadline of a team: the latest that any of its members has (H6).

use super::TeamRoom;
use birge::cases::actions::{Reminder, reminders};
use birge::kernel::Moment;

const LATER: &str = "До вс, 20 сентября, 23:59 по Москве";

async fn extended() -> TeamRoom {
    let room = TeamRoom::filled().await;
    let extensions = format!("/editions/{}/cases/{}/extensions", room.edition, room.case);
    let one = format!("trainee-{}", room.people[1].enrolment);
    let fields = [("whom", one.as_str()), ("due_on", "2026-09-20"), ("reason", "Болезнь")];
    let made = room.grader.post(&extensions, &fields).await;
    assert_eq!(made.status, 200, "{}", made.text());
    room
}

#[tokio::test]
async fn what_is_next_names_the_teams_latest_deadline_as_the_case_does() {
    let room = extended().await;
    room.app.set_clock("2026-09-15T09:00:00Z");
    for who in [0, 1, 2] {
        assert!(room.open(who).await.text().contains(LATER), "the case of member {who}");
        let next = room.people[who].browser.get("/next").await.text();
        assert!(next.contains("Сдать до: вс, 20 сентября, 23:59"), "the first page of member {who}: {next}");
    }
    let other = room.people[3].browser.get("/next").await.text();
    assert!(!other.contains("20 сентября"), "another team has its own: {other}");
}

#[tokio::test]
async fn a_team_is_reminded_of_its_own_deadline() {
    let room = extended().await;
    let at = async |moment: &str| {
        let now = Moment::parse(moment).unwrap();
        let found: Vec<Reminder> = room.app.db.read(move |r| reminders(r, now)).await.unwrap();
        let text = format!("{found:?}");
        (0..4).filter(|who| text.contains(&format!("EnrolmentId({})", room.people[*who].enrolment))).collect()
    };
    let early: Vec<usize> = at("2026-09-12T06:00:00Z").await;
    assert_eq!(early, [3], "three days before the deadline of the case");
    let later: Vec<usize> = at("2026-09-17T06:00:00Z").await;
    assert_eq!(later, [0, 1, 2], "three days before the deadline of the team");
}
