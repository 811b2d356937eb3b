//! The editor: without scripts, in three languages, one fault at a time named, two people at once.

use super::*;
use crate::support::browser::Page;
use birge::questions::rules::{Answer, Question, QuestionKind};
use birge::questions::store as bank;

impl Desk {
    async fn newest(&self, entry: QuestionEntryId) -> (i32, Question) {
        let found = self.app.db.read(move |r| bank::latest(r, entry)).await.unwrap().unwrap();
        (found.1, found.2)
    }

    async fn count(&self) -> i64 {
        let count = move |r: &mut Read| Ok(question_entries::table.count().get_result(r.conn())?);
        self.app.db.read(count).await.unwrap()
    }
}

/// The fields of a form as the page shows them, so that they can be sent back as they are.
fn fields_of(page: &Page) -> Vec<(String, String)> {
    let form = page.html.split("<form").find(|form| form.contains("data-question-editor")).unwrap();
    let form = form.split("</form>").next().unwrap();
    let decode = |text: &str| {
        let entities = [
            ("&#x3D;", "="),
            ("&#x27;", "'"),
            ("&#x60;", "`"),
            ("&quot;", "\""),
            ("&lt;", "<"),
            ("&gt;", ">"),
            ("&amp;", "&"),
        ];
        entities.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
    };
    let attribute = |tag: &str, name: &str| {
        let (_, after) = tag.split_once(&format!(" {name}=\""))?;
        Some(decode(after.split('"').next()?))
    };
    let mut fields = Vec::new();
    for (at, _) in form.match_indices('<') {
        let tag = form[at + 1..].split('>').next().unwrap();
        let Some(name) = attribute(tag, "name")
            .filter(|name| !["csrf", "form_id", "do", "preview"].contains(&name.as_str()))
        else {
            continue;
        };
        let ticked = tag.contains(" checked");
        let value = match tag.split(' ').next().unwrap() {
            "input" if tag.contains("type=\"radio\"") || tag.contains("type=\"checkbox\"") => {
                ticked.then(|| attribute(tag, "value").unwrap())
            }
            "input" => attribute(tag, "value"),
            "textarea" => {
                let text = form[at..].split_once('>').unwrap().1.split("</textarea>").next().unwrap();
                Some(decode(text.strip_prefix('\n').unwrap_or(text)))
            }
            "select" => {
                let options = form[at..].split("</select>").next().unwrap();
                options
                    .split("<option")
                    .find(|option| option.contains(" selected"))
                    .and_then(|option| attribute(option, "value"))
            }
            _ => None,
        };
        fields.extend(value.map(|value| (name, value)));
    }
    fields
}

/// The same fields with some of them set to something else; what is not there yet is added.
fn with(fields: &[(String, String)], changes: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut fields = fields.to_vec();
    for (name, value) in changes {
        match fields.iter_mut().find(|(known, _)| known == name) {
            Some((_, known)) => *known = (*value).to_owned(),
            None => fields.push(((*name).to_owned(), (*value).to_owned())),
        }
    }
    fields
}

async fn send(browser: &Browser, path: &str, fields: &[(String, String)]) -> Page {
    let fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    browser.post(path, &fields).await
}

const QUESTION: &[(&str, &str)] = &[
    ("kind", "one"),
    ("points", "2"),
    ("prompt-ru", "С чего *начать* разговор?"),
    ("prompt-kk", "Әңгімені неден бастау керек?"),
    ("explanation-ru", "Так **проще** договориться."),
    ("explanation-kk", "Осылай келісу оңай."),
    ("choices-0", ""),
    ("choices-0-text-ru", "Спросить"),
    ("choices-0-text-kk", "Сұрау"),
    ("choices-1", ""),
    ("choices-1-text-ru", "Подождать"),
    ("choices-1-text-kk", "Күту"),
    ("right", "choices-0"),
];

fn question(category: QuestionCategoryId) -> Vec<(String, String)> {
    let fields: Vec<(String, String)> =
        QUESTION.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    with(&fields, &[("category", &category.to_string()), ("do", "save")])
}

#[actix_web::test]
async fn a_question_is_written_in_the_browser_and_changed_into_a_second_version() {
    let desk = Desk::open().await;
    let kinds = desk.admin.get("/questions/new").await;
    assert!(kinds.text().contains("Пропуски в тексте") && kinds.text().contains("Шкала самооценки"));
    let made = send(&desk.admin, "/questions", &question(desk.category("Тест").await)).await;
    assert_eq!(made.status, 200, "{}", made.text());
    assert!(made.html.contains("С чего <em>начать</em> разговор?"), "{}", made.html);
    assert!(made.text().contains("Нет текста: English") && !made.text().contains("Нет текста: Қазақша"));
    let entry = desk.entry("q1").await;
    let (number, first) = desk.newest(entry).await;
    assert_eq!((number, first.points, first.texts.len()), (1, 2, 2));
    let form = desk.admin.get(&paths::edit_question(entry)).await;
    let fields = fields_of(&form);
    assert!(fields.contains(&("prompt-ru".into(), "С чего *начать* разговор?".into())), "{fields:?}");
    let changed = with(&fields, &[("prompt-ru", "С чего лучше *начать* разговор?"), ("do", "save")]);
    let saved = send(&desk.admin, &paths::question_versions(entry), &changed).await;
    assert!(saved.text().contains("Сохранена версия 2"), "{}", saved.text());
    assert!(saved.html.contains("<ins>лучше</ins>"), "{}", saved.html);
    let (number, second) = desk.newest(entry).await;
    assert_eq!((number, &second.answer), (2, &first.answer), "choices keep their numbers");
    assert_eq!(desk.app.audited("question-version-created").await, 2);
}

#[actix_web::test]
async fn saving_what_is_there_already_makes_no_version() {
    let desk = Desk::open().await;
    for key in ["one", "many", "truth", "number", "order", "match", "scale"] {
        let entry = desk.entry(key).await;
        let before = desk.newest(entry).await;
        let fields = with(&fields_of(&desk.admin.get(&paths::edit_question(entry)).await), &[("do", "save")]);
        let same = send(&desk.admin, &paths::question_versions(entry), &fields).await;
        assert!(same.text().contains("Ничего не изменилось"), "{key}: {}", same.text());
        assert_eq!(desk.newest(entry).await, before, "{key}");
        let draft = with(&fields, &[("do", "draft")]);
        let other = send(&desk.admin, &paths::question_versions(entry), &draft).await;
        assert!(other.text().contains("Сохранена версия 2"), "{key}: {}", other.text());
        assert_eq!(desk.newest(entry).await, (2, before.1), "{key}: only the state is another");
    }
    assert!(desk.admin.get("/questions?state=draft").await.text().contains("Сколько часов?"));
}

#[actix_web::test]
async fn rows_are_added_moved_and_removed_without_scripts_and_nothing_is_saved() {
    let desk = Desk::open().await;
    let entry = desk.entry("one").await;
    let page = desk.admin.get(&paths::edit_question(entry)).await;
    let path = paths::question_versions(entry);
    let typed = with(&fields_of(&page), &[("prompt-ru", "Пишу <и> не теряю"), ("do", "add-choices")]);
    let longer = send(&desk.admin, &path, &typed).await;
    assert_eq!(longer.status, 200);
    let fields = fields_of(&longer);
    assert!(fields.contains(&("prompt-ru".into(), "Пишу <и> не теряю".into())), "{fields:?}");
    assert!(fields.iter().any(|(name, _)| name == "choices-2"), "{fields:?}");
    let moved = send(&desk.admin, &path, &with(&fields, &[("do", "down-choices-0")])).await;
    let fields = fields_of(&moved);
    assert!(fields.contains(&("choices-0-text-ru".into(), "нет, другой".into())), "{fields:?}");
    assert!(fields.contains(&("right".into(), "choices-1".into())), "the mark goes with its row: {fields:?}");
    let shorter = send(&desk.admin, &path, &with(&fields, &[("do", "remove-choices-2")])).await;
    assert!(!fields_of(&shorter).iter().any(|(name, _)| name == "choices-2"));
    assert_eq!(desk.newest(entry).await.0, 1);
}

#[actix_web::test]
async fn every_fault_is_named_with_its_remedy_and_nothing_typed_is_lost() {
    let desk = Desk::open().await;
    let before = desk.count().await;
    let typed = with(
        &question(desk.category("Тест").await),
        &[
            ("choices-1-text-kk", ""),
            ("explanation-ru", "<b>жирно</b>"),
            ("points", "много"),
            ("explanation-kk", ""),
        ],
    );
    let refused = send(&desk.admin, "/questions", &typed).await;
    assert_eq!(refused.status, 422);
    let text = refused.text();
    for said in ["Заполните это поле", "HTML здесь не принимается", "Напишите пояснение"]
    {
        assert!(text.contains(said), "{said}: {text}");
    }
    for field in ["field-choices-1-text-kk", "field-explanation-ru", "field-points", "field-explanation-kk"] {
        assert!(refused.html.contains(&format!("href=\"#{field}\"")), "{field}");
        assert!(refused.html.contains(&format!("id=\"{field}\"")), "{field}");
    }
    let kept = fields_of(&refused);
    assert!(
        kept.contains(&("points".into(), "много".into()))
            && kept.contains(&("explanation-ru".into(), "<b>жирно</b>".into()))
    );
    let nowhere = send(&desk.admin, "/questions", &with(&typed, &[("category", "999999")])).await;
    assert!(nowhere.status == 422 && nowhere.html.contains("field-category"), "{}", nowhere.text());
    let draft = with(&question(desk.category("Тест").await), &[("explanation-ru", ""), ("do", "draft")]);
    assert_eq!(send(&desk.admin, "/questions", &draft).await.status, 200, "a draft may do without");
    assert_eq!(desk.count().await, before + 1);
}

#[actix_web::test]
async fn of_two_editors_at_once_the_second_is_told_and_loses_nothing() {
    let desk = Desk::open().await;
    let other = desk.app.sign_in(&desk.app.second_administrator().await).await;
    let entry = desk.entry("one").await;
    let path = paths::question_versions(entry);
    let mine = fields_of(&desk.admin.get(&paths::edit_question(entry)).await);
    let theirs = fields_of(&other.get(&paths::edit_question(entry)).await);
    let first = send(&other, &path, &with(&theirs, &[("prompt-ru", "Их вопрос?"), ("do", "save")])).await;
    assert_eq!(first.status, 200);
    let late = send(&desk.admin, &path, &with(&mine, &[("prompt-ru", "Мой вопрос?"), ("do", "save")])).await;
    assert_eq!(late.status, 409);
    assert!(
        late.text().contains("изменил кто-то другой") && late.text().contains("версия 2"),
        "{}",
        late.text()
    );
    let kept = fields_of(&late);
    assert!(kept.contains(&("prompt-ru".into(), "Мой вопрос?".into())), "{kept:?}");
    assert_eq!(desk.newest(entry).await.0, 2);
    let meant = send(&desk.admin, &path, &with(&kept, &[("do", "save")])).await;
    assert!(meant.text().contains("Сохранена версия 3"), "{}", meant.text());
    assert!(
        desk.admin.get(&format!("{}?version=2", paths::question(entry))).await.text().contains("Их вопрос?")
    );
}

#[actix_web::test]
async fn the_same_form_sent_twice_writes_one_question() {
    let desk = Desk::open().await;
    let (before, fields) = (desk.count().await, question(desk.category("Тест").await));
    let fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    for _ in 0..2 {
        assert_eq!(desk.admin.post_as("/questions", &fields, "once").await.status, 200);
    }
    assert_eq!(desk.count().await, before + 1);
}

#[actix_web::test]
async fn the_preview_follows_what_is_typed_and_carries_nothing_dangerous() {
    let desk = Desk::open().await;
    let fields = with(
        &question(desk.category("Тест").await),
        &[("detail-ru", "Условие <script>alert(1)</script> и **важное**"), ("choices-1-text-ru", "")],
    );
    let part = send(&desk.admin, "/questions/previews", &fields).await;
    assert_eq!(part.status, 200);
    assert!(
        part.html.contains("<em>начать</em>") && part.html.contains("<strong>важное</strong>"),
        "{}",
        part.html
    );
    assert!(!part.html.contains("<script") && !part.html.contains("<html"), "{}", part.html);
    let nobody = desk.app.sign_in(&desk.app.person("Никто").await).await;
    assert_eq!(send(&nobody, "/questions/previews", &fields).await.status, 403);
}

#[actix_web::test]
async fn a_form_of_every_kind_opens_and_trainers_write_only_where_they_teach() {
    let desk = Desk::open().await;
    let teaching = desk.app.sign_in(&desk.trainer().await).await;
    let idle = desk.app.sign_in(&desk.app.trainer("Соседний").await).await;
    use birge::kernel::Word as _;
    for kind in QuestionKind::WORDS {
        let page = teaching.get(&format!("/questions/new?kind={kind}")).await;
        assert_eq!(page.status, 200, "{kind}");
        assert_eq!(page.value_of("kind").as_deref(), Some(*kind));
    }
    let category = desk.category("Тест").await;
    assert_eq!(
        send(&idle, "/questions", &question(category)).await.status,
        422,
        "the category is out of reach"
    );
    assert_eq!(send(&teaching, "/questions", &question(category)).await.status, 200);
    let entry = desk.entry("q1").await;
    assert_eq!(idle.get(&paths::edit_question(entry)).await.status, 404);
    assert_eq!(send(&idle, &paths::question_versions(entry), &question(category)).await.status, 404);
    assert_eq!(desk.newest(entry).await.0, 1);
    assert!(matches!(desk.newest(entry).await.1.answer, Answer::One(_)));
}

#[actix_web::test]
async fn every_question_of_the_shipped_courses_can_be_edited_without_loss() {
    use birge::questions::rules::Draft;
    let app = TestApp::spawn().await;
    for course in ["effective-partnership", "birgemiz-bilim-orientation"] {
        app.shipped(course).await;
    }
    let all = move |r: &mut Read| {
        let entries: Vec<QuestionEntryId> =
            question_entries::table.select(question_entries::id).load(r.conn())?;
        entries
            .into_iter()
            .map(|entry| Ok(bank::latest(r, entry)?.unwrap().2))
            .collect::<Result<Vec<_>, birge::kernel::Problem>>()
    };
    let questions = app.db.read(all).await.unwrap();
    assert!(questions.len() > 50, "{}", questions.len());
    for question in questions {
        let draft = Draft::of(&question);
        assert_eq!(draft.question(&question.key, Some(&question)).unwrap(), question, "{}", question.key);
        let alone = draft.question(&question.key, None).unwrap();
        let words = |question: &Question| birge::questions::rules::outline::lines(question);
        assert_eq!(words(&alone), words(&question), "{}", question.key);
    }
}
