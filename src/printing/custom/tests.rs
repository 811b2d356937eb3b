use super::*;
use crate::kernel::{Language, Moment};
use std::sync::LazyLock;

static TYPESETTER: LazyLock<Typesetter> = LazyLock::new(|| Typesetter::new().unwrap());

fn stamp() -> DocumentStamp {
    DocumentStamp {
        title: "Удостоверение УПК-2026/0042".into(),
        language: Language::Ru,
        moment: Moment::parse("2026-11-21T09:00:00Z").unwrap(),
        ident: "k3xw9".into(),
        verify_url: Some("https://birge.example/v/k3xw9".into()),
    }
}

fn template(source: &str) -> CustomTemplate {
    CustomTemplate { source: source.into(), pictures: Vec::new(), shift_x: 0, shift_y: 0, on_blank: false }
}

fn trial(source: &str) -> Vec<TemplateFault> {
    let fields = PaperFields::sample_paper(Language::Ru);
    match TYPESETTER.custom_trial(&template(source), &fields, &stamp()) {
        Ok(pdf) => {
            assert!(pdf.starts_with(b"%PDF"));
            Vec::new()
        }
        Err(PrintError::Custom(faults)) => faults,
        Err(other) => panic!("{other}"),
    }
}

fn one(body: &str) -> (Option<usize>, Wrong) {
    let faults = trial(&format!("#import \"kit.typ\": *\n\n{body}\n"));
    let first = faults.into_iter().next().unwrap_or_else(|| panic!("nothing is wrong with {body}"));
    assert_eq!(first.file, "template.typ");
    (first.line, first.wrong)
}

#[test]
fn the_starter_prints_in_every_language_and_the_same_bytes_each_time() {
    for language in Language::ALL {
        let fields = PaperFields::sample_paper(language);
        let print = || TYPESETTER.custom_trial(&template(STARTER), &fields, &stamp()).unwrap();
        assert_eq!(print(), print(), "{language:?}");
    }
}

#[test]
fn an_unknown_field_and_an_unknown_word_are_named_with_their_line() {
    assert_eq!(one("#fields.holder.fullname"), (Some(3), Wrong::UnknownField("fullname".into())));
    assert_eq!(one("Текст\n#fields.person"), (Some(4), Wrong::UnknownField("person".into())));
    assert_eq!(one("#family_name"), (Some(3), Wrong::UnknownWord("family_name".into())));
}

#[test]
fn a_template_reaches_neither_files_nor_packages_nor_the_clock_nor_programs() {
    assert_eq!(one("#read(\"/etc/passwd\")").1, Wrong::NoSuchFile("etc/passwd".into()));
    assert_eq!(one("#read(\"../../etc/passwd\")").1, Wrong::NoSuchFile("../../etc/passwd".into()));
    assert_eq!(one("#import \"@preview/cetz:0.3.0\": *"), (Some(3), Wrong::Packages));
    for body in ["#datetime.today().display()", "#plugin(bytes(()))", "#std.plugin(bytes(()))"] {
        let (line, wrong) = one(body);
        assert!(line == Some(3) && matches!(wrong, Wrong::Engine(_)), "{body}: {wrong:?}");
    }
}

#[test]
fn letters_without_glyph_and_strange_fonts_are_named() {
    assert_eq!(one("Курс 明"), (Some(3), Wrong::Glyphs("明".into())));
    assert_eq!(one("#text(font: \"Arial\")[Курс]").1, Wrong::Font("arial".into()));
}

#[test]
fn a_line_that_runs_out_of_its_place_is_named() {
    let long = "#box[Нурмухаметжанова-Абдрахманова]";
    let (line, wrong) = one(&format!("#place(dx: 150mm, {})", &long[1..]));
    assert!(line == Some(3) && matches!(wrong, Wrong::BeyondPage { page: 1, .. }), "{wrong:?}");
    let (line, wrong) = one(&format!("#grid(columns: (20mm, 1fr), [{long}], [Иркутск])"));
    assert!(line == Some(3) && matches!(wrong, Wrong::Overlapping { page: 1, .. }), "{wrong:?}");
    assert_eq!(one("#fitted(30mm, 8mm, lorem(80))").1, Wrong::TooTall);
}

#[test]
fn text_in_its_place_is_not_refused() {
    let body = "#import \"kit.typ\": *\n= #fields.document.kind_title\n#fields.holder.full#super[1)]\n\n#modules-table()\n\n\
                #labelled(words.number, fields.document.number)\n#fitted(60mm, 20mm, lorem(30))\n#code()";
    assert_eq!(trial(body), []);
}

#[test]
fn a_paper_has_a_bounded_number_of_pages() {
    assert_eq!(one("#for i in range(25) { pagebreak(weak: false) }").1, Wrong::Pages(26));
}

#[test]
fn a_page_that_would_not_move_with_its_blank_is_refused() {
    assert_eq!(one("#set page(margin: 10mm)"), (Some(3), Wrong::SetPage));
    assert_eq!(one("#let a = {\n  set  page(flipped: true)\n  [A]\n}\n#a"), (Some(4), Wrong::SetPage));
    assert_eq!(
        trial("#import \"kit.typ\": *\n#show: page-of.with(margin: 10mm)\nset page(margin: 10mm)"),
        []
    );
}

#[test]
fn a_picture_says_what_it_shows() {
    assert_eq!(one("#image(\"qr.svg\")").1, Wrong::NoAlt);
    assert_eq!(one("#image(\"logo.png\", alt: \"эмблема\")").1, Wrong::NoSuchFile("logo.png".into()));
}
