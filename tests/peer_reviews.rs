//! Peer reviews: trainees review each other without names on either side, and nobody is left without.

use crate::cases::{PDF, Room};
use crate::grading::FULL;
use crate::support::browser::Browser;
use birge::cases::rules::{CaseSetup, Release};
use birge::db::schema::peer_reviews;
use birge::kernel::{EnrolmentId, PeerReviewId, SubmissionId};
use diesel::prelude::*;
use serde_json::{Value, json};

const NAMES: [&str; 4] = ["Сейтқали", "Петров", "Ахметова", "Орлова"];
const REVIEW: [(&str, &str); 4] =
    [("points.grasp", "4"), ("points.tone", "0"), ("remark", "План ясен"), ("advice", "Назовите время")];
/// After the last deadline of the case.
const CLOSED: &str = "2026-12-01T09:00:00Z";

struct Peers {
    room: Room,
    /// Everybody who has handed in, with what they wrote.
    people: Vec<(Browser, EnrolmentId, SubmissionId)>,
}

impl Peers {
    /// Four works; the first has a file that names its author.
    async fn new() -> Peers {
        let room = Room::new().await;
        room.hand_in("Работа первая", &[("План-Сейтқали.pdf", PDF)]).await;
        let first = room.last().await;
        let author = room.app.sign_in(&room.trainee).await;
        let mut people = vec![(author, room.enrolment, first)];
        for (surname, text) in [("Петров", "вторая"), ("Ахметова", "третья"), ("Орлова", "четвёртая")]
        {
            people.push(hand_in(&room, surname, text).await);
        }
        Peers { room, people }
    }

    fn at(&self, what: &str) -> String {
        format!("/editions/{}/cases/{}/peer-reviews{what}", self.room.edition, self.room.case)
    }

    fn own(&self, place: EnrolmentId) -> String {
        format!("/learn/{place}/cases/{}/peer-reviews", self.room.case)
    }

    async fn set(&self, reviewers: &str, more: &[(&str, &str)]) {
        let mut fields = vec![("reviewers", reviewers), ("days", "7"), ("points", "10")];
        fields.extend(more);
        let page = self.room.grader.post(&self.at(""), &fields).await;
        assert!(page.text().contains("Настройки рецензий сохранены"), "{}", page.text());
    }

    async fn allot(&self) {
        let page = self.room.grader.post(&self.at("/allotment"), &[("early", "on")]).await;
        assert!(page.text().contains("Работы розданы"), "{}", page.text());
    }

    /// Who reviews what, in the order they were asked.
    async fn pairs(&self) -> Vec<(PeerReviewId, SubmissionId, EnrolmentId)> {
        let read = |r: &mut birge::db::Read| {
            Ok(peer_reviews::table
                .order(peer_reviews::id)
                .select((peer_reviews::id, peer_reviews::submission_id, peer_reviews::reviewer_id))
                .load(r.conn())?)
        };
        self.room.app.db.read(read).await.unwrap()
    }

    fn browser(&self, place: EnrolmentId) -> &Browser {
        &self.people.iter().find(|(_, other, _)| *other == place).unwrap().0
    }

    /// Hands in the reviews of everybody but some.
    async fn all_review_but(&self, lazy: &[EnrolmentId]) {
        for (id, _, who) in self.pairs().await {
            if !lazy.contains(&who) {
                let page = self.browser(who).post(&format!("/peer-reviews/{id}"), &REVIEW).await;
                assert_eq!(page.status, 200, "{}", page.text());
            }
        }
    }

    async fn overview(&self) -> Value {
        let api = self.room.app.api(&self.room.trainer).await;
        api.get(&format!("/api/v1{}", self.at(""))).await.json()
    }
}

async fn hand_in(room: &Room, surname: &str, text: &str) -> (Browser, EnrolmentId, SubmissionId) {
    let person = room.app.person(surname).await;
    let place = room.app.enrol(room.edition, &person).await;
    let browser = room.app.sign_in(&person).await;
    let text = format!("Работа {text}");
    let fields = [("text", text.as_str()), ("revision", "0")];
    let path = format!("/learn/{place}/cases/{}/submissions", room.case);
    assert_eq!(browser.post(&path, &fields).await.status, 200);
    (browser, place, room.newest().await)
}

#[tokio::test]
async fn works_are_given_out_when_the_deadline_is_over_and_reviewers_are_told() {
    let peers = Peers::new().await;
    peers.set("2", &[]).await;
    let refused = peers.room.grader.post(&peers.at("/allotment"), &[]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("Срок сдачи ещё не закончился для всех"), "{}", refused.text());
    peers.room.app.run_jobs().await;
    assert!(peers.pairs().await.is_empty(), "before the deadline nothing is given out by itself");
    peers.room.app.set_clock(CLOSED);
    peers.room.app.run_jobs().await;
    let pairs = peers.pairs().await;
    assert_eq!(pairs.len(), 8, "each of four works has two reviewers");
    for (_, place, work) in &peers.people {
        assert_eq!(pairs.iter().filter(|(_, one, _)| one == work).count(), 2);
        assert_eq!(pairs.iter().filter(|(_, _, who)| who == place).count(), 2, "all have the same to do");
        assert!(!pairs.iter().any(|(_, one, who)| one == work && who == place), "nobody reviews their own");
    }
    let letters = peers.room.app.db.read(|r| birge::mail::store::newest(r, None, 50)).await.unwrap();
    assert_eq!(letters.iter().filter(|letter| letter.name == "peer_reviews_asked").count(), 4);
    let another = [("reviewers", "3"), ("days", "7"), ("points", "0")];
    let faulty = peers.room.grader.post(&peers.at(""), &another).await;
    assert!(faulty.text().contains("число рецензентов изменить нельзя"), "{}", faulty.text());
}

#[tokio::test]
async fn neither_side_sees_a_name_and_staff_see_both() {
    let peers = Peers::new().await;
    peers.set("3", &[]).await;
    peers.allot().await;
    let (_, _, first) = peers.people[0];
    let files = peers.pairs().await;
    let (id, _, who) = *files.iter().find(|(_, work, _)| *work == first).unwrap();
    let reviewer = peers.browser(who);
    let own_name = NAMES[peers.people.iter().position(|(_, place, _)| *place == who).unwrap()];
    let page = reviewer.get(&format!("/peer-reviews/{id}")).await;
    assert!(page.text().contains("Работа первая") && page.text().contains("1.pdf"), "{}", page.text());
    for name in NAMES.iter().filter(|name| **name != own_name) {
        assert!(!page.html.contains(name), "{name}: {}", page.html);
    }
    for leading in ["/submissions/", "\"/files/", &format!("/learn/{}/", peers.room.enrolment)] {
        assert!(!page.html.contains(leading), "the page leads to the author: {leading}");
    }
    let file = reviewer.get(&format!("/peer-reviews/{id}/files/1")).await;
    assert_eq!(file.status, 200);
    assert!(file.header("content-disposition").contains("filename=\"1.pdf\""));
    assert_eq!(reviewer.get(&format!("/peer-reviews/{id}/files/2")).await.status, 404);
    let author = &peers.people[0].0;
    assert_eq!(author.get(&format!("/peer-reviews/{id}")).await.status, 404, "not for the author");

    peers.all_review_but(&[]).await;
    let own = author.get(&peers.own(peers.room.enrolment)).await;
    assert!(!own.text().contains("План ясен"), "not before staff show it");
    peers.room.grader.post(&peers.at("/release"), &[]).await;
    let own = author.get(&peers.own(peers.room.enrolment)).await;
    assert_eq!(own.text().matches("План ясен").count(), 3, "{}", own.text());
    for name in &NAMES[1..] {
        assert!(!own.html.contains(name), "{name}: {}", own.html);
    }
    let staff = peers.room.grader.get(&format!("/peer-reviews/{id}")).await;
    assert!(staff.html.contains("Сейтқали") && staff.html.contains(own_name), "{}", staff.text());
    for name in NAMES {
        assert!(peers.room.grader.get(&peers.at("")).await.html.contains(name));
    }
    let stranger = peers.room.app.sign_in(&peers.room.app.person("Чужой").await).await;
    for path in [peers.at(""), peers.own(peers.room.enrolment), format!("/peer-reviews/{id}")] {
        assert_eq!(stranger.get(&path).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn a_review_is_kept_as_typed_and_handed_in_whole() {
    let peers = Peers::new().await;
    peers.set("1", &[]).await;
    peers.allot().await;
    let (id, _, who) = peers.pairs().await[0];
    let (path, reviewer) = (format!("/peer-reviews/{id}"), peers.browser(who));
    let half = [("points.grasp", "2"), ("remark", "Пока так"), ("revision", "0")];
    let saved = reviewer.post(&format!("{path}/draft"), &half).await;
    assert!(saved.html.contains("Пока так") && saved.text().contains("Сохранено в"), "{}", saved.text());
    let stale = [("points.grasp", "4"), ("remark", "С телефона"), ("revision", "0")];
    let both = reviewer.post(&format!("{path}/draft"), &stale).await;
    assert_eq!(both.status, 409);
    assert!(both.html.contains("С телефона") && both.html.contains("Пока так"), "{}", both.text());
    let refused = reviewer.post(&path, &[("points.grasp", "2"), ("advice", "Позвонить")]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("одних баллов автору мало") && refused.html.contains("Позвонить"));
    let done = reviewer.post(&path, &REVIEW).await;
    assert!(done.text().contains("рецензия сдана") && done.text().contains("План ясен"), "{}", done.text());
    assert_eq!(reviewer.post(&path, &REVIEW).await.status, 409, "handed in once");
    assert!(reviewer.get(&peers.own(who)).await.text().contains("За рецензии: 10 из 10"));
    assert_eq!(peers.room.app.audited("peer-review-handed-in").await, 1);
}

#[tokio::test]
async fn what_is_not_written_in_time_goes_to_others_and_nobody_is_left_without() {
    let peers = Peers::new().await;
    peers.set("1", &[]).await;
    peers.allot().await;
    let lazy = peers.people[3].1;
    peers.all_review_but(&[lazy]).await;
    assert_eq!(peers.overview().await["works"][0]["missing"], 1, "what lacks a review stands first");
    peers.room.app.set_clock("2026-09-24T10:00:00Z");
    peers.room.app.run_jobs().await;
    let pairs = peers.pairs().await;
    assert_eq!(pairs.len(), 5);
    let (again, work, other) = *pairs.last().unwrap();
    let before = pairs.iter().find(|(_, one, _)| *one == work).unwrap();
    assert_eq!(before.2, lazy, "the work was the lazy one's to review");
    assert_ne!(other, lazy);
    let old = peers.browser(lazy).get(&format!("/peer-reviews/{}", before.0)).await;
    assert!(old.text().contains("Передана другому") && !old.html.contains("Работа "), "{}", old.text());
    assert!(peers.browser(lazy).get(&peers.own(lazy)).await.text().contains("За рецензии: 0 из 10"));
    assert_eq!(peers.browser(other).post(&format!("/peer-reviews/{again}"), &REVIEW).await.status, 200);
    assert_eq!(peers.overview().await["works"][0]["missing"], 0);
    peers.room.app.set_clock("2026-10-24T10:00:00Z");
    peers.room.app.run_jobs().await;
    assert_eq!(peers.pairs().await.len(), 5, "it goes on once");
}

#[tokio::test]
async fn late_works_are_given_out_too() {
    let peers = Peers::new().await;
    peers.set("2", &[]).await;
    peers.allot().await;
    let (_, _, late) = hand_in(&peers.room, "Поздний", "поздняя").await;
    let page = peers.room.grader.get(&peers.at("")).await;
    assert!(page.text().contains("После раздачи пришло работ: 1"), "{}", page.text());
    peers.room.grader.post(&peers.at("/allotment"), &[]).await;
    let pairs = peers.pairs().await;
    assert_eq!((pairs.len(), pairs.iter().filter(|(_, work, _)| *work == late).count()), (10, 2));
    let again = peers.room.grader.post(&peers.at("/allotment"), &[]).await;
    assert_eq!(again.status, 422, "{}", again.text());
}

#[tokio::test]
async fn a_dropped_review_counts_for_nobody_and_a_hidden_work_needs_none() {
    let peers = Peers::new().await;
    peers.set("1", &[]).await;
    peers.allot().await;
    peers.all_review_but(&[]).await;
    peers.room.grader.post(&peers.at("/release"), &[]).await;
    let pairs = peers.pairs().await;
    let (id, work, who) = pairs[0];
    let author = peers.people.iter().find(|(_, _, one)| *one == work).unwrap();
    let path = format!("/peer-reviews/{id}/dropping");
    assert_eq!(peers.room.grader.post(&path, &[("reason", " ")]).await.status, 422);
    assert_eq!(peers.browser(who).post(&path, &[("reason", "нет")]).await.status, 404);
    peers.room.grader.post(&path, &[("reason", "Одно слово")]).await;
    assert!(!author.0.get(&peers.own(author.1)).await.text().contains("План ясен"));
    let own = peers.browser(who).get(&peers.own(who)).await;
    assert!(own.text().contains("Одно слово") && own.text().contains("За рецензии: 0 из 10"));

    let (id, work, who) = pairs[1];
    let hide = [("reason", "Названа семья")];
    peers.room.grader.post(&format!("/submissions/{work}/hiding"), &hide).await;
    let page = peers.browser(who).get(&format!("/peer-reviews/{id}")).await;
    assert!(page.text().contains("больше не нужно рецензировать") && !page.html.contains("Работа вт"));
    assert!(!page.html.contains("Работа тр") && !page.html.contains("Работа пе"));
    let staff = peers.room.grader.get(&format!("/peer-reviews/{id}")).await;
    assert!(!staff.text().contains("План ясен"), "a hidden version is closed: {}", staff.text());
}

#[tokio::test]
async fn nobody_has_a_name_while_the_case_is_graded_without_names() {
    let peers = Peers::new().await;
    let (blind, release) = (true, Release::ByHand);
    peers.room.set_up(CaseSetup { blind, release, ..CaseSetup::default() }).await;
    peers.set("2", &[]).await;
    peers.allot().await;
    peers.all_review_but(&[]).await;
    let (id, _, _) = peers.pairs().await[0];
    let api = peers.room.app.api(&peers.room.trainer).await;
    for path in [peers.at(""), format!("/peer-reviews/{id}")] {
        let page = peers.room.grader.get(&path).await.html;
        let program = api.get(&format!("/api/v1{path}")).await.html;
        for name in NAMES {
            assert!(!page.contains(name), "{path} tells {name}: {page}");
            assert!(!program.contains(name), "the API at {path} tells {name}: {program}");
        }
    }
}

#[tokio::test]
async fn the_median_is_shown_to_who_grades_where_that_is_set_and_the_grade_is_theirs() {
    let peers = Peers::new().await;
    peers.set("3", &[]).await;
    peers.allot().await;
    peers.all_review_but(&[]).await;
    let desk = format!("/submissions/{}", peers.people[0].2);
    assert!(!peers.room.grader.get(&desk).await.text().contains("Медиана рецензий"));
    peers.set("3", &[("proposes", "on")]).await;
    let shown = peers.room.grader.get(&desk).await;
    assert!(shown.text().contains("Медиана рецензий слушателей"), "{}", shown.text());
    assert!(shown.text().contains("Рецензий: 3"), "{}", shown.text());
    let graded = peers.room.grader.post(&format!("{desk}/grading"), &FULL).await;
    assert!(graded.text().contains("7 из 7"), "{}", graded.text());
}

#[tokio::test]
async fn programs_do_the_same_and_what_is_next_names_reviews() {
    let peers = Peers::new().await;
    let trainer = peers.room.app.api(&peers.room.trainer).await;
    let author = peers.room.app.api(&peers.room.trainee).await;
    let at = format!("/api/v1{}", peers.at(""));
    let wrong = trainer.put(&at, json!({ "reviewers": 9 })).await;
    assert_eq!((wrong.status, wrong.json()["errors"][0]["field"].as_str()), (422, Some("reviewers")));
    assert_eq!(trainer.post(&format!("{at}/allotment"), json!({ "early": true })).await.status, 409);
    let set = trainer.put(&at, json!({ "reviewers": 3, "points": 9 })).await;
    assert_eq!(set.json()["settings"]["days"], 7, "{}", set.html);
    let allotted = trainer.post(&format!("{at}/allotment"), json!({ "early": true })).await;
    assert_eq!(allotted.json()["reviews"], 12, "{}", allotted.html);
    let next = author.get("/api/v1/next").await.json();
    assert_eq!(next["reviews"][0]["count"], 3, "{next}");
    assert!(peers.people[0].0.get("/next").await.text().contains("3 рецензии"));
    let own = format!("/api/v1{}", peers.own(peers.room.enrolment));
    let asked = author.get(&own).await.json()["asked"].clone();
    let review = format!("/api/v1/peer-reviews/{}", asked[0]["id"]);
    let draft = json!({ "points": { "grasp": 2 }, "revision": 0 });
    assert_eq!(author.put(&format!("{review}/draft"), draft.clone()).await.json()["revision"], 1);
    let another = json!({ "points": { "grasp": 4 }, "revision": 0 });
    assert_eq!(author.put(&format!("{review}/draft"), another).await.status, 409);
    assert_eq!(author.get(&review).await.json()["draft"]["points"]["grasp"], 2);
    assert_eq!(author.post(&review, draft).await.status, 422);
    let whole = json!({ "points": { "grasp": 4, "tone": 3 }, "remark": "Хорошо" });
    assert_eq!(author.post(&review, whole).await.status, 204);
    let read = author.get(&own).await.json();
    assert_eq!((read["points"].as_i64(), read["asked"][0]["state"].as_str()), (Some(3), Some("handed_in")));
    let drop = json!({ "reason": "Проба" });
    assert_eq!(trainer.post(&format!("{review}/dropping"), drop).await.status, 204);
    assert_eq!(trainer.post(&format!("{at}/release"), json!({})).await.status, 204);
    assert_eq!(author.get(&own).await.json()["released"], true);
}
