//! One question of the bank.

use super::preview::Preview;
use super::{Link, category_choices, field, kind_key, languages, owner_of, samples, way_to};
use crate::kernel::{Fault, Language, dates};
use crate::questions::actions::entries::Shown;
use crate::questions::rules::difference::{self, Run};
use crate::questions::rules::exchange::LONGEST_NAME;
use crate::questions::rules::outline::{self, Part};
use crate::questions::rules::{Question, QuestionText};
use crate::questions::store::{UsageRow, VersionRow};
use crate::render::SafeHtml;
use crate::web::{Choice, Field, Reader, Title, View, paths};
use serde::Serialize;
use std::collections::BTreeSet;

/// The page.
#[derive(Debug, Serialize)]
pub struct Entry {
    list_url: &'static str,
    crumbs: Vec<Link>,
    owner: Option<String>,
    title: String,
    title_lang: &'static str,
    /// What those who keep the bank call it; not `name`, which the parts of forms look for.
    called: Option<String>,
    key: String,
    kind_key: String,
    draft: bool,
    number: i32,
    older: bool,
    newest_url: String,
    edit_url: Option<String>,
    copies_url: String,
    archival_url: String,
    restoration_url: String,
    archived: Option<Stamp>,
    tabs: Vec<LanguageTab>,
    missing: Vec<&'static str>,
    preview: Preview,
    right: String,
    explanation_html: Option<SafeHtml>,
    said: Vec<Said>,
    used: bool,
    quizzes_count: i64,
    answers_count: i64,
    quizzes: Vec<Quiz>,
    versions: Vec<Version>,
    forms: Forms,
    fields: Vec<Field>,
}

/// What is changed about a question without a new version.
#[derive(Debug, Serialize)]
struct Forms {
    called_url: String,
    called: Field,
    longest: usize,
    tags_url: String,
    tags: Field,
    category_url: String,
    category: Field,
    categories: Vec<Choice>,
}

#[derive(Debug, Serialize)]
struct Stamp {
    at: String,
    by: Option<String>,
}

#[derive(Debug, Serialize)]
struct LanguageTab {
    label: &'static str,
    tag: &'static str,
    url: String,
    current: bool,
}

/// A text that is said after some answers, or that only markers see.
#[derive(Debug, Serialize)]
struct Said {
    label_key: &'static str,
    about: String,
    html: SafeHtml,
}

#[derive(Debug, Serialize)]
struct Quiz {
    url: String,
    title: String,
    programme: String,
    programme_version: i32,
    number: i32,
    answers: i64,
}

#[derive(Debug, Serialize)]
struct Version {
    number: i32,
    url: String,
    current: bool,
    draft: bool,
    at: String,
    by: Option<String>,
    first: bool,
    changes: Vec<Change>,
}

#[derive(Debug, Serialize)]
struct Change {
    part_key: String,
    language: Option<&'static str>,
    content_lang: &'static str,
    runs: Vec<Run>,
}

/// Which version in which language is looked at.
#[derive(Debug, Clone, Copy, Default)]
pub struct Look {
    /// The number of the version; the newest without one.
    pub version: Option<i32>,
    /// The language of the texts; the reader's without one.
    pub language: Option<Language>,
}

/// What was typed into the forms of the page and refused.
#[derive(Debug, Clone, Copy, Default)]
pub struct Typed<'t> {
    /// A name.
    pub called: Option<&'t str>,
    /// A line of tags.
    pub tags: Option<&'t str>,
}

impl Entry {
    /// The page of a question that has at least one version; `None` where the one asked for does not exist.
    pub fn new(
        shown: &Shown,
        look: Look,
        (typed, faults): (Typed<'_>, &[Fault]),
        reader: &Reader,
    ) -> Option<Entry> {
        let newest = shown.newest()?;
        let number = look.version.unwrap_or(newest.number);
        let version = shown.versions.iter().find(|version| version.number == number)?;
        let wanted = look.language.unwrap_or(reader.language);
        let (language, text) = version.question.text(wanted)?;
        let question = &version.question;
        let id = shown.entry.id;
        let at = |number: i32, language: Language| paths::question_at(id, number, language);
        let forms = Forms::new(shown, typed, faults, reader);
        Some(Entry {
            list_url: paths::QUESTIONS,
            crumbs: way_to(&shown.bank, shown.entry.category),
            owner: owner_of(&shown.bank, shown.entry.category, reader),
            title: outline::title(question, reader.language),
            title_lang: question.text(reader.language).map_or(language, |(language, _)| language).tag(),
            called: shown.entry.name.clone(),
            key: shown.entry.key.clone(),
            kind_key: kind_key(question.kind),
            draft: !version.ready,
            number,
            older: number != newest.number,
            newest_url: paths::question(id),
            edit_url: shown.entry.archived_at.is_none().then(|| paths::edit_question(id)),
            copies_url: paths::question_copies(id),
            archival_url: paths::question_archival(id),
            restoration_url: paths::question_restoration(id),
            archived: shown.entry.archived_at.map(|at| Stamp {
                at: dates::date_and_time(reader.language, at, reader.zone),
                by: shown.entry.archived_by.as_ref().map(|name| name.surname_and_initials()),
            }),
            tabs: tabs(question, language, |to| at(number, to)),
            missing: absent(question),
            preview: question.public(language).map(|public| Preview::new(&public)).unwrap_or_default(),
            right: outline::right(question, text),
            explanation_html: html(&text.explanation_html),
            said: said(question, text),
            used: shown.usage != Default::default(),
            quizzes_count: shown.usage.quizzes,
            answers_count: shown.usage.answers,
            quizzes: shown.quizzes.iter().map(|row| quiz(row, reader)).collect(),
            versions: versions(shown, number, (language, reader)),
            fields: forms.faulty(),
            forms,
        })
    }
}

impl Forms {
    fn new(shown: &Shown, typed: Typed<'_>, faults: &[Fault], reader: &Reader) -> Forms {
        let id = shown.entry.id;
        let called = shown.entry.name.as_deref().unwrap_or_default();
        let category = field("category", &shown.entry.category.to_string(), faults);
        Forms {
            called_url: paths::question_name(id),
            called: field("called", typed.called.unwrap_or(called), faults),
            longest: LONGEST_NAME,
            tags_url: paths::question_tags(id),
            tags: field("tags", typed.tags.unwrap_or(&shown.tags.join(", ")), faults),
            category_url: paths::question_place(id),
            categories: category_choices(&shown.bank, reader, &category.value),
            category,
        }
    }

    fn faulty(&self) -> Vec<Field> {
        let all = [&self.called, &self.tags, &self.category];
        all.into_iter().filter(|field| !field.faults.is_empty()).cloned().collect()
    }
}

fn html(html: &str) -> Option<SafeHtml> {
    Some(html).filter(|html| !html.is_empty()).map(SafeHtml::trusted)
}

fn tabs(question: &Question, current: Language, url: impl Fn(Language) -> String) -> Vec<LanguageTab> {
    let there = languages(Language::Ru).into_iter().filter(|language| question.texts.contains_key(language));
    let tab = |language: Language| LanguageTab {
        label: language.own_name(),
        tag: language.tag(),
        url: url(language),
        current: language == current,
    };
    there.map(tab).collect()
}

fn absent(question: &Question) -> Vec<&'static str> {
    let absent =
        languages(Language::Ru).into_iter().filter(|language| !question.texts.contains_key(language));
    absent.map(Language::own_name).collect()
}

fn said(question: &Question, text: &QuestionText) -> Vec<Said> {
    let mut said = Vec::new();
    let mut add = |label_key, about: String, html: &str| {
        if !html.is_empty() {
            said.push(Said { label_key, about, html: SafeHtml::trusted(html) });
        }
    };
    for choice in text.choices.iter().chain(text.gaps.values().flatten()) {
        let html = text.choice_feedback.get(&choice.id).map(String::as_str).unwrap_or_default();
        add("questions-said-choice", crate::render::markup::text_of(&choice.html), html);
    }
    for (place, html) in &text.accepted_feedback {
        add("questions-said-accepted", (place + 1).to_string(), html);
    }
    if let Some(outcome) = &text.outcome {
        add("questions-said-right", String::new(), &outcome.right_html);
        add("questions-said-partly", String::new(), &outcome.partly_html);
        add("questions-said-wrong", String::new(), &outcome.wrong_html);
    }
    for (place, html) in (1..).zip(&text.hints_html) {
        let place: usize = place;
        add("questions-said-hint", place.to_string(), html);
    }
    if question.answer.needs_marker() {
        add("questions-said-notes", String::new(), &text.marking_notes_html);
    }
    said
}

fn quiz(row: &UsageRow, reader: &Reader) -> Quiz {
    Quiz {
        url: paths::programme_version(&row.slug, row.programme_version),
        title: row.title.for_reader(reader.language).to_owned(),
        programme: row.programme.for_reader(reader.language).to_owned(),
        programme_version: row.programme_version,
        number: row.number,
        answers: row.answers,
    }
}

fn versions(shown: &Shown, current: i32, (language, reader): (Language, &Reader)) -> Vec<Version> {
    let before = shown.versions.iter().skip(1).map(Some).chain([None]);
    let version = |(row, before): (&VersionRow, Option<&VersionRow>)| Version {
        number: row.number,
        url: paths::question_at(shown.entry.id, row.number, language),
        current: row.number == current,
        draft: !row.ready,
        at: dates::date_and_time(reader.language, row.created_at, reader.zone),
        by: row.by.as_ref().map(|name| name.surname_and_initials()),
        first: before.is_none(),
        changes: before.map(|before| changes(&before.question, &row.question)).unwrap_or_default(),
    };
    shown.versions.iter().zip(before).map(version).collect()
}

/// The lines that two versions differ in, word by word.
fn changes(before: &Question, after: &Question) -> Vec<Change> {
    let (old, new) = (outline::lines(before), outline::lines(after));
    let keys: BTreeSet<&(Part, Option<Language>)> = old.keys().chain(new.keys()).collect();
    let changed = keys.into_iter().filter(|key| old.get(key) != new.get(key));
    let change = |key: &(Part, Option<Language>)| {
        let text =
            |lines: &std::collections::BTreeMap<_, String>| lines.get(key).cloned().unwrap_or_default();
        Change {
            part_key: format!("questions-part-{}", key.0.as_str()),
            language: key.1.map(Language::own_name),
            content_lang: key.1.map(Language::tag).unwrap_or_default(),
            runs: difference::words(&text(&old), &text(&new)),
        }
    };
    changed.map(change).collect()
}

impl View for Entry {
    const TEMPLATE: &'static str = "pages/questions/show";

    fn title(&self) -> Title {
        Title::text(&self.title)
    }

    fn samples() -> Vec<Entry> {
        let reader = Reader::sample();
        let faults = [
            Fault::new("tags", "tag-too-long").with("limit", 40),
            Fault::new("tags", "tags-too-many").with("limit", 20),
        ];
        let look = Look { version: Some(1), language: Some(Language::Kk) };
        let of = |shown: &Shown| Entry::new(shown, Look::default(), (Typed::default(), &[]), &reader);
        let mut pages: Vec<Entry> = samples::every_kind().iter().filter_map(of).collect();
        let shown = samples::shown();
        pages.extend(Entry::new(
            &shown,
            look,
            (Typed { tags: Some("х"), called: Some("х") }, &faults),
            &reader,
        ));
        pages
    }
}
