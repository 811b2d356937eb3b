//! Questions from files: first looked at, then all of them or none; and questions as files.

use super::*;
use crate::support::browser::Page;

const GIFT: &str = "$CATEGORY: Право/НКО\n\n// [tag:нко]\n::Столица::Столица Казахстана?{=Астана ~Алматы}\n\n\
     ::Река::Река в Астане — {=Ишим =Есиль}.\n";

async fn look(desk: &Desk, name: &str, content: &str) -> Page {
    let category = desk.category("Тест").await.to_string();
    let fields = [("category", category.as_str()), ("language", "ru")];
    let file = [("file", name, content.as_bytes().to_vec())];
    desk.admin.post_multipart(paths::QUESTION_IMPORTS, &fields, &file).await
}

fn hidden(page: &Page, name: &str) -> String {
    page.value_of(name).unwrap_or_else(|| panic!("{name}: {}", page.text())).replace("&quot;", "\"")
}

async fn confirm(desk: &Desk, page: &Page, good_only: bool) -> Page {
    let (ticket, seal) = (hidden(page, "ticket"), hidden(page, "seal"));
    let mut fields = vec![("ticket", ticket.as_str()), ("seal", seal.as_str())];
    if good_only {
        fields.push(("good-only", "on"));
    }
    desk.admin.post(paths::QUESTION_IMPORT_CONFIRMATIONS, &fields).await
}

async fn count(desk: &Desk) -> i64 {
    desk.app.db.read(|r| Ok(question_entries::table.count().get_result(r.conn())?)).await.unwrap()
}

#[actix_web::test]
async fn a_file_is_looked_at_first_and_taken_once() {
    let desk = Desk::open().await;
    let before = count(&desk).await;
    let page = look(&desk, "вопросы.gift", GIFT).await;
    assert_eq!(page.status, 200);
    assert!(
        page.text().contains("Ошибок нет") && page.text().contains("Добавить 2 вопроса"),
        "{}",
        page.text()
    );
    assert_eq!((count(&desk).await, desk.app.audited("questions-imported").await), (before, 0));
    let done = confirm(&desk, &page, false).await;
    assert!(done.text().contains("новых 2, уже были 0"), "{}", done.text());
    assert_eq!((count(&desk).await, desk.app.audited("questions-imported").await), (before + 2, 1));
    let inside = desk.category("НКО").await;
    let list = desk.admin.get(&format!("/questions?category={inside}&tag=нко")).await;
    assert!(list.text().contains("Столица Казахстана?"), "{}", list.text());
    let again = confirm(&desk, &look(&desk, "вопросы.gift", GIFT).await, false).await;
    assert!(again.text().contains("новых 0, уже были 2"), "{}", again.text());
    assert_eq!(count(&desk).await, before + 2, "the same file adds nothing");
}

/// A name stays with its question: in lists, in copies, in what goes out again.
#[actix_web::test]
async fn a_question_keeps_its_name() {
    let desk = Desk::open().await;
    let page = look(&desk, "вопросы.gift", "::Столица 1::Главный город Казахстана?{=Астана ~Алматы}\n").await;
    assert!(page.text().contains("Без пояснения: 1 вопрос"), "{}", page.text());
    confirm(&desk, &page, false).await;
    let list = desk.admin.get("/questions?q=казахстана").await.text();
    assert!(list.contains("Главный город Казахстана?") && list.contains("Столица 1"), "{list}");
    let entry = desk.entry("stolitsa-1").await;
    let shown = desk.admin.get(&paths::question(entry)).await.text();
    assert!(shown.contains("Столица 1"), "{shown}");
    let copied = desk.admin.post(&paths::question_copies(entry), &[]).await;
    assert!(copied.text().contains("Столица 1"), "{}", copied.text());
    let filter = [("q", "казахстана"), ("state", "ready")];
    let gift = desk.admin.get(&paths::question_export("gift", &filter)).await;
    assert!(gift.html.contains("::Столица 1::[html]Главный город Казахстана?"), "{}", gift.html);
    let unnamed = look(&desk, "x.gift", "Где живут?{=дома ~нигде ####Дома теплее.}\n").await;
    assert!(!unnamed.text().contains("Без пояснения"), "{}", unnamed.text());
    confirm(&desk, &unnamed, false).await;
    let list = desk.admin.get("/questions?q=живут").await;
    assert_eq!(list.text().matches("Где живут?").count(), 1, "{}", list.text());
}

#[actix_web::test]
async fn a_file_with_faults_brings_nothing_unless_the_good_ones_are_asked_for() {
    let desk = Desk::open().await;
    let before = count(&desk).await;
    let page = look(&desk, "x.gift", &format!("{GIFT}\n::Скобка::Не закрыта {{=да")).await;
    assert!(
        page.text().contains("Скобка { не закрыта") && page.text().contains("Поставьте }"),
        "{}",
        page.text()
    );
    let refused = confirm(&desk, &page, false).await;
    assert_eq!((refused.status, count(&desk).await), (400, before));
    let done = confirm(&desk, &page, true).await;
    assert!(done.text().contains("новых 2"), "{}", done.text());
    assert_eq!(count(&desk).await, before + 2);
}

#[actix_web::test]
async fn a_ticket_is_neither_forged_nor_passed_on() {
    let desk = Desk::open().await;
    let page = look(&desk, "x.gift", GIFT).await;
    let (ticket, seal) = (hidden(&page, "ticket"), hidden(&page, "seal"));
    let other = desk.category("Тест").await.to_string();
    let forged = ticket.replace(&format!("\"category\":{other}"), "\"category\":1");
    let forged = if forged == ticket { ticket.replace("x.gift", "y.gift") } else { forged };
    let fields = [("ticket", forged.as_str()), ("seal", seal.as_str())];
    assert_eq!(desk.admin.post(paths::QUESTION_IMPORT_CONFIRMATIONS, &fields).await.status, 400);
    let trainer = desk.app.sign_in(&desk.trainer().await).await;
    let fields = [("ticket", ticket.as_str()), ("seal", seal.as_str())];
    assert_eq!(trainer.post(paths::QUESTION_IMPORT_CONFIRMATIONS, &fields).await.status, 400);
    let empty = desk.admin.post_multipart(paths::QUESTION_IMPORTS, &[("category", "")], &[]).await;
    assert_eq!(empty.status, 422);
}

#[actix_web::test]
async fn images_come_along_and_questions_go_out_again() {
    let desk = Desk::open().await;
    let xml = std::fs::read_to_string("tests/exchange/syntax.xml").unwrap();
    let page = look(&desk, "moodle.xml", &xml).await;
    assert!(page.text().contains("Балл 1.5000000 заменён целым: 2"), "{}", page.text());
    confirm(&desk, &page, false).await;
    let inside = desk.category("и/или").await;
    let moodle =
        desk.admin.get(&paths::question_export("moodle-xml", &[("category", &inside.to_string())])).await;
    assert_eq!(moodle.header("content-type"), "application/xml; charset=utf-8");
    assert!(moodle.html.contains("<file name=\"") && moodle.html.contains("iVBORw0KGgo"), "{}", moodle.html);
    assert_eq!(moodle.html.matches("<idnumber>").count(), 11);
    let (_, rest) = moodle.html.split_once("<file name=\"").unwrap();
    let image = format!("/question-images/{}", rest.split('"').next().unwrap());
    let shown = desk.admin.get(&image).await;
    assert_eq!((shown.status, shown.header("content-type")), (200, "image/png"));
    assert_eq!(desk.admin.get("/question-images/none.png").await.status, 404);
    let gift = desk.admin.get(&paths::question_export("gift", &[("category", &inside.to_string())])).await;
    assert!(
        gift.html.contains("::Какой город на карте?") || gift.html.contains("Какой город"),
        "{}",
        gift.html
    );
    assert!(gift.html.contains("не вошёл, в этом формате нет вопросов такого вида"), "{}", gift.html);
    let example = desk.admin.get(paths::QUESTION_IMPORT_EXAMPLE).await;
    let read = look(&desk, "образец.csv", &example.html).await;
    assert!(read.text().contains("Добавить 10 вопросов"), "{}", read.text());
}

/// How many files lie in the store.
fn stored(desk: &Desk) -> usize {
    fn count(folder: &std::path::Path) -> usize {
        let Ok(entries) = std::fs::read_dir(folder) else { return 0 };
        entries
            .map(|entry| entry.unwrap().path())
            .map(|path| if path.is_dir() { count(&path) } else { 1 })
            .sum()
    }
    count(&desk.app.data_dir)
}

#[actix_web::test]
async fn a_question_under_a_number_is_known_again() {
    let desk = Desk::open().await;
    let other = "::Столица::Столица Франции?{=Париж ~Лион}\n";
    let same_name = "::Столица::Столица Казахстана?{=Астана ~Алматы}\n";
    for (file, expected) in [
        (other, "новых 1, уже были 0"),
        (same_name, "новых 1, уже были 0"),
        (same_name, "новых 0, уже были 1"),
        (other, "новых 0, уже были 1"),
    ] {
        let done = confirm(&desk, &look(&desk, "x.gift", file).await, false).await;
        assert!(done.text().contains(expected), "{file}: {}", done.text());
    }
}

#[actix_web::test]
async fn a_category_that_was_renamed_does_not_stop_a_file_that_names_it() {
    let desk = Desk::open().await;
    let file = "$CATEGORY: Право\n\n::Река::Какая?{=Ишим ~Есиль}\n";
    confirm(&desk, &look(&desk, "x.gift", file).await, false).await;
    let (law, above) = (desk.category("Право").await, desk.category("Тест").await.to_string());
    desk.admin.post(&paths::question_category(law), &[("name", "Закон"), ("parent", &above)]).await;
    let done = confirm(&desk, &look(&desk, "x.gift", file).await, false).await;
    assert!(done.text().contains("новых 1, уже были 0"), "{}", done.text());
    assert_ne!(desk.category("Право").await, law);
}

#[actix_web::test]
async fn what_cannot_be_taken_is_told_with_the_choices_kept_and_nothing_stored() {
    let desk = Desk::open().await;
    let category = desk.category("Тест").await.to_string();
    let (questions, files) = (count(&desk).await, stored(&desk));
    let send = async |name: &str, bytes: Vec<u8>| {
        let fields = [("category", category.as_str()), ("language", "kk")];
        desk.admin.post_multipart(paths::QUESTION_IMPORTS, &fields, &[("file", name, bytes)]).await
    };
    let kept = |page: &Page| {
        let chosen = [format!("value=\"{category}\" selected"), "value=\"kk\" selected".to_owned()];
        assert!(chosen.iter().all(|one| page.html.contains(one)), "{}", page.html);
    };
    let large = send("big.gift", vec![b'a'; 50 * 1024 * 1024]).await;
    assert_eq!(large.status, 413, "{}", large.text());
    assert!(large.text().contains("Файл больше 20 МБ. Разделите"), "{}", large.text());
    kept(&large);
    let laughs = std::fs::read("tests/exchange/laughs.xml").unwrap();
    for (name, bytes, said) in [
        ("null.gift", "Столица?{=Аста\0на}".as_bytes().to_vec(), "нулевой байт"),
        ("laughs.xml", laughs, "объявлен тип документа"),
        ("larger.gift", vec![b'a'; 21 * 1024 * 1024], "Файл больше 20 МБ"),
    ] {
        let page = send(name, bytes).await;
        assert_eq!(page.status, 422, "{name}: {}", page.text());
        assert!(page.text().contains(said), "{name}: {}", page.text());
        let again = page.link_to("Выбрать другой файл").replace("&#x3D;", "=").replace("&amp;", "&");
        kept(&desk.admin.get(&again).await);
    }
    assert_eq!((count(&desk).await, stored(&desk)), (questions, files));
    let (cyrillic, _, _) = encoding_rs::WINDOWS_1251.encode("::Ёж::Кто это?{=Ёж ~Уж}");
    let read = send("old.gift", cyrillic.into_owned()).await;
    assert_eq!(read.status, 200, "{}", read.text());
    assert!(read.text().contains("Кто это?") && read.text().contains("Добавить 1 вопрос"), "{}", read.text());
}

#[actix_web::test]
async fn the_command_line_takes_questions_in_and_out_as_the_page_does() {
    use birge::cli::questions::{self, Coming};
    let desk = Desk::open().await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("x.gift");
    let category = desk.category("Тест").await.0;
    let (db, files) = (&desk.app.db, &desk.app.kit.files);
    let take = async |text: &str, category: i64, good_only: bool| {
        std::fs::write(&file, text).unwrap();
        let coming = Coming { category, format: None, language: "ru", good_only, file: &file };
        let mut out = Vec::new();
        let code = questions::import((db, files), &desk.app.clock, &coming, &mut out).await;
        code.map(|code| (code, String::from_utf8(out).unwrap()))
    };
    let good = std::process::ExitCode::SUCCESS;
    let (code, said) = take(GIFT, category, false).await.unwrap();
    assert_eq!((code, said.as_str()), (good, "new: 2, known: 0\n"));
    assert_eq!(take(GIFT, category, false).await.unwrap().1, "new: 0, known: 2\n");
    let faulty = format!("{GIFT}\n::Скобка::Не закрыта {{=да");
    let (code, said) = take(&faulty, category, false).await.unwrap();
    assert_eq!(code, std::process::ExitCode::FAILURE);
    assert!(said.contains("x.gift:8: ") && said.ends_with("nothing was taken\n"), "{said}");
    assert!(take(&faulty, category, true).await.unwrap().1.ends_with("new: 0, known: 2\n"));
    assert!(take(GIFT, 999_999, false).await.unwrap_err().to_string().contains("no category 999999"));
    let inside = desk.category("НКО").await.0;
    let out = questions::export((db, files), Some(inside), "gift", "ru").await.unwrap();
    assert!(out.contains("Столица Казахстана?") && !out.contains("Сколько часов?"), "{out}");
    let all = questions::export((db, files), None, "gift", "kk").await.unwrap();
    assert!(all.contains("Сколько часов?") && all.contains("бұл форматта мұндай сұрақ түрі жоқ"), "{all}");
}

/// What was looked at and never taken does not stay in the file store.
#[actix_web::test]
async fn a_file_that_nobody_confirms_is_forgotten_after_a_day() {
    let desk = Desk::open().await;
    look(&desk, "вопросы.gift", GIFT).await;
    let folder = desk.app.data_dir.join("files");
    let waiting = move || std::fs::read_dir(folder.join("waiting")).map_or(0, Iterator::count);
    assert_eq!(waiting(), 1);
    // What lies there has the time of the machine.
    let machine = birge::kernel::Clock::System.now();
    desk.app.clock.set(machine);
    birge::operations::housekeeping::tidy(&desk.app.kit).await.unwrap();
    assert_eq!(waiting(), 1, "it may still be confirmed");
    desk.app.clock.set(machine.plus_minutes(25 * 60));
    birge::operations::housekeeping::tidy(&desk.app.kit).await.unwrap();
    assert_eq!(waiting(), 0);
}

/// An export stops at no number of questions, however many are read at a time.
#[actix_web::test]
async fn an_export_has_all_that_was_found() {
    use birge::questions::actions::exports;
    use birge::questions::rules::filter::Filter;
    let desk = Desk::open().await;
    let export = async |page: i64| {
        let read = move |r: &mut birge::db::Read| {
            let program = birge::kernel::Actor::program();
            let leaving = exports::leaving_by_pages(r, &program, &Filter::default(), page)?;
            let (language, none) = (birge::kernel::Language::Ru, std::collections::BTreeMap::new());
            Ok(exports::written(
                &leaving,
                birge::questions::rules::exchange::Format::MoodleXml,
                language,
                &none,
            ))
        };
        desk.app.db.read(read).await.unwrap()
    };
    let (whole, by_two) = (export(5_000).await, export(2).await);
    assert!(whole.count > 4, "{}", whole.count);
    assert_eq!(whole, by_two);
}

/// A table does not say what its bytes and signs mean: the page says what they were taken for.
#[actix_web::test]
async fn the_page_says_how_a_table_was_read_and_what_is_wrong_with_a_row() {
    let desk = Desk::open().await;
    let page = look(&desk, "вопросы.csv", "Вопрос;Верно\nВерно ли?;да\nЛишнее;да;нет\n").await;
    for words in ["Кодировка UTF-8", "точка с запятой", "больше ячеек", "Добавить только"]
    {
        assert!(page.text().contains(words), "{words}: {}", page.text());
    }
    let gift = look(&desk, "вопросы.gift", GIFT).await.text();
    assert!(!gift.contains("Кодировка"), "{gift}");
}
