//! The parts of what is to be handed in for a case: a text, files, links, each with a name (H5).

use crate::files::FileKind;
use crate::kernel::Localised;
use crate::programmes::rules::case::CaseSettings;
use crate::programmes::rules::words::{Accepts, FileSort, PartKind};
use serde::{Deserialize, Serialize};

/// The key of the only text, and of the only files, of a case that names no parts.
pub const TEXT: &str = "text";
/// See [`TEXT`].
pub const FILES: &str = "files";

/// One part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Unique in the case.
    pub key: String,
    /// What it is called; empty where the case names no parts.
    pub title: Localised,
    /// What is handed in.
    pub kind: PartKind,
    /// Whether a work without it is not taken.
    #[serde(default)]
    pub required: bool,
    /// The sorts of files it takes; all of them when there are none here.
    #[serde(default)]
    pub accepts: Vec<FileSort>,
}

impl Part {
    /// Whether a file of this kind may be handed in for it.
    pub fn takes(&self, kind: FileKind) -> bool {
        let sort = match kind {
            FileKind::Pdf => FileSort::Pdf,
            FileKind::Image => FileSort::Image,
            FileKind::Office => FileSort::Office,
            FileKind::Text => FileSort::Text,
        };
        self.kind == PartKind::File && (self.accepts.is_empty() || self.accepts.contains(&sort))
    }

    /// Whether it is for pictures only, so that a phone may open its camera first.
    pub fn is_for_pictures(&self) -> bool {
        self.accepts == [FileSort::Image]
    }
}

impl CaseSettings {
    /// The parts: those the case names, or else a text and files as far as it takes them.
    pub fn parts(&self) -> Vec<Part> {
        if !self.hand_in.is_empty() {
            return self.hand_in.clone();
        }
        let part = |accepts: &Accepts| {
            let (key, kind) = match accepts {
                Accepts::Text => (TEXT, PartKind::Text),
                Accepts::Files => (FILES, PartKind::File),
            };
            let title = Localised::default();
            Part { key: key.to_owned(), title, kind, required: false, accepts: Vec::new() }
        };
        self.accepts.iter().map(part).collect()
    }
}
