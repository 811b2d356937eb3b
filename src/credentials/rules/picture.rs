//! The pictures of badges: an SVG that is drawn, and a PNG for each kind of paper that was drawn ahead. Calm and of one
//! look: a ring, a mark, the name of the paper and of who issued it.

use crate::programmes::rules::words::DocumentKind;
use std::fmt::Write as _;

/// Letters in a line of the title, and of the issuer.
const TITLE_LETTERS: usize = 22;
const ISSUER_LETTERS: usize = 34;

/// Lines of either; what is longer is cut with an ellipsis, the credential itself has it whole.
const LINES: usize = 4;

/// The picture of a kind of paper as PNG, 480 × 480.
pub fn png(kind: DocumentKind) -> &'static [u8] {
    match kind {
        DocumentKind::AdvancedTrainingCertificate => {
            include_bytes!("../../../static/img/badges/advanced_training_certificate.png")
        }
        DocumentKind::RetrainingDiploma => {
            include_bytes!("../../../static/img/badges/retraining_diploma.png")
        }
        DocumentKind::StudyCertificate => include_bytes!("../../../static/img/badges/study_certificate.png"),
        DocumentKind::ParticipationCertificate => {
            include_bytes!("../../../static/img/badges/participation_certificate.png")
        }
        DocumentKind::MentorCertificate => {
            include_bytes!("../../../static/img/badges/mentor_certificate.png")
        }
        DocumentKind::ThankYouLetter => include_bytes!("../../../static/img/badges/thank_you_letter.png"),
        DocumentKind::RecommendationLetter => {
            include_bytes!("../../../static/img/badges/recommendation_letter.png")
        }
        DocumentKind::ServiceRecord => include_bytes!("../../../static/img/badges/service_record.png"),
        DocumentKind::AuthorityDocument => {
            include_bytes!("../../../static/img/badges/authority_document.png")
        }
    }
}

/// The picture of a paper: what it is called, and who issued it.
pub fn svg(title: &str, issuer: &str) -> String {
    let mut svg = String::from(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 480 480\" width=\"480\" height=\"480\" role=\"img\">",
    );
    let _ = write!(svg, "<title>{}</title>", escaped(&format!("{title}. {issuer}")));
    svg.push_str(concat!(
        "<rect width=\"480\" height=\"480\" rx=\"32\" fill=\"#fbfaf7\"/>",
        "<circle cx=\"240\" cy=\"240\" r=\"214\" fill=\"#ffffff\" stroke=\"#0a5c86\" stroke-width=\"10\"/>",
        "<circle cx=\"240\" cy=\"240\" r=\"198\" fill=\"none\" stroke=\"#dcd8cf\" stroke-width=\"2\"/>",
        "<circle cx=\"240\" cy=\"118\" r=\"44\" fill=\"#0a5c86\"/>",
        "<path d=\"M219 119l15 15 28-30\" fill=\"none\" stroke=\"#ffffff\" stroke-width=\"9\" ",
        "stroke-linecap=\"round\" stroke-linejoin=\"round\"/>",
        "<g text-anchor=\"middle\" font-family=\"Noto Sans, Segoe UI, Roboto, Helvetica, Arial, sans-serif\">",
    ));
    let title = lines(title, TITLE_LETTERS);
    let mut y = 262 - 17 * (title.len() as i32 - 1);
    y = text(&mut svg, &title, (y, 34), "font-size=\"28\" font-weight=\"700\" fill=\"#1a2027\"");
    text(&mut svg, &lines(issuer, ISSUER_LETTERS), (y.max(320), 22), "font-size=\"17\" fill=\"#55606b\"");
    svg.push_str("</g></svg>");
    svg
}

/// Writes lines one under the other, and answers where the next would stand.
fn text(svg: &mut String, lines: &[String], (first, step): (i32, i32), look: &str) -> i32 {
    let mut y = first;
    for line in lines {
        let _ = write!(svg, "<text x=\"240\" y=\"{y}\" {look}>{}</text>", escaped(line));
        y += step;
    }
    y
}

/// Words in lines of at most so many letters; a longer word has a line of its own.
fn lines(text: &str, letters: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= letters => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    if lines.len() > LINES {
        lines.truncate(LINES);
        if let Some(line) = lines.last_mut() {
            line.push('…');
        }
    }
    lines
}

fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::super::baking;
    use super::*;
    use crate::kernel::Word as _;

    #[test]
    fn every_kind_has_a_picture_that_can_be_baked() {
        for word in DocumentKind::WORDS {
            let kind = DocumentKind::parse(word).unwrap();
            let baked = baking::into_png(png(kind), "{}").unwrap();
            assert_eq!(baking::from_png(&baked).as_deref(), Some("{}"), "{word}");
        }
    }

    #[test]
    fn names_are_written_as_text_and_long_ones_in_lines() {
        let svg = svg("Удостоверение о повышении квалификации", "ООО «Рога & <Копыта>»");
        assert!(
            svg.contains(">Удостоверение о</text>") && svg.contains(">повышении квалификации</text>"),
            "{svg}"
        );
        assert!(svg.contains("&amp;") && svg.contains("&lt;Копыта&gt;") && !svg.contains("<Копыта"));
        assert_eq!(
            baking::from_svg(&baking::into_svg(&svg, "{\"a\":1}").unwrap()).as_deref(),
            Some("{\"a\":1}")
        );
        assert_eq!(lines(&"слово ".repeat(60), 22).len(), LINES);
    }
}
