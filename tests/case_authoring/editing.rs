//! Writing: by form and as text, with every fault at its field, and two editors who notice each other.

use super::{SLUG, Study};
use crate::content::Course;
use birge::db::schema::programme_sources;
use birge::web::paths;
use diesel::prelude::*;

/// The form of the step that leads to both ends of the sample case.
const GARDEN: [(&str, &str); 11] = [
    ("kind", "step"),
    ("key", "garden"),
    ("title", "Сад после полудня"),
    ("facts", "Вера Ильинична ждёт писем."),
    ("question", "Что вы скажете Ольге вечером?"),
    ("decided", "choices"),
    ("choice-0-key", "thanks"),
    ("choice-0-words", "Поблагодарите и назначите разбор"),
    ("choice-1-key", "blame"),
    ("choice-1-words", "Назовёте виноватых"),
    ("do", "save"),
];

fn with<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    GARDEN
        .iter()
        .copied()
        .filter(|(name, _)| !more.iter().any(|(other, _)| other == name))
        .chain(more.iter().copied())
        .collect()
}

#[actix_web::test]
async fn a_dead_end_is_said_at_its_step_and_its_field() {
    let study = Study::open().await;
    let part = study.part("Шаг 4. Сад после полудня").await;
    let revision = study.author.get(&part).await.value_of("revision").unwrap();
    let fields = with(&[("choice-0-next", "garden"), ("choice-1-next", "garden"), ("revision", &revision)]);
    let page = study.author.post(&part, &fields).await;
    assert_eq!((page.status, page.path.as_str()), (200, part.as_str()), "{}", page.text());
    let text = page.text();
    assert!(text.contains("От этого шага нельзя прийти ни к одной концовке"), "{text}");
    assert!(page.html.contains("field-choice-0-next-fault"), "the loop is not said at its choice");
    let copy = study.show().await;
    assert!(copy.text().contains("Сначала исправьте"), "{}", copy.text());
    let refused = study.publish().await;
    assert_eq!(refused.status, 422);
    assert_eq!(study.versions().await, [1]);
}

#[actix_web::test]
async fn what_the_form_leaves_alone_stays_letter_by_letter() {
    let study = Study::open().await;
    let (before, revision) = study.text().await;
    let part = study.part("Шаг 4. Сад после полудня").await;
    let fields = with(&[("choice-0-next", "agreed"), ("choice-1-next", "broken"), ("revision", &revision)]);
    study.author.post(&part, &fields).await;
    assert_eq!(study.text().await, (before.clone(), revision.clone()), "the same is not another revision");
    let fields = with(&[
        ("choice-0-next", "agreed"),
        ("choice-1-next", "broken"),
        ("question", "Что вы скажете?"),
        ("revision", &revision),
    ]);
    study.author.post(&part, &fields).await;
    let wanted = before.replace("Что вы скажете Ольге вечером?", "Что вы скажете?");
    assert_eq!(study.text().await.0, wanted);
}

#[actix_web::test]
async fn rows_are_added_moved_and_taken_out_by_plain_buttons() {
    let study = Study::open().await;
    let part = study.part("Шаг 4. Сад после полудня").await;
    let both = [("choice-0-next", "agreed"), ("choice-1-next", "broken")];
    for (wish, wanted) in [
        ("add-choice", "- {choice-1 ->}"),
        ("up-choice-1", "- {blame -> broken} Назовёте виноватых\n- {thanks -> agreed}"),
        ("remove-choice-0", "### {question} Что вы скажете Ольге вечером?\n\n- {blame -> broken}"),
    ] {
        let revision = study.author.get(&part).await.value_of("revision").unwrap();
        let fields = with(&[both[0], both[1], ("do", wish), ("revision", &revision)]);
        study.author.post(&part, &fields).await;
        let (text, _) = study.text().await;
        assert!(text.contains(wanted), "{wish}: {text}");
    }
    let revision = study.text().await.1;
    let parts = format!("{}/parts", study.text_path());
    let added = study.author.post(&parts, &[("sort", "step"), ("revision", &revision)]).await;
    assert!(added.text().contains("Шаг 5. Шаг 5"), "{}", added.text());
    assert!(
        added.text().contains("К этому шагу или концовке не ведёт ни один путь")
            || study.show().await.text().contains("step-1")
    );
    let revision = study.text().await.1;
    let fields =
        [("kind", "plain"), ("title", ""), ("do", "remove-section"), ("revision", revision.as_str())];
    let gone = study.author.post(&added.path, &fields).await;
    assert_eq!(gone.status, 200, "{}", gone.text());
    assert!(!study.text().await.0.contains("step-1"));
}

#[actix_web::test]
async fn a_second_editor_is_told_and_nothing_typed_is_lost() {
    let study = Study::open().await;
    let (text, revision) = study.text().await;
    study.replace("Ольга ждёт ответа у телефона.", "Ольга уже не ждёт.").await;
    let late = study.author.post(&study.text_path(), &[("text", "Моё"), ("revision", &revision)]).await;
    assert_eq!(late.status, 409);
    assert!(late.text().contains("Кто-то другой сохранил этот текст раньше"));
    assert!(late.html.contains("Моё") && late.html.contains("Ольга уже не ждёт."));
    let part = study.part("Шаг 4. Сад после полудня").await;
    let late = study.author.post(&part, &with(&[("facts", "Мои факты"), ("revision", &revision)])).await;
    assert_eq!(late.status, 409);
    assert!(late.html.contains("Мои факты"));
    assert_ne!(study.text().await.0, text);
    // Whoever has been told and saves once more means it.
    let seen = late.value_of("revision").unwrap();
    let again = study.author.post(&part, &with(&[("facts", "Мои факты"), ("revision", &seen)])).await;
    assert_eq!(again.status, 200);
    let (text, _) = study.text().await;
    assert!(text.contains("Мои факты") && text.contains("Ольга уже не ждёт."));
}

#[actix_web::test]
async fn numbers_that_are_none_do_not_come_into_the_text() {
    let study = Study::open().await;
    let part = study.part("Настройки сдачи").await;
    let revision = study.text().await.1;
    let fields = [
        ("kind", "settings"),
        ("pass_points", "много"),
        ("submissions", "3"),
        ("takes_text", "on"),
        ("revision", revision.as_str()),
    ];
    let page = study.author.post(&part, &fields).await;
    assert_eq!(page.status, 422);
    assert!(page.html.contains("value=\"много\"") && page.html.contains("field-pass_points-fault"));
    assert_eq!(study.text().await.1, revision);
}

#[actix_web::test]
async fn a_preview_goes_through_the_steps_without_a_trace() {
    let study = Study::open().await;
    let preview = format!("{}/preview", study.text_path());
    let first = study.author.get(&preview).await.text();
    assert!(first.contains("Звонок в десять") && !first.contains("Поблагодарите"), "{first}");
    assert!(!first.contains("Обычная ошибка: искать виноватых"), "trainees never see the notes: {first}");
    assert!(first.contains("Задание и критерии откроются после последнего шага"));
    let last = study.author.get(&format!("{preview}?way=1.t.1")).await.text();
    assert!(last.contains("Разбор в понедельник") && last.contains("Напишите партнёру"), "{last}");
}

#[actix_web::test]
async fn a_version_from_before_texts_were_kept_gets_them_when_its_folder_comes_again() {
    let study = Study::open().await;
    study.author.post(&format!("{}/withdrawal", study.copy), &[]).await;
    assert_eq!(study.copies().await, 0);
    let forget = |w: &mut birge::db::Write| Ok(diesel::delete(programme_sources::table).execute(w.conn())?);
    study.app.db.write(forget).await.unwrap();
    let desk = study.author.get(&paths::case_desk(SLUG)).await;
    assert!(desk.text().contains("Менять кейсы здесь пока нельзя"), "{}", desk.text());
    let refused = study.author.post(&paths::case_desk(SLUG), &[("case", "case")]).await;
    assert_eq!(refused.status, 409);
    study.app.import(Course::staged().programme()).await;
    assert_eq!(study.versions().await, [1]);
    let begun = study.author.post(&paths::case_desk(SLUG), &[("case", "case")]).await;
    assert!(begun.path.starts_with("/case-copies/"), "{}", begun.text());
}

#[tokio::test]
async fn a_new_case_gets_another_title_and_other_hours_until_a_version_has_it() {
    let study = Study::open().await;
    let place = [("place", "01-first"), ("nature", "practice"), ("mode", "distance")];
    let titles = [("title-ru", "Черновое имя"), ("title-kk", "Атау"), ("title-en", "Draft name")];
    let fields: Vec<_> = titles.into_iter().chain(place).chain([("hours", "2")]).collect();
    let made = study.author.post(&paths::new_case(SLUG), &fields).await;
    assert!(made.path.starts_with("/case-copies/"), "{}", made.text());
    let plan = format!("{}/plan", made.path);
    let faulty =
        [("title-ru", "Ночное дежурство"), ("title-kk", ""), ("title-en", "Night watch"), ("hours", "4")];
    let refused = study.author.post(&plan, &faulty).await;
    assert_eq!(refused.status, 422);
    assert!(refused.html.contains("value=\"Ночное дежурство\""), "what was typed stays: {}", refused.html);
    let fields = [
        ("title-ru", "Ночное дежурство"),
        ("title-kk", "Түнгі кезек"),
        ("title-en", "Night watch"),
        ("hours", "4"),
    ];
    let renamed = study.author.post(&plan, &fields).await;
    let text = renamed.text();
    assert!(text.contains("Ночное дежурство") && !text.contains("Черновое имя"), "{text}");
    assert!(text.contains("Часы 4") || renamed.html.contains("<dd>4</dd>"), "{}", renamed.html);
    let list = study.author.get(&paths::case_desk(SLUG)).await.text();
    assert!(list.contains("Ночное дежурство"), "{list}");
    assert_eq!(study.app.audited("case-copy-renamed").await, 1);
    let known = study.author.post(&format!("{}/plan", study.copy), &fields).await;
    assert_eq!(known.status, 409, "the title of a published case stands in the plan");
}

#[tokio::test]
async fn the_menu_marks_programmes_while_a_case_is_written() {
    let study = Study::open().await;
    for page in [study.show().await, study.author.get(&study.text_path()).await] {
        let link = page.html.split("href=\"/programmes\"").nth(1).unwrap_or_default();
        assert!(link.split('>').next().unwrap_or_default().contains("aria-current"), "{}", page.html);
    }
}
