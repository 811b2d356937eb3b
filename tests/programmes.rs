//! Programmes: imported once and for good, faults named, nothing outside of the content folder within reach.

use crate::content::Course;
use crate::support::app::TestApp;
use birge::cli;
use birge::db::schema::{
    activities, audit_entries, lesson_texts, media_files, programme_versions, question_versions,
    quiz_questions,
};
use birge::kernel::{Gate, Language};
use birge::programmes::rules::Code;
use birge::render::Words;
use diesel::prelude::*;
use serde_json::json;
use std::process::ExitCode;
use tempfile::TempDir;

/// An application whose content folder holds the sample course.
async fn with_sample() -> (TestApp, TempDir) {
    let content = tempfile::tempdir().unwrap();
    Course::sample().write_under(content.path());
    let app = TestApp::builder().content_dir(content.path()).spawn().await;
    (app, content)
}

async fn versions(app: &TestApp) -> Vec<(i32, String)> {
    app.db
        .read(|r| {
            Ok(programme_versions::table
                .order(programme_versions::number)
                .select((programme_versions::number, programme_versions::content_hash))
                .load(r.conn())?)
        })
        .await
        .unwrap()
}

/// Every text of version 1, as it is stored.
async fn stored_texts(app: &TestApp) -> Vec<String> {
    app.db
        .read(|r| {
            let lessons: Vec<String> = lesson_texts::table
                .inner_join(activities::table.inner_join(programme_versions::table))
                .filter(programme_versions::number.eq(1))
                .select(lesson_texts::body)
                .load(r.conn())?;
            let questions: Vec<String> = quiz_questions::table
                .inner_join(activities::table.inner_join(programme_versions::table))
                .inner_join(question_versions::table)
                .filter(programme_versions::number.eq(1))
                .order(quiz_questions::position)
                .select(question_versions::definition)
                .load(r.conn())?;
            Ok(lessons.into_iter().chain(questions).collect())
        })
        .await
        .unwrap()
}

#[tokio::test]
async fn the_same_folder_is_one_version_and_a_changed_one_the_next() {
    let (app, content) = with_sample().await;
    let browser = app.sign_in(&app.administrator().await).await;
    let waiting = browser.get("/programmes").await.text();
    assert!(waiting.contains("Ждёт загрузки") && waiting.contains("Не загружена"), "{waiting}");

    let page = browser.post("/programmes/imports", &[("folder", "sample")]).await;
    assert_eq!((page.status, page.path.as_str()), (200, "/programmes/sample"));
    assert!(page.text().contains("Загружена версия 1"), "{}", page.text());
    let again = browser.post("/programmes/imports", &[("folder", "sample")]).await;
    assert!(again.text().contains("то же, что в версии 1"), "{}", again.text());
    assert_eq!(versions(&app).await.len(), 1);
    assert!(!browser.get("/programmes").await.text().contains("Ждёт загрузки"));

    let first = stored_texts(&app).await;
    let changed = Course::sample()
        .replace("01-first/02-lesson.ru.md", "Первый раздел", "Новый раздел")
        .replace("01-first/02-lesson.ru.md", "#первый-раздел", "#новый-раздел")
        .replace("01-first/module.toml", "hours = 4", "hours = 5")
        .replace("programme.toml", "theory = 4", "theory = 5");
    changed.write_under(content.path());
    let page = browser.post("/programmes/imports", &[("folder", "sample")]).await.text();
    assert!(page.contains("Загружена версия 2") && page.contains("Отличия от версии 1"), "{page}");
    assert!(page.contains("Всего было 16 ч, стало 17 ч"), "{page}");
    assert!(page.contains("Урок: часы: было 4, стало 5, содержание"), "{page}");
    let numbers: Vec<i32> = versions(&app).await.into_iter().map(|(number, _)| number).collect();
    assert_eq!(numbers, [1, 2]);
    assert_eq!(stored_texts(&app).await, first, "version 1 is what it was");
    let old = browser.get("/programmes/sample?version=1").await.text();
    assert!(old.contains("16 ч: теория 4, практика 12") && !old.contains("Отличия"), "{old}");
    assert_eq!(browser.get("/programmes/sample?version=3").await.status, 404);
}

#[tokio::test]
async fn an_import_is_whole_and_written_down_in_the_audit() {
    let (app, _content) = with_sample().await;
    let administrator = app.administrator().await;
    app.sign_in(&administrator).await.post("/programmes/imports", &[("folder", "sample")]).await;
    let (minutes, media, acts) = app
        .db
        .read(|r| {
            let minutes: Vec<(String, i32)> = activities::table
                .order(activities::position)
                .select((activities::key, activities::minutes))
                .load(r.conn())?;
            let media: Vec<String> = media_files::table.select(media_files::path).load(r.conn())?;
            let acts: Vec<(String, Option<i64>)> = audit_entries::table
                .filter(audit_entries::subject_kind.eq("programme-version"))
                .select((audit_entries::action, audit_entries::person_id))
                .load(r.conn())?;
            Ok((minutes, media, acts))
        })
        .await
        .unwrap();
    let hours = |key: &str, hours: i32| (key.to_owned(), hours * 45);
    assert_eq!(minutes, [hours("meeting", 10), hours("lesson", 4), hours("quiz", 2), hours("case", 0)]);
    assert_eq!(media, ["01-first/media/plan.png"]);
    assert_eq!(acts, [("programme-imported".to_owned(), Some(administrator.id.0))]);
}

#[tokio::test]
async fn a_faulty_folder_is_refused_with_file_line_and_remedy() {
    let (app, content) = with_sample().await;
    let broken = Course::sample().replace("01-first/03-quiz.ru.quiz.md", "- [x] да, этот", "- [ ] да, этот");
    broken.write_under(content.path());
    let administrator = app.administrator().await;
    let page = app.sign_in(&administrator).await.post("/programmes/imports", &[("folder", "sample")]).await;
    assert_eq!(page.status, 422);
    let text = page.text();
    for part in ["Программа не загружена", "01-first/03-quiz.ru.quiz.md:10", "Отметьте его знаком [x]"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    let answer =
        app.api(&administrator).await.post("/api/v1/programmes/imports", json!({"folder": "sample"})).await;
    assert_eq!(answer.status, 422);
    let error = &answer.json()["errors"][0];
    assert_eq!(error["code"], "right-missing");
    assert_eq!(error["field"], "01-first/03-quiz.ru.quiz.md:10");
    let lying = app.api(&administrator).await.get("/api/v1/programmes/imports").await.json();
    assert_eq!(
        (&lying["items"][0]["folder"], &lying["items"][0]["importable"]),
        (&json!("sample"), &json!(false))
    );
    assert_eq!(&lying["items"][0]["errors"][0], error);
    assert_eq!(versions(&app).await, []);
}

#[tokio::test]
async fn only_folders_of_the_content_folder_can_be_imported() {
    let (app, content) = with_sample().await;
    Course::sample().write_under(&content.path().join("sample"));
    std::fs::create_dir(content.path().join("notes")).unwrap();
    let administrator = app.administrator().await;
    let (browser, api) = (app.sign_in(&administrator).await, app.api(&administrator).await);
    let absolute = content.path().join("sample");
    let absolute = absolute.to_str().unwrap();
    for name in ["../sample", "sample/sample", "./sample", "sample/", "..", "", "notes", "nowhere", absolute]
    {
        assert_eq!(browser.post("/programmes/imports", &[("folder", name)]).await.status, 404, "{name}");
        let answer = api.post("/api/v1/programmes/imports", json!({ "folder": name })).await;
        assert_eq!(answer.status, 404, "{name}");
    }
    assert_eq!(versions(&app).await, []);
}

#[tokio::test]
async fn programmes_are_for_administrators_and_imports_for_those_of_the_site() {
    let (app, _content) = with_sample().await;
    let trainer = app.trainer("Петрова").await;
    let browser = app.sign_in(&trainer).await;
    assert!(!app.actor(&trainer).await.passes(Gate::Administrator));
    assert_eq!(browser.get("/programmes").await.status, 403);
    assert_eq!(browser.post("/programmes/imports", &[("folder", "sample")]).await.status, 403);
    assert_eq!(app.api(&trainer).await.get("/api/v1/programmes").await.status, 403);
}

#[tokio::test]
async fn the_api_lists_versions_and_never_what_is_right() {
    let (app, _content) = with_sample().await;
    let administrator = app.administrator().await;
    let api = app.api(&administrator).await;
    let lying = json!({ "folder": "sample", "importable": true, "errors": [] });
    assert_eq!(api.get("/api/v1/programmes/imports").await.json()["items"], json!([lying]));
    let imported = api.post("/api/v1/programmes/imports", json!({"folder": "sample"})).await;
    assert_eq!((imported.status, imported.json()["number"].as_i64()), (201, Some(1)));
    let again = api.post("/api/v1/programmes/imports", json!({"folder": "sample"})).await;
    assert_eq!((again.status, again.json()["new"].as_bool()), (200, Some(false)));
    let list = api.get("/api/v1/programmes").await;
    assert_eq!(list.json()["items"][0]["versions"][0]["theory_hours"], 4);
    let one = api.get("/api/v1/programmes/sample").await;
    assert_eq!(one.json()["activities"].as_array().map(Vec::len), Some(4));
    assert_eq!(one.json()["activities"][2]["after"], json!(["lesson"]));
    assert_eq!(api.get("/api/v1/programmes/none").await.status, 404);
    let pages = app.sign_in(&administrator).await;
    let shown = [
        list.html,
        one.html,
        pages.get("/programmes").await.html,
        pages.get("/programmes/sample").await.html,
    ];
    for body in shown {
        for secret in ["да, этот", "потому что", "помогает", "Обычная ошибка"]
        {
            assert!(!body.contains(secret), "{secret} in {body}");
        }
    }
}

#[tokio::test]
async fn the_command_line_checks_imports_and_lists() {
    let (app, content) = with_sample().await;
    let folder = content.path().join("sample");
    let mut out = Vec::new();
    let code = cli::content::check(&[], content.path(), &mut out).await.unwrap();
    assert_eq!((code == ExitCode::SUCCESS, out.is_empty()), (true, false));
    let import = async |out: &mut Vec<u8>| {
        let folders = [folder.clone()];
        cli::content::import(&app.db, &app.kit.files, &app.clock, &folders, out).await.unwrap()
    };
    assert!(import(&mut out).await == ExitCode::SUCCESS && import(&mut out).await == ExitCode::SUCCESS);
    cli::content::list(&app.db, &mut out).await.unwrap();
    let said = String::from_utf8(out).unwrap();
    for part in [
        "sample: imported as version 1",
        "sample: the same as version 1",
        "sample version 1: Sample, 4 + 12 academic",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }

    Course::sample().replace("programme.toml", "theory = 4", "theory = 5").write_under(content.path());
    let mut out = Vec::new();
    let code = cli::content::check(&[], content.path(), &mut out).await.unwrap();
    let said = String::from_utf8(out).unwrap();
    assert!(code == ExitCode::FAILURE && said.contains("programme.toml:") && said.contains(" → "), "{said}");
    assert!(import(&mut Vec::new()).await == ExitCode::FAILURE);
    assert_eq!(versions(&app).await.len(), 1);
    assert!(cli::content::check(&[], &content.path().join("nowhere"), &mut Vec::new()).await.is_err());
}

#[test]
fn every_finding_has_its_words_in_three_languages() {
    let words = Words::load().unwrap();
    for code in Code::ALL {
        for language in Language::ALL {
            let said = words.text(language, &format!("fault-content-{}", code.as_str()));
            assert!(!said.contains('⟦'), "{said}");
        }
    }
}
