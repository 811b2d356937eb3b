//! The editor of a question: every kind, three languages side by side, rows that can be added without scripts.

mod lists;
mod parts;

use super::preview::Preview;
use super::{Link, category_choices, field, kind_key, samples, way_to};
use crate::kernel::{Fault, Language, QuestionCategoryId, Word as _};
use crate::questions::actions::editing::Editing;
use crate::questions::rules::{Draft, QuestionKind};
use crate::web::{Choice, Field, Reader, Say, Title, View, paths};
use lists::List;
use parts::{Single, Three};
use serde::Serialize;

/// The kinds to choose from before a question is written.
#[derive(Debug, Serialize)]
pub struct Kinds {
    list_url: &'static str,
    kinds: Vec<Kind>,
}

#[derive(Debug, Serialize)]
struct Kind {
    url: String,
    name_key: String,
    hint_key: String,
}

impl Kinds {
    /// The page, for a category that was chosen already or none.
    pub fn new(category: Option<QuestionCategoryId>) -> Kinds {
        let kinds = QuestionKind::WORDS.iter().filter_map(|word| QuestionKind::parse(word));
        let kind = |kind: QuestionKind| Kind {
            url: paths::new_question(kind.as_str(), category),
            name_key: kind_key(kind),
            hint_key: format!("{}-hint", kind_key(kind)),
        };
        Kinds { list_url: paths::QUESTIONS, kinds: kinds.map(kind).collect() }
    }
}

/// The form.
#[derive(Debug, Serialize)]
pub struct Editor {
    list_url: &'static str,
    crumbs: Vec<Link>,
    existing: bool,
    heading: String,
    kind: &'static str,
    kind_key: String,
    url: String,
    cancel_url: String,
    preview_url: &'static str,
    based_on: String,
    newest_url: String,
    overtaken: Option<i32>,
    fields: Vec<Field>,
    languages: Vec<LanguageState>,
    category: Field,
    categories: Vec<Choice>,
    points: Option<Single>,
    prompt: Three,
    detail: Three,
    lists: Vec<List>,
    threes: Vec<Three>,
    singles: Vec<Single>,
    case_matters: Option<Flag>,
    explanation: Three,
    said: Vec<Three>,
    said_open: bool,
    hints: List,
    penalty: Option<Single>,
    preview: Preview,
}

/// A language, and whether the question has texts in it.
#[derive(Debug, Serialize)]
struct LanguageState {
    tag: &'static str,
    name: &'static str,
    missing: bool,
}

#[derive(Debug, Serialize)]
struct Flag {
    field: Field,
    checked: bool,
}

/// How the form came about.
#[derive(Debug, Clone, Copy)]
pub struct Typed<'t> {
    /// What is typed.
    pub draft: &'t Draft,
    /// The category that is chosen for a new question.
    pub category: &'t str,
    /// The version it is based on.
    pub based_on: i32,
    /// What is wrong with it.
    pub faults: &'t [Fault],
    /// Somebody saved this version meanwhile.
    pub overtaken: Option<i32>,
}

impl Editor {
    /// The form with what is typed into it.
    pub fn new(editing: &Editing, typed: Typed<'_>, (reader, say): (&Reader, Say<'_>)) -> Editor {
        let Typed { draft, faults, .. } = typed;
        let entry = editing.entry.as_ref();
        let before = entry.map(|(_, version)| &version.question);
        let own = parts::Own { draft, faults, languages: draft.languages() };
        let category = field("category", typed.category, faults);
        let sketch = draft.sketch(before);
        let shown = sketch.public(reader.language).map(|public| Preview::new(&public));
        let url = entry.map(|(row, _)| row.id);
        let mut editor = Editor {
            list_url: paths::QUESTIONS,
            crumbs: entry.map(|(row, _)| way_to(&editing.bank, row.category)).unwrap_or_default(),
            existing: entry.is_some(),
            heading: before
                .map(|question| super::outline_title(question, reader.language))
                .unwrap_or_default(),
            kind: draft.kind.as_str(),
            kind_key: kind_key(draft.kind),
            url: url.map_or_else(|| paths::QUESTIONS.to_owned(), paths::question_versions),
            cancel_url: url.map_or_else(|| paths::QUESTIONS.to_owned(), paths::question),
            preview_url: paths::QUESTION_PREVIEWS,
            based_on: typed.based_on.to_string(),
            newest_url: url.map(paths::question).unwrap_or_default(),
            overtaken: typed.overtaken,
            languages: states(draft),
            categories: category_choices(&editing.bank, reader, typed.category),
            category,
            points: (draft.kind != QuestionKind::Scale).then(|| own.single("points", &draft.points).short()),
            prompt: own.three("prompt", &draft.prompt).rows(2).needed(),
            detail: own.three("detail", &draft.detail).rows(if draft.kind == QuestionKind::Gaps {
                6
            } else {
                3
            }),
            lists: lists::of(&own, say),
            threes: own.kind_threes(),
            singles: own.kind_singles(),
            case_matters: (draft.kind == QuestionKind::Text)
                .then(|| Flag { field: field("case_matters", "", faults), checked: draft.case_matters }),
            explanation: own.explanation(),
            said: own.said(),
            said_open: own.has_said(),
            hints: lists::hints(&own),
            penalty: (draft.kind != QuestionKind::Scale)
                .then(|| own.single("penalty", &draft.penalty).short()),
            preview: shown.unwrap_or_default(),
            fields: Vec::new(),
        };
        editor.fields = editor.wrong(faults);
        editor
    }

    /// Everything that is wrong, in the order in which it was found, with the id it leads to.
    fn wrong(&self, faults: &[Fault]) -> Vec<Field> {
        let mut fields: Vec<Field> = Vec::new();
        for fault in faults {
            match fields.iter_mut().find(|field| field.name == fault.field) {
                Some(field) => field.faults.push(fault.clone()),
                None => fields.push(Field { faults: vec![fault.clone()], ..Field::empty(&fault.field) }),
            }
        }
        fields
    }
}

fn states(draft: &Draft) -> Vec<LanguageState> {
    let state = |language: Language| LanguageState {
        tag: language.tag(),
        name: language.own_name(),
        missing: draft.prompt.get(language).trim().is_empty(),
    };
    [Language::Ru, Language::Kk, Language::En].map(state).into()
}

impl View for Kinds {
    const TEMPLATE: &'static str = "pages/questions/kinds";

    fn title(&self) -> Title {
        Title::key("questions-new-title")
    }

    fn samples() -> Vec<Kinds> {
        vec![Kinds::new(None), Kinds::new(Some(QuestionCategoryId(1)))]
    }
}

impl View for Editor {
    const TEMPLATE: &'static str = "pages/questions/editor";

    fn title(&self) -> Title {
        if self.existing { Title::text(&self.heading) } else { Title::key("questions-new-title") }
    }

    fn samples() -> Vec<Editor> {
        let say = |key: &str| key.to_owned();
        let reader = Reader::sample();
        let mut pages = Vec::new();
        for shown in samples::every_kind() {
            let Some(version) = shown.versions.into_iter().next() else { continue };
            let draft = Draft::of(&version.question);
            let editing = Editing { bank: samples::bank(), entry: Some((shown.entry, version)), draft };
            let typed =
                Typed { draft: &editing.draft, category: "1", based_on: 1, faults: &[], overtaken: None };
            pages.push(Editor::new(&editing, typed, (&reader, &say)));
        }
        for kind in QuestionKind::WORDS.iter().filter_map(|word| QuestionKind::parse(word)) {
            let editing = Editing { bank: samples::bank(), entry: None, draft: Draft::empty(kind) };
            let faults =
                editing.draft.question("q1", None).err().map(|problem| problem.faults).unwrap_or_default();
            let typed = Typed {
                draft: &editing.draft,
                category: "",
                based_on: 0,
                faults: &faults,
                overtaken: Some(3),
            };
            pages.push(Editor::new(&editing, typed, (&reader, &say)));
        }
        pages
    }
}
