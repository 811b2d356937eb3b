//! The Markdown that authors type, as the HTML that is stored. What may stand in it is what course files may
//! have; every fault has a code, and nothing dangerous passes whatever is found.

use crate::render::markup;
use comrak::nodes::{Node, NodeValue};
use comrak::{Arena, parse_document};

/// Told the code of each fault.
pub type Notes<'n> = &'n mut dyn FnMut(&'static str);

/// HTML, which is not accepted.
pub const RAW_HTML: &str = "markup-html";
/// A link to somewhere else than a page or an address.
pub const LINK: &str = "markup-link";
/// An image that is not among the programme's files.
pub const IMAGE: &str = "markup-image";
/// An image without alternative text.
pub const IMAGE_ALT: &str = "markup-image-alt";

/// A line: a question, a choice, a heading of a table.
pub fn inline(text: &str, notes: Notes<'_>) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    // A heading takes any line as it is, even one that looks like a list; only marks at its end would be lost.
    let words = line.trim_end_matches('#');
    let closes = words.len() < line.len() && (words.is_empty() || words.ends_with(' '));
    let end = line.get(words.len()..).unwrap_or_default();
    let heading =
        if closes { format!("## {words}{}", end.replace('#', "\\#")) } else { format!("## {line}") };
    let arena = Arena::new();
    let root = parse_document(&arena, &heading, &markup::options());
    check(root, notes);
    root.first_child().map(markup::inline).unwrap_or_default()
}

/// Paragraphs, lists, tables: whatever a text needs.
pub fn blocks(text: &str, notes: Notes<'_>) -> String {
    let arena = Arena::new();
    let root = parse_document(&arena, text, &markup::options());
    check(root, notes);
    markup::blocks(root.children(), false)
}

fn check(root: Node<'_>, notes: Notes<'_>) {
    for node in root.descendants() {
        match &node.data().value {
            NodeValue::HtmlBlock(_) | NodeValue::HtmlInline(_) => notes(RAW_HTML),
            NodeValue::Link(link) if !leads_somewhere(&link.url) => notes(LINK),
            NodeValue::Image(image) => {
                if !image.url.starts_with("media:") {
                    notes(IMAGE);
                }
                if node.first_child().is_none() {
                    notes(IMAGE_ALT);
                }
            }
            _ => {}
        }
    }
}

fn leads_somewhere(url: &str) -> bool {
    ["https://", "http://", "mailto:", "tel:", "media:", "activity:"]
        .iter()
        .any(|scheme| url.starts_with(scheme))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(text: &str) -> Vec<&'static str> {
        let mut found = Vec::new();
        blocks(text, &mut |code| found.push(code));
        found
    }

    #[test]
    fn a_line_stays_a_line_whatever_it_begins_or_ends_with() {
        let line = |text: &str| inline(text, &mut |code| panic!("{code}"));
        assert_eq!(line("1. Первый"), "1. Первый");
        assert_eq!(line("- что\n после"), "- что после");
        assert_eq!(line("язык C #"), "язык C #");
        assert_eq!(line("## решётки"), "## решётки");
        assert_eq!(line("*важно* и **очень**"), "<em>важно</em> и <strong>очень</strong>");
    }

    #[test]
    fn what_may_not_stand_in_a_text_is_named_and_never_stored() {
        assert_eq!(faults("<script>alert(1)</script>"), [RAW_HTML]);
        assert_eq!(faults("[туда](javascript:alert(1))"), [LINK]);
        assert_eq!(faults("![x](https://example.org/x.png)"), [IMAGE]);
        assert_eq!(faults("![](media:01-a/media/plan.png)"), [IMAGE_ALT]);
        assert_eq!(faults("![План](media:01-a/media/plan.png) и https://example.org"), [""; 0]);
        let html = blocks("<img src=x onerror=alert(1)> [туда](javascript:alert(1))", &mut |_| ());
        assert!(!html.contains("onerror") && !html.contains("javascript"), "{html}");
    }
}
