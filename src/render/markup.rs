//! Markdown to the HTML that is stored: parsed by comrak, cleaned by ammonia. The sanitiser has a short list of
//! what may pass, whatever was written.

use ammonia::{Builder, UrlRelative};
use comrak::nodes::Node;
use comrak::{Anchorizer, Options, adapters, format_html_with_plugins};
use std::collections::{HashMap, HashSet};
use std::fmt;
use std::sync::{LazyLock, Mutex, PoisonError};

/// Goes before the anchor of every heading, so that no heading can take the name of something on the page.
pub(crate) const ANCHOR: &str = "h-";

/// What Markdown may use everywhere: tables, strikethrough, addresses as links.
pub(crate) fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.autolink = true;
    options
}

/// Block HTML of some blocks; headings get ids when `with_ids`.
pub(crate) fn blocks<'a>(nodes: impl IntoIterator<Item = Node<'a>>, with_ids: bool) -> String {
    let headings = Headings { anchorizer: with_ids.then(|| Mutex::new(Anchorizer::new())) };
    let mut html = String::new();
    for node in nodes {
        render(node, &headings, &mut html);
    }
    // A list to tick off by hand: outside of quizzes its boxes would stay brackets.
    BLOCKS.clean(&html).to_string().trim().replace("<li>[ ] ", "<li>☐ ")
}

/// Inline HTML of what stands inside a heading, a paragraph or a cell.
pub(crate) fn inline(node: Node<'_>) -> String {
    let headings = Headings { anchorizer: None };
    let mut html = String::new();
    for child in node.children() {
        render(child, &headings, &mut html);
    }
    INLINE.clean(&html).to_string().trim().to_owned()
}

/// The words of sanitised HTML in one line, without markup.
pub fn text_of(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        let (tag, after) = after.split_once('>').unwrap_or((after, ""));
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        if !INLINE_TAGS.contains(&name) || name == "br" {
            text.push(' ');
        }
        // An image stands for its alternative text.
        if let Some((_, alternative)) = tag.split_once(" alt=\"").filter(|_| name == "img") {
            text.push_str(alternative.split('"').next().unwrap_or_default());
        }
        rest = after;
    }
    text.push_str(rest);
    let plain = unescape(&text);
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text out of which the sanitiser made HTML.
pub fn unescape(text: &str) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", "\u{a0}"), ("&amp;", "&")]
        .iter()
        .fold(text.to_owned(), |text, (entity, character)| text.replace(entity, character))
}

/// HTML of blocks from elsewhere, without what may not pass.
pub fn clean_blocks(html: &str) -> String {
    BLOCKS.clean(html).to_string().trim().to_owned()
}

/// HTML of a line from elsewhere, without what may not pass.
pub fn clean_inline(html: &str) -> String {
    INLINE.clean(html).to_string().trim().to_owned()
}

fn render(node: Node<'_>, headings: &Headings, html: &mut String) {
    let mut plugins = comrak::options::Plugins::default();
    plugins.render.heading_adapter = Some(headings);
    let options = options();
    // Writing into a String cannot fail.
    let _ = format_html_with_plugins(node, &options, html, &plugins);
}

/// Writes headings with ids and nothing else; comrak's own adds links with English labels.
struct Headings {
    anchorizer: Option<Mutex<Anchorizer>>,
}

impl adapters::HeadingAdapter for Headings {
    fn enter(
        &self,
        output: &mut dyn fmt::Write,
        heading: &adapters::HeadingMeta,
        _: Option<comrak::nodes::Sourcepos>,
    ) -> fmt::Result {
        match &self.anchorizer {
            None => write!(output, "<h{}>", heading.level),
            Some(anchorizer) => {
                let mut anchorizer = anchorizer.lock().unwrap_or_else(PoisonError::into_inner);
                write!(
                    output,
                    "<h{} id=\"{ANCHOR}{}\">",
                    heading.level,
                    anchorizer.anchorize(&heading.content)
                )
            }
        }
    }

    fn exit(&self, output: &mut dyn fmt::Write, heading: &adapters::HeadingMeta) -> fmt::Result {
        writeln!(output, "</h{}>", heading.level)
    }
}

const INLINE_TAGS: [&str; 9] = ["strong", "em", "del", "code", "a", "br", "img", "sup", "sub"];
const BLOCK_TAGS: [&str; 19] = [
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "p",
    "ul",
    "ol",
    "li",
    "blockquote",
    "pre",
    "hr",
    "section",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
];

static INLINE: LazyLock<Builder<'static>> = LazyLock::new(|| cleaner(INLINE_TAGS.into()));
static BLOCKS: LazyLock<Builder<'static>> =
    LazyLock::new(|| cleaner(INLINE_TAGS.into_iter().chain(BLOCK_TAGS).collect()));

fn cleaner(tags: HashSet<&'static str>) -> Builder<'static> {
    let attributes: HashMap<&str, HashSet<&str>> = HashMap::from([
        ("a", ["href", "title", "id"].into()),
        ("img", ["src", "alt", "title"].into()),
        ("li", ["id"].into()),
        ("ol", ["start"].into()),
        ("th", ["align"].into()),
        ("td", ["align"].into()),
        ("h2", ["id"].into()),
        ("h3", ["id"].into()),
        ("h4", ["id"].into()),
        ("h5", ["id"].into()),
        ("h6", ["id"].into()),
    ]);
    let classes = HashMap::from([
        ("section", ["footnotes"].into()),
        ("sup", ["footnote-ref"].into()),
        ("a", ["footnote-backref"].into()),
    ]);
    let mut builder = Builder::empty();
    builder
        .tags(tags)
        .tag_attributes(attributes)
        .allowed_classes(classes)
        .generic_attributes(HashSet::new())
        .url_schemes(["https", "http", "mailto", "tel", "media", "activity"].into())
        .url_relative(UrlRelative::PassThrough)
        .link_rel(Some("noopener"));
    builder
}
