//! Markdown of course files, checked node by node before [`crate::render::markup`] makes HTML of it.
//!
//! The tree is checked and its addresses are rewritten before anything is rendered.

use crate::programmes::rules::finding::{Code, Notes};
use crate::programmes::rules::shelf::Shelf;
use crate::render::markup::{ANCHOR, options};
pub(super) use crate::render::markup::{blocks, inline};
use comrak::nodes::{Node, NodeValue};
use comrak::{Anchorizer, Arena, parse_document};
use std::collections::HashSet;

/// A text being read: its file, where its links lead, where its faults are noted.
pub(super) struct Page<'p, 'f> {
    /// The folder of the text, for relative links.
    pub folder: &'p str,
    /// The line its body begins on.
    pub first_line: u32,
    /// Its body as it is written.
    pub body: &'p str,
    pub shelf: &'p mut Shelf<'f>,
    pub notes: Notes<'p>,
}

impl Page<'_, '_> {
    /// The line of a node in the file.
    pub(super) fn line(&self, node: Node<'_>) -> u32 {
        let line = node.data().sourcepos.start.line.saturating_sub(1);
        self.first_line + u32::try_from(line).unwrap_or_default()
    }

    /// The lines of a node as they are written.
    pub(super) fn source(&self, node: Node<'_>) -> Vec<&str> {
        let place = node.data().sourcepos;
        let (first, last) = (place.start.line.saturating_sub(1), place.end.line);
        self.body.lines().take(last).skip(first).collect()
    }

    pub(super) fn add(&mut self, line: u32, code: Code, detail: impl Into<String>) {
        self.notes.add(line, code, detail);
    }
}

/// What a kind of text may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dialect {
    /// With footnotes.
    Lesson,
    /// With boxes before choices.
    Quiz,
    /// Neither.
    Case,
}

/// Parses a body and checks its links, images and HTML; rewrites the links to where they lead.
pub(super) fn read<'a>(arena: &'a Arena<'a>, body: &str, dialect: Dialect, page: &mut Page) -> Node<'a> {
    let mut options = options();
    options.extension.footnotes = dialect == Dialect::Lesson;
    options.extension.tasklist = dialect == Dialect::Quiz;
    let root = parse_document(arena, body, &options);
    let anchors = anchors(root);
    for node in root.descendants() {
        check(node, &anchors, page);
    }
    root
}

/// The words of a text: in headings, paragraphs, cells and blocks of code, whatever has a letter or digit.
pub(super) fn words(root: Node<'_>) -> u32 {
    let mut count = 0;
    for node in root.descendants() {
        let data = node.data();
        let text = match &data.value {
            NodeValue::CodeBlock(code) => code.literal.clone(),
            value if value.contains_inlines() => node.collect_text(),
            _ => continue,
        };
        count += text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
    }
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Whether a node is a heading of this level.
pub(super) fn is_heading(node: Node<'_>, level: u8) -> bool {
    matches!(&node.data().value, NodeValue::Heading(heading) if heading.level == level)
}

/// Reports headings that begin above `highest`, or that leave out a level.
pub(super) fn check_levels<'a>(nodes: impl IntoIterator<Item = Node<'a>>, highest: u8, page: &mut Page) {
    let mut last = highest.saturating_sub(1);
    for node in nodes {
        let NodeValue::Heading(heading) = node.data().value else { continue };
        if heading.level < highest || heading.level > last + 1 {
            let line = page.line(node);
            page.add(line, Code::HeadingLevel, format!("level {}", heading.level));
        }
        last = heading.level.max(highest);
    }
}

fn anchors(root: Node<'_>) -> HashSet<String> {
    let mut anchorizer = Anchorizer::new();
    let headings = root.descendants().filter(|node| matches!(node.data().value, NodeValue::Heading(_)));
    headings.map(|node| anchorizer.anchorize(&node.collect_text())).collect()
}

fn check(node: Node<'_>, anchors: &HashSet<String>, page: &mut Page) {
    let line = page.line(node);
    let alternative = node.collect_text();
    match &mut node.data_mut().value {
        NodeValue::HtmlBlock(html) => page.add(line, Code::RawHtml, first_words(&html.literal)),
        NodeValue::HtmlInline(html) => page.add(line, Code::RawHtml, first_words(html)),
        NodeValue::Link(link) => match lead(&link.url, anchors, page) {
            Ok(url) => link.url = url,
            Err(code) => page.add(line, code, link.url.clone()),
        },
        NodeValue::Image(image) => {
            if alternative.trim().is_empty() {
                page.add(line, Code::ImageAlt, image.url.clone());
            }
            match page.shelf.image(page.folder, &image.url) {
                Ok(url) => image.url = url,
                Err(code) => page.add(line, code, image.url.clone()),
            }
        }
        _ => {}
    }
}

fn lead(url: &str, anchors: &HashSet<String>, page: &mut Page) -> Result<String, Code> {
    let Some(anchor) = url.strip_prefix('#') else { return page.shelf.link(page.folder, url) };
    let anchor = percent_encoding::percent_decode_str(anchor).decode_utf8_lossy();
    if anchors.contains(anchor.as_ref()) { Ok(format!("#{ANCHOR}{anchor}")) } else { Err(Code::LinkMissing) }
}

fn first_words(html: &str) -> String {
    html.trim().chars().take(40).collect::<String>().replace('\n', " ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programmes::rules::files::FolderFiles;
    use crate::programmes::rules::finding::Finding;

    fn html(body: &str) -> (String, Vec<Finding>) {
        let mut files = FolderFiles::new("x");
        files.insert("01-a/media/plan.png", Vec::new());
        let mut shelf = Shelf::new(&files);
        let mut found = Vec::new();
        let arena = Arena::new();
        let notes = Notes::new("01-a/text.ru.md", &mut found);
        let mut page = Page { folder: "01-a", first_line: 5, body, shelf: &mut shelf, notes };
        let root = read(&arena, body, Dialect::Lesson, &mut page);
        (blocks([root], true), found)
    }

    #[test]
    fn headings_get_ids_that_links_reach() {
        let (html, found) = html("## Роль НКО\n\n[выше](#роль-нко) [мимо](#нет)\n");
        assert!(html.contains("<h2 id=\"h-роль-нко\">Роль НКО</h2>"), "{html}");
        assert!(html.contains("href=\"#h-%D1%80") || html.contains("href=\"#h-роль-нко\""), "{html}");
        assert_eq!(
            found.iter().map(|one| (one.line, one.code)).collect::<Vec<_>>(),
            [(7, Code::LinkMissing)]
        );
    }

    #[test]
    fn images_lead_to_media_and_outer_links_are_safe() {
        let (html, found) = html("![План зала](media/plan.png)\n\nСм. https://example.org/a?b=1&c=2\n");
        assert!(html.contains("<img src=\"media:01-a/media/plan.png\" alt=\"План зала\">"), "{html}");
        assert!(html.contains("<a href=\"https://example.org/a?b=1&amp;c=2\" rel=\"noopener\">"), "{html}");
        assert_eq!(found, []);
    }

    #[test]
    fn tables_and_footnotes_survive_without_foreign_attributes() {
        let (html, found) = html("Текст[^1].\n\n| а | б |\n|---|:-:|\n| 1 | 2 |\n\n[^1]: Сноска.\n");
        assert!(html.contains("<td align=\"center\">2</td>"), "{html}");
        assert!(html.contains("<section class=\"footnotes\">"), "{html}");
        assert!(html.contains("id=\"fn-1\"") && html.contains("href=\"#fn-1\""), "{html}");
        assert!(!html.contains("aria-label") && !html.contains("data-"), "{html}");
        assert_eq!(found, []);
    }

    #[test]
    fn html_is_reported_and_never_stored() {
        let (html, found) = html("<script>alert(1)</script>\n\nтекст <b onclick=x>жирно</b>\n");
        assert!(!html.contains('<') || !html.contains("script"), "{html}");
        assert!(!html.contains("onclick"), "{html}");
        let lines: Vec<_> = found.iter().map(|one| (one.line, one.code)).collect();
        assert_eq!(lines, [(5, Code::RawHtml), (7, Code::RawHtml), (7, Code::RawHtml)]);
    }

    #[test]
    fn words_are_counted_once_wherever_they_stand() {
        let arena = Arena::new();
        let text = "## Два слова\n\n- один – два\n\n| a | b |\n|---|---|\n| c | d |\n\n> цитата **жирная**\n";
        assert_eq!(words(parse_document(&arena, text, &options())), 10);
    }
}
