//! The main job from the course files to a checked document, in a real Chromium, as four people live it: an
//! administrator, a trainee, a trainer, and whoever holds the paper in the end. Nothing is arranged behind the
//! pages but the accounts of the staff and the time; of the shipped courses a lesson, a quiz, a case and a session
//! are gone through by hand, the rest through the actions behind the pages.

use crate::browser::chrome::Chrome;
use crate::support::paper::{code, words};
use crate::support::{PASSWORD, Person, TestApp};
use birge::db::Read;
use birge::db::schema::documents;
use birge::kernel::{DocumentId, EditionId, Language};
use birge::questions::rules::Response;
use birge::questions::rules::response::field_name;
use birge::web::paths;
use diesel::prelude::*;
use texts::{Said, Story, Words};
use thirtyfour::By;

mod closing;
mod rest;
mod texts;

/// Where the trainee gets letters.
const EMAIL: &str = "trainee@test.example";
/// What the trainee thinks of.
const OWN_PASSWORD: &str = "үш қара мысық";

struct Journey {
    app: TestApp,
    story: Story,
    administrator: Person,
    trainer: Person,
}

/// Somebody at a window.
struct Window<'a> {
    chrome: Chrome,
    journey: &'a Journey,
}

impl Journey {
    async fn of(story: Story) -> Journey {
        let app = TestApp::spawn().await;
        let language = Language::from_tag(story.tag).unwrap();
        let administrator = app.person_speaking("Администратор", language).await;
        app.grant(&administrator, "administrator").await;
        let trainer = app.person_speaking("Оспанова", language).await;
        app.grant(&trainer, "trainer").await;
        for person in [&administrator, &trainer] {
            app.give_password(person).await;
        }
        Journey { app, story, administrator, trainer }
    }

    async fn window(&self) -> Window<'_> {
        Window { chrome: Chrome::open(self.story.tag).await, journey: self }
    }

    /// A window in which a person has signed in through the page.
    async fn window_of(&self, email: &str, password: &str) -> Window<'_> {
        let window = self.window().await;
        window.go("/sign-in").await;
        window.chrome.fill("email", email).await;
        window.chrome.fill("password", password).await;
        window.chrome.press(self.story.words.sign_in).await;
        window.chrome.arrives(|path| path != "/sign-in").await;
        window
    }

    /// The link in the letter of the trainee.
    async fn invitation(&self) -> String {
        self.app.run_jobs().await;
        let folder = std::fs::read_dir(self.app.data_dir.join("mail")).unwrap();
        let letters = folder.map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap());
        let letter = letters.filter(|text| text.contains(EMAIL)).find(|text| text.contains("/links/"));
        let letter = letter.expect("a letter with a link");
        let link =
            letter.split_whitespace().find(|word| word.starts_with("http") && word.contains("/links/"));
        link.expect("an address on a line of its own").to_owned()
    }
}

impl Window<'_> {
    fn told(&self) -> (&Said, &Words) {
        (&self.journey.story.said, &self.journey.story.words)
    }

    async fn go(&self, path: &str) {
        self.chrome.go(&format!("{}{path}", self.journey.app.url)).await;
    }

    /// The page says something, and says nothing in a language that nobody chose.
    async fn sees(&self, wanted: &str) {
        self.chrome.sees(wanted).await;
        let text = self.chrome.text().await;
        let foreign = self.journey.story.foreign.iter().find(|word| text.contains(**word));
        assert_eq!(foreign, None, "at {}: {text}", self.chrome.path().await);
    }

    async fn fill(&self, fields: &[(&str, &str)]) {
        for (name, value) in fields {
            self.chrome.fill(name, value).await;
        }
    }

    /// The number after a word in the address of the page.
    async fn number_after(&self, word: &str) -> String {
        let path = self.chrome.path().await;
        let rest = path.split(&format!("/{word}/")).nth(1).unwrap_or_else(|| panic!("no {word} in {path}"));
        rest.split('/').next().unwrap().to_owned()
    }

    async fn imports_the_programme(&self) {
        let (said, say) = self.told();
        self.go("/programmes").await;
        self.chrome.press(say.folders).await;
        self.sees(said.programme).await;
        let folder = format!("main form:has([value='{}']) button", self.journey.story.slug);
        self.chrome.driver.find(By::Css(folder)).await.unwrap().click().await.unwrap();
        self.sees(say.imported).await;
    }

    async fn adds_the_centre(&self) {
        let (said, say) = self.told();
        self.go("/organisations/new").await;
        let fields = [
            ("name", said.organisation),
            ("city", "г. Иркутск"),
            ("licence", "Лицензия № Л035"),
            ("head_post", "Директор"),
            ("head_name", "И. П. Рябинина"),
        ];
        self.fill(&fields).await;
        self.chrome.choose("sector", say.state_sector).await;
        self.chrome.press(say.add).await;
        self.sees(said.organisation).await;
    }

    /// The edition and its session; answers the edition's number.
    async fn opens_an_edition(&self) -> String {
        let (said, say) = self.told();
        self.go("/editions/new").await;
        self.chrome.choose("version", said.programme).await;
        self.chrome.choose("organisation", said.organisation).await;
        self.chrome.choose("time_zone", say.moscow).await;
        let fields = [
            ("title", said.edition),
            ("starts_on", "2026-09-01"),
            ("ends_on", "2026-11-30"),
            ("capacity", "20"),
            ("attendance", "80"),
            ("hours", "100"),
        ];
        self.fill(&fields).await;
        self.chrome.tick("trainers", &self.journey.trainer.id.to_string()).await;
        self.chrome.press(say.open_edition).await;
        self.sees(say.edition_open).await;
        let edition = self.number_after("editions").await;
        self.go(&format!("/editions/{edition}/sessions/new")).await;
        self.chrome.choose("activity", said.meeting).await;
        let fields = [("held_on", "2026-09-22"), ("starts", "10:00"), ("ends", "11:30"), ("place", "305")];
        self.fill(&fields).await;
        self.chrome.tick("mode", "in_person").await;
        self.chrome.press(say.save).await;
        self.sees(say.booked).await;
        edition
    }

    /// The trainee comes from a list, which is looked at first; somebody else is enrolled by hand.
    async fn enrols_two(&self, edition: &str) {
        let (said, say) = self.told();
        self.go(&format!("/editions/{edition}/enrolment-imports/new")).await;
        let folder = tempfile::tempdir().unwrap();
        let list = folder.path().join("list.csv");
        let line = format!("{};{};{EMAIL};{}", said.surname, said.given_name, self.journey.story.tag);
        std::fs::write(&list, format!("Фамилия;Имя;E-mail;Язык\n{line}\n")).unwrap();
        self.chooses(&list).await;
        self.chrome.press(say.check_list).await;
        self.sees(say.list_is_good).await;
        self.sees(said.surname).await;
        self.chrome.press(say.enrol_list).await;
        self.sees(say.list_enrolled).await;
        self.go(&format!("/editions/{edition}/enrolments/new")).await;
        let fields = [("surname", "Уәлиев"), ("given_name", "Қайрат"), ("email", "second@test.example")];
        self.fill(&fields).await;
        self.chrome.tick("language", self.journey.story.tag).await;
        self.chrome.press(say.enrol).await;
        self.sees(say.enrolled).await;
    }

    /// Chooses a file for the field of the page.
    async fn chooses(&self, file: &std::path::Path) {
        let field = self.chrome.driver.find(By::Css("main input[type=file]")).await.unwrap();
        field.send_keys(file.to_str().unwrap()).await.unwrap();
    }

    async fn accepts_the_invitation(&self, link: &str) {
        let (said, say) = self.told();
        self.chrome.go(link).await;
        self.sees(say.think_of_password).await;
        self.chrome.fill("password", OWN_PASSWORD).await;
        self.chrome.press(say.save_and_enter).await;
        self.sees(say.next_session).await;
        self.sees(say.next).await;
        assert_eq!(self.chrome.path().await, "/next");
        self.sees(said.meeting).await;
    }

    async fn reads_the_lesson(&self) {
        let (said, say) = self.told();
        let lesson = self.journey.activity(self.journey.story.by_hand[0]).await;
        self.go(&paths::lesson(self.journey.trainee().await.1, lesson)).await;
        self.sees(said.lesson).await;
        self.chrome.press(say.mark_read).await;
        self.sees(say.is_read).await;
    }

    async fn passes_the_quiz(&self) {
        let (said, say) = self.told();
        let quiz = self.journey.activity(self.journey.story.by_hand[1]).await;
        self.go(&paths::quiz(self.journey.trainee().await.1, quiz)).await;
        self.sees(said.quiz).await;
        self.chrome.press(say.start_quiz).await;
        self.chrome.arrives(|path| path.starts_with("/attempts/")).await;
        for (question, response) in self.journey.answers(quiz).await {
            self.answers(&field_name(question), response).await;
        }
        self.chrome.press(say.hand_in_quiz).await;
        self.sees(say.ready_to_hand_in).await;
        self.chrome.press(say.hand_in_quiz).await;
        self.sees(say.quiz_passed).await;
        self.sees("100").await;
    }

    async fn answers(&self, name: &str, response: Response) {
        match response {
            Response::One(id) => self.chrome.tick(name, &id.0.to_string()).await,
            Response::Many(ids) => {
                for id in ids {
                    self.chrome.tick(name, &id.0.to_string()).await;
                }
            }
            Response::TrueFalse(said) => self.chrome.tick(name, if said { "1" } else { "2" }).await,
            Response::Scale(step) => self.chrome.tick(name, &step.to_string()).await,
            Response::Number(number) => self.chrome.fill(name, &number.to_string()).await,
            Response::Text(text) => self.chrome.fill(name, &text).await,
            Response::Match(pairs) => {
                for (left, right) in pairs {
                    self.chrome.select(&format!("{name}-{}", left.0), &right.0.to_string()).await;
                }
            }
            Response::Order(places) => {
                for (place, id) in (1..).zip(places) {
                    self.chrome.select(&format!("{name}-{}", id.unwrap().0), &format!("{place}")).await;
                }
            }
            other => panic!("nobody answers {other:?} here"),
        }
    }

    async fn hands_in_the_case(&self) {
        let (said, say) = self.told();
        let case = self.journey.activity(self.journey.story.by_hand[2]).await;
        self.go(&paths::case(self.journey.trainee().await.1, case)).await;
        self.sees(said.case).await;
        let folder = tempfile::tempdir().unwrap();
        let plan = folder.path().join("plan.pdf");
        std::fs::write(&plan, b"%PDF-1.7\nplan").unwrap();
        self.chooses(&plan).await;
        self.chrome.fill("text", said.work).await;
        self.chrome.press(say.hand_in_case).await;
        self.chrome.confirm(say.hand_in_case).await;
        self.sees(say.work_waits).await;
    }

    async fn grades_the_work(&self) {
        let (said, say) = self.told();
        self.sees(say.works).await;
        self.chrome.press(said.surname).await;
        self.sees(said.work).await;
        self.sees("plan.pdf").await;
        let best = "const steps = new Map([...document.querySelectorAll('[name^=\"points.\"]')].map(step => [step.name, step]));
            for (const step of steps.values()) step.click()";
        self.chrome.driver.execute(best, vec![]).await.unwrap();
        self.chrome.fill("remark", said.remark).await;
        self.chrome.press(say.save_grade).await;
        self.sees(say.graded).await;
    }

    async fn calls_the_roll(&self) {
        let (said, say) = self.told();
        self.go("/today").await;
        self.sees(say.sessions_today).await;
        self.sees(said.meeting).await;
        self.chrome.press(say.open_roll).await;
        self.sees(said.surname).await;
        self.chrome.press(say.all_present).await;
        self.sees(say.nothing_saved_yet).await;
        self.chrome.press(say.save_marks).await;
        self.sees(say.marks_saved).await;
    }

    async fn issues_the_document(&self, edition: &str) {
        let (said, say) = self.told();
        self.go(&format!("/editions/{edition}/documents")).await;
        self.sees(say.ready).await;
        self.sees(said.surname).await;
        self.chrome.press(say.issue).await;
        self.sees(say.issued).await;
    }

    async fn revokes_the_document(&self) {
        let (said, say) = self.told();
        let load = |r: &mut Read| -> Result<DocumentId, birge::kernel::Problem> {
            Ok(documents::table.select(documents::id).first(r.conn())?)
        };
        let document = self.journey.app.db.read(load).await.unwrap();
        self.go(&paths::document(document)).await;
        self.sees(said.surname).await;
        self.chrome.fill("reason", said.mistake).await;
        self.chrome.press(say.revoke).await;
        self.chrome.confirm(say.revoke).await;
        self.sees(say.revoked).await;
    }

    /// The paper as it is saved to a disk.
    async fn downloads_the_document(&self) -> Vec<u8> {
        let (said, say) = self.told();
        self.go("/documents").await;
        self.sees(say.my_documents).await;
        self.sees(said.programme).await;
        let address = self.chrome.link_to(say.download).await;
        let cookie = format!("birge_session={}", self.chrome.cookie("birge_session").await);
        let address = self.journey.app.stranger().absolute(&address);
        let answer = reqwest::Client::new().get(address).header("cookie", cookie).send().await.unwrap();
        assert_eq!(answer.status().as_u16(), 200);
        answer.bytes().await.unwrap().to_vec()
    }
}

/// From the course files to the day after the session.
async fn learn(journey: &Journey) -> String {
    let administrator = journey.window_of(&journey.administrator.email, PASSWORD).await;
    administrator.imports_the_programme().await;
    administrator.adds_the_centre().await;
    let edition = administrator.opens_an_edition().await;
    administrator.enrols_two(&edition).await;
    administrator.go(&format!("/editions/{edition}/documents")).await;
    administrator.sees(journey.story.words.too_early).await;
    administrator.chrome.close().await;

    let trainee = journey.window().await;
    trainee.accepts_the_invitation(&journey.invitation().await).await;
    trainee.reads_the_lesson().await;
    journey.learns_the_rest().await;
    trainee.passes_the_quiz().await;
    trainee.hands_in_the_case().await;

    journey.app.set_clock("2026-09-22T08:00:00Z");
    let trainer = journey.window_of(&journey.trainer.email, PASSWORD).await;
    trainer.grades_the_work().await;
    trainer.calls_the_roll().await;
    trainer.chrome.close().await;

    journey.learns_the_rest().await;
    journey.holds_the_rest(EditionId(edition.parse().unwrap())).await;

    // Weeks have passed; the session of September is over.
    trainee.chrome.close().await;
    let trainee = journey.window_of(EMAIL, OWN_PASSWORD).await;
    trainee.go("/documents").await;
    trainee.sees(journey.story.words.all_met).await;
    trainee.chrome.close().await;
    edition
}

/// From the last day to the page that a holder of the paper opens.
async fn receive(journey: &Journey, edition: &str) {
    journey.app.set_clock("2026-12-01T09:00:00Z");
    let administrator = journey.window_of(&journey.administrator.email, PASSWORD).await;
    let group = EditionId(edition.parse().unwrap());
    journey.app.ready_for_papers(&journey.administrator, group).await;
    administrator.issues_the_document(edition).await;

    let trainee = journey.window_of(EMAIL, OWN_PASSWORD).await;
    let pdf = trainee.downloads_the_document().await;
    trainee.chrome.close().await;
    let text = words(&pdf);
    for part in journey.story.said.paper {
        assert!(text.contains(part), "{part}: {text}");
    }

    let stranger = journey.window().await;
    let address = code(&pdf);
    assert!(address.starts_with(&format!("{}/v/", journey.app.url)), "{address}");
    stranger.chrome.go(&address).await;
    stranger.sees(journey.story.words.valid).await;
    stranger.sees(journey.story.said.short_name).await;
    let shown = stranger.chrome.text().await;
    assert!(!shown.contains(journey.story.said.given_name), "only initials are shown to strangers: {shown}");

    administrator.revokes_the_document().await;
    administrator.chrome.close().await;
    stranger.chrome.go(&address).await;
    stranger.sees(journey.story.words.invalid).await;
    stranger.chrome.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn from_course_files_to_a_checked_document_in_russian() {
    let journey = Journey::of(Story::russian()).await;
    let edition = learn(&journey).await;
    receive(&journey, &edition).await;
}

/// The interface in a language in which the course is not written.
#[tokio::test(flavor = "multi_thread")]
async fn from_course_files_to_a_checked_document_in_english() {
    let journey = Journey::of(Story::english()).await;
    let edition = learn(&journey).await;
    receive(&journey, &edition).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn from_course_files_to_a_checked_document_in_kazakh() {
    let journey = Journey::of(Story::kazakh()).await;
    let edition = learn(&journey).await;
    receive(&journey, &edition).await;
}
