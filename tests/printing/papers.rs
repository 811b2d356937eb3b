//! Every paper in every language, checked from outside with Poppler.

use birge::kernel::{AcademicHours, Language, Localised, Moment};
use birge::printing::phrases::{issue_date, period, volume};
use birge::printing::{
    CompletionPaper, DocumentStamp, PaperModule, PaperText, PrintError, Template, Typesetter, qr_svg,
};
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, LazyLock};

static TYPESETTER: LazyLock<Arc<Typesetter>> = LazyLock::new(|| Arc::new(Typesetter::new().unwrap()));

const ADDRESS: &str = "https://birge.example/v/q7Hn2dYkT0m3xUj5cBv9Zw";
const KAZAKH_LETTERS: &str = "ӘәҒғҚқҢңӨөҰұҮүҺһІі";

#[test]
fn a_russian_qualification_document_says_everything() {
    let text = words_of(&print(Template::Qualification, &paper(&[Language::Ru]), Language::Ru));
    for part in [
        "РОССИЙСКАЯ ФЕДЕРАЦИЯ",
        "Центр подготовки добровольцев «Бірге»",
        "Лицензия № Л035-01220-38/00190345",
        "УДОСТОВЕРЕНИЕ",
        "о повышении квалификации",
        "Регистрационный номер: ПК-2026/0042",
        "Бланк: ПК № 004217",
        "Дата выдачи: «21» ноября 2026 г.",
        "Место выдачи: г. Иркутск",
        "Құрманғазы Әлия Серікқызы",
        "с 1 сентября по 20 ноября 2026 г.",
        "«Эффективное партнёрство»",
        "в объёме 60 академических часов",
        "Директор центра",
        "И. П. Рябинина",
        "М. П.",
        "Приложение к удостоверению № ПК-2026/0042",
        "Зачем некоммерческой организации партнёры",
        "Всего академических часов",
    ] {
        assert!(text.contains(part), "{part:?} is not in:\n{text}");
    }
    assert!(text.replace(' ', "").contains(&ADDRESS.replace(' ', "")), "{text}");
    assert!(!text.contains("ДУБЛИКАТ"));
}

#[test]
fn a_kazakh_paper_has_kazakh_first_and_russian_beside_it() {
    let mut paper = paper(&[Language::Kk, Language::Ru]);
    paper.texts[0].note = Some(format!("Әріптер: {KAZAKH_LETTERS} № — ₸"));
    paper.duplicate = true;
    for template in [Template::Qualification, Template::Certificate] {
        let text = words_of(&print(template, &paper, Language::Kk));
        for part in [
            "Құрманғазы Әлия Серікқызы",
            KAZAKH_LETTERS,
            "№ — ₸",
            "2026 жылғы 21 қараша",
            "«Тиімді әріптестік»",
            "«Эффективное партнёрство»",
            "көлемі 60 академиялық сағат",
            "ТЕЛНҰСҚА",
            "ДУБЛИКАТ",
            "М. О. / М. П.",
        ] {
            assert!(text.contains(part), "{part:?} is not in:\n{text}");
        }
        assert!(text.find("Тиімді").unwrap() < text.find("Эффективное").unwrap());
    }
}

#[test]
fn a_paper_in_kazakh_alone_has_no_russian_word() {
    for template in [Template::Qualification, Template::Certificate] {
        let text = words_of(&print(template, &paper(&[Language::Kk]), Language::Kk));
        assert!(text.contains("Құжатты тексеру:") && text.contains("«Тиімді әріптестік»"), "{text}");
        // What the register and the bank of blanks give is the same in every language.
        let words = text.replace("ПК-2026/0042", "").replace("ПК № 004217", "");
        for word in ["программ", "часов", "выдачи", "Проверить", "подпись", "Модули"]
        {
            assert!(!words.contains(word), "{word} is in:\n{text}");
        }
    }
}

#[test]
fn an_english_certificate_has_english_words_only() {
    let text = words_of(&print(Template::Certificate, &paper(&[Language::En]), Language::En));
    for part in [
        "This certificate confirms that",
        "Kurmangazy Aliya",
        "“Effective partnership”",
        "comprising 60 academic hours",
        "Registration number: ПК-2026/0042",
        "Date of issue: 21 November 2026",
        "Verify this document:",
    ] {
        assert!(text.contains(part), "{part:?} is not in:\n{text}");
    }
    assert!(!text.contains("Регистрационный"));
}

#[test]
fn every_paper_is_archivable_accessible_and_the_same_each_time() {
    for (template, languages) in samples() {
        let paper = paper(languages);
        let first = print(template, &paper, languages[0]);
        // Other papers in between must leave no trace.
        print(Template::Certificate, &self::paper(&[Language::En]), Language::En);
        assert!(first == print(template, &paper, languages[0]), "{template:?} {languages:?} differs");
        let raw = String::from_utf8_lossy(&first);
        let metadata = raw.split_whitespace().collect::<String>();
        for part in [
            "<pdfaid:part>2</pdfaid:part>",
            "<pdfaid:conformance>A</pdfaid:conformance>",
            "<pdfuaid:part>1</pdfuaid:part>",
        ] {
            assert!(metadata.contains(part), "{part}");
        }
        assert!(raw.contains("/StructTreeRoot"));
        assert!(
            raw.contains(&format!("/Lang({})", languages[0].tag()))
                || raw.contains(&format!("/Lang ({})", languages[0].tag()))
        );
        assert!(first.len() < 120_000, "{} bytes", first.len());
    }
}

#[test]
fn long_names_and_titles_stay_on_their_page() {
    for (template, languages) in samples() {
        let mut paper = paper(languages);
        for text in &mut paper.texts {
            text.issuer = "Федеральное государственное бюджетное образовательное учреждение дополнительного \
                           профессионального образования «Межрегиональный институт развития добровольчества \
                           и социального партнёрства имени первых добровольцев Прибайкалья»"
                .into();
            text.holder =
                "Мұхамедқалиқызы-Константинопольская Александра-Виктория Нұрсұлтанқызы Абдурахмановна".into();
            text.programme = "Организация межведомственного взаимодействия государственных служащих, \
                              социально ориентированных некоммерческих организаций и добровольцев при \
                              сопровождении замещающих семей, выпускников организаций для детей-сирот и людей \
                              старшего поколения в сельских территориях Сибири и Северного Казахстана: от \
                              первого письма партнёру до устойчивой совместной программы"
                .into();
            text.signatory_post = "Исполняющий обязанности проректора по дополнительному образованию".into();
        }
        let expected = if template == Template::Qualification { 2 } else { 1 };
        let pdf = print(template, &paper, languages[0]);
        assert_eq!(pages(&pdf), expected, "{template:?} {languages:?}");
        // Poppler drops a hyphen at a line end.
        let printed = words_of(&pdf).replace('-', "");
        for text in &paper.texts {
            assert!(printed.contains(&text.programme.replace('-', "")), "{printed}");
            assert!(printed.contains(&text.holder.replace('-', "")), "{printed}");
        }
    }
}

#[test]
fn a_text_that_cannot_fit_is_refused_and_not_cut() {
    let mut paper = paper(&[Language::Ru]);
    paper.texts[0].programme = "Очень длинное название программы. ".repeat(400);
    let error = TYPESETTER.pdf(Template::Certificate, &paper, &stamp(Language::Ru)).unwrap_err();
    assert!(error.to_string().contains("does not fit"), "{error}");
}

#[test]
fn a_list_of_many_modules_continues_on_the_next_page() {
    let mut paper = paper(&[Language::Ru]);
    paper.modules = (1..=60).map(|n| module(&format!("Модуль № {n}"), &format!("{n}-модуль"), 1)).collect();
    let pdf = print(Template::Qualification, &paper, Language::Ru);
    assert_eq!(pages(&pdf), 3);
    assert_eq!(text_of(&pdf).matches("Модули программы").count(), 2, "the head of the table repeats");
    paper.modules.clear();
    assert_eq!(pages(&print(Template::Qualification, &paper, Language::Ru)), 1);
}

#[test]
fn the_qr_code_on_paper_leads_to_the_printed_address() {
    for (template, languages) in samples() {
        let pdf = print(template, &paper(languages), languages[0]);
        assert_eq!(decoded(&pdf), ADDRESS, "{template:?} {languages:?}");
    }
}

#[test]
fn a_paper_without_address_has_no_code() {
    let stamp = DocumentStamp { verify_url: None, ..stamp(Language::Ru) };
    let pdf = TYPESETTER.pdf(Template::Certificate, &paper(&[Language::Ru]), &stamp).unwrap();
    assert!(!text_of(&pdf).contains("Проверить документ"));
}

#[test]
fn a_sample_says_so_across_every_page() {
    for (language, word) in [(Language::Ru, "ОБРАЗЕЦ"), (Language::Kk, "ҮЛГІ"), (Language::En, "SAMPLE")]
    {
        let mut paper = paper(&[language]);
        let says = |paper: &CompletionPaper| {
            text_of(&print(Template::Qualification, paper, language)).matches(word).count()
        };
        assert_eq!(says(&paper), 0);
        paper.sample = true;
        assert_eq!(says(&paper), 2, "{word}");
    }
}

#[test]
fn a_character_without_glyph_is_reported_and_nothing_is_printed() {
    let mut paper = paper(&[Language::Ru]);
    paper.texts[0].holder = "Ли Мин (李明)".into();
    match TYPESETTER.pdf(Template::Certificate, &paper, &stamp(Language::Ru)) {
        Err(PrintError::MissingGlyphs(missing)) => assert_eq!(missing, vec!['明', '李']),
        other => panic!("{other:?}"),
    }
}

#[test]
fn data_of_another_shape_are_an_error_with_file_and_line() {
    let error = TYPESETTER.pdf(Template::Certificate, &"nonsense", &stamp(Language::Ru)).unwrap_err();
    assert!(error.to_string().contains("certificate.typ:"), "{error}");
}

#[test]
fn papers_are_printed_from_several_threads() {
    let expected = print(Template::Certificate, &paper(&[Language::Ru]), Language::Ru);
    let threads: Vec<_> = (0..4)
        .map(|_| {
            let typesetter = Arc::clone(&TYPESETTER);
            std::thread::spawn(move || {
                (0..10)
                    .map(|_| {
                        typesetter
                            .pdf(Template::Certificate, &paper(&[Language::Ru]), &stamp(Language::Ru))
                            .unwrap()
                    })
                    .collect::<Vec<_>>()
            })
        })
        .collect();
    for thread in threads {
        assert!(thread.join().unwrap().iter().all(|pdf| *pdf == expected));
    }
}

#[test]
fn a_stored_snapshot_prints_the_same_paper() {
    let paper = paper(&[Language::Kk, Language::Ru]);
    let snapshot: CompletionPaper = serde_json::from_str(&serde_json::to_string(&paper).unwrap()).unwrap();
    assert_eq!(snapshot, paper);
}

#[test]
fn the_picture_of_a_code_is_the_same_for_pages() {
    let svg = qr_svg(ADDRESS).unwrap();
    assert!(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\"") && svg.ends_with("</svg>"));
}

fn samples() -> Vec<(Template, &'static [Language])> {
    let languages: [&[Language]; 4] =
        [&[Language::Ru], &[Language::Kk], &[Language::Kk, Language::Ru], &[Language::En]];
    [Template::Qualification, Template::Certificate]
        .into_iter()
        .flat_map(|template| languages.map(|languages| (template, languages)))
        .collect()
}

fn print(template: Template, paper: &CompletionPaper, language: Language) -> Vec<u8> {
    let pdf = TYPESETTER.pdf(template, paper, &stamp(language)).unwrap();
    // Set while compiling, to look at the pages.
    if let Some(folder) = option_env!("BIRGE_KEEP_PAPERS") {
        let thread = std::thread::current();
        let test = thread.name().unwrap().rsplit("::").next().unwrap();
        std::fs::write(format!("{folder}/{test}-{template:?}-{}.pdf", language.tag()), &pdf).unwrap();
    }
    pdf
}

fn stamp(language: Language) -> DocumentStamp {
    DocumentStamp {
        title: "Удостоверение ПК-2026/0042".into(),
        language,
        moment: Moment::parse("2026-11-21T04:00:00Z").unwrap(),
        ident: "q7Hn2dYkT0m3xUj5cBv9Zw".into(),
        verify_url: Some(ADDRESS.into()),
    }
}

fn paper(languages: &[Language]) -> CompletionPaper {
    CompletionPaper {
        texts: languages.iter().map(|language| text(*language)).collect(),
        register_number: "ПК-2026/0042".into(),
        blank: Some("ПК № 004217".into()),
        duplicate: false,
        sample: false,
        modules: vec![
            module("Зачем некоммерческой организации партнёры", "Ұйымға әріптестер не үшін керек", 6),
            module("Карта партнёров и первое письмо", "Әріптестер картасы және алғашқы хат", 8),
            module("Переговоры и соглашение", "Келіссөздер және келісім", 10),
            module("Деловая игра", "Іскерлік ойын", 8),
            module("Стажировка", "Тағылымдама", 18),
            module("Хакатон и итоговая аттестация", "Хакатон және қорытынды аттестаттау", 10),
        ],
        total_hours: AcademicHours(60),
    }
}

fn module(ru: &str, kk: &str, hours: i32) -> PaperModule {
    PaperModule {
        title: Localised { ru: Some(ru.into()), kk: Some(kk.into()), en: None },
        hours: AcademicHours(hours),
    }
}

fn text(language: Language) -> PaperText {
    let say = |ru: &str, kk: &str, en: &str| match language {
        Language::Ru => ru.to_owned(),
        Language::Kk => kk.to_owned(),
        Language::En => en.to_owned(),
    };
    let [from, to, issued] = ["2026-09-01", "2026-11-20", "2026-11-21"].map(|day| day.parse().unwrap());
    PaperText {
        language,
        country: Some(say("Российская Федерация", "Қазақстан Республикасы", "Republic of Kazakhstan")),
        issuer: say(
            "Автономная некоммерческая организация дополнительного профессионального образования \
             «Центр подготовки добровольцев «Бірге»",
            "«Бірге» еріктілерді даярлау орталығы» қосымша кәсіптік білім беру ұйымы",
            "Birge Volunteer Training Centre",
        ),
        city: say("г. Иркутск", "Қостанай қ.", "Kostanay"),
        licence: Some(say(
            "Лицензия № Л035-01220-38/00190345 от 12 марта 2024 г.",
            "2024 жылғы 12 наурыздағы № KZ12LAA00190345 лицензия",
            "Licence No. KZ12LAA00190345 of 12 March 2024",
        )),
        title: say("Удостоверение", "Куәлік", "Certificate"),
        subtitle: Some(say(
            "о повышении квалификации",
            "біліктілікті арттыру туралы",
            "of professional development",
        )),
        holder: say("Құрманғазы Әлия Серікқызы", "Құрманғазы Әлия Серікқызы", "Kurmangazy Aliya"),
        period: period(from, to, language),
        programme: say("Эффективное партнёрство", "Тиімді әріптестік", "Effective partnership"),
        volume: volume(AcademicHours(60), language),
        note: None,
        decision: Some(say(
            "Протокол аттестационной комиссии № 3 от 20.11.2026",
            "Аттестаттау комиссиясының 2026 жылғы 20 қарашадағы № 3 хаттамасы",
            "Protocol No. 3 of 20 November 2026",
        )),
        issued_on: issue_date(issued, language),
        signatory_post: say("Директор центра", "Орталық директоры", "Director of the centre"),
        signatory_name: say("И. П. Рябинина", "И. П. Рябинина", "I. Ryabinina"),
    }
}

fn text_of(pdf: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("paper.pdf");
    std::fs::write(&file, pdf).unwrap();
    String::from_utf8(run("pdftotext", &["-enc", "UTF-8", "paper.pdf", "-"], folder.path())).unwrap()
}

/// The text with line ends as spaces.
fn words_of(pdf: &[u8]) -> String {
    text_of(pdf).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn pages(pdf: &[u8]) -> usize {
    // Poppler ends every page with a form feed.
    text_of(pdf).matches('\u{c}').count()
}

fn decoded(pdf: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("paper.pdf"), pdf).unwrap();
    run(
        "pdftoppm",
        &["-gray", "-r", "300", "-f", "1", "-l", "1", "-singlefile", "paper.pdf", "page"],
        folder.path(),
    );
    let (width, height, pixels) = gray_picture(&std::fs::read(folder.path().join("page.pgm")).unwrap());
    let mut picture =
        rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| pixels[y * width + x]);
    let codes = picture.detect_grids();
    assert_eq!(codes.len(), 1, "one code on the page");
    codes[0].decode().unwrap().1
}

/// Width, height and pixels of a binary PGM picture.
fn gray_picture(file: &[u8]) -> (usize, usize, Vec<u8>) {
    let mut rest = file;
    let mut fields = Vec::new();
    while fields.len() < 4 {
        let end = rest.iter().position(u8::is_ascii_whitespace).unwrap();
        fields.push(String::from_utf8(rest[..end].to_vec()).unwrap());
        rest = &rest[end + 1..];
    }
    assert_eq!((fields[0].as_str(), fields[3].as_str()), ("P5", "255"));
    (fields[1].parse().unwrap(), fields[2].parse().unwrap(), rest.to_vec())
}

fn run(program: &str, arguments: &[&str], folder: &Path) -> Vec<u8> {
    let output = Command::new(program).args(arguments).current_dir(folder).output().unwrap();
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}
