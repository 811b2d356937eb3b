//! Reads what is to be handed in: `[[hand_in]]` of a case.

use crate::kernel::Localised;
use crate::programmes::rules::finding::{Code, Notes};
use crate::programmes::rules::hand_in::Part;
use crate::programmes::rules::table::{Section, is_key};
use crate::programmes::rules::words::{Accepts, FileSort, PartKind, Word};
use std::collections::BTreeSet;

/// The most parts one case has.
const MOST: usize = 10;

/// The parts with what they make the case accept. `None` when any of them has faults.
pub(super) fn read(root: &mut Section, notes: &mut Notes) -> Option<(Vec<Part>, Vec<Accepts>)> {
    let sections = root.sections("hand_in", notes);
    if sections.len() > MOST {
        notes.add(
            sections.first().map_or(1, |one| one.line),
            Code::HandInShape,
            format!("at most {MOST} parts"),
        );
    }
    let (mut seen, mut texts) = (BTreeSet::new(), 0);
    let mut parts = Vec::new();
    let mut whole = true;
    for section in sections {
        let line = section.line;
        let Some(part) = part(section, notes) else {
            whole = false;
            continue;
        };
        if !seen.insert(part.key.clone()) {
            notes.add(line, Code::KeyRepeated, part.key.clone());
        }
        texts += usize::from(part.kind == PartKind::Text);
        if part.kind == PartKind::Text && texts > 1 {
            notes.add(line, Code::HandInShape, format!("{}: a second text", part.key));
        }
        parts.push(part);
    }
    let has = |kind| parts.iter().any(|part| part.kind == kind);
    let accepts = [(PartKind::Text, Accepts::Text), (PartKind::File, Accepts::Files)];
    let accepts = accepts.into_iter().filter(|(kind, _)| has(*kind)).map(|(_, accepts)| accepts).collect();
    whole.then_some((parts, accepts))
}

fn part(mut section: Section, notes: &mut Notes) -> Option<Part> {
    let key = section.text("key", notes);
    if let Some(key) = key.as_ref().filter(|key| !is_key(&key.value)) {
        notes.add(key.line, Code::KeySyntax, key.value.clone());
    }
    let title: Option<Localised> = section.localised("title", notes);
    let kind = section.word::<PartKind>("kind", notes);
    let required = section.flag("required", notes);
    let sorts = section.texts("accepts", notes);
    let mut accepts = Vec::new();
    for word in &sorts {
        match FileSort::parse(&word.value) {
            Some(sort) => accepts.push(sort),
            None => {
                let detail = format!("accepts: \"{}\" (known: {})", word.value, FileSort::WORDS.join(", "));
                notes.add(word.line, Code::WordUnknown, detail);
            }
        }
    }
    if let (Some(first), Some(kind)) = (sorts.first(), &kind)
        && kind.value != PartKind::File
    {
        notes.add(first.line, Code::HandInShape, "accepts goes with kind = \"file\"");
    }
    section.finish(notes);
    Some(Part { key: key?.value, title: title?, kind: kind?.value, required, accepts })
}
