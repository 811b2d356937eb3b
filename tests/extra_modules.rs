//! An extra module is assigned by declared lack of experience (A14): to whoever answers that there is none, not to
//! whoever answers that there is; the training centre may decide otherwise and says why.

mod api;
mod deciding;
mod following;
mod in_browser;

use crate::content::Course;
use crate::support::app::TestApp;
use crate::support::browser::{Browser, Page};
use crate::support::fixtures::Person;
use birge::db::schema::modules;
use birge::kernel::{ActivityId, EditionId, EnrolmentId, ModuleId, ProgrammeVersionId};
use birge::progress::actions::{Completed, complete, own_standing};
use birge::progress::rules::ActivityFact;
use birge::progress::store::SourceKind;
use diesel::prelude::*;

const QUESTION: &str = "Работали ли вы раньше с детьми-сиротами?";
const MODULE: &str = "Первая встреча с детьми";

/// An edition of the sample course with an extra module: a group class of two hours, a lesson of one, a quiz.
struct Ground {
    app: TestApp,
    version: ProgrammeVersionId,
    edition: EditionId,
    administrator: Person,
    trainer: Person,
    trainee: Person,
    enrolment: EnrolmentId,
    module: ModuleId,
    lesson: ActivityId,
    quiz: ActivityId,
    class: ActivityId,
}

impl Ground {
    async fn new() -> Ground {
        let app = TestApp::spawn().await;
        let version = app.import(Course::sample().with_extra_module().programme()).await;
        let edition = app.edition(version).await;
        let (administrator, trainer) = (app.administrator().await, app.trainer("Ким").await);
        app.teach(edition, &trainer).await;
        let trainee = app.person("Иванова").await;
        let enrolment = app.enrol(edition, &trainee).await;
        let module = app
            .db
            .read(|r| {
                Ok(modules::table.filter(modules::key.eq("02-extra")).select(modules::id).first(r.conn())?)
            })
            .await
            .unwrap();
        let lesson = app.activity(version, "first-contact").await;
        let quiz = app.activity(version, "contact-quiz").await;
        let class = app.activity(version, "first-group").await;
        Ground {
            app,
            version,
            edition,
            administrator,
            trainer,
            trainee,
            enrolment,
            module,
            lesson,
            quiz,
            class,
        }
    }

    fn course(&self) -> String {
        format!("/learn/{}", self.enrolment)
    }

    fn answers(&self) -> String {
        format!("/learn/{}/declarations/orphan-care/answers", self.enrolment)
    }

    fn lesson_path(&self) -> String {
        format!("/learn/{}/lessons/{}", self.enrolment, self.lesson)
    }

    fn extra(&self) -> String {
        format!("/learn/{}/extra-modules", self.enrolment)
    }

    fn decisions(&self) -> String {
        format!("{}/{}/decisions", self.extra(), self.module)
    }

    async fn browser(&self) -> Browser {
        self.app.sign_in(&self.trainee).await
    }

    async fn answer(&self, said: &str) -> Page {
        self.browser().await.post(&self.answers(), &[("experience-orphan-care", said)]).await
    }

    async fn decide(&self, by: &Person, decision: &str, note: &str) -> Page {
        let browser = self.app.sign_in(by).await;
        browser.post(&self.decisions(), &[("decision", decision), ("note", note)]).await
    }

    async fn page(&self) -> String {
        let page = self.browser().await.get(&self.course()).await;
        assert_eq!(page.status, 200);
        page.text()
    }

    /// The keys of what is asked of the trainee or waits.
    async fn keys(&self) -> Vec<String> {
        self.app.facts(self.enrolment).await.into_iter().map(|fact| fact.key).collect()
    }

    async fn is_theirs(&self) -> bool {
        self.keys().await.iter().any(|key| key == "first-contact")
    }

    /// Completes an activity as its room would.
    async fn complete(&self, activity: ActivityId) {
        let (actor, now, enrolment) = (self.app.actor(&self.trainee).await, self.app.now(), self.enrolment);
        self.app
            .db
            .write(move |w| {
                let standing = own_standing(w, &actor, enrolment)?;
                let fact: ActivityFact =
                    standing.facts.iter().find(|fact| fact.id == activity).unwrap().clone();
                let source_id = activity.0;
                let done = Completed { enrolment, source: SourceKind::Lesson, source_id, result: None };
                complete(w, &fact, done, now)
            })
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn before_the_answer_the_module_waits_and_the_question_is_a_condition() {
    let ground = Ground::new().await;
    let page = ground.page().await;
    for part in
        [QUESTION, MODULE, "Сохранить ответ", "Нет, опыта нет", "Да, опыт есть", "Сначала один вопрос"]
    {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(page.contains(&format!("Вопрос: {QUESTION}")), "named among the conditions: {page}");
    assert!(page.contains(&format!("Откроется, когда вы ответите на вопрос «{QUESTION}»")), "{page}");
    assert!(page.contains("Пройдено 0 из 4"), "what waits is not counted: {page}");
    let lesson = ground.browser().await.get(&ground.lesson_path()).await;
    assert!(lesson.text().contains("Сначала ответьте на вопрос"), "{}", lesson.text());
    assert!(!lesson.text().contains("Отметить прочитанным"), "{}", lesson.text());
    let quiz = format!("/learn/{}/quizzes/{}", ground.enrolment, ground.quiz);
    let quiz = ground.browser().await.get(&quiz).await;
    assert!(quiz.text().contains(QUESTION), "{}", quiz.text());
    let class = format!("/learn/{}/meetings/{}", ground.enrolment, ground.class);
    let class = ground.browser().await.get(&class).await;
    assert!(class.text().contains(QUESTION), "{}", class.text());
    let next = ground.browser().await.get("/next").await.text();
    assert!(next.contains(QUESTION) && next.contains("Ответить на вопрос"), "{next}");
}

#[tokio::test]
async fn no_experience_brings_the_module_into_course_conditions_and_hours() {
    let ground = Ground::new().await;
    let page = ground.answer("no").await;
    assert_eq!(page.path, ground.course());
    let page = page.text();
    assert!(page.contains("Ответ сохранён") && page.contains("Пройдено 0 из 7"), "{page}");
    assert!(!page.contains(&format!("Вопрос: {QUESTION}")), "{page}");
    assert!(page.contains("0 из 12 ч"), "ten hours of sessions and two: {page}");
    assert!(page.contains("0 из 7 ч"), "six hours of one's own and one: {page}");
    assert!(page.contains("Тест о безопасном общении"), "a condition: {page}");
    assert_eq!(ground.browser().await.get(&ground.lesson_path()).await.status, 200);
    let read = format!("{}/reading", ground.lesson_path());
    let after = ground.browser().await.post(&read, &[]).await;
    assert_eq!(after.status, 200, "{}", after.text());
    let hours = ground.browser().await.get("/hours").await.text();
    assert!(hours.contains("Безопасное общение") && hours.contains("19 ч"), "{hours}");
}

#[tokio::test]
async fn experience_leaves_the_programme_as_it_is_for_everybody() {
    let ground = Ground::new().await;
    let page = ground.answer("yes").await.text();
    assert!(page.contains("Пройдено 0 из 4") && page.contains("0 из 10 ч"), "{page}");
    assert!(!page.contains("Тест о безопасном общении"), "{page}");
    assert!(page.contains("не нужен"), "{page}");
    assert_eq!(ground.keys().await, ["meeting", "lesson", "quiz", "case"]);
    let browser = ground.browser().await;
    for path in [
        ground.lesson_path(),
        format!("/learn/{}/quizzes/{}", ground.enrolment, ground.quiz),
        format!("/learn/{}/meetings/{}", ground.enrolment, ground.class),
    ] {
        assert_eq!(browser.get(&path).await.status, 404, "{path}");
    }
    let read = format!("{}/reading", ground.lesson_path());
    assert_eq!(browser.post(&read, &[]).await.status, 404);
    let start = format!("/learn/{}/quizzes/{}/attempts", ground.enrolment, ground.quiz);
    assert_eq!(browser.post(&start, &[]).await.status, 404);
}

#[tokio::test]
async fn an_answer_can_be_changed_until_work_begins() {
    let ground = Ground::new().await;
    ground.answer("yes").await;
    assert!(!ground.is_theirs().await);
    ground.answer("no").await;
    assert!(ground.is_theirs().await);
    let again = ground.answer("no").await;
    assert_eq!(again.status, 200, "the same answer changes nothing");
    assert_eq!(ground.app.audited("experience-declared").await, 2);
    ground.browser().await.post(&format!("{}/reading", ground.lesson_path()), &[]).await;
    let refused = ground.answer("yes").await;
    assert_eq!(refused.status, 409, "{}", refused.text());
    assert!(ground.is_theirs().await);
    let page = ground.page().await;
    assert!(page.contains("Работа в модуле уже начата") && !page.contains("Изменить ответ"), "{page}");
}

#[tokio::test]
async fn nothing_chosen_is_said_beside_the_question_and_nothing_is_saved() {
    let ground = Ground::new().await;
    let page = ground.answer("").await;
    assert_eq!(page.status, 422);
    assert!(page.text().contains("Выберите один из вариантов"), "{}", page.text());
    assert_eq!(ground.answer("maybe").await.status, 422);
    assert_eq!(ground.app.audited("experience-declared").await, 0);
}

#[tokio::test]
async fn only_the_trainee_answers_and_only_what_is_asked() {
    let ground = Ground::new().await;
    let stranger = ground.app.person("Чужой").await;
    for person in [&stranger, &ground.trainer, &ground.administrator] {
        let browser = ground.app.sign_in(person).await;
        for said in ["no", ""] {
            let page = browser.post(&ground.answers(), &[("experience-orphan-care", said)]).await;
            assert_eq!(page.status, 404, "{}", person.email);
        }
    }
    let other = ground.answers().replace("orphan-care", "other");
    let page = ground.browser().await.post(&other, &[("experience-other", "no")]).await;
    assert_eq!(page.status, 404);
    assert!(ground.app.facts(ground.enrolment).await.iter().any(|fact| fact.question.is_some()));
}

#[tokio::test]
async fn after_the_end_of_the_edition_nobody_answers_any_more() {
    let ground = Ground::new().await;
    ground.app.set_clock("2026-12-05T06:00:00Z");
    assert_eq!(ground.answer("no").await.status, 409);
    let page = ground.page().await;
    assert!(!page.contains("Сохранить ответ"), "{page}");
    assert!(page.contains("Поток завершён, ответ больше не меняется"), "{page}");
    let lesson = ground.browser().await.get(&ground.lesson_path()).await.text();
    assert!(!lesson.contains("Слово за словом"), "the lesson is not known to be theirs");
}

#[tokio::test]
async fn with_a_document_the_answer_stays() {
    let ground = Ground::new().await;
    ground.answer("yes").await;
    ground.app.let_issue(ground.app.centre().await).await;
    ground.app.set_clock("2026-11-30T06:00:00Z");
    ground.app.issue(&ground.administrator, ground.edition, ground.enrolment).await;
    assert_eq!(ground.answer("no").await.status, 409);
    assert!(ground.page().await.contains("Документ уже выдан"));
}

#[test]
fn a_programme_without_questions_is_written_down_as_before() {
    let plain = serde_json::to_string(&Course::sample().programme()).unwrap();
    assert!(!plain.contains("declarations") && !plain.contains("extra_for"), "its hash would change");
    let programme = Course::sample().with_extra_module().programme();
    assert_eq!(programme.hours.total().0, 16, "the extra hours come on top");
    assert_eq!(programme.modules[1].extra_for.as_deref(), Some("orphan-care"));
}
