//! The work of a team: one draft, one version, the members of that day.

use super::{NAMES, TeamRoom};
use crate::cases::PDF;
use crate::support::queries::asked;
use birge::cases::actions::{self, Which};
use birge::cases::store;
use birge::db::schema::{submission_members, submissions};
use diesel::prelude::*;

#[tokio::test]
async fn one_version_reaches_the_queue_with_who_was_present() {
    let room = TeamRoom::filled().await;
    let id = room.handed_in().await;
    let (count, shares) = room
        .app
        .db
        .read(move |r| {
            let count: i64 = submissions::table.count().get_result(r.conn())?;
            let shares: Vec<(birge::kernel::EnrolmentId, bool)> = submission_members::table
                .filter(submission_members::submission_id.eq(id))
                .order(submission_members::enrolment_id)
                .select((submission_members::enrolment_id, submission_members::present))
                .load(r.conn())?;
            Ok((count, shares))
        })
        .await
        .unwrap();
    assert_eq!(count, 1, "one submission for a team");
    let there: Vec<bool> = shares.iter().map(|(_, present)| *present).collect();
    assert_eq!(there, [true, true, false]);
    let queue = room.grader.get("/grading").await.text();
    assert!(queue.contains("Команда 1") && !queue.contains("Команда 2"), "{queue}");
    for who in 0..3 {
        let page = room.open(who).await.text();
        assert!(page.contains("Работа ждёт проверки") && page.contains("Участвовали:"), "{page}");
    }
    assert!(!room.open(3).await.text().contains("Работа ждёт проверки"), "another team has not handed in");
}

#[tokio::test]
async fn each_member_is_asked_for_and_nothing_typed_is_lost() {
    let room = TeamRoom::filled().await;
    let page = room.hand_in(0, "Правила", &[(1, true)]).await;
    assert_eq!(page.status, 422);
    let text = page.text();
    assert!(text.contains("Васильева") && text.contains("скажите, было ли участие"), "{text}");
    assert!(text.contains("Правила"), "the text stays: {text}");
    let said = format!("name=\"present.{}\" value=\"yes\" checked", room.people[1].enrolment);
    assert!(page.html.contains(&said), "what was said of the other stays: {}", page.html);
    assert!(!room.open(1).await.text().contains("Работа ждёт проверки"));
}

#[tokio::test]
async fn every_member_writes_one_draft_and_is_told_who_was_quicker() {
    let room = TeamRoom::filled().await;
    let draft = |who: usize| format!("{}/draft", room.path(who));
    let first = [("text", "Пишет первая"), ("revision", "0")];
    assert_eq!(room.people[0].browser.post(&draft(0), &first).await.status, 200);
    let second = room.open(1).await;
    assert!(second.text().contains("Пишет первая"), "{}", second.text());
    assert!(
        second.text().contains("Последним черновик сохранил другой участник: Айдарова"),
        "{}",
        second.text()
    );

    let stale = room.people[1].browser.post(&draft(1), &[("text", "Пишет второй"), ("revision", "0")]).await;
    assert_eq!(stale.status, 409);
    let text = stale.text();
    assert!(
        text.contains("Пишет второй") && text.contains("Пишет первая") && text.contains("Айдарова"),
        "{text}"
    );

    assert!(!room.open(3).await.text().contains("Пишет первая"), "another team has its own draft");
    let joined = [("text", "Пишут обе"), ("revision", "1")];
    assert_eq!(room.people[1].browser.post(&draft(1), &joined).await.status, 200);
    assert_eq!(
        room.hand_in(2, "Пишут все", &[(0, true), (1, true)]).await.status,
        200,
        "any member hands in"
    );
}

#[tokio::test]
async fn a_file_is_for_the_team_and_nobody_else() {
    let room = TeamRoom::filled().await;
    let files = vec![("files", "page.pdf", PDF.to_vec())];
    let fields = [("text", "Правила"), ("revision", "0")];
    let saved =
        room.people[0].browser.post_multipart(&format!("{}/draft", room.path(0)), &fields, &files).await;
    let file = crate::cases::first_file(&saved);
    let path = format!("/files/{file}");
    assert_eq!(room.people[1].browser.status_of(&path).await, 200);
    assert_eq!(room.people[3].browser.status_of(&path).await, 404);
    assert_eq!(room.grader.status_of(&path).await, 404, "a draft is no work yet");
    room.handed_in().await;
    assert_eq!(room.people[2].browser.status_of(&path).await, 200, "a member of that day reads it");
    assert_eq!(room.people[3].browser.status_of(&path).await, 404);
    assert_eq!(room.grader.status_of(&path).await, 200);
    room.place(1, None).await;
    assert_eq!(
        room.people[1].browser.status_of(&path).await,
        200,
        "what was handed in with them stays theirs"
    );
}

#[tokio::test]
async fn who_has_no_team_reads_what_to_do_and_cannot_write() {
    let room = TeamRoom::new().await;
    let page = room.open(0).await.text();
    assert!(page.contains("Этот кейс сдают командой, от 2 до 3 человек"), "{page}");
    assert!(page.contains("Напишите преподавателю"), "{page}");
    let draft = [("text", "Начну один"), ("revision", "0")];
    let refused = room.people[0].browser.post(&format!("{}/draft", room.path(0)), &draft).await;
    assert_eq!(refused.status, 409);
    assert!(refused.text().contains("Вы пока не в команде") && refused.text().contains("Начну один"));
}

#[tokio::test]
async fn a_version_keeps_its_members_whoever_comes_and_goes() {
    let room = TeamRoom::filled().await;
    let id = room.handed_in().await;
    room.place(1, Some(1)).await;
    room.place(3, Some(0)).await;
    let desk = room.grader.get(&format!("/submissions/{id}")).await.text();
    assert!(desk.contains(NAMES[1]) && !desk.contains(NAMES[3]), "{desk}");
    let page = room.grader.post(&format!("/submissions/{id}/grading"), &crate::grading::FULL).await;
    assert_eq!(page.status, 200, "{}", page.text());
    assert_eq!(room.completed().await, room.enrolments(&[0, 1]));
    let late = room.open(3).await.text();
    assert!(late.contains("Без вас") && !late.contains("Кейс зачтён"), "who came later has no part: {late}");
}

#[tokio::test]
async fn a_team_that_has_handed_in_is_not_reminded() {
    let room = TeamRoom::filled().await;
    room.handed_in().await;
    let reminded = room.app.db.read(|r| {
        let now = birge::kernel::Moment::parse("2026-09-12T06:00:00Z").unwrap();
        birge::cases::actions::reminders(r, now)
    });
    let reminded = format!("{:?}", reminded.await.unwrap());
    let named = |who: usize| reminded.contains(&format!("EnrolmentId({})", room.people[who].enrolment));
    assert!(named(3) && !named(0) && !named(1) && !named(2), "{reminded}");
}

#[tokio::test]
async fn the_page_of_a_team_reads_nobody_but_its_members() {
    let room = TeamRoom::filled().await;
    let (actor, now) = (room.app.actor(&room.people[0].person).await, room.app.now());
    let which = Which { enrolment: room.people[0].enrolment, activity: room.case };
    let queries = asked(&room.app.db, move |r| actions::open(r, &actor, which, now)).await;
    let of_people = |query: &&String| query.contains("team_members") && query.contains("people.surname");
    let of_people: Vec<&String> = queries.iter().filter(of_people).collect();
    assert_eq!(of_people.len(), 1, "{queries:?}");
    assert!(of_people[0].contains("team_members.team_id ="), "all people of the edition: {of_people:?}");
}

#[tokio::test]
async fn who_was_present_stays_with_the_draft_without_scripts_too() {
    let room = TeamRoom::filled().await;
    let chosen = |page: &crate::support::Page, who: usize, word: &str| {
        let field = format!("name=\"present.{}\" value=\"{word}\" checked", room.people[who].enrolment);
        page.html.contains(&field)
    };
    let said = format!("present.{}", room.people[1].enrolment);
    let fields = [("text", "Правила"), ("revision", "0"), (said.as_str(), "no")];
    let saved = room.people[0].browser.post(&format!("{}/draft", room.path(0)), &fields).await;
    assert_eq!(saved.status, 200, "{}", saved.text());
    assert!(chosen(&saved, 1, "no"), "what was answered stays: {}", saved.html);
    let other = room.open(2).await;
    assert!(chosen(&other, 1, "no") && !chosen(&other, 0, "yes"), "for everybody who writes: {}", other.html);
    room.hand_in(0, "Правила", &[(1, true), (2, true)]).await;
    room.grader.post(&format!("/submissions/{}/grading", room.newest().await), &crate::grading::LOW).await;
    let next = room.open(0).await;
    assert!(!chosen(&next, 1, "yes") && !chosen(&next, 1, "no"), "for the next version it is asked anew");
}

#[tokio::test]
async fn a_page_that_is_behind_changes_nothing_about_who_was_present() {
    let room = TeamRoom::filled().await;
    let (said, stranger) =
        (format!("present.{}", room.people[1].enrolment), format!("present.{}", room.people[3].enrolment));
    let save = async |who: usize, word: &str| {
        let fields =
            [("text", "Правила"), ("revision", "0"), (said.as_str(), word), (stranger.as_str(), "yes")];
        let saved = room.people[who].browser.post(&format!("{}/draft", room.path(who)), &fields).await;
        assert_eq!(saved.status, 200, "{}", saved.text());
    };
    save(0, "no").await;
    save(2, "yes").await;
    let (team, case) = (room.teams[0], room.case);
    let read = move |r: &mut birge::db::Read| store::draft(r, store::DraftOf::Team(team), case);
    let kept = room.app.db.read(read).await.unwrap().expect("the draft").present.0;
    let wanted = [(room.people[1].enrolment, false)];
    assert_eq!(kept.into_iter().collect::<Vec<_>>(), wanted, "nobody of another team, nothing from before");
}
