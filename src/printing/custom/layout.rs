//! What can be seen only in the finished pages: letters without a glyph, text beyond the page, text over text.

use super::wrong::{TemplateFault, Wrong, place};
use crate::printing::world::Job;
use std::collections::BTreeSet;
use typst::layout::{Frame, FrameItem, Point};
use typst::syntax::DiagSpan;
use typst::text::TextItem;
use typst_layout::PagedDocument;

/// The most faults told at once.
const MOST: usize = 5;
/// The longest piece of a text that is quoted, in characters.
const QUOTED: usize = 40;
/// What may stand over the edge of a page, in points: rounding, and the overhang of italics.
const PAGE_SLACK: f64 = 1.0;
/// By how much texts of one line may meet, in points: a third of a millimetre.
const TOUCHING: f64 = 1.0;
/// By how much texts may meet in height, as a share of the smaller one's size.
const HEIGHT_SHARE: f64 = 0.35;
/// Letters reach so far above and below their line, as shares of the size.
const ASCENT: f64 = 0.7;
const DESCENT: f64 = 0.2;
/// Text so many times larger than another one is meant to lie under it.
const GROUND: f64 = 3.0;

/// A text on a page, in points from its upper left corner.
struct Placed<'a> {
    item: &'a TextItem,
    left: f64,
    right: f64,
    line: f64,
    size: f64,
}

impl<'a> Placed<'a> {
    fn of(item: &'a TextItem, at: Point) -> Placed<'a> {
        let (left, size) = (at.x.to_pt(), item.size.to_pt());
        Placed { item, left, right: left + item.width().to_pt(), line: at.y.to_pt(), size }
    }

    fn top(&self) -> f64 {
        self.line - ASCENT * self.size
    }

    fn bottom(&self) -> f64 {
        self.line + DESCENT * self.size
    }

    fn meets(&self, other: &Placed<'_>) -> bool {
        let (small, large) = (self.size.min(other.size), self.size.max(other.size));
        let across = self.right.min(other.right) - self.left.max(other.left);
        let down = self.bottom().min(other.bottom()) - self.top().max(other.top());
        large < GROUND * small && across > TOUCHING && down > HEIGHT_SHARE * small
    }
}

/// The faults of finished pages; whether text stays on the page and beside other text only where that is asked.
pub(super) fn faults(job: &Job<'_>, document: &PagedDocument, lines_too: bool) -> Vec<TemplateFault> {
    let mut faults = Vec::new();
    for (index, page) in document.pages().iter().enumerate() {
        let mut texts = Vec::new();
        collect(&page.frame, Point::zero(), &mut texts);
        faults.extend(texts.iter().filter_map(|text| without_glyph(job, text)));
        if lines_too {
            let (width, height) = (page.frame.width().to_pt(), page.frame.height().to_pt());
            let beyond = texts.iter().filter(|text| {
                text.left < -PAGE_SLACK
                    || text.right > width + PAGE_SLACK
                    || text.top() < -PAGE_SLACK
                    || text.bottom() > height + PAGE_SLACK
            });
            let page = index + 1;
            faults
                .extend(beyond.map(|text| fault(job, text, Wrong::BeyondPage { page, text: quoted(text) })));
            let over = texts
                .iter()
                .enumerate()
                .filter(|(at, text)| texts.iter().skip(at + 1).any(|other| text.meets(other)));
            faults.extend(
                over.map(|(_, text)| fault(job, text, Wrong::Overlapping { page, text: quoted(text) })),
            );
        }
    }
    faults.dedup();
    faults.truncate(MOST);
    faults
}

/// All texts of a frame that stand upright.
fn collect<'a>(frame: &'a Frame, at: Point, texts: &mut Vec<Placed<'a>>) {
    for (position, item) in frame.items() {
        let here = at + *position;
        match item {
            FrameItem::Group(group) if group.transform.is_only_translate() => {
                let moved = Point::new(group.transform.tx, group.transform.ty);
                collect(&group.frame, here + moved, texts);
            }
            FrameItem::Text(text) if !text.text.trim().is_empty() => texts.push(Placed::of(text, here)),
            _ => {}
        }
    }
}

/// The glyph of the number 0 is the box that stands for a letter the font lacks.
fn without_glyph(job: &Job<'_>, text: &Placed<'_>) -> Option<TemplateFault> {
    let lacking = text.item.glyphs.iter().filter(|glyph| glyph.id == 0);
    let letters: BTreeSet<char> =
        lacking.filter_map(|glyph| text.item.text.get(glyph.range())).flat_map(str::chars).collect();
    let letters: Vec<String> = letters.iter().map(char::to_string).collect();
    (!letters.is_empty()).then(|| fault(job, text, Wrong::Glyphs(letters.join(" "))))
}

fn fault(job: &Job<'_>, text: &Placed<'_>, wrong: Wrong) -> TemplateFault {
    let span = text.item.glyphs.first().map(|glyph| DiagSpan::from(glyph.span.0));
    match span.and_then(|span| place(job, span)) {
        Some((file, line)) => TemplateFault { file, line: Some(line), wrong },
        None => TemplateFault::of_whole(wrong),
    }
}

fn quoted(text: &Placed<'_>) -> String {
    let text = text.item.text.trim();
    match text.char_indices().nth(QUOTED) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text.to_owned(),
    }
}
