//! The parts of a work in the form where it is written.

use super::parts::FileView;
use crate::cases::actions::{Case, Draft};
use crate::cases::rules::{Parts, field_of_part};
use crate::kernel::{Fault, Language};
use crate::programmes::rules::hand_in::{FILES, Part};
use crate::programmes::rules::{FileSort, PartKind, Word as _};
use crate::web::Field;
use serde::Serialize;

/// One part.
#[derive(Debug, Clone, Serialize)]
pub struct PartView {
    /// What it is called; nothing where the case names no parts.
    pub name: Option<String>,
    /// Whether a work without it is not taken.
    pub required: bool,
    /// Whether it is the text.
    pub is_text: bool,
    /// Whether it is files.
    pub is_file: bool,
    /// Whether it is a link.
    pub is_link: bool,
    /// Its field.
    pub field: Field,
    /// What heads it, to be pointed at.
    pub heading_id: String,
    /// Its files so far.
    pub files: Vec<FileView>,
    /// What the browser offers to choose.
    pub accept: String,
    /// The messages of the sorts of files it takes; none for every sort.
    pub sort_keys: Vec<String>,
}

impl PartView {
    /// The parts of the form, the text as it is to stand in its field.
    pub(super) fn all(case: &Case, reader: Language, work: Field, faults: &[Fault]) -> Vec<PartView> {
        let parts = case.definition.settings.parts();
        let nothing = Parts::default();
        let kept = case.draft.as_ref().map_or(&nothing, |draft| &draft.row.parts.0);
        let view = |part: &Part| {
            let field = match part.kind {
                PartKind::Text => work.clone(),
                PartKind::Link => Field::with_faults(&field_of_part(part), kept.link(part), faults),
                PartKind::File => Field { faults: file_faults(&parts, part, faults), ..file_field(part) },
            };
            PartView::new(part, reader, field, files_of(case.draft.as_ref(), &parts, part))
        };
        parts.iter().map(view).collect()
    }

    fn new(part: &Part, reader: Language, field: Field, files: Vec<FileView>) -> PartView {
        let title = part.title.for_reader(reader);
        PartView {
            name: (!title.is_empty()).then(|| title.to_owned()),
            required: part.required,
            is_text: part.kind == PartKind::Text,
            is_file: part.kind == PartKind::File,
            is_link: part.kind == PartKind::Link,
            heading_id: format!("part-{}", part.key),
            field,
            files,
            accept: accept(&part.accepts),
            sort_keys: part.accepts.iter().map(|sort| format!("cases-sort-{}", sort.as_str())).collect(),
        }
    }
}

fn file_field(part: &Part) -> Field {
    Field::empty(&field_of_part(part))
}

/// The faults of its own field; the first part that takes files shows those of no other field, too.
fn file_faults(parts: &[Part], part: &Part, faults: &[Fault]) -> Vec<Fault> {
    let fields: Vec<String> = parts.iter().map(field_of_part).collect();
    let own = field_of_part(part);
    let first = parts.iter().find(|one| one.kind == PartKind::File).is_some_and(|one| one.key == part.key);
    let stray = |fault: &Fault| first && fault.field.starts_with(FILES) && !fields.contains(&fault.field);
    faults.iter().filter(|fault| fault.field == own || stray(fault)).cloned().collect()
}

fn files_of(draft: Option<&Draft>, parts: &[Part], part: &Part) -> Vec<FileView> {
    let Some(draft) = draft.filter(|_| part.kind == PartKind::File) else { return Vec::new() };
    let here = |id| draft.row.parts.0.of_file(parts, id).is_some_and(|found| found.key == part.key);
    draft.files.iter().filter(|file| here(file.id.0)).map(FileView::new).collect()
}

/// What a browser offers to choose. With pictures alone a phone offers its camera first; `capture` would take the
/// pictures away that were taken before.
fn accept(sorts: &[FileSort]) -> String {
    let all = [FileSort::Pdf, FileSort::Image, FileSort::Office, FileSort::Text];
    let endings = |sort: &FileSort| match sort {
        FileSort::Pdf => ".pdf",
        FileSort::Image if sorts == [FileSort::Image] => "image/*",
        FileSort::Image => ".jpg,.jpeg,.png,.webp,.heic",
        FileSort::Office => ".docx,.xlsx,.pptx,.odt,.ods,.odp",
        FileSort::Text => ".txt",
    };
    let wanted = if sorts.is_empty() { all.as_slice() } else { sorts };
    wanted.iter().map(endings).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_for_pictures_offers_the_camera() {
        assert_eq!(accept(&[FileSort::Image]), "image/*");
        assert_eq!(accept(&[FileSort::Pdf, FileSort::Image]), ".pdf,.jpg,.jpeg,.png,.webp,.heic");
        assert!(accept(&[]).contains(".docx"));
    }
}
