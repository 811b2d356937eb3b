//! Draws, and what must not leave the server before release (G8).

use super::*;
use birge::kernel::{Language, ProgrammeVersionId};
use birge::programmes::rules::words::ActivityKind;
use birge::progress::store::{NewCompletion, SourceKind};

#[tokio::test]
async fn draws_differ_from_person_to_person_and_stay_on_resume() {
    let drawing = course().replace("01-first/03-quiz.ru.quiz.md", "attempts = 2", "attempts = 2\ndraw = 4");
    let desk = Desk::of(drawing).await;
    let mut draws = BTreeSet::new();
    for surname in ["Абаева", "Белова", "Власова", "Громова", "Дьякова", "Ершова"]
    {
        let (browser, enrolment) = desk.neighbour(surname).await;
        let begun = send(&browser, &paths::quiz_attempts(enrolment, desk.quiz), &[]).await;
        let attempt: AttemptId = begun.path.strip_prefix("/attempts/").unwrap().parse().unwrap();
        let drawn = desk.row(attempt).await.question_ids.0;
        assert_eq!(drawn.iter().collect::<BTreeSet<_>>().len(), 4);
        let shown: Vec<String> = begun
            .html
            .split("data-question=\"")
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap().to_owned())
            .collect();
        assert_eq!(shown, drawn.iter().map(ToString::to_string).collect::<Vec<_>>());
        let again = browser.get(&paths::attempt(attempt)).await;
        let body = |page: &Page| {
            page.html.split_once("<fieldset").unwrap().1.split("</form>").next().unwrap().to_owned()
        };
        assert_eq!(body(&again), body(&begun));
        let foreign = desk.questions().await.into_iter().find(|(id, _)| !drawn.contains(id)).unwrap();
        assert_eq!(save(&browser, attempt, foreign.0, 0, &right(foreign.0, &foreign.1)).await.status, 404);
        draws.insert(drawn);
    }
    assert!(draws.len() >= 5, "{draws:?}");
}

#[tokio::test]
async fn no_shipped_quiz_gives_a_right_answer_away() {
    for (slug, language) in
        [("effective-partnership", Language::Ru), ("birgemiz-bilim-orientation", Language::Kk)]
    {
        let app = TestApp::spawn().await;
        let version = app.shipped(slug).await;
        let edition = app.edition(version).await;
        let person = app.person_speaking("Иванова", language).await;
        let enrolment = app.enrol(edition, &person).await;
        let (browser, api) = (app.sign_in(&person).await, app.api(&person).await);
        let quizzes = open_everything(&app, version, enrolment).await;
        assert!(quizzes.len() >= 3);
        for quiz in quizzes {
            let questions = app.db.read(move |r| store::questions(r, quiz)).await.unwrap();
            let begun = send(&browser, &paths::quiz_attempts(enrolment, quiz), &[]).await;
            assert_eq!(begun.status, 200, "{}", begun.text());
            let json = api.get(&format!("/api/v1{}", begun.path)).await.html;
            let before = browser.get(&paths::quiz(enrolment, quiz)).await.html;
            for source in [&begun.html, &json, &before] {
                assert_nothing_given_away(source, &questions);
            }
        }
    }
}

/// Completes all that stands before a quiz, and gives the quizzes.
async fn open_everything(
    app: &TestApp,
    version: ProgrammeVersionId,
    enrolment: EnrolmentId,
) -> Vec<ActivityId> {
    let facts = app.db.read(move |r| progress::portion(r, version, enrolment)).await.unwrap().facts;
    let (quizzes, now) = (facts.iter().filter(|fact| fact.kind == ActivityKind::Quiz), app.now());
    let quizzes = quizzes.map(|fact| fact.id).collect();
    app.db
        .write(move |w| {
            for fact in &facts {
                let source = SourceKind::Lesson;
                let (activity, source_id) = (fact.id, fact.id.0);
                let done = NewCompletion { enrolment, activity, at: now, source, source_id, result: None };
                progress::insert_completion(w, &done)?;
            }
            Ok(())
        })
        .await
        .unwrap();
    quizzes
}

fn assert_nothing_given_away(source: &str, questions: &[(QuestionId, Question)]) {
    for flag in [
        "explanation",
        "\"right\"",
        "correct",
        "\"answer\"",
        "fraction",
        "tolerance",
        "choice right",
        "review",
    ] {
        assert!(!source.contains(flag), "{flag} is in {source}");
    }
    for (_, question) in questions {
        for text in question.texts.values().filter(|text| !text.explanation_html.is_empty()) {
            let words = text.explanation_html.split('>').nth(1).unwrap().split('<').next().unwrap();
            assert!(
                words.chars().count() > 10 && !source.contains(words),
                "{} explains: {words}",
                question.key
            );
        }
    }
}
