//! Official papers, measured on the printed page by another program than the one that set them (row 44): the size of the
//! page, the margins and the type of ГОСТ Р 7.0.97-2025.

use super::Office;
use crate::support::paper::{Place, places, type_sizes};

/// How far a measure may be from its value, in mm: a comma hangs into the margin by less.
const NEAR: f64 = 1.0;
/// The box of a word is as high as its font allows, not as its letters are: so much higher and lower than the line, in mm.
const BOX: f64 = 2.0;

fn furthest(words: &[&Place], of: impl Fn(&Place) -> f64, later: fn(f64, f64) -> f64) -> f64 {
    words.iter().map(|word| of(word)).reduce(later).unwrap()
}

fn measure(pdf: &[u8], left: f64, what: &str) {
    for (number, (page, words)) in places(pdf).into_iter().enumerate() {
        let (width, height) = page;
        assert!((width - 210.0).abs() < NEAR && (height - 297.0).abs() < NEAR, "{what}: {page:?}");
        // Pages are numbered from the second one, in the middle of the upper margin.
        let (above, words): (Vec<&Place>, Vec<&Place>) = words.iter().partition(|word| word.bottom < 18.0);
        let above: Vec<&str> = above.iter().map(|word| word.text.as_str()).collect();
        let expected = if number == 0 { Vec::new() } else { vec![(number + 1).to_string()] };
        assert_eq!(above, expected, "{what}: the upper margin of page {}", number + 1);
        let first = furthest(&words, |word| word.left, f64::min);
        let last = furthest(&words, |word| word.right, f64::max);
        let top = furthest(&words, |word| word.top, f64::min);
        let bottom = furthest(&words, |word| word.bottom, f64::max);
        assert!((first - left).abs() < NEAR, "{what}: the left margin is {first} mm");
        assert!(last < 200.0 + NEAR, "{what}: the right margin is {} mm", 210.0 - last);
        assert!(top > 20.0 - BOX, "{what}: the upper margin is {top} mm");
        assert!(bottom < 277.0 + BOX, "{what}: the lower margin is {} mm", 297.0 - bottom);
        if number == 0 {
            // The number of the paper stands at the end of its line, so that the margin is measured, not only kept.
            assert!(last > 200.0 - NEAR, "{what}: the right margin is {} mm", 210.0 - last);
            assert!(top < 20.0, "{what}: the upper margin is {top} mm");
        }
    }
}

#[tokio::test]
async fn row_44_margins_and_type_are_those_of_the_standard() {
    let office = Office::new(&["Ахметова"]).await;
    for order in office.app.trail(&office.administrator, office.edition).await {
        let kind = office.order(order).await["kind"].as_str().unwrap().to_owned();
        let pdf = office.pdf(order).await;
        // A sheet is kept for a few years; orders and minutes for longer than ten, and are bound.
        let left = if kind == "assessment_sheet" { 20.0 } else { 30.0 };
        measure(&pdf, left, &kind);
        let mut sizes = type_sizes(&pdf);
        assert!(sizes.contains(&12) && sizes.contains(&14), "{kind}: {sizes:?}");
        // What explains the code beside it is no part of the text.
        sizes.retain(|size| *size != 8);
        assert!(sizes.iter().all(|size| (12..=14).contains(size)), "{kind}: {sizes:?}");
    }
}
