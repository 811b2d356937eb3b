//! The list, the categories, and one question with its versions.

use super::*;
use birge::questions::store as bank;

#[actix_web::test]
async fn an_administrator_finds_questions_by_words_whatever_keyboard_they_were_typed_on() {
    let desk = Desk::open().await;
    let all = desk.admin.get("/questions").await;
    assert_eq!(all.status, 200);
    for prompt in ["Один ответ?", "Сколько часов?", "Что за чем?", "Я доверяю фондам."]
    {
        assert!(all.text().contains(prompt), "{prompt}: {}", all.text());
    }
    let found = desk.admin.get("/questions?q=СКОЛЬКО%20часoв").await.text();
    assert!(found.contains("Сколько часов?") && !found.contains("Один ответ?"), "{found}");
    let by_choice = desk.admin.get("/questions?q=проведение").await.text();
    assert!(by_choice.contains("Что за чем?") && !by_choice.contains("Сколько часов?"), "{by_choice}");
    let none = desk.admin.get("/questions?q=%25_нет").await.text();
    assert!(none.contains("Ничего не нашлось"), "{none}");
}

#[actix_web::test]
async fn filters_narrow_the_list_and_keep_each_other() {
    let desk = Desk::open().await;
    let kinds = desk.admin.get("/questions?kind=match").await.text();
    assert!(kinds.contains("Кто что делает?") && !kinds.contains("Что за чем?"), "{kinds}");
    let category = desk.category("Тест").await;
    let inside = desk.admin.get(&format!("/questions?category={category}&kind=number")).await;
    assert!(inside.text().contains("Сколько часов?") && !inside.text().contains("Кто что делает?"));
    assert!(desk.admin.get("/questions?state=draft").await.text().contains("Ничего не нашлось"));
    assert!(desk.admin.get("/questions?missing=ru").await.text().contains("Ничего не нашлось"));
    let missing = desk.admin.get("/questions?missing=kk").await.text();
    assert!(missing.contains("Сколько часов?") && missing.contains("Нет текста: Қазақша"), "{missing}");
    let entry = desk.entry("number").await;
    let tagged = desk.admin.post(&paths::question_tags(entry), &[("tags", "Право, #НКО, право")]).await;
    assert_eq!(tagged.value_of("tags").as_deref(), Some("нко, право"), "{}", tagged.text());
    let by_tag = desk.admin.get("/questions?tag=право").await;
    assert!(by_tag.text().contains("Сколько часов?") && !by_tag.text().contains("Что за чем?"));
    assert_eq!(by_tag.value_of("q").as_deref(), Some(""));
    let long = desk.admin.post(&paths::question_tags(entry), &[("tags", &"я".repeat(50))]).await;
    assert_eq!((long.status, long.value_of("tags").unwrap().chars().count()), (422, 50));
    assert!(long.text().contains("Слишком длинная метка"), "{}", long.text());
    assert_eq!(desk.app.audited("question-tagged").await, 1);
}

#[actix_web::test]
async fn the_list_goes_on_after_the_last_one_shown() {
    let desk = Desk::open().await;
    let (id, now) = (desk.entry("one").await, desk.app.now());
    let copies = move |w: &mut birge::db::Write| {
        for _ in 0..60 {
            birge::questions::actions::entries::copy(w, &birge::kernel::Actor::program(), id, now)?;
        }
        Ok(())
    };
    desk.app.db.write(copies).await.unwrap();
    let first = desk.admin.get("/questions").await;
    assert_eq!(first.html.matches("<th scope=\"row\">").count(), 50);
    let next = desk.admin.get(&first.link_to("Показать следующие").replace("&#x3D;", "=")).await;
    assert_eq!(next.html.matches("<th scope=\"row\">").count(), 17);
    assert!(next.text().contains("Сколько часов?") && !next.text().contains("Показать следующие"));
}

#[actix_web::test]
async fn the_page_of_a_question_shows_it_as_trainees_see_it_with_answer_usage_and_versions() {
    let desk = Desk::open().await;
    let edition = desk.app.edition(desk.version).await;
    let trainee = desk.app.person("Иванова").await;
    let enrolment = desk.app.enrol(edition, &trainee).await;
    let entry = desk.entry("number").await;
    let page = desk.admin.get(&paths::question(entry)).await;
    let text = page.text();
    assert!(text.contains("60 ± 2.5 ч") && text.contains("потому что 60"), "{text}");
    assert!(text.contains("в 1 тесте, 0 ответов"), "{text}");
    assert!(text.contains("из файла программы") && text.contains("Первая версия"), "{text}");
    mark(&desk.app, enrolment, desk.app.activity(desk.version, "quiz").await, entry).await;
    let used = desk.admin.get("/questions?kind=number").await.text();
    assert!(used.contains("в 1 тесте, 1 ответ"), "{used}");
    assert_eq!(desk.admin.get(&format!("{}?version=7", paths::question(entry))).await.status, 404);
    assert_eq!(desk.admin.get("/questions/999999").await.status, 404);
}

/// Somebody's answer to a question was marked.
async fn mark(
    app: &TestApp,
    enrolment: birge::kernel::EnrolmentId,
    quiz: birge::kernel::ActivityId,
    entry: QuestionEntryId,
) {
    let now = app.now();
    let write = move |w: &mut birge::db::Write| {
        let (version, _, question) = bank::latest(w, entry)?.unwrap();
        let attempt = begun(w, (enrolment, quiz, version), now)?;
        let mark = birge::questions::rules::Mark::of(&question, None);
        birge::quizzes::store::insert_mark(w, attempt, version, mark)
    };
    app.db.write(write).await.unwrap();
}

/// An attempt that drew one question.
fn begun(
    w: &mut birge::db::Write,
    (enrolment, activity, question): (
        birge::kernel::EnrolmentId,
        birge::kernel::ActivityId,
        birge::kernel::QuestionId,
    ),
    now: birge::kernel::Moment,
) -> Result<birge::kernel::AttemptId, birge::kernel::Problem> {
    let new = birge::quizzes::store::NewAttempt {
        enrolment,
        activity,
        number: 1,
        seed: 1,
        language: birge::kernel::Language::Ru,
        questions: vec![question],
        started_at: now,
        due_at: now,
        taken_until: now,
        plan: Default::default(),
    };
    birge::quizzes::store::insert_attempt(w, &new)
}

#[actix_web::test]
async fn a_question_goes_to_the_archive_and_comes_back() {
    let desk = Desk::open().await;
    let entry = desk.entry("order").await;
    let away = desk.admin.post(&paths::question_archival(entry), &[]).await;
    assert!(
        away.text().contains("Вопрос в архиве") && away.text().contains("Администратор А."),
        "{}",
        away.text()
    );
    assert!(!desk.admin.get("/questions").await.text().contains("Что за чем?"));
    let archive = desk.admin.get("/questions?archived=yes").await.text();
    assert!(archive.contains("Что за чем?") && !archive.contains("Сколько часов?"));
    let back = desk.admin.post(&paths::question_restoration(entry), &[]).await;
    assert!(!back.text().contains("Вопрос в архиве"));
    assert!(desk.admin.get("/questions").await.text().contains("Что за чем?"));
    assert_eq!(
        (desk.app.audited("question-archived").await, desk.app.audited("question-restored").await),
        (1, 1)
    );
}

#[actix_web::test]
async fn a_copy_is_a_draft_of_its_own_that_no_quiz_asks() {
    let desk = Desk::open().await;
    let entry = desk.entry("match").await;
    let copy = desk.admin.post(&paths::question_copies(entry), &[]).await;
    assert!(copy.text().contains("Черновик") && copy.text().contains("match-2"), "{}", copy.text());
    assert!(copy.text().contains("Ни один тест этот вопрос пока не задаёт"));
    assert_ne!(copy.path, paths::question(entry));
}

#[actix_web::test]
async fn categories_are_made_nested_renamed_and_filled() {
    let desk = Desk::open().await;
    let parent = desk.category("Тест").await;
    let above = parent.to_string();
    let made = desk.admin.post("/question-categories", &[("name", "Договоры"), ("parent", &above)]).await;
    assert!(made.text().contains("Категория «Договоры» добавлена"), "{}", made.text());
    let again = desk.admin.post("/question-categories", &[("name", "ДОГОВОРЫ"), ("parent", &above)]).await;
    assert_eq!((again.status, again.value_of("name").as_deref()), (422, Some("ДОГОВОРЫ")));
    assert!(again.text().contains("уже есть"), "{}", again.text());
    let child = desk.category("Договоры").await;
    let under_itself = desk
        .admin
        .post(&paths::question_category(parent), &[("name", "Тест"), ("parent", &child.to_string())])
        .await;
    assert_eq!(under_itself.status, 422);
    assert!(under_itself.text().contains("внутри самой себя"), "{}", under_itself.text());
    let renamed = desk
        .admin
        .post(&paths::question_category(child), &[("name", "Соглашения"), ("parent", &above)])
        .await;
    assert!(renamed.text().contains("Соглашения"));
    let entry = desk.entry("truth").await;
    let moved = desk.admin.post(&paths::question_place(entry), &[("category", &child.to_string())]).await;
    assert!(moved.text().contains("Вопрос перенесён"), "{}", moved.text());
    let inside = desk.admin.get(&format!("/questions?category={child}")).await.text();
    assert!(inside.contains("Это верно?") && !inside.contains("Один ответ?"), "{inside}");
    let with_those_under = desk.admin.get(&format!("/questions?category={parent}")).await.text();
    assert!(with_those_under.contains("Это верно?") && with_those_under.contains("Один ответ?"));
    let nowhere = desk.admin.post(&paths::question_place(entry), &[("category", "999999")]).await;
    assert_eq!(nowhere.status, 422);
    assert_eq!(desk.app.audited("question-moved").await, 1);
}

#[actix_web::test]
async fn an_import_of_the_same_course_leaves_the_bank_as_it_was_even_after_a_category_moved() {
    let desk = Desk::open().await;
    desk.admin.post("/question-categories", &[("name", "Наши темы"), ("owner", "programme-1")]).await;
    let above = desk.category("Наши темы").await.to_string();
    let quiz = desk.category("Тест").await;
    let moved =
        desk.admin.post(&paths::question_category(quiz), &[("name", "Тест"), ("parent", &above)]).await;
    assert_eq!(moved.status, 200, "{}", moved.text());
    let changed = Course::sample().replace("01-first/03-quiz.ru.quiz.md", "да, этот", "да, именно этот");
    desk.app.import(changed.programme()).await;
    let counted = move |r: &mut Read| {
        Ok((
            question_categories::table.count().get_result::<i64>(r.conn())?,
            question_entries::table.count().get_result::<i64>(r.conn())?,
        ))
    };
    assert_eq!(desk.app.db.read(counted).await.unwrap(), (2, 7));
    let page = desk.admin.get(&paths::question(desk.entry("one").await)).await;
    assert!(page.text().contains("Версия 2") && page.text().contains("Что изменилось"), "{}", page.text());
    assert!(page.html.contains("<ins>именно</ins>"), "{}", page.html);
}

#[actix_web::test]
async fn trainers_see_the_questions_of_the_programmes_they_teach_and_no_others() {
    let desk = Desk::open().await;
    let trainer = desk.trainer().await;
    let teaching = desk.app.sign_in(&trainer).await;
    let entry = desk.entry("one").await;
    assert!(teaching.get("/questions").await.text().contains("Один ответ?"));
    assert!(teaching.get("/questions").await.text().contains("Вопросы"));
    assert_eq!(teaching.get(&paths::question(entry)).await.status, 200);
    assert_eq!(teaching.post(&paths::question_archival(entry), &[]).await.status, 200);
    let idle = desk.app.sign_in(&desk.app.trainer("Соседний").await).await;
    assert!(idle.get("/questions?archived=yes").await.text().contains("Здесь пока нет ваших вопросов"));
    let category = desk.category("Тест").await;
    for path in [paths::question(entry), paths::question_category(category)] {
        assert_eq!(idle.get(&path).await.status, 404, "{path}");
    }
    for path in [
        paths::question_archival(entry),
        paths::question_restoration(entry),
        paths::question_copies(entry),
        paths::question_tags(entry),
        paths::question_place(entry),
        paths::question_category(category),
    ] {
        assert_eq!(idle.post(&path, &[("name", "x"), ("tags", "x")]).await.status, 404, "{path}");
    }
    let refused = idle.post("/question-categories", &[("name", "Чужая"), ("owner", "programme-1")]).await;
    assert_eq!(refused.status, 422);
}

#[actix_web::test]
async fn administrators_of_organisations_reach_their_own_and_their_programmes_and_others_nothing() {
    let desk = Desk::open().await;
    desk.app.edition(desk.version).await;
    let (centre, other) = (desk.app.centre().await, desk.app.organisation("Чужой фонд").await);
    let person = desk.app.person("Ахметова").await;
    desk.app.grant_in(&person, Role::Administrator, centre).await;
    let admin = desk.app.sign_in(&person).await;
    assert!(admin.get("/questions").await.text().contains("Один ответ?"));
    let owner = format!("organisation-{centre}");
    let made = admin.post("/question-categories", &[("name", "Наше"), ("owner", &owner)]).await;
    assert!(made.text().contains("«Наше» добавлена"), "{}", made.text());
    let theirs = format!("organisation-{other}");
    for foreign in [theirs.as_str(), "site"] {
        let refused = admin.post("/question-categories", &[("name", "Не наше"), ("owner", foreign)]).await;
        assert_eq!(refused.status, 422, "{foreign}");
    }
    let stranger = desk.app.person("Сосед").await;
    desk.app.grant_in(&stranger, Role::Administrator, other).await;
    let elsewhere = desk.app.sign_in(&stranger).await;
    assert_eq!(elsewhere.get(&paths::question(desk.entry("one").await)).await.status, 404);
    assert_eq!(elsewhere.get(&paths::question_category(desk.category("Наше").await)).await.status, 404);
    let coordinator = desk.app.person("Координатор").await;
    desk.app.grant_in(&coordinator, Role::Coordinator, centre).await;
    let nobody =
        [desk.app.sign_in(&coordinator).await, desk.app.sign_in(&desk.app.person("Никто").await).await];
    for browser in nobody {
        for path in ["/questions", "/question-categories"] {
            assert_eq!(browser.get(path).await.status, 403, "{path}");
        }
    }
}

#[actix_web::test]
async fn questions_from_before_the_search_are_found_once_the_job_has_run() {
    use birge::db::schema::question_versions;
    let desk = Desk::open().await;
    let (key, now) = ("question-folds", desk.app.now());
    let forget = move |w: &mut birge::db::Write| {
        diesel::update(question_versions::table)
            .set(question_versions::search_fold.eq(None::<String>))
            .execute(w.conn())?;
        let job = birge::jobs::NewJob { kind: key, payload: serde_json::json!({}), unique_key: None };
        birge::jobs::enqueue(w, now, job)
    };
    desk.app.db.write(forget).await.unwrap();
    assert!(desk.admin.get("/questions?q=сколько").await.text().contains("Ничего не нашлось"));
    desk.app.run_jobs().await;
    assert!(desk.admin.get("/questions?q=сколько").await.text().contains("Сколько часов?"));
}

#[actix_web::test]
async fn a_name_that_a_category_gave_up_is_free_for_another() {
    let desk = Desk::open().await;
    let make = async |name: &str, parent: &str| {
        let fields = [("name", name), ("owner", "site"), ("parent", parent)];
        let made = desk.admin.post("/question-categories", &fields).await;
        assert!(made.text().contains(&format!("«{name}» добавлена")), "{}", made.text());
        desk.category(name).await
    };
    let change = async |id: QuestionCategoryId, name: &str, parent: &str| {
        let fields = [("name", name), ("parent", parent)];
        let changed = desk.admin.post(&paths::question_category(id), &fields).await;
        assert!(changed.text().contains(&format!("«{name}» сохранена")), "{}", changed.text());
    };
    let contracts = make("Договоры", "").await;
    change(contracts, "Соглашения", "").await;
    let second = make("Договоры", "").await;
    assert_ne!(contracts, second);
    change(second, "Договорённости", "").await;
    make("Договоры", "").await;
    let above = make("Право", "").await.to_string();
    let inside = make("Пункты", &above).await;
    change(inside, "Части", &above).await;
    let outside = make("Пункты", "").await;
    change(outside, "Пункты", &above).await;
    change(outside, "Пункты", "").await;
}

fn fixed(questions: Vec<birge::kernel::QuestionId>) -> Vec<birge::quizzes::rules::setup::Section> {
    use birge::quizzes::rules::setup::{Section, Source};
    vec![Section { title: String::new(), source: Source::Fixed { questions } }]
}

#[actix_web::test]
async fn a_quiz_counts_once_whatever_the_versions_of_its_programme() {
    let desk = Desk::open().await;
    let changed = Course::sample().replace("01-first/03-quiz.ru.quiz.md", "да, этот", "да, именно этот");
    let newer = desk.app.import(changed.programme()).await;
    let entry = desk.entry("number").await;
    let page = desk.admin.get(&paths::question(entry)).await;
    assert!(page.text().contains("в 1 тесте, 0 ответов"), "{}", page.text());
    assert!(page.text().contains("версия 2. Версия вопроса 1"), "{}", page.text());
    let list = desk.admin.get("/questions?kind=number").await.text();
    assert!(list.contains("в 1 тесте, 0 ответов"), "{list}");
    for version in [desk.version, newer] {
        let edition = desk.app.edition(version).await;
        let trainee = desk.app.person(&format!("Слушатель{version}")).await;
        let enrolment = desk.app.enrol(edition, &trainee).await;
        mark(&desk.app, enrolment, desk.app.activity(version, "quiz").await, entry).await;
    }
    let page = desk.admin.get(&paths::question(entry)).await.text();
    assert!(page.contains("в 1 тесте, 2 ответа") && !page.contains("версия 1. Версия вопроса"), "{page}");
}

#[actix_web::test]
async fn a_question_is_used_by_the_setup_in_force_and_by_attempts_that_drew_it() {
    use birge::quizzes::rules::setup::{Filter, Section, Source};
    let desk = Desk::open().await;
    let one = desk.entry("one").await;
    desk.admin.post(&paths::question_copies(one), &[]).await;
    let copy = desk.entry("one-2").await;
    let ready = move |w: &mut birge::db::Write| {
        let (id, _, _) = bank::latest(w, copy)?.unwrap();
        diesel::update(birge::db::schema::question_versions::table.find(id))
            .set(birge::db::schema::question_versions::state.eq("ready"))
            .execute(w.conn())?;
        Ok(id)
    };
    let id = desk.app.db.write(ready).await.unwrap();
    let usage = async || {
        let page = desk.admin.get(&paths::question(copy)).await.text();
        let list = desk.admin.get("/questions?kind=one").await.text();
        let used = page.contains("в 1 тесте, 0 ответов");
        assert_eq!(used, !list.contains("Не используется"), "page and list agree: {page} {list}");
        assert_eq!(used, page.contains("Версия вопроса 1, 0 ответов"), "{page}");
        used
    };
    assert!(!usage().await, "nobody asks the copy yet");
    let (edition, quiz) =
        (desk.app.edition(desk.version).await, desk.app.activity(desk.version, "quiz").await);
    desk.app.set_up(edition, quiz, |_| (), fixed(vec![id])).await;
    assert!(usage().await, "a section names it");
    let filter = Filter { kind: Some(birge::questions::rules::QuestionKind::One), ..Filter::default() };
    let random = Section { title: String::new(), source: Source::Random { count: 2, filter } };
    desk.app.set_up(edition, quiz, |_| (), vec![random]).await;
    assert!(!usage().await, "the setup before is not in force any more");
    let trainee = desk.app.person("Иванова").await;
    let enrolment = desk.app.enrol(edition, &trainee).await;
    let now = desk.app.now();
    let begin = move |w: &mut birge::db::Write| begun(w, (enrolment, quiz, id), now);
    desk.app.db.write(begin).await.unwrap();
    assert!(usage().await, "an attempt under way has drawn it");
}

#[actix_web::test]
async fn a_question_is_named_for_trainers_and_found_by_its_name() {
    let desk = Desk::open().await;
    let entry = desk.entry("number").await;
    let (page, name) = (paths::question(entry), paths::question_name(entry));
    assert!(desk.admin.get("/questions?q=разминка").await.text().contains("Ничего не нашлось"));
    let named = desk.admin.post(&name, &[("called", " Разминка  перед игрой ")]).await;
    assert_eq!(named.value_of("called").as_deref(), Some("Разминка перед игрой"), "{}", named.text());
    assert!(desk.admin.get("/questions?q=РАЗМИНКА").await.text().contains("Сколько часов?"));
    let long = desk.admin.post(&name, &[("called", &"я".repeat(256))]).await;
    assert_eq!((long.status, long.value_of("called").unwrap().chars().count()), (422, 256));
    assert!(long.text().contains("Сократите до 255"), "{}", long.text());

    // A copy has it too, and keeps it when the question loses it.
    let copy = desk.admin.post(&paths::question_copies(entry), &[]).await;
    assert_eq!(copy.value_of("called").as_deref(), Some("Разминка перед игрой"));
    let api = desk.app.api(&desk.app.second_administrator().await).await;
    let taken = api.put(&format!("/api/v1{name}"), serde_json::json!({ "name": null })).await;
    assert_eq!(taken.status, 204, "{}", taken.html);
    assert_eq!(desk.admin.get(&page).await.value_of("called").as_deref(), Some(""));
    let found = desk.admin.get("/questions?q=разминка").await;
    assert!(!found.html.contains(&format!("{page}\"")), "{}", found.text());
    assert_eq!(desk.app.audited("question-named").await, 2);
}
