//! The data of official papers: orders, protocols, assessment sheets. Every text is ready to print and none is looked up
//! while printing, so a stored copy of this structure is a full snapshot of the paper. Names stand in tables and after
//! posts, in the nominative.

use super::table_paper::Side;
use crate::kernel::Language;
use serde::{Deserialize, Serialize};

/// A paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficialPaper {
    /// The text, once per language in the order of print; Kazakh before Russian in Kazakhstan.
    pub texts: Vec<OfficialText>,
    /// Whether it is kept for more than ten years, and its left margin wider for that (ГОСТ Р 7.0.97).
    pub long_storage: bool,
    /// Whether it is a draft: the word for that lies across every page.
    pub draft: bool,
}

/// What a paper says in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficialText {
    /// The language.
    pub language: Language,
    /// The full name of the organisation.
    pub organisation: String,
    /// The kind of the paper, in capitals.
    pub kind: String,
    /// What follows the kind: «заседания аттестационной комиссии».
    pub subtitle: Option<String>,
    /// The date.
    pub date: String,
    /// The number with its sign.
    pub number: String,
    /// The place.
    pub place: String,
    /// The title to the text: «О составе аттестационной комиссии».
    pub title: String,
    /// The text.
    pub parts: Vec<OfficialPart>,
    /// Who signs, one below the other.
    pub signatures: Vec<OfficialSignature>,
    /// Who has to know of it, with lines to sign on.
    pub familiar: Option<Familiar>,
    /// What stands beside the code.
    pub code: String,
}

/// A part of the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "part", rename_all = "snake_case")]
pub enum OfficialPart {
    /// A paragraph.
    Text {
        /// What it says.
        text: String,
    },
    /// The word in spaced letters: «ПРИКАЗЫВАЮ:».
    Command {
        /// The word.
        text: String,
    },
    /// A numbered point.
    Item {
        /// Its number.
        number: usize,
        /// What it says.
        text: String,
    },
    /// Few facts in pairs.
    Facts {
        /// What, and how much.
        pairs: Vec<(String, String)>,
    },
    /// A table.
    Table {
        /// Its columns.
        columns: Vec<OfficialColumn>,
        /// Its rows, with as many cells as there are columns.
        rows: Vec<Vec<String>>,
    },
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficialColumn {
    /// Its head.
    pub label: String,
    /// How wide it is in millimetres; without that it takes its part of what is left.
    pub mm: Option<u16>,
    /// Where its cells stand.
    pub side: Side,
}

/// A line of a signature: the post on the left, initials and surname on the right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficialSignature {
    /// The post, or what somebody is in the commission.
    pub post: String,
    /// Initials and surname.
    pub name: String,
}

/// Who has to know of the paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Familiar {
    /// What stands above the lines.
    pub label: String,
    /// Initials and surnames.
    pub names: Vec<String>,
}
