//! One question of Moodle XML.

use super::page::Page;
use super::{Code, Desk, Element, cloze};
use crate::questions::rules::OutcomeTexts;
use crate::questions::rules::exchange::draft::{Draft, Form};
use crate::questions::rules::exchange::html;

pub(super) fn read(element: &Element, desk: &mut Desk) -> Option<Draft> {
    let kind = element.attribute("type").unwrap_or_default();
    let mut page = Page { element, desk, images: Vec::new(), layout_told: false };
    if !page.known(kind) {
        return None;
    }
    page.settings_lost(kind);
    if element.child("questiontext").is_none() {
        page.desk.add(element.line, Code::TextEmpty, &[]);
        return None;
    }
    let mut after_wrong = String::new();
    let (html, form, points) = match kind {
        "cloze" | "multianswer" => cloze::read(&mut page)?,
        "gapselect" | "ddwtos" => {
            let html = page.html(element.child("questiontext"));
            let (html, gaps) = page.marked_gaps(&html)?;
            (html, Form::Gaps(gaps), 1)
        }
        _ => {
            let form = page.form(kind, &mut after_wrong)?;
            (page.html(element.child("questiontext")), form, 1)
        }
    };
    let explanation_html = page.prose(element.child("generalfeedback"));
    let (points, penalty) = (page.points(points), page.penalty());
    let outcome = page.outcome(after_wrong);
    let hints = element.all("hint").map(|hint| page.prose(Some(hint))).filter(|hint| !hint.is_empty());
    let hints_html = hints.collect();
    let tags = element.child("tags").into_iter().flat_map(|tags| tags.all("tag"));
    let tags = tags.filter_map(|tag| tag.value("text")).map(str::to_owned).collect();
    Some(Draft {
        name: html::plain(&html::escape(element.words("name").unwrap_or_default())),
        id: element.value("idnumber").map(str::to_owned),
        tags,
        html,
        explanation_html,
        points,
        penalty,
        hints_html,
        outcome,
        images: std::mem::take(&mut page.images),
        ..Draft::new(element.line, form)
    })
}

impl Page<'_, '_> {
    /// Whether a kind is one of ours; it is named where not.
    fn known(&mut self, kind: &str) -> bool {
        const KINDS: [&str; 11] = [
            "multichoice",
            "truefalse",
            "shortanswer",
            "numerical",
            "matching",
            "essay",
            "ordering",
            "gapselect",
            "ddwtos",
            "cloze",
            "multianswer",
        ];
        let known = KINDS.contains(&kind);
        if !known {
            self.desk.name(self.element.line, Code::KindUnsupported, kind);
        }
        known
    }

    fn form(&mut self, kind: &str, after_wrong: &mut String) -> Option<Form> {
        match kind {
            "multichoice" => Some(self.multichoice()),
            "truefalse" => self.true_false(),
            "shortanswer" => Some(self.short_answer()),
            "numerical" => self.numerical(after_wrong),
            "matching" => Some(self.matching()),
            "ordering" => Some(self.ordering()),
            _ => Some(self.essay()),
        }
    }

    fn outcome(&mut self, after_wrong: String) -> OutcomeTexts {
        let wrong = self.prose(self.element.child("incorrectfeedback"));
        OutcomeTexts {
            right_html: self.prose(self.element.child("correctfeedback")),
            partly_html: self.prose(self.element.child("partiallycorrectfeedback")),
            wrong_html: if wrong.is_empty() { after_wrong } else { wrong },
        }
    }
}
