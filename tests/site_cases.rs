//! Cases that trainees bring from their institutions (H4): raised, talked about, hidden when they name people (H7), and
//! read by others only without names and with their authors' consent.

mod api;
mod hiding;
mod in_browser;
mod raising;
mod sharing;
mod talking;

use crate::support::app::TestApp;
use crate::support::browser::{Browser, Page};
use crate::support::fixtures::Person;
use birge::kernel::{EditionId, EnrolmentId, ProgrammeVersionId};

/// What nobody is to read by accident.
pub const SECRET: &str = "Сын подопечного сказал, что больше не приедет";

/// A trainee, a fellow and a trainer of an edition.
pub struct Site {
    pub app: TestApp,
    pub version: ProgrammeVersionId,
    pub edition: EditionId,
    pub trainee: Person,
    pub enrolment: EnrolmentId,
    pub author: Browser,
    pub trainer: Person,
    pub supervisor: Browser,
    pub fellow: Browser,
    pub fellow_place: EnrolmentId,
}

impl Site {
    pub async fn new() -> Site {
        let app = TestApp::spawn().await;
        let version = app.import(crate::content::Course::sample().programme()).await;
        let edition = app.edition(version).await;
        let (trainee, trainer) = (app.person("Сейтқали").await, app.person("Иванова").await);
        app.teach(edition, &trainer).await;
        let enrolment = app.enrol(edition, &trainee).await;
        let other = app.person("Петров").await;
        let fellow_place = app.enrol(edition, &other).await;
        let (author, supervisor) = (app.sign_in(&trainee).await, app.sign_in(&trainer).await);
        let fellow = app.sign_in(&other).await;
        Site { app, version, edition, trainee, enrolment, author, trainer, supervisor, fellow, fellow_place }
    }

    pub fn list(&self) -> String {
        format!("/learn/{}/site-cases", self.enrolment)
    }

    /// Begins a case and gives its address.
    pub async fn begin(&self) -> String {
        let form = self.author.post(&self.list(), &[]).await;
        assert_eq!(form.status, 200, "{}", form.text());
        form.path.strip_suffix("/edit").unwrap_or_else(|| panic!("{}", form.path)).to_owned()
    }

    /// Sends what is typed: as a draft, or to those who teach.
    pub async fn send(&self, case: &str, to: &str, happened: &str) -> Page {
        let revision =
            self.author.get(&format!("{case}/edit")).await.value_of("revision").unwrap_or_default();
        let fields = [
            ("title", "Семья отказалась"),
            ("institution", "Центр помощи"),
            ("happened", happened),
            ("tried", ""),
            ("question", "Что нам делать дальше?"),
            ("revision", revision.as_str()),
        ];
        self.author.post(&format!("{case}/{to}"), &fields).await
    }

    /// A case that was raised.
    pub async fn raised(&self) -> String {
        let case = self.begin().await;
        let page = self.send(&case, "texts", SECRET).await;
        assert!(page.text().contains("Случай отправлен преподавателям"), "{}", page.text());
        case
    }

    /// Writes a nameless text and asks for the author's consent, who gives it or not.
    pub async fn consented(&self, case: &str, agrees: &[(&str, &str)]) {
        let written = self.supervisor.post(&format!("{case}/copy"), &nameless("Подопечный отказался.")).await;
        assert!(written.text().contains("Текст сохранён"), "{}", written.text());
        let asked = self.supervisor.post(&format!("{case}/consent-request"), &[]).await;
        assert!(asked.text().contains("Автору отправлено письмо"), "{}", asked.text());
        let answered = self.answer(case, agrees).await;
        assert!(answered.text().contains("Ответ сохранён"), "{}", answered.text());
    }

    /// What the author says to the text in front of them.
    pub async fn answer(&self, case: &str, agrees: &[(&str, &str)]) -> Page {
        let number = self.author.get(case).await.value_of("number").unwrap_or_default();
        let mut fields = vec![("number", number.as_str())];
        fields.extend_from_slice(agrees);
        self.author.post(&format!("{case}/consent"), &fields).await
    }

    /// Ends a trainer's teaching of the edition.
    pub async fn leaves(&self, person: &Person) {
        let (edition, person) = (self.edition, person.id);
        let leave =
            move |w: &mut birge::db::Write| birge::editions::store::trainers::remove(w, edition, person);
        self.app.db.write(leave).await.unwrap();
    }

    /// What went by mail, the oldest first: to whom, the subject and the text.
    pub async fn letters(&self) -> Vec<(String, String)> {
        self.app.run_jobs().await;
        let letters = self.app.db.read(|r| birge::mail::store::newest(r, None, 50)).await.unwrap();
        let said = |letter: birge::mail::store::MailRow| {
            (letter.to_address.clone(), format!("{}\n{}", letter.subject, letter.body_text))
        };
        letters.into_iter().rev().map(said).collect()
    }
}

/// The fields of a nameless text.
pub fn nameless(situation: &str) -> [(&str, &str); 4] {
    [
        ("title", "Отказ от помощи"),
        ("situation", situation),
        ("task", "Что вы скажете семье?"),
        ("outcome", "Семья вернулась через месяц."),
    ]
}
