//! A question as any format gives it, checked and made into one of ours.

mod check;
mod forms;

pub(super) use forms::is_plain_many;

use super::desk::Desk;
use super::html;
use super::names::{clean_category, clean_name, is_key, title};
use super::{Code, Image, Imported};
use crate::questions::rules::{
    AcceptedNumber, OutcomeTexts, Question, QuestionText, ScaleLabels, Unit, Weight, filter,
};
use std::collections::BTreeSet;

/// A question out of a file. All HTML in it is clean.
pub(super) struct Draft {
    pub line: u32,
    pub name: String,
    /// The key it had where it was exported.
    pub id: Option<String>,
    pub tags: Vec<String>,
    /// What is asked, with `[[1]]` where a gap stands.
    pub html: String,
    pub explanation_html: String,
    pub points: u32,
    pub penalty: Weight,
    pub hints_html: Vec<String>,
    pub outcome: OutcomeTexts,
    pub images: Vec<Image>,
    pub form: Form,
}

impl Draft {
    pub(super) fn new(line: u32, form: Form) -> Draft {
        Draft {
            line,
            name: String::new(),
            id: None,
            tags: Vec::new(),
            html: String::new(),
            explanation_html: String::new(),
            points: 1,
            penalty: Question::USUAL_PENALTY,
            hints_html: Vec::new(),
            outcome: OutcomeTexts::default(),
            images: Vec::new(),
            form,
        }
    }
}

/// How it is answered, and what is right.
pub(super) enum Form {
    /// Texts are inline HTML.
    Choices {
        single: bool,
        choices: Vec<Weighed>,
    },
    /// With what is said after "true" and after "false".
    TrueFalse {
        right: bool,
        after_true: String,
        after_false: String,
    },
    /// Texts are patterns.
    Text {
        accepted: Vec<Weighed>,
        case_matters: bool,
    },
    /// With what is said after each.
    Number {
        accepted: Vec<(AcceptedNumber, String)>,
        units: Vec<Unit>,
        unit: Option<String>,
    },
    /// Inline HTML on the left, plain text on the right; an empty left has no pair.
    Match(Vec<Pair>),
    /// Inline HTML in the right order.
    Order(Vec<String>),
    Gaps(Vec<GapDraft>),
    Essay {
        min_words: Option<u32>,
        max_words: Option<u32>,
        template: String,
        notes_html: String,
    },
    Scale(ScaleLabels),
}

/// A text that is worth something.
pub(super) struct Weighed {
    pub line: u32,
    pub text: String,
    pub weight: Weight,
    /// Block HTML.
    pub feedback: String,
}

pub(super) struct Pair {
    pub line: u32,
    pub left: String,
    pub right: String,
}

pub(super) struct GapDraft {
    pub line: u32,
    pub weight: u32,
    pub form: GapForm,
}

pub(super) enum GapForm {
    Choice(Vec<Weighed>),
    Text { accepted: Vec<Weighed>, case_matters: bool },
    Number(Vec<AcceptedNumber>),
}

impl Desk {
    /// Takes a question where it has no fault.
    pub(super) fn take(&mut self, draft: Draft) {
        let before = self.faults();
        check::check(&draft, self);
        if self.faults() > before {
            return;
        }
        let own_name = clean_name(&draft.name);
        let named = !own_name.is_empty();
        let name = title(&own_name, &draft.html);
        let key = self.keys.deal(draft.id.as_deref(), &name);
        let (prompt_html, detail_html) = self.asked(&draft);
        let has_outcome = draft.outcome != OutcomeTexts::default();
        let mut text = QuestionText {
            prompt_html,
            detail_html,
            explanation_html: draft.explanation_html,
            hints_html: draft.hints_html,
            outcome: has_outcome.then_some(draft.outcome),
            ..QuestionText::default()
        };
        let points = if matches!(draft.form, Form::Scale(_)) { 0 } else { draft.points };
        let answer = forms::answer(draft.form, &key, &mut text, self.language);
        let kind = answer.kind();
        let texts = [(self.language, text)].into();
        let mut tags: Vec<String> = draft.tags.iter().map(|tag| clean_name(tag)).collect();
        tags.retain(|tag| !tag.is_empty());
        self.labels_lost(draft.line, draft.id.as_deref(), &tags);
        self.questions.push(Imported {
            name,
            named,
            category: clean_category(&self.category),
            tags,
            line: draft.line,
            question: Question { key, kind, points, texts, answer, penalty: draft.penalty },
            images: draft.images,
        });
    }

    /// Names the key and the tags that the bank does not take.
    fn labels_lost(&mut self, line: u32, id: Option<&str>, tags: &[String]) {
        if let Some(id) = id.filter(|id| !id.is_empty() && !is_key(id)) {
            self.name(line, Code::KeyLost, id);
        }
        for tag in tags.iter().filter(|tag| filter::tags(tag).is_err()) {
            let most = filter::TAG_LIMIT.to_string();
            self.add(line, Code::TagLost, &[("text", tag.clone()), ("most", most)]);
        }
        let count =
            tags.iter().filter_map(|tag| filter::tags(tag).ok()).flatten().collect::<BTreeSet<_>>().len();
        if count > filter::MOST_TAGS {
            let most = filter::MOST_TAGS.to_string();
            self.add(line, Code::TagsTooMany, &[("count", count.to_string()), ("most", most)]);
        }
    }

    fn asked(&self, draft: &Draft) -> (String, String) {
        if !matches!(draft.form, Form::Gaps(_)) {
            return html::split(&draft.html, html::usual_prompt(self.language));
        }
        let (prompt, detail) = gaps_asked(&draft.html);
        (prompt.unwrap_or_else(|| html::gap_prompt(self.language).to_owned()), detail)
    }
}

/// A text with gaps: its first paragraph asks where it has no gap and is not all. The detail is blocks.
pub(super) fn gaps_asked(html: &str) -> (Option<String>, String) {
    let (prompt, detail) = html::split(html, "");
    if prompt.is_empty() || detail.is_empty() || prompt.contains("[[") || html::is_gap_prompt(&prompt) {
        let text = if html::is_gap_prompt(&prompt) { &detail } else { html };
        return (None, html::wrapped(text.trim()));
    }
    (Some(prompt), html::wrapped(&detail))
}
