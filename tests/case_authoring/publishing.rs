//! Publishing: another version, through the same check; editions stay, and nobody's work is overwritten unseen.

use super::{SLUG, Study};
use crate::content::Course;
use birge::kernel::ProgrammeVersionId;
use birge::programmes::rules::CaseDefinition;
use birge::programmes::store;
use birge::web::paths;

async fn case_of(
    study: &Study,
    number: i32,
    key: &'static str,
) -> Option<(ProgrammeVersionId, CaseDefinition)> {
    let load = move |r: &mut birge::db::Read| {
        let versions = store::versions_of(r, SLUG)?;
        let version = versions.into_iter().find(|version| version.number == number).unwrap();
        let outline = store::outline(r, version.id)?;
        let Some(case) = outline.into_iter().find(|one| one.key == key) else { return Ok(None) };
        Ok(birge::cases::store::definition(r, case.id)?.map(|case| (version.id, case)))
    };
    study.app.db.read(load).await.unwrap()
}

#[actix_web::test]
async fn a_published_case_is_the_next_version_and_the_first_stays() {
    let study = Study::open().await;
    let (_, before) = case_of(&study, 1, "case").await.unwrap();
    study.replace("Ольга ждёт ответа у телефона.", "Ольга перезвонит через час.").await;
    let (_, untouched) = case_of(&study, 1, "case").await.unwrap();
    assert_eq!(before, untouched, "a working copy is nobody's version");
    let page = study.publish().await;
    assert!(page.text().contains("Опубликована версия 2"), "{}", page.text());
    assert!(page.text().contains("Версия 2") && page.text().contains("Версия 1"));
    assert_eq!((study.versions().await, study.copies().await), (vec![1, 2], 0));
    let (_, first) = case_of(&study, 1, "case").await.unwrap();
    let (_, second) = case_of(&study, 2, "case").await.unwrap();
    assert_eq!(before, first);
    let facts = |case: &CaseDefinition| {
        let plan = case.stages.as_ref().unwrap();
        plan.texts.values().next().unwrap().stages["plan"].facts_html.clone()
    };
    assert!(facts(&second).contains("перезвонит") && !facts(&first).contains("перезвонит"));
    let said = study.audited("case-copy-published").await.remove(0).unwrap();
    assert!(said.contains("\"changed\":\"case\"") && said.contains("Content"), "{said}");
}

#[actix_web::test]
async fn nothing_changed_is_nothing_to_publish() {
    let study = Study::open().await;
    let page = study.publish().await;
    assert!(page.text().contains("публиковать нечего"), "{}", page.text());
    assert_eq!((study.versions().await, study.copies().await), (vec![1], 1));
}

#[actix_web::test]
async fn a_case_that_a_newer_version_changed_is_not_overwritten_unseen() {
    let study = Study::open().await;
    study.replace("Ольга ждёт ответа у телефона.", "Ольга перезвонит через час.").await;
    let other =
        Course::staged().replace("01-first/04-case.ru.case.md", "трое не приедут", "четверо не приедут");
    study.app.import(other.programme()).await;
    let refused = study.publish().await;
    assert_eq!(refused.status, 409);
    assert!(refused.text().contains("Вышла версия 2"), "{}", refused.text());
    assert_eq!(study.versions().await, [1, 2]);
    study.author.post(&format!("{}/base", study.copy), &[]).await;
    assert!(study.publish().await.text().contains("Опубликована версия 3"));
}

#[actix_web::test]
async fn a_newer_version_with_the_same_case_is_built_upon() {
    let study = Study::open().await;
    study.replace("Ольга ждёт ответа у телефона.", "Ольга перезвонит через час.").await;
    let other = Course::staged().replace("programme.toml", "ru = \"", "ru = \"Новый: ");
    study.app.import(other.programme()).await;
    assert!(study.publish().await.text().contains("Опубликована версия 3"));
    let titles = study.app.db.read(|r| store::versions_of(r, SLUG)).await.unwrap();
    assert!(titles[0].title.0.ru.as_deref().unwrap().starts_with("Новый"), "version 2 was lost");
}

#[actix_web::test]
async fn a_new_case_comes_into_the_module_and_the_hours() {
    let study = Study::open().await;
    let url = paths::new_case(SLUG);
    let missing = study.author.post(&url, &[("title-ru", "Отказ"), ("hours", "2")]).await;
    assert_eq!(missing.status, 422);
    assert!(missing.html.contains("value=\"Отказ\"") && missing.html.contains("field-title-kk-fault"));
    let form = [
        ("title-ru", "Отказ"),
        ("title-kk", "Бас тарту"),
        ("title-en", "A refusal"),
        ("place", "01-first/meeting"),
        ("hours", "2"),
        ("nature", "practice"),
        ("mode", "distance"),
    ];
    let page = study.author.post(&url, &form).await;
    assert!(page.path.starts_with("/case-copies/"), "{}", page.text());
    assert!(page.text().contains("Опубликовать мешают"), "an empty case is not sound: {}", page.text());
    let new = Study { copy: page.path, ..study };
    let body = "+++\npass_points = 1\nsubmissions = 1\naccepts = [\"text\"]\n+++\n\n## {situation} Ситуация\n\nЗвонок.\n\n## {task} Задание\n\nРешите.\n\n## {hand-in} Что сдать\n\nТекст.\n\n## {criteria} Критерии\n\n| К | 0 | 1 |\n|---|---|---|\n| {one} Один | нет | да |\n";
    let revision = new.text().await.1;
    new.author.post(&new.text_path(), &[("text", body), ("revision", &revision)]).await;
    let published = new.publish().await;
    assert!(published.text().contains("Опубликована версия 2"), "{}", published.text());
    let (version, case) = case_of(&new, 2, "case-a-refusal").await.unwrap();
    assert_eq!(case.settings.pass_points, 1);
    let rows = new.app.db.read(move |r| store::activities(r, version)).await.unwrap();
    let keys: Vec<&str> = rows.iter().map(|row| row.key.as_str()).collect();
    assert_eq!(keys[..2], ["meeting", "case-a-refusal"]);
    let versions = new.app.db.read(|r| store::versions_of(r, SLUG)).await.unwrap();
    assert_eq!(versions[0].practice.0, versions[1].practice.0 + 2);
}
