//! Versions of a rubric: what was graded stays as it was, everywhere, until somebody decides about it.

use super::{change, changed, desk, rubric_of};
use crate::cases::Room;
use crate::content::Course;
use crate::grading::{FULL, LOW, at};
use crate::support::app::TestApp;
use birge::cases::rules::{CaseSetup, Release};
use birge::kernel::Permille;

#[tokio::test]
async fn grades_that_were_given_keep_their_rubric_and_new_ones_take_the_new() {
    let room = Room::new().await;
    room.hand_in("Первое решение", &[]).await;
    let old = room.last().await;
    room.grade(("2", "0"), "Сначала позвоните.").await;
    let page = change(&room, "1", false).await;
    let text = page.text();
    assert!(text.contains("Рубрика изменена, действует версия 2"), "{text}");
    assert!(text.contains("Итого 2 из 7") && text.contains("Оценка по версии 1"), "{text}");
    assert!(text.contains("Тон оценивали по-разному") && text.contains("Иванова А. С."), "{text}");

    let seen = room.open().await.text();
    assert!(seen.contains("Итого 2 из 7") && seen.contains("Тон 0 из 3 грубо"), "the old grade: {seen}");
    assert!(seen.contains("Понимание ×2") && seen.contains("Срок") && seen.contains("6 из 10"), "{seen}");
    assert!(seen.contains("Преподаватели изменили критерии"), "{seen}");
    let on_desk = desk(&room.grader, old).await;
    assert!(on_desk.text().contains("сейчас действует версия 2"), "{}", on_desk.text());
    assert!(on_desk.html.contains("name=\"points.tone\""), "it is corrected by its own rubric");

    room.hand_in("Второе решение", &[]).await;
    let new = room.last().await;
    let form = desk(&room.grader, new).await;
    assert!(
        form.html.contains("points.criterion-1") && !form.html.contains("points.tone\""),
        "{}",
        form.html
    );
    let marks = [("rubric", "2"), ("points.grasp", "4"), ("points.criterion-1", "2"), ("then", "stay")];
    let graded = room.grader.post(&at(new, "grading"), &marks).await;
    assert!(graded.text().contains("10 баллов"), "{}", graded.text());
    assert!(room.open().await.text().contains("Итого 10 из 10"));
    assert_eq!(room.completed().await, Some(Some(Permille::WHOLE)));
    let stays = desk(&room.grader, old).await.text();
    assert!(stays.contains("Итого 2 из 7"), "{stays}");
    assert_eq!(room.app.audited("case-rubric-changed").await, 1);
}

#[tokio::test]
async fn affected_grades_are_given_anew_one_by_one_or_stay() {
    let room = Room::new().await;
    room.hand_in("Решение", &[]).await;
    let id = room.last().await;
    room.grade(("4", "0"), "").await;
    let fellow = room.work_of("Петров").await;
    room.grader.post(&at(fellow, "grading"), &FULL).await;
    assert_eq!(room.completed().await, Some(Some(Permille(571))), "4 of 7");
    change(&room, "1", true).await;

    let list = room.grader.get(&rubric_of(&room)).await;
    assert!(list.text().contains("Сейтқали") && list.text().contains("Петров"), "{}", list.text());
    let anew = room.grader.get(&at(id, "regrading")).await;
    let text = anew.text();
    assert!(text.contains("Перепроверка по версии 2") && text.contains("Итого 4 из 7"), "both: {text}");
    assert_eq!(anew.value_of("rubric").as_deref(), Some("2"));
    assert!(text.contains("Тон оценивали по-разному"), "the reason is there already: {text}");
    let chosen = anew.html.split("name=\"points.grasp\" value=\"4\"").nth(1).unwrap();
    assert!(chosen.split('>').next().unwrap().contains("checked"), "what still fits is chosen");

    let marks = [
        ("rubric", "2"),
        ("regrading", "yes"),
        ("revisions", "0"),
        ("points.grasp", "4"),
        ("points.tone", "3"),
        ("reason", ""),
    ];
    let refused = room.grader.post(&at(id, "correction"), &marks).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("Перепроверка по версии 2"), "still by the new one: {}", refused.text());
    let mut marks = marks;
    marks[5].1 = "Новая рубрика";
    let done = room.grader.post(&at(id, "correction"), &marks).await;
    assert!(done.text().contains("Оценка исправлена: 11 баллов"), "back on the list: {}", done.text());
    assert!(!done.text().contains("Сейтқали"), "{}", done.text());
    assert_eq!(room.completed().await, Some(Some(Permille::WHOLE)), "11 of 11");
    let history = desk(&room.grader, id).await.text();
    assert!(
        history.contains("Прежние оценки") && history.contains("Оценка по версии 1 рубрики"),
        "{history}"
    );
    assert!(history.contains("Итого 11 из 11"), "{history}");

    let kept = room.grader.post(&at(fellow, "rubric-decision"), &[]).await;
    assert!(
        kept.text().contains("Решение записано") && kept.text().contains("Оставлена: Иванова"),
        "{}",
        kept.text()
    );
    assert!(kept.text().contains("или о них уже решено"), "{}", kept.text());
    assert!(desk(&room.grader, fellow).await.text().contains("Решено оставить оценку как есть"));
    room.grader.post(&at(fellow, "rubric-decision"), &[]).await;
    assert_eq!(room.app.audited("grade-kept").await, 1, "once is enough");
    assert_eq!(room.grader.post(&at(id, "rubric-decision"), &[]).await.status, 409, "it has the newest");

    let next: Vec<_> = changed("2", true)
        .into_iter()
        .map(|(name, value)| if name == "criteria.0.weight" { (name, "3") } else { (name, value) })
        .collect();
    let third = room.grader.post(&rubric_of(&room), &next).await.text();
    assert!(
        third.contains("действует версия 3") && third.contains("Петров"),
        "a new version, a new decision: {third}"
    );
}

#[tokio::test]
async fn a_correction_stays_with_the_rubric_of_its_grade() {
    let room = Room::new().await;
    room.hand_in("Решение", &[]).await;
    let id = room.last().await;
    room.grade(("2", "0"), "Сначала позвоните.").await;
    change(&room, "1", false).await;
    let marks = [("points.grasp", "2"), ("points.tone", "3"), ("reason", "Не заметил"), ("revisions", "0")];
    let corrected = room.grader.post(&at(id, "correction"), &marks).await;
    assert!(corrected.text().contains("Оценка исправлена: 5 баллов"), "{}", corrected.text());
    assert!(room.open().await.text().contains("Итого 5 из 7"));
    let strange = [("rubric", "7"), ("points.grasp", "2"), ("reason", "Нет"), ("revisions", "1")];
    let refused = room.grader.post(&at(id, "correction"), &strange).await;
    assert_eq!(refused.status, 409, "no such version");
}

#[tokio::test]
async fn the_better_share_counts_whatever_version_it_is_by() {
    let room = Room::new().await;
    room.hand_in("Первое", &[]).await;
    room.grade(("4", "3"), "").await;
    change(&room, "1", true).await;
    room.hand_in("Второе", &[]).await;
    let marks = [("points.grasp", "4"), ("points.tone", "0"), ("advice", "Мягче.")];
    room.grader.post(&at(room.last().await, "grading"), &marks).await;
    assert!(room.open().await.text().contains("Итого 8 из 11"));
    assert_eq!(room.completed().await, Some(Some(Permille::WHOLE)), "7 of 7 is more than 8 of 11");
}

#[tokio::test]
async fn whoever_is_marking_is_told_and_nothing_typed_is_lost() {
    let room = Room::new().await;
    room.hand_in("Решение", &[]).await;
    let id = room.last().await;
    let typed =
        [("points.grasp", "4"), ("points.tone", "3"), ("remarks.tone", "Ровно и тепло"), ("rubric", "1")];
    let draft = |revision: &'static str| [typed.as_slice(), &[("revision", revision)]].concat();
    room.grader.post(&at(id, "marking-draft"), &draft("0")).await;
    change(&room, "1", false).await;
    let page = desk(&room.grader, id).await.text();
    assert!(page.contains("Рубрика изменилась, пока вы проверяли"), "{page}");
    assert!(page.contains("Из версии 1 не перенесено: Тон: 3. Ровно и тепло"), "{page}");

    // A page that was open all the while saves by the former version.
    let script = [draft("1").as_slice(), &[("script", "yes")]].concat();
    let told = room.grader.post(&at(id, "marking-draft"), &script).await;
    assert_eq!((told.status, told.json()["code"].as_str()), (409, Some("rubric-changed")));
    let late = [typed.as_slice(), &[("remark", "Хорошо"), ("then", "stay")]].concat();
    let refused = room.grader.post(&at(id, "grading"), &late).await;
    assert_eq!(refused.status, 409);
    let text = refused.text();
    assert!(
        text.contains("Рубрику изменили, пока вы писали") && text.contains("Тон: 3. Ровно и тепло"),
        "{text}"
    );
    assert!(text.contains("Хорошо"), "the rest stands in the form: {text}");
    let chosen = refused.html.split("name=\"points.grasp\" value=\"4\"").nth(1).unwrap();
    assert!(chosen.split('>').next().unwrap().contains("checked"), "{}", refused.html);
    assert_eq!(refused.value_of("rubric").as_deref(), Some("2"), "sent again it is by the new one");

    let resumed = [("points.grasp", "4"), ("points.criterion-1", "2"), ("revision", "2"), ("rubric", "2")];
    let saved = room.grader.post(&at(id, "marking-draft"), &resumed).await;
    assert!(saved.text().contains("Из версии 1 не перенесено"), "until the grade is given: {}", saved.text());
    let marks = [("rubric", "2"), ("points.grasp", "4"), ("points.criterion-1", "2"), ("then", "stay")];
    let graded = room.grader.post(&at(id, "grading"), &marks).await.text();
    assert!(graded.contains("10 баллов") && !graded.contains("не перенесено"), "{graded}");
}

#[tokio::test]
async fn the_form_works_by_buttons_and_keeps_what_is_typed() {
    let room = Room::new().await;
    let path = rubric_of(&room);
    let form = room.grader.get(&format!("{path}/edit")).await;
    assert!(form.html.contains("name=\"criteria.1.levels.1.text.ru\""), "{}", form.html);
    assert_eq!(form.value_of("criteria.0.key").as_deref(), Some("grasp"));
    let press = |button: &'static str| {
        let mut fields = changed("1", true);
        fields[0].1 = button;
        let (grader, path) = (room.grader.clone(), path.clone());
        async move { grader.post(&path, &fields).await }
    };
    let added = press("add").await;
    assert_eq!(added.status, 200);
    assert!(
        added.html.contains("name=\"criteria.2.weight\"") && added.text().contains("по-разному"),
        "{}",
        added.html
    );
    let raised = press("raise.1").await;
    assert_eq!(raised.value_of("criteria.0.key").as_deref(), Some("tone"));
    let more = press("add-level.0").await;
    assert!(more.html.contains("name=\"criteria.0.levels.2.points\""), "{}", more.html);
    assert!(!press("remove.1").await.html.contains("criteria.1.weight"));
    assert_eq!(room.app.audited("case-rubric-changed").await, 0, "only «save» writes");

    let mut faulty = changed("1", true);
    faulty.retain(|(name, _)| !["reason", "criteria.0.weight"].contains(name));
    faulty.extend([("reason", " "), ("criteria.0.weight", "99")]);
    let refused = room.grader.post(&path, &faulty).await;
    assert_eq!(refused.status, 422);
    assert!(refused.html.contains("href=\"#field-criteria.0.weight\""), "{}", refused.html);
    assert!(refused.html.contains("href=\"#field-reason\"") && refused.html.contains("value=\"99\""));
    let edit = room.grader.get(&format!("{path}/edit")).await;
    assert_eq!(edit.value_of("based_on").as_deref(), Some("1"));
}

#[tokio::test]
async fn two_who_change_it_at_once_do_not_undo_each_other_unseen() {
    let room = Room::new().await;
    change(&room, "1", true).await;
    let (_, second) = room.colleague("Ахметова").await;
    let late = second.post(&rubric_of(&room), &changed("1", false)).await;
    assert_eq!(late.status, 409);
    assert!(
        late.text().contains("рубрику изменил кто-то другой") && late.html.contains("Срок"),
        "{}",
        late.text()
    );
    assert_eq!(late.value_of("based_on").as_deref(), Some("2"), "saving again is a decision");
    let same = room.grader.post(&rubric_of(&room), &changed("2", true)).await;
    assert_eq!(same.status, 422);
    assert!(same.text().contains("Рубрика осталась прежней"), "{}", same.text());
    assert_eq!(room.author.get(&rubric_of(&room)).await.status, 403, "trainees have no business here");
}

#[tokio::test]
async fn without_names_the_list_has_none_and_nobody_sees_their_own_works() {
    let room = Room::new().await;
    let setup = CaseSetup { blind: true, release: Release::ByHand, ..CaseSetup::default() };
    room.set_up(setup).await;
    room.hand_in("Решение", &[]).await;
    let id = room.last().await;
    room.grader.post(&at(id, "grading"), &LOW).await;
    change(&room, "1", false).await;
    let api = room.app.api(&room.trainer).await;
    let program = format!("/api/v1{}s", rubric_of(&room));
    for page in [room.grader.get(&rubric_of(&room)).await, room.grader.get(&at(id, "regrading")).await] {
        assert!(page.text().contains(&format!("Работа № {id}")), "{}", page.text());
        assert!(!page.html.contains("Сейтқали"), "{}", page.html);
    }
    let listed = api.get(&program).await;
    assert!(
        !listed.html.contains("Сейтқали") && listed.json()["affected"][0]["author"].is_null(),
        "{}",
        listed.html
    );
    room.grader.post(&at(id, "release"), &[]).await;
    assert!(
        room.grader.get(&rubric_of(&room)).await.text().contains("Сейтқали"),
        "released, it has its author"
    );

    room.app.teach(room.edition, &room.trainee).await;
    let own = room.author.get(&rubric_of(&room)).await;
    assert!(own.status == 200 && !own.html.contains(&format!("/submissions/{id}")), "{}", own.html);
    assert_eq!(room.author.post(&at(id, "rubric-decision"), &[]).await.status, 403);
}

#[tokio::test]
async fn a_case_in_two_languages_is_changed_in_both() {
    let room = Room::of(TestApp::spawn().await, Course::sample().in_two_languages(), "Europe/Moscow").await;
    let refused = room.grader.post(&rubric_of(&room), &changed("1", true)).await;
    assert_eq!(refused.status, 422);
    assert!(refused.html.contains("href=\"#field-criteria.0.title.kk\""), "{}", refused.html);
    let mut both = changed("1", true);
    for (name, text) in [
        ("criteria.0.title.kk", "Түсіну"),
        ("criteria.0.levels.0.text.kk", "жоқ"),
        ("criteria.0.levels.1.text.kk", "бәрі"),
        ("criteria.1.title.kk", "Үні"),
        ("criteria.1.levels.0.text.kk", "дөрекі"),
        ("criteria.1.levels.1.text.kk", "біркелкі"),
    ] {
        both.push((name, text));
    }
    assert_eq!(room.grader.post(&rubric_of(&room), &both).await.status, 200);
    assert!(room.author.clone().speaking("kk").get(&rubric_of(&room)).await.status != 200);
    let api = room.app.api(&room.trainer).await.get(&format!("/api/v1{}s", rubric_of(&room))).await.json();
    assert_eq!(api["languages"], serde_json::json!(["kk", "ru"]));
}
