//! Stored HTML back into the Markdown that makes it: for questions of course files and imports, whose Markdown
//! was never kept. Reads only what the sanitiser lets pass.

use crate::render::markup::unescape;

/// An element with what is in it, or a text.
#[derive(Debug)]
enum Node {
    Text(String),
    Element { tag: String, attributes: String, children: Vec<Node> },
}

/// Markdown for sanitised HTML.
pub fn to_markdown(html: &str) -> String {
    let mut rest = html;
    let nodes = nodes(&mut rest, "");
    blocks(&nodes).trim().to_owned()
}

const EMPTY: [&str; 3] = ["br", "img", "hr"];
const INLINE: [&str; 8] = ["strong", "em", "del", "code", "a", "br", "img", "sup"];

/// The nodes up to the end of an element.
fn nodes(rest: &mut &str, inside: &str) -> Vec<Node> {
    let mut nodes = Vec::new();
    loop {
        let (text, after) = rest.split_once('<').map_or((*rest, None), |(text, after)| (text, Some(after)));
        if !text.is_empty() {
            nodes.push(Node::Text(unescape(text)));
        }
        let Some((tag, after)) = after.and_then(|after| after.split_once('>')) else {
            *rest = "";
            return nodes;
        };
        *rest = after;
        if tag.strip_prefix('/').is_some_and(|closed| closed == inside) {
            return nodes;
        }
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        let name = name.trim_end_matches('/');
        if !name.starts_with('/') {
            let children = if EMPTY.contains(&name) { Vec::new() } else { self::nodes(rest, name) };
            nodes.push(Node::Element { tag: name.to_owned(), attributes: attributes.to_owned(), children });
        }
    }
}

fn attribute(attributes: &str, name: &str) -> String {
    let wanted = format!("{name}=\"");
    let value = attributes.split_once(&wanted).and_then(|(_, after)| after.split('"').next());
    unescape(value.unwrap_or_default())
}

/// Blocks with an empty line between them; what stands loose among them is a paragraph.
fn blocks(nodes: &[Node]) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut loose: Vec<&Node> = Vec::new();
    for node in nodes {
        match node {
            Node::Element { tag, attributes, children } if !INLINE.contains(&tag.as_str()) => {
                flush(&mut loose, &mut parts);
                parts.push(block(tag, attributes, children));
            }
            other => loose.push(other),
        }
    }
    flush(&mut loose, &mut parts);
    parts.retain(|part| !part.trim().is_empty());
    parts.join("\n\n")
}

fn flush(loose: &mut Vec<&Node>, parts: &mut Vec<String>) {
    let text = joined(loose.drain(..));
    parts.push(guarded(text.trim()));
}

fn block(tag: &str, attributes: &str, children: &[Node]) -> String {
    match tag {
        "h2" | "h3" | "h4" | "h5" | "h6" => {
            let level = tag.trim_start_matches('h').parse().unwrap_or(2);
            format!("{} {}", "#".repeat(level), line(children))
        }
        "ul" => list(children, |_| "- ".to_owned()),
        "ol" => {
            let first: usize = attribute(attributes, "start").parse().unwrap_or(1);
            list(children, move |place| format!("{}. ", first + place))
        }
        "blockquote" => prefixed(&blocks(children), "> ", "> "),
        "pre" => format!("```\n{}\n```", plain(children).trim_end_matches('\n')),
        "hr" => "---".to_owned(),
        "table" => table(children),
        "p" => guarded(inlines(children).trim()),
        _ => blocks(children),
    }
}

fn list(children: &[Node], mark: impl Fn(usize) -> String) -> String {
    let items = children.iter().filter_map(|node| match node {
        Node::Element { tag, children, .. } if tag == "li" => Some(children),
        _ => None,
    });
    let item = |(place, children): (usize, &Vec<Node>)| {
        let mark = mark(place);
        let tight = !children.iter().any(|node| matches!(node, Node::Element { tag, .. } if tag == "p"));
        let text = if tight { blocks(children).replace("\n\n", "\n") } else { blocks(children) };
        prefixed(&text, &mark, &" ".repeat(mark.len()))
    };
    let loose = children.iter().any(|node| {
        matches!(node, Node::Element { children, .. }
        if children.iter().any(|child| matches!(child, Node::Element { tag, .. } if tag == "p")))
    });
    items.enumerate().map(item).collect::<Vec<_>>().join(if loose { "\n\n" } else { "\n" })
}

fn prefixed(text: &str, first: &str, further: &str) -> String {
    let line = |(number, line): (usize, &str)| {
        let prefix = if number == 0 { first } else { further };
        format!("{prefix}{line}").trim_end().to_owned()
    };
    text.lines().enumerate().map(line).collect::<Vec<_>>().join("\n")
}

fn table(children: &[Node]) -> String {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut align: Vec<String> = Vec::new();
    gather(children, &mut rows, &mut align);
    let mut lines: Vec<String> = rows.iter().map(|row| format!("| {} |", row.join(" | "))).collect();
    if !lines.is_empty() {
        lines.insert(1, format!("|{}|", align.join("|")));
    }
    lines.join("\n")
}

fn gather(nodes: &[Node], rows: &mut Vec<Vec<String>>, align: &mut Vec<String>) {
    for node in nodes {
        let Node::Element { tag, attributes, children } = node else { continue };
        match tag.as_str() {
            "tr" => {
                rows.push(Vec::new());
                gather(children, rows, align);
            }
            "th" | "td" => {
                if tag == "th" {
                    let dashes = match attribute(attributes, "align").as_str() {
                        "center" => ":-:",
                        "right" => "--:",
                        "left" => ":--",
                        _ => "---",
                    };
                    align.push(dashes.to_owned());
                }
                if let Some(row) = rows.last_mut() {
                    row.push(line(children).replace('|', "\\|"));
                }
            }
            _ => gather(children, rows, align),
        }
    }
}

fn line(children: &[Node]) -> String {
    inlines(children).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn inlines(nodes: &[Node]) -> String {
    joined(nodes.iter())
}

/// What stands beside each other; after a break, the line end of the HTML is none of the text's.
fn joined<'n>(nodes: impl Iterator<Item = &'n Node>) -> String {
    let mut text = String::new();
    for node in nodes {
        let part = inline(node);
        text.push_str(if text.ends_with("\\\n") { part.trim_start() } else { &part });
    }
    text
}

fn inline(node: &Node) -> String {
    let (tag, attributes, children) = match node {
        Node::Text(text) => return escaped(text),
        Node::Element { tag, attributes, children } => (tag.as_str(), attributes, children),
    };
    match tag {
        "strong" => format!("**{}**", inlines(children)),
        "em" => format!("*{}*", inlines(children)),
        "del" => format!("~~{}~~", inlines(children)),
        "code" => format!("`{}`", plain(children)),
        "br" => "\\\n".to_owned(),
        "img" => format!("![{}]({})", escaped(&attribute(attributes, "alt")), attribute(attributes, "src")),
        "a" => {
            let (url, text) = (attribute(attributes, "href"), plain(children));
            if url == text { text } else { format!("[{}]({url})", inlines(children)) }
        }
        _ => inlines(children),
    }
}

fn plain(nodes: &[Node]) -> String {
    let text = |node: &Node| match node {
        Node::Text(text) => text.clone(),
        Node::Element { children, .. } => plain(children),
    };
    nodes.iter().map(text).collect()
}

/// A text with a backslash before what Markdown would take for its own.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied().unwrap_or(' ');
        let special = match letter {
            '\\' | '`' | '*' | '<' | '~' => true,
            '_' => !(before.is_alphanumeric() && next.is_alphanumeric()),
            ']' => next == '(',
            '&' => next.is_ascii_alphabetic() || next == '#',
            _ => false,
        };
        if special {
            out.push('\\');
        }
        out.push(letter);
        before = letter;
    }
    out
}

/// A paragraph whose beginning cannot be taken for a list, a heading or a quotation.
fn guarded(text: &str) -> String {
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let after = text.chars().nth(digits);
    if (1..10).contains(&digits) && matches!(after, Some('.' | ')')) {
        let (number, rest) = text.split_at(digits);
        return format!("{number}\\{rest}");
    }
    let first = text.chars().next();
    let second = text.chars().nth(1);
    let list = matches!(first, Some('-' | '+')) && second.is_none_or(char::is_whitespace);
    if list || matches!(first, Some('#' | '>' | '|')) { format!("\\{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questions::rules::source;
    use proptest::prelude::*;

    fn there_and_back(html: &str) -> String {
        source::blocks(&to_markdown(html), &mut |fault| panic!("{fault}"))
    }

    #[test]
    fn what_the_sanitiser_lets_pass_comes_back_as_it_was() {
        for html in [
            "<p>НКО &amp; власть: 2 &lt; 3, <strong>жирно</strong> и <em>косо</em>, <del>нет</del></p>",
            "<h3>Раздел</h3>\n<p>Строка<br>\nвторая</p>\n<ul>\n<li>раз</li>\n<li>два</li>\n</ul>",
            "<ol start=\"3\">\n<li>три</li>\n<li>четыре</li>\n</ol>",
            "<blockquote>\n<p>цитата</p>\n</blockquote>",
            "<p>Сначала [[1]], потом [[2]].</p>",
            "<p><a href=\"https://example.org/a?b=1&amp;c=2\" rel=\"noopener\">сайт</a></p>",
            "<p>1. не список</p>",
            "<p>* и _ сами по себе, snake_case тоже</p>",
            "<pre><code>a &lt; b\n</code></pre>",
        ] {
            assert_eq!(there_and_back(html), html);
        }
    }

    #[test]
    fn tables_come_back() {
        let html = source::blocks("| а | б |\n|---|:-:|\n| 1 | 2 |", &mut |fault| panic!("{fault}"));
        assert_eq!(there_and_back(&html), html);
        assert!(html.contains("align=\"center\""), "{html}");
    }

    proptest! {
        #[test]
        fn plain_words_come_back(text in "[а-яa-z0-9 .,*_#>`~\\\\&<+\\[\\]()-]{1,40}") {
            let stored = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
            let html = source::inline(&to_markdown(&stored), &mut |_| ());
            let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
            prop_assert_eq!(words(&unescape(&html)), words(&text));
        }
    }
}
