//! Results and statistics of quizzes (G9).

use crate::content::Course;
use crate::support::app::TestApp;
use crate::support::browser::Browser;
use crate::support::fixtures::Person;
use birge::kernel::{ActivityId, AttemptId, EditionId, QuestionId};
use birge::questions::rules::{Answer, Question, Response};
use birge::quizzes::actions::{self as quizzes, AnswerInput};
use birge::quizzes::store as attempts;
use birge::web::paths;

/// The quiz of the sample course, open at once, with its trainer.
struct Class {
    app: TestApp,
    edition: EditionId,
    quiz: ActivityId,
    trainer: Person,
    browser: Browser,
}

impl Class {
    async fn new() -> Class {
        let app = TestApp::spawn().await;
        let course = Course::sample().replace("01-first/module.toml", "after = [\"lesson\"]\n", "");
        let version = app.import(course.programme()).await;
        let edition = app.edition(version).await;
        let quiz = app.activity(version, "quiz").await;
        let trainer = app.trainer("Иванова").await;
        app.teach(edition, &trainer).await;
        let browser = app.sign_in(&trainer).await;
        Class { app, edition, quiz, trainer, browser }
    }

    /// A trainee hands an attempt in; `answer` says what to each question, `None` for nothing.
    async fn sit(
        &self,
        person: &Person,
        answer: impl Fn(&Question) -> Option<Response> + Send + 'static,
    ) -> AttemptId {
        let actor = self.app.actor(person).await;
        let (quiz, edition, now, id) = (self.quiz, self.edition, self.app.now(), person.id);
        self.app
            .db
            .write(move |w| {
                let known = birge::editions::store::enrolments::of_person(w, edition, id)?;
                let enrolment = known.map(|row| row.id).unwrap();
                let attempt = quizzes::start(w, &actor, (enrolment, quiz), 1, now)?;
                let mut sequence = 0;
                for (question, definition) in attempts::questions(w, quiz)? {
                    let Some(response) = answer(&definition) else { continue };
                    let input =
                        AnswerInput { attempt, question, sequence, response, check: false, holder: None };
                    quizzes::answer(w, id, &input, now)?;
                    sequence += 1;
                }
                quizzes::submit(w, &actor, attempt, now)?;
                Ok(attempt)
            })
            .await
            .unwrap()
    }

    async fn trainee(&self, surname: &str) -> Person {
        let person = self.app.person(surname).await;
        self.app.enrol(self.edition, &person).await;
        person
    }

    async fn question(&self, key: &str) -> (QuestionId, Question) {
        let quiz = self.quiz;
        let all = self.app.db.read(move |r| attempts::questions(r, quiz)).await.unwrap();
        all.into_iter().find(|(_, question)| question.key == key).unwrap()
    }

    /// A trainee answers one question several times and hands in.
    async fn sit_changing(&self, person: &Person, question: QuestionId, said: [Response; 3]) {
        let actor = self.app.actor(person).await;
        let (quiz, edition, now, id) = (self.quiz, self.edition, self.app.now(), person.id);
        let job = move |w: &mut birge::db::Write| {
            let known = birge::editions::store::enrolments::of_person(w, edition, id)?;
            let attempt = quizzes::start(w, &actor, (known.map(|row| row.id).unwrap(), quiz), 1, now)?;
            for (sequence, response) in (0..).zip(said.clone()) {
                let input = AnswerInput { attempt, question, sequence, response, check: false, holder: None };
                quizzes::answer(w, id, &input, now)?;
            }
            quizzes::submit(w, &actor, attempt, now)
        };
        self.app.db.write(job).await.unwrap();
    }
}

fn right(question: &Question) -> Option<Response> {
    birge::questions::rules::right_response(&question.answer)
}

/// Everything right but «one», where the other choice is taken.
fn misled(question: &Question) -> Option<Response> {
    match &question.answer {
        Answer::One(right) => {
            let text = question.texts.values().next()?;
            text.choices.iter().map(|choice| choice.id).find(|id| id != right).map(Response::One)
        }
        _ => right(question),
    }
}

#[actix_web::test]
async fn the_page_says_which_wrong_answer_is_chosen_and_what_to_do() {
    let class = Class::new().await;
    for number in 0..12 {
        let person = class.trainee(&format!("Слушатель{number}")).await;
        if number < 9 {
            class.sit(&person, misled).await;
        } else {
            class.sit(&person, right).await;
        }
    }
    let address = paths::quiz_statistics(class.edition, class.quiz);
    let page = class.browser.get(&address).await;
    assert_eq!(page.status, 200);
    let text = page.text();
    assert!(text.contains("Трое из четырёх выбирают неверный ответ «нет, другой»"), "{text}");
    assert!(text.contains("По 12 попыткам"), "{text}");
    assert!(text.contains("Почти все отвечают верно"), "{text}");

    let api = class.app.api(&class.trainer).await;
    let json = api.get(&format!("/api/v1{address}")).await.json();
    let one = class.question("one").await.0.0;
    let found = json["questions"].as_array().unwrap().iter().find(|line| line["question_id"] == one).unwrap();
    assert_eq!((found["facility"].as_f64(), found["count"].as_i64()), (Some(0.25), Some(12)));
    let chosen: Vec<_> =
        found["choices"].as_array().unwrap().iter().map(|one| one["chosen"].as_i64().unwrap()).collect();
    assert_eq!(chosen.iter().sum::<i64>(), 12);
    assert!(found["discrimination"].is_null(), "the rest is the same for everybody: {found}");
    assert!((json["mean"].as_f64().unwrap() - (3.0 + 9.0 * 6.0 / 7.0) / 12.0).abs() < 1e-9, "{json}");
}

/// What is counted is what was answered last, and only in the attempts that are looked at (G9).
#[actix_web::test]
async fn an_answer_that_was_changed_counts_once() {
    let class = Class::new().await;
    let (one, definition) = class.question("one").await;
    let Answer::One(truth) = definition.answer else { panic!() };
    let text = definition.texts.values().next().unwrap();
    let other = text.choices.iter().map(|choice| choice.id).find(|id| *id != truth).unwrap();
    for (surname, said) in [("Аннина", [truth, other, truth]), ("Борисов", [truth, truth, other])]
    {
        let person = class.trainee(surname).await;
        class.sit_changing(&person, one, said.map(Response::One)).await;
        // A second attempt, which the first ones do not look at.
        class.sit_changing(&person, one, [other, other, other].map(Response::One)).await;
    }
    let api = class.app.api(&class.trainer).await;
    let address = paths::quiz_statistics(class.edition, class.quiz);
    let json = api.get(&format!("/api/v1{address}?attempts=first")).await.json();
    let found =
        json["questions"].as_array().unwrap().iter().find(|line| line["question_id"] == one.0).unwrap();
    let chosen: Vec<_> =
        found["choices"].as_array().unwrap().iter().map(|one| one["chosen"].as_i64().unwrap()).collect();
    assert_eq!(chosen, [1, 1], "{found}");
}

#[actix_web::test]
async fn first_attempts_and_the_best_ones_are_told_apart() {
    let class = Class::new().await;
    let person = class.trainee("Аннина").await;
    class.sit(&person, |_| None).await;
    class.sit(&person, right).await;
    let api = class.app.api(&class.trainer).await;
    let mean = async |which: &str| {
        let address = paths::quiz_statistics(class.edition, class.quiz);
        let json = api.get(&format!("/api/v1{address}?attempts={which}")).await.json();
        (json["count"].as_i64().unwrap(), json["mean"].as_f64().unwrap())
    };
    assert_eq!(mean("first").await, (1, 0.0));
    assert_eq!(mean("counting").await, (1, 1.0));
}

#[actix_web::test]
async fn what_counts_is_what_the_edition_counts() {
    use birge::programmes::rules::words::Counting;
    let class = Class::new().await;
    let person = class.trainee("Аннина").await;
    class.sit(&person, |_| None).await;
    class.sit(&person, right).await;
    class.sit(&person, misled).await;
    let api = class.app.api(&class.trainer).await;
    let address = paths::quiz_statistics(class.edition, class.quiz);
    for (rule, word, count, mean, label) in [
        (Counting::Best, "best", 1, 1.0, "Лучшие попытки"),
        (Counting::Last, "last", 1, 6.0 / 7.0, "Последние попытки"),
        (Counting::First, "first", 1, 0.0, "Первые, они и в зачёт"),
        (Counting::Average, "average", 3, 13.0 / 21.0, "в зачёт среднее"),
    ] {
        class.app.set_up(class.edition, class.quiz, |settings| settings.counting = rule, Vec::new()).await;
        let json = api.get(&format!("/api/v1{address}?attempts=counting")).await.json();
        assert_eq!((json["counting"].as_str(), json["count"].as_i64()), (Some(word), Some(count)), "{json}");
        assert!((json["mean"].as_f64().unwrap() - mean).abs() < 1e-9, "{word}: {json}");
        assert!(class.browser.get(&address).await.text().contains(label), "{word}");
    }
}

#[actix_web::test]
async fn the_table_is_taken_away_as_csv_and_as_xlsx() {
    let class = Class::new().await;
    let person = class.trainee("Аннина").await;
    class.sit(&person, right).await;
    let csv = class.browser.get(&paths::quiz_statistics_table(class.edition, class.quiz, "csv")).await;
    assert_eq!(csv.header("content-type"), "text/csv; charset=utf-8");
    assert!(csv.html.contains("\"Один ответ?\";1;1,000000"), "{}", csv.html);
    let address = paths::quiz_statistics_table(class.edition, class.quiz, "xlsx");
    let response = class.browser.client().get(class.browser.absolute(&address)).send().await.unwrap();
    let bytes = response.bytes().await.unwrap();
    let table = birge::printing::tables::read(&bytes).unwrap();
    assert_eq!((table.header.len(), table.rows.len()), (8, 6), "a scale has no right answer and is left out");
    let other = paths::quiz_statistics_table(class.edition, class.quiz, "ods");
    assert_eq!(class.browser.get(&other).await.status, 404);
}

#[actix_web::test]
async fn results_are_listed_by_name_and_lead_to_each_attempt() {
    let class = Class::new().await;
    let (boris, anna) = (class.trainee("Борисов").await, class.trainee("Аннина").await);
    class.sit(&boris, |_| None).await;
    let passed = class.sit(&anna, right).await;
    let page = class.browser.get(&paths::quiz_results(class.edition, class.quiz)).await;
    let text = page.text();
    let place = |name: &str| text.find(name).unwrap_or_else(|| panic!("no {name} in {text}"));
    assert!(place("Аннина") < place("Борисов"), "by name");
    assert!(page.html.contains(&paths::attempt(passed)));
    assert!(text.contains("100 %") && text.contains("не сдан"), "{text}");
    let api = class.app.api(&class.trainer).await;
    let base = format!("/api/v1{}", paths::quiz_results(class.edition, class.quiz));
    let first = api.get(&format!("{base}?limit=1")).await.json();
    assert_eq!((first["items"].as_array().unwrap().len(), first["next_from"].as_i64()), (1, Some(1)));
    let second = api.get(&format!("{base}?limit=1&from=1")).await.json();
    assert_eq!(
        (second["items"][0]["result_permille"].as_i64(), second["next_from"].as_i64()),
        (Some(0), None)
    );
}

#[actix_web::test]
async fn quizzes_of_others_are_not_there() {
    let class = Class::new().await;
    let stranger = class.app.sign_in(&class.app.trainer("Чужая").await).await;
    let list = class.browser.get(&paths::edition_quizzes(class.edition)).await;
    assert!(list.text().contains("Тест"), "{}", list.text());
    for address in [
        paths::edition_quizzes(class.edition),
        paths::quiz_results(class.edition, class.quiz),
        paths::quiz_statistics(class.edition, class.quiz),
        paths::quiz_statistics_table(class.edition, class.quiz, "csv"),
    ] {
        assert_eq!(stranger.get(&address).await.status, 404, "{address}");
        assert_eq!(class.browser.get(&address).await.status, 200, "{address}");
    }
    let lesson = ActivityId(999_999);
    assert_eq!(class.browser.get(&paths::quiz_statistics(class.edition, lesson)).await.status, 404);
}
