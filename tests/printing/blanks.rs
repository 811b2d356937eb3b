//! Printing on blanks: everything that is printed moves by so many tenths of a millimetre, and nothing else changes. Measured
//! with Poppler.

use crate::support::app::bounds;
use birge::kernel::{Language, Moment};
use birge::printing::{CustomTemplate, DocumentStamp, PaperFields, Typesetter};
use std::process::Command;

/// Millionths of a point, of which a tenth of a millimetre has 72 / 254.
type Place = (i64, i64);

fn stamp() -> DocumentStamp {
    DocumentStamp {
        title: "Бланк".into(),
        language: Language::Ru,
        moment: Moment::parse("2026-11-21T09:00:00Z").unwrap(),
        ident: "k3xw9".into(),
        verify_url: None,
    }
}

/// Where the first words of a paper stand, moved by so many tenths of a millimetre.
fn places(typesetter: &Typesetter, (shift_x, shift_y): (i32, i32)) -> Vec<Place> {
    let source = "#import \"kit.typ\": *\nСерия\n\n#align(center)[Номер]\n\n#h(30mm)Дата";
    let template =
        CustomTemplate { source: source.into(), pictures: Vec::new(), shift_x, shift_y, on_blank: true };
    let pdf = typesetter.custom_pdf(&template, &PaperFields::sample_paper(Language::Ru), &stamp()).unwrap();
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("paper.pdf"), pdf).unwrap();
    let said = Command::new("pdftotext")
        .args(["-bbox", "-enc", "UTF-8", "paper.pdf", "-"])
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert!(said.status.success());
    let said = String::from_utf8(said.stdout).unwrap();
    let word = |word: &str| {
        let line = said.lines().find(|line| line.contains(&format!(">{word}<"))).unwrap();
        (number(line, "xMin"), number(line, "yMin"))
    };
    ["Серия", "Номер", "Дата"].map(word).into()
}

/// `xMin="56.692900"` in millionths.
fn number(line: &str, name: &str) -> i64 {
    let text = line.split_once(&format!("{name}=\"")).unwrap().1.split_once('"').unwrap().0;
    let (whole, part) = text.split_once('.').unwrap();
    whole.parse::<i64>().unwrap() * 1_000_000 + format!("{part:0<6}")[..6].parse::<i64>().unwrap()
}

#[test]
fn m2_on_a_blank_everything_moves_by_the_tenths_of_a_millimetre_that_were_said() {
    let typesetter = Typesetter::new().unwrap().bounded(bounds());
    let still = places(&typesetter, (0, 0));
    for shift in [(25, 0), (0, 40), (-17, -33)] {
        let moved = places(&typesetter, shift);
        for ((x, y), (x_then, y_then)) in still.iter().zip(&moved) {
            let wanted = |tenths: i32| i64::from(tenths) * 72_000_000 / 254;
            let (off_x, off_y) = ((x_then - x - wanted(shift.0)).abs(), (y_then - y - wanted(shift.1)).abs());
            // A twentieth of a point, a sixth of the smallest step: what a file rounds to.
            assert!(off_x < 50_000 && off_y < 50_000, "{shift:?}: off by {off_x} and {off_y} millionths");
        }
    }
}
