//! Teams, and cases that teams hand in together (H6, I2).

mod api;
mod blind;
mod boards;
mod choosing;
mod deadlines;
mod examples;
mod former;
mod grading;
mod ratings;
mod unplaced;
mod works;

use crate::content::Course;
use crate::support::app::TestApp;
use crate::support::browser::{Browser, Page};
use crate::support::fixtures::Person;
use birge::db::schema::{completions, mails, submissions};
use birge::kernel::{ActivityId, EditionId, EnrolmentId, SubmissionId, TeamId, TeamSetId};
use birge::teams::store;
use diesel::prelude::*;

/// A trainee of the room.
pub struct Member {
    pub person: Person,
    pub enrolment: EnrolmentId,
    pub browser: Browser,
}

/// An edition with a team case, its trainer, four trainees, and a set with two empty teams.
pub struct TeamRoom {
    pub app: TestApp,
    pub edition: EditionId,
    pub case: ActivityId,
    pub trainer: Person,
    pub grader: Browser,
    pub people: Vec<Member>,
    pub set: TeamSetId,
    pub teams: Vec<TeamId>,
}

pub fn team_course() -> Course {
    let case = "01-first/04-case.ru.case.md";
    Course::sample().replace(
        case,
        "due_days = 14\n",
        "due_days = 14\nteam = true\nteam_least = 2\nteam_most = 3\n",
    )
}

pub const NAMES: [&str; 4] = ["Айдарова", "Болатов", "Васильева", "Громов"];

impl TeamRoom {
    pub async fn new() -> TeamRoom {
        let app = TestApp::spawn().await;
        let version = app.import(team_course().programme()).await;
        let edition = app.edition(version).await;
        let trainer = app.person("Иванова").await;
        app.teach(edition, &trainer).await;
        let mut people = Vec::new();
        for name in NAMES {
            let person = app.person(name).await;
            let enrolment = app.enrol(edition, &person).await;
            let browser = app.sign_in(&person).await;
            people.push(Member { person, enrolment, browser });
        }
        let grader = app.sign_in(&trainer).await;
        let made = [("name", "Команды хакатона"), ("teams", "2")];
        let page = grader.post(&format!("/editions/{edition}/teams"), &made).await;
        assert_eq!(page.status, 200, "{}", page.text());
        let (set, teams) = app
            .db
            .read(move |r| {
                let set = store::sets(r, edition)?.remove(0).id;
                Ok((set, store::teams(r, set)?.into_iter().map(|team| team.id).collect()))
            })
            .await
            .unwrap();
        let case = app.activity(version, "case").await;
        TeamRoom { app, edition, case, trainer, grader, people, set, teams }
    }

    /// The same with the first three in the first team and the last one in the second.
    pub async fn filled() -> TeamRoom {
        let room = TeamRoom::new().await;
        for (who, team) in [(0, 0), (1, 0), (2, 0), (3, 1)] {
            room.place(who, Some(team)).await;
        }
        room
    }

    pub async fn place(&self, who: usize, team: Option<usize>) {
        let enrolment = self.people[who].enrolment.to_string();
        let team = team.map(|team| self.teams[team].to_string()).unwrap_or_default();
        let fields = [("enrolment", enrolment.as_str()), ("team", team.as_str())];
        let page = self.grader.post(&format!("/team-sets/{}/members", self.set), &fields).await;
        assert_eq!(page.status, 200, "{}", page.text());
    }

    pub fn path(&self, who: usize) -> String {
        format!("/learn/{}/cases/{}", self.people[who].enrolment, self.case)
    }

    pub async fn open(&self, who: usize) -> Page {
        self.people[who].browser.get(&self.path(who)).await
    }

    /// Hands in with what is on the page now; `present` says of others by their number whether they were there.
    pub async fn hand_in(&self, who: usize, text: &str, present: &[(usize, bool)]) -> Page {
        let revision = self.open(who).await.value_of("revision").unwrap_or_default();
        let said: Vec<(String, &str)> = present
            .iter()
            .map(|(other, yes)| {
                (format!("present.{}", self.people[*other].enrolment), if *yes { "yes" } else { "no" })
            })
            .collect();
        let mut fields = vec![("text", text), ("revision", revision.as_str())];
        fields.extend(said.iter().map(|(name, value)| (name.as_str(), *value)));
        self.people[who].browser.post(&format!("{}/submissions", self.path(who)), &fields).await
    }

    /// Hands in for the first team: the first two were there, the third was not.
    pub async fn handed_in(&self) -> SubmissionId {
        let page = self.hand_in(0, "Правила на одной странице", &[(1, true), (2, false)]).await;
        assert_eq!(page.status, 200, "{}", page.text());
        self.newest().await
    }

    pub async fn newest(&self) -> SubmissionId {
        let newest = |r: &mut birge::db::Read| {
            Ok(submissions::table.order(submissions::id.desc()).select(submissions::id).first(r.conn())?)
        };
        self.app.db.read(newest).await.unwrap()
    }

    /// Of whom the case is completed.
    pub async fn completed(&self) -> Vec<EnrolmentId> {
        let case = self.case;
        let those = move |r: &mut birge::db::Read| {
            Ok(completions::table
                .filter(completions::activity_id.eq(case))
                .order(completions::enrolment_id)
                .select(completions::enrolment_id)
                .load(r.conn())?)
        };
        self.app.db.read(those).await.unwrap()
    }

    /// To whom letters of a kind went.
    pub async fn letters(&self) -> Vec<String> {
        self.app.run_jobs().await;
        let to = |r: &mut birge::db::Read| {
            Ok(mails::table.order(mails::id).select(mails::to_address).load::<String>(r.conn())?)
        };
        self.app.db.read(to).await.unwrap()
    }

    pub fn enrolments(&self, who: &[usize]) -> Vec<EnrolmentId> {
        who.iter().map(|who| self.people[*who].enrolment).collect()
    }
}
