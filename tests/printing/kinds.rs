//! The papers that are printed from fields: every kind in every language, checked from outside with Poppler.

use crate::support::paper::{code, pages, words, words_in_order, words_on};
use birge::kernel::{Language, Moment, Word};
use birge::printing::{DocumentStamp, PaperFields, Typesetter};
use birge::programmes::rules::words::DocumentKind;
use std::process::Command;
use std::sync::LazyLock;

static TYPESETTER: LazyLock<Typesetter> = LazyLock::new(|| Typesetter::new().unwrap());

const ADDRESS: &str = "https://birge.example/v/q7Hn2dYkT0m3xUj5cBv9Zw";
const KAZAKH_LETTERS: &str = "ӘәҒғҚқҢңӨөҰұҮүҺһІі";

fn stamp(language: Language) -> DocumentStamp {
    DocumentStamp {
        title: "УПК-2026/0042".into(),
        language,
        moment: Moment::parse("2026-11-21T04:00:00Z").unwrap(),
        ident: "q7Hn2dYkT0m3xUj5cBv9Zw".into(),
        verify_url: Some(ADDRESS.into()),
    }
}

fn print(kind: &str, fields: &[PaperFields], language: Language) -> Vec<u8> {
    let pdf = TYPESETTER.kind_pdf(kind, fields, &stamp(language)).unwrap();
    // Set while compiling, to look at the pages.
    if let Some(folder) = option_env!("BIRGE_KEEP_PAPERS") {
        std::fs::write(format!("{folder}/{kind}-{}.pdf", language.tag()), &pdf).unwrap();
    }
    pdf
}

/// What a program of another house says of a file.
fn poppler(program: &str, arguments: &[&str], pdf: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("paper.pdf"), pdf).unwrap();
    let output =
        Command::new(program).args(arguments).arg("paper.pdf").current_dir(folder.path()).output().unwrap();
    assert!(output.status.success(), "{program}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// What qpdf says of a file.
fn qpdf(pdf: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("paper.pdf");
    std::fs::write(&file, pdf).unwrap();
    let output = Command::new("qpdf").arg("--check").arg(&file).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn row_43_a_kazakh_name_comes_out_of_every_kind_letter_by_letter() {
    for kind in DocumentKind::WORDS {
        let mut fields = PaperFields::sample_paper(Language::Kk);
        for text in &mut fields {
            text.holder.full = "Әлия Құрманғазы".into();
            text.programme.title = Some(format!("Әріптер {KAZAKH_LETTERS}"));
            text.letter.paragraphs = vec![format!("Әріптер {KAZAKH_LETTERS} № — ₸")];
            text.letter.reason = Some("Алғыс ретінде".into());
        }
        let text = words(&print(kind, &fields, Language::Kk));
        assert!(text.contains("Әлия Құрманғазы"), "{kind}: {text}");
        assert!(text.contains(KAZAKH_LETTERS), "{kind}: {text}");
    }
}

#[test]
fn row_43_papers_in_two_languages_say_kazakh_first() {
    let pairs = [
        ("retraining_diploma", "Осы диплом мынаны растайды", "Настоящий диплом свидетельствует"),
        ("study_certificate", "Оқу кезеңі", "Период обучения"),
        ("mentor_certificate", "тәлімгерлерді даярлау курсынан", "подготовку наставников"),
        ("thank_you_letter", "марапатталады", "награждается"),
        ("recommendation_letter", "Ұсынылады", "Рекомендуется"),
        ("service_record", "Қызметтің сипаты", "Характер деятельности"),
        ("authority_document", "Қолданылу мерзімі", "Срок действия"),
    ];
    for (kind, kazakh, russian) in pairs {
        let text = words_in_order(&print(kind, &PaperFields::sample_paper(Language::Kk), Language::Kk));
        let (first, second) = (text.find(kazakh), text.find(russian));
        assert!(first.is_some() && first < second, "{kind}: {text}");
    }
}

#[test]
fn row_38_the_journal_and_the_papers_are_archivable_tagged_and_carry_their_fonts() {
    for kind in DocumentKind::WORDS {
        for language in Language::ALL {
            let pdf = print(kind, &PaperFields::sample_paper(language), language);
            let facts = poppler("pdfinfo", &[], &pdf);
            let said = |name: &str| facts.lines().find(|line| line.starts_with(name)).unwrap_or_default();
            assert!(said("Tagged:").ends_with("yes"), "{kind} {language:?}: {facts}");
            assert!(said("JavaScript:").ends_with("no"), "{kind} {language:?}: {facts}");
            let meta = poppler("pdfinfo", &["-meta"], &pdf);
            assert!(meta.contains("pdfaid:part") && meta.contains("pdfuaid:part"), "{kind}: {meta}");
            for font in poppler("pdffonts", &[], &pdf).lines().skip(2) {
                // Columns from the right: object and generation, uni, sub, emb.
                let columns: Vec<&str> = font.split_whitespace().rev().collect();
                assert_eq!(&columns[2..5], ["yes", "yes", "yes"], "{kind} {language:?}: {font}");
            }
            // A reader of another house goes through every object of the file, and finds the text in a tree of parts.
            let checked = qpdf(&pdf);
            assert!(
                checked.contains("No syntax or stream encoding errors"),
                "{kind} {language:?}: {checked}"
            );
            let tree = poppler("pdfinfo", &["-struct"], &pdf);
            assert!(tree.contains("Document") && tree.contains("H1"), "{kind} {language:?}: {tree}");
        }
    }
}

#[test]
fn the_code_leads_to_the_page_of_verification_on_every_kind() {
    for kind in DocumentKind::WORDS {
        assert_eq!(
            code(&print(kind, &PaperFields::sample_paper(Language::Ru), Language::Ru)),
            ADDRESS,
            "{kind}"
        );
    }
}

#[test]
fn a_duplicate_says_so_and_what_it_stands_for() {
    for kind in DocumentKind::WORDS {
        let mut fields = vec![PaperFields::sample(Language::Ru)];
        assert!(!words(&print(kind, &fields, Language::Ru)).contains("ДУБЛИКАТ"), "{kind}");
        fields[0].document.duplicate = true;
        let text = words(&print(kind, &fields, Language::Ru));
        assert!(text.contains("ДУБЛИКАТ") && text.contains("№ УПК-2026/0007"), "{kind}: {text}");
    }
}

#[test]
fn m2_the_diploma_has_an_appendix_with_disciplines_hours_marks_and_the_decision() {
    let pdf = print("retraining_diploma", &[PaperFields::sample(Language::Ru)], Language::Ru);
    assert_eq!(pages(&pdf), 2);
    let text = words(&pdf);
    for part in [
        "Приложение к диплому № УПК-2026/0042",
        "Партнёрство власти и НКО",
        "72",
        "зачтено",
        "Организатор добровольческой деятельности",
        "предоставлено право на ведение",
        "256",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

#[test]
fn m3_a_record_of_service_has_its_five_elements() {
    let text = words(&print("service_record", &[PaperFields::sample(Language::Ru)], Language::Ru));
    for part in [
        "Характер деятельности",
        "Качество",
        "Объём",
        "Уровень квалификации",
        "Стаж",
        "164 часа",
        "1 год 3 месяца",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

#[test]
fn d9_a_document_of_authority_says_when_where_what_and_that_it_can_be_revoked() {
    let text = words(&print("authority_document", &[PaperFields::sample(Language::Ru)], Language::Ru));
    for part in [
        "«01» декабря 2026 г. — «31» мая 2027 г.",
        "Центр помощи семье",
        "Сопровождение на выездных мероприятиях",
        "могут быть отозваны",
        "УПК-2026/0042",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

#[test]
fn the_longest_texts_stay_on_the_page_of_papers_that_have_one() {
    for (kind, expected) in [("mentor_certificate", 1), ("thank_you_letter", 1), ("retraining_diploma", 3)] {
        for language in Language::ALL {
            let mut fields = PaperFields::sample_paper(language);
            for text in &mut fields {
                text.holder.full = "Нурмухаметжанова-Абдрахманова Гүлбаршын-Айгерім Сейітжаппарқызы".into();
                text.programme.title = Some("Организация добровольческой деятельности ".repeat(6));
                text.letter.paragraphs = vec![
                    "Благодарим за труд и внимание к людям. ".repeat(12);
                    2
                ];
            }
            let count = pages(&print(kind, &fields, language));
            assert!(count <= expected, "{kind} {language:?}: {count}");
        }
    }
}

#[test]
fn a_paper_prints_when_nothing_but_its_holder_and_its_number_is_known() {
    let bare = |language: Language| {
        let whole = PaperFields::sample(language);
        let mut fields = PaperFields { language, ..PaperFields::default() };
        fields.document.kind_title = whole.document.kind_title;
        fields.document.number = whole.document.number;
        fields.document.issued_on = whole.document.issued_on;
        fields.holder.full = whole.holder.full;
        fields.issuer.name = whole.issuer.name;
        fields
    };
    for kind in DocumentKind::WORDS {
        for languages in [&[Language::Ru][..], &[Language::Kk, Language::Ru], &[Language::En]] {
            let fields: Vec<PaperFields> = languages.iter().map(|language| bare(*language)).collect();
            let text = words(&print(kind, &fields, languages[0]));
            assert!(text.contains("Құрманғазы Әлия") && text.contains("УПК-2026/0042"), "{kind}: {text}");
        }
    }
}

#[test]
fn a_kind_that_is_none_is_refused() {
    let fields = [PaperFields::sample(Language::Ru)];
    assert!(TYPESETTER.kind_pdf("passport", &fields, &stamp(Language::Ru)).is_err());
    assert!(TYPESETTER.kind_pdf("service_record", &[], &stamp(Language::Ru)).is_err());
}

#[test]
fn a_signature_never_stands_alone_on_a_page() {
    type Grow = fn(&mut PaperFields, usize);
    let tasks: Grow = |text, lines| text.letter.tasks = vec!["Занятия с детьми".into(); lines];
    let paragraphs: Grow = |text, lines| {
        text.letter.paragraphs = vec!["Последние слова письма.".into(); lines]
    };
    for (kind, grow, last) in [
        ("authority_document", tasks, "Полномочия могут быть отозваны"),
        ("recommendation_letter", paragraphs, "Последние слова письма."),
        ("service_record", paragraphs, "Последние слова письма."),
    ] {
        let grown = |lines: usize| {
            let mut fields = PaperFields::sample_paper(Language::Ru);
            fields.iter_mut().for_each(|text| grow(text, lines));
            print(kind, &fields, Language::Ru)
        };
        // The first length that needs a second page: the signature is higher than a line, so it is what went over.
        let (mut fits, mut over) = (1, 120);
        assert!(pages(&grown(fits)) == 1 && pages(&grown(over)) > 1, "{kind}");
        while fits + 1 < over {
            let middle = (fits + over) / 2;
            if pages(&grown(middle)) == 1 { fits = middle } else { over = middle }
        }
        let second = words_on(&grown(over), 2);
        assert!(second.contains("подпись") && second.contains(last), "{kind}: {second}");
    }
}
