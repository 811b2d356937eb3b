//! What others read of a case: a text without names, with its author's consent.

use super::{SECRET, Site, nameless};
use crate::content::Course;

/// Where the sample course has its case.
const CASE: &str = "01-first/04-case.ru.case.md";

#[tokio::test]
async fn a_text_that_names_somebody_is_refused_with_the_place() {
    let site = Site::new().await;
    let case = site.raised().await;
    let copy = format!("{case}/copy");
    let empty = site.supervisor.get(&copy).await;
    assert!(
        empty.text().contains("Текста без имён ещё нет") && empty.text().contains(SECRET),
        "{}",
        empty.text()
    );
    assert_eq!(empty.value_of("title").as_deref(), Some(""), "the original is not a beginning");
    for (situation, wanted) in [
        ("Первая строка\nПоговорили с Петровым", "Строка 2: «Петровым»"),
        ("Ответила Анна", "Строка 1: «Анна»"),
        ("Сейтқалиева молчала", "Строка 1: «Сейтқалиева»"),
        ("Спросили у Ивановой", "Строка 1: «Ивановой»"),
        ("Пишите: help@mail.example", "«help@mail.example» похоже на почту"),
        ("Звоните +7 701 123-45-67", "«+7 701 123-45-67» похоже на почту, телефон"),
    ] {
        let refused = site.supervisor.post(&copy, &nameless(situation)).await;
        assert!(refused.status == 422 && refused.text().contains(wanted), "{wanted}: {}", refused.text());
        assert!(refused.html.contains("href=\"#field-situation\""), "{}", refused.html);
    }
    let asked = site.supervisor.post(&format!("{case}/consent-request"), &[]).await;
    assert!(
        asked.status == 422 && asked.text().contains("Сначала сохраните текст без имён"),
        "{}",
        asked.text()
    );
    assert_eq!(site.author.post(&copy, &nameless("Да")).await.status, 403);
}

#[tokio::test]
async fn the_group_reads_a_text_only_with_its_authors_consent_and_never_the_original() {
    let site = Site::new().await;
    let case = site.raised().await;
    let shared = case.replace("/site-cases", &format!("/learn/{}/shared-site-cases", site.fellow_place));
    let opening = format!("{case}/opening");
    assert_eq!(site.answer(&case, &[("group", "on")]).await.status, 409, "not asked");
    site.consented(&case, &[]).await;
    assert!(site.author.get(&case).await.text().contains("Показывать текст не разрешено"));
    assert_eq!(site.supervisor.post(&opening, &[]).await.status, 409, "refused is refused");
    assert_eq!(site.fellow.get(&shared).await.status, 404);
    let again = site.supervisor.post(&format!("{case}/consent-request"), &[]).await;
    assert_eq!(again.status, 409, "nobody is asked twice about one text");
    site.answer(&case, &[("group", "on")]).await;
    assert_eq!(site.fellow.get(&shared).await.status, 404, "agreed is not opened");
    assert_eq!(site.author.post(&opening, &[]).await.status, 403);
    site.supervisor.post(&opening, &[]).await;
    let page = site.fellow.get(&shared).await;
    assert!(
        page.text().contains("Подопечный отказался") && page.text().contains("через месяц"),
        "{}",
        page.text()
    );
    let list = site.fellow.get(&format!("/learn/{}/site-cases", site.fellow_place)).await;
    assert!(list.html.contains(&format!("href=\"{shared}\"")), "{}", list.html);
    for telling in ["Сейтқали", SECRET, "Центр помощи", "Семья отказалась"]
    {
        assert!(!page.html.contains(telling) && !list.html.contains(telling), "{telling}");
    }
    assert_eq!(site.fellow.get(&case).await.status, 404, "the case itself stays where it was");

    site.answer(&case, &[]).await;
    assert_eq!(site.fellow.get(&shared).await.status, 404, "a consent that was taken back");
    site.answer(&case, &[("group", "on")]).await;
    assert_eq!(site.fellow.get(&shared).await.status, 404, "what was refused does not open by itself");
    site.supervisor.post(&opening, &[]).await;
    assert_eq!(site.fellow.get(&shared).await.status, 200);
    site.supervisor.post(&format!("{case}/copy"), &nameless("Другие слова.")).await;
    assert_eq!(site.fellow.get(&shared).await.status, 404, "another text needs another consent");
    assert!(
        site.supervisor.get(&format!("{case}/copy")).await.text().contains("Автора о нём ещё не спросили")
    );
    assert_eq!(site.app.audited("site-case-consent-answered").await, 4);
    let letters = site.letters().await;
    let asked =
        letters.iter().filter(|(to, text)| *to == site.trainee.email && text.contains("Можно ли показать"));
    let told =
        letters.iter().filter(|(to, text)| *to == site.trainer.email && text.contains("Автор ответил"));
    assert_eq!((asked.count(), told.count()), (1, 4), "{letters:?}");
    assert!(letters.iter().all(|(_, text)| !text.contains("Подопечный") && !text.contains("Отказ от")));
}

#[tokio::test]
async fn whoever_comes_after_a_text_was_written_is_not_named_by_it_either() {
    let site = Site::new().await;
    let case = site.raised().await;
    let written = site.supervisor.post(&format!("{case}/copy"), &nameless("Волонтёр Лебедева ушла.")).await;
    assert_eq!(written.status, 200, "{}", written.text());
    site.supervisor.post(&format!("{case}/consent-request"), &[]).await;
    site.answer(&case, &[("group", "on"), ("course", "on")]).await;
    let newcomer = site.app.person("Лебедева").await;
    site.app.enrol(site.edition, &newcomer).await;
    let refused = site.supervisor.post(&format!("{case}/opening"), &[]).await;
    assert!(refused.status == 422 && refused.text().contains("Строка 1: «Лебедева»"), "{}", refused.text());
    assert!(refused.html.contains("Волонтёр Лебедева ушла."), "the text is there to be mended");
    let file = site.supervisor.get(&format!("{case}/course-case/ru")).await;
    assert_eq!((file.status, file.path.as_str()), (200, format!("{case}/copy").as_str()));
    assert!(file.text().contains("Строка 1: «Лебедева»"), "{}", file.text());
    assert_eq!(site.app.audited("site-case-file-taken").await, 0);
}

#[tokio::test]
async fn a_consent_is_given_to_the_text_that_its_author_has_read() {
    let site = Site::new().await;
    let case = site.raised().await;
    let (copy, request, consent) =
        (format!("{case}/copy"), format!("{case}/consent-request"), format!("{case}/consent"));
    site.supervisor.post(&copy, &nameless("Подопечный отказался.")).await;
    site.supervisor.post(&request, &[]).await;
    let read = site.author.get(&case).await.value_of("number").expect("the number of what is read");
    site.supervisor.post(&copy, &nameless("Совсем другие слова.")).await;
    site.supervisor.post(&request, &[]).await;
    let agrees = [("number", read.as_str()), ("group", "on"), ("course", "on")];
    assert_eq!(site.author.post(&consent, &agrees).await.status, 409);
    assert_eq!(site.author.post(&consent, &[("group", "on")]).await.status, 409, "to no text at all");
    let api = site.app.api(&site.trainee).await;
    let agrees = serde_json::json!({ "number": 1, "group": true, "course": true });
    assert_eq!(api.put(&format!("/api/v1{consent}"), agrees).await.status, 409);
    assert_eq!(site.app.audited("site-case-consent-answered").await, 0);
    assert_eq!(site.answer(&case, &[("group", "on")]).await.status, 200);
    assert_eq!(site.app.audited("site-case-consent-answered").await, 1);
}

#[tokio::test]
async fn whoever_wrote_about_the_case_is_not_named_even_when_they_have_left() {
    let site = Site::new().await;
    let case = site.raised().await;
    let gone = site.app.trainer("Жданова").await;
    site.app.teach(site.edition, &gone).await;
    let message = format!("{case}/messages");
    site.app.sign_in(&gone).await.post(&message, &[("message", "Спросите семью")]).await;
    site.leaves(&gone).await;
    let refused = site.supervisor.post(&format!("{case}/copy"), &nameless("Жданов ответил.")).await;
    assert!(refused.status == 422 && refused.text().contains("«Жданов»"), "{}", refused.text());
}

#[tokio::test]
async fn another_edition_reads_nothing_of_it_and_shutting_ends_it() {
    let site = Site::new().await;
    let case = site.raised().await;
    site.consented(&case, &[("group", "on")]).await;
    site.supervisor.post(&format!("{case}/opening"), &[]).await;
    let elsewhere = site.app.edition(site.version).await;
    let person = site.app.person("Далёкая").await;
    let place = site.app.enrol(elsewhere, &person).await;
    let shared = |place: birge::kernel::EnrolmentId| {
        case.replace("/site-cases", &format!("/learn/{place}/shared-site-cases"))
    };
    let far = site.app.sign_in(&person).await;
    assert_eq!(far.get(&shared(place)).await.status, 404);
    assert_eq!(far.get(&shared(site.fellow_place)).await.status, 404);
    assert!(!far.get(&format!("/learn/{place}/site-cases")).await.html.contains("Отказ от помощи"));
    assert_eq!(site.fellow.get(&shared(site.fellow_place)).await.status, 200);
    let shut = site.supervisor.post(&format!("{case}/opening/removal"), &[]).await;
    assert!(shut.text().contains("больше не видит"), "{}", shut.text());
    assert_eq!(site.fellow.get(&shared(site.fellow_place)).await.status, 404);
}

#[tokio::test]
async fn a_course_case_needs_a_consent_of_its_own_and_passes_the_checker() {
    let site = Site::new().await;
    let case = site.raised().await;
    let file = format!("{case}/course-case/ru");
    site.consented(&case, &[("group", "on")]).await;
    assert_eq!(site.supervisor.get(&file).await.status, 409, "the group is not the course");
    site.answer(&case, &[("course", "on")]).await;
    assert_eq!(site.author.get(&file).await.status, 403);
    assert_eq!(site.fellow.get(&file).await.status, 404);
    assert_eq!(site.supervisor.get(&format!("{case}/course-case/fr")).await.status, 404);
    for language in ["ru", "kk", "en"] {
        let got = site.supervisor.get(&format!("{case}/course-case/{language}")).await;
        assert_eq!(got.status, 200);
        assert!(got.header("content-disposition").contains(&format!(".{language}.case.md")));
        assert!(got.html.contains("Подопечный отказался") && !got.html.contains(SECRET), "{}", got.html);
        let checked = Course::sample().with(CASE, &got.html).check();
        assert!(checked.findings.is_empty(), "{language}: {:#?}\n{}", checked.findings, got.html);
    }
    assert_eq!(site.app.audited("site-case-file-taken").await, 3, "those that were given, and no other");
}

#[tokio::test]
async fn an_administrator_begins_a_course_case_with_the_text_in_the_browser() {
    let site = Site::new().await;
    let admin = site.app.sign_in(&site.app.administrator().await).await;
    let case = site.raised().await;
    let copy = format!("{case}/copy");
    site.consented(&case, &[("group", "on")]).await;
    let place = format!("{case}/course-cases/sample/ru");
    assert_eq!(admin.get(&place).await.status, 409, "the group is not the course");
    site.answer(&case, &[("course", "on")]).await;
    assert_eq!(site.supervisor.get(&place).await.status, 403);
    assert!(!site.supervisor.get(&copy).await.text().contains("в рабочей копии программы"));
    let page = admin.get(&copy).await;
    assert!(page.html.contains(&format!("href=\"{place}\"")), "{}", page.html);

    let form = admin.get(&place).await;
    assert_eq!(form.value_of("title-ru").as_deref(), Some("Отказ от помощи"));
    let wrong = admin.post(&place, &[("title-ru", "Отказ"), ("hours", "2")]).await;
    assert_eq!(wrong.status, 422);
    assert_eq!(wrong.value_of("title-ru").as_deref(), Some("Отказ"), "nothing typed is lost");
    let fields = [
        ("title-ru", "Отказ от помощи"),
        ("title-kk", "Көмектен бас тарту"),
        ("title-en", "Help refused"),
        ("place", "01-first"),
        ("hours", "2"),
        ("nature", "practice"),
        ("mode", "distance"),
    ];
    let foreign = admin.post(&format!("{case}/course-cases/sample/kk"), &fields).await;
    assert_eq!(foreign.status, 422);
    assert!(foreign.text().contains("У программы нет текстов на этом языке"), "{}", foreign.text());
    assert_eq!(foreign.value_of("title-en").as_deref(), Some("Help refused"), "nothing typed is lost");
    let begun = admin.post(&place, &fields).await;
    assert!(begun.path.starts_with("/case-copies/"), "{} {}", begun.path, begun.text());
    let text = admin.get(&format!("{}/texts/ru", begun.path)).await;
    assert!(text.html.contains("Подопечный отказался") && !text.html.contains(SECRET), "{}", text.html);
    assert_eq!(site.app.audited("site-case-made-course-case").await, 1);

    let letters = || async {
        let letters = site.app.db.read(|r| birge::mail::store::newest(r, None, 50)).await.unwrap();
        letters.into_iter().filter(|one| one.subject.contains("больше не разрешает")).count()
    };
    site.app.run_jobs().await;
    assert_eq!(letters().await, 0);
    site.answer(&case, &[("group", "on")]).await;
    site.app.run_jobs().await;
    assert_eq!(letters().await, 1, "who administers the site is told");
    let publication = format!("{}/publication", begun.path);
    let refused = admin.post(&publication, &[]).await;
    assert_eq!(refused.status, 409);
    assert!(refused.text().contains("больше не разрешает делать из него кейс"), "{}", refused.text());
    site.answer(&case, &[("course", "on")]).await;
    let again = admin.post(&publication, &[]).await;
    assert!(!again.text().contains("больше не разрешает"), "a consent given again holds: {}", again.text());
}

#[tokio::test]
async fn what_looks_like_markup_stays_words_in_the_course_case() {
    let site = Site::new().await;
    let case = site.raised().await;
    let wild = "## {task} Не задание\n<script>alert(1)</script>\n| a | b |\n---\n![фото](x.png) `код` *звёзды*\n{text -> end}";
    let mut fields = nameless(wild);
    fields[3] = ("outcome", "");
    site.supervisor.post(&format!("{case}/copy"), &fields).await;
    site.supervisor.post(&format!("{case}/consent-request"), &[]).await;
    site.answer(&case, &[("course", "on")]).await;
    let got = site.supervisor.get(&format!("{case}/course-case/ru")).await;
    assert_eq!(got.status, 200);
    let checked = Course::sample().with(CASE, &got.html).check();
    assert!(checked.findings.is_empty(), "{:#?}\n{}", checked.findings, got.html);
}
