//! Moodle XML.

use super::shape::{Shape, Worth};
use super::{Images, cloze, html_out, line_out, prose_out};
use crate::questions::rules::exchange::names::category_path;
use crate::questions::rules::exchange::{IMAGE_PREFIX, number};
use crate::questions::rules::{AcceptedNumber, Answer, ChoiceId, Weight};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::cell::Cell;
use std::fmt::Write;

pub(super) fn category(parts: &[String]) -> String {
    let path = escaped(&category_path(parts));
    format!("  <question type=\"category\">\n    <category><text>{path}</text></category>\n  </question>\n")
}

/// The question, and whether all of it went along; nothing for a kind that Moodle does not have.
pub(super) fn question(shape: &Shape<'_>, images: Images<'_>) -> Option<(String, bool)> {
    let kind = match &shape.question.answer {
        Answer::One(_) | Answer::OneWeighted(_) | Answer::Many(_) | Answer::ManyWeighted(_) => "multichoice",
        Answer::TrueFalse(_) => "truefalse",
        Answer::Number { .. } => "numerical",
        Answer::Order(_) => "ordering",
        Answer::Match(_) => "matching",
        Answer::Text(_) => "shortanswer",
        Answer::Gaps(_) => "cloze",
        Answer::Essay { .. } => "essay",
        Answer::Scale => return None,
    };
    let mut page = Page { xml: String::new(), images, lost: Cell::new(false) };
    let _ = writeln!(page.xml, "  <question type=\"{kind}\">");
    let _ = writeln!(page.xml, "    <name><text>{}</text></name>", escaped(&shape.name));
    let body = match &shape.question.answer {
        Answer::Gaps(gaps) => cloze::text(shape, gaps),
        _ => shape.body.clone(),
    };
    page.html("questiontext", "", &body);
    page.html("generalfeedback", "", &shape.explanation);
    let points = shape.question.points.max(1);
    page.value("defaultgrade", &points.to_string());
    page.value("penalty", &number::share(shape.question.penalty));
    page.value("hidden", "0");
    page.value("idnumber", &shape.key);
    page.answers(shape);
    let outcome = shape.outcome();
    for (name, html) in
        ["correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"].iter().zip(&outcome)
    {
        if !html.is_empty() {
            page.html(name, "", html);
        }
    }
    for hint in shape.text.hints_html.iter().map(|hint| prose_out(hint)).filter(|hint| !hint.is_empty()) {
        page.html("hint", "", &hint);
    }
    page.tags(&shape.tags);
    page.xml.push_str("  </question>\n");
    let headed = matches!(shape.question.answer, Answer::Match(_)) && shape.text.columns.is_some();
    // Moodle has no question without points but descriptions, and knows nothing of the files of a course.
    let complete =
        !headed && shape.question.points > 0 && !page.xml.contains(COURSE_FILE) && !page.lost.get();
    Some((page.xml, complete && shape.is_whole()))
}

/// How the texts of a course name its files.
const COURSE_FILE: &str = "=\"media:";

struct Page<'i> {
    xml: String,
    images: Images<'i>,
    /// Whether an image is not known.
    lost: Cell<bool>,
}

impl Page<'_> {
    fn value(&mut self, name: &str, text: &str) {
        let _ = writeln!(self.xml, "    <{name}>{}</{name}>", escaped(text));
    }

    /// An element with HTML, and the images that it shows.
    fn html(&mut self, name: &str, inner: &str, html: &str) {
        let (html, files) = self.with_files(html);
        let _ = writeln!(
            self.xml,
            "    <{name} format=\"html\"><text>{}</text>{files}{inner}</{name}>",
            content(&html)
        );
    }

    fn with_files(&self, html: &str) -> (String, String) {
        let (mut text, mut files, mut rest) = (String::new(), String::new(), html);
        while let Some((before, found)) = rest.split_once(IMAGE_PREFIX) {
            text.push_str(before);
            let end = found.find('"').unwrap_or(found.len());
            let (name, after) = found.split_at_checked(end).unwrap_or((found, ""));
            match (self.images)(name) {
                None => {
                    self.lost.set(true);
                    text.push_str(IMAGE_PREFIX);
                }
                Some(bytes) => {
                    text.push_str("@@PLUGINFILE@@/");
                    if !files.contains(name) {
                        let (name, base64) = (escaped(name), STANDARD.encode(bytes));
                        let _ = write!(
                            files,
                            "<file name=\"{name}\" path=\"/\" encoding=\"base64\">{base64}</file>"
                        );
                    }
                }
            }
            text.push_str(name);
            rest = after;
        }
        text.push_str(rest);
        (text, files)
    }

    fn answer(&mut self, fraction: &str, text: &str, inner: &str, feedback: &str) {
        let (html, files) = self.with_files(feedback);
        let _ = writeln!(self.xml, "    <answer fraction=\"{fraction}\" format=\"html\">{text}{inner}");
        let _ = writeln!(
            self.xml,
            "      <feedback format=\"html\"><text>{}</text>{files}</feedback>\n    </answer>",
            content(&html)
        );
    }

    fn answers(&mut self, shape: &Shape<'_>) {
        match &shape.question.answer {
            Answer::One(_) | Answer::OneWeighted(_) | Answer::Many(_) | Answer::ManyWeighted(_) => {
                let (single, choices) = shape.choices();
                self.value("single", if single { "true" } else { "false" });
                self.value("shuffleanswers", "true");
                self.value("answernumbering", "abc");
                for choice in choices {
                    self.choice(&choice);
                }
            }
            Answer::TrueFalse(right) => {
                for (id, word, is_right) in
                    [(ChoiceId::TRUE, "true", *right), (ChoiceId::FALSE, "false", !*right)]
                {
                    let fraction = if is_right { "100" } else { "0" };
                    self.answer(fraction, &format!("<text>{word}</text>"), "", &shape.after(id));
                }
            }
            Answer::Text(texts) => {
                self.value("usecase", if texts.case_matters { "1" } else { "0" });
                for one in shape.accepted(texts) {
                    let text = format!("<text>{}</text>", escaped(&one.text));
                    self.answer(&number::percent(one.weight), &text, "", &one.feedback);
                }
            }
            Answer::Number { .. } => self.number(shape),
            Answer::Order(right) => self.order(shape, right),
            Answer::Match(joined) => {
                self.value("shuffleanswers", "true");
                for (left, right) in shape.pairs(joined) {
                    let right = format!("<answer><text>{}</text></answer>", escaped(&right));
                    self.html("subquestion", &right, &left);
                }
            }
            Answer::Essay { min_words, max_words } => self.essay(shape, *min_words, *max_words),
            Answer::Gaps(_) | Answer::Scale => {}
        }
    }

    fn choice(&mut self, choice: &Worth) {
        let (html, files) = self.with_files(&choice.text);
        let text = format!("<text>{}</text>{files}", content(&html));
        self.answer(&number::percent(choice.weight), &text, "", &choice.feedback);
    }

    fn number(&mut self, shape: &Shape<'_>) {
        let Answer::Number { value, tolerance, also, units } = &shape.question.answer else { return };
        let first = AcceptedNumber { value: *value, tolerance: *tolerance, weight: Weight::WHOLE };
        for (one, said) in shape.numbers(first, also) {
            let text = format!("<text>{}</text>", one.value);
            let tolerance = format!("<tolerance>{}</tolerance>", one.tolerance);
            self.answer(&number::percent(one.weight), &text, &tolerance, &said);
        }
        let label = shape.text.unit.as_deref().map(line_out).filter(|unit| !unit.is_empty());
        let shown: Vec<(String, String)> = match (units.is_empty(), label) {
            (true, Some(label)) => vec![(label, "1".to_owned())],
            _ => units
                .iter()
                .map(|unit| (line_out(&unit.symbol), number::inverse_text(unit.multiplier)))
                .filter(|(symbol, _)| !symbol.is_empty())
                .collect(),
        };
        if shown.is_empty() {
            return;
        }
        self.xml.push_str("    <units>\n");
        for (symbol, multiplier) in &shown {
            let symbol = escaped(symbol);
            let _ = writeln!(
                self.xml,
                "      <unit><multiplier>{multiplier}</multiplier><unit_name>{symbol}</unit_name></unit>"
            );
        }
        self.xml.push_str("    </units>\n");
        self.value("unitgradingtype", "0");
        // 3: a unit is shown and never typed; 0: it may be typed.
        self.value("showunits", if units.is_empty() { "3" } else { "0" });
    }

    fn order(&mut self, shape: &Shape<'_>, right: &[ChoiceId]) {
        self.value("layouttype", "VERTICAL");
        self.value("selecttype", "ALL");
        self.value("gradingtype", "RELATIVE_NEXT_EXCLUDE_LAST");
        for (place, id) in (1..).zip(right) {
            let Some(choice) = shape.text.choices.iter().find(|choice| choice.id == *id) else { continue };
            let (html, files) = self.with_files(&html_out(&choice.html));
            let text = format!("<text>{}</text>{files}", content(&html));
            let place: usize = place;
            self.answer(&place.to_string(), &text, "", "");
        }
    }

    fn essay(&mut self, shape: &Shape<'_>, min_words: Option<u32>, max_words: Option<u32>) {
        self.value("responseformat", "editor");
        self.value("responserequired", "1");
        self.value("attachments", "0");
        for (name, words) in [("minwordlimit", min_words), ("maxwordlimit", max_words)] {
            if let Some(words) = words.filter(|words| *words > 0) {
                self.value(name, &words.to_string());
            }
        }
        self.html("graderinfo", "", &prose_out(&shape.text.marking_notes_html));
        let template = html_out(&shape.text.template);
        let _ = writeln!(
            self.xml,
            "    <responsetemplate format=\"plain_text\"><text>{}</text></responsetemplate>",
            content(&template)
        );
    }

    fn tags(&mut self, tags: &[String]) {
        if tags.is_empty() {
            return;
        }
        self.xml.push_str("    <tags>\n");
        for tag in tags {
            let _ = writeln!(self.xml, "      <tag><text>{}</text></tag>", escaped(tag));
        }
        self.xml.push_str("    </tags>\n");
    }
}

/// Text as it stands where it may, else in a section of its own.
fn content(text: &str) -> String {
    if text.contains(['<', '&', '>']) {
        format!("<![CDATA[{}]]>", text.replace("]]>", "]]]]><![CDATA[>"))
    } else {
        text.to_owned()
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
