//! Texts of other systems to the HTML that is kept, and back to plain text.

mod tags;

use super::Code;
use crate::kernel::Language;
use crate::questions::rules::{Question, QuestionKind, QuestionText};
use crate::render::markup::{clean_blocks, clean_inline};
use std::borrow::Cow;
use tags::{is_tag, tag_name};

/// What the addresses of images out of files begin with; the name follows.
pub const IMAGE_PREFIX: &str = "/question-images/";
/// The longest text, in bytes and without its images.
const LONGEST: usize = 256 * 1024;
/// The deepest markup; a browser's parser takes quadratic time over what is deeper.
const DEEPEST: usize = 200;

/// How a text is marked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Markup {
    Html,
    /// HTML in which line ends count.
    Moodle,
    Plain,
    Markdown,
}

impl Markup {
    /// By the word in brackets of GIFT, or the attribute of Moodle XML.
    pub(super) fn of_word(word: &str) -> Option<Markup> {
        match word {
            "html" => Some(Markup::Html),
            "moodle" | "moodle_auto_format" => Some(Markup::Moodle),
            "plain" | "plain_text" => Some(Markup::Plain),
            "markdown" => Some(Markup::Markdown),
            _ => None,
        }
    }
}

/// Clean HTML; a text without blocks stays without.
pub(super) fn clean(text: &str, markup: Markup) -> Result<String, Code> {
    if text.len() > LONGEST {
        return Err(Code::TextTooLong);
    }
    if is_bare(text) && (!text.contains('\n') || markup == Markup::Html) && markup != Markup::Markdown {
        return Ok(text.trim().replace('>', "&gt;"));
    }
    let html = prepared(&source(text, markup))?;
    let html = clean_blocks(&html);
    let html = ["<p></p>", "<p>&nbsp;</p>", "<p><br></p>"]
        .iter()
        .fold(html, |html, empty| if html.contains(empty) { html.replace(empty, "") } else { html });
    Ok(html.trim().to_owned())
}

/// Clean block HTML: a text without blocks becomes a paragraph.
pub(super) fn prose(text: &str, markup: Markup) -> Result<String, Code> {
    clean(text, markup).map(|html| wrapped(&html))
}

/// The elements of a text that do not pass and are missed where they stood, each once.
pub(super) fn elements_lost(text: &str, markup: Markup) -> Vec<String> {
    const LOST: [&str; 13] = [
        "iframe", "math", "video", "audio", "object", "embed", "applet", "svg", "canvas", "input", "select",
        "textarea", "button",
    ];
    let mut lost: Vec<String> = Vec::new();
    if markup == Markup::Plain {
        return lost;
    }
    for (at, _) in text.match_indices('<') {
        let tag = text.get(at..).unwrap_or_default();
        let name = tag_name(tag.get(1..).unwrap_or_default());
        if LOST.contains(&name.as_str()) && !lost.contains(&name) && is_tag(tag) {
            lost.push(name);
        }
    }
    lost
}

/// Clean HTML of one line, as choices are.
pub(super) fn inline(text: &str, markup: Markup) -> Result<String, Code> {
    let html = clean(text, markup)?;
    if first_block(&html).is_none() {
        return Ok(html);
    }
    let lines = ["</p>", "</li>", "</h2>", "</h3>", "</h4>", "</tr>", "</pre>", "</blockquote>"];
    let broken = lines.iter().fold(html, |html, end| html.replace(end, "<br>"));
    let line = clean_inline(&broken);
    let mut end = line.as_str();
    while let Some(shorter) = end.strip_suffix("<br>") {
        end = shorter.trim_end();
    }
    Ok(end.to_owned())
}

/// A paragraph, where a text is no block yet.
pub(super) fn wrapped(html: &str) -> String {
    if html.is_empty() || first_block(html).is_some() { html.to_owned() } else { format!("<p>{html}</p>") }
}

/// A text that is one paragraph, without it.
pub(super) fn unwrapped(html: &str) -> &str {
    let inner = html.strip_prefix("<p>").and_then(|rest| rest.strip_suffix("</p>"));
    inner.filter(|inner| first_block(inner).is_none() && !inner.contains("</p>")).unwrap_or(html)
}

/// The first paragraph as what is asked, the rest as its detail. A text that begins with something else than a
/// paragraph or heading is asked by the words that are given for that.
pub(super) fn split(html: &str, otherwise: &str) -> (String, String) {
    let pair = |prompt: &str, detail: &str| (prompt.trim().to_owned(), detail.trim().to_owned());
    let Some(at) = first_block(html) else { return pair(html, "") };
    let (before, blocks) = html.split_at_checked(at).unwrap_or((html, ""));
    if !before.trim().is_empty() {
        return pair(before, blocks);
    }
    for tag in ["p", "h2", "h3", "h4", "h5", "h6"] {
        let inner = blocks.strip_prefix('<').and_then(|rest| rest.strip_prefix(tag));
        let inner = inner.and_then(|rest| rest.split_once('>')).map(|(_, inner)| inner);
        let parts = inner.and_then(|inner| inner.split_once(&format!("</{tag}>")));
        if let Some((prompt, detail)) = parts
            && blocks.get(1 + tag.len()..).is_some_and(|rest| rest.starts_with(['>', ' ']))
            && !prompt.trim().is_empty()
        {
            return pair(prompt, detail);
        }
    }
    pair(otherwise, html)
}

/// What is asked and its detail as one text; [`split`] takes it apart again.
pub(super) fn joined(prompt: &str, detail: &str) -> String {
    match (prompt.trim(), detail.trim()) {
        (prompt, "") => prompt.to_owned(),
        ("", detail) => detail.to_owned(),
        (prompt, detail) => format!("<p>{prompt}</p>{detail}"),
    }
}

/// What a text with gaps asks for where it says nothing else.
pub(super) fn gap_prompt(language: Language) -> &'static str {
    match language {
        Language::Ru => "Заполните пропуски",
        Language::Kk => "Бос орындарды толтырыңыз",
        Language::En => "Fill in the gaps",
    }
}

pub(super) fn is_gap_prompt(prompt: &str) -> bool {
    Language::ALL.into_iter().any(|language| gap_prompt(language) == prompt)
}

/// What a text asks for that begins with a list, a table or the like and so has nothing to be asked by.
pub(super) fn usual_prompt(language: Language) -> &'static str {
    match language {
        Language::Ru => "Ответьте на вопрос",
        Language::Kk => "Сұраққа жауап беріңіз",
        Language::En => "Answer the question",
    }
}

/// Whether a prompt stands there only because the detail has none.
pub(super) fn is_usual_prompt(prompt: &str, detail: &str) -> bool {
    Language::ALL.into_iter().any(|language| usual_prompt(language) == prompt)
        && !detail.trim().is_empty()
        && split(detail, "").0.is_empty()
}

/// What is asked, as plain text; gaps are lines.
pub(super) fn asked(question: &Question, text: &QuestionText) -> String {
    let says_nothing =
        is_gap_prompt(&text.prompt_html) || is_usual_prompt(&text.prompt_html, &text.detail_html);
    let prompt = if says_nothing { "" } else { text.prompt_html.as_str() };
    let mut asked = plain(&joined(prompt, &text.detail_html));
    if question.kind == QuestionKind::Gaps {
        for gap in 1..=crate::questions::rules::Shape::of(question).gaps.len() {
            asked = asked.replace(&format!("[[{gap}]]"), "_____");
        }
    }
    asked
}

/// The number between the brackets of a gap, `1]]…` after `[[`, and what follows.
pub(super) fn gap_mark(after: &str) -> Option<(u16, &str)> {
    let digits = after.bytes().take(5).take_while(u8::is_ascii_digit).count();
    let (number, rest) = after.split_at_checked(digits)?;
    Some((number.parse().ok()?, rest.strip_prefix("]]")?))
}

/// A text in which nothing looks like the mark of a gap: a sign that nobody sees stands between the brackets.
pub(super) fn without_marks(text: &str) -> String {
    let (mut out, mut rest) = (String::with_capacity(text.len()), text);
    while let Some((before, after)) = rest.split_once("[[") {
        out.push_str(before);
        out.push_str(if gap_mark(after).is_some() { NO_MARK } else { "[[" });
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Two brackets that begin no gap.
pub(super) const NO_MARK: &str = "[\u{2060}[";

/// HTML as plain text: a line for a block, images by their descriptions.
pub fn plain(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find(['<', '&']) {
        let (before, marked) = rest.split_at_checked(at).unwrap_or((rest, ""));
        text.push_str(before);
        rest =
            if marked.starts_with('<') { passed_tag(marked, &mut text) } else { entity(marked, &mut text) };
    }
    text.push_str(rest);
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// What follows a tag; what the tag shows is added to the text.
fn passed_tag<'h>(html: &'h str, text: &mut String) -> &'h str {
    let name = tag_name(html.get(1..).unwrap_or_default().trim_start_matches('/'));
    if name.is_empty() {
        text.push('<');
        return html.get(1..).unwrap_or_default();
    }
    let mut quoted = false;
    let end = html.char_indices().find(|(_, character)| {
        quoted ^= *character == '"';
        *character == '>' && !quoted
    });
    let (tag, rest) = html.split_at_checked(end.map_or(html.len(), |(at, _)| at + 1)).unwrap_or((html, ""));
    if name == "br" || BLOCKS.contains(&name.as_str()) {
        text.push('\n');
    } else if name == "td" || name == "th" {
        text.push(' ');
    } else if name == "img"
        && let Some((alt, _)) = tag.split_once(" alt=\"").and_then(|(_, alt)| alt.split_once('"'))
    {
        text.push_str(&plain(alt));
    }
    rest
}

fn entity<'h>(html: &'h str, text: &mut String) -> &'h str {
    let end = html.char_indices().take(12).find(|(_, c)| *c == ';').map(|(at, _)| at);
    let name = end.and_then(|end| html.get(1..end)).unwrap_or_default();
    let number = name.strip_prefix('#').and_then(|number| match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok(),
        None => number.parse().ok(),
    });
    let character = match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some(' '),
        _ => number.and_then(char::from_u32),
    };
    let passed = if character.is_some() { name.len() + 2 } else { 1 };
    text.push(character.unwrap_or('&'));
    html.get(passed..).unwrap_or_default()
}

/// The names of the images that a question shows, out of files that were taken over.
pub fn image_names(question: &Question) -> Vec<String> {
    let named = |html: &String| {
        let found = html.split(IMAGE_PREFIX).skip(1).filter_map(|rest| rest.split('"').next());
        found.map(str::to_owned).collect::<Vec<_>>()
    };
    question.texts.values().flat_map(all_html).flat_map(named).collect()
}

/// Every text with markup that a question has in a language.
pub(super) fn all_html(text: &QuestionText) -> impl Iterator<Item = &String> {
    let choices = text.choices.iter().chain(&text.rights).chain(text.gaps.values().flatten());
    let said = text.choice_feedback.values().chain(text.accepted_feedback.values());
    let around = [&text.prompt_html, &text.detail_html, &text.explanation_html, &text.marking_notes_html];
    let outcome = text.outcome.iter().flat_map(|one| [&one.right_html, &one.partly_html, &one.wrong_html]);
    let html = around.into_iter().chain(choices.map(|choice| &choice.html)).chain(said);
    html.chain(outcome).chain(&text.hints_html)
}

/// Plain text as HTML.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('\u{a0}', "&nbsp;")
}

/// Whether a text is the same in HTML but for its `>`.
fn is_bare(text: &str) -> bool {
    !text.contains(['<', '&', '\u{a0}', '\r', '\0'])
}

fn source(text: &str, markup: Markup) -> Cow<'_, str> {
    match markup {
        Markup::Html => Cow::Borrowed(text),
        Markup::Moodle if first_block(text).is_some() => Cow::Borrowed(text),
        Markup::Moodle => Cow::Owned(text.trim().replace('\n', "<br>")),
        Markup::Plain => Cow::Owned(escape(text.trim()).replace('\n', "<br>")),
        Markup::Markdown => Cow::Owned(comrak::markdown_to_html(text, &crate::render::markup::options())),
    }
}

const BLOCKS: [&str; 21] = [
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
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
    "div",
    "dl",
    "figure",
];

/// Where the first block begins.
fn first_block(html: &str) -> Option<usize> {
    let is_block = |at: &usize| {
        let name = tag_name(html.get(at + 1..).unwrap_or_default());
        BLOCKS.contains(&name.as_str())
    };
    html.match_indices('<').map(|(at, _)| at).find(is_block)
}

/// Tags by the names that pass the sanitiser; what is no text (scripts, styles, comments) goes.
fn prepared(html: &str) -> Result<String, Code> {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    let mut depth = 0usize;
    // Behind the last sign that ends a tag, none begins.
    let last = html.rfind('>').unwrap_or(0);
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at_checked(at).unwrap_or((rest, ""));
        out.push_str(before);
        if tag.starts_with("<!--") {
            rest = tag.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        if !is_tag(tag) || html.len() - tag.len() > last {
            out.push_str("&lt;");
            rest = tag.get(1..).unwrap_or_default();
            continue;
        }
        let closing = tag.starts_with("</");
        let inner = tag.get(if closing { 2 } else { 1 }..).unwrap_or_default();
        let name = tag_name(inner);
        if !closing && ["script", "style", "title", "noscript", "template"].contains(&name.as_str()) {
            rest = after_end(inner, &name);
            continue;
        }
        out.push_str(if closing { "</" } else { "<" });
        out.push_str(renamed(&name));
        rest = inner.get(name.len()..).unwrap_or_default();
        depth = match (closing, nests(&name)) {
            (false, true) => depth + 1,
            (true, true) => depth.saturating_sub(1),
            _ => depth,
        };
        if depth > DEEPEST {
            return Err(Code::MarkupTooDeep);
        }
    }
    out.push_str(rest);
    Ok(out)
}

/// What follows the end of an element whose content is no text.
fn after_end<'h>(html: &'h str, name: &str) -> &'h str {
    let ends = html.match_indices("</").map(|(at, _)| at);
    let mut own = ends.filter(|at| tag_name(html.get(at + 2..).unwrap_or_default()) == name);
    let end = own.next().and_then(|at| html.get(at..));
    end.and_then(|end| end.split_once('>')).map_or("", |(_, after)| after)
}

fn renamed(name: &str) -> &str {
    match name {
        "b" => "strong",
        "i" => "em",
        "s" | "strike" => "del",
        "div" => "p",
        "h1" => "h2",
        "tt" => "code",
        name => name,
    }
}

/// Whether what follows stands inside, until the element is closed.
fn nests(name: &str) -> bool {
    const FLAT: [&str; 16] = [
        "", "br", "img", "hr", "p", "div", "li", "tr", "td", "th", "input", "col", "source", "wbr", "link",
        "meta",
    ];
    !FLAT.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn texts_of_each_markup_become_clean_html() {
        let clean = |text, markup| clean(text, markup).unwrap();
        assert_eq!(clean("a < b > c", Markup::Html), "a &lt; b &gt; c");
        assert_eq!(clean("один\nдва", Markup::Moodle), "один<br>два");
        assert_eq!(clean("<b>да</b>\nнет", Markup::Plain), "&lt;b&gt;да&lt;/b&gt;<br>нет");
        assert_eq!(clean("**да**", Markup::Markdown), "<p><strong>да</strong></p>");
        assert_eq!(clean("<DIV class=x><B>да</B></DIV>", Markup::Html), "<p><strong>да</strong></p>");
        assert_eq!(clean("<p>да</p><p>&nbsp;</p><script>alert(1)</script>", Markup::Html), "<p>да</p>");
        for text in ["a<b и c>d?", "x<y>z", "1<2 и 3>2", "a<b and c>d", "<привет>", "если n</m", "что a<b"]
        {
            let shown = plain(&clean(text, Markup::Moodle));
            assert_eq!(shown, text, "less is no tag");
        }
        assert_eq!(
            clean("<b >да</b><o:p></o:p><i class=\"x\">нет</i>", Markup::Html),
            "<strong>да</strong><em>нет</em>"
        );
        assert_eq!(clean("H<sub>2</sub>O, м<sup>2</sup>", Markup::Html), "H<sub>2</sub>O, м<sup>2</sup>");
        assert_eq!(clean("<!-- --><img src=x onerror=alert(1)>", Markup::Html), "<img src=\"x\">");
    }

    #[test]
    fn what_is_asked_stands_apart_from_its_detail() {
        let split = |html| split(html, "Ответьте");
        assert_eq!(split("что?"), ("что?".into(), String::new()));
        assert_eq!(split("<p>что?</p>\n<ul><li>а</li></ul>"), ("что?".into(), "<ul><li>а</li></ul>".into()));
        assert_eq!(split("что?<p>ещё</p>"), ("что?".into(), "<p>ещё</p>".into()));
        assert_eq!(split("<pre>x</pre>"), ("Ответьте".into(), "<pre>x</pre>".into()));
        assert!(is_usual_prompt("Ответьте на вопрос", "<pre>x</pre>"));
        assert!(!is_usual_prompt("Ответьте на вопрос", ""), "asked by these words alone");
        assert!(!is_usual_prompt("Ответьте на вопрос", "<p>x</p>"));
        assert_eq!(joined("что?", "<ul></ul>"), "<p>что?</p><ul></ul>");
    }

    #[test]
    fn choices_are_one_line() {
        assert_eq!(inline("<p>один</p>\n<p>два</p>", Markup::Html).unwrap(), "один<br>\nдва");
        assert_eq!(inline("<p><em>один</em></p>", Markup::Html).unwrap(), "<em>один</em>");
    }

    #[test]
    fn plain_text_has_lines_and_descriptions() {
        let html = "<p>1 &lt; 2 &amp;&nbsp;<img src=\"x\" alt=\"план &gt; дом\"></p><ul><li>а</li></ul>";
        assert_eq!(plain(html), "1 < 2 & план > дом\nа");
    }

    #[test]
    fn markup_without_bottom_is_refused_at_once() {
        assert_eq!(clean(&"<b>".repeat(80_000), Markup::Html), Err(Code::MarkupTooDeep));
        assert_eq!(clean(&"x".repeat(LONGEST + 1), Markup::Plain), Err(Code::TextTooLong));
        assert!(clean(&"<p><br>".repeat(20_000), Markup::Html).is_ok());
    }

    proptest! {
        #[test]
        fn clean_text_stays_as_it_is(text in "[а-яa-z<>/&; =\"#\\n\\[\\]]{0,60}") {
            let once = clean(&text, Markup::Html).unwrap();
            prop_assert_eq!(clean(&once, Markup::Html).unwrap(), once.clone());
            let (prompt, detail) = split(&once, "имя");
            prop_assert_eq!(split(&joined(&prompt, &detail), "имя"), (prompt, detail));
        }

        #[test]
        fn plain_text_comes_back(text in "[а-яa-z<>&;/\"]{0,40}") {
            prop_assert_eq!(plain(&escape(&text)), text);
        }
    }
}
