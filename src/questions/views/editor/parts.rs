//! Fields of the editor: one of a kind, or one in each language.

use crate::kernel::{Fault, Language};
use crate::questions::rules::draft::Texts;
use crate::questions::rules::{Draft, QuestionKind};
use crate::web::Field;
use serde::Serialize;

/// A text in three languages.
#[derive(Debug, Clone, Serialize)]
pub struct Three {
    label_key: String,
    /// The number of the row, said with the label where there are several.
    number: Option<usize>,
    hint_key: Option<String>,
    needed: bool,
    area: bool,
    rows: u8,
    cells: Vec<Cell>,
}

/// A text in one language.
#[derive(Debug, Clone, Serialize)]
pub struct Cell {
    tag: &'static str,
    language: &'static str,
    field: Field,
    /// Other texts are there in this language, this one is not.
    missing: bool,
}

/// A field that is the same in every language.
#[derive(Debug, Clone, Serialize)]
pub struct Single {
    label_key: String,
    number: Option<usize>,
    hint_key: Option<String>,
    short: bool,
    field: Field,
}

impl Three {
    /// With so many lines; one is a line of text.
    pub fn rows(mut self, rows: u8) -> Three {
        self.rows = rows;
        self.area = rows > 1;
        self
    }

    /// Without it, the question cannot be asked.
    pub fn needed(mut self) -> Three {
        self.needed = true;
        self
    }

    /// One of several rows.
    pub fn of_row(mut self, number: usize) -> Three {
        self.number = Some(number);
        self.hint_key = None;
        self
    }
}

impl Single {
    /// A narrow field.
    pub fn short(mut self) -> Single {
        self.short = true;
        self
    }

    /// One of several rows; only the first explains itself.
    pub fn of_row(mut self, number: usize) -> Single {
        self.number = Some(number);
        self.hint_key = self.hint_key.filter(|_| number == 1);
        self
    }
}

/// Labels that have a sentence under them.
const HINTED: [&str; 16] = [
    "detail",
    "detail-gaps",
    "explanation",
    "left_heading",
    "lowest",
    "marking_notes",
    "min_words",
    "multiplier",
    "penalty",
    "points",
    "prompt",
    "said_right",
    "template",
    "tolerance",
    "unit",
    "worth",
];

/// What is typed, and what is wrong with it.
pub struct Own<'o> {
    /// What is typed.
    pub draft: &'o Draft,
    /// What is wrong.
    pub faults: &'o [Fault],
    /// The languages it has.
    pub languages: Vec<Language>,
}

impl Own<'_> {
    /// A field with its faults.
    pub fn field(&self, name: &str, value: &str) -> Field {
        Field::with_faults(name, value, self.faults)
    }

    /// A text in three languages; the label is the last part of the name.
    pub fn three(&self, name: &str, texts: &Texts) -> Three {
        let what = self.what(name);
        let cell = |language: Language| {
            let text = texts.get(language);
            Cell {
                tag: language.tag(),
                language: language.own_name(),
                field: self.field(&format!("{name}-{}", language.tag()), text),
                missing: text.is_empty() && !texts.is_empty() && self.languages.contains(&language),
            }
        };
        Three {
            label_key: label_key(&what),
            number: None,
            hint_key: hint_key(&what),
            needed: false,
            area: false,
            rows: 1,
            cells: [Language::Ru, Language::Kk, Language::En].map(cell).into(),
        }
    }

    /// A field that is the same in every language.
    pub fn single(&self, name: &str, value: &str) -> Single {
        let what = self.what(name);
        Single {
            label_key: label_key(&what),
            number: None,
            hint_key: hint_key(&what),
            short: false,
            field: self.field(name, value),
        }
    }

    fn what(&self, name: &str) -> String {
        if name.starts_with("hints-") {
            return "hint".to_owned();
        }
        let what = name.rsplit('-').next().unwrap_or(name);
        let gaps = what == "detail" && self.draft.kind == QuestionKind::Gaps;
        if gaps { "detail-gaps".to_owned() } else { what.to_owned() }
    }

    /// Why the answer is right: needed wherever one is.
    pub fn explanation(&self) -> Three {
        let three = self.three("explanation", &self.draft.explanation).rows(4);
        let needless = [QuestionKind::Scale, QuestionKind::Essay].contains(&self.draft.kind);
        if needless { three } else { three.needed() }
    }

    /// The texts that only this kind has.
    pub fn kind_threes(&self) -> Vec<Three> {
        let draft = self.draft;
        match draft.kind {
            QuestionKind::Number => vec![self.three("unit", &draft.unit)],
            QuestionKind::Match => vec![
                self.three("left_heading", &draft.left_heading),
                self.three("right_heading", &draft.right_heading),
            ],
            QuestionKind::Scale => vec![
                self.three("lowest", &draft.lowest).needed(),
                self.three("highest", &draft.highest).needed(),
            ],
            QuestionKind::Essay => vec![
                self.three("template", &draft.template).rows(3),
                self.three("marking_notes", &draft.marking_notes).rows(4),
            ],
            _ => Vec::new(),
        }
    }

    /// The fields that only this kind has.
    pub fn kind_singles(&self) -> Vec<Single> {
        match self.draft.kind {
            QuestionKind::Essay => vec![
                self.single("min_words", &self.draft.min_words).short(),
                self.single("max_words", &self.draft.max_words).short(),
            ],
            _ => Vec::new(),
        }
    }

    /// What is said by how right the answer is.
    pub fn said(&self) -> Vec<Three> {
        if self.draft.kind == QuestionKind::Scale {
            return Vec::new();
        }
        vec![
            self.three("said_right", &self.draft.said_right).rows(2),
            self.three("said_partly", &self.draft.said_partly).rows(2),
            self.three("said_wrong", &self.draft.said_wrong).rows(2),
        ]
    }

    /// Whether anything of that is written, or wrong.
    pub fn has_said(&self) -> bool {
        let draft = self.draft;
        let written =
            [&draft.said_right, &draft.said_partly, &draft.said_wrong].iter().any(|text| !text.is_empty());
        let wrong =
            |fault: &Fault| ["said_", "hints", "penalty"].iter().any(|name| fault.field.starts_with(name));
        written || !draft.hints.is_empty() || !draft.penalty.is_empty() || self.faults.iter().any(wrong)
    }
}

fn label_key(what: &str) -> String {
    format!("questions-edit-{}", what.replace('_', "-"))
}

fn hint_key(what: &str) -> Option<String> {
    HINTED.contains(&what).then(|| format!("{}-hint", label_key(what)))
}
