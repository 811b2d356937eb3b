//! What nobody need watch: the rest of a course, through the same actions as the pages call.

use super::{EMAIL, Journey};
use crate::support::Person;
use birge::db::schema::{enrolments, people};
use birge::db::{Read, Write};
use birge::kernel::{ActivityId, EditionId, EnrolmentId, Minutes, PersonId, QuestionId};
use birge::programmes::rules::ActivityKind;
use birge::progress::rules::ActivityFact;
use birge::questions::rules::{Answer, Question, Response, right_response};
use birge::quizzes::actions::{self as quizzes, AnswerInput};
use birge::quizzes::store as attempts;
use diesel::prelude::*;
use serde_json::json;
use std::collections::BTreeMap;

impl Journey {
    /// The trainee and their place in the edition.
    pub async fn trainee(&self) -> (Person, EnrolmentId) {
        let load = |r: &mut Read| -> Result<(PersonId, EnrolmentId), birge::kernel::Problem> {
            Ok(enrolments::table
                .inner_join(people::table.on(people::id.eq(enrolments::person_id)))
                .filter(people::email.eq(EMAIL))
                .select((people::id, enrolments::id))
                .first(r.conn())?)
        };
        let (id, enrolment) = self.app.db.read(load).await.unwrap();
        (Person { id, email: EMAIL.to_owned() }, enrolment)
    }

    /// An activity of the course by its key.
    pub async fn activity(&self, key: &str) -> ActivityId {
        let (_, enrolment) = self.trainee().await;
        let facts = self.app.facts(enrolment).await;
        facts.into_iter().find(|fact| fact.key == key).unwrap_or_else(|| panic!("no activity {key}")).id
    }

    /// The questions of a quiz with their right responses.
    pub async fn answers(&self, quiz: ActivityId) -> Vec<(QuestionId, Response)> {
        let questions = self.app.db.read(move |r| attempts::questions(r, quiz)).await.unwrap();
        questions.into_iter().map(|(id, question)| (id, right(&question))).collect()
    }

    /// Learns all that is open to learn by oneself, but for what is done by hand.
    pub async fn learns_the_rest(&self) {
        let (person, enrolment) = self.trainee().await;
        let by_hand = self.story.by_hand;
        loop {
            let facts = self.app.facts(enrolment).await;
            let done = |key: &String| facts.iter().any(|fact| fact.key == *key && fact.completed);
            let next = facts.iter().find(|fact| {
                !fact.completed
                    && !fact.is_attended()
                    && !by_hand.contains(&fact.key.as_str())
                    && fact.after.iter().all(done)
            });
            match next {
                Some(fact) => self.learns(&person, enrolment, fact).await,
                None => return,
            }
        }
    }

    async fn learns(&self, person: &Person, enrolment: EnrolmentId, fact: &ActivityFact) {
        let (api, id) = (self.app.api(person).await, fact.id);
        match fact.kind {
            ActivityKind::Lesson => {
                let path = format!("/api/v1/learn/{enrolment}/lessons/{id}/reading");
                let read = api.post(&path, json!({})).await;
                assert!(read.status < 300, "{}: {}", fact.key, read.html);
            }
            ActivityKind::Quiz => {
                self.passes(person, enrolment, id).await;
                self.marks_what_waits().await;
            }
            _ => {
                self.goes_through_the_steps(person, enrolment, id).await;
                self.has_a_team(person, enrolment, id).await;
                let path = format!("/api/v1/learn/{enrolment}/cases/{id}/submissions");
                let work = api.post(&path, json!({ "text": self.story.said.work, "files": [] })).await;
                assert_eq!(work.status, 201, "{}: {}", fact.key, work.html);
                self.grades(work.json()["id"].as_i64().unwrap()).await;
            }
        }
    }

    /// A team for a case that teams hand in: the trainer makes one and puts the trainee into it.
    async fn has_a_team(&self, person: &Person, enrolment: EnrolmentId, case: ActivityId) {
        let path = format!("/api/v1/learn/{enrolment}/cases/{case}");
        if self.app.api(person).await.get(&path).await.json()["state"] != "no_team" {
            return;
        }
        let load = move |r: &mut Read| -> Result<EditionId, birge::kernel::Problem> {
            Ok(enrolments::table
                .filter(enrolments::id.eq(enrolment))
                .select(enrolments::edition_id)
                .first(r.conn())?)
        };
        let edition = self.app.db.read(load).await.unwrap();
        let trainer = self.app.api(&self.trainer).await;
        let made = format!("/api/v1/editions/{edition}/team-sets");
        let made = trainer.post(&made, json!({ "name": "Команды", "teams": 1 })).await;
        assert_eq!(made.status, 201, "{}", made.html);
        let set = format!("/api/v1/team-sets/{}", made.json()["set"]["id"]);
        assert_eq!(trainer.put(&format!("{set}/cases"), json!({ "cases": [case.0] })).await.status, 200);
        let team = json!({ "team_id": made.json()["teams"][0]["id"] });
        let placed = trainer.put(&format!("{set}/members/{enrolment}"), team).await;
        assert_eq!(placed.status, 200, "{}", placed.html);
    }

    /// The steps of a case, where it has any: always the first choice.
    async fn goes_through_the_steps(&self, person: &Person, enrolment: EnrolmentId, case: ActivityId) {
        let api = self.app.api(person).await;
        let path = format!("/api/v1/learn/{enrolment}/cases/{case}/steps");
        let mut at = api.get(&path).await;
        if at.status == 404 {
            return;
        }
        while at.json()["state"] != "ended" {
            let now = at.json();
            let number = now["sequence"].as_i64().unwrap();
            at = if now["state"] == "offered" {
                api.post(&path, json!({ "sequence": number })).await
            } else {
                let choices = now["steps"].as_array().unwrap().last().unwrap()["choices"].as_array().unwrap();
                let body = if choices.is_empty() {
                    json!({ "text": "Спрошу его самого." })
                } else {
                    json!({ "choice": 1 })
                };
                api.post(&format!("{path}/{number}/decision"), body).await
            };
            assert_eq!(at.status, 201, "{}", at.html);
        }
    }

    async fn passes(&self, person: &Person, enrolment: EnrolmentId, quiz: ActivityId) {
        let (actor, now) = (self.app.actor(person).await, self.app.now());
        let job = move |w: &mut Write| {
            let attempt = quizzes::start(w, &actor, (enrolment, quiz), 1, now)?;
            let asked = attempts::attempt(w, attempt)?.unwrap().question_ids.0;
            let mut questions = attempts::questions(w, quiz)?;
            questions.retain(|(question, _)| asked.contains(question));
            for (sequence, (question, definition)) in (0..).zip(questions) {
                let response = right(&definition);
                let input = AnswerInput { attempt, question, sequence, response, check: false, holder: None };
                quizzes::answer(w, actor.person.unwrap(), &input, now)?;
            }
            quizzes::submit(w, &actor, attempt, now)
        };
        self.app.db.write(job).await.unwrap();
    }

    /// Marks every written answer that waits for the trainer.
    async fn marks_what_waits(&self) {
        let api = self.app.api(&self.trainer).await;
        let waiting = api.get("/api/v1/marking").await.json();
        for question in waiting["questions"].as_array().unwrap() {
            let number = |name: &str| question[name].as_i64().unwrap();
            let answers = format!(
                "/api/v1/editions/{}/quizzes/{}/questions/{}/answers",
                number("edition_id"),
                number("activity_id"),
                number("question_id")
            );
            while let Some(answer) = api.get(&answers).await.json()["answer"].as_i64() {
                let marked = api.post(&format!("{answers}/{answer}/mark"), json!({ "points": "1" })).await;
                assert_eq!(marked.status, 201, "{}", marked.html);
            }
        }
    }

    /// Gives a work the highest points.
    async fn grades(&self, work: i64) {
        let api = self.app.api(&self.trainer).await;
        let path = format!("/api/v1/submissions/{work}/grading");
        let lacking = api.post(&path, json!({ "points": {}, "remark": "" })).await.json();
        let errors = lacking["errors"].as_array().unwrap();
        let fields = errors.iter().filter_map(|error| error["field"].as_str()?.strip_prefix("points."));
        let mut points: BTreeMap<String, u32> = fields.map(|field| (field.to_owned(), 5)).collect();
        loop {
            let graded = api.post(&path, json!({ "points": points, "remark": "" })).await;
            if graded.status == 201 {
                return;
            }
            assert_eq!(graded.status, 422, "{}", graded.html);
            // A criterion that does not go so high is named; the level below is tried.
            for error in graded.json()["errors"].as_array().unwrap() {
                let field = error["field"].as_str().unwrap().strip_prefix("points.").unwrap();
                let most = points.get_mut(field).unwrap();
                *most = most.checked_sub(1).unwrap();
            }
        }
    }

    /// Holds every session that was not held before an eye, one a day in October, with the trainee there.
    pub async fn holds_the_rest(&self, edition: EditionId) {
        let (_, enrolment) = self.trainee().await;
        let api = self.app.api(&self.trainer).await;
        let facts = self.app.facts(enrolment).await;
        let held = facts.iter().filter(|fact| fact.is_attended() && fact.credited == Minutes(0));
        let mut sessions = Vec::new();
        for (day, fact) in (1..).zip(held) {
            let ends = 10 * 60 + fact.planned.0;
            let body = json!({
                "activity_id": fact.id, "held_on": format!("2026-10-{day:02}"), "starts": "10:00",
                "ends": format!("{:02}:{:02}", ends / 60, ends % 60), "mode": "in_person", "place": "305",
            });
            let booked = api.post(&format!("/api/v1/editions/{edition}/sessions"), body).await;
            assert_eq!(booked.status, 201, "{}: {}", fact.key, booked.html);
            sessions.push(booked.json()["id"].as_i64().unwrap());
        }
        self.app.set_clock("2026-10-31T12:00:00Z");
        for session in sessions {
            let body = json!({ "marks": [{ "enrolment_id": enrolment, "status": "present" }] });
            let marked = api.put(&format!("/api/v1/sessions/{session}/marks"), body).await;
            assert_eq!(marked.status, 200, "{}", marked.html);
        }
    }
}

fn right(question: &Question) -> Response {
    match &question.answer {
        Answer::Essay { .. } => Response::Text("Позвоню и договорюсь.".into()),
        answer => right_response(answer).unwrap_or(Response::Scale(4)),
    }
}
